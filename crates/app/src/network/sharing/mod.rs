//! Sharing: a partnership lets a partnership at a site above, or everybody, see its phase, its step and what
//! kinds of support it still needs, and nothing else: no names of people, no texts. Each must-agree party
//! agrees to it; any one of them ends it alone and at once.

pub mod commands;
mod store;
#[cfg(test)]
mod tests;
mod web;

use db::Tx;
use uuid::Uuid;
use words::Words;

use crate::access::Seat;
use crate::act::support;
use crate::error::{Error, Refusal};
use crate::front::{self, Phase, Step};
use crate::site::{Moment, Site};

pub use store::{given, shown};
pub use web::routes;

/// An agreement that stands.
#[derive(Debug, Clone)]
pub struct Agreement {
    /// Its id.
    pub id: Uuid,
    /// Who shares.
    pub sharer: Uuid,
    /// Whom it is about: the receiver for the sharer, the sharer for everybody else.
    pub other: Other,
    /// Since when.
    pub agreed_at: Moment,
}

/// The other of an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Other {
    /// A partnership: its name and its place's.
    Partnership {
        /// What it is called.
        name: String,
        /// Where it is.
        place: String,
    },
    /// Whoever opens the page of a place.
    Everybody,
}

impl Other {
    /// The partnership's name; empty for everybody.
    pub fn name(&self) -> &str {
        match self {
            Self::Partnership { name, .. } => name,
            Self::Everybody => "",
        }
    }

    /// Its place's name; empty for everybody.
    pub fn place(&self) -> &str {
        match self {
            Self::Partnership { place, .. } => place,
            Self::Everybody => "",
        }
    }
}

/// What is seen of a partnership that shares.
#[derive(Debug)]
pub struct Seen {
    /// The agreement it is seen under.
    pub agreement: Agreement,
    /// Its cycle.
    pub cycle: i64,
    /// Where it is on the path; none when every step is done.
    pub at: Option<(Phase, Step)>,
    /// How many of the ten steps are done.
    pub done: usize,
    /// The kinds of support it looks for, each once: what they are called, never what was written.
    pub needs: Vec<support::Kind>,
}

impl Seen {
    /// "Cycle 2 · Act: Get support".
    pub fn stands(&self, w: &Words) -> String {
        match self.at {
            Some((phase, step)) => w.network_at(self.cycle, phase.say(w).0, step.name(w)),
            None => w.network_all_done(self.cycle),
        }
    }

    /// What it looks for, in a sentence; empty when it looks for nothing.
    pub fn looks_for(&self, w: &Words) -> String {
        let kinds: Vec<&str> = self.needs.iter().map(|kind| kind.say(w)).collect();
        if kinds.is_empty() { String::new() } else { w.network_needs(w.list(&kinds)) }
    }
}

/// What is seen under an agreement.
pub async fn seen(site: &Site, tx: &mut Tx, agreement: Agreement) -> Result<Seen, Error> {
    let stand = front::stand(site, tx, agreement.sharer).await?;
    let at = stand.at_hand().map(|step| (step.phase(), step));
    let mut needs = Vec::new();
    for need in support::open_needs(tx, agreement.sharer).await? {
        if !needs.contains(&need.kind) {
            needs.push(need.kind);
        }
    }
    Ok(Seen { cycle: stand.cycle, at, done: stand.done(), needs, agreement })
}

/// What is shared with the partnership of this seat, by those that are still at work.
pub async fn received(tx: &mut Tx, seat: &Seat) -> Result<Vec<Agreement>, Error> {
    store::received(tx, seat.partnership().id).await
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
