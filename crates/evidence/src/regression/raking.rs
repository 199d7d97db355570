//! Raking (Deming & Stephan 1940): weights that make those who answered look like the roster on several margins.

use crate::error::{Error, Result};
use crate::frame::Groups;

/// Weights and how they came about.
#[derive(Debug, Clone)]
pub struct Raked {
    /// A weight for each row, their mean 1.
    pub weights: Vec<f64>,
    /// Rounds until the margins held.
    pub rounds: usize,
    /// The largest relative difference left between a margin and its target.
    pub largest_gap: f64,
    /// Rows whose weight was cut to the limit.
    pub trimmed: usize,
    /// Kish's effective number of rows (1965): `(sum w)^2 / sum w^2`.
    pub effective_n: f64,
}

/// Weights whose margins match the targets: for each grouping, one target share or count per group. Weights above
/// `limit` times their mean are cut to it (5 is usual); margins then hold only nearly.
///
/// # Errors
/// A target does not fit its grouping, is negative, or asks for people where nobody answered.
pub fn rake(margins: &[(Groups, Vec<f64>)], limit: f64) -> Result<Raked> {
    let n = margins.first().map_or(0, |(g, _)| g.of.len());
    if n == 0 {
        return Err(Error::question("raking needs at least one margin with rows"));
    }
    for (groups, targets) in margins {
        check(groups, targets, n)?;
    }
    let mut weights = vec![1.0; n];
    let mut rounds = 0;
    let mut gap = f64::INFINITY;
    while rounds < 1000 && gap > 1e-12 {
        rounds += 1;
        for (groups, targets) in margins {
            fit_margin(&mut weights, groups, targets);
        }
        gap = margins.iter().map(|(g, t)| largest_gap(&weights, g, t)).fold(0.0, f64::max);
    }
    let trimmed = weights.iter().filter(|&&w| w > limit).count();
    weights.iter_mut().for_each(|w| *w = w.min(limit));
    let mean = weights.iter().sum::<f64>() / n as f64;
    weights.iter_mut().for_each(|w| *w /= mean);
    let squares: f64 = weights.iter().map(|w| w * w).sum();
    let largest_gap = margins.iter().map(|(g, t)| largest_gap(&weights, g, t)).fold(0.0, f64::max);
    Ok(Raked { effective_n: (n * n) as f64 / squares, weights, rounds, largest_gap, trimmed })
}

fn check(groups: &Groups, targets: &[f64], n: usize) -> Result<()> {
    let name = &groups.name;
    if targets.len() != groups.count() || groups.of.len() != n || groups.of.contains(&Groups::NONE) {
        return Err(Error::question(format!(
            "raking: '{name}' needs one target per group and a group for every row"
        )));
    }
    let sizes = groups.sizes();
    for ((label, &target), &size) in groups.labels.iter().zip(targets).zip(&sizes) {
        if !target.is_finite() || target < 0.0 || (target > 0.0 && size == 0) {
            return Err(Error::question(format!(
                "raking: '{name}' = '{label}' has target {target} and {size} rows; join it to another group"
            )));
        }
    }
    Ok(())
}

fn sums(weights: &[f64], groups: &Groups) -> Vec<f64> {
    let mut sums = vec![0.0; groups.count()];
    for (w, &g) in weights.iter().zip(&groups.of) {
        sums[g as usize] += w;
    }
    sums
}

fn fit_margin(weights: &mut [f64], groups: &Groups, targets: &[f64]) {
    let sums = sums(weights, groups);
    let scale = groups.of.len() as f64 / targets.iter().sum::<f64>();
    for (w, &g) in weights.iter_mut().zip(&groups.of) {
        *w *= targets[g as usize] * scale / sums[g as usize];
    }
}

fn largest_gap(weights: &[f64], groups: &Groups, targets: &[f64]) -> f64 {
    let scale = groups.of.len() as f64 / targets.iter().sum::<f64>();
    let gap = |(s, t): (f64, &f64)| if *t > 0.0 { (s / (t * scale) - 1.0).abs() } else { 0.0 };
    sums(weights, groups).into_iter().zip(targets).map(gap).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(of: &[u32], labels: &[&str]) -> Groups {
        Groups { name: "g".into(), of: of.to_vec(), labels: labels.iter().map(|l| (*l).to_owned()).collect() }
    }

    #[test]
    fn raked_margins_match_their_targets() {
        let role = groups(&[0, 0, 0, 1, 1, 0, 1, 0], &["teacher", "support"]);
        let level = groups(&[0, 1, 0, 1, 0, 1, 1, 0], &["primary", "secondary"]);
        let raked = rake(&[(role.clone(), vec![60.0, 40.0]), (level.clone(), vec![0.3, 0.7])], 5.0).unwrap();
        let roles = sums(&raked.weights, &role);
        assert!((roles[0] / 8.0 - 0.6).abs() < 1e-10 && raked.largest_gap < 1e-10 && raked.trimmed == 0);
        assert!(raked.effective_n < 8.0);
    }

    #[test]
    fn a_group_nobody_answered_for_is_refused() {
        let role = groups(&[0, 0], &["teacher", "support"]);
        let told = rake(&[(role, vec![1.0, 1.0])], 5.0).unwrap_err().to_string();
        assert!(told.contains("'support' has target 1 and 0 rows"), "{told}");
    }
}
