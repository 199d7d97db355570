//! What agreement people who answer at random would show: the line a small group must pass before it means anything.

use super::within::{Ranges, rwg_j};
use crate::numeric::summary;
use rand::RngExt as _;
use rand::SeedableRng as _;
use rand_xoshiro::Xoshiro256PlusPlus;
use rayon::prelude::*;
use std::collections::BTreeMap;

const DRAWS: usize = 2_000;
/// Beyond this many answers in a draw, the random variance is known well enough from this many.
const MOST_RATERS: usize = 200;

/// The variance of answers under a slight skew towards agreeing. LeBreton and Senter (2008) give it for 5 and 7 answers;
/// NaN for others.
#[must_use]
pub fn skewed_variance(ranges: Ranges) -> f64 {
    match ranges.options {
        5.0 => 1.34,
        7.0 => 2.90,
        _ => f64::NAN,
    }
}

/// The 95 % quantile of rwg(j) over `items` items when groups of these sizes answer at random; NaN for groups of one.
#[must_use]
pub fn null_quantiles(sizes: &[usize], items: usize, ranges: Ranges) -> Vec<f64> {
    let mut known: BTreeMap<usize, f64> =
        sizes.iter().filter(|&&n| n > 1).map(|&n| (n.min(MOST_RATERS), 0.0)).collect();
    known.par_iter_mut().for_each(|(&n, quantile)| *quantile = simulated(n, items, ranges));
    sizes.iter().map(|n| known.get(&(*n).min(MOST_RATERS)).copied().unwrap_or(f64::NAN)).collect()
}

fn simulated(n: usize, items: usize, ranges: Ranges) -> f64 {
    let options = ranges.options.round().max(2.0) as u32;
    let mut random = Xoshiro256PlusPlus::seed_from_u64((n as u64) << 32 | items as u64);
    let mut variances = vec![0.0; items];
    let mut drawn: Vec<f64> = (0..DRAWS)
        .map(|_| {
            for variance in &mut variances {
                let (mut sum, mut squares) = (0_u64, 0_u64);
                for _ in 0..n {
                    let x = u64::from(random.random_range(0..options));
                    sum += x;
                    squares += x * x;
                }
                let n = n as f64;
                *variance = (squares as f64 - (sum * sum) as f64 / n) / (n - 1.0);
            }
            rwg_j(&variances, ranges.uniform_variance())
        })
        .collect();
    drawn.sort_by(f64::total_cmp);
    summary::quantile_sorted(&drawn, 0.95)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn random_answers_pass_seventy_in_small_groups_and_not_in_large_ones() {
        let ranges = Ranges { low: 1.0, options: 5.0 };
        let q = null_quantiles(&[1, 3, 5, 100], 10, ranges);
        assert!(q[0].is_nan());
        assert!(q[1] > 0.8 && q[2] > 0.7, "{q:?}");
        assert!(q[3] < 0.7, "{q:?}");
        assert_eq!(q[1..], null_quantiles(&[1, 3, 5, 100], 10, ranges)[1..], "the same every time");
    }
}
