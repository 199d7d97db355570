//! The security log: what happened at the doors, apart from the joint record. It holds no mail
//! address and no network address in clear, and nothing older than ninety days.

mod store;
#[cfg(test)]
mod tests;
mod web;

use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::error::Error;
use crate::site::{Act, Moment};

pub use web::routes;

/// How long a line is kept.
pub const KEPT: i64 = 90 * Moment::DAY;

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happened<'a> {
    /// Somebody signed in; with what they proved themselves.
    SignedIn(&'a str),
    /// Somebody made an account.
    Joined,
    /// Somebody proved again who they are.
    Proved(&'a str),
    /// A wrong password was tried for this mail address.
    WrongPassword(&'a str),
    /// A wrong code was tried for this mail address.
    WrongCode(&'a str),
    /// A limit was reached; its name.
    LimitReached(&'a str),
    /// Somebody signed out.
    SignedOut,
    /// A device was signed out by its owner.
    SessionEnded,
    /// A password was set.
    PasswordSet,
    /// A password was taken away.
    PasswordRemoved,
    /// A mail address was changed.
    EmailChanged,
    /// Somebody who runs the install did something to it; what.
    Operator(&'a str),
}

impl Happened<'_> {
    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::SignedIn(_) => "signed-in",
            Self::Joined => "joined",
            Self::Proved(_) => "proved",
            Self::WrongPassword(_) => "wrong-password",
            Self::WrongCode(_) => "wrong-code",
            Self::LimitReached(_) => "limit-reached",
            Self::SignedOut => "signed-out",
            Self::SessionEnded => "session-ended",
            Self::PasswordSet => "password-set",
            Self::PasswordRemoved => "password-removed",
            Self::EmailChanged => "email-changed",
            Self::Operator(_) => "operator",
        }
    }
}

/// Writes one line, in the act's own transaction. `from` is the network address; it is kept only as
/// a tag that tells "the same place" from "another place", and so is a mail address that was tried.
pub async fn note(
    act: &mut Act,
    happened: Happened<'_>,
    person: Option<Uuid>,
    from: &str,
) -> Result<(), Error> {
    let place = if from.is_empty() { String::new() } else { tag(act, from).await? };
    let detail = match happened {
        Happened::WrongPassword(email) | Happened::WrongCode(email) => tag(act, email).await?,
        Happened::SignedIn(what)
        | Happened::Proved(what)
        | Happened::LimitReached(what)
        | Happened::Operator(what) => what.to_owned(),
        _ => String::new(),
    };
    store::add(act, happened.code(), person, &place, &detail).await
}

/// Removes lines older than [`KEPT`].
pub async fn purge(act: &mut Act) -> Result<u64, Error> {
    let before = act.now().plus(-KEPT);
    store::purge(act, before).await
}

/// A hash that only this install can make: of network addresses for the log, and of what a session
/// token is made from. The inner hash closes the way to lengthen one hash into another.
pub async fn keyed(act: &mut Act, parts: &[&str]) -> Result<[u8; 32], Error> {
    let secret = store::secret(act).await?;
    let mut inner = Sha256::new();
    for part in parts {
        inner.update((part.len() as u64).to_be_bytes());
        inner.update(part.as_bytes());
    }
    Ok(Sha256::new().chain_update(secret).chain_update(inner.finalize()).finalize().into())
}

async fn tag(act: &mut Act, what: &str) -> Result<String, Error> {
    let hash = keyed(act, &["tag", what]).await?;
    Ok(data_encoding::HEXUPPER.encode(&hash[..4]))
}
