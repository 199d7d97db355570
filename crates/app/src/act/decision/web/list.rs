//! The list: what is asked now, what is being written, what was settled.

use askama::Template;
use axum::extract::Path;
use uuid::Uuid;
use words::Words;

use super::shown;
use crate::access::Right;
use crate::act::decision::{Line, State, store};
use crate::web::{Ask, Page, Reply, show};

/// How many the page shows.
const MOST: i64 = 200;

#[derive(Template)]
#[template(path = "act/decision/list.html")]
struct View {
    page: Page,
    w: Words,
    path: String,
    may_write: bool,
    open: Vec<Line>,
    drafts: Vec<Line>,
    settled: Vec<Line>,
    zone: String,
}

impl View {
    fn chip(&self, line: &Line) -> &'static str {
        shown::chip(line.state)
    }

    fn state(&self, line: &Line) -> &'static str {
        shown::state(&self.w, line.state)
    }

    fn when(&self, line: &Line) -> String {
        let day = |at: crate::site::Moment| self.w.date(at.civil(&self.zone).date());
        match line.until.filter(|_| line.state.is_under_way()) {
            Some(until) => self.w.decision_list_until(day(until.plus(-1))),
            None => self.w.decision_list_since(day(line.since)),
        }
    }
}

/// `GET …/decisions`.
pub(super) async fn page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let all = store::list(&mut tx, id, MOST).await?;
    let (open, rest): (Vec<Line>, Vec<Line>) = all.into_iter().partition(|line| line.state.is_under_way());
    let (drafts, settled) =
        rest.into_iter().partition(|line| matches!(line.state, State::Draft | State::Parked));
    show(&View {
        page: Page::new(&ask, w.decision_title()).within(&seat).live(),
        path: format!("/p/{id}/decisions"),
        may_write: seat.could(Right::WriteDecision),
        open,
        drafts,
        settled,
        zone: seat.partnership().zone.clone(),
        w,
    })
}
