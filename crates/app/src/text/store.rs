//! The table of texts.

use db::{Tx, args, sql};
use uuid::Uuid;
use words::Lang;

use super::{Draft, Text};
use crate::error::Error;
use crate::site::Act;

pub(super) async fn add(
    act: &mut Act,
    partnership: Uuid,
    party: Option<Uuid>,
    author: Option<Uuid>,
    draft: &Draft<'_>,
) -> Result<Uuid, Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO text (id, partnership, sharing, party, about, role, language, version, body, author,
                               written_at, retention, keep_until, legal_hold)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, FALSE)"
        ),
        &args![
            id,
            partnership,
            draft.sharing.code(),
            party,
            draft.about,
            draft.role,
            draft.language.code(),
            draft.version,
            draft.body,
            author,
            now,
            draft.retention.code(),
            draft.retention.keep_until(now)
        ],
    )
    .await?;
    Ok(id)
}

/// One text by its id. The caller has already found a seat for what it belongs to.
pub async fn read(tx: &mut Tx, id: Uuid) -> Result<Option<Text>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT id, language, body, version, redacted_at IS NOT NULL FROM text
                 WHERE id = $1 AND withdrawn_at IS NULL"
            ),
            &args![id],
        )
        .await?;
    found
        .map(|row| {
            Ok(Text {
                id: row.get(0)?,
                language: Lang::from_code(&row.get::<String>(1)?).unwrap_or(Lang::En),
                body: row.get(2)?,
                version: row.get(3)?,
                redacted: row.get(4)?,
            })
        })
        .transpose()
}

/// Removes the words of texts whose time is over and which no legal hold protects.
pub async fn purge(act: &mut Act) -> Result<u64, Error> {
    let now = act.now();
    let gone = act
        .run(
            sql!(
                "UPDATE text SET body = '', redacted_at = $1
                 WHERE keep_until < $1 AND NOT legal_hold AND redacted_at IS NULL"
            ),
            &args![now],
        )
        .await?;
    Ok(gone)
}
