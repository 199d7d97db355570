//! Who works with whom: a directed network of named colleagues, bounded by a roster, with those who did not answer
//! taken into account.

mod census;
mod centrality;
mod change;
mod parties;
mod report;
mod response;
mod structure;

pub use change::{Change, change};
pub use parties::{ByParty, by_party};
pub use report::{Measures, report};
pub use response::{Permitted, Response, permitted};

use crate::error::{Error, Result};
use crate::frame::{Frame, Groups};

/// A bounded, directed network.
#[derive(Debug, Clone)]
pub struct Network {
    /// Each person's label on the roster.
    pub people: Vec<String>,
    /// Whom each person names, in rising order, with the frequency.
    pub out: Vec<Vec<(u32, f64)>>,
    /// Who answered.
    pub answered: Vec<bool>,
    /// Ties that name the namer, left out.
    pub loops: usize,
    /// Ties named twice, joined.
    pub doubles: usize,
    /// Ties from people who did not answer, left out.
    pub unanswered: usize,
    bits: Vec<u64>,
    words: usize,
}

/// More people than this in one network are refused: split them by school.
const MOST_PEOPLE: usize = 20_000;
/// Paths between all people take so many steps at most.
const MOST_STEPS: usize = 4_000_000_000;

impl Network {
    /// A network of `n` people from `(from, to, frequency)`; a frequency of 0 is no tie.
    ///
    /// # Errors
    /// Fewer than two people, or too many.
    pub fn new(people: Vec<String>, ties: &[(u32, u32, f64)], answered: Vec<bool>) -> Result<Self> {
        let n = people.len();
        if !(2..=MOST_PEOPLE).contains(&n) {
            return Err(Error::question(format!(
                "network: {n} people; from 2 to {MOST_PEOPLE} go in one network"
            )));
        }
        if n.saturating_mul(ties.len()) > MOST_STEPS {
            return Err(Error::question(format!(
                "network: {n} people with {} ties are too many for one network; split them by school",
                ties.len()
            )));
        }
        let words = n.div_ceil(64);
        let mut network = Self {
            people,
            out: vec![Vec::new(); n],
            answered,
            loops: 0,
            doubles: 0,
            unanswered: 0,
            bits: vec![0; n * words],
            words,
        };
        for &(from, to, weight) in ties {
            let (i, j) = (from as usize, to as usize);
            if i == j {
                network.loops += 1;
            } else if !network.answered[i] {
                network.unanswered += 1;
            } else if network.tie(i, j) {
                network.doubles += 1;
                for known in network.out[i].iter_mut().filter(|t| t.0 == to) {
                    known.1 = known.1.max(weight);
                }
            } else if weight > 0.0 {
                network.bits[i * words + j / 64] |= 1 << (j % 64);
                network.out[i].push((to, weight));
            }
        }
        network.out.iter_mut().for_each(|ties| ties.sort_by_key(|t| t.0));
        Ok(network)
    }

    /// A network from an edge list (the first two columns, or `from` and `to`) and a roster (its first column).
    ///
    /// # Errors
    /// An edge names somebody who is not on the roster; a label stands twice on the roster; a column is missing.
    pub fn from_frames(
        edges: &Frame,
        roster: &Frame,
        weight: Option<&str>,
        respondents: Option<&str>,
    ) -> Result<Self> {
        let id = roster.columns.first().ok_or_else(|| Error::question("the roster has no column"))?;
        let ids = labels(roster, &id.name)?;
        let mut place = std::collections::HashMap::new();
        for (i, label) in ids.iter().enumerate() {
            if place.insert(label.clone(), i as u32).is_some() {
                return Err(Error::question(format!(
                    "{}: '{label}' stands twice in column '{}'",
                    roster.source, id.name
                )));
            }
        }
        if edges.columns.len() < 2 {
            return Err(Error::question(format!(
                "{}: an edge list has two columns, who names whom",
                edges.source
            )));
        }
        let named = |name: &str, at: usize| {
            if edges.has(name) { name.to_owned() } else { edges.columns[at].name.clone() }
        };
        let (from_name, to_name) = (named("from", 0), named("to", 1));
        let (from, to) = (labels(edges, &from_name)?, labels(edges, &to_name)?);
        let weights = match weight {
            Some(w) => edges.numbers(w)?,
            None => vec![1.0; edges.rows],
        };
        let find = |label: &String, column: &str, row: usize| {
            place.get(label).copied().ok_or_else(|| {
                Error::question(format!(
                    "{}: column '{column}' names '{label}' in row {}, who is not on the roster {}",
                    edges.source,
                    row + 1,
                    roster.source
                ))
            })
        };
        let mut ties = Vec::with_capacity(edges.rows);
        for row in 0..edges.rows {
            if weights[row].is_nan() {
                continue;
            }
            if !(0.0..f64::INFINITY).contains(&weights[row]) {
                return Err(Error::question(format!(
                    "{}: column '{}' has {} in row {}; a frequency is 0 or more",
                    edges.source,
                    weight.unwrap_or_default(),
                    weights[row],
                    row + 1
                )));
            }
            ties.push((find(&from[row], &from_name, row)?, find(&to[row], &to_name, row)?, weights[row]));
        }
        let answered = match respondents {
            Some(column) => yes_or_no(roster, column)?,
            None => vec![true; ids.len()],
        };
        Self::new(ids, &ties, answered)
    }

    /// Number of people on the roster.
    #[must_use]
    pub fn n(&self) -> usize {
        self.people.len()
    }

    /// Number of ties.
    #[must_use]
    pub fn ties(&self) -> usize {
        self.out.iter().map(Vec::len).sum()
    }

    /// Number of people who answered.
    #[must_use]
    pub fn respondents(&self) -> usize {
        self.answered.iter().filter(|a| **a).count()
    }

    /// Whether `i` names `j`.
    #[must_use]
    pub fn tie(&self, i: usize, j: usize) -> bool {
        self.bits[i * self.words + j / 64] >> (j % 64) & 1 == 1
    }

    /// Whom each person names or is named by, in rising order.
    #[must_use]
    pub fn either_way(&self) -> Vec<Vec<u32>> {
        let mut either: Vec<Vec<u32>> =
            self.out.iter().map(|ties| ties.iter().map(|t| t.0).collect()).collect();
        for (i, ties) in self.out.iter().enumerate() {
            for &(j, _) in ties {
                either[j as usize].push(i as u32);
            }
        }
        for ties in &mut either {
            ties.sort_unstable();
            ties.dedup();
        }
        either
    }

    /// Who names each person.
    #[must_use]
    pub fn incoming(&self) -> Vec<Vec<u32>> {
        let mut incoming = vec![Vec::new(); self.n()];
        for (i, ties) in self.out.iter().enumerate() {
            for &(j, _) in ties {
                incoming[j as usize].push(i as u32);
            }
        }
        incoming
    }

    /// The network of those who answered, among themselves.
    #[must_use]
    pub fn of_respondents(&self) -> Self {
        if self.respondents() == self.n() {
            return self.clone();
        }
        let kept: Vec<usize> = (0..self.n()).filter(|&i| self.answered[i]).collect();
        let mut new = vec![u32::MAX; self.n()];
        kept.iter().enumerate().for_each(|(to, &from)| new[from] = to as u32);
        let words = kept.len().div_ceil(64).max(1);
        let mut part = Self {
            people: kept.iter().map(|&i| self.people[i].clone()).collect(),
            out: vec![Vec::new(); kept.len()],
            answered: vec![true; kept.len()],
            bits: vec![0; kept.len() * words],
            words,
            ..*self
        };
        for (to, &from) in kept.iter().enumerate() {
            for &(j, weight) in &self.out[from] {
                let j = new[j as usize];
                if j != u32::MAX {
                    part.out[to].push((j, weight));
                    part.bits[to * words + j as usize / 64] |= 1 << (j % 64);
                }
            }
        }
        part
    }
}

/// A column's labels in row order.
fn labels(frame: &Frame, name: &str) -> Result<Vec<String>> {
    let groups = frame.groups(name)?;
    groups
        .of
        .iter()
        .enumerate()
        .map(|(row, &g)| {
            groups.labels.get(g as usize).cloned().ok_or_else(|| {
                Error::question(format!("{}: column '{name}' is empty in row {}", frame.source, row + 1))
            })
        })
        .collect()
}

/// A column of yes and no: 1 and 0, TRUE and FALSE, yes and no.
fn yes_or_no(frame: &Frame, name: &str) -> Result<Vec<bool>> {
    let Groups { of, labels, .. } = frame.groups(name)?;
    let meaning = labels
        .iter()
        .map(|l| match l.to_ascii_lowercase().as_str() {
            "1" | "true" | "t" | "yes" | "y" => Ok(true),
            "0" | "false" | "f" | "no" | "n" => Ok(false),
            _ => Err(Error::question(format!(
                "{}: column '{name}' has '{l}'; say 1 or 0, yes or no",
                frame.source
            ))),
        })
        .collect::<Result<Vec<bool>>>()?;
    Ok(of.iter().map(|&g| meaning.get(g as usize).copied().unwrap_or(false)).collect())
}
