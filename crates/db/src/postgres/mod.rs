//! The PostgreSQL engine: a pool of connections, each with its own cache of statements.

mod fold;
mod session;
mod tls;
mod types;

use std::sync::Arc;
use std::time::Duration;

use deadpool_postgres::{
    Manager, ManagerConfig, Object, Pool, PoolError, QueueMode, RecyclingMethod, Runtime, Timeouts,
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_postgres::config::SslMode;
use tokio_postgres::{Config, NoTls};
use tokio_postgres_rustls::MakeRustlsConnect;

pub(crate) use session::Session;

use crate::{Engine, Error, Options, Row, Statement, Value};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// A server, through its pool.
#[derive(Debug)]
pub(crate) struct Server {
    pool: Pool,
    reads: Arc<Semaphore>,
    patience: Duration,
}

impl Server {
    pub(crate) async fn open(url: &str, options: &Options) -> Result<Server, Error> {
        let (url, tls) = tls::asked(url)?;
        let mut config: Config = url.parse().map_err(|error| Error::Address(format!("{error}")))?;
        let start = start(&config, options);
        config.connect_timeout(CONNECT_TIMEOUT).application_name("concord").options(start);
        let fast = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        let manager = match tls {
            Some(tls) => Manager::from_config(config, MakeRustlsConnect::new(tls), fast),
            None => Manager::from_config(config.ssl_mode(SslMode::Disable).clone(), NoTls, fast),
        };
        let patience = Some(options.patience);
        let pool = Pool::builder(manager)
            .max_size(options.pool_size.max(1))
            .runtime(Runtime::Tokio1)
            .timeouts(Timeouts { wait: patience, create: patience, recycle: patience })
            // The connection that was given back last knows most of the program's statements.
            .queue_mode(QueueMode::Lifo)
            .build()
            .map_err(|error| Error::Address(error.to_string()))?;
        let reads = options.reads_at_once.min(options.pool_size).max(1);
        let server = Server { pool, reads: Arc::new(Semaphore::new(reads)), patience: options.patience };
        drop(server.connection().await?);
        Ok(server)
    }

    /// Begins a transaction that only reads and sees one state of the database.
    pub(crate) async fn read(&self) -> Result<Session, Error> {
        let turn = self.turn().await?;
        Ok(Session::begin(self.connection().await?, "REPEATABLE READ, READ ONLY", Some(turn)))
    }

    /// Begins a transaction that writes.
    pub(crate) async fn write(&self) -> Result<Session, Error> {
        Ok(Session::begin(self.connection().await?, "READ COMMITTED, READ WRITE", None))
    }

    async fn turn(&self) -> Result<OwnedSemaphorePermit, Error> {
        let turn = tokio::time::timeout(self.patience, Arc::clone(&self.reads).acquire_owned()).await;
        turn.map_err(|_| Error::Busy)?.map_err(|_| Error::Closed)
    }

    /// Runs one statement that only reads, by itself: one message there and one back. `None` if it does more than read.
    pub(crate) async fn glance(
        &self,
        statement: &'static Statement,
        args: &[Value],
    ) -> Result<Option<Vec<Row>>, Error> {
        let text = statement.text(Engine::Postgres);
        if !session::only_reads(text) {
            return Ok(None);
        }
        session::query(&self.connection().await?, text, Some(statement), args).await.map(Some)
    }

    pub(crate) async fn prepare(&self, statement: &'static Statement) -> Result<(), Error> {
        let client = self.connection().await?;
        client
            .prepare(statement.text(Engine::Postgres))
            .await
            .map(drop)
            .map_err(Error::postgres(Some(statement)))
    }

    pub(crate) fn close(&self) {
        self.pool.close();
    }

    async fn connection(&self) -> Result<Object, Error> {
        self.pool.get().await.map_err(|error| match error {
            PoolError::Timeout(deadpool_postgres::TimeoutType::Wait) => Error::Busy,
            PoolError::Closed => Error::Closed,
            PoolError::Backend(error) => unreachable(error),
            other => Error::Unreachable(other.to_string()),
        })
    }
}

/// A refused password or a missing database is told as the server says it; everything else is a server out of reach.
fn unreachable(error: tokio_postgres::Error) -> Error {
    let told = Error::postgres(None)(error);
    match &told {
        Error::Postgres { source, .. } if source.as_db_error().is_some() => told,
        other => Error::Unreachable(other.to_string()),
    }
}

/// Start-up settings of every connection. Those in the address come last, and win. Nearly all that the program asks is a few
/// rows by their keys, from pages in memory: a plan that is made once and an index are right for it, whatever the server's
/// own settings make of its disk.
fn start(config: &Config, options: &Options) -> String {
    format!(
        "-c statement_timeout={} -c idle_in_transaction_session_timeout={} -c plan_cache_mode=force_generic_plan -c jit=off \
         -c random_page_cost=1.1 {}",
        options.statement_timeout.as_millis(),
        options.idle_timeout.as_millis(),
        config.get_options().unwrap_or_default(),
    )
}
