//! The PostgreSQL engine: a pool of connections, each with its own cache of statements.

mod session;
mod tls;
mod types;

use std::time::Duration;

use deadpool_postgres::{
    Manager, ManagerConfig, Object, Pool, PoolError, RecyclingMethod, Runtime, Timeouts,
};
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
            .build()
            .map_err(|error| Error::Address(error.to_string()))?;
        let server = Server { pool };
        drop(server.connection().await?);
        Ok(server)
    }

    /// Begins a transaction with these characteristics.
    pub(crate) async fn begin(&self, characteristics: &'static str) -> Result<Session, Error> {
        Ok(Session::begin(self.connection().await?, characteristics))
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

/// Start-up settings of every connection. Those in the address come last, and win.
fn start(config: &Config, options: &Options) -> String {
    format!(
        "-c statement_timeout={} -c idle_in_transaction_session_timeout={} {}",
        options.statement_timeout.as_millis(),
        options.idle_timeout.as_millis(),
        config.get_options().unwrap_or_default(),
    )
}
