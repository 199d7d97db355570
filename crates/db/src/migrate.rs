//! Migrations: forward only, one text for both engines, each applied once and never changed after.

use sha2::{Digest, Sha256};

use crate::{Db, Engine, Error, Sql, Tx, args, dialect, sql};

/// One step of the schema.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// `0001_people`: the numbers give the order.
    pub name: &'static str,
    /// Its statements, in PostgreSQL's words.
    ///
    /// For SQLite the words `UUID BIGINT BOOLEAN BYTEA DOUBLE PRECISION` are swapped and every table is made STRICT. A line
    /// `-- sqlite:` or `-- postgres:` begins a part for that engine alone, up to `-- both:`; a comment `-- sqlite: words`
    /// gives SQLite those words, as in `) -- sqlite: WITHOUT ROWID`.
    pub sql: &'static str,
}

/// What [`Db::migrate`] did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// Names of the migrations applied now, in order.
    pub names: Vec<&'static str>,
}

const TABLES: &str = "
CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, sha256 BYTEA NOT NULL);
CREATE TABLE IF NOT EXISTS migration_lock (id BIGINT PRIMARY KEY);
INSERT INTO migration_lock (id) VALUES (1) ON CONFLICT DO NOTHING;
";

/// A migration takes as long as it takes; statements of requests do not.
pub(crate) const NO_HURRY: &str =
    "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0";

impl Db {
    /// Applies the migrations of `all` that are missing here, all of them or none. When several processes start at once,
    /// one migrates and the others wait for it.
    ///
    /// # Errors
    /// [`Error::MigrationChanged`], [`Error::SchemaNewer`], [`Error::MigrationMissed`] without touching anything; what the
    /// engine refuses, with nothing kept.
    pub async fn migrate(&self, all: &[Migration]) -> Result<Applied, Error> {
        self.make_migration_tables().await?;
        let mut tx = self.write().await?;
        if self.engine() == Engine::Postgres {
            tx.script(NO_HURRY).await?;
        }
        tx.row(sql!("SELECT id FROM migration_lock WHERE id = 1 FOR UPDATE"), &[]).await?;
        let missing = missing(all, &applied(&mut tx).await?)?;
        for migration in missing {
            tx.script(&dialect::migration(migration.sql, self.engine())).await?;
            let record = sql!("INSERT INTO migration (name, sha256) VALUES ($1, $2)");
            tx.run(record, &args![migration.name, digest(migration)]).await?;
        }
        tx.commit().await?;
        Ok(Applied { names: missing.iter().map(|migration| migration.name).collect() })
    }

    /// The migrations of `all` that [`Db::migrate`] would apply; ask before, to make a backup first.
    ///
    /// # Errors
    /// As for [`Db::migrate`].
    pub async fn pending<'a>(&self, all: &'a [Migration]) -> Result<&'a [Migration], Error> {
        missing(all, &self.applied_so_far().await?)
    }

    /// Name of the last migration applied here, if any was.
    ///
    /// # Errors
    /// What the engine refuses.
    pub async fn schema_version(&self) -> Result<Option<String>, Error> {
        Ok(self.applied_so_far().await?.pop().map(|(name, _)| name))
    }

    async fn applied_so_far(&self) -> Result<Vec<(String, Vec<u8>)>, Error> {
        let mut tx = self.read().await?;
        let exists = tx.row(migrated(), &[]).await?;
        if exists.is_none() { Ok(Vec::new()) } else { applied(&mut tx).await }
    }

    /// Two processes that make the same table at once can collide in PostgreSQL's catalog, IF NOT EXISTS or not: the one
    /// that lost finds it made.
    async fn make_migration_tables(&self) -> Result<(), Error> {
        let mut last = Ok(());
        for _ in 0..5 {
            let mut tx = self.write().await?;
            last = match tx.script(&dialect::migration(TABLES, self.engine())).await {
                Ok(()) => return tx.commit().await,
                Err(error) => Err(error),
            };
        }
        last
    }
}

/// Whether anything was ever migrated here.
fn migrated() -> Sql {
    sql!(
        sqlite: "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'",
        postgres: "SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'migration'"
    )
}

async fn applied(tx: &mut Tx) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let rows = tx.rows_of("SELECT name, sha256 FROM migration ORDER BY name", &[]).await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// What is still to be applied, if what was applied is how `all` begins.
fn missing<'a>(all: &'a [Migration], applied: &[(String, Vec<u8>)]) -> Result<&'a [Migration], Error> {
    if let Some((name, _)) =
        applied.iter().find(|(name, _)| all.iter().all(|migration| migration.name != name))
    {
        return Err(Error::SchemaNewer(name.clone()));
    }
    for ((name, sha256), migration) in applied.iter().zip(all) {
        if name != migration.name {
            return Err(Error::MigrationMissed(migration.name.to_owned()));
        }
        if *sha256 != digest(migration) {
            return Err(Error::MigrationChanged(name.clone()));
        }
    }
    Ok(&all[applied.len()..])
}

/// Line ends do not count, because a checkout may change them.
fn digest(migration: &Migration) -> Vec<u8> {
    Sha256::digest(migration.sql.replace("\r\n", "\n")).to_vec()
}
