//! What people do with the map: put a group on it, say how strong a tie is, take a group off, and put the map to each
//! side.

use serde::Deserialize;
use uuid::Uuid;
use words::Words;

use super::{GROUPS_MOST, Group, No, ROLES, STRENGTHS, Tie, level, role as say_role, store, strength};
use crate::access::Seat;
use crate::error::{Error, Gather};
use crate::people::acceptance::{self, commands::Put};
use crate::people::{membership, plain};
use crate::prepare::sheet::{self, Kind};
use crate::site::Act;

/// A group to put on the map.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Add {
    /// Level and role, with a dot between.
    #[serde(default)]
    pub role: String,
    /// What it is called.
    #[serde(default)]
    pub name: String,
    /// The party it belongs to; empty for none.
    #[serde(default)]
    pub party: String,
    /// The party that can invite it; empty while nobody is named.
    #[serde(default)]
    pub inviter: String,
}

/// Puts a group or a role on the map.
pub async fn add(act: &mut Act, seat: &Seat, input: &Add) -> Result<(), Error> {
    let place = seat.partnership().id;
    let parties = membership::parties(act, place).await?;
    let mut gather = Gather::default();
    let name = gather.take(plain::name("name", &input.name));
    let role = ROLES.iter().find(|(level, role)| input.role == format!("{level}.{role}"));
    if role.is_none() {
        gather.refuse(No::Choice("role"));
    }
    let mut party = |field: &'static str, typed: &str| {
        let found = parties.iter().find(|p| p.id.to_string() == typed).map(|p| p.id);
        if found.is_none() && !typed.is_empty() {
            gather.refuse(No::Choice(field));
        }
        found
    };
    let (own, inviter) = (party("party", &input.party), party("inviter", &input.inviter));
    if store::groups(act, place).await?.len() >= GROUPS_MOST {
        gather.refuse(No::Enough);
    }
    gather.done()?;
    let (Some(name), Some((level, role))) = (name, role) else { return Err(Error::Unreadable) };
    let (level, role) = ((*level).to_owned(), (*role).to_owned());
    let group = Group { id: act.id(), level, role, name, party: own, inviter };
    store::add(act, place, &group).await?;
    sheet::touch(act, seat, Kind::Map).await.map(drop)
}

/// A group to take off.
#[derive(Debug, Clone, Deserialize)]
pub struct Remove {
    /// Which.
    pub id: Uuid,
}

/// Takes a group off the map, with its ties.
pub async fn remove(act: &mut Act, seat: &Seat, input: &Remove) -> Result<(), Error> {
    if !store::remove(act, seat.partnership().id, input.id).await? {
        return Err(Error::Unseen);
    }
    sheet::touch(act, seat, Kind::Map).await.map(drop)
}

/// How strong a tie is.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct SetTie {
    /// A group.
    #[serde(default)]
    pub one: String,
    /// Another.
    #[serde(default)]
    pub two: String,
    /// One of the strengths.
    #[serde(default)]
    pub strength: String,
}

/// Says how strong the tie between two groups is. Which is named first does not matter.
pub async fn set_tie(act: &mut Act, seat: &Seat, input: &SetTie) -> Result<(), Error> {
    let place = seat.partnership().id;
    let groups = store::groups(act, place).await?;
    let mut gather = Gather::default();
    let mut group = |field: &'static str, typed: &str| {
        let found = groups.iter().find(|g| g.id.to_string() == typed).map(|g| g.id);
        if found.is_none() {
            gather.refuse(No::Choice(field));
        }
        found
    };
    let (one, two) = (group("one", &input.one), group("two", &input.two));
    if one.is_some() && one == two {
        gather.refuse(No::Same);
    }
    if !STRENGTHS.contains(&input.strength.as_str()) {
        gather.refuse(No::Choice("strength"));
    }
    gather.done()?;
    let (Some(one), Some(two)) = (one, two) else { return Err(Error::Unreadable) };
    let tie = Tie { one: one.min(two), two: one.max(two), strength: input.strength.clone() };
    store::set_tie(act, place, &tie).await?;
    sheet::touch(act, seat, Kind::Map).await.map(drop)
}

/// Puts the map to each must-agree party, as it stands.
pub async fn ask(act: &mut Act, seat: &Seat, input: &Put) -> Result<(), Error> {
    let place = seat.partnership().id;
    let sheet = sheet::of(act, place, Kind::Map).await?.ok_or(No::Blank)?;
    let groups = store::groups(act, place).await?;
    let name = |id: Uuid| groups.iter().find(|g| g.id == id).map_or("", |g| g.name.as_str());
    let language = seat.person()?.language;
    let w = seat.words(&Words::new(language));
    let mut lines: Vec<String> = groups
        .iter()
        .map(|g| format!("{} ({}, {})", g.name, say_role(&w, &g.role), level(&w, &g.level)))
        .collect();
    for tie in store::ties(act, place).await? {
        lines.push(format!("{} - {}: {}", name(tie.one), name(tie.two), strength(&w, &tie.strength)));
    }
    let words = lines.join("\n");
    let subject = acceptance::Subject {
        kind: acceptance::Kind::Map,
        about: sheet.id,
        version: sheet.version,
        title: "",
        page: "partners",
        language,
        words: &words,
    };
    acceptance::ask(act, seat, &subject, input).await.map(drop)
}
