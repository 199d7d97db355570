//! Support: what each team needs, who offers it, and what helped. The step is done when every leadership team has said
//! what it needs, or that it needs nothing, and each need has somebody who provides it.

pub mod commands;
mod rules;
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

pub use store::{needs as all, progress};
pub use waiting::waiting_for;
pub use web::routes;

/// A kind of support.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Learning together.
    Training,
    /// Somebody who runs the meetings.
    Facilitation,
    /// Time away from class or route.
    ReleaseTime,
    /// Numbers and somebody who reads them.
    Data,
    /// Money.
    Money,
    /// Other languages.
    Translation,
    /// Something else.
    Other,
    /// The team needs nothing this cycle.
    Nothing,
}

impl Kind {
    /// Every kind.
    pub const ALL: &[Self] = &[
        Self::Training,
        Self::Facilitation,
        Self::ReleaseTime,
        Self::Data,
        Self::Money,
        Self::Translation,
        Self::Other,
        Self::Nothing,
    ];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Training => "training",
            Self::Facilitation => "facilitation",
            Self::ReleaseTime => "release-time",
            Self::Data => "data",
            Self::Money => "money",
            Self::Translation => "translation",
            Self::Other => "other",
            Self::Nothing => "none",
        }
    }

    /// The kind of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }

    /// Its name.
    pub fn say(self, w: &Words) -> &'static str {
        match self {
            Self::Training => w.support_training(),
            Self::Facilitation => w.support_facilitation(),
            Self::ReleaseTime => w.support_release_time(),
            Self::Data => w.support_data(),
            Self::Money => w.support_money(),
            Self::Translation => w.support_translation(),
            Self::Other => w.support_other(),
            Self::Nothing => w.support_nothing(),
        }
    }
}

/// Where a need stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nobody has offered.
    Open,
    /// Somebody offered, and the asker has not answered.
    Offered,
    /// An offer was taken.
    Agreed,
    /// The help was given.
    Given,
    /// It is no longer needed.
    Closed,
}

impl State {
    /// Every state.
    pub const ALL: &[Self] = &[Self::Open, Self::Offered, Self::Agreed, Self::Given, Self::Closed];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Offered => "offered",
            Self::Agreed => "agreed",
            Self::Given => "given",
            Self::Closed => "closed",
        }
    }

    /// The state of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|state| state.code() == code)
    }

    /// Its name and the chip's state.
    pub fn say(self, w: &Words) -> (&'static str, &'static str) {
        match self {
            Self::Open => (w.support_state_open(), "waiting"),
            Self::Offered => (w.support_state_offered(), "considering"),
            Self::Agreed => (w.support_state_agreed(), "accepted"),
            Self::Given => (w.support_state_given(), "done"),
            Self::Closed => (w.support_state_closed(), "ended"),
        }
    }
}

/// What a team needs.
#[derive(Debug, Clone)]
pub struct Need {
    /// Its id.
    pub id: Uuid,
    /// The team; none for the whole partnership.
    pub team: Option<Uuid>,
    /// That team's name.
    pub team_name: Option<String>,
    /// The cycle it was asked in.
    pub cycle: i64,
    /// What kind of support.
    pub kind: Kind,
    /// What is needed, in a line.
    pub name: String,
    /// More about it.
    pub about: String,
    /// What it costs, in their own words.
    pub cost: String,
    /// By when.
    pub need_by: Option<Date>,
    /// Where it stands.
    pub state: State,
    /// The seat that asked, its holder's name and party.
    pub asked_by: (Uuid, String, Option<Uuid>),
    /// When.
    pub asked_at: Moment,
    /// How much it helped, from 1 to 5, once rated.
    pub rating: Option<i64>,
    /// What helped, in their words.
    pub helped: String,
}

/// An offer to help.
#[derive(Debug, Clone)]
pub(super) struct Offer {
    pub(super) id: Uuid,
    pub(super) need: Uuid,
    pub(super) provider: String,
    pub(super) says: String,
    pub(super) by: String,
    pub(super) member: Uuid,
    pub(super) state: String,
    pub(super) at: Moment,
}

/// The needs of a partnership that nobody has agreed to meet yet. Whoever shows them outside the partnership asks
/// first whether a sharing agreement lets them.
pub async fn open_needs(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Need>, Error> {
    let all = store::needs(tx, partnership).await?;
    let wanted =
        |need: &Need| need.kind != Kind::Nothing && matches!(need.state, State::Open | State::Offered);
    Ok(all.into_iter().filter(wanted).collect())
}

/// The needs whose help was not given yet, whether or not somebody promised it.
pub async fn unmet(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Need>, Error> {
    let all = store::needs(tx, partnership).await?;
    let wanted = |need: &Need| {
        let ended = matches!(need.state, State::Given | State::Closed);
        need.kind != Kind::Nothing && !ended
    };
    Ok(all.into_iter().filter(wanted).collect())
}

/// The offer to a need that waits for an answer, the oldest first.
pub async fn offer_open(tx: &mut Tx, partnership: Uuid, need: Uuid) -> Result<Option<Uuid>, Error> {
    let all = store::offers(tx, partnership).await?;
    Ok(all.into_iter().find(|offer| offer.need == need && offer.state == "open").map(|offer| offer.id))
}

/// Why something about support cannot be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// No kind was chosen.
    Kind,
    /// The day cannot be read.
    Day,
    /// No team was chosen for "needs nothing".
    Team,
    /// The team has ended.
    Closed,
    /// It is past the point where this can be done.
    Settled,
    /// No number from 1 to 5.
    Rating,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::Kind => w.support_no_kind(),
            Self::Day => w.support_no_day(),
            Self::Team => w.support_no_team_chosen(),
            Self::Closed => w.team_no_closed(),
            Self::Settled => w.support_no_settled(),
            Self::Rating => w.support_no_rating(),
        }
        .to_owned()
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Kind => Some("kind"),
            Self::Day => Some("need_by"),
            Self::Team | Self::Closed => Some("team"),
            Self::Rating => Some("rating"),
            Self::Settled => None,
        }
    }
}
