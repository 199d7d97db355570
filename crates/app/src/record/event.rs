//! Events: a line for everything that changed, in commit order within its partnership. They hold no
//! text, only what kind of thing changed and which.

use std::collections::HashMap;
use std::time::Duration;

use tokio::sync::watch;
use uuid::Uuid;

use super::store;
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
    store::event(act, partnership, kind, actor, about, Sharing::Partnership).await?;
    act.wake(partnership);
    Ok(())
}

/// How often a node looks for what the others committed.
const LOOK_EVERY: Duration = Duration::from_millis(400);

/// Watches the event table for acts committed on other nodes and wakes the pages open here. Looks only
/// at partnerships somebody has a page open for: `last` grows in commit order, so none is missed.
pub async fn watch(site: Site, mut stop: watch::Receiver<bool>) {
    let mut known: HashMap<Uuid, i64> = HashMap::new();
    while !*stop.borrow() {
        let open = site.live.watched();
        known.retain(|partnership, _| open.contains(partnership));
        for partnership in open {
            match last(&site, partnership).await {
                Ok(last) => {
                    let before = known.insert(partnership, last);
                    if before.is_some_and(|before| before < last) {
                        site.live.wake(partnership);
                    }
                }
                Err(error) => tracing::warn!(?error, "looking for events failed"),
            }
        }
        tokio::select! {
            () = tokio::time::sleep(LOOK_EVERY) => {}
            _ = stop.changed() => {}
        }
    }
}

async fn last(site: &Site, partnership: Uuid) -> Result<i64, Error> {
    store::last_event(&mut site.look().await?, partnership).await
}
