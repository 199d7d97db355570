//! A draft that nobody moves is reminded twice and then sleeps, with everything kept. Waking it is one
//! button, and starts the days anew.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{State, store};
use crate::access::{Actor, Right, Seat};
use crate::error::Error;
use crate::jobs;
use crate::people::{letters, membership};
use crate::record::event;
use crate::site::{Act, Moment, Site};

/// Days after which its leads are reminded.
pub const REMINDERS: &[i64] = &[7, 21];
/// Days after which it sleeps.
pub const SLEEPS: i64 = 30;

/// The job that reminds of one draft, or lays it to sleep.
pub const JOB: jobs::Kind =
    jobs::Kind { name: "draft", run: |site, args| Box::pin(run(site, args)), every: None };

#[derive(Debug, Serialize, Deserialize)]
struct Due {
    partnership: Uuid,
    /// When it was begun or last woken: a draft that was woken since has newer jobs of its own.
    since: Moment,
    /// The day of a reminder; none to lay it to sleep.
    day: Option<i64>,
}

/// Plans the reminders and the sleep of a draft that begins now, or wakes now.
pub async fn plan(act: &mut Act, partnership: Uuid) -> Result<(), Error> {
    let since = act.now();
    for day in REMINDERS {
        let due = Due { partnership, since, day: Some(*day) };
        jobs::at(act, JOB.name, &due, since.plus(day * Moment::DAY)).await?;
    }
    let due = Due { partnership, since, day: None };
    jobs::at(act, JOB.name, &due, since.plus(SLEEPS * Moment::DAY)).await
}

async fn run(site: Site, args: String) -> Result<(), Error> {
    let due: Due = jobs::args(&args)?;
    let mut act = site.act().await?;
    let seat = Seat::of_house(&mut act, Actor::Job(JOB.name), due.partnership, Right::EditDraft).await?;
    let draft = store::draft(&mut act, due.partnership).await?;
    let stands = seat.partnership().state == State::Draft && draft.asleep_at.is_none();
    if !stands || draft.awake_since() != due.since {
        return Ok(());
    }
    match due.day {
        Some(day) => remind(&mut act, &seat, day).await?,
        None => {
            store::sleep(&mut act, due.partnership).await?;
            event::leave(&mut act, due.partnership, "draft.slept", None, None).await?;
        }
    }
    act.commit().await
}

async fn remind(act: &mut Act, seat: &Seat, day: i64) -> Result<(), Error> {
    let leads = membership::leads(act, seat.partnership().id).await?;
    let left = SLEEPS - day;
    letters::tell(act, seat, &leads, "draft", None, |w, p| {
        (w.draft_letter_subject(&p.name), w.draft_letter_body(left, &p.name))
    })
    .await
}
