//! Start somewhere: a brief in three lines, five tests that a lead of each side scores apart, the differences first, and
//! then a goal with its measure. A project is chosen when each side accepts it.

pub mod commands;
mod jobs;
mod refusal;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod waiting;
mod web;

use jiff::civil::Date;
use uuid::Uuid;
use words::{Lang, Words};

use crate::site::Moment;

pub use jobs::ALL as JOBS;
pub use refusal::No;
pub use store::{all, progress};
pub use waiting::waiting_for;
pub use web::routes;

/// One of the five tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Test {
    /// Within reach and capacity.
    Reach,
    /// Meaningful to every side.
    Meaning,
    /// Under this team's control.
    Control,
    /// Local.
    Local,
    /// Not the hardest fight first.
    Gentle,
}

impl Test {
    /// The five, in their order.
    pub const ALL: [Self; 5] = [Self::Reach, Self::Meaning, Self::Control, Self::Local, Self::Gentle];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Reach => "reach",
            Self::Meaning => "meaning",
            Self::Control => "control",
            Self::Local => "local",
            Self::Gentle => "gentle",
        }
    }

    /// The test of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|test| test.code() == code)
    }

    /// The fields of its score and of its line of why.
    pub fn fields(self) -> (&'static str, &'static str) {
        match self {
            Self::Reach => ("reach", "reach_why"),
            Self::Meaning => ("meaning", "meaning_why"),
            Self::Control => ("control", "control_why"),
            Self::Local => ("local", "local_why"),
            Self::Gentle => ("gentle", "gentle_why"),
        }
    }

    /// The test as a question.
    pub fn say(self, w: &Words) -> &'static str {
        match self {
            Self::Reach => w.project_test_reach(),
            Self::Meaning => w.project_test_meaning(),
            Self::Control => w.project_test_control(),
            Self::Local => w.project_test_local(),
            Self::Gentle => w.project_test_gentle(),
        }
    }
}

/// Where a project stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Each side's lead scores the five tests.
    Scoring,
    /// Every score is open to all.
    Open,
    /// It was given up, with a reason.
    Dropped,
}

impl State {
    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Scoring => "scoring",
            Self::Open => "open",
            Self::Dropped => "dropped",
        }
    }

    /// The state of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Scoring, Self::Open, Self::Dropped].into_iter().find(|state| state.code() == code)
    }
}

/// A project.
#[derive(Debug, Clone)]
pub struct Project {
    /// Its id.
    pub id: Uuid,
    /// The team it belongs to.
    pub team: Option<Uuid>,
    /// That team's name.
    pub team_name: Option<String>,
    /// The cycle it was begun in.
    pub cycle: i64,
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub state: State,
    /// The language it is written in.
    pub language: Lang,
    /// What is measured.
    pub measure: Option<String>,
    /// The number today.
    pub baseline: Option<String>,
    /// The number it aims at.
    pub target: Option<String>,
    /// By when.
    pub measure_by: Option<Date>,
    /// Who looks after it: a seat and a name.
    pub owner: Option<(Uuid, String)>,
    /// When it begins.
    pub starts_on: Option<Date>,
    /// Until when it is scored.
    pub score_by: Option<Moment>,
    /// Its version, for edits and for the sides.
    pub version: i64,
}

/// One side's score of one test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// The side.
    pub party: Uuid,
    /// The test.
    pub test: Test,
    /// From 1 (no) to 5 (yes).
    pub score: i64,
    /// Why, in a line.
    pub why: String,
}
