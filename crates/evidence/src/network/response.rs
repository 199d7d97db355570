//! What may be said when not everybody answered, and how far the missing could move it.

use super::Network;
use crate::numeric::summary;
use serde::Serialize;

/// How much the response rate permits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Permitted {
    /// From 80 %: everything.
    All,
    /// From 60 %: density, reciprocity and E-I, each with its band.
    DensityReciprocityEi,
    /// From 40 %: density, greyed.
    Density,
    /// Below 40 %: nothing.
    Nothing,
}

/// What the share of people who answered permits (Smith & Moody 2013; Smith, Morgan & Moody 2022).
#[must_use]
pub fn permitted(respondents: usize, n: usize) -> Permitted {
    let (r, n) = (respondents * 10, n);
    if r >= 8 * n {
        Permitted::All
    } else if r >= 6 * n {
        Permitted::DensityReciprocityEi
    } else if r >= 4 * n {
        Permitted::Density
    } else {
        Permitted::Nothing
    }
}

/// Who answered, and the bounds their silence leaves.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/network.schema.json, which tells each")]
pub struct Response {
    pub respondents: usize,
    pub rate: f64,
    pub permitted: Permitted,
    /// Density over everybody's possible ties: low by the share of the silent. Told only so that nobody uses it.
    pub density_naive: f64,
    /// Density were every silent person at the 10th and the 90th percentile of those who answered.
    pub density_band: [f64; 2],
    /// The lowest and highest density any answers of the silent could make.
    pub density_bounds: [f64; 2],
    /// The standard error of density by leaving out one respondent at a time.
    pub density_se: f64,
    /// Reciprocity's standard error, likewise.
    pub reciprocity_se: f64,
}

pub(super) fn response(network: &Network) -> Response {
    let (n, r, m) = (network.n() as f64, network.respondents() as f64, network.ties() as f64);
    let degrees: Vec<f64> =
        (0..network.n()).filter(|&i| network.answered[i]).map(|i| network.out[i].len() as f64).collect();
    let sorted = summary::sorted(&degrees);
    let with_silent = |each: f64| (m + (n - r) * each) / (n * (n - 1.0));
    let quantile = |p| with_silent(summary::quantile_sorted(&sorted, p));
    Response {
        respondents: network.respondents(),
        rate: r / n,
        permitted: permitted(network.respondents(), network.n()),
        density_naive: m / (n * (n - 1.0)),
        density_band: if r < n { [quantile(0.1), quantile(0.9)] } else { [m / (r * (n - 1.0)); 2] },
        density_bounds: [with_silent(0.0), with_silent(n - 1.0)],
        density_se: jackknife(&degrees.iter().map(|d| (*d, n - 1.0)).collect::<Vec<_>>()),
        reciprocity_se: jackknife(&answered_ties(network)),
    }
}

/// Each respondent's ties to respondents that are returned, and all of them.
fn answered_ties(network: &Network) -> Vec<(f64, f64)> {
    (0..network.n())
        .filter(|&i| network.answered[i])
        .map(|i| {
            let among = network.out[i].iter().filter(|t| network.answered[t.0 as usize]);
            let returned = among.clone().filter(|t| network.tie(t.0 as usize, i)).count();
            (returned as f64, among.count() as f64)
        })
        .collect()
}

/// The standard error of a ratio of sums, one part left out at a time.
fn jackknife(parts: &[(f64, f64)]) -> f64 {
    let (top, bottom) = parts.iter().fold((0.0, 0.0), |s, p| (s.0 + p.0, s.1 + p.1));
    let without: Vec<f64> = parts.iter().map(|p| (top - p.0) / (bottom - p.1)).collect();
    let mean = summary::mean(&without);
    let k = parts.len() as f64;
    ((k - 1.0) / k * without.iter().map(|w| (w - mean).powi(2)).sum::<f64>()).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_said_falls_with_the_response_rate() {
        for (r, expected) in [
            (10, Permitted::All),
            (8, Permitted::All),
            (7, Permitted::DensityReciprocityEi),
            (6, Permitted::DensityReciprocityEi),
            (5, Permitted::Density),
            (4, Permitted::Density),
            (3, Permitted::Nothing),
            (0, Permitted::Nothing),
        ] {
            assert_eq!(permitted(r, 10), expected, "{r} of 10");
        }
    }
}
