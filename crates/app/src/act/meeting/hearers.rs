//! Who is asked to a meeting, and why: the same list for the page that shows it first and for the sending.

use db::Tx;
use uuid::Uuid;

use super::Meeting;
use super::item::Reason;
use crate::act::team;
use crate::error::Error;
use crate::people::membership::{self, SeatLine};

/// Somebody who will get a letter, and why.
#[derive(Debug, Clone)]
pub struct Hearer {
    /// Their seat.
    pub seat: SeatLine,
    /// Why they hear of it.
    pub reason: Reason,
}

/// Who is asked to a meeting: whoever sits in its team, or in the partnership, and whoever has a task in it.
/// By name; nobody twice.
pub fn hearers(seats: Vec<SeatLine>, team: Option<&[Uuid]>, tasks: &[Uuid]) -> Vec<Hearer> {
    let reason = |seat: &SeatLine| match team {
        None => Some(Reason::Seat),
        Some(team) if team.contains(&seat.id) => Some(Reason::Team),
        Some(_) if tasks.contains(&seat.id) => Some(Reason::Task),
        Some(_) => None,
    };
    let mut all: Vec<Hearer> =
        seats.into_iter().filter_map(|seat| reason(&seat).map(|reason| Hearer { seat, reason })).collect();
    all.sort_by(|a, b| a.seat.name.cmp(&b.seat.name));
    all
}

/// The same for a meeting as it stands.
pub async fn of(tx: &mut Tx, partnership: Uuid, meeting: &Meeting) -> Result<Vec<Hearer>, Error> {
    let seats = membership::seats(tx, partnership).await?;
    let team: Option<Vec<Uuid>> = match meeting.team {
        Some(team) => {
            let seats = team::seats(tx, team).await?;
            Some(seats.iter().filter(|seat| seat.sits()).map(|seat| seat.member).collect())
        }
        None => None,
    };
    let mut tasks: Vec<Uuid> =
        [meeting.facilitator, meeting.recorder, meeting.timekeeper].into_iter().flatten().collect();
    tasks.extend(super::store::items(tx, meeting.id).await?.into_iter().filter_map(|item| item.owner));
    Ok(hearers(seats, team.as_deref(), &tasks))
}
