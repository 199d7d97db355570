//! Settling a joint act: at each answer, at its date, and when a party has left.

use agreement::joint::Outcome;
use uuid::Uuid;

use super::{JointAct, Proposal, State, effects, store};
use crate::access::{Actor, Right, Seat};
use crate::error::Error;
use crate::jobs;
use crate::people::{letters, membership, partnership};
use crate::record::{self, Deed, removal};
use crate::site::{Act, Site};

/// The job that settles an act at its date.
pub const JOB: jobs::Kind =
    jobs::Kind { name: "joint", run: |site, args| Box::pin(run(site, args)), every: None };

async fn run(site: Site, args: String) -> Result<(), Error> {
    let id: Uuid = jobs::args(&args)?;
    let mut act = site.act().await?;
    let Some(partnership) = store::partnership_of(&mut act, id).await? else { return Ok(()) };
    let seat = Seat::of_house(&mut act, Actor::Job(JOB.name), partnership, Right::AnswerJoint).await?;
    let one = store::one(&mut act, partnership, id).await?;
    if one.state == State::Open {
        now(&mut act, &seat, one).await?;
    }
    act.commit().await
}

/// Settles the open acts of a partnership after its parties have changed.
pub async fn recompute(act: &mut Act, seat: &Seat) -> Result<(), Error> {
    for one in store::open_of(act, seat.partnership().id).await? {
        now(act, seat, one).await?;
    }
    Ok(())
}

/// Looks where an open act stands now, and ends it if it no longer waits.
pub(super) async fn now(act: &mut Act, seat: &Seat, one: JointAct) -> Result<State, Error> {
    let parties = membership::parties(act, seat.partnership().id).await?;
    let state = match one.outcome(&parties, act.now()) {
        Outcome::Waiting { .. } => return Ok(State::Open),
        Outcome::Passed => State::Passed,
        Outcome::Refused { .. } => State::Refused,
        Outcome::Lapsed { .. } => State::Lapsed,
        Outcome::BySilence { .. } => State::BySilence,
        Outcome::Void => State::Withdrawn,
    };
    // Agreed, but no longer possible: something else was done meanwhile.
    let standing = partnership::state_of(act, seat.partnership().id).await?;
    let possible = one.proposal.possible(standing, &parties).is_ok()
        && in_the_way(act, seat.partnership().id, &one.proposal).await?.is_none();
    let state = match state {
        State::Passed if !possible => State::Lapsed,
        state => state,
    };
    end(act, seat, &one, state).await?;
    Ok(state)
}

/// What the record says against a proposal: words that are to go may be held, or gone already.
pub(super) async fn in_the_way(
    act: &mut Act,
    partnership: Uuid,
    proposal: &Proposal,
) -> Result<Option<removal::No>, Error> {
    match proposal {
        Proposal::Redact { hash, .. } => removal::in_the_way(act, partnership, hash).await,
        _ => Ok(None),
    }
}

/// Ends an act in a state: does what was agreed, records it and tells every lead.
pub(super) async fn end(act: &mut Act, seat: &Seat, one: &JointAct, state: State) -> Result<(), Error> {
    store::end(act, one.id, state).await?;
    let partnership = seat.partnership().id;
    let parties = membership::parties(act, partnership).await?;
    let silent = match one.outcome(&parties, act.now()) {
        Outcome::Lapsed { silent } | Outcome::BySilence { silent } => silent,
        _ => Vec::new(),
    };
    let names: Vec<&str> =
        parties.iter().filter(|p| silent.contains(&p.id)).map(|p| p.name.as_str()).collect();
    let deed = Deed::new(kind(state))
        .about(one.id)
        .fact("act", one.proposal.kind().code())
        .fact("silent", names.join(" · "));
    let noted = record::note(act, seat, deed).await?;
    if matches!(state, State::Passed | State::BySilence) {
        effects::apply(act, seat, one, state).await?;
    }
    let leads = membership::leads(act, partnership).await?;
    letters::tell(act, seat, &leads, "joint", Some(&noted), |w, p| {
        let what = super::sentence(w, &one.proposal, &parties);
        (w.joint_letter_subject(&p.name), w.joint_letter_ended_body(super::web::state_words(w, state), &what))
    })
    .await
}

fn kind(state: State) -> &'static str {
    match state {
        State::Open | State::Passed => "joint.passed",
        State::Refused => "joint.ended_by_refusal",
        State::Lapsed => "joint.lapsed",
        State::Withdrawn => "joint.withdrawn",
        State::BySilence => "joint.closed_by_one_side",
    }
}
