//! Home for somebody who sits in several partnerships: the one thing that waits for its reader first, over
//! all of them, then each with how much waits there.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use db::Tx;
use words::Words;

use super::store::{self, Mine};
use super::todo::{self, Shown};
use crate::access::{Right, Seat};
use crate::error::Error;
use crate::web::{Ask, Page, Waiting, show};

/// A partnership of the reader's.
struct Line {
    mine: Mine,
    /// How many things wait for them there.
    waits: usize,
}

#[derive(Template)]
#[template(path = "front/everywhere.html")]
struct View {
    page: Page,
    w: Words,
    /// The first thing of all, and where it waits.
    first: Option<(String, Shown)>,
    /// How many more wait.
    more: usize,
    lines: Vec<Line>,
    /// Whether somebody who sits nowhere now once did.
    left: bool,
}

/// `GET /home`; with one seat, straight there.
pub(super) async fn page(ask: Ask) -> Result<Response, Error> {
    let person = ask.person()?.id;
    let mut tx = ask.look().await?;
    let mine = store::of_person(&mut tx, person).await?;
    if let [only] = mine.as_slice() {
        return Ok(Redirect::to(&format!("/p/{}", only.id)).into_response());
    }
    show(&view(&ask, &mut tx, mine).await?)
}

async fn view(ask: &Ask, tx: &mut Tx, mine: Vec<Mine>) -> Result<View, Error> {
    let now = ask.site.now();
    let left = mine.is_empty() && store::has_left(tx, ask.person()?.id).await?;
    let (mut lines, mut firsts) = (Vec::new(), Vec::new());
    for mine in mine {
        let seat = Seat::ask(tx, &ask.actor, mine.id, Right::See).await?;
        let waiting = super::waiting(tx, &seat, &seat.words(&ask.w), now).await?;
        lines.push(Line { mine, waits: waiting.len() });
        firsts.extend(waiting.into_iter().next().map(|one| (seat, one)));
    }
    let all: usize = lines.iter().map(|line| line.waits).sum();
    firsts.sort_by_key(|(_, one): &(Seat, Waiting)| one.urgency());
    let first = firsts.into_iter().next().map(|(seat, one)| {
        (seat.partnership().name.clone(), todo::shown(&seat.words(&ask.w), &seat, one, now))
    });
    let page = Page::new(ask, ask.w.home_title());
    Ok(View { page, w: ask.w, first, more: all.saturating_sub(1), lines, left })
}
