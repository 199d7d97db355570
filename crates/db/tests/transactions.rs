//! What a transaction promises, on both engines.

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
