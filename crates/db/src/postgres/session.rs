//! A transaction on one of PostgreSQL's connections, which goes back to the pool only when it is in none.
//!
//! Its BEGIN, and what was left for later, go out in one go with the next statement: a busy server on the same machine
//! spends more on waiting for the next message than on most statements.

use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use deadpool_postgres::Object;
use tokio::runtime::Handle;
use tokio::sync::OwnedSemaphorePermit;
use tokio_postgres::Statement as Prepared;
use tokio_postgres::types::ToSql;

use super::fold::{Left, parcels};
use super::types::Cell;
use crate::{Engine, Error, Row, Statement, Value};

const ROLLBACK_TIMEOUT: Duration = Duration::from_secs(5);
/// So many statements are left for later at most.
const MOST_AHEAD: usize = 24;

/// A transaction and the connection it has to itself.
#[derive(Debug)]
pub(crate) struct Session {
    /// None only while it is being dropped.
    client: Option<Object>,
    state: State,
    /// The BEGIN, until it has been sent.
    begin: Option<String>,
    /// What goes out before the next statement.
    ahead: Vec<Left>,
    /// Whether what is left for later next goes with nothing before it.
    apart: bool,
    /// Its place among the transactions that read at the same time, until it ends.
    _turn: Option<OwnedSemaphorePermit>,
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
    pub(super) fn begin(
        client: Object,
        characteristics: &'static str,
        turn: Option<OwnedSemaphorePermit>,
    ) -> Session {
        let begin = Some(format!("BEGIN ISOLATION LEVEL {characteristics}"));
        Session {
            client: Some(client),
            state: State::Open,
            begin,
            ahead: Vec::new(),
            apart: false,
            _turn: turn,
        }
    }

    /// Leaves a statement for later: it goes out with the next one, and at the latest with the COMMIT.
    pub(crate) async fn run_later(
        &mut self,
        statement: &'static Statement,
        args: Vec<Value>,
    ) -> Result<(), Error> {
        if self.state != State::Open {
            return Err(Error::Failed(Some(statement).into()));
        }
        let apart = std::mem::take(&mut self.apart);
        self.ahead.push(Left { statement, args, apart });
        if self.ahead.len() < MOST_AHEAD {
            return Ok(());
        }
        self.attempt(None, false, async |_| Ok(())).await
    }

    /// See [`crate::Tx::apart`].
    pub(crate) fn apart(&mut self) {
        self.apart = true;
    }

    pub(crate) async fn rows(
        &mut self,
        text: &str,
        statement: Option<&'static Statement>,
        args: &[Value],
    ) -> Result<Vec<Row>, Error> {
        self.attempt(statement, only_reads(text), async |client| query(client, text, statement, args).await)
            .await
    }

    pub(crate) async fn run(
        &mut self,
        text: &str,
        statement: Option<&'static Statement>,
        args: &[Value],
    ) -> Result<u64, Error> {
        self.attempt(statement, only_reads(text), async |client| {
            let prepared = prepare(client, text, statement, args).await?;
            client.execute(&prepared, &parameters(args)).await.map_err(Error::postgres(statement))
        })
        .await
    }

    pub(crate) async fn script(&mut self, text: &str) -> Result<(), Error> {
        self.attempt(None, false, async |client| {
            client.batch_execute(text).await.map_err(Error::postgres(None))
        })
        .await
    }

    /// The server answers the COMMIT of a failed transaction with a rollback and no error, so a failed one is never sent; and
    /// when a statement that goes out with the COMMIT fails, its own answer says so.
    pub(crate) async fn commit(mut self) -> Result<(), Error> {
        if self.begin.is_none() || !self.ahead.is_empty() {
            self.script("COMMIT").await?;
        }
        self.state = State::Over;
        Ok(())
    }

    /// The connection itself, for a copy's stream of rows.
    pub(crate) async fn attempt<T>(
        &mut self,
        statement: Option<&'static Statement>,
        reads: bool,
        work: impl AsyncFnOnce(&Object) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let client = self.client.as_ref().filter(|_| self.state == State::Open);
        let client = client.ok_or(Error::Failed(statement.into()))?;
        self.state = State::Running;
        let (begin, ahead) = (self.begin.take(), std::mem::take(&mut self.ahead));
        let done = match begin {
            // Only a statement that changes nothing goes out with its BEGIN: should the server refuse the BEGIN, another
            // one would take effect by itself.
            Some(begin)
                if !(reads && ahead.iter().all(|one| only_reads(one.statement.text(Engine::Postgres)))) =>
            {
                match start(client, &begin).await {
                    Ok(()) => together(client, None, &ahead, work(client)).await,
                    Err(error) => Err(error),
                }
            }
            begin => together(client, begin, &ahead, work(client)).await,
        };
        self.state = if done.is_ok() { State::Open } else { State::Failed };
        done
    }
}

async fn start(client: &Object, begin: &str) -> Result<(), Error> {
    client.batch_execute(begin).await.map_err(Error::postgres(None))
}

/// Whether a text of the house changes nothing.
pub(super) fn only_reads(text: &str) -> bool {
    text.trim_start().starts_with("SELECT")
}

/// Runs a statement and gives its rows.
pub(super) async fn query(
    client: &Object,
    text: &str,
    statement: Option<&'static Statement>,
    args: &[Value],
) -> Result<Vec<Row>, Error> {
    let prepared = prepare(client, text, statement, args).await?;
    let rows = client.query(&prepared, &parameters(args)).await.map_err(Error::postgres(statement))?;
    let columns: Arc<[String]> = prepared.columns().iter().map(|column| column.name().to_owned()).collect();
    rows.iter().map(|row| read(row, &columns, statement)).collect()
}

type Sent<'a> = Pin<Box<dyn Future<Output = Result<(), Error>> + Send + 'a>>;

/// Sends the BEGIN, what was left for later (see [`parcels`]) and `last` one after the other without waiting in between,
/// and waits for all of their answers. The first error counts: those behind it only say that the transaction has failed.
async fn together<T>(
    client: &Object,
    begin: Option<String>,
    ahead: &[Left],
    last: impl Future<Output = Result<T, Error>>,
) -> Result<T, Error> {
    let mut sent: Vec<Sent<'_>> = Vec::new();
    if let Some(begin) = begin {
        sent.push(Box::pin(async move { start(client, &begin).await }));
    }
    for parcel in parcels(ahead) {
        // Prepared before anything is sent: a statement the server does not know yet must not fall behind the next one.
        let statement = Some(parcel.statement);
        let prepared = prepare(client, parcel.text, statement, &parcel.args).await?;
        sent.push(Box::pin(async move {
            client.execute(&prepared, &parameters(&parcel.args)).await.map_err(Error::postgres(statement))?;
            Ok(())
        }));
    }
    if sent.is_empty() {
        return last.await;
    }
    in_order(sent, last).await
}

/// Polls all of them in their order, so that they are sent in it.
async fn in_order<T>(
    mut sent: Vec<Sent<'_>>,
    last: impl Future<Output = Result<T, Error>>,
) -> Result<T, Error> {
    let mut last = pin!(last);
    let mut answers: Vec<Option<Result<(), Error>>> = sent.iter().map(|_| None).collect();
    let mut outcome = None;
    std::future::poll_fn(|context| {
        for (one, answer) in sent.iter_mut().zip(&mut answers).filter(|(_, answer)| answer.is_none()) {
            if let Poll::Ready(came) = one.as_mut().poll(context) {
                *answer = Some(came);
            }
        }
        if outcome.is_none()
            && let Poll::Ready(came) = last.as_mut().poll(context)
        {
            outcome = Some(came);
        }
        let all = outcome.is_some() && answers.iter().all(Option::is_some);
        if all { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    answers.into_iter().flatten().collect::<Result<(), Error>>()?;
    outcome.unwrap_or(Err(Error::Closed))
}

impl Drop for Session {
    fn drop(&mut self) {
        let Some(client) = self.client.take() else { return };
        if self.state == State::Over || (self.state == State::Open && self.begin.is_some()) {
            return;
        }
        let leaving = Leaving(Some(client));
        // A caller who goes away in the middle of a statement is everyday: a phone loses its network. The ROLLBACK waits
        // behind that statement, and the connection, which knows the program's statements, is kept. Without a runtime it is
        // simply closed, and the server rolls back.
        if let Ok(runtime) = Handle::try_current() {
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
