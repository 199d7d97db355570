//! What became of one thing at the end of each cycle, for its own page: so that a goal or an action tells
//! where it comes from, as the page of the cycles tells where it went.

use db::Tx;
use uuid::Uuid;
use words::Words;

use super::store;
use crate::error::Error;

/// One cycle's end, as the page of a thing tells it.
#[derive(Debug, Clone)]
pub struct Passage {
    /// What became of it, in the reader's words.
    pub says: String,
    /// Where that cycle stands, on the page of the cycles.
    pub link: String,
}

/// The ends of cycles at which this was carried on or left behind, the first first.
pub async fn history(tx: &mut Tx, w: &Words, partnership: Uuid, about: Uuid) -> Result<Vec<Passage>, Error> {
    let found = store::passages(tx, partnership, about).await?;
    let tell = |(cycle, carried): (i64, bool)| Passage {
        says: if carried { w.cycle_passed_on(cycle, cycle + 1) } else { w.cycle_left_in(cycle) },
        link: format!("/p/{partnership}/cycle#cycle-{cycle}"),
    };
    Ok(found.into_iter().map(tell).collect())
}
