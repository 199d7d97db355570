//! Live pages: an open page holds one stream for its partnership and is told "changed" when an act
//! there has been committed, on this node at once and on others by watching the event table.

use std::convert::Infallible;
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

/// Tells open pages that something changed in a partnership.
#[derive(Debug)]
pub struct Live(broadcast::Sender<Uuid>);

impl Default for Live {
    fn default() -> Self {
        Self(broadcast::Sender::new(256))
    }
}

impl Live {
    /// Something was committed in this partnership.
    pub fn wake(&self, partnership: Uuid) {
        // No page is open: nobody to tell.
        let _ = self.0.send(partnership);
    }

    /// How many pages are open.
    pub fn open_pages(&self) -> usize {
        self.0.receiver_count()
    }

    /// A stream of the partnerships in which something changed.
    pub fn listen(&self) -> broadcast::Receiver<Uuid> {
        self.0.subscribe()
    }
}

/// `GET /p/{partnership}/live`: an event `changed` whenever something there has changed.
pub async fn stream(ask: Ask, Path(partnership): Path<Uuid>) -> Result<Response, Error> {
    let mut tx = ask.look().await?;
    ask.seat(&mut tx, partnership).await?;
    drop(tx);
    // A reader who fell behind is told once more than needed rather than once too few.
    let changes = BroadcastStream::new(ask.site.live.listen())
        .filter(move |woken| woken.as_ref().map_or(true, |id| *id == partnership))
        .map(|_| Ok::<_, Infallible>(Event::default().event("changed").data("changed")));
    let alive = KeepAlive::new().interval(Duration::from_secs(20));
    Ok(Sse::new(changes).keep_alive(alive).into_response())
}
