//! Error pages. Each says what happened, what was kept and what to do next, in the reader's language;
//! what went wrong inside stays in the log, under the number the page shows.

use std::sync::Arc;

use askama::Template;
use axum::body::Bytes;
use axum::http::header::RETRY_AFTER;
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use words::{Lang, Words};

use super::form::SECRETS;
use super::layers::pattern;
use super::page::Page;
use super::{cookies, reply};
use crate::access::{Actor, Person, Right, Seat};
use crate::error::Error;
use crate::people::session;
use crate::site::Site;

/// Carries an error from a handler to [`super::safety`], which knows the reader.
#[derive(Debug, Clone)]
pub struct Failed(pub Arc<Error>);

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = status(&self).into_response();
        response.extensions_mut().insert(Failed(Arc::new(self)));
        response
    }
}

#[derive(Template)]
#[template(path = "web/error.html")]
struct View {
    page: Page,
    w: Words,
    what: String,
    next: String,
    number: Option<String>,
    typed: Vec<(String, String)>,
    ways: Vec<(String, String)>,
}

/// The status of an error.
pub fn status(error: &Error) -> StatusCode {
    match error {
        Error::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::Unseen => StatusCode::NOT_FOUND,
        Error::Forbidden | Error::Foreign => StatusCode::FORBIDDEN,
        Error::SignIn | Error::ProveAgain => StatusCode::UNAUTHORIZED,
        Error::Stale { .. } => StatusCode::CONFLICT,
        Error::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
        Error::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Error::Unreadable => StatusCode::BAD_REQUEST,
        Error::Already { .. } => StatusCode::SEE_OTHER,
        Error::Busy | Error::Again => StatusCode::SERVICE_UNAVAILABLE,
        Error::Full => StatusCode::INSUFFICIENT_STORAGE,
        Error::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// The answer to an error for this reader, who keeps their language and their menu where they can be asked for.
pub async fn answer(site: &Site, parts: &Parts, error: &Error, typed: &Bytes) -> Response {
    let here = parts.uri.path_and_query().map_or("/", |path| path.as_str());
    let reading = parts.method == Method::GET || parts.method == Method::HEAD;
    match error {
        Error::Already { location, notice } => return reply::see_other(location, notice),
        Error::SignIn if reading => return reply::see_other(&way_back("/sign-in", here), ""),
        Error::ProveAgain if reading => return reply::see_other(&way_back("/prove", here), ""),
        _ => {}
    }
    let number = log(parts, error);
    let person = reader(site, parts, error).await;
    let w = Words::new(language(parts, person.as_ref()));
    let (title, what, next) = words_for(&w, error);
    let seat = seat(site, parts, person.as_ref()).await;
    let page = Page::bare(site, w, title, if reading { here } else { "/" }).read_by(person.as_ref());
    let view = View {
        page: seat.iter().fold(page, Page::within),
        what,
        next,
        number,
        typed: kept(typed),
        ways: ways(&w, error, here, seat.as_ref()),
        w,
    };
    let mut response = reply::page(status(error), &view).unwrap_or_else(|_| status(error).into_response());
    if let Some(wait) = wait(error)
        && let Ok(value) = HeaderValue::from_str(&wait.to_string())
    {
        response.headers_mut().insert(RETRY_AFTER, value);
    }
    response
}

/// `/sign-in?next=…` with the way back to this page.
pub fn way_back(to: &str, here: &str) -> String {
    let next = percent_encoding::utf8_percent_encode(here, percent_encoding::NON_ALPHANUMERIC);
    format!("{to}?next={next}")
}

/// Who reads the answer; nobody is asked for while the house is too busy or broken to tell.
async fn reader(site: &Site, parts: &Parts, error: &Error) -> Option<Person> {
    if matches!(error, Error::Busy | Error::Again | Error::Full | Error::Broken(_)) {
        return None;
    }
    let token = cookies::session(&parts.headers, site)?;
    session::recognise(site, &token).await.ok().flatten()
}

/// The reader's seat at the partnership of this address, so that its menu stays; nothing where they hold none.
async fn seat(site: &Site, parts: &Parts, person: Option<&Person>) -> Option<Seat> {
    let actor = Actor::Person(Box::new(person?.clone()));
    let partnership = parts.uri.path().strip_prefix("/p/")?.split('/').next()?.parse().ok()?;
    let mut tx = site.look().await.ok()?;
    Seat::ask(&mut tx, &actor, partnership, Right::See).await.ok()
}

fn language(parts: &Parts, person: Option<&Person>) -> Lang {
    cookies::language(&parts.headers).or(person.map(|person| person.language)).unwrap_or_else(|| {
        let accepted = parts.headers.get(axum::http::header::ACCEPT_LANGUAGE);
        Lang::negotiate(accepted.and_then(|v| v.to_str().ok()).unwrap_or(""))
    })
}

/// Logs what is ours to mend and gives the number under which it stands in the log.
fn log(parts: &Parts, error: &Error) -> Option<String> {
    let number = parts.headers.get("x-request-id").and_then(|v| v.to_str().ok()).unwrap_or("none").to_owned();
    match error {
        Error::Broken(cause) => {
            tracing::error!(request = number, route = pattern(&parts.extensions), ?cause, "broken")
        }
        Error::Full => tracing::error!(request = number, "the disk is full"),
        Error::Busy | Error::Again => tracing::warn!(request = number, ?error, "busy"),
        _ => return None,
    }
    Some(number)
}

fn wait(error: &Error) -> Option<i64> {
    match error {
        Error::TooMany { wait } => Some(*wait),
        Error::Busy | Error::Again => Some(5),
        Error::Full => Some(60),
        _ => None,
    }
}

/// What was typed, so that it can be copied: long and short fields, never secrets or our own keys.
fn kept(typed: &Bytes) -> Vec<(String, String)> {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_bytes(typed).unwrap_or_default();
    pairs
        .into_iter()
        .filter(|(name, value)| {
            !name.starts_with('_') && !SECRETS.contains(&name.as_str()) && !value.trim().is_empty()
        })
        .collect()
}

fn words_for(w: &Words, error: &Error) -> (String, String, String) {
    match error {
        Error::Refused(refusals) => {
            let said: Vec<String> = refusals.iter().map(|r| r.say(w)).collect();
            (w.error_refused_title().into(), said.join(" "), w.error_refused_next().into())
        }
        Error::Unseen => triple(w.error_unseen_title(), w.error_unseen_what(), w.error_unseen_next()),
        Error::Forbidden => {
            triple(w.error_forbidden_title(), w.error_forbidden_what(), w.error_forbidden_next())
        }
        Error::Foreign => triple(w.error_foreign_title(), w.error_foreign_what(), w.error_foreign_next()),
        Error::SignIn => triple(w.error_sign_in_title(), w.error_sign_in_what(), w.error_sign_in_next()),
        Error::ProveAgain => triple(w.error_prove_title(), w.error_prove_what(), w.error_prove_next()),
        Error::Stale { .. } => triple(w.error_stale_title(), w.error_stale_what(), w.error_stale_next()),
        Error::TooMany { wait } => {
            let minutes = (wait + 59) / 60;
            (
                w.error_too_many_title().into(),
                w.error_too_many_what().into(),
                w.error_too_many_next(minutes.max(1)),
            )
        }
        Error::TooLarge => {
            triple(w.error_too_large_title(), w.error_too_large_what(), w.error_too_large_next())
        }
        Error::Unreadable => {
            triple(w.error_unreadable_title(), w.error_unreadable_what(), w.error_unreadable_next())
        }
        Error::Busy | Error::Again | Error::Already { .. } => {
            triple(w.error_busy_title(), w.error_busy_what(), w.error_busy_next())
        }
        Error::Full => triple(w.error_full_title(), w.error_full_what(), w.error_full_next()),
        Error::Broken(_) => triple(w.error_broken_title(), w.error_broken_what(), w.error_broken_next()),
    }
}

fn triple(title: &str, what: &str, next: &str) -> (String, String, String) {
    (title.into(), what.into(), next.into())
}

/// Links that help.
fn ways(w: &Words, error: &Error, here: &str, seat: Option<&Seat>) -> Vec<(String, String)> {
    let home = ("/home".to_owned(), w.error_way_home().to_owned());
    let back = (here.to_owned(), w.error_way_back().to_owned());
    match error {
        Error::SignIn => vec![(way_back("/sign-in", "/home"), w.error_way_sign_in().into())],
        Error::ProveAgain => vec![(way_back("/prove", "/home"), w.error_way_prove().into())],
        Error::Forbidden => seat.map(|seat| people(w, seat)).into_iter().chain([home]).collect(),
        Error::Unseen | Error::Foreign => vec![home],
        _ => vec![back, home],
    }
}

/// Who could be asked for what this seat may not do.
fn people(w: &Words, seat: &Seat) -> (String, String) {
    (format!("/p/{}/people", seat.partnership().id), w.error_way_people().to_owned())
}

#[cfg(test)]
mod tests {
    use crate::scenario;
    use crate::testing::scene;

    scenario!(whoever_is_signed_in_keeps_menu_and_language_where_a_page_is_not_to_be_had, |town| {
        let scene = scene::active(&town, 2).await;
        let (missing, invite) = (scene.path("record/99999"), scene.path("invite"));
        let mut lee = scene::sit(&town, scene.id, Some(scene.parties[0]), "Lee Park", false).await;
        lee.open(&missing)
            .await
            .answered(404)
            .sees("Lee Park")
            .sees("Alder Valley")
            .sees("Meeting")
            .sees("Sign out");
        lee.open(&invite).await.answered(403).sees("Lee Park").follow("See who leads your party").await;
        assert_eq!(lee.path, scene.path("people"));
        lee.open("/language/es").await;
        lee.open(&missing).await.answered(404).sees("Salir").misses("Sign out");
        // Whoever holds no seat there learns nothing of it, and a stranger is asked for no name.
        let mut sam = town.person("Sam Vale").await.1;
        sam.open(&missing).await.answered(404).sees("Sam Vale").misses("Meeting").misses("Alder Valley");
        town.browser().open("/no/such/page").await.answered(404).sees("Sign in").misses("Sign out");
    });

    scenario!(the_address_of_a_form_leads_to_the_page_it_stands_on, |town| {
        let mut scene = scene::active(&town, 2).await;
        let page = scene.path("joint");
        let ana = scene.at(0, "first-hour/name").await.answered(200);
        assert!(ana.path.ends_with("/first-hour"), "{}", ana.path);
        let ana = scene.at(0, &format!("joint/{}/answer", uuid::Uuid::nil())).await.answered(200);
        assert_eq!(ana.path, page);
        let mut stranger = town.person("Sam Vale").await.1;
        stranger.open(&scene.path("first-hour/name")).await.answered(404);
    });
}
