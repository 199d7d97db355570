//! The tables of the partner map.

use db::{Tx, args, sql};
use uuid::Uuid;

use super::{Group, Tie};
use crate::error::Error;
use crate::site::Act;
use crate::text::Sharing;

/// The groups of a map, by level and role.
pub async fn groups(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Group>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT id, level, role, name, party, inviter FROM partner_group
                 WHERE partnership = $1 ORDER BY level, role, name, id"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Group {
                id: row.get(0)?,
                level: row.get(1)?,
                role: row.get(2)?,
                name: row.get(3)?,
                party: row.get(4)?,
                inviter: row.get(5)?,
            })
        })
        .collect()
}

pub(super) async fn add(act: &mut Act, partnership: Uuid, group: &Group) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO partner_group (id, partnership, sharing, level, role, name, party, inviter, added_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        &args![
            group.id,
            partnership,
            Sharing::Partnership.code(),
            &group.level,
            &group.role,
            &group.name,
            group.party,
            group.inviter,
            now
        ],
    )
    .await?;
    Ok(())
}

/// Takes a group and its ties away. False if it is not there.
pub(super) async fn remove(act: &mut Act, partnership: Uuid, id: Uuid) -> Result<bool, Error> {
    act.run(
        sql!("DELETE FROM partner_tie WHERE partnership = $1 AND (one = $2 OR two = $2)"),
        &args![partnership, id],
    )
    .await?;
    let gone = act
        .run(sql!("DELETE FROM partner_group WHERE partnership = $1 AND id = $2"), &args![partnership, id])
        .await?;
    Ok(gone == 1)
}

pub(super) async fn ties(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Tie>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT t.one, t.two, t.strength FROM partner_tie t
                 JOIN partner_group a ON a.id = t.one JOIN partner_group b ON b.id = t.two
                 WHERE t.partnership = $1 ORDER BY a.name, b.name"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter().map(|row| Ok(Tie { one: row.get(0)?, two: row.get(1)?, strength: row.get(2)? })).collect()
}

pub(super) async fn set_tie(act: &mut Act, partnership: Uuid, tie: &Tie) -> Result<(), Error> {
    act.run(
        sql!(
            "INSERT INTO partner_tie (partnership, sharing, one, two, strength) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (one, two) DO UPDATE SET strength = excluded.strength"
        ),
        &args![partnership, Sharing::Partnership.code(), tie.one, tie.two, &tie.strength],
    )
    .await?;
    Ok(())
}
