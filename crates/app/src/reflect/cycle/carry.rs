//! What is unfinished when a cycle ends: asked of each feature that keeps such things, each with why it
//! stands on the list. Both sides read the same list.

use db::Tx;
use jiff::civil::Date;
use uuid::Uuid;
use words::Words;

use super::{Kind, current, store};
use crate::act::decision::Marked;
use crate::act::{action, decision, support};
use crate::error::Error;
use crate::people::acceptance;
use crate::prepare::goals;
use crate::reflect::{catalogue, lasting};

/// Why something stands on the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// An action that nobody has said is done; with its date.
    ActionOpen,
    /// A goal each side accepted.
    GoalAgreed,
    /// A goal that not every side accepted.
    GoalOpen,
    /// A need nobody offered to meet.
    NeedOpen,
    /// A need with an offer that waits for an answer.
    NeedOffered,
    /// A need with help that was promised and not yet given.
    NeedAgreed,
    /// A question on which the sides did not agree, to be asked again; with the day, if one was set.
    Again,
    /// An agreement to look at again; with the day.
    Review,
    /// A challenge of the catalogue.
    StillHard,
    /// A way of working that is not in force.
    NotInForce,
    /// Somebody wrote it down.
    Own,
}

impl Reason {
    const ALL: [Self; 11] = [
        Self::ActionOpen,
        Self::GoalAgreed,
        Self::GoalOpen,
        Self::NeedOpen,
        Self::NeedOffered,
        Self::NeedAgreed,
        Self::Again,
        Self::Review,
        Self::StillHard,
        Self::NotInForce,
        Self::Own,
    ];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::ActionOpen => "action-open",
            Self::GoalAgreed => "goal-agreed",
            Self::GoalOpen => "goal-open",
            Self::NeedOpen => "need-open",
            Self::NeedOffered => "need-offered",
            Self::NeedAgreed => "need-agreed",
            Self::Again => "again",
            Self::Review => "review",
            Self::StillHard => "still-hard",
            Self::NotInForce => "not-in-force",
            Self::Own => "own",
        }
    }

    /// The reason of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// In the reader's words; nothing for what people wrote themselves.
    pub fn say(self, w: &Words, day: Option<Date>) -> String {
        match (self, day) {
            (Self::ActionOpen, Some(day)) => w.cycle_why_action(w.date(day)),
            (Self::Again, Some(day)) => w.cycle_why_again_on(w.date(day)),
            (Self::Review, Some(day)) => w.cycle_why_review(w.date(day)),
            (Self::Again | Self::Review, None) => w.cycle_why_again().to_owned(),
            (Self::GoalAgreed, _) => w.cycle_why_goal_agreed().to_owned(),
            (Self::GoalOpen, _) => w.cycle_why_goal_open().to_owned(),
            (Self::NeedOpen, _) => w.cycle_why_need_open().to_owned(),
            (Self::NeedOffered, _) => w.cycle_why_need_offered().to_owned(),
            (Self::NeedAgreed, _) => w.cycle_why_need_agreed().to_owned(),
            (Self::StillHard, _) => w.cycle_why_still_hard().to_owned(),
            (Self::NotInForce, _) => w.cycle_why_not_in_force().to_owned(),
            (Self::Own | Self::ActionOpen, _) => String::new(),
        }
    }
}

/// One thing that could go on.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// What it is.
    pub kind: Kind,
    /// Which.
    pub id: Uuid,
    /// Its words now.
    pub words: String,
    /// Why it stands on the list.
    pub why: Reason,
    /// The day that belongs to it.
    pub day: Option<Date>,
}

impl Candidate {
    fn new(kind: Kind, id: Uuid, words: String, why: Reason) -> Self {
        Self { kind, id, words, why, day: None }
    }

    fn on(self, day: Option<Date>) -> Self {
        Self { day, ..self }
    }

    /// How the form calls it.
    pub fn code(&self) -> String {
        format!("{}:{}", self.kind.code(), self.id)
    }
}

/// Everything that could go on, by kind. What was left behind once is not asked about again.
pub async fn candidates(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Candidate>, Error> {
    let cycle = current(tx, partnership).await?;
    let mut all = goals_of(tx, partnership, cycle).await?;
    for one in action::open(tx, partnership).await? {
        let new = Candidate::new(Kind::Action, one.id, one.what, Reason::ActionOpen);
        all.push(new.on(Some(one.due)));
    }
    for need in support::unmet(tx, partnership).await? {
        let why = match need.state {
            support::State::Offered => Reason::NeedOffered,
            support::State::Agreed => Reason::NeedAgreed,
            _ => Reason::NeedOpen,
        };
        all.push(Candidate::new(Kind::Need, need.id, need.name, why));
    }
    for (id, question, marked) in decision::marked(tx, partnership).await? {
        let (why, day) = match marked {
            Marked::Again(day) => (Reason::Again, day),
            Marked::Review(day) => (Reason::Review, Some(day)),
        };
        all.push(Candidate::new(Kind::Decision, id, question, why).on(day));
    }
    for entry in catalogue::entries_of(tx, partnership, cycle).await? {
        if entry.kind == catalogue::Kind::Challenge {
            all.push(Candidate::new(Kind::Challenge, entry.id, entry.body, Reason::StillHard));
        }
    }
    for (id, words) in lasting::names_below_force(tx, partnership).await? {
        all.push(Candidate::new(Kind::Structure, id, words, Reason::NotInForce));
    }
    let left = store::left(tx, partnership).await?;
    all.retain(|one| !left.contains(&one.id));
    Ok(all)
}

/// The goals of this cycle, written in it or carried into it.
async fn goals_of(tx: &mut Tx, partnership: Uuid, cycle: i64) -> Result<Vec<Candidate>, Error> {
    let mut found = Vec::new();
    for goal in goals::of_cycle(tx, partnership, cycle).await? {
        let agreed = acceptance::agreed_version(tx, partnership, goal.id).await?.is_some();
        let why = if agreed { Reason::GoalAgreed } else { Reason::GoalOpen };
        found.push(Candidate::new(Kind::Goal, goal.id, goal.title, why));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_its_own_word_and_says_something_but_peoples_own() {
        let w = Words::new(words::Lang::En);
        for reason in Reason::ALL {
            assert_eq!(Reason::from_code(reason.code()), Some(reason));
            let says = reason.say(&w, Some(jiff::civil::date(2026, 6, 1)));
            assert_eq!(says.is_empty(), reason == Reason::Own, "{reason:?} says {says:?}");
        }
        assert_eq!(Reason::from_code("unheard-of"), None);
    }
}
