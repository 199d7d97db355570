//! The five cookies: the session, the browser that asked for a code, the answers of somebody who must sign in
//! first, the chosen language, and the sentence that says what was just done. The first three are bound to
//! the host where TLS allows it.

use axum::http::header::COOKIE;
use axum::http::{HeaderMap, HeaderValue};
use cookie::{Cookie, SameSite};
use words::Lang;

use crate::site::Site;

const LANGUAGE: &str = "language";
const NOTICE: &str = "notice";
const SESSION: &str = "concord";
const BROWSER: &str = "concord-browser";
const ANSWERS: &str = "concord-answers";

fn find(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| Cookie::split_parse_encoded(line.to_owned()))
        .filter_map(Result::ok)
        .find(|cookie| cookie.name() == name)
        .map(|cookie| cookie.value().to_owned())
}

fn bound(site: &Site, name: &str) -> String {
    if site.settings.secure() { format!("__Host-{name}") } else { name.to_owned() }
}

fn header(cookie: &Cookie<'_>) -> Option<HeaderValue> {
    HeaderValue::from_str(&cookie.encoded().to_string()).ok()
}

fn private(site: &Site, name: &str, value: String) -> Cookie<'static> {
    Cookie::build((bound(site, name), value))
        .path("/")
        .http_only(true)
        .secure(site.settings.secure())
        .same_site(SameSite::Lax)
        .build()
}

/// The session token a browser holds.
pub fn session(headers: &HeaderMap, site: &Site) -> Option<String> {
    find(headers, &bound(site, SESSION))
}

/// Sets the session token; `None` takes it away.
pub fn set_session(site: &Site, token: Option<&str>) -> Option<HeaderValue> {
    let mut cookie = private(site, SESSION, token.unwrap_or("").to_owned());
    cookie.set_max_age(if token.is_some() {
        cookie::time::Duration::hours(24)
    } else {
        cookie::time::Duration::ZERO
    });
    header(&cookie)
}

/// The token of the browser that asked for a code.
pub fn browser(headers: &HeaderMap, site: &Site) -> Option<String> {
    find(headers, &bound(site, BROWSER))
}

/// Sets the browser's token for as long as it stays open.
pub fn set_browser(site: &Site, token: &str) -> Option<HeaderValue> {
    header(&private(site, BROWSER, token.to_owned()))
}

/// What somebody typed before they signed in.
pub fn answers(headers: &HeaderMap, site: &Site) -> Option<String> {
    find(headers, &bound(site, ANSWERS)).filter(|kept| !kept.is_empty())
}

/// Keeps it for an hour; `None` takes it away.
pub fn set_answers(site: &Site, kept: Option<&str>) -> Option<HeaderValue> {
    let mut cookie = private(site, ANSWERS, kept.unwrap_or("").to_owned());
    cookie.set_max_age(cookie::time::Duration::hours(i64::from(kept.is_some())));
    header(&cookie)
}

/// The language chosen on the page.
pub fn language(headers: &HeaderMap) -> Option<Lang> {
    find(headers, LANGUAGE).and_then(|code| Lang::from_code(&code))
}

/// Remembers the language for a year.
pub fn set_language(lang: Lang) -> Option<HeaderValue> {
    header(
        &Cookie::build((LANGUAGE, lang.code().to_owned()))
            .path("/")
            .same_site(SameSite::Lax)
            .max_age(cookie::time::Duration::days(365))
            .build(),
    )
}

/// The sentence left by the act before this page.
pub fn notice(headers: &HeaderMap) -> Option<String> {
    find(headers, NOTICE).filter(|text| !text.is_empty())
}

/// Leaves a sentence for the next page; an empty one takes it away.
pub fn set_notice(text: &str) -> Option<HeaderValue> {
    let seconds = if text.is_empty() { 0 } else { 60 };
    header(
        &Cookie::build((NOTICE, text.to_owned()))
            .path("/")
            .http_only(true)
            .same_site(SameSite::Lax)
            .max_age(cookie::time::Duration::seconds(seconds))
            .build(),
    )
}
