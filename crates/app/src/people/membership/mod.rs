//! Parties and the people who sit for them. A party rules its own people: it alone appoints, changes
//! and ends their seats, leads included; the others are told and it is recorded.

pub mod commands;
pub mod recovery;
mod rules;
mod store;
mod terms;
#[cfg(test)]
mod tests;
mod waiting;
mod web;

use db::Tx;
use uuid::Uuid;

use crate::error::Error;
use crate::site::Moment;

pub use recovery::JOB as RECOVERY_JOB;
pub use store::{
    add_party, describe_party, leads, parties, seat_of, seats, set_must_agree, set_returned, set_withdrawn,
    sit,
};
pub use terms::JOB as TERMS_JOB;
pub use waiting::waiting_for;
pub use web::routes;

/// What somebody does in a partnership.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Takes part with a voice.
    Member,
    /// Shares the chair of a team with somebody of another party.
    CoChair,
    /// Runs the meeting; neutral when in no party.
    Facilitator,
    /// Writes the notes.
    Recorder,
    /// Watches, without a voice.
    Observer,
    /// Sits when the one they stand in for is away.
    Alternate,
}

impl Role {
    /// Every role.
    pub const ALL: &[Self] =
        &[Self::Member, Self::CoChair, Self::Facilitator, Self::Recorder, Self::Observer, Self::Alternate];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::CoChair => "co-chair",
            Self::Facilitator => "facilitator",
            Self::Recorder => "recorder",
            Self::Observer => "observer",
            Self::Alternate => "alternate",
        }
    }

    /// The role of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|role| role.code() == code)
    }
}

/// What kind of constituency a party is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartyKind {
    /// People who live and work near the schools.
    Community,
    /// Parents and others who raise the students.
    Family,
    /// The school board.
    Governance,
    /// The employees' organization: one party for each local.
    Labor,
    /// Superintendent, principals, central office.
    Management,
    /// Students.
    Student,
}

impl PartyKind {
    /// Every kind, in the order of the alphabet: none comes first by rank.
    pub const ALL: &[Self] =
        &[Self::Community, Self::Family, Self::Governance, Self::Labor, Self::Management, Self::Student];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Community => "community",
            Self::Family => "family",
            Self::Governance => "governance",
            Self::Labor => "labor",
            Self::Management => "management",
            Self::Student => "student",
        }
    }

    /// The kind of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }
}

/// A party of a partnership.
#[derive(Debug, Clone)]
pub struct Party {
    /// Its id.
    pub id: Uuid,
    /// What kind of constituency it is.
    pub kind: PartyKind,
    /// The name it goes by: "Riverside Education Association".
    pub name: String,
    /// Whether nothing in its scope is agreed without it.
    pub must_agree: bool,
    /// When its first lead took their seat; none while it has only been named.
    pub joined_at: Option<Moment>,
    /// When it withdrew.
    pub withdrawn_at: Option<Moment>,
    /// Who outside speaks for it when it has nobody left: name and address.
    pub successor: Option<(String, String)>,
    /// Its version, for edits.
    pub version: i64,
}

impl Party {
    /// Whether its word is needed now: it must agree, has joined, and has not withdrawn.
    pub fn counts(&self) -> bool {
        self.must_agree && self.joined_at.is_some() && self.withdrawn_at.is_none()
    }
}

/// A living seat, as the others see it.
#[derive(Debug, Clone)]
pub struct SeatLine {
    /// The seat's id.
    pub id: Uuid,
    /// Who sits.
    pub person: Uuid,
    /// Their name.
    pub name: String,
    /// Their address: for letters, never for a page or an export.
    pub email: String,
    /// The language they read.
    pub language: words::Lang,
    /// Their party; none for a neutral seat.
    pub party: Option<Uuid>,
    /// What they do.
    pub role: Role,
    /// Whether they lead their party.
    pub lead: bool,
    /// Their job, in their own words: "Principal, Elm Street School".
    pub job_title: String,
    /// The last day of their term, if it has one.
    pub term_ends: Option<jiff::civil::Date>,
    /// Whom they stand in for.
    pub alternate_for: Option<Uuid>,
    /// When they were appointed.
    pub appointed_at: Moment,
    /// Its version, for edits.
    pub version: i64,
}

/// What a new seat is made from.
#[derive(Debug, Clone)]
pub struct NewSeat<'a> {
    /// Who sits.
    pub person: Uuid,
    /// Their party; none for a neutral seat.
    pub party: Option<Uuid>,
    /// What they do.
    pub role: Role,
    /// Whether they lead their party.
    pub lead: bool,
    /// Their job, in their own words.
    pub job_title: &'a str,
    /// The seat of whoever appointed them; none for the one who begins.
    pub appointed_by: Option<Uuid>,
    /// The last day of their term.
    pub term_ends: Option<jiff::civil::Date>,
    /// Whom they stand in for.
    pub alternate_for: Option<Uuid>,
}

/// One party of a partnership; [`Error::Unseen`] if it is not there.
pub async fn party(tx: &mut Tx, partnership: Uuid, id: Uuid) -> Result<Party, Error> {
    parties(tx, partnership).await?.into_iter().find(|party| party.id == id).ok_or(Error::Unseen)
}

/// Whether anybody who sits here reads another language than this one: only then is a translation wanted.
pub async fn reads_other(tx: &mut Tx, partnership: Uuid, language: words::Lang) -> Result<bool, Error> {
    Ok(seats(tx, partnership).await?.iter().any(|line| line.language != language))
}
