//! Planning a meeting: what it is called, when and where, and for which team.

use jiff::civil::{Date, DateTime, Time};
use serde::Deserialize;
use uuid::Uuid;

use crate::access::Seat;
use crate::act::meeting::{Meeting, No, store};
use crate::act::team;
use crate::error::{Error, Gather};
use crate::people::membership::Role;
use crate::people::plain;
use crate::record;
use crate::site::{Act, Moment};

/// What a meeting is planned with, as it is typed.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Plan {
    /// What it is called.
    #[serde(default)]
    pub title: String,
    /// The team's id; empty for the whole partnership.
    #[serde(default)]
    pub team: String,
    /// `2026-10-16`.
    #[serde(default)]
    pub day: String,
    /// `08:30`.
    #[serde(default)]
    pub time: String,
    /// How long.
    #[serde(default)]
    pub minutes: String,
    /// Where.
    #[serde(default)]
    pub place: String,
}

/// A plan that was read.
#[derive(Debug, Clone)]
pub(in crate::act::meeting) struct Planned {
    pub title: String,
    pub team: Option<Uuid>,
    pub starts: DateTime,
    pub minutes: i64,
    pub place: String,
}

impl Plan {
    /// Reads it on the clock of `zone`, or refuses all that is wrong at once.
    pub(in crate::act::meeting) fn read(&self, zone: &str, now: Moment) -> Result<Planned, Error> {
        let mut gather = Gather::default();
        let title = gather.take(plain::name("title", &self.title));
        let team = match self.team.trim() {
            "" => Some(None),
            id => gather.take(id.parse().map(Some).map_err(|_| No::Team)),
        };
        let day = gather.take(self.day.trim().parse::<Date>().map_err(|_| No::Day));
        let time = gather.take(self.time.trim().parse::<Time>().map_err(|_| No::Time));
        let minutes: Result<i64, _> = self.minutes.trim().parse();
        let minutes = gather.take(minutes.ok().filter(|m| (5..=600).contains(m)).ok_or(No::Minutes));
        let place = gather.take(plain::short("place", &self.place));
        let starts = day.zip(time).map(|(day, time)| day.to_datetime(time));
        if let Some(starts) = starts {
            let at = Moment::of_civil(starts, zone);
            if at < now.plus(-Moment::DAY) {
                gather.refuse(No::Past);
            } else if at > now.plus(731 * Moment::DAY) {
                gather.refuse(No::TooFar);
            }
        }
        gather.done()?;
        let (Some(title), Some(team), Some(starts)) = (title, team, starts) else {
            return Err(Error::Unreadable);
        };
        let (Some(minutes), Some(place)) = (minutes, place) else { return Err(Error::Unreadable) };
        Ok(Planned { title, team, starts, minutes, place })
    }
}

/// Whether this seat may run a meeting of this team: leads, neutral seats, co-chairs and those whom it names
/// for the day.
pub async fn may_run(
    tx: &mut db::Tx,
    seat: &Seat,
    team: Option<Uuid>,
    meeting: Option<&Meeting>,
) -> Result<bool, Error> {
    let Some(member) = seat.membership() else { return Ok(false) };
    let named = meeting.is_some_and(|m| {
        [m.facilitator, m.recorder, m.timekeeper].into_iter().flatten().any(|one| one == member.id)
    });
    let role = matches!(member.role, Role::CoChair | Role::Facilitator | Role::Recorder);
    if member.lead || member.party.is_none() || named || role {
        return Ok(true);
    }
    match team {
        Some(team) => Ok(team::co_chairs(tx, team).await?.iter().any(|chair| chair.member == member.id)),
        None => Ok(false),
    }
}

/// Plans a meeting; nobody is told yet. Gives its id.
pub async fn plan(act: &mut Act, seat: &Seat, input: &Plan) -> Result<Uuid, Error> {
    let member = seat.member()?.id;
    let place = seat.partnership();
    let team = input.team.trim().parse().ok();
    if !may_run(act, seat, team, None).await? {
        return Err(Error::Forbidden);
    }
    let planned = input.read(&place.zone, act.now())?;
    if let Some(team) = planned.team {
        let found = team::list(act, place.id).await?.into_iter().any(|one| one.id == team);
        if !found {
            return Err(No::Team.into());
        }
    }
    let code = room_code(act);
    let id = store::add(act, place.id, &place.zone, &planned, member, &code).await?;
    record::event::leave(act, place.id, "meeting.planned", seat.actor().id(), Some(id)).await?;
    Ok(id)
}

/// Four letters that cannot be misread, for being counted in the room.
fn room_code(act: &Act) -> String {
    const LETTERS: &[u8] = b"ABCDEFHJKLMNPRTUVWXY";
    let pick = |byte: u8| LETTERS.get(usize::from(byte) % LETTERS.len()).map_or('A', |b| char::from(*b));
    act.site().random::<4>().into_iter().map(pick).collect()
}
