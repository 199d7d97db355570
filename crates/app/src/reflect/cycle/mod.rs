//! A pass through the three phases. A partnership is always in one cycle; the first begins with the
//! partnership itself, each later one when the one before it is closed. Closing is a joint act: each side
//! confirms it by a date, and on silence the cycle closes by one side and says so.

mod carry;
pub mod commands;
mod history;
mod store;
#[cfg(test)]
mod tests;
mod web;

use db::Tx;
use jiff::civil::Date;
use uuid::Uuid;
use words::{Lang, Words};

use crate::error::{Error, Refusal};
use crate::reflect::{catalogue, lasting, lesson};
use crate::site::Moment;

pub use carry::candidates;
pub use history::{Came, Passage, challenges_into, history};
pub use store::{carried_into, was_left};
pub use web::routes;

/// The number of the cycle under way, from 1.
pub async fn current(tx: &mut Tx, partnership: Uuid) -> Result<i64, Error> {
    store::current(tx, partnership).await
}

/// A cycle.
#[derive(Debug, Clone)]
pub struct Cycle {
    /// From 1.
    pub number: i64,
    /// When it began.
    pub begun_at: Moment,
    /// When it was closed, and whether each side had confirmed it.
    pub closed: Option<(Moment, bool)>,
}

/// What goes on from a cycle into the next, or stays behind.
#[derive(Debug, Clone)]
pub struct Carried {
    /// What it is: see [`Kind`].
    pub kind: Kind,
    /// The cycle at whose end it was chosen.
    pub cycle: i64,
    /// Which; none for what people wrote in their own words.
    pub about: Option<Uuid>,
    /// Its words, as they stood when it was chosen, and their language.
    pub words: String,
    /// See `words`.
    pub language: Lang,
    /// Whether it goes on; else it stays behind.
    pub goes_on: bool,
    /// Why it stood on the list.
    pub why: Option<carry::Reason>,
    /// The day that belongs to it.
    pub day: Option<Date>,
    /// Who chose.
    pub member: Uuid,
}

/// What can go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A challenge of the catalogue.
    Challenge,
    /// A way of working that is not in force yet.
    Structure,
    /// An action that is still open.
    Action,
    /// A goal that is not reached.
    Goal,
    /// Support somebody still needs.
    Need,
    /// A decision to ask again or to look at again.
    Decision,
    /// Something else, in people's own words.
    Own,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 7] =
        [Self::Goal, Self::Action, Self::Need, Self::Decision, Self::Challenge, Self::Structure, Self::Own];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Challenge => "challenge",
            Self::Structure => "structure",
            Self::Action => "action",
            Self::Goal => "goal",
            Self::Need => "need",
            Self::Decision => "decision",
            Self::Own => "own",
        }
    }

    /// The kind of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// Why a cycle cannot be closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// Its closing is proposed already.
    Proposed,
    /// What was chosen is not there to be carried.
    Gone,
    /// Of something on the list nobody said whether it goes on.
    Undecided,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::Proposed => w.cycle_no_proposed().to_owned(),
            Self::Gone => w.cycle_no_gone().to_owned(),
            Self::Undecided => w.cycle_no_undecided().to_owned(),
        }
    }
}

/// What the two steps of Reflect look at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Standing {
    /// Something stands in the catalogue.
    written: bool,
    /// Each side agreed to the catalogue as it stands.
    agreed: bool,
    /// A lesson of this cycle is public.
    published: bool,
    /// Something moved towards lasting in this cycle.
    moved: bool,
    /// What goes on into the next cycle was chosen.
    carried: bool,
}

/// Where a step stands: nothing, begun, done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reached {
    /// Nothing of it exists.
    Nothing,
    /// Something exists; it is not whole or not agreed to.
    Begun,
    /// What it leaves behind exists and was agreed to.
    Done,
}

impl Standing {
    /// Evaluate: each side agreed to the cycle's catalogue.
    fn evaluated(self) -> Reached {
        match (self.agreed, self.written) {
            (true, _) => Reached::Done,
            (false, true) => Reached::Begun,
            (false, false) => Reached::Nothing,
        }
    }

    /// Sustain and expand: something for others or something that lasts, and what goes on.
    fn sustained(self) -> Reached {
        let kept = self.published || self.moved;
        match (kept, self.carried) {
            (true, true) => Reached::Done,
            (false, false) => Reached::Nothing,
            _ => Reached::Begun,
        }
    }
}

/// Whether this cycle was evaluated.
pub async fn evaluated(tx: &mut Tx, partnership: Uuid) -> Result<Reached, Error> {
    let cycle = current(tx, partnership).await?;
    let found = catalogue::of_cycle(tx, partnership, cycle).await?;
    let agreed = found.as_ref().is_some_and(catalogue::Catalogue::is_agreed);
    Ok(Standing { written: found.is_some(), agreed, ..Standing::default() }.evaluated())
}

/// Whether what was learned in this cycle is kept.
pub async fn sustained(tx: &mut Tx, partnership: Uuid) -> Result<Reached, Error> {
    let cycle = current(tx, partnership).await?;
    let standing = Standing {
        published: lesson::published_in(tx, partnership, cycle).await? > 0,
        moved: lasting::moved_in(tx, partnership, cycle).await? > 0,
        carried: store::chosen(tx, partnership, cycle).await?.iter().any(|one| one.goes_on),
        ..Standing::default()
    };
    Ok(standing.sustained())
}

#[cfg(test)]
mod rules {
    use super::*;

    #[test]
    fn evaluating_is_done_by_agreement_and_not_by_writing() {
        let standing = |written, agreed| Standing { written, agreed, ..Standing::default() };
        assert_eq!(standing(false, false).evaluated(), Reached::Nothing);
        assert_eq!(standing(true, false).evaluated(), Reached::Begun);
        assert_eq!(standing(true, true).evaluated(), Reached::Done);
    }

    #[test]
    fn sustaining_needs_something_kept_and_something_carried() {
        for (published, moved, carried, reached) in [
            (false, false, false, Reached::Nothing),
            (true, false, false, Reached::Begun),
            (false, true, false, Reached::Begun),
            (false, false, true, Reached::Begun),
            (true, false, true, Reached::Done),
            (false, true, true, Reached::Done),
            (true, true, true, Reached::Done),
        ] {
            let standing = Standing { published, moved, carried, ..Standing::default() };
            assert_eq!(standing.sustained(), reached, "{standing:?}");
        }
    }
}
