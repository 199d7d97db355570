//! All projects, and the brief that begins one.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use db::Tx;
use serde::Deserialize;
use uuid::Uuid;
use words::Words;

use crate::access::{Right, Seat};
use crate::act::project::{Project, State, commands, store};
use crate::act::team;
use crate::error::Error;
use crate::people::acceptance;
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

/// A project in the list.
struct Line {
    project: Project,
    state: &'static str,
    says: &'static str,
}

#[derive(Template)]
#[template(path = "act/project/list.html")]
struct View {
    page: Page,
    w: Words,
    path: String,
    lines: Vec<Line>,
    teams: Vec<(String, String)>,
    days: Vec<(String, String)>,
    may_write: bool,
    form: Form,
}

/// Which team's projects.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Of {
    team: Option<Uuid>,
}

async fn view(ask: &Ask, tx: &mut Tx, seat: &Seat, of: Option<Uuid>, form: Form) -> Result<View, Error> {
    let w = seat.words(&ask.w);
    let id = seat.partnership().id;
    let mut lines = Vec::new();
    for project in store::all(tx, id).await? {
        if of.is_some() && project.team != of {
            continue;
        }
        let agreed = acceptance::agreed_version(tx, id, project.id).await?.is_some();
        let (state, says) = standing(&w, project.state, agreed);
        lines.push(Line { project, state, says });
    }
    let teams = team::list(tx, id).await?.into_iter().map(|team| (team.id.to_string(), team.name));
    Ok(View {
        page: Page::new(ask, w.project_title()).within(seat),
        path: format!("/p/{id}/projects"),
        lines,
        teams: std::iter::once((String::new(), w.project_no_team().to_owned())).chain(teams).collect(),
        days: [7, 14, 21].map(|days: i64| (days.to_string(), w.project_days_of(days))).into(),
        may_write: seat.could(Right::WorkInTeams),
        form,
        w,
    })
}

/// Where a project stands: the chip's state and the words.
pub(super) fn standing(w: &Words, state: State, agreed: bool) -> (&'static str, &'static str) {
    match (state, agreed) {
        (State::Dropped, _) => ("ended", w.project_state_dropped()),
        (State::Open, true) => ("done", w.project_state_chosen()),
        (State::Open, false) => ("current", w.project_state_open()),
        (State::Scoring, _) => ("waiting", w.project_state_scoring()),
    }
}

/// `GET …/projects`.
pub(super) async fn page(ask: Ask, Path(id): Path<Uuid>, Query(of): Query<Of>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let form = Form::blank(&ask).with("days", "14");
    let form = match of.team {
        Some(team) => form.with("team", team.to_string()),
        None => form,
    };
    show(&view(&ask, &mut tx, &seat, of.team, form).await?)
}

/// `POST …/projects`.
pub(super) async fn begin(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::begin(&mut act, &seat, &form.input()?).await, &form, &w)? {
        Ok(project) => {
            ask.done(act, &form, format!("/p/{id}/projects/{project}"), w.project_done_begun()).await
        }
        Err(form) => {
            drop(act);
            let mut tx = ask.look().await?;
            refused(&view(&ask, &mut tx, &seat, None, form).await?)
        }
    }
}
