//! Making, renewing and ending one's own feed.

use uuid::Uuid;

use super::store;
use crate::error::Error;
use crate::people::session;
use crate::site::Act;

/// Makes the address of a feed; an earlier one is worth nothing from now on. Gives the secret, which is not kept.
pub(super) async fn renew(act: &mut Act, person: Uuid) -> Result<String, Error> {
    let secret = data_encoding::BASE32_NOPAD.encode(&act.site().random::<20>()).to_lowercase();
    store::put(act, person, &session::hashed(&secret)).await?;
    Ok(secret)
}

/// Ends the feed.
pub(super) async fn end(act: &mut Act, person: Uuid) -> Result<(), Error> {
    store::remove(act, person).await
}
