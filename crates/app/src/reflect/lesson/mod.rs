//! A lesson: what we tried, where, what happened, what we would do differently, and for whom it is.
//! Written by anybody with a voice, checked for people's names, agreed to by each must-agree party, then
//! published to everybody in the library of this install; taken back by any one side, visibly. Another
//! partnership takes it up as a copy that says where it comes from.
//!
//! ```text
//! writing -> published <-> taken-back        adopted: a copy of another partnership's lesson
//! ```

pub mod commands;
mod names;
mod refusal;
mod store;
#[cfg(test)]
mod tests;
pub mod translation;
mod web;

use uuid::Uuid;
use words::Lang;

use crate::site::Moment;

pub use refusal::No;
pub(super) use store::taken_up;
pub use store::{all, published_in};
pub(in crate::reflect) use web::headed;
pub use web::routes;

/// Where a lesson stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Being written; only the partnership reads it.
    Writing,
    /// Everybody may read it.
    Published,
    /// It was public, and a side took it back.
    TakenBack,
    /// A copy of another partnership's lesson.
    Adopted,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Writing, Self::Published, Self::TakenBack, Self::Adopted];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Writing => "writing",
            Self::Published => "published",
            Self::TakenBack => "taken-back",
            Self::Adopted => "adopted",
        }
    }

    /// The state of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// The parts of a lesson and the roles of their texts, in the order in which they are read.
pub const ROLES: [&str; 6] =
    ["lesson.title", "lesson.place", "lesson.tried", "lesson.happened", "lesson.differently", "lesson.whom"];

/// The words of a lesson, as they are typed and kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(default)]
pub struct Parts {
    /// One line that says what it is about.
    pub title: String,
    /// Where it was tried: what kind of place.
    pub place: String,
    /// What was tried.
    pub tried: String,
    /// What happened.
    pub happened: String,
    /// What they would do differently.
    pub differently: String,
    /// For whom it may be of use.
    pub whom: String,
}

impl Parts {
    /// Field and words, in the order of [`ROLES`].
    pub fn fields(&self) -> [(&'static str, &str); 6] {
        [
            ("title", &self.title),
            ("place", &self.place),
            ("tried", &self.tried),
            ("happened", &self.happened),
            ("differently", &self.differently),
            ("whom", &self.whom),
        ]
    }

    /// Puts the words of a role in their place.
    pub fn put(&mut self, role: &str, words: String) {
        match role {
            "lesson.title" => self.title = words,
            "lesson.place" => self.place = words,
            "lesson.tried" => self.tried = words,
            "lesson.happened" => self.happened = words,
            "lesson.differently" => self.differently = words,
            "lesson.whom" => self.whom = words,
            _ => {}
        }
    }

    /// All of it, for a search through its words.
    pub fn whole(&self) -> String {
        self.fields().map(|(_, words)| words).join("\n")
    }
}

/// A lesson with its words.
#[derive(Debug, Clone)]
pub struct Lesson {
    /// Its id.
    pub id: Uuid,
    /// In which cycle it was written.
    pub cycle: i64,
    /// Where it stands.
    pub state: State,
    /// The language it was written in.
    pub language: Lang,
    /// Its version.
    pub version: i64,
    /// Who began it.
    pub by: String,
    /// When.
    pub begun_at: Moment,
    /// When it was published last.
    pub published_at: Option<Moment>,
    /// Where its publication stands in the record: number and code.
    pub record: Option<(i64, String)>,
    /// When a side took it back.
    pub taken_back_at: Option<Moment>,
    /// The lesson it is a copy of, and of which version.
    pub copy_of: Option<(Uuid, i64)>,
    /// Its words.
    pub parts: Parts,
}

/// Where a copy comes from, as both sides show it.
#[derive(Debug, Clone)]
pub struct Source {
    /// The partnership that published it.
    pub partnership: String,
    /// The record's number and code there.
    pub record: Option<(i64, String)>,
    /// Whether it is public now.
    pub is_public: bool,
    /// When it was taken back, if it was.
    pub taken_back_at: Option<Moment>,
}

/// Who has taken a lesson up: how many partnerships, and those that may be named.
#[derive(Debug, Clone, Default)]
pub struct TakenUp {
    /// All of them.
    pub count: i64,
    /// Their names, where they agreed to be named.
    pub named: Vec<String>,
}
