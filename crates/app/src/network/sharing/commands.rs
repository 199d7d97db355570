//! Agreeing to share upward, and ending it.

use serde::Deserialize;
use uuid::Uuid;

use super::{No, store};
use crate::access::Seat;
use crate::error::Error;
use crate::people::joint::{self, Proposal};
use crate::record::{self, Deed};
use crate::site::Act;

/// A proposal to share.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Share {
    /// The partnership above.
    pub receiver: String,
    /// How many days the others have.
    pub days: String,
}

/// Proposes to share with a partnership above.
pub async fn propose(act: &mut Act, seat: &Seat, input: &Share) -> Result<Uuid, Error> {
    let here = seat.partnership().id;
    let above = store::above(act, here).await?;
    let chosen = above.into_iter().find(|(id, _)| id.to_string() == input.receiver);
    let (receiver, name) = chosen.ok_or(No::Choose)?;
    if store::given(act, here).await?.iter().any(|one| one.name == name) {
        return Err(No::Shared.into());
    }
    if joint::open_of(act, here).await?.iter().any(|one| is_about(&one.proposal)) {
        return Err(No::Pending.into());
    }
    let proposal = Proposal::ShareUp { receiver, name };
    joint::commands::propose_this(act, seat, proposal, &input.days).await
}

/// Whether a proposal is about sharing.
pub(super) fn is_about(proposal: &Proposal) -> bool {
    matches!(proposal, Proposal::ShareUp { .. })
}

/// Each side agreed. Once, whatever was proposed twice.
pub(crate) async fn agreed(act: &mut Act, seat: &Seat, receiver: Uuid) -> Result<(), Error> {
    let here = seat.partnership().id;
    let Some((_, name)) = store::above(act, here).await?.into_iter().find(|(id, _)| *id == receiver) else {
        return Ok(());
    };
    let id = store::add(act, here, receiver).await?;
    record::note(act, seat, Deed::new("sharing.agreed").about(id).fact("with", name)).await.map(drop)
}

/// Ends an agreement, for any one side alone and at once.
pub async fn end(act: &mut Act, seat: &Seat, id: Uuid) -> Result<(), Error> {
    let given = store::given(act, seat.partnership().id).await?;
    let one = given.into_iter().find(|one| one.id == id).ok_or(Error::Unseen)?;
    let party = seat.party()?;
    store::end(act, id, party.id).await?;
    let deed = Deed::new("sharing.ended").about(id).fact("with", one.name).fact("party", &party.name);
    record::note(act, seat, deed).await.map(drop)
}
