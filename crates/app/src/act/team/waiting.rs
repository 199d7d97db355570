//! What teams wait for, from one person.

use db::Tx;
use words::Words;

use super::store;
use crate::access::{Right, Seat};
use crate::error::Error;
use crate::site::Moment;
use crate::web::Waiting;

/// The places that somebody of another side put forward for the people of this lead's party.
pub async fn waiting_for(tx: &mut Tx, seat: &Seat, w: &Words, _now: Moment) -> Result<Vec<Waiting>, Error> {
    let Ok(party) = seat.party() else { return Ok(Vec::new()) };
    if !seat.could(Right::ShapeTeams) {
        return Ok(Vec::new());
    }
    let place = seat.partnership().id;
    let asked = store::asked_of(tx, place, party.id).await?;
    Ok(asked
        .into_iter()
        .map(|one| Waiting {
            going_on: false,
            what: w.team_wait_confirm(&one.name, &one.team_name),
            since: one.since,
            until: Some(one.until),
            link: format!("/p/{place}/teams/{}", one.team),
            minutes: 1,
        })
        .collect())
}
