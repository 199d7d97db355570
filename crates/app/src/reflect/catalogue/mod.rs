//! The catalogue of a cycle: successes and challenges, in what was done and in how people worked
//! together, each with proof where there is some. Anybody with a voice adds to it; other parties
//! second an entry; each must-agree party agrees to the whole, in one exact version.

pub mod commands;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod web;

use uuid::Uuid;
use words::{Lang, Words};

use crate::error::Refusal;
use crate::site::Moment;

pub use rules::Evidence;
pub use store::{count, entries_of, entry_body, of_cycle};
pub use web::routes;

/// Whether it went well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It went well.
    Success,
    /// It did not, or not yet.
    Challenge,
}

impl Kind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Success, Self::Challenge];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Challenge => "challenge",
        }
    }

    /// The kind of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What it is about. The two are looked at apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What was done.
    Content,
    /// How people worked together.
    Process,
}

impl Side {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Content, Self::Process];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Content => "content",
            Self::Process => "process",
        }
    }

    /// The side of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// The key questions of the step, in their order. The role is where the answer's text is kept.
pub const QUESTIONS: [&str; 6] = [
    "catalogue.q-done",
    "catalogue.q-measures",
    "catalogue.q-open",
    "catalogue.q-safe",
    "catalogue.q-adjust",
    "catalogue.q-heard",
];

/// A cycle's catalogue without its entries.
#[derive(Debug, Clone)]
pub struct Catalogue {
    /// Its id.
    pub id: Uuid,
    /// Whose cycle.
    pub cycle: i64,
    /// Counts every change; each side agrees to one version.
    pub version: i64,
    /// The version of the answers to the key questions.
    pub answers: i64,
    /// The version that each side agreed to last, and when.
    pub agreed: Option<(i64, Moment)>,
}

impl Catalogue {
    /// Whether each side agreed to it as it stands.
    pub fn is_agreed(&self) -> bool {
        self.agreed.is_some_and(|(version, _)| version == self.version)
    }
}

/// One entry.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its id.
    pub id: Uuid,
    /// Success or challenge.
    pub kind: Kind,
    /// Content or process.
    pub side: Side,
    /// Short words to find it by.
    pub tags: Vec<String>,
    /// Who added it.
    pub by: String,
    /// The party they sat for, unless they sat in none.
    pub party: Option<(Uuid, String)>,
    /// When.
    pub at: Moment,
    /// Its words.
    pub body: String,
    /// The language they are in.
    pub language: Lang,
    /// For edits.
    pub version: i64,
    /// Where it can be checked.
    pub evidence: Vec<Evidence>,
    /// Parties that second it, by name.
    pub seconds: Vec<(Uuid, String)>,
}

/// Why something cannot be done with the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// Success or challenge was not chosen.
    Kind,
    /// Content or process was not chosen.
    Side,
    /// This line of the proof cannot be read.
    Evidence(usize),
    /// More proofs than an entry may have.
    TooMuchEvidence,
    /// No act in the record has this number.
    UnknownAct(i64),
    /// More tags, or longer ones, than an entry may have.
    Tags,
    /// Nobody seconds what their own party added.
    OwnEntry,
    /// Their party has done so.
    Seconded,
    /// There is nothing in it to agree to.
    Empty,
    /// Each side has agreed to it as it stands.
    Agreed,
    /// Its cycle is closed.
    Closed,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::Kind => w.catalogue_no_kind().to_owned(),
            Self::Side => w.catalogue_no_side().to_owned(),
            Self::Evidence(line) => w.catalogue_no_evidence(i64::try_from(*line).unwrap_or(0)),
            Self::TooMuchEvidence => w.catalogue_no_much_evidence().to_owned(),
            Self::UnknownAct(number) => w.catalogue_no_such_act(*number),
            Self::Tags => w.catalogue_no_tags().to_owned(),
            Self::OwnEntry => w.catalogue_no_own_entry().to_owned(),
            Self::Seconded => w.catalogue_no_seconded().to_owned(),
            Self::Empty => w.catalogue_no_empty().to_owned(),
            Self::Agreed => w.catalogue_no_agreed().to_owned(),
            Self::Closed => w.catalogue_no_closed().to_owned(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Kind => Some("kind"),
            Self::Side => Some("side"),
            Self::Evidence(_) | Self::TooMuchEvidence | Self::UnknownAct(_) => Some("evidence"),
            Self::Tags => Some("tags"),
            _ => None,
        }
    }
}
