//! What pages and commands look up: the commitment that is being written or signed, and the one that
//! stands.

use db::Tx;
use uuid::Uuid;

use super::{Commitment, State, Version, Whole, store};
use crate::error::Error;
use crate::text;

/// The one that is being written or signed; at most one is.
pub(super) fn open(all: &[Commitment]) -> Option<&Commitment> {
    all.iter().find(|one| matches!(one.state, State::Writing | State::Signing))
}

/// The one that was signed last and has not been replaced: it stands, or it lapsed.
pub(super) fn standing(all: &[Commitment]) -> Option<&Commitment> {
    all.iter().find(|one| matches!(one.state, State::Signed | State::Lapsed))
}

/// The one at hand: the open one, or else the one that stands.
pub(super) fn current(all: &[Commitment]) -> Option<&Commitment> {
    open(all).or_else(|| standing(all))
}

/// The open commitment with everybody it concerns.
pub(super) async fn open_whole(tx: &mut Tx, partnership: Uuid) -> Result<Option<Whole>, Error> {
    let all = store::all(tx, partnership).await?;
    whole(tx, partnership, open(&all)).await
}

/// The standing commitment with everybody it concerns.
pub(super) async fn standing_whole(tx: &mut Tx, partnership: Uuid) -> Result<Option<Whole>, Error> {
    let all = store::all(tx, partnership).await?;
    whole(tx, partnership, standing(&all)).await
}

/// One commitment with everybody it concerns.
pub(super) async fn whole(
    tx: &mut Tx,
    partnership: Uuid,
    commitment: Option<&Commitment>,
) -> Result<Option<Whole>, Error> {
    match commitment {
        Some(commitment) => Ok(Some(store::whole(tx, partnership, commitment.clone()).await?)),
        None => Ok(None),
    }
}

/// A version of a commitment's text with its words.
pub(super) async fn version(tx: &mut Tx, commitment: Uuid, number: i64) -> Result<(Version, String), Error> {
    let versions = store::versions(tx, commitment).await?;
    let version = versions.into_iter().find(|version| version.number == number).ok_or(Error::Unseen)?;
    let text = text::read(tx, version.text).await?.ok_or(Error::Unseen)?;
    Ok((version, text.body))
}

/// The parties that must sign and have not said that they read the text as it stands, in the order of the alphabet.
pub async fn unread(tx: &mut Tx, whole: &Whole) -> Result<Vec<(Uuid, String)>, Error> {
    let looked = store::looks(tx, &whole.commitment).await?;
    Ok(whole.unread(&looked).into_iter().map(|party| (party.id, party.name.clone())).collect())
}
