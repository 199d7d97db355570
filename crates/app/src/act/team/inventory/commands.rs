//! Noting a committee that exists already, and taking it off the list.

use serde::Deserialize;
use uuid::Uuid;

use super::{Fate, No, store};
use crate::access::Seat;
use crate::error::{Error, Gather};
use crate::people::plain;
use crate::record::event;
use crate::reflect::cycle;
use crate::site::Act;
use crate::text;

const MOST: usize = 1_000;

/// A committee as typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Note {
    /// Its name.
    pub name: String,
    /// What it does.
    pub does: String,
    /// Who sits in it.
    pub sits: String,
    /// What should become of it.
    pub fate: String,
}

/// Notes a committee.
pub async fn note(act: &mut Act, seat: &Seat, input: &Note) -> Result<Uuid, Error> {
    let partnership = seat.partnership().id;
    let mut no = Gather::default();
    let name = no.take(plain::name("name", &input.name));
    let does = no.take(plain::text("does", &input.does, MOST));
    let sits = no.take(plain::text("sits", &input.sits, MOST));
    let fate = no.take(Fate::from_code(&input.fate).ok_or(No::Fate));
    no.done()?;
    let (Some(name), Some(does), Some(sits), Some(fate)) = (name, does, sits, fate) else {
        return Err(Error::Unreadable);
    };
    let id = act.id();
    let mut kept = Vec::new();
    for (role, body) in [("inventory.does", &does), ("inventory.sits", &sits)] {
        let draft = text::Draft::new(seat, id, role, body);
        kept.push(text::keep(act, seat, &draft).await?);
    }
    let &[does, sits] = kept.as_slice() else { return Err(Error::Unreadable) };
    let cycle = cycle::current(act, partnership).await?;
    let new = store::Fresh { id, cycle, name: &name, does, sits, fate, member: seat.member()?.id };
    store::add(act, partnership, &new).await?;
    event::leave(act, partnership, "team.inventory", seat.actor().id(), None).await?;
    Ok(id)
}

/// Takes a committee off the list.
pub async fn remove(act: &mut Act, seat: &Seat, entry: Uuid) -> Result<(), Error> {
    let partnership = seat.partnership().id;
    if !store::remove(act, partnership, entry).await? {
        return Err(Error::Unseen);
    }
    event::leave(act, partnership, "team.inventory", seat.actor().id(), None).await
}
