//! Many questions asked at once: Holm (1979), Benjamini and Hochberg (1995), Bonferroni.

fn ordered(p: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|&a, &b| p[a].total_cmp(&p[b]));
    order
}

/// Holm's adjusted p: the chance of even one false finding stays below it.
#[must_use]
pub fn holm(p: &[f64]) -> Vec<f64> {
    let mut out = vec![f64::NAN; p.len()];
    let mut highest = 0.0_f64;
    for (rank, i) in ordered(p).into_iter().enumerate() {
        highest = highest.max((p.len() - rank) as f64 * p[i]).min(1.0);
        out[i] = highest;
    }
    out
}

/// Benjamini and Hochberg's adjusted p: the expected share of false findings stays below it.
#[must_use]
pub fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    let mut out = vec![f64::NAN; p.len()];
    let mut lowest = 1.0_f64;
    for (rank, i) in ordered(p).into_iter().enumerate().rev() {
        lowest = lowest.min(p.len() as f64 / (rank + 1) as f64 * p[i]);
        out[i] = lowest;
    }
    out
}

/// Bonferroni's adjusted p.
#[must_use]
pub fn bonferroni(p: &[f64]) -> Vec<f64> {
    p.iter().map(|x| (x * p.len() as f64).min(1.0)).collect()
}
