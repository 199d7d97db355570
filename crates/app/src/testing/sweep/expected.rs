//! Reads the table of expectations: which caller may do what, written by hand from the framework and kept
//! apart from the code's own table of rights.

use axum::http::Method;

/// Every kind of caller, in the order of the table's columns: letter, and who it is.
pub(super) const CALLERS: &[(char, &str)] = &[
    ('a', "nobody signed in"),
    ('i', "signed in, invited, has not answered"),
    ('x', "sat for labor here, no longer does"),
    ('e', "leads the union in another district"),
    ('p', "runs the install"),
    ('n', "neutral facilitator"),
    ('L', "leads labor"),
    ('l', "member of labor"),
    ('o', "observer for labor"),
    ('M', "leads management"),
    ('G', "leads the board, which advises"),
    ('f', "member of the families' party, which advises"),
    ('w', "led a party that has withdrawn"),
    ('k', "member of a party without a lead"),
    ('U', "leads labor in the county above"),
    ('D', "leads labor in a school below"),
    ('S', "leads labor in a sister district"),
];

/// What a caller gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// `.`: the page, or the act or its rule's no.
    Allowed,
    /// `3`: may see, may not do.
    Forbidden,
    /// `4`: as if it were not there.
    Unseen,
    /// `s`: asked to sign in.
    SignIn,
}

impl Answer {
    fn of(letter: char) -> Self {
        match letter {
            '.' => Self::Allowed,
            '3' => Self::Forbidden,
            '4' => Self::Unseen,
            's' => Self::SignIn,
            other => panic!("{other:?} is no answer"),
        }
    }
}

/// One line: a route in some states of the partnership, and the answer for each caller.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) method: Method,
    pub(super) path: &'static str,
    /// The states it speaks of; empty for a route outside a partnership.
    pub(super) states: Vec<&'static str>,
    pub(super) answers: Vec<Answer>,
    /// Whether the object in the path belongs to one party, so that the other side may not touch it.
    pub(super) of_a_side: bool,
}

/// The states of a partnership by their letter in the table.
pub(super) const STATES: &[(char, &str)] =
    &[('a', "active"), ('d', "draft"), ('p', "paused"), ('e', "ended")];

/// The whole table.
pub(super) fn table() -> Vec<Line> {
    let lines = include_str!("expected.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter(|line| !line.trim().is_empty()).map(read).collect()
}

fn read(line: &'static str) -> Line {
    let mut words = line.split_whitespace();
    let mut next = || words.next().unwrap_or_else(|| panic!("the line is too short: {line}"));
    let (method, path, states) = (next(), next(), next());
    let (mut answers, mut of_a_side) = (Vec::new(), false);
    for word in words {
        if word == "side" {
            of_a_side = true;
        } else {
            answers.extend(word.chars().map(Answer::of));
        }
    }
    assert_eq!(answers.len(), CALLERS.len(), "one answer for each caller: {line}");
    let known = |letter: char| STATES.iter().find(|(l, _)| *l == letter).map(|(_, state)| *state);
    Line {
        method: method.parse().expect("a method"),
        path,
        states: states.chars().filter_map(known).collect(),
        answers,
        of_a_side,
    }
}
