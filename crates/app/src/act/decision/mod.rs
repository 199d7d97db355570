//! A decision by fist to five, in which each side must agree. The question, the rule and who will see
//! whose answer are fixed before anybody answers; answers are silent and shown all at once.
//!
//! ```text
//! draft -> open -> revealed -> not agreed      nobody changed the question in time
//!   |       ^  |      |
//!   |       |  +--> agreed -> ended            the day it ends on has come
//!   |       +---------+                        the question was changed: the next round
//!   +--> parked                                it belongs to bargaining, not here
//! open, revealed -> frozen                     a side that was asked has left
//! draft, open, revealed, frozen -> withdrawn
//! ```

mod agreed;
pub mod commands;
mod jobs;
mod read;
mod refusal;
mod rules;
mod store;
mod tell;
mod terms;
#[cfg(test)]
mod tests;
mod waiting;
mod web;

use agreement::fist::Fist;
use db::Tx;
use uuid::Uuid;
use words::Lang;

use crate::error::Error;
use crate::site::Moment;

pub use agreed::{Marked, agreements, marked, under_way};
pub use commands::party_withdrew;
pub use jobs::ALL as JOBS;
pub use refusal::No;
pub use rules::{Reached, SideReached};
pub use terms::{Boundary, Enough, Fallback, Level, Seen, Terms, Who};
pub use waiting::{to_answer, waiting_for};
pub use web::{routes, standing};

/// Where a decision stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// It is being written.
    Draft,
    /// It touches bargaining: it goes to each side's negotiators and is not asked here.
    Parked,
    /// People answer, each in silence.
    Open,
    /// The answers are shown, and not every side agrees: the question may be changed and asked again.
    Revealed,
    /// Every must-agree party agreed.
    Agreed,
    /// Not every side agreed, and it was left at that.
    NotAgreed,
    /// Whoever asked took it back.
    Withdrawn,
    /// A side that was asked has left the partnership.
    Frozen,
    /// It was agreed, and the day it ends on has come.
    Ended,
}

impl State {
    /// Every state.
    pub const ALL: &[Self] = &[
        Self::Draft,
        Self::Parked,
        Self::Open,
        Self::Revealed,
        Self::Agreed,
        Self::NotAgreed,
        Self::Withdrawn,
        Self::Frozen,
        Self::Ended,
    ];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Parked => "parked",
            Self::Open => "open",
            Self::Revealed => "revealed",
            Self::Agreed => "agreed",
            Self::NotAgreed => "not-agreed",
            Self::Withdrawn => "withdrawn",
            Self::Frozen => "frozen",
            Self::Ended => "ended",
        }
    }

    /// The state of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|state| state.code() == code)
    }

    /// Whether it still waits for somebody.
    pub fn is_under_way(self) -> bool {
        matches!(self, Self::Open | Self::Revealed)
    }
}

/// A decision without its wording.
#[derive(Debug, Clone)]
pub struct Decision {
    /// Its id.
    pub id: Uuid,
    /// The team that asks; none for the whole partnership.
    pub team: Option<Uuid>,
    /// The meeting it came up in.
    pub meeting: Option<Uuid>,
    /// The agenda item it belongs to.
    pub item: Option<Uuid>,
    /// Where it stands.
    pub state: State,
    /// What is fixed once it is open.
    pub terms: Terms,
    /// The language it is written in.
    pub language: Lang,
    /// The seat of whoever asks.
    pub asked_by: Uuid,
    /// Their party; none for a neutral.
    pub asking_party: Option<Uuid>,
    /// Their name.
    pub asker: String,
    /// The decision it asks once more.
    pub again_of: Option<Uuid>,
    /// The round it is in, from 1.
    pub round: i64,
    /// When it was begun.
    pub begun_at: Moment,
    /// Since when it is in its state.
    pub since: Moment,
    /// Until when its state waits.
    pub until: Option<Moment>,
    /// Its version, for edits and answers.
    pub version: i64,
}

/// One round: the wording that was asked and what came of it.
#[derive(Debug, Clone)]
pub struct Round {
    /// Its number, from 1.
    pub number: i64,
    /// The question.
    pub question: String,
    /// What happens if it passes.
    pub effect: String,
    /// What was changed since the round before, and why.
    pub change: Option<String>,
    /// What came of it.
    pub outcome: Option<Reached>,
}

/// A party that is asked.
#[derive(Debug, Clone)]
pub struct Side {
    /// Which.
    pub party: Uuid,
    /// Its name.
    pub name: String,
    /// Whether nothing is agreed without it.
    pub must_agree: bool,
    /// Who said for it "not ours, we stand aside", and when.
    pub aside: Option<(String, Moment)>,
}

/// Somebody who may answer.
#[derive(Debug, Clone)]
pub struct Answerer {
    /// Their seat.
    pub member: Uuid,
    /// Their name.
    pub name: String,
    /// For whom they sit.
    pub party: Uuid,
    /// Whether the seat is still theirs.
    pub sits: bool,
}

/// One answer. Never leaves the feature before the answers are shown.
#[derive(Debug, Clone)]
pub struct Given {
    /// The round.
    pub round: i64,
    /// Whose.
    pub member: Uuid,
    /// What they showed.
    pub fist: Fist,
    /// Given on paper, and who saw it.
    pub witness: Option<String>,
}

/// What somebody said of the question after the answers were shown.
#[derive(Debug, Clone)]
pub struct Word {
    /// The round.
    pub round: i64,
    /// Who signed it; none when it was told to somebody who wrote it down.
    pub by: Option<String>,
    /// Their party, or the party of whoever wrote it down.
    pub party: Option<String>,
    /// Who wrote it down for somebody who did not want to sign.
    pub told_to: Option<String>,
    /// The words.
    pub body: String,
    /// Whether it stands beside the outcome.
    pub kept: bool,
}

/// A decision with everything that its rules and pages look at.
#[derive(Debug, Clone)]
pub struct Whole {
    /// The decision.
    pub decision: Decision,
    /// Its rounds, the first first.
    pub rounds: Vec<Round>,
    /// Who is asked, by the names of the parties. Empty while it is a draft.
    pub sides: Vec<Side>,
    /// Who may answer.
    pub answerers: Vec<Answerer>,
    /// Every answer of every round.
    pub answers: Vec<Given>,
    /// What was said, oldest first.
    pub words: Vec<Word>,
}

/// A decision as a line of a list: what other features show of it.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its id.
    pub id: Uuid,
    /// The question, as it was last asked.
    pub question: String,
    /// Where it stands.
    pub state: State,
    /// Since when.
    pub since: Moment,
    /// Until when it waits.
    pub until: Option<Moment>,
    /// The round it is in.
    pub round: i64,
}

/// The decisions of a meeting, oldest first. For whoever has a seat in its partnership.
pub async fn of_meeting(tx: &mut Tx, partnership: Uuid, meeting: Uuid) -> Result<Vec<Line>, Error> {
    store::of_meeting(tx, partnership, meeting).await
}

/// How many answers were ever given in a partnership: grows with each, so that open pages of every node
/// learn of it although an answer leaves no event.
pub async fn answers_given(tx: &mut Tx, partnership: Uuid) -> Result<i64, Error> {
    store::answers_given(tx, partnership).await
}
