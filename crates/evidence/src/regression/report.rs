//! A regression from a frame, a formula and the names of weights and clusters to everything a reader may ask of it.

use super::least_squares::{Fit, LeastSquares};
use super::sandwich::{ClusterKind, RobustKind};
use crate::error::{Error, Result};
use crate::frame::design::Design;
use crate::frame::formula::Formula;
use crate::frame::{Frame, Groups};
use crate::numeric::dense::Matrix;
use crate::numeric::tails;
use crate::vector::Vector;
use serde::Serialize;

/// Which standard errors stand in `se`, `t`, `p` and `ci95`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ErrorKind {
    /// Equal spread, independent rows.
    Classical,
    /// White's.
    Hc0,
    /// White's with n / (n - k).
    Hc1,
    /// Leverage once.
    Hc2,
    /// Leverage twice.
    Hc3,
    /// Clusters as they are.
    Cr0,
    /// Clusters, Stata's factor.
    Cr1,
    /// Clusters, bias-reduced.
    Cr2,
}

/// What is asked beside the formula.
#[derive(Debug, Clone, Default)]
pub struct Asked<'a> {
    /// The column of weights.
    pub weights: Option<&'a str>,
    /// The column of clusters.
    pub cluster: Option<&'a str>,
    /// The errors to put first, and alone where rows are many; all of them where it is `None`.
    pub errors: Option<ErrorKind>,
}

/// A 95 % interval for each coefficient.
#[derive(Debug, Clone, Serialize)]
pub struct Interval {
    /// The lower ends.
    pub lo: Vector,
    /// The upper ends.
    pub hi: Vector,
}

/// A fitted regression. Vectors stand in the order of `names`.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/regress.schema.json, which tells each")]
pub struct Regression {
    pub formula: String,
    pub n: usize,
    pub k: usize,
    pub names: Vector<String>,
    pub coef: Vector,
    pub se_type: ErrorKind,
    pub se: Vector,
    pub df: Vector,
    pub t: Vector,
    pub p: Vector,
    pub ci95: Interval,
    pub se_classical: Vector,
    #[serde(flatten)]
    pub robust: Option<Robust>,
    pub r2: f64,
    pub adj_r2: f64,
    pub sigma: f64,
    pub df_resid: f64,
    #[serde(rename = "F")]
    pub f: Vector,
    pub loglik: f64,
    #[serde(rename = "AIC")]
    pub aic: f64,
    #[serde(rename = "BIC")]
    pub bic: f64,
    pub vif: Option<Vector>,
    pub beta_std: Vector,
    pub partial_r2: Vector,
    #[serde(flatten)]
    pub clustered: Option<ClusterErrors>,
    pub aliased: Vec<String>,
    pub n_dropped: usize,
}

/// What needs each row's leverage.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/regress.schema.json, which tells each")]
pub struct Robust {
    #[serde(rename = "se_HC0")]
    pub hc0: Vector,
    #[serde(rename = "se_HC1")]
    pub hc1: Vector,
    #[serde(rename = "se_HC2")]
    pub hc2: Vector,
    #[serde(rename = "se_HC3")]
    pub hc3: Vector,
    #[serde(rename = "t_HC3")]
    pub t_hc3: Vector,
    #[serde(rename = "p_HC3_t")]
    pub p_hc3: Vector,
    #[serde(rename = "ci95_HC3_t")]
    pub ci_hc3: Interval,
    pub max_cook: f64,
    pub max_hat: f64,
    pub hat_first5: Vector,
    pub resid_first5: Vector,
}

/// Errors by clusters.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/regress.schema.json, which tells each")]
pub struct ClusterErrors {
    pub cluster: String,
    #[serde(rename = "G")]
    pub groups: usize,
    #[serde(rename = "se_CR0")]
    pub cr0: Vector,
    #[serde(rename = "se_CR1_stata")]
    pub cr1: Vector,
    #[serde(rename = "se_CR1_noNK")]
    pub cr1_no_nk: Vector,
    #[serde(flatten)]
    pub reduced: Option<Reduced>,
}

/// Bias-reduced errors by clusters, with Satterthwaite's degrees of freedom.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/regress.schema.json, which tells each")]
pub struct Reduced {
    #[serde(rename = "se_CR2")]
    pub cr2: Vector,
    #[serde(rename = "df_CR2_satt")]
    pub df: Vector,
    #[serde(rename = "p_CR2")]
    pub p: Vector,
    #[serde(rename = "se_CR3")]
    pub cr3: Vector,
}

/// Rows up to this many get every kind of error unasked.
pub(super) const MANY_ROWS: usize = 200_000;

/// Weights and clusters beside a design, for its rows.
pub struct Prepared {
    /// The model's columns.
    pub design: Design,
    /// Weights, where asked for.
    pub weights: Option<Vec<f64>>,
    /// Clusters, where asked for.
    pub clusters: Option<Groups>,
}

/// Takes the rows that have everything: the formula's columns, a weight, a cluster.
///
/// # Errors
/// As [`Design::build`].
pub fn prepare(frame: &Frame, formula: &str, asked: &Asked) -> Result<Prepared> {
    prepared(frame, formula, asked, Design::build)
}

/// The same of a part of a table, which may have no whole row.
pub(super) fn prepare_part(frame: &Frame, formula: &str, asked: &Asked) -> Result<Prepared> {
    prepared(frame, formula, asked, Design::build_part)
}

type Build = fn(&Frame, &Formula, &dyn Fn(usize) -> bool) -> Result<Design>;

fn prepared(frame: &Frame, formula: &str, asked: &Asked, build: Build) -> Result<Prepared> {
    let others: Vec<String> = frame.columns.iter().map(|c| c.name.clone()).collect();
    let formula = Formula::parse(formula, &others)?;
    if !formula.random.is_empty() {
        return Err(Error::question("formula: bars belong to `mixed`, not to a regression"));
    }
    if formula.response.is_none() {
        return Err(Error::question("formula: what is explained is missing, as in 'y ~ x'"));
    }
    let weights = asked.weights.map(|w| frame.numbers(w)).transpose()?;
    let clusters = asked.cluster.map(|c| frame.groups(c)).transpose()?;
    let there = |r: usize| {
        weights.as_ref().is_none_or(|w| !w[r].is_nan())
            && clusters.as_ref().is_none_or(|c| c.of[r] != Groups::NONE)
    };
    let design = build(frame, &formula, &there)?;
    let weights = weights.map(|w| design.rows.iter().map(|&r| w[r as usize]).collect());
    let clusters = clusters.map(|c| c.of_rows(&design.rows));
    Ok(Prepared { design, weights, clusters })
}

/// Fits a regression. Not for outcomes that are yes or no (use `glm`), nor where rows of a group share more than
/// clusters forgive and the groups themselves are of interest (use `mixed`).
///
/// # Errors
/// As [`prepare`] and [`Fit::new`]; cluster errors asked for without clusters, or with one cluster.
pub fn regress(frame: &Frame, formula: &str, asked: &Asked) -> Result<Regression> {
    let prepared = prepare(frame, formula, asked)?;
    let design = &prepared.design;
    let model = LeastSquares {
        y: &design.response,
        columns: &design.columns,
        weights: prepared.weights.as_deref(),
        intercept: design.intercept,
    };
    let fit = Fit::new(&model)?;
    report(&fit, &model, &prepared, asked)
}

fn report(fit: &Fit, model: &LeastSquares, prepared: &Prepared, asked: &Asked) -> Result<Regression> {
    let design = &prepared.design;
    let full = |kept: Vec<f64>| spread(fit, design.names.len(), &kept);
    let errors = |v: &Matrix| full(v.diagonal().iter().map(|x| x.max(0.0).sqrt()).collect());
    let many = fit.n > MANY_ROWS;
    let wants = |kinds: &[ErrorKind]| asked.errors.map_or(!many, |e| kinds.contains(&e) || !many);
    let robust = wants(&[ErrorKind::Hc0, ErrorKind::Hc1, ErrorKind::Hc2, ErrorKind::Hc3])
        .then(|| robust(fit, model, &errors));
    let clustered = match &prepared.clusters {
        None if matches!(asked.errors, Some(ErrorKind::Cr0 | ErrorKind::Cr1 | ErrorKind::Cr2)) => {
            return Err(Error::question("cluster errors need the column of clusters: say --cluster"));
        }
        None => None,
        Some(clusters) if clusters.count() < 2 => {
            return Err(Error::question(format!(
                "'{}' has only one cluster; two are needed, and forty are better",
                clusters.name
            )));
        }
        Some(clusters) => Some(cluster_errors(fit, model, clusters, wants(&[ErrorKind::Cr2]), &full)),
    };
    let whole = Whole {
        formula: &design.formula,
        names: &design.names,
        intercept: model.intercept,
        dropped: design.dropped,
        r2: fit.r_squared(model),
        log_likelihood: fit.log_likelihood(model.weights),
        beta_std: fit.standardised(model),
    };
    Ok(told(fit, whole, robust, clustered, asked))
}

/// What is told of a fit beside its coefficients and errors.
pub(super) struct Whole<'a> {
    pub(super) formula: &'a str,
    pub(super) names: &'a [String],
    pub(super) intercept: bool,
    pub(super) dropped: usize,
    pub(super) r2: f64,
    pub(super) log_likelihood: f64,
    pub(super) beta_std: Vec<f64>,
}

/// Everything a reader may ask of a fit, from its parts.
pub(super) fn told(
    fit: &Fit,
    whole: Whole,
    robust: Option<Robust>,
    clustered: Option<ClusterErrors>,
    asked: &Asked,
) -> Regression {
    let classical = fit.classical().diagonal().iter().map(|x| x.max(0.0).sqrt()).collect::<Vec<f64>>();
    let se_classical = spread(fit, whole.names.len(), &classical);
    let fallback = if clustered.is_some() { ErrorKind::Cr1 } else { ErrorKind::Classical };
    let se_type = asked.errors.unwrap_or(fallback);
    let (se, df) = chosen(se_type, fit, &se_classical, robust.as_ref(), clustered.as_ref());
    let t: Vec<f64> = fit.coefficients.iter().zip(se.iter()).map(|(b, s)| b / s).collect();
    let p = t.iter().zip(&df).map(|(t, df)| tails::t_two_sided(*t, *df)).collect();
    let Whole { r2, log_likelihood, .. } = whole;
    let explained = (fit.rank() - usize::from(whole.intercept).min(fit.rank())) as f64;
    let above = fit.df + explained;
    let parameters = (fit.rank() + 1) as f64;
    Regression {
        formula: whole.formula.to_owned(),
        n: fit.n,
        k: fit.rank(),
        names: Vector(whole.names.to_vec()),
        coef: Vector(fit.coefficients.clone()),
        ci95: interval(&fit.coefficients, &se, &df),
        se_type,
        df: Vector(df),
        t: Vector(t),
        p: Vector(p),
        se,
        partial_r2: Vector(partial(&fit.coefficients, &se_classical, fit.df)),
        se_classical,
        robust,
        r2,
        adj_r2: 1.0 - (1.0 - r2) * above / fit.df,
        sigma: fit.sigma(),
        df_resid: fit.df,
        f: Vector(vec![r2 / (1.0 - r2) * fit.df / explained, explained, fit.df]),
        loglik: log_likelihood,
        aic: 2.0 * parameters - 2.0 * log_likelihood,
        bic: parameters * (fit.n as f64).ln() - 2.0 * log_likelihood,
        vif: fit.variance_inflation(whole.intercept).map(Vector),
        beta_std: Vector(whole.beta_std),
        clustered,
        aliased: (0..whole.names.len())
            .filter(|c| !fit.kept.contains(c))
            .map(|c| whole.names[c].clone())
            .collect(),
        n_dropped: whole.dropped,
    }
}

/// Values of the kept columns among all, NaN for the rest.
pub(super) fn spread(fit: &Fit, all: usize, kept: &[f64]) -> Vector {
    let mut out = vec![f64::NAN; all];
    for (&c, x) in fit.kept.iter().zip(kept) {
        out[c] = *x;
    }
    Vector(out)
}

fn robust(fit: &Fit, model: &LeastSquares, errors: &dyn Fn(&Matrix) -> Vector) -> Robust {
    let leverages = fit.leverages(model);
    let of = |kind| errors(&fit.robust(model, kind, &leverages));
    let hc3 = of(RobustKind::Hc3);
    let t: Vec<f64> = fit.coefficients.iter().zip(hc3.iter()).map(|(b, s)| b / s).collect();
    let first = |x: &[f64]| Vector(x.iter().take(5).copied().collect());
    Robust {
        hc0: of(RobustKind::Hc0),
        hc1: of(RobustKind::Hc1),
        hc2: of(RobustKind::Hc2),
        p_hc3: Vector(t.iter().map(|t| tails::t_two_sided(*t, fit.df)).collect()),
        ci_hc3: interval(&fit.coefficients, &hc3, &vec![fit.df; hc3.len()]),
        t_hc3: Vector(t),
        hc3,
        max_cook: fit
            .cooks_distances(model.weights, &leverages)
            .into_iter()
            .filter(|x| !x.is_nan())
            .fold(0.0, f64::max),
        max_hat: leverages.iter().copied().fold(0.0, f64::max),
        hat_first5: first(&leverages),
        resid_first5: first(&fit.residuals),
    }
}

fn cluster_errors(
    fit: &Fit,
    model: &LeastSquares,
    clusters: &Groups,
    reduced: bool,
    full: &dyn Fn(Vec<f64>) -> Vector,
) -> ClusterErrors {
    let root = |v: &Matrix| full(v.diagonal().iter().map(|x| x.max(0.0).sqrt()).collect());
    let cr0 = fit.clustered(model, clusters, ClusterKind::Cr0).covariance;
    let reduced = reduced.then(|| {
        let cr2 = fit.clustered(model, clusters, ClusterKind::Cr2);
        let se = root(&cr2.covariance);
        let df = full(cr2.df);
        let tail = |((b, s), df): ((&f64, &f64), &f64)| tails::t_two_sided(b / s, *df);
        let p = fit.coefficients.iter().zip(se.iter()).zip(df.iter()).map(tail).collect();
        let cr3 = root(&fit.clustered(model, clusters, ClusterKind::Cr3).covariance);
        Reduced { cr2: se, df, p: Vector(p), cr3 }
    });
    ClusterErrors { reduced, ..plain_cluster_errors(fit, &cr0, &clusters.name, clusters.count(), full) }
}

/// The errors that follow from `CR0` by a factor.
pub(super) fn plain_cluster_errors(
    fit: &Fit,
    cr0: &Matrix,
    cluster: &str,
    groups: usize,
    full: &dyn Fn(Vec<f64>) -> Vector,
) -> ClusterErrors {
    let root = |v: &Matrix| full(v.diagonal().iter().map(|x| x.max(0.0).sqrt()).collect());
    let g = groups as f64;
    ClusterErrors {
        cluster: cluster.to_owned(),
        groups,
        cr1: root(&cr0.scaled(super::sandwich::cluster_factor(g, fit.n as f64, fit.rank() as f64))),
        cr1_no_nk: root(&cr0.scaled(g / (g - 1.0))),
        cr0: root(cr0),
        reduced: None,
    }
}

fn chosen(
    kind: ErrorKind,
    fit: &Fit,
    classical: &Vector,
    robust: Option<&Robust>,
    clustered: Option<&ClusterErrors>,
) -> (Vector, Vec<f64>) {
    let k = classical.len();
    let nothing = || Vector(vec![f64::NAN; k]);
    let by_rows = |se: Option<&Vector>| (se.cloned().unwrap_or_else(nothing), vec![fit.df; k]);
    let by_groups = |se: Option<&Vector>| {
        let df = clustered.map_or(f64::NAN, |c| c.groups as f64 - 1.0);
        (se.cloned().unwrap_or_else(nothing), vec![df; k])
    };
    match kind {
        ErrorKind::Classical => by_rows(Some(classical)),
        ErrorKind::Hc0 => by_rows(robust.map(|r| &r.hc0)),
        ErrorKind::Hc1 => by_rows(robust.map(|r| &r.hc1)),
        ErrorKind::Hc2 => by_rows(robust.map(|r| &r.hc2)),
        ErrorKind::Hc3 => by_rows(robust.map(|r| &r.hc3)),
        ErrorKind::Cr0 => by_groups(clustered.map(|c| &c.cr0)),
        ErrorKind::Cr1 => by_groups(clustered.map(|c| &c.cr1)),
        ErrorKind::Cr2 => match clustered.and_then(|c| c.reduced.as_ref()) {
            Some(reduced) => (reduced.cr2.clone(), reduced.df.0.clone()),
            None => (nothing(), vec![f64::NAN; k]),
        },
    }
}

/// Estimate plus and minus t times error, at 95 %.
#[must_use]
pub fn interval(estimates: &[f64], errors: &[f64], df: &[f64]) -> Interval {
    let ends = |sign: f64| {
        let mut known = (f64::NAN, f64::NAN);
        let each = estimates.iter().zip(errors).zip(df).map(|((b, s), df)| {
            if known.0 != *df {
                known = (*df, tails::t_two_sided_quantile(0.95, *df));
            }
            b + sign * known.1 * s
        });
        Vector(each.collect())
    };
    Interval { lo: ends(-1.0), hi: ends(1.0) }
}

/// `t^2 / (t^2 + df)` of each coefficient.
fn partial(estimates: &[f64], errors: &[f64], df: f64) -> Vec<f64> {
    estimates.iter().zip(errors).map(|(b, s)| (b / s).powi(2)).map(|t2| t2 / (t2 + df)).collect()
}
