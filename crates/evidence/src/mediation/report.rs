//! A mediation from a frame and the names of its columns to estimates, intervals and sensitivity.

use super::counts::Random;
use super::path::{MOST_COLUMNS, Path, unit_products};
use super::resample::{bca, percentile, resample};
use crate::error::{Error, Result};
use crate::frame::design::Design;
use crate::frame::formula::Formula;
use crate::frame::{Frame, Groups};
use crate::numeric::{summary, tails};
use crate::regression::{Fit, LeastSquares};
use crate::vector::Vector;
use rayon::prelude::*;
use serde::Serialize;

/// What is asked.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// What starts the path.
    pub x: &'a str,
    /// What lies on it.
    pub m: &'a str,
    /// Where it ends.
    pub y: &'a str,
    /// What is held, as terms of a formula; empty for nothing.
    pub controls: &'a str,
    /// The column of clusters that are drawn whole.
    pub cluster: Option<&'a str>,
    /// Number of resamples.
    pub draws: usize,
    /// Where random numbers come from.
    pub random: Random,
}

/// A mediation.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/mediate.schema.json, which tells each")]
pub struct Mediation {
    pub n: usize,
    #[serde(rename = "G")]
    pub groups: usize,
    pub cluster: Option<String>,
    pub cluster_order: &'static str,
    pub a: f64,
    pub b: f64,
    pub acme: f64,
    pub ade: f64,
    pub total: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lcg_seed: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    #[serde(rename = "B")]
    pub draws: usize,
    pub failed_draws: usize,
    pub acme_sd: f64,
    pub acme_q7: [f64; 2],
    pub acme_bca: [f64; 2],
    pub ade_sd: f64,
    pub ade_q7: [f64; 2],
    pub ade_bca: [f64; 2],
    pub total_sd: f64,
    pub total_q7: [f64; 2],
    pub total_bca: [f64; 2],
    pub first5: Vector,
    pub proportion_mediated: Option<f64>,
    pub proportion_mediated_q7: Option<[f64; 2]>,
    pub sobel: Sobel,
    pub sensitivity: Sensitivity,
    pub xm_interaction: Option<Interaction>,
    pub exploratory: bool,
    pub model: String,
    pub random_sequence: &'static str,
    pub n_dropped: usize,
}

/// Sobel's test (1982), for reference only.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/mediate.schema.json, which tells each")]
pub struct Sobel {
    pub se: f64,
    pub z: f64,
    pub p: f64,
}

/// How much hidden confounding would undo the path.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/mediate.schema.json, which tells each")]
pub struct Sensitivity {
    pub rho_acme_zero: f64,
    pub rho: Vec<f64>,
    pub acme: Vec<f64>,
    pub e_value: f64,
}

/// Whether the path differs with X.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/mediate.schema.json, which tells each")]
pub struct Interaction {
    pub coef: f64,
    pub t: f64,
    pub p: f64,
}

/// Resamples: too few make no interval, too many no end.
const DRAWS: std::ops::RangeInclusive<usize> = 20..=1_000_000;

/// Fewer units than this: shown, never a verdict.
const FEW_UNITS: usize = 30;

/// A path from X over M to Y. Says nothing of cause by itself: X must come before M, M before Y, and nothing unseen may
/// move two of them.
///
/// # Errors
/// As [`Design::build`]; a column is spanned by the others; fewer than two clusters.
pub fn mediate(frame: &Frame, asked: &Asked) -> Result<Mediation> {
    if !DRAWS.contains(&asked.draws) {
        return Err(Error::question(format!(
            "mediate: {} draws; from {} to {} go",
            asked.draws,
            DRAWS.start(),
            DRAWS.end()
        )));
    }
    let held = if asked.controls.trim().is_empty() { "1" } else { asked.controls };
    let formula = Formula::parse(&format!("{} ~ {held} + {} + {}", asked.y, asked.x, asked.m), &[])?;
    let clusters = asked.cluster.map(|c| frame.groups(c)).transpose()?;
    let there = |r: usize| clusters.as_ref().is_none_or(|c| c.of[r] != Groups::NONE);
    let design = Design::build(frame, &formula, &there)?;
    let (x, m) = (position(&design, asked.x)?, position(&design, asked.m)?);
    let columns = ordered_columns(&design, x, m);
    let d = columns.len();
    if d > MOST_COLUMNS {
        return Err(Error::question(format!("mediate: {d} columns; up to {MOST_COLUMNS} go")));
    }
    let n = design.rows.len();
    let clusters = clusters.map(|c| c.of_rows(&design.rows));
    let (unit, units) = match &clusters {
        Some(c) => (c.of.clone(), c.count()),
        None => ((0..n as u32).collect(), n),
    };
    if units < 2 {
        return Err(Error::question("mediate: two clusters are needed, and thirty are better"));
    }
    let products = unit_products(&columns, &unit, units);
    let whole: Vec<f64> = products.iter().map(|p| p.iter().sum()).collect();
    let path = Path::of(&whole, d).ok_or_else(|| {
        Error::question("mediate: a column is spanned by the others or does not vary; leave one out")
    })?;
    let drawn = resample(&products, d, asked.draws, asked.random);
    if drawn.paths.len() < *DRAWS.start() {
        return Err(Error::question(format!(
            "mediate: only {} of {} resamples could be fitted: {units} units vary too little for that many columns",
            drawn.paths.len(),
            asked.draws
        )));
    }
    let of = |f: fn(&Path) -> f64| drawn.paths.iter().map(f).collect::<Vec<f64>>();
    let (acme, ade, total) = (of(|p| p.acme), of(|p| p.ade), of(|p| p.total));
    let without = without_each(&products, &whole, d);
    let left = |f: fn(&Path) -> f64| without.iter().map(f).collect::<Vec<f64>>();
    let total_q7 = percentile(&total);
    let clear = total_q7[0] > 0.0 || total_q7[1] < 0.0;
    let shares: Vec<f64> = acme.iter().zip(&total).map(|(a, t)| a / t).collect();
    let (lcg_seed, seed) = match asked.random {
        Random::ParkMiller(seed) => (Some(seed), None),
        Random::Xoshiro(seed) => (None, Some(seed)),
    };
    Ok(Mediation {
        n,
        groups: units,
        cluster: clusters.map(|c| c.name),
        cluster_order: "labels sorted: numbers by size, texts by their letters",
        a: path.a,
        b: path.b,
        acme: path.acme,
        ade: path.ade,
        total: path.total,
        lcg_seed,
        seed,
        draws: asked.draws,
        failed_draws: drawn.failed,
        acme_sd: summary::sd(&acme),
        acme_q7: percentile(&acme),
        acme_bca: bca(&acme, path.acme, &left(|p| p.acme)),
        ade_sd: summary::sd(&ade),
        ade_q7: percentile(&ade),
        ade_bca: bca(&ade, path.ade, &left(|p| p.ade)),
        total_sd: summary::sd(&total),
        total_q7,
        total_bca: bca(&total, path.total, &left(|p| p.total)),
        first5: Vector(acme.iter().take(5).copied().collect()),
        proportion_mediated: clear.then(|| path.acme / path.total),
        proportion_mediated_q7: clear.then(|| percentile(&shares)),
        sobel: sobel(&path, n, d),
        sensitivity: sensitivity(&path, &design.columns[x], &design.response),
        xm_interaction: interaction(&design, x, m),
        exploratory: units < FEW_UNITS,
        model: format!(
            "M: {} ~ {} + {held}; Y: {} ~ {} + {} + {held}; ACME = a * b",
            asked.m, asked.x, asked.y, asked.x, asked.m
        ),
        random_sequence: match asked.random {
            Random::ParkMiller(_) => {
                "Park-Miller: x <- (48271 x) mod 2147483647; unit = x mod units; replicates consecutive"
            }
            Random::Xoshiro(_) => "xoshiro256++, one sequence per replicate; multinomial counts",
        },
        n_dropped: design.dropped,
    })
}

fn position(design: &Design, name: &str) -> Result<usize> {
    let label = crate::frame::expression::parse(name)?.label();
    design
        .names
        .iter()
        .position(|n| *n == label)
        .ok_or_else(|| Error::question(format!("mediate: '{name}' must be one column of numbers")))
}

/// 1, controls, X, M, Y, each but the first about its mean.
fn ordered_columns(design: &Design, x: usize, m: usize) -> Vec<Vec<f64>> {
    let controls = (0..design.names.len()).filter(|&c| c != x && c != m);
    let centred = |column: &Vec<f64>| {
        let mean = summary::mean(column);
        column.iter().map(|v| v - mean).collect::<Vec<f64>>()
    };
    let mut out: Vec<Vec<f64>> = controls
        .map(|c| {
            if design.names[c] == "(Intercept)" {
                design.columns[c].clone()
            } else {
                centred(&design.columns[c])
            }
        })
        .collect();
    out.push(centred(&design.columns[x]));
    out.push(centred(&design.columns[m]));
    out.push(centred(&design.response));
    out
}

fn without_each(products: &[Vec<f64>], whole: &[f64], d: usize) -> Vec<Path> {
    let without = |gram: &mut Vec<f64>, u: usize| {
        gram.clear();
        gram.extend(products.iter().zip(whole).map(|(p, w)| w - p[u]));
        Path::of(gram, d)
    };
    let paths: Vec<Option<Path>> =
        (0..products[0].len()).into_par_iter().map_init(Vec::new, without).collect();
    paths.into_iter().flatten().collect()
}

fn sobel(path: &Path, n: usize, d: usize) -> Sobel {
    let (df_m, df_y) = ((n - (d - 2)) as f64, (n - (d - 1)) as f64);
    let var_a = path.rest_m / df_m / path.rest_x;
    let var_b = path.rest_y / df_y / path.rest_m;
    let se = (path.a.powi(2) * var_b + path.b.powi(2) * var_a).sqrt();
    Sobel { se, z: path.acme / se, p: tails::normal_two_sided(path.acme / se) }
}

/// Imai, Keele and Yamamoto's curve (2010), and VanderWeele and Ding's E-value (2017) of the mediated part per standard
/// deviation of X.
fn sensitivity(path: &Path, x: &[f64], y: &[f64]) -> Sensitivity {
    let rho: Vec<f64> = (-9..=9).map(|k| f64::from(k) / 10.0).collect();
    let y_without_m = path.rest_y / (1.0 - path.rho.powi(2));
    let scale = path.a * (y_without_m / path.rest_m).sqrt();
    let acme = rho
        .iter()
        .map(|r| scale * (path.rho - r * ((1.0 - path.rho.powi(2)) / (1.0 - r * r)).sqrt()))
        .collect();
    let standardised = path.acme.abs() * summary::sd(x) / summary::sd(y);
    let ratio = (0.91 * standardised).exp();
    Sensitivity { rho_acme_zero: path.rho, rho, acme, e_value: ratio + (ratio * (ratio - 1.0)).sqrt() }
}

fn interaction(design: &Design, x: usize, m: usize) -> Option<Interaction> {
    let mut columns = design.columns.clone();
    let (mean_x, mean_m) = (summary::mean(&columns[x]), summary::mean(&columns[m]));
    let product = columns[x].iter().zip(&columns[m]).map(|(a, b)| (a - mean_x) * (b - mean_m)).collect();
    columns.push(product);
    let model =
        LeastSquares { y: &design.response, columns: &columns, weights: None, intercept: design.intercept };
    let fit = Fit::new(&model).ok()?;
    let at = fit.kept.iter().position(|&c| c == columns.len() - 1)?;
    let coef = fit.coefficients[columns.len() - 1];
    let t = coef / fit.classical()[(at, at)].sqrt();
    Some(Interaction { coef, t, p: tails::t_two_sided(t, fit.df) })
}
