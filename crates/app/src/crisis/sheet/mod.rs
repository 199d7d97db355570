//! The sheet that says when we open, limit and close: signals with numbers set by the people themselves,
//! the newest reading of each, and what follows from them. It computes; people decide, in the log.

pub mod commands;
mod rules;
mod store;
mod web;

use uuid::Uuid;
use words::Lang;

use super::Group;
use super::playbook::{self, Code};
use crate::site::Moment;

pub use commands::begin;
pub use rules::{Says, overall};
pub use store::list;
pub use web::routes;

/// A row of the sheet.
#[derive(Debug, Clone)]
pub struct Signal {
    /// Its id.
    pub id: Uuid,
    /// Who reads it.
    pub group: Group,
    /// Its place in the playbook, as long as its words are the playbook's.
    pub source: Option<i64>,
    /// What is looked at.
    pub name: String,
    /// Where the number comes from.
    pub comes_from: String,
    /// What it counts.
    pub unit: String,
    /// Whether less is worse.
    pub lower: bool,
    /// From here on we limit.
    pub limit_at: i64,
    /// From here on we close.
    pub close_at: i64,
    /// The newest reading, when, and by whom.
    pub reading: Option<(i64, Moment, String)>,
    /// Its version, for edits.
    pub version: i64,
}

impl Signal {
    /// The same with the playbook's words in the reader's language, where nobody has changed them.
    pub fn read_in(mut self, code: Code, lang: Lang) -> Self {
        let place = self.source.and_then(|at| usize::try_from(at).ok());
        if let Some(signal) = place.and_then(|at| playbook::of(code, lang).ok()?.signals.get(at)) {
            self.name.clone_from(&signal.name);
            self.comes_from.clone_from(&signal.source);
            self.unit.clone_from(&signal.unit);
        }
        self
    }

    /// `lower` or `higher`, as the form and the playbook say it.
    pub fn worse(&self) -> &'static str {
        if self.lower { "lower" } else { "higher" }
    }
}
