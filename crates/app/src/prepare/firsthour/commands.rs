//! What leaders do in their first half hour: name concerns, pick one, propose a meeting, answer it.

use serde::Deserialize;
use uuid::Uuid;

use super::refusal::No;
use super::{DAYS, Hour, NAMES_MOST, Named, Proposed, State, counted, jobs, rules, store};
use crate::access::Seat;
use crate::act::meeting;
use crate::error::{Error, Gather};
use crate::people::{letters, membership, plain};
use crate::prepare::readiness::{self, Item, end_of_day};
use crate::record::{self, Deed, Noted};
use crate::site::{Act, Moment};
use words::Words;

/// What a party names: boxes for the items, and a line of its own.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Name {
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
    /// In one's own words.
    pub words: String,
}

impl Name {
    fn ticked(&self, item: Item) -> bool {
        let box_ = match item {
            Item::Leaders => &self.leaders,
            Item::Cabinet => &self.cabinet,
            Item::Buildings => &self.buildings,
            Item::Training => &self.training,
            Item::News => &self.news,
            Item::Written => &self.written,
        };
        box_ == "yes"
    }

    fn read(&self) -> Result<Vec<Named>, Error> {
        let own = plain::short("words", &self.words)?;
        let ticked = Item::ALL.into_iter().filter(|item| self.ticked(*item));
        let mut named: Vec<_> = ticked.map(|item| (Some(item), None)).collect();
        if !own.is_empty() {
            named.push((None, Some(own)));
        }
        match named.len() {
            0 => Err(No::NothingNamed.into()),
            some if some > NAMES_MOST => Err(No::TooMany.into()),
            _ => Ok(named),
        }
    }
}

/// The half hour that is open; one that ended, or of an earlier cycle, is not.
async fn open(act: &mut Act, seat: &Seat) -> Result<Option<Hour>, Error> {
    Ok(store::newest(act, seat.partnership().id).await?.filter(|hour| hour.state == State::Open))
}

async fn reread(act: &mut Act, seat: &Seat) -> Result<Hour, Error> {
    store::newest(act, seat.partnership().id).await?.ok_or(Error::Unseen)
}

/// Names what concerns one's own party. Nobody of another party sees it before each must-agree party has
/// named its own. What all of them named, if it is one thing, is picked at once.
pub async fn name(act: &mut Act, seat: &Seat, input: &Name) -> Result<(), Error> {
    let partnership = seat.partnership().clone();
    let round = readiness::latest_shown(act, partnership.id).await?.ok_or(No::SixFirst)?;
    let newest = store::newest(act, partnership.id).await?;
    if newest.as_ref().is_some_and(|hour| hour.state == State::Done && hour.round == round.id) {
        return Err(No::Set.into());
    }
    let hour = newest.filter(|hour| hour.state == State::Open);
    if hour.as_ref().is_some_and(|hour| hour.named_at.is_some()) {
        return Err(No::Named.into());
    }
    let named = input.read()?;
    let (id, first) = match hour {
        Some(hour) => (hour.id, false),
        None => {
            let answer_by = end_of_day(act, &partnership.zone, DAYS);
            let id = store::add(act, partnership.id, round.id, answer_by).await?;
            jobs::when_over(act, id, answer_by).await?;
            (id, true)
        }
    };
    let (party, member) = (seat.party()?.clone(), seat.member()?.id);
    store::name(act, id, party.id, member, &named).await?;
    let deed = Deed::new("firsthour.named").about(id).fact("party", &party.name);
    let noted = record::note(act, seat, deed).await?;
    let mut hour = reread(act, seat).await?;
    let parties = counted(&membership::parties(act, partnership.id).await?);
    if parties.len() < agreement::joint::FEWEST_PARTIES || !parties.iter().all(|party| hour.has_named(*party))
    {
        if first {
            let last = hour.answer_by.plus(-1).civil(&partnership.zone).date();
            tell(act, seat, &noted, |w, place| {
                let body = w.firsthour_letter_named(w.date(last), &party.name);
                (w.firsthour_letter_named_subject(place), body)
            })
            .await?;
        }
        return Ok(());
    }
    hour.named_at = Some(act.now());
    store::save(act, &hour).await?;
    if let Some(concern) = rules::named_by_all(&rules::choices(&hour.concerns), &parties) {
        settle(act, seat, hour, concern).await?;
    }
    Ok(())
}

/// A concern is picked: it is noted with its words, and the next date is the one for a meeting.
async fn settle(act: &mut Act, seat: &Seat, mut hour: Hour, concern: Uuid) -> Result<(), Error> {
    let chosen = hour.named(concern).ok_or(Error::Unseen)?.clone();
    hour.concern = Some(concern);
    hour.picked_at = Some(act.now());
    hour.answer_by = end_of_day(act, &seat.partnership().zone, DAYS);
    store::save(act, &hour).await?;
    jobs::when_over(act, hour.id, hour.answer_by).await?;
    let language = seat.person()?.language;
    let said = concern_words(&seat.words(&Words::new(language)), &chosen);
    let deed = Deed::new("firsthour.picked").about(hour.id).text("concern", language, said);
    record::note(act, seat, deed).await?;
    Ok(())
}

/// A concern in words.
pub(super) fn concern_words(w: &Words, concern: &super::Concern) -> String {
    match (concern.item, &concern.words) {
        (Some(item), _) => readiness::topic(w, item),
        (None, words) => words.clone().unwrap_or_default(),
    }
}

/// The concern that is picked.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Choose {
    /// Its id.
    pub concern: String,
}

/// Picks one for one's own party; it is settled once each must-agree party has picked the same.
pub async fn pick(act: &mut Act, seat: &Seat, input: &Choose) -> Result<(), Error> {
    let hour = open(act, seat).await?.ok_or(No::NotNamed)?;
    if hour.concern.is_some() {
        return Err(No::Picked.into());
    }
    if hour.named_at.is_none() {
        return Err(No::NotNamed.into());
    }
    let wanted = input.concern.parse::<Uuid>().map_err(|_| No::NothingPicked)?;
    if !rules::choices(&hour.concerns).iter().any(|choice| choice.concern == wanted) {
        return Err(No::NothingPicked.into());
    }
    let (party, name) = (seat.party()?.clone(), seat.person()?.name.clone());
    store::pick(act, hour.id, party.id, wanted, &name).await?;
    record::event::leave(act, seat.partnership().id, "firsthour.chose", seat.actor().id(), Some(hour.id))
        .await?;
    let hour = reread(act, seat).await?;
    let parties = counted(&membership::parties(act, seat.partnership().id).await?);
    match rules::picked_by_all(&hour.picks, &parties) {
        Some(concern) if parties.len() >= agreement::joint::FEWEST_PARTIES => {
            settle(act, seat, hour, concern).await
        }
        _ => Ok(()),
    }
}

/// A first meeting to propose.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Meet {
    /// The day, as a browser sends it.
    pub day: String,
    /// The time of day.
    pub time: String,
    /// Where.
    pub place: String,
    /// What the party brings along.
    pub brings: String,
}

/// Proposes the first meeting, instead of what was proposed before.
pub async fn propose(act: &mut Act, seat: &Seat, input: &Meet) -> Result<(), Error> {
    let hour = open(act, seat).await?.ok_or(No::ConcernFirst)?;
    if hour.concern.is_none() {
        return Err(No::ConcernFirst.into());
    }
    let zone = seat.partnership().zone.clone();
    let mut gather = Gather::default();
    let day = gather.take(input.day.trim().parse::<jiff::civil::Date>().map_err(|_| No::Day));
    let time = gather.take(input.time.trim().parse::<jiff::civil::Time>().map_err(|_| No::Time));
    let place = gather.take(plain::name("place", &input.place)).unwrap_or_default();
    let brings = gather.take(plain::short("brings", &input.brings)).unwrap_or_default();
    let starts = day.zip(time).map(|(day, time)| day.to_datetime(time));
    let at = starts.map(|starts| Moment::of_civil(starts, &zone));
    if at.is_some_and(|at| at <= act.now()) {
        gather.refuse(No::Past);
    }
    gather.done()?;
    let (Some(starts), Some(at)) = (starts, at) else { return Err(No::Day.into()) };
    for old in hour.meetings.iter().filter(|one| one.state == "open") {
        store::set_meeting(act, old.id, "replaced").await?;
    }
    let (party, name) = (seat.party()?.clone(), seat.person()?.name.clone());
    let one = Proposed {
        id: act.id(),
        party: party.id,
        name: name.clone(),
        starts,
        zone,
        place,
        at: act.now(),
        answer_by: hour.answer_by.min(at),
        state: "open".into(),
        meeting: None,
        yes: Vec::new(),
    };
    store::propose(act, hour.id, &one).await?;
    store::say_yes(act, one.id, party.id, &name, &brings).await?;
    jobs::when_over(act, hour.id, one.answer_by).await?;
    let deed =
        Deed::new("firsthour.meeting_proposed").about(hour.id).fact("party", &party.name).fact("at", starts);
    let noted = record::note(act, seat, deed).await?;
    tell(act, seat, &noted, |w, place| {
        (
            w.firsthour_letter_meeting_subject(place),
            w.firsthour_letter_meeting(&party.name, &one.place, w.date_time(starts)),
        )
    })
    .await
}

/// An answer to a proposed meeting.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Reply {
    /// `yes` or `no`.
    pub answer: String,
    /// What the party brings along.
    pub brings: String,
}

/// Says yes or no for one's own party. The last yes sets the meeting.
pub async fn answer(act: &mut Act, seat: &Seat, input: &Reply) -> Result<(), Error> {
    let mut hour = open(act, seat).await?.ok_or(No::NothingProposed)?;
    let now = act.now();
    let one = hour.meeting().filter(|one| one.state == "open" && now < one.answer_by).cloned();
    let one = one.ok_or(No::NothingProposed)?;
    let (party, name) = (seat.party()?.clone(), seat.person()?.name.clone());
    if one.party == party.id {
        return Err(No::Own.into());
    }
    let deed = |kind| Deed::new(kind).about(hour.id).fact("party", &party.name).fact("at", one.starts);
    if input.answer == "no" {
        store::set_meeting(act, one.id, "declined").await?;
        record::note(act, seat, deed("firsthour.meeting_declined")).await?;
        return Ok(());
    }
    let brings = plain::short("brings", &input.brings)?;
    store::say_yes(act, one.id, party.id, &name, &brings).await?;
    let parties = counted(&membership::parties(act, seat.partnership().id).await?);
    let said = |of: &Uuid| *of == party.id || one.yes.iter().any(|yes| yes.party == *of);
    let kind = if parties.iter().all(said) { "firsthour.meeting_set" } else { "firsthour.meeting_accepted" };
    let noted = record::note(act, seat, deed(kind)).await?;
    if kind == "firsthour.meeting_set" {
        let planned = plan(act, seat, &one).await?;
        store::agree(act, one.id, planned).await?;
        hour.state = State::Done;
        store::save(act, &hour).await?;
        tell(act, seat, &noted, |w, place| {
            (
                w.firsthour_letter_set_subject(place),
                w.firsthour_letter_set(&one.place, w.date_time(one.starts)),
            )
        })
        .await?;
    }
    Ok(())
}

/// The agreed meeting, planned like every other one of the whole partnership: an hour, to begin with.
async fn plan(act: &mut Act, seat: &Seat, one: &Proposed) -> Result<Uuid, Error> {
    let w = seat.words(&Words::new(seat.person()?.language));
    let plan = meeting::Plan {
        title: w.firsthour_meeting_title().to_owned(),
        team: String::new(),
        day: one.starts.date().to_string(),
        time: one.starts.time().strftime("%H:%M").to_string(),
        minutes: "60".to_owned(),
        place: one.place.clone(),
    };
    meeting::plan(act, seat, &plan).await
}

/// The date of a half hour, or of the meeting proposed in it, has come.
pub(super) async fn over(act: &mut Act, seat: &Seat, id: Uuid) -> Result<(), Error> {
    let now = act.now();
    let Some(mut hour) = open(act, seat).await?.filter(|hour| hour.id == id) else { return Ok(()) };
    let late: Vec<Uuid> = hour
        .meetings
        .iter()
        .filter(|one| one.state == "open" && one.answer_by <= now)
        .map(|one| one.id)
        .collect();
    for meeting in late {
        store::set_meeting(act, meeting, "lapsed").await?;
        record::note(act, seat, Deed::new("firsthour.meeting_lapsed").about(id)).await?;
    }
    if hour.answer_by > now {
        return Ok(());
    }
    hour.state = State::Ended;
    store::save(act, &hour).await?;
    let noted = record::note(act, seat, Deed::new("firsthour.ended").about(id)).await?;
    tell(act, seat, &noted, |w, place| {
        (w.firsthour_letter_ended_subject(place), w.firsthour_letter_ended().to_owned())
    })
    .await
}

/// Writes to the leads of the must-agree parties, but for whoever acts.
async fn tell(
    act: &mut Act,
    seat: &Seat,
    noted: &Noted,
    write: impl Fn(&Words, &str) -> (String, String),
) -> Result<(), Error> {
    let partnership = seat.partnership().id;
    let parties = counted(&membership::parties(act, partnership).await?);
    let leads = membership::leads(act, partnership).await?;
    let readers: Vec<_> =
        leads.into_iter().filter(|lead| lead.party.is_some_and(|of| parties.contains(&of))).collect();
    letters::tell(act, seat, &readers, "first-hour", Some(noted), |w, p| write(w, &p.name)).await
}
