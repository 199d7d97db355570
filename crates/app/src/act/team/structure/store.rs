//! The table of the tree that was put to the sides.

use db::{Tx, args, sql};
use uuid::Uuid;

use super::Structure;
use crate::error::Error;
use crate::site::Act;

pub(super) async fn of(tx: &mut Tx, partnership: Uuid) -> Result<Option<Structure>, Error> {
    let found = tx
        .row(
            sql!("SELECT id, version, fresh FROM team_structure WHERE partnership = $1"),
            &args![partnership],
        )
        .await?;
    found.map(|row| Ok(Structure { id: row.get(0)?, version: row.get(1)?, fresh: row.get(2)? })).transpose()
}

pub(super) async fn add(act: &mut Act, partnership: Uuid) -> Result<Uuid, Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO team_structure (id, partnership, sharing, version, fresh, put_at)
             VALUES ($1, $2, 'partnership', 1, TRUE, $3)"
        ),
        &args![id, partnership, now],
    )
    .await?;
    Ok(id)
}

pub(super) async fn put(act: &mut Act, id: Uuid, version: i64) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!("UPDATE team_structure SET version = $2, fresh = TRUE, put_at = $3 WHERE id = $1"),
        &args![id, version, now],
    )
    .await?;
    Ok(())
}

pub(super) async fn changed(act: &mut Act, id: Uuid) -> Result<(), Error> {
    act.run(sql!("UPDATE team_structure SET fresh = FALSE WHERE id = $1"), &args![id]).await?;
    Ok(())
}

/// Whether there are teams, and whether each side accepted the tree as it is now.
pub async fn progress(tx: &mut Tx, partnership: Uuid) -> Result<(bool, bool), Error> {
    let found = tx
        .row(
            sql!(
                "SELECT (SELECT COUNT(*) FROM team WHERE partnership = $1 AND closed_on IS NULL),
                        (SELECT COUNT(*) FROM team_structure s
                         JOIN acceptance_ask a ON a.about = s.id AND a.version = s.version AND a.state = 'agreed'
                         WHERE s.partnership = $1 AND s.fresh)"
            ),
            &args![partnership],
        )
        .await?;
    let Some(row) = found else { return Ok((false, false)) };
    Ok((row.get::<i64>(0)? > 0, row.get::<i64>(1)? > 0))
}
