//! The log's pages: the list with its form, and one decision with other sides' words on it.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;
use words::Words;

use super::{Decision, Stance, Standing, commands, store};
use crate::access::{Policy, Right};
use crate::crisis::Group;
use crate::crisis::taskforce::{At, Chair, Frame, chairs};
use crate::error::Error;
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

/// See the module.
pub fn routes() -> Routes {
    let work = Policy::Seat(Right::WorkCrisis);
    let see = Policy::Seat(Right::See);
    Routes::new()
        .get("/p/{partnership}/crisis/{crisis}/decisions", see, list_page)
        .post("/p/{partnership}/crisis/{crisis}/decisions", work, decide)
        .get("/p/{partnership}/crisis/{crisis}/decisions/{logged}", see, one_page)
        .post("/p/{partnership}/crisis/{crisis}/decisions/{logged}/word", work, say)
        .post("/p/{partnership}/crisis/{crisis}/decisions/{logged}/until", work, until)
}

/// What a decision says, for its pages.
struct Shown {
    decision: Decision,
    standing: Standing,
    group: &'static str,
    party: String,
    awaited: Vec<String>,
}

fn shown(w: &Words, frame: &Frame, chairs: &[Chair], decision: Decision) -> Shown {
    let waits = decision.awaited(chairs, &frame.parties);
    Shown {
        standing: decision.standing(frame.today),
        group: decision.group.map_or(w.crisis_task_force(), |group| group.say(w)),
        party: frame.party(&decision.made_party).to_owned(),
        awaited: waits.iter().map(|party| frame.party(party).to_owned()).collect(),
        decision,
    }
}

/// A stance in words.
pub(super) fn stance(w: &Words, stance: Stance) -> &'static str {
    match stance {
        Stance::Open => w.crisis_stance_open(),
        Stance::Limit => w.crisis_stance_limit(),
        Stance::Close => w.crisis_stance_close(),
    }
}

fn chip(standing: Standing) -> &'static str {
    match standing {
        Standing::Holds => "active",
        Standing::Expired => "due",
        Standing::Ended => "ended",
    }
}

fn standing(w: &Words, standing: Standing) -> &'static str {
    match standing {
        Standing::Holds => w.crisis_decision_holds(),
        Standing::Expired => w.crisis_decision_expired(),
        Standing::Ended => w.crisis_decision_ended(),
    }
}

#[derive(Template)]
#[template(path = "crisis/log/list.html")]
struct List {
    page: Page,
    w: Words,
    frame: Frame,
    form: Form,
    all: Vec<Shown>,
}

impl List {
    fn chip(&self, one: &Shown) -> &'static str {
        if self.frame.crisis.lives() { chip(one.standing) } else { "ended" }
    }

    /// A decision that nobody ended before ended with the crisis.
    fn standing(&self, one: &Shown) -> &'static str {
        match one.standing {
            Standing::Holds | Standing::Expired if !self.frame.crisis.lives() => {
                self.w.crisis_decision_over()
            }
            at => standing(&self.w, at),
        }
    }

    fn stance(&self, one: &Shown) -> Option<&'static str> {
        one.decision.stance.map(|what| stance(&self.w, what))
    }

    fn last(&self, one: &Shown) -> String {
        self.w.date(one.decision.expires_on)
    }

    fn groups(&self) -> Vec<(&'static str, &'static str)> {
        let w = &self.w;
        let none = [("", w.crisis_task_force())];
        none.into_iter().chain(Group::ALL.iter().map(|group| (group.code(), group.say(w)))).collect()
    }

    fn stances(&self) -> Vec<(&'static str, &'static str)> {
        let w = &self.w;
        let none = [("", w.crisis_stance_none())];
        none.into_iter().chain(Stance::ALL.iter().map(|one| (one.code(), stance(w, *one)))).collect()
    }
}

async fn list(ask: &Ask, at: &At, form: Form) -> Result<List, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, at.partnership).await?;
    let w = seat.words(&ask.w);
    let frame = Frame::of(ask, &mut tx, &seat, at.crisis).await?;
    let seated = chairs(&mut tx, at.crisis).await?;
    let all = store::list(&mut tx, at.crisis).await?;
    let page = Page::new(ask, w.crisis_way_decisions()).within(&seat).live();
    let all = all.into_iter().map(|one| shown(&w, &frame, &seated, one)).collect();
    Ok(List { page, frame, form, all, w })
}

async fn list_page(ask: Ask, Path(at): Path<At>) -> Reply {
    show(&list(&ask, &at, Form::blank(&ask)).await?)
}

async fn decide(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::decide(&mut act, &seat, at.crisis, &form.input()?).await, &form, &w)? {
        Ok(_) => ask.done(act, &form, at.path("/decisions"), w.crisis_done_decided()).await,
        Err(form) => {
            drop(act);
            refused(&list(&ask, &at, form).await?)
        }
    }
}

#[derive(Template)]
#[template(path = "crisis/log/one.html")]
struct One {
    page: Page,
    w: Words,
    frame: Frame,
    form: Form,
    one: Shown,
    may_speak: bool,
}

impl One {
    fn chip(&self) -> &'static str {
        chip(self.one.standing)
    }

    fn standing(&self) -> &'static str {
        standing(&self.w, self.one.standing)
    }

    fn stance(&self) -> Option<&'static str> {
        self.one.decision.stance.map(|what| stance(&self.w, what))
    }

    fn last(&self) -> String {
        self.w.date(self.one.decision.expires_on)
    }

    fn lives(&self) -> bool {
        self.frame.works && self.one.standing != Standing::Ended
    }
}

async fn one(ask: &Ask, at: &At, form: Form) -> Result<One, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, at.partnership).await?;
    let w = seat.words(&ask.w);
    let frame = Frame::of(ask, &mut tx, &seat, at.crisis).await?;
    let seated = chairs(&mut tx, at.crisis).await?;
    let decision = store::one(&mut tx, at.crisis, at.one).await?;
    let own: Option<Uuid> = seat.membership().and_then(|m| m.party.as_ref()).map(|p| p.id);
    let silent =
        |party: Uuid| party != decision.made_party && decision.words.iter().all(|word| word.party != party);
    let may_speak = frame.works && decision.ended_at.is_none() && own.is_some_and(silent);
    let form = form.of_version(decision.version).with("expires_on", decision.expires_on.to_string());
    let page = Page::new(ask, w.crisis_decision_title()).within(&seat);
    let one = shown(&w, &frame, &seated, decision);
    Ok(One { page, frame, form, one, may_speak, w })
}

async fn one_page(ask: Ask, Path(at): Path<At>) -> Reply {
    show(&one(&ask, &at, Form::blank(&ask)).await?)
}

async fn say(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::say(&mut act, &seat, at.crisis, at.one, &form.input()?).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, at.path("/decisions"), w.crisis_done_word()).await,
        Err(form) => {
            drop(act);
            refused(&one(&ask, &at, form).await?)
        }
    }
}

async fn until(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let input = form.input()?;
    let outcome = commands::until(&mut act, &seat, at.crisis, at.one, form.version()?, &input).await;
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, at.path("/decisions"), w.crisis_done_until()).await,
        Err(form) => {
            drop(act);
            refused(&one(&ask, &at, form).await?)
        }
    }
}
