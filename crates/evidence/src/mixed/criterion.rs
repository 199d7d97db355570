//! The deviance of a mixed model as a function of its relative spreads `theta`, whatever the grouping.

use super::nested::Nested;
use crate::frame::Groups;
use crate::numeric::dense::{Cholesky, Matrix, dot};
use crate::numeric::minimise::{polish, simplex};
use std::f64::consts::TAU;

/// The parts of the deviance that depend on `theta`.
pub(super) struct Parts {
    /// `ln det V`, V the covariance of y over sigma squared.
    pub(super) ln_det: f64,
    /// `[X y]' V^-1 [X y]`.
    pub(super) form: Matrix,
}

/// A grouping structure that can be integrated out.
pub(super) trait Structure: Sync {
    /// The parts at `theta`; `None` where they cannot be computed.
    fn parts(&self, theta: &[f64]) -> Option<Parts>;
    /// Rows.
    fn rows(&self) -> usize;
}

/// The deviance and the coefficients at one `theta`.
pub(super) struct At {
    pub(super) deviance: f64,
    pub(super) ln_det: f64,
    pub(super) ln_det_x: f64,
    pub(super) beta: Vec<f64>,
    pub(super) rss: f64,
    pub(super) chol: Cholesky,
}

/// Solves for the coefficients at `theta`. `reml` chooses restricted likelihood.
pub(super) fn at(structure: &dyn Structure, theta: &[f64], reml: bool) -> Option<At> {
    let parts = structure.parts(theta)?;
    let p = parts.form.rows - 1;
    let n = structure.rows() as f64;
    let chol = Matrix::from_fn(p, p, |i, j| parts.form[(i, j)]).cholesky()?;
    let right: Vec<f64> = (0..p).map(|i| parts.form[(i, p)]).collect();
    let half = chol.forward(&right);
    let rss = parts.form[(p, p)] - dot(&half, &half);
    if rss.is_nan() || rss <= 0.0 {
        return None;
    }
    let ln_det_x = chol.ln_det();
    let df = if reml { n - p as f64 } else { n };
    let own = if reml { ln_det_x } else { 0.0 };
    let deviance = parts.ln_det + own + df * (1.0 + (TAU * rss / df).ln());
    Some(At { deviance, ln_det: parts.ln_det, ln_det_x, beta: chol.backward(&half), rss, chol })
}

/// The variance between and within groups, by restricted likelihood: `(between, within)`.
#[must_use]
pub fn one_way(y: &[f64], groups: &Groups) -> (f64, f64) {
    let mean = y.iter().sum::<f64>() / y.len() as f64;
    let columns = vec![vec![1.0; y.len()], y.iter().map(|y| y - mean).collect()];
    let nested = Nested::new(&columns, &[groups]);
    let deviance = |theta: &[f64]| at(&nested, theta, true).map_or(f64::INFINITY, |a| a.deviance);
    let near = simplex(&deviance, &[0.5], &[0.3], 1e-5);
    let floor = polish(&deviance, &near, &[near.at[0].abs().max(1e-3) * 4e-3]);
    let zero = deviance(&[0.0]);
    let theta = if zero <= floor.value { 0.0 } else { floor.at[0].abs() };
    match at(&nested, &[theta], true) {
        Some(a) => {
            let within = a.rss / (y.len() as f64 - 1.0);
            (theta * theta * within, within)
        }
        None => (f64::NAN, f64::NAN),
    }
}
