//! The table of signals and their newest readings.

use db::{Tx, args, sql};
use uuid::Uuid;

use super::Signal;
use crate::crisis::Group;
use crate::error::{Error, broken};
use crate::site::Act;

pub(super) struct Row<'a> {
    pub(super) group: Group,
    pub(super) source: Option<i64>,
    pub(super) name: &'a str,
    pub(super) comes_from: &'a str,
    pub(super) unit: &'a str,
    pub(super) lower: bool,
    pub(super) limit_at: i64,
    pub(super) close_at: i64,
}

fn worse(lower: bool) -> &'static str {
    if lower { "lower" } else { "higher" }
}

pub(super) async fn add(
    act: &mut Act,
    partnership: Uuid,
    crisis: Uuid,
    position: i64,
    new: &Row<'_>,
) -> Result<(), Error> {
    let id = act.id();
    act.run(
        sql!(
            "INSERT INTO crisis_signal (id, partnership, sharing, crisis, grp, position, source, name, comes_from, unit,
                                        worse, limit_at, close_at, version)
             VALUES ($1, $2, 'partnership', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)"
        ),
        &args![
            id,
            partnership,
            crisis,
            new.group.code(),
            position,
            new.source,
            new.name,
            new.comes_from,
            new.unit,
            worse(new.lower),
            new.limit_at,
            new.close_at
        ],
    )
    .await?;
    Ok(())
}

/// The rows of a crisis, in their order.
pub async fn list(tx: &mut Tx, crisis: Uuid) -> Result<Vec<Signal>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT s.id, s.grp, s.source, s.name, s.comes_from, s.unit, s.worse, s.limit_at, s.close_at, s.reading,
                        s.read_at, p.name, s.version
                 FROM crisis_signal s LEFT JOIN member m ON m.id = s.read_by LEFT JOIN person p ON p.id = m.person
                 WHERE s.crisis = $1 ORDER BY s.position"
            ),
            &args![crisis],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let (group, worse): (String, String) = (row.get(1)?, row.get(6)?);
            let (value, at, by): (Option<i64>, _, Option<String>) = (row.get(9)?, row.get(10)?, row.get(11)?);
            let at: Option<crate::site::Moment> = at;
            Ok(Signal {
                id: row.get(0)?,
                group: Group::from_code(&group).ok_or_else(|| broken("an unknown group"))?,
                source: row.get(2)?,
                name: row.get(3)?,
                comes_from: row.get(4)?,
                unit: row.get(5)?,
                lower: worse == "lower",
                limit_at: row.get(7)?,
                close_at: row.get(8)?,
                reading: value.zip(at).map(|(value, at)| (value, at, by.unwrap_or_default())),
                version: row.get(12)?,
            })
        })
        .collect()
}

pub(super) async fn one(tx: &mut Tx, crisis: Uuid, id: Uuid) -> Result<Signal, Error> {
    list(tx, crisis).await?.into_iter().find(|one| one.id == id).ok_or(Error::Unseen)
}

pub(super) async fn change(act: &mut Act, id: Uuid, row: &Row<'_>) -> Result<(), Error> {
    act.run(
        sql!(
            "UPDATE crisis_signal SET grp = $2, source = $3, name = $4, comes_from = $5, unit = $6, worse = $7,
                                      limit_at = $8, close_at = $9, version = version + 1
             WHERE id = $1"
        ),
        &args![
            id,
            row.group.code(),
            row.source,
            row.name,
            row.comes_from,
            row.unit,
            worse(row.lower),
            row.limit_at,
            row.close_at
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn read(act: &mut Act, id: Uuid, value: i64, by: Uuid) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!("UPDATE crisis_signal SET reading = $2, read_at = $3, read_by = $4 WHERE id = $1"),
        &args![id, value, now, by],
    )
    .await?;
    Ok(())
}
