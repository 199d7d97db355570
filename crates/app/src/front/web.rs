//! The pages of the front door and of home.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;
use words::Words;

use super::path::{Guide, Phase, Step};
use super::public;
use super::steps::{self, Progress};
use super::store::{self, Mine};
use crate::access::{Policy, Right, Seat};
use crate::error::Error;
use crate::people::partnership::State;
use crate::record;
use crate::site::Moment;
use crate::web::routes::Routes;
use crate::web::waiting::Waiting;
use crate::web::{Ask, Page, Reply, show};

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/", Policy::Public, front)
        .get("/how", Policy::Public, how)
        .get("/source", Policy::Public, source)
        .get("/home", Policy::SignedIn, list)
        .get("/p/{partnership}", Policy::Seat(Right::See), home)
        .and(public::routes())
}

#[derive(Template)]
#[template(path = "front/front.html")]
struct Front {
    page: Page,
    w: Words,
    phases: Vec<(Phase, &'static str, &'static str)>,
}

async fn front(ask: Ask) -> Reply {
    let w = ask.w;
    let phases = Phase::ALL.map(|phase| (phase, phase.say(&w).0, phase.say(&w).1)).to_vec();
    show(&Front { page: Page::new(&ask, w.front_title()), phases, w })
}

#[derive(Template)]
#[template(path = "front/how.html")]
struct How {
    page: Page,
    w: Words,
    phases: Vec<(Phase, &'static str, Vec<Guide>)>,
}

async fn how(ask: Ask) -> Reply {
    let w = ask.w;
    let guides = |phase: Phase| phase.steps().iter().map(|step| step.guide(&w)).collect();
    let phases = Phase::ALL.map(|phase| (phase, phase.say(&w).0, guides(phase))).to_vec();
    show(&How { page: Page::new(&ask, w.how_title()), phases, w })
}

#[derive(Template)]
#[template(path = "front/source.html")]
struct Source {
    page: Page,
    w: Words,
    version: &'static str,
}

/// Where the source of this very version is: the operator's link, or who must be asked for it.
async fn source(ask: Ask) -> Reply {
    let url = &ask.site.settings.source_url;
    if !url.is_empty() {
        return Ok(Redirect::to(url).into_response());
    }
    show(&Source {
        page: Page::new(&ask, ask.w.source_title()),
        w: ask.w,
        version: env!("CARGO_PKG_VERSION"),
    })
}

#[derive(Template)]
#[template(path = "front/list.html")]
struct List {
    page: Page,
    w: Words,
    mine: Vec<Mine>,
}

/// Everywhere its reader sits; with one seat, straight there.
async fn list(ask: Ask) -> Result<Response, Error> {
    let person = ask.person()?.id;
    let mine = store::of_person(&mut ask.look().await?, person).await?;
    if let [only] = mine.as_slice() {
        return Ok(Redirect::to(&format!("/p/{}", only.id)).into_response());
    }
    show(&List { page: Page::new(&ask, ask.w.home_title()), w: ask.w, mine })
}

/// One act for the list of changes.
struct Change {
    sentence: String,
    when: String,
    number: i64,
    code: String,
}

/// One step for the path.
struct OnPath {
    name: &'static str,
    state: &'static str,
    says: &'static str,
    to: Option<String>,
}

#[derive(Template)]
#[template(path = "front/home.html")]
struct Home {
    page: Page,
    w: Words,
    state: State,
    first: Option<Shown>,
    also: Vec<Shown>,
    changes: Vec<Change>,
    path: Vec<(&'static str, Vec<OnPath>)>,
    done: i64,
    exports: bool,
}

/// One thing that waits, with its dates in words.
struct Shown {
    what: String,
    link: String,
    minutes: i64,
    since: String,
    until: Option<String>,
}

async fn home(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let now = ask.site.now();
    let mut waiting =
        super::waiting(&mut tx, &seat, &w, now).await?.into_iter().map(|one| shown(&w, &seat, one));
    let (first, also) = (waiting.next(), waiting.collect());
    let changes = record::newest(&mut tx, &seat, &w, 5).await?;
    let (path, done) = path(&mut tx, &w, id).await?;
    let page = Page::new(&ask, seat.partnership().name.clone()).within(&seat).live();
    show(&Home {
        page,
        state: seat.partnership().state,
        first,
        also,
        changes: changes
            .into_iter()
            .map(|act| Change { sentence: act.sentence, when: act.when, number: act.number, code: act.code })
            .collect(),
        path,
        done,
        exports: seat.could(Right::Export),
        w,
    })
}

fn shown(w: &Words, seat: &Seat, one: Waiting) -> Shown {
    let day = |moment: Moment| w.date(moment.civil(&seat.partnership().zone).date());
    Shown {
        since: day(one.since),
        until: one.until.map(day),
        what: one.what,
        link: one.link,
        minutes: one.minutes,
    }
}

type Phases = Vec<(&'static str, Vec<OnPath>)>;

/// The ten steps by phase, and how many of them are done.
async fn path(tx: &mut db::Tx, w: &Words, id: Uuid) -> Result<(Phases, i64), Error> {
    let (mut phases, mut done) = (Vec::new(), 0);
    for phase in Phase::ALL {
        let mut on_path = Vec::new();
        for step in phase.steps() {
            let progress = steps::progress(tx, id, *step).await?;
            done += i64::from(progress == Progress::Done);
            on_path.push(one_step(w, id, *step, progress));
        }
        phases.push((phase.say(w).0, on_path));
    }
    Ok((phases, done))
}

fn one_step(w: &Words, id: Uuid, step: Step, progress: Progress) -> OnPath {
    let (state, says) = match (progress, step) {
        (Progress::Done, _) => ("done", w.home_step_done()),
        (Progress::Begun, _) | (Progress::Later, Step::P4) => ("current", w.home_step_here()),
        (Progress::Later, _) => ("later", w.home_step_later()),
    };
    OnPath {
        name: step.guide(w).name,
        state,
        says,
        to: steps::page(step).map(|page| format!("/p/{id}/{page}")),
    }
}
