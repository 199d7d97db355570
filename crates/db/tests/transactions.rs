//! What a transaction promises, on both engines.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use db::{Db, Error, Migration, Tx, Value, args, sql};
use testdb::both;
use uuid::Uuid;

const TABLES: &[Migration] = &[Migration {
    name: "0001_tables",
    sql: "
CREATE TABLE thing (
  id UUID PRIMARY KEY, words TEXT, number BIGINT, yes BOOLEAN, bytes BYTEA, ratio DOUBLE PRECISION
);
CREATE TABLE account (id BIGINT PRIMARY KEY, site BIGINT NOT NULL, email TEXT NOT NULL, login TEXT, UNIQUE (site, email));
CREATE UNIQUE INDEX account_login ON account (lower(login));
CREATE TABLE counter (id BIGINT PRIMARY KEY, n BIGINT NOT NULL);
CREATE TABLE signature (n BIGINT PRIMARY KEY, person BIGINT NOT NULL);
",
}];

async fn tables(db: &Db) {
    db.migrate(TABLES).await.unwrap();
}

both!(every_kind_of_value_comes_back_as_it_went, |db| async {
    tables(&db).await;
    let id = Uuid::now_v7();
    let bytes: Vec<u8> = (0..=255).collect();
    let mut tx = db.write().await.unwrap();
    let insert =
        sql!("INSERT INTO thing (id, words, number, yes, bytes, ratio) VALUES ($1, $2, $3, $4, $5, $6)");
    tx.run(insert, &args![id, "Señora O'Neill ☂", i64::MIN, true, &bytes, -0.1]).await.unwrap();
    let nothing = None::<String>;
    let blank = args![Uuid::nil(), &nothing, &nothing, &nothing, &nothing, &nothing];
    tx.run(insert, &blank).await.unwrap();
    tx.commit().await.unwrap();

    let mut tx = db.read().await.unwrap();
    let select = sql!("SELECT id, words, number, yes, bytes, ratio FROM thing WHERE id = $1");
    let row = tx.row(select, &args![id]).await.unwrap().unwrap();
    assert_eq!(row.get::<Uuid>(0).unwrap(), id);
    assert_eq!(row.get::<String>(1).unwrap(), "Señora O'Neill ☂");
    assert_eq!(row.get::<i64>(2).unwrap(), i64::MIN);
    assert!(row.get::<bool>(3).unwrap());
    assert_eq!(row.get::<Vec<u8>>(4).unwrap(), bytes);
    assert_eq!(row.get::<f64>(5).unwrap(), -0.1);
    let row = tx.row(select, &args![Uuid::nil()]).await.unwrap().unwrap();
    assert!(row.values()[1..].iter().all(|value| *value == Value::Null));
    assert_eq!(row.get::<Option<i64>>(2).unwrap(), None);
    let wrong = row.get::<String>(0).unwrap_err();
    assert!(wrong.to_string().starts_with("column 0 (id) holds"), "{wrong}");
});

async fn sign(db: &Db, person: i64) -> Result<(), Error> {
    let mut tx = db.write().await?;
    tx.row(sql!("SELECT n FROM counter WHERE id = 1 FOR UPDATE"), &[]).await?;
    let next = next(&mut tx).await?;
    tx.run(sql!("INSERT INTO signature (n, person) VALUES ($2, $1)"), &args![person, next]).await?;
    tx.commit().await
}

async fn next(tx: &mut Tx) -> Result<i64, Error> {
    let row = tx.row(sql!("UPDATE counter SET n = n + 1 WHERE id = 1 RETURNING n"), &[]).await?;
    row.unwrap().get(0)
}

both!(fifty_writers_at_once_all_succeed_in_one_order, |db| async {
    tables(&db).await;
    let mut tx = db.write().await.unwrap();
    tx.run(sql!("INSERT INTO counter (id, n) VALUES (1, 0)"), &[]).await.unwrap();
    tx.commit().await.unwrap();
    let mut writers = tokio::task::JoinSet::new();
    for person in 0..50 {
        let db = db.clone();
        writers.spawn(async move { sign(&db, person).await });
    }
    while let Some(done) = writers.join_next().await {
        done.unwrap().unwrap();
    }
    let mut tx = db.read().await.unwrap();
    let rows = tx.rows(sql!("SELECT n FROM signature ORDER BY n"), &[]).await.unwrap();
    let order: Vec<i64> = rows.iter().map(|row| row.get(0).unwrap()).collect();
    assert_eq!(order, (1..=50).collect::<Vec<_>>());
});

both!(a_dropped_transaction_leaves_nothing_also_in_the_middle_of_a_statement, |db| async {
    tables(&db).await;
    for _ in 0..20 {
        let mut tx = db.write().await.unwrap();
        add_account(&mut tx, 1, "a@b").await.unwrap();
        drop(tx);
        let mut tx = db.write().await.unwrap();
        let nothing = std::time::Duration::ZERO;
        let _ = tokio::time::timeout(nothing, add_account(&mut tx, 2, "c@d")).await;
        drop(tx);
    }
    let mut tx = db.read().await.unwrap();
    assert_eq!(count(&mut tx).await, 0);
});

async fn add_account(tx: &mut Tx, id: i64, email: &str) -> Result<u64, Error> {
    add_login(tx, id, email, None).await
}

async fn add_login(tx: &mut Tx, id: i64, email: &str, login: Option<&str>) -> Result<u64, Error> {
    let insert = sql!("INSERT INTO account (id, site, email, login) VALUES ($1, 7, $2, $3)");
    tx.run(insert, &args![id, email, login]).await
}

async fn count(tx: &mut Tx) -> i64 {
    tx.row(sql!("SELECT count(*) FROM account"), &[]).await.unwrap().unwrap().get(0).unwrap()
}

both!(a_reader_sees_one_snapshot, |db| async {
    tables(&db).await;
    let mut reader = db.read().await.unwrap();
    assert_eq!(count(&mut reader).await, 0);
    let mut tx = db.write().await.unwrap();
    add_account(&mut tx, 1, "a@b").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(count(&mut reader).await, 0);
    drop(reader);
    assert_eq!(count(&mut db.read().await.unwrap()).await, 1);
});

both!(a_reader_cannot_write, |db| async {
    tables(&db).await;
    let mut reader = db.read().await.unwrap();
    add_account(&mut reader, 1, "a@b").await.unwrap_err();
    drop(reader);
    assert_eq!(count(&mut db.read().await.unwrap()).await, 0);
});

both!(a_doubled_value_names_its_table_and_column, |db| async {
    tables(&db).await;
    let mut tx = db.write().await.unwrap();
    add_login(&mut tx, 1, "a@b", Some("ana")).await.unwrap();
    tx.commit().await.unwrap();
    let doubled = [
        (1, "x@y", "bo", "id"),
        (2, "a@b", "bo", "email"),
        (2, "a@b", "bo", "site"),
        (2, "x@y", "ANA", "account_login"),
    ];
    for (id, email, login, column) in doubled {
        let mut tx = db.write().await.unwrap();
        let refused = add_login(&mut tx, id, email, Some(login)).await.unwrap_err();
        assert!(refused.is_unique("account", column), "{column}: {refused}");
        assert!(!refused.is_unique("account", "login") && !refused.is_unique("site", "email"), "{refused}");
        assert!(!refused.is_again() && !refused.is_down() && !refused.is_full());
        assert!(refused.to_string().contains("tests/transactions.rs:"), "{refused}");
    }
});

both!(after_a_failed_statement_nothing_can_be_kept, |db| async {
    tables(&db).await;
    let mut tx = db.write().await.unwrap();
    add_account(&mut tx, 1, "a@b").await.unwrap();
    add_account(&mut tx, 1, "c@d").await.unwrap_err();
    assert!(matches!(add_account(&mut tx, 2, "e@f").await, Err(Error::Failed(_))));
    assert!(matches!(tx.commit().await, Err(Error::Failed(_))));
    assert_eq!(count(&mut db.read().await.unwrap()).await, 0);
});

both!(arguments_go_by_number_and_not_by_place, |db| async {
    tables(&db).await;
    let mut tx = db.read().await.unwrap();
    let sql = sql!("SELECT CAST($2 AS TEXT), CAST($1 AS BIGINT), CAST($2 AS TEXT)");
    let row = tx.row(sql, &args![1_i64, "two"]).await.unwrap().unwrap();
    assert_eq!(
        (row.get(0).unwrap(), row.get(1).unwrap(), row.get(2).unwrap()),
        ("two".to_owned(), 1_i64, "two".to_owned())
    );
    let missing = tx.row(sql, &args![1_i64]).await.unwrap_err();
    assert!(matches!(missing, Error::Arguments { wanted: 2, given: 1, .. }), "{missing}");
});

both!(sums_and_averages_of_whole_numbers_are_numbers, |db| async {
    tables(&db).await;
    let mut tx = db.write().await.unwrap();
    let insert = sql!("INSERT INTO counter (id, n) VALUES ($1, $2)");
    for (id, n) in [(1_i64, 3_000_000_000_i64), (2, 3_000_000_001)] {
        tx.run(insert, &args![id, n]).await.unwrap();
    }
    let row = tx.row(sql!("SELECT sum(n), avg(n), max(n) FROM counter"), &[]).await.unwrap().unwrap();
    assert_eq!(row.get::<i64>(0).unwrap(), 6_000_000_001);
    assert_eq!(row.get::<f64>(1).unwrap(), 3_000_000_000.5);
    assert_eq!(row.get::<i64>(2).unwrap(), 3_000_000_001);
});

both!(like_minds_the_case_and_a_lock_is_understood, |db| async {
    tables(&db).await;
    let mut tx = db.write().await.unwrap();
    add_account(&mut tx, 1, "Ana@b").await.unwrap();
    let like = sql!("SELECT id FROM account WHERE email LIKE $1 ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED");
    assert_eq!(tx.rows(like, &args!["Ana%", 5_i64]).await.unwrap().len(), 1);
    assert_eq!(tx.rows(like, &args!["ana%", 5_i64]).await.unwrap().len(), 0);
});

both!(every_statement_of_these_tests_is_understood, |db| async {
    tables(&db).await;
    let understood = db.prepare_every_statement().await.unwrap();
    assert!(understood >= 12, "{understood}");
});

both!(a_closed_database_refuses, |db| async {
    tables(&db).await;
    db.close().await;
    assert!(matches!(db.read().await, Err(Error::Closed)));
    assert!(matches!(db.write().await, Err(Error::Closed)));
    assert!(db.healthy().await.unwrap_err().is_down());
});

async fn counted(db: &Db) -> i64 {
    let rows = db.glance(sql!("SELECT count(*) FROM signature"), &[]).await.unwrap();
    rows[0].get(0).unwrap()
}

both!(what_is_left_for_later_is_done_in_its_order_and_kept_with_the_rest, |db| async {
    tables(&db).await;
    let add = sql!("INSERT INTO signature (n, person) VALUES ($1, $2)");
    let mut tx = db.write().await.unwrap();
    for n in 0..60 {
        tx.run_later(add, &args![n, 1]).await.unwrap();
    }
    let seen = tx.row(sql!("SELECT count(*), max(n) FROM signature"), &[]).await.unwrap().unwrap();
    assert_eq!((seen.get::<i64>(0).unwrap(), seen.get::<i64>(1).unwrap()), (60, 59), "the next look sees it");
    tx.run_later(add, &args![60, 2]).await.unwrap();
    tx.run_later(sql!("UPDATE signature SET person = 3 WHERE person = $1"), &args![2]).await.unwrap();
    assert_eq!(counted(&db).await, 0, "nobody else sees it before the commit");
    tx.commit().await.unwrap();
    assert_eq!(counted(&db).await, 61);
    let last = db.glance(sql!("SELECT person FROM signature WHERE n = $1"), &args![60]).await.unwrap();
    assert_eq!(last[0].get::<i64>(0).unwrap(), 3, "in the order they were left in");
});

both!(what_is_left_for_later_and_fails_keeps_nothing, |db| async {
    tables(&db).await;
    let add = sql!("INSERT INTO signature (n, person) VALUES ($1, $2)");
    let mut tx = db.write().await.unwrap();
    tx.run(add, &args![1, 1]).await.unwrap();
    let late = match tx.run_later(add, &args![1, 2]).await {
        Ok(()) => tx.commit().await.unwrap_err(),
        Err(at_once) => at_once,
    };
    assert!(late.is_unique("signature", "n"), "{late}");
    assert_eq!(counted(&db).await, 0);
    let mut tx = db.write().await.unwrap();
    tx.run_later(add, &args![1, 2]).await.unwrap();
    drop(tx);
    assert_eq!(counted(&db).await, 0, "dropped, it was never done");
    db.write().await.unwrap().commit().await.unwrap();
});

both!(a_glance_changes_nothing, |db| async {
    tables(&db).await;
    let add = sql!("INSERT INTO signature (n, person) VALUES ($1, $2)");
    db.glance(add, &args![1, 1]).await.unwrap_err();
    assert_eq!(counted(&db).await, 0);
});
