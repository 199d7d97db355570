//! Why a rule of the decision says no.

use words::Words;

use super::rules::LONGEST_DAYS;
use crate::error::Refusal;

/// A no, with the field it belongs to where there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// Not one of the choices of this field.
    Choose(&'static str),
    /// Not a day, or not one that may stand there.
    Day(&'static str),
    /// The last day to answer is in the past or too far.
    AnswerDay,
    /// A share that is not between 1 and 100.
    Share,
    /// A day on which to ask again is missing.
    AgainDay,
    /// A team is asked and there is none.
    Teamless,
    /// Nobody has been asked: no party has anybody who may answer.
    Nobody,
    /// Answers are not taken any more, or not yet.
    NotOpen,
    /// It is not a draft any more.
    NotDraft,
    /// The question changed after the page was opened.
    Changed,
    /// Not everybody who is counted has answered.
    NotAll,
    /// It is settled.
    Settled,
    /// It was asked often enough.
    Rounds,
    /// This side stands aside already, or is not asked.
    Aside,
    /// Nothing was changed.
    Same,
    /// The witness must sit for another side.
    Witness,
    /// Only somebody who answered signs a concern.
    NotAnswered,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::Choose(_) => w.decision_no_choice().to_owned(),
            Self::Day(_) => w.decision_no_day().to_owned(),
            Self::AnswerDay => w.decision_no_answer_day(LONGEST_DAYS),
            Self::Share => w.decision_no_share().to_owned(),
            Self::AgainDay => w.decision_no_again_day().to_owned(),
            Self::Teamless => w.decision_no_team().to_owned(),
            Self::Nobody => w.decision_no_nobody().to_owned(),
            Self::NotOpen => w.decision_no_not_open().to_owned(),
            Self::NotDraft => w.decision_no_not_draft().to_owned(),
            Self::Changed => w.decision_no_changed().to_owned(),
            Self::NotAll => w.decision_no_not_all().to_owned(),
            Self::Settled => w.decision_no_settled().to_owned(),
            Self::Rounds => w.decision_no_rounds().to_owned(),
            Self::Aside => w.decision_no_aside().to_owned(),
            Self::Same => w.decision_no_same().to_owned(),
            Self::Witness => w.decision_no_witness().to_owned(),
            Self::NotAnswered => w.decision_no_not_answered().to_owned(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Choose(field) | Self::Day(field) => Some(field),
            Self::AnswerDay => Some("answer_on"),
            Self::Share => Some("share"),
            Self::AgainDay => Some("fallback_on"),
            Self::Teamless => Some("who"),
            Self::Same => Some("question"),
            Self::Witness => Some("witness"),
            _ => None,
        }
    }
}
