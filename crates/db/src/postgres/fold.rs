//! Inserts that were left for later and that nobody reads from in between go out as one statement. A server spends more
//! on taking a statement in and answering it than on one more row, and most acts leave a handful of rows behind.
//!
//! PostgreSQL runs the parts of a `WITH` on one state of the database: none sees what another wrote. So only inserts that
//! read nothing are put together; their references are checked when all of them are done.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write;
use std::sync::{LazyLock, Mutex, PoisonError};

use crate::dialect::{Piece, pieces};
use crate::{Engine, Statement, Value};

/// What was left for later.
#[derive(Debug)]
pub(super) struct Left {
    pub(super) statement: &'static Statement,
    pub(super) args: Vec<Value>,
    /// Whether it goes with nothing before it.
    pub(super) apart: bool,
}

/// What is sent for it.
#[derive(Debug)]
pub(super) struct Parcel<'a> {
    pub(super) text: &'static str,
    /// The first of the statements in it, for messages.
    pub(super) statement: &'static Statement,
    pub(super) args: Cow<'a, [Value]>,
}

/// So many are put together at most: each number of them is a text that every connection learns.
const MOST: usize = 12;

/// Puts together what may go together, in the order it was left in.
pub(super) fn parcels(left: &[Left]) -> Vec<Parcel<'_>> {
    let mut parcels = Vec::new();
    let mut rest = left;
    while let Some(first) = rest.first() {
        let (these, after) = rest.split_at(together(rest));
        parcels.push(match these {
            [one] => Parcel {
                text: one.statement.text(Engine::Postgres),
                statement: one.statement,
                args: Cow::Borrowed(&one.args),
            },
            _ => Parcel {
                text: text(these),
                statement: first.statement,
                args: these.iter().flat_map(|one| one.args.iter().cloned()).collect(),
            },
        });
        rest = after;
    }
    parcels
}

/// How many of these may go out as one, from the first on; at least that one.
fn together(left: &[Left]) -> usize {
    let mut tables: Vec<(&str, bool)> = Vec::new();
    for one in left.iter().take(MOST) {
        if one.apart && !tables.is_empty() {
            break;
        }
        let Some((table, settles)) = blind(one.statement.text(Engine::Postgres)) else { break };
        // An insert that settles a clash must see the row it clashes with.
        if tables.iter().any(|&(other, other_settles)| other == table && (settles || other_settles)) {
            break;
        }
        tables.push((table, settles));
    }
    tables.len().max(1)
}

/// The table of an insert that reads nothing and gives nothing back, and whether it settles clashes.
fn blind(text: &'static str) -> Option<(&'static str, bool)> {
    let words: Vec<&str> = pieces(text)
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Word(word) => Some(word),
            _ => None,
        })
        .collect();
    let has = |word: &str| words.iter().any(|one| one.eq_ignore_ascii_case(word));
    let [insert, into, table, ..] = words[..] else { return None };
    let inserts = insert.eq_ignore_ascii_case("INSERT") && into.eq_ignore_ascii_case("INTO");
    (inserts && !has("SELECT") && !has("RETURNING")).then(|| (table, has("CONFLICT")))
}

/// The one text for these, made once and kept: there are as many as the program has ways to act.
fn text(these: &[Left]) -> &'static str {
    static TEXTS: LazyLock<Mutex<HashMap<Vec<usize>, &'static str>>> = LazyLock::new(Mutex::default);
    let key = these.iter().map(|one| std::ptr::from_ref(one.statement).addr()).collect();
    let mut texts = TEXTS.lock().unwrap_or_else(PoisonError::into_inner);
    *texts.entry(key).or_insert_with(|| Box::leak(made(these).into_boxed_str()))
}

fn made(these: &[Left]) -> String {
    let mut made = String::new();
    let mut before = 0;
    for (place, one) in these.iter().enumerate() {
        let last = place + 1 == these.len();
        let begins = match place {
            0 => "WITH part0 AS (".to_owned(),
            _ if last => ") ".to_owned(),
            _ => format!("), part{place} AS ("),
        };
        made.push_str(&begins);
        for piece in pieces(one.statement.text(Engine::Postgres)) {
            match piece {
                Piece::Parameter(number) => {
                    let number = number.parse::<usize>().unwrap_or_default() + before;
                    let _ = write!(made, "${number}");
                }
                Piece::Word(own) | Piece::Sign(own) | Piece::Other(own) => made.push_str(own),
            }
        }
        before += one.args.len();
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Sql, args, sql};

    fn left(sql: Sql, args: &[Value]) -> Left {
        Left { statement: sql.0, args: args.to_vec(), apart: false }
    }

    #[test]
    fn plain_inserts_become_one_statement_with_its_parameters_counted_on() {
        let page = sql!("INSERT INTO page (id, words) VALUES ($1, 'costs $1')");
        let mark = sql!("INSERT INTO mark (page, n) VALUES ($1, $2 + $2)");
        let left = [left(page, &args![1]), left(mark, &args![1, 7]), left(page, &args![2])];
        let parcels = parcels(&left);
        assert_eq!(parcels.len(), 1);
        assert_eq!(
            parcels[0].text,
            "WITH part0 AS (INSERT INTO page (id, words) VALUES ($1, 'costs $1')), \
             part1 AS (INSERT INTO mark (page, n) VALUES ($2, $3 + $3)) \
             INSERT INTO page (id, words) VALUES ($4, 'costs $1')"
        );
        assert_eq!(parcels[0].args[..], args![1, 1, 7, 2]);
        assert!(std::ptr::eq(parcels[0].text, super::parcels(&left)[0].text), "made once");
    }

    #[test]
    fn what_reads_gives_back_or_changes_goes_out_alone_and_in_its_place() {
        let plain = sql!("INSERT INTO page (id) VALUES ($1)");
        for alone in [
            sql!("INSERT INTO mark (page) SELECT id FROM page WHERE id = $1"),
            sql!("INSERT INTO mark (page) VALUES ($1) RETURNING n"),
            sql!("UPDATE page SET words = $1"),
            sql!("SELECT id FROM page WHERE id = $1 FOR UPDATE"),
        ] {
            let args = args![1];
            let left = [left(plain, &args), left(alone, &args), left(plain, &args), left(plain, &args)];
            let sent: Vec<&str> = parcels(&left).iter().map(|parcel| parcel.text).collect();
            assert_eq!(sent.len(), 3, "{sent:?}");
            assert_eq!(sent[1], alone.0.text(Engine::Postgres));
            assert!(sent[2].starts_with("WITH"), "{sent:?}");
        }
    }

    #[test]
    fn an_insert_that_settles_a_clash_never_goes_with_another_of_its_table() {
        let page = sql!("INSERT INTO page (id) VALUES ($1)");
        let mark = sql!("INSERT INTO mark (n) VALUES ($1)");
        let head = sql!("INSERT INTO head (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET n = head.n + 1");
        let put = |these: &[Sql]| {
            let left: Vec<Left> = these.iter().map(|one| left(*one, &args![1])).collect();
            parcels(&left).iter().map(|parcel| parcel.args.len()).collect::<Vec<_>>()
        };
        assert_eq!(put(&[page, head, mark]), [3]);
        assert_eq!(put(&[page, head, mark, head]), [3, 1]);
        assert_eq!(put(&[page; 30]), [12, 12, 6]);
    }

    #[test]
    fn what_stands_apart_goes_with_nothing_before_it() {
        let page = sql!("INSERT INTO page (id) VALUES ($1)");
        let mut left: Vec<Left> = (0..5).map(|n| left(page, &args![n])).collect();
        left[2].apart = true;
        assert_eq!(parcels(&left).iter().map(|parcel| parcel.args.len()).collect::<Vec<_>>(), [2, 3]);
    }
}
