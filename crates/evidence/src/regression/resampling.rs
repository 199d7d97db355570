//! Answers that lean on no distribution: permutation of residuals, and the fit without each row or cluster.

use super::least_squares::{Fit, LeastSquares};
use crate::error::{Error, Result};
use crate::frame::Groups;
use rand::RngExt as _;
use rand::SeedableRng as _;
use rand_xoshiro::Xoshiro256PlusPlus;
use rayon::prelude::*;

/// Numbers one answer may work through; more would take hours.
const MOST_WORK: f64 = 3e11;

/// So many fits of a model.
fn bounded(model: &LeastSquares, fits: usize, what: &str) -> Result<()> {
    let (n, k) = (model.y.len() as f64, model.columns.len() as f64 + 1.0);
    if fits as f64 * n * k * k > MOST_WORK {
        return Err(Error::question(format!("{fits} fits of {n} rows would take hours; {what}")));
    }
    Ok(())
}

/// Freedman and Lane's permutation test (1983) of one coefficient.
#[derive(Debug, Clone, Copy)]
pub struct Permuted {
    /// The t of the coefficient in the data.
    pub t: f64,
    /// The share of permutations, the data among them, with a t as far from 0.
    pub p: f64,
    /// Number of permutations.
    pub draws: usize,
}

/// Permutes the residuals of the model without the column. The same for any number of threads: each permutation has
/// its own sequence. Not for clustered rows.
///
/// # Errors
/// The coefficient cannot be estimated.
pub fn freedman_lane(model: &LeastSquares, column: usize, draws: usize, seed: u64) -> Result<Permuted> {
    bounded(model, draws, "say fewer, as in --permute column:999")?;
    let t_of = |m: &LeastSquares| -> Result<f64> {
        let fit = Fit::new(m)?;
        let at = fit.kept.iter().position(|&c| c == column);
        let at = at.ok_or_else(|| Error::question("this coefficient cannot be told from the others"))?;
        Ok(fit.coefficients[column] / fit.classical()[(at, at)].sqrt())
    };
    let t = t_of(model)?;
    let mut others = model.columns.to_vec();
    others.remove(column);
    let root: Vec<f64> = (0..model.y.len()).map(|i| model.weights.map_or(1.0, |w| w[i].sqrt())).collect();
    let (fitted, residuals) = if others.is_empty() {
        (vec![0.0; model.y.len()], model.y.to_vec())
    } else {
        let fit = Fit::new(&LeastSquares { columns: &others, ..*model })?;
        (fit.fitted, fit.residuals)
    };
    let scaled: Vec<f64> = residuals.iter().zip(&root).map(|(e, r)| e * r).collect();
    let as_far = (0..draws as u64)
        .into_par_iter()
        .filter(|&draw| {
            let mut random =
                Xoshiro256PlusPlus::seed_from_u64(seed ^ draw.wrapping_mul(0x9e37_79b9_7f4a_7c15));
            let mut e = scaled.clone();
            for i in (1..e.len()).rev() {
                e.swap(i, random.random_range(0..=i));
            }
            let y: Vec<f64> =
                (0..e.len()).map(|i| fitted[i] + if root[i] > 0.0 { e[i] / root[i] } else { 0.0 }).collect();
            let permuted = t_of(&LeastSquares { y: &y, ..*model });
            permuted.is_ok_and(|p| p.abs() >= t.abs() * (1.0 - 1e-12))
        })
        .count();
    Ok(Permuted { t, p: (as_far + 1) as f64 / (draws + 1) as f64, draws })
}

/// The lowest and highest value a coefficient takes when any one group of rows is left out.
///
/// # Errors
/// Without some group the model cannot be fitted.
pub fn leave_one_out(model: &LeastSquares, column: usize, groups: &Groups) -> Result<[f64; 2]> {
    bounded(model, groups.count(), "leave out whole clusters with --cluster")?;
    let estimates = (0..groups.count() as u32)
        .into_par_iter()
        .map(|gone| {
            let weight =
                |i: usize| if groups.of[i] == gone { 0.0 } else { model.weights.map_or(1.0, |w| w[i]) };
            let weights: Vec<f64> = (0..model.y.len()).map(weight).collect();
            Ok(Fit::new(&LeastSquares { weights: Some(&weights), ..*model })?.coefficients[column])
        })
        .collect::<Result<Vec<f64>>>()?;
    Ok([
        estimates.iter().copied().fold(f64::INFINITY, f64::min),
        estimates.iter().copied().fold(f64::NEG_INFINITY, f64::max),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn data() -> (Vec<f64>, Vec<Vec<f64>>) {
        let x: Vec<f64> = (0..30).map(f64::from).collect();
        let noise: Vec<f64> = (0..30).map(|i| f64::from(i * 17 % 30)).collect();
        let y = x.iter().map(|x| 0.3 * x + 2.0 * (x * 1.7).sin()).collect();
        (y, vec![vec![1.0; 30], x, noise])
    }

    #[test]
    fn a_strong_slope_is_never_matched_and_noise_often() {
        let (y, columns) = data();
        let model = LeastSquares { y: &y, columns: &columns, weights: None, intercept: true };
        let strong = freedman_lane(&model, 1, 199, 7).unwrap();
        assert!((strong.p - 1.0 / 200.0).abs() < 1e-12, "{strong:?}");
        let noise = freedman_lane(&model, 2, 199, 7).unwrap();
        assert!(noise.p > 0.05, "{noise:?}");
    }

    #[test]
    fn leaving_one_out_brackets_the_whole() {
        let (y, columns) = data();
        let model = LeastSquares { y: &y, columns: &columns, weights: None, intercept: true };
        let whole = Fit::new(&model).unwrap().coefficients[1];
        let labels = (0..30).map(|i| i.to_string()).collect();
        let groups = Groups { name: "row".into(), of: (0..30).collect(), labels };
        let [low, high] = leave_one_out(&model, 1, &groups).unwrap();
        assert!(low < whole && whole < high);
    }
}
