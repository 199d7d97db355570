//! The list: what is asked now, what is being written, what was settled.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use uuid::Uuid;
use words::{Lang, Words};

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
    askers: BTreeMap<Uuid, (String, Lang)>,
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
            None => match line.state {
                State::Draft | State::Parked => self.w.decision_list_since(day(line.since)),
                State::Ended => self.w.decision_list_ended(day(line.since)),
                _ => self.w.decision_list_settled_on(day(line.since)),
            },
        }
    }

    /// Who asks it.
    fn asker(&self, line: &Line) -> &str {
        self.askers.get(&line.id).map_or("", |(name, _)| name.as_str())
    }

    /// The language it is written in, where that is not the reader's.
    fn other_language(&self, line: &Line) -> Option<Lang> {
        self.askers.get(&line.id).map(|(_, language)| *language).filter(|language| *language != self.w.lang())
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
        askers: store::askers(&mut tx, id).await?,
        zone: seat.partnership().zone.clone(),
        w,
    })
}
