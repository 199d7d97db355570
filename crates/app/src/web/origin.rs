//! Two checks before anything else: the request is for our own host, and an act comes from our own
//! page. The second is the scheme of Go 1.25, one step stricter than tower-http's `csrf` layer, which
//! lets an act pass that says neither `Sec-Fetch-Site` nor `Origin`: here it is refused.

use axum::extract::{Request, State};
use axum::http::header::{HOST, ORIGIN};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::error::Error;
use crate::site::Site;

/// Only the configured host is answered: no link in a page or mail is ever made from another.
pub async fn own_host(State(site): State<Site>, request: Request, next: Next) -> Response {
    let named = request
        .uri()
        .authority()
        .map(|a| a.as_str().to_owned())
        .or_else(|| request.headers().get(HOST).and_then(|v| v.to_str().ok()).map(str::to_owned));
    let probe = request.uri().path() == "/healthz" || request.uri().path() == "/readyz";
    if probe || named.as_deref() == Some(site.settings.authority()) {
        next.run(request).await
    } else {
        StatusCode::MISDIRECTED_REQUEST.into_response()
    }
}

/// An act must come from our own page.
pub async fn own_page(State(site): State<Site>, request: Request, next: Next) -> Response {
    let reads = request.method() == Method::GET || request.method() == Method::HEAD;
    if !reads && !from_a_mail_program(&request) && !is_own(&site, &request) {
        return Error::Foreign.into_response();
    }
    next.run(request).await
}

/// A mail program stops letters for its owner by posting to the address in them (RFC 8058), from nowhere. Whoever
/// knows the address holds the letter, and all that it can do is to stop such letters.
fn from_a_mail_program(request: &Request) -> bool {
    request.uri().path().starts_with("/digest/off/")
}

fn is_own(site: &Site, request: &Request) -> bool {
    let header = |name: &str| request.headers().get(name).and_then(|v| v.to_str().ok());
    match header("sec-fetch-site") {
        Some("same-origin" | "none") => true,
        Some(_) => false,
        None => header(ORIGIN.as_str()) == Some(site.settings.base_url.as_str()),
    }
}
