//! What dates bring about: the last day to answer, the last day to change the question, the day an
//! agreement ends on, the day to look at it again. A job that runs late or twice finds that its
//! decision no longer waits for that moment, and does nothing.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Decision, State, commands, read, store};
use crate::access::{Actor, Right, Seat};
use crate::error::Error;
use crate::jobs::{self, Kind};
use crate::people::partnership;
use crate::reflect::cycle;
use crate::site::{Act, Moment, Site};

const OVER: &str = "decision-over";
const REVIEW: &str = "decision-review";

/// The kinds of job a decision brings.
pub const ALL: &[Kind] = &[
    Kind { name: OVER, run: |site, args| Box::pin(over(site, args)), every: None },
    Kind { name: REVIEW, run: |site, args| Box::pin(review(site, args)), every: None },
];

#[derive(Debug, Serialize, Deserialize)]
struct Wait {
    decision: Uuid,
    until: Moment,
}

/// Asks to be woken when what the decision waits for is over.
pub(super) async fn when_over(act: &mut Act, decision: &Decision) -> Result<(), Error> {
    let Some(until) = decision.until else { return Ok(()) };
    jobs::at(act, OVER, &Wait { decision: decision.id, until }, until).await
}

/// Asks to be woken on the day to look at it again.
pub(super) async fn on_review(act: &mut Act, decision: &Decision, at: Moment) -> Result<(), Error> {
    jobs::at(act, REVIEW, &Wait { decision: decision.id, until: at }, at).await
}

async fn house(act: &mut Act, kind: &'static str, decision: Uuid) -> Result<Option<Seat>, Error> {
    let Some(place) = store::partnership_of(act, decision).await? else { return Ok(None) };
    Seat::of_house(act, Actor::Job(kind), place, Right::WriteDecision).await.map(Some)
}

async fn over(site: Site, args: String) -> Result<(), Error> {
    let wait: Wait = jobs::args(&args)?;
    let mut act = site.act().await?;
    let Some(seat) = house(&mut act, OVER, wait.decision).await? else { return Ok(()) };
    store::hold(&mut act, wait.decision).await?;
    let whole = read::whole(&mut act, seat.partnership().id, wait.decision).await?;
    if whole.decision.until != Some(wait.until) {
        return Ok(());
    }
    let rests = seat.partnership().state != partnership::State::Active;
    match whole.decision.state {
        State::Open | State::Revealed if rests => commands::freeze(&mut act, &seat, whole).await?,
        State::Open => drop(commands::settle(&mut act, &seat, whole).await?),
        State::Revealed => commands::amend_over(&mut act, &seat, whole).await?,
        State::Agreed => commands::ended(&mut act, &seat, whole).await?,
        _ => return Ok(()),
    }
    act.commit().await
}

async fn review(site: Site, args: String) -> Result<(), Error> {
    let wait: Wait = jobs::args(&args)?;
    let mut act = site.act().await?;
    let Some(seat) = house(&mut act, REVIEW, wait.decision).await? else { return Ok(()) };
    let whole = read::whole(&mut act, seat.partnership().id, wait.decision).await?;
    let left = cycle::was_left(&mut act, seat.partnership().id, wait.decision).await?;
    if whole.decision.state == State::Agreed && !left {
        commands::review(&mut act, &seat, &whole).await?;
    }
    act.commit().await
}
