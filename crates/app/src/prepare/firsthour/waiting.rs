//! What of the first half hour waits for one lead.

use db::Tx;
use words::Words;

use super::{State, store};
use crate::access::{Right, Seat};
use crate::error::Error;
use crate::prepare::readiness;
use crate::site::Moment;
use crate::web::Waiting;

/// Days after the first reveal on which home still offers to go on.
const OFFERED: i64 = 30;

/// What waits for whoever holds this seat: leads of must-agree parties alone.
pub async fn waiting_for(tx: &mut Tx, seat: &Seat, w: &Words, now: Moment) -> Result<Vec<Waiting>, Error> {
    let Ok(party) = seat.party() else { return Ok(Vec::new()) };
    if !seat.could(Right::FirstHour) {
        return Ok(Vec::new());
    }
    let partnership = seat.partnership().id;
    let waiting = Waiting::at(format!("/p/{partnership}/first-hour"));
    let Some(hour) = store::newest(tx, partnership).await? else {
        let round = readiness::latest_shown(tx, partnership).await?;
        let fresh = round.filter(|round| round.number == 1).and_then(|round| round.revealed_at);
        let offered = fresh.filter(|at| now < at.plus(OFFERED * Moment::DAY));
        let until = |at: Moment| Some(at.plus(OFFERED * Moment::DAY));
        return Ok(offered
            .map(|at| waiting(w.firsthour_wait_name(), at, until(at), 2))
            .into_iter()
            .collect());
    };
    if hour.state != State::Open {
        return Ok(Vec::new());
    }
    let until = Some(hour.answer_by);
    let picked = hour.picks.iter().any(|pick| pick.party == party.id);
    let waits = match (hour.named_at, hour.concern, hour.meeting()) {
        (None, _, _) if !hour.has_named(party.id) => {
            Some(waiting(w.firsthour_wait_name(), hour.begun_at, until, 2))
        }
        (Some(at), None, _) if !picked => Some(waiting(w.firsthour_wait_pick(), at, until, 1)),
        (_, Some(_), Some(one)) if one.yes.iter().all(|yes| yes.party != party.id) => {
            Some(waiting(w.firsthour_wait_answer(), one.at, Some(one.answer_by), 1))
        }
        (_, Some(_), None) => {
            Some(waiting(w.firsthour_wait_meet(), hour.picked_at.unwrap_or(hour.begun_at), until, 2))
        }
        _ => None,
    };
    Ok(waits.into_iter().collect())
}
