//! The commitment: what the parties promise each other, for how long, and what happens if one of
//! their leaders leaves office. It is written together, closed for signing, signed by the leaders each
//! must-agree party named, and renewed, or it lapses and says so.
//!
//! ```text
//! writing -> signing -> signed -> superseded    a renewal was signed
//!    ^          |         ^ |
//!    +----------+         | +--> lapsed          a signer left, or the renewal date passed by 30 days
//!    reopened, silence    +------+               a successor confirmed
//!               any of these -> withdrawn        fewer than two must-agree parties are left in it
//! ```

pub mod commands;
mod jobs;
use crate::text::merge;
mod read;
mod refusal;
pub mod renewal;
mod rules;
pub mod sample;
mod store;
mod tell;
#[cfg(test)]
mod tests;
mod waiting;
mod web;

use jiff::civil::Date;
use uuid::Uuid;
use words::Lang;

use crate::people::membership::{Party, SeatLine};
use crate::site::Moment;

pub use commands::{party_withdrew, seat_ended};
pub use jobs::ALL as JOBS;
pub use refusal::No;
pub use waiting::{all_of, awaited, waiting_for};
pub use web::routes;

/// Where a commitment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Anybody with a voice may change the text.
    Writing,
    /// The text is closed; the leaders who were named sign it or not.
    Signing,
    /// Every must-agree party has signed. It stands.
    Signed,
    /// It stood, and waits for a successor or a renewal.
    Lapsed,
    /// Its renewal was signed.
    Superseded,
    /// Fewer than two must-agree parties are left in it.
    Withdrawn,
}

impl State {
    /// Every state.
    pub const ALL: &[Self] =
        &[Self::Writing, Self::Signing, Self::Signed, Self::Lapsed, Self::Superseded, Self::Withdrawn];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Writing => "writing",
            Self::Signing => "signing",
            Self::Signed => "signed",
            Self::Lapsed => "lapsed",
            Self::Superseded => "superseded",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|state| state.code() == code)
    }
}

/// Why a commitment lapsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lapse {
    /// Somebody who signed is no longer in office; their successor may confirm.
    LeftOffice,
    /// The renewal date passed by thirty days.
    RenewalPassed,
}

impl Lapse {
    /// The word in the table and in the record.
    pub fn code(self) -> &'static str {
        match self {
            Self::LeftOffice => "left-office",
            Self::RenewalPassed => "renewal-passed",
        }
    }

    /// The reason of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::LeftOffice, Self::RenewalPassed].into_iter().find(|why| why.code() == code)
    }
}

/// As what somebody signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// For a must-agree party, by a leader it named.
    MustAgree,
    /// For an advising party, by any of its leads. Nothing waits for it.
    Advising,
    /// For a must-agree party whose signer left: the promise goes on.
    Successor,
}

impl Standing {
    /// The word in the table and in the record.
    pub fn code(self) -> &'static str {
        match self {
            Self::MustAgree => "must-agree",
            Self::Advising => "advising",
            Self::Successor => "successor",
        }
    }

    /// The standing of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::MustAgree, Self::Advising, Self::Successor].into_iter().find(|one| one.code() == code)
    }
}

/// Why a signature no longer counts. It stays on the page and in the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The text was opened again after it was given.
    Voided,
    /// Whoever gave it is no longer in office.
    LeftOffice,
    /// Its party left the partnership.
    Withdrew,
    /// Its owner signed again, as the successor of somebody who left.
    Renewed,
}

impl Ended {
    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Voided => "voided",
            Self::LeftOffice => "left-office",
            Self::Withdrew => "withdrew",
            Self::Renewed => "renewed",
        }
    }

    /// The reason of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Voided, Self::LeftOffice, Self::Withdrew, Self::Renewed]
            .into_iter()
            .find(|why| why.code() == code)
    }
}

/// A commitment without its text.
#[derive(Debug, Clone)]
pub struct Commitment {
    /// Its id.
    pub id: Uuid,
    /// Where it stands.
    pub state: State,
    /// The one it renews.
    pub renews: Option<Uuid>,
    /// The language that governs: a translation helps to read, this text is what was signed.
    pub language: Lang,
    /// The version of its text, from 1.
    pub version: i64,
    /// The day by which it is to be renewed.
    pub renew_on: Date,
    /// When it was begun.
    pub begun_at: Moment,
    /// Since when it is in its state.
    pub since: Moment,
    /// Until when its state waits: for signatures, or for a successor's word.
    pub sign_by: Option<Moment>,
    /// SHA-256 of the text that is closed for signing, in UTF-8 with LF line ends.
    pub text_hash: Option<Vec<u8>>,
    /// When the last signature it needed was given.
    pub signed_at: Option<Moment>,
    /// Why it lapsed.
    pub lapse: Option<Lapse>,
    /// The last step of its renewal that people were told of.
    pub reminded: Option<renewal::Step>,
}

/// One saved version of the text.
#[derive(Debug, Clone)]
pub struct Version {
    /// Its number, from 1.
    pub number: i64,
    /// The text's id.
    pub text: Uuid,
    /// The renewal date it carries.
    pub renew_on: Date,
    /// Who saved it.
    pub by: String,
    /// Their party; none for a neutral.
    pub party: Option<String>,
    /// When.
    pub at: Moment,
}

/// A signature, whether it still counts or not.
#[derive(Debug, Clone)]
pub struct Signature {
    /// Its id.
    pub id: Uuid,
    /// For which party.
    pub party: Uuid,
    /// The party's name when it was given.
    pub party_name: String,
    /// Whose seat.
    pub member: Uuid,
    /// The name as it was signed.
    pub name: String,
    /// The signer's job then.
    pub job_title: String,
    /// As what.
    pub standing: Standing,
    /// When it was given here, or entered for somebody who signed on paper.
    pub at: Moment,
    /// For a signature on paper: the day it was given and who of another party saw it.
    pub paper: Option<Paper>,
    /// When and why it stopped counting.
    pub ended: Option<(Moment, Ended)>,
}

impl Signature {
    /// Whether it counts.
    pub fn stands(&self) -> bool {
        self.ended.is_none()
    }
}

/// How a signature on paper came in.
#[derive(Debug, Clone)]
pub struct Paper {
    /// The day on the paper.
    pub on: Date,
    /// Who of another party saw it.
    pub witness: String,
}

/// Somebody who added their name without signing for a party.
#[derive(Debug, Clone)]
pub struct Supporter {
    /// Their name.
    pub name: String,
    /// Their party's name then.
    pub party_name: String,
}

/// A commitment with everybody it concerns: what every rule looks at.
#[derive(Debug, Clone)]
pub struct Whole {
    /// The commitment.
    pub commitment: Commitment,
    /// Every party of the partnership, by name.
    pub parties: Vec<Party>,
    /// The living seats that lead a party.
    pub leads: Vec<SeatLine>,
    /// The seats that were named to sign.
    pub named: Vec<Uuid>,
    /// Every signature it ever had, oldest first.
    pub signatures: Vec<Signature>,
}
