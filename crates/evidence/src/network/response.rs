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
    /// Between 40 and 60 %: density is shown greyed and nothing else is.
    pub greyed: bool,
    /// Density over everybody's possible ties: low by the share of the silent. Told only so that nobody uses it.
    pub density_naive: f64,
    /// Density were every silent person at the 10th and the 90th percentile of those who answered.
    pub density_band: [f64; 2],
    /// The lowest and highest density any answers of the silent could make.
    pub density_bounds: [f64; 2],
    /// The standard error of density by leaving out one respondent at a time.
    pub density_se: f64,
    /// The share of respondents' ties that are returned, were every silent person to return at the 10th and the 90th
    /// percentile of those who answered.
    pub reciprocity_band: [f64; 2],
    /// The lowest and highest reciprocity of the whole network that any answers of the silent could make.
    pub reciprocity_bounds: [f64; 2],
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
    let may = permitted(network.respondents(), network.n());
    Response {
        respondents: network.respondents(),
        rate: r / n,
        permitted: may,
        greyed: may == Permitted::Density,
        density_naive: m / (n * (n - 1.0)),
        density_band: if r < n { [quantile(0.1), quantile(0.9)] } else { [m / (r * (n - 1.0)); 2] },
        density_bounds: [with_silent(0.0), with_silent(n - 1.0)],
        density_se: jackknife(&degrees.iter().map(|d| (*d, n - 1.0)).collect::<Vec<_>>()),
        reciprocity_band: reciprocity_band(network),
        reciprocity_bounds: reciprocity_bounds(network),
        reciprocity_se: jackknife(&answered_ties(network)),
    }
}

/// Respondents' ties to the silent are returned at the 10th and 90th percentile of the shares at which respondents
/// return what they receive from one another.
fn reciprocity_band(network: &Network) -> [f64; 2] {
    let n = network.n();
    let (mut received, mut returned) = (vec![0.0; n], vec![0.0; n]);
    let (mut among, mut mutual, mut open) = (0.0, 0.0, 0.0);
    for (i, ties) in network.out.iter().enumerate() {
        for j in ties.iter().map(|t| t.0 as usize) {
            if network.answered[j] {
                let back = f64::from(u8::from(network.tie(j, i)));
                received[j] += 1.0;
                returned[j] += back;
                among += 1.0;
                mutual += back;
            } else {
                open += 1.0;
            }
        }
    }
    let shares: Vec<f64> = (0..n).filter(|&j| received[j] > 0.0).map(|j| returned[j] / received[j]).collect();
    if open == 0.0 || shares.is_empty() {
        return [mutual / among; 2];
    }
    let sorted = summary::sorted(&shares);
    [0.1, 0.9].map(|p| (mutual + summary::quantile_sorted(&sorted, p) * open) / (among + open))
}

/// The extremes over all answers of the silent: at the lowest they return nothing and name everybody who does not name
/// them, and of two silent people one names the other; at the highest they return everything and name one another.
fn reciprocity_bounds(network: &Network) -> [f64; 2] {
    let n = network.n();
    let silent = (n - network.respondents()) as f64;
    let (mut mutual, mut asymmetric, mut open) = (0.0, 0.0, 0.0);
    for (i, ties) in network.out.iter().enumerate() {
        for j in ties.iter().map(|t| t.0 as usize) {
            if !network.answered[j] {
                open += 1.0;
            } else if network.tie(j, i) {
                mutual += 0.5;
            } else {
                asymmetric += 1.0;
            }
        }
    }
    let (across, within) = (network.respondents() as f64 * silent, silent * (silent - 1.0) / 2.0);
    let of = |mutual: f64, asymmetric: f64| 2.0 * mutual / (2.0 * mutual + asymmetric);
    [of(mutual, asymmetric + across + within), of(mutual + open + within, asymmetric)]
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
pub(super) fn jackknife(parts: &[(f64, f64)]) -> f64 {
    let (top, bottom) = parts.iter().fold((0.0, 0.0), |s, p| (s.0 + p.0, s.1 + p.1));
    let without: Vec<f64> = parts.iter().map(|p| (top - p.0) / (bottom - p.1)).collect();
    let mean = summary::mean(&without);
    let k = parts.len() as f64;
    ((k - 1.0) / k * without.iter().map(|w| (w - mean).powi(2)).sum::<f64>()).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Five people, the last silent: every way they could have answered lies within the bounds, and both ends occur.
    #[test]
    fn bounds_hold_every_answer_the_silent_could_give() {
        let ties = [(0, 1), (1, 0), (0, 4), (2, 4), (2, 3), (1, 2), (3, 0)];
        let network = |more: &[(u32, u32)], answered: Vec<bool>| {
            let all: Vec<(u32, u32, f64)> = ties.iter().chain(more).map(|t| (t.0, t.1, 1.0)).collect();
            Network::new((0..5).map(|i| i.to_string()).collect(), &all, answered).unwrap()
        };
        let told = response(&network(&[], vec![true, true, true, true, false]));
        let mut seen = (f64::INFINITY, f64::NEG_INFINITY);
        let mut densities = seen;
        for answers in 0..16_u32 {
            let more: Vec<(u32, u32)> = (0..4).filter(|j| answers >> j & 1 == 1).map(|j| (4, j)).collect();
            let whole = network(&more, vec![true; 5]);
            let pairs = super::super::census::dyads(&whole);
            let mutual = 2.0 * pairs.mutual as f64;
            let reciprocity = mutual / (mutual + pairs.asym as f64);
            seen = (seen.0.min(reciprocity), seen.1.max(reciprocity));
            let density = whole.ties() as f64 / 20.0;
            densities = (densities.0.min(density), densities.1.max(density));
        }
        let near = |a: [f64; 2], b: (f64, f64)| (a[0] - b.0).abs() < 1e-12 && (a[1] - b.1).abs() < 1e-12;
        assert!(near(told.reciprocity_bounds, seen), "{:?} {seen:?}", told.reciprocity_bounds);
        assert!(near(told.density_bounds, densities), "{:?} {densities:?}", told.density_bounds);
        let band = told.reciprocity_band;
        assert!(told.reciprocity_bounds[0] <= band[0] && band[0] < band[1] && band[1] <= seen.1, "{band:?}");
    }

    #[test]
    fn without_silence_bands_and_bounds_close() {
        let ties = [(0, 1, 1.0), (1, 0, 1.0), (1, 2, 1.0)];
        let network = Network::new(vec!["a".into(), "b".into(), "c".into()], &ties, vec![true; 3]).unwrap();
        let told = response(&network);
        assert_eq!(told.reciprocity_band, [2.0 / 3.0; 2]);
        assert_eq!(told.reciprocity_bounds, [2.0 / 3.0; 2]);
        assert_eq!(told.density_band, [0.5; 2]);
    }

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
