//! The tree of teams as something each side accepts. A change of the tree takes an open question back, and what was
//! accepted holds for the tree as it was.

pub mod commands;
mod store;
mod web;

use db::Tx;
use uuid::Uuid;
use words::Words;

use super::{Kind, Team, rules};
use crate::error::Error;

pub use store::progress;
pub(super) use web::{ask, shown};

/// The tree that was put to the sides.
#[derive(Debug, Clone, Copy)]
pub(super) struct Structure {
    pub(super) id: Uuid,
    pub(super) version: i64,
    /// Whether the tree is still the one that was put.
    pub(super) fresh: bool,
}

impl Structure {
    /// The version under which the tree as it is now is put to the sides.
    fn next(self) -> i64 {
        if self.fresh { self.version } else { self.version + 1 }
    }
}

/// Whether a team of this kind belongs to the lasting tree. Those of a crisis come and go with it.
pub(super) fn lasts(kind: Kind) -> bool {
    !matches!(kind, Kind::TaskForce | Kind::WorkingGroup)
}

/// The tree in words, a line for each team, for the record.
fn outline(w: &Words, teams: &[Team]) -> String {
    let lasting: Vec<Team> = teams.iter().filter(|team| lasts(team.kind)).cloned().collect();
    let line = |(depth, team): &(usize, &Team)| {
        let indent = "  ".repeat(*depth);
        format!("{indent}- {} ({}, {})", team.name, team.kind.say(w), team.site_name)
    };
    rules::tree(&lasting).iter().map(line).collect::<Vec<_>>().join("\n")
}

/// What was put to the sides last: its id and version.
pub async fn newest(tx: &mut Tx, partnership: Uuid) -> Result<Option<(Uuid, i64)>, Error> {
    Ok(store::of(tx, partnership).await?.map(|known| (known.id, known.version)))
}

/// What was put to the sides, if anything was.
async fn of(tx: &mut Tx, partnership: Uuid) -> Result<Option<Structure>, Error> {
    store::of(tx, partnership).await
}
