//! Sharing upward: a partnership lets a partnership at a site above see its phase, its step and what kinds
//! of support it still needs, and nothing else: no names of people, no texts. Each must-agree party agrees
//! to it; any one of them ends it alone and at once.

pub mod commands;
mod store;
#[cfg(test)]
mod tests;
mod web;

use db::Tx;
use uuid::Uuid;
use words::Words;

use crate::act::support;
use crate::error::{Error, Refusal};
use crate::front::{Phase, Progress, Step, progress};
use crate::site::Moment;

pub use store::given;
pub use web::routes;

/// An agreement that stands.
#[derive(Debug, Clone)]
pub struct Agreement {
    /// Its id.
    pub id: Uuid,
    /// Who shares.
    pub sharer: Uuid,
    /// The name of the other partnership: the receiver's for the sharer, the sharer's for the receiver.
    pub name: String,
    /// The other's place.
    pub place: String,
    /// Since when.
    pub agreed_at: Moment,
}

/// What the receiver sees of a partnership.
#[derive(Debug)]
pub struct Seen {
    /// The agreement it is seen under.
    pub agreement: Agreement,
    /// Its cycle.
    pub cycle: i64,
    /// Where it is on the path; none when every step is done.
    pub at: Option<(Phase, Step)>,
    /// How many of the ten steps are done.
    pub done: i64,
    /// The kinds of support it looks for, each once: what they are called, never what was written.
    pub needs: Vec<support::Kind>,
}

/// The kinds of support a partnership still needs, each once.
pub async fn needs(tx: &mut Tx, partnership: Uuid) -> Result<Vec<support::Kind>, Error> {
    let mut kinds = Vec::new();
    for need in support::open_needs(tx, partnership).await? {
        if !kinds.contains(&need.kind) {
            kinds.push(need.kind);
        }
    }
    Ok(kinds)
}

/// The first step that is not done, its phase, and how many are.
pub async fn standing(tx: &mut Tx, partnership: Uuid) -> Result<(Option<(Phase, Step)>, i64), Error> {
    let (mut at, mut done) = (None, 0);
    for phase in Phase::ALL {
        for step in phase.steps() {
            if progress(tx, partnership, *step).await? == Progress::Done {
                done += 1;
            } else if at.is_none() {
                at = Some((phase, *step));
            }
        }
    }
    Ok((at, done))
}

/// Why something cannot be shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// Nobody was chosen, or nobody who is there to be chosen.
    Choose,
    /// It is shared with them.
    Shared,
    /// The sides are asked about it just now.
    Pending,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::Choose => w.network_no_choice(),
            Self::Shared => w.network_no_shared(),
            Self::Pending => w.network_no_pending(),
        }
        .to_owned()
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Choose | Self::Shared => Some("receiver"),
            Self::Pending => None,
        }
    }
}
