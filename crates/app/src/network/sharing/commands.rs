//! Agreeing to share, and ending it.

use serde::Deserialize;
use uuid::Uuid;

use super::{No, Other, store};
use crate::access::Seat;
use crate::error::Error;
use crate::people::joint::{self, Proposal};
use crate::record::{self, Deed};
use crate::site::Act;

/// What stands in the form for everybody.
pub(super) const EVERYBODY: &str = "everybody";

/// A proposal to share.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Share {
    /// The partnership above, or [`EVERYBODY`].
    pub receiver: String,
    /// How many days the others have.
    pub days: String,
}

/// Proposes to share with a partnership above, or with everybody.
pub async fn propose(act: &mut Act, seat: &Seat, input: &Share) -> Result<Uuid, Error> {
    let here = seat.partnership().id;
    let (proposal, other) = if input.receiver == EVERYBODY {
        (Proposal::ShowAll, String::new())
    } else {
        let above = store::above(act, here).await?;
        let chosen = above.into_iter().find(|(id, _)| id.to_string() == input.receiver);
        let (receiver, name) = chosen.ok_or(No::Choose)?;
        (Proposal::ShareUp { receiver, name: name.clone() }, name)
    };
    if store::given(act, here).await?.iter().any(|one| one.other.name() == other) {
        return Err(No::Shared.into());
    }
    if joint::open_of(act, here).await?.iter().any(|one| is_about(&one.proposal)) {
        return Err(No::Pending.into());
    }
    joint::commands::propose_this(act, seat, proposal, &input.days).await
}

/// Whether a proposal is about sharing.
pub(super) fn is_about(proposal: &Proposal) -> bool {
    matches!(proposal, Proposal::ShareUp { .. } | Proposal::ShowAll)
}

/// Each side agreed. Once, whatever was proposed twice.
pub(crate) async fn agreed(act: &mut Act, seat: &Seat, receiver: Uuid) -> Result<(), Error> {
    let here = seat.partnership().id;
    let Some((_, name)) = store::above(act, here).await?.into_iter().find(|(id, _)| *id == receiver) else {
        return Ok(());
    };
    let id = store::add(act, here, Some(receiver)).await?;
    record::note(act, seat, Deed::new("sharing.agreed").about(id).fact("with", name)).await.map(drop)
}

/// Each side agreed that everybody may see it. Once, whatever was proposed twice.
pub(crate) async fn agreed_to_show(act: &mut Act, seat: &Seat) -> Result<(), Error> {
    let here = seat.partnership().id;
    if store::given(act, here).await?.iter().any(|one| one.other == Other::Everybody) {
        return Ok(());
    }
    let id = store::add(act, here, None).await?;
    record::note(act, seat, Deed::new("sharing.opened").about(id)).await.map(drop)
}

/// Ends an agreement, for any one side alone and at once.
pub async fn end(act: &mut Act, seat: &Seat, id: Uuid) -> Result<(), Error> {
    let given = store::given(act, seat.partnership().id).await?;
    let one = given.into_iter().find(|one| one.id == id).ok_or(Error::Unseen)?;
    let party = seat.party()?;
    store::end(act, id, party.id).await?;
    let deed = match one.other {
        Other::Everybody => Deed::new("sharing.shut"),
        Other::Partnership { name, .. } => Deed::new("sharing.ended").fact("with", name),
    };
    record::note(act, seat, deed.about(id).fact("party", &party.name)).await.map(drop)
}
