//! The schema, read from the engine itself: every private row carries its partnership and who may read it.

mod store;

use crate::migrations;
use crate::scenario;

/// Tables that belong to no partnership, or are one, or hold nothing that anybody reads: each with its reason.
const ELSEWHERE: &[(&str, &str)] = &[
    ("attempt", "counts of tries at the doors, by a keyed tag"),
    ("calendar_feed", "a person's own, over all their partnerships"),
    ("digest", "a person's own wishes"),
    ("digest_left_out", "a person's own wishes"),
    ("done", "forms that took effect, so that none counts twice"),
    ("event_head", "a counter for each partnership"),
    ("file", "content named by its hash and stored once; `file_use` says whose it is"),
    ("job", "what the program does later"),
    ("mail", "a letter to one address; the partnership is named where there is one"),
    ("migration", "what the schema is made of"),
    ("migration_lock", "what the schema is made of"),
    ("partnership", "the partnership itself"),
    ("person", "an account, over all partnerships"),
    ("record_head", "size and hashes of the tree"),
    ("security_log", "what happened at the doors; the operator's"),
    ("session", "an account's"),
    ("setting", "the install's"),
    ("sign_in_code", "an account's"),
    ("signing_key", "the install's"),
    ("site", "places, which are public"),
];

scenario!(every_private_row_carries_its_partnership_and_who_may_read_it, |town| {
    let columns = store::columns(&mut town.site.look().await.unwrap()).await.unwrap();
    let tables: std::collections::BTreeSet<&str> = columns.iter().map(|c| c.table.as_str()).collect();
    assert!(tables.len() > 80, "the schema was read: {} tables", tables.len());
    let filled = |table: &str, name: &str| {
        columns.iter().any(|c| c.table == table && c.name == name && c.must_be_filled)
    };
    let bare: Vec<&str> = tables
        .iter()
        .copied()
        .filter(|table| !filled(table, "partnership") || !filled(table, "sharing"))
        .collect();
    let excused: Vec<&str> = ELSEWHERE.iter().map(|(table, _)| *table).collect();
    assert_eq!(bare, excused, "left: tables without both columns; right: those that need none");
});

/// A database of the schema before, with one row in each kind of table that was made anew.
async fn grown(place: testdb::Place) {
    let db = db::Db::open(&place.url).await.expect("the database opens");
    db.migrate(migrations::up_to(Some("0019_walls"))).await.expect("the older schema");
    let mut tx = db.write().await.unwrap();
    let id = store::fill(&mut tx).await.expect("rows of the older schema");
    tx.commit().await.unwrap();
    db.migrate(migrations::ALL).await.expect("the newer schema");
    let mut tx = db.read().await.unwrap();
    let found = store::found(&mut tx).await.unwrap();
    let expected = ["partnership", "team", "partnership", "partnership", "own", "party"];
    assert_eq!(found, expected.map(|sharing| (id, sharing.to_owned())), "each row under its parent's scope");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn rows_of_an_older_schema_take_their_scope_from_what_they_belong_to() {
    grown(testdb::sqlite()).await;
    if let Some(place) = testdb::postgres() {
        grown(place).await;
    }
}
