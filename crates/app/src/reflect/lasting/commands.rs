//! What people do to make something last: put it on the list, and note each move.

use jiff::civil::Date;
use serde::Deserialize;
use uuid::Uuid;

use super::{Home, No, State, rules, store};
use crate::access::Seat;
use crate::error::{Error, Gather};
use crate::people::joint::{self, Proposal};
use crate::people::plain;
use crate::record::{self, Deed};
use crate::reflect::cycle;
use crate::site::Act;

/// Something that was tried and works.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Add {
    /// What it is called.
    pub name: String,
    /// Where it is to live.
    pub home: String,
    /// What shows that it was tried.
    pub document: String,
    /// The day on it.
    pub day: String,
}

/// Puts something on the list, as tested.
pub async fn add(act: &mut Act, seat: &Seat, input: &Add) -> Result<Uuid, Error> {
    let (place, member) = (seat.partnership(), seat.member()?.id);
    let today = act.now().civil(&place.zone).date();
    let mut no = Gather::default();
    let name = no.take(plain::name("name", &input.name));
    let home = no.take(Home::from_code(&input.home).ok_or(No::Home));
    let document = no.take(plain::name("document", &input.document));
    let day = no.take(rules::day(&input.day, State::Tested, today));
    if let Some(name) = name.as_ref() {
        let same = |other: &super::Lasting| other.name.to_lowercase() == name.to_lowercase();
        if store::all(act, place.id).await?.iter().any(same) {
            no.refuse(No::SameName);
        }
    }
    no.done()?;
    let (Some(name), Some(home), Some(document), Some(day)) = (name, home, document, day) else {
        return Err(Error::Unreadable);
    };
    let id = store::add(act, place.id, &name, home, member).await?;
    moved(act, seat, id, &name, State::Tested, &document, day, member).await?;
    Ok(id)
}

#[expect(clippy::too_many_arguments, reason = "a move is made of these, and of nothing less")]
async fn moved(
    act: &mut Act,
    seat: &Seat,
    id: Uuid,
    name: &str,
    state: State,
    document: &str,
    day: Date,
    member: Uuid,
) -> Result<(), Error> {
    let cycle = cycle::current(act, seat.partnership().id).await?;
    store::moved(act, id, cycle, state, document, day, member).await?;
    let language = seat.actor().person().map_or(words::Lang::En, |person| person.language);
    let deed = Deed::new("lasting.moved")
        .about(id)
        .fact("state", state.code())
        .fact("day", day)
        .text("name", language, name)
        .text("document", language, document);
    record::note(act, seat, deed).await.map(drop)
}

/// A move.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Move {
    /// Where it goes: `proposed`, `adopted`, `in-force`, `ended`.
    pub to: String,
    /// The document that shows it.
    pub document: String,
    /// The day it bears.
    pub day: String,
    /// For a move that each side agrees to: how many days they have.
    pub days: String,
}

/// Moves it from version `seen`; a move that each side has to agree to is proposed to them.
pub async fn make_move(act: &mut Act, seat: &Seat, id: Uuid, seen: i64, input: &Move) -> Result<bool, Error> {
    let place = seat.partnership();
    let one = store::one(act, place.id, id).await?;
    let today = act.now().civil(&place.zone).date();
    let to = State::from_code(&input.to).ok_or(No::Move)?;
    let mut no = Gather::default();
    let document = no.take(plain::name("document", &input.document));
    let day = no.take(rules::day(&input.day, to, today));
    no.take(rules::may_move(one.state, to));
    if joint::open_of(act, place.id).await?.iter().any(|open| is_about(&open.proposal, id)) {
        no.refuse(No::Pending);
    }
    no.done()?;
    let (Some(document), Some(day)) = (document, day) else { return Err(Error::Unreadable) };
    if one.version != seen {
        return Err(Error::Stale { now: one.version });
    }
    if rules::needs_each_side(to) {
        let (name, day) = (one.name, day.to_string());
        let proposal = Proposal::AdoptStructure { lasting: id, version: seen, name, document, day };
        joint::commands::propose_this(act, seat, proposal, &input.days).await?;
        return Ok(false);
    }
    moved(act, seat, id, &one.name, to, &document, day, seat.member()?.id).await?;
    Ok(true)
}

/// Whether a proposal is about this.
pub(super) fn is_about(proposal: &Proposal, id: Uuid) -> bool {
    matches!(proposal, Proposal::AdoptStructure { lasting, .. } if *lasting == id)
}

/// Each side agreed: it is adopted, if it still stands where it stood when they were asked.
pub(crate) async fn adopted(
    act: &mut Act,
    seat: &Seat,
    id: Uuid,
    version: i64,
    document: &str,
    day: &str,
    member: Uuid,
) -> Result<(), Error> {
    let one = store::one(act, seat.partnership().id, id).await?;
    let Ok(day) = day.parse() else { return Ok(()) };
    if one.version != version || rules::may_move(one.state, State::Adopted).is_err() {
        return Ok(());
    }
    moved(act, seat, id, &one.name, State::Adopted, document, day, member).await
}
