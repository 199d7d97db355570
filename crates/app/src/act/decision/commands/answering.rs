//! Answering, in silence. An answer is no formal act: it may be changed until all are shown, and the
//! record hears of it only then. So that many may answer in the same second, it touches no row but its
//! own, and holds the question only against being closed meanwhile.

use agreement::fist::Fist;
use serde::Deserialize;
use uuid::Uuid;

use super::held;
use crate::access::Seat;
use crate::act::decision::{No, State, store};
use crate::error::{Error, Gather};
use crate::people::membership;
use crate::record::{self, Deed};
use crate::site::Act;

/// An answer.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Reply {
    /// No finger, `0`, to `5`.
    pub fingers: String,
}

fn fist(given: &str) -> Result<Fist, No> {
    given.parse().ok().and_then(Fist::new).ok_or(No::Choose("fingers"))
}

/// Answers, or puts another answer in the place of one's own.
pub async fn answer(act: &mut Act, seat: &Seat, id: Uuid, seen: i64, input: &Reply) -> Result<(), Error> {
    let (place, member) = (seat.partnership().id, seat.member()?.id);
    store::hold_open(act, id).await?;
    let decision = store::one(act, place, id).await?;
    if store::answerer(act, id, member).await?.is_none() {
        return Err(Error::Forbidden);
    }
    let late = decision.until.is_some_and(|until| act.now() >= until);
    if decision.state != State::Open || late {
        return Err(No::NotOpen.into());
    }
    if decision.version != seen {
        return Err(No::Changed.into());
    }
    store::answer(act, place, &decision, member, fist(&input.fingers)?, None).await?;
    act.wake(place);
    Ok(())
}

/// An answer that somebody gave on paper.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct OnPaper {
    /// The seat of whoever gave it.
    pub member: String,
    /// What they showed.
    pub fingers: String,
    /// The seat of somebody of another side who saw the paper.
    pub witness: String,
}

/// Enters an answer for somebody of one's own party who gave it on paper. Somebody of another side, or in
/// no party, saw it; both are named when the answers are shown.
pub async fn answer_on_paper(act: &mut Act, seat: &Seat, id: Uuid, input: &OnPaper) -> Result<(), Error> {
    let (whole, hand) = held(act, seat, id).await?;
    let place = seat.partnership().id;
    if !hand.lead {
        return Err(Error::Forbidden);
    }
    if whole.decision.state != State::Open {
        return Err(No::NotOpen.into());
    }
    let mut no = Gather::default();
    let own = |member: &Uuid| {
        whole.answerers.iter().any(|one| one.member == *member && Some(one.party) == hand.party && one.sits)
    };
    let member = no.take(input.member.parse().ok().filter(own).ok_or(No::Choose("member")));
    let fist = no.take(fist(&input.fingers));
    let witness = match input.witness.parse().ok() {
        Some(id) => membership::seat_of(act, place, id).await?,
        None => None,
    };
    let witness = no.take(witness.filter(|line| line.party != hand.party).ok_or(No::Witness));
    no.done()?;
    let (Some(member), Some(fist), Some(witness)) = (member, fist, witness) else {
        return Err(Error::Unreadable);
    };
    let paper = Some((hand.member, witness.id));
    store::answer(act, place, &whole.decision, member, fist, paper).await?;
    act.wake(place);
    Ok(())
}

/// Says for one's own party: "not ours, we stand aside". It cannot be taken back in this decision.
pub async fn stand_aside(act: &mut Act, seat: &Seat, id: Uuid) -> Result<(), Error> {
    let (whole, hand) = held(act, seat, id).await?;
    let party = seat.party()?;
    whole.side_to_stand_aside(party.id)?;
    store::set_aside(act, id, party.id, hand.member).await?;
    let deed = Deed::new("decision.stood_aside").about(id).fact("party", &party.name);
    record::note(act, seat, deed).await?;
    Ok(())
}
