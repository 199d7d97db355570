//! The permission sweep: every route as every caller, with their own, the other side's, another
//! partnership's and nobody's ids, against a table written by hand; and a word in every private thing
//! that no answer, letter or log may show to whoever is not entitled to it.

mod canary;
mod crisis;
mod decision;
mod expected;
mod learned;
mod page;
mod readiness;
mod run;
mod store;
mod world;

use expected::{CALLERS, Line, table};
use run::{Sweep, Whose};

use crate::access::mutation::{self, CHANGED, Mutation};
use crate::access::rights::TABLE;
use crate::access::{Policy, Right};
use crate::features;
use crate::testing::Ear;
use crate::web::routes::Route;

fn routes() -> Vec<Route> {
    features::routes().build().1
}

fn lines<'a>(table: &'a [Line], route: &Route) -> Vec<&'a Line> {
    table.iter().filter(|line| line.method == route.method && line.path == route.path).collect()
}

#[test]
fn every_route_stands_in_the_table_in_every_state_once_and_every_line_is_a_route() {
    let (table, routes) = (table(), routes());
    let mut wrong = Vec::new();
    for route in &routes {
        let mut states: Vec<&str> =
            lines(&table, route).iter().flat_map(|line| line.states.clone()).collect();
        states.sort_unstable();
        let inside = route.path.starts_with("/p/");
        let whole = if inside { states == ["active", "draft", "ended", "paused"] } else { states.is_empty() };
        if lines(&table, route).is_empty() || !whole {
            wrong.push(format!("{} {} stands in the table for {states:?}", route.method, route.path));
        }
    }
    for line in &table {
        if !routes.iter().any(|route| route.method == line.method && route.path == line.path) {
            wrong.push(format!("{} {} is no route", line.method, line.path));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_callers_of_the_table_are_those_of_its_head() {
    let letters: String = CALLERS.iter().map(|(letter, _)| *letter).collect();
    assert_eq!(letters, "aixepnLloMGfwkUDS");
    assert!(include_str!("expected.txt").contains("aixep nLloMGfwk UDS"));
}

/// The whole table in this place, with ids of these kinds: every answer, every letter, every line of the log.
async fn the_table_holds(ground: testdb::Place, kinds: &[Whose]) {
    let (ear, table) = (Ear::default(), table());
    let open = ear.open();
    let mut sweep = Sweep::begin_on(ground).await;
    let mut wrong = Vec::new();
    for route in routes() {
        for line in lines(&table, &route) {
            wrong.extend(sweep.line(&route, line, kinds).await);
        }
    }
    sweep.collect_letters().await;
    assert!(sweep.letters.len() > 5, "acts wrote letters: {}", sweep.letters.len());
    wrong.extend(sweep.letters_that_tell());
    drop(open);
    let heard = ear.heard();
    assert!(heard.lines().count() > 1000, "every request left a line in the log");
    let told = canary::standing(&sweep.world.canaries, &heard);
    wrong.extend(told.into_iter().map(|canary| format!("the log tells {}", canary.what)));
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test]
async fn every_caller_gets_at_every_route_what_the_table_says_and_sees_nothing_else() {
    the_table_holds(testdb::sqlite(), Whose::ALL).await;
}

#[tokio::test]
async fn the_table_holds_on_postgresql_too() {
    if let Some(ground) = testdb::postgres_alone() {
        the_table_holds(ground, &[Whose::Own]).await;
    }
}

/// What a route would ask if somebody had written a weaker or a stricter policy. A public route and one
/// behind a link have no weaker one, since whether a link is right is asked of the database; and a handler
/// for whoever is signed in cannot do without the person, so that a weaker policy there changes nothing.
fn other_policies(route: &Route) -> Vec<Policy> {
    match route.policy {
        Policy::Seat(_) if ASKED_AGAIN.contains(&route.path) => vec![Policy::Operator],
        Policy::Public | Policy::Link => vec![Policy::Operator],
        Policy::Demo => vec![Policy::Public],
        Policy::SignedIn => vec![Policy::Operator],
        Policy::Operator => vec![Policy::SignedIn],
        Policy::Seat(Right::See) => vec![Policy::Seat(Right::EditDraft)],
        Policy::Seat(Right::Export | Right::ReadRecord) => vec![Policy::Seat(Right::AnswerJoint)],
        Policy::Seat(_) => vec![Policy::Seat(Right::See)],
    }
}

/// Changes that change nothing, because a command asks once more. A code is heard only by somebody who has
/// one of their own, and only leads do.
const LOCKED_TWICE: &[Mutation] = &[Mutation::ForEverybody(Right::Introduce)];

/// Routes on which a weaker policy changes nothing, because the command asks once more: who runs a meeting (its leads,
/// its co-chairs, whoever facilitates it) is the meeting's own rule, and who may end a goal is the goal's. A stricter one
/// must be noticed all the same.
const ASKED_AGAIN: &[&str] = &[
    "/p/{partnership}/goals/{goal}/drop",
    "/p/{partnership}/meetings/{meeting}/edit",
    "/p/{partnership}/meetings/{meeting}/invite",
    "/p/{partnership}/meetings/{meeting}/items/{item}",
    "/p/{partnership}/meetings/{meeting}/close",
    "/p/{partnership}/meetings/{meeting}/items/{item}/off",
    "/p/{partnership}/meetings/{meeting}/people",
    "/p/{partnership}/meetings/{meeting}/people/spoke",
    "/p/{partnership}/meetings/{meeting}/run",
];

/// Whether a change could be seen on a route.
fn touches(mutation: &Mutation, route: &Route) -> bool {
    match mutation {
        Mutation::Removed(right) | Mutation::ForEverybody(right) | Mutation::InEveryState(right) => {
            route.policy == Policy::Seat(*right)
        }
        Mutation::Policy(method, path, _) => route.method == *method && route.path == *path,
    }
}

/// Every change to the rules: to a line of the table of rights, and to the policy of a route.
fn changes(routes: &[Route]) -> Vec<Mutation> {
    let changed = |route: &Route, other| Mutation::Policy(route.method.clone(), route.path, other);
    let of_routes =
        routes.iter().flat_map(|r| other_policies(r).into_iter().map(move |other| changed(r, other)));
    mutation::of_table(TABLE)
        .into_iter()
        .filter(|change| !LOCKED_TWICE.contains(change))
        .chain(of_routes)
        .collect()
}

/// Makes every `of`-th change, from the `first`, one after the other: none may go unnoticed.
async fn notices_every(first: usize, of: usize) {
    let (table, routes, mut sweep) = (table(), routes(), Sweep::begin().await);
    let (mut made, mut unseen) = (0, Vec::new());
    for mutation in changes(&routes).into_iter().skip(first).step_by(of) {
        let mut noticed = false;
        for route in routes.iter().filter(|route| touches(&mutation, route)) {
            for line in lines(&table, route) {
                noticed = noticed || CHANGED.scope(mutation.clone(), sweep.breaks(route, line)).await;
            }
        }
        made += 1;
        if !noticed {
            unseen.push(format!("{mutation:?}"));
        }
    }
    let said = format!("{} of {made} changes to the rules were noticed", made - unseen.len());
    eprintln!("{said}");
    assert!(made > 100, "{said}");
    assert!(unseen.is_empty(), "{said}; not these:\n{}", unseen.join("\n"));
}

// Two halves, so that both processors work.
#[tokio::test]
async fn a_change_to_any_line_of_the_rights_or_the_routes_is_noticed_the_even_ones() {
    notices_every(0, 2).await;
}

#[tokio::test]
async fn a_change_to_any_line_of_the_rights_or_the_routes_is_noticed_the_odd_ones() {
    notices_every(1, 2).await;
}

/// Every guarded route once as this caller: those where anything was allowed.
async fn allowed(sweep: &Sweep, caller: char) -> Vec<String> {
    let mut allowed = Vec::new();
    for route in routes() {
        let guarded = matches!(route.policy, Policy::Seat(_) | Policy::Operator);
        let Some(path) = sweep.path(route.path, "active", caller, Whose::Own).filter(|_| guarded) else {
            continue;
        };
        if sweep.send(&route.method, &path, caller).await.allowed() {
            allowed.push(format!("{} {}", route.method, route.path));
        }
    }
    allowed
}

#[tokio::test]
async fn a_seat_that_has_ended_and_a_session_that_was_revoked_open_nothing_from_then_on() {
    for (caller, seats) in [('L', true), ('M', true), ('n', true), ('w', true), ('L', false), ('p', false)] {
        let mut sweep = Sweep::begin().await;
        assert!(sweep.own_page_opens(caller).await, "{caller} may do something before");
        sweep.end(caller, seats).await;
        assert_eq!(allowed(&sweep, caller).await, Vec::<String>::new(), "as {caller}");
    }
}

#[test]
fn the_page_of_rights_is_what_the_program_does() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/rights.md");
    let printed = page::printed(&routes());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &printed).expect("the page is written");
    }
    let stands = std::fs::read_to_string(path).expect("docs/rights.md");
    assert_eq!(stands, printed, "UPDATE=1 cargo test -p app page_of_rights writes it anew");
}
