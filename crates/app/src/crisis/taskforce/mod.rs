//! A task force and its five groups: activated by a lead, confirmed by a lead of another side within a
//! day, worked in until two sides stand it down or its date comes.
//!
//! ```text
//! provisional -> active -> stood-down     two sides agreed, or the date came
//!      |
//!      +-> lapsed, taken-back             nobody of another side confirmed in 24 hours; a mistake
//! ```

pub mod commands;
mod jobs;
mod refusal;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod waiting;
mod web;

use db::Tx;
use jiff::civil::Date;
use uuid::Uuid;

use super::Group;
use super::playbook::Code;
use crate::access::{Right, Seat};
use crate::error::Error;
use crate::people::membership::PartyKind;
use crate::site::Moment;

pub use jobs::ALL as JOBS;
pub use refusal::No;
pub use rules::day;
pub use store::{chairs, newest, one, questions};
pub use waiting::waiting_for;
pub use web::{At, Frame, routes};

/// How long a crisis that one side activated waits for another.
pub const CONFIRM_WITHIN: i64 = 24 * Moment::HOUR;
/// How many days it runs unless somebody says longer.
pub const USUAL_DAYS: i64 = 30;

/// Where a crisis stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// One side activated it. It works at once, and waits for another side's word.
    Provisional,
    /// Two sides stand behind it.
    Active,
    /// It is over.
    StoodDown,
    /// Nobody of another side confirmed it in time.
    Lapsed,
    /// Whoever activated it took it back.
    TakenBack,
}

impl State {
    /// Every state.
    pub const ALL: &[Self] =
        &[Self::Provisional, Self::Active, Self::StoodDown, Self::Lapsed, Self::TakenBack];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Provisional => "provisional",
            Self::Active => "active",
            Self::StoodDown => "stood-down",
            Self::Lapsed => "lapsed",
            Self::TakenBack => "taken-back",
        }
    }

    /// The state of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|state| state.code() == code)
    }
}

/// A side of a group's two chairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// An administrator.
    Management,
    /// Somebody of an employees' organization.
    Labor,
}

impl Side {
    /// Both, in the order of the alphabet as they read: administration, employees.
    pub const ALL: &[Self] = &[Self::Management, Self::Labor];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Management => "management",
            Self::Labor => "labor",
        }
    }

    /// The side a kind of party sits on, if it has a chair.
    pub fn of(kind: PartyKind) -> Option<Self> {
        match kind {
            PartyKind::Management => Some(Self::Management),
            PartyKind::Labor => Some(Self::Labor),
            _ => None,
        }
    }
}

/// A crisis.
#[derive(Debug, Clone)]
pub struct Crisis {
    /// Its id.
    pub id: Uuid,
    /// The playbook it began with.
    pub playbook: Code,
    /// What people call it.
    pub name: String,
    /// Where it stands.
    pub state: State,
    /// The party that activated it.
    pub activated_party: Uuid,
    /// When.
    pub activated_at: Moment,
    /// Until when another side may confirm.
    pub confirm_by: Moment,
    /// The party that confirmed it, and when.
    pub confirmed: Option<(Uuid, Moment)>,
    /// The last day it runs.
    pub ends_on: Date,
    /// The party that asked to stand it down, and when.
    pub closing: Option<(Uuid, Moment)>,
    /// When it was over.
    pub ended_at: Option<Moment>,
    /// Its version, for edits.
    pub version: i64,
}

impl Crisis {
    /// Whether work goes on in it.
    pub fn lives(&self) -> bool {
        self.ended_at.is_none()
    }

    /// Says no when it is over.
    pub fn must_live(&self) -> Result<(), No> {
        if self.lives() { Ok(()) } else { Err(No::Over) }
    }
}

/// Somebody in a chair of a group.
#[derive(Debug, Clone)]
pub struct Chair {
    /// The group.
    pub group: Group,
    /// The side.
    pub side: Side,
    /// The party that named them.
    pub party: Uuid,
    /// Their seat.
    pub member: Uuid,
    /// Their name.
    pub name: String,
}

/// The crisis that goes on in a partnership, if there is one.
pub async fn living(tx: &mut Tx, partnership: Uuid) -> Result<Option<Crisis>, Error> {
    Ok(newest(tx, partnership).await?.filter(Crisis::lives))
}

/// Whether this seat is on the task force: leads a must-agree party, or leads a group of this crisis.
pub async fn is_on(tx: &mut Tx, seat: &Seat, crisis: Uuid) -> Result<bool, Error> {
    let Some(member) = seat.membership() else { return Ok(false) };
    if leads(seat) {
        return Ok(true);
    }
    let chairs = chairs(tx, crisis).await?;
    Ok(chairs.iter().any(|chair| chair.member == member.id))
}

/// Whether this seat leads a must-agree party that is here.
pub fn leads(seat: &Seat) -> bool {
    let here = |member: &crate::access::Membership| {
        member.lead && member.party.as_ref().is_some_and(|party| party.must_agree && !party.withdrawn)
    };
    seat.membership().is_some_and(here)
}

/// Whether this seat works in this group: on the task force as a lead, or one of its co-leads.
pub async fn works_in(tx: &mut Tx, seat: &Seat, crisis: Uuid, group: Group) -> Result<bool, Error> {
    let Some(member) = seat.membership() else { return Ok(false) };
    if leads(seat) {
        return Ok(true);
    }
    let chairs = chairs(tx, crisis).await?;
    Ok(chairs.iter().any(|chair| chair.member == member.id && chair.group == group))
}

/// A crisis that goes on, for an act by somebody on its task force.
pub async fn for_task_force(act: &mut Tx, seat: &Seat, id: Uuid) -> Result<Crisis, Error> {
    let crisis = one(act, seat.partnership().id, id).await?;
    if !is_on(act, seat, id).await? {
        return Err(Error::Forbidden);
    }
    crisis.must_live()?;
    Ok(crisis)
}

/// The same for an act in one group.
pub async fn for_group(act: &mut Tx, seat: &Seat, id: Uuid, group: Group) -> Result<Crisis, Error> {
    let crisis = one(act, seat.partnership().id, id).await?;
    if !works_in(act, seat, id, group).await? {
        return Err(Error::Forbidden);
    }
    crisis.must_live()?;
    Ok(crisis)
}

/// Whether the reader may act in it now, for showing buttons.
pub async fn may_work(tx: &mut Tx, seat: &Seat, crisis: &Crisis) -> Result<bool, Error> {
    Ok(crisis.lives() && seat.could(Right::WorkCrisis) && is_on(tx, seat, crisis.id).await?)
}
