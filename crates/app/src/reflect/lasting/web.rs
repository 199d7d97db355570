//! The page of what is to last: how deep each way of working stands, cycle by cycle, and the next move.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;
use words::Words;

use super::{Home, Lasting, Move, State, commands, rules, store};
use crate::access::{Policy, Right};
use crate::error::Error;
use crate::people::joint::{self, Pending};
use crate::reflect::cycle;
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

const SEE: Policy = Policy::Seat(Right::See);
const WRITE: Policy = Policy::Seat(Right::WriteReflection);
const STEER: Policy = Policy::Seat(Right::SteerReflection);

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/p/{partnership}/lasting", SEE, list)
        .get("/p/{partnership}/lasting/new", WRITE, new)
        .post("/p/{partnership}/lasting/new", WRITE, add)
        .get("/p/{partnership}/lasting/{lasting}", STEER, one)
        .post("/p/{partnership}/lasting/{lasting}", STEER, make_move)
}

/// A state in words.
fn state_words(w: &Words, state: &State) -> &'static str {
    match state {
        State::Tested => w.lasting_tested(),
        State::Proposed => w.lasting_proposed(),
        State::Adopted => w.lasting_adopted(),
        State::InForce => w.lasting_in_force(),
        State::Ended => w.lasting_ended(),
    }
}

fn chip(state: State) -> &'static str {
    match state {
        State::Tested => "draft",
        State::Proposed => "waiting",
        State::Adopted => "current",
        State::InForce => "done",
        State::Ended => "ended",
    }
}

/// Where it lives, in words.
pub fn home_words(w: &Words, home: Home) -> &'static str {
    match home {
        Home::BoardPolicy => w.lasting_home_board_policy(),
        Home::Budget => w.lasting_home_budget(),
        Home::Calendar => w.lasting_home_calendar(),
        Home::Contract => w.lasting_home_contract(),
        Home::JobDescription => w.lasting_home_job_description(),
        Home::Onboarding => w.lasting_home_onboarding(),
    }
}

#[derive(Template)]
#[template(path = "reflect/lasting/list.html")]
struct List {
    page: Page,
    w: Words,
    all: Vec<(Lasting, Option<Pending>)>,
    cycles: Vec<i64>,
    may_write: bool,
    may_steer: bool,
}

impl List {
    fn home(&self, one: &Lasting) -> &'static str {
        home_words(&self.w, one.home)
    }

    fn state(&self, state: &State) -> (&'static str, &'static str) {
        (state_words(&self.w, state), chip(*state))
    }

    fn moved(&self, one: &Move) -> String {
        let day = self.w.date(one.day);
        self.w.lasting_move_of(one.cycle, day, &one.document)
    }

    /// How deep it stood when a cycle was over; nothing before its first move.
    fn by(&self, one: &Lasting, cycle: &i64) -> Option<State> {
        one.moves.iter().rfind(|m| m.cycle <= *cycle).map(|m| m.state)
    }

    fn goes_on(&self, one: &Lasting) -> bool {
        self.may_steer && one.state != State::Ended
    }
}

async fn list(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let now = cycle::current(&mut tx, id).await?;
    let mut all = Vec::new();
    for one in store::all(&mut tx, id).await? {
        let about = |proposal: &joint::Proposal| commands::is_about(proposal, one.id);
        let pending = joint::pending(&mut tx, &seat, &w, ask.site.now(), about).await?;
        all.push((one, pending));
    }
    show(&List {
        page: Page::new(&ask, w.lasting_title()).within(&seat).live(),
        all,
        cycles: (1..=now).collect(),
        may_write: seat.could(Right::WriteReflection),
        may_steer: seat.could(Right::SteerReflection),
        w,
    })
}

#[derive(Template)]
#[template(path = "reflect/lasting/new.html")]
struct New {
    page: Page,
    w: Words,
    form: Form,
}

impl New {
    fn homes(&self) -> Vec<(&'static str, &'static str)> {
        Home::ALL.map(|home| (home.code(), home_words(&self.w, home))).to_vec()
    }
}

async fn new(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    show(&New { page: Page::new(&ask, w.lasting_new_title()).within(&seat), form: Form::blank(&ask), w })
}

async fn add(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::add(&mut act, &seat, &form.input()?).await, &form, &w)? {
        Ok(_) => ask.done(act, &form, format!("/p/{id}/lasting"), w.lasting_added()).await,
        Err(form) => {
            drop(act);
            refused(&New { page: Page::new(&ask, w.lasting_new_title()).within(&seat), form, w })
        }
    }
}

#[derive(Clone, Copy, Deserialize)]
struct At {
    partnership: Uuid,
    lasting: Uuid,
}

#[derive(Template)]
#[template(path = "reflect/lasting/one.html")]
struct One {
    page: Page,
    w: Words,
    form: Form,
    one: Lasting,
    pending: Option<Pending>,
}

impl One {
    fn choices(&self) -> Vec<(&'static str, &'static str, &'static str)> {
        let deeper = rules::next(self.one.state);
        let all = deeper.into_iter().chain([State::Ended]);
        all.filter(|to| rules::may_move(self.one.state, *to).is_ok())
            .map(|to| {
                let means = if rules::needs_each_side(to) { self.w.lasting_each_side() } else { "" };
                (to.code(), state_words(&self.w, &to), means)
            })
            .collect()
    }

    fn asks_sides(&self) -> bool {
        rules::next(self.one.state).is_some_and(rules::needs_each_side)
    }
}

async fn view(ask: &Ask, at: At, form: Form) -> Result<One, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, at.partnership).await?;
    let w = seat.words(&ask.w);
    let one = store::one(&mut tx, at.partnership, at.lasting).await?;
    let about = |proposal: &joint::Proposal| commands::is_about(proposal, at.lasting);
    let pending = joint::pending(&mut tx, &seat, &w, ask.site.now(), about).await?;
    let mut form = form.of_version(one.version);
    if form.value("days").is_empty() {
        form = form.with("days", agreement::joint::USUAL_DAYS.to_string());
    }
    if form.value("to").is_empty()
        && let Some(next) = rules::next(one.state)
    {
        form = form.with("to", next.code());
    }
    Ok(One { page: Page::new(ask, one.name.clone()).within(&seat), form, one, pending, w })
}

async fn one(ask: Ask, Path(at): Path<At>) -> Reply {
    show(&view(&ask, at, Form::blank(&ask)).await?)
}

async fn make_move(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::make_move(&mut act, &seat, at.lasting, form.version()?, &form.input()?).await;
    match tried(outcome, &form, &w)? {
        Ok(made) => {
            let said = if made { w.lasting_moved() } else { w.joint_proposed() };
            ask.done(act, &form, format!("/p/{}/lasting", at.partnership), said).await
        }
        Err(form) => {
            drop(act);
            refused(&view(&ask, at, form).await?)
        }
    }
}
