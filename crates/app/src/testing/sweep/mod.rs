//! The permission sweep: every route as every caller, with their own, the other side's, another
//! partnership's and nobody's ids, against a table written by hand; and a word in every private thing
//! that no answer, letter or log may show to whoever is not entitled to it.

mod canary;
mod expected;
mod run;
mod store;
mod world;

use expected::{Line, table};
use run::Sweep;

use crate::features;
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

#[tokio::test]
async fn every_caller_gets_at_every_route_what_the_table_says_and_sees_nothing_else() {
    let (table, mut sweep) = (table(), Sweep::begin().await);
    let mut wrong = Vec::new();
    for route in routes() {
        for line in lines(&table, &route) {
            wrong.extend(sweep.line(&route, line).await);
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
