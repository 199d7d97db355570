//! The form that plans a meeting.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use db::Tx;
use uuid::Uuid;
use words::Words;

use crate::access::Seat;
use crate::act::meeting::commands;
use crate::act::team;
use crate::error::Error;
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

#[derive(Template)]
#[template(path = "act/meeting/plan.html")]
pub(super) struct View {
    page: Page,
    w: Words,
    action: String,
    back: String,
    zone: String,
    teams: Vec<(String, String)>,
    form: Form,
}

async fn view(ask: &Ask, tx: &mut Tx, seat: &Seat, form: Form) -> Result<View, Error> {
    let w = seat.words(&ask.w);
    let place = seat.partnership();
    let path = format!("/p/{}/meetings", place.id);
    let member = seat.member()?.id;
    let mut teams = Vec::new();
    if commands::may_run(tx, seat, None, None).await? {
        teams.push((String::new(), w.meeting_everybody().to_owned()));
        teams.extend(team::list(tx, place.id).await?.into_iter().map(|t| (t.id.to_string(), t.name)));
    } else {
        // Whoever shares the chair of a team plans its meetings and no others.
        for one in team::list(tx, place.id).await? {
            if team::co_chairs(tx, one.id).await?.iter().any(|chair| chair.member == member) {
                teams.push((one.id.to_string(), one.name));
            }
        }
        if teams.is_empty() {
            return Err(Error::Forbidden);
        }
    }
    Ok(View {
        page: Page::new(ask, w.meeting_plan_title()).within(seat),
        action: format!("{path}/new"),
        back: path,
        zone: place.zone.replace('_', " "),
        teams,
        form,
        w,
    })
}

/// `GET …/meetings/new`.
pub(super) async fn page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let form = Form::blank(&ask).with("minutes", "60");
    show(&view(&ask, &mut tx, &seat, form).await?)
}

/// `POST …/meetings/new`.
pub(super) async fn send(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::plan(&mut act, &seat, &form.input()?).await, &form, &w)? {
        Ok(meeting) => {
            let to = format!("/p/{id}/meetings/{meeting}");
            ask.done(act, &form, to, w.meeting_done_planned()).await
        }
        Err(form) => {
            drop(act);
            let mut tx = ask.look().await?;
            refused(&view(&ask, &mut tx, &seat, form).await?)
        }
    }
}
