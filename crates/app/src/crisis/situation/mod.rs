//! The public page of a crisis: what is known, what is not, what is asked of families, and when the next
//! message comes. One co-lead publishes; the other sides are told and may stand behind it. No names.

pub mod commands;
mod store;
mod web;

use jiff::civil::DateTime;
use uuid::Uuid;
use words::Lang;

use crate::site::Moment;

pub use store::list;
pub use web::routes;

/// The three parts of a notice: column, role of its text.
pub const PARTS: [&str; 3] = ["situation.known", "situation.unknown", "situation.ask"];

/// A notice.
#[derive(Debug, Clone)]
pub struct Notice {
    /// Its id.
    pub id: Uuid,
    /// The language it was written in.
    pub language: Lang,
    /// Its three texts: known, unknown, asked.
    pub texts: [Uuid; 3],
    /// Their words.
    pub words: [String; 3],
    /// The local hour by which the next one comes.
    pub next_by: DateTime,
    /// The party it was published for.
    pub party: Uuid,
    /// When.
    pub at: Moment,
    /// The parties that stand behind it as well.
    pub behind: Vec<Uuid>,
    /// Its translation.
    pub translation: Option<Translated>,
}

/// A notice in another language.
#[derive(Debug, Clone)]
pub struct Translated {
    /// Which.
    pub language: Lang,
    /// The three parts.
    pub words: [String; 3],
    /// Who made it.
    pub made_by: Option<Uuid>,
    /// Whether somebody else has read it.
    pub reviewed: bool,
}

impl Notice {
    /// The other language than its own.
    pub fn other(&self) -> Lang {
        other(self.language)
    }

    /// The words in a language, and whether they are a translation that nobody else has read.
    pub fn read_in(&self, lang: Lang) -> Option<(&[String; 3], bool)> {
        if lang == self.language {
            return Some((&self.words, false));
        }
        let translated = self.translation.as_ref().filter(|one| one.language == lang)?;
        Some((&translated.words, !translated.reviewed))
    }
}

/// The other language than this one.
pub fn other(lang: Lang) -> Lang {
    match lang {
        Lang::En => Lang::Es,
        Lang::Es => Lang::En,
    }
}
