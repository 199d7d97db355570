//! Rows of what was learned, written as they stand in the tables.

use db::{args, sql};
use uuid::Uuid;

use super::super::store::text;
use crate::site::Act;

/// An entry in the catalogue of the first cycle.
pub(super) async fn catalogue_entry(act: &mut Act, partnership: Uuid, member: Uuid, body: &str) -> Uuid {
    let (catalogue, id, now) = (act.id(), act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO catalogue (id, partnership, sharing, cycle, version, answers)
             VALUES ($1, $2, 'partnership', 1, 1, 0)"
        ),
        &args![catalogue, partnership],
    )
    .await
    .expect("a catalogue");
    act.run(
        sql!(
            "INSERT INTO catalogue_entry (id, partnership, sharing, catalogue, kind, side, tags, member, added_at, version)
             VALUES ($1, $2, 'partnership', $3, 'challenge', 'process', '', $4, $5, 1)"
        ),
        &args![id, partnership, catalogue, member, now],
    )
    .await
    .expect("an entry");
    text(act, partnership, id, "catalogue.entry", body).await;
    id
}

/// A lesson that is being written.
pub(super) async fn lesson(act: &mut Act, partnership: Uuid, member: Uuid, words: &str) -> Uuid {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO lesson (id, partnership, sharing, cycle, state, language, version, member, begun_at, named)
             VALUES ($1, $2, 'partnership', 1, 'writing', 'en', 1, $3, $4, FALSE)"
        ),
        &args![id, partnership, member, now],
    )
    .await
    .expect("a lesson");
    for role in crate::reflect::lesson::ROLES {
        text(act, partnership, id, role, words).await;
    }
    id
}

/// Something that was tested and is to last.
pub(super) async fn lasting(act: &mut Act, partnership: Uuid, member: Uuid, name: &str) -> Uuid {
    let id = act.id();
    act.run(
        sql!(
            "INSERT INTO lasting (id, partnership, sharing, name, home, state, member, version)
             VALUES ($1, $2, 'partnership', $3, 'calendar', 'tested', $4, 1)"
        ),
        &args![id, partnership, name, member],
    )
    .await
    .expect("something that is to last");
    id
}

/// Something chosen to go on from the first cycle.
pub(super) async fn carried(act: &mut Act, partnership: Uuid, member: Uuid, body: &str) {
    let (id, now) = (act.id(), act.now());
    let text = text(act, partnership, id, "cycle.carried", body).await;
    act.run(
        sql!(
            "INSERT INTO cycle_carry (id, partnership, sharing, cycle, kind, text, member, at)
             VALUES ($1, $2, 'partnership', 1, 'own', $3, $4, $5)"
        ),
        &args![id, partnership, text, member, now],
    )
    .await
    .expect("something that goes on");
}

/// The question after a long silence.
pub(super) async fn quiet(act: &mut Act, partnership: Uuid) {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO quiet (id, partnership, sharing, since, asked_at)
             SELECT CAST($1 AS UUID), p.id, 'partnership', p.active_at, CAST($3 AS BIGINT)
             FROM partnership p WHERE p.id = $2"
        ),
        &args![id, partnership, now],
    )
    .await
    .expect("a question");
}

/// Sharing with a partnership above.
pub(in crate::testing::sweep) async fn agreement(act: &mut Act, partnership: Uuid, receiver: Uuid) -> Uuid {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO sharing_agreement (id, partnership, sharing, receiver, agreed_at)
             VALUES ($1, $2, 'shared-up', $3, $4)"
        ),
        &args![id, partnership, receiver, now],
    )
    .await
    .expect("an agreement");
    id
}

/// Being shown to everybody.
pub(in crate::testing::sweep) async fn shown(act: &mut Act, partnership: Uuid) {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO sharing_agreement (id, partnership, sharing, agreed_at) VALUES ($1, $2, 'public', $3)"
        ),
        &args![id, partnership, now],
    )
    .await
    .expect("an agreement");
}
