//! Satterthwaite's degrees of freedom (1946) of fixed effects, as Kuznetsova et al. (2017) compute them: from the
//! curvature of the deviance in the spreads and sigma.

use super::criterion::{Structure, at};
use super::fit::{Fitted, Spread, step};
use crate::numeric::dense::{Matrix, dot};
use crate::numeric::minimise::{gradient, hessian};
use std::f64::consts::TAU;

/// Degrees of freedom of the contrasts of fixed effects (`contrasts` are rows over the fitted columns); NaN where the
/// curvature cannot be inverted.
pub(super) fn degrees(
    structure: &dyn Structure,
    fitted: &Fitted,
    spreads: &[Spread],
    sigma: f64,
    reml: bool,
    contrasts: &Matrix,
) -> Vec<f64> {
    let free: Vec<usize> = (0..spreads.len()).filter(|&i| !fitted.zero[i]).collect();
    let theta_of = |x: &[f64]| {
        let mut theta = fitted.theta.clone();
        free.iter().zip(x).for_each(|(&i, t)| theta[i] = *t);
        theta
    };
    let n = structure.rows() as f64;
    let df = if reml { n - contrasts.cols as f64 } else { n };
    let deviance = |x: &[f64]| {
        let sigma = x[free.len()];
        at(structure, &theta_of(x), reml).map_or(f64::NAN, |a| {
            let own = if reml { a.ln_det_x } else { 0.0 };
            a.ln_det + own + df * (TAU * sigma * sigma).ln() + a.rss / (sigma * sigma)
        })
    };
    let mut here: Vec<f64> = free.iter().map(|&i| fitted.theta[i]).collect();
    here.push(sigma);
    let mut steps: Vec<f64> = free.iter().map(|&i| step(fitted.theta[i], &spreads[i])).collect();
    steps.push(4e-3 * sigma);
    let Some(curvature) = hessian(&deviance, &here, &steps).cholesky() else {
        return vec![f64::NAN; contrasts.rows];
    };
    (0..contrasts.rows)
        .map(|row| {
            let contrast = contrasts.row(row);
            let variance = |x: &[f64]| {
                let sigma = x[free.len()];
                at(structure, &theta_of(x), reml).map_or(f64::NAN, |a| {
                    let half = a.chol.forward(contrast);
                    sigma * sigma * dot(&half, &half)
                })
            };
            let slope = gradient(&variance, &here, &steps);
            let spread = 2.0 * dot(&slope, &curvature.solve(&slope));
            2.0 * variance(&here).powi(2) / spread
        })
        .collect()
}
