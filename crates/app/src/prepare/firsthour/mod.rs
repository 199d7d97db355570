//! The first half hour of two leaders: the six questions, one concern that both pick, a first meeting, and
//! one page to print. No charter, no signature; it works while the partnership is still a draft.

pub mod commands;
mod jobs;
mod refusal;
pub mod rules;
mod store;
#[cfg(test)]
mod tests;
mod waiting;
mod web;

use uuid::Uuid;

use crate::people::membership::Party;
use crate::prepare::readiness::Item;
use crate::site::Moment;

pub use jobs::ALL as JOBS;
pub use waiting::waiting_for;
pub use web::routes;

/// Days that the parties have to name and pick a concern, and then to agree on a meeting.
pub const DAYS: i64 = 14;
/// How many concerns a party may name.
pub const NAMES_MOST: usize = 3;

/// Where a half hour stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// A concern or a meeting is awaited.
    Open,
    /// A concern is picked and a meeting set.
    Done,
    /// The date came first.
    Ended,
}

impl State {
    /// Every state.
    pub const ALL: &[Self] = &[Self::Open, Self::Done, Self::Ended];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Ended => "ended",
        }
    }

    /// The state of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|state| state.code() == code)
    }
}

/// A half hour.
#[derive(Debug, Clone)]
pub struct Hour {
    /// Its id.
    pub id: Uuid,
    /// The round of six questions it follows.
    pub round: Uuid,
    /// Where it stands.
    pub state: State,
    /// Since when.
    pub begun_at: Moment,
    /// The date it waits for.
    pub answer_by: Moment,
    /// When each must-agree party had named its concerns: from then on everybody sees them.
    pub named_at: Option<Moment>,
    /// The concern that each of them picked.
    pub concern: Option<Uuid>,
    /// When.
    pub picked_at: Option<Moment>,
    /// What was named.
    pub concerns: Vec<Concern>,
    /// What was picked so far.
    pub picks: Vec<Pick>,
    /// Meetings that were proposed, the newest first.
    pub meetings: Vec<Proposed>,
}

/// Something a party is concerned about: one of the six items, or a line of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concern {
    /// Its id.
    pub id: Uuid,
    /// Who named it.
    pub party: Uuid,
    /// One of the six.
    pub item: Option<Item>,
    /// Or its own words.
    pub words: Option<String>,
}

/// What a party names: one of the six items, or its own words.
pub type Named = (Option<Item>, Option<String>);

/// A party's pick.
#[derive(Debug, Clone)]
pub struct Pick {
    /// Whose.
    pub party: Uuid,
    /// What.
    pub concern: Uuid,
    /// Who picked.
    pub name: String,
}

/// A proposed first meeting.
#[derive(Debug, Clone)]
pub struct Proposed {
    /// Its id.
    pub id: Uuid,
    /// Who proposes.
    pub party: Uuid,
    /// In person.
    pub name: String,
    /// The local date and time.
    pub starts: jiff::civil::DateTime,
    /// Its zone.
    pub zone: String,
    /// Where.
    pub place: String,
    /// When it was proposed.
    pub at: Moment,
    /// Until when the others may answer.
    pub answer_by: Moment,
    /// `open`, `agreed`, `declined`, `replaced` or `lapsed`.
    pub state: String,
    /// The meeting that was planned, once it is agreed.
    pub meeting: Option<Uuid>,
    /// The parties that said yes, with what they bring.
    pub yes: Vec<Yes>,
}

/// A party's yes to a meeting.
#[derive(Debug, Clone)]
pub struct Yes {
    /// Whose.
    pub party: Uuid,
    /// Who said so.
    pub name: String,
    /// What they bring along.
    pub brings: String,
}

impl Hour {
    /// A concern by its id.
    pub fn named(&self, id: Uuid) -> Option<&Concern> {
        self.concerns.iter().find(|one| one.id == id)
    }

    /// Whether a party has named its concerns.
    pub fn has_named(&self, party: Uuid) -> bool {
        self.concerns.iter().any(|one| one.party == party)
    }

    /// The meeting that waits for an answer, or is agreed.
    pub fn meeting(&self) -> Option<&Proposed> {
        self.meetings.iter().find(|one| one.state == "agreed" || one.state == "open")
    }
}

/// The parties whose word is needed.
pub fn counted(parties: &[Party]) -> Vec<Uuid> {
    parties.iter().filter(|party| party.counts()).map(|party| party.id).collect()
}
