//! A transaction on either engine. It owns its connection, and dropping it undoes what it did.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::postgres::Session;
use crate::sqlite::{Reader, Turn, Work};
use crate::{Engine, Error, Row, Sql, Value};

/// A transaction: everything in it is kept together by [`Tx::commit`], or nothing is.
///
/// It may be dropped at any point, also in the middle of a statement: nothing of it stays. Once a statement has failed
/// every later one fails too, on both engines, as does the commit.
#[must_use = "a transaction that is dropped is undone"]
#[derive(Debug)]
pub struct Tx {
    pub(crate) on: On,
    /// Statements asked of this database so far, by all its transactions.
    pub(crate) asked: Arc<AtomicU64>,
}

#[derive(Debug)]
pub(crate) enum On {
    Reader(Reader),
    Writer(Turn),
    Postgres(Session),
}

impl Tx {
    /// Runs a statement and gives all its rows.
    ///
    /// # Errors
    /// What the engine refuses; see the questions of [`Error`].
    pub async fn rows(&mut self, sql: Sql, args: &[Value]) -> Result<Vec<Row>, Error> {
        self.count();
        let statement = Some(sql.0);
        let text = sql.0.text(self.engine());
        match &mut self.on {
            On::Reader(reader) => reader.rows(text, statement, args),
            On::Writer(turn) => turn.rows(text, statement, args),
            On::Postgres(session) => session.rows(text, statement, args).await,
        }
    }

    /// Runs a statement and gives its first row, if there is one.
    ///
    /// # Errors
    /// As for [`Tx::rows`].
    pub async fn row(&mut self, sql: Sql, args: &[Value]) -> Result<Option<Row>, Error> {
        Ok(self.rows(sql, args).await?.into_iter().next())
    }

    /// Runs a statement and gives the number of rows it changed.
    ///
    /// # Errors
    /// As for [`Tx::rows`].
    pub async fn run(&mut self, sql: Sql, args: &[Value]) -> Result<u64, Error> {
        self.count();
        let statement = Some(sql.0);
        let text = sql.0.text(self.engine());
        match &mut self.on {
            On::Reader(reader) => reader.run(text, statement, args),
            On::Writer(turn) => turn.run(text, statement, args),
            On::Postgres(session) => session.run(text, statement, args).await,
        }
    }

    /// Runs a statement whose outcome nobody reads. On PostgreSQL it goes out together with the next one, at the latest with
    /// the commit, inserts that follow each other as one statement, and a failure is told there; so it is for statements that
    /// only fail when something is broken.
    ///
    /// # Errors
    /// As for [`Tx::rows`], there or here.
    pub async fn run_later(&mut self, sql: Sql, args: &[Value]) -> Result<(), Error> {
        match &mut self.on {
            On::Postgres(session) => {
                self.asked.fetch_add(1, Ordering::Relaxed);
                session.run_later(sql.0, args.to_vec()).await
            }
            _ => self.run(sql, args).await.map(drop),
        }
    }

    /// What is left for later from here on goes out apart from what was left before. PostgreSQL is given inserts that follow
    /// each other as one statement, and learns each such row of inserts by itself: what many acts write at their end should
    /// be the same statement for all of them.
    pub fn apart(&mut self) {
        if let On::Postgres(session) = &mut self.on {
            session.apart();
        }
    }

    /// Keeps everything the transaction did. Returns only when it is on the disk.
    ///
    /// # Errors
    /// Nothing was kept, unless [`Error::is_down`]: then nobody knows.
    pub async fn commit(self) -> Result<(), Error> {
        match self.on {
            On::Reader(_) => Ok(()),
            On::Writer(turn) => turn.commit().await,
            On::Postgres(session) => session.commit().await,
        }
    }

    /// The engine the transaction runs on.
    pub fn engine(&self) -> Engine {
        match self.on {
            On::Reader(_) | On::Writer(_) => Engine::Sqlite,
            On::Postgres(_) => Engine::Postgres,
        }
    }

    fn count(&self) {
        self.asked.fetch_add(1, Ordering::Relaxed);
    }

    /// Runs a text made by the house itself, such as a migration or a copy's `INSERT`: several statements, no arguments.
    pub(crate) async fn script(&mut self, text: &str) -> Result<(), Error> {
        match &mut self.on {
            On::Reader(reader) => reader.script(text),
            On::Writer(turn) => turn.script(text),
            On::Postgres(session) => session.script(text).await,
        }
    }

    /// [`Tx::rows`] for a text made by the house itself.
    pub(crate) async fn rows_of(&mut self, text: &str, args: &[Value]) -> Result<Vec<Row>, Error> {
        match &mut self.on {
            On::Reader(reader) => reader.rows(text, None, args),
            On::Writer(turn) => turn.rows(text, None, args),
            On::Postgres(session) => session.rows(text, None, args).await,
        }
    }
}
