//! Live pages: an open page holds one stream for its partnership and is told "changed" when an act
//! there has been committed, on this node at once and on others by watching the event table.

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::extract::Path;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use tokio::sync::broadcast;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::BroadcastStream;
use uuid::Uuid;

use super::ask::Ask;
use crate::error::Error;
use crate::record::event;

/// Tells open pages that something changed in a partnership: one channel for each that has a page open.
#[derive(Debug, Default)]
pub struct Live(Mutex<HashMap<Uuid, Channel>>);

/// The open pages of one partnership on this node.
#[derive(Debug)]
struct Channel {
    open: broadcast::Sender<()>,
    /// The newest event that these pages know of.
    seen: i64,
}

impl Live {
    /// Something was committed in this partnership.
    pub fn wake(&self, partnership: Uuid) {
        if let Some(channel) = self.channels().get(&partnership) {
            // The last page may have closed this instant: nobody to tell.
            let _ = channel.open.send(());
        }
    }

    /// The newest event of a partnership has this number: wakes its open pages if they do not know it yet.
    pub fn newest(&self, partnership: Uuid, event: i64) {
        if let Some(channel) = self.channels().get_mut(&partnership)
            && channel.seen < event
        {
            channel.seen = event;
            let _ = channel.open.send(());
        }
    }

    /// The partnerships that have a page open on this node.
    pub fn watched(&self) -> Vec<Uuid> {
        let mut channels = self.channels();
        channels.retain(|_, channel| channel.open.receiver_count() > 0);
        channels.keys().copied().collect()
    }

    /// A word whenever something changes in this partnership after the event of this number.
    pub fn listen(&self, partnership: Uuid, seen: i64) -> broadcast::Receiver<()> {
        let mut channels = self.channels();
        let channel =
            channels.entry(partnership).or_insert_with(|| Channel { open: broadcast::Sender::new(16), seen });
        channel.open.subscribe()
    }

    /// Ends every stream: the node is stopping, and open pages will ask another.
    pub fn close(&self) {
        self.channels().clear();
    }

    fn channels(&self) -> MutexGuard<'_, HashMap<Uuid, Channel>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// `GET /p/{partnership}/live`: an event `changed` whenever something there has changed.
pub async fn stream(ask: Ask, Path(partnership): Path<Uuid>) -> Result<Response, Error> {
    let mut tx = ask.look().await?;
    ask.seat(&mut tx, partnership).await?;
    let seen = event::last(&mut tx, partnership).await?;
    drop(tx);
    // A reader who fell behind is told once more than needed rather than once too few.
    let changes = BroadcastStream::new(ask.site.live.listen(partnership, seen))
        .map(|_| Ok::<_, Infallible>(Event::default().event("changed").data("changed")));
    let alive = KeepAlive::new().interval(Duration::from_secs(20));
    Ok(Sse::new(changes).keep_alive(alive).into_response())
}
