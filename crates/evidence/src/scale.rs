//! Scales: what several items say together, and how well they hang together.

mod one_factor;

pub use one_factor::OneFactor;

use crate::error::{Error, Result};
use crate::frame::Frame;
use crate::numeric::dense::Matrix;
use crate::numeric::{summary, tails};
use crate::vector::Vector;
use serde::Serialize;

/// An item of a scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The column.
    pub name: String,
    /// Whether a high answer means a low score.
    pub reversed: bool,
}

impl Item {
    /// Reads `name`, or `-name` for a reversed item.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        match text.trim().strip_prefix('-') {
            Some(name) => Self { name: name.trim().into(), reversed: true },
            None => Self { name: text.trim().into(), reversed: false },
        }
    }
}

/// Answers to the items of a scale, reversed items turned.
#[derive(Debug, Clone)]
pub struct Answers {
    /// One column per item; NaN where unanswered.
    pub items: Vec<Vec<f64>>,
    /// The items.
    pub names: Vec<Item>,
    /// The lowest and the highest possible answer.
    pub range: (f64, f64),
}

/// The least share of answered items for a person to have a score.
pub const LEAST_ANSWERED: f64 = 0.7;

impl Answers {
    /// Takes the items out of a frame. Without a range, the lowest and highest answer to any item are taken for it.
    ///
    /// # Errors
    /// A column is missing or no number; an answer lies outside the range.
    pub fn from_frame(frame: &Frame, items: &[Item], range: Option<(f64, f64)>) -> Result<Self> {
        let mut columns = items.iter().map(|i| frame.numbers(&i.name)).collect::<Result<Vec<_>>>()?;
        let answered = || columns.iter().flatten().copied().filter(|x| !x.is_nan());
        let (low, high) = range.unwrap_or((
            answered().fold(f64::INFINITY, f64::min),
            answered().fold(f64::NEG_INFINITY, f64::max),
        ));
        for (item, column) in items.iter().zip(&columns) {
            if let Some(row) = column.iter().position(|&x| x < low || x > high || x.is_infinite()) {
                return Err(Error::question(format!(
                    "{}: item '{}' has {} in row {}, outside {low} to {high}",
                    frame.source,
                    item.name,
                    column[row],
                    row + 1
                )));
            }
        }
        for (item, column) in items.iter().zip(&mut columns) {
            if item.reversed {
                column.iter_mut().for_each(|x| *x = low + high - *x);
            }
        }
        Ok(Self { items: columns, names: items.to_vec(), range: (low, high) })
    }

    /// Each person's score: the mean of what they answered, NaN below 70 % of the items.
    #[must_use]
    pub fn scores(&self) -> Vec<f64> {
        let least = LEAST_ANSWERED * self.items.len() as f64;
        (0..self.people())
            .map(|i| {
                let (mut sum, mut n) = (0.0, 0.0);
                for x in self.items.iter().map(|item| item[i]).filter(|x| !x.is_nan()) {
                    sum += x;
                    n += 1.0;
                }
                if n > 0.0 && n >= least - 1e-9 { sum / n } else { f64::NAN }
            })
            .collect()
    }

    /// The number of people.
    #[must_use]
    pub fn people(&self) -> usize {
        self.items.first().map_or(0, Vec::len)
    }

    /// Only those who answered every item.
    #[must_use]
    pub fn complete(&self) -> Vec<Vec<f64>> {
        let whole: Vec<usize> =
            (0..self.people()).filter(|&i| self.items.iter().all(|item| !item[i].is_nan())).collect();
        self.items.iter().map(|item| whole.iter().map(|&i| item[i]).collect()).collect()
    }
}

/// How well the items of a scale hang together.
#[derive(Debug, Clone, Serialize)]
pub struct Reliability {
    /// Number of items.
    pub k: usize,
    /// Number of people.
    pub n_all: usize,
    /// Number of people who answered every item.
    pub n_complete: usize,
    /// Cronbach's alpha (1951) from covariances of each pair's own answers.
    pub alpha_raw_pairwise_psych: f64,
    /// The same from correlations.
    pub alpha_std_pairwise_psych: f64,
    /// Guttman's lambda 6 (1945).
    pub lambda6_psych: f64,
    /// The mean correlation between items.
    pub avg_r_psych: f64,
    /// Cronbach's alpha from those who answered everything.
    pub alpha_listwise: f64,
    /// Its 95 % interval (Feldt 1965).
    pub alpha_feldt_ci95: [f64; 2],
    /// Alpha without each item.
    pub alpha_if_dropped_listwise: Vector,
    /// Each item's correlation with the sum of the others.
    pub corrected_item_total_r_listwise: Vector,
    /// McDonald's omega total (1999) of one factor by maximum likelihood; NaN under three items.
    #[serde(rename = "omega_total_1factor_ML_listwise")]
    pub omega_total_1factor_ml_listwise: f64,
    /// The factor's loadings, in the items' own units.
    #[serde(rename = "loadings_ML")]
    pub loadings_ml: Vector,
    /// What the factor leaves of each item's variance.
    #[serde(rename = "uniquenesses_ML")]
    pub uniquenesses_ml: Vector,
    /// The items' means.
    pub item_means_listwise: Vector,
    /// The items' variances.
    pub item_vars_listwise: Vector,
    /// The standard error of measurement of a score.
    pub sem_listwise: f64,
    /// The mean score of those who answered everything.
    pub scale_mean: f64,
    /// The spread of those scores.
    pub scale_sd: f64,
    /// The items, a minus before those turned.
    pub items: Vec<String>,
    /// The lowest and highest possible answer.
    pub range: [f64; 2],
    /// Number of people with a score by the 70 % rule.
    pub n_scored: usize,
    /// The mean score by the 70 % rule.
    pub score_mean: f64,
    /// The spread of scores by the 70 % rule.
    pub score_sd: f64,
}

/// The reliability of a scale. Not for items that cause what they measure (an index), nor for fewer than two items.
///
/// # Errors
/// Fewer than two items, or fewer than three people who answered everything.
pub fn reliability(answers: &Answers) -> Result<Reliability> {
    let k = answers.items.len();
    if k < 2 {
        return Err(Error::question("a scale needs two items or more"));
    }
    let complete = answers.complete();
    let n = complete[0].len();
    if n < 3 {
        return Err(Error::question(format!("only {n} people answered every item; three are needed")));
    }
    let listwise = covariances(&complete);
    let pairwise = pairwise_covariances(&answers.items);
    let correlations = correlations(&pairwise);
    let alpha = alpha(&listwise);
    let totals: Vec<f64> = (0..n).map(|i| complete.iter().map(|item| item[i]).sum()).collect();
    let scores: Vec<f64> = totals.iter().map(|t| t / k as f64).collect();
    // Maximum likelihood divides by n, not by n - 1.
    let factor = OneFactor::fit(&listwise.scaled((n - 1) as f64 / n as f64));
    let by_rule: Vec<f64> = answers.scores().into_iter().filter(|x| !x.is_nan()).collect();
    let sign = |i: &Item| if i.reversed { format!("-{}", i.name) } else { i.name.clone() };
    Ok(Reliability {
        k,
        n_all: answers.people(),
        n_complete: n,
        alpha_raw_pairwise_psych: self::alpha(&pairwise),
        alpha_std_pairwise_psych: self::alpha(&correlations),
        lambda6_psych: lambda6(&correlations),
        avg_r_psych: (correlations.entries().iter().sum::<f64>() - k as f64) / (k * (k - 1)) as f64,
        alpha_listwise: alpha,
        alpha_feldt_ci95: feldt(alpha, n, k),
        alpha_if_dropped_listwise: Vector((0..k).map(|j| self::alpha(&without(&listwise, j))).collect()),
        corrected_item_total_r_listwise: Vector(
            complete.iter().map(|item| item_rest(item, &totals)).collect(),
        ),
        omega_total_1factor_ml_listwise: factor.as_ref().map_or(f64::NAN, OneFactor::omega),
        loadings_ml: Vector(factor.as_ref().map_or(vec![f64::NAN; k], |f| f.loadings.clone())),
        uniquenesses_ml: Vector(factor.as_ref().map_or(vec![f64::NAN; k], |f| f.uniquenesses.clone())),
        item_means_listwise: Vector(complete.iter().map(|item| summary::mean(item)).collect()),
        item_vars_listwise: Vector(listwise.diagonal()),
        sem_listwise: summary::sd(&scores) * (1.0 - alpha).max(0.0).sqrt(),
        scale_mean: summary::mean(&scores),
        scale_sd: summary::sd(&scores),
        items: answers.names.iter().map(sign).collect(),
        range: [answers.range.0, answers.range.1],
        n_scored: by_rule.len(),
        score_mean: summary::mean(&by_rule),
        score_sd: summary::sd(&by_rule),
    })
}

/// Cronbach's alpha of a covariance matrix: `k/(k-1) (1 - trace/sum)`.
#[must_use]
pub fn alpha(covariances: &Matrix) -> f64 {
    let k = covariances.rows as f64;
    let all: f64 = covariances.entries().iter().sum();
    k / (k - 1.0) * (1.0 - covariances.diagonal().iter().sum::<f64>() / all)
}

/// Feldt's interval (1965) of alpha, at 95 %.
#[must_use]
pub fn feldt(alpha: f64, n: usize, k: usize) -> [f64; 2] {
    let (df1, df2) = ((n - 1) as f64, ((n - 1) * (k - 1)) as f64);
    [
        1.0 - (1.0 - alpha) * tails::f_quantile(0.975, df1, df2),
        1.0 - (1.0 - alpha) * tails::f_quantile(0.025, df1, df2),
    ]
}

/// Guttman's lambda 6: what each item shares with the others (squared multiple correlations).
fn lambda6(correlations: &Matrix) -> f64 {
    let Some(chol) = correlations.cholesky() else { return f64::NAN };
    let alone: f64 = chol.inverse().diagonal().iter().map(|x| 1.0 / x).sum();
    1.0 - alone / correlations.entries().iter().sum::<f64>()
}

fn item_rest(item: &[f64], totals: &[f64]) -> f64 {
    let rest: Vec<f64> = totals.iter().zip(item).map(|(t, x)| t - x).collect();
    summary::correlation(item, &rest)
}

fn without(m: &Matrix, j: usize) -> Matrix {
    let skip = |i: usize| if i < j { i } else { i + 1 };
    Matrix::from_fn(m.rows - 1, m.cols - 1, |a, b| m[(skip(a), skip(b))])
}

fn covariances(columns: &[Vec<f64>]) -> Matrix {
    let n = columns[0].len() as f64;
    let means: Vec<f64> = columns.iter().map(|c| summary::mean(c)).collect();
    Matrix::from_fn(columns.len(), columns.len(), |i, j| {
        let products = columns[i].iter().zip(&columns[j]).map(|(x, y)| (x - means[i]) * (y - means[j]));
        products.sum::<f64>() / (n - 1.0)
    })
}

fn pairwise_covariances(columns: &[Vec<f64>]) -> Matrix {
    Matrix::from_fn(columns.len(), columns.len(), |i, j| {
        let both: Vec<(f64, f64)> = columns[i]
            .iter()
            .zip(&columns[j])
            .filter(|(x, y)| !x.is_nan() && !y.is_nan())
            .map(|(x, y)| (*x, *y))
            .collect();
        let n = both.len() as f64;
        let (mx, my) = (both.iter().map(|p| p.0).sum::<f64>() / n, both.iter().map(|p| p.1).sum::<f64>() / n);
        both.iter().map(|(x, y)| (x - mx) * (y - my)).sum::<f64>() / (n - 1.0)
    })
}

fn correlations(covariances: &Matrix) -> Matrix {
    let sds: Vec<f64> = covariances.diagonal().iter().map(|v| v.sqrt()).collect();
    Matrix::from_fn(
        sds.len(),
        sds.len(),
        |i, j| if i == j { 1.0 } else { covariances[(i, j)] / (sds[i] * sds[j]) },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(items: Vec<Vec<f64>>) -> Answers {
        let names = (0..items.len()).map(|i| Item { name: format!("i{i}"), reversed: false }).collect();
        Answers { items, names, range: (1.0, 5.0) }
    }

    #[test]
    fn a_person_has_a_score_from_seven_answers_in_ten() {
        let mut items = vec![vec![4.0, 4.0]; 10];
        for item in items.iter_mut().take(3) {
            item[0] = f64::NAN;
        }
        for item in items.iter_mut().take(4) {
            item[1] = f64::NAN;
        }
        let scores = answers(items).scores();
        assert!(scores[0] == 4.0 && scores[1].is_nan());
    }

    #[test]
    fn the_same_item_twice_is_perfectly_reliable() {
        let x = vec![1.0, 2.0, 3.0, 5.0, 4.0];
        let r = reliability(&answers(vec![x.clone(), x])).unwrap();
        assert!((r.alpha_listwise - 1.0).abs() < 1e-14);
    }

    #[test]
    fn constant_items_give_a_stated_nan_and_too_few_people_a_refusal() {
        let r = reliability(&answers(vec![vec![3.0; 5], vec![3.0; 5]])).unwrap();
        assert!(r.alpha_listwise.is_nan());
        assert!(reliability(&answers(vec![vec![1.0, f64::NAN], vec![2.0, 3.0]])).is_err());
    }
}
