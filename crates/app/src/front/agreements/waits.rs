//! What waits for a side just now: who, since when, until when, and what silence means.

use agreement::acceptance::Outcome as Acceptance;
use agreement::joint::Outcome as Joint;
use db::Tx;
use words::Words;

use super::Waits;
use crate::access::Seat;
use crate::act::decision;
use crate::error::Error;
use crate::people::{acceptance, joint, membership};
use crate::prepare::commitment;
use crate::site::Moment;

/// All of it, the nearest date first.
pub(super) async fn all(tx: &mut Tx, w: &Words, seat: &Seat, now: Moment) -> Result<Vec<Waits>, Error> {
    let place = seat.partnership();
    let page = |page: &str| format!("/p/{}/{page}", place.id);
    let day = |at: Moment| w.date(at.civil(&place.zone).date());
    let meta = |on: &[String], since: Moment, until: Option<Moment>| {
        let mut meta = Vec::new();
        if !on.is_empty() {
            meta.push(w.agreements_waits_for(w.list(on)));
        }
        meta.push(w.agreements_since(day(since)));
        meta.extend(until.map(|until| w.agreements_until(day(until.plus(-1)))));
        meta
    };
    let parties = membership::parties(tx, place.id).await?;
    let names = |ids: &[uuid::Uuid]| {
        let mut names: Vec<String> =
            parties.iter().filter(|p| ids.contains(&p.id)).map(|p| p.name.clone()).collect();
        names.sort_by_key(|name| name.to_lowercase());
        names
    };
    let mut all = Vec::new();
    if let Some(one) = commitment::awaited(tx, place.id).await? {
        all.push(Waits {
            what: w.agreements_commitment().to_owned(),
            link: page("commitment"),
            meta: meta(&one.on, one.since, one.until),
            silence: one.until.map(|until| w.agreements_commitment_silence(day(until.plus(-1)))),
            until: one.until,
        });
    }
    for ask in acceptance::open(tx, place.id).await? {
        let on = match ask.outcome(&parties, now) {
            Acceptance::Waiting { on } => names(&on.into_iter().collect::<Vec<_>>()),
            _ => Vec::new(),
        };
        all.push(Waits {
            what: acceptance::what(w, ask.kind, &ask.title),
            link: page(&ask.page),
            meta: meta(&on, ask.asked_at, Some(ask.answer_by)),
            silence: Some(w.agreements_accept_silence().to_owned()),
            until: Some(ask.answer_by),
        });
    }
    for one in joint::open_of(tx, place.id).await?.into_iter().filter(|one| one.state == joint::State::Open) {
        let on = match one.outcome(&parties, now) {
            Joint::Waiting { on, .. } => names(&on.into_iter().collect::<Vec<_>>()),
            _ => Vec::new(),
        };
        all.push(Waits {
            what: joint::sentence_of(w, &one, &parties),
            link: page(&format!("joint#act-{}", one.id)),
            meta: meta(&on, one.proposed_at, Some(one.answer_by)),
            silence: Some(joint::on_silence(w, one.proposal.on_silence()).to_owned()),
            until: Some(one.answer_by),
        });
    }
    for line in decision::under_way(tx, place.id).await? {
        let silence = (line.state == decision::State::Open)
            .then_some(line.until)
            .flatten()
            .map(|until| w.decision_silence(day(until.plus(-1))));
        // Who has answered stays unsaid until all are shown, so nobody is waited for by name.
        let mut says = vec![decision::standing(w, &line).1.to_owned()];
        says.extend(meta(&[], line.since, line.until));
        all.push(Waits {
            link: page(&format!("decisions/{}", line.id)),
            meta: says,
            silence,
            until: line.until,
            what: line.question,
        });
    }
    all.sort_by_key(|one| (one.until.is_none(), one.until));
    Ok(all)
}
