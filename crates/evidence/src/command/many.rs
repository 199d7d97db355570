//! What takes several data sets or several margins: pooling over imputations, and raking.

use super::data::{self, DataFile};
use crate::error::{Error, Result};
use crate::frame::{Frame, Groups};
use crate::regression::report::{Asked, ErrorKind};
use crate::regression::{pooling, raking};
use clap::Args;
use serde_json::{Value, json};
use std::path::PathBuf;

/// `pool`.
#[derive(Debug, Args)]
pub struct Pool {
    #[command(flatten)]
    data: DataFile,
    /// The column that tells the imputed copies apart, all in one file; a copy called 0 is the original and left out.
    #[arg(long)]
    imputation: String,
    /// The model, as 'y ~ x1 + x2'.
    #[arg(long)]
    formula: String,
    /// The column of weights.
    #[arg(long)]
    weights: Option<String>,
    /// The column of clusters.
    #[arg(long)]
    cluster: Option<String>,
    /// The errors of each copy; without it classical, or CR1 with clusters.
    #[arg(long, value_enum)]
    se: Option<super::SeKind>,
}

impl Pool {
    pub(super) fn human(&self) -> bool {
        self.data.human()
    }

    pub(super) fn answer(&self) -> Result<Value> {
        let mut names = data::formula_names(&self.formula)?;
        names.extend(self.weights.iter().chain(&self.cluster).cloned());
        names.push(self.imputation.clone());
        let frame = self.data.read(names)?;
        let asked = Asked {
            weights: self.weights.as_deref(),
            cluster: self.cluster.as_deref(),
            errors: self.se.map(ErrorKind::from),
        };
        super::json(&pooling::pool(&frame, &self.imputation, &self.formula, &asked)?)
    }
}

/// `rake`.
#[derive(Debug, Args)]
pub struct Rake {
    #[command(flatten)]
    data: DataFile,
    /// A column and what its groups should count, as 'role:teacher=60,support=40'; or the column alone, counted on
    /// the roster. May be given several times.
    #[arg(long, required = true)]
    margin: Vec<String>,
    /// Everybody who could have answered, with the columns of the margins.
    #[arg(long)]
    roster: Option<PathBuf>,
    /// Weights above this many times their mean are cut to it.
    #[arg(long, default_value_t = 5.0)]
    limit: f64,
}

impl Rake {
    pub(super) fn human(&self) -> bool {
        self.data.human()
    }

    pub(super) fn answer(&self) -> Result<Value> {
        if self.limit.is_nan() || self.limit <= 1.0 {
            return Err(Error::question("--limit takes a number above 1"));
        }
        let column =
            |margin: &String| margin.split_once(':').map_or(margin.as_str(), |m| m.0).trim().to_owned();
        let columns: Vec<String> = self.margin.iter().map(column).collect();
        let frame = self.data.read(columns.clone())?;
        let roster = match &self.roster {
            Some(path) => Some(Frame::read(path, &self.data.reading(columns.clone()))?),
            None => None,
        };
        let mut margins = Vec::new();
        for (margin, column) in self.margin.iter().zip(&columns) {
            let groups = frame.groups(column)?;
            if let Some(row) = groups.of.iter().position(|&g| g == Groups::NONE) {
                return Err(Error::question(format!(
                    "{}: column '{column}' is empty in row {}; raking needs a group for every row",
                    frame.source,
                    row + 1
                )));
            }
            let targets = match (margin.split_once(':'), &roster) {
                (Some((_, told)), _) => told_targets(told, column)?,
                (None, Some(roster)) => counted(&roster.groups(column)?),
                (None, None) => {
                    return Err(Error::question(format!(
                        "--margin {column}: say what its groups should count, as '{column}:a=60,b=40', or give --roster"
                    )));
                }
            };
            margins.push((groups.clone(), in_order(&targets, &groups)?));
        }
        let raked = raking::rake(&margins, self.limit)?;
        Ok(json!({
            "n": raked.weights.len(),
            "rounds": raked.rounds,
            "largest_gap": raked.largest_gap,
            "limit": self.limit,
            "trimmed": raked.trimmed,
            "effective_n": raked.effective_n,
            "margins": margins.iter().flat_map(|m| told_margin(m, &raked.weights)).collect::<Vec<_>>(),
            "weights": raked.weights,
        }))
    }
}

fn told_targets(text: &str, column: &str) -> Result<Vec<(String, f64)>> {
    let one = |part: &str| {
        let (label, count) = part.rsplit_once('=')?;
        Some((label.trim().to_owned(), count.trim().parse().ok()?))
    };
    text.split(',')
        .map(|part| {
            one(part).ok_or_else(|| {
                Error::question(format!("--margin {column}: '{part}' is not of the form group=number"))
            })
        })
        .collect()
}

fn counted(groups: &Groups) -> Vec<(String, f64)> {
    groups.labels.iter().cloned().zip(groups.sizes().into_iter().map(|n| n as f64)).collect()
}

/// Targets in the order of the groups; both sides must know the same groups.
fn in_order(targets: &[(String, f64)], groups: &Groups) -> Result<Vec<f64>> {
    let name = &groups.name;
    if let Some((label, target)) = targets.iter().find(|t| t.1 > 0.0 && !groups.labels.contains(&t.0)) {
        return Err(Error::question(format!(
            "raking: '{name}' = '{label}' has target {target} and 0 rows; join it to another group"
        )));
    }
    let of = |label: &String| targets.iter().find(|t| t.0 == *label).map(|t| t.1);
    groups
        .labels
        .iter()
        .map(|label| {
            of(label).ok_or_else(|| {
                Error::question(format!("raking: '{name}' = '{label}' answered and has no target"))
            })
        })
        .collect()
}

fn told_margin((groups, targets): &(Groups, Vec<f64>), weights: &[f64]) -> Vec<Value> {
    let (n, total): (f64, f64) = (weights.len() as f64, targets.iter().sum());
    let mut after = vec![0.0; groups.count()];
    groups.of.iter().zip(weights).for_each(|(&g, w)| after[g as usize] += w / n);
    let sizes = groups.sizes();
    (0..groups.count())
        .map(|g| {
            json!({
                "column": groups.name,
                "group": groups.labels[g],
                "before": sizes[g] as f64 / n,
                "target": targets[g] / total,
                "after": after[g],
            })
        })
        .collect()
}
