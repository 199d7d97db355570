//! When statements are shown: all at once, when the last awaited party has given its own; or, after the
//! date, when each of those who gave one would show it without the silent party.

use db::Tx;
use uuid::Uuid;

use super::{DAYS, Round, State, Statement, commands, jobs, store, words as said};
use crate::access::Seat;
use crate::error::Error;
use crate::people::membership::{Party, SeatLine};
use crate::people::{letters, membership};
use crate::record::{self, Deed, Noted};
use crate::reflect::cycle;
use crate::site::Act;
use ::words::{Lang, Words};

/// The round of the cycle under way that is not closed; none before the first statement of it.
pub(super) async fn round_now(tx: &mut Tx, partnership: Uuid) -> Result<Option<Round>, Error> {
    let cycle = cycle::current(tx, partnership).await?;
    let newest = store::all(tx, partnership).await?.into_iter().next();
    Ok(newest.filter(|round| round.cycle == cycle && round.state != State::Closed))
}

/// One round; [`Error::Unseen`] if it is not there.
pub(super) async fn one(tx: &mut Tx, partnership: Uuid, id: Uuid) -> Result<Round, Error> {
    store::all(tx, partnership).await?.into_iter().find(|round| round.id == id).ok_or(Error::Unseen)
}

/// The newest round whose statements everybody sees.
pub async fn latest_shown(tx: &mut Tx, partnership: Uuid) -> Result<Option<Round>, Error> {
    Ok(store::all(tx, partnership).await?.into_iter().find(|round| round.state == State::Revealed))
}

/// A round by its id, if its statements are shown.
pub async fn shown(tx: &mut Tx, partnership: Uuid, id: Uuid) -> Result<Option<Round>, Error> {
    let all = store::all(tx, partnership).await?;
    Ok(all.into_iter().find(|round| round.id == id && round.state == State::Revealed))
}

/// What was said by parties that are still here.
fn given<'r>(round: &'r Round, parties: &[Party]) -> Vec<&'r Statement> {
    let here = |party: Uuid| parties.iter().any(|one| one.id == party && one.withdrawn_at.is_none());
    round.statements.iter().filter(|one| here(one.party)).collect()
}

/// Whether the statements may be shown now: all are there, or it is late and all who gave one would show it.
fn may_show(round: &Round, parties: &[Party]) -> bool {
    let must: Vec<&Statement> = given(round, parties).into_iter().filter(|one| one.must_agree).collect();
    let without =
        round.state == State::Late && !must.is_empty() && must.iter().all(|one| one.alone_at.is_some());
    round.is_complete(parties) || without
}

/// Looks whether a round that waits can be shown now, and shows it.
pub(super) async fn now(act: &mut Act, seat: &Seat, round: &Round) -> Result<bool, Error> {
    if !matches!(round.state, State::Open | State::Late) {
        return Ok(round.state == State::Revealed);
    }
    let parties = membership::parties(act, seat.partnership().id).await?;
    if !may_show(round, &parties) {
        return Ok(false);
    }
    let shown: Vec<Uuid> = given(round, &parties).into_iter().map(|one| one.party).collect();
    store::reveal(act, round.id, &shown).await?;
    let now = act.now();
    store::set_state(act, round.id, State::Revealed, round.answer_by, Some(now)).await?;
    let silent: Vec<String> = round.silent(&parties).into_iter().map(|party| party.name.clone()).collect();
    let round = one(act, seat.partnership().id, round.id).await?;
    let en = seat.words(&Words::new(Lang::En));
    let mut deed = Deed::new("readiness.revealed").about(round.id).fact("without", en.list(&silent));
    for statement in round.shown() {
        deed = deed.text("statement", Lang::En, said::statement(&en, statement, &said::Table::of(&parties)));
    }
    let noted = record::note(act, seat, deed).await?;
    let leads = membership::leads(act, seat.partnership().id).await?;
    tell(act, seat, &leads, &noted, |w, p| {
        (w.readiness_letter_shown_subject(p), w.readiness_letter_shown().to_owned())
    })
    .await?;
    Ok(true)
}

/// A statement given after the others were shown is seen at once, and marked as later.
pub(super) async fn show_late(act: &mut Act, seat: &Seat, round: &Round, party: Uuid) -> Result<(), Error> {
    store::reveal(act, round.id, &[party]).await?;
    let Some(statement) = round.of(party) else { return Ok(()) };
    let en = seat.words(&Words::new(Lang::En));
    let table = said::Table::of(&membership::parties(act, seat.partnership().id).await?);
    let deed = Deed::new("readiness.stated_later").about(round.id).fact("party", &statement.party_name).text(
        "statement",
        Lang::En,
        said::statement(&en, statement, &table),
    );
    record::note(act, seat, deed).await?;
    Ok(())
}

/// The date of a round has come.
pub(super) async fn over(act: &mut Act, seat: &Seat, id: Uuid) -> Result<(), Error> {
    let partnership = seat.partnership().clone();
    let round = one(act, partnership.id, id).await?;
    if act.now() < round.answer_by || !matches!(round.state, State::Open | State::Late) {
        return Ok(());
    }
    let leads = membership::leads(act, partnership.id).await?;
    if round.state == State::Late {
        store::set_state(act, id, State::Closed, round.answer_by, None).await?;
        let noted = record::note(act, seat, Deed::new("readiness.closed").about(id)).await?;
        return tell(act, seat, &leads, &noted, |w, p| {
            (w.readiness_letter_closed_subject(p), w.readiness_letter_closed().to_owned())
        })
        .await;
    }
    let parties = membership::parties(act, partnership.id).await?;
    let silent: Vec<String> = round.silent(&parties).into_iter().map(|party| party.name.clone()).collect();
    let until = commands::end_of_day(act, &partnership.zone, DAYS);
    store::set_state(act, id, State::Late, until, None).await?;
    jobs::when_over(act, id, until).await?;
    let list = Words::new(Lang::En).list(&silent);
    let noted = record::note(act, seat, Deed::new("readiness.late").about(id).fact("silent", list)).await?;
    let last = until.plus(-1).civil(&partnership.zone).date();
    tell(act, seat, &leads, &noted, |w, p| {
        (w.readiness_letter_late_subject(p), w.readiness_letter_late(w.date(last), w.list(&silent)))
    })
    .await
}

async fn tell(
    act: &mut Act,
    seat: &Seat,
    readers: &[SeatLine],
    noted: &Noted,
    write: impl Fn(&Words, &str) -> (String, String),
) -> Result<(), Error> {
    letters::tell(act, seat, readers, "readiness", Some(noted), |w, p| write(w, &p.name)).await
}

/// A party left: what waits is looked at again. What it had said and nobody saw stays unseen.
pub async fn party_withdrew(act: &mut Act, seat: &Seat) -> Result<(), Error> {
    if let Some(round) = round_now(act, seat.partnership().id).await? {
        now(act, seat, &round).await?;
    }
    Ok(())
}
