//! One common factor by maximum likelihood (Joreskog 1967), found by Fisher scoring.

use crate::numeric::dense::{Matrix, dot};
use crate::numeric::eigen;

/// A one-factor model: `Sigma = l l' + diag(u)`.
#[derive(Debug, Clone)]
pub struct OneFactor {
    /// The loadings, in the variables' own units, their sum not negative.
    pub loadings: Vec<f64>,
    /// The uniquenesses.
    pub uniquenesses: Vec<f64>,
}

/// No uniqueness falls below this share of the variance (as in R's `factanal`).
const LEAST_UNIQUE: f64 = 0.005;

impl OneFactor {
    /// Fits the model to a covariance matrix; `None` under three variables or where a variable is constant.
    #[must_use]
    pub fn fit(covariances: &Matrix) -> Option<Self> {
        let k = covariances.rows;
        let sds: Vec<f64> = covariances.diagonal().iter().map(|v| v.sqrt()).collect();
        if k < 3 || sds.iter().any(|s| s.is_nan() || *s <= 0.0) {
            return None;
        }
        let r = Matrix::from_fn(k, k, |i, j| covariances[(i, j)] / (sds[i] * sds[j]));
        let (mut l, mut u) = start(&r)?;
        let mut misfit = discrepancy(&r, &l, &u)?;
        for _ in 0..200 {
            let (slope, curve) = score_and_information(&r, &l, &u)?;
            let free: Vec<usize> =
                (0..2 * k).filter(|&a| a < k || u[a - k] > LEAST_UNIQUE || slope[a] < 0.0).collect();
            let reduced = Matrix::from_fn(free.len(), free.len(), |a, b| {
                curve[(free[a], free[b])] + if a == b { 1e-12 } else { 0.0 }
            });
            let right: Vec<f64> = free.iter().map(|&a| slope[a]).collect();
            let step = reduced.cholesky()?.solve(&right);
            let (next_l, next_u, next) = shortened(&r, &l, &u, misfit, &free, &step)?;
            let moved = next_l.iter().zip(&l).chain(next_u.iter().zip(&u)).map(|(a, b)| (a - b).abs());
            let largest = moved.fold(0.0, f64::max);
            (l, u, misfit) = (next_l, next_u, next);
            if largest < 1e-13 {
                break;
            }
        }
        let sign = if l.iter().sum::<f64>() < 0.0 { -1.0 } else { 1.0 };
        Some(Self {
            loadings: l.iter().zip(&sds).map(|(l, s)| sign * l * s).collect(),
            uniquenesses: u.iter().zip(&sds).map(|(u, s)| u * s * s).collect(),
        })
    }

    /// McDonald's omega total: the share of the sum score's variance that the factor carries.
    #[must_use]
    pub fn omega(&self) -> f64 {
        let common = self.loadings.iter().sum::<f64>().powi(2);
        common / (common + self.uniquenesses.iter().sum::<f64>())
    }
}

/// The first principal factor with squared multiple correlations.
fn start(r: &Matrix) -> Option<(Vec<f64>, Vec<f64>)> {
    let k = r.rows;
    let unique: Vec<f64> = match r.cholesky() {
        Some(chol) => chol.inverse().diagonal().iter().map(|x| (1.0 / x).clamp(0.05, 0.95)).collect(),
        None => return None,
    };
    let reduced = Matrix::from_fn(k, k, |i, j| if i == j { 1.0 - unique[i] } else { r[(i, j)] });
    let e = eigen::symmetric(&reduced);
    let root = e.values[0].max(0.05).sqrt();
    let l: Vec<f64> = (0..k).map(|i| (root * e.vectors[(i, 0)]).clamp(-0.97, 0.97)).collect();
    let u = l.iter().map(|l| (1.0 - l * l).max(LEAST_UNIQUE)).collect();
    Some((l, u))
}

fn implied(l: &[f64], u: &[f64]) -> Matrix {
    Matrix::from_fn(l.len(), l.len(), |i, j| l[i] * l[j] + if i == j { u[i] } else { 0.0 })
}

fn discrepancy(r: &Matrix, l: &[f64], u: &[f64]) -> Option<f64> {
    let chol = implied(l, u).cholesky()?;
    Some(chol.ln_det() + chol.inverse().trace_of_product(r))
}

/// The slope of the discrepancy, and its expected curvature, over loadings then uniquenesses.
fn score_and_information(r: &Matrix, l: &[f64], u: &[f64]) -> Option<(Vec<f64>, Matrix)> {
    let k = l.len();
    let w = implied(l, u).cholesky()?.inverse();
    let mut misfit = w.clone();
    misfit.add_scaled(-1.0, &w.times(r).times(&w));
    let wl = w.times_vector(l);
    let lwl = dot(l, &wl);
    let mut slope: Vec<f64> = misfit.times_vector(l).iter().map(|x| 2.0 * x).collect();
    slope.extend(misfit.diagonal());
    let curve = Matrix::from_fn(2 * k, 2 * k, |a, b| match (a < k, b < k) {
        (true, true) => 2.0 * (wl[a] * wl[b] + w[(a, b)] * lwl),
        (true, false) => 2.0 * wl[b - k] * w[(a, b - k)],
        (false, true) => 2.0 * wl[a - k] * w[(a - k, b)],
        (false, false) => w[(a - k, b - k)].powi(2),
    });
    Some((slope, curve))
}

/// A step, halved until it does not raise the discrepancy.
fn shortened(
    r: &Matrix,
    l: &[f64],
    u: &[f64],
    misfit: f64,
    free: &[usize],
    step: &[f64],
) -> Option<(Vec<f64>, Vec<f64>, f64)> {
    let k = l.len();
    let mut by = 1.0;
    for _ in 0..40 {
        let (mut next_l, mut next_u) = (l.to_vec(), u.to_vec());
        for (&a, s) in free.iter().zip(step) {
            if a < k {
                next_l[a] -= by * s;
            } else {
                next_u[a - k] = (next_u[a - k] - by * s).max(LEAST_UNIQUE);
            }
        }
        if let Some(next) = discrepancy(r, &next_l, &next_u).filter(|n| *n <= misfit + 1e-13) {
            return Some((next_l, next_u, next));
        }
        by *= 0.5;
    }
    Some((l.to_vec(), u.to_vec(), misfit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matrix_made_from_one_factor_gives_it_back() {
        let (l, u) = ([0.8, 1.2, 0.5, 2.0], [0.3, 0.7, 1.1, 0.2]);
        let fit = OneFactor::fit(&implied(&l, &u)).unwrap();
        for i in 0..4 {
            assert!(
                (fit.loadings[i] - l[i]).abs() < 1e-10 && (fit.uniquenesses[i] - u[i]).abs() < 1e-10,
                "{fit:?}"
            );
        }
    }
}
