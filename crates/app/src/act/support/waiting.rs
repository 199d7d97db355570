//! What support waits for, from one person: an offer that the asker has not answered.

use db::Tx;
use words::Words;

use super::{State, store};
use crate::access::{Right, Seat};
use crate::error::Error;
use crate::site::Moment;
use crate::web::Waiting;

/// What waits for this seat: the offers to what its holder asked for.
pub async fn waiting_for(tx: &mut Tx, seat: &Seat, w: &Words, _now: Moment) -> Result<Vec<Waiting>, Error> {
    let (true, Ok(member)) = (seat.could(Right::WorkInTeams), seat.member()) else { return Ok(Vec::new()) };
    let place = seat.partnership().id;
    let needs = store::needs(tx, place).await?;
    let mut mine = needs
        .into_iter()
        .filter(|need| need.state == State::Offered && need.asked_by.0 == member.id)
        .peekable();
    if mine.peek().is_none() {
        return Ok(Vec::new());
    }
    let offers = store::offers(tx, place).await?;
    Ok(mine
        .map(|need| Waiting {
            going_on: false,
            since: offers
                .iter()
                .filter(|offer| offer.need == need.id && offer.state == "open")
                .map(|offer| offer.at)
                .min()
                .unwrap_or(need.asked_at),
            what: w.support_wait_answer(&need.name),
            until: None,
            link: format!("/p/{place}/support"),
            minutes: 2,
        })
        .collect())
}
