//! The table of lines that look back.

use db::{Tx, args, sql};
use uuid::Uuid;

use super::{Kind, Line};
use crate::error::{Error, broken};
use crate::site::Act;

pub(super) struct New {
    pub(super) id: Uuid,
    pub(super) kind: Kind,
    pub(super) text: Uuid,
    pub(super) party: Uuid,
    pub(super) member: Uuid,
}

pub(super) async fn add(act: &mut Act, partnership: Uuid, crisis: Uuid, new: &New) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO crisis_lesson (id, partnership, sharing, crisis, kind, body, party, member, at)
             VALUES ($1, $2, 'partnership', $3, $4, $5, $6, $7, $8)"
        ),
        &args![new.id, partnership, crisis, new.kind.code(), new.text, new.party, new.member, now],
    )
    .await?;
    Ok(())
}

/// The lines of a crisis, oldest first.
pub async fn list(tx: &mut Tx, crisis: Uuid) -> Result<Vec<Line>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT l.kind, t.body, y.name, y.id, l.at FROM crisis_lesson l JOIN text t ON t.id = l.body
                 JOIN party y ON y.id = l.party WHERE l.crisis = $1 ORDER BY l.at"
            ),
            &args![crisis],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let kind: String = row.get(0)?;
            Ok(Line {
                kind: Kind::from_code(&kind).ok_or_else(|| broken("an unknown kind of line"))?,
                body: row.get(1)?,
                party: row.get(2)?,
                party_id: row.get(3)?,
                at: row.get(4)?,
            })
        })
        .collect()
}
