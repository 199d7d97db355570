//! What the pool of PostgreSQL's connections promises when connections break or callers go away.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::time::Duration;

use db::{Db, Error, Options, sql};

/// One connection only, so that whatever is wrong with it meets the next caller.
fn with_one_connection<F: Future<Output = ()>>(test: impl FnOnce(Db, Db) -> F) {
    let Some(place) = testdb::postgres() else { return };
    testdb::run(async {
        let one = Options { pool_size: 1, ..Options::default() };
        let db = Db::open_with(&place.url, one).await.unwrap();
        let other = Db::open(&place.url).await.unwrap();
        test(db, other).await;
    });
}

#[test]
fn a_connection_killed_in_the_middle_is_said_to_be_down_and_replaced() {
    with_one_connection(async |db, other| {
        let mut tx = db.write().await.unwrap();
        let own = sql!(sqlite: "SELECT 1", postgres: "SELECT CAST(pg_backend_pid() AS BIGINT)");
        let own: i64 = tx.row(own, &[]).await.unwrap().unwrap().get(0).unwrap();
        let kill = sql!(sqlite: "SELECT $1", postgres: "SELECT pg_terminate_backend(CAST($1 AS INTEGER))");
        other.write().await.unwrap().row(kill, &db::args![own]).await.unwrap();
        tokio::time::sleep(Duration::from_millis(50)).await;
        let lost = tx.row(sql!("SELECT 1"), &[]).await.unwrap_err();
        assert!(lost.is_down(), "{lost}");
        assert!(matches!(tx.commit().await, Err(Error::Failed(_))));
        db.healthy().await.unwrap();
    });
}

#[test]
fn a_connection_never_comes_back_from_an_abandoned_statement_in_a_transaction() {
    with_one_connection(async |db, _| {
        for _ in 0..5 {
            let mut tx = db.write().await.unwrap();
            let slow = sql!(sqlite: "SELECT 1", postgres: "SELECT CAST(pg_sleep(0.2) AS TEXT)");
            tokio::time::timeout(Duration::from_millis(20), tx.row(slow, &[])).await.unwrap_err();
            let later = tx.row(sql!("SELECT 1"), &[]).await.unwrap_err();
            assert!(matches!(later, Error::Failed(_)), "{later}");
            drop(tx);
            let mut tx = db.read().await.unwrap();
            let begun = sql!(sqlite: "SELECT 1", postgres: "SELECT current_setting('transaction_read_only')");
            assert_eq!(tx.row(begun, &[]).await.unwrap().unwrap().get::<String>(0).unwrap(), "on");
        }
    });
}

#[test]
fn a_connection_whose_caller_went_away_is_kept_once_its_statement_is_through() {
    with_one_connection(async |db, _| {
        let own = || sql!(sqlite: "SELECT 1", postgres: "SELECT CAST(pg_backend_pid() AS BIGINT)");
        let mut tx = db.read().await.unwrap();
        let before: i64 = tx.row(own(), &[]).await.unwrap().unwrap().get(0).unwrap();
        let slow = sql!(sqlite: "SELECT 1", postgres: "SELECT CAST(pg_sleep(0.2) AS TEXT)");
        tokio::time::timeout(Duration::from_millis(20), tx.row(slow, &[])).await.unwrap_err();
        drop(tx);
        let mut tx = db.read().await.unwrap();
        let after: i64 = tx.row(own(), &[]).await.unwrap().unwrap().get(0).unwrap();
        assert_eq!(after, before, "a new connection was made, which has every statement to learn again");
    });
}

#[test]
fn those_who_read_leave_connections_to_those_who_write() {
    let Some(place) = testdb::postgres() else { return };
    testdb::run(async {
        let narrow = Options {
            pool_size: 3,
            reads_at_once: 2,
            patience: Duration::from_millis(100),
            ..Options::default()
        };
        let db = Db::open_with(&place.url, narrow).await.unwrap();
        let first = db.read().await.unwrap();
        let _second = db.read().await.unwrap();
        assert!(matches!(db.read().await, Err(Error::Busy)));
        db.write().await.unwrap().row(sql!("SELECT 1"), &[]).await.unwrap();
        drop(first);
        db.read().await.unwrap().row(sql!("SELECT 1"), &[]).await.unwrap();
    });
}

#[test]
fn statements_are_counted_wherever_they_are_asked() {
    let Some(place) = testdb::postgres() else { return };
    testdb::run(async {
        let db = Db::open(&place.url).await.unwrap();
        let before = db.asked();
        db.glance(sql!("SELECT 1"), &[]).await.unwrap();
        let mut tx = db.clone().read().await.unwrap();
        tx.rows(sql!("SELECT 1"), &[]).await.unwrap();
        tx.run_later(sql!("SELECT 1"), &[]).await.unwrap();
        assert_eq!(db.asked() - before, 3);
    });
}

#[test]
fn a_statement_that_takes_too_long_is_stopped_by_the_server() {
    let Some(place) = testdb::postgres() else { return };
    testdb::run(async {
        let hasty = Options { statement_timeout: Duration::from_millis(50), ..Options::default() };
        let db = Db::open_with(&place.url, hasty).await.unwrap();
        let slow = sql!(sqlite: "SELECT 1", postgres: "SELECT CAST(pg_sleep(10) AS TEXT)");
        let stopped = db.read().await.unwrap().row(slow, &[]).await.unwrap_err();
        assert!(stopped.to_string().contains("57014"), "{stopped}");
    });
}

#[test]
fn an_address_that_leads_nowhere_is_said_to_be_down() {
    testdb::run(async {
        let nowhere = Db::open("postgres://nobody@127.0.0.1:1/nothing").await.unwrap_err();
        assert!(nowhere.is_down(), "{nowhere}");
        assert!(matches!(Db::open("mysql://x").await, Err(Error::Address(_))));
    });
}
