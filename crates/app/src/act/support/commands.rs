//! What people do about support: ask, offer, take or decline an offer, say that it was given and what helped.

use jiff::civil::Date;
use serde::Deserialize;
use uuid::Uuid;

use super::store::{self, Fresh};
use super::{Kind, Need, No, Offer, State};
use crate::access::Seat;
use crate::act::team;
use crate::error::{Error, Gather};
use crate::people::{letters, membership, plain};
use crate::record::{self, Deed, event};
use crate::reflect::cycle;
use crate::site::Act;
use crate::text;

const MOST: usize = 1_500;

/// A need as typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Ask {
    /// The team, or nothing for the whole partnership.
    pub team: String,
    /// What kind of support; `none` says that the team needs nothing.
    pub kind: String,
    /// What is needed, in a line.
    pub name: String,
    /// More about it.
    pub about: String,
    /// What it costs.
    pub cost: String,
    /// By when.
    pub need_by: String,
}

/// Asks for support, or says that a team needs none.
pub async fn ask(act: &mut Act, seat: &Seat, input: &Ask) -> Result<Uuid, Error> {
    let partnership = seat.partnership().id;
    let mut no = Gather::default();
    let kind = no.take(Kind::from_code(&input.kind).ok_or(No::Kind));
    let team = match input.team.as_str() {
        "" => None,
        typed => Some(typed.parse::<Uuid>().map_err(|_| Error::Unreadable)?),
    };
    if let Some(team) = team
        && !team::one(act, partnership, team).await?.lives()
    {
        no.refuse(No::Closed);
    }
    let nothing = kind == Some(Kind::Nothing);
    if nothing && team.is_none() {
        no.refuse(No::Team);
    }
    let name = match nothing {
        true => Some(String::new()),
        false => no.take(plain::name("name", &input.name)),
    };
    let about = match input.about.trim() {
        "" => Some(String::new()),
        typed => no.take(plain::text("about", typed, MOST)),
    };
    let cost = no.take(plain::short("cost", &input.cost));
    let need_by = match input.need_by.trim() {
        "" => Some(None),
        typed => no.take(typed.parse::<Date>().map(Some).map_err(|_| No::Day)),
    };
    no.done()?;
    let (Some(kind), Some(name), Some(about), Some(cost), Some(need_by)) = (kind, name, about, cost, need_by)
    else {
        return Err(Error::Unreadable);
    };
    let id = act.id();
    let about = match about.is_empty() {
        true => None,
        false => Some(text::say(act, seat, id, "support.about", &about).await?),
    };
    let cycle = cycle::current(act, partnership).await?;
    let member = seat.member()?.id;
    let fresh = Fresh { id, team, cycle, kind, name: &name, about, cost: &cost, need_by, member };
    store::add(act, partnership, &fresh).await?;
    event::leave(act, partnership, "support.asked", seat.actor().id(), Some(id)).await?;
    Ok(id)
}

/// An offer as typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Give {
    /// Who would provide it: a person's own office, a partner in the state, the family council.
    pub provider: String,
    /// What they offer.
    pub says: String,
}

/// Offers help for a need. The one who asked is told.
pub async fn offer(act: &mut Act, seat: &Seat, need: Uuid, input: &Give) -> Result<(), Error> {
    let partnership = seat.partnership().id;
    let need = store::one(act, partnership, need).await?;
    if need.kind == Kind::Nothing || !matches!(need.state, State::Open | State::Offered) {
        return Err(No::Settled.into());
    }
    let mut no = Gather::default();
    let provider = no.take(plain::name("provider", &input.provider));
    let says = no.take(plain::text("says", &input.says, MOST));
    no.done()?;
    let (Some(provider), Some(says)) = (provider, says) else { return Err(Error::Unreadable) };
    let id = act.id();
    let text = text::say(act, seat, id, "support.offer", &says).await?;
    store::offer(act, partnership, (id, need.id, seat.member()?.id), &provider, text).await?;
    store::set(act, need.id, State::Offered).await?;
    event::leave(act, partnership, "support.offered", seat.actor().id(), Some(need.id)).await?;
    let reader = membership::seat_of(act, partnership, need.asked_by.0).await?;
    let readers: Vec<_> = reader.into_iter().collect();
    letters::tell(act, seat, &readers, "support", None, |w, p| {
        (w.support_letter_subject(&p.name), w.support_letter_offered(&need.name, &provider))
    })
    .await
}

/// Whether this seat answers for a need: whoever asked, a lead of their party, or a co-chair of the team.
pub(super) async fn answers_for(tx: &mut db::Tx, seat: &Seat, need: &Need) -> Result<bool, Error> {
    let Some(me) = seat.membership() else { return Ok(false) };
    let own = me.party.as_ref().map(|party| party.id);
    if me.id == need.asked_by.0 || (me.lead && own.is_some() && own == need.asked_by.2) {
        return Ok(true);
    }
    match need.team {
        Some(team) => {
            let chairs = team::co_chairs(tx, team).await?;
            Ok(chairs.iter().any(|chair| chair.member == me.id))
        }
        None => Ok(false),
    }
}

async fn mine(act: &mut Act, seat: &Seat, need: Uuid) -> Result<Need, Error> {
    let need = store::one(act, seat.partnership().id, need).await?;
    if answers_for(act, seat, &need).await? { Ok(need) } else { Err(Error::Forbidden) }
}

async fn offer_of(act: &mut Act, seat: &Seat, need: &Need, offer: Uuid) -> Result<Offer, Error> {
    let all = store::offers(act, seat.partnership().id).await?;
    all.into_iter().find(|one| one.id == offer && one.need == need.id).ok_or(Error::Unseen)
}

/// Takes an offer. The others are declined by it.
pub async fn accept(act: &mut Act, seat: &Seat, need: Uuid, offer: Uuid) -> Result<(), Error> {
    let need = mine(act, seat, need).await?;
    let offer = offer_of(act, seat, &need, offer).await?;
    if need.state != State::Offered || offer.state != "open" {
        return Err(No::Settled.into());
    }
    for other in store::offers(act, seat.partnership().id).await? {
        if other.need == need.id && other.state == "open" {
            let state = if other.id == offer.id { "taken" } else { "declined" };
            store::settle_offer(act, other.id, state).await?;
        }
    }
    store::set(act, need.id, State::Agreed).await?;
    let deed = Deed::new("support.agreed")
        .about(need.id)
        .fact("kind", need.kind.code())
        .fact("need", &need.name)
        .text("provider", seat.language(), offer.provider.clone());
    let noted = record::note(act, seat, deed).await?;
    let giver = membership::seat_of(act, seat.partnership().id, offer.member).await?;
    let readers: Vec<_> = giver.into_iter().collect();
    letters::tell(act, seat, &readers, "support", Some(&noted), |w, p| {
        (w.support_letter_subject(&p.name), w.support_letter_taken(&need.name))
    })
    .await
}

/// Declines an offer.
pub async fn decline(act: &mut Act, seat: &Seat, need: Uuid, offer: Uuid) -> Result<(), Error> {
    let need = mine(act, seat, need).await?;
    let offer = offer_of(act, seat, &need, offer).await?;
    if offer.state != "open" {
        return Err(No::Settled.into());
    }
    store::settle_offer(act, offer.id, "declined").await?;
    let all = store::offers(act, seat.partnership().id).await?;
    if !all.iter().any(|other| other.need == need.id && other.state == "open") {
        store::set(act, need.id, State::Open).await?;
    }
    event::leave(act, seat.partnership().id, "support.declined", seat.actor().id(), Some(need.id)).await
}

/// What helped.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Rate {
    /// How much, from 1 to 5.
    pub rating: String,
    /// What helped, and what did not.
    pub helped: String,
}

/// Says that the help was given, and what of it helped.
pub async fn rate(act: &mut Act, seat: &Seat, need: Uuid, input: &Rate) -> Result<(), Error> {
    let need = mine(act, seat, need).await?;
    if need.state != State::Agreed {
        return Err(No::Settled.into());
    }
    let mut no = Gather::default();
    let rating = no.take(input.rating.parse().ok().filter(|n| (1_i64..=5).contains(n)).ok_or(No::Rating));
    let helped = no.take(plain::text("helped", &input.helped, MOST));
    no.done()?;
    let (Some(rating), Some(helped)) = (rating, helped) else { return Err(Error::Unreadable) };
    text::say(act, seat, need.id, "support.helped", &helped).await?;
    store::rate(act, need.id, rating).await?;
    store::set(act, need.id, State::Given).await?;
    let deed = Deed::new("support.given").about(need.id).fact("need", &need.name).fact("rating", rating);
    record::note(act, seat, deed).await?;
    Ok(())
}

/// Closes a need that nobody has to meet any more.
pub async fn close(act: &mut Act, seat: &Seat, need: Uuid) -> Result<(), Error> {
    let need = mine(act, seat, need).await?;
    if matches!(need.state, State::Given | State::Closed) {
        return Err(No::Settled.into());
    }
    store::set(act, need.id, State::Closed).await?;
    event::leave(act, seat.partnership().id, "support.closed", seat.actor().id(), Some(need.id)).await
}

/// A need is left behind at the end of a cycle, if it still waits.
pub async fn leave(act: &mut Act, seat: &Seat, need: Uuid) -> Result<(), Error> {
    let need = store::one(act, seat.partnership().id, need).await?;
    if matches!(need.state, State::Given | State::Closed) {
        return Ok(());
    }
    store::set(act, need.id, State::Closed).await
}
