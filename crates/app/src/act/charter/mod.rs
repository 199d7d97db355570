//! The starter charter of a team: seven questions, prefilled from the kind of team, adopted by each side. It is
//! versioned: what was adopted stands until each side adopts a newer version. It drives the team's decisions.

pub mod commands;
mod document;
mod refusal;
mod starter;
mod store;
#[cfg(test)]
mod tests;
mod waiting;
mod web;

use db::Tx;
use jiff::civil::Date;
use uuid::Uuid;
use words::{Lang, Words};

use crate::act::team::Team;
use crate::error::Error;
use crate::people::acceptance;
use crate::site::Moment;

pub use refusal::No;
pub use store::{adopted, of_team as newest, progress};
pub use waiting::waiting_for;
pub use web::routes;

/// A closed list of answers with codes and words.
macro_rules! choices {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal, $say:ident, $means:ident;)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// Every one, in the order shown.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The word in the table.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// The one of a word in the table.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }

            /// Its name.
            pub fn say(self, w: &Words) -> &'static str {
                match self { $(Self::$variant => w.$say(),)* }
            }

            /// What it means.
            pub fn means(self, w: &Words) -> &'static str {
                match self { $(Self::$variant => w.$means(),)* }
            }
        }
    };
}

choices! {
    /// How far a team's word goes.
    Authority {
        /// It tells what it learned.
        Informs = "informs", charter_informs, charter_informs_means;
        /// It is heard before others decide.
        Advises = "advises", charter_advises, charter_advises_means;
        /// Others decide on what it puts forward, and say why if they do not.
        Recommends = "recommends", charter_recommends, charter_recommends_means;
        /// It decides within its scope.
        Decides = "decides", charter_decides, charter_decides_means;
    }
}

choices! {
    /// How a team finds out whether it agrees.
    Protocol {
        /// Fist to five: each side at or above the lowest number.
        FistToFive = "fist-to-five", charter_fist, charter_fist_means;
        /// Nobody has a reason why it would do harm.
        Consent = "consent", charter_consent, charter_consent_means;
        /// Everybody says yes.
        Consensus = "consensus", charter_consensus, charter_consensus_means;
        /// Two thirds of each side say yes.
        TwoThirds = "two-thirds", charter_two_thirds, charter_two_thirds_means;
    }
}

choices! {
    /// What happens when a team cannot agree.
    Fallback {
        /// The team above decides after it has heard each side.
        ReferUp = "refer-up", charter_refer_up, charter_refer_up_means;
        /// The team tries once more at the next meeting.
        Again = "again", charter_again, charter_again_means;
        /// Things stay as they are.
        Drop = "drop", charter_drop, charter_drop_means;
    }
}

choices! {
    /// Whether the law on open meetings reaches the team.
    OpenMeetings {
        /// It does: notice and public minutes.
        Yes = "yes", charter_open_yes, charter_open_yes_means;
        /// It does not.
        No = "no", charter_open_no, charter_open_no_means;
        /// Somebody still has to ask.
        Ask = "ask", charter_open_ask, charter_open_ask_means;
    }
}

/// What people write in a charter: the roles of its texts, in the order of the questions.
pub const ROLES: &[&str] = &[
    "charter.purpose",
    "charter.in_scope",
    "charter.out_scope",
    "charter.sits",
    "charter.norms",
    "charter.rhythm",
    "charter.hears",
    "charter.private",
];

/// One version of a charter.
#[derive(Debug, Clone)]
pub struct Charter {
    /// Which version.
    pub version: i64,
    /// The language it is written in.
    pub language: Lang,
    /// What people wrote, in the order of [`ROLES`].
    pub texts: Vec<String>,
    /// How far its word goes.
    pub authority: Authority,
    /// How many people of each must-agree party have to be there.
    pub quorum: i64,
    /// How it finds out whether it agrees.
    pub protocol: Protocol,
    /// The lowest number of fingers that still passes.
    pub lowest: i64,
    /// What happens when it cannot agree.
    pub fallback: Fallback,
    /// Whether the law on open meetings reaches it.
    pub open_meetings: OpenMeetings,
    /// The day it ends.
    pub ends_on: Date,
    /// Who saved this version.
    pub by: String,
    /// When.
    pub at: Moment,
}

impl Charter {
    /// What was written in this role.
    pub fn text(&self, role: &str) -> &str {
        let at = ROLES.iter().position(|known| known.strip_prefix("charter.") == Some(role));
        at.and_then(|at| self.texts.get(at)).map_or("", String::as_str)
    }

    /// The norms, one to a line.
    pub fn norms(&self) -> impl Iterator<Item = &str> {
        self.text("norms").lines().map(str::trim).filter(|line| !line.is_empty())
    }
}

/// The seven questions of a team as its page shows them: the newest version, or the starter of its kind.
pub async fn as_typed(
    tx: &mut Tx,
    partnership: Uuid,
    w: &Words,
    team: &Team,
    today: Date,
) -> Result<Vec<(&'static str, String)>, Error> {
    Ok(match store::of_team(tx, partnership, team.id).await? {
        Some((id, version)) => web::fields(&store::version(tx, partnership, id, version).await?),
        None => starter::starter(w, team.kind, today),
    })
}

/// The charter that stands for a team: the newest version that each side adopted. It gives a decision of the team its
/// level, protocol, quorum and fallback.
pub async fn of_team(tx: &mut Tx, partnership: Uuid, team: Uuid) -> Result<Option<Charter>, Error> {
    let Some(id) = store::of_team(tx, partnership, team).await?.map(|(id, _)| id) else { return Ok(None) };
    match acceptance::agreed_version(tx, partnership, id).await? {
        Some(version) => store::version(tx, partnership, id, version).await.map(Some),
        None => Ok(None),
    }
}
