//! A mixed model from a frame and a formula to everything a reader may ask of it.

use super::blocks::{Blocks, Term};
use super::criterion::{Structure, at};
use super::fit::{Fitted, Spread, fit};
use super::nested::{Nested, are_nested};
use super::spreads::{Component, Label, components, ngroups, theta_names};
use super::{profile, satterthwaite};
use crate::error::{Error, Result};
use crate::frame::design::Design;
use crate::frame::formula::{Bar, Formula};
use crate::frame::{Frame, Groups};
use crate::numeric::dense::Matrix;
use crate::numeric::{summary, tails};
use crate::regression::report::{Interval, interval};
use crate::regression::{LeastSquares, independent_columns};
use crate::vector::{Named, Vector};
use serde::Serialize;

/// What is asked beside the formula.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// Maximum likelihood in place of restricted maximum likelihood.
    pub ml: bool,
    /// Relative spreads at which the criterion is wanted, in lme4's order.
    pub at_theta: Vec<Vec<f64>>,
    /// Profile intervals, which fit the model again many times.
    pub profile: bool,
    /// Every group's effect even where groups are many.
    pub all_effects: bool,
}

/// A fitted mixed model.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/mixed.schema.json, which tells each")]
pub struct Mixed {
    pub formula: String,
    #[serde(rename = "REML")]
    pub reml: bool,
    pub n: usize,
    pub ngroups: Named<usize>,
    pub theta_names: Vector<String>,
    pub theta: Vector,
    pub criterion_minus2ll: f64,
    pub fixef_names: Vector<String>,
    pub fixef: Vector,
    pub se: Vector,
    pub vcov_upper: Vector,
    pub varcomp: Vec<Component>,
    pub sigma: f64,
    pub loglik: f64,
    #[serde(rename = "AIC")]
    pub aic: f64,
    #[serde(rename = "BIC")]
    pub bic: f64,
    pub at_theta: Vec<AtTheta>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blup: Option<Predicted>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub blups: Vec<Predicted>,
    pub satterthwaite_df: Vector,
    pub p_satt: Vector,
    pub ci95_satt: Interval,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile_ci95: Option<Named<[f64; 2]>>,
    pub singular: bool,
    pub evaluations: usize,
    pub largest_slope: f64,
    pub aliased: Vec<String>,
    pub n_dropped: usize,
}

/// The criterion at given relative spreads.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/mixed.schema.json, which tells each")]
pub struct AtTheta {
    pub theta: Vector,
    pub criterion: f64,
}

/// The effects of a term's groups, with the posterior standard deviation of its first column.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/mixed.schema.json, which tells each")]
pub struct Predicted {
    pub grp: String,
    pub levels: Vec<String>,
    pub values: Named<Vec<f64>>,
    #[serde(rename = "postSD_first")]
    pub post_sd: Vec<f64>,
}

/// Groups up to this many show their effects unasked.
const MANY_GROUPS: usize = 2_000;

pub(super) enum Kind {
    Nested(Nested),
    Blocks(Blocks),
}

impl Kind {
    fn structure(&self) -> &dyn Structure {
        match self {
            Self::Nested(nested) => nested,
            Self::Blocks(blocks) => blocks,
        }
    }
}

/// What is told of the rows beside the fit.
pub(super) struct Rows {
    pub(super) formula: String,
    pub(super) names: Vec<String>,
    pub(super) n: usize,
    pub(super) dropped: usize,
}

/// Fits a linear mixed model. Not for fewer than about five groups, nor for outcomes that are yes or no.
///
/// # Errors
/// The formula has no bar; a group has one level, or as many as there are rows; crossed groups are too many.
pub fn mixed(frame: &Frame, formula: &str, asked: &Asked) -> Result<Mixed> {
    let others: Vec<String> = frame.columns.iter().map(|c| c.name.clone()).collect();
    let parsed = Formula::parse(formula, &others)?;
    if parsed.random.is_empty() {
        return Err(Error::question("formula: a mixed model needs a bar, as in 'y ~ x + (1|school)'"));
    }
    if parsed.response.is_none() {
        return Err(Error::question("formula: what is explained is missing, as in 'y ~ x + (1|school)'"));
    }
    let groups = parsed.random.iter().map(|bar| grouping(frame, bar)).collect::<Result<Vec<_>>>()?;
    let there = |row: usize| groups.iter().all(|g| g.of[row] != Groups::NONE);
    let design = Design::build(frame, &parsed, &there)?;
    let mut terms = Vec::new();
    for (bar, groups) in parsed.random.iter().zip(&groups) {
        let groups = groups.of_rows(&design.rows);
        // An intercept's column of ones is made only where something other than sums per group needs it.
        let (names, columns) = if bar.terms.terms.is_empty() && bar.terms.intercept {
            (vec!["(Intercept)".to_owned()], vec![Vec::new()])
        } else {
            design.more(frame, &bar.terms)?
        };
        terms.push((names, Term { columns, groups }));
    }
    drop(groups);
    let terms = ordered(terms);
    refuse_odd_groups(&terms, design.rows.len())?;
    solve(design, terms, asked)
}

fn grouping(frame: &Frame, bar: &Bar) -> Result<Groups> {
    let mut parts = bar.groups.iter().map(|name| frame.groups(name)).collect::<Result<Vec<_>>>()?.into_iter();
    let first = parts.next().ok_or_else(|| Error::question("formula: a bar needs a group"))?;
    Ok(parts.fold(first, |a, b| a.crossed_with(&b)))
}

/// Terms with most groups first, in lme4's way: as they stand where they already fall, else by reversed rank.
fn ordered(mut terms: Vec<(Vec<String>, Term)>) -> Vec<(Vec<String>, Term)> {
    let rising = terms.windows(2).any(|w| w[1].1.groups.count() > w[0].1.groups.count());
    if rising {
        terms.sort_by_key(|t| t.1.groups.count());
        terms.reverse();
    }
    terms
}

/// More relative spreads than this are not searched for.
const MOST_SPREADS: usize = 36;

fn refuse_odd_groups(terms: &[(Vec<String>, Term)], rows: usize) -> Result<()> {
    let spreads: usize = terms.iter().map(|(names, _)| names.len() * (names.len() + 1) / 2).sum();
    if spreads > MOST_SPREADS {
        return Err(Error::question(format!(
            "mixed: {spreads} variances and covariances between groups; up to {MOST_SPREADS} go. Let fewer columns vary"
        )));
    }
    for (names, term) in terms {
        let (name, count) = (&term.groups.name, term.groups.count());
        if names.is_empty() {
            return Err(Error::question(format!("formula: nothing varies between the groups of '{name}'")));
        }
        if count < 2 {
            return Err(Error::question(format!(
                "mixed: '{name}' has only one group; two are needed, and ten are better"
            )));
        }
        if count * names.len() >= rows {
            return Err(Error::question(format!(
                "mixed: '{name}' has {} effects for {rows} rows; groups need more rows than that",
                count * names.len()
            )));
        }
    }
    Ok(())
}

/// The design with columns and response about their means, and how to go back.
pub(super) struct Centred {
    pub(super) columns: Vec<Vec<f64>>,
    pub(super) back: Matrix,
    pub(super) shift: f64,
}

/// Takes the columns out of the design and centres them where they are.
fn centred(design: &mut Design, kept: &[usize]) -> Centred {
    let p = kept.len();
    let centre = design.intercept && kept.first() == Some(&0);
    let mut back = Matrix::identity(p);
    let mut columns = Vec::new();
    for (at, &c) in kept.iter().enumerate() {
        let mut column = std::mem::take(&mut design.columns[c]);
        if centre && at > 0 {
            let mean = summary::mean(&column);
            back[(0, at)] = -mean;
            column.iter_mut().for_each(|x| *x -= mean);
        }
        columns.push(column);
    }
    let mut y = std::mem::take(&mut design.response);
    let shift = if centre { summary::mean(&y) } else { 0.0 };
    y.iter_mut().for_each(|y| *y -= shift);
    columns.push(y);
    Centred { columns, back, shift }
}

fn solve(mut design: Design, mut terms: Vec<(Vec<String>, Term)>, asked: &Asked) -> Result<Mixed> {
    let model = LeastSquares {
        y: &design.response,
        columns: &design.columns,
        weights: None,
        intercept: design.intercept,
    };
    let kept = independent_columns(&model);
    if kept.len() >= design.rows.len() {
        return Err(Error::question("mixed: there are as many columns as rows; more rows are needed"));
    }
    let mut centred = centred(&mut design, &kept);
    let labels = labels(&terms);
    let alone = terms.iter().all(|(names, _)| names.len() == 1 && names[0] == "(Intercept)");
    let all_groups: Vec<&Groups> = terms.iter().map(|(_, t)| &t.groups).collect();
    let nested = alone && are_nested(&all_groups);
    let rows = design.rows.len();
    let kind = if nested {
        let nested = Nested::new(&centred.columns, &all_groups);
        centred.columns = Vec::new();
        Kind::Nested(nested)
    } else {
        for column in terms.iter_mut().flat_map(|(_, t)| &mut t.columns).filter(|c| c.is_empty()) {
            *column = vec![1.0; rows];
        }
        Kind::Blocks(Blocks::new(&centred.columns, terms.into_iter().map(|(_, t)| t).collect())?)
    };
    let spreads: Vec<Spread> = match &kind {
        Kind::Nested(_) => labels.iter().map(|_| Spread { diagonal: true, scale: 1.0 }).collect(),
        Kind::Blocks(blocks) => blocks.terms.iter().flat_map(spreads_of).collect(),
    };
    let rows = Rows { formula: design.formula, names: design.names, n: rows, dropped: design.dropped };
    fit_and_report(&rows, &kept, &centred, &kind, &labels, &spreads, asked)
}

/// Fits a structure and tells of it.
pub(super) fn fit_and_report(
    rows: &Rows,
    kept: &[usize],
    centred: &Centred,
    kind: &Kind,
    labels: &[Label],
    spreads: &[Spread],
    asked: &Asked,
) -> Result<Mixed> {
    let fitted = fit(kind.structure(), spreads, !asked.ml)?;
    report(rows, kept, centred, kind, labels, spreads, &fitted, asked)
}

fn spreads_of(term: &Term) -> Vec<Spread> {
    let size: Vec<f64> = term
        .columns
        .iter()
        .map(|c| 1.0 / (c.iter().map(|x| x * x).sum::<f64>() / c.len() as f64).sqrt().max(1e-12))
        .collect();
    (0..size.len())
        .flat_map(|j| (j..size.len()).map(move |i| (i, j)))
        .map(|(i, j)| Spread { diagonal: i == j, scale: size[i] })
        .collect()
}

fn labels(terms: &[(Vec<String>, Term)]) -> Vec<Label> {
    terms
        .iter()
        .map(|(names, term)| Label {
            group: term.groups.name.clone(),
            columns: names.clone(),
            levels: term.groups.labels.clone(),
        })
        .collect()
}

fn report(
    rows: &Rows,
    kept: &[usize],
    centred: &Centred,
    kind: &Kind,
    labels: &[Label],
    spreads: &[Spread],
    fitted: &Fitted,
    asked: &Asked,
) -> Result<Mixed> {
    let structure = kind.structure();
    let reml = !asked.ml;
    let (n, p) = (rows.n, kept.len());
    let df = (if reml { n - p } else { n }) as f64;
    let sigma = (fitted.at.rss / df).sqrt();
    let mut fixef = centred.back.times_vector(&fitted.at.beta);
    if let Some(first) = fixef.first_mut() {
        *first += centred.shift;
    }
    let vcov =
        centred.back.times(&fitted.at.chol.inverse()).times(&centred.back.transposed()).scaled(sigma * sigma);
    let se: Vec<f64> = vcov.diagonal().iter().map(|v| v.sqrt()).collect();
    let degrees = satterthwaite::degrees(structure, fitted, spreads, sigma, reml, &centred.back);
    let p_values = fixef
        .iter()
        .zip(&se)
        .zip(&degrees)
        .map(|((b, s), df)| tails::t_two_sided(b / s, *df))
        .collect::<Vec<_>>();
    let names: Vec<String> = kept.iter().map(|&c| rows.names[c].clone()).collect();
    let at_theta = asked
        .at_theta
        .iter()
        .map(|theta| criterion_at(structure, theta, spreads.len(), reml))
        .collect::<Result<Vec<_>>>()?;
    let predicted = predicted(kind, labels, fitted, sigma, asked.all_effects);
    let parameters = (p + spreads.len() + 1) as f64;
    let deviance = fitted.at.deviance;
    Ok(Mixed {
        formula: rows.formula.clone(),
        reml,
        n,
        ngroups: ngroups(labels),
        theta_names: Vector(theta_names(labels)),
        theta: Vector(fitted.theta.clone()),
        criterion_minus2ll: deviance,
        ci95_satt: interval(&fixef, &se, &degrees),
        profile_ci95: asked
            .profile
            .then(|| profiles(structure, spreads, labels, &names, fitted, centred, sigma)),
        fixef_names: Vector(names),
        vcov_upper: Vector(vcov.entries().to_vec()),
        varcomp: components(labels, &fitted.theta, sigma),
        fixef: Vector(fixef),
        se: Vector(se),
        sigma,
        loglik: -0.5 * deviance,
        aic: deviance + 2.0 * parameters,
        bic: deviance + parameters * (n as f64).ln(),
        at_theta,
        blups: if predicted.len() > 1 { predicted.clone() } else { Vec::new() },
        blup: predicted.into_iter().next(),
        satterthwaite_df: Vector(degrees),
        p_satt: Vector(p_values),
        singular: fitted.zero.contains(&true),
        evaluations: fitted.asked,
        largest_slope: fitted.slope,
        aliased: (0..rows.names.len()).filter(|c| !kept.contains(c)).map(|c| rows.names[c].clone()).collect(),
        n_dropped: rows.dropped,
    })
}

fn criterion_at(structure: &dyn Structure, theta: &[f64], spreads: usize, reml: bool) -> Result<AtTheta> {
    if theta.len() != spreads {
        return Err(Error::question(format!("--at-theta takes {spreads} numbers here, not {}", theta.len())));
    }
    let criterion = at(structure, theta, reml).map_or(f64::NAN, |a| a.deviance);
    Ok(AtTheta { theta: Vector(theta.to_vec()), criterion })
}

fn predicted(kind: &Kind, labels: &[Label], fitted: &Fitted, sigma: f64, all: bool) -> Vec<Predicted> {
    if !all && labels.iter().any(|l| l.levels.len() > MANY_GROUPS) {
        return Vec::new();
    }
    let of = |label: &Label, values: Vec<Vec<f64>>, sd: &[f64]| Predicted {
        grp: label.group.clone(),
        levels: label.levels.clone(),
        values: Named(label.columns.iter().cloned().zip(values).collect()),
        post_sd: sd.iter().map(|s| s * sigma).collect(),
    };
    match kind {
        Kind::Nested(nested) => nested
            .effects(&fitted.theta, &fitted.at.beta)
            .into_iter()
            .zip(labels)
            .map(|(e, label)| {
                let sd: Vec<f64> = e.variances.iter().map(|v| v.sqrt()).collect();
                of(label, vec![e.values], &sd)
            })
            .collect(),
        Kind::Blocks(blocks) => match blocks.effects(&fitted.theta, &fitted.at.beta) {
            Some((values, spreads)) => {
                values.into_iter().zip(spreads).zip(labels).map(|((v, s), l)| of(l, v, &s[0])).collect()
            }
            None => Vec::new(),
        },
    }
}

fn profiles(
    structure: &dyn Structure,
    spreads: &[Spread],
    labels: &[Label],
    names: &[String],
    fitted: &Fitted,
    centred: &Centred,
    sigma: f64,
) -> Named<[f64; 2]> {
    let mut out = Vec::new();
    if spreads.iter().all(|s| s.diagonal) {
        let intervals = profile::deviations(structure, spreads);
        let mut labelled = theta_names(labels).into_iter().map(|n| format!("sd {n}")).collect::<Vec<_>>();
        labelled.push("sigma".into());
        out.extend(labelled.into_iter().zip(intervals));
    }
    let inverse = fitted.at.chol.inverse();
    for (j, name) in names.iter().enumerate() {
        let se = sigma * inverse[(j, j)].sqrt();
        let mut ends = profile::fixed(structure, spreads, j, fitted.at.beta[j], se);
        if j == 0 && centred.shift != 0.0 {
            // The intercept here is that of centred columns: the level of the response at their means.
            ends = ends.map(|e| e + centred.shift);
            out.push((format!("{name} at the means"), ends));
        } else {
            out.push((name.clone(), ends));
        }
    }
    Named(out)
}
