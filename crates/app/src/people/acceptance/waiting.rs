//! What waits for an answer from one side: shown first on the home of its leads.

use db::Tx;
use words::Words;

use super::store;
use crate::access::{Right, Seat};
use crate::error::Error;
use crate::people::membership;
use crate::site::Moment;
use crate::web::Waiting;

/// What waits for the holder of this seat. Nothing is read for those who cannot answer.
pub async fn waiting_for(tx: &mut Tx, seat: &Seat, w: &Words, now: Moment) -> Result<Vec<Waiting>, Error> {
    let (true, Ok(party)) = (seat.could(Right::AnswerJoint), seat.party()) else { return Ok(Vec::new()) };
    let id = seat.partnership().id;
    let open = store::open(tx, id).await?;
    if open.is_empty() {
        return Ok(Vec::new());
    }
    let parties = membership::parties(tx, id).await?;
    let mine = open.into_iter().filter(|ask| ask.awaits(party.id, &parties, now));
    Ok(mine
        .map(|ask| Waiting {
            going_on: false,
            what: w.acceptance_waiting(super::web::what(w, ask.kind, &ask.title)),
            since: ask.asked_at,
            until: Some(ask.answer_by),
            link: format!("/p/{id}/acceptance/{}", ask.about),
            minutes: 5,
        })
        .collect())
}
