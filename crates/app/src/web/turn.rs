//! Taking turns: a node makes only so many pages and does only so many acts at once. Who waited a moment
//! in vain is told to come back, with what they typed kept, while the node stays quick for the others.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::limits::Limits;
use crate::error::Error;

/// The turns of one node: pages and acts wait apart, so that a crowd of readers never keeps a signature
/// out.
#[derive(Debug, Clone)]
pub struct Turns {
    reads: Arc<Semaphore>,
    writes: Arc<Semaphore>,
    limits: Limits,
}

impl Turns {
    /// As many as the limits say.
    pub fn new(limits: Limits) -> Self {
        Self {
            reads: Arc::new(Semaphore::new(limits.reads)),
            writes: Arc::new(Semaphore::new(limits.writes)),
            limits,
        }
    }
}

/// Waits for a turn. What a monitor asks is always answered: a busy node must not look like a dead one.
/// The body has been read before, so a slow sender holds no turn; a live stream holds none either, since
/// its turn ends when it begins.
pub async fn taken(State(turns): State<Turns>, request: Request, next: Next) -> Response {
    if ["/healthz", "/readyz", "/metrics"].contains(&request.uri().path()) {
        return next.run(request).await;
    }
    let reading = request.method() == Method::GET || request.method() == Method::HEAD;
    let room = if reading { &turns.reads } else { &turns.writes };
    match timeout(turns.limits.turn, room.acquire()).await {
        Ok(Ok(_turn)) => next.run(request).await,
        _ => {
            metrics::counter!("concord_shed_total", "kind" => if reading { "read" } else { "write" })
                .increment(1);
            Error::Busy.into_response()
        }
    }
}
