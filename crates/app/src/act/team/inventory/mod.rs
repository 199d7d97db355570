//! The inventory: which committees exist already, what each does, who sits there, and what should become of it.

pub mod commands;
mod store;
mod web;

use uuid::Uuid;
use words::Words;

use crate::error::Refusal;

pub(super) use web::{add, page, remove};

/// What should become of a committee.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It goes on.
    Keep,
    /// It joins another.
    Merge,
    /// It ends.
    Stop,
    /// It is missing and should begin.
    Begin,
}

impl Fate {
    /// Every one, in the order shown.
    pub const ALL: &[Self] = &[Self::Keep, Self::Merge, Self::Stop, Self::Begin];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Merge => "merge",
            Self::Stop => "stop",
            Self::Begin => "begin",
        }
    }

    /// The one of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|fate| fate.code() == code)
    }

    /// Its name.
    pub fn say(self, w: &Words) -> &'static str {
        match self {
            Self::Keep => w.team_fate_keep(),
            Self::Merge => w.team_fate_merge(),
            Self::Stop => w.team_fate_stop(),
            Self::Begin => w.team_fate_begin(),
        }
    }
}

/// A committee of the inventory.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) id: Uuid,
    pub(super) name: String,
    pub(super) does: String,
    pub(super) sits: String,
    pub(super) fate: Fate,
    pub(super) by: String,
}

/// Why a committee cannot be noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// It was not said what should become of it.
    Fate,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        w.team_no_fate().to_owned()
    }

    fn field(&self) -> Option<&'static str> {
        Some("fate")
    }
}
