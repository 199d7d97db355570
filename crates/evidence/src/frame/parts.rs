//! A large Parquet file as parts, a few thousand rows each: what fits into sums per group needs no whole columns.

use super::formula::Formula;
use super::parquet::ParquetFile;
use super::{Frame, Groups, Reading, Values, label_order};
use crate::error::Result;
use rayon::prelude::*;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::path::Path;

type Mend<'a> = Box<dyn Fn(&mut Frame) -> Result<()> + Sync + 'a>;

/// Files of fewer rows are read whole: with those every kind of error is told, and some need all rows at once.
const MANY_ROWS: usize = 200_000;

/// A file of many rows, part by part.
pub struct Parts<'a> {
    file: ParquetFile,
    reading: Reading,
    mend: Mend<'a>,
}

impl<'a> Parts<'a> {
    /// The parts of a Parquet file of many rows; `None` for any other file. `mend` adds what is derived.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn of(path: &Path, reading: Reading, mend: Mend<'a>) -> Result<Option<Self>> {
        if !super::is_parquet(path) {
            return Ok(None);
        }
        let file = ParquetFile::open(path)?;
        Ok((file.all_rows() > MANY_ROWS).then_some(Self { file, reading, mend }))
    }

    /// Looks at every part, as many row groups at once as there are threads, and takes what was found in their order, so
    /// that the number of threads changes nothing.
    ///
    /// # Errors
    /// The first that reading, `look` or `take` meets.
    pub fn each<T: Send>(
        &self,
        look: impl Fn(&Frame) -> Result<T> + Sync,
        mut take: impl FnMut(T) -> Result<()>,
    ) -> Result<()> {
        let together = rayon::current_num_threads().max(1);
        for first in (0..self.file.groups()).step_by(together) {
            let these = first..self.file.groups().min(first + together);
            let found: Vec<Result<Vec<T>>> = these
                .into_par_iter()
                .map(|group| {
                    let mut found = Vec::new();
                    self.file.small_frames(group, &self.reading, |mut frame| {
                        (self.mend)(&mut frame)?;
                        found.push(look(&frame)?);
                        Ok(())
                    })?;
                    Ok(found)
                })
                .collect();
            for one in found {
                one?.into_iter().try_for_each(&mut take)?;
            }
        }
        Ok(())
    }
}

/// Whether each row's columns follow from that row alone: no group means, no scaling, no factor whose levels another
/// part may have.
#[must_use]
pub fn is_by_row(formula: &Formula, part: &Frame) -> bool {
    let mut names = Vec::new();
    let trees = formula.response.iter().chain(&formula.fixed.variables);
    let mut plain = true;
    for tree in trees {
        plain &= tree.is_by_row();
        tree.names(&mut names);
    }
    plain && names.iter().all(|n| part.column(n).is_ok_and(|c| matches!(c.values, Values::Numbers(_))))
}

/// Labels of groups met so far, over all parts.
#[derive(Debug, Default)]
pub struct Labels {
    known: HashMap<String, u32>,
    /// The labels in the order met.
    pub met: Vec<String>,
}

impl Labels {
    /// The places of a part's groups among all.
    pub fn places(&mut self, part: &Groups) -> Vec<u32> {
        let Self { known, met } = self;
        part.labels
            .iter()
            .map(|label| match known.get(label) {
                Some(&place) => place,
                None => {
                    let place = met.len() as u32;
                    met.push(label.clone());
                    known.insert(label.clone(), place);
                    place
                }
            })
            .collect()
    }

    /// Where each group goes in the order a whole column would give them: numbers by size, texts by their letters.
    #[must_use]
    pub fn order(&self, numbers: bool) -> Vec<u32> {
        let value = |i: u32| self.met[i as usize].parse::<f64>().unwrap_or(f64::NAN);
        let mut order: Vec<u32> = (0..self.met.len() as u32).collect();
        if numbers {
            order.sort_by(|&a, &b| value(a).partial_cmp(&value(b)).unwrap_or(Ordering::Equal));
        } else {
            order.sort_by(|&a, &b| label_order(&self.met[a as usize], &self.met[b as usize]));
        }
        let mut place = vec![0; order.len()];
        order.iter().enumerate().for_each(|(to, &from)| place[from as usize] = to as u32);
        place
    }
}
