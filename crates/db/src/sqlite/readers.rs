//! The readers of an SQLite file: opened when first needed, each with its own cache of statements.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::{Work, connection, roll_back};
use crate::{Error, Statement};

/// The pool.
#[derive(Debug)]
pub(super) struct Readers {
    path: PathBuf,
    free: Arc<Semaphore>,
    idle: Mutex<Vec<Connection>>,
}

impl Readers {
    pub(super) fn new(path: PathBuf, most: usize) -> Self {
        Self { path, free: Arc::new(Semaphore::new(most.max(1))), idle: Mutex::default() }
    }

    /// A reader in a transaction of its own.
    pub(super) async fn take(self: &Arc<Self>) -> Result<Reader, Error> {
        let permit = Arc::clone(&self.free).acquire_owned().await.map_err(|_| Error::Closed)?;
        let idle = self.idle().pop();
        let conn = match idle {
            Some(conn) => conn,
            None => connection::reader(&self.path)?,
        };
        conn.execute_batch("BEGIN").map_err(Error::sqlite(None))?;
        Ok(Reader { conn: Some(conn), pool: Arc::clone(self), failed: false, _permit: permit })
    }

    pub(super) fn close(&self) {
        self.free.close();
        self.idle().clear();
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A transaction that only reads.
#[derive(Debug)]
pub(crate) struct Reader {
    conn: Option<Connection>,
    pool: Arc<Readers>,
    failed: bool,
    _permit: OwnedSemaphorePermit,
}

impl Work for Reader {
    fn attempt<T>(
        &mut self,
        statement: Option<&'static Statement>,
        work: impl FnOnce(&Connection) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let conn = self.conn.as_ref().filter(|_| !self.failed).ok_or(Error::Failed(statement.into()))?;
        let done = work(conn);
        self.failed = done.is_err();
        done
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let Some(conn) = self.conn.take() else { return };
        if roll_back(&conn).is_ok() && !self.pool.free.is_closed() {
            self.pool.idle().push(conn);
        }
    }
}
