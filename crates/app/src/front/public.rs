//! What everybody may see of a partnership, and "add my name": a supporter without an account.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;
use words::Words;

use super::store::{self, Open};
use crate::access::Policy;
use crate::error::Error;
use crate::people::invitation::pledge::{self, Pledge};
use crate::people::membership;
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, refused, show};

/// See the module.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/at", Policy::Public, list)
        .get("/at/{partnership}", Policy::Public, one)
        .post("/at/{partnership}/name", Policy::Public, add)
        .get("/name/{token}", Policy::Link, mine)
        .post("/name/{token}/back", Policy::Link, take_back)
}

#[derive(Template)]
#[template(path = "front/at.html")]
struct List {
    page: Page,
    w: Words,
    open: Vec<Open>,
}

async fn list(ask: Ask) -> Reply {
    let open = store::open(&mut ask.look().await?, None).await?;
    show(&List { page: Page::new(&ask, ask.w.at_title()), w: ask.w, open })
}

#[derive(Template)]
#[template(path = "front/one.html")]
struct One {
    page: Page,
    w: Words,
    form: Form,
    open: Open,
    since: Option<String>,
    parties: Vec<String>,
    names: i64,
}

impl One {
    fn connections(&self) -> Vec<(&'static str, &'static str, &'static str)> {
        pledge::Connection::ALL.iter().map(|one| (one.code(), one.say(&self.w), "")).collect()
    }
}

async fn one(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    show(&view(&ask, id, Form::blank(&ask)).await?)
}

async fn view(ask: &Ask, id: Uuid, form: Form) -> Result<One, Error> {
    let mut tx = ask.look().await?;
    let open = store::open(&mut tx, Some(id)).await?.pop().ok_or(Error::Unseen)?;
    let parties = membership::parties(&mut tx, id).await?;
    let names = pledge::count(&mut tx, id).await?;
    Ok(One {
        page: Page::new(ask, open.name.clone()),
        w: ask.w,
        form,
        since: open.since.map(|at| ask.w.date(at.civil(&open.zone).date())),
        parties: parties
            .iter()
            .filter(|party| party.joined_at.is_some() && party.withdrawn_at.is_none())
            .map(|party| party.name.clone())
            .collect(),
        open,
        names,
    })
}

async fn add(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    pledge::limit(&ask.site, &ask.address, ask.request).await?;
    let mut act = ask.begin(&form).await?;
    store::open(&mut act, Some(id)).await?.pop().ok_or(Error::Unseen)?;
    let input: Pledge = form.input()?;
    match pledge::add(&mut act, &ask.actor, id, input, ask.w.lang()).await {
        Ok(token) => ask.done(act, &form, format!("/name/{token}"), ask.w.pledge_done()).await,
        Err(Error::Refused(no)) => {
            drop(act);
            let form = form.refused(&no, &ask.w);
            refused(&view(&ask, id, form).await?)
        }
        Err(error) => Err(error),
    }
}

#[derive(Template)]
#[template(path = "front/name.html")]
struct Name {
    page: Page,
    w: Words,
    form: Form,
    token: String,
    pledge: pledge::Kept,
    /// This page's own address, to keep.
    link: String,
}

/// The page of somebody's own name, behind the link that only they were shown.
async fn mine(ask: Ask, Path(token): Path<String>) -> Reply {
    let kept = pledge::by_token(&mut ask.look().await?, &token).await?.ok_or(Error::Unseen)?;
    let page = Page::new(&ask, ask.w.pledge_mine_title());
    let link = format!("{}/name/{token}", ask.site.settings.base_url);
    show(&Name { page, w: ask.w, form: Form::blank(&ask), token, pledge: kept, link })
}

async fn take_back(ask: Ask, Path(token): Path<String>, form: Form) -> Result<Response, Error> {
    let mut act = ask.begin(&form).await?;
    pledge::take_back(&mut act, &ask.actor, &token).await?;
    ask.done(act, &form, format!("/name/{token}"), ask.w.pledge_taken_back()).await
}
