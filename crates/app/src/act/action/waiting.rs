//! What a person took on and has to do within a week, or is late with; and what somebody else wrote down for them.

use db::Tx;
use words::Words;

use super::store;
use crate::access::{Right, Seat};
use crate::error::Error;
use crate::site::Moment;
use crate::web::Waiting;

/// So long a task that somebody else wrote down is told as one that was given.
const GIVEN_IS_NEW: i64 = 7 * Moment::DAY;

/// See the module.
pub async fn waiting_for(tx: &mut Tx, seat: &Seat, w: &Words, now: Moment) -> Result<Vec<Waiting>, Error> {
    let Ok(member) = seat.member() else { return Ok(Vec::new()) };
    if !seat.could(Right::Meet) {
        return Ok(Vec::new());
    }
    let place = seat.partnership();
    let soon = now.plus(7 * Moment::DAY);
    let mut waits = Vec::new();
    for one in store::open_of_owner(tx, member.id).await? {
        let until = Moment::of_civil(one.due.tomorrow().unwrap_or(one.due).at(0, 0, 0, 0), &place.zone);
        // What somebody else wrote down is told at once: its owner may never have heard of it.
        let fresh = one.given && now < one.since.plus(GIVEN_IS_NEW);
        if until > soon && !fresh {
            continue;
        }
        let what = match () {
            () if until <= now => w.action_wait_late(&one.what),
            () if fresh => w.action_wait_given(&one.what),
            () => w.action_wait(&one.what),
        };
        let link = format!("/p/{}/actions/{}", place.id, one.id);
        waits.push(Waiting {
            going_on: false,
            what,
            since: one.since,
            until: Some(until),
            link,
            minutes: 10,
        });
    }
    Ok(waits)
}
