//! Profile intervals (Bates et al. 2015, section 5.1): how far a value can move before the likelihood, everything else
//! fitted again, falls by half the 95 % quantile of chi-squared.

use super::criterion::{Parts, Structure, at};
use super::fit::{Spread, fit};
use crate::numeric::dense::Matrix;
use crate::numeric::minimise::simplex;
use std::f64::consts::TAU;

const LEVEL: f64 = 3.841_458_820_694_124;

/// The structure with one coefficient held at a value.
struct Held<'a> {
    inner: &'a dyn Structure,
    column: usize,
    value: f64,
}

impl Structure for Held<'_> {
    fn rows(&self) -> usize {
        self.inner.rows()
    }

    fn parts(&self, theta: &[f64]) -> Option<Parts> {
        let Parts { ln_det, form } = self.inner.parts(theta)?;
        let last = form.rows - 1;
        let mut turned = form.clone();
        for i in 0..=last {
            turned[(i, last)] -= self.value * form[(i, self.column)];
        }
        let held = turned.clone();
        for j in 0..=last {
            turned[(last, j)] -= self.value * held[(self.column, j)];
        }
        let skip = |i: usize| if i < self.column { i } else { i + 1 };
        Some(Parts { ln_det, form: Matrix::from_fn(last, last, |i, j| turned[(skip(i), skip(j))]) })
    }
}

/// The interval of a fixed effect with estimate and standard error as given.
pub(super) fn fixed(
    structure: &dyn Structure,
    spreads: &[Spread],
    column: usize,
    estimate: f64,
    se: f64,
) -> [f64; 2] {
    let Ok(best) = fit(structure, spreads, false) else { return [f64::NAN; 2] };
    let rise = |value: f64| {
        let held = Held { inner: structure, column, value };
        fit(&held, spreads, false).map_or(f64::INFINITY, |f| f.at.deviance) - best.at.deviance - LEVEL
    };
    [crossing(&rise, estimate, -se, None), crossing(&rise, estimate, se, None)]
}

/// The intervals of the standard deviations of single-column terms, then sigma's, by maximum likelihood. The lower end
/// is 0 where the likelihood never falls enough.
pub(super) fn deviations(structure: &dyn Structure, spreads: &[Spread]) -> Vec<[f64; 2]> {
    let Ok(best) = fit(structure, spreads, false) else { return vec![[f64::NAN; 2]; spreads.len() + 1] };
    let n = structure.rows() as f64;
    let sigma = (best.at.rss / n).sqrt();
    let value_of = |sds: &[f64], sigma: f64| {
        let theta: Vec<f64> = sds.iter().map(|s| s / sigma).collect();
        at(structure, &theta, false)
            .map_or(f64::INFINITY, |a| a.ln_det + n * (TAU * sigma * sigma).ln() + a.rss / (sigma * sigma))
    };
    let mut start: Vec<f64> = best.theta.iter().map(|t| t * sigma).collect();
    start.push(sigma);
    (0..start.len())
        .map(|held| {
            let others: Vec<usize> = (0..start.len()).filter(|&i| i != held).collect();
            let rise = |value: f64| {
                let all = |x: &[f64]| {
                    let mut v = start.clone();
                    v[held] = value;
                    others.iter().zip(x).for_each(|(&i, x)| v[i] = x.abs());
                    value_of(&v[..v.len() - 1], v[v.len() - 1].max(1e-8 * sigma))
                };
                let from: Vec<f64> = others.iter().map(|&i| start[i]).collect();
                let scale: Vec<f64> = others.iter().map(|&i| 0.1 * start[i].max(0.1 * sigma)).collect();
                simplex(&all, &from, &scale, 1e-6).value - best.at.deviance - LEVEL
            };
            let by = 0.15 * start[held].max(0.1 * sigma);
            [crossing(&rise, start[held], -by, Some(0.0)), crossing(&rise, start[held], by, None)]
        })
        .collect()
}

/// Where `rise` passes 0, going from `from` in steps of `by`, not beyond `floor`.
fn crossing(rise: &dyn Fn(f64) -> f64, from: f64, by: f64, floor: Option<f64>) -> f64 {
    let (mut inside, mut outside) = (from, from + 2.0 * by);
    let mut by = by;
    for _ in 0..60 {
        if let Some(floor) = floor.filter(|f| outside <= *f) {
            if rise(floor + 1e-12) <= 0.0 {
                return floor;
            }
            outside = floor;
            break;
        }
        if rise(outside) > 0.0 {
            break;
        }
        inside = outside;
        by *= 1.6;
        outside += by;
    }
    for _ in 0..40 {
        let middle = 0.5 * (inside + outside);
        if rise(middle) > 0.0 {
            outside = middle;
        } else {
            inside = middle;
        }
        if (outside - inside).abs() <= 1e-7 * from.abs().max(by.abs()) {
            break;
        }
    }
    0.5 * (inside + outside)
}
