//! Changes one line of the rules for one task, in tests only: the sweep shows that it would notice.

use axum::http::Method;

use super::rights::{Kind, Rule};
use super::{Policy, Right};
use crate::people::partnership::State;

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mutation {
    /// Nobody holds the right any more.
    Removed(Right),
    /// Every kind of seat holds it.
    ForEverybody(Right),
    /// It holds in every state of the partnership.
    InEveryState(Right),
    /// A route asks for another policy.
    Policy(Method, &'static str, Policy),
}

const KINDS: &[Kind] = &[
    Kind::MustAgreeLead,
    Kind::AdvisingLead,
    Kind::Member,
    Kind::Leaderless,
    Kind::Observer,
    Kind::Neutral,
    Kind::Withdrawn,
];
const STATES: &[State] = &[State::Draft, State::Active, State::Paused, State::Ended];

tokio::task_local! {
    /// The change that holds for what runs inside its scope.
    pub static CHANGED: Mutation;
}

fn changed() -> Option<Mutation> {
    CHANGED.try_with(Clone::clone).ok()
}

/// The line as the change has it, if it is this one.
pub fn of_rule(rule: &Rule) -> Option<Rule> {
    match changed()? {
        Mutation::Removed(right) if right == rule.right => Some(Rule { who: &[], ..*rule }),
        Mutation::ForEverybody(right) if right == rule.right => Some(Rule { who: KINDS, ..*rule }),
        Mutation::InEveryState(right) if right == rule.right => Some(Rule { when: STATES, ..*rule }),
        _ => None,
    }
}

/// The policy as the change has it.
pub fn of_policy(policy: Policy, method: &Method, path: &str) -> Policy {
    match changed() {
        Some(Mutation::Policy(of, at, other)) if of == *method && at == path => other,
        _ => policy,
    }
}

/// Every change to a line of the table that is one: widening what is wide already is none.
pub fn of_table(table: &[Rule]) -> Vec<Mutation> {
    let mut all = Vec::new();
    for rule in table {
        all.push(Mutation::Removed(rule.right));
        let everybody = [Kind::Member, Kind::Observer, Kind::Neutral, Kind::Withdrawn];
        if !everybody.iter().all(|kind| rule.who.contains(kind)) {
            all.push(Mutation::ForEverybody(rule.right));
        }
        if !STATES.iter().all(|state| rule.when.contains(state)) {
            all.push(Mutation::InEveryState(rule.right));
        }
    }
    all
}
