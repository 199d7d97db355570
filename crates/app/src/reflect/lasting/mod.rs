//! Making it last: a way of working that proved itself, and where it lives from now on: contract, board
//! policy, budget, calendar, job description, onboarding. Each move names the document that shows it.
//!
//! ```text
//! tested -> proposed -> adopted -> in force      any of them -> ended
//!                    ^ each side agrees
//! ```

pub mod commands;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod web;

use jiff::civil::Date;
use uuid::Uuid;
use words::Words;

use crate::error::Refusal;

pub use store::{all, moved_in, names_below_force, reached_by};
pub use web::{home_words, routes};

/// How deep it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It was tried and it works.
    Tested,
    /// It was put forward to whoever decides on its document.
    Proposed,
    /// Each side agreed to it.
    Adopted,
    /// It stands in the document, and the document is in force.
    InForce,
    /// It is no longer done.
    Ended,
}

impl State {
    /// Every state, the shallowest first.
    pub const ALL: [Self; 5] = [Self::Tested, Self::Proposed, Self::Adopted, Self::InForce, Self::Ended];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Tested => "tested",
            Self::Proposed => "proposed",
            Self::Adopted => "adopted",
            Self::InForce => "in-force",
            Self::Ended => "ended",
        }
    }

    /// The state of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// Where a way of working lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// A school board's policy.
    BoardPolicy,
    /// Money that comes back each year.
    Budget,
    /// The school year's calendar.
    Calendar,
    /// A contract, or a memorandum beside it. Whoever bargains writes that, not the product.
    Contract,
    /// What somebody is hired to do.
    JobDescription,
    /// How new people are brought in.
    Onboarding,
}

impl Home {
    /// Every home, in the order of the alphabet.
    pub const ALL: [Self; 6] = [
        Self::BoardPolicy,
        Self::Budget,
        Self::Calendar,
        Self::Contract,
        Self::JobDescription,
        Self::Onboarding,
    ];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::BoardPolicy => "board-policy",
            Self::Budget => "budget",
            Self::Calendar => "calendar",
            Self::Contract => "contract",
            Self::JobDescription => "job-description",
            Self::Onboarding => "onboarding",
        }
    }

    /// The home of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// A way of working, with every move it made.
#[derive(Debug, Clone)]
pub struct Lasting {
    /// Its id.
    pub id: Uuid,
    /// What it is called.
    pub name: String,
    /// Where it lives, or is to live.
    pub home: Home,
    /// How deep it stands.
    pub state: State,
    /// For edits.
    pub version: i64,
    /// Oldest first.
    pub moves: Vec<Move>,
}

/// One move.
#[derive(Debug, Clone)]
pub struct Move {
    /// In which cycle.
    pub cycle: i64,
    /// To which state.
    pub state: State,
    /// The document: "Board policy 4120", "calendar 2026-27".
    pub document: String,
    /// The day the document bears.
    pub day: Date,
    /// Who noted it.
    pub by: String,
}

/// Why something cannot be done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// No home was chosen.
    Home,
    /// Not a day, or one that is not this document's.
    Day,
    /// The day is still to come.
    DayAhead,
    /// It does not go from where it stands to there.
    Move,
    /// The sides are asked just now.
    Pending,
    /// Something of this name is in the list.
    SameName,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::Home => w.lasting_no_home(),
            Self::Day => w.lasting_no_day(),
            Self::DayAhead => w.lasting_no_day_ahead(),
            Self::Move => w.lasting_no_move(),
            Self::Pending => w.lasting_no_pending(),
            Self::SameName => w.lasting_no_same_name(),
        }
        .to_owned()
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Home => Some("home"),
            Self::Day | Self::DayAhead => Some("day"),
            Self::SameName => Some("name"),
            Self::Move | Self::Pending => None,
        }
    }
}
