//! What charters wait for, from one person: a co-chair or lead is asked to renew one that ends soon. Answers that
//! each side owes wait with `people::acceptance`.

use db::Tx;
use jiff::ToSpan;
use words::Words;

use super::store;
use crate::access::{Right, Seat};
use crate::error::{Error, broken};
use crate::site::Moment;
use crate::web::Waiting;

/// How many days ahead of its end a charter asks to be looked at.
const AHEAD: i64 = 30;

/// What waits for this seat.
pub async fn waiting_for(tx: &mut Tx, seat: &Seat, w: &Words, now: Moment) -> Result<Vec<Waiting>, Error> {
    if !seat.could(Right::ShapeTeams) {
        return Ok(Vec::new());
    }
    let place = seat.partnership();
    let today = now.civil(&place.zone).date();
    let by = today.checked_add(AHEAD.days()).map_err(broken)?;
    let mut waits = Vec::new();
    for one in store::ending_by(tx, place.id, &by.to_string()).await? {
        let day: jiff::civil::Date = one.ends_on.parse().map_err(broken)?;
        let since = day.checked_sub(AHEAD.days()).map_err(broken)?;
        let over = day.tomorrow().map_err(broken)?;
        waits.push(Waiting {
            going_on: false,
            what: w.charter_wait_renew(&one.team_name),
            since: Moment::of_civil(since.at(0, 0, 0, 0), &place.zone),
            until: Some(Moment::of_civil(over.at(0, 0, 0, 0), &place.zone)),
            link: format!("/p/{}/teams/{}/charter", place.id, one.team),
            minutes: 10,
        });
    }
    Ok(waits)
}
