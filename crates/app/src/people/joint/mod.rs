//! Joint acts: what changes the partnership for everybody. A lead of one must-agree party proposes, a
//! lead of every other must-agree party confirms. The rules of waiting are `agreement::joint`.

pub mod commands;
mod effects;
mod follows;
mod form;
mod names;
mod pending;
mod proposal;
mod settle;
mod store;
#[cfg(test)]
mod tests;
mod web;

use std::collections::BTreeSet;

use agreement::joint::{Answer, Given, OnSilence, Outcome, Question};
use uuid::Uuid;

use crate::people::membership::Party;
use crate::site::Moment;

pub use form::days_of;
pub use pending::{Pending, pending};
pub use proposal::{Kind, No, Proposal};
pub use settle::{JOB, recompute};
pub(in crate::people) use store::said_from;
pub use store::{all_of, open_of};
pub use web::{Asked, asked, on_silence, routes, sentence, sentence_of};

/// Where a joint act stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Somebody has still to answer.
    Open,
    /// Every other must-agree party confirmed, and it was done.
    Passed,
    /// One refused.
    Refused,
    /// The date came before every answer did.
    Lapsed,
    /// Its proposer took it back, or left.
    Withdrawn,
    /// Closed by one side after the other stayed silent.
    BySilence,
}

impl State {
    /// Every state.
    pub const ALL: &[Self] =
        &[Self::Open, Self::Passed, Self::Refused, Self::Lapsed, Self::Withdrawn, Self::BySilence];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Passed => "passed",
            Self::Refused => "refused",
            Self::Lapsed => "lapsed",
            Self::Withdrawn => "withdrawn",
            Self::BySilence => "by-silence",
        }
    }

    /// The state of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|state| state.code() == code)
    }
}

/// A joint act.
#[derive(Debug, Clone)]
pub struct JointAct {
    /// Its id.
    pub id: Uuid,
    /// What is proposed.
    pub proposal: Proposal,
    /// The party that proposed it.
    pub party: Uuid,
    /// The seat that proposed it.
    pub member: Uuid,
    /// Who sat there.
    pub proposed_by: String,
    /// When.
    pub proposed_at: Moment,
    /// Until when the others may answer.
    pub answer_by: Moment,
    /// Where it stands.
    pub state: State,
    /// Since when it is settled.
    pub ended_at: Option<Moment>,
    /// What each party answered.
    pub answers: Vec<Said>,
}

/// One party's answer.
#[derive(Debug, Clone)]
pub struct Said {
    /// Whose.
    pub party: Uuid,
    /// Who spoke for it.
    pub by: String,
    /// Yes or no.
    pub answer: Answer,
    /// Why not.
    pub reason: Option<String>,
    /// When.
    pub at: Moment,
}

/// The word of an outcome on silence in the table.
pub fn silence_code(on_silence: OnSilence) -> &'static str {
    match on_silence {
        OnSilence::Lapses => "lapses",
        OnSilence::ClosesByOneSide => "closes-by-one-side",
    }
}

/// The parties whose word this act needs now: the must-agree parties that are here, and the proposer,
/// who may be a party that asks to come back.
pub fn required(proposal: &Proposal, proposer: Uuid, parties: &[Party]) -> BTreeSet<Uuid> {
    let mut required: BTreeSet<Uuid> = parties.iter().filter(|p| p.counts()).map(|p| p.id).collect();
    if matches!(proposal, Proposal::Return) {
        required.insert(proposer);
    }
    required
}

impl JointAct {
    /// Where it stands at `now` by the rules, with the parties as they are now.
    pub fn outcome(&self, parties: &[Party], now: Moment) -> Outcome<Uuid> {
        let question = Question {
            parties: required(&self.proposal, self.party, parties),
            proposer: self.party,
            answer_by: self.answer_by.0,
            on_silence: self.proposal.on_silence(),
        };
        let given: Vec<Given<Uuid>> = self
            .answers
            .iter()
            .map(|said| Given { party: said.party, answer: said.answer, at: said.at.0 })
            .collect();
        question.outcome(&given, now.0)
    }

    /// Whether this party's answer is awaited now.
    pub fn awaits(&self, party: Uuid, parties: &[Party], now: Moment) -> bool {
        match self.outcome(parties, now) {
            Outcome::Waiting { on, .. } => self.state == State::Open && on.contains(&party),
            _ => false,
        }
    }
}
