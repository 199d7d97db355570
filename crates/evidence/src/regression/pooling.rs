//! Rubin's rules (1987): one answer from several imputed data sets, with Barnard and Rubin's degrees of freedom (1999).

use crate::error::{Error, Result};

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
    Ok(Pooled { estimate, se: total.sqrt(), df, missing_information })
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
