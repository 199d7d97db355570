//! An attacker for the tests: what are the least and the most people that a group can hold, given everything that was
//! published? Whole numbers of people, by branch and bound over linear programs, so that nothing an attacker could
//! reason out with any number of sums and differences is missed.

const NEAR: f64 = 1e-7;

/// Counts of some groups of units, as published.
#[derive(Debug, Clone)]
pub(super) struct Known {
    units: usize,
    groups: Vec<(Vec<usize>, u64)>,
}

/// What one end of a range came to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum End {
    /// So many people.
    At(i64),
    /// Any number of people.
    Open,
}

impl Known {
    pub(super) fn new(people: &[u64], groups: &[Vec<usize>]) -> Self {
        let counted = groups.iter().map(|g| (g.clone(), g.iter().map(|&u| people[u]).sum())).collect();
        Self { units: people.len(), groups: counted }
    }

    /// The least and the most people a group of units can hold.
    pub(super) fn range(&self, group: &[usize]) -> (End, End) {
        let mut most = vec![0.0; self.units];
        group.iter().for_each(|&u| most[u] = 1.0);
        let least: Vec<f64> = most.iter().map(|x| -x).collect();
        let turned = |end: End| match end {
            End::At(x) => End::At(-x),
            End::Open => End::Open,
        };
        (turned(self.highest(&least)), self.highest(&most))
    }

    /// The highest value of a sum of weights over all whole numbers of people that fit.
    fn highest(&self, weights: &[f64]) -> End {
        let rows: Vec<(Vec<f64>, f64)> = self
            .groups
            .iter()
            .map(|(group, count)| {
                let mut row = vec![0.0; self.units];
                group.iter().for_each(|&u| row[u] = 1.0);
                (row, *count as f64)
            })
            .collect();
        let mut best: Option<f64> = None;
        let mut open = vec![vec![(0.0, f64::INFINITY); self.units]];
        while let Some(bounds) = open.pop() {
            match solve(&rows, &bounds, weights) {
                Solved::Nothing => {}
                Solved::Endless => return End::Open,
                Solved::At(value, _) if best.is_some_and(|b| value <= b + NEAR) => {}
                Solved::At(value, x) => match x.iter().position(|x| (x - x.round()).abs() > NEAR) {
                    None => best = Some(value),
                    Some(unit) => {
                        let (mut low, mut high) = (bounds.clone(), bounds);
                        low[unit].1 = x[unit].floor();
                        high[unit].0 = x[unit].ceil();
                        open.push(low);
                        open.push(high);
                    }
                },
            }
        }
        best.map_or(End::Open, |b| End::At(b.round() as i64))
    }
}

enum Solved {
    Nothing,
    Endless,
    At(f64, Vec<f64>),
}

/// Maximises a sum of weights where rows are equal to their right sides and every unit lies within its bounds.
fn solve(rows: &[(Vec<f64>, f64)], bounds: &[(f64, f64)], weights: &[f64]) -> Solved {
    let n = bounds.len();
    if bounds.iter().any(|b| b.0 > b.1) {
        return Solved::Nothing;
    }
    // Units above their lower bounds; an upper bound is a row with a slack of its own.
    let capped: Vec<usize> = (0..n).filter(|&u| bounds[u].1.is_finite()).collect();
    let width = n + capped.len();
    let mut table: Vec<Vec<f64>> = Vec::new();
    for (row, right) in rows {
        let below: f64 = row.iter().zip(bounds).map(|(a, b)| a * b.0).sum();
        let mut line = row.clone();
        line.resize(width, 0.0);
        line.push(right - below);
        table.push(line);
    }
    for (slack, &unit) in capped.iter().enumerate() {
        let mut line = vec![0.0; width + 1];
        line[unit] = 1.0;
        line[n + slack] = 1.0;
        line[width] = bounds[unit].1 - bounds[unit].0;
        table.push(line);
    }
    if table.iter().any(|line| line[width] < -NEAR) {
        return Solved::Nothing;
    }
    // One artificial unit for each row; first they are driven out.
    let m = table.len();
    for (i, line) in table.iter_mut().enumerate() {
        let right = line.pop().unwrap_or_default().max(0.0);
        line.extend((0..m).map(|j| f64::from(u8::from(i == j))));
        line.push(right);
    }
    let mut basis: Vec<usize> = (width..width + m).collect();
    let artificial: Vec<f64> = (0..width + m).map(|c| if c < width { 0.0 } else { -1.0 }).collect();
    if !climb(&mut table, &mut basis, &artificial, width + m)
        || basis.iter().zip(&table).any(|(&b, line)| b >= width && line[width + m] > NEAR)
    {
        return Solved::Nothing;
    }
    // Rows that are sums of others keep an artificial unit at nothing; they say nothing more.
    let mut row = 0;
    while row < table.len() {
        if basis[row] < width {
            row += 1;
        } else if let Some(column) = (0..width).find(|&c| table[row][c].abs() > NEAR) {
            pivot(&mut table, &mut basis, row, column);
            row += 1;
        } else {
            table.remove(row);
            basis.remove(row);
        }
    }
    let mut goal = weights.to_vec();
    goal.resize(width + m, 0.0);
    if !climb(&mut table, &mut basis, &goal, width) {
        return Solved::Endless;
    }
    let mut x: Vec<f64> = bounds.iter().map(|b| b.0).collect();
    for (&b, line) in basis.iter().zip(&table) {
        if b < n {
            x[b] += line[width + m];
        }
    }
    Solved::At(x.iter().zip(weights).map(|(x, w)| x * w).sum(), x)
}

/// The simplex method with Bland's rule (1977), which cannot go in circles; false where there is no end.
fn climb(table: &mut [Vec<f64>], basis: &mut [usize], goal: &[f64], columns: usize) -> bool {
    loop {
        let gain = |c: usize| {
            goal[c] - basis.iter().zip(table.iter()).map(|(&b, line)| goal[b] * line[c]).sum::<f64>()
        };
        let Some(column) = (0..columns).find(|&c| !basis.contains(&c) && gain(c) > NEAR) else { return true };
        let mut leaves: Option<(f64, usize)> = None;
        for (row, line) in table.iter().enumerate().filter(|(_, line)| line[column] > NEAR) {
            let ratio = line[line.len() - 1] / line[column];
            let first = leaves.is_none_or(|(least, at)| {
                ratio < least - NEAR || (ratio < least + NEAR && basis[row] < basis[at])
            });
            if first {
                leaves = Some((ratio, row));
            }
        }
        let Some((_, row)) = leaves else { return false };
        pivot(table, basis, row, column);
    }
}

fn pivot(table: &mut [Vec<f64>], basis: &mut [usize], row: usize, column: usize) {
    let by = table[row][column];
    table[row].iter_mut().for_each(|x| *x /= by);
    let line = table[row].clone();
    for (_, other) in table.iter_mut().enumerate().filter(|(r, _)| *r != row) {
        let times = other[column];
        if times != 0.0 {
            other.iter_mut().zip(&line).for_each(|(x, l)| *x -= times * l);
        }
    }
    basis[row] = column;
}

mod tests {
    use super::super::{Ledger, Threshold};
    use super::*;
    use proptest::prelude::*;

    /// The narrowest range of any group below the threshold that somebody is in or could be in, over all groups.
    fn narrowest(people: &[u64], published: &[Vec<usize>], threshold: u64) -> Option<(i64, Vec<usize>)> {
        let known = Known::new(people, published);
        (1_usize..1 << people.len())
            .map(|mask| (0..people.len()).filter(|u| mask >> u & 1 == 1).collect::<Vec<usize>>())
            .filter(|group| group.iter().map(|&u| people[u]).sum::<u64>() < threshold)
            .filter_map(|group| match known.range(&group) {
                (End::At(least), End::At(most)) => Some((most - least, group)),
                _ => None,
            })
            .min()
    }

    #[test]
    fn the_attacker_finds_what_can_be_found() {
        // A whole and a part leave the rest; two overlapping groups and their union leave what they share.
        let of =
            |people: &[u64], groups: &[Vec<usize>], group: &[usize]| Known::new(people, groups).range(group);
        assert_eq!(of(&[8, 2], &[vec![0, 1], vec![0]], &[1]), (End::At(2), End::At(2)));
        let three = [vec![0, 1], vec![1, 2], vec![0, 1, 2]];
        assert_eq!(of(&[7, 3, 9], &three, &[1]), (End::At(3), End::At(3)));
        assert_eq!(of(&[7, 3, 9], &[vec![0, 1]], &[1]), (End::At(0), End::At(10)));
        assert_eq!(of(&[7, 3, 9], &[vec![0, 1]], &[2]), (End::At(0), End::Open));
        // Three pairs of three: the parts follow.
        let pairs = [vec![0, 1], vec![1, 2], vec![0, 2]];
        assert_eq!(of(&[7, 2, 9], &pairs, &[1]), (End::At(2), End::At(2)));
        // The same total twice, and halves that whole people cannot be.
        assert_eq!(of(&[1, 2], &[vec![0, 1], vec![0, 1]], &[0]), (End::At(0), End::At(3)));
    }

    /// Against every possible world of four units.
    #[test]
    fn ranges_are_those_of_trying_every_world() {
        let people = [2, 5, 1, 4];
        let groups = [vec![0, 1], vec![1, 2, 3], vec![0, 2]];
        let known = Known::new(&people, &groups);
        for mask in 1_usize..16 {
            let group: Vec<usize> = (0..4).filter(|u| mask >> u & 1 == 1).collect();
            let (mut least, mut most) = (i64::MAX, i64::MIN);
            for world in 0..12_i64.pow(4) {
                let x = [world % 12, world / 12 % 12, world / 144 % 12, world / 1_728];
                let sum = |g: &[usize]| g.iter().map(|&u| x[u]).sum::<i64>();
                let true_sum = |g: &[usize]| g.iter().map(|&u| people[u] as i64).sum::<i64>();
                if groups.iter().all(|g| sum(g) == true_sum(g)) {
                    least = least.min(sum(&group));
                    most = most.max(sum(&group));
                }
            }
            assert_eq!(known.range(&group), (End::At(least), End::At(most)), "{group:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]

        /// Seven units, up to four tables of up to five cells: schools by roles by dates, in any order, with and without
        /// totals. No group below the threshold is known nearer than to five possible counts.
        #[test]
        fn ten_thousand_larger_families_of_tables_give_no_small_group_away(
            people in prop::collection::vec(0_u64..14, 7),
            tables in prop::collection::vec(prop::collection::vec(1_usize..128, 1..6), 1..5),
            threshold in prop::sample::select(vec![5_u64, 10]),
        ) {
            let least = if threshold == 5 { Threshold::STAFF } else { Threshold::FAMILIES_AND_STUDENTS };
            let mut ledger = Ledger::new(people.clone(), least);
            let mut public: Vec<Vec<usize>> = Vec::new();
            for table in &tables {
                let cells: Vec<Vec<usize>> =
                    table.iter().map(|mask| (0..7).filter(|u| mask >> u & 1 == 1).collect()).collect();
                let answers = ledger.release(&cells);
                public.extend(cells.into_iter().zip(answers).filter(|(_, a)| a.count().is_some()).map(|(c, _)| c));
            }
            public.sort();
            public.dedup();
            if !public.is_empty() && let Some((width, group)) = narrowest(&people, &public, threshold) {
                prop_assert!(width >= threshold as i64 - 1, "{group:?} of {people:?} within {width} from {public:?}");
            }
        }

        /// A hierarchy: five schools in two districts by two roles, all margins asked for at once.
        #[test]
        fn margins_of_a_hierarchy_give_no_small_cell_away(people in prop::collection::vec(0_u64..25, 10)) {
            let cell = |school: usize, role: usize| school * 2 + role;
            let mut table: Vec<Vec<usize>> = (0..10).map(|u| vec![u]).collect();
            table.extend((0..5).map(|s| vec![cell(s, 0), cell(s, 1)]));
            for role in 0..2 {
                table.push((0..2).map(|s| cell(s, role)).collect());
                table.push((2..5).map(|s| cell(s, role)).collect());
                table.push((0..5).map(|s| cell(s, role)).collect());
            }
            table.extend([(0..4).collect(), (4..10).collect(), (0..10).collect()]);
            let mut ledger = Ledger::new(people.clone(), Threshold::STAFF);
            let answers = ledger.release(&table);
            let public: Vec<Vec<usize>> =
                table.into_iter().zip(answers).filter(|(_, a)| a.count().is_some()).map(|(c, _)| c).collect();
            let known = Known::new(&people, &public);
            for unit in (0..10).filter(|&u| people[u] < 5) {
                if let (End::At(least), End::At(most)) = known.range(&[unit]) {
                    prop_assert!(most - least >= 4, "cell {unit} of {people:?} lies from {least} to {most}");
                }
            }
        }
    }
}
