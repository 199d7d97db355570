//! The page of whoever runs the meeting: now, next, time, who has not spoken, what to say, one line for an action.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use db::Tx;
use words::Words;

use super::room::Room;
use super::{Which, show};
use crate::access::Seat;
use crate::act::meeting::commands::{self, Caught};
use crate::act::meeting::line::{self, Read};
use crate::error::Error;
use crate::web::{Ask, Confirm, Form, Page, Reply, refused, tried};

#[derive(Template)]
#[template(path = "act/meeting/run.html")]
struct View {
    page: Page,
    w: Words,
    r: Room,
    form: Form,
}

async fn view(ask: &Ask, tx: &mut Tx, seat: &Seat, which: Which, form: Form) -> Result<View, Error> {
    let w = seat.words(&ask.w);
    let r = Room::read(tx, seat, w, which.meeting, ask.site.now()).await?;
    if !r.runs {
        return Err(Error::Forbidden);
    }
    let mut page = Page::new(ask, w.meeting_run_title(&r.meeting.title)).within(seat);
    page.live = Some(format!("/p/{}/live", which.partnership));
    Ok(View { page, form: form.of_version(r.meeting.version), r, w })
}

/// `GET …/run`.
pub(super) async fn page(ask: Ask, Path(which): Path<Which>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    crate::web::show(&view(&ask, &mut tx, &seat, which, Form::blank(&ask)).await?)
}

pub(super) async fn again(ask: &Ask, seat: &Seat, which: Which, form: Form) -> Reply {
    let mut tx = ask.look().await?;
    refused(&view(ask, &mut tx, seat, which, form).await?)
}

/// `POST …/begin`.
pub(super) async fn begin(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::begin(&mut act, &seat, which.meeting).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, which.path("/run"), w.meeting_done_begun()).await,
        Err(form) => {
            drop(act);
            show::again(&ask, &seat, which, form).await
        }
    }
}

/// `POST …/go`.
pub(super) async fn go(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::go_to(&mut act, &seat, which.meeting, &form.input()?, form.version()?).await;
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, which.path("/run"), "").await,
        Err(form) => {
            drop(act);
            again(&ask, &seat, which, form).await
        }
    }
}

/// `POST …/close`.
pub(super) async fn close(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::close(&mut act, &seat, which.meeting).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, which.path(""), w.meeting_done_closed()).await,
        Err(form) => {
            drop(act);
            show::again(&ask, &seat, which, form).await
        }
    }
}

/// `GET …/close`. What would be lost sight of is read first.
pub(super) async fn ask_close(ask: Ask, Path(which): Path<Which>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    let w = seat.words(&ask.w);
    let r = Room::read(&mut tx, &seat, w, which.meeting, ask.site.now()).await?;
    if !r.runs {
        return Err(Error::Forbidden);
    }
    let page = Page::new(&ask, w.meeting_close_title()).within(&seat);
    let confirm = Confirm::new(page, w, Form::blank(&ask), which.path("/close"), which.path("/run"));
    let confirm = r.unfinished().into_iter().fold(confirm.about(&r.meeting.title), Confirm::says);
    crate::web::show(&confirm.says(w.meeting_close_says()).button(w.meeting_close_now()))
}

/// `POST …/held`.
pub(super) async fn held(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::held(&mut act, &seat, which.meeting).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, which.path(""), w.meeting_done_held()).await,
        Err(form) => {
            drop(act);
            show::again(&ask, &seat, which, form).await
        }
    }
}

#[derive(Template)]
#[template(path = "act/meeting/line.html")]
struct Unsure {
    page: Page,
    w: Words,
    r: Room,
    /// What of the line was not plain.
    unclear: Vec<String>,
    form: Form,
}

async fn unsure(
    ask: &Ask,
    seat: &Seat,
    which: Which,
    form: Form,
    unclear: Vec<String>,
) -> Result<Unsure, Error> {
    let mut tx = ask.look().await?;
    let w = seat.words(&ask.w);
    let r = Room::read(&mut tx, seat, w, which.meeting, ask.site.now()).await?;
    Ok(Unsure { page: Page::new(ask, w.meeting_line_title()).within(seat), w, r, unclear, form })
}

/// Says which part of a line was not plain.
fn unclear(w: &Words, line: &str, read: &Read) -> Vec<String> {
    let name = line::who(line);
    let mut says = Vec::new();
    match read.owners.as_slice() {
        [_] => {}
        [] if name.is_empty() => says.push(w.meeting_line_no_name().to_owned()),
        [] => says.push(w.meeting_line_unknown(name)),
        _ => says.push(w.meeting_line_several(name)),
    }
    if read.due.is_none() {
        says.push(w.meeting_line_no_day().to_owned());
    }
    says
}

/// Where somebody who took an action down goes on.
async fn back(ask: &Ask, seat: &Seat, which: Which) -> Result<String, Error> {
    let mut tx = ask.look().await?;
    let r = Room::read(&mut tx, seat, ask.w, which.meeting, ask.site.now()).await?;
    Ok(which.path(if r.runs && r.running() { "/run" } else { "" }))
}

/// `POST …/line`.
pub(super) async fn line(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::capture(&mut act, &seat, which.meeting, &form.input()?).await, &form, &w)? {
        Ok(Caught::Taken) => {
            let to = back(&ask, &seat, which).await?;
            ask.done(act, &form, to, w.meeting_done_taken(form.value("line").trim())).await
        }
        Ok(Caught::Unsure(read)) => {
            drop(act);
            let says = unclear(&w, form.value("line"), &read);
            let owner = match read.owners.as_slice() {
                [one] => one.to_string(),
                _ => String::new(),
            };
            let typed = Form::blank(&ask)
                .with("what", read.what)
                .with("owner", owner)
                .with("due", read.due.map(|due| due.to_string()).unwrap_or_default())
                .with("item", form.value("item"));
            // Nothing is wrong: a question is left, and what was read stands in its fields.
            crate::web::show(&unsure(&ask, &seat, which, typed, says).await?)
        }
        Err(form) => {
            drop(act);
            show::again(&ask, &seat, which, form).await
        }
    }
}

/// `POST …/action`.
pub(super) async fn take_on(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::take_on(&mut act, &seat, which.meeting, &form.input()?).await, &form, &w)? {
        Ok(()) => {
            let to = back(&ask, &seat, which).await?;
            ask.done(act, &form, to, w.meeting_done_taken(form.value("what").trim())).await
        }
        Err(form) => {
            drop(act);
            refused(&unsure(&ask, &seat, which, form, Vec::new()).await?)
        }
    }
}
