//! The names of random terms, and their variances and covariances as lme4 lists them.

use crate::numeric::dense::Matrix;
use crate::vector::Named;
use serde::Serialize;

/// A random term's names.
pub(super) struct Label {
    pub(super) group: String,
    pub(super) columns: Vec<String>,
    pub(super) levels: Vec<String>,
}

/// A variance, or a covariance with its correlation.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/mixed.schema.json, which tells each")]
pub struct Component {
    pub grp: String,
    pub var1: Option<String>,
    pub var2: Option<String>,
    pub vcov: f64,
    pub sdcor: f64,
}

pub(super) fn ngroups(labels: &[Label]) -> Named<usize> {
    let mut out: Vec<(String, usize)> = Vec::new();
    for label in labels {
        if out.iter().all(|(name, _)| *name != label.group) {
            out.push((label.group.clone(), label.levels.len()));
        }
    }
    Named(out)
}

pub(super) fn theta_names(labels: &[Label]) -> Vec<String> {
    let mut out = Vec::new();
    for Label { group, columns, .. } in labels {
        for j in 0..columns.len() {
            out.push(format!("{group}.{}", columns[j]));
            out.extend(columns[j + 1..].iter().map(|c| format!("{group}.{c}.{}", columns[j])));
        }
    }
    out
}

pub(super) fn components(labels: &[Label], theta: &[f64], sigma: f64) -> Vec<Component> {
    let mut out: Vec<Component> = Vec::new();
    let mut from = 0;
    let mut seen: Vec<&str> = Vec::new();
    for Label { group, columns, .. } in labels {
        let q = columns.len();
        let times = seen.iter().filter(|g| *g == group).count();
        seen.push(group);
        let grp = if times == 0 { group.clone() } else { format!("{group}.{times}") };
        let mut factor = Matrix::zeros(q, q);
        for j in 0..q {
            for i in j..q {
                factor[(i, j)] = theta[from];
                from += 1;
            }
        }
        let v = factor.times(&factor.transposed()).scaled(sigma * sigma);
        for i in 0..q {
            out.push(Component {
                grp: grp.clone(),
                var1: Some(columns[i].clone()),
                var2: None,
                vcov: v[(i, i)],
                sdcor: v[(i, i)].sqrt(),
            });
        }
        for j in 0..q {
            for i in j + 1..q {
                out.push(Component {
                    grp: grp.clone(),
                    var1: Some(columns[j].clone()),
                    var2: Some(columns[i].clone()),
                    vcov: v[(i, j)],
                    sdcor: v[(i, j)] / (v[(i, i)] * v[(j, j)]).sqrt(),
                });
            }
        }
    }
    out.push(Component { grp: "Residual".into(), var1: None, var2: None, vcov: sigma * sigma, sdcor: sigma });
    out
}
