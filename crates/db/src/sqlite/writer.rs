//! The one writer of an SQLite file. Writers take turns in the order they asked; those who stand in line together share
//! one COMMIT, and so one wait for the disk.
//!
//! A turn works inside a savepoint of the open transaction, the *batch*. When it commits, it releases its savepoint, hands
//! the connection to the next in line and waits. The first of a batch to do so sends a closer to the end of the line: when
//! the closer's turn comes, it commits for all of them and tells each. Nobody is told before that COMMIT has returned, and
//! if it fails all of the batch are told so. A turn that is dropped goes back to its savepoint and harms nobody else.
//!
//! Whoever holds a turn keeps the line waiting, those whose work is done included, so a turn must be short: the caller
//! bounds it, as the web layer does with its request timeout.

use std::sync::Arc;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

use super::{Work, roll_back};
use crate::{Error, Statement};

/// Most turns that share a COMMIT, and the longest the first of them waits for the others.
const MOST: usize = 256;
const LONGEST: Duration = Duration::from_millis(20);

/// The line of those who want to write. The lock serves them in the order they came.
#[derive(Debug)]
pub(super) struct Writer(Arc<Mutex<Desk>>);

/// What passes from hand to hand.
#[derive(Debug)]
struct Desk {
    /// None once the database is closed.
    conn: Option<Connection>,
    batch: Option<Batch>,
    batches: u64,
}

/// Turns that have done their work and wait for the same COMMIT.
#[derive(Debug)]
struct Batch {
    number: u64,
    since: Instant,
    waiting: Vec<oneshot::Sender<Result<(), Error>>>,
}

impl Writer {
    pub(super) fn new(conn: Connection) -> Self {
        Self(Arc::new(Mutex::new(Desk { conn: Some(conn), batch: None, batches: 0 })))
    }

    pub(super) async fn turn(&self) -> Result<Turn, Error> {
        let mut desk = Arc::clone(&self.0).lock_owned().await;
        desk.begin()?;
        Ok(Turn { line: Arc::clone(&self.0), desk: Some(desk) })
    }

    /// Waits for the line to empty, brings the log into the file and closes it.
    pub(super) async fn close(&self) {
        let mut desk = Arc::clone(&self.0).lock_owned().await;
        let closing = move || {
            desk.finish();
            if let Some(conn) = desk.conn.take()
                && let Err(error) = conn.execute_batch("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)")
            {
                tracing::warn!(%error, "the write-ahead log stays beside the database; nothing is lost");
            }
        };
        let _ = tokio::task::spawn_blocking(closing).await;
    }
}

impl Desk {
    fn conn(&self) -> Result<&Connection, Error> {
        self.conn.as_ref().ok_or(Error::Closed)
    }

    fn begin(&mut self) -> Result<(), Error> {
        let conn = self.conn()?;
        let text = if self.batch.is_some() { "SAVEPOINT turn" } else { "BEGIN IMMEDIATE; SAVEPOINT turn" };
        conn.execute_batch(text).map_err(Error::sqlite(None))?;
        if self.batch.is_none() {
            self.batches += 1;
            self.batch = Some(Batch { number: self.batches, since: Instant::now(), waiting: Vec::new() });
        }
        Ok(())
    }

    /// Commits the batch for all who wait, and tells them. Blocks until the disk has it.
    fn finish(&mut self) {
        let Some(batch) = self.batch.take() else { return };
        let Some(conn) = &self.conn else { return };
        let result = conn.execute_batch("COMMIT").map_err(Error::sqlite(None));
        if result.is_err() {
            undo_all(conn);
        }
        batch.tell(&result);
    }

    /// Goes back to where the turn began. If SQLite has undone the whole batch by itself, as it does when the disk is
    /// full, all of the batch are told why.
    fn abandon_turn(&mut self, why: Option<&Error>) {
        let Some(conn) = &self.conn else { return };
        let undone = conn.is_autocommit() || conn.execute_batch("ROLLBACK TO turn; RELEASE turn").is_err();
        let Some(batch) = self.batch.take_if(|batch| undone || batch.waiting.is_empty()) else { return };
        undo_all(conn);
        batch.tell(&Err(why.cloned().unwrap_or(Error::Failed(None.into()))));
    }
}

impl Batch {
    fn is_full(&self) -> bool {
        self.waiting.len() >= MOST || self.since.elapsed() >= LONGEST
    }

    fn tell(self, result: &Result<(), Error>) {
        for waiting in self.waiting {
            // Whoever is gone learns it from the database.
            let _ = waiting.send(result.clone());
        }
    }
}

fn undo_all(conn: &Connection) {
    if let Err(error) = roll_back(conn) {
        tracing::error!(%error, "could not roll back");
    }
}

/// A transaction that writes: a turn at the desk.
#[derive(Debug)]
pub(crate) struct Turn {
    line: Arc<Mutex<Desk>>,
    /// None once a statement has failed: the next in line need not wait until the caller has noticed.
    desk: Option<OwnedMutexGuard<Desk>>,
}

impl Work for Turn {
    fn attempt<T>(
        &mut self,
        statement: Option<&'static Statement>,
        work: impl FnOnce(&Connection) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let desk = self.desk.as_mut().ok_or(Error::Failed(statement.into()))?;
        let done = work(desk.conn()?);
        if let Err(error) = &done {
            desk.abandon_turn(Some(error));
            self.desk = None;
        }
        done
    }
}

impl Turn {
    /// Leaves the work to the batch and waits until it is on the disk.
    pub(crate) async fn commit(mut self) -> Result<(), Error> {
        self.attempt(None, |conn| conn.execute_batch("RELEASE turn").map_err(Error::sqlite(None)))?;
        let told = self.pass_on()?;
        told.await.unwrap_or(Err(Error::Closed))
    }

    /// Joins the batch and gives the desk away.
    fn pass_on(&mut self) -> Result<oneshot::Receiver<Result<(), Error>>, Error> {
        let mut desk = self.desk.take().ok_or(Error::Failed(None.into()))?;
        let batch = desk.batch.as_mut().ok_or(Error::Failed(None.into()))?;
        let (tell, told) = oneshot::channel();
        batch.waiting.push(tell);
        if batch.is_full() {
            tokio::task::spawn_blocking(move || desk.finish());
        } else if batch.waiting.len() == 1 {
            tokio::spawn(close_batch(Arc::clone(&self.line), batch.number));
        }
        Ok(told)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some(desk) = &mut self.desk {
            desk.abandon_turn(None);
        }
    }
}

/// Stands at the end of the line and commits the batch, unless it filled up and was committed before. A task of its own,
/// so that it comes even if all who wait for it are dropped.
async fn close_batch(line: Arc<Mutex<Desk>>, number: u64) {
    let mut desk = line.lock_owned().await;
    if desk.batch.as_ref().is_some_and(|batch| batch.number == number) {
        tokio::task::spawn_blocking(move || desk.finish());
    }
}
