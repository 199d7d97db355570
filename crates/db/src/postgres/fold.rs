//! Changes that were left for later and that nobody reads from in between go out as one statement. A server spends more
//! on taking a statement in and answering it than on one more row, and most acts leave a handful of rows behind.
//!
//! PostgreSQL runs the parts of a `WITH` on one state of the database: none sees what another wrote. So only statements of
//! which none names a table that an earlier one writes are put together, save rows that are simply added to one table; their
//! references are checked when all of them are done.

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
    let mut written: Vec<(&str, bool)> = Vec::new();
    for one in left.iter().take(MOST) {
        if one.apart && !written.is_empty() {
            break;
        }
        let Some(change) = Change::of(one.statement.text(Engine::Postgres)) else { break };
        // What only adds rows may call its columns what it likes: it looks at no table but its own.
        let clashes = |&(table, only_added): &(&str, bool)| match change.only_adds {
            true => change.table == table && !only_added,
            false => change.words.iter().any(|word| word.eq_ignore_ascii_case(table)),
        };
        if written.iter().any(clashes) {
            break;
        }
        written.push((change.table, change.only_adds));
    }
    written.len().max(1)
}

/// A statement that changes a table and gives nothing back.
struct Change {
    table: &'static str,
    /// Whether it is an insert that reads nothing, not even the rows it might clash with.
    only_adds: bool,
    words: Vec<&'static str>,
}

impl Change {
    fn of(text: &'static str) -> Option<Change> {
        let words: Vec<&'static str> = pieces(text)
            .into_iter()
            .filter_map(|piece| match piece {
                Piece::Word(word) => Some(word),
                _ => None,
            })
            .collect();
        let is = |at: usize, wanted: &str| words.get(at).is_some_and(|one| one.eq_ignore_ascii_case(wanted));
        let has = |wanted: &str| (0..words.len()).any(|at| is(at, wanted));
        let table = match () {
            () if has("RETURNING") => return None,
            () if is(0, "INSERT") && is(1, "INTO") => *words.get(2)?,
            () if is(0, "UPDATE") => *words.get(1)?,
            () => return None,
        };
        let only_adds = is(0, "INSERT") && !has("SELECT") && !has("CONFLICT");
        Some(Change { table, only_adds, words })
    }
}

/// The one text for these, made once and kept: there are as many as the program has ways to act.
fn text(these: &[Left]) -> &'static str {
    static TEXTS: LazyLock<Mutex<HashMap<Vec<usize>, &'static str>>> = LazyLock::new(Mutex::default);
    let key = these.iter().map(|one| std::ptr::from_ref(one.statement).addr()).collect();
    let mut texts = TEXTS.lock().unwrap_or_else(PoisonError::into_inner);
    texts.entry(key).or_insert_with(|| Box::leak(made(these).into_boxed_str()))
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
    fn what_gives_back_or_only_reads_goes_out_alone_and_in_its_place() {
        let plain = sql!("INSERT INTO page (id) VALUES ($1)");
        for alone in [
            sql!("INSERT INTO mark (n) VALUES ($1) RETURNING n"),
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
    fn what_names_a_table_that_was_just_written_never_goes_with_it() {
        let page = sql!("INSERT INTO page (id) VALUES ($1)");
        let mark = sql!("INSERT INTO mark (n) VALUES ($1)");
        let head = sql!("INSERT INTO head (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET n = head.n + 1");
        let reads = sql!("INSERT INTO event (n) SELECT n FROM head WHERE id = $1");
        let change = sql!("UPDATE page SET words = '' WHERE id = $1");
        let put = |these: &[Sql]| {
            let left: Vec<Left> = these.iter().map(|one| left(*one, &args![1])).collect();
            parcels(&left).iter().map(|parcel| parcel.args.len()).collect::<Vec<_>>()
        };
        assert_eq!(put(&[page, head, mark]), [3]);
        assert_eq!(put(&[page, head, mark, head]), [3, 1], "a clash is settled with the row as it is");
        assert_eq!(put(&[mark, head, reads]), [2, 1], "it reads what the head became");
        assert_eq!(put(&[reads, change]), [2]);
        assert_eq!(put(&[page, change]), [1, 1], "it changes the row that was added");
        assert_eq!(put(&[change, page]), [1, 1]);
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
