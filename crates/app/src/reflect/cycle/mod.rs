//! A pass through the three phases. A partnership is always in one cycle; the first begins with the
//! partnership itself, each later one when the one before it is closed.

mod store;

use db::Tx;
use uuid::Uuid;

use crate::error::Error;

/// The number of the cycle under way, from 1.
pub async fn current(tx: &mut Tx, partnership: Uuid) -> Result<i64, Error> {
    store::current(tx, partnership).await
}
