//! From a formula and a frame to columns of numbers: arithmetic, factors by treatment coding, interactions, rows with
//! a missing cell left out.

use super::expression::Expression;
use super::formula::{Formula, Terms};
use super::values::{Numbers, Values};
use super::{Frame, Groups};
use crate::error::{Error, Result};
use crate::numeric::summary;
use std::borrow::Cow;

/// A model's columns, for the rows that have no missing cell.
#[derive(Debug, Clone)]
pub struct Design {
    /// The formula.
    pub formula: String,
    /// What is explained, and its label; empty without a response.
    pub response: Vec<f64>,
    /// The response's label.
    pub response_label: String,
    /// A name for each column.
    pub names: Vec<String>,
    /// The columns.
    pub columns: Vec<Vec<f64>>,
    /// Whether the first column is the intercept.
    pub intercept: bool,
    /// The rows of the frame that are used.
    pub rows: Vec<u32>,
    /// How many rows were left out for a missing cell.
    pub dropped: usize,
}

/// A variable of a model.
enum Variable<'a> {
    Number(Cow<'a, [f64]>),
    Factor(Groups),
}

const MOST_COLUMNS: usize = 2_000;

impl Design {
    /// The columns of a formula. `also` says of each row whether it may be used as far as weights and groups go.
    ///
    /// # Errors
    /// A column is not there, is a text where a number is needed, or holds an infinity; no row is whole.
    pub fn build(frame: &Frame, formula: &Formula, also: &dyn Fn(usize) -> bool) -> Result<Self> {
        let design = Self::build_part(frame, formula, also)?;
        if design.rows.is_empty() {
            return Err(Error::question(format!(
                "{}: no row has all of: {}",
                frame.source,
                formula.names().join(", ")
            )));
        }
        Ok(design)
    }

    /// The same of a part of a table, which may have no whole row.
    ///
    /// # Errors
    /// As [`Design::build`], but for the rows.
    pub fn build_part(frame: &Frame, formula: &Formula, also: &dyn Fn(usize) -> bool) -> Result<Self> {
        let (label, response) = match &formula.response {
            Some(tree) => (tree.label(), response(frame, tree)?),
            None => (String::new(), vec![0.0; frame.rows]),
        };
        let variables = variables(frame, &formula.fixed)?;
        let mut whole: Vec<bool> = (0..frame.rows).map(|r| also(r) && !response[r].is_nan()).collect();
        for bar in &formula.random {
            let inside = self::variables(frame, &bar.terms)?;
            mark_missing(&inside, &mut whole);
        }
        mark_missing(&variables, &mut whole);
        let rows: Vec<u32> = (0..frame.rows as u32).filter(|&r| whole[r as usize]).collect();
        let (names, columns) = columns(&variables, &formula.fixed, &rows)?;
        let design = Self {
            formula: formula.text.clone(),
            response: rows.iter().map(|&r| response[r as usize]).collect(),
            response_label: label,
            names,
            columns,
            intercept: formula.fixed.intercept,
            dropped: frame.rows - rows.len(),
            rows,
        };
        design.refuse_infinities(frame)?;
        Ok(design)
    }

    fn refuse_infinities(&self, frame: &Frame) -> Result<()> {
        let named = std::iter::once((&self.response_label, &self.response))
            .chain(self.names.iter().zip(&self.columns));
        for (name, column) in named {
            if let Some(at) = column.iter().position(|x| x.is_infinite()) {
                let row = self.rows[at] + 1;
                return Err(Error::question(format!(
                    "{}: '{name}' is infinite in row {row}; mend it or leave the row out",
                    frame.source
                )));
            }
        }
        Ok(())
    }

    /// The columns of other terms for the same rows, as for random effects.
    ///
    /// # Errors
    /// As [`Design::build`].
    pub fn more(&self, frame: &Frame, terms: &Terms) -> Result<(Vec<String>, Vec<Vec<f64>>)> {
        columns(&variables(frame, terms)?, terms, &self.rows)
    }
}

fn variables<'a>(frame: &'a Frame, terms: &Terms) -> Result<Vec<Variable<'a>>> {
    terms.variables.iter().map(|tree| variable(frame, tree)).collect()
}

fn mark_missing(variables: &[Variable], whole: &mut [bool]) {
    for variable in variables {
        match variable {
            Variable::Number(x) => whole.iter_mut().zip(x.iter()).for_each(|(w, x)| *w &= !x.is_nan()),
            Variable::Factor(g) => whole.iter_mut().zip(&g.of).for_each(|(w, &g)| *w &= g != Groups::NONE),
        }
    }
}

fn variable<'a>(frame: &'a Frame, tree: &Expression) -> Result<Variable<'a>> {
    match tree {
        Expression::Name(name) => {
            let column = frame.column(name)?;
            match &column.values {
                Values::Numbers(Numbers::Real(v)) => Ok(Variable::Number(Cow::Borrowed(v))),
                Values::Numbers(numbers) => Ok(Variable::Number(Cow::Owned(numbers.to_f64()))),
                Values::Texts(texts) => {
                    let (numbers, words) = texts.numbers_and_words();
                    if numbers > words {
                        return Err(frame.not_a_number(&column.name, texts));
                    }
                    frame.groups(name).map(Variable::Factor)
                }
            }
        }
        Expression::Call(f, arguments) if matches!(f.as_str(), "factor" | "as.factor" | "C") => {
            match &arguments[..] {
                [Expression::Name(name)] => frame.groups(name).map(Variable::Factor),
                _ => Err(Error::question(format!("formula: {f}(…) takes the name of one column"))),
            }
        }
        Expression::Call(f, arguments) if f == "relevel" => match &arguments[..] {
            [Expression::Name(name), Expression::Text(level)] => {
                let mut copy = Frame {
                    source: frame.source.clone(),
                    rows: frame.rows,
                    columns: vec![frame.column(name)?.clone()],
                    ..Frame::default()
                };
                copy.order_levels(name, &[level])?;
                copy.groups(name).map(Variable::Factor)
            }
            _ => Err(Error::question("formula: relevel takes a column and a level, as in relevel(x, \"a\")")),
        },
        tree => numbers(frame, tree).map(|x| Variable::Number(Cow::Owned(x))),
    }
}

/// The response: a number, or a text with two levels as 0 and 1.
fn response(frame: &Frame, tree: &Expression) -> Result<Vec<f64>> {
    if let Expression::Name(name) = tree
        && let Values::Texts(texts) = &frame.column(name)?.values
    {
        let (numbers, _) = texts.numbers_and_words();
        if texts.levels.len() == 2 && numbers == 0 {
            let value = |c: u32| if c == Groups::NONE { f64::NAN } else { f64::from(c) };
            return Ok(texts.codes.iter().map(|&c| value(c)).collect());
        }
        return Err(frame.not_a_number(name, texts));
    }
    numbers(frame, tree)
}

/// The value of an arithmetic expression in every row; NaN where a part is missing.
///
/// # Errors
/// It names a column that is not there or is no number, or a function this crate does not know.
pub fn numbers(frame: &Frame, tree: &Expression) -> Result<Vec<f64>> {
    let each = |x: Vec<f64>, f: fn(f64) -> f64| x.into_iter().map(f).collect();
    match tree {
        Expression::Name(name) => frame.numbers(name),
        Expression::Number(x) => Ok(vec![*x; frame.rows]),
        Expression::Bracket(x) => numbers(frame, x),
        Expression::Unary('-', x) => Ok(each(numbers(frame, x)?, |x| -x)),
        Expression::Unary('+', x) => numbers(frame, x),
        Expression::Binary(operator @ ('+' | '-' | '*' | '/' | '^'), a, b) => {
            let b = numbers(frame, b)?;
            let mut a = numbers(frame, a)?;
            for (x, y) in a.iter_mut().zip(b) {
                *x = match operator {
                    '+' => *x + y,
                    '-' => *x - y,
                    '*' => *x * y,
                    '/' => *x / y,
                    _ => x.powf(y),
                };
            }
            Ok(a)
        }
        Expression::Call(name, arguments) => call(frame, name, arguments),
        tree => Err(Error::question(format!("formula: '{}' is no arithmetic", tree.label()))),
    }
}

fn call(frame: &Frame, name: &str, arguments: &[Expression]) -> Result<Vec<f64>> {
    if let ("between" | "within", [x, Expression::Name(group)]) = (name, arguments) {
        let x = numbers(frame, x)?;
        let means = group_means(&x, &frame.groups(group)?);
        return Ok(if name == "between" { means } else { x.iter().zip(means).map(|(x, m)| x - m).collect() });
    }
    let [argument] = arguments else {
        return Err(Error::question(format!("formula: {name}(…) takes one argument here")));
    };
    let x = numbers(frame, argument)?;
    let f: fn(f64) -> f64 = match name {
        "I" | "as.numeric" => |x| x,
        "log" => f64::ln,
        "log2" => f64::log2,
        "log10" => f64::log10,
        "log1p" => f64::ln_1p,
        "exp" => f64::exp,
        "expm1" => f64::exp_m1,
        "sqrt" => f64::sqrt,
        "abs" => f64::abs,
        "scale" | "center" => {
            let there: Vec<f64> = x.iter().copied().filter(|x| !x.is_nan()).collect();
            let (mean, sd) = (summary::mean(&there), if name == "scale" { summary::sd(&there) } else { 1.0 });
            return Ok(x.into_iter().map(|x| (x - mean) / sd).collect());
        }
        _ => {
            return Err(Error::question(format!(
                "formula: the function {name} is not known here. There are: I, log, log2, log10, log1p, exp, expm1, \
                 sqrt, abs, scale, center, factor, relevel, between(x, g), within(x, g)"
            )));
        }
    };
    Ok(x.into_iter().map(f).collect())
}

/// Each row's group mean (Mundlak 1978); NaN where the row has no group or its group no value.
#[must_use]
pub fn group_means(x: &[f64], groups: &Groups) -> Vec<f64> {
    let mut sums = vec![(0.0, 0.0); groups.count()];
    for (x, &g) in x.iter().zip(&groups.of) {
        if let Some((sum, n)) = sums.get_mut(g as usize).filter(|_| !x.is_nan()) {
            *sum += x;
            *n += 1.0;
        }
    }
    groups.of.iter().map(|&g| sums.get(g as usize).map_or(f64::NAN, |(sum, n)| sum / n)).collect()
}

fn columns(variables: &[Variable], terms: &Terms, rows: &[u32]) -> Result<(Vec<String>, Vec<Vec<f64>>)> {
    let mut names = Vec::new();
    let mut columns = Vec::new();
    if terms.intercept {
        names.push("(Intercept)".to_owned());
        columns.push(vec![1.0; rows.len()]);
    }
    for term in &terms.terms {
        let mut parts: Vec<(String, Vec<f64>)> = Vec::new();
        for &v in term {
            let rest: Vec<usize> = term.iter().copied().filter(|&o| o != v).collect();
            let margin_is_there = if rest.is_empty() { terms.intercept } else { terms.terms.contains(&rest) };
            let coded = coded(&variables[v], &terms.variables[v].label(), margin_is_there, rows)?;
            if parts.len().max(1) * coded.len() + columns.len() > MOST_COLUMNS {
                return Err(Error::question(format!(
                    "formula: '{}' makes more than {MOST_COLUMNS} columns; use a group instead, as in (1|…)",
                    terms.variables[v].label()
                )));
            }
            parts = if parts.is_empty() { coded } else { multiplied(&parts, &coded) };
        }
        for (name, column) in parts {
            names.push(name);
            columns.push(column);
        }
    }
    Ok((names, columns))
}

/// Every product of two sets of columns, the first varying fastest.
fn multiplied(a: &[(String, Vec<f64>)], b: &[(String, Vec<f64>)]) -> Vec<(String, Vec<f64>)> {
    let mut out = Vec::new();
    for (name_b, y) in b {
        for (name_a, x) in a {
            out.push((format!("{name_a}:{name_b}"), x.iter().zip(y).map(|(x, y)| x * y).collect()));
        }
    }
    out
}

fn coded(variable: &Variable, label: &str, contrasts: bool, rows: &[u32]) -> Result<Vec<(String, Vec<f64>)>> {
    match variable {
        Variable::Number(x) if rows.len() == x.len() => Ok(vec![(label.to_owned(), x.to_vec())]),
        Variable::Number(x) => Ok(vec![(label.to_owned(), rows.iter().map(|&r| x[r as usize]).collect())]),
        Variable::Factor(groups) => {
            let groups = groups.of_rows(rows);
            if contrasts && groups.count() < 2 {
                let only = groups.labels.first().cloned().unwrap_or_default();
                return Err(Error::question(format!(
                    "formula: '{label}' has only one level ('{only}') in the rows used; leave it out"
                )));
            }
            if groups.count() > MOST_COLUMNS {
                return Err(Error::question(format!(
                    "formula: '{label}' has {} levels; use it as a group, as in (1|{label})",
                    groups.count()
                )));
            }
            let dummy =
                |level: usize| groups.of.iter().map(|&g| f64::from(u8::from(g as usize == level))).collect();
            Ok((usize::from(contrasts)..groups.count())
                .map(|level| (format!("{label}{}", groups.labels[level]), dummy(level)))
                .collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Reading, csv};
    use super::*;

    fn frame() -> Frame {
        let text = "y,x,s,g\n1,2,b,u\n2,4,a,u\n3,,a,v\n4,8,c,v\n5,9,b,w\n";
        csv::read_bytes("here", text.as_bytes(), &Reading::default()).unwrap()
    }

    fn design(formula: &str) -> Result<Design> {
        let frame = frame();
        Design::build(&frame, &Formula::parse(formula, &[])?, &|_| true)
    }

    #[test]
    fn factors_are_coded_against_their_first_level() {
        let d = design("y ~ s").unwrap();
        assert_eq!(d.names, ["(Intercept)", "sb", "sc"]);
        assert_eq!(d.columns[1], [1.0, 0.0, 0.0, 0.0, 1.0]);
        let d = design("y ~ 0 + s").unwrap();
        assert_eq!(d.names, ["sa", "sb", "sc"]);
        let d = design("y ~ relevel(s, \"b\")").unwrap();
        assert_eq!(d.names[1], "relevel(s, \"b\")a");
    }

    #[test]
    fn a_factor_without_its_margin_keeps_all_its_levels() {
        assert_eq!(design("y ~ x + x:s").unwrap().names, ["(Intercept)", "x", "x:sb", "x:sc"]);
        assert_eq!(design("y ~ x:s").unwrap().names, ["(Intercept)", "x:sa", "x:sb", "x:sc"]);
    }

    #[test]
    fn rows_with_a_missing_cell_are_left_out_and_counted() {
        let d = design("y ~ x").unwrap();
        assert_eq!((d.rows.len(), d.dropped), (4, 1));
        assert_eq!(d.rows, [0, 1, 3, 4]);
    }

    #[test]
    fn arithmetic_and_group_means_are_computed() {
        let d = design("log(y) ~ I(x^2/2) + between(y, g)").unwrap();
        assert_eq!(d.columns[1], [2.0, 8.0, 32.0, 40.5]);
        assert_eq!(d.columns[2], [1.5, 1.5, 3.5, 5.0]);
    }

    #[test]
    fn what_cannot_be_computed_is_told() {
        for (formula, told) in [
            ("y ~ z", "here: there is no column 'z'. There are: y, x, s, g"),
            (
                "s ~ x",
                "here: column 's' has 'b' in row 1, where a number is needed. If that means \"missing\", say --na b",
            ),
            ("y ~ sin(x)", "formula: the function sin is not known here"),
            ("I(1/(y-1)) ~ x", "here: 'I(1/(y - 1))' is infinite in row 1"),
        ] {
            let message = design(formula).unwrap_err().to_string();
            assert!(message.starts_with(told), "{message}");
        }
    }
}
