//! The table of the inventory.

use db::{Tx, args, sql};
use uuid::Uuid;

use super::{Entry, Fate};
use crate::error::{Error, broken};
use crate::site::Act;

pub(super) async fn list(tx: &mut Tx, partnership: Uuid, cycle: i64) -> Result<Vec<Entry>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT i.id, i.name, d.body, s.body, i.fate, p.name
                 FROM team_inventory i JOIN text d ON d.id = i.does JOIN text s ON s.id = i.sits
                 JOIN member m ON m.id = i.member JOIN person p ON p.id = m.person
                 WHERE i.partnership = $1 AND i.cycle = $2 AND i.removed_at IS NULL ORDER BY i.name, i.id"
            ),
            &args![partnership, cycle],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Entry {
                id: row.get(0)?,
                name: row.get(1)?,
                does: row.get(2)?,
                sits: row.get(3)?,
                fate: Fate::from_code(&row.get::<String>(4)?).ok_or_else(|| broken("an unknown fate"))?,
                by: row.get(5)?,
            })
        })
        .collect()
}

/// What a committee is noted from.
pub(super) struct Fresh<'a> {
    pub(super) id: Uuid,
    pub(super) cycle: i64,
    pub(super) name: &'a str,
    pub(super) does: Uuid,
    pub(super) sits: Uuid,
    pub(super) fate: Fate,
    pub(super) member: Uuid,
}

pub(super) async fn add(act: &mut Act, partnership: Uuid, new: &Fresh<'_>) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO team_inventory (id, partnership, sharing, cycle, name, does, sits, fate, member, noted_at, version)
             VALUES ($1, $2, 'partnership', $3, $4, $5, $6, $7, $8, $9, 1)"
        ),
        &args![
            new.id,
            partnership,
            new.cycle,
            new.name,
            new.does,
            new.sits,
            new.fate.code(),
            new.member,
            now
        ],
    )
    .await?;
    Ok(())
}

/// Takes a committee off the list; true if it stood there.
pub(super) async fn remove(act: &mut Act, partnership: Uuid, id: Uuid) -> Result<bool, Error> {
    let now = act.now();
    let gone = act
        .run(
            sql!(
                "UPDATE team_inventory SET removed_at = $3, version = version + 1
                 WHERE partnership = $1 AND id = $2 AND removed_at IS NULL"
            ),
            &args![partnership, id, now],
        )
        .await?;
    Ok(gone > 0)
}
