//! The shapes of an answer: a page, a way on, a file.

use askama::Template;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, LOCATION, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use super::cookies;
use super::summary::naming_fields;
use crate::error::Error;

/// What handlers return.
pub type Reply = Result<Response, Error>;

/// A page. Pages are private to their reader and never kept by anybody on the way.
pub fn page(status: StatusCode, view: &impl Template) -> Reply {
    let html = view.render().map_err(|error| Error::Broken(error.into()))?;
    let html = if status == StatusCode::UNPROCESSABLE_ENTITY { naming_fields(html) } else { html };
    // The browser keeps what is typed, and must know a page on which the server has the last word.
    let html = match status {
        StatusCode::OK => html,
        no => html.replacen("<body", &format!("<body data-answered=\"{}\"", no.as_u16()), 1),
    };
    let mut response = (status, html).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // The sentence from the act before has now been shown.
    if let Some(cookie) = cookies::set_notice("") {
        headers.append(SET_COOKIE, cookie);
    }
    Ok(response)
}

/// A page that answers well.
pub fn show(view: &impl Template) -> Reply {
    page(StatusCode::OK, view)
}

/// A form shown again because a rule said no.
pub fn refused(view: &impl Template) -> Reply {
    page(StatusCode::UNPROCESSABLE_ENTITY, view)
}

/// After an act: on to a page, with a sentence that says what was done.
pub fn see_other(location: &str, notice: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(value) = HeaderValue::from_str(location) {
        response.headers_mut().insert(LOCATION, value);
    }
    if !notice.is_empty()
        && let Some(cookie) = cookies::set_notice(notice)
    {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

/// A file to keep. The name holds plain letters only.
pub fn file(name: &str, media_type: &'static str, bytes: Vec<u8>) -> Response {
    let safe: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || ".-_".contains(c) { c } else { '-' }).collect();
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{safe}\"")) {
        headers.insert(CONTENT_DISPOSITION, value);
    }
    response
}
