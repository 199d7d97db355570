//! What SQLite's shared COMMIT promises to those who share it. Each test runs on a real file, and another connection looks.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::PathBuf;
use std::task::{Context, Poll};
use std::time::Duration;

use db::{Db, Error, Migration, Tx, args, sql};

const TABLES: &[Migration] = &[Migration {
    name: "0001_tables",
    sql: "
CREATE TABLE act (id BIGINT PRIMARY KEY, body BYTEA);
CREATE TABLE late (act BIGINT NOT NULL REFERENCES act (id) -- sqlite: DEFERRABLE INITIALLY DEFERRED
);
",
}];

/// A database, and the path of its file for another connection to look at.
fn with_acts<F: Future<Output = ()>>(test: impl FnOnce(Db, PathBuf) -> F) {
    let place = testdb::sqlite();
    let path = PathBuf::from(place.url.trim_start_matches("sqlite:"));
    testdb::on(&place, async |db| {
        db.migrate(TABLES).await.unwrap();
        test(db, path).await;
    });
}

async fn add(tx: &mut Tx, id: i64) -> Result<u64, Error> {
    tx.run(sql!("INSERT INTO act (id) VALUES ($1)"), &args![id]).await
}

/// What is in the file for anyone else: only what was committed.
fn on_disk(path: &PathBuf) -> Vec<i64> {
    let conn = rusqlite::Connection::open(path).unwrap();
    let mut select = conn.prepare("SELECT id FROM act ORDER BY id").unwrap();
    select.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

/// Commits the first act while a second writer already stands in line, so that the two share a batch. Gives the second
/// writer's transaction, and the first one's commit, which is waiting.
async fn a_batch(db: &Db) -> (Tx, tokio::task::JoinHandle<Result<(), Error>>) {
    let mut first = db.write().await.unwrap();
    add(&mut first, 1).await.unwrap();
    let mut second = Box::pin(db.write());
    let stands_in_line = |cx: &mut Context<'_>| Poll::Ready(second.as_mut().poll(cx).is_pending());
    assert!(std::future::poll_fn(stands_in_line).await);
    let first = tokio::spawn(first.commit());
    (second.await.unwrap(), first)
}

#[test]
fn the_writer_waits_for_the_disk() {
    with_acts(async |db, _| {
        let mut tx = db.write().await.unwrap();
        let asked = sql!(sqlite: "SELECT synchronous, (SELECT journal_mode FROM pragma_journal_mode), (SELECT foreign_keys FROM pragma_foreign_keys) FROM pragma_synchronous",
            postgres: "SELECT 2, 'wal', 1");
        let row = tx.row(asked, &[]).await.unwrap().unwrap();
        assert_eq!(
            (row.get(0).unwrap(), row.get(1).unwrap(), row.get(2).unwrap()),
            (2_i64, "wal".to_owned(), 1_i64)
        );
    });
}

#[test]
fn nobody_is_told_before_the_shared_commit() {
    with_acts(async |db, path| {
        let (mut second, first) = a_batch(&db).await;
        add(&mut second, 2).await.unwrap();
        tokio::time::sleep(Duration::from_millis(50)).await;
        assert!(!first.is_finished(), "told while the batch was open");
        assert!(on_disk(&path).is_empty());
        second.commit().await.unwrap();
        assert_eq!(on_disk(&path), [1, 2]);
        first.await.unwrap().unwrap();
    });
}

#[test]
fn a_neighbour_who_is_dropped_or_fails_harms_nobody() {
    with_acts(async |db, path| {
        let (mut second, first) = a_batch(&db).await;
        add(&mut second, 2).await.unwrap();
        drop(second);
        first.await.unwrap().unwrap();
        assert_eq!(on_disk(&path), [1]);
    });
    with_acts(async |db, path| {
        let (mut second, first) = a_batch(&db).await;
        assert!(add(&mut second, 1).await.unwrap_err().is_unique("act", "id"));
        first.await.unwrap().unwrap();
        assert_eq!(on_disk(&path), [1]);
        drop(second);
    });
}

#[test]
fn a_commit_that_fails_fails_for_all_of_its_batch() {
    with_acts(async |db, path| {
        let (mut second, first) = a_batch(&db).await;
        // A foreign key that is looked at only by COMMIT itself.
        second.run(sql!("INSERT INTO late (act) VALUES (404)"), &[]).await.unwrap();
        second.commit().await.unwrap_err();
        first.await.unwrap().unwrap_err();
        assert!(on_disk(&path).is_empty());
        let mut tx = db.write().await.unwrap();
        add(&mut tx, 3).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(on_disk(&path), [3]);
    });
}

#[test]
fn a_full_disk_is_said_plainly_and_nobody_is_told_what_is_not_so() {
    with_acts(async |db, path| {
        let (mut second, first) = a_batch(&db).await;
        let limit = sql!(sqlite: "PRAGMA max_page_count = 20", postgres: "SELECT 1");
        second.rows(limit, &[]).await.unwrap();
        let big = sql!("INSERT INTO act (id, body) VALUES (2, $1)");
        let refused = second.run(big, &args![vec![1_u8; 1 << 20]]).await.unwrap_err();
        assert!(refused.is_full(), "{refused}");
        let told = first.await.unwrap();
        assert_eq!(on_disk(&path).contains(&1), told.is_ok());
        let mut tx = db.write().await.unwrap();
        add(&mut tx, 3).await.unwrap();
        tx.commit().await.unwrap();
        assert!(on_disk(&path).contains(&3));
    });
}

#[test]
fn a_commit_whose_caller_went_away_is_still_carried_out() {
    with_acts(async |db, path| {
        let (second, first) = a_batch(&db).await;
        first.abort();
        drop(second);
        let carried_out = async {
            while on_disk(&path) != [1] {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(5), carried_out).await.unwrap();
    });
}

#[test]
fn whoever_waits_in_vain_is_told_the_database_is_busy() {
    let place = testdb::sqlite();
    testdb::run(async {
        let options = db::Options { patience: Duration::from_millis(20), ..db::Options::default() };
        let db = Db::open_with(&place.url, options).await.unwrap();
        let held = db.write().await.unwrap();
        assert!(matches!(db.write().await, Err(Error::Busy)));
        drop(held);
        drop(db.write().await.unwrap());
    });
}

#[test]
fn it_works_on_one_thread_too() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let place = testdb::sqlite();
    runtime.block_on(async {
        let db = Db::open(&place.url).await.unwrap();
        db.migrate(TABLES).await.unwrap();
        let writers: Vec<_> = (0..30).map(|id| tokio::spawn(one(db.clone(), id))).collect();
        for writer in writers {
            writer.await.unwrap().unwrap();
        }
    });
}

async fn one(db: Db, id: i64) -> Result<(), Error> {
    let mut tx = db.write().await?;
    add(&mut tx, id).await?;
    tx.commit().await
}
