//! What waits for somebody in a partnership: a code to read aloud, a joint act to answer, a lead to
//! propose, a draft that sleeps.

use agreement::joint::OnSilence;
use db::Tx;

use super::store;
use crate::access::{Right, Seat};
use crate::error::Error;
use crate::people::partnership::{self, State};
use crate::people::{joint, membership};
use crate::site::Moment;
use crate::web::Waiting;

/// Everything that waits for whoever holds this seat. `now` decides what is open.
pub async fn waiting_for(
    tx: &mut Tx,
    seat: &Seat,
    w: &words::Words,
    now: Moment,
) -> Result<Vec<Waiting>, Error> {
    let mut waiting = Vec::new();
    let path = format!("/p/{}", seat.partnership().id);
    if seat.partnership().state == State::Draft && seat.could(Right::Introduce) {
        waiting.extend(introduction(tx, seat, w, &path).await?);
    }
    if seat.could(Right::AnswerJoint) {
        waiting.extend(joint_acts(tx, seat, w, now, &path).await?);
    }
    if seat.could(Right::ProposeLead) {
        waiting.extend(lead(tx, seat, w, &path).await?);
    }
    Ok(waiting)
}

async fn introduction(
    tx: &mut Tx,
    seat: &Seat,
    w: &words::Words,
    path: &str,
) -> Result<Option<Waiting>, Error> {
    if !partnership::commands::awaits(tx, seat).await? {
        return Ok(None);
    }
    let leads = membership::leads(tx, seat.partnership().id).await?;
    let since = leads.iter().map(|lead| lead.appointed_at).max().unwrap_or(Moment(0));
    let link = format!("{path}/draft");
    Ok(Some(Waiting {
        going_on: false,
        what: w.introduce_waiting().to_owned(),
        since,
        until: None,
        link,
        minutes: 5,
    }))
}

async fn joint_acts(
    tx: &mut Tx,
    seat: &Seat,
    w: &words::Words,
    now: Moment,
    path: &str,
) -> Result<Vec<Waiting>, Error> {
    let party = seat.party()?.id;
    let parties = membership::parties(tx, seat.partnership().id).await?;
    let open = joint::open_of(tx, seat.partnership().id).await?;
    let mine = open.into_iter().filter(|one| one.awaits(party, &parties, now));
    Ok(mine
        .map(|one| Waiting {
            going_on: false,
            what: w.joint_waiting(joint::sentence_of(w, &one, &parties)),
            since: one.proposed_at,
            until: Some(one.answer_by),
            link: joint_link(path, &one),
            minutes: 3,
        })
        .collect())
}

/// Straight to the act. Whether silence closes the partnership is said where it waits, so the link tells it.
fn joint_link(path: &str, one: &joint::JointAct) -> String {
    let closes = match one.proposal.on_silence() {
        OnSilence::ClosesByOneSide => "?silence=closes",
        OnSilence::Lapses => "",
    };
    format!("{path}/joint{closes}#act-{}", one.id)
}

async fn lead(tx: &mut Tx, seat: &Seat, w: &words::Words, path: &str) -> Result<Option<Waiting>, Error> {
    let party = seat.party()?;
    let open = store::open_recovery(tx, party.id).await?;
    let (what, since, until) = match open {
        Some(open) => (w.people_waiting_objection(&party.name), open.proposed_at, Some(open.takes_at)),
        None => (w.people_waiting_lead(&party.name), Moment(0), None),
    };
    Ok(Some(Waiting { going_on: false, what, since, until, link: format!("{path}/people"), minutes: 2 }))
}
