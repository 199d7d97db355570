//! A partnership's home: the one thing that waits for its reader first, then what changed, then
//! the path of ten steps.

use askama::Template;
use axum::extract::Path;
use uuid::Uuid;
use words::Words;

use super::fold::{self, Change};
use super::path::{Phase, Step};
use super::standing::{self, Stand};
use super::steps::{self, Progress};
use super::todo::{self, Shown};
use crate::access::Right;
use crate::crisis::taskforce::{self, Crisis};
use crate::error::Error;
use crate::people::partnership::{self, State};
use crate::record;
use crate::web::{Ask, Page, Reply, show};

/// The newest acts are folded into at most so many lines.
const LINES: usize = 5;
/// So many more things that wait are shown below the first; the rest stands on the page "to do".
const ALSO: usize = 3;

/// One step for the path.
struct OnPath {
    name: &'static str,
    state: &'static str,
    says: &'static str,
    to: String,
}

/// One phase of the path.
struct OnPhase {
    name: &'static str,
    /// Whether the step at hand is one of its own.
    open: bool,
    done: usize,
    steps: Vec<OnPath>,
    /// The number of its first step, less one.
    before: usize,
}

#[derive(Template)]
#[template(path = "front/home.html")]
struct Home {
    page: Page,
    w: Words,
    state: State,
    first: Option<Shown>,
    also: Vec<Shown>,
    more: usize,
    /// The step at hand and its page, for somebody on whom nothing waits.
    next: Option<(&'static str, String)>,
    changes: Vec<Change>,
    path: Vec<OnPhase>,
    cycle: i64,
    done: usize,
    exports: bool,
    /// A crisis that goes on: its name and its page.
    crisis: Option<(String, String)>,
    /// Whom a draft waits for, and until when.
    draft: Option<String>,
}

/// The page. Its looks at the database: the session, the seat, what waits, the newest event, the newest
/// acts and their names.
pub(super) async fn home(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    show(&view(&ask, &mut tx, &seat).await?)
}

async fn view(ask: &Ask, tx: &mut db::Tx, seat: &crate::access::Seat) -> Result<Home, Error> {
    let (w, now, id) = (seat.words(&ask.w), ask.site.now(), seat.partnership().id);
    let crisis = taskforce::newest(tx, id).await?;
    let waiting = super::waiting_beside(tx, seat, &w, now, crisis.as_ref()).await?;
    let mut waits = waiting.into_iter().map(|one| todo::shown(&w, seat, one, now));
    let first = waits.next();
    let mut also: Vec<Shown> = waits.collect();
    let more = also.len().saturating_sub(ALSO);
    also.truncate(ALSO);
    let acts = record::newest(&ask.site, tx, seat, &w).await?;
    let stand = standing::of(&ask.site, tx, id).await?;
    let draft = match seat.partnership().state {
        State::Draft => partnership::waits(tx, seat, &w).await?,
        _ => None,
    };
    Ok(Home {
        page: Page::new(ask, seat.partnership().name.clone()).within(seat).live(),
        state: seat.partnership().state,
        draft,
        crisis: crisis.filter(Crisis::lives).map(|one| (one.name, format!("/p/{id}/crisis/{}", one.id))),
        first,
        also,
        more,
        next: stand.at_hand().map(|step| (step.name(&w), page_of(id, step))),
        changes: fold::folded(&w, &acts, LINES),
        path: path(&w, id, &stand),
        cycle: stand.cycle,
        done: stand.done(),
        exports: seat.could(Right::Export) && seat.partnership().state == State::Ended,
        w,
    })
}

/// The ten steps by phase.
fn path(w: &Words, id: Uuid, stand: &Stand) -> Vec<OnPhase> {
    let at_hand = stand.at_hand();
    let mut before = 0;
    let mut phases = Vec::new();
    for phase in Phase::ALL {
        let of_phase = phase.steps();
        let here: Vec<_> = stand.steps.iter().filter(|(step, _)| of_phase.contains(step)).collect();
        phases.push(OnPhase {
            name: phase.say(w).0,
            open: at_hand.is_some_and(|step| of_phase.contains(&step)),
            done: here.iter().filter(|(_, progress)| *progress == Progress::Done).count(),
            before,
            steps: here.iter().map(|(step, far)| one(w, id, *step, *far, at_hand == Some(*step))).collect(),
        });
        before += of_phase.len();
    }
    phases
}

fn one(w: &Words, id: Uuid, step: Step, progress: Progress, at_hand: bool) -> OnPath {
    let (state, says) = match progress {
        Progress::Done => ("done", w.home_step_done()),
        Progress::Begun => ("current", w.home_step_begun()),
        Progress::Later if at_hand => ("current", w.home_step_here()),
        Progress::Later => ("later", w.home_step_later()),
    };
    OnPath { name: step.name(w), state, says, to: page_of(id, step) }
}

/// A step whose page is not there yet leads to its guide: no step is locked.
fn page_of(id: Uuid, step: Step) -> String {
    steps::page(step).map_or_else(|| format!("/guide/{}", step.code()), |page| format!("/p/{id}/{page}"))
}
