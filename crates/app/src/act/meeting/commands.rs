//! What people do with a meeting: one function for each verb.

mod agenda;
mod asking;
mod capture;
mod holding;
mod minutes;
mod notes;
mod planning;

use db::Tx;
use uuid::Uuid;

use super::{Meeting, store};
use crate::access::Seat;
use crate::error::Error;
use crate::record::{self, Deed};
use crate::site::Act;

pub use agenda::{change_item, put_on, shift, take_up};
pub use asking::{call_off, invite};
pub use capture::{Caught, capture, take_on};
pub use holding::{begin, close, go_to, held, look_back, mark, present, spoke};
pub use minutes::{JOB as MINUTES_JOB, Wait, answer, ask_to_confirm, over};
pub use notes::write;
pub use planning::{Plan, change, may_run, plan, proposed_party};

pub(super) use planning::Planned;

/// The meeting, if this seat may run it.
async fn run_by(act: &mut Act, seat: &Seat, id: Uuid) -> Result<Meeting, Error> {
    let meeting = store::one(act, seat.partnership().id, id).await?;
    if !may_run(act, seat, meeting.team, Some(&meeting)).await? {
        return Err(Error::Forbidden);
    }
    Ok(meeting)
}

/// Whether this seat may run the meeting, for a page.
pub async fn runs(tx: &mut Tx, seat: &Seat, meeting: &Meeting) -> Result<bool, Error> {
    Ok(seat.could(crate::access::Right::Meet) && may_run(tx, seat, meeting.team, Some(meeting)).await?)
}

/// An act about a meeting, with its name for the sentence.
fn deed(kind: &'static str, meeting: &Meeting) -> Deed {
    Deed::new(kind).about(meeting.id).fact("meeting", &meeting.title)
}

/// Tells open pages that something of a meeting changed.
async fn changed(act: &mut Act, seat: &Seat, kind: &str, meeting: Uuid) -> Result<(), Error> {
    record::event::leave(act, seat.partnership().id, kind, seat.actor().id(), Some(meeting)).await
}
