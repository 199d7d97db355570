//! What became of one thing at the end of each cycle, for its own page: so that a goal or an action tells
//! where it comes from, as the page of the cycles tells where it went.

use db::Tx;
use uuid::Uuid;
use words::{Lang, Words};

use super::{Carried, Kind, store};
use crate::error::Error;

/// One cycle's end, as the page of a thing tells it.
#[derive(Debug, Clone)]
pub struct Passage {
    /// What became of it, in the reader's words.
    pub says: String,
    /// Where that cycle stands, on the page of the cycles.
    pub link: String,
}

/// A challenge that an earlier cycle handed on to this one.
#[derive(Debug, Clone)]
pub struct Came {
    /// Its words.
    pub words: String,
    /// The language of its words.
    pub language: Lang,
    /// That it was carried on, and from which cycle.
    pub says: String,
    /// Where it stands, in the catalogue of the cycle it was written in or carried from.
    pub link: String,
}

/// The challenges that the cycle before handed on to this one.
pub async fn challenges_into(
    tx: &mut Tx,
    w: &Words,
    partnership: Uuid,
    cycle: i64,
) -> Result<Vec<Came>, Error> {
    let before = store::chosen(tx, partnership, cycle - 1).await?;
    let tell = |one: Carried| Came {
        says: w.cycle_passed_on(one.cycle, cycle),
        link: match one.about {
            Some(id) => format!("/p/{partnership}/catalogue?cycle={}#entry-{id}", one.cycle),
            None => format!("/p/{partnership}/catalogue?cycle={}", one.cycle),
        },
        words: one.words,
        language: one.language,
    };
    Ok(before.into_iter().filter(|one| one.goes_on && one.kind == Kind::Challenge).map(tell).collect())
}

/// The ends of cycles at which this was carried on or left behind, the first first.
pub async fn history(tx: &mut Tx, w: &Words, partnership: Uuid, about: Uuid) -> Result<Vec<Passage>, Error> {
    let found = store::passages(tx, partnership, about).await?;
    let tell = |(cycle, carried): (i64, bool)| Passage {
        says: if carried { w.cycle_passed_on(cycle, cycle + 1) } else { w.cycle_left_in(cycle) },
        link: format!("/p/{partnership}/cycle#cycle-{cycle}"),
    };
    Ok(found.into_iter().map(tell).collect())
}
