//! The page of the inventory.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use db::Tx;
use serde::Deserialize;
use uuid::Uuid;
use words::Words;

use super::{Entry, Fate, commands, store};
use crate::access::{Right, Seat};
use crate::error::Error;
use crate::reflect::cycle;
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

#[derive(Template)]
#[template(path = "act/team/inventory/list.html")]
struct View {
    page: Page,
    w: Words,
    path: String,
    groups: Vec<(Fate, Vec<Entry>)>,
    fates: Vec<(String, String, String)>,
    may_write: bool,
    form: Form,
}

async fn view(ask: &Ask, tx: &mut Tx, seat: &Seat, form: Form) -> Result<View, Error> {
    let w = seat.words(&ask.w);
    let id = seat.partnership().id;
    let cycle = cycle::current(tx, id).await?;
    let all = store::list(tx, id, cycle).await?;
    let of = |fate: Fate| all.iter().filter(|entry| entry.fate == fate).cloned().collect::<Vec<_>>();
    Ok(View {
        page: Page::new(ask, w.team_inventory_title()).within(seat),
        path: format!("/p/{id}/teams/inventory"),
        groups: Fate::ALL
            .iter()
            .map(|fate| (*fate, of(*fate)))
            .filter(|(_, some)| !some.is_empty())
            .collect(),
        fates: Fate::ALL
            .iter()
            .map(|fate| (fate.code().to_owned(), fate.say(&w).to_owned(), String::new()))
            .collect(),
        may_write: seat.could(Right::WorkInTeams),
        form,
        w,
    })
}

/// `GET …/teams/inventory`.
pub(in crate::act::team) async fn page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    show(&view(&ask, &mut tx, &seat, Form::blank(&ask)).await?)
}

/// `POST …/teams/inventory`.
pub(in crate::act::team) async fn add(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::note(&mut act, &seat, &form.input()?).await, &form, &w)? {
        Ok(_) => ask.done(act, &form, format!("/p/{id}/teams/inventory"), w.team_done_noted()).await,
        Err(form) => {
            drop(act);
            let mut tx = ask.look().await?;
            refused(&view(&ask, &mut tx, &seat, form).await?)
        }
    }
}

#[derive(Deserialize)]
pub(in crate::act::team) struct Which {
    partnership: Uuid,
    entry: Uuid,
}

/// `POST …/teams/inventory/{entry}/remove`.
pub(in crate::act::team) async fn remove(
    ask: Ask,
    Path(which): Path<Which>,
    form: Form,
) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    commands::remove(&mut act, &seat, which.entry).await?;
    let to = format!("/p/{}/teams/inventory", which.partnership);
    ask.done(act, &form, to, w.team_done_removed()).await
}
