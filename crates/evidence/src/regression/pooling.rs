//! Rubin's rules (1987): one answer from several imputed data sets, with Barnard and Rubin's degrees of freedom (1999).

use super::report::{Asked, ErrorKind, Interval, interval, regress};
use crate::error::{Error, Result};
use crate::frame::Frame;
use crate::numeric::tails;
use crate::vector::Vector;
use serde::Serialize;

/// A pooled estimate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pooled {
    /// The mean estimate.
    pub estimate: f64,
    /// Its standard error, between-imputation spread included.
    pub se: f64,
    /// Degrees of freedom.
    pub df: f64,
    /// The share of the information that is missing.
    pub missing_information: f64,
    /// The mean squared error of the imputations.
    pub within: f64,
    /// The variance of the estimates between imputations.
    pub between: f64,
    /// The share of the variance that comes from what is missing.
    pub lambda: f64,
    /// How much what is missing raises the variance, relative to the variance within.
    pub riv: f64,
}

/// Pools estimates and their standard errors; `complete_df` are the degrees of freedom were nothing missing.
///
/// # Errors
/// Fewer than two imputations, or not one standard error for each estimate.
pub fn rubin(estimates: &[f64], errors: &[f64], complete_df: f64) -> Result<Pooled> {
    let m = estimates.len() as f64;
    if estimates.len() < 2 || errors.len() != estimates.len() {
        return Err(Error::question("pooling needs two imputations or more, each with its standard error"));
    }
    let estimate = estimates.iter().sum::<f64>() / m;
    let within = errors.iter().map(|e| e * e).sum::<f64>() / m;
    let between = estimates.iter().map(|e| (e - estimate).powi(2)).sum::<f64>() / (m - 1.0);
    let total = within + (1.0 + 1.0 / m) * between;
    let lambda = (1.0 + 1.0 / m) * between / total;
    let old = (m - 1.0) / (lambda * lambda);
    let df = if complete_df.is_finite() {
        let observed = (complete_df + 1.0) / (complete_df + 3.0) * complete_df * (1.0 - lambda);
        if old.is_finite() { old * observed / (old + observed) } else { observed }
    } else {
        old
    };
    let r = (1.0 + 1.0 / m) * between / within;
    let missing_information = (r + 2.0 / (df + 3.0)) / (r + 1.0);
    Ok(Pooled { estimate, se: total.sqrt(), df, missing_information, within, between, lambda, riv: r })
}

/// A regression pooled over imputed copies. Vectors stand in the order of `names`.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/pool.schema.json, which tells each")]
pub struct PooledRegression {
    pub formula: String,
    pub imputations: usize,
    pub n: usize,
    pub se_type: ErrorKind,
    pub names: Vector<String>,
    pub coef: Vector,
    pub se: Vector,
    pub t: Vector,
    pub df: Vector,
    pub p: Vector,
    pub ci95: Interval,
    pub within: Vector,
    pub between: Vector,
    pub lambda: Vector,
    pub fmi: Vector,
    pub riv: Vector,
    pub complete_df: Vector,
}

/// Fits the regression in every copy of the data and pools it. A copy called `0` is the original with its gaps and is
/// left out. Not for data that are missing because of what they would have said.
///
/// # Errors
/// As [`regress`]; fewer than two copies; copies with different numbers of rows or different coefficients.
pub fn pool(frame: &Frame, imputation: &str, formula: &str, asked: &Asked) -> Result<PooledRegression> {
    let copies = frame.groups(imputation)?;
    let mut fits = Vec::new();
    for (label, rows) in copies.labels.iter().zip(copies.rows()).filter(|(label, _)| *label != "0") {
        let fit = regress(&frame.of_rows(&rows), formula, asked)
            .map_err(|e| Error::question(format!("imputation '{label}': {e}")))?;
        fits.push((label, fit));
    }
    let Some(((_, first), others)) = fits.split_first().filter(|(_, others)| !others.is_empty()) else {
        return Err(Error::question(format!(
            "{}: column '{imputation}' has {} imputed copies; pooling needs two or more",
            frame.source,
            fits.len()
        )));
    };
    for (label, fit) in others {
        if fit.n != first.n || fit.names != first.names || fit.aliased != first.aliased {
            return Err(Error::question(format!(
                "imputation '{label}' has {} rows and coefficients {}; the first has {} and {}",
                fit.n,
                fit.names.join(", "),
                first.n,
                first.names.join(", ")
            )));
        }
    }
    let pooled = (0..first.names.len())
        .map(|c| {
            let estimates: Vec<f64> = fits.iter().map(|f| f.1.coef[c]).collect();
            let errors: Vec<f64> = fits.iter().map(|f| f.1.se[c]).collect();
            rubin(&estimates, &errors, first.df[c])
        })
        .collect::<Result<Vec<_>>>()?;
    let each = |f: &dyn Fn(&Pooled) -> f64| Vector(pooled.iter().map(f).collect::<Vec<f64>>());
    let (coef, se, df) = (each(&|p| p.estimate), each(&|p| p.se), each(&|p| p.df));
    Ok(PooledRegression {
        formula: first.formula.clone(),
        imputations: fits.len(),
        n: first.n,
        se_type: first.se_type,
        names: first.names.clone(),
        ci95: interval(&coef, &se, &df),
        t: each(&|p| p.estimate / p.se),
        p: each(&|p| tails::t_two_sided(p.estimate / p.se, p.df)),
        within: each(&|p| p.within),
        between: each(&|p| p.between),
        lambda: each(&|p| p.lambda),
        fmi: each(&|p| p.missing_information),
        riv: each(&|p| p.riv),
        complete_df: first.df.clone(),
        coef,
        se,
        df,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imputations_that_agree_add_nothing_to_the_error() {
        let pooled = rubin(&[2.0, 2.0, 2.0], &[0.5, 0.5, 0.5], 40.0).unwrap();
        assert_eq!((pooled.estimate, pooled.se), (2.0, 0.5));
        assert!((pooled.df - 41.0 / 43.0 * 40.0).abs() < 1e-12);
    }

    /// By hand: Q = 2, W = 0.25, B = 1, T = 0.25 + 4/3.
    #[test]
    fn disagreement_widens_the_error() {
        let pooled = rubin(&[1.0, 2.0, 3.0], &[0.5, 0.5, 0.5], f64::INFINITY).unwrap();
        assert!((pooled.se - (0.25_f64 + 4.0 / 3.0).sqrt()).abs() < 1e-14);
        let lambda: f64 = (4.0 / 3.0) / (0.25 + 4.0 / 3.0);
        assert!((pooled.df - 2.0 / lambda.powi(2)).abs() < 1e-12);
        assert!(rubin(&[1.0], &[1.0], 5.0).is_err());
    }
}
