//! Intervals of a share: Wilson (1927) for reading, Clopper and Pearson (1934) where coverage must never fall short.

use crate::numeric::tails;

/// Wilson's interval of `x` in `n`, at 95 %.
#[must_use]
pub fn wilson(x: u64, n: u64) -> [f64; 2] {
    if n == 0 {
        return [f64::NAN; 2];
    }
    let (z, n_f) = (tails::normal_quantile(0.975), n as f64);
    let p = x as f64 / n_f;
    let centre = p + z * z / (2.0 * n_f);
    let half = z * (p * (1.0 - p) / n_f + z * z / (4.0 * n_f * n_f)).sqrt();
    let scale = 1.0 + z * z / n_f;
    let low = if x == 0 { 0.0 } else { (centre - half) / scale };
    let high = if x == n { 1.0 } else { (centre + half) / scale };
    [low, high]
}

/// Clopper and Pearson's interval of `x` in `n`, at 95 %.
#[must_use]
pub fn clopper_pearson(x: u64, n: u64) -> [f64; 2] {
    if n == 0 {
        return [f64::NAN; 2];
    }
    let (x_f, n_f) = (x as f64, n as f64);
    let low = if x == 0 { 0.0 } else { tails::beta_quantile(0.025, x_f, n_f - x_f + 1.0) };
    let high = if x == n { 1.0 } else { tails::beta_quantile(0.975, x_f + 1.0, n_f - x_f) };
    [low, high]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_out_of_nobody_has_no_interval() {
        assert!(wilson(0, 0)[0].is_nan() && clopper_pearson(0, 0)[1].is_nan());
        assert_eq!(wilson(0, 12)[0], 0.0);
        assert_eq!(clopper_pearson(12, 12)[1], 1.0);
    }
}
