//! What a person took on and has to do within a week, or is late with.

use db::Tx;
use words::Words;

use super::store;
use crate::access::{Right, Seat};
use crate::error::Error;
use crate::site::Moment;
use crate::web::Waiting;

/// See the module.
pub async fn waiting_for(tx: &mut Tx, seat: &Seat, w: &Words, now: Moment) -> Result<Vec<Waiting>, Error> {
    let Ok(member) = seat.member() else { return Ok(Vec::new()) };
    if !seat.could(Right::Meet) {
        return Ok(Vec::new());
    }
    let place = seat.partnership();
    let soon = now.plus(7 * Moment::DAY);
    let mut waits = Vec::new();
    for (what, due, since) in store::open_of_owner(tx, member.id).await? {
        let until = Moment::of_civil(due.tomorrow().unwrap_or(due).at(0, 0, 0, 0), &place.zone);
        if until > soon {
            continue;
        }
        waits.push(Waiting {
            going_on: false,
            what: w.action_wait(&what),
            since: Moment(since),
            until: Some(until),
            link: format!("/p/{}/actions", place.id),
            minutes: 10,
        });
    }
    Ok(waits)
}
