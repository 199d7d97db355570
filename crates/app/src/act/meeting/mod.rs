//! Meetings: planned, told to those who are asked, held item by item, closed with what came of it, and
//! minutes that each side confirms or leaves unconfirmed by a date. Silence confirms nothing.

pub mod commands;
pub mod hearers;
pub mod item;
mod jobs;
mod line;
mod refusal;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod waiting;
mod web;

use db::Tx;
use uuid::Uuid;
use words::Words;

use crate::error::Error;
use crate::site::Moment;

pub use commands::{Plan, plan};
pub use jobs::ALL as JOBS;
pub use refusal::No;
pub use store::all;
pub use waiting::waiting_for;
pub use web::routes;

/// Where a meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Planned; nobody has been told.
    Draft,
    /// Those who are asked to come were told.
    Open,
    /// It is being held.
    Running,
    /// It is over; its minutes can still be mended.
    Closed,
    /// Every must-agree party confirmed the minutes: nothing changes any more.
    Approved,
    /// The date came first: published, not confirmed by somebody. Nothing changes any more.
    Unconfirmed,
    /// It did not take place.
    Cancelled,
}

impl State {
    /// Every state.
    pub const ALL: &[Self] = &[
        Self::Draft,
        Self::Open,
        Self::Running,
        Self::Closed,
        Self::Approved,
        Self::Unconfirmed,
        Self::Cancelled,
    ];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Running => "running",
            Self::Closed => "closed",
            Self::Approved => "approved",
            Self::Unconfirmed => "unconfirmed",
            Self::Cancelled => "cancelled",
        }
    }

    /// The state of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|state| state.code() == code)
    }

    /// Whether it is still to be held.
    pub fn ahead(self) -> bool {
        matches!(self, Self::Draft | Self::Open)
    }

    /// Whether it was held.
    pub fn over(self) -> bool {
        matches!(self, Self::Closed | Self::Approved | Self::Unconfirmed)
    }

    /// In words.
    pub fn say(self, w: &Words) -> &'static str {
        match self {
            Self::Draft => w.meeting_state_draft(),
            Self::Open => w.meeting_state_open(),
            Self::Running => w.meeting_state_running(),
            Self::Closed => w.meeting_state_closed(),
            Self::Approved => w.meeting_state_approved(),
            Self::Unconfirmed => w.meeting_state_unconfirmed(),
            Self::Cancelled => w.meeting_state_cancelled(),
        }
    }

    /// Which colour its chip has.
    pub fn chip(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open | Self::Closed => "waiting",
            Self::Running => "active",
            Self::Approved => "done",
            Self::Unconfirmed | Self::Cancelled => "ended",
        }
    }
}

/// A meeting.
#[derive(Debug, Clone)]
pub struct Meeting {
    /// Its id.
    pub id: Uuid,
    /// The team that meets; none for the whole partnership.
    pub team: Option<Uuid>,
    /// What it is called.
    pub title: String,
    /// Where it stands.
    pub state: State,
    /// The wall clock on which it begins.
    pub starts: jiff::civil::DateTime,
    /// The zone of that clock.
    pub zone: String,
    /// How many minutes it is given.
    pub minutes: i64,
    /// Where it is held.
    pub place: String,
    /// What is typed to be counted as present; shown in the room only.
    pub room_code: String,
    /// Who runs it.
    pub facilitator: Option<Uuid>,
    /// Who writes.
    pub recorder: Option<Uuid>,
    /// Who keeps the time.
    pub timekeeper: Option<Uuid>,
    /// When it was planned.
    pub planned_at: Moment,
    /// When people were told.
    pub invited_at: Option<Moment>,
    /// When it began.
    pub begun_at: Option<Moment>,
    /// When it closed.
    pub closed_at: Option<Moment>,
    /// Until when each side may confirm the minutes, once they were asked to.
    pub confirm_by: Option<Moment>,
    /// The item that is being talked about.
    pub item: Option<Uuid>,
    /// Since when.
    pub item_since: Option<Moment>,
    /// How often calendars were told of a change.
    pub sequence: i64,
    /// Its version, for edits.
    pub version: i64,
}

impl Meeting {
    /// The instant at which it begins.
    pub fn starts_at(&self) -> Moment {
        Moment::of_civil(self.starts, &self.zone)
    }

    /// The instant at which its slot is over.
    pub fn ends_at(&self) -> Moment {
        self.starts_at().plus(self.minutes * Moment::MINUTE)
    }

    /// Whether its slot is over and nobody opened it.
    pub fn is_past(&self, now: Moment) -> bool {
        self.state.ahead() && now.civil(&self.zone).date() > self.starts.date()
    }

    /// Whether its minutes are locked.
    pub fn locked(&self) -> bool {
        matches!(self.state, State::Approved | State::Unconfirmed | State::Cancelled)
    }
}

/// The item that is talked about in a meeting, and the version of the meeting.
pub async fn current(tx: &mut Tx, partnership: Uuid, id: Uuid) -> Result<(Option<Uuid>, i64), Error> {
    let meeting = store::one(tx, partnership, id).await?;
    Ok((meeting.item, meeting.version))
}

/// The team of a meeting, and what an item of its agenda is about: what a question asked there begins with. Nothing where
/// the link leads to no meeting: the question can be asked all the same.
pub async fn asked_in(
    tx: &mut Tx,
    partnership: Uuid,
    meeting: Uuid,
    item: Option<Uuid>,
) -> Result<(Option<Uuid>, String), Error> {
    let found = match store::one(tx, partnership, meeting).await {
        Ok(found) => found,
        Err(Error::Unseen) => return Ok((None, String::new())),
        Err(error) => return Err(error),
    };
    let items = store::items(tx, meeting).await?;
    let title = items.into_iter().find(|one| Some(one.id) == item).map(|one| one.title);
    Ok((found.team, title.unwrap_or_default()))
}
