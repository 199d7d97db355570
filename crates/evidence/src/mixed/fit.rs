//! Finds the relative spreads that make the deviance least, and says when one of them is none at all.

use super::criterion::{At, Structure, at};
use crate::error::{Error, Result};
use crate::numeric::minimise::{Lowest, gradient, polish, simplex};

/// What each relative spread is: on a factor's diagonal or below it, and the size it usually has.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spread {
    pub(super) diagonal: bool,
    pub(super) scale: f64,
}

/// The least deviance and where it is.
pub(super) struct Fitted {
    pub(super) theta: Vec<f64>,
    pub(super) at: At,
    pub(super) asked: usize,
    /// The largest slope left, per unit of each spread's usual size.
    pub(super) slope: f64,
    /// Spreads that are none.
    pub(super) zero: Vec<bool>,
}

/// The width of differences for a spread of this size.
pub(super) fn step(theta: f64, spread: &Spread) -> f64 {
    4e-3 * theta.abs().max(0.02 * spread.scale)
}

/// Fits a model.
pub(super) fn fit(structure: &dyn Structure, spreads: &[Spread], reml: bool) -> Result<Fitted> {
    let deviance = |theta: &[f64]| at(structure, theta, reml).map_or(f64::INFINITY, |a| a.deviance);
    let start: Vec<f64> = spreads.iter().map(|s| if s.diagonal { 0.5 * s.scale } else { 0.0 }).collect();
    let scale: Vec<f64> = spreads.iter().map(|s| 0.25 * s.scale).collect();
    let rough = if spreads.len() < 3 { 0.1 } else { 1e-3 };
    let mut best = simplex(&deviance, &start, &scale, rough);
    if !best.value.is_finite() {
        return Err(Error::question(
            "mixed: the model cannot be fitted: columns may determine the response exactly",
        ));
    }
    let mut zero = vec![false; spreads.len()];
    settle_zeros(&deviance, &mut best, spreads, &mut zero);
    best = polish_free(&deviance, best, spreads, &zero);
    settle_zeros(&deviance, &mut best, spreads, &mut zero);
    let theta = upright(&best.at, spreads);
    let slope = gradient(&deviance, &theta, &steps(&theta, spreads));
    let largest = |(i, s): (usize, &f64)| if zero[i] { 0.0 } else { (s * spreads[i].scale).abs() };
    let slope = slope.iter().enumerate().map(largest).fold(0.0, f64::max);
    let at = at(structure, &theta, reml)
        .ok_or_else(|| Error::question("mixed: the model cannot be fitted at its own optimum"))?;
    Ok(Fitted { theta, at, asked: best.asked, slope, zero })
}

fn steps(theta: &[f64], spreads: &[Spread]) -> Vec<f64> {
    theta.iter().zip(spreads).map(|(t, s)| step(*t, s)).collect()
}

/// A spread is none where the deviance does not rise when it is set to nothing.
fn settle_zeros(deviance: &dyn Fn(&[f64]) -> f64, best: &mut Lowest, spreads: &[Spread], zero: &mut [bool]) {
    for (i, spread) in spreads.iter().enumerate() {
        if spread.diagonal && !zero[i] && best.at[i].abs() < 0.1 * spread.scale {
            let mut without = best.at.clone();
            without[i] = 0.0;
            let value = deviance(&without);
            if value <= best.value + 1e-12 * best.value.abs() {
                *best = Lowest { at: without, value, asked: best.asked + 1 };
                zero[i] = true;
            }
        }
    }
}

fn polish_free(deviance: &dyn Fn(&[f64]) -> f64, best: Lowest, spreads: &[Spread], zero: &[bool]) -> Lowest {
    let free: Vec<usize> = (0..spreads.len()).filter(|&i| !zero[i]).collect();
    if free.is_empty() {
        return best;
    }
    let fill = |x: &[f64]| {
        let mut theta = best.at.clone();
        free.iter().zip(x).for_each(|(&i, x)| theta[i] = *x);
        theta
    };
    let reduced = |x: &[f64]| deviance(&fill(x));
    let near =
        Lowest { at: free.iter().map(|&i| best.at[i]).collect(), value: best.value, asked: best.asked };
    let steps: Vec<f64> = free.iter().map(|&i| step(best.at[i], &spreads[i])).collect();
    let floor = polish(&reduced, &near, &steps);
    Lowest { at: fill(&floor.at), value: floor.value, asked: floor.asked }
}

/// The same factor with its diagonal not negative: a column's sign does not matter.
fn upright(theta: &[f64], spreads: &[Spread]) -> Vec<f64> {
    let mut out = theta.to_vec();
    let mut i = 0;
    while i < out.len() {
        let end = (i + 1..out.len()).find(|&j| spreads[j].diagonal).unwrap_or(out.len());
        if out[i] < 0.0 {
            out[i..end].iter_mut().for_each(|t| *t = -*t);
        }
        i = end;
    }
    out
}
