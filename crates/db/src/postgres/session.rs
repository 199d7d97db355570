//! A transaction on one of PostgreSQL's connections, which goes back to the pool only when it is in none.

use std::sync::Arc;
use std::time::Duration;

use deadpool_postgres::Object;
use tokio::runtime::Handle;
use tokio_postgres::Statement as Prepared;
use tokio_postgres::types::ToSql;

use super::types::Cell;
use crate::{Error, Row, Statement, Value};

const ROLLBACK_TIMEOUT: Duration = Duration::from_secs(5);

/// A transaction and the connection it has to itself.
#[derive(Debug)]
pub(crate) struct Session {
    /// None only while it is being dropped.
    client: Option<Object>,
    state: State,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum State {
    /// Ready for a statement.
    Open,
    /// A statement is on its way. If it stays so, its caller went away in the middle.
    Running,
    /// A statement failed; the server takes only a ROLLBACK.
    Failed,
    /// In no transaction.
    Over,
}

impl Session {
    pub(super) async fn begin(client: Object, characteristics: &'static str) -> Result<Session, Error> {
        let mut session = Session { client: Some(client), state: State::Open };
        session.script(&format!("BEGIN ISOLATION LEVEL {characteristics}")).await?;
        Ok(session)
    }

    pub(crate) async fn rows(
        &mut self,
        text: &str,
        statement: Option<&'static Statement>,
        args: &[Value],
    ) -> Result<Vec<Row>, Error> {
        self.attempt(statement, async |client| {
            let prepared = prepare(client, text, statement, args).await?;
            let rows =
                client.query(&prepared, &parameters(args)).await.map_err(Error::postgres(statement))?;
            let columns: Arc<[String]> =
                prepared.columns().iter().map(|column| column.name().to_owned()).collect();
            rows.iter().map(|row| read(row, &columns, statement)).collect()
        })
        .await
    }

    pub(crate) async fn run(
        &mut self,
        text: &str,
        statement: Option<&'static Statement>,
        args: &[Value],
    ) -> Result<u64, Error> {
        self.attempt(statement, async |client| {
            let prepared = prepare(client, text, statement, args).await?;
            client.execute(&prepared, &parameters(args)).await.map_err(Error::postgres(statement))
        })
        .await
    }

    pub(crate) async fn script(&mut self, text: &str) -> Result<(), Error> {
        self.attempt(None, async |client| client.batch_execute(text).await.map_err(Error::postgres(None)))
            .await
    }

    /// The server answers the COMMIT of a failed transaction with a rollback and no error, so a failed one is never sent.
    pub(crate) async fn commit(mut self) -> Result<(), Error> {
        self.script("COMMIT").await?;
        self.state = State::Over;
        Ok(())
    }

    /// The connection itself, for a copy's stream of rows.
    pub(crate) async fn attempt<T>(
        &mut self,
        statement: Option<&'static Statement>,
        work: impl AsyncFnOnce(&Object) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let client = self.client.as_ref().filter(|_| self.state == State::Open);
        let client = client.ok_or(Error::Failed(statement.into()))?;
        self.state = State::Running;
        let done = work(client).await;
        self.state = if done.is_ok() { State::Open } else { State::Failed };
        done
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let Some(client) = self.client.take() else { return };
        if self.state == State::Over {
            return;
        }
        let leaving = Leaving(Some(client));
        // Without a runtime the connection is simply closed, and the server rolls back.
        if let (Ok(runtime), State::Open | State::Failed) = (Handle::try_current(), self.state) {
            runtime.spawn(leaving.roll_back());
        }
    }
}

/// A connection still in a transaction. Dropped before the rollback is through, it is closed and never pooled.
struct Leaving(Option<Object>);

impl Leaving {
    async fn roll_back(mut self) {
        let Some(client) = &self.0 else { return };
        if let Ok(Ok(())) = tokio::time::timeout(ROLLBACK_TIMEOUT, client.batch_execute("ROLLBACK")).await {
            drop(self.0.take());
        }
    }
}

impl Drop for Leaving {
    fn drop(&mut self) {
        if let Some(client) = self.0.take() {
            drop(Object::take(client));
        }
    }
}

async fn prepare(
    client: &Object,
    text: &str,
    statement: Option<&'static Statement>,
    args: &[Value],
) -> Result<Prepared, Error> {
    let prepared = client.prepare_cached(text).await.map_err(Error::postgres(statement))?;
    let wanted = prepared.params().len();
    if wanted != args.len() {
        return Err(Error::Arguments { wanted, given: args.len(), place: statement.into() });
    }
    Ok(prepared)
}

fn parameters(args: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    args.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

fn read(
    row: &tokio_postgres::Row,
    columns: &Arc<[String]>,
    statement: Option<&'static Statement>,
) -> Result<Row, Error> {
    let values = (0..columns.len())
        .map(|i| row.try_get::<_, Cell>(i).map(|cell| cell.0))
        .collect::<Result<_, _>>()
        .map_err(Error::postgres(statement))?;
    Ok(Row { values, columns: Arc::clone(columns) })
}
