//! The small language of formulas, as R writes them: names, numbers, calls and operators, read to a tree.

use crate::error::{Error, Result};

/// A formula's tree.
#[derive(Debug, Clone, PartialEq)]
pub enum Expression {
    /// A column.
    Name(String),
    /// A number.
    Number(f64),
    /// A text, as in `relevel(x, "a")`.
    Text(String),
    /// A call.
    Call(String, Vec<Expression>),
    /// An operator with one side: `-x`, `+x`.
    Unary(char, Box<Expression>),
    /// An operator with two sides. `||` is written `‖`.
    Binary(char, Box<Expression>, Box<Expression>),
    /// Something in brackets.
    Bracket(Box<Expression>),
}

const DEEPEST: usize = 100;
const LONGEST: usize = 20_000;

/// Reads an expression or a formula.
///
/// # Errors
/// Names the character at which the text stops making sense.
pub fn parse(text: &str) -> Result<Expression> {
    if text.len() > LONGEST {
        return Err(Error::Formula { at: LONGEST, what: "is too long".into() });
    }
    let mut parser = Parser { chars: text.chars().collect(), at: 0, depth: 0 };
    let tree = parser.level(0)?;
    parser.space();
    if parser.at < parser.chars.len() {
        let what = format!("'{}' is not expected here", parser.chars[parser.at]);
        return Err(parser.wrong(what));
    }
    Ok(tree)
}

impl Expression {
    /// Whether its value in a row follows from that row alone.
    #[must_use]
    pub fn is_by_row(&self) -> bool {
        match self {
            Self::Name(_) | Self::Number(_) => true,
            Self::Text(_) => false,
            Self::Unary(_, x) | Self::Bracket(x) => x.is_by_row(),
            Self::Binary(_, a, b) => a.is_by_row() && b.is_by_row(),
            Self::Call(name, arguments) => {
                let of_all_rows =
                    ["between", "within", "scale", "center", "factor", "as.factor", "C", "relevel"];
                !of_all_rows.contains(&name.as_str()) && arguments.iter().all(Self::is_by_row)
            }
        }
    }
}

struct Parser {
    chars: Vec<char>,
    at: usize,
    depth: usize,
}

/// Operators from the loosest to the tightest, as in R.
const LEVELS: [&[char]; 5] = [&['~'], &['|', '‖'], &['+', '-'], &['*', '/'], &[':']];

impl Parser {
    fn wrong(&self, what: impl Into<String>) -> Error {
        Error::Formula { at: self.at + 1, what: what.into() }
    }

    fn space(&mut self) {
        while self.chars.get(self.at).is_some_and(|c| c.is_whitespace()) {
            self.at += 1;
        }
    }

    fn peek(&mut self) -> Option<char> {
        self.space();
        let c = *self.chars.get(self.at)?;
        if c == '|' && self.chars.get(self.at + 1) == Some(&'|') { Some('‖') } else { Some(c) }
    }

    fn level(&mut self, level: usize) -> Result<Expression> {
        self.depth += 1;
        if self.depth > DEEPEST * LEVELS.len() {
            return Err(self.wrong("too many brackets inside brackets"));
        }
        let tree = self.level_inside(level);
        self.depth -= 1;
        tree
    }

    fn level_inside(&mut self, level: usize) -> Result<Expression> {
        let Some(operators) = LEVELS.get(level) else { return self.signed() };
        if level == 0 && self.peek() == Some('~') {
            self.at += 1;
            return Ok(Expression::Unary('~', Box::new(self.level(1)?)));
        }
        let mut left = self.level(level + 1)?;
        while let Some(operator) = self.peek().filter(|c| operators.contains(c)) {
            self.at += if operator == '‖' { 2 } else { 1 };
            let right = self.level(level + 1)?;
            left = Expression::Binary(operator, Box::new(left), Box::new(right));
        }
        Ok(left)
    }

    /// A sign binds less tightly than a power and more tightly than the rest.
    fn signed(&mut self) -> Result<Expression> {
        let mut signs = Vec::new();
        while let Some(sign) = self.peek().filter(|c| matches!(c, '-' | '+')) {
            self.at += 1;
            signs.push(sign);
            if signs.len() > DEEPEST {
                return Err(self.wrong("too many signs"));
            }
        }
        let power = self.power()?;
        Ok(signs.into_iter().rev().fold(power, |tree, sign| Expression::Unary(sign, Box::new(tree))))
    }

    fn power(&mut self) -> Result<Expression> {
        let base = self.atom()?;
        if self.peek() == Some('^') {
            self.at += 1;
            let exponent = self.level(LEVELS.len())?;
            return Ok(Expression::Binary('^', Box::new(base), Box::new(exponent)));
        }
        Ok(base)
    }

    fn atom(&mut self) -> Result<Expression> {
        match self.peek() {
            None => Err(self.wrong("something is missing at the end")),
            Some('(') => {
                self.at += 1;
                let inside = self.level(0)?;
                self.close()?;
                Ok(Expression::Bracket(Box::new(inside)))
            }
            Some('`') => {
                let name = self.until('`')?;
                Ok(Expression::Name(name))
            }
            Some(quote @ ('"' | '\'')) => Ok(Expression::Text(self.until(quote)?)),
            Some(c) if c.is_ascii_digit() || (c == '.' && self.digit_follows()) => self.number(),
            Some(c) if c.is_alphabetic() || c == '.' || c == '_' => self.name_or_call(),
            Some(c) => Err(self.wrong(format!("'{c}' is not expected here"))),
        }
    }

    fn digit_follows(&self) -> bool {
        self.chars.get(self.at + 1).is_some_and(char::is_ascii_digit)
    }

    fn close(&mut self) -> Result<()> {
        if self.peek() != Some(')') {
            return Err(self.wrong("a closing bracket is missing"));
        }
        self.at += 1;
        Ok(())
    }

    fn until(&mut self, quote: char) -> Result<String> {
        let start = self.at + 1;
        let Some(length) = self.chars[start..].iter().position(|&c| c == quote) else {
            return Err(self.wrong(format!("{quote} is opened and never closed")));
        };
        self.at = start + length + 1;
        Ok(self.chars[start..start + length].iter().collect())
    }

    fn number(&mut self) -> Result<Expression> {
        let start = self.at;
        while let Some(&c) = self.chars.get(self.at) {
            let exponent_sign = matches!(c, '+' | '-') && matches!(self.chars[self.at - 1], 'e' | 'E');
            if c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E') || (exponent_sign && self.at > start) {
                self.at += 1;
            } else {
                break;
            }
        }
        let text: String = self.chars[start..self.at].iter().collect();
        text.parse().map(Expression::Number).map_err(|_| self.wrong(format!("'{text}' is no number")))
    }

    fn name_or_call(&mut self) -> Result<Expression> {
        let start = self.at;
        while self.chars.get(self.at).is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '_')) {
            self.at += 1;
        }
        let name: String = self.chars[start..self.at].iter().collect();
        if self.peek() != Some('(') {
            return Ok(Expression::Name(name));
        }
        self.at += 1;
        let mut arguments = Vec::new();
        if self.peek() != Some(')') {
            loop {
                arguments.push(self.level(0)?);
                if self.peek() != Some(',') {
                    break;
                }
                self.at += 1;
            }
        }
        self.close()?;
        Ok(Expression::Call(name, arguments))
    }
}

impl Expression {
    /// The text R would print for it.
    #[must_use]
    pub fn label(&self) -> String {
        match self {
            // As R writes them: a name that would be read as something else stands in backquotes.
            Self::Name(name) if is_plain(name) => name.clone(),
            Self::Name(name) => format!("`{name}`"),
            Self::Number(x) => format!("{x}"),
            Self::Text(text) => format!("\"{text}\""),
            Self::Call(name, arguments) => {
                let inside: Vec<String> = arguments.iter().map(Self::label).collect();
                format!("{name}({})", inside.join(", "))
            }
            Self::Unary(operator, x) => format!("{operator}{}", x.label()),
            Self::Binary(operator @ ('^' | ':'), a, b) => format!("{}{operator}{}", a.label(), b.label()),
            Self::Binary('/', a, b) => format!("{}/{}", a.label(), b.label()),
            Self::Binary('‖', a, b) => format!("{} || {}", a.label(), b.label()),
            Self::Binary(operator, a, b) => format!("{} {operator} {}", a.label(), b.label()),
            Self::Bracket(x) => format!("({})", x.label()),
        }
    }

    /// Every column it names.
    pub fn names(&self, found: &mut Vec<String>) {
        match self {
            Self::Name(name) => {
                if !found.contains(name) {
                    found.push(name.clone());
                }
            }
            Self::Number(_) | Self::Text(_) => {}
            Self::Call(_, arguments) => arguments.iter().for_each(|a| a.names(found)),
            Self::Unary(_, x) | Self::Bracket(x) => x.names(found),
            Self::Binary(_, a, b) => {
                a.names(found);
                b.names(found);
            }
        }
    }
}

/// Whether a name is read as that name without backquotes.
fn is_plain(name: &str) -> bool {
    let mut letters = name.chars();
    let first = letters.next();
    let second = letters.clone().next();
    first.is_some_and(|c| {
        c.is_alphabetic() || c == '_' || (c == '.' && !second.is_some_and(|c| c.is_ascii_digit()))
    }) && letters.all(|c| c.is_alphanumeric() || matches!(c, '.' | '_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operators_bind_as_in_r() {
        for (text, label) in [
            ("y~x1+x2*x3", "y ~ x1 + x2 * x3"),
            ("log( income )", "log(income)"),
            ("(read+math)/2 ~ I(students/teachers)", "(read + math)/2 ~ I(students/teachers)"),
            ("y ~ x + (1|school/class)", "y ~ x + (1 | school/class)"),
            ("y ~ x + (x||g)", "y ~ x + (x || g)"),
            ("`a b` ~ .5e-3", "`a b` ~ 0.0005"),
            ("y ~ `0` + `.x` + `x`", "y ~ `0` + .x + x"),
        ] {
            assert_eq!(parse(text).unwrap().label(), label);
        }
        assert_eq!(
            parse("-x^2").unwrap(),
            Expression::Unary('-', Box::new(parse("x^2").unwrap())),
            "a power binds tighter than a sign"
        );
    }

    #[test]
    fn what_cannot_be_read_is_told_by_its_place() {
        for (text, told) in [
            ("y ~ x +", "formula, character 8: something is missing at the end"),
            ("y ~ (x", "formula, character 7: a closing bracket is missing"),
            ("y ~ x ? z", "formula, character 7: '?' is not expected here"),
            ("y ~ 'x", "formula, character 5: ' is opened and never closed"),
        ] {
            assert_eq!(parse(text).unwrap_err().to_string(), told);
        }
        assert!(parse(&"(".repeat(5000)).is_err());
        assert!(parse(&"-".repeat(5000)).is_err());
        assert!(parse(&"a^".repeat(2000)).is_err());
    }

    proptest::proptest! {
        #[test]
        fn no_text_whatever_makes_it_fall_over(text in "[a-z0-9~+*:/^|()., `'\"-]{0,60}") {
            let _ = parse(&text);
        }
    }
}
