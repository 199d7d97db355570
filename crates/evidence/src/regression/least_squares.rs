//! Ordinary and weighted least squares.

use super::orthogonal::{aliased, inverse_upper, triangular_factor, without_aliased};
use crate::error::{Error, Result};
use crate::numeric::dense::{Matrix, dot};
use crate::numeric::summary;

/// What is to be fitted.
#[derive(Debug, Clone, Copy)]
pub struct LeastSquares<'a> {
    /// What is explained.
    pub y: &'a [f64],
    /// What explains it, one slice per column.
    pub columns: &'a [Vec<f64>],
    /// Weights, not negative; rows of weight 0 count for nothing, as in R.
    pub weights: Option<&'a [f64]>,
    /// Whether the columns hold an intercept.
    pub intercept: bool,
}

/// A fit by least squares. Columns that earlier ones span are left out, as R does, and their coefficients are NaN.
#[derive(Debug, Clone)]
pub struct Fit {
    /// A coefficient for each column; NaN for those left out.
    pub coefficients: Vec<f64>,
    /// The columns that are kept.
    pub kept: Vec<usize>,
    /// `(X'WX)^-1` of the kept columns.
    pub bread: Matrix,
    /// The inverse of the triangular factor of the kept columns.
    pub r_inverse: Matrix,
    /// `y - X b`, not weighted.
    pub residuals: Vec<f64>,
    /// The fitted values.
    pub fitted: Vec<f64>,
    /// Rows with a weight.
    pub n: usize,
    /// The residual degrees of freedom.
    pub df: f64,
    /// The weighted sum of squared residuals.
    pub rss: f64,
}

/// The columns that no earlier ones span, and the triangular factor of those and y.
fn independent(model: &LeastSquares) -> (Vec<usize>, Matrix) {
    let mut columns: Vec<&[f64]> = model.columns.iter().map(Vec::as_slice).collect();
    columns.push(model.y);
    independent_in(triangular_factor(&columns, model.weights))
}

/// The same from the factor of all columns and y.
pub(super) fn independent_in(whole: Matrix) -> (Vec<usize>, Matrix) {
    let columns = whole.cols - 1;
    match aliased(&whole, columns) {
        None => ((0..columns).collect(), whole),
        Some(_) => without_aliased(&whole),
    }
}

/// The columns that no earlier ones span.
#[must_use]
pub fn independent_columns(model: &LeastSquares) -> Vec<usize> {
    independent(model).0
}

impl Fit {
    /// Fits a model.
    ///
    /// # Errors
    /// There are fewer rows than columns, or a weight is negative.
    pub fn new(model: &LeastSquares) -> Result<Self> {
        if let Some(row) = model.weights.and_then(|w| w.iter().position(|&w| w < 0.0 || !w.is_finite())) {
            return Err(Error::question(format!("weights: number {} is negative or not finite", row + 1)));
        }
        let n = model.weights.map_or(model.y.len(), |w| w.iter().filter(|&&w| w > 0.0).count());
        let (kept, r) = independent(model);
        let mut fit = Self::of_factor(kept, &r, model.columns.len(), n)?;
        fit.fitted = vec![0.0; model.y.len()];
        for &c in &fit.kept {
            let b = fit.coefficients[c];
            for (f, x) in fit.fitted.iter_mut().zip(&model.columns[c]) {
                *f += b * x;
            }
        }
        fit.residuals = model.y.iter().zip(&fit.fitted).map(|(y, f)| y - f).collect();
        fit.rss = match model.weights {
            None => dot(&fit.residuals, &fit.residuals),
            Some(w) => fit.residuals.iter().zip(w).map(|(e, w)| w * e * e).sum(),
        };
        Ok(fit)
    }

    /// A fit from the triangular factor of its kept columns and y, without residuals and fitted values.
    pub(super) fn of_factor(kept: Vec<usize>, r: &Matrix, columns: usize, n: usize) -> Result<Self> {
        let p = kept.len();
        if n <= p {
            return Err(Error::question(format!(
                "{n} rows cannot carry {p} coefficients; more rows are needed"
            )));
        }
        let r_inverse = inverse_upper(&Matrix::from_fn(p, p, |i, j| r[(i, j)]));
        let right: Vec<f64> = (0..p).map(|i| r[(i, p)]).collect();
        let mut coefficients = vec![f64::NAN; columns];
        for (&c, b) in kept.iter().zip(r_inverse.times_vector(&right)) {
            coefficients[c] = b;
        }
        Ok(Self {
            coefficients,
            kept,
            bread: r_inverse.times(&r_inverse.transposed()),
            r_inverse,
            residuals: Vec::new(),
            fitted: Vec::new(),
            n,
            df: (n - p) as f64,
            rss: r[(p, p)] * r[(p, p)],
        })
    }

    /// Number of coefficients that are estimated.
    #[must_use]
    pub fn rank(&self) -> usize {
        self.kept.len()
    }

    /// The residual standard deviation.
    #[must_use]
    pub fn sigma(&self) -> f64 {
        (self.rss / self.df).sqrt()
    }

    /// `(X'WX)^-1 sigma^2`.
    #[must_use]
    pub fn classical(&self) -> Matrix {
        self.bread.scaled(self.rss / self.df)
    }

    /// Each row's leverage.
    #[must_use]
    pub fn leverages(&self, model: &LeastSquares) -> Vec<f64> {
        (0..model.y.len())
            .map(|i| {
                let z: f64 = (0..self.rank())
                    .map(|j| {
                        let s: f64 =
                            (0..=j).map(|k| self.r_inverse[(k, j)] * model.columns[self.kept[k]][i]).sum();
                        s * s
                    })
                    .sum();
                z * model.weights.map_or(1.0, |w| w[i])
            })
            .collect()
    }

    /// R squared: about the weighted mean with an intercept, about zero without.
    #[must_use]
    pub fn r_squared(&self, model: &LeastSquares) -> f64 {
        let w = |i: usize| model.weights.map_or(1.0, |w| w[i]);
        let total: f64 = (0..model.y.len()).map(w).sum();
        let centre = if model.intercept {
            (0..model.y.len()).map(|i| w(i) * self.fitted[i]).sum::<f64>() / total
        } else {
            0.0
        };
        let explained: f64 = (0..model.y.len()).map(|i| w(i) * (self.fitted[i] - centre).powi(2)).sum();
        explained / (explained + self.rss)
    }

    /// The normal log-likelihood, as R's `logLik`.
    #[must_use]
    pub fn log_likelihood(&self, weights: Option<&[f64]>) -> f64 {
        let n = self.n as f64;
        let logs: f64 = weights.map_or(0.0, |w| w.iter().filter(|&&w| w > 0.0).map(|w| w.ln()).sum());
        0.5 * (logs - n * (std::f64::consts::TAU.ln() + 1.0 - n.ln() + self.rss.ln()))
    }

    /// Cook's distances (1977).
    #[must_use]
    pub fn cooks_distances(&self, weights: Option<&[f64]>, leverages: &[f64]) -> Vec<f64> {
        let s2 = self.rss / self.df;
        let p = self.rank() as f64;
        leverages
            .iter()
            .enumerate()
            .map(|(i, h)| {
                let w = weights.map_or(1.0, |w| w[i]);
                w * self.residuals[i].powi(2) / (s2 * (1.0 - h).powi(2)) * h / p
            })
            .collect()
    }

    /// Variance inflation factors of the columns beside the intercept; none for fewer than two.
    #[must_use]
    pub fn variance_inflation(&self, intercept: bool) -> Option<Vec<f64>> {
        let from = usize::from(intercept);
        let p = self.rank() - from.min(self.rank());
        if p < 2 {
            return None;
        }
        let v = Matrix::from_fn(p, p, |i, j| self.bread[(i + from, j + from)]);
        let scale: Vec<f64> = v.diagonal().iter().map(|x| x.sqrt()).collect();
        let r = Matrix::from_fn(p, p, |i, j| v[(i, j)] / (scale[i] * scale[j]));
        Some(r.cholesky()?.inverse().diagonal())
    }

    /// Coefficients in standard deviations, without the intercept's.
    #[must_use]
    pub fn standardised(&self, model: &LeastSquares) -> Vec<f64> {
        let sy = summary::sd(model.y);
        let from = usize::from(model.intercept);
        (from..model.columns.len())
            .map(|c| self.coefficients[c] * summary::sd(&model.columns[c]) / sy)
            .collect()
    }
}
