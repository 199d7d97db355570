//! The forms of the agenda.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use words::Words;

use super::room::Room;
use super::{Which, WhichItem, show};
use crate::access::Seat;
use crate::act::meeting::commands;
use crate::act::meeting::item::Item;
use crate::error::Error;
use crate::web::{Ask, Confirm, Form, Page, Reply, refused, reply, tried};

#[derive(Template)]
#[template(path = "act/meeting/item.html")]
struct View {
    page: Page,
    w: Words,
    r: Room,
    item: Item,
    stale: bool,
    form: Form,
}

async fn view(ask: &Ask, seat: &Seat, which: WhichItem, typed: Option<Form>) -> Result<View, Error> {
    let mut tx = ask.look().await?;
    let w = seat.words(&ask.w);
    let r = Room::read(&mut tx, seat, w, which.meeting, ask.site.now()).await?;
    let item = r.items.iter().find(|item| item.id == which.item).cloned().ok_or(Error::Unseen)?;
    if !r.runs {
        return Err(Error::Forbidden);
    }
    let form = typed.unwrap_or_else(|| {
        Form::blank(ask)
            .of_version(item.version)
            .with("title", item.title.clone())
            .with("purpose", item.purpose.code())
            .with("owner", item.owner.map(|id| id.to_string()).unwrap_or_default())
            .with("minutes", item.minutes.to_string())
    });
    Ok(View { page: Page::new(ask, w.meeting_item_title()).within(seat), w, r, item, stale: false, form })
}

/// `POST …/items`.
pub(super) async fn put_on(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::put_on(&mut act, &seat, which.meeting, &form.input()?).await, &form, &w)? {
        Ok(_) => ask.done(act, &form, which.path("#agenda"), w.meeting_done_item()).await,
        Err(form) => {
            drop(act);
            show::again(&ask, &seat, which, form).await
        }
    }
}

/// `GET …/items/{item}`.
pub(super) async fn page(ask: Ask, Path(which): Path<WhichItem>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    drop(tx);
    crate::web::show(&view(&ask, &seat, which, None).await?)
}

/// `POST …/items/{item}`.
pub(super) async fn change(ask: Ask, Path(which): Path<WhichItem>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let (input, version) = (form.input()?, form.version()?);
    let outcome = commands::change_item(&mut act, &seat, which.meeting, which.item, &input, version).await;
    if let Err(Error::Stale { now }) = outcome {
        drop(act);
        let mut view = view(&ask, &seat, which, Some(form.of_version(now))).await?;
        view.stale = true;
        return reply::page(StatusCode::CONFLICT, &view);
    }
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, which.meeting().path("#agenda"), w.meeting_done_item_changed()).await,
        Err(form) => {
            drop(act);
            refused(&view(&ask, &seat, which, Some(form)).await?)
        }
    }
}

/// `POST …/items/{item}/shift`.
pub(super) async fn shift(ask: Ask, Path(which): Path<WhichItem>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::shift(&mut act, &seat, which.meeting, which.item, form.input()?).await;
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, which.meeting().path("#agenda"), "").await,
        Err(form) => {
            drop(act);
            show::again(&ask, &seat, which.meeting(), form).await
        }
    }
}

/// `GET …/items/{item}/off`. What somebody brings is taken off only after a look at whose it is.
pub(super) async fn ask_off(ask: Ask, Path(which): Path<WhichItem>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    let w = seat.words(&ask.w);
    let r = Room::read(&mut tx, &seat, w, which.meeting, ask.site.now()).await?;
    let item = r.items.iter().find(|item| item.id == which.item).ok_or(Error::Unseen)?;
    if !r.runs {
        return Err(Error::Forbidden);
    }
    let (path, page) = (r.path.clone(), Page::new(&ask, w.meeting_off_title()).within(&seat));
    let to = format!("{path}/items/{}/shift", item.id);
    let confirm = Confirm::new(page, w, Form::blank(&ask), to, path).about(&item.title).with("to", "off");
    let confirm = confirm.says(w.meeting_off_says());
    let confirm = match r.name(&item.owner) {
        "" => confirm,
        name => confirm.says(w.meeting_off_owner(name)),
    };
    crate::web::show(&confirm.button(w.meeting_off()))
}

/// `POST …/items/{item}/take-up`. The item is one of an earlier meeting.
pub(super) async fn take_up(ask: Ask, Path(which): Path<WhichItem>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::take_up(&mut act, &seat, which.meeting, which.item).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, which.meeting().path("#agenda"), w.meeting_done_item()).await,
        Err(form) => {
            drop(act);
            show::again(&ask, &seat, which.meeting(), form).await
        }
    }
}
