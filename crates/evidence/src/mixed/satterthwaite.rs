//! Satterthwaite's degrees of freedom (1946) of fixed effects, as Kuznetsova et al. (2017) compute them: from the
//! curvature of the deviance in the spreads and sigma.

use super::criterion::{Structure, at};
use super::fit::{Fitted, Spread, step};
use crate::numeric::dense::{Matrix, dot};
use crate::numeric::minimise::curvature;

/// Degrees of freedom of the contrasts of fixed effects (`contrasts` are rows over the fitted columns); NaN where the
/// curvature cannot be inverted. What hangs on sigma is known in closed form: with `g` the part of the deviance without
/// it, the deviance is `g + df ln(2 pi sigma^2) + rss / sigma^2` and a contrast's variance `sigma^2 v`.
pub(super) fn degrees(
    structure: &dyn Structure,
    fitted: &Fitted,
    spreads: &[Spread],
    sigma: f64,
    reml: bool,
    contrasts: &Matrix,
) -> Vec<f64> {
    let free: Vec<usize> = (0..spreads.len()).filter(|&i| !fitted.zero[i]).collect();
    let q = free.len();
    let n = structure.rows() as f64;
    let df = if reml { n - contrasts.cols as f64 } else { n };
    // The part without sigma, the residual sum, then each contrast's variance over sigma squared.
    let parts = |x: &[f64]| -> Vec<f64> {
        let mut theta = fitted.theta.clone();
        free.iter().zip(x).for_each(|(&i, t)| theta[i] = *t);
        let Some(a) = at(structure, &theta, reml) else { return vec![f64::NAN; contrasts.rows + 2] };
        let own = if reml { a.ln_det_x } else { 0.0 };
        let variance = |row: usize| {
            let half = a.chol.forward(contrasts.row(row));
            dot(&half, &half)
        };
        [a.ln_det + own, a.rss].into_iter().chain((0..contrasts.rows).map(variance)).collect()
    };
    let here: Vec<f64> = free.iter().map(|&i| fitted.theta[i]).collect();
    let steps: Vec<f64> = free.iter().map(|&i| step(fitted.theta[i], &spreads[i])).collect();
    let bent = curvature(&parts, &here, &steps);
    let (_, _, bend_g) = &bent[0];
    let (rss, slope_rss, bend_rss) = &bent[1];
    let square = sigma * sigma;
    let whole = Matrix::from_fn(q + 1, q + 1, |i, j| match (i < q, j < q) {
        (true, true) => bend_g[(i, j)] + bend_rss[(i, j)] / square,
        (true, false) => -2.0 * slope_rss[i] / (square * sigma),
        (false, true) => -2.0 * slope_rss[j] / (square * sigma),
        (false, false) => -2.0 * df / square + 6.0 * rss / (square * square),
    });
    let Some(chol) = whole.cholesky() else { return vec![f64::NAN; contrasts.rows] };
    bent[2..]
        .iter()
        .map(|(v, slope, _)| {
            let mut slope: Vec<f64> = slope.iter().map(|s| square * s).collect();
            slope.push(2.0 * sigma * v);
            let spread = 2.0 * dot(&slope, &chol.solve(&slope));
            2.0 * (square * v).powi(2) / spread
        })
        .collect()
}
