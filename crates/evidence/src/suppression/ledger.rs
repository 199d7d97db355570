//! What has been shown so far, and what may still be shown beside it.
//!
//! Published groups cut the people into regions: two people are in one region when they are in the same published
//! groups. Whatever anybody can work out from published counts, by sums and differences over any number of tables, is
//! the count of a union of regions; how people are spread inside a region stays open. So one rule is enough: **every
//! region that a published group covers holds at least the threshold.** It gives primary and complementary suppression,
//! the complement rule and the guard against differencing at once, across tables, groupings and dates.

use super::{Shown, Threshold, shown};
use std::collections::HashMap;

/// The groups published so far over the smallest units people are told apart by, such as school by role by survey.
#[derive(Debug, Clone)]
pub struct Ledger {
    threshold: Threshold,
    people: Vec<u64>,
    /// The region of each unit.
    region: Vec<usize>,
    /// Whether a published group covers each unit.
    covered: Vec<bool>,
    published: Vec<Vec<usize>>,
}

impl Ledger {
    /// An empty ledger over units with this many people each.
    #[must_use]
    pub fn new(people: Vec<u64>, threshold: Threshold) -> Self {
        let units = people.len();
        Self { threshold, people, region: vec![0; units], covered: vec![false; units], published: Vec::new() }
    }

    /// Decides about a table: each cell is a group, given by its units. What is shown is remembered, and binds every
    /// later table. Larger cells are shown before smaller ones. A unit that is not in the ledger counts nobody.
    pub fn release(&mut self, table: &[Vec<usize>]) -> Vec<Shown> {
        let mut order: Vec<usize> = (0..table.len()).collect();
        order.sort_by_key(|&cell| (std::cmp::Reverse(self.count(&table[cell])), cell));
        let mut out = vec![Shown::TooFew; table.len()];
        for cell in order {
            out[cell] = self.show(&table[cell]);
        }
        out
    }

    /// Every group that is published.
    #[must_use]
    pub fn published(&self) -> &[Vec<usize>] {
        &self.published
    }

    fn count(&self, group: &[usize]) -> u64 {
        let mut units = group.to_vec();
        units.sort_unstable();
        units.dedup();
        units.iter().filter_map(|&u| self.people.get(u)).sum()
    }

    fn show(&mut self, group: &[usize]) -> Shown {
        let count = self.count(group);
        let Shown::Count(_) = shown(count, self.threshold) else { return Shown::TooFew };
        let mut inside = vec![false; self.people.len()];
        for &unit in group {
            if let Some(place) = inside.get_mut(unit) {
                *place = true;
            }
        }
        let mut names: HashMap<(usize, bool), usize> = HashMap::new();
        let cut: Vec<usize> = (0..inside.len())
            .map(|u| {
                let next = names.len();
                *names.entry((self.region[u], inside[u])).or_insert(next)
            })
            .collect();
        let mut sums = vec![None; names.len()];
        for (u, &region) in cut.iter().enumerate() {
            if self.covered[u] || inside[u] {
                *sums[region].get_or_insert(0) += self.people[u];
            }
        }
        let safe = sums.iter().flatten().all(|&sum| shown(sum, self.threshold) != Shown::TooFew);
        if !safe {
            return Shown::TooFew;
        }
        if cut != self.region || self.published.is_empty() {
            self.published.push(group.to_vec());
        }
        self.region = cut;
        self.covered.iter_mut().zip(&inside).for_each(|(c, i)| *c |= i);
        Shown::Count(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ledger(people: &[u64]) -> Ledger {
        Ledger::new(people.to_vec(), Threshold::STAFF)
    }

    #[test]
    fn a_small_cell_takes_a_second_one_with_it() {
        let mut ledger = ledger(&[20, 3, 12]);
        let shown = ledger.release(&[vec![0], vec![1], vec![2], vec![0, 1, 2]]);
        assert_eq!(shown, [Shown::Count(20), Shown::TooFew, Shown::TooFew, Shown::Count(35)]);
    }

    #[test]
    fn a_group_whose_complement_is_small_is_not_shown_beside_the_whole() {
        let mut ledger = ledger(&[40, 4]);
        assert_eq!(ledger.release(&[vec![0, 1]]), [Shown::Count(44)]);
        assert_eq!(ledger.release(&[vec![0]]), [Shown::TooFew]);
    }

    #[test]
    fn a_later_table_cannot_be_subtracted_from_an_earlier_one() {
        // Everybody; then, a week later, everybody but the two who came since.
        let mut ledger = ledger(&[30, 2, 8]);
        assert_eq!(ledger.release(&[vec![0, 1, 2]]), [Shown::Count(40)]);
        assert_eq!(ledger.release(&[vec![0, 2]]), [Shown::TooFew]);
        assert_eq!(ledger.release(&[vec![0, 1, 2]]), [Shown::Count(40)], "what is public stays public");
    }

    #[test]
    fn a_district_with_one_small_school_hides_it_at_every_level() {
        // Two districts of three schools each.
        let mut ledger = ledger(&[12, 4, 9, 15, 20, 8]);
        let schools: Vec<Vec<usize>> = (0..6).map(|u| vec![u]).collect();
        let mut table = schools;
        table.push(vec![0, 1, 2]);
        table.push(vec![3, 4, 5]);
        table.push((0..6).collect());
        let shown: Vec<Option<u64>> = ledger.release(&table).iter().map(|s| s.count()).collect();
        assert_eq!(shown, [Some(12), None, None, Some(15), Some(20), Some(8), Some(25), Some(43), Some(68)]);
    }

    #[test]
    fn groups_that_cross_are_shown_while_every_crossing_is_large() {
        // School by role: the margins of a full table are safe, those of a thin one are not.
        let mut full = ledger(&[9, 7, 8, 6]);
        let margins = [vec![0, 1], vec![2, 3], vec![0, 2], vec![1, 3]];
        assert!(full.release(&margins).iter().all(|s| s.count().is_some()));
        let mut thin = ledger(&[9, 7, 8, 1]);
        assert!(thin.release(&margins).contains(&Shown::TooFew));
    }

    /// Every way the published counts could have come about: all whole numbers of people per unit.
    fn attack(people: &[u64], groups: &[Vec<usize>], look: &mut dyn FnMut(&[u64])) {
        let totals: Vec<u64> = groups.iter().map(|g| g.iter().map(|&u| people[u]).sum()).collect();
        let mut guess = vec![0; people.len()];
        fill(0, &mut guess, groups, &totals, look);
    }

    fn fill(
        unit: usize,
        guess: &mut [u64],
        groups: &[Vec<usize>],
        totals: &[u64],
        look: &mut dyn FnMut(&[u64]),
    ) {
        let fits = |guess: &[u64], all: bool| {
            groups.iter().zip(totals).all(|(g, t)| {
                let known: u64 = g.iter().filter(|u| all || **u < unit).map(|&u| guess[u]).sum();
                if all || g.iter().all(|u| *u < unit) { known == *t } else { known <= *t }
            })
        };
        if !fits(guess, unit == guess.len()) {
            return;
        }
        if unit == guess.len() {
            look(guess);
            return;
        }
        // Somebody in no published group could be any number; twenty are enough to show that.
        let most =
            groups.iter().zip(totals).filter(|(g, _)| g.contains(&unit)).map(|(_, t)| *t).min().unwrap_or(20);
        for count in 0..=most {
            guess[unit] = count;
            fill(unit + 1, guess, groups, totals, look);
        }
        guess[unit] = 0;
    }

    /// The narrowest range the attacker can give for any group below the threshold.
    fn narrowest(people: &[u64], groups: &[Vec<usize>]) -> u64 {
        let subsets = 1_usize << people.len();
        let mut ranges = vec![(u64::MAX, 0); subsets];
        attack(people, groups, &mut |guess| {
            for (subset, range) in ranges.iter_mut().enumerate().skip(1) {
                let sum = (0..guess.len()).filter(|u| subset >> u & 1 == 1).map(|u| guess[u]).sum();
                *range = (range.0.min(sum), range.1.max(sum));
            }
        });
        (1..subsets)
            .filter(|s| (0..people.len()).filter(|u| s >> u & 1 == 1).map(|u| people[u]).sum::<u64>() < 5)
            .map(|s| ranges[s].1 - ranges[s].0)
            .min()
            .unwrap_or(u64::MAX)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]

        /// An attacker who tries every possible world learns no group below the threshold, not even nearly.
        #[test]
        fn ten_thousand_families_of_tables_give_no_small_group_away(
            people in prop::collection::vec(0_u64..9, 4),
            tables in prop::collection::vec(prop::collection::vec(1_usize..16, 1..5), 1..4),
        ) {
            let mut ledger = ledger(&people);
            let mut public: Vec<Vec<usize>> = Vec::new();
            for table in &tables {
                let cells: Vec<Vec<usize>> =
                    table.iter().map(|mask| (0..4).filter(|u| mask >> u & 1 == 1).collect()).collect();
                let answers = ledger.release(&cells);
                public.extend(cells.into_iter().zip(answers).filter(|(_, a)| a.count().is_some()).map(|(c, _)| c));
            }
            if !public.is_empty() {
                prop_assert!(narrowest(&people, &public) >= 4, "{people:?} from {public:?}");
            }
        }
    }

    #[test]
    fn the_attacker_of_these_tests_does_find_what_can_be_found() {
        // Without the engine: a whole and a part that leave two people.
        assert_eq!(narrowest(&[8, 2], &[vec![0, 1], vec![0]]), 0);
    }
}
