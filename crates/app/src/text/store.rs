//! The table of texts.

use db::{Tx, args, sql};
use uuid::Uuid;
use words::Lang;

use super::{Draft, Sharing, Text};
use crate::error::Error;
use crate::site::{Act, Moment};

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
                "SELECT body, redacted_at IS NOT NULL FROM text
                 WHERE id = $1 AND withdrawn_at IS NULL"
            ),
            &args![id],
        )
        .await?;
    found.map(|row| Ok(Text { body: row.get(0)?, redacted: row.get(1)? })).transpose()
}

/// A translation of a text, to help people read it. The text itself governs.
#[derive(Debug, Clone)]
pub struct Translation {
    /// The language it is in.
    pub language: Lang,
    /// The words.
    pub body: String,
    /// Which version of the text it was made from.
    pub of_version: i64,
    /// The person who made it.
    pub made_by: Option<Uuid>,
    /// Their name.
    pub maker: Option<String>,
    /// When they made it.
    pub made_at: Moment,
    /// Who else has read it and found it good, and when.
    pub reviewed: Option<(String, Moment)>,
}

/// Puts a translation beside a text, instead of an earlier one in the same language. It is unreviewed
/// again.
pub async fn translate(
    act: &mut Act,
    text: Uuid,
    language: Lang,
    body: &str,
    of_version: i64,
    made_by: Uuid,
) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO text_translation (text, language, body, of_version, made_by, made_at, partnership,
                                           sharing)
             VALUES ($1, $2, $3, $4, $5, $6, (SELECT partnership FROM text WHERE id = $1),
                     (SELECT sharing FROM text WHERE id = $1))
             ON CONFLICT (text, language) DO UPDATE SET body = excluded.body, of_version = excluded.of_version,
                made_by = excluded.made_by, made_at = excluded.made_at, reviewed_by = NULL, reviewed_at = NULL"
        ),
        &args![text, language.code(), body, of_version, made_by, now],
    )
    .await?;
    Ok(())
}

/// Marks a translation as read by somebody else than its maker. False if there is none, it is their
/// own, or it was reviewed before.
pub async fn review(act: &mut Act, text: Uuid, language: Lang, reader: Uuid) -> Result<bool, Error> {
    let now = act.now();
    let changed = act
        .run(
            sql!(
                "UPDATE text_translation SET reviewed_by = $3, reviewed_at = $4
                 WHERE text = $1 AND language = $2 AND made_by <> $3 AND reviewed_at IS NULL"
            ),
            &args![text, language.code(), reader, now],
        )
        .await?;
    Ok(changed == 1)
}

/// The translation, in this language, of the newest version that has one.
pub async fn translation(
    tx: &mut Tx,
    about: Uuid,
    role: &str,
    language: Lang,
) -> Result<Option<Translation>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT r.body, r.of_version, r.made_by, m.name, r.made_at, v.name, r.reviewed_at
                 FROM text_translation r JOIN text t ON t.id = r.text
                 LEFT JOIN person m ON m.id = r.made_by LEFT JOIN person v ON v.id = r.reviewed_by
                 WHERE t.about = $1 AND t.role = $2 AND r.language = $3 AND t.withdrawn_at IS NULL
                 AND t.redacted_at IS NULL
                 ORDER BY r.of_version DESC LIMIT 1"
            ),
            &args![about, role, language.code()],
        )
        .await?;
    found
        .map(|row| {
            let reviewer: Option<String> = row.get(5)?;
            Ok(Translation {
                language,
                body: row.get(0)?,
                of_version: row.get(1)?,
                made_by: row.get(2)?,
                maker: row.get(3)?,
                made_at: row.get(4)?,
                reviewed: reviewer.zip(row.get(6)?),
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
                 WHERE keep_until < $1 AND NOT legal_hold AND redacted_at IS NULL
                 AND NOT EXISTS (SELECT 1 FROM legal_hold h
                                 WHERE h.partnership = text.partnership AND h.released_at IS NULL)"
            ),
            &args![now],
        )
        .await?;
    Ok(gone)
}

/// Takes these very words out of everything a partnership wrote, with every translation of them. What stands instead is
/// said in the language they were in.
pub async fn remove(
    act: &mut Act,
    partnership: Uuid,
    words: &str,
    instead: &(impl Fn(Lang) -> String + Sync),
) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "DELETE FROM text_translation WHERE partnership = $1
             AND (body = $2 OR text IN (SELECT id FROM text WHERE partnership = $1 AND body = $2))"
        ),
        &args![partnership, words],
    )
    .await?;
    for language in Lang::ALL {
        act.run(
            sql!(
                "UPDATE text SET body = $4, redacted_at = $5
                 WHERE partnership = $1 AND body = $2 AND language = $3"
            ),
            &args![partnership, words, language.code(), instead(*language), now],
        )
        .await?;
    }
    act.run(
        sql!("UPDATE legal_hold SET reason = $3 WHERE partnership = $1 AND reason = $2"),
        &args![partnership, words, instead(Lang::En)],
    )
    .await?;
    Ok(())
}

/// Since when a hold lasts.
pub(super) async fn held_since(tx: &mut Tx, partnership: Uuid) -> Result<Option<Moment>, Error> {
    let found = tx
        .row(
            sql!("SELECT placed_at FROM legal_hold WHERE partnership = $1 AND released_at IS NULL LIMIT 1"),
            &args![partnership],
        )
        .await?;
    found.map(|row| Ok(row.get(0)?)).transpose()
}

pub(super) async fn hold(act: &mut Act, partnership: Uuid, reason: &str) -> Result<(), Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO legal_hold (id, partnership, sharing, reason, placed_at) VALUES ($1, $2, $3, $4, $5)"
        ),
        &args![id, partnership, Sharing::Partnership.code(), reason, now],
    )
    .await?;
    Ok(())
}

/// Ends the hold; false if there was none.
pub(super) async fn release(act: &mut Act, partnership: Uuid) -> Result<bool, Error> {
    let now = act.now();
    let ended = act
        .run(
            sql!("UPDATE legal_hold SET released_at = $2 WHERE partnership = $1 AND released_at IS NULL"),
            &args![partnership, now],
        )
        .await?;
    Ok(ended > 0)
}
