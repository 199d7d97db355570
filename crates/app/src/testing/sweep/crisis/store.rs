//! The rows of a crisis in the sweep's world.

use db::{args, sql};
use uuid::Uuid;

use crate::site::{Act, Moment};

pub(super) struct Place {
    pub(super) partnership: Uuid,
    pub(super) party: Uuid,
    pub(super) member: Uuid,
}

pub(super) async fn crisis(act: &mut Act, at: &Place) -> Uuid {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO crisis (id, partnership, sharing, playbook, name, state, activated_by, activated_party,
                                 activated_at, confirm_by, ends_on, version)
             VALUES ($1, $2, 'partnership', 'weather', 'A storm', 'provisional', $3, $4, $5, $6, '2099-01-31', 1)"
        ),
        &args![id, at.partnership, at.member, at.party, now, now.plus(Moment::DAY)],
    )
    .await
    .expect("a crisis");
    id
}

pub(super) async fn chair(act: &mut Act, at: &Place, crisis: Uuid, member: Uuid) {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO crisis_chair (id, partnership, crisis, grp, side, party, member, named_by, named_at)
             VALUES ($1, $2, $3, 'health', 'labor', $4, $5, $6, $7)"
        ),
        &args![id, at.partnership, crisis, at.party, member, at.member, now],
    )
    .await
    .expect("a chair");
}

async fn text(act: &mut Act, at: &Place, about: Uuid, role: &str, sharing: &str, body: &str) -> Uuid {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO text (id, partnership, sharing, about, role, language, version, body, written_at, retention,
                               legal_hold)
             VALUES ($1, $2, $3, $4, $5, 'en', 1, $6, $7, 'working', FALSE)"
        ),
        &args![id, at.partnership, sharing, about, role, body, now],
    )
    .await
    .expect("a text");
    id
}

pub(super) async fn question(act: &mut Act, at: &Place, crisis: Uuid, body: &str) -> Uuid {
    let own = text(act, at, crisis, "crisis.question", "partnership", body).await;
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO crisis_question (id, partnership, sharing, crisis, grp, position, own, state, owner,
                                          changed_at, version)
             VALUES ($1, $2, 'partnership', $3, 'health', 0, $4, 'open', '', $5, 1)"
        ),
        &args![id, at.partnership, crisis, own, now],
    )
    .await
    .expect("a question");
    id
}

pub(super) async fn decision(act: &mut Act, at: &Place, crisis: Uuid, body: &str) -> Uuid {
    let (id, now) = (act.id(), act.now());
    let body = text(act, at, id, "crisis.decision", "partnership", body).await;
    act.run(
        sql!(
            "INSERT INTO crisis_decision (id, partnership, sharing, crisis, grp, body, changes_on, owner, expires_on,
                                          made_by, made_party, made_at, version)
             VALUES ($1, $2, 'partnership', $3, 'health', $4, $4, 'Somebody', '2099-01-30', $5, $6, $7, 1)"
        ),
        &args![id, at.partnership, crisis, body, at.member, at.party, now],
    )
    .await
    .expect("a decision");
    id
}

pub(super) async fn signal(act: &mut Act, at: &Place, crisis: Uuid, name: &str) -> Uuid {
    let id = act.id();
    act.run(
        sql!(
            "INSERT INTO crisis_signal (id, partnership, sharing, crisis, grp, position, name, comes_from, unit, worse,
                                        limit_at, close_at, version)
             VALUES ($1, $2, 'partnership', $3, 'health', 0, $4, '', '', 'higher', 1, 3, 1)"
        ),
        &args![id, at.partnership, crisis, name],
    )
    .await
    .expect("a signal");
    id
}

pub(super) async fn notice(act: &mut Act, at: &Place, crisis: Uuid) -> Uuid {
    let (id, now) = (act.id(), act.now());
    let mut parts = Vec::new();
    for role in crate::crisis::situation::PARTS {
        parts.push(text(act, at, id, role, "public", "Schools are closed.").await);
    }
    act.run(
        sql!(
            "INSERT INTO crisis_notice (id, partnership, sharing, crisis, language, known, unknown, ask, next_by,
                                        made_by, party, at)
             VALUES ($1, $2, 'public', $3, 'en', $4, $5, $6, '2099-01-30T08:00:00', $7, $8, $9)"
        ),
        &args![id, at.partnership, crisis, parts[0], parts[1], parts[2], at.member, at.party, now],
    )
    .await
    .expect("a notice");
    id
}

pub(super) async fn concern(act: &mut Act, at: &Place, crisis: Uuid, body: &str) -> Uuid {
    let (id, now) = (act.id(), act.now());
    let body = text(act, at, id, "crisis.concern", "team", body).await;
    act.run(
        sql!(
            "INSERT INTO crisis_concern (id, partnership, sharing, crisis, member, body, at)
             VALUES ($1, $2, 'team', $3, $4, $5, $6)"
        ),
        &args![id, at.partnership, crisis, at.member, body, now],
    )
    .await
    .expect("a concern");
    id
}

pub(super) async fn lesson(act: &mut Act, at: &Place, crisis: Uuid, body: &str) {
    let (id, now) = (act.id(), act.now());
    let body = text(act, at, id, "crisis.lesson", "partnership", body).await;
    act.run(
        sql!(
            "INSERT INTO crisis_lesson (id, partnership, sharing, crisis, kind, body, party, member, at)
             VALUES ($1, $2, 'partnership', $3, 'worked', $4, $5, $6, $7)"
        ),
        &args![id, at.partnership, crisis, body, at.party, at.member, now],
    )
    .await
    .expect("a line");
}
