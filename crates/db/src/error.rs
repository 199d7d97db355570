//! What can go wrong, and the few questions a caller asks of it: a doubled value, try again, disk full, database gone.

use std::fmt;
use std::sync::Arc;

use rusqlite::ErrorCode;
use tokio_postgres::error::{DbError, SqlState};

use crate::Statement;

/// Why the database did not do what was asked. Cheap to clone, because one failed COMMIT is told to a whole batch.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// SQLite refused.
    #[error("SQLite: {source}{place}")]
    Sqlite {
        /// What SQLite said.
        source: Arc<rusqlite::Error>,
        /// Where the statement stands in the source.
        place: Place,
    },
    /// PostgreSQL refused, or the connection broke.
    #[error("PostgreSQL: {}{place}", in_words(source))]
    Postgres {
        /// What PostgreSQL said.
        source: Arc<tokio_postgres::Error>,
        /// Where the statement stands in the source.
        place: Place,
    },
    /// No connection to PostgreSQL could be had.
    #[error("the database cannot be reached: {0}")]
    Unreachable(String),
    /// Nobody gave way in time: every connection, or SQLite's one writer, was taken.
    #[error("the database is busy; nothing was done")]
    Busy,
    /// An earlier statement of the transaction failed, or was abandoned; nothing of it can be kept.
    #[error("this transaction has failed already; nothing of it was kept{0}")]
    Failed(Place),
    /// The database was closed, or the program is ending.
    #[error("the database is closed")]
    Closed,
    /// A column is not what the program takes it for.
    #[error("column {index} ({name}) holds {found}, not {wanted}")]
    Column {
        /// Number of the column, from 0.
        index: usize,
        /// Its name in the answer.
        name: String,
        /// What it holds.
        found: &'static str,
        /// What the program wanted.
        wanted: &'static str,
    },
    /// A statement was given more or fewer arguments than it has parameters.
    #[error("the statement takes {wanted} arguments, not {given}{place}")]
    Arguments {
        /// How many it takes.
        wanted: usize,
        /// How many it was given.
        given: usize,
        /// Where the statement stands in the source.
        place: Place,
    },
    /// The address of the database cannot be understood.
    #[error("cannot use this database address: {0}")]
    Address(String),
    /// The file could not be opened or made.
    #[error("{path}: {source}")]
    File {
        /// Path of the file.
        path: String,
        /// What the system said.
        source: Arc<std::io::Error>,
    },
    /// Another process has the SQLite file for itself.
    #[error("another Concord process is using {0}; stop it first")]
    Taken(String),
    /// A released migration's text is not what was applied.
    #[error(
        "migration {0} is not the text that was applied here; a released migration must never be changed"
    )]
    MigrationChanged(String),
    /// The database was migrated by a newer program.
    #[error(
        "this database was made by a newer version of the program (it has {0}); install that version to use it"
    )]
    SchemaNewer(String),
    /// A migration that should have come earlier was never applied.
    #[error(
        "migration {0} was never applied here, though later ones were; the list of migrations was reordered"
    )]
    MigrationMissed(String),
    /// The two databases of a copy do not have the same tables and columns.
    #[error("the two databases differ: {0}; migrate both with the same program first")]
    SchemaDiffers(String),
    /// A row of a copy points to a row that does not exist.
    #[error("a row of {0} points to a row that does not exist")]
    Orphan(String),
}

impl Error {
    /// Whether a unique rule of `table` that covers `column` was broken: `("account", "email")`. For a rule on an
    /// expression, name the index instead of the column.
    pub fn is_unique(&self, table: &str, column: &str) -> bool {
        match self {
            Error::Sqlite { source, .. } => {
                sqlite_message(source).is_some_and(|said| sqlite_unique(said, table, column))
            }
            Error::Postgres { source, .. } => {
                source.as_db_error().is_some_and(|said| postgres_unique(said, table, column))
            }
            _ => false,
        }
    }

    /// Whether the same transaction may well succeed if it is run again.
    pub fn is_again(&self) -> bool {
        match self {
            Error::Sqlite { source, .. } => {
                matches!(
                    source.sqlite_error_code(),
                    Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked)
                )
            }
            Error::Postgres { source, .. } => source.code().is_some_and(|code| {
                [SqlState::T_R_SERIALIZATION_FAILURE, SqlState::T_R_DEADLOCK_DETECTED].contains(code)
            }),
            _ => false,
        }
    }

    /// Whether the disk is full.
    pub fn is_full(&self) -> bool {
        match self {
            Error::Sqlite { source, .. } => source.sqlite_error_code() == Some(ErrorCode::DiskFull),
            Error::Postgres { source, .. } => source.code() == Some(&SqlState::DISK_FULL),
            _ => false,
        }
    }

    /// Whether the database cannot be reached, or the connection was lost. After a lost COMMIT nobody knows whether it
    /// took: ask before doing the act again.
    pub fn is_down(&self) -> bool {
        match self {
            Error::Unreachable(_) | Error::Closed => true,
            Error::Postgres { source, .. } => lost(source),
            _ => false,
        }
    }

    pub(crate) fn sqlite(place: impl Into<Place>) -> impl FnOnce(rusqlite::Error) -> Error {
        let place = place.into();
        move |source| Error::Sqlite { source: Arc::new(source), place }
    }

    pub(crate) fn postgres(place: impl Into<Place>) -> impl FnOnce(tokio_postgres::Error) -> Error {
        let place = place.into();
        move |source| Error::Postgres { source: Arc::new(source), place }
    }
}

/// Where in the source a statement stands, for messages; empty for the house's own statements.
#[derive(Clone, Copy, Debug, Default)]
pub struct Place(Option<&'static Statement>);

impl From<Option<&'static Statement>> for Place {
    fn from(statement: Option<&'static Statement>) -> Self {
        Self(statement)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(statement) => write!(f, " (at {statement})"),
            None => Ok(()),
        }
    }
}

fn in_words(source: &tokio_postgres::Error) -> String {
    use std::error::Error as _;
    match (source.as_db_error(), source.source()) {
        (Some(said), _) => format!("{} ({})", said.message(), said.code().code()),
        (None, Some(cause)) => format!("{source}: {cause}"),
        (None, None) => source.to_string(),
    }
}

fn lost(source: &tokio_postgres::Error) -> bool {
    use std::error::Error as _;
    let gone = [SqlState::ADMIN_SHUTDOWN, SqlState::CRASH_SHUTDOWN, SqlState::CANNOT_CONNECT_NOW];
    source.is_closed()
        || source.source().is_some_and(|cause| cause.is::<std::io::Error>())
        || source.code().is_some_and(|code| {
            gone.contains(code) || code.code().starts_with("08") || code.code() == "25P03"
        })
}

fn sqlite_message(source: &rusqlite::Error) -> Option<&str> {
    match source {
        rusqlite::Error::SqliteFailure(_, message) => message.as_deref(),
        _ => None,
    }
}

/// SQLite says `UNIQUE constraint failed: account.site, account.email`, or `…: index 'account_email_key'`.
fn sqlite_unique(said: &str, table: &str, column: &str) -> bool {
    let Some(broken) = said.strip_prefix("UNIQUE constraint failed: ") else { return false };
    broken == format!("index '{column}'")
        || broken.split(", ").any(|name| name.split_once('.') == Some((table, column)))
}

/// PostgreSQL gives the table, the rule's name, and a detail `Key (site, email)=(…) already exists.`
fn postgres_unique(said: &DbError, table: &str, column: &str) -> bool {
    let columns = said
        .detail()
        .and_then(|detail| detail.split_once('(')?.1.split_once(")="))
        .map(|(columns, _)| columns);
    *said.code() == SqlState::UNIQUE_VIOLATION
        && said.table() == Some(table)
        && (said.constraint() == Some(column)
            || columns
                .is_some_and(|columns| columns.split(", ").any(|name| name.trim_matches('"') == column)))
}
