//! Puts a decision together from its tables, and the hand of whoever looks at it.

use std::collections::BTreeSet;

use db::Tx;
use uuid::Uuid;

use super::rules::Hand;
use super::{Decision, Who, Whole, store};
use crate::access::Seat;
use crate::act::team;
use crate::error::Error;
use crate::people::membership::{self, Party, Role, SeatLine};

/// A decision of this partnership with all that belongs to it.
pub(super) async fn whole(tx: &mut Tx, partnership: Uuid, id: Uuid) -> Result<Whole, Error> {
    let decision = store::one(tx, partnership, id).await?;
    Ok(Whole {
        rounds: store::rounds(tx, id).await?,
        sides: store::sides(tx, id).await?,
        answerers: store::answerers(tx, id).await?,
        answers: store::answers(tx, id).await?,
        words: store::words(tx, id).await?,
        decision,
    })
}

/// The hand of a seat at this decision.
pub(super) async fn hand(tx: &mut Tx, seat: &Seat, decision: &Decision) -> Result<Hand, Error> {
    let member = seat.member()?;
    let chairs = match decision.team {
        Some(id) => team::co_chairs(tx, id).await?.iter().any(|chair| chair.member == member.id),
        None => false,
    };
    Ok(Hand {
        member: member.id,
        party: member.party.as_ref().map(|party| party.id),
        lead: member.lead,
        chairs,
    })
}

/// Who would be asked if the question were opened now: each party that is here, with its people. An
/// observer has no voice and a neutral is not asked; a must-agree party with nobody on the team is asked
/// through its leads.
pub(super) async fn to_ask(
    tx: &mut Tx,
    partnership: Uuid,
    decision: &Decision,
) -> Result<Vec<(Party, Vec<SeatLine>)>, Error> {
    let seats = membership::seats(tx, partnership).await?;
    let team: Option<BTreeSet<Uuid>> = match (decision.terms.who, decision.team) {
        (Who::Team, Some(id)) => {
            let places = team::seats(tx, id).await?;
            Some(places.iter().filter(|place| place.sits()).map(|place| place.member).collect())
        }
        _ => None,
    };
    let leads = decision.terms.who == Who::Leads;
    let chosen = |line: &SeatLine| team.as_ref().map_or(!leads || line.lead, |team| team.contains(&line.id));
    let mut asked = Vec::new();
    for party in membership::parties(tx, partnership).await? {
        if party.joined_at.is_none() || party.withdrawn_at.is_some() {
            continue;
        }
        let of_party = |line: &&SeatLine| line.party == Some(party.id) && line.role != Role::Observer;
        let mut some: Vec<SeatLine> =
            seats.iter().filter(of_party).filter(|line| chosen(line)).cloned().collect();
        if some.is_empty() && party.must_agree {
            some = seats.iter().filter(of_party).filter(|line| line.lead).cloned().collect();
        }
        if party.must_agree || !some.is_empty() {
            asked.push((party, some));
        }
    }
    Ok(asked)
}
