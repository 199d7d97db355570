//! Before the first step: where each party sees the two sides today, on six items. Each party gives one
//! statement by name; all of them are shown at once. Members answer apart, and only enough of them show.

pub mod commands;
mod jobs;
pub mod members;
pub mod refusal;
pub mod rules;
mod settle;
mod store;
#[cfg(test)]
mod tests;
mod waiting;
mod web;
mod words;

use uuid::Uuid;

use crate::people::membership::Party;
use crate::site::Moment;

pub use commands::end_of_day;
pub use jobs::ALL as JOBS;
pub use rules::{Answers, Item, Picture};
pub use settle::{latest_shown, party_withdrew, shown};
pub use waiting::waiting_for;
pub use web::routes;
pub use words::{Table, item_words, level as level_words, topic};

/// Days that the parties have to give their statements, and then to show theirs without a silent one.
pub const DAYS: i64 = 14;

/// Where a round stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Statements are awaited; nobody sees another party's.
    Open,
    /// The date has passed and a party is silent: those who answered may show theirs without it.
    Late,
    /// Shown.
    Revealed,
    /// Closed without being shown. Those who had answered keep theirs to themselves.
    Closed,
}

impl State {
    /// Every state.
    pub const ALL: &[Self] = &[Self::Open, Self::Late, Self::Revealed, Self::Closed];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Late => "late",
            Self::Revealed => "revealed",
            Self::Closed => "closed",
        }
    }

    /// The state of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|state| state.code() == code)
    }
}

/// A round.
#[derive(Debug, Clone)]
pub struct Round {
    /// Its id.
    pub id: Uuid,
    /// Which one of this partnership, from 1.
    pub number: i64,
    /// The cycle it was held in.
    pub cycle: i64,
    /// Where it stands.
    pub state: State,
    /// Since when.
    pub begun_at: Moment,
    /// The date that its state waits for.
    pub answer_by: Moment,
    /// When it was shown.
    pub revealed_at: Option<Moment>,
    /// What the parties said. A page shows those that are shown, and the reader's own party's.
    pub statements: Vec<Statement>,
}

/// A party's statement.
#[derive(Debug, Clone)]
pub struct Statement {
    /// Whose.
    pub party: Uuid,
    /// Its name when it was given.
    pub party_name: String,
    /// Whether the party must agree.
    pub must_agree: bool,
    /// Who said it.
    pub name: String,
    /// What.
    pub answers: Answers,
    /// Its version, for edits.
    pub version: i64,
    /// When.
    pub at: Moment,
    /// Since when the party would show it without the silent one.
    pub alone_at: Option<Moment>,
    /// Since when everybody sees it.
    pub shown_at: Option<Moment>,
}

impl Round {
    /// The statement of a party.
    pub fn of(&self, party: Uuid) -> Option<&Statement> {
        self.statements.iter().find(|one| one.party == party)
    }

    /// The parties whose statement is awaited.
    pub fn silent<'p>(&self, parties: &'p [Party]) -> Vec<&'p Party> {
        parties.iter().filter(|party| awaited(party) && self.of(party.id).is_none()).collect()
    }

    /// Whether each must-agree party has stated. One party alone has nobody to be shown to.
    pub fn is_complete(&self, parties: &[Party]) -> bool {
        let counted = parties.iter().filter(|party| party.counts()).count();
        counted >= agreement::joint::FEWEST_PARTIES && self.silent(parties).is_empty()
    }

    /// What everybody sees, in the order of the alphabet.
    pub fn shown(&self) -> Vec<&Statement> {
        let mut shown: Vec<&Statement> =
            self.statements.iter().filter(|one| one.shown_at.is_some()).collect();
        shown.sort_by(|one, other| one.party_name.cmp(&other.party_name));
        shown
    }

    /// The picture that the must-agree parties' shown statements make.
    pub fn picture(&self) -> Option<Picture> {
        let answers: Vec<&Answers> =
            self.shown().into_iter().filter(|one| one.must_agree).map(|one| &one.answers).collect();
        Picture::of(&answers)
    }
}

/// Whether a party's statement is awaited: it must agree and is here, or was only asked so far.
pub fn awaited(party: &Party) -> bool {
    party.must_agree && party.withdrawn_at.is_none()
}
