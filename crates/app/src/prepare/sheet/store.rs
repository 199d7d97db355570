//! The table of sheets.

use db::{Tx, args, sql};
use uuid::Uuid;

use super::{Kind, Sheet};
use crate::error::Error;
use crate::site::Act;
use crate::text::Sharing;

/// The sheet of this kind, if somebody began it.
pub async fn of(tx: &mut Tx, partnership: Uuid, kind: Kind) -> Result<Option<Sheet>, Error> {
    let found = tx
        .row(
            sql!("SELECT id, version FROM sheet WHERE partnership = $1 AND kind = $2"),
            &args![partnership, kind.code()],
        )
        .await?;
    found.map(|row| Ok(Sheet { id: row.get(0)?, version: row.get(1)? })).transpose()
}

pub(super) async fn begin(act: &mut Act, partnership: Uuid, kind: Kind) -> Result<Sheet, Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO sheet (id, partnership, sharing, kind, version, changed_at)
             VALUES ($1, $2, $3, $4, 1, $5)"
        ),
        &args![id, partnership, Sharing::Partnership.code(), kind.code(), now],
    )
    .await?;
    Ok(Sheet { id, version: 1 })
}

pub(super) async fn grow(act: &mut Act, sheet: Sheet) -> Result<Sheet, Error> {
    let now = act.now();
    act.run(
        sql!("UPDATE sheet SET version = version + 1, changed_at = $2 WHERE id = $1"),
        &args![sheet.id, now],
    )
    .await?;
    Ok(Sheet { version: sheet.version + 1, ..sheet })
}
