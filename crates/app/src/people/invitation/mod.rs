//! How people are asked to join, and how they answer: a personal message, a link or a printed slip, and
//! yes, not now, no, or a question. Saying no needs no account. An invitation that nobody answers goes
//! to sleep; it is never taken as a yes.

pub mod commands;
mod jobs;
pub mod pledge;
mod store;
#[cfg(test)]
mod tests;
mod web;

use uuid::Uuid;
use words::{Lang, Words};

use crate::error::Refusal;
use crate::people::membership::Role;
use crate::people::plain;
use crate::site::Moment;

pub use jobs::SLEEP;
pub use store::of_partnership;
pub use web::{arrival, role_name, routes};

/// How long an invitation waits before it sleeps.
pub const WAITS: i64 = 30 * Moment::DAY;
/// The longest personal message, in characters: about a page.
pub const LONGEST_MESSAGE: usize = 3_000;

/// Where an invitation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Sent or handed over; no answer yet.
    Asked,
    /// "Not now": thinking about it.
    Considering,
    /// Has taken the seat.
    Accepted,
    /// Said no.
    Declined,
    /// Nobody answered in time; one button wakes it.
    Asleep,
    /// Taken back by the party that asked.
    Withdrawn,
}

impl State {
    /// Every state.
    pub const ALL: &[Self] =
        &[Self::Asked, Self::Considering, Self::Accepted, Self::Declined, Self::Asleep, Self::Withdrawn];

    /// The word in the table, and the name of its chip.
    pub fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Considering => "considering",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Asleep => "asleep",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|state| state.code() == code)
    }

    /// Whether its link can still be answered: also when asleep, since a late yes is a yes.
    pub fn open(self) -> bool {
        matches!(self, Self::Asked | Self::Considering | Self::Asleep)
    }

    /// What the chip says.
    pub fn say(self, w: &Words) -> &'static str {
        match self {
            Self::Asked => w.invitation_state_asked(),
            Self::Considering => w.invitation_state_considering(),
            Self::Accepted => w.invitation_state_accepted(),
            Self::Declined => w.invitation_state_declined(),
            Self::Asleep => w.invitation_state_asleep(),
            Self::Withdrawn => w.invitation_state_withdrawn(),
        }
    }
}

/// An invitation.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// Its id.
    pub id: Uuid,
    /// Where to.
    pub partnership: Uuid,
    /// For which party; none for a neutral seat.
    pub party: Option<Uuid>,
    /// In which role.
    pub role: Role,
    /// Whether as a lead.
    pub lead: bool,
    /// Who is asked.
    pub name: String,
    /// Their address, if the link goes by mail.
    pub email: Option<String>,
    /// The language they are written to in.
    pub language: Lang,
    /// The personal message.
    pub message: Option<Uuid>,
    /// The seat that asked; none when the operator did.
    pub asked_by: Option<Uuid>,
    /// When.
    pub asked_at: Moment,
    /// When it goes to sleep.
    pub sleeps_at: Moment,
    /// Where it stands.
    pub state: State,
    /// Its version, for edits.
    pub version: i64,
}

/// Why somebody cannot be asked, or an answer cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// No name.
    NameMissing,
    /// The name is longer than a name.
    NameLong,
    /// The address cannot be one.
    EmailWrong,
    /// The message is longer than a page.
    MessageLong,
    /// Only one's own party, or a party nobody sits for yet, can be invited to.
    NotYourParty,
    /// The party has its two leads.
    LeadsFull,
    /// That person already sits here.
    AlreadySits,
    /// That address was asked and has not answered.
    AlreadyAsked,
    /// It has been answered or taken back.
    Closed,
    /// A question without words.
    QuestionMissing,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::NameMissing => w.invitation_no_name_missing(),
            Self::NameLong => w.invitation_no_name_long(),
            Self::EmailWrong => w.invitation_no_email_wrong(),
            Self::MessageLong => w.invitation_no_message_long(),
            Self::NotYourParty => w.invitation_no_not_your_party(),
            Self::LeadsFull => w.invitation_no_leads_full(),
            Self::AlreadySits => w.invitation_no_already_sits(),
            Self::AlreadyAsked => w.invitation_no_already_asked(),
            Self::Closed => w.invitation_no_closed(),
            Self::QuestionMissing => w.invitation_no_question_missing(),
        }
        .to_owned()
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NameMissing | Self::NameLong => Some("name"),
            Self::EmailWrong | Self::AlreadySits | Self::AlreadyAsked => Some("email"),
            Self::MessageLong => Some("message"),
            Self::NotYourParty => Some("party"),
            Self::LeadsFull => Some("lead"),
            Self::QuestionMissing => Some("question"),
            Self::Closed => None,
        }
    }
}

/// The name of a person as typed, trimmed.
pub fn name_of(typed: &str) -> Result<String, No> {
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        0 => Err(No::NameMissing),
        1..=100 => Ok(name),
        _ => Err(No::NameLong),
    }
}

/// An address as typed, in lower case; empty when the link goes on paper. What is not an address by
/// the mail library's own reading is refused here, before a letter fails in the night.
pub fn email_of(typed: &str) -> Result<Option<String>, No> {
    let email = typed.trim().to_lowercase();
    if email.is_empty() {
        return Ok(None);
    }
    if plain::is_address(&email) { Ok(Some(email)) } else { Err(No::EmailWrong) }
}

/// A message as typed.
pub fn message_of(typed: &str) -> Result<String, No> {
    let message = typed.trim();
    if message.chars().count() > LONGEST_MESSAGE { Err(No::MessageLong) } else { Ok(message.to_owned()) }
}

#[cfg(test)]
mod rules {
    use super::*;

    #[test]
    fn names_are_trimmed_and_bounded() {
        assert_eq!(name_of("  Ana   Ruiz "), Ok("Ana Ruiz".into()));
        assert_eq!(name_of(" \n"), Err(No::NameMissing));
        assert_eq!(name_of(&"a".repeat(101)), Err(No::NameLong));
    }

    #[test]
    fn addresses_are_checked_before_a_letter_is_written() {
        assert_eq!(email_of(" Ana@Example.ORG "), Ok(Some("ana@example.org".into())));
        assert_eq!(email_of(""), Ok(None));
        for bad in ["ana", "ana@", "@example.org", "ana@example.org\r\nBcc: x@example.org", "a b@example.org"]
        {
            assert_eq!(email_of(bad), Err(No::EmailWrong), "{bad:?}");
        }
    }

    #[test]
    fn states_read_back_and_only_unanswered_ones_are_open() {
        for state in State::ALL {
            assert_eq!(State::from_code(state.code()), Some(*state));
        }
        assert!(State::Asleep.open() && !State::Declined.open() && !State::Withdrawn.open());
    }
}
