//! A legal hold. When a court or a records office asks for a partnership's papers to be kept, the operator places one;
//! while it lasts nothing of the partnership is purged. Both are acts in its record, so that every side knows.

use db::Tx;
use uuid::Uuid;
use words::Lang;

use super::store;
use crate::access::{Actor, Operator, Right, Seat};
use crate::error::{Error, Refusal};
use crate::record::{self, Deed};
use crate::site::{Act, Moment};

/// Why a hold was not placed or released.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// No reason was given.
    Reason,
    /// There is one already.
    Held,
    /// There is none.
    NotHeld,
}

impl Refusal for No {
    fn say(&self, w: &words::Words) -> String {
        match self {
            Self::Reason => w.record_hold_reason(),
            Self::Held => w.record_hold_held(),
            Self::NotHeld => w.record_hold_not_held(),
        }
        .to_owned()
    }
}

/// Places a hold, with the reason in a line.
///
/// # Errors
/// [`No`]; [`Error::Unseen`] when there is no such partnership.
pub async fn place(act: &mut Act, _by: &Operator, partnership: Uuid, reason: &str) -> Result<(), Error> {
    let seat = Seat::of_house(act, Actor::Operator, partnership, Right::See).await?;
    if reason.trim().is_empty() {
        return Err(No::Reason.into());
    }
    if since(act, partnership).await?.is_some() {
        return Err(No::Held.into());
    }
    store::hold(act, partnership, reason.trim()).await?;
    let deed = Deed::new("hold.placed").text("reason", Lang::En, reason.trim());
    record::note(act, &seat, deed).await.map(drop)
}

/// Since when a hold lasts.
///
/// # Errors
/// Those of the database.
pub async fn since(tx: &mut Tx, partnership: Uuid) -> Result<Option<Moment>, Error> {
    store::held_since(tx, partnership).await
}

/// Releases the hold.
///
/// # Errors
/// As for [`place`].
pub async fn release(act: &mut Act, _by: &Operator, partnership: Uuid) -> Result<(), Error> {
    let seat = Seat::of_house(act, Actor::Operator, partnership, Right::See).await?;
    if !store::release(act, partnership).await? {
        return Err(No::NotHeld.into());
    }
    record::note(act, &seat, Deed::new("hold.released")).await.map(drop)
}
