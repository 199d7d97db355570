//! Gathers what one person is told: what waits for them and what others did, from each of their seats.

use db::Tx;
use uuid::Uuid;
use words::Words;

use super::Topic;
use super::store::{self, Event, Reader};
use crate::access::{Actor, Person, Right, Seat};
use crate::error::Error;
use crate::front;
use crate::record::{self, event};
use crate::site::Moment;
use crate::web::Waiting;

/// The first letter tells of the last week, and not of all that ever was.
const FIRST: i64 = 7 * Moment::DAY;
/// A date this near is told of again.
const NEAR: i64 = 2 * Moment::DAY;

/// What is told of one partnership.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) id: Uuid,
    pub(super) name: String,
    pub(super) zone: String,
    /// What waits for the reader.
    pub(super) waits: Vec<Waiting>,
    /// What changed, by topic, newest first.
    pub(super) changes: Vec<(Topic, Vec<String>)>,
    /// Its newest event.
    pub(super) last: i64,
    /// Whether something in it is worth a letter: a change, or a thing that waits and was not told of.
    pub(super) news: bool,
}

/// The reader as somebody who asks: they are told what they could read for themselves, and nothing else.
fn asking(reader: &Reader, now: Moment) -> Actor {
    Actor::Person(Box::new(Person {
        id: reader.person,
        name: reader.name.clone(),
        email: reader.email.clone(),
        language: reader.language,
        operator: false,
        session: Uuid::nil(),
        proved_at: now,
    }))
}

/// Everything there is to tell, place by place.
pub(super) async fn gather(
    tx: &mut Tx,
    reader: &Reader,
    left_out: &[String],
    now: Moment,
) -> Result<Vec<Place>, Error> {
    let actor = asking(reader, now);
    let mut places = Vec::new();
    for partnership in store::places(tx, reader.person).await? {
        let seat = Seat::ask(tx, &actor, partnership, Right::See).await?;
        places.push(place(tx, reader, &seat, left_out, now).await?);
    }
    Ok(places)
}

async fn place(
    tx: &mut Tx,
    reader: &Reader,
    seat: &Seat,
    left_out: &[String],
    now: Moment,
) -> Result<Place, Error> {
    let (w, id) = (seat.words(&Words::new(reader.language)), seat.partnership().id);
    let out = |what: &str| left_out.iter().any(|one| one == what);
    let last = event::last(tx, id).await?;
    let told = store::told(tx, reader.person, id).await?;
    let since = if told.is_some() { Moment(0) } else { now.plus(-FIRST) };
    let mut events = store::events(tx, id, told, since, reader.person).await?;
    events.retain(|event| {
        !out(Topic::of(&event.kind).code()) && !event.about.is_some_and(|about| out(&about.to_string()))
    });
    let mut waits = front::waiting(tx, seat, &w, now).await?;
    waits.retain(|one| !out(Topic::of(page_of(&one.link)).code()));
    let fresh = |one: &Waiting| {
        reader.sent_at.is_none_or(|sent| one.since > sent)
            || one.until.is_some_and(|until| until < now.plus(NEAR))
    };
    let changes = changes(tx, seat, &w, &events).await?;
    Ok(Place {
        id,
        name: seat.partnership().name.clone(),
        zone: seat.partnership().zone.clone(),
        news: !changes.is_empty() || waits.iter().any(fresh),
        waits,
        changes,
        last,
    })
}

/// `meetings/7` of `/p/ID/meetings/7`.
fn page_of(link: &str) -> &str {
    link.splitn(4, '/').nth(3).unwrap_or_default()
}

/// The changes in words: a formal act by its sentence in the record, others by how many there were.
async fn changes(
    tx: &mut Tx,
    seat: &Seat,
    w: &Words,
    events: &[Event],
) -> Result<Vec<(Topic, Vec<String>)>, Error> {
    let Some(oldest) = events.iter().map(|event| event.at).min() else { return Ok(Vec::new()) };
    let acts = record::since(tx, seat, w, oldest, 400).await?;
    let mut told: Vec<(Topic, Vec<String>)> = Topic::ALL.iter().map(|topic| (*topic, Vec::new())).collect();
    for (topic, said) in &mut told {
        let of_topic: Vec<&Event> = events.iter().filter(|event| Topic::of(&event.kind) == *topic).collect();
        let formal = acts
            .iter()
            .filter(|act| of_topic.iter().any(|event| event.at == act.at && event.kind == act.kind));
        said.extend(formal.map(|act| act.sentence.clone()));
        let other = of_topic
            .iter()
            .filter(|event| !acts.iter().any(|act| act.at == event.at && act.kind == event.kind));
        let count = other.count();
        if count > 0 {
            said.push(w.digest_other(count));
        }
    }
    told.retain(|(_, said)| !said.is_empty());
    Ok(told)
}
