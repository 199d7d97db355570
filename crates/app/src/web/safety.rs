//! The layer around every handler: it keeps what was typed, runs a request again when the engine asks
//! for it, cuts off one that takes too long, and turns every error into a page that says what
//! happened, what was kept and what to do.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::body;
use super::error::{Failed, answer};
use crate::error::{Error, broken};
use crate::site::Site;

/// The largest form: 64 KiB of text is about thirty pages.
pub const LARGEST_FORM: usize = 64 * 1024;
/// The largest request of all, for files.
pub const LARGEST_BODY: usize = 10 * 1024 * 1024;
const RERUNS: u32 = 8;

/// A request's own number, the same each time it is run again. Never one that the client chose.
#[derive(Debug, Clone, Copy)]
pub struct Number(pub Uuid);

/// See the module.
pub async fn layer(State(site): State<Site>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    parts.extensions.insert(Number(site.id()));
    let limit = if is_form(&parts) { LARGEST_FORM } else { LARGEST_BODY };
    let limits = &site.settings.limits;
    let typed = match body::read(body, limit, limits).await {
        Ok(typed) => typed,
        Err(error) => return answer(&site, &parts, &error, &Bytes::new()).await,
    };
    let mut tries = 0;
    loop {
        let request = Request::from_parts(parts.clone(), Body::from(typed.clone()));
        let outcome = tokio::time::timeout(limits.handler, next.clone().run(request)).await;
        let response = outcome.unwrap_or_else(|_| Error::Busy.into_response());
        let Some(error) = failure(&response) else { return response };
        if matches!(*error, Error::Again) && tries < RERUNS {
            tries += 1;
            tokio::time::sleep(Duration::from_millis(pause(&site, tries))).await;
            continue;
        }
        return answer(&site, &parts, &error, &typed).await;
    }
}

fn is_form(parts: &Parts) -> bool {
    parts.method == Method::POST && !parts.uri.path().contains("/files")
}

/// A few milliseconds, growing and spread.
fn pause(site: &Site, tries: u32) -> u64 {
    let [chance] = site.random::<1>();
    u64::from(tries) * 2 + u64::from(chance) % (u64::from(tries) * 8)
}

/// What went wrong, if anything did: our own error, or an answer the framework gave by itself.
fn failure(response: &Response) -> Option<Arc<Error>> {
    if let Some(Failed(error)) = response.extensions().get::<Failed>() {
        return Some(error.clone());
    }
    match response.status() {
        // A path whose id cannot be read looks like one that does not exist.
        StatusCode::BAD_REQUEST | StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED
            if !is_page(response) =>
        {
            Some(Arc::new(Error::Unseen))
        }
        StatusCode::PAYLOAD_TOO_LARGE => Some(Arc::new(Error::TooLarge)),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Some(Arc::new(Error::Unreadable)),
        StatusCode::INTERNAL_SERVER_ERROR => Some(Arc::new(broken("a handler panicked"))),
        _ => None,
    }
}

fn is_page(response: &Response) -> bool {
    let media_type = response.headers().get(axum::http::header::CONTENT_TYPE);
    media_type.is_some_and(|value| value.as_bytes().starts_with(b"text/html"))
}
