//! Opening a connection with the settings the house relies on, and running one statement on it.

use std::path::Path;
use std::sync::Arc;

use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Connection, OpenFlags, ToSql};

use crate::{Error, Row, Statement, Value};

const BUSY_MILLISECONDS: u64 = 5_000;
const CACHED_STATEMENTS: usize = 512;

/// FULL: a COMMIT returns only when the log is on the disk. `case_sensitive_like` makes LIKE mean what PostgreSQL means.
const SETTINGS: &str = "
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA secure_delete = ON;
    PRAGMA cell_size_check = ON;
    PRAGMA mmap_size = 0;
    PRAGMA temp_store = MEMORY;
    PRAGMA journal_size_limit = 67108864;
    PRAGMA case_sensitive_like = ON;
";

/// Opens the file to write, and makes it if it is absent.
pub(super) fn writer(path: &Path, durable: bool) -> Result<Connection, Error> {
    create_private(path)?;
    let conn = open(path)?;
    let mode: String =
        conn.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0)).map_err(Error::sqlite(None))?;
    if mode != "wal" {
        return Err(Error::Address(format!(
            "{} stands where SQLite cannot keep a write-ahead log",
            path.display()
        )));
    }
    if !durable {
        conn.execute_batch("PRAGMA synchronous = OFF").map_err(Error::sqlite(None))?;
    }
    Ok(conn)
}

/// Opens the file to read only.
pub(super) fn reader(path: &Path) -> Result<Connection, Error> {
    let conn = open(path)?;
    conn.execute_batch("PRAGMA query_only = ON").map_err(Error::sqlite(None))?;
    Ok(conn)
}

fn open(path: &Path) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags).map_err(Error::sqlite(None))?;
    set_up(&conn).map_err(Error::sqlite(None))?;
    Ok(conn)
}

fn set_up(conn: &Connection) -> Result<(), rusqlite::Error> {
    conn.busy_timeout(std::time::Duration::from_millis(BUSY_MILLISECONDS))?;
    conn.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // "words" in double quotes are a column or an error, as in PostgreSQL, never a text.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    // A plan does not depend on what is bound. Otherwise SQLite may prepare a cached statement anew each time
    // it is bound: a fifth of all that a busy program did.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.execute_batch(SETTINGS)
}

/// Makes an absent file readable by its owner only. SQLite gives its log the rights of the file.
fn create_private(path: &Path) -> Result<(), Error> {
    let mut options = std::fs::File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(source) if source.kind() != std::io::ErrorKind::AlreadyExists => {
            Err(Error::File { path: path.display().to_string(), source: Arc::new(source) })
        }
        _ => Ok(()),
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Uuid(id) => ValueRef::Blob(id.as_bytes()),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Int(number) => ValueRef::Integer(*number),
            Value::Bool(answer) => ValueRef::Integer((*answer).into()),
            Value::Bytes(bytes) => ValueRef::Blob(bytes),
            Value::Real(number) => ValueRef::Real(*number),
        }))
    }
}

/// Runs a statement and gives its rows.
pub(super) fn rows(
    conn: &Connection,
    text: &str,
    statement: Option<&'static Statement>,
    args: &[Value],
) -> Result<Vec<Row>, Error> {
    let mut prepared = conn.prepare_cached(text).map_err(Error::sqlite(statement))?;
    bind(&mut prepared, statement, args)?;
    step(&mut prepared).map_err(Error::sqlite(statement))
}

/// Runs a statement and gives the number of rows it changed, or gave back if it has a RETURNING.
pub(super) fn run(
    conn: &Connection,
    text: &str,
    statement: Option<&'static Statement>,
    args: &[Value],
) -> Result<u64, Error> {
    let mut prepared = conn.prepare_cached(text).map_err(Error::sqlite(statement))?;
    bind(&mut prepared, statement, args)?;
    let count = if prepared.column_count() > 0 {
        step(&mut prepared).map(|rows| rows.len())
    } else {
        prepared.raw_execute()
    };
    Ok(count.map_err(Error::sqlite(statement))? as u64)
}

fn bind(
    prepared: &mut CachedStatement<'_>,
    statement: Option<&'static Statement>,
    args: &[Value],
) -> Result<(), Error> {
    let wanted = prepared.parameter_count();
    if wanted != args.len() {
        return Err(Error::Arguments { wanted, given: args.len(), place: statement.into() });
    }
    for (i, value) in args.iter().enumerate() {
        prepared.raw_bind_parameter(i + 1, value).map_err(Error::sqlite(statement))?;
    }
    Ok(())
}

fn step(prepared: &mut CachedStatement<'_>) -> Result<Vec<Row>, rusqlite::Error> {
    let columns: Arc<[String]> = prepared.column_names().map(str::to_owned).collect();
    let mut found = Vec::new();
    let mut rows = prepared.raw_query();
    while let Some(row) = rows.next()? {
        let values =
            (0..columns.len()).map(|i| value(row.get_ref(i)?)).collect::<Result<_, rusqlite::Error>>()?;
        found.push(Row { values, columns: Arc::clone(&columns) });
    }
    Ok(found)
}

fn value(found: ValueRef<'_>) -> Result<Value, rusqlite::Error> {
    Ok(match found {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Int(number),
        ValueRef::Real(number) => Value::Real(number),
        ValueRef::Text(text) => Value::Text(std::str::from_utf8(text)?.to_owned()),
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
    })
}
