//! What people do: state for their party, show it without a silent one, ask their members, answer.

use serde::Deserialize;

use super::refusal::No;
use super::rules::{Answers, Item, Level, Own, Six};
use super::{DAYS, Round, State, jobs, members, settle, store};
use crate::access::Seat;
use crate::error::{Error, Gather};
use crate::people::{letters, membership, partnership};
use crate::record::{self, Deed};
use crate::reflect::cycle;
use crate::site::{Act, Moment};

/// The six answers of a form: a level's word for each, or `unknown` where that is allowed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Say {
    /// The heads meet.
    pub leaders: String,
    /// The leadership and the cabinet meet.
    pub cabinet: String,
    /// Representatives and principals meet.
    pub buildings: String,
    /// Training is planned and run together.
    pub training: String,
    /// News goes out together.
    pub news: String,
    /// It is written down.
    pub written: String,
}

impl Say {
    fn of(&self, item: Item) -> &str {
        match item {
            Item::Leaders => &self.leaders,
            Item::Cabinet => &self.cabinet,
            Item::Buildings => &self.buildings,
            Item::Training => &self.training,
            Item::News => &self.news,
            Item::Written => &self.written,
        }
    }

    /// A party's statement: every item has a level.
    fn statement(&self) -> Result<Answers, Error> {
        let (mut gather, mut levels) = (Gather::default(), [Level::Absent; 6]);
        for item in Item::ALL {
            let level = Level::from_code(self.of(item)).ok_or(No::Missing(item));
            levels[item as usize] = gather.take(level).unwrap_or(Level::Absent);
        }
        gather.done()?;
        Ok(Six(levels))
    }

    /// A member's answers: they may not know.
    fn own(&self) -> Result<Own, Error> {
        let (mut gather, mut levels) = (Gather::default(), [None; 6]);
        for item in Item::ALL {
            levels[item as usize] = match self.of(item) {
                "unknown" => None,
                word => gather.take(Level::from_code(word).ok_or(No::Missing(item))),
            };
        }
        gather.done()?;
        Ok(Six(levels))
    }
}

/// Gives or changes the statement of one's own party. The first one begins the round; the last one that was
/// awaited shows all of them at once. Gives whether they are shown now.
pub async fn state(act: &mut Act, seat: &Seat, input: &Say, version: i64) -> Result<bool, Error> {
    let (party, member) = (seat.party()?.clone(), seat.member()?.clone());
    let name = seat.person()?.name.clone();
    let partnership = seat.partnership().id;
    let now = settle::round_now(act, partnership).await?;
    let standing = now.as_ref().and_then(|round| round.of(party.id));
    if standing.is_some_and(|said| said.shown_at.is_some()) {
        return Err(No::Shown.into());
    }
    let stands = standing.map_or(0, |said| said.version);
    if version != stands {
        return Err(Error::Stale { now: stands });
    }
    let answers = input.statement()?;
    let (id, first) = match &now {
        Some(round) => (round.id, false),
        None => (begin(act, seat).await?, true),
    };
    store::say(act, id, &party, &member, &name, &answers).await?;
    let kind = if standing.is_some() { "readiness.restated" } else { "readiness.stated" };
    let noted = record::note(act, seat, Deed::new(kind).about(id).fact("party", &party.name)).await?;
    let round = settle::one(act, partnership, id).await?;
    if round.state == State::Revealed {
        settle::show_late(act, seat, &round, party.id).await?;
        return Ok(true);
    }
    if settle::now(act, seat, &round).await? {
        return Ok(true);
    }
    if first {
        tell_awaited(act, seat, &round, &party.name, &noted).await?;
    }
    Ok(false)
}

async fn begin(act: &mut Act, seat: &Seat) -> Result<uuid::Uuid, Error> {
    let partnership = seat.partnership();
    let number = store::all(act, partnership.id).await?.first().map_or(1, |last| last.number + 1);
    let cycle = cycle::current(act, partnership.id).await?;
    let answer_by = end_of_day(act, &partnership.zone, DAYS);
    let id = store::add(act, partnership.id, number, cycle, answer_by).await?;
    jobs::when_over(act, id, answer_by).await?;
    Ok(id)
}

/// The end of the day so many days from now, on the partnership's own clock.
pub fn end_of_day(act: &Act, zone: &str, days: i64) -> Moment {
    let last = act.now().plus((days + 1) * Moment::DAY).civil(zone).date();
    Moment::of_civil(last.to_datetime(jiff::civil::Time::midnight()), zone)
}

async fn tell_awaited(
    act: &mut Act,
    seat: &Seat,
    round: &Round,
    party: &str,
    noted: &record::Noted,
) -> Result<(), Error> {
    let partnership = seat.partnership().clone();
    let parties = membership::parties(act, partnership.id).await?;
    let silent: Vec<_> = round.silent(&parties).into_iter().map(|one| one.id).collect();
    let leads = membership::leads(act, partnership.id).await?;
    let readers: Vec<_> =
        leads.into_iter().filter(|lead| lead.party.is_some_and(|of| silent.contains(&of))).collect();
    let last = round.answer_by.plus(-1).civil(&partnership.zone).date();
    letters::tell(act, seat, &readers, "readiness", Some(noted), |w, p| {
        (w.readiness_letter_stated_subject(&p.name), w.readiness_letter_stated(w.date(last), party))
    })
    .await
}

/// Says that one's own party would show its statement without the silent one. The last of those who stated
/// shows theirs. Gives whether they are shown now.
pub async fn show_without(act: &mut Act, seat: &Seat) -> Result<bool, Error> {
    let partnership = seat.partnership().id;
    let party = seat.party()?.clone();
    let round = settle::round_now(act, partnership).await?.ok_or(No::NotYet)?;
    if round.state != State::Late {
        return Err(No::NotYet.into());
    }
    if round.of(party.id).is_none() {
        return Err(No::NothingSaid.into());
    }
    store::would_show(act, round.id, party.id).await?;
    let deed = Deed::new("readiness.would_show").about(round.id).fact("party", &party.name);
    record::note(act, seat, deed).await?;
    let round = settle::one(act, partnership, round.id).await?;
    settle::now(act, seat, &round).await
}

/// Asks the members of one's own party, once in a round.
pub async fn ask_members(act: &mut Act, seat: &Seat) -> Result<(), Error> {
    let partnership = seat.partnership().clone();
    let party = seat.party()?.clone();
    let round = settle::round_now(act, partnership.id).await?.ok_or(No::NotShown)?;
    if round.state != State::Revealed || partnership.state != partnership::State::Active {
        return Err(No::NotShown.into());
    }
    if store::askings(act, round.id).await?.iter().any(|asking| asking.party == party.id) {
        return Err(No::AskedBefore.into());
    }
    let answer_by = end_of_day(act, &partnership.zone, members::DAYS);
    let name = seat.person()?.name.clone();
    store::ask(act, round.id, party.id, &name, answer_by).await?;
    jobs::when_members_are_over(act, round.id, party.id, answer_by).await?;
    let deed = Deed::new("readiness.members_asked").about(round.id).fact("party", &party.name);
    let noted = record::note(act, seat, deed).await?;
    let seats = membership::seats(act, partnership.id).await?;
    let readers: Vec<_> = seats
        .into_iter()
        .filter(|line| line.party == Some(party.id) && line.role != membership::Role::Observer)
        .collect();
    let last = answer_by.plus(-1).civil(&partnership.zone).date();
    letters::tell(act, seat, &readers, "readiness/mine", Some(&noted), |w, p| {
        (w.readiness_letter_members_subject(&p.name), w.readiness_letter_members(w.date(last), &name))
    })
    .await
}

/// Gives or changes one's own answers, until the day the party's asking closes, which it
/// gives. Nobody is told.
pub async fn answer(act: &mut Act, seat: &Seat, input: &Say) -> Result<Moment, Error> {
    let (party, member) = (seat.party()?.id, seat.member()?.id);
    let round = settle::round_now(act, seat.partnership().id).await?.ok_or(No::NotAsked)?;
    let now = act.now();
    let askings = store::askings(act, round.id).await?;
    let open = askings.iter().find(|asking| asking.party == party && asking.is_open(now));
    let until = open.ok_or(No::NotAsked)?.answer_by;
    let own = input.own()?;
    store::answer(act, round.id, member, party, &own).await?;
    Ok(until)
}
