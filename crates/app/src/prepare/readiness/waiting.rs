//! What waits for one person: the statement of their party, to show it without a silent one, their own answers.

use db::Tx;
use words::Words;

use super::{State, settle, store};
use crate::access::{Right, Seat};
use crate::error::Error;
use crate::people::{membership, partnership};
use crate::site::Moment;
use crate::web::Waiting;

/// What waits for whoever holds this seat.
pub async fn waiting_for(tx: &mut Tx, seat: &Seat, w: &Words, now: Moment) -> Result<Vec<Waiting>, Error> {
    let (leads, answers) = (seat.could(Right::StateReadiness), seat.could(Right::AnswerReadiness));
    let Ok(party) = seat.party() else { return Ok(Vec::new()) };
    if !leads && !answers {
        return Ok(Vec::new());
    }
    let id = seat.partnership().id;
    let waiting = Waiting::at(format!("/p/{id}/readiness"));
    let Some(round) = settle::round_now(tx, id).await? else {
        if !leads || !party.must_agree {
            return Ok(Vec::new());
        }
        // In a draft both leaders find the same first, whoever came first.
        let leads = membership::leads(tx, id).await?;
        let draft = seat.partnership().state == partnership::State::Draft;
        let mine = |lead: &&membership::SeatLine| draft || Some(lead.id) == seat.membership().map(|m| m.id);
        let since = leads.iter().filter(mine).map(|lead| lead.appointed_at).min().unwrap_or(now);
        return Ok(vec![waiting(w.readiness_wait_begin(), since, None, 3)]);
    };
    let said = round.of(party.id);
    let waits = match round.state {
        State::Open | State::Late if leads && party.must_agree && said.is_none() => {
            Some(waiting(w.readiness_wait_state(), round.begun_at, Some(round.answer_by), 3))
        }
        State::Late if leads && said.is_some_and(|said| said.must_agree && said.alone_at.is_none()) => {
            Some(waiting(w.readiness_wait_show(), round.begun_at, Some(round.answer_by), 1))
        }
        State::Revealed if answers => own(tx, seat, round.id, now).await?.map(|(since, until)| Waiting {
            // The form alone: nobody reads what others answered before they have answered.
            link: format!("/p/{id}/readiness/mine"),
            ..waiting(w.readiness_wait_answer(), since, Some(until), 3)
        }),
        _ => None,
    };
    Ok(waits.into_iter().collect())
}

/// Since when and until when this member's own answers are awaited.
async fn own(
    tx: &mut Tx,
    seat: &Seat,
    round: uuid::Uuid,
    now: Moment,
) -> Result<Option<(Moment, Moment)>, Error> {
    let (party, member) = (seat.party()?.id, seat.member()?.id);
    let askings = store::askings(tx, round).await?;
    let Some(open) = askings.into_iter().find(|one| one.party == party && one.is_open(now)) else {
        return Ok(None);
    };
    let given = store::own(tx, round, member).await?;
    Ok(given.is_none().then_some((open.asked_at, open.answer_by)))
}
