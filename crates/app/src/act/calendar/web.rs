//! One's own feed: the page that makes, renews and ends it, and the feed itself.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use words::Words;

use super::{commands, ics, store};
use crate::access::Policy;
use crate::error::Error;
use crate::people::session;
use crate::site::Moment;
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, reply, show};

/// How far back a feed reaches.
const BACK: i64 = 92 * Moment::DAY;

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/account/calendar", Policy::SignedIn, page)
        .post("/account/calendar", Policy::SignedIn, renew)
        .get("/account/calendar/{secret}", Policy::SignedIn, made)
        .post("/account/calendar/end", Policy::SignedIn, end)
        .get("/calendar/{secret}", Policy::Link, feed)
}

#[derive(Template)]
#[template(path = "act/calendar/page.html")]
struct View {
    page: Page,
    w: Words,
    since: Option<String>,
    /// The address, right after it was made.
    address: Option<String>,
    form: Form,
}

async fn view(ask: &Ask, address: Option<String>) -> Reply {
    let person = ask.person()?.id;
    let mut tx = ask.look().await?;
    let since = store::of_person(&mut tx, person).await?;
    show(&View {
        page: Page::new(ask, ask.w.calendar_title()),
        since: since.map(|at| ask.w.date(at.civil("UTC").date())),
        address,
        form: Form::blank(ask),
        w: ask.w,
    })
}

/// `GET /account/calendar`.
async fn page(ask: Ask) -> Reply {
    view(&ask, None).await
}

/// `POST /account/calendar`.
async fn renew(ask: Ask, form: Form) -> Result<Response, Error> {
    let person = ask.person()?.id;
    let mut act = ask.begin(&form).await?;
    let secret = commands::renew(&mut act, person).await?;
    ask.done(act, &form, format!("/account/calendar/{secret}"), ask.w.calendar_done_made()).await
}

/// `GET /account/calendar/{secret}`: the address, for its owner alone and only while it is the one that counts.
async fn made(ask: Ask, Path(secret): Path<String>) -> Reply {
    let person = ask.person()?.id;
    let mut tx = ask.look().await?;
    let owner = store::by_secret(&mut tx, &session::hashed(&secret)).await?;
    drop(tx);
    if owner.is_none_or(|(owner, _)| owner != person) {
        return Err(Error::Unseen);
    }
    let address = format!("{}/calendar/{secret}.ics", ask.site.settings.base_url);
    view(&ask, Some(address)).await
}

/// `POST /account/calendar/end`.
async fn end(ask: Ask, form: Form) -> Result<Response, Error> {
    let person = ask.person()?.id;
    let mut act = ask.begin(&form).await?;
    commands::end(&mut act, person).await?;
    ask.done(act, &form, "/account/calendar", ask.w.calendar_done_ended()).await
}

/// `GET /calendar/{secret}.ics`.
async fn feed(ask: Ask, Path(secret): Path<String>) -> Reply {
    let secret = secret.strip_suffix(".ics").unwrap_or(&secret);
    let mut tx = ask.look().await?;
    let owner = store::by_secret(&mut tx, &session::hashed(secret)).await?;
    let (person, name) = owner.ok_or(Error::Unseen)?;
    let from = ask.site.now().plus(-BACK);
    let events = store::events(&mut tx, person, from, &ask.site.settings.base_url).await?;
    let file = ics::feed(&ask.w.calendar_name(&name), &events);
    Ok(reply::file("concord.ics", "text/calendar; charset=utf-8", file.into_bytes()))
}
