//! When a rule of the task force says no, in words that say what to do.

use words::Words;

use crate::error::Refusal;

/// Why something in a crisis did not happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// One goes on already.
    OneGoesOn,
    /// No such playbook.
    Playbook,
    /// It is over.
    Over,
    /// Another side has to confirm.
    OwnSide,
    /// It was confirmed already.
    Confirmed,
    /// It is not confirmed yet.
    NotConfirmed,
    /// A date that cannot be read, or is not ahead, or too far.
    Date(&'static str),
    /// The hour of the next message: not given, past, or more than two weeks ahead.
    Hour,
    /// Only the administration and employees' organizations have a chair.
    Chairless,
    /// Another party of the same side holds the chair.
    Held,
    /// Nobody of one's own party with a voice.
    Person,
    /// An answer is missing.
    Answer,
    /// No such state, group or word.
    Choose(&'static str),
    /// It still goes on: look back once it is over.
    GoesOn,
    /// A whole number is asked for.
    Number(&'static str),
    /// Closing must be worse than limiting.
    Order,
    /// Their own side's word stands already.
    Said,
    /// A no needs a reason.
    Reason,
    /// It was answered already.
    Answered,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::OneGoesOn => w.crisis_no_one_goes_on(),
            Self::Playbook => w.crisis_no_playbook(),
            Self::Over => w.crisis_no_over(),
            Self::OwnSide => w.crisis_no_own_side(),
            Self::Confirmed => w.crisis_no_confirmed(),
            Self::NotConfirmed => w.crisis_no_not_confirmed(),
            Self::Date(_) => w.crisis_no_date(),
            Self::Hour => w.crisis_no_hour(),
            Self::Chairless => w.crisis_no_chair(),
            Self::Held => w.crisis_no_held(),
            Self::Person => w.crisis_no_person(),
            Self::Answer => w.crisis_no_answer(),
            Self::Choose(_) => w.crisis_no_choose(),
            Self::GoesOn => w.crisis_no_goes_on(),
            Self::Number(_) => w.crisis_no_number(),
            Self::Order => w.crisis_no_order(),
            Self::Said => w.crisis_no_said(),
            Self::Reason => w.crisis_no_reason(),
            Self::Answered => w.crisis_no_answered(),
        }
        .to_owned()
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Playbook => Some("playbook"),
            Self::Date(field) | Self::Choose(field) | Self::Number(field) => Some(field),
            Self::Hour => Some("next_by"),
            Self::Person => Some("member"),
            Self::Answer => Some("answer"),
            Self::Order => Some("close_at"),
            Self::Reason => Some("reason"),
            _ => None,
        }
    }
}
