//! What meetings ask of one person: to come in, and to confirm the minutes for their side.

use db::Tx;
use words::Words;

use super::{State, store};
use crate::access::{Right, Seat};
use crate::error::Error;
use crate::site::Moment;
use crate::web::Waiting;

/// See the module. One look for most people; one more for each set of minutes that waits.
pub async fn waiting_for(tx: &mut Tx, seat: &Seat, w: &Words, now: Moment) -> Result<Vec<Waiting>, Error> {
    let mut waits = Vec::new();
    if !seat.could(Right::Meet) {
        return Ok(waits);
    }
    let place = seat.partnership().id;
    for meeting in store::pressing(tx, place).await? {
        let link = format!("/p/{place}/meetings/{}", meeting.id);
        if meeting.state == State::Running {
            waits.push(Waiting {
                going_on: true,
                what: w.meeting_wait_running(&meeting.title),
                since: meeting.begun_at.unwrap_or(now),
                until: Some(meeting.ends_at()),
                link,
                minutes: meeting.minutes,
            });
            continue;
        }
        let (Some(until), Ok(party)) = (meeting.confirm_by, seat.party()) else { continue };
        if !seat.could(Right::ConfirmMinutes) || until <= now {
            continue;
        }
        if !store::answers(tx, meeting.id).await?.iter().any(|said| said.party == party.id) {
            waits.push(Waiting {
                going_on: false,
                what: w.meeting_wait_minutes(&meeting.title),
                since: meeting.closed_at.unwrap_or(now),
                until: Some(until),
                link: format!("{link}#minutes"),
                minutes: 3,
            });
        }
    }
    Ok(waits)
}
