//! The page that looks back.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use words::Words;

use super::{Kind, Line, commands, store};
use crate::access::{Policy, Right};
use crate::crisis::taskforce::{At, Frame};
use crate::error::Error;
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

/// See the module.
pub fn routes() -> Routes {
    Routes::new().get("/p/{partnership}/crisis/{crisis}/after", Policy::Seat(Right::See), page).post(
        "/p/{partnership}/crisis/{crisis}/after",
        Policy::Seat(Right::WorkCrisis),
        add,
    )
}

#[derive(Template)]
#[template(path = "crisis/after/after.html")]
struct View {
    page: Page,
    w: Words,
    frame: Frame,
    form: Form,
    lines: Vec<Line>,
    silent: Vec<String>,
    may: bool,
}

fn say(w: &Words, kind: Kind) -> &'static str {
    match kind {
        Kind::Worked => w.crisis_after_worked(),
        Kind::NotWorked => w.crisis_after_not(),
        Kind::Stays => w.crisis_after_stays(),
    }
}

impl View {
    fn kinds(&self) -> Vec<(&'static str, &'static str, &'static str)> {
        Kind::ALL.iter().map(|kind| (kind.code(), say(&self.w, *kind), "")).collect()
    }

    fn parts(&self) -> Vec<(&'static str, Vec<&Line>)> {
        let of = |kind: &Kind| self.lines.iter().filter(|line| line.kind == *kind).collect();
        Kind::ALL.iter().map(|kind| (say(&self.w, *kind), of(kind))).collect()
    }
}

async fn view(ask: &Ask, at: &At, form: Form) -> Result<View, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, at.partnership).await?;
    let w = seat.words(&ask.w);
    let frame = Frame::of(ask, &mut tx, &seat, at.crisis).await?;
    let lines = store::list(&mut tx, at.crisis).await?;
    let said = |party: &uuid::Uuid| lines.iter().any(|line| line.party_id == *party);
    let silent: Vec<String> =
        frame.parties.iter().filter(|p| p.counts() && !said(&p.id)).map(|p| p.name.clone()).collect();
    let may = !frame.crisis.lives() && seat.could(Right::WorkCrisis);
    let page = Page::new(ask, w.crisis_after_title()).within(&seat);
    Ok(View { page, frame, form, lines, silent, may, w })
}

async fn page(ask: Ask, Path(at): Path<At>) -> Reply {
    show(&view(&ask, &at, Form::blank(&ask)).await?)
}

async fn add(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::add(&mut act, &seat, at.crisis, &form.input()?).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, at.path("/after"), w.crisis_done_line()).await,
        Err(form) => {
            drop(act);
            refused(&view(&ask, &at, form).await?)
        }
    }
}
