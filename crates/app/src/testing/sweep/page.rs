//! Prints `docs/rights.md` from the table of rights and the list of routes.

use crate::access::Policy;
use crate::access::rights::{Kind, Rule, TABLE};
use crate::people::partnership::State;
use crate::web::routes::Route;

const KINDS: &[(Kind, &str)] = &[
    (Kind::MustAgreeLead, "lead of a must-agree party"),
    (Kind::AdvisingLead, "lead of an advising party"),
    (Kind::Member, "anybody with a voice in a party"),
    (Kind::Leaderless, "member of a party without a lead"),
    (Kind::Observer, "observer"),
    (Kind::Neutral, "neutral"),
    (Kind::Withdrawn, "member of a party that has withdrawn"),
];
const STATES: &[(State, &str)] =
    &[(State::Draft, "draft"), (State::Active, "active"), (State::Paused, "paused"), (State::Ended, "ended")];

/// The whole page.
pub(super) fn printed(routes: &[Route]) -> String {
    let mut page = String::from(
        "# Who may do what\n\nPrinted from `access/rights.rs` and the list of routes by a test; do not edit. What ought to be \
         stands apart, written by hand, in\n`crates/app/src/testing/sweep/expected.txt`, and the two are compared \
         by sending every route as every caller.\n\n## Rights\n\n| right | what it allows | who holds it | while the \
         partnership is |\n|---|---|---|---|\n",
    );
    for rule in TABLE {
        page += &line(rule);
    }
    page += "\n## Routes\n\n| | path | asks for |\n|---|---|---|\n";
    let mut routes: Vec<&Route> = routes.iter().collect();
    routes.sort_by_key(|route| (route.path, route.method.as_str().to_owned()));
    for route in routes {
        page += &format!("| {} | `{}` | {} |\n", route.method, route.path, asks(route.policy));
    }
    page
}

fn line(rule: &Rule) -> String {
    let who: Vec<&str> =
        KINDS.iter().filter(|(kind, _)| rule.who.contains(kind)).map(|(_, says)| *says).collect();
    let when: Vec<&str> =
        STATES.iter().filter(|(state, _)| rule.when.contains(state)).map(|(_, says)| *says).collect();
    let right = format!("{:?}", rule.right);
    format!("| {right} | {} | {} | {} |\n", allows(&right), who.join(", "), when.join(", "))
}

/// The words above the right in the source.
fn allows(right: &str) -> String {
    let source = include_str!("../../access/rights.rs");
    let before = source.split(&format!("    {right},\n")).next().unwrap_or_default();
    let words: Vec<&str> = before.lines().rev().map_while(|line| line.trim().strip_prefix("/// ")).collect();
    words.into_iter().rev().collect::<Vec<_>>().join(" ")
}

fn asks(policy: Policy) -> String {
    match policy {
        Policy::Public => "nothing".into(),
        Policy::Link => "the link or token".into(),
        Policy::SignedIn => "being signed in".into(),
        Policy::Operator => "running the install".into(),
        Policy::Demo => "the demo".into(),
        Policy::Seat(right) => format!("{right:?}"),
    }
}
