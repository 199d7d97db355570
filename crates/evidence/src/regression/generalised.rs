//! Shares and yes-or-no outcomes: the binomial model with a logit link, by iterated weighted least squares
//! (McCullagh & Nelder 1989), with quasi-dispersion and cluster errors.

use super::least_squares::{Fit, LeastSquares};
use super::report::{Asked, Interval, interval, prepare};
use super::sandwich::{cluster_factor, score_sums};
use crate::error::{Error, Result};
use crate::frame::Frame;
use crate::numeric::dense::{Matrix, dot};
use crate::numeric::tails;
use crate::vector::Vector;
use serde::Serialize;
use statrs::function::gamma::ln_gamma;

/// A fitted binomial model. Vectors stand in the order of `names`; coefficients are log odds ratios.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/glm.schema.json, which tells each")]
pub struct Generalised {
    pub formula: String,
    pub family: &'static str,
    pub link: &'static str,
    pub n: usize,
    pub k: usize,
    pub names: Vector<String>,
    pub coef: Vector,
    pub se_classical: Vector,
    pub z: Vector,
    pub p: Vector,
    pub ci95: Interval,
    #[serde(rename = "se_HC0")]
    pub hc0: Vector,
    pub dispersion: f64,
    pub se_quasi: Vector,
    pub p_quasi: Vector,
    pub deviance: f64,
    pub null_deviance: f64,
    pub df_resid: f64,
    pub df_null: f64,
    pub loglik: f64,
    #[serde(rename = "AIC")]
    pub aic: f64,
    #[serde(rename = "BIC")]
    pub bic: f64,
    pub odds_ratio: Vector,
    pub converged: bool,
    pub iterations: usize,
    pub separated: bool,
    #[serde(flatten)]
    pub clustered: Option<Clusters>,
    pub aliased: Vec<String>,
    pub n_dropped: usize,
}

/// Errors by clusters.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/glm.schema.json, which tells each")]
pub struct Clusters {
    pub cluster: String,
    #[serde(rename = "G")]
    pub groups: usize,
    #[serde(rename = "se_CR0")]
    pub cr0: Vector,
    #[serde(rename = "se_CR1_stata")]
    pub cr1: Vector,
    #[serde(rename = "se_CR1_noNK")]
    pub cr1_no_nk: Vector,
    #[serde(rename = "p_CR1")]
    pub p: Vector,
}

const MOST_ROUNDS: usize = 100;

/// Fits a binomial model. The response is 0 or 1, a text of two levels, or a share with the number of trials as
/// weights.
///
/// # Errors
/// As [`prepare`]; a response outside 0 to 1.
pub fn binomial(frame: &Frame, formula: &str, asked: &Asked) -> Result<Generalised> {
    let prepared = prepare(frame, formula, asked)?;
    let design = &prepared.design;
    let y = &design.response;
    if let Some(row) = y.iter().position(|y| !(0.0..=1.0).contains(y)) {
        return Err(Error::question(format!(
            "{}: '{}' is {} in row {}; a binomial response lies between 0 and 1 (shares take the trials as --weights)",
            frame.source,
            design.response_label,
            y[row],
            design.rows[row] + 1
        )));
    }
    let ones = vec![1.0; y.len()];
    let trials = prepared.weights.as_deref().unwrap_or(&ones);
    let Iterated { fit, eta, working, converged, rounds } =
        iterate(y, trials, &design.columns, design.intercept)?;
    let mu: Vec<f64> = eta.iter().map(|e| logistic(*e)).collect();
    let full = |kept: &[f64]| {
        let mut out = vec![f64::NAN; design.names.len()];
        fit.kept.iter().zip(kept).for_each(|(&c, x)| out[c] = *x);
        Vector(out)
    };
    let root = |v: &Matrix| full(&v.diagonal().iter().map(|x| x.max(0.0).sqrt()).collect::<Vec<_>>());
    let se = root(&fit.bread);
    let pearson: f64 = (0..y.len())
        .filter(|&i| trials[i] > 0.0)
        .map(|i| trials[i] * (y[i] - mu[i]).powi(2) / (mu[i] * (1.0 - mu[i])))
        .sum();
    let dispersion = pearson / fit.df;
    let se_quasi = Vector(se.iter().map(|s| s * dispersion.sqrt()).collect());
    let scores: Vec<f64> = (0..y.len()).map(|i| trials[i] * (y[i] - mu[i])).collect();
    let columns: Vec<&[f64]> = fit.kept.iter().map(|&c| &design.columns[c][..]).collect();
    let clustered = prepared.clusters.as_ref().map(|clusters| {
        let meat = meat_of(&score_sums(&columns, &scores, clusters), fit.rank());
        let cr0 = fit.bread.times(&meat).times(&fit.bread);
        let g = clusters.count() as f64;
        let cr1 = root(&cr0.scaled(cluster_factor(g, fit.n as f64, fit.rank() as f64)));
        let p =
            fit.coefficients.iter().zip(cr1.iter()).map(|(b, s)| tails::normal_two_sided(b / s)).collect();
        Clusters {
            cluster: clusters.name.clone(),
            groups: clusters.count(),
            cr0: root(&cr0),
            cr1_no_nk: root(&cr0.scaled(g / (g - 1.0))),
            cr1,
            p: Vector(p),
        }
    });
    let by_row =
        (0..y.len()).flat_map(|i| columns.iter().map(move |c| (c, i))).map(|(c, i)| c[i] * scores[i]);
    let hc0 = fit.bread.times(&meat_of(&by_row.collect::<Vec<_>>(), fit.rank())).times(&fit.bread);
    let z: Vec<f64> = fit.coefficients.iter().zip(se.iter()).map(|(b, s)| b / s).collect();
    let log_likelihood = log_likelihood(y, &mu, trials);
    let n = fit.n as f64;
    let total: f64 = trials.iter().sum();
    let null = if design.intercept { dot(y, trials) / total } else { 0.5 };
    Ok(Generalised {
        formula: design.formula.clone(),
        family: "binomial",
        link: "logit",
        n: fit.n,
        k: fit.rank(),
        names: Vector(design.names.clone()),
        coef: Vector(fit.coefficients.clone()),
        ci95: interval(&fit.coefficients, &se, &vec![f64::INFINITY; se.len()]),
        p: Vector(z.iter().map(|z| tails::normal_two_sided(*z)).collect()),
        z: Vector(z),
        hc0: root(&hc0),
        dispersion,
        p_quasi: Vector(
            fit.coefficients
                .iter()
                .zip(se_quasi.iter())
                .map(|(b, s)| tails::t_two_sided(b / s, fit.df))
                .collect(),
        ),
        se_quasi,
        se_classical: se,
        deviance: deviance(y, &mu, trials),
        null_deviance: deviance(y, &vec![null; y.len()], trials),
        df_resid: fit.df,
        df_null: n - f64::from(u8::from(design.intercept)),
        loglik: log_likelihood,
        aic: 2.0 * fit.rank() as f64 - 2.0 * log_likelihood,
        bic: n.ln() * fit.rank() as f64 - 2.0 * log_likelihood,
        odds_ratio: Vector(fit.coefficients.iter().map(|b| b.exp()).collect()),
        converged,
        iterations: rounds,
        separated: working.iter().zip(trials).any(|(w, t)| *t > 0.0 && w / t < 1e-9),
        clustered,
        aliased: (0..design.names.len())
            .filter(|c| !fit.kept.contains(c))
            .map(|c| design.names[c].clone())
            .collect(),
        n_dropped: design.dropped,
    })
}

struct Iterated {
    fit: Fit,
    eta: Vec<f64>,
    working: Vec<f64>,
    converged: bool,
    rounds: usize,
}

fn iterate(y: &[f64], trials: &[f64], columns: &[Vec<f64>], intercept: bool) -> Result<Iterated> {
    let mut mu: Vec<f64> = y.iter().zip(trials).map(|(y, t)| (t * y + 0.5) / (t + 1.0)).collect();
    let mut eta: Vec<f64> = mu.iter().map(|m| (m / (1.0 - m)).ln()).collect();
    let mut before = f64::INFINITY;
    let mut rounds = 0;
    let mut settled = false;
    loop {
        rounds += 1;
        let slope: Vec<f64> = mu.iter().map(|m| (m * (1.0 - m)).max(1e-12)).collect();
        let working: Vec<f64> = slope.iter().zip(trials).map(|(s, t)| s * t).collect();
        let z: Vec<f64> = (0..y.len()).map(|i| eta[i] + (y[i] - mu[i]) / slope[i]).collect();
        let fit = Fit::new(&LeastSquares { y: &z, columns, weights: Some(&working), intercept })?;
        eta.clone_from(&fit.fitted);
        mu = eta.iter().map(|e| logistic(*e)).collect();
        let now = deviance(y, &mu, trials);
        let converged = (now - before).abs() <= 1e-14 * (now.abs() + 0.1);
        // One round more: the errors rest on the weights of the round before.
        if (converged && settled) || rounds == MOST_ROUNDS {
            return Ok(Iterated { fit, eta, working, converged, rounds });
        }
        settled = converged;
        before = now;
    }
}

fn logistic(eta: f64) -> f64 {
    const LEAST: f64 = f64::EPSILON;
    (1.0 / (1.0 + (-eta).exp())).clamp(LEAST, 1.0 - LEAST)
}

fn meat_of(sums: &[f64], p: usize) -> Matrix {
    let mut meat = Matrix::zeros(p, p);
    sums.chunks(p.max(1)).for_each(|s| meat.add_outer(1.0, s));
    meat
}

fn deviance(y: &[f64], mu: &[f64], trials: &[f64]) -> f64 {
    let part = |a: f64, b: f64| if a > 0.0 { a * (a / b).ln() } else { 0.0 };
    (0..y.len()).map(|i| 2.0 * trials[i] * (part(y[i], mu[i]) + part(1.0 - y[i], 1.0 - mu[i]))).sum()
}

fn log_likelihood(y: &[f64], mu: &[f64], trials: &[f64]) -> f64 {
    let choose = |n: f64, x: f64| ln_gamma(n + 1.0) - ln_gamma(x + 1.0) - ln_gamma(n - x + 1.0);
    (0..y.len())
        .filter(|&i| trials[i] > 0.0)
        .map(|i| {
            let (m, x) = (trials[i].round(), (trials[i] * y[i]).round());
            let ways = if m > 1.0 { choose(m, x) } else { 0.0 };
            ways + x * mu[i].ln() + (m - x) * (1.0 - mu[i]).ln()
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::{Reading, csv};

    /// Two groups: the fitted odds are the groups' own, so everything is known by hand.
    #[test]
    fn two_groups_give_back_their_odds() {
        let mut text = String::from("y,g\n");
        for (count, row) in [(30, "1,a"), (10, "0,a"), (5, "1,b"), (20, "0,b")] {
            text.push_str(&format!("{row}\n").repeat(count));
        }
        let frame = csv::read_bytes("here", text.as_bytes(), &Reading::default()).unwrap();
        let fit = binomial(&frame, "y ~ g", &Asked::default()).unwrap();
        assert!((fit.coef[0] - 3_f64.ln()).abs() < 1e-10);
        assert!((fit.coef[1] - (0.25_f64.ln() - 3_f64.ln())).abs() < 1e-10);
        let se = (1.0 / 30.0 + 1.0 / 10.0 + 1.0 / 5.0 + 1.0 / 20.0_f64).sqrt();
        assert!((fit.se_classical[1] - se).abs() < 1e-8);
        assert!(fit.converged && !fit.separated);
    }

    #[test]
    fn perfect_separation_is_told() {
        let frame =
            csv::read_bytes("here", b"y,x\n0,1\n0,2\n0,3\n1,4\n1,5\n1,6\n", &Reading::default()).unwrap();
        let fit = binomial(&frame, "y ~ x", &Asked::default()).unwrap();
        assert!(fit.separated);
    }
}
