//! What a transaction does with its connection, the one that reads and the one that writes alike.

use rusqlite::Connection;

use super::connection;
use crate::{Error, Row, Statement, Value};

/// A transaction that holds a connection.
pub(crate) trait Work {
    /// Does this on the connection. Once something has failed, nothing more is done.
    fn attempt<T>(
        &mut self,
        statement: Option<&'static Statement>,
        work: impl FnOnce(&Connection) -> Result<T, Error>,
    ) -> Result<T, Error>;

    fn rows(
        &mut self,
        text: &str,
        statement: Option<&'static Statement>,
        args: &[Value],
    ) -> Result<Vec<Row>, Error> {
        self.attempt(statement, |conn| connection::rows(conn, text, statement, args))
    }

    fn run(
        &mut self,
        text: &str,
        statement: Option<&'static Statement>,
        args: &[Value],
    ) -> Result<u64, Error> {
        self.attempt(statement, |conn| connection::run(conn, text, statement, args))
    }

    fn script(&mut self, text: &str) -> Result<(), Error> {
        self.attempt(None, |conn| conn.execute_batch(text).map_err(Error::sqlite(None)))
    }

    fn prepare(&mut self, text: &str, statement: &'static Statement) -> Result<(), Error> {
        self.attempt(Some(statement), |conn| {
            conn.prepare(text).map(drop).map_err(Error::sqlite(Some(statement)))
        })
    }
}
