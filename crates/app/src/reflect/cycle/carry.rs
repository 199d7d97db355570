//! What could go on from the cycle under way into the next: asked of each feature that keeps such things.

use db::Tx;
use uuid::Uuid;

use super::{Kind, current, store};
use crate::error::Error;
use crate::reflect::{catalogue, lasting};

/// One thing that could go on.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// What it is.
    pub kind: Kind,
    /// Which.
    pub id: Uuid,
    /// Its words now.
    pub words: String,
}

impl Candidate {
    /// How the form calls it.
    pub fn code(&self) -> String {
        format!("{}:{}", self.kind.code(), self.id)
    }
}

/// Everything that could go on, by kind.
pub async fn candidates(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Candidate>, Error> {
    let cycle = current(tx, partnership).await?;
    let mut all = Vec::new();
    for entry in catalogue::entries_of(tx, partnership, cycle).await? {
        if entry.kind == catalogue::Kind::Challenge {
            all.push(Candidate { kind: Kind::Challenge, id: entry.id, words: entry.body });
        }
    }
    for (id, words) in lasting::names_below_force(tx, partnership).await? {
        all.push(Candidate { kind: Kind::Structure, id, words });
    }
    for (id, words) in store::open_actions(tx, partnership).await? {
        all.push(Candidate { kind: Kind::Action, id, words });
    }
    Ok(all)
}
