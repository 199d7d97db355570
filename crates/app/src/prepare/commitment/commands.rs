//! What people do with a commitment: write it together, close it for signing, sign it, keep it.

mod freezing;
mod keeping;
mod signing;
mod writing;

use db::Tx;

use super::{Commitment, No, Whole, read};
use crate::access::Seat;
use crate::error::Error;
use crate::record::Deed;

pub use freezing::{NameSigners, freeze, looked, name_signers, reopen};
pub use keeping::{party_withdrew, renewal_step, seat_ended, signing_over, succession_over};
pub use signing::{Outcome, confirm, sign, sign_on_paper, support};
pub use writing::{Begin, Start, Translate, Write, begin, review, translate, write};

/// The open commitment, or `no` when there is none.
async fn open(tx: &mut Tx, seat: &Seat, no: No) -> Result<Whole, Error> {
    read::open_whole(tx, seat.partnership().id).await?.ok_or_else(|| Error::refuse(no))
}

/// The page was made from another version: what the person saw is not what they would act on.
fn same_version(commitment: &Commitment, seen: i64) -> Result<(), Error> {
    if commitment.version == seen { Ok(()) } else { Err(Error::Stale { now: commitment.version }) }
}

/// A formal act about a commitment, with the facts that every one of them carries.
fn deed(kind: &'static str, commitment: &Commitment) -> Deed {
    let hash = commitment.text_hash.as_deref().map(|hash| data_encoding::HEXLOWER.encode(hash));
    let deed = Deed::new(kind)
        .about(commitment.id)
        .fact("version", commitment.version)
        .fact("renewal", commitment.renew_on);
    match hash {
        Some(hash) => deed.fact("hash", hash),
        None => deed,
    }
}
