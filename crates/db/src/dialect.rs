//! PostgreSQL's words turned into SQLite's: parameters, row locks and type names in statements, tables in migrations.
//! Text in quotes is never touched.

use crate::Engine;

/// A piece of SQL text, with its own spelling kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Piece<'a> {
    /// A word or a number.
    Word(&'a str),
    /// `$n`, without the dollar.
    Parameter(&'a str),
    /// White space, a comment, or anything in quotes.
    Other(&'a str),
    /// One sign such as a bracket or a comma.
    Sign(&'a str),
}

impl<'a> Piece<'a> {
    fn is_word(self, word: &str) -> bool {
        matches!(self, Piece::Word(own) if own.eq_ignore_ascii_case(word))
    }

    fn is_blank(self) -> bool {
        matches!(self, Piece::Other(own) if !own.starts_with(['\'', '"']))
    }
}

pub(crate) fn pieces<'a>(mut rest: &'a str) -> Vec<Piece<'a>> {
    let mut found = Vec::new();
    while let Some(first) = rest.chars().next() {
        let (length, make): (usize, fn(&'a str) -> Piece<'a>) = match first {
            '\'' | '"' => (quoted(rest, first), Piece::Other),
            '-' if rest.starts_with("--") => (rest.find('\n').unwrap_or(rest.len()), Piece::Other),
            '/' if rest.starts_with("/*") => {
                (rest.find("*/").map_or(rest.len(), |end| end + 2), Piece::Other)
            }
            '$' => (1 + run(&rest[1..], |c| c.is_ascii_digit()), |own| Piece::Parameter(&own[1..])),
            c if c.is_whitespace() => (run(rest, char::is_whitespace), Piece::Other),
            c if is_name(c) => (run(rest, is_name), Piece::Word),
            c => (c.len_utf8(), Piece::Sign),
        };
        let (own, after) = rest.split_at(length);
        found.push(make(own));
        rest = after;
    }
    found
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn run(text: &str, within: fn(char) -> bool) -> usize {
    text.find(|c| !within(c)).unwrap_or(text.len())
}

/// Length of the quoted text at the start, both quotes included; a doubled quote is two quoted texts side by side.
fn quoted(text: &str, quote: char) -> usize {
    text[1..].find(quote).map_or(text.len(), |end| end + 2)
}

/// The text of a statement for SQLite. `$2` becomes `?2`, because SQLite numbers `$2` by where it first appears.
pub(crate) fn statement_for_sqlite(text: &str) -> String {
    let pieces = pieces(text);
    let mut out = String::with_capacity(text.len());
    let mut after_as = false;
    let mut i = 0;
    while let Some(&piece) = pieces.get(i) {
        if let Some(length) = row_lock(&pieces[i..]) {
            i += length;
            continue;
        }
        match piece {
            Piece::Parameter(number) => {
                out.push('?');
                out.push_str(number);
            }
            Piece::Word(word) if after_as => out.push_str(sqlite_type(word).unwrap_or(word)),
            Piece::Word(own) | Piece::Sign(own) | Piece::Other(own) => out.push_str(own),
        }
        if !piece.is_blank() {
            after_as = piece.is_word("AS");
        }
        i += 1;
    }
    out
}

/// How many pieces at the start are a row lock: `FOR UPDATE`, `FOR SHARE OF t`, `FOR NO KEY UPDATE SKIP LOCKED` …
fn row_lock(pieces: &[Piece<'_>]) -> Option<usize> {
    let mut words = pieces.iter().enumerate().filter(|(_, piece)| !piece.is_blank());
    words.next().filter(|(_, piece)| piece.is_word("FOR"))?;
    let mut length = None;
    let mut of = false;
    for (i, piece) in words {
        let lock = ["UPDATE", "SHARE", "NO", "KEY", "SKIP", "LOCKED", "NOWAIT", "OF"]
            .iter()
            .any(|w| piece.is_word(w));
        let table = of && matches!(piece, Piece::Word(_) | Piece::Sign(","));
        if !lock && !table {
            break;
        }
        of |= piece.is_word("OF");
        length = Some(i + 1);
    }
    length
}

/// SQLite's name for one of PostgreSQL's types. Only in capitals, so that a column may be called `uuid`.
fn sqlite_type(word: &str) -> Option<&'static str> {
    match word {
        "UUID" | "BYTEA" => Some("BLOB"),
        "BIGINT" | "BOOLEAN" => Some("INTEGER"),
        "DOUBLE" => Some("REAL"),
        _ => None,
    }
}

/// A migration's text for one engine.
///
/// A line `-- sqlite:` begins a part for SQLite alone, `-- postgres:` one for PostgreSQL, `-- both:` ends it. A comment
/// `-- sqlite: words` gives those words to SQLite alone: `) -- sqlite: WITHOUT ROWID`.
pub(crate) fn migration(text: &str, engine: Engine) -> String {
    let chosen = choose(text, engine);
    match engine {
        Engine::Postgres => chosen,
        Engine::Sqlite => tables_for_sqlite(&chosen),
    }
}

fn choose(text: &str, engine: Engine) -> String {
    let (ours, theirs) = match engine {
        Engine::Sqlite => ("-- sqlite:", "-- postgres:"),
        Engine::Postgres => ("-- postgres:", "-- sqlite:"),
    };
    let mut out = String::with_capacity(text.len());
    let mut active = true;
    for line in text.lines() {
        match line.trim() {
            mark if mark == theirs => active = false,
            mark if mark == ours || mark == "-- both:" => active = true,
            _ if !active => {}
            _ => {
                match line.split_once(ours) {
                    Some((before, words)) => out.extend([before, words]),
                    None => out.push_str(line),
                }
                out.push('\n');
            }
        }
    }
    out
}

/// Swaps the type words and makes every table STRICT.
fn tables_for_sqlite(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut head: Vec<&str> = Vec::new();
    let mut depth = 0_usize;
    let mut has_options = false;
    for piece in pieces(text) {
        match piece {
            Piece::Sign(";") if depth == 0 => {
                out.push_str(strict(&head, has_options));
                head.clear();
                has_options = false;
            }
            Piece::Sign("(") => depth += 1,
            Piece::Sign(")") => depth = depth.saturating_sub(1),
            Piece::Word(word) => {
                has_options |= depth == 0 && out.trim_end().ends_with(')');
                if head.len() < 2 {
                    head.push(word);
                }
            }
            _ => {}
        }
        match piece {
            Piece::Word("PRECISION") => {
                out.truncate(out.trim_end().len());
            }
            Piece::Word(word) => out.push_str(sqlite_type(word).unwrap_or(word)),
            Piece::Parameter(number) => out.extend(["$", number]),
            Piece::Sign(own) | Piece::Other(own) => out.push_str(own),
        }
    }
    out.push_str(strict(&head, has_options));
    out
}

fn strict(head: &[&str], has_options: bool) -> &'static str {
    let table = matches!(head, [a, b] if a.eq_ignore_ascii_case("CREATE") && b.eq_ignore_ascii_case("TABLE"));
    match (table, has_options) {
        (false, _) => "",
        (true, false) => " STRICT",
        (true, true) => ", STRICT",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_statement_is_said_in_sqlites_words_and_quoted_text_is_left_alone() {
        for (postgres, sqlite) in [
            ("SELECT $2, $1", "SELECT ?2, ?1"),
            ("SELECT '$1', \"$2\" -- $3\n, $4", "SELECT '$1', \"$2\" -- $3\n, ?4"),
            ("SELECT 'it''s $1' WHERE a = $1", "SELECT 'it''s $1' WHERE a = ?1"),
            ("SELECT a FROM t WHERE id = $1 FOR UPDATE", "SELECT a FROM t WHERE id = ?1"),
            ("SELECT a FROM t LIMIT 1 FOR UPDATE SKIP LOCKED", "SELECT a FROM t LIMIT 1"),
            (
                "SELECT a FROM t JOIN u USING (a) for no key update of t, u",
                "SELECT a FROM t JOIN u USING (a)",
            ),
            ("SELECT a FROM (SELECT b FROM t FOR UPDATE) x", "SELECT a FROM (SELECT b FROM t) x"),
            ("SELECT CAST($1 AS UUID), uuid AS uuid", "SELECT CAST(?1 AS BLOB), uuid AS uuid"),
            ("SELECT substring(a FOR 3)", "SELECT substring(a FOR 3)"),
        ] {
            assert_eq!(statement_for_sqlite(postgres), sqlite);
        }
    }

    #[test]
    fn a_table_is_made_strict_with_sqlites_types() {
        let text = "CREATE TABLE t (\n  id UUID PRIMARY KEY, -- an id; not a name\n  ratio DOUBLE PRECISION, yes BOOLEAN DEFAULT TRUE\n);\nCREATE INDEX i ON t (id);";
        let want = "CREATE TABLE t (\n  id BLOB PRIMARY KEY, -- an id; not a name\n  ratio REAL, yes INTEGER DEFAULT TRUE\n) STRICT;\nCREATE INDEX i ON t (id);\n";
        assert_eq!(migration(text, Engine::Sqlite), want);
        assert_eq!(migration(text, Engine::Postgres), format!("{text}\n"));
    }

    #[test]
    fn a_table_that_keeps_no_row_numbers_says_so_in_a_comment() {
        let text = "CREATE TABLE slip (id UUID PRIMARY KEY) -- sqlite: WITHOUT ROWID\n;";
        assert_eq!(
            migration(text, Engine::Sqlite),
            "CREATE TABLE slip (id BLOB PRIMARY KEY)  WITHOUT ROWID\n, STRICT;\n"
        );
        assert_eq!(migration(text, Engine::Postgres), format!("{text}\n"));
    }

    #[test]
    fn each_engine_gets_its_own_part() {
        let text = "A;\n-- sqlite:\nB;\n-- postgres:\nC;\n-- both:\nD;";
        assert_eq!(migration(text, Engine::Sqlite), "A;\nB;\nD;\n");
        assert_eq!(migration(text, Engine::Postgres), "A;\nC;\nD;\n");
    }

    proptest! {
        #[test]
        fn cutting_a_text_into_pieces_loses_nothing(text in "[a-zA-Z0-9_$'\"();, é/*\n-]{0,60}") {
            let joined: String = pieces(&text).into_iter().map(|piece| match piece {
                Piece::Parameter(own) => format!("${own}"),
                Piece::Word(own) | Piece::Sign(own) | Piece::Other(own) => own.to_owned(),
            }).collect();
            prop_assert_eq!(joined, text);
        }
    }
}
