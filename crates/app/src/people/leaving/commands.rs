//! Taking one's own party out.

use agreement::joint::FEWEST_PARTIES;

use crate::access::Seat;
use crate::error::Error;
use crate::people::partnership::{self, State};
use crate::people::{acceptance, joint, letters, membership};
use crate::prepare::{commitment, readiness};
use crate::record::{self, Deed};
use crate::site::Act;

/// Takes one's own party out. Acts that wait for it no longer do; a partnership with fewer than two
/// must-agree parties rests, and a draft, which claims nothing, ends.
pub async fn withdraw(act: &mut Act, seat: &Seat) -> Result<(), Error> {
    let party = seat.party()?.clone();
    let id = seat.partnership().id;
    membership::set_withdrawn(act, party.id).await?;
    let noted =
        record::note(act, seat, Deed::new("party.withdrew").about(party.id).fact("party", &party.name))
            .await?;
    let left = membership::parties(act, id).await?.iter().filter(|p| p.counts()).count();
    match seat.partnership().state {
        State::Draft if party.must_agree => rest(act, seat, State::Ended, "partnership.ended").await?,
        State::Active if left < FEWEST_PARTIES => {
            rest(act, seat, State::Paused, "partnership.paused").await?
        }
        _ => {}
    }
    joint::recompute(act, seat).await?;
    acceptance::recompute(act, seat).await?;
    commitment::party_withdrew(act, seat, party.id).await?;
    readiness::party_withdrew(act, seat).await?;
    let seats = membership::seats(act, id).await?;
    let readers: Vec<_> =
        seats.into_iter().filter(|line| line.lead || line.party == Some(party.id)).collect();
    letters::tell(act, seat, &readers, "people", Some(&noted), |w, p| {
        (w.leaving_letter_subject(&party.name, &p.name), w.leaving_letter_body(&party.name))
    })
    .await
}

async fn rest(act: &mut Act, seat: &Seat, state: State, kind: &'static str) -> Result<(), Error> {
    let id = seat.partnership().id;
    partnership::set_state(act, id, state).await?;
    record::note(act, seat, Deed::new(kind).about(id)).await?;
    Ok(())
}
