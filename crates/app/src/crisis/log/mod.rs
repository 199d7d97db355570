//! The log of decisions in a crisis: each has an owner, a last day, and what would change it sooner. One
//! co-lead writes it down and it holds at once; the other side adds its word as soon as it can.

pub mod commands;
mod store;
#[cfg(test)]
mod tests;
mod web;

use jiff::civil::Date;
use uuid::Uuid;

use super::Group;
use super::taskforce::Chair;
use crate::people::membership::Party;
use crate::site::Moment;

pub use store::list;
pub use web::routes;

/// What a decision says about the buildings, if it is about them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stance {
    /// As usual.
    Open,
    /// Some places, some people, or some hours.
    Limit,
    /// Closed.
    Close,
}

impl Stance {
    /// The three, from light to grave.
    pub const ALL: &[Self] = &[Self::Open, Self::Limit, Self::Close];

    /// The word in the table and in forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Limit => "limit",
            Self::Close => "close",
        }
    }

    /// The stance of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.code() == code)
    }
}

/// A decision.
#[derive(Debug, Clone)]
pub struct Decision {
    /// Its id.
    pub id: Uuid,
    /// Its group; none when the task force decided.
    pub group: Option<Group>,
    /// What was decided.
    pub body: String,
    /// What would change it sooner.
    pub changes_on: String,
    /// Who carries it out.
    pub owner: String,
    /// Its last day.
    pub expires_on: Date,
    /// What it says about the buildings.
    pub stance: Option<Stance>,
    /// Who wrote it down.
    pub made_by: String,
    /// For which party.
    pub made_party: Uuid,
    /// When.
    pub made_at: Moment,
    /// When somebody ended it.
    pub ended_at: Option<Moment>,
    /// Its version, for edits.
    pub version: i64,
    /// What other sides said.
    pub words: Vec<Word>,
}

/// Another side's word.
#[derive(Debug, Clone)]
pub struct Word {
    /// The party.
    pub party: Uuid,
    /// Who spoke for it.
    pub by: String,
    /// Whether it agrees.
    pub agrees: bool,
    /// Why not.
    pub reason: Option<String>,
    /// When.
    pub at: Moment,
}

/// How a decision stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It holds.
    Holds,
    /// Its last day has passed: it no longer holds, and asks to be renewed or let go.
    Expired,
    /// Somebody ended it.
    Ended,
}

impl Decision {
    /// How it stands today.
    pub fn standing(&self, today: Date) -> Standing {
        match () {
            () if self.ended_at.is_some() => Standing::Ended,
            () if self.expires_on < today => Standing::Expired,
            () => Standing::Holds,
        }
    }

    /// Whose word is still awaited: the party in the other chair of its group; for the task force every other
    /// must-agree party.
    pub fn awaited(&self, chairs: &[Chair], parties: &[Party]) -> Vec<Uuid> {
        let said = |party: &Uuid| *party == self.made_party || self.words.iter().any(|w| w.party == *party);
        let all: Vec<Uuid> = match self.group {
            Some(group) => chairs.iter().filter(|c| c.group == group).map(|c| c.party).collect(),
            None => parties.iter().filter(|p| p.counts()).map(|p| p.id).collect(),
        };
        all.into_iter().filter(|party| !said(party)).collect()
    }
}
