//! The texts beside the record, where they go out of it.

use ::record::{Entry, Hash, TEXT_REDACTED};
use db::{Row, Tx, args, sql};
use uuid::Uuid;

use super::{Beside, Gone, NAME};
use crate::error::{Error, broken};
use crate::site::Act;

fn hash_from(row: &Row, column: usize) -> Result<Hash, Error> {
    let bytes: Vec<u8> = row.get(column)?;
    Ok(Hash(bytes.try_into().map_err(|_| broken("a hash of the wrong length"))?))
}

pub(super) async fn beside(tx: &mut Tx, partnership: Uuid, seq: i64) -> Result<Vec<Beside>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT place, hash, role, content FROM record_text
                 WHERE partnership = $1 AND seq = $2 ORDER BY place"
            ),
            &args![partnership, seq],
        )
        .await?;
    let read = |row: &Row| {
        Ok(Beside { place: row.get(0)?, hash: hash_from(row, 1)?, role: row.get(2)?, words: row.get(3)? })
    };
    rows.iter().map(read).collect()
}

/// Whether this text's words are still here, and are not a name.
pub(super) async fn is_here(tx: &mut Tx, partnership: Uuid, hash: &Hash) -> Result<bool, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT 1 FROM record_text
                 WHERE partnership = $1 AND hash = $2 AND content IS NOT NULL AND role <> $3"
            ),
            &args![partnership, hash.0.to_vec(), NAME],
        )
        .await?;
    Ok(found.is_some())
}

pub(super) async fn number_of(tx: &mut Tx, partnership: Uuid, hash: &Hash) -> Result<Option<i64>, Error> {
    let found = tx
        .row(
            sql!("SELECT seq FROM record_text WHERE partnership = $1 AND hash = $2"),
            &args![partnership, hash.0.to_vec()],
        )
        .await?;
    found.map(|row| Ok(row.get::<i64>(0)? + 1)).transpose()
}

/// This text and every other of this record with the very same words, in their order. Names are not among them.
pub(super) async fn alike(act: &mut Act, partnership: Uuid, words: &str) -> Result<Vec<Hash>, Error> {
    let rows = act
        .rows(
            sql!(
                "SELECT hash FROM record_text
                 WHERE partnership = $1 AND content = $2 AND role <> $3 ORDER BY seq, place"
            ),
            &args![partnership, words, NAME],
        )
        .await?;
    rows.iter().map(|row| hash_from(row, 0)).collect()
}

pub(super) async fn words_of(act: &mut Act, partnership: Uuid, hash: &Hash) -> Result<Option<String>, Error> {
    let found = act
        .row(
            sql!("SELECT content FROM record_text WHERE partnership = $1 AND hash = $2"),
            &args![partnership, hash.0.to_vec()],
        )
        .await?;
    Ok(found.map(|row| row.get(0)).transpose()?.flatten())
}

/// Salt and words go; that there was a text stays.
pub(super) async fn clear(act: &mut Act, partnership: Uuid, hash: &Hash) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "UPDATE record_text SET salt = NULL, content = NULL, redacted_at = $3
             WHERE partnership = $1 AND hash = $2"
        ),
        &args![partnership, hash.0.to_vec(), now],
    )
    .await?;
    Ok(())
}

/// Takes these very words out of the features' own short texts, and out of what was proposed to the sides.
pub(super) async fn clear_short(
    act: &mut Act,
    partnership: Uuid,
    words: &str,
    instead: &str,
) -> Result<(), Error> {
    // Where features keep in tables of their own what goes into the record as a text.
    let short = [
        sql!("UPDATE action SET what = $3 WHERE partnership = $1 AND what = $2"),
        sql!("UPDATE firsthour_concern SET words = $3 WHERE partnership = $1 AND words = $2"),
        sql!("UPDATE lasting_move SET document = $3 WHERE partnership = $1 AND document = $2"),
        sql!("UPDATE support_offer SET provider = $3 WHERE partnership = $1 AND provider = $2"),
    ];
    for statement in short {
        act.run(statement, &args![partnership, words, instead]).await?;
    }
    let quoted = |text: &str| serde_json::to_string(text).map_err(broken);
    act.run(
        sql!(
            "UPDATE joint_act SET args = replace(args, $2, $3)
             WHERE partnership = $1 AND replace(args, $2, '') <> args"
        ),
        &args![partnership, quoted(words)?, quoted(instead)?],
    )
    .await?;
    Ok(())
}

pub(super) async fn gone(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Gone>, Error> {
    let rows = tx
        .rows(
            sql!("SELECT seq, at, body FROM record_entry WHERE partnership = $1 AND kind = $2 ORDER BY seq"),
            &args![partnership, TEXT_REDACTED],
        )
        .await?;
    rows.iter().map(told).collect()
}

fn told(row: &Row) -> Result<Gone, Error> {
    let entry = Entry::from_bytes(&row.get::<Vec<u8>>(2)?).map_err(broken)?;
    let fact = |name: &str| entry.facts.get(name).cloned().unwrap_or_default();
    let approved = entry.facts.iter().filter_map(|(name, person)| {
        Some((name.strip_prefix("approved_by.")?.parse().ok()?, person.parse().ok()?))
    });
    Ok(Gone {
        number: row.get::<i64>(0)? + 1,
        at: row.get(1)?,
        reason: fact("reason"),
        hash: fact("text").parse().map_err(broken)?,
        approved: approved.collect(),
    })
}

pub(super) async fn name_of(tx: &mut Tx, person: Uuid) -> Result<Option<String>, Error> {
    let found = tx.row(sql!("SELECT name FROM person WHERE id = $1"), &args![person]).await?;
    Ok(found.map(|row| row.get(0)).transpose()?)
}
