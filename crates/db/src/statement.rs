//! Statements: each SQL text of the program, known by name of file and line, so that one test can prepare them all.

use std::fmt;
use std::sync::OnceLock;

use crate::{Engine, dialect};

/// One SQL text of the program, as written in its source.
#[derive(Debug)]
pub struct Statement {
    postgres: &'static str,
    sqlite: Option<&'static str>,
    translated: OnceLock<String>,
    /// Source file in which the text stands, as the compiler names it.
    pub file: &'static str,
    /// Line of that file, counted from 1.
    pub line: u32,
}

impl Statement {
    /// A statement with one text for both engines. Written by [`sql!`](crate::sql).
    pub const fn new(text: &'static str, file: &'static str, line: u32) -> Self {
        Self { postgres: text, sqlite: None, translated: OnceLock::new(), file, line }
    }

    /// A statement with a text for each engine. Written by [`sql!`](crate::sql).
    pub const fn of_two(sqlite: &'static str, postgres: &'static str, file: &'static str, line: u32) -> Self {
        Self { postgres, sqlite: Some(sqlite), translated: OnceLock::new(), file, line }
    }

    /// The text an engine is given.
    pub fn text(&self, engine: Engine) -> &str {
        match engine {
            Engine::Postgres => self.postgres,
            Engine::Sqlite => self
                .translated
                .get_or_init(|| dialect::statement_for_sqlite(self.sqlite.unwrap_or(self.postgres))),
        }
    }
}

impl fmt::Display for Statement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// A statement of the program, made only by [`sql!`](crate::sql), so that no text can be put together from what people type.
#[derive(Clone, Copy, Debug)]
pub struct Sql(#[doc(hidden)] pub &'static Statement);

/// What `sql!` leaves for [`statements`] to find.
#[doc(hidden)]
#[derive(Debug)]
pub struct Registered(pub &'static Statement);

inventory::collect!(Registered);

/// Every statement linked into the running program.
pub fn statements() -> impl Iterator<Item = &'static Statement> {
    inventory::iter::<Registered>.into_iter().map(|registered| registered.0)
}

/// Names a statement: `sql!("SELECT …")`, or `sql!(sqlite: "…", postgres: "…")` for the few that need two texts.
#[macro_export]
macro_rules! sql {
    (sqlite: $sqlite:expr, postgres: $postgres:expr $(,)?) => {
        $crate::sql!(@ $crate::Statement::of_two($sqlite, $postgres, ::core::file!(), ::core::line!()))
    };
    (@ $statement:expr) => {{
        static STATEMENT: $crate::Statement = $statement;
        $crate::inventory::submit! { $crate::Registered(&STATEMENT) }
        $crate::Sql(&STATEMENT)
    }};
    ($text:expr $(,)?) => {
        $crate::sql!(@ $crate::Statement::new($text, ::core::file!(), ::core::line!()))
    };
}
