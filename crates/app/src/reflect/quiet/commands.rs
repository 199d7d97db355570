//! Asking after a long silence, and answering.

use serde::Deserialize;

use super::{Answer, is_long, store};
use crate::access::Seat;
use crate::error::Error;
use crate::people::{letters, membership};
use crate::record::{self, Deed};
use crate::site::Act;

/// Asks every lead of a must-agree party, once for each silence.
pub async fn ask(act: &mut Act, seat: &Seat) -> Result<(), Error> {
    let place = seat.partnership().clone();
    let Some(since) = store::since(act, place.id).await? else { return Ok(()) };
    if !is_long(since, act.now()) {
        return Ok(());
    }
    let Some(id) = store::ask(act, place.id, since).await? else { return Ok(()) };
    let noted = record::note(act, seat, Deed::new("quiet.asked").about(id)).await?;
    let parties = membership::parties(act, place.id).await?;
    let counts = |id: uuid::Uuid| parties.iter().any(|p| p.id == id && p.counts());
    let leads = membership::leads(act, place.id).await?;
    let asked: Vec<_> = leads.into_iter().filter(|lead| lead.party.is_some_and(counts)).collect();
    letters::tell(act, seat, &asked, "cycle", Some(&noted), |w, p| {
        let day = w.date(since.civil(&place.zone).date());
        (w.cycle_quiet_letter_subject(&p.name), w.cycle_quiet_letter(day))
    })
    .await
}

/// A party's answer.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Reply {
    /// `continue`, `pause` or `end`.
    pub answer: String,
}

/// Answers for one's own party. It changes nothing but what is known: pausing and ending are joint acts.
pub async fn answer(act: &mut Act, seat: &Seat, input: &Reply) -> Result<Answer, Error> {
    let answer = Answer::from_code(&input.answer).ok_or(Error::Unreadable)?;
    let question = store::standing(act, seat.partnership().id).await?.ok_or(Error::Unseen)?;
    let party = seat.party()?;
    store::answer(act, question.id, party.id, seat.member()?.id, answer).await?;
    let deed = Deed::new("quiet.answered")
        .about(question.id)
        .fact("party", &party.name)
        .fact("answer", answer.code());
    record::note(act, seat, deed).await?;
    Ok(answer)
}
