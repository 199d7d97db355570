//! How alike the people of one group answer: rwg and rwg(j) (James, Demaree & Wolf 1984), r* (Lindell, Brandt & Whitney
//! 1999), AD (Burke & Dunlap 2002), a_wg (Brown & Hauenstein 2005).

use super::null::{Null, no_skewed_null, null_quantiles, quantiles_under, skewed_variance};
use crate::frame::Groups;
use crate::numeric::summary;
use serde::Serialize;

/// The answers there are to choose among.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ranges {
    /// The lowest answer.
    pub low: f64,
    /// How many answers there are.
    pub options: f64,
}

impl Ranges {
    /// The highest answer.
    #[must_use]
    pub fn high(&self) -> f64 {
        self.low + self.options - 1.0
    }

    /// The variance of answers chosen at random, each as likely: `(A^2 - 1) / 12`.
    #[must_use]
    pub fn uniform_variance(&self) -> f64 {
        (self.options * self.options - 1.0) / 12.0
    }

    /// The options as told, or five, or as many as whole answers from 1 (or 0) need.
    #[must_use]
    pub fn of(told: Option<f64>, items: &[Vec<f64>]) -> Self {
        let answers = || items.iter().flatten().copied().filter(|x| !x.is_nan());
        let whole = answers().all(|x| x.fract() == 0.0);
        let lowest = answers().fold(f64::INFINITY, f64::min);
        let highest = answers().fold(f64::NEG_INFINITY, f64::max);
        let low = if whole && lowest == 0.0 { 0.0 } else { 1.0 };
        let needed = if whole && lowest >= 0.0 { (highest - low + 1.0).max(5.0) } else { 5.0 };
        Self { low, options: told.unwrap_or(needed) }
    }
}

/// Agreement over several items, group by group.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/agreement.schema.json, which tells each")]
pub struct Agreement {
    pub options: f64,
    pub ranvar_uniform: f64,
    pub ranvar_skewed: f64,
    pub grp: Vec<String>,
    pub size: Vec<usize>,
    pub rwgj: Vec<f64>,
    pub rwgj_skewed: Vec<f64>,
    pub rwgj_null_q95: Vec<f64>,
    pub rwgj_skewed_null_q95: Vec<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skewed_refused: Option<String>,
    pub lindell: Vec<f64>,
    pub ad: Vec<f64>,
    pub ad_cut: f64,
    pub a_wg: Vec<f64>,
    pub rwgj_mean: f64,
    pub rwgj_median: f64,
    pub share_above_null: f64,
}

/// Each group's rwg on one item; NaN for a group of one.
pub(super) fn rwg_of_groups(x: &[f64], groups: &Groups, ranges: Ranges) -> Vec<f64> {
    let of_group = |rows: &Vec<u32>| {
        let answers: Vec<f64> = rows.iter().map(|&r| x[r as usize]).collect();
        1.0 - summary::variance(&answers) / ranges.uniform_variance()
    };
    groups.rows().iter().map(|rows| floored(of_group(rows))).collect()
}

fn floored(r: f64) -> f64 {
    if r.is_nan() { r } else { r.max(0.0) }
}

/// rwg(j): `J r / (J r + 1 - r)` with r = 1 - mean variance / random variance, as R's floor at 0.
#[must_use]
pub fn rwg_j(variances: &[f64], random_variance: f64) -> f64 {
    let j = variances.len() as f64;
    let r = 1.0 - summary::mean(variances) / random_variance;
    if r.is_nan() {
        r
    } else if r <= 0.0 {
        0.0
    } else {
        j * r / (j * r + 1.0 - r)
    }
}

/// a_wg of one item: agreement against the most disagreement this mean allows. NaN where the mean is so near an end
/// that the measure has no meaning; 1 where everybody gives the lowest or everybody the highest answer.
#[must_use]
pub fn a_wg(answers: &[f64], ranges: Ranges) -> f64 {
    let k = answers.len() as f64;
    let (low, high) = (ranges.low, ranges.high());
    let mean = summary::mean(answers);
    if k > 1.0 && (mean == low || mean == high) {
        return 1.0;
    }
    if k < 2.0 || mean < (low * (k - 1.0) + high) / k || mean > (high * (k - 1.0) + low) / k {
        return f64::NAN;
    }
    let most = ((high + low) * mean - mean * mean - high * low) * (k / (k - 1.0));
    1.0 - 2.0 * summary::variance(answers) / most
}

/// Agreement of each group over all items.
pub(super) fn agreement(items: &[Vec<f64>], groups: &Groups, ranges: Ranges) -> Agreement {
    let answered = |r: u32| items.iter().all(|item| !item[r as usize].is_nan());
    let rows: Vec<Vec<u32>> =
        groups.rows().into_iter().map(|rows| rows.into_iter().filter(|&r| answered(r)).collect()).collect();
    let sizes: Vec<usize> = rows.iter().map(Vec::len).collect();
    let uniform = ranges.uniform_variance();
    let skewed = skewed_variance(ranges);
    let answers = |rows: &[u32], item: &[f64]| rows.iter().map(|&r| item[r as usize]).collect::<Vec<f64>>();
    let variances: Vec<Vec<f64>> = rows
        .iter()
        .map(|rows| items.iter().map(|item| summary::variance(&answers(rows, item))).collect())
        .collect();
    let deviation = |a: Vec<f64>| {
        let mean = summary::mean(&a);
        a.iter().map(|x| (x - mean).abs()).sum::<f64>() / a.len() as f64
    };
    let mean_over_items = |rows: &Vec<u32>, f: &dyn Fn(Vec<f64>) -> f64| {
        let each: Vec<f64> = items.iter().map(|item| f(answers(rows, item))).collect();
        if rows.len() < 2 { f64::NAN } else { summary::mean(&each) }
    };
    let rwgj: Vec<f64> = variances.iter().map(|v| rwg_j(v, uniform)).collect();
    let null = null_quantiles(&sizes, items.len(), ranges);
    let known: Vec<f64> = rwgj.iter().copied().filter(|r| !r.is_nan()).collect();
    let above = rwgj.iter().zip(&null).filter(|(r, q)| r > q).count();
    Agreement {
        options: ranges.options,
        ranvar_uniform: uniform,
        ranvar_skewed: skewed,
        rwgj_skewed: variances.iter().map(|v| rwg_j(v, skewed)).collect(),
        lindell: variances.iter().map(|v| 1.0 - summary::mean(v) / uniform).collect(),
        ad: rows.iter().map(|rows| mean_over_items(rows, &deviation)).collect(),
        ad_cut: ranges.options / 6.0,
        a_wg: rows
            .iter()
            .map(|rows| {
                let each = items.iter().map(|item| a_wg(&answers(rows, item), ranges));
                let known: Vec<f64> = each.filter(|x| !x.is_nan()).collect();
                if known.is_empty() { f64::NAN } else { summary::mean(&known) }
            })
            .collect(),
        rwgj_mean: summary::mean(&known),
        rwgj_median: summary::median(&known),
        share_above_null: above as f64 / known.len() as f64,
        rwgj_null_q95: null,
        rwgj_skewed_null_q95: quantiles_under(Null::SlightSkew, &sizes, items.len(), ranges),
        skewed_refused: no_skewed_null(ranges),
        rwgj,
        size: sizes,
        grp: groups.labels.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIVE: Ranges = Ranges { low: 1.0, options: 5.0 };

    #[test]
    fn full_agreement_is_one_and_half_against_half_is_none() {
        assert_eq!(rwg_j(&[0.0; 10], 2.0), 1.0);
        assert_eq!(rwg_j(&[4.0; 10], 2.0), 0.0);
        assert_eq!(a_wg(&[3.0, 3.0, 3.0], FIVE), 1.0);
        assert!((a_wg(&[1.0, 5.0, 1.0, 5.0], FIVE) + 1.0).abs() < 1e-12);
        assert!(a_wg(&[5.0, 5.0, 5.0], FIVE) == 1.0 && a_wg(&[5.0, 5.0, 4.9], FIVE).is_nan());
    }

    /// James, Demaree & Wolf's own arithmetic: r = .5 over 10 items is 10/11.
    #[test]
    fn many_items_raise_rwg_j_but_not_lindells() {
        assert!((rwg_j(&[1.0; 10], 2.0) - 10.0 / 11.0).abs() < 1e-14);
        let groups = Groups { name: "g".into(), of: vec![0, 0, 0], labels: vec!["a".into()] };
        let a = agreement(&vec![vec![2.0, 3.0, 4.0]; 10], &groups, FIVE);
        assert!((a.lindell[0] - 0.5).abs() < 1e-14 && (a.rwgj[0] - 10.0 / 11.0).abs() < 1e-14);
        assert!((a.ad[0] - 2.0 / 3.0).abs() < 1e-14);
    }
}
