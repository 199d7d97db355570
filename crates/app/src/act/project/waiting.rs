//! What projects wait for, from one person: the score of their side.

use db::Tx;
use words::Words;

use super::store;
use crate::access::{Right, Seat};
use crate::error::Error;
use crate::site::Moment;
use crate::web::Waiting;

/// What waits for this seat.
pub async fn waiting_for(tx: &mut Tx, seat: &Seat, w: &Words, _now: Moment) -> Result<Vec<Waiting>, Error> {
    let (true, Ok(party)) = (seat.could(Right::ShapeTeams), seat.party()) else { return Ok(Vec::new()) };
    if !party.must_agree {
        return Ok(Vec::new());
    }
    let place = seat.partnership().id;
    let open = store::unscored(tx, place, party.id).await?;
    Ok(open
        .into_iter()
        .map(|(id, name, since, until)| Waiting {
            going_on: false,
            what: w.project_wait_score(name),
            since,
            until,
            link: format!("/p/{place}/projects/{id}"),
            minutes: 5,
        })
        .collect())
}
