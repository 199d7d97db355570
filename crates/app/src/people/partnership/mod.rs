//! A partnership: the collaboration at one site. It is a draft until a counterpart accepts and each
//! leader has confirmed the other; then active, paused or ended.

pub mod answers;
mod before;
pub mod commands;
pub mod introduction;
pub mod places;
mod sleep;
mod store;
#[cfg(test)]
mod tests;
mod web;

use words::Terms;

use crate::access::Seat;
use crate::error::Error;
use crate::people::membership;
use crate::site::Moment;

pub use sleep::JOB as DRAFT_JOB;
pub use store::{Draft, is_public, rename, set_public, set_state, set_terms, set_zone, state_of};
pub use web::routes;
pub(in crate::people) use web::{Choices, head_choices, kind_choices, kind_words, union_choices};

/// Where a partnership stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Begun by one leader; it claims nothing and nobody else sees it.
    Draft,
    /// Two leaders of different must-agree parties have confirmed each other.
    Active,
    /// At rest, by agreement or because a must-agree party is away.
    Paused,
    /// Closed. Everything stays readable to those who sat there.
    Ended,
}

impl State {
    /// Every state.
    pub const ALL: &[Self] = &[Self::Draft, Self::Active, Self::Paused, Self::Ended];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Active => "active",
            Self::Paused => "paused",
            Self::Ended => "ended",
        }
    }

    /// What the chip says.
    pub fn say(self, w: &words::Words) -> &'static str {
        match self {
            Self::Draft => w.common_state_draft(),
            Self::Active => w.common_state_active(),
            Self::Paused => w.common_state_paused(),
            Self::Ended => w.common_state_ended(),
        }
    }

    /// The state of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|state| state.code() == code)
    }
}

/// Whom a draft waits for and until when, in one sentence; nothing once it sleeps or is no draft any more.
pub async fn waits(tx: &mut db::Tx, seat: &Seat, w: &words::Words) -> Result<Option<String>, Error> {
    let place = seat.partnership();
    let draft = store::draft(tx, place.id).await?;
    if place.state != State::Draft || draft.asleep_at.is_some() {
        return Ok(None);
    }
    let leads = store::introductions(tx, place.id).await?;
    let heard = |party| leads.iter().any(|lead| lead.party == party && lead.heard.is_some());
    let parties = membership::parties(tx, place.id).await?;
    let absent = parties.iter().any(|party| party.joined_at.is_none());
    // Until both sides are here nobody can read a code, so only whoever is missing is waited for.
    let awaited = |party: &&membership::Party| match absent {
        true => party.joined_at.is_none(),
        false => !heard(party.id),
    };
    let mut names: Vec<String> = parties
        .iter()
        .filter(|party| party.must_agree)
        .filter(awaited)
        .map(|party| party.name.clone())
        .collect();
    names.sort_by_key(|name| name.to_lowercase());
    let until = draft.awake_since().plus(sleep::SLEEPS * Moment::DAY);
    Ok(Some(w.draft_waits(w.date(until.civil(&place.zone).date()), w.list(&names))))
}

/// The terms a partnership chose; the usual ones where a word is not known.
pub fn terms_from(union: &str, head: &str) -> Terms {
    Terms::from_codes(union, head)
}
