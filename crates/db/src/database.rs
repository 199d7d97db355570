//! A database of either engine: opening it, transactions, health, closing.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crate::tx::On;
use crate::{Error, Row, Sql, Tx, Value, postgres, sqlite, statements};

/// Which database is underneath.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Engine {
    /// One file, in this process.
    Sqlite,
    /// A server, and what speaks its protocol.
    Postgres,
}

/// How a database is opened.
#[derive(Clone, Debug)]
pub struct Options {
    /// Most readers of an SQLite file at once.
    pub readers: usize,
    /// Most connections to PostgreSQL. A few for each processor do as much as many, and each must first learn the program's
    /// statements: with 32, the first seconds after a start were slow for everybody. More than may write at once, so that reads
    /// are not held up by them.
    pub pool_size: usize,
    /// Most transactions that only read at once on PostgreSQL. A few for each processor do as much as many, and leave the
    /// others of the pool to those that write, who spend most of theirs waiting for the disk.
    pub reads_at_once: usize,
    /// Take the SQLite file for this process alone, as `serve` does: a second one is refused with [`Error::Taken`].
    /// Commands that only read, such as a backup, leave this off and run beside it.
    pub alone: bool,
    /// Whether a commit on SQLite waits for the disk. Off only for what can be made again from nothing, such as the sample
    /// district while it is filled: a power cut may then leave a file that has to be thrown away.
    pub durable: bool,
    /// How long [`Db::read`] and [`Db::write`] wait for their turn before they give up with [`Error::Busy`].
    pub patience: Duration,
    /// Longest statement PostgreSQL lets run.
    pub statement_timeout: Duration,
    /// Longest pause inside a transaction before PostgreSQL ends it.
    pub idle_timeout: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            readers: 16,
            pool_size: 24,
            reads_at_once: 8,
            alone: false,
            durable: true,
            patience: Duration::from_secs(10),
            statement_timeout: Duration::from_secs(15),
            idle_timeout: Duration::from_secs(30),
        }
    }
}

/// An open database. Cloning it is cheap and gives the same one.
#[derive(Clone, Debug)]
pub struct Db {
    pub(crate) house: Arc<House>,
    asked: Arc<AtomicU64>,
}

#[derive(Debug)]
pub(crate) enum House {
    Sqlite(sqlite::File),
    Postgres(postgres::Server),
}

impl Db {
    /// Opens `sqlite:PATH` (made if absent, readable by its owner only) or `postgres://user:password@host/database`.
    ///
    /// # Errors
    /// An address that cannot be understood, a file that cannot be opened, a server that cannot be reached.
    pub async fn open(url: &str) -> Result<Db, Error> {
        Self::open_with(url, Options::default()).await
    }

    /// [`Db::open`] with other than the usual options.
    ///
    /// # Errors
    /// As for [`Db::open`]; [`Error::Taken`] when the file is wanted alone and is not.
    pub async fn open_with(url: &str, options: Options) -> Result<Db, Error> {
        let house = if let Some(path) = url.strip_prefix("sqlite:") {
            House::Sqlite(sqlite::File::open(path.trim_start_matches("//"), &options)?)
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            House::Postgres(postgres::Server::open(url, &options).await?)
        } else {
            return Err(Error::Address("it begins with neither sqlite: nor postgres://".into()));
        };
        Ok(Db { house: Arc::new(house), asked: Arc::default() })
    }

    /// How many statements have been asked of this database through this handle and its clones since it was opened: for the
    /// program's figures, and for tests that keep a page from asking more than it should.
    pub fn asked(&self) -> u64 {
        self.asked.load(Ordering::Relaxed)
    }

    /// The engine underneath.
    pub fn engine(&self) -> Engine {
        match &*self.house {
            House::Sqlite(_) => Engine::Sqlite,
            House::Postgres(_) => Engine::Postgres,
        }
    }

    /// A transaction that only reads, and sees the database as it stood at its first statement.
    ///
    /// # Errors
    /// [`Error::Busy`] after [`Options::patience`]; [`Error::is_down`] when the server cannot be reached.
    pub async fn read(&self) -> Result<Tx, Error> {
        let on = match &*self.house {
            House::Sqlite(file) => On::Reader(file.read().await?),
            House::Postgres(server) => On::Postgres(server.read().await?),
        };
        Ok(Tx { on, asked: Arc::clone(&self.asked) })
    }

    /// A transaction that writes. On SQLite it is the only one, and the others wait for it in order. On PostgreSQL it is
    /// READ COMMITTED: a command locks its aggregate's row with `FOR UPDATE` before it reads what it decides on.
    ///
    /// Asking for a second one while holding the first waits for oneself.
    ///
    /// # Errors
    /// As for [`Db::read`].
    pub async fn write(&self) -> Result<Tx, Error> {
        let on = match &*self.house {
            House::Sqlite(file) => On::Writer(file.write().await?),
            House::Postgres(server) => On::Postgres(server.write().await?),
        };
        Ok(Tx { on, asked: Arc::clone(&self.asked) })
    }

    /// The rows of one statement that only reads, which sees one state of the database by itself: on PostgreSQL one message
    /// instead of three.
    ///
    /// # Errors
    /// As for [`Db::read`] and [`Tx::rows`].
    pub async fn glance(&self, sql: Sql, args: &[Value]) -> Result<Vec<Row>, Error> {
        if let House::Postgres(server) = &*self.house
            && let Some(rows) = server.glance(sql.0, args).await?
        {
            self.asked.fetch_add(1, Ordering::Relaxed);
            return Ok(rows);
        }
        self.read().await?.rows(sql, args).await
    }

    /// Whether a statement can be answered now.
    ///
    /// # Errors
    /// Why it cannot.
    pub async fn healthy(&self) -> Result<(), Error> {
        self.read().await?.script("SELECT 1").await
    }

    /// Prepares every statement of the program, so that a test finds each one this engine does not understand.
    ///
    /// # Errors
    /// All that were refused; each names its file and line.
    pub async fn prepare_every_statement(&self) -> Result<usize, Vec<Error>> {
        let (mut understood, mut refused) = (0, Vec::new());
        for statement in statements() {
            let answer = match &*self.house {
                House::Sqlite(file) => file.prepare(statement).await,
                House::Postgres(server) => server.prepare(statement).await,
            };
            match answer {
                Ok(()) => understood += 1,
                Err(error) => refused.push(error),
            }
        }
        if refused.is_empty() { Ok(understood) } else { Err(refused) }
    }

    /// Closes the database when its writer is free: SQLite's log is brought into the file, PostgreSQL's connections end.
    /// Every later transaction is refused with [`Error::Closed`].
    pub async fn close(&self) {
        match &*self.house {
            House::Sqlite(file) => file.close().await,
            House::Postgres(server) => server.close(),
        }
    }
}
