//! The page of one meeting: its agenda before, the room while it is held, its minutes after.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use db::Tx;
use words::Words;

use super::Which;
use super::room::Room;
use crate::access::Seat;
use crate::act::meeting::commands;
use crate::error::Error;
use crate::record;
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

#[derive(Template)]
#[template(path = "act/meeting/show.html")]
struct View {
    page: Page,
    w: Words,
    r: Room,
    form: Form,
    /// For the notes of the item that is talked about.
    notes: Form,
}

impl View {
    fn ways(&self) -> Vec<(&'static str, &'static str, &'static str)> {
        let w = &self.w;
        vec![
            ("room", w.meeting_presence_room(), w.meeting_presence_room_means()),
            ("remote", w.meeting_presence_remote(), ""),
            ("excused", w.meeting_presence_excused(), ""),
        ]
    }

    fn norms(&self) -> Vec<(&'static str, &'static str, &'static str)> {
        let w = &self.w;
        vec![
            ("yes", w.meeting_norms_yes(), ""),
            ("partly", w.meeting_norms_partly(), ""),
            ("no", w.meeting_norms_no(), ""),
        ]
    }
}

async fn view(ask: &Ask, tx: &mut Tx, seat: &Seat, which: Which, form: Form) -> Result<View, Error> {
    let w = seat.words(&ask.w);
    let r = Room::read(tx, seat, w, which.meeting, ask.site.now()).await?;
    let mark = record::mark_of(tx, which.meeting).await?;
    let mut page = Page::new(ask, r.meeting.title.clone()).within(seat).marked(mark);
    page.live = Some(format!("/p/{}/live", which.partnership));
    let form = form.of_version(r.meeting.version);
    let form = match (form.errors().is_empty(), r.looked()) {
        (true, Some(look)) => form
            .with("norms", look.norms.clone())
            .with("plus", look.plus.clone())
            .with("delta", look.delta.clone()),
        _ => form,
    };
    let notes = match r.current() {
        Some(item) => Form::blank(ask)
            .of_version(item.notes)
            .with("notes", r.notes(item))
            .with("outcome", r.outcome(item)),
        None => Form::blank(ask),
    };
    Ok(View { page, form, notes, r, w })
}

/// `GET …/meetings/{meeting}`.
pub(super) async fn page(ask: Ask, Path(which): Path<Which>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    let form = Form::blank(&ask).with("minutes", "10").with("days", "7");
    show(&view(&ask, &mut tx, &seat, which, form).await?)
}

/// The page again, with what a rule said.
pub(super) async fn again(ask: &Ask, seat: &Seat, which: Which, form: Form) -> Reply {
    let mut tx = ask.look().await?;
    refused(&view(ask, &mut tx, seat, which, form).await?)
}

/// `POST …/present`.
pub(super) async fn present(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::present(&mut act, &seat, which.meeting, &form.input()?).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, which.path(""), w.meeting_done_present()).await,
        Err(form) => {
            drop(act);
            again(&ask, &seat, which, form).await
        }
    }
}

/// `POST …/look`.
pub(super) async fn look_back(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::look_back(&mut act, &seat, which.meeting, &form.input()?).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, which.path(""), w.meeting_done_look()).await,
        Err(form) => {
            drop(act);
            again(&ask, &seat, which, form).await
        }
    }
}

/// `POST …/minutes`.
pub(super) async fn ask_to_confirm(
    ask: Ask,
    Path(which): Path<Which>,
    form: Form,
) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::ask_to_confirm(&mut act, &seat, which.meeting, &form.input()?).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, which.path(""), w.meeting_done_asked()).await,
        Err(form) => {
            drop(act);
            again(&ask, &seat, which, form).await
        }
    }
}

/// `POST …/minutes/answer`.
pub(super) async fn answer(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::answer(&mut act, &seat, which.meeting, &form.input()?).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, which.path(""), w.meeting_done_answered()).await,
        Err(form) => {
            drop(act);
            again(&ask, &seat, which, form).await
        }
    }
}
