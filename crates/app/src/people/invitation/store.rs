//! The tables of invitations and their links.

use db::{Row, Tx, args, sql};
use uuid::Uuid;
use words::Lang;

use super::{Invitation, State};
use crate::error::{Error, broken};
use crate::people::membership::Role;
use crate::site::{Act, Moment};

fn from(row: &Row) -> Result<Invitation, Error> {
    Ok(Invitation {
        id: row.get(0)?,
        partnership: row.get(1)?,
        party: row.get(2)?,
        role: Role::from_code(&row.get::<String>(3)?).ok_or_else(|| broken("an unknown role"))?,
        lead: row.get(4)?,
        name: row.get(5)?,
        email: row.get(6)?,
        language: Lang::from_code(&row.get::<String>(7)?).unwrap_or(Lang::En),
        message: row.get(8)?,
        asked_by: row.get(9)?,
        asked_at: row.get(10)?,
        sleeps_at: row.get(11)?,
        state: State::from_code(&row.get::<String>(12)?).ok_or_else(|| broken("an unknown state"))?,
        version: row.get(13)?,
    })
}

pub(super) async fn add(act: &mut Act, new: &Invitation) -> Result<(), Error> {
    act.run_later(
        sql!(
            "INSERT INTO invitation (id, partnership, party, role, lead, name, email, language, message, asked_by,
                                     asked_at, sleeps_at, state, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
        ),
        &args![
            new.id,
            new.partnership,
            new.party,
            new.role.code(),
            new.lead,
            &new.name,
            new.email.clone(),
            new.language.code(),
            new.message,
            new.asked_by,
            new.asked_at,
            new.sleeps_at,
            new.state.code(),
            new.version
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn add_link(
    act: &mut Act,
    partnership: Uuid,
    invitation: Uuid,
    hash: &[u8; 32],
) -> Result<(), Error> {
    let now = act.now();
    act.run_later(
        sql!(
            "INSERT INTO invitation_link (token_hash, invitation, made_at, partnership, sharing)
             VALUES ($1, $2, $3, $4, 'own')"
        ),
        &args![hash.to_vec(), invitation, now, partnership],
    )
    .await?;
    Ok(())
}

pub(super) async fn by_link(tx: &mut Tx, hash: &[u8; 32]) -> Result<Option<Invitation>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT i.id, i.partnership, i.party, i.role, i.lead, i.name, i.email, i.language, i.message,
                        i.asked_by, i.asked_at, i.sleeps_at, i.state, i.version
                 FROM invitation i JOIN invitation_link l ON l.invitation = i.id WHERE l.token_hash = $1"
            ),
            &args![hash.to_vec()],
        )
        .await?;
    found.as_ref().map(from).transpose()
}

pub(super) async fn one(tx: &mut Tx, partnership: Uuid, id: Uuid) -> Result<Option<Invitation>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT id, partnership, party, role, lead, name, email, language, message, asked_by, asked_at,
                        sleeps_at, state, version
                 FROM invitation WHERE partnership = $1 AND id = $2"
            ),
            &args![partnership, id],
        )
        .await?;
    found.as_ref().map(from).transpose()
}

/// Every invitation of a partnership, the unanswered first, then by name.
pub async fn of_partnership(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Invitation>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT id, partnership, party, role, lead, name, email, language, message, asked_by, asked_at,
                        sleeps_at, state, version
                 FROM invitation WHERE partnership = $1
                 ORDER BY CASE WHEN state IN ('asked', 'considering') THEN 0 ELSE 1 END, name"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter().map(from).collect()
}

/// Moves an invitation on. False when somebody else did so first.
pub(super) async fn answer(
    act: &mut Act,
    invitation: &Invitation,
    state: State,
    person: Option<Uuid>,
) -> Result<bool, Error> {
    let now = act.now();
    let changed = act
        .run(
            sql!(
                "UPDATE invitation SET state = $3, answered_at = $4, person = COALESCE($5, person), version = version + 1
                 WHERE id = $1 AND version = $2"
            ),
            &args![invitation.id, invitation.version, state.code(), now, person],
        )
        .await?;
    Ok(changed == 1)
}

/// Wakes an invitation for another thirty days.
pub(super) async fn wake(act: &mut Act, id: Uuid, sleeps_at: Moment) -> Result<(), Error> {
    act.run(
        sql!("UPDATE invitation SET state = 'asked', sleeps_at = $2, version = version + 1 WHERE id = $1"),
        &args![id, sleeps_at],
    )
    .await?;
    Ok(())
}

/// Puts to sleep what nobody answered in time; gives whose.
pub(super) async fn sleep(act: &mut Act) -> Result<Vec<Uuid>, Error> {
    let now = act.now();
    let rows = act
        .rows(
            sql!(
                "UPDATE invitation SET state = 'asleep', version = version + 1
                 WHERE sleeps_at <= $1 AND state IN ('asked', 'considering') RETURNING partnership"
            ),
            &args![now],
        )
        .await?;
    rows.iter().map(|row| Ok(row.get(0)?)).collect()
}

pub(super) async fn add_pledge(
    act: &mut Act,
    partnership: Uuid,
    name: &str,
    connection: &str,
    language: Lang,
    hash: &[u8; 32],
) -> Result<(), Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO pledge (id, partnership, name, connection, language, token_hash, added_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        &args![id, partnership, name, connection, language.code(), hash.to_vec(), now],
    )
    .await?;
    Ok(())
}

/// The name itself goes; that there was one, and when it went, stays.
pub(super) async fn take_back(act: &mut Act, hash: &[u8; 32]) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!("UPDATE pledge SET name = '', taken_back = COALESCE(taken_back, $2) WHERE token_hash = $1"),
        &args![hash.to_vec(), now],
    )
    .await?;
    Ok(())
}

pub(super) async fn count_pledges(tx: &mut Tx, partnership: Uuid) -> Result<i64, Error> {
    let row = tx
        .row(
            sql!("SELECT COUNT(*) FROM pledge WHERE partnership = $1 AND taken_back IS NULL"),
            &args![partnership],
        )
        .await?;
    row.map_or(Ok(0), |row| Ok(row.get(0)?))
}

pub(super) async fn pledge(tx: &mut Tx, hash: &[u8; 32]) -> Result<Option<super::pledge::Kept>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT g.name, g.partnership, p.name, g.taken_back IS NOT NULL FROM pledge g
                 JOIN partnership p ON p.id = g.partnership WHERE g.token_hash = $1"
            ),
            &args![hash.to_vec()],
        )
        .await?;
    found
        .map(|row| {
            Ok(super::pledge::Kept {
                name: row.get(0)?,
                partnership: row.get(1)?,
                partnership_name: row.get(2)?,
                taken_back: row.get(3)?,
            })
        })
        .transpose()
}
