//! Databases for tests: a file of its own for SQLite, a schema of its own on a private PostgreSQL, and one test on both.
//!
//! The PostgreSQL is found on the machine and started for this checkout; `CONCORD_TEST_POSTGRES=url` uses another one. Where
//! there is none, tests say `skipped` and pass, except under `CI=true`, where they fail.

mod cluster;

use std::future::Future;

pub use db::Db;
use db::Options;
use tempfile::TempDir;

/// A place for one test's data, gone when dropped.
#[derive(Debug)]
pub struct Place {
    /// Address to give to [`Db::open`].
    pub url: String,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Folder(TempDir),
    #[expect(dead_code, reason = "held, so that the schema lasts as long as the test")]
    Schema(cluster::Schema),
    Database(cluster::Database),
}

impl Place {
    /// A place of its own with the same data. Nobody may have this one open.
    ///
    /// # Panics
    /// When it cannot be copied; a schema ([`postgres`]) never can, a database ([`postgres_alone`]) can.
    #[expect(clippy::expect_used, reason = "only tests call this")]
    pub fn copy(&self) -> Place {
        match &self.kind {
            Kind::Folder(folder) => {
                let copy = sqlite();
                let Kind::Folder(new) = &copy.kind else { return copy };
                std::fs::copy(folder.path().join(FILE), new.path().join(FILE)).expect("a copy");
                copy
            }
            Kind::Schema(_) => panic!("a schema cannot be copied"),
            Kind::Database(database) => {
                let copy = database.copy();
                Place { url: copy.url(), kind: Kind::Database(copy) }
            }
        }
    }
}

const FILE: &str = "test.db";

/// A new, empty SQLite file in a folder of its own.
///
/// # Panics
/// When no folder can be made.
pub fn sqlite() -> Place {
    #[expect(clippy::expect_used, reason = "only tests call this")]
    let folder = tempfile::tempdir().expect("a folder for the test");
    let url = format!("sqlite:{}", folder.path().join(FILE).display());
    Place { url, kind: Kind::Folder(folder) }
}

/// A new, empty schema on PostgreSQL, or None where there is no PostgreSQL.
///
/// # Panics
/// When there is none under `CI=true`, or when it does not start.
pub fn postgres() -> Option<Place> {
    let schema = cluster::Schema::new()?;
    Some(Place { url: schema.url(), kind: Kind::Schema(schema) })
}

/// A new, empty database of its own on PostgreSQL, or None where there is none: dearer than a schema, and it can be
/// copied.
///
/// # Panics
/// As for [`postgres`].
pub fn postgres_alone() -> Option<Place> {
    let database = cluster::Database::new()?;
    Some(Place { url: database.url(), kind: Kind::Database(database) })
}

/// Runs a test on SQLite.
///
/// # Panics
/// When the test does.
pub fn on_sqlite<F: Future<Output = ()>>(test: impl FnOnce(Db) -> F) {
    on(&sqlite(), test);
}

/// Runs a test on PostgreSQL, or says that it is skipped.
///
/// # Panics
/// When the test does.
pub fn on_postgres<F: Future<Output = ()>>(test: impl FnOnce(Db) -> F) {
    if let Some(place) = postgres() {
        on(&place, test);
    }
}

/// Runs a test on a database opened in a place.
///
/// # Panics
/// When the database cannot be opened, and when the test does.
#[expect(clippy::expect_used, reason = "only tests call this")]
pub fn on<F: Future<Output = ()>>(place: &Place, test: impl FnOnce(Db) -> F) {
    run(async {
        let options = Options { pool_size: 8, ..Options::default() };
        let db = Db::open_with(&place.url, options).await.expect("an open database");
        test(db.clone()).await;
        db.close().await;
    });
}

/// Runs a future on a runtime of its own with two workers, as the program does.
///
/// # Panics
/// When the future does.
#[expect(clippy::expect_used, reason = "only tests call this")]
pub fn run<F: Future>(test: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime").block_on(test)
}

/// One test on both engines: `both!(name, |db| async { … })` gives `name::sqlite` and `name::postgres`.
#[macro_export]
macro_rules! both {
    ($name:ident, |$db:ident| async $body:block) => {
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            async fn test($db: $crate::Db) $body

            #[test]
            fn sqlite() {
                $crate::on_sqlite(test);
            }

            #[test]
            fn postgres() {
                $crate::on_postgres(test);
            }
        }
    };
}
