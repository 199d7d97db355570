//! Settling what was put to the sides: at each answer, at its date, and when the parties have changed.

use agreement::acceptance::Outcome;
use uuid::Uuid;

use super::{Ask, Standing, store};
use crate::access::{Actor, Right, Seat};
use crate::error::Error;
use crate::jobs;
use crate::people::{letters, membership};
use crate::record::{self, Deed};
use crate::site::{Act, Site};

/// The job that settles an ask at its date.
pub const JOB: jobs::Kind =
    jobs::Kind { name: "acceptance", run: |site, args| Box::pin(run(site, args)), every: None };

async fn run(site: Site, args: String) -> Result<(), Error> {
    let id: Uuid = jobs::args(&args)?;
    let mut act = site.act().await?;
    let Some((partnership, about)) = store::place_of(&mut act, id).await? else { return Ok(()) };
    let seat = Seat::of_house(&mut act, Actor::Job(JOB.name), partnership, Right::AnswerJoint).await?;
    // A later ask about the same thing has a job of its own.
    let newest = store::newest(&mut act, partnership, about).await?;
    if let Some(ask) = newest.filter(|ask| ask.id == id) {
        now(&mut act, &seat, ask).await?;
    }
    act.commit().await
}

/// Settles what is open in a partnership after its parties have changed.
pub async fn recompute(act: &mut Act, seat: &Seat) -> Result<(), Error> {
    for ask in store::open(act, seat.partnership().id).await? {
        now(act, seat, ask).await?;
    }
    Ok(())
}

/// Looks where an ask stands now, and ends it if it no longer waits.
pub(super) async fn now(act: &mut Act, seat: &Seat, ask: Ask) -> Result<Ask, Error> {
    if ask.standing != Standing::Open {
        return Ok(ask);
    }
    let parties = membership::parties(act, seat.partnership().id).await?;
    let standing = match ask.outcome(&parties, act.now()) {
        Outcome::Waiting { .. } => return Ok(ask),
        Outcome::Agreed => Standing::Agreed,
        Outcome::Refused { .. } => Standing::Refused,
        Outcome::Lapsed { .. } => Standing::Lapsed,
        Outcome::Void => Standing::Reopened,
    };
    end(act, seat, ask, standing).await
}

/// Ends an ask in a standing, records it and tells the leads.
pub(super) async fn end(act: &mut Act, seat: &Seat, mut ask: Ask, standing: Standing) -> Result<Ask, Error> {
    let partnership = seat.partnership().id;
    let parties = membership::parties(act, partnership).await?;
    let silent = match ask.outcome(&parties, act.now()) {
        Outcome::Lapsed { silent } => silent,
        _ => Vec::new(),
    };
    let names: Vec<&str> =
        parties.iter().filter(|p| silent.contains(&p.id)).map(|p| p.name.as_str()).collect();
    let kind = match standing {
        Standing::Open | Standing::Agreed => "acceptance.agreed",
        Standing::Refused => "acceptance.ended_by_refusal",
        Standing::Lapsed => "acceptance.lapsed",
        Standing::Reopened => "acceptance.reopened",
    };
    store::end(act, ask.id, standing).await?;
    let deed = Deed::new(kind)
        .about(ask.about)
        .fact("kind", ask.kind.code())
        .fact("silent", names.join(" · "))
        .fact("version", ask.version);
    let noted = record::note(act, seat, deed).await?;
    let leads = membership::leads(act, partnership).await?;
    letters::tell(act, seat, &leads, &ask.page, Some(&noted), |w, p| {
        let what = super::web::what(w, ask.kind, &ask.title);
        let how = super::web::standing_words(w, standing);
        (w.acceptance_letter_subject(&p.name), w.acceptance_letter_ended(how, what))
    })
    .await?;
    ask.standing = standing;
    ask.ended_at = Some(act.now());
    Ok(ask)
}
