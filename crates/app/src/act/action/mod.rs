//! Actions: who does what by when, and what it came from. One that was dropped or moved says why: nothing
//! disappears silently.

pub mod commands;
mod store;
#[cfg(test)]
mod tests;
mod waiting;
mod web;

use db::Tx;
use jiff::civil::Date;
use uuid::Uuid;
use words::Words;

use crate::error::{Error, Refusal};
use crate::site::Moment;

pub use commands::{Typed, add};
pub use store::{of_decision, of_meeting, open_of};
pub use waiting::waiting_for;
pub use web::routes;

/// Where an action stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// To be done.
    Open,
    /// Done.
    Done,
    /// Not done, with a reason.
    Dropped,
}

impl State {
    /// Every state.
    pub const ALL: &[Self] = &[Self::Open, Self::Done, Self::Dropped];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// The state of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|state| state.code() == code)
    }
}

/// What an action is made from.
#[derive(Debug, Clone)]
pub struct NewAction {
    /// What is to be done.
    pub what: String,
    /// The seat of whoever does it.
    pub owner: Uuid,
    /// By when.
    pub due: Date,
    /// The team it belongs to; none for the whole partnership.
    pub team: Option<Uuid>,
    /// The meeting it was taken on in.
    pub meeting: Option<Uuid>,
    /// The item it came from.
    pub item: Option<Uuid>,
    /// The decision it carries out.
    pub decision: Option<Uuid>,
}

/// An action.
#[derive(Debug, Clone)]
pub struct Action {
    /// Its id.
    pub id: Uuid,
    /// The meeting it was taken on in.
    pub meeting: Option<Uuid>,
    /// The item it came from.
    pub item: Option<Uuid>,
    /// The decision it carries out.
    pub decision: Option<Uuid>,
    /// What is to be done.
    pub what: String,
    /// The seat of whoever does it.
    pub owner: Uuid,
    /// Their name.
    pub name: String,
    /// Whether they still sit here.
    pub sits: bool,
    /// By when.
    pub due: Date,
    /// Where it stands.
    pub state: State,
    /// Since when it stands in the list.
    pub added_at: Moment,
    /// When it was settled.
    pub settled_at: Option<Moment>,
    /// How often its date was moved.
    pub moved: i64,
    /// The newest reason that was given.
    pub reason: Option<String>,
    /// Its version, for edits.
    pub version: i64,
}

/// How an action stands to its date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// So many days late.
    Late(i64),
    /// Due today.
    Today,
    /// So many days ahead.
    Ahead(i64),
}

/// How a date stands to today.
pub fn age(due: Date, today: Date) -> Age {
    let days = i64::from(due.since(today).map_or(0, |span| span.get_days()));
    match days {
        0 => Age::Today,
        days if days < 0 => Age::Late(-days),
        days => Age::Ahead(days),
    }
}

/// A rule's no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// The owner does not sit here.
    Owner,
    /// The date cannot be read.
    Due,
    /// The date is past.
    Past,
    /// It was settled before.
    Settled,
    /// Dropping and moving need a reason.
    Reason,
    /// No choice was made.
    Choice,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::Owner => w.action_no_owner(),
            Self::Due => w.action_no_due(),
            Self::Past => w.action_no_past(),
            Self::Settled => w.action_no_settled(),
            Self::Reason => w.action_no_reason(),
            Self::Choice => w.action_no_choice(),
        }
        .to_owned()
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Owner => Some("owner"),
            Self::Due | Self::Past => Some("due"),
            Self::Reason => Some("reason"),
            Self::Choice => Some("to"),
            Self::Settled => None,
        }
    }
}

/// The actions that are open, the nearest date first.
pub async fn open(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Action>, Error> {
    let all = store::all(tx, partnership).await?;
    Ok(all.into_iter().filter(|action| action.state == State::Open).collect())
}

/// The action of these words and its version.
pub async fn named(tx: &mut Tx, partnership: Uuid, what: &str) -> Result<(Uuid, i64), Error> {
    let all = store::all(tx, partnership).await?;
    let found = all.into_iter().find(|action| action.what == what && action.state == State::Open);
    found.map(|action| (action.id, action.version)).ok_or(Error::Unseen)
}
