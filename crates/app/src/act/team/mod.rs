//! Teams: who works on what, as one tree. Leadership teams set goals and support committees; committees
//! carry out projects. Each team has two co-chairs of different parties, each named by their own party.

pub mod commands;
pub mod inventory;
mod jobs;
mod refusal;
mod rules;
mod store;
pub mod structure;
#[cfg(test)]
mod tests;
mod waiting;
mod web;

use db::Tx;
use uuid::Uuid;
use words::Words;

use crate::error::Error;
use crate::site::Moment;

pub use commands::{NewTeam, close_now, found};
pub use jobs::ALL as JOBS;
pub use refusal::No;
pub use rules::{Gap, co_chairs_of};
pub use store::{all, list, seats};
pub use structure::progress;
pub use waiting::waiting_for;
pub use web::routes;

/// What kind of team it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Associations and agencies of a state that help many districts.
    StateGroup,
    /// Sets vision and goals for a district and supports its committees.
    DistrictLeadership,
    /// The same for one school.
    SchoolLeadership,
    /// Carries out projects.
    Committee,
    /// Oversees the working groups of a crisis.
    TaskForce,
    /// One strand of the work in a crisis.
    WorkingGroup,
}

impl Kind {
    /// Every kind, the widest first.
    pub const ALL: &[Self] = &[
        Self::StateGroup,
        Self::DistrictLeadership,
        Self::SchoolLeadership,
        Self::Committee,
        Self::TaskForce,
        Self::WorkingGroup,
    ];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::StateGroup => "state-group",
            Self::DistrictLeadership => "district-leadership",
            Self::SchoolLeadership => "school-leadership",
            Self::Committee => "committee",
            Self::TaskForce => "task-force",
            Self::WorkingGroup => "working-group",
        }
    }

    /// The kind of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }

    /// Whether it sets goals for others and is asked for what it needs.
    pub fn leads(self) -> bool {
        matches!(self, Self::StateGroup | Self::DistrictLeadership | Self::SchoolLeadership)
    }

    /// Its name.
    pub fn say(self, w: &Words) -> &'static str {
        match self {
            Self::StateGroup => w.team_kind_state_group(),
            Self::DistrictLeadership => w.team_kind_district_leadership(),
            Self::SchoolLeadership => w.team_kind_school_leadership(),
            Self::Committee => w.team_kind_committee(),
            Self::TaskForce => w.team_kind_task_force(),
            Self::WorkingGroup => w.team_kind_working_group(),
        }
    }

    /// What such a team is there for.
    pub fn means(self, w: &Words) -> &'static str {
        match self {
            Self::StateGroup => w.team_means_state_group(),
            Self::DistrictLeadership => w.team_means_district_leadership(),
            Self::SchoolLeadership => w.team_means_school_leadership(),
            Self::Committee => w.team_means_committee(),
            Self::TaskForce => w.team_means_task_force(),
            Self::WorkingGroup => w.team_means_working_group(),
        }
    }
}

/// A team.
#[derive(Debug, Clone)]
pub struct Team {
    /// Its id.
    pub id: Uuid,
    /// What kind it is.
    pub kind: Kind,
    /// What it is called.
    pub name: String,
    /// The team it reports to; none for the head of a tree.
    pub reports_to: Option<Uuid>,
    /// The place it belongs to.
    pub site: Uuid,
    /// That place's name.
    pub site_name: String,
    /// Since when it stands.
    pub founded_at: Moment,
    /// The day it ended, if it has.
    pub closed_on: Option<jiff::civil::Date>,
    /// Why it ended: a text.
    pub close_reason: Option<Uuid>,
    /// Its version, for edits.
    pub version: i64,
}

impl Team {
    /// Whether it still works.
    pub fn lives(&self) -> bool {
        self.closed_on.is_none()
    }
}

/// A place in a team and who holds it. It ends by itself when its holder leaves the partnership.
#[derive(Debug, Clone)]
pub struct TeamSeat {
    /// Its id.
    pub id: Uuid,
    /// The team.
    pub team: Uuid,
    /// The holder's seat in the partnership.
    pub member: Uuid,
    /// Their name.
    pub name: String,
    /// Their job, in their own words.
    pub job_title: String,
    /// Their party; none for a neutral.
    pub party: Option<Uuid>,
    /// Whether they share the chair.
    pub chair: bool,
    /// Since when.
    pub seated_at: Moment,
    /// Until when their own party is asked to confirm; none once they sit.
    pub asked_until: Option<Moment>,
}

impl TeamSeat {
    /// Whether their own party seated them.
    pub fn sits(&self) -> bool {
        self.asked_until.is_none()
    }

    /// Whether it is held by somebody who sits for no party.
    pub fn is_neutral_and_sits(&self) -> bool {
        self.party.is_none() && self.sits()
    }
}

/// One team of a partnership; [`Error::Unseen`] if it is not there.
pub async fn one(tx: &mut Tx, partnership: Uuid, team: Uuid) -> Result<Team, Error> {
    store::one(tx, partnership, team).await
}

/// The two who share the chair, in the order of their parties' names; fewer while one is not named.
pub async fn co_chairs(tx: &mut Tx, team: Uuid) -> Result<Vec<TeamSeat>, Error> {
    Ok(co_chairs_of(&seats(tx, team).await?).cloned().collect())
}
