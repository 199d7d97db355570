//! Events: a line for everything that changed, in commit order within its partnership. They hold no
//! text, only what kind of thing changed and which.

use uuid::Uuid;

use super::store;
use crate::error::Error;
use crate::site::Act;
use crate::text::Sharing;

/// Leaves an event that the whole partnership may know of, and wakes its open pages.
pub async fn leave(
    act: &mut Act,
    partnership: Uuid,
    kind: &str,
    actor: Option<Uuid>,
    about: Option<Uuid>,
) -> Result<(), Error> {
    store::event(act, partnership, kind, actor, about, Sharing::Partnership).await?;
    act.wake(partnership);
    Ok(())
}
