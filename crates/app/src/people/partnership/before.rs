//! The five answers of somebody who has not signed in yet. They are kept in their own browser, in a cookie
//! that lasts an hour, until they come back with a session; nothing of them is kept here.

use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use axum::response::Response;
use data_encoding::BASE64URL_NOPAD;

use super::answers::Start;
use crate::error::Error;
use crate::site::Site;
use crate::web::error::way_back;
use crate::web::{Ask, Form, cookies, reply};

/// A browser keeps about four thousand letters in a cookie.
const MOST: usize = 3_800;

/// Keeps the answers and leads to the door, once every answer can stand. Answers too long for a cookie are
/// shown on the page that asks to sign in, to be copied.
pub(super) fn keep(ask: &Ask, form: &Form) -> Result<Response, Error> {
    form.input::<Start>()?.plan("")?;
    let pairs: Vec<(&str, &str)> = form.typed().collect();
    let text = serde_urlencoded::to_string(pairs).map_err(crate::error::broken)?;
    let kept = BASE64URL_NOPAD.encode(text.as_bytes());
    if kept.len() > MOST {
        return Err(Error::SignIn);
    }
    let said = ask.w.start_kept();
    let mut response = reply::see_other(&way_back("/sign-in", "/start"), said);
    if let Some(cookie) = cookies::set_answers(&ask.site, Some(&kept)) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}

/// The answers this browser has kept.
pub(super) fn kept(headers: &HeaderMap, site: &Site) -> Option<Vec<(String, String)>> {
    let text = BASE64URL_NOPAD.decode(cookies::answers(headers, site)?.as_bytes()).ok()?;
    serde_urlencoded::from_bytes(&text).ok().filter(|pairs: &Vec<_>| !pairs.is_empty())
}

/// The answer to an act that used them: the browser forgets them.
pub(super) fn forgotten(site: &Site, mut response: Response) -> Response {
    if let Some(cookie) = cookies::set_answers(site, None) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}
