//! Letters about a decision: to everybody who is asked, and afterwards to the leads. None tells an answer.

use words::Words;

use super::{State, Whole};
use crate::access::Seat;
use crate::error::Error;
use crate::people::letters;
use crate::people::membership::{self, SeatLine};
use crate::record::Noted;
use crate::site::Act;

fn page(whole: &Whole) -> String {
    format!("decisions/{}", whole.decision.id)
}

/// Asks everybody who may answer.
pub(super) async fn asked(act: &mut Act, seat: &Seat, whole: &Whole, noted: &Noted) -> Result<(), Error> {
    let place = seat.partnership();
    let lines = membership::seats(act, place.id).await?;
    let readers: Vec<SeatLine> = lines.into_iter().filter(|line| whole.asks(line.id)).collect();
    let Some(round) = whole.round() else { return Ok(()) };
    let day = whole.decision.terms.answer_on;
    letters::tell(act, seat, &readers, &page(whole), Some(noted), |w, p| {
        let body = w.decision_letter_asked(w.date(day), &round.question);
        (w.decision_letter_asked_subject(&p.name, short(&round.question)), body)
    })
    .await
}

/// Tells the leads, and whoever asked, what came of it.
pub(super) async fn outcome(
    act: &mut Act,
    seat: &Seat,
    whole: &Whole,
    noted: Option<&Noted>,
) -> Result<(), Error> {
    let Some(round) = whole.round() else { return Ok(()) };
    let state = whole.decision.state;
    let readers = readers(act, seat, whole).await?;
    letters::tell(act, seat, &readers, &page(whole), noted, |w, p| {
        let body = w.decision_letter_outcome(came(w, state), &round.question);
        (w.decision_letter_outcome_subject(&p.name, short(&round.question)), body)
    })
    .await
}

/// Tells everybody who answered that it was taken back, why, and what became of their answers; and the leads.
pub(super) async fn withdrawn(
    act: &mut Act,
    seat: &Seat,
    whole: &Whole,
    noted: &Noted,
    reason: &str,
) -> Result<(), Error> {
    let Some(round) = whole.round() else { return Ok(()) };
    let shown = round.outcome.is_some();
    let answered: Vec<_> = whole.given().into_iter().map(|given| given.member).collect();
    let lines = membership::seats(act, seat.partnership().id).await?;
    let (theirs, others): (Vec<SeatLine>, Vec<SeatLine>) = lines
        .into_iter()
        .filter(|line| line.lead || line.id == whole.decision.asked_by || answered.contains(&line.id))
        .partition(|line| answered.contains(&line.id));
    for (readers, answers) in [(theirs, true), (others, false)] {
        letters::tell(act, seat, &readers, &page(whole), Some(noted), |w, p| {
            let body = match (answers, shown) {
                (true, false) => w.decision_letter_withdrawn_answered(&round.question, reason),
                _ => w.decision_letter_withdrawn_why(&round.question, reason),
            };
            (w.decision_letter_outcome_subject(&p.name, short(&round.question)), body)
        })
        .await?;
    }
    Ok(())
}

/// A question as a subject line holds it.
fn short(question: &str) -> String {
    const MOST: usize = 80;
    if question.chars().count() <= MOST {
        return question.to_owned();
    }
    let cut: String = question.chars().take(MOST).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(before, _)| before))
}

fn came(w: &Words, state: State) -> &'static str {
    match state {
        State::Agreed => w.decision_letter_agreed(),
        State::NotAgreed => w.decision_letter_not_agreed(),
        State::Withdrawn => w.decision_letter_withdrawn(),
        State::Ended => w.decision_letter_ended(),
        _ => w.decision_letter_revealed(),
    }
}

/// Reminds them on the day to look at it again.
pub(super) async fn review(act: &mut Act, seat: &Seat, whole: &Whole) -> Result<(), Error> {
    let Some(round) = whole.round() else { return Ok(()) };
    let readers = readers(act, seat, whole).await?;
    letters::tell(act, seat, &readers, &page(whole), None, |w, p| {
        (w.decision_letter_review_subject(&p.name), w.decision_letter_review(&round.question))
    })
    .await
}

async fn readers(act: &mut Act, seat: &Seat, whole: &Whole) -> Result<Vec<SeatLine>, Error> {
    let lines = membership::seats(act, seat.partnership().id).await?;
    let told = |line: &SeatLine| line.lead || line.id == whole.decision.asked_by;
    Ok(lines.into_iter().filter(|line| told(line)).collect())
}
