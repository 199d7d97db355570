//! Planning a meeting: what it is called, when and where, and for which team.

use jiff::civil::{Date, DateTime, Time};
use serde::Deserialize;
use uuid::Uuid;
use words::Words;

use super::{agenda, run_by};
use crate::access::Seat;
use crate::act::meeting::item::{Purpose, Standing, counting};
use crate::act::meeting::{Meeting, No, State, rules, store};
use crate::act::{action, team};
use crate::error::{Error, Gather};
use crate::people::membership::{Party, Role};
use crate::people::{membership, plain};
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
    seed(act, seat, id, planned.team, member).await?;
    record::event::leave(act, place.id, "meeting.planned", seat.actor().id(), Some(id)).await?;
    Ok(id)
}

/// What the last meeting left over comes first on the new agenda, and what people took on is looked at.
async fn seed(act: &mut Act, seat: &Seat, id: Uuid, team: Option<Uuid>, by: Uuid) -> Result<(), Error> {
    let place = seat.partnership().id;
    if action::open_of(act, place, team).await? > 0 {
        let w = seat.words(&Words::new(seat.person()?.language));
        let new = store::NewItem {
            title: w.meeting_seed_actions(),
            purpose: Purpose::Inform,
            owner: None,
            minutes: 5,
            from_item: None,
            by,
        };
        store::add_item(act, place, id, &new).await?;
    }
    for old in store::waiting_items(act, place, team).await? {
        if old.standing == Standing::Left {
            agenda::take(act, place, id, by, old).await?;
        }
    }
    Ok(())
}

/// The party whose turn it is to run the next meeting of this team.
pub async fn proposed_party(
    tx: &mut db::Tx,
    partnership: Uuid,
    team: Option<Uuid>,
) -> Result<Option<Party>, Error> {
    let ran = store::ran(tx, partnership, team).await?;
    let parties = membership::parties(tx, partnership).await?;
    let counting: Vec<Uuid> = counting(&parties).map(|party| party.id).collect();
    let turn = rules::turn(&ran, &counting);
    Ok(parties.into_iter().find(|party| Some(party.id) == turn))
}

/// A change of a planned meeting, as it is typed.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Change {
    /// What it is called.
    #[serde(default)]
    pub title: String,
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
    /// The seat of whoever runs it.
    #[serde(default)]
    pub facilitator: String,
    /// The seat of whoever writes.
    #[serde(default)]
    pub recorder: String,
    /// The seat of whoever keeps the time.
    #[serde(default)]
    pub timekeeper: String,
}

/// Changes when and where a meeting is and who has a task in it. From an older version it is refused as stale.
pub async fn change(act: &mut Act, seat: &Seat, id: Uuid, input: &Change, version: i64) -> Result<(), Error> {
    let mut meeting = run_by(act, seat, id).await?;
    if !meeting.state.ahead() && meeting.state != State::Running {
        return Err(No::NotNow.into());
    }
    if meeting.version != version {
        return Err(Error::Stale { now: meeting.version });
    }
    let plan = Plan {
        title: input.title.clone(),
        team: String::new(),
        day: input.day.clone(),
        time: input.time.clone(),
        minutes: input.minutes.clone(),
        place: input.place.clone(),
    };
    let planned = plan.read(&meeting.zone, act.now())?;
    let seats = membership::seats(act, seat.partnership().id).await?;
    let mut gather = Gather::default();
    let mut task = |given: &str| match given.trim() {
        "" => None,
        given => {
            let found = seats.iter().find(|one| one.id.to_string() == given).map(|one| one.id);
            gather.take(found.ok_or(No::Person))
        }
    };
    meeting.facilitator = task(&input.facilitator);
    meeting.recorder = task(&input.recorder);
    meeting.timekeeper = task(&input.timekeeper);
    gather.done()?;
    meeting.title = planned.title;
    meeting.starts = planned.starts;
    meeting.minutes = planned.minutes;
    meeting.place = planned.place;
    store::save(act, &meeting).await?;
    record::event::leave(act, seat.partnership().id, "meeting.changed", seat.actor().id(), Some(id)).await
}

/// Four letters that cannot be misread, for being counted in the room.
fn room_code(act: &Act) -> String {
    const LETTERS: &[u8] = b"ABCDEFHJKLMNPRTUVWXY";
    let pick = |byte: u8| LETTERS.get(usize::from(byte) % LETTERS.len()).map_or('A', |b| char::from(*b));
    act.site().random::<4>().into_iter().map(pick).collect()
}
