//! The page of a place: which partnerships at and below a state, a county, a district or a school let
//! others see where they stand, by phase and step, with the kinds of help they look for. Everybody sees
//! those that agreed to be shown to all; who sits in a partner group also sees those that share with it.
//! Whatever did not agree is not there, and nobody can tell that it exists.

mod store;
#[cfg(test)]
mod tests;
mod web;

use uuid::Uuid;
use words::Words;

use super::sharing::Seen;
use super::site_tree::Kind;
use crate::act::support;
use crate::front::Phase;

pub use store::state_above as above;
pub use web::routes;

/// A place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its id.
    pub id: Uuid,
    /// What kind of place.
    pub kind: Kind,
    /// Its name.
    pub name: String,
}

/// Where a partnership is: its own place first, then the one above, up to the state.
#[derive(Debug, Clone)]
pub struct Way {
    /// The partnership.
    pub partnership: Uuid,
    /// Whether it has a page that everybody may read.
    pub public_page: bool,
    /// Whether it rests.
    pub paused: bool,
    /// The places.
    pub places: Vec<Place>,
}

impl Way {
    /// The place right below this one on the way; none if the partnership is at that very place.
    fn below(&self, place: Uuid) -> Option<&Place> {
        let at = self.places.iter().position(|one| one.id == place)?;
        self.places.get(at.checked_sub(1)?)
    }
}

/// A partnership on the page.
#[derive(Debug)]
struct Listed {
    seen: Seen,
    way: Way,
    /// Whether it is shown only because it shares with a group of the reader's.
    to_us: bool,
}

/// The partnerships by the phase of the step at hand; last those whose steps are all done.
fn by_phase(listed: &[Listed]) -> Vec<(Option<Phase>, Vec<&Listed>)> {
    let phases = Phase::ALL.iter().copied().map(Some).chain([None]);
    phases
        .map(|phase| {
            let here = listed.iter().filter(|one| one.seen.at.map(|(at, _)| at) == phase);
            (phase, here.collect::<Vec<_>>())
        })
        .filter(|(_, here)| !here.is_empty())
        .collect()
}

/// The kinds of help looked for, each with who looks for it.
fn by_need(listed: &[Listed]) -> Vec<(support::Kind, Vec<&str>)> {
    let names = |kind: support::Kind| {
        let wanting = listed.iter().filter(move |one| one.seen.needs.contains(&kind));
        wanting.map(|one| one.seen.agreement.other.name()).collect::<Vec<_>>()
    };
    let kinds = support::Kind::ALL.iter().map(|kind| (*kind, names(*kind)));
    kinds.filter(|(_, names)| !names.is_empty()).collect()
}

/// The places right below this one that have something to show, with how many partnerships.
fn below<'a>(place: Uuid, ways: impl Iterator<Item = &'a Way>) -> Vec<(&'a Place, usize)> {
    let mut found: Vec<(&Place, usize)> = Vec::new();
    for next in ways.filter_map(|way| way.below(place)) {
        match found.iter_mut().find(|(known, _)| known.id == next.id) {
            Some((_, count)) => *count += 1,
            None => found.push((next, 1)),
        }
    }
    found.sort_by(|(one, _), (two, _)| (&one.name, one.id).cmp(&(&two.name, two.id)));
    found
}

/// What a kind of place is called.
fn kind(w: &Words, kind: Kind) -> &'static str {
    match kind {
        Kind::State => w.sites_state(),
        Kind::County => w.sites_county(),
        Kind::District => w.sites_district(),
        Kind::School => w.sites_school(),
        Kind::Preschool => w.sites_preschool(),
        Kind::Charter => w.sites_charter(),
        Kind::College => w.sites_college(),
    }
}

#[cfg(test)]
mod rules {
    use super::*;

    fn place(id: u128) -> Place {
        Place { id: Uuid::from_u128(id), kind: Kind::District, name: format!("Place {id}") }
    }

    fn way(ids: &[u128]) -> Way {
        let places = ids.iter().copied().map(place).collect();
        Way { partnership: Uuid::now_v7(), public_page: false, paused: false, places }
    }

    #[test]
    fn what_stands_right_below_a_place_is_counted_once_for_each_partnership() {
        let ways = [way(&[4, 3, 2, 1]), way(&[3, 2, 1]), way(&[5, 1]), way(&[1]), way(&[9, 8])];
        let at = |id: u128| {
            let found = below(Uuid::from_u128(id), ways.iter());
            found.into_iter().map(|(place, count)| (place.name.clone(), count)).collect::<Vec<_>>()
        };
        assert_eq!(at(1), [("Place 2".to_owned(), 2), ("Place 5".to_owned(), 1)]);
        assert_eq!(at(3), [("Place 4".to_owned(), 1)]);
        assert_eq!(at(4), []);
        assert_eq!(at(7), []);
    }
}
