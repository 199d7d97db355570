//! Means, spreads, quantiles and ranks of plain vectors.

/// The mean; NaN of nothing.
#[must_use]
pub fn mean(x: &[f64]) -> f64 {
    x.iter().sum::<f64>() / x.len() as f64
}

/// The variance with n - 1; NaN for fewer than two values.
#[must_use]
pub fn variance(x: &[f64]) -> f64 {
    if x.len() < 2 {
        return f64::NAN;
    }
    let m = mean(x);
    x.iter().map(|v| (v - m) * (v - m)).sum::<f64>() / (x.len() - 1) as f64
}

/// The standard deviation with n - 1.
#[must_use]
pub fn sd(x: &[f64]) -> f64 {
    variance(x).sqrt()
}

/// Pearson's correlation.
#[must_use]
pub fn correlation(x: &[f64], y: &[f64]) -> f64 {
    let (mx, my) = (mean(x), mean(y));
    let (mut sxy, mut sxx, mut syy) = (0.0, 0.0, 0.0);
    for (a, b) in x.iter().zip(y) {
        sxy += (a - mx) * (b - my);
        sxx += (a - mx) * (a - mx);
        syy += (b - my) * (b - my);
    }
    sxy / (sxx * syy).sqrt()
}

/// The interval of a correlation by Fisher's z (Fisher 1921), at 95 %.
#[must_use]
pub fn correlation_interval(r: f64, n: usize) -> [f64; 2] {
    let half = super::tails::normal_quantile(0.975) / (n as f64 - 3.0).sqrt();
    [(r.atanh() - half).tanh(), (r.atanh() + half).tanh()]
}

/// Ranks from 1, ties sharing their mean rank.
#[must_use]
pub fn ranks(x: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..x.len()).collect();
    order.sort_by(|&i, &j| x[i].total_cmp(&x[j]));
    let mut out = vec![0.0; x.len()];
    let mut from = 0;
    while from < order.len() {
        let mut to = from + 1;
        while to < order.len() && x[order[to]] == x[order[from]] {
            to += 1;
        }
        let shared = (from + to + 1) as f64 / 2.0;
        for &i in &order[from..to] {
            out[i] = shared;
        }
        from = to;
    }
    out
}

/// Spearman's rank correlation.
#[must_use]
pub fn rank_correlation(x: &[f64], y: &[f64]) -> f64 {
    correlation(&ranks(x), &ranks(y))
}

/// The quantile of sorted values by R's type 7 (Hyndman & Fan 1996).
#[must_use]
pub fn quantile_sorted(sorted: &[f64], p: f64) -> f64 {
    if sorted.is_empty() || p.is_nan() {
        return f64::NAN;
    }
    let at = p.clamp(0.0, 1.0) * (sorted.len() - 1) as f64;
    let below = at.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (at - below as f64) * (sorted[above] - sorted[below])
}

/// The values in rising order.
#[must_use]
pub fn sorted(x: &[f64]) -> Vec<f64> {
    let mut out = x.to_vec();
    out.sort_by(f64::total_cmp);
    out
}

/// The median.
#[must_use]
pub fn median(x: &[f64]) -> f64 {
    quantile_sorted(&sorted(x), 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_r_type_7() {
        let x = [1.0, 2.0, 4.0, 8.0];
        assert_eq!(quantile_sorted(&x, 0.5), 3.0);
        assert!((quantile_sorted(&x, 0.9) - 6.8).abs() < 1e-12);
        assert!(quantile_sorted(&[], 0.5).is_nan());
    }

    #[test]
    fn ties_share_their_rank() {
        assert_eq!(ranks(&[10.0, 20.0, 10.0, 30.0]), [1.5, 3.0, 1.5, 4.0]);
    }
}
