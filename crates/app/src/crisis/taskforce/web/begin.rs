//! The door to a crisis: the one that goes on, or the form that begins one.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;
use words::Words;

use super::frame::state;
use super::show;
use crate::access::Right;
use crate::crisis::playbook::{self, Code, Playbook};
use crate::crisis::taskforce::{Crisis, commands, living, store};
use crate::error::Error;
use crate::mail::Hearer;
use crate::people::{letters, membership};
use crate::web::{Ask, Form, Page, Reply, refused, tried};

/// As many earlier ones as the page lists.
const EARLIER: i64 = 20;

#[derive(Template)]
#[template(path = "crisis/taskforce/begin.html")]
struct Begin {
    page: Page,
    w: Words,
    form: Form,
    books: Vec<(&'static str, &'static Playbook)>,
    others: Vec<String>,
    hearers: Vec<Hearer>,
    may: bool,
    earlier: Vec<Crisis>,
    zone: String,
}

impl Begin {
    fn choices(&self) -> Vec<(&'static str, &str, &str)> {
        self.books.iter().map(|(code, book)| (*code, book.title.as_str(), book.when.as_str())).collect()
    }

    fn state(&self, one: &Crisis) -> &'static str {
        state(&self.w, one.state)
    }

    fn day(&self, one: &Crisis) -> String {
        self.w.date(one.activated_at.civil(&self.zone).date())
    }
}

async fn view(ask: &Ask, id: Uuid, form: Form) -> Result<Begin, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let own = seat.membership().and_then(|m| m.party.as_ref()).map(|p| p.id);
    let parties = membership::parties(&mut tx, id).await?;
    let mut books = Vec::new();
    for code in Code::ALL {
        books.push((code.code(), playbook::of(*code, w.lang())?));
    }
    Ok(Begin {
        page: Page::new(ask, w.crisis_title()).within(&seat),
        hearers: letters::hearers(&mut tx, &seat, &w, |line| line.lead).await?,
        form,
        books,
        others: parties.into_iter().filter(|p| p.counts() && Some(p.id) != own).map(|p| p.name).collect(),
        may: seat.could(Right::ActivateCrisis),
        earlier: store::list(&mut tx, id, EARLIER).await?,
        zone: seat.partnership().zone.clone(),
        w,
    })
}

/// `GET …/crisis`.
pub(super) async fn home(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    ask.seat(&mut tx, id).await?;
    let goes_on = living(&mut tx, id).await?;
    drop(tx);
    match goes_on {
        Some(crisis) => show::page(&ask, id, crisis.id).await,
        None => crate::web::show(&view(&ask, id, Form::blank(&ask)).await?),
    }
}

/// `POST …/crisis`.
pub(super) async fn activate(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::activate(&mut act, &seat, &form.input()?).await, &form, &w)? {
        Ok(_) => ask.done(act, &form, format!("/p/{id}/crisis"), w.crisis_done_activated()).await,
        Err(form) => {
            drop(act);
            refused(&view(&ask, id, form).await?)
        }
    }
}
