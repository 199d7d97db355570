//! A table as it came: named columns of numbers or texts, missing values marked, read from CSV or Parquet.

mod collate;
pub mod csv;
pub mod design;
pub mod expression;
pub mod formula;
pub mod parquet;
pub mod parts;
mod runs;
mod values;

pub use collate::label_order;
pub use runs::Runs;
pub use values::{Numbers, Texts, Values, number_label};

use crate::error::{Error, Result};
use std::path::Path;

/// A table: columns of equal length.
#[derive(Debug, Clone, Default)]
pub struct Frame {
    /// Where it came from, for messages.
    pub source: String,
    /// Number of rows.
    pub rows: usize,
    /// The columns, in file order.
    pub columns: Vec<Column>,
    /// Every column the file has, those not read among them, for messages.
    pub all_names: Vec<String>,
}

/// A named column.
#[derive(Debug, Clone)]
pub struct Column {
    /// The name in the header.
    pub name: String,
    /// Its cells.
    pub values: Values,
}

/// How to read a file.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Texts that mean "missing"; an empty cell always does.
    pub na: Vec<String>,
    /// Only these columns, where given. Names the file lacks are ignored here and told when asked for.
    pub columns: Option<Vec<String>>,
}

impl Default for Reading {
    fn default() -> Self {
        Self { na: vec!["NA".into()], columns: None }
    }
}

impl Reading {
    /// Whether a column of this name is wanted, as the file has it or as R would spell it.
    #[must_use]
    pub fn wants(&self, name: &str) -> bool {
        self.columns.as_ref().is_none_or(|w| w.iter().any(|w| w == name || *w == values::r_name(name)))
    }
}

/// Which group each row is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Groups {
    /// The name of the grouping.
    pub name: String,
    /// The group of each row; [`Groups::NONE`] where it is missing.
    pub of: Vec<u32>,
    /// The labels, in order.
    pub labels: Vec<String>,
}

impl Groups {
    /// Marks a row in no group.
    pub const NONE: u32 = u32::MAX;

    /// Number of groups.
    #[must_use]
    pub fn count(&self) -> usize {
        self.labels.len()
    }

    /// The same grouping of only some rows, groups without a row left out.
    #[must_use]
    pub fn of_rows(&self, rows: &[u32]) -> Self {
        let mut new = vec![Self::NONE; self.labels.len()];
        for &row in rows {
            let group = self.of[row as usize];
            if group != Self::NONE {
                new[group as usize] = 0;
            }
        }
        let mut labels = Vec::new();
        for (group, code) in new.iter_mut().enumerate() {
            if *code == 0 {
                *code = labels.len() as u32;
                labels.push(self.labels[group].clone());
            }
        }
        let of =
            rows.iter().map(|&row| new.get(self.of[row as usize] as usize).copied().unwrap_or(Self::NONE));
        Self { name: self.name.clone(), of: of.collect(), labels }
    }

    /// The number of rows in each group.
    #[must_use]
    pub fn sizes(&self) -> Vec<usize> {
        let mut sizes = vec![0; self.labels.len()];
        for &group in &self.of {
            if group != Self::NONE {
                sizes[group as usize] += 1;
            }
        }
        sizes
    }

    /// The rows of each group.
    #[must_use]
    pub fn rows(&self) -> Vec<Vec<u32>> {
        let mut rows = vec![Vec::new(); self.labels.len()];
        for (row, &group) in self.of.iter().enumerate() {
            if group != Self::NONE {
                rows[group as usize].push(row as u32);
            }
        }
        rows
    }

    /// Every pair of groups that has a row, labelled `a:b`.
    #[must_use]
    pub fn crossed_with(&self, other: &Self) -> Self {
        let key = |row: usize| (u64::from(self.of[row]) << 32) | u64::from(other.of[row]);
        let missing = |row: usize| self.of[row] == Self::NONE || other.of[row] == Self::NONE;
        let mut keys: Vec<u64> = (0..self.of.len()).filter(|&row| !missing(row)).map(key).collect();
        keys.sort_unstable();
        keys.dedup();
        let of = (0..self.of.len()).map(|row| {
            if missing(row) { Self::NONE } else { keys.partition_point(|&k| k < key(row)) as u32 }
        });
        let labels = keys
            .iter()
            .map(|k| {
                format!("{}:{}", self.labels[(k >> 32) as usize], other.labels[(k & 0xffff_ffff) as usize])
            })
            .collect();
        Self { name: format!("{}:{}", self.name, other.name), of: of.collect(), labels }
    }
}

/// Whether the name says Parquet.
fn is_parquet(path: &Path) -> bool {
    path.extension().is_some_and(|e| e.eq_ignore_ascii_case("parquet") || e.eq_ignore_ascii_case("pq"))
}

impl Frame {
    /// Reads a file: Parquet by its extension, otherwise CSV.
    ///
    /// # Errors
    /// The file cannot be read, or is not a table.
    pub fn read(path: &Path, reading: &Reading) -> Result<Self> {
        if is_parquet(path) { parquet::read(path, reading) } else { csv::read(path, reading) }
    }

    /// The column of this name, as the header has it or as R would spell it (`GNP.deflator` for `GNP deflator`).
    ///
    /// # Errors
    /// There is none; the message lists what there is.
    pub fn column(&self, name: &str) -> Result<&Column> {
        self.columns
            .iter()
            .find(|c| c.name == name)
            .or_else(|| self.columns.iter().find(|c| values::r_name(&c.name) == name))
            .ok_or_else(|| {
                let read = self.columns.iter().map(|c| &c.name).filter(|n| !self.all_names.contains(n));
                let names: Vec<&str> = self.all_names.iter().chain(read).map(String::as_str).collect();
                let there = &names[..names.len().min(40)];
                let more = if names.len() > 40 { ", …" } else { "" };
                Error::question(format!(
                    "{}: there is no column '{name}'. There are: {}{more}",
                    self.source,
                    there.join(", ")
                ))
            })
    }

    /// Whether there is a column of this name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.columns.iter().any(|c| c.name == name || values::r_name(&c.name) == name)
    }

    /// A column's numbers; missing ones are NaN.
    ///
    /// # Errors
    /// There is no such column, or a cell is not a number: the message says which row.
    pub fn numbers(&self, name: &str) -> Result<Vec<f64>> {
        let column = self.column(name)?;
        match &column.values {
            Values::Numbers(numbers) => Ok(numbers.to_f64()),
            Values::Texts(texts) => Err(self.not_a_number(&column.name, texts)),
        }
    }

    pub(crate) fn not_a_number(&self, name: &str, texts: &Texts) -> Error {
        let (row, text) = texts.first_word().unwrap_or((0, ""));
        let shown: String = text.chars().take(40).collect();
        Error::question(format!(
            "{}: column '{name}' has '{shown}' in row {}, where a number is needed. If that means \"missing\", say --na {}",
            self.source,
            row + 1,
            if shown.contains(' ') { format!("'{shown}'") } else { shown.clone() }
        ))
    }

    /// A column as groups: numbers in rising order, texts by their letters.
    ///
    /// # Errors
    /// There is no such column.
    pub fn groups(&self, name: &str) -> Result<Groups> {
        let column = self.column(name)?;
        let (of, labels) = match &column.values {
            Values::Texts(texts) => (texts.codes.clone(), texts.levels.clone()),
            Values::Numbers(numbers) => values::numbers_as_groups(numbers),
        };
        Ok(Groups { name: column.name.clone(), of, labels })
    }

    /// The table of only these rows.
    #[must_use]
    pub fn of_rows(&self, rows: &[u32]) -> Self {
        let part = |values: &Values| match values {
            Values::Numbers(n) => {
                Values::Numbers(Numbers::Real(rows.iter().map(|&r| n.get(r as usize)).collect()))
            }
            Values::Texts(t) => Values::Texts(Texts {
                codes: rows.iter().map(|&r| t.codes[r as usize]).collect(),
                levels: t.levels.clone(),
            }),
        };
        let columns =
            self.columns.iter().map(|c| Column { name: c.name.clone(), values: part(&c.values) }).collect();
        Self { rows: rows.len(), columns, source: self.source.clone(), all_names: self.all_names.clone() }
    }

    /// Adds a column of numbers, or replaces the one of that name.
    pub fn set_numbers(&mut self, name: &str, numbers: Vec<f64>) {
        self.rows = self.rows.max(numbers.len());
        let column = Column { name: name.into(), values: Values::Numbers(Numbers::Real(numbers)) };
        match self.columns.iter_mut().find(|c| c.name == name) {
            Some(there) => *there = column,
            None => self.columns.push(column),
        }
    }

    /// Puts these levels of a text column first, in this order, so that the first is the reference of its factor.
    ///
    /// # Errors
    /// There is no such column, or no such level in it.
    pub fn order_levels(&mut self, name: &str, first: &[&str]) -> Result<()> {
        let groups = self.groups(name)?;
        let source = self.source.clone();
        let mut order = Vec::new();
        for level in first {
            let at = groups.labels.iter().position(|l| l == level).ok_or_else(|| {
                Error::question(format!(
                    "{source}: column '{name}' has no level '{level}'. It has: {}",
                    groups.labels.iter().take(20).cloned().collect::<Vec<_>>().join(", ")
                ))
            })?;
            order.push(at);
        }
        order.extend((0..groups.count()).filter(|i| !first.contains(&groups.labels[*i].as_str())));
        let mut new = vec![0_u32; order.len()];
        for (to, &from) in order.iter().enumerate() {
            new[from] = to as u32;
        }
        let codes = groups.of.iter().map(|&c| if c == Groups::NONE { c } else { new[c as usize] }).collect();
        let levels = order.iter().map(|&i| groups.labels[i].clone()).collect();
        let texts = Values::Texts(Texts { codes, levels });
        if let Some(column) = self.columns.iter_mut().find(|c| c.name == groups.name) {
            column.values = texts;
        }
        Ok(())
    }
}
