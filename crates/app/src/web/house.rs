//! The house's own routes: the client's files, the language switch, and what a monitor asks.

use askama::Template;
use axum::extract::{Path, Query};
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use words::Lang;

use super::ask::Ask;
use super::page::Page;
use super::reply::{Reply, show};
use super::routes::Routes;
use super::{cookies, figures, live, reply};
use crate::access::{Policy, Right};
use crate::error::Error;

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/assets/{name}", Policy::Public, asset)
        .get("/language/{code}", Policy::Public, language)
        .get("/healthz", Policy::Public, alive)
        .get("/readyz", Policy::Public, ready)
        .get("/metrics", Policy::Link, figures::show)
        .get("/styleguide", Policy::Demo, style_guide)
        .get("/p/{partnership}/live", Policy::Seat(Right::See), live::stream)
}

/// A file of the client. Its name holds its hash, so it may be kept for ever.
async fn asset(ask: Ask, Path(name): Path<String>) -> Result<Response, Error> {
    let asset = assets::find(&name).ok_or(Error::Unseen)?;
    let accepts = ask.headers.get("accept-encoding").and_then(|v| v.to_str().ok()).unwrap_or("");
    let (bytes, encoding) = match (asset.br, asset.gzip) {
        (Some(bytes), _) if accepts.contains("br") => (bytes, Some("br")),
        (_, Some(bytes)) if accepts.contains("gzip") => (bytes, Some("gzip")),
        _ => (asset.bytes, None),
    };
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(asset.content_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    if let Some(encoding) = encoding {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    Ok(response)
}

#[derive(Template)]
#[template(path = "web/styleguide.html")]
struct StyleGuide {
    page: Page,
}

/// Every component once, for whoever writes a page.
async fn style_guide(ask: Ask) -> Reply {
    show(&StyleGuide { page: Page::new(&ask, ask.w.common_style_guide()) })
}

#[derive(Deserialize)]
struct Back {
    #[serde(default)]
    next: String,
}

/// Keeps the chosen language and goes back to the page. Changes nothing but the reader's own cookie.
async fn language(_ask: Ask, Path(code): Path<String>, Query(back): Query<Back>) -> Result<Response, Error> {
    let lang = Lang::from_code(&code).ok_or(Error::Unseen)?;
    let mut response = reply::see_other(own_path(&back.next).unwrap_or("/"), "");
    if let Some(cookie) = cookies::set_language(lang) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}

/// The path, if it is one of ours: it must not lead anywhere else.
pub fn own_path(next: &str) -> Option<&str> {
    let plain = next.starts_with('/') && !next.starts_with("//") && !next.starts_with("/\\");
    (plain && !next.chars().any(|c| c.is_control() || c == '\\')).then_some(next)
}

/// The process lives.
async fn alive() -> &'static str {
    "alive\n"
}

/// The database answers: this node may be sent requests.
async fn ready(ask: Ask) -> Response {
    match ask.site.db.healthy().await {
        Ok(()) => "ready\n".into_response(),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "not ready\n").into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn only_our_own_paths_are_ways_back() {
        for good in ["/", "/home", "/p/1?x=%2F"] {
            assert_eq!(own_path(good), Some(good));
        }
        for bad in
            ["", "home", "//evil.example", "/\\evil.example", "https://evil.example", "/a\r\nb", "/a\\b"]
        {
            assert_eq!(own_path(bad), None, "{bad:?}");
        }
    }
}
