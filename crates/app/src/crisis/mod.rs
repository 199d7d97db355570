//! Collaborating in a crisis: speed before formality, and everything written down all the same.

pub mod after;
pub mod concern;
pub mod log;
pub mod playbook;
pub mod sheet;
pub mod situation;
pub mod taskforce;

use words::Words;

use crate::web::routes::Routes;

/// The routes of all its parts.
pub fn routes() -> Routes {
    let parts =
        [taskforce::routes, log::routes, sheet::routes, situation::routes, concern::routes, after::routes];
    parts.into_iter().fold(playbook::routes(), |all, routes| all.and(routes()))
}

/// The five working groups that a task force stands on, in the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// Public health and safety.
    Health,
    /// School operations and logistics.
    Operations,
    /// Teaching and learning.
    Teaching,
    /// Equity and family needs.
    Equity,
    /// Social and emotional health.
    Wellbeing,
}

impl Group {
    /// The five.
    pub const ALL: &[Self] = &[Self::Health, Self::Operations, Self::Teaching, Self::Equity, Self::Wellbeing];

    /// The word in tables, addresses and playbooks.
    pub fn code(self) -> &'static str {
        match self {
            Self::Health => "health",
            Self::Operations => "operations",
            Self::Teaching => "teaching",
            Self::Equity => "equity",
            Self::Wellbeing => "wellbeing",
        }
    }

    /// The group of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|group| group.code() == code)
    }

    /// Its name.
    pub fn say(self, w: &Words) -> &'static str {
        match self {
            Self::Health => w.playbook_group_health(),
            Self::Operations => w.playbook_group_operations(),
            Self::Teaching => w.playbook_group_teaching(),
            Self::Equity => w.playbook_group_equity(),
            Self::Wellbeing => w.playbook_group_wellbeing(),
        }
    }
}
