//! What each must-agree party accepts, in exactly one version: a case, a map, a goal, a charter. A lead puts a
//! version to all sides with a date; a lead of each answers. The rule is `agreement::acceptance`. Whatever can be accepted
//! gives its [`Subject`], shows `_acceptance.html`, calls [`edited`] when it is changed and [`over`] when it is given up.
//! What was agreed stays in force, and can be read, until each side agrees to a newer version: no edit undoes it.

pub mod commands;
mod settle;
mod store;
mod waiting;
mod web;

use agreement::acceptance::{Asked, Outcome};
use agreement::joint::{Answer, Given};
use db::Tx;
use uuid::Uuid;
use words::Lang;

use crate::error::Error;
use crate::people::joint::Said;
use crate::people::membership::{self, Party};
use crate::site::Moment;

pub use commands::{ask, edited, over, stop};
pub use settle::{JOB, recompute};
pub use store::{Agreed, agreed, agreed_version, open};
pub use waiting::waiting_for;
pub use web::{Shown, routes, shown, what};

/// What kind of thing is put to the sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The case statement.
    Case,
    /// A team's charter.
    Charter,
    /// A shared goal.
    Goal,
    /// The partner map.
    Map,
    /// A place to start.
    Project,
    /// The tree of teams.
    Structure,
}

impl Kind {
    /// Every kind.
    pub const ALL: &[Self] =
        &[Self::Case, Self::Charter, Self::Goal, Self::Map, Self::Project, Self::Structure];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Charter => "charter",
            Self::Goal => "goal",
            Self::Map => "map",
            Self::Project => "project",
            Self::Structure => "structure",
        }
    }

    /// The kind of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }
}

/// What is put to the sides: exactly this version of it.
#[derive(Debug, Clone)]
pub struct Subject<'a> {
    /// What it is.
    pub kind: Kind,
    /// Its id.
    pub about: Uuid,
    /// The version that is accepted or not.
    pub version: i64,
    /// Its name, for letters and lists: one line. Empty where there is only one of its kind.
    pub title: &'a str,
    /// Its page, below the partnership's: `goals`.
    pub page: &'a str,
    /// The language it is written in.
    pub language: Lang,
    /// The words that are accepted: kept beside the record, which holds their hash.
    pub words: &'a str,
}

/// Where an ask stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Somebody has still to answer.
    Open,
    /// Each must-agree party accepted.
    Agreed,
    /// One refused.
    Refused,
    /// The date came before every answer did.
    Lapsed,
    /// It was edited, or nobody is left to agree with.
    Reopened,
}

impl Standing {
    /// Every standing.
    pub const ALL: &[Self] = &[Self::Open, Self::Agreed, Self::Refused, Self::Lapsed, Self::Reopened];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Agreed => "agreed",
            Self::Refused => "refused",
            Self::Lapsed => "lapsed",
            Self::Reopened => "reopened",
        }
    }

    /// The standing of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|standing| standing.code() == code)
    }
}

/// A version that was put to the sides.
#[derive(Debug, Clone)]
pub struct Ask {
    /// Its id.
    pub id: Uuid,
    /// What kind of thing.
    pub kind: Kind,
    /// Which.
    pub about: Uuid,
    /// The version that was put to the sides.
    pub version: i64,
    /// Its name then.
    pub title: String,
    /// Its page, below the partnership's.
    pub page: String,
    /// Who asked.
    pub asked_by: String,
    /// When.
    pub asked_at: Moment,
    /// An answer counts before this moment.
    pub answer_by: Moment,
    /// Where it stands.
    pub standing: Standing,
    /// Since when it is settled.
    pub ended_at: Option<Moment>,
    /// What each party said.
    pub said: Vec<Said>,
}

impl Ask {
    /// Where it stands at `now` by the rules, with the parties as they are now.
    pub fn outcome(&self, parties: &[Party], now: Moment) -> Outcome<Uuid> {
        let asked = Asked {
            parties: parties.iter().filter(|p| p.counts()).map(|p| p.id).collect(),
            answer_by: self.answer_by.0,
        };
        let given: Vec<Given<Uuid>> = self
            .said
            .iter()
            .map(|said| Given { party: said.party, answer: said.answer, at: said.at.0 })
            .collect();
        asked.outcome(&given, now.0)
    }

    /// Whether this party's answer is awaited now.
    pub fn awaits(&self, party: Uuid, parties: &[Party], now: Moment) -> bool {
        self.standing == Standing::Open
            && matches!(self.outcome(parties, now), Outcome::Waiting { on } if on.contains(&party))
    }
}

/// One party, and what it said.
#[derive(Debug, Clone)]
pub struct Stand {
    /// Its name.
    pub name: String,
    /// Its answer.
    pub said: Option<Said>,
    /// Whether nobody can answer for it now: it has no lead.
    pub vacant: bool,
}

/// Where one version of something stands with each party that must agree, in the order of the alphabet.
#[derive(Debug, Clone)]
pub struct State {
    /// The newest ask about this version, if it was put to the sides.
    pub ask: Option<Ask>,
    /// The version that each side accepted last, and when: it stands until a newer one is accepted.
    pub stands: Option<(i64, Moment)>,
    /// The parties: those who answered while it is settled, all who must agree while it is not.
    pub parties: Vec<Stand>,
}

impl State {
    /// Whether each must-agree party accepted this version.
    pub fn is_agreed(&self) -> bool {
        self.ask.as_ref().is_some_and(|ask| ask.standing == Standing::Agreed)
    }

    /// The version that stands while this newer one is being written, and since when.
    pub fn stands_before(&self, version: i64) -> Option<(i64, Moment)> {
        self.stands.filter(|(agreed, _)| *agreed != version)
    }

    /// Whether a yes of at least one party stands: it was agreed, or is being asked about and one said yes.
    pub fn has_yes(&self) -> bool {
        let yes = |stand: &Stand| stand.said.as_ref().is_some_and(|said| said.answer == Answer::Confirmed);
        self.stands.is_some() || (self.is_open() && self.parties.iter().any(yes))
    }

    /// Whether it waits for somebody.
    pub fn is_open(&self) -> bool {
        self.ask.as_ref().is_some_and(|ask| ask.standing == Standing::Open)
    }
}

/// Whether a version is in force that each side accepted, and no newer one waits for an answer.
pub async fn is_settled(tx: &mut Tx, partnership: Uuid, about: Uuid) -> Result<bool, Error> {
    let open = store::newest(tx, partnership, about).await?;
    if open.is_some_and(|ask| ask.standing == Standing::Open) {
        return Ok(false);
    }
    Ok(agreed_version(tx, partnership, about).await?.is_some())
}

/// What each party said about a version that is settled.
async fn stands_of(tx: &mut Tx, partnership: Uuid, ask: &Ask) -> Result<Vec<Stand>, Error> {
    let mut all: Vec<Stand> = membership::parties(tx, partnership)
        .await?
        .into_iter()
        .filter_map(|party| {
            let said = ask.said.iter().find(|said| said.party == party.id)?.clone();
            Some(Stand { name: party.name, said: Some(said), vacant: false })
        })
        .collect();
    all.sort_by_key(|stand| stand.name.to_lowercase());
    Ok(all)
}

/// Where this version stands.
pub async fn state(tx: &mut Tx, partnership: Uuid, about: Uuid, version: i64) -> Result<State, Error> {
    let ask = store::newest(tx, partnership, about).await?.filter(|ask| ask.version == version);
    let stands = store::in_force(tx, partnership, about).await?;
    let stands = stands.map(|ask| (ask.version, ask.ended_at.unwrap_or(ask.asked_at)));
    let leads = membership::leads(tx, partnership).await?;
    let said =
        |party: Uuid| ask.as_ref().and_then(|a| a.said.iter().find(|said| said.party == party)).cloned();
    let settled = ask.as_ref().is_some_and(|ask| ask.standing != Standing::Open);
    let mut parties: Vec<Stand> = Vec::new();
    for party in membership::parties(tx, partnership).await? {
        let said = said(party.id);
        if said.is_some() || (party.counts() && !settled) {
            let vacant = !leads.iter().any(|lead| lead.party == Some(party.id));
            parties.push(Stand { name: party.name, said, vacant });
        }
    }
    parties.sort_by_key(|stand| stand.name.to_lowercase());
    Ok(State { ask, stands, parties })
}
