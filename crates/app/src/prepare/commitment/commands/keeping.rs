//! What happens to a commitment when people and time move on: a signer leaves office, a party
//! withdraws, a date comes. The house does these; nobody's silence is taken for a yes.

use uuid::Uuid;

use super::freezing::{back_to_writing, enter};
use super::{deed, signing};
use crate::access::Seat;
use crate::error::Error;
use crate::people::membership::SeatLine;
use crate::prepare::commitment::jobs::{self, Silence};
use crate::prepare::commitment::renewal::{self, Step};
use crate::prepare::commitment::tell::{self, News};
use crate::prepare::commitment::{Ended, Lapse, Standing, State, Whole, read, store};
use crate::record;
use crate::site::{Act, Moment};

/// To be called by whatever ends a seat, or takes the lead from it, in the same transaction. Takes the
/// seat off the list of those who were named. If it had signed for a must-agree party, the commitment
/// lapses and that party's leads are asked to confirm it as successors.
pub async fn seat_ended(act: &mut Act, seat: &Seat, ended: &SeatLine) -> Result<(), Error> {
    let all = store::all(act, seat.partnership().id).await?;
    for commitment in [read::open(&all), read::standing(&all)].into_iter().flatten() {
        let mut whole = store::whole(act, seat.partnership().id, commitment.clone()).await?;
        whole.leads.retain(|lead| lead.id != ended.id);
        take_off(act, seat, whole, ended).await?;
    }
    Ok(())
}

async fn take_off(act: &mut Act, seat: &Seat, mut whole: Whole, ended: &SeatLine) -> Result<(), Error> {
    let was_named = whole.named.contains(&ended.id);
    store::unname(act, whole.commitment.id, ended.id).await?;
    whole.named.retain(|member| *member != ended.id);
    let given = whole.signature_of(ended.id).map(|signature| (signature.id, signature.standing));
    if let Some((signature, _)) = given {
        end(act, &mut whole, signature, Ended::LeftOffice).await?;
    }
    let counted = given.is_some_and(|(_, standing)| standing != Standing::Advising);
    match whole.commitment.state {
        State::Signing if whole.is_complete() => {
            signing::complete(act, seat, &mut whole).await?;
            tell::leads(act, seat, &whole, &News::Stands, None).await
        }
        State::Signing if was_named => {
            tell::leads(act, seat, &whole, &News::SignerLeft { name: &ended.name }, None).await
        }
        State::Signed | State::Lapsed if counted => ask_for_successor(act, seat, whole, ended).await,
        _ => Ok(()),
    }
}

async fn end(act: &mut Act, whole: &mut Whole, signature: Uuid, why: Ended) -> Result<(), Error> {
    store::end_signature(act, signature, why).await?;
    let now = act.now();
    for ended in whole.signatures.iter_mut().filter(|one| one.id == signature) {
        ended.ended = Some((now, why));
    }
    Ok(())
}

/// It lapses for the signer's party until a lead of that party confirms it.
async fn ask_for_successor(
    act: &mut Act,
    seat: &Seat,
    mut whole: Whole,
    left: &SeatLine,
) -> Result<(), Error> {
    if whole.commitment.lapse == Some(Lapse::RenewalPassed) {
        return Ok(());
    }
    let party = whole.parties.iter().find(|party| left.party == Some(party.id));
    let party = party.map(|party| party.name.clone()).unwrap_or_default();
    let confirm_by = act.now().plus(renewal::SUCCESSOR_DAYS * Moment::DAY);
    enter(act, &mut whole.commitment, State::Lapsed);
    whole.commitment.lapse = Some(Lapse::LeftOffice);
    whole.commitment.sign_by = Some(confirm_by);
    store::save(act, &whole.commitment).await?;
    let deed = deed("commitment.lapsed", &whole.commitment)
        .fact("party", &party)
        .fact("reason", Lapse::LeftOffice.code())
        .text("name", left.language, &left.name);
    let noted = record::note(act, seat, deed).await?;
    let wait = Silence { commitment: whole.commitment.id, sign_by: confirm_by };
    jobs::when_succession_is_over(act, &wait).await?;
    let news = News::LeftOffice { name: &left.name, party: &party };
    tell::leads(act, seat, &whole, &news, Some(&noted)).await
}

/// To be called by whatever takes a party out of the partnership, in the same transaction. What is being
/// signed goes back to writing; what stands goes on between the others if two must-agree parties are
/// left in it, and is withdrawn if not.
pub async fn party_withdrew(act: &mut Act, seat: &Seat, party: Uuid) -> Result<(), Error> {
    let all = store::all(act, seat.partnership().id).await?;
    let now = act.now();
    for commitment in [read::open(&all), read::standing(&all)].into_iter().flatten() {
        let mut whole = store::whole(act, seat.partnership().id, commitment.clone()).await?;
        for gone in whole.parties.iter_mut().filter(|one| one.id == party) {
            gone.withdrawn_at = gone.withdrawn_at.or(Some(now));
        }
        leave(act, seat, whole, party).await?;
    }
    Ok(())
}

async fn leave(act: &mut Act, seat: &Seat, mut whole: Whole, party: Uuid) -> Result<(), Error> {
    let gone = whole.parties.iter().find(|one| one.id == party).cloned().ok_or(Error::Unseen)?;
    store::name(act, whole.commitment.id, party, &[]).await?;
    let given: Vec<Uuid> = whole.signed_by(party).map(|signature| signature.id).collect();
    for signature in &given {
        end(act, &mut whole, *signature, Ended::Withdrew).await?;
    }
    let deed = deed("commitment.party_withdrew", &whole.commitment).fact("party", &gone.name);
    match whole.commitment.state {
        State::Signing if gone.must_agree => back_to_writing(act, &mut whole).await?,
        State::Signed | State::Lapsed if gone.must_agree && !whole.is_shared() => {
            enter(act, &mut whole.commitment, State::Withdrawn);
            store::save(act, &whole.commitment).await?;
        }
        State::Lapsed if whole.commitment.lapse == Some(Lapse::LeftOffice) && whole.vacated().is_empty() => {
            signing::stand_again(act, &mut whole).await?;
        }
        _ if given.is_empty() => return Ok(()),
        _ => {}
    }
    let noted = record::note(act, seat, deed.fact("state", whole.commitment.state.code())).await?;
    tell::leads(act, seat, &whole, &News::PartyLeft { party: &gone.name }, Some(&noted)).await
}

/// The last day to sign has passed: it goes back to writing, and what some had signed is void.
pub async fn signing_over(act: &mut Act, seat: &Seat, wait: &Silence) -> Result<(), Error> {
    let Some(mut whole) = waiting(act, seat, wait, State::Signing).await? else { return Ok(()) };
    let silent: Vec<String> = whole.missing().iter().map(|lead| lead.name.clone()).collect();
    let voided = whole.signatures.iter().filter(|signature| signature.stands()).count();
    let deed = deed("commitment.not_signed", &whole.commitment).fact("voided", voided);
    back_to_writing(act, &mut whole).await?;
    let noted = record::note(act, seat, deed).await?;
    tell::leads(act, seat, &whole, &News::NotSigned { silent: &silent.join(", ") }, Some(&noted)).await
}

/// The last day to confirm has passed: it stays lapsed, and any side may begin its renewal.
pub async fn succession_over(act: &mut Act, seat: &Seat, wait: &Silence) -> Result<(), Error> {
    let Some(mut whole) = waiting(act, seat, wait, State::Lapsed).await? else { return Ok(()) };
    whole.commitment.sign_by = None;
    store::save(act, &whole.commitment).await?;
    let noted = record::note(act, seat, deed("commitment.not_confirmed", &whole.commitment)).await?;
    tell::leads(act, seat, &whole, &News::NotConfirmed, Some(&noted)).await
}

/// The commitment, if it still waits in this state for this very date and the date has come.
async fn waiting(act: &mut Act, seat: &Seat, wait: &Silence, state: State) -> Result<Option<Whole>, Error> {
    let all = store::all(act, seat.partnership().id).await?;
    let waits = all
        .iter()
        .find(|one| one.id == wait.commitment && one.state == state && one.sign_by == Some(wait.sign_by));
    let due = waits.filter(|_| wait.sign_by <= act.now());
    read::whole(act, seat.partnership().id, due).await
}

/// A day around the renewal date has come: a reminder, or the end. Each is told once.
pub async fn renewal_step(act: &mut Act, seat: &Seat, commitment: Uuid, step: Step) -> Result<(), Error> {
    let all = store::all(act, seat.partnership().id).await?;
    let Some(found) = all.iter().find(|one| one.id == commitment) else { return Ok(()) };
    let today = act.now().civil(&seat.partnership().zone).date();
    let over = !matches!(found.state, State::Signed | State::Lapsed) || found.reminded >= Some(step);
    if over || today < step.day(found.renew_on) {
        return Ok(());
    }
    let mut whole = store::whole(act, seat.partnership().id, found.clone()).await?;
    whole.commitment.reminded = Some(step);
    if step < Step::Lapse {
        store::save(act, &whole.commitment).await?;
        return tell::leads(act, seat, &whole, &News::Renewal(step), None).await;
    }
    enter(act, &mut whole.commitment, State::Lapsed);
    whole.commitment.lapse = Some(Lapse::RenewalPassed);
    store::save(act, &whole.commitment).await?;
    let deed = deed("commitment.lapsed", &whole.commitment).fact("reason", Lapse::RenewalPassed.code());
    let noted = record::note(act, seat, deed).await?;
    tell::leads(act, seat, &whole, &News::Renewal(step), Some(&noted)).await
}
