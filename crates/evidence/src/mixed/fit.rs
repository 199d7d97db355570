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

/// Places between nothing and a tenth of a spread's usual size that are looked at before it is called none.
const BETWEEN: i32 = 20;

/// A spread is none where the deviance rises from there. That it is higher at the point found so far is not enough: it may
/// fall first, and a rough search may have gone past that floor.
fn settle_zeros(deviance: &dyn Fn(&[f64]) -> f64, best: &mut Lowest, spreads: &[Spread], zero: &mut [bool]) {
    for (i, spread) in spreads.iter().enumerate() {
        if !spread.diagonal || zero[i] || best.at[i].abs() >= 0.1 * spread.scale {
            continue;
        }
        let start = best.clone();
        let mut at = |theta: f64| {
            let mut place = start.at.clone();
            place[i] = theta;
            best.asked += 1;
            (deviance(&place), place)
        };
        let none = at(0.0);
        let noise = 1e-12 * start.value.abs();
        if none.0 > start.value + noise {
            continue;
        }
        let between = (0..BETWEEN).map(|k| at(0.1 * spread.scale * 0.7_f64.powi(k)));
        let lowest = between.min_by(|a, b| a.0.total_cmp(&b.0)).filter(|between| between.0 < none.0 - noise);
        zero[i] = lowest.is_none();
        (best.value, best.at) = lowest.unwrap_or(none);
    }
}

/// A slope, per unit of a spread's usual size, that no floor has.
const STEEP: f64 = 1e-4;

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
    let steps = |at: &[f64]| free.iter().zip(at).map(|(&i, t)| step(*t, &spreads[i])).collect::<Vec<f64>>();
    let mut floor = polish(&reduced, &near, &steps(&near.at));
    let slope = gradient(&reduced, &floor.at, &steps(&floor.at));
    if slope.iter().zip(&free).any(|(s, &i)| (s * spreads[i].scale).abs() > STEEP) {
        // Newton's steps need a valley, and between nothing and a small spread there is a ridge.
        let scale: Vec<f64> = free.iter().map(|&i| 0.05 * spreads[i].scale).collect();
        let near = simplex(&reduced, &floor.at, &scale, 1e-3);
        let asked = floor.asked;
        floor = polish(&reduced, &near, &steps(&near.at));
        floor.asked += asked;
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: [Spread; 1] = [Spread { diagonal: true, scale: 1.0 }];

    /// A deviance whose floor is at a small spread, with a ridge between it and none.
    fn small(floor: f64) -> impl Fn(&[f64]) -> f64 {
        move |theta| 1_000.0 + 100.0 * (theta[0].powi(2) - floor * floor).powi(2)
    }

    #[test]
    fn a_small_spread_is_not_called_none_because_the_search_went_past_it() {
        let deviance = small(0.055);
        let mut best = Lowest { at: vec![0.09], value: deviance(&[0.09]), asked: 1 };
        assert!(deviance(&[0.0]) < best.value);
        let mut zero = [false];
        settle_zeros(&deviance, &mut best, &ONE, &mut zero);
        assert!(!zero[0] && (best.at[0] - 0.055).abs() < 0.02, "{best:?}");
        let none = |theta: &[f64]| 1_000.0 + theta[0].powi(2);
        let mut best = Lowest { at: vec![0.09], value: none(&[0.09]), asked: 1 };
        settle_zeros(&none, &mut best, &ONE, &mut zero);
        assert!(zero[0] && best.at[0] == 0.0);
    }

    #[test]
    fn a_floor_is_reached_from_the_ridge_before_it() {
        let deviance = small(0.08);
        let near = Lowest { at: vec![0.03], value: deviance(&[0.03]), asked: 1 };
        let floor = polish_free(&deviance, near, &ONE, &[false]);
        assert!((floor.at[0].abs() - 0.08).abs() < 1e-6, "{floor:?}");
    }
}
