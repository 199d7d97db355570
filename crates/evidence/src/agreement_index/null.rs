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

/// The variance of answers under a slight skew towards agreeing, by number of options: LeBreton and Senter (2008),
/// table 2.
const SLIGHT_SKEW: [(f64, f64); 7] =
    [(5.0, 1.34), (6.0, 1.85), (7.0, 2.90), (8.0, 3.47), (9.0, 5.66), (10.0, 6.30), (11.0, 7.31)];

/// The variance of answers under a slight skew towards agreeing, for 5 to 11 options; NaN for others, for which
/// LeBreton and Senter (2008) print none.
#[must_use]
pub fn skewed_variance(ranges: Ranges) -> f64 {
    SLIGHT_SKEW.iter().find(|row| row.0 == ranges.options).map_or(f64::NAN, |row| row.1)
}

/// Why there is no skewed null for this number of options; `None` where there is one.
#[must_use]
pub fn no_skewed_null(ranges: Ranges) -> Option<String> {
    skewed_variance(ranges).is_nan().then(|| {
        format!(
            "no slightly skewed null for {} options: LeBreton & Senter (2008) give it for 5 to 11; use the uniform one",
            ranges.options
        )
    })
}

/// How random answers fall.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Null {
    /// Every option as likely.
    Uniform,
    /// Slightly towards the upper end: option k has a share in proportion to `exp(t k)`, with the t that gives
    /// [`skewed_variance`] (the flattest such distribution of its mean).
    SlightSkew,
}

impl Null {
    /// The share of each option, from the lowest; `None` without a published variance.
    #[must_use]
    pub fn shares(self, ranges: Ranges) -> Option<Vec<f64>> {
        let options = ranges.options.round().max(2.0) as u32;
        if self == Self::Uniform {
            return Some(vec![1.0 / f64::from(options); options as usize]);
        }
        let goal = skewed_variance(ranges);
        if goal.is_nan() {
            return None;
        }
        // The variance falls as the tilt grows.
        let (mut flat, mut steep) = (0.0, 5.0);
        for _ in 0..80 {
            let middle = 0.5 * (flat + steep);
            if variance_of(&tilted(options, middle)) > goal { flat = middle } else { steep = middle }
        }
        Some(tilted(options, steep))
    }

    fn variance(self, ranges: Ranges) -> f64 {
        match self {
            Self::Uniform => ranges.uniform_variance(),
            Self::SlightSkew => skewed_variance(ranges),
        }
    }
}

fn tilted(options: u32, tilt: f64) -> Vec<f64> {
    let raw: Vec<f64> = (0..options).map(|k| (tilt * (f64::from(k) - f64::from(options))).exp()).collect();
    let sum: f64 = raw.iter().sum();
    raw.iter().map(|x| x / sum).collect()
}

fn variance_of(shares: &[f64]) -> f64 {
    let moment = |power: i32| shares.iter().enumerate().map(|(k, p)| p * (k as f64).powi(power)).sum::<f64>();
    moment(2) - moment(1).powi(2)
}

/// The 95 % quantile of rwg(j) over `items` items when groups of these sizes answer at random, each option as likely;
/// NaN for groups of one. By 2,000 draws, the same every time.
#[must_use]
pub fn null_quantiles(sizes: &[usize], items: usize, ranges: Ranges) -> Vec<f64> {
    quantiles_under(Null::Uniform, sizes, items, ranges)
}

/// As [`null_quantiles`], with answers drawn from and compared with this null; NaN where it has no published variance.
#[must_use]
pub fn quantiles_under(null: Null, sizes: &[usize], items: usize, ranges: Ranges) -> Vec<f64> {
    let Some(shares) = null.shares(ranges) else { return vec![f64::NAN; sizes.len()] };
    let mut known: BTreeMap<usize, f64> =
        sizes.iter().filter(|&&n| n > 1).map(|&n| (n.min(MOST_RATERS), 0.0)).collect();
    let variance = null.variance(ranges);
    known.par_iter_mut().for_each(|(&n, quantile)| {
        *quantile = match null {
            Null::Uniform => {
                let options = shares.len() as u32;
                simulated(n, items, variance, &mut |random| random.random_range(0..options))
            }
            Null::SlightSkew => simulated(n, items, variance, &mut |random| drawn_from(&shares, random)),
        };
    });
    sizes.iter().map(|n| known.get(&(*n).min(MOST_RATERS)).copied().unwrap_or(f64::NAN)).collect()
}

fn drawn_from(shares: &[f64], random: &mut Xoshiro256PlusPlus) -> u32 {
    let mut left: f64 = random.random();
    for (k, share) in shares.iter().enumerate() {
        left -= share;
        if left < 0.0 {
            return k as u32;
        }
    }
    shares.len() as u32 - 1
}

fn simulated(
    n: usize,
    items: usize,
    random_variance: f64,
    draw: &mut dyn FnMut(&mut Xoshiro256PlusPlus) -> u32,
) -> f64 {
    let mut random = Xoshiro256PlusPlus::seed_from_u64((n as u64) << 32 | items as u64);
    let mut variances = vec![0.0; items];
    let mut drawn: Vec<f64> = (0..DRAWS)
        .map(|_| {
            for variance in &mut variances {
                let (mut sum, mut squares) = (0_u64, 0_u64);
                for _ in 0..n {
                    let x = u64::from(draw(&mut random));
                    sum += x;
                    squares += x * x;
                }
                let n = n as f64;
                *variance = (squares as f64 - (sum * sum) as f64 / n) / (n - 1.0);
            }
            rwg_j(&variances, random_variance)
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

    #[test]
    fn the_skewed_null_has_the_published_variance_and_is_refused_elsewhere() {
        for (options, variance) in SLIGHT_SKEW {
            let ranges = Ranges { low: 1.0, options };
            let shares = Null::SlightSkew.shares(ranges).unwrap();
            assert!((variance_of(&shares) - variance).abs() < 1e-9, "{options}");
            assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12 && shares.is_sorted());
            assert!(variance < ranges.uniform_variance() && no_skewed_null(ranges).is_none());
            let q = quantiles_under(Null::SlightSkew, &[3, 100], 10, ranges);
            assert!(q[0] > 0.7 && q[1] < 0.7, "{options}: {q:?}");
        }
        let four = Ranges { low: 1.0, options: 4.0 };
        assert!(quantiles_under(Null::SlightSkew, &[3], 10, four)[0].is_nan());
        assert!(no_skewed_null(four).unwrap().contains("for 4 options"));
    }
}
