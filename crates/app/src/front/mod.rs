//! The front door for a stranger, the guide's first page, and home: the one thing that waits for its
//! reader first, then what changed, then the path.

mod agreements;
mod everywhere;
mod fold;
mod guide;
mod home;
mod path;
mod public;
mod standing;
mod steps;
mod store;
#[cfg(test)]
mod tests;
mod todo;
mod tools;
mod web;

pub use path::{Phase, Step};
pub use standing::{MOST as MOST_STANDING, Stand, Standing, of as stand};
pub use steps::page as page_of_step;
pub use web::routes;

use db::Tx;
use words::Words;

use crate::access::Seat;
use crate::act::{action, charter, decision, meeting, project, support, team};
use crate::crisis::taskforce::{self, Crisis};
use crate::error::Error;
use crate::people::{acceptance, membership};
use crate::prepare::{commitment, firsthour, readiness};
use crate::reflect::quiet;
use crate::site::Moment;
use crate::web::waiting::Waiting;

/// Everything that waits for this seat, from every feature: what is going on now, then the nearest date.
pub async fn waiting(tx: &mut Tx, seat: &Seat, w: &Words, now: Moment) -> Result<Vec<Waiting>, Error> {
    let crisis = taskforce::newest(tx, seat.partnership().id).await?;
    waiting_beside(tx, seat, w, now, crisis.as_ref()).await
}

/// The same for a page that knows the newest crisis already.
async fn waiting_beside(
    tx: &mut Tx,
    seat: &Seat,
    w: &Words,
    now: Moment,
    crisis: Option<&Crisis>,
) -> Result<Vec<Waiting>, Error> {
    let mut all: Vec<Waiting> = membership::waiting_for(tx, seat, w, now).await?;
    all.extend(acceptance::waiting_for(tx, seat, w, now).await?);
    all.extend(commitment::waiting_for(tx, seat, w).await?);
    all.extend(firsthour::waiting_for(tx, seat, w, now).await?);
    all.extend(action::waiting_for(tx, seat, w, now).await?);
    all.extend(meeting::waiting_for(tx, seat, w, now).await?);
    all.extend(decision::waiting_for(tx, seat, w, now).await?);
    all.extend(readiness::waiting_for(tx, seat, w, now).await?);
    all.extend(team::waiting_for(tx, seat, w, now).await?);
    all.extend(taskforce::waiting_for(tx, seat, w, now, crisis).await?);
    all.extend(charter::waiting_for(tx, seat, w, now).await?);
    all.extend(project::waiting_for(tx, seat, w, now).await?);
    all.extend(support::waiting_for(tx, seat, w, now).await?);
    all.extend(quiet::waiting_for(tx, seat, w).await?);
    all.sort_by_key(Waiting::urgency);
    Ok(all)
}
