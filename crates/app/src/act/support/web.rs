//! The page of support: what each team needs, who offers it, and what helped.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use db::Tx;
use serde::Deserialize;
use uuid::Uuid;
use words::Words;

use super::{Kind, Need, Offer, State, commands, store};
use crate::access::{Policy, Right, Seat};
use crate::act::team;
use crate::error::Error;
use crate::reflect::cycle;
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

const SEE: Policy = Policy::Seat(Right::See);
const WORK: Policy = Policy::Seat(Right::WorkInTeams);

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/p/{partnership}/support", SEE, page)
        .post("/p/{partnership}/support", WORK, ask)
        .get("/p/{partnership}/support/{need}", SEE, one)
        .post("/p/{partnership}/support/{need}/offer", WORK, offer)
        .post("/p/{partnership}/support/{need}/offers/{offer}/accept", WORK, accept)
        .post("/p/{partnership}/support/{need}/offers/{offer}/decline", WORK, decline)
        .post("/p/{partnership}/support/{need}/rate", WORK, rate)
        .post("/p/{partnership}/support/{need}/close", WORK, close)
}

/// Which team's needs.
#[derive(Debug, Default, Deserialize)]
struct Of {
    team: Option<Uuid>,
}

#[derive(Template)]
#[template(path = "act/support/list.html")]
struct List {
    page: Page,
    w: Words,
    path: String,
    needs: Vec<Need>,
    earlier: Vec<Need>,
    /// Leadership teams that have said nothing in this cycle.
    unheard: Vec<(Uuid, String)>,
    /// Those that said that they need nothing: the page of what they said, and their name.
    nothing: Vec<(Uuid, String)>,
    teams: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    may_write: bool,
    form: Form,
}

impl List {
    fn title(&self, need: &Need) -> String {
        if need.kind == Kind::Nothing { self.w.support_nothing().to_owned() } else { need.name.clone() }
    }

    fn meta(&self, need: &Need) -> String {
        let team = need.team_name.as_deref().unwrap_or(self.w.support_whole());
        if need.kind == Kind::Nothing {
            return team.to_owned();
        }
        let kind = need.kind.say(&self.w);
        match need.need_by {
            Some(day) => format!("{team} · {kind} · {}", self.w.support_by(self.w.date(day))),
            None => format!("{team} · {kind}"),
        }
    }
}

async fn list(ask: &Ask, tx: &mut Tx, seat: &Seat, of: Option<Uuid>, form: Form) -> Result<List, Error> {
    let w = seat.words(&ask.w);
    let id = seat.partnership().id;
    let now = cycle::current(tx, id).await?;
    let all = store::needs(tx, id).await?;
    let teams = team::list(tx, id).await?;
    let carried = cycle::carried_into(tx, id, now).await?;
    let of_now = |need: &Need| need.cycle == now || carried.contains(&need.id);
    let said = |team: Uuid| {
        all.iter().any(|need| need.team == Some(team) && of_now(need) && need.state != State::Closed)
    };
    let unheard = teams.iter().filter(|t| t.kind.leads() && !said(t.id));
    let unheard = unheard.map(|t| (t.id, t.name.clone())).collect();
    let shown = all.iter().filter(|need| of.is_none() || need.team == of);
    let (needs, earlier): (Vec<Need>, Vec<Need>) = shown.cloned().partition(|need: &Need| of_now(need));
    // What somebody could help with comes first; who needs nothing is one line.
    let (nothing, needs): (Vec<Need>, Vec<Need>) =
        needs.into_iter().partition(|need| need.kind == Kind::Nothing && need.state != State::Closed);
    let nothing = nothing.into_iter().map(|need| (need.id, need.team_name.unwrap_or_default())).collect();
    let names = teams.into_iter().map(|team| (team.id.to_string(), team.name));
    Ok(List {
        page: Page::new(ask, w.support_title()).within(seat),
        path: format!("/p/{id}/support"),
        needs,
        earlier,
        unheard,
        nothing,
        teams: std::iter::once((String::new(), w.support_whole().to_owned())).chain(names).collect(),
        kinds: Kind::ALL
            .iter()
            .filter(|kind| **kind != Kind::Nothing)
            .map(|kind| (kind.code().to_owned(), kind.say(&w).to_owned()))
            .collect(),
        may_write: seat.could(Right::WorkInTeams),
        form,
        w,
    })
}

async fn page(ask: Ask, Path(id): Path<Uuid>, Query(of): Query<Of>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let form = match of.team {
        Some(team) => Form::blank(&ask).with("team", team.to_string()),
        None => Form::blank(&ask),
    };
    show(&list(&ask, &mut tx, &seat, of.team, form).await?)
}

async fn ask(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::ask(&mut act, &seat, &form.input()?).await, &form, &w)? {
        Ok(_) => ask.done(act, &form, format!("/p/{id}/support"), w.support_done_asked()).await,
        Err(form) => {
            drop(act);
            let mut tx = ask.look().await?;
            refused(&list(&ask, &mut tx, &seat, None, form).await?)
        }
    }
}

#[derive(Template)]
#[template(path = "act/support/one.html")]
struct One {
    page: Page,
    w: Words,
    path: String,
    need: Need,
    history: Vec<cycle::Passage>,
    offers: Vec<Offer>,
    zone: String,
    /// Whether the reader answers for it.
    mine: bool,
    may_offer: bool,
    may_rate: bool,
    may_close: bool,
    form: Form,
}

impl One {
    fn asked(&self) -> String {
        let day = self.w.date(self.need.asked_at.civil(&self.zone).date());
        self.w.support_asked_by(&self.need.asked_by.1, day)
    }

    fn offered(&self, offer: &Offer) -> String {
        let day = self.w.date(offer.at.civil(&self.zone).date());
        match offer.state.as_str() {
            "taken" => self.w.support_offer_taken(&offer.by, day),
            "declined" => self.w.support_offer_declined(&offer.by, day),
            _ => self.w.support_offer_open(&offer.by, day),
        }
    }

    fn answerable(&self, offer: &Offer) -> bool {
        self.mine && offer.state == "open" && self.need.state == State::Offered
    }
}

async fn view(ask: &Ask, tx: &mut Tx, seat: &Seat, need: Uuid, form: Form) -> Result<One, Error> {
    let w = seat.words(&ask.w);
    let id = seat.partnership().id;
    let need = store::one(tx, id, need).await?;
    let mine = seat.could(Right::WorkInTeams) && commands::answers_for(tx, seat, &need).await?;
    let title = if need.kind == Kind::Nothing { w.support_nothing().to_owned() } else { need.name.clone() };
    let offers = store::offers(tx, id).await?.into_iter().filter(|offer| offer.need == need.id).collect();
    let wanted = need.kind != Kind::Nothing && matches!(need.state, State::Open | State::Offered);
    Ok(One {
        page: Page::new(ask, title).within(seat),
        path: format!("/p/{id}/support/{}", need.id),
        history: cycle::history(tx, &w, id, need.id).await?,
        offers,
        zone: seat.partnership().zone.clone(),
        may_offer: wanted && seat.could(Right::WorkInTeams),
        may_rate: mine && need.state == State::Agreed,
        may_close: mine && !matches!(need.state, State::Given | State::Closed),
        mine,
        need,
        form,
        w,
    })
}

#[derive(Deserialize)]
struct Which {
    partnership: Uuid,
    need: Uuid,
}

#[derive(Deserialize)]
struct WhichOffer {
    partnership: Uuid,
    need: Uuid,
    offer: Uuid,
}

async fn one(ask: Ask, Path(which): Path<Which>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    show(&view(&ask, &mut tx, &seat, which.need, Form::blank(&ask)).await?)
}

async fn again(ask: &Ask, seat: &Seat, need: Uuid, form: Form) -> Result<Response, Error> {
    let mut tx = ask.look().await?;
    refused(&view(ask, &mut tx, seat, need, form).await?)
}

async fn offer(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let to = format!("/p/{}/support/{}", which.partnership, which.need);
    match tried(commands::offer(&mut act, &seat, which.need, &form.input()?).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, to, w.support_done_offered()).await,
        Err(form) => {
            drop(act);
            again(&ask, &seat, which.need, form).await
        }
    }
}

async fn accept(ask: Ask, Path(which): Path<WhichOffer>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let to = format!("/p/{}/support/{}", which.partnership, which.need);
    match tried(commands::accept(&mut act, &seat, which.need, which.offer).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, to, w.support_done_accepted()).await,
        Err(form) => {
            drop(act);
            again(&ask, &seat, which.need, form).await
        }
    }
}

async fn decline(ask: Ask, Path(which): Path<WhichOffer>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let to = format!("/p/{}/support/{}", which.partnership, which.need);
    match tried(commands::decline(&mut act, &seat, which.need, which.offer).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, to, w.support_done_declined()).await,
        Err(form) => {
            drop(act);
            again(&ask, &seat, which.need, form).await
        }
    }
}

async fn rate(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let to = format!("/p/{}/support/{}", which.partnership, which.need);
    match tried(commands::rate(&mut act, &seat, which.need, &form.input()?).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, to, w.support_done_rated()).await,
        Err(form) => {
            drop(act);
            again(&ask, &seat, which.need, form).await
        }
    }
}

async fn close(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let to = format!("/p/{}/support/{}", which.partnership, which.need);
    match tried(commands::close(&mut act, &seat, which.need).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, to, w.support_done_closed()).await,
        Err(form) => {
            drop(act);
            again(&ask, &seat, which.need, form).await
        }
    }
}
