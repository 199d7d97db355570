//! What a migration promises, and what a copy between the engines promises.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use db::{Db, Error, Migration, Options, args, sql};
use testdb::both;
use uuid::Uuid;

const HOUSE: Migration = Migration {
    name: "0001_house",
    sql: "
CREATE TABLE room (id UUID PRIMARY KEY, parent UUID REFERENCES room (id), name TEXT NOT NULL, open BOOLEAN NOT NULL DEFAULT FALSE);
CREATE TABLE chair (room UUID NOT NULL REFERENCES room (id), n BIGINT NOT NULL, height DOUBLE PRECISION, photo BYTEA, PRIMARY KEY (room, n));
-- sqlite:
CREATE VIRTUAL TABLE room_search USING fts5 (name);
-- postgres:
CREATE TABLE room_search (id UUID PRIMARY KEY, words tsvector);
-- both:
",
};
const SLIPS: Migration = Migration {
    name: "0002_slips",
    sql: "CREATE TABLE slip (id UUID PRIMARY KEY, answer BIGINT NOT NULL) -- sqlite: WITHOUT ROWID\n;",
};

both!(an_empty_database_gets_every_migration_once, |db| async {
    assert_eq!(db.schema_version().await.unwrap(), None);
    assert_eq!(db.pending(&[HOUSE, SLIPS]).await.unwrap().len(), 2);
    assert_eq!(db.migrate(&[HOUSE]).await.unwrap().names, ["0001_house"]);
    assert_eq!(db.migrate(&[HOUSE, SLIPS]).await.unwrap().names, ["0002_slips"]);
    assert!(db.migrate(&[HOUSE, SLIPS]).await.unwrap().names.is_empty());
    assert_eq!(db.schema_version().await.unwrap().as_deref(), Some("0002_slips"));
});

both!(a_released_migration_that_was_changed_is_refused, |db| async {
    db.migrate(&[HOUSE, SLIPS]).await.unwrap();
    let changed = Migration { sql: "CREATE TABLE slip (id UUID PRIMARY KEY);", ..SLIPS };
    assert!(
        matches!(db.migrate(&[HOUSE, changed]).await, Err(Error::MigrationChanged(name)) if name == SLIPS.name)
    );
});

both!(a_newer_schema_is_refused_in_plain_words, |db| async {
    db.migrate(&[HOUSE, SLIPS]).await.unwrap();
    let refused = db.migrate(&[HOUSE]).await.unwrap_err();
    assert!(refused.to_string().contains("made by a newer version of the program"), "{refused}");
    assert!(matches!(db.pending(&[HOUSE]).await, Err(Error::SchemaNewer(_))));
});

both!(a_migration_slipped_in_before_a_released_one_is_refused, |db| async {
    db.migrate(&[SLIPS]).await.unwrap();
    assert!(matches!(db.migrate(&[HOUSE, SLIPS]).await, Err(Error::MigrationMissed(_))));
});

both!(a_migration_that_fails_leaves_nothing, |db| async {
    let broken =
        Migration { name: "0002_broken", sql: "CREATE TABLE a (id UUID PRIMARY KEY); CREATE NONSENSE;" };
    db.migrate(&[HOUSE, broken]).await.unwrap_err();
    assert_eq!(db.schema_version().await.unwrap(), None);
    db.migrate(&[HOUSE, SLIPS]).await.unwrap();
});

fn two_that_start_at_once(url: &str) {
    testdb::run(async {
        let (one, two) = (Db::open(url).await.unwrap(), Db::open(url).await.unwrap());
        let both = [HOUSE, SLIPS];
        let (a, b) = tokio::join!(
            tokio::spawn(async move { one.migrate(&both).await }),
            tokio::spawn(async move { two.migrate(&both).await }),
        );
        assert_eq!(a.unwrap().unwrap().names.len() + b.unwrap().unwrap().names.len(), 2);
    });
}

#[test]
fn of_two_that_start_at_once_one_migrates_sqlite() {
    two_that_start_at_once(&testdb::sqlite().url);
}

#[test]
fn of_two_that_start_at_once_one_migrates_postgres() {
    if let Some(place) = testdb::postgres() {
        two_that_start_at_once(&place.url);
    }
}

#[test]
fn a_file_taken_alone_is_not_taken_twice() {
    let place = testdb::sqlite();
    let alone = || Options { alone: true, ..Options::default() };
    testdb::run(async {
        let first = Db::open_with(&place.url, alone()).await.unwrap();
        assert!(matches!(Db::open_with(&place.url, alone()).await, Err(Error::Taken(_))));
        Db::open(&place.url).await.unwrap().healthy().await.unwrap();
        drop(first);
        Db::open_with(&place.url, alone()).await.unwrap();
    });
}

/// A room inside another that comes after it by key, and more chairs than fit a chunk.
async fn furnish(db: &Db) {
    let (hall, shed) = (Uuid::from_u128(9), Uuid::from_u128(1));
    let mut tx = db.write().await.unwrap();
    let room = sql!("INSERT INTO room (id, parent, name, open) VALUES ($1, $2, $3, $4)");
    tx.run(room, &args![hall, None::<Uuid>, "Sala de maestros", true]).await.unwrap();
    tx.run(room, &args![shed, hall, "O'Brien's shed", false]).await.unwrap();
    let chair = sql!("INSERT INTO chair (room, n, height, photo) VALUES ($1, $2, $3, $4)");
    for n in 0..700_i64 {
        let photo = (n % 3 == 0).then(|| vec![7_u8; usize::try_from(n).unwrap() * 64]);
        tx.run(chair, &args![hall, n, (n % 2 == 0).then_some(0.25), photo]).await.unwrap();
    }
    tx.commit().await.unwrap();
}

type Furniture = (Vec<(Uuid, Option<Uuid>, String, bool)>, Vec<(Uuid, i64, Option<f64>, Option<Vec<u8>>)>);

async fn furniture(db: &Db) -> Furniture {
    let mut tx = db.read().await.unwrap();
    let rooms = tx.rows(sql!("SELECT id, parent, name, open FROM room ORDER BY id"), &[]).await.unwrap();
    let chairs =
        tx.rows(sql!("SELECT room, n, height, photo FROM chair ORDER BY room, n"), &[]).await.unwrap();
    let rooms = rooms.iter().map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)));
    let chairs = chairs.iter().map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)));
    (rooms.collect::<Result<_, Error>>().unwrap(), chairs.collect::<Result<_, Error>>().unwrap())
}

#[test]
fn a_copy_to_postgres_and_back_is_equal() {
    let Some(middle) = testdb::postgres() else { return };
    let (first, last) = (testdb::sqlite(), testdb::sqlite());
    testdb::run(async {
        let mut dbs = Vec::new();
        for place in [&first, &middle, &last] {
            let db = Db::open(&place.url).await.unwrap();
            db.migrate(&[HOUSE, SLIPS]).await.unwrap();
            dbs.push(db);
        }
        furnish(&dbs[0]).await;
        let mut told = 0;
        for pair in dbs.windows(2) {
            let counts = pair[0].copy_into(&pair[1], &["room_search"], |_, _| told += 1).await.unwrap();
            let expected =
                [("chair", 700), ("room", 2), ("slip", 0)].map(|(name, count)| (name.to_owned(), count));
            assert_eq!(counts, expected);
        }
        assert!(told >= 8, "told of progress {told} times");
        let original = furniture(&dbs[0]).await;
        assert_eq!(furniture(&dbs[1]).await, original);
        assert_eq!(furniture(&dbs[2]).await, original);
        // The foreign keys are on again: a chair needs a room.
        let mut tx = dbs[1].write().await.unwrap();
        let stray = sql!("INSERT INTO chair (room, n) VALUES ($1, 1)");
        tx.run(stray, &args![Uuid::nil()]).await.unwrap_err();
    });
}

both!(a_copy_between_different_schemas_is_refused, |db| async {
    let place = testdb::sqlite();
    let other = Db::open(&place.url).await.unwrap();
    db.migrate(&[HOUSE, SLIPS]).await.unwrap();
    other.migrate(&[HOUSE]).await.unwrap();
    let refused = tokio::spawn(async move { db.copy_into(&other, &["room_search"], |_, _| ()).await });
    let refused = refused.await.unwrap().unwrap_err();
    assert_eq!(
        refused.to_string(),
        "the two databases differ: the target has no table slip; migrate both with the same program first"
    );
});
