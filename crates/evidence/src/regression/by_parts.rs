//! Least squares of a large file part by part: one pass for the triangular factor, a second for the sums of each
//! cluster. Nothing as long as the file is held.

use super::least_squares::{Fit, independent_in};
use super::orthogonal::{joined, triangular_factor};
use super::report::{Asked, ErrorKind, MANY_ROWS, Prepared, Regression, Whole};
use super::report::{plain_cluster_errors, prepare_part, spread, told};
use super::sandwich::score_sums;
use crate::error::Result;
use crate::frame::Frame;
use crate::frame::formula::Formula;
use crate::frame::parts::{Labels, Parts, is_by_row};
use crate::numeric::dense::Matrix;

/// What the first pass leaves.
struct Factor {
    formula: String,
    names: Vec<String>,
    factor: Matrix,
    n: usize,
    dropped: usize,
}

/// Fits a regression as [`super::regress`] does; `None` where it needs the whole table: weights, errors by row or of
/// kind CR2, factors, means over rows, no intercept, or few rows.
///
/// # Errors
/// As [`super::regress`].
pub fn regress_by_parts(parts: &Parts, formula: &str, asked: &Asked) -> Result<Option<Regression>> {
    let of_sums = matches!(asked.errors, None | Some(ErrorKind::Classical | ErrorKind::Cr0 | ErrorKind::Cr1));
    let lacks_clusters =
        asked.cluster.is_none() && matches!(asked.errors, Some(ErrorKind::Cr0 | ErrorKind::Cr1));
    if asked.weights.is_some() || !of_sums || lacks_clusters {
        return Ok(None);
    }
    let Some(first) = first_pass(parts, formula, asked)? else { return Ok(None) };
    if first.n <= MANY_ROWS {
        return Ok(None);
    }
    let columns = first.names.len();
    let (kept, r) = independent_in(first.factor.clone());
    let fit = Fit::of_factor(kept, &r, columns, first.n)?;
    let full = |kept: Vec<f64>| spread(&fit, columns, &kept);
    let clustered = match asked.cluster {
        None => None,
        Some(cluster) => {
            let (sums, groups) = scores(parts, formula, asked, &fit)?;
            if groups < 2 {
                return Ok(None);
            }
            Some(plain_cluster_errors(&fit, &fit.sandwich(&sums), cluster, groups, &full))
        }
    };
    // Below its first row the factor holds the columns about their means.
    let about_mean = |r: &Matrix, c: usize| (1..r.cols).map(|i| r[(i, c)].powi(2)).sum::<f64>();
    let explained: f64 = (1..fit.rank()).map(|i| r[(i, fit.rank())].powi(2)).sum();
    let in_spreads = |c: usize| {
        fit.coefficients[c] * (about_mean(&first.factor, c) / about_mean(&first.factor, columns)).sqrt()
    };
    let whole = Whole {
        formula: &first.formula,
        names: &first.names,
        intercept: true,
        dropped: first.dropped,
        r2: explained / (explained + fit.rss),
        log_likelihood: fit.log_likelihood(None),
        beta_std: (1..columns).map(in_spreads).collect(),
    };
    Ok(Some(told(&fit, whole, None, clustered, asked)))
}

fn first_pass(parts: &Parts, formula: &str, asked: &Asked) -> Result<Option<Factor>> {
    let look = |part: &Frame| {
        let others: Vec<String> = part.columns.iter().map(|c| c.name.clone()).collect();
        let parsed = Formula::parse(formula, &others)?;
        if !parsed.fixed.intercept || !is_by_row(&parsed, part) {
            return Ok(None);
        }
        let Prepared { design, .. } = prepare_part(part, formula, asked)?;
        let columns: Vec<&[f64]> =
            design.columns.iter().chain([&design.response]).map(Vec::as_slice).collect();
        let factor = triangular_factor(&columns, None);
        let n = design.rows.len();
        Ok(Some(Factor { formula: design.formula, names: design.names, factor, n, dropped: design.dropped }))
    };
    let mut all: Option<Factor> = None;
    let mut factors = Vec::new();
    let mut plain = true;
    parts.each(look, |found| {
        let Some(part) = found else {
            plain = false;
            return Ok(());
        };
        factors.push(part.factor.clone());
        match &mut all {
            Some(all) => {
                all.n += part.n;
                all.dropped += part.dropped;
            }
            None => all = Some(part),
        }
        Ok(())
    })?;
    Ok(all.filter(|_| plain).map(|all| Factor { factor: joined(&factors), ..all }))
}

/// Each cluster's `X'e`, one after the other, and how many clusters there are.
fn scores(parts: &Parts, formula: &str, asked: &Asked, fit: &Fit) -> Result<(Vec<f64>, usize)> {
    let p = fit.rank();
    let look = |part: &Frame| {
        let prepared = prepare_part(part, formula, asked)?;
        let design = &prepared.design;
        let columns: Vec<&[f64]> = fit.kept.iter().map(|&c| &design.columns[c][..]).collect();
        let mut rest = design.response.clone();
        for (&c, column) in fit.kept.iter().zip(&columns) {
            let b = fit.coefficients[c];
            rest.iter_mut().zip(*column).for_each(|(e, x)| *e -= b * x);
        }
        Ok(prepared.clusters.map(|clusters| (score_sums(&columns, &rest, &clusters), clusters)))
    };
    let mut labels = Labels::default();
    let mut sums: Vec<f64> = Vec::new();
    parts.each(look, |found| {
        let Some((part, clusters)) = found else { return Ok(()) };
        let places = labels.places(&clusters);
        sums.resize(labels.met.len() * p, 0.0);
        for (place, part) in places.iter().zip(part.chunks(p)) {
            let from = *place as usize * p;
            sums[from..from + p].iter_mut().zip(part).for_each(|(s, x)| *s += x);
        }
        Ok(())
    })?;
    Ok((sums, labels.met.len()))
}
