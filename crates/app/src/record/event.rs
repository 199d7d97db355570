//! Events: a line for everything that changed, in commit order within its partnership. They hold no
//! text, only what kind of thing changed and which.

mod store;

use std::time::Duration;

use db::Tx;
use tokio::sync::watch;
use uuid::Uuid;

use crate::act::decision;
use crate::error::Error;
use crate::site::{Act, Site};
use crate::text::Sharing;

/// Leaves an event that the whole partnership may know of, and wakes its open pages.
pub async fn leave(
    act: &mut Act,
    partnership: Uuid,
    kind: &str,
    actor: Option<Uuid>,
    about: Option<Uuid>,
) -> Result<(), Error> {
    store::add(act, partnership, kind, actor, about, Sharing::Partnership).await?;
    act.wake(partnership);
    Ok(())
}

/// How often a node looks for what the others committed.
const LOOK_EVERY: Duration = Duration::from_millis(400);

/// Watches the event table for acts committed on other nodes and wakes the pages open here. Looks only
/// at partnerships somebody has a page open for, from the event those pages began with: `last` grows in
/// commit order, so none is missed.
pub async fn watch(site: Site, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        for partnership in site.live.watched() {
            match newest(&site, partnership).await {
                Ok(event) => site.live.newest(partnership, event),
                Err(error) => tracing::warn!(?error, "looking for events failed"),
            }
        }
        tokio::select! {
            () = tokio::time::sleep(LOOK_EVERY) => {}
            _ = stop.changed() => {}
        }
    }
}

async fn newest(site: &Site, partnership: Uuid) -> Result<i64, Error> {
    last(&mut site.look().await?, partnership).await
}

/// The number of a partnership's newest event.
pub(super) async fn number(tx: &mut Tx, partnership: Uuid) -> Result<i64, Error> {
    store::last(tx, partnership).await
}

/// How much has happened in a partnership: the number of its newest event and the answers to decisions,
/// which leave no event so that many can be given at once. It only grows.
pub async fn last(tx: &mut Tx, partnership: Uuid) -> Result<i64, Error> {
    Ok(number(tx, partnership).await? + decision::answers_given(tx, partnership).await?)
}
