//! What people write. Every private text is one row with its partnership, who may read it, its
//! language and version, and how long it is kept: so scope, translation, withdrawal and lawful
//! redaction are one thing each, whatever the feature.

pub mod hold;
mod markdown;
pub mod merge;
mod store;

use uuid::Uuid;
use words::Lang;

use crate::access::Seat;
use crate::error::Error;
use crate::site::{Act, Moment};

pub use markdown::markdown;
pub use store::{Translation, purge, read, remove, review, translate, translation};

/// Who may read a row. Wider than the partnership only by an act that says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sharing {
    /// Its author alone.
    Own,
    /// The author's party.
    Party,
    /// One team.
    Team,
    /// Everybody who has a seat.
    Partnership,
    /// The partnership and the site above that a sharing agreement names.
    SharedUp,
    /// Everybody.
    Public,
}

impl Sharing {
    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Party => "party",
            Self::Team => "team",
            Self::Partnership => "partnership",
            Self::SharedUp => "shared-up",
            Self::Public => "public",
        }
    }
}

#[expect(dead_code, reason = "the classes are the schedule's; letters are not kept as texts yet")]
/// How long a text is kept once it is no longer in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retention {
    /// As long as the partnership's record: agreements and what led to them.
    Record,
    /// Seven years, as many states ask of correspondence.
    Correspondence,
    /// One year: working notes and messages that came with an invitation.
    Working,
}

impl Retention {
    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Correspondence => "correspondence",
            Self::Working => "working",
        }
    }

    /// Until when a text written at `moment` is kept; `None` is for as long as the record.
    pub fn keep_until(self, moment: Moment) -> Option<Moment> {
        match self {
            Self::Record => None,
            Self::Correspondence => Some(moment.plus(7 * 366 * Moment::DAY)),
            Self::Working => Some(moment.plus(366 * Moment::DAY)),
        }
    }
}

/// A text to keep.
#[derive(Debug, Clone)]
pub struct Draft<'a> {
    /// Who may read it.
    pub sharing: Sharing,
    /// What it belongs to.
    pub about: Uuid,
    /// What it is there: `commitment.body`, `invitation.message`.
    pub role: &'static str,
    /// The language it is written in.
    pub language: Lang,
    /// Which version of the same role this is, from 1.
    pub version: i64,
    /// The words themselves.
    pub body: &'a str,
    /// How long it is kept.
    pub retention: Retention,
}

impl<'a> Draft<'a> {
    /// What most texts are: read by the partnership, kept as long as its record, the first of its role, and in
    /// the language of whoever writes.
    pub fn new(seat: &Seat, about: Uuid, role: &'static str, body: &'a str) -> Self {
        let (sharing, retention) = (Sharing::Partnership, Retention::Record);
        Self { sharing, about, role, language: seat.language(), version: 1, body, retention }
    }

    /// In another language than its writer's own.
    #[must_use]
    pub fn in_language(self, language: Lang) -> Self {
        Self { language, ..self }
    }

    /// As a later version of its role.
    #[must_use]
    pub fn version(self, version: i64) -> Self {
        Self { version, ..self }
    }

    /// For other readers than the partnership.
    #[must_use]
    pub fn shared(self, sharing: Sharing) -> Self {
        Self { sharing, ..self }
    }

    /// For another time than the record's.
    #[must_use]
    pub fn kept(self, retention: Retention) -> Self {
        Self { retention, ..self }
    }
}

/// A text that was kept.
#[derive(Debug, Clone)]
pub struct Text {
    /// The words. Once redacted: nothing where their time was over, a line that says so where the law asked for it.
    pub body: String,
    /// Whether it was lawfully redacted.
    pub redacted: bool,
}

/// Keeps a text and gives its id.
pub async fn keep(act: &mut Act, seat: &Seat, draft: &Draft<'_>) -> Result<Uuid, Error> {
    let party = seat.membership().and_then(|m| m.party.as_ref()).map(|p| p.id);
    store::add(act, seat.partnership().id, party, seat.actor().id(), draft).await
}

/// Keeps what most texts are, see [`Draft::new`].
pub async fn say(
    act: &mut Act,
    seat: &Seat,
    about: Uuid,
    role: &'static str,
    body: &str,
) -> Result<Uuid, Error> {
    keep(act, seat, &Draft::new(seat, about, role, body)).await
}
