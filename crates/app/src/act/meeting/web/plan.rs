//! The forms that plan a meeting and change its plan.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use db::Tx;
use uuid::Uuid;
use words::Words;

use super::Which;
use super::room::Room;
use crate::access::Seat;
use crate::act::meeting::commands;
use crate::act::{calendar, team};
use crate::error::Error;
use crate::web::{Ask, Form, Page, Reply, refused, reply, show, tried};

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
        zone: calendar::zone_named(&w, &place.zone),
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

#[derive(Template)]
#[template(path = "act/meeting/edit.html")]
struct Edit {
    page: Page,
    w: Words,
    r: Room,
    stale: bool,
    /// The side whose turn it is.
    turn: Option<String>,
    form: Form,
}

async fn edit_view(ask: &Ask, seat: &Seat, which: Which, typed: Option<Form>) -> Result<Edit, Error> {
    let mut tx = ask.look().await?;
    let w = seat.words(&ask.w);
    let r = Room::read(&mut tx, seat, w, which.meeting, ask.site.now()).await?;
    if !r.runs {
        return Err(Error::Forbidden);
    }
    let turn = commands::proposed_party(&mut tx, which.partnership, r.meeting.team).await?;
    // Until somebody is named, a lead of the side whose turn it is stands in the field.
    let lead = turn.as_ref().and_then(|party| r.seats.iter().find(|s| s.party == Some(party.id) && s.lead));
    let id = |seat: Option<Uuid>| seat.map(|id| id.to_string()).unwrap_or_default();
    let form = typed.unwrap_or_else(|| {
        let m = &r.meeting;
        Form::blank(ask)
            .of_version(m.version)
            .with("title", m.title.clone())
            .with("day", m.starts.date().to_string())
            .with("time", m.starts.strftime("%H:%M").to_string())
            .with("minutes", m.minutes.to_string())
            .with("place", m.place.clone())
            .with("facilitator", id(m.facilitator.or(lead.map(|lead| lead.id))))
            .with("recorder", id(m.recorder))
            .with("timekeeper", id(m.timekeeper))
    });
    Ok(Edit {
        page: Page::new(ask, w.meeting_edit_title()).within(seat),
        turn: turn.map(|party| party.name),
        stale: false,
        r,
        form,
        w,
    })
}

/// `GET …/edit`.
pub(super) async fn edit_page(ask: Ask, Path(which): Path<Which>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    drop(tx);
    show(&edit_view(&ask, &seat, which, None).await?)
}

/// `POST …/edit`.
pub(super) async fn edit(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::change(&mut act, &seat, which.meeting, &form.input()?, form.version()?).await;
    if let Err(Error::Stale { now }) = outcome {
        drop(act);
        let mut view = edit_view(&ask, &seat, which, Some(form.of_version(now))).await?;
        view.stale = true;
        return reply::page(StatusCode::CONFLICT, &view);
    }
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, which.path(""), w.meeting_done_changed()).await,
        Err(form) => {
            drop(act);
            refused(&edit_view(&ask, &seat, which, Some(form)).await?)
        }
    }
}
