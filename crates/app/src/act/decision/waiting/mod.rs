//! What decisions wait for, from one person: an answer, showing the answers, a changed question.

mod store;

use db::Tx;
use words::Words;

use super::{Line, State};
use crate::access::{Right, Seat};
use crate::error::Error;
use crate::site::Moment;
use crate::web::Waiting;

/// What waits for whoever holds this seat.
pub async fn waiting_for(tx: &mut Tx, seat: &Seat, w: &Words, now: Moment) -> Result<Vec<Waiting>, Error> {
    let Ok(member) = seat.member() else { return Ok(Vec::new()) };
    if !seat.could(Right::WriteDecision) {
        return Ok(Vec::new());
    }
    let place = seat.partnership().id;
    let mut waits = Vec::new();
    for wait in store::waits(tx, place, member.id).await? {
        let runs = wait.asker == member.id || member.party.is_none();
        let line = &wait.line;
        let question = &line.question;
        let (what, minutes) = match line.state {
            State::Open if line.until.is_some_and(|until| now >= until) => continue,
            State::Open if wait.asked && !wait.answered => (w.decision_wait_answer(question), 2),
            State::Open if runs && wait.left == 0 => (w.decision_wait_reveal(question), 1),
            State::Revealed if runs => (w.decision_wait_amend(question), 10),
            _ => continue,
        };
        waits.push(Waiting {
            going_on: false,
            what,
            since: line.since,
            until: line.until,
            link: format!("/p/{place}/decisions/{}", line.id),
            minutes,
        });
    }
    Ok(waits)
}

/// The open questions that whoever holds this seat has still to answer.
pub async fn to_answer(tx: &mut Tx, seat: &Seat, now: Moment) -> Result<Vec<Line>, Error> {
    let Ok(member) = seat.member() else { return Ok(Vec::new()) };
    let waits = store::waits(tx, seat.partnership().id, member.id).await?.into_iter();
    let open = |line: &Line| line.state == State::Open && line.until.is_none_or(|until| now < until);
    Ok(waits.filter(|one| one.asked && !one.answered && open(&one.line)).map(|one| one.line).collect())
}
