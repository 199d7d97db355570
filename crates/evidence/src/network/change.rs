//! What became of ties between two surveys, among people who are on both rosters and answered both times.

use super::Network;
use serde::Serialize;
use std::collections::HashMap;

/// Ties kept, gained and lost.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// People on both rosters who answered both times.
    pub people: usize,
    /// Ties at both times.
    pub kept: usize,
    /// Ties only later.
    pub gained: usize,
    /// Ties only earlier.
    pub lost: usize,
    /// Kept over all: Jaccard's index (1901).
    pub jaccard: f64,
}

/// The change from one network to a later one.
#[must_use]
pub fn change(before: &Network, after: &Network) -> Change {
    let place: HashMap<&str, usize> = after.people.iter().enumerate().map(|(i, p)| (p.as_str(), i)).collect();
    let both: Vec<(usize, usize)> = before
        .people
        .iter()
        .enumerate()
        .filter_map(|(i, p)| Some((i, *place.get(p.as_str())?)))
        .filter(|&(i, j)| before.answered[i] && after.answered[j])
        .collect();
    let (mut kept, mut gained, mut lost) = (0, 0, 0);
    for &(i, then_i) in &both {
        for &(j, then_j) in both.iter().filter(|p| p.0 != i) {
            match (before.tie(i, j), after.tie(then_i, then_j)) {
                (true, true) => kept += 1,
                (false, true) => gained += 1,
                (true, false) => lost += 1,
                (false, false) => {}
            }
        }
    }
    Change { people: both.len(), kept, gained, lost, jaccard: kept as f64 / (kept + gained + lost) as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn network(people: &[&str], ties: &[(u32, u32)], answered: &[bool]) -> Network {
        let ties: Vec<(u32, u32, f64)> = ties.iter().map(|t| (t.0, t.1, 1.0)).collect();
        Network::new(people.iter().map(|p| (*p).to_owned()).collect(), &ties, answered.to_vec()).unwrap()
    }

    #[test]
    fn only_people_of_both_surveys_count() {
        let before = network(&["a", "b", "c", "d"], &[(0, 1), (1, 2), (0, 3)], &[true, true, true, true]);
        let after = network(&["c", "b", "a", "e"], &[(2, 1), (2, 0), (1, 3)], &[true, true, true, true]);
        let change = change(&before, &after);
        assert_eq!((change.people, change.kept, change.gained, change.lost), (3, 1, 1, 1));
        assert!((change.jaccard - 1.0 / 3.0).abs() < 1e-15);
    }

    #[test]
    fn the_silent_are_left_out() {
        let before = network(&["a", "b"], &[(0, 1)], &[true, true]);
        let after = network(&["a", "b"], &[], &[true, false]);
        assert_eq!(change(&before, &after).people, 1);
    }
}
