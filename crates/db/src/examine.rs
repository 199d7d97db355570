//! The engine's own check of what it holds.

use crate::database::{Db, Engine};
use crate::{Error, args, sql};

impl Db {
    /// What the engine finds wrong with its own file, in its own words; empty when nothing is. PostgreSQL checks pages and
    /// references as it goes, so there is nothing to ask it.
    ///
    /// # Errors
    /// As for [`Db::read`].
    pub async fn examine(&self) -> Result<Vec<String>, Error> {
        if self.engine() == Engine::Postgres {
            return Ok(Vec::new());
        }
        let mut tx = self.read().await?;
        let mut wrong = Vec::new();
        for row in tx.rows(sql!(sqlite: "PRAGMA integrity_check", postgres: "SELECT 'ok'"), &args![]).await? {
            let line: String = row.get(0)?;
            if line != "ok" {
                wrong.push(line);
            }
        }
        let dangling = sql!(sqlite: "PRAGMA foreign_key_check", postgres: "SELECT '' WHERE FALSE");
        for row in tx.rows(dangling, &args![]).await? {
            let table: String = row.get(0)?;
            wrong.push(format!("a row of {table} refers to one that is not there"));
        }
        Ok(wrong)
    }
}
