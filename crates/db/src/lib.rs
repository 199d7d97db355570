//! One SQL interface over SQLite and PostgreSQL. It knows nothing of schools.
//!
//! Statements are written once, in PostgreSQL's words, with [`sql!`](crate::sql); a [`Tx`] runs them on either engine. A
//! transaction that is dropped without [`Tx::commit`] leaves nothing behind, wherever it was dropped.
//!
//! ```no_run
//! # async fn example() -> Result<(), db::Error> {
//! use db::{args, sql};
//! let db = db::Db::open("sqlite:data/house.db").await?;
//! let mut tx = db.write().await?;
//! tx.run(sql!("INSERT INTO note (id, words) VALUES ($1, $2)"), &args![1_i64, "hello"]).await?;
//! tx.commit().await?; // returns only when the row is on the disk
//! # Ok(()) }
//! ```
//!
//! # What the one text must keep to
//! - Parameters are `$1`, `$2` … in any order. PostgreSQL infers their types; where it cannot, say `CAST($1 AS BIGINT)`.
//! - `CAST(… AS UUID | BYTEA | BOOLEAN | BIGINT)` is understood on both engines; `::` is not.
//! - `LIKE` minds the case on both; name the escape (`ESCAPE '\'`) where one is used. No `ILIKE`, `now()`, arrays or JSON operators.
//! - `ORDER BY` on a column that can be null says `NULLS FIRST` or `NULLS LAST`: the engines differ in what they take for granted.
//! - `FOR UPDATE [SKIP LOCKED]` is dropped for SQLite, which has one writer.
//! - After a statement has failed, the transaction can only be dropped, as PostgreSQL has it.

mod copy;
mod database;
mod dialect;
mod error;
mod examine;
mod migrate;
mod postgres;
mod row;
mod sqlite;
mod statement;
mod tx;
mod value;

pub use database::{Db, Engine, Options};
pub use error::Error;
pub use migrate::{Applied, Migration};
pub use row::{FromValue, Row};
pub use statement::{Sql, Statement, statements};
pub use tx::Tx;
pub use value::Value;

#[doc(hidden)]
pub use inventory;
#[doc(hidden)]
pub use statement::Registered;
