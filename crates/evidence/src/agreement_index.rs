//! Do people of one school answer alike, and do schools differ? Agreement within groups and what group means carry.

mod null;
mod within;

pub use null::{Null, no_skewed_null, null_quantiles, quantiles_under, skewed_variance};
pub use within::{Agreement, Ranges, a_wg, rwg_j};

use crate::error::{Error, Result};
use crate::frame::{Frame, Groups};
use crate::mixed::one_way;
use crate::numeric::{summary, tails};
use crate::scale::{Answers, Item};
use crate::vector::{Named, Vector};
use serde::Serialize;

/// How much of a variable's variance lies between groups (Bliese 2000; Shrout & Fleiss 1979), and how reliable the
/// groups' means are.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/agreement.schema.json, which tells each")]
pub struct Aggregation {
    pub n: usize,
    #[serde(rename = "J")]
    pub groups: usize,
    #[serde(rename = "MSB")]
    pub msb: f64,
    #[serde(rename = "MSW")]
    pub msw: f64,
    #[serde(rename = "F")]
    pub f: f64,
    pub p: f64,
    pub kbar: f64,
    pub k0: f64,
    #[serde(rename = "ICC1_multilevel")]
    pub icc1_multilevel: f64,
    #[serde(rename = "ICC2_multilevel")]
    pub icc2_multilevel: f64,
    #[serde(rename = "ICC1_kbar")]
    pub icc1_kbar: f64,
    #[serde(rename = "ICC1_k0")]
    pub icc1_k0: f64,
    #[serde(rename = "ICC2")]
    pub icc2: f64,
    #[serde(rename = "ICC1_REML")]
    pub icc1_reml: f64,
    #[serde(rename = "varcomp_REML")]
    pub varcomp_reml: [f64; 2],
    #[serde(rename = "ICC1_ci95_F_kbar")]
    pub icc1_interval: [f64; 2],
    #[serde(rename = "ICC1_ci95_F_k0")]
    pub icc1_interval_k0: [f64; 2],
    #[serde(rename = "ICC2_ci95")]
    pub icc2_interval: [f64; 2],
    pub group_mean_reliability_mean: f64,
    pub group_mean_reliability_first5: Vector,
    pub rwg: Within,
    pub by_group: ByGroup,
}

/// The agreement of one item within groups.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/agreement.schema.json, which tells each")]
pub struct Within {
    pub ranvar: f64,
    pub mean: f64,
    pub median: f64,
    pub min: f64,
    pub max: f64,
    pub share_ge_70: f64,
    pub n_zero: usize,
    pub first5: First5,
}

/// The first five groups.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/agreement.schema.json, which tells each")]
pub struct First5 {
    pub grp: Vector<String>,
    pub rwg: Vector,
    pub size: Vector<usize>,
}

/// Each group's mean, its reliability, and the mean drawn towards the whole by it.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/agreement.schema.json, which tells each")]
pub struct ByGroup {
    pub grp: Vec<String>,
    pub size: Vec<usize>,
    pub mean: Vec<f64>,
    pub reliability: Vec<f64>,
    pub shrunken_mean: Vec<f64>,
    pub rwg: Vec<f64>,
    pub rwg_null_q95: Vec<f64>,
}

/// The sums of a one-way analysis of variance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OneWay {
    /// Rows.
    pub n: f64,
    /// Groups with a row.
    pub groups: f64,
    /// Mean square between.
    pub msb: f64,
    /// Mean square within.
    pub msw: f64,
    /// The mean group size.
    pub kbar: f64,
    /// The group size that makes ICC(1) unbiased: `(N - sum n^2 / N) / (J - 1)`.
    pub k0: f64,
}

impl OneWay {
    /// From each group's `(n, sum, sum of squares)`, about any common origin.
    #[must_use]
    pub fn from_sums(sums: &[(f64, f64, f64)]) -> Self {
        let there = || sums.iter().filter(|s| s.0 > 0.0);
        let n: f64 = there().map(|s| s.0).sum();
        let groups = there().count() as f64;
        let all: f64 = there().map(|s| s.1).sum();
        let squares: f64 = there().map(|s| s.2).sum();
        let between: f64 = there().map(|s| s.1 * s.1 / s.0).sum();
        let sizes: f64 = there().map(|s| s.0 * s.0).sum();
        Self {
            n,
            groups,
            msb: (between - all * all / n) / (groups - 1.0),
            msw: (squares - between) / (n - groups),
            kbar: n / groups,
            k0: (n - sizes / n) / (groups - 1.0),
        }
    }

    /// ICC(1) for a group size of `k`: `(MSB - MSW) / (MSB + (k - 1) MSW)`.
    #[must_use]
    pub fn icc1(&self, k: f64) -> f64 {
        (self.msb - self.msw) / (self.msb + (k - 1.0) * self.msw)
    }

    /// ICC(2): the reliability of group means.
    #[must_use]
    pub fn icc2(&self) -> f64 {
        (self.msb - self.msw) / self.msb
    }

    /// F between over within.
    #[must_use]
    pub fn f(&self) -> f64 {
        self.msb / self.msw
    }

    fn f_ends(&self) -> [f64; 2] {
        let (df1, df2) = (self.groups - 1.0, self.n - self.groups);
        [self.f() / tails::f_quantile(0.975, df1, df2), self.f() / tails::f_quantile(0.025, df1, df2)]
    }
}

/// The aggregation of one variable. `ranges` give the answers a random rater would choose among.
///
/// # Errors
/// Fewer than two groups, or no group with two rows.
pub fn aggregation(x: &[f64], groups: &Groups, ranges: Ranges) -> Result<Aggregation> {
    let kept: Vec<u32> = (0..x.len() as u32)
        .filter(|&i| !x[i as usize].is_nan() && groups.of[i as usize] != Groups::NONE)
        .collect();
    let groups = groups.of_rows(&kept);
    let x: Vec<f64> = kept.iter().map(|&i| x[i as usize]).collect();
    let sizes = groups.sizes();
    if groups.count() < 2 {
        return Err(Error::question(format!(
            "agreement: '{}' has fewer than two groups with answers",
            groups.name
        )));
    }
    if sizes.iter().all(|&n| n < 2) {
        return Err(Error::question(format!("agreement: no group of '{}' has two answers", groups.name)));
    }
    let centre = summary::mean(&x);
    let mut sums = vec![(0.0, 0.0, 0.0); groups.count()];
    for (x, &g) in x.iter().zip(&groups.of) {
        let s = &mut sums[g as usize];
        *s = (s.0 + 1.0, s.1 + (x - centre), s.2 + (x - centre).powi(2));
    }
    let one_way_sums = OneWay::from_sums(&sums);
    let (between, within) = one_way(&x, &groups);
    let icc_reml = between / (between + within);
    let reliability: Vec<f64> =
        sizes.iter().map(|&n| n as f64 * icc_reml / (1.0 + (n as f64 - 1.0) * icc_reml)).collect();
    let means: Vec<f64> = sums.iter().map(|s| centre + s.1 / s.0).collect();
    let rwg = within::rwg_of_groups(&x, &groups, ranges);
    let [f_low, f_high] = one_way_sums.f_ends();
    let icc_ends = |k: f64| [f_low, f_high].map(|f| (f - 1.0) / (f + k - 1.0));
    let (j, k) = (one_way_sums, one_way_sums.kbar);
    Ok(Aggregation {
        n: x.len(),
        groups: groups.count(),
        msb: j.msb,
        msw: j.msw,
        f: j.f(),
        p: tails::f_upper(j.f(), j.groups - 1.0, j.n - j.groups),
        kbar: j.kbar,
        k0: j.k0,
        icc1_multilevel: j.icc1(k),
        icc2_multilevel: j.icc2(),
        icc1_kbar: j.icc1(k),
        icc1_k0: j.icc1(j.k0),
        icc2: j.icc2(),
        icc1_reml: icc_reml,
        varcomp_reml: [between, within],
        icc1_interval: icc_ends(k),
        icc1_interval_k0: icc_ends(j.k0),
        icc2_interval: [1.0 - 1.0 / f_low, 1.0 - 1.0 / f_high],
        group_mean_reliability_mean: summary::mean(&reliability),
        group_mean_reliability_first5: Vector(reliability.iter().take(5).copied().collect()),
        rwg: within_summary(&rwg, &groups, &sizes, ranges),
        by_group: ByGroup {
            rwg_null_q95: null_quantiles(&sizes, 1, ranges),
            grp: groups.labels.clone(),
            shrunken_mean: means.iter().zip(&reliability).map(|(m, r)| centre + r * (m - centre)).collect(),
            size: sizes,
            mean: means,
            reliability,
            rwg,
        },
    })
}

fn within_summary(rwg: &[f64], groups: &Groups, sizes: &[usize], ranges: Ranges) -> Within {
    let known: Vec<f64> = rwg.iter().copied().filter(|r| !r.is_nan()).collect();
    let share = |yes: usize| yes as f64 / known.len() as f64;
    Within {
        ranvar: ranges.uniform_variance(),
        mean: summary::mean(&known),
        median: summary::median(&known),
        min: known.iter().copied().fold(f64::INFINITY, f64::min),
        max: known.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        share_ge_70: share(known.iter().filter(|&&r| r >= 0.7).count()),
        n_zero: known.iter().filter(|&&r| r == 0.0).count(),
        first5: First5 {
            grp: Vector(groups.labels.iter().take(5).cloned().collect()),
            rwg: Vector(rwg.iter().take(5).copied().collect()),
            size: Vector(sizes.iter().take(5).copied().collect()),
        },
    }
}

/// What `concord evidence agreement` tells: each item by itself, then the items as one scale.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// Each item's aggregation.
    #[serde(flatten)]
    pub items: Named<Aggregation>,
    /// The scale's, for two items and more.
    #[serde(rename = "_scale", skip_serializing_if = "Option::is_none")]
    pub scale: Option<ScaleAgreement>,
}

/// The agreement on a scale of several items.
#[derive(Debug, Clone, Serialize)]
pub struct ScaleAgreement {
    /// The aggregation of the scale's scores.
    #[serde(flatten)]
    pub scores: Aggregation,
    /// Agreement within groups over all items.
    pub agreement: Agreement,
}

/// Aggregation of items and of the scale they make.
///
/// # Errors
/// As [`aggregation`], and where a column is missing.
pub fn report(frame: &Frame, group: &str, items: &[Item], options: Option<f64>) -> Result<Report> {
    let groups = frame.groups(group)?;
    // Without --options: five, the usual; more where whole answers need more.
    let raw = items.iter().map(|i| frame.numbers(&i.name)).collect::<Result<Vec<_>>>()?;
    let ranges = Ranges::of(options, &raw);
    let reversible = items.iter().any(|i| i.reversed);
    let range = (reversible && options.is_some()).then(|| (ranges.low, ranges.high()));
    let answers = Answers::from_frame(frame, items, range)?;
    let each = items
        .iter()
        .zip(&answers.items)
        .map(|(item, x)| Ok((item.name.clone(), aggregation(x, &groups, ranges)?)))
        .collect::<Result<Vec<_>>>()?;
    let scale = (items.len() > 1)
        .then(|| {
            Ok::<_, Error>(ScaleAgreement {
                scores: aggregation(&answers.scores(), &groups, ranges)?,
                agreement: within::agreement(&answers.items, &groups, ranges),
            })
        })
        .transpose()?;
    Ok(Report { items: Named(each), scale })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_of_one_has_no_agreement_but_counts_for_its_mean() {
        let x = [1.0, 2.0, 5.0, 4.0, 3.0, f64::NAN];
        let groups = Groups {
            name: "g".into(),
            of: vec![0, 0, 1, 1, 2, 2],
            labels: vec!["a".into(), "b".into(), "c".into()],
        };
        let a = aggregation(&x, &groups, Ranges { low: 1.0, options: 5.0 }).unwrap();
        assert!(a.by_group.rwg[2].is_nan() && a.by_group.mean[2] == 3.0);
        assert_eq!((a.n, a.groups), (5, 3));
        assert_eq!(a.rwg.mean, 0.75);
    }

    #[test]
    fn one_group_or_lone_answers_are_refused() {
        let groups = |of: &[u32]| Groups {
            name: "g".into(),
            of: of.to_vec(),
            labels: (0..=of.iter().copied().max().unwrap_or(0)).map(|i| i.to_string()).collect(),
        };
        let ranges = Ranges { low: 1.0, options: 5.0 };
        assert!(aggregation(&[1.0, 2.0], &groups(&[0, 0]), ranges).is_err());
        assert!(aggregation(&[1.0, 2.0], &groups(&[0, 1]), ranges).is_err());
    }
}
