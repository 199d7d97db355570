//! The pages of concerns: one's own, and for the task force all of them.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use words::Words;

use super::{Concern, commands, store};
use crate::access::{Policy, Right};
use crate::crisis::taskforce::{At, Frame, is_on};
use crate::error::Error;
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

/// See the module.
pub fn routes() -> Routes {
    let work = Policy::Seat(Right::WorkCrisis);
    Routes::new()
        .get("/p/{partnership}/crisis/{crisis}/concerns", Policy::Seat(Right::See), list_page)
        .post("/p/{partnership}/crisis/{crisis}/concerns", work, raise)
        .get("/p/{partnership}/crisis/{crisis}/concerns/{concern}", work, one_page)
        .post("/p/{partnership}/crisis/{crisis}/concerns/{concern}", work, answer)
}

#[derive(Template)]
#[template(path = "crisis/concern/list.html")]
struct List {
    page: Page,
    w: Words,
    frame: Frame,
    form: Form,
    all: Vec<Concern>,
    may_raise: bool,
}

async fn list(ask: &Ask, at: &At, form: Form) -> Result<List, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, at.partnership).await?;
    let w = seat.words(&ask.w);
    let frame = Frame::of(ask, &mut tx, &seat, at.crisis).await?;
    let mine = seat.membership().map(|member| member.id);
    let only = if is_on(&mut tx, &seat, at.crisis).await? { None } else { mine };
    let all = store::list(&mut tx, at.crisis, only).await?;
    let may_raise = frame.crisis.lives() && seat.could(Right::WorkCrisis);
    let page = Page::new(ask, w.crisis_way_concerns()).within(&seat);
    Ok(List { page, frame, form, all, may_raise, w })
}

async fn list_page(ask: Ask, Path(at): Path<At>) -> Reply {
    show(&list(&ask, &at, Form::blank(&ask)).await?)
}

async fn raise(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::raise(&mut act, &seat, at.crisis, &form.input()?).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, at.path("/concerns"), w.crisis_done_raised()).await,
        Err(form) => {
            drop(act);
            refused(&list(&ask, &at, form).await?)
        }
    }
}

#[derive(Template)]
#[template(path = "crisis/concern/one.html")]
struct One {
    page: Page,
    w: Words,
    frame: Frame,
    form: Form,
    one: Concern,
}

async fn one(ask: &Ask, at: &At, form: Form) -> Result<One, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, at.partnership).await?;
    let w = seat.words(&ask.w);
    let frame = Frame::of(ask, &mut tx, &seat, at.crisis).await?;
    let one = store::one(&mut tx, at.crisis, at.one).await?;
    if !is_on(&mut tx, &seat, at.crisis).await? {
        return Err(Error::Forbidden);
    }
    let page = Page::new(ask, w.crisis_concern_title()).within(&seat);
    Ok(One { page, frame, form, one, w })
}

async fn one_page(ask: Ask, Path(at): Path<At>) -> Reply {
    show(&one(&ask, &at, Form::blank(&ask)).await?)
}

async fn answer(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::answer(&mut act, &seat, at.crisis, at.one, &form.input()?).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, at.path("/concerns"), w.crisis_done_answered()).await,
        Err(form) => {
            drop(act);
            refused(&one(&ask, &at, form).await?)
        }
    }
}
