//! One team: who sits in it by party, who shares the chair, what it lacks, and the forms of a lead.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use db::Tx;
use serde::Deserialize;
use uuid::Uuid;
use words::Words;

use super::list::{party, say};
use crate::access::{Right, Seat};
use crate::act::team::commands::{self, Join};
use crate::act::team::{Team, TeamSeat, rules, store};
use crate::error::Error;
use crate::people::membership::{self, Party, SeatLine};
use crate::text;
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

/// The places of one party in the team; every party in the same shape.
struct Side {
    name: String,
    places: Vec<TeamSeat>,
}

#[derive(Template)]
#[template(path = "act/team/one.html")]
struct View {
    page: Page,
    w: Words,
    path: String,
    team: Team,
    head: Option<Team>,
    below: Vec<Team>,
    sides: Vec<Side>,
    neutral: Vec<TeamSeat>,
    gaps: Vec<String>,
    /// Those of the reader's party, and the neutrals, who do not sit in it yet.
    join: Vec<SeatLine>,
    chairs: Vec<(String, String)>,
    own: Option<Uuid>,
    may_shape: bool,
    reason: Option<String>,
    zone: String,
    form: Form,
}

impl View {
    fn since(&self, place: &TeamSeat) -> String {
        self.w.date(place.seated_at.civil(&self.zone).date())
    }

    fn asked(&self, place: &TeamSeat) -> Option<String> {
        let until = place.asked_until?.plus(-1);
        let day = |at: crate::site::Moment| self.w.date(at.civil(&self.zone).date());
        Some(self.w.team_asked(day(place.seated_at), day(until)))
    }

    fn founded(&self) -> String {
        self.w.date(self.team.founded_at.civil(&self.zone).date())
    }

    fn ended(&self) -> Option<String> {
        self.team.closed_on.map(|day| self.w.team_ended_on(self.w.date(day)))
    }

    /// Whether the reader's party disposes of this place.
    fn mine(&self, place: &TeamSeat) -> bool {
        self.may_shape && self.team.lives() && (place.party.is_none() || place.party == self.own)
    }

    /// Whether the reader's party may end this place by itself.
    fn ends(&self, place: &TeamSeat) -> bool {
        self.mine(place) && !place.is_neutral_and_sits()
    }

    fn ticked(&self, line: &SeatLine) -> bool {
        self.form.chose("member", &line.id.to_string())
    }
}

async fn view(ask: &Ask, tx: &mut Tx, seat: &Seat, team: Uuid, form: Form) -> Result<View, Error> {
    let w = seat.words(&ask.w);
    let id = seat.partnership().id;
    let team = store::one(tx, id, team).await?;
    let all = store::all(tx, id).await?;
    let seats = store::seats(tx, team.id).await?;
    let parties = membership::parties(tx, id).await?;
    let own = seat.membership().and_then(|m| m.party.as_ref()).map(|p| p.id);
    let may_shape = seat.could(Right::ShapeTeams);
    let members = if may_shape { membership::seats(tx, id).await? } else { Vec::new() };
    let mine = |line: &&SeatLine| line.party.is_none() || line.party == own;
    let reason = match team.close_reason {
        Some(text) => text::read(tx, text).await?.map(|text| text.body),
        None => None,
    };
    let of_party = members.iter().filter(|line| line.party.is_some() && line.party == own);
    let chairs = of_party.map(|line| (line.id.to_string(), line.name.clone()));
    Ok(View {
        page: Page::new(ask, team.name.clone()).within(seat),
        path: format!("/p/{id}/teams/{}", team.id),
        head: all.iter().find(|other| team.reports_to == Some(other.id)).cloned(),
        below: all.iter().filter(|o| o.lives() && o.reports_to == Some(team.id)).cloned().collect(),
        sides: sides(&parties, &seats),
        neutral: seats.iter().filter(|place| place.party.is_none()).cloned().collect(),
        gaps: if team.lives() {
            rules::gaps(&team, &seats, &parties).iter().map(|gap| say(&w, gap)).collect()
        } else {
            Vec::new()
        },
        join: members
            .iter()
            .filter(mine)
            .filter(|line| !seats.iter().any(|place| place.member == line.id))
            .cloned()
            .collect(),
        chairs: std::iter::once((String::new(), w.team_chair_as_is().to_owned())).chain(chairs).collect(),
        own,
        may_shape,
        reason,
        zone: seat.partnership().zone.clone(),
        team,
        form,
        w,
    })
}

/// Each party that has people here or must agree, by name.
fn sides(parties: &[Party], seats: &[TeamSeat]) -> Vec<Side> {
    let sits = |id: Uuid| seats.iter().filter(|place| place.party == Some(id)).cloned().collect::<Vec<_>>();
    parties
        .iter()
        .map(|one| (one, sits(one.id)))
        .filter(|(one, places)| one.counts() || !places.is_empty())
        .map(|(one, places)| Side { name: party(parties, Some(one.id)).to_owned(), places })
        .collect()
}

#[derive(Deserialize)]
pub(super) struct Which {
    pub(super) partnership: Uuid,
    pub(super) team: Uuid,
}

#[derive(Deserialize)]
pub(super) struct Where {
    partnership: Uuid,
    team: Uuid,
    place: Uuid,
}

/// `GET …/teams/{team}`.
pub(super) async fn page(ask: Ask, Path(which): Path<Which>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    show(&view(&ask, &mut tx, &seat, which.team, Form::blank(&ask)).await?)
}

async fn again(ask: &Ask, partnership: Uuid, team: Uuid, form: Form) -> Result<Response, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, partnership).await?;
    refused(&view(ask, &mut tx, &seat, team, form).await?)
}

/// `POST …/teams/{team}/join`.
pub(super) async fn join(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let input = Join {
        member: form.all("member").map(str::to_owned).collect(),
        chair: form.value("chair").to_owned(),
    };
    let to = format!("/p/{}/teams/{}", which.partnership, which.team);
    match tried(commands::join(&mut act, &seat, which.team, &input).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, to, w.team_done_joined()).await,
        Err(form) => {
            drop(act);
            again(&ask, which.partnership, which.team, form).await
        }
    }
}

/// `POST …/teams/{team}/places/{place}/confirm`.
pub(super) async fn confirm(ask: Ask, Path(at): Path<Where>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let to = format!("/p/{}/teams/{}", at.partnership, at.team);
    match tried(commands::confirm(&mut act, &seat, at.team, at.place).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, to, w.team_done_confirmed()).await,
        Err(form) => {
            drop(act);
            again(&ask, at.partnership, at.team, form).await
        }
    }
}

/// `POST …/teams/{team}/places/{place}/end`.
pub(super) async fn end(ask: Ask, Path(at): Path<Where>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    commands::leave(&mut act, &seat, at.team, at.place).await?;
    let to = format!("/p/{}/teams/{}", at.partnership, at.team);
    ask.done(act, &form, to, w.team_done_left()).await
}

/// `POST …/teams/{team}/close`.
pub(super) async fn close(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::close(&mut act, &seat, which.team, &form.input()?).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, format!("/p/{}/teams", which.partnership), w.team_done_closed()).await,
        Err(form) => {
            drop(act);
            again(&ask, which.partnership, which.team, form).await
        }
    }
}
