//! Wilkinson and Rogers's model formulas (1973) as R expands them: `+`, `-`, `:`, `*`, `/`, `^`, `.`, and lme4's bars.

use super::expression::{self, Expression};
use crate::error::{Error, Result};

/// A model formula, expanded.
#[derive(Debug, Clone)]
pub struct Formula {
    /// The formula as it was given, spaces tidied.
    pub text: String,
    /// What is explained.
    pub response: Option<Expression>,
    /// What explains it.
    pub fixed: Terms,
    /// The bars: what varies between the groups of what.
    pub random: Vec<Bar>,
}

/// Terms of a model.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    /// The variables, in order of their first mention.
    pub variables: Vec<Expression>,
    /// Whether there is an intercept.
    pub intercept: bool,
    /// Each term as places among the variables, main effects first.
    pub terms: Vec<Vec<usize>>,
}

/// `(terms | group)`.
#[derive(Debug, Clone)]
pub struct Bar {
    /// What varies.
    pub terms: Terms,
    /// The columns whose crossing makes the groups.
    pub groups: Vec<String>,
}

const MOST_TERMS: usize = 2_000;

impl Formula {
    /// Reads a formula; `.` stands for `others`, the columns not otherwise named.
    ///
    /// # Errors
    /// It cannot be read, or has no `~`.
    pub fn parse(text: &str, others: &[String]) -> Result<Self> {
        let tree = expression::parse(text)?;
        let (response, right) = match tree {
            Expression::Binary('~', left, right) => (Some(*left), *right),
            Expression::Unary('~', right) => (None, *right),
            _ => return Err(Error::Formula { at: 1, what: "needs a ~, as in 'y ~ x'".into() }),
        };
        let mut named = Vec::new();
        if let Some(response) = &response {
            response.names(&mut named);
        }
        let others = others.iter().filter(|o| !named.contains(o)).cloned().collect();
        let mut reader =
            Reader { terms: Terms { intercept: true, ..Terms::default() }, others, bars: Vec::new() };
        let mut sets = reader.add(&right, vec![])?;
        reader.finish(&mut sets);
        let label = |e: &Option<Expression>| e.as_ref().map_or(String::new(), |e| format!("{} ", e.label()));
        let text = format!("{}~ {}", label(&response), right.label());
        Ok(Self { text, response, fixed: reader.terms, random: reader.bars })
    }

    /// Reads a list of terms without a response, as for controls.
    ///
    /// # Errors
    /// As [`Formula::parse`].
    pub fn terms(text: &str) -> Result<Terms> {
        Ok(Self::parse(&format!("~ {text}"), &[])?.fixed)
    }

    /// Every column the formula names.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let mut found = Vec::new();
        if let Some(response) = &self.response {
            response.names(&mut found);
        }
        self.fixed.variables.iter().for_each(|v| v.names(&mut found));
        for bar in &self.random {
            bar.terms.variables.iter().for_each(|v| v.names(&mut found));
            found.extend(bar.groups.iter().cloned());
        }
        found
    }
}

struct Reader {
    terms: Terms,
    others: Vec<String>,
    bars: Vec<Bar>,
}

type Sets = Vec<Vec<usize>>;

impl Reader {
    /// Adds the terms of a tree to those there are.
    fn add(&mut self, tree: &Expression, mut there: Sets) -> Result<Sets> {
        match tree {
            Expression::Binary('+', a, b) => {
                let there = self.add(a, there)?;
                self.add(b, there)
            }
            Expression::Binary('-', a, b) => {
                let there = self.add(a, there)?;
                self.remove(b, there)
            }
            Expression::Unary('-', x) => self.remove(x, there),
            Expression::Unary('+', x) => self.add(x, there),
            Expression::Number(x) if *x == 1.0 || *x == 0.0 => {
                self.terms.intercept = *x == 1.0;
                Ok(there)
            }
            Expression::Bracket(inside) if matches!(**inside, Expression::Binary('|' | '‖', ..)) => {
                self.bar(inside)?;
                Ok(there)
            }
            Expression::Bracket(inside) => self.add(inside, there),
            tree => {
                for set in self.expand(tree)? {
                    if !there.contains(&set) {
                        there.push(set);
                    }
                }
                Ok(there)
            }
        }
    }

    fn remove(&mut self, tree: &Expression, mut there: Sets) -> Result<Sets> {
        match tree {
            Expression::Number(x) if *x == 1.0 || *x == 0.0 => {
                self.terms.intercept = *x == 0.0;
                Ok(there)
            }
            tree => {
                let gone = self.expand(tree)?;
                there.retain(|set| !gone.contains(set));
                Ok(there)
            }
        }
    }

    /// The terms a tree stands for.
    fn expand(&mut self, tree: &Expression) -> Result<Sets> {
        let sets = match tree {
            Expression::Name(name) if name == "." => {
                let others = std::mem::take(&mut self.others);
                others.into_iter().map(|n| vec![self.variable(Expression::Name(n))]).collect()
            }
            Expression::Name(_) | Expression::Call(..) => vec![vec![self.variable(tree.clone())]],
            Expression::Bracket(inside) => self.expand(inside)?,
            Expression::Binary('+', a, b) => {
                let mut sets = self.expand(a)?;
                union(&mut sets, self.expand(b)?);
                sets
            }
            Expression::Binary('-', a, b) => {
                let mut sets = self.expand(a)?;
                let gone = self.expand(b)?;
                sets.retain(|s| !gone.contains(s));
                sets
            }
            Expression::Binary(':', a, b) => crossed(&self.expand(a)?, &self.expand(b)?),
            Expression::Binary('*', a, b) => {
                let (mut a, b) = (self.expand(a)?, self.expand(b)?);
                let both = crossed(&a, &b);
                union(&mut a, b);
                union(&mut a, both);
                a
            }
            Expression::Binary('/', a, b) => {
                let (mut a, b) = (self.expand(a)?, self.expand(b)?);
                let mut all: Vec<usize> = a.iter().flatten().copied().collect();
                all.sort_unstable();
                all.dedup();
                union(&mut a, crossed(&[all], &b));
                a
            }
            Expression::Binary('^', a, n) => {
                let Expression::Number(n) = **n else { return Err(odd(n)) };
                if !(1.0..=8.0).contains(&n) || n.fract() != 0.0 {
                    return Err(Error::question("formula: a power of terms is a whole number from 1 to 8"));
                }
                let base = self.expand(a)?;
                let mut sets = base.clone();
                for _ in 1..n as usize {
                    let more = crossed(&sets, &base);
                    union(&mut sets, more);
                    limited(&sets)?;
                }
                sets
            }
            tree => return Err(odd(tree)),
        };
        limited(&sets)?;
        Ok(sets)
    }

    fn variable(&mut self, tree: Expression) -> usize {
        match self.terms.variables.iter().position(|v| *v == tree) {
            Some(at) => at,
            None => {
                self.terms.variables.push(tree);
                self.terms.variables.len() - 1
            }
        }
    }

    /// `(x | g)`, `(x || g)`, `(x | g/h)`.
    fn bar(&mut self, tree: &Expression) -> Result<()> {
        let Expression::Binary(kind, left, right) = tree else { return Err(odd(tree)) };
        let mut reader = Self {
            terms: Terms { intercept: true, ..Terms::default() },
            others: Vec::new(),
            bars: Vec::new(),
        };
        let mut sets = reader.add(left, vec![])?;
        reader.finish(&mut sets);
        for groups in nested_groups(right)? {
            if *kind == '|' {
                self.bars.push(Bar { terms: reader.terms.clone(), groups });
                continue;
            }
            if reader.terms.intercept {
                let terms = Terms { intercept: true, ..Terms::default() };
                self.bars.push(Bar { terms, groups: groups.clone() });
            }
            for term in &reader.terms.terms {
                let variables = term.iter().map(|&v| reader.terms.variables[v].clone()).collect::<Vec<_>>();
                let alone = vec![(0..variables.len()).collect()];
                let terms = Terms { variables, intercept: false, terms: alone };
                self.bars.push(Bar { terms, groups: groups.clone() });
            }
        }
        Ok(())
    }

    fn finish(&mut self, sets: &mut Sets) {
        sets.sort_by_key(Vec::len);
        self.terms.terms = std::mem::take(sets);
    }
}

/// The groupings of the right side of a bar: `a/b` is `a` and `a:b`.
fn nested_groups(tree: &Expression) -> Result<Vec<Vec<String>>> {
    match tree {
        Expression::Name(name) => Ok(vec![vec![name.clone()]]),
        Expression::Call(f, arguments) if f == "factor" && arguments.len() == 1 => {
            nested_groups(&arguments[0])
        }
        Expression::Bracket(inside) => nested_groups(inside),
        Expression::Binary('/', a, b) => {
            let mut outer = nested_groups(a)?;
            let within = outer.last().cloned().unwrap_or_default();
            for inner in nested_groups(b)? {
                // lme4 names the inner grouping first.
                outer.push(inner.iter().chain(&within).cloned().collect());
            }
            Ok(outer)
        }
        Expression::Binary(':', a, b) => {
            let (a, b) = (nested_groups(a)?, nested_groups(b)?);
            Ok(vec![a.concat().into_iter().chain(b.concat()).collect()])
        }
        tree => Err(odd(tree)),
    }
}

fn odd(tree: &Expression) -> Error {
    Error::question(format!("formula: '{}' is not a term; wrap arithmetic in I(…)", tree.label()))
}

fn union(there: &mut Sets, more: Sets) {
    for set in more {
        if !there.contains(&set) {
            there.push(set);
        }
    }
}

fn crossed(a: &[Vec<usize>], b: &[Vec<usize>]) -> Sets {
    let mut sets = Vec::new();
    for x in a.iter().take(MOST_TERMS) {
        for y in b.iter().take(MOST_TERMS) {
            let mut both: Vec<usize> = x.iter().chain(y).copied().collect();
            both.sort_unstable();
            both.dedup();
            if !sets.contains(&both) {
                sets.push(both);
            }
            if sets.len() > MOST_TERMS {
                return sets;
            }
        }
    }
    sets
}

fn limited(sets: &Sets) -> Result<()> {
    if sets.len() > MOST_TERMS {
        return Err(Error::question(format!("formula: stands for more than {MOST_TERMS} terms")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(text: &str) -> Vec<String> {
        let f = Formula::parse(text, &["y".into(), "p".into(), "q".into()]).unwrap();
        let mut out = vec![f.fixed.intercept.to_string()];
        out.extend(
            f.fixed
                .terms
                .iter()
                .map(|t| t.iter().map(|&v| f.fixed.variables[v].label()).collect::<Vec<_>>().join(":")),
        );
        out
    }

    #[test]
    fn formulas_stand_for_what_they_stand_for_in_r() {
        for (text, terms) in [
            ("y ~ a + b*c", "true a b c b:c"),
            ("y ~ a*b*c - a:b:c", "true a b c a:b a:c b:c"),
            ("y ~ (a+b+c)^2", "true a b c a:b a:c b:c"),
            ("y ~ a/b", "true a a:b"),
            ("y ~ 0 + a", "false a"),
            ("y ~ a - 1", "false a"),
            ("y ~ -1 + b:a + a", "false a b:a"),
            ("y ~ m * s + c * s", "true m s c m:s s:c"),
            ("y ~ .", "true p q"),
            ("y ~ . - q", "true p"),
            ("y ~ 1", "true"),
            ("log(y) ~ I(a^2) + a", "true I(a^2) a"),
        ] {
            assert_eq!(labels(text).join(" "), terms, "{text}");
        }
    }

    #[test]
    fn bars_open_up_as_in_lme4() {
        let groups = |text: &str| -> Vec<String> {
            let f = Formula::parse(text, &[]).unwrap();
            f.random
                .iter()
                .map(|b| {
                    format!("{}|{}", b.terms.terms.len() + usize::from(b.terms.intercept), b.groups.join(":"))
                })
                .collect()
        };
        assert_eq!(groups("y ~ x + (1|a/b)"), ["1|a", "1|b:a"]);
        assert_eq!(groups("y ~ x + (x||g)"), ["1|g", "1|g"]);
        assert_eq!(groups("y ~ x + (x|g) + (1|h)"), ["2|g", "1|h"]);
        assert_eq!(groups("y ~ x + (0+x|g)"), ["1|g"]);
    }

    #[test]
    fn what_is_no_model_is_refused() {
        for text in ["y", "y ~ x^99", "y ~ (1|2)", "y ~ x | g", "y ~ \"a\""] {
            assert!(Formula::parse(text, &[]).is_err(), "{text}");
        }
        let long = format!("y ~ ({})^8", (0..60).map(|i| format!("v{i}")).collect::<Vec<_>>().join("+"));
        assert!(Formula::parse(&long, &[]).is_err());
    }
}
