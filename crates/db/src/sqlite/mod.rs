//! The SQLite engine: one file, one writer, a few readers, all in this process.

mod connection;
mod readers;
mod work;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rusqlite::Connection;

pub(crate) use readers::Reader;
pub(crate) use work::Work;
pub(crate) use writer::Turn;

use crate::{Engine, Error, Options, Statement};
use readers::Readers;
use writer::Writer;

/// An open file.
#[derive(Debug)]
pub(crate) struct File {
    writer: Writer,
    readers: Arc<Readers>,
    patience: Duration,
    /// Held open, and so locked, for as long as this process has the file alone.
    _alone: Option<std::fs::File>,
}

impl File {
    pub(crate) fn open(path: &str, options: &Options) -> Result<File, Error> {
        if path.is_empty() || path.contains(":memory:") {
            return Err(Error::Address(
                "name a file after sqlite:, because a database in memory has one reader".into(),
            ));
        }
        let path = PathBuf::from(path);
        let alone = if options.alone { Some(lock(&path)?) } else { None };
        let writer = Writer::new(connection::writer(&path, options.durable)?);
        let readers = Arc::new(Readers::new(path, options.readers));
        Ok(File { writer, readers, patience: options.patience, _alone: alone })
    }

    pub(crate) async fn read(&self) -> Result<Reader, Error> {
        self.patiently(self.readers.take()).await
    }

    pub(crate) async fn write(&self) -> Result<Turn, Error> {
        self.patiently(self.writer.turn()).await
    }

    pub(crate) async fn prepare(&self, statement: &'static Statement) -> Result<(), Error> {
        self.read().await?.prepare(statement.text(Engine::Sqlite), statement)
    }

    pub(crate) async fn close(&self) {
        self.readers.close();
        self.writer.close().await;
    }

    async fn patiently<T>(&self, turn: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
        tokio::time::timeout(self.patience, turn).await.unwrap_or(Err(Error::Busy))
    }
}

/// SQLite itself lets several processes write to a file in turn, so `backup` and `fsck` may open it beside `serve`. What
/// must not happen twice is `serve`: a lock on a file of its own says so, and ends with the process however it ends. The
/// database file is never locked or opened by other means, because closing it would drop SQLite's own locks.
fn lock(path: &Path) -> Result<std::fs::File, Error> {
    let mut name = path.as_os_str().to_owned();
    name.push(".lock");
    let file = std::fs::File::options().create(true).truncate(false).write(true).open(&name);
    let file =
        file.map_err(|source| Error::File { path: name.display().to_string(), source: Arc::new(source) })?;
    file.try_lock().map_err(|_| Error::Taken(path.display().to_string()))?;
    Ok(file)
}

/// Undoes whatever the connection is in the middle of.
fn roll_back(conn: &Connection) -> Result<(), rusqlite::Error> {
    if conn.is_autocommit() { Ok(()) } else { conn.execute_batch("ROLLBACK") }
}
