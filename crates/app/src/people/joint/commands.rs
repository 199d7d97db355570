//! What leads do with a joint act: propose it, confirm or refuse it, take it back.

use agreement::joint::Answer;
use db::Tx;
use serde::Deserialize;
use uuid::Uuid;

use super::form::{Propose, days_of};
use super::proposal::No;
use super::{JointAct, Kind, Proposal, State, settle, store};
use crate::access::{Right, Seat};
use crate::error::{Error, broken};
use crate::jobs;
use crate::people::membership::{self, Party, SeatLine};
use crate::people::{letters, plain};
use crate::record::{self, Deed};
use crate::site::{Act, Moment};
use crate::text;

/// The longest reason for a no.
pub const REASON_MOST: usize = 2_000;

/// Proposes something. The others are told, with the date and what happens on silence.
pub async fn propose(act: &mut Act, seat: &Seat, kind: Kind, input: &Propose) -> Result<Uuid, Error> {
    // Coming back is the one thing that only a party that has left proposes, and for itself.
    if (kind == Kind::Return) != (seat.right() == Right::ProposeReturn) {
        return Err(Error::Forbidden);
    }
    let me = seat.member()?;
    if !me.lead {
        return Err(Error::Forbidden);
    }
    let (proposal, days) = input.read(kind)?;
    put_forward(act, seat, proposal, days).await
}

/// What would be proposed, if it can be: what is shown before anybody is told.
pub async fn preview(tx: &mut Tx, seat: &Seat, kind: Kind, input: &Propose) -> Result<Proposal, Error> {
    let (proposal, _) = input.read(kind)?;
    let partnership = seat.partnership();
    let parties = membership::parties(tx, partnership.id).await?;
    proposal.possible(partnership.state, &parties)?;
    Ok(proposal)
}

/// Proposes something that has a page of its own; `days` as they were typed.
pub async fn propose_this(act: &mut Act, seat: &Seat, proposal: Proposal, days: &str) -> Result<Uuid, Error> {
    let must_agree = seat.party()?.must_agree;
    if !seat.member()?.lead || !must_agree {
        return Err(Error::Forbidden);
    }
    put_forward(act, seat, proposal, days_of(days)?).await
}

async fn put_forward(act: &mut Act, seat: &Seat, proposal: Proposal, days: i64) -> Result<Uuid, Error> {
    let me = seat.member()?;
    let kind = proposal.kind();
    let partnership = seat.partnership();
    let parties = membership::parties(act, partnership.id).await?;
    proposal.possible(partnership.state, &parties)?;
    if let Some(no) = settle::in_the_way(act, partnership.id, &proposal).await? {
        return Err(no.into());
    }
    if store::open_of(act, partnership.id).await?.iter().any(|open| open.proposal == proposal) {
        return Err(No::Proposed.into());
    }
    let party = seat.party()?;
    let answer_by = end_of_day(act, &partnership.zone, days)?;
    let id = store::add(act, partnership.id, &proposal, me.id, party.id, answer_by).await?;
    jobs::at(act, settle::JOB.name, &id, answer_by).await?;
    let deed = Deed::new("joint.proposed").about(id).fact("act", kind.code()).fact("party", &party.name);
    let noted = record::note(act, seat, deed).await?;
    let one = store::one(act, partnership.id, id).await?;
    let readers = leads_awaited(act, seat, &one, &parties).await?;
    let (zone, name) = (partnership.zone.clone(), party.name.clone());
    letters::tell(act, seat, &readers, "joint", Some(&noted), |w, p| {
        let day = w.date(answer_by.civil(&zone).date());
        let what = super::sentence(w, &one.proposal, &parties);
        let silence = super::web::on_silence(w, one.proposal.on_silence());
        (w.joint_letter_subject(&p.name), w.joint_letter_proposed_body(&day, &name, silence, &what))
    })
    .await?;
    settle::now(act, seat, one).await?;
    Ok(id)
}

/// The end of the day so many days from now, on the partnership's own clock.
fn end_of_day(act: &Act, zone: &str, days: i64) -> Result<Moment, Error> {
    let last = act.now().plus(days * Moment::DAY).civil(zone).date();
    let zone = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let midnight = last.tomorrow().map_err(broken)?.to_datetime(jiff::civil::Time::midnight());
    Ok(Moment(zone.to_timestamp(midnight).map_err(broken)?.as_microsecond()))
}

/// The leads of the parties whose answer is awaited.
async fn leads_awaited(
    act: &mut Act,
    seat: &Seat,
    one: &JointAct,
    parties: &[Party],
) -> Result<Vec<SeatLine>, Error> {
    let now = act.now();
    let leads = membership::leads(act, seat.partnership().id).await?;
    Ok(leads.into_iter().filter(|l| l.party.is_some_and(|party| one.awaits(party, parties, now))).collect())
}

/// An answer to a joint act.
#[derive(Debug, Clone, Deserialize)]
pub struct Reply {
    /// `confirm` or `refuse`.
    #[serde(default)]
    pub answer: String,
    /// Why not; asked for only with a no.
    #[serde(default)]
    pub reason: String,
}

/// Confirms or refuses for one's own party. The last confirmation does it; the first no ends it.
pub async fn answer(act: &mut Act, seat: &Seat, id: Uuid, input: &Reply) -> Result<State, Error> {
    let partnership = seat.partnership().id;
    let one = store::one(act, partnership, id).await?;
    let party = seat.party()?.clone();
    may_answer(act, &one, party.id).await?;
    if input.answer == "confirm"
        && let Some(no) = settle::in_the_way(act, partnership, &one.proposal).await?
    {
        return Err(no.into());
    }
    let (answer, kind) = match input.answer.as_str() {
        "confirm" => (Answer::Confirmed, "joint.confirmed"),
        "refuse" => (Answer::Refused, "joint.refused"),
        _ => return Err(Error::Unreadable),
    };
    let mut deed =
        Deed::new(kind).about(id).fact("act", one.proposal.kind().code()).fact("party", &party.name);
    let mut reason = None;
    if answer == Answer::Refused {
        let why = plain::text("reason", &input.reason, REASON_MOST)?;
        let language = seat.person()?.language;
        reason = Some(keep_reason(act, seat, id, language, &why).await?);
        deed = deed.text("reason", language, why);
    }
    store::answer(act, id, party.id, seat.member()?.id, answer, reason).await?;
    record::note(act, seat, deed).await?;
    let one = store::one(act, partnership, id).await?;
    settle::now(act, seat, one).await
}

async fn may_answer(act: &mut Act, one: &JointAct, party: Uuid) -> Result<(), Error> {
    if one.state != State::Open || act.now() >= one.answer_by {
        return Err(No::Settled.into());
    }
    if one.party == party {
        return Err(No::OwnProposal.into());
    }
    if one.answers.iter().any(|said| said.party == party) {
        return Err(No::Answered.into());
    }
    Ok(())
}

async fn keep_reason(
    act: &mut Act,
    seat: &Seat,
    about: Uuid,
    language: words::Lang,
    body: &str,
) -> Result<Uuid, Error> {
    let draft = text::Draft::new(seat, about, "joint.reason", body).in_language(language);
    text::keep(act, seat, &draft).await
}

/// Takes one's own party's proposal back.
pub async fn withdraw(act: &mut Act, seat: &Seat, id: Uuid) -> Result<(), Error> {
    let one = store::one(act, seat.partnership().id, id).await?;
    if one.party != seat.party()?.id {
        return Err(Error::Forbidden);
    }
    if one.state != State::Open {
        return Err(No::Settled.into());
    }
    settle::end(act, seat, &one, State::Withdrawn).await
}

/// What was proposed has been overtaken by a change of what it is about: every open act that `is_about`
/// it ends, as if it had been taken back.
pub async fn overtaken(
    act: &mut Act,
    seat: &Seat,
    is_about: impl Fn(&Proposal) -> bool,
) -> Result<(), Error> {
    for one in store::open_of(act, seat.partnership().id).await? {
        if is_about(&one.proposal) {
            settle::end(act, seat, &one, State::Withdrawn).await?;
        }
    }
    Ok(())
}
