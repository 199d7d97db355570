//! The file a command reads: only the columns it needs, derived columns added, reference levels put first.

use crate::error::{Error, Result};
use crate::frame::expression::{self, Expression};
use crate::frame::formula::Formula;
use crate::frame::parts::Parts;
use crate::frame::{Frame, Reading, design};
use clap::Args;
use std::path::PathBuf;

/// A data file and how to read it.
#[derive(Debug, Args)]
pub struct DataFile {
    /// The file: Parquet by its extension, otherwise CSV.
    #[arg(long)]
    data: PathBuf,
    /// A text that means "missing" beside NA and an empty cell; may be given several times.
    #[arg(long)]
    na: Vec<String>,
    /// A column computed from others, as 'ratio = students / teachers'; may be given several times.
    #[arg(long = "let", value_name = "NAME = EXPRESSION")]
    derived: Vec<String>,
    /// The levels of a text column that come first, as 'sector=Public'; the first is the reference.
    #[arg(long, value_name = "COLUMN=LEVEL[,LEVEL]")]
    reference: Vec<String>,
    /// A table for people in place of JSON.
    #[arg(long)]
    human: bool,
}

/// How to read with these texts for "missing" and only these columns.
pub(super) fn reading(na: &[String], columns: Option<Vec<String>>) -> Reading {
    let mut reading = Reading { columns, ..Reading::default() };
    reading.na.extend(na.iter().cloned());
    reading
}

impl DataFile {
    pub(super) fn human(&self) -> bool {
        self.human
    }

    /// How another file with these columns is read beside this one.
    pub(super) fn reading(&self, columns: Vec<String>) -> Reading {
        reading(&self.na, Some(columns))
    }

    /// Reads the columns named; a `.` among them reads all.
    pub(super) fn read(&self, mut names: Vec<String>) -> Result<Frame> {
        let derived = self.derived.iter().map(|text| derivation(text)).collect::<Result<Vec<_>>>()?;
        derived.iter().for_each(|(_, tree)| tree.names(&mut names));
        let all = names.iter().any(|n| n == ".");
        let mut frame = Frame::read(&self.data, &reading(&self.na, (!all).then_some(names)))?;
        derive(&mut frame, &derived)?;
        for text in &self.reference {
            let wrong = || Error::question(format!("--reference takes column=level, not '{text}'"));
            let (name, levels) = text.split_once('=').ok_or_else(wrong)?;
            if frame.has(name) {
                frame.order_levels(name, &levels.split(',').collect::<Vec<_>>())?;
            }
        }
        Ok(frame)
    }

    /// The same as parts, where the file is large and each part can be read by itself. Whatever stands in the way is
    /// nothing here: reading the whole tells it better.
    pub(super) fn parts(&self, mut names: Vec<String>) -> Option<Parts<'static>> {
        let derived = self.derived.iter().map(|text| derivation(text)).collect::<Result<Vec<_>>>().ok()?;
        derived.iter().for_each(|(_, tree)| tree.names(&mut names));
        let by_row = derived.iter().all(|(_, tree)| tree.is_by_row());
        if names.iter().any(|n| n == ".") || !by_row || !self.reference.is_empty() {
            return None;
        }
        let mend = Box::new(move |frame: &mut Frame| derive(frame, &derived));
        Parts::of(&self.data, reading(&self.na, Some(names)), mend).ok().flatten()
    }
}

fn derive(frame: &mut Frame, derived: &[(String, Expression)]) -> Result<()> {
    for (name, tree) in derived {
        let column = design::numbers(frame, tree)?;
        frame.set_numbers(name, column);
    }
    Ok(())
}

fn derivation(text: &str) -> Result<(String, Expression)> {
    let wrong = || Error::question(format!("--let takes 'name = expression', not '{text}'"));
    let (name, right) = text.split_once('=').ok_or_else(wrong)?;
    Ok((name.trim().to_owned(), expression::parse(right)?))
}

/// Every column a formula names.
pub(super) fn formula_names(formula: &str) -> Result<Vec<String>> {
    // A stand-in for "all others", so that a dot is told as a dot.
    Ok(Formula::parse(formula, &[".".into()])?.names())
}

/// A list separated by commas outside brackets, as a sum of terms.
pub(super) fn comma_or_plus(text: &str) -> String {
    let mut depth = 0_i32;
    let sum: String = text
        .chars()
        .map(|c| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            if c == ',' && depth == 0 { '+' } else { c }
        })
        .collect();
    sum.trim().trim_end_matches('+').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_may_stand_in_a_list_or_a_sum() {
        assert_eq!(comma_or_plus("log(income),str"), "log(income)+str");
        assert_eq!(comma_or_plus("relevel(g, \"a\"),x + z"), "relevel(g, \"a\")+x + z");
        assert_eq!(comma_or_plus(""), "");
    }

    #[test]
    fn a_formula_names_its_columns_and_a_dot_stands_for_all() {
        assert_eq!(formula_names("log(y) ~ a*b + (x|g/h)").unwrap(), ["y", "a", "b", "x", "g", "h", "g"]);
        assert!(formula_names("y ~ .").unwrap().contains(&".".to_owned()));
    }
}
