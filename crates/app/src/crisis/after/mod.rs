//! Looking back once a crisis is over: what worked, what did not, and which structures stay. Each line is
//! signed by its party and goes into the catalogue of the cycle.

pub mod commands;
mod store;
mod web;

use crate::site::Moment;

pub use store::list;
pub use web::routes;

/// What a line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It worked.
    Worked,
    /// It did not.
    NotWorked,
    /// A structure that stays.
    Stays,
}

impl Kind {
    /// The three, in their order.
    pub const ALL: &[Self] = &[Self::Worked, Self::NotWorked, Self::Stays];

    /// The word in the table and in forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Worked => "worked",
            Self::NotWorked => "not",
            Self::Stays => "stays",
        }
    }

    /// The kind of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.code() == code)
    }
}

/// A line.
#[derive(Debug, Clone)]
pub struct Line {
    /// What it says.
    pub kind: Kind,
    /// Its words.
    pub body: String,
    /// The party that wrote it.
    pub party: String,
    /// The party's id.
    pub party_id: uuid::Uuid,
    /// When.
    pub at: Moment,
}
