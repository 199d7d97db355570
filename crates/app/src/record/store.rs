//! The tables of the record and of events.

use std::collections::BTreeMap;

use ::record::{Checkpoint, Hash, Head, PublicKey, Recorded, SecretKey, Text};
use db::{Row, Tx, args, sql};
use uuid::Uuid;
use words::Lang;

use super::keys::Key;
use crate::error::{Error, broken};
use crate::site::{Act, Moment};
use crate::web::page::RecordMark;

/// A text that stands beside an entry.
#[derive(Debug)]
pub(super) struct Beside {
    pub(super) hash: Hash,
    pub(super) role: String,
    pub(super) language: Lang,
    pub(super) text: Text,
}

/// One act as the list of acts shows it.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its number, from 1.
    pub number: i64,
    /// When.
    pub at: Moment,
    /// `commitment.signed`.
    pub kind: String,
    /// Its short code.
    pub code: String,
    /// The canonical entry.
    pub body: Vec<u8>,
}

pub(super) async fn head(act: &mut Act, partnership: Uuid) -> Result<Option<Head>, Error> {
    let found = act
        .row(sql!("SELECT head FROM record_head WHERE partnership = $1 FOR UPDATE"), &args![partnership])
        .await?;
    found.map(|row| Head::from_bytes(&row.get::<Vec<u8>>(0)?).map_err(broken)).transpose()
}

/// The head of a record and the key that signs it, in one look: every act asks for both. The row is taken.
pub(super) async fn head_to_sign(act: &mut Act, partnership: Uuid) -> Result<Option<(Head, Key)>, Error> {
    let found = act
        .row(
            sql!(
                "SELECT head, (SELECT host FROM signing_key WHERE retired_at IS NULL AND secret IS NOT NULL),
                        (SELECT secret FROM signing_key WHERE retired_at IS NULL AND secret IS NOT NULL)
                 FROM record_head WHERE partnership = $1 FOR UPDATE"
            ),
            &args![partnership],
        )
        .await?;
    let Some(row) = found else { return Ok(None) };
    let (Some(host), Some(seed)) = (row.get::<Option<String>>(1)?, row.get::<Option<Vec<u8>>>(2)?) else {
        return Ok(None);
    };
    let head = Head::from_bytes(&row.get::<Vec<u8>>(0)?).map_err(broken)?;
    Ok(Some((head, grown(act, host, seed)?)))
}

fn grown(act: &Act, host: String, seed: Vec<u8>) -> Result<Key, Error> {
    let seed: [u8; 32] = seed.try_into().map_err(|_| broken("a key of the wrong length"))?;
    Ok(Key { host, secret: act.site().grown.of_seed(seed) })
}

pub(super) async fn save(act: &mut Act, head: &Head, checkpoint: &Checkpoint) -> Result<(), Error> {
    let size = i64::try_from(head.size()).map_err(broken)?;
    let now = act.now();
    act.run_later(
        sql!(
            "INSERT INTO record_head (partnership, size, head) VALUES ($1, $2, $3)
             ON CONFLICT (partnership) DO UPDATE SET size = excluded.size, head = excluded.head"
        ),
        &args![head.partnership(), size, head.to_bytes()],
    )
    .await?;
    act.run_later(
        sql!("INSERT INTO record_checkpoint (partnership, size, note, at) VALUES ($1, $2, $3, $4)"),
        &args![head.partnership(), size, checkpoint.to_string(), now],
    )
    .await?;
    Ok(())
}

pub(super) async fn append(
    act: &mut Act,
    partnership: Uuid,
    recorded: &Recorded,
    about: Option<Uuid>,
    texts: &[Beside],
) -> Result<(), Error> {
    let seq = i64::try_from(recorded.entry.seq).map_err(broken)?;
    let at = Moment(i64::try_from(recorded.entry.at).map_err(broken)?);
    act.apart();
    act.run_later(
        sql!(
            "INSERT INTO record_entry (partnership, seq, at, kind, about, body, leaf, code)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        &args![
            partnership,
            seq,
            at,
            &recorded.entry.kind,
            about,
            recorded.body.clone(),
            recorded.leaf.0.to_vec(),
            recorded.code.to_string()
        ],
    )
    .await?;
    for (place, beside) in (0_i64..).zip(texts) {
        act.run_later(
            sql!(
                "INSERT INTO record_text (partnership, hash, seq, place, role, language, salt, content)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
            ),
            &args![
                partnership,
                beside.hash.0.to_vec(),
                seq,
                place,
                &beside.role,
                beside.language.code(),
                beside.text.salt.to_vec(),
                &beside.text.content
            ],
        )
        .await?;
    }
    Ok(())
}

pub(super) async fn key(act: &mut Act) -> Result<Option<Key>, Error> {
    let found = act
        .row(
            sql!("SELECT host, secret FROM signing_key WHERE retired_at IS NULL AND secret IS NOT NULL"),
            &[],
        )
        .await?;
    let Some(row) = found else { return Ok(None) };
    grown(act, row.get(0)?, row.get(1)?).map(Some)
}

pub(super) async fn add_key(act: &mut Act, secret: &SecretKey, host: &str) -> Result<(), Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!("INSERT INTO signing_key (id, host, public, secret, created_at) VALUES ($1, $2, $3, $4, $5)"),
        &args![id, host, secret.public().to_bytes().to_vec(), secret.to_seed().to_vec(), now],
    )
    .await?;
    Ok(())
}

/// The present key signs no more: its secret half is wiped, its public half stays.
pub(super) async fn retire_key(act: &mut Act) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!("UPDATE signing_key SET retired_at = $1, secret = NULL WHERE retired_at IS NULL"),
        &args![now],
    )
    .await?;
    Ok(())
}

/// Takes the row of every partnership, always in the same order.
pub(super) async fn lock_all(act: &mut Act) -> Result<(), Error> {
    act.rows(sql!("SELECT id FROM partnership ORDER BY id FOR UPDATE"), &[]).await?;
    Ok(())
}

/// Whether there was a key once, with or without its secret half.
pub(super) async fn was_keyed(act: &mut Act) -> Result<bool, Error> {
    Ok(act.row(sql!("SELECT 1 FROM signing_key WHERE retired_at IS NULL LIMIT 1"), &[]).await?.is_some())
}

/// Puts the secret half beside the public one it belongs to.
pub(super) async fn put_back(act: &mut Act, secret: &SecretKey) -> Result<bool, Error> {
    let changed = act
        .run(
            sql!("UPDATE signing_key SET secret = $1 WHERE public = $2 AND retired_at IS NULL"),
            &args![secret.to_seed().to_vec(), secret.public().to_bytes().to_vec()],
        )
        .await?;
    Ok(changed == 1)
}

/// The acts of a partnership, newest first, from below number `before`.
pub async fn lines(tx: &mut Tx, partnership: Uuid, before: i64, most: i64) -> Result<Vec<Line>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT seq, at, kind, code, body FROM record_entry
                 WHERE partnership = $1 AND seq < $2 ORDER BY seq DESC LIMIT $3"
            ),
            &args![partnership, before.saturating_sub(1), most],
        )
        .await?;
    rows.iter().map(line).collect()
}

/// The acts of a partnership from a moment on, newest first.
pub(super) async fn lines_since(
    tx: &mut Tx,
    partnership: Uuid,
    since: Moment,
    most: i64,
) -> Result<Vec<Line>, Error> {
    // Acts stand in the order of time: the newest one before the moment is found by reading back from the end.
    let rows = tx
        .rows(
            sql!(
                "SELECT seq, at, kind, code, body FROM record_entry
                 WHERE partnership = $1
                   AND seq > COALESCE((SELECT seq FROM record_entry WHERE partnership = $1 AND at < $2
                                       ORDER BY seq DESC LIMIT 1), -1)
                 ORDER BY seq DESC LIMIT $3"
            ),
            &args![partnership, since, most],
        )
        .await?;
    rows.iter().map(line).collect()
}

fn line(row: &Row) -> Result<Line, Error> {
    Ok(Line {
        number: row.get::<i64>(0)? + 1,
        at: row.get(1)?,
        kind: row.get(2)?,
        code: row.get(3)?,
        body: row.get(4)?,
    })
}

/// The names beside the entries from one place to another.
pub(super) async fn names(
    tx: &mut Tx,
    partnership: Uuid,
    from: i64,
    to: i64,
) -> Result<Vec<StoredText>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT hash, salt, content FROM record_text
                 WHERE partnership = $1 AND seq BETWEEN $2 AND $3 AND role = 'name'"
            ),
            &args![partnership, from, to],
        )
        .await?;
    rows.iter().map(stored_text).collect()
}

/// What was written beside an act of this kind about something, done at this moment: `None` if there was no such act, or
/// its words were taken out.
pub async fn words_of(
    tx: &mut Tx,
    about: Uuid,
    kind: &str,
    at: Moment,
    role: &str,
) -> Result<Option<String>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT t.content FROM record_entry e
                 JOIN record_text t ON t.partnership = e.partnership AND t.seq = e.seq
                 WHERE e.about = $1 AND e.kind = $2 AND e.at = $3 AND t.role = $4"
            ),
            &args![about, kind, at, role],
        )
        .await?;
    Ok(match found {
        Some(row) => row.get(0)?,
        None => None,
    })
}

/// The record's mark after the newest act about something: what a printed page shows at its foot.
pub async fn mark_of(tx: &mut Tx, about: Uuid) -> Result<Option<RecordMark>, Error> {
    let found = tx
        .row(
            sql!("SELECT seq, code FROM record_entry WHERE about = $1 ORDER BY seq DESC LIMIT 1"),
            &args![about],
        )
        .await?;
    found
        .map(|row| {
            let code: String = row.get(1)?;
            Ok(RecordMark { number: row.get::<i64>(0)? + 1, code: code.chars().take(4).collect() })
        })
        .transpose()
}

/// The mark of the newest act by which something came to stand between the sides, by what it is about.
pub async fn agreements(tx: &mut Tx, partnership: Uuid) -> Result<BTreeMap<Uuid, RecordMark>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT about, seq, code FROM record_entry
                 WHERE partnership = $1 AND about IS NOT NULL AND kind IN
                     ('acceptance.agreed', 'commitment.completed', 'decision.agreed', 'lasting.moved', 'sharing.agreed',
                      'crisis.decided')
                 ORDER BY seq"
            ),
            &args![partnership],
        )
        .await?;
    let mut marks = BTreeMap::new();
    for row in &rows {
        let code: String = row.get(2)?;
        let mark = RecordMark { number: row.get::<i64>(1)? + 1, code: code.chars().take(4).collect() };
        marks.insert(row.get(0)?, mark);
    }
    Ok(marks)
}

pub(super) async fn has_key(tx: &mut Tx) -> Result<bool, db::Error> {
    let found = tx
        .row(sql!("SELECT 1 FROM signing_key WHERE retired_at IS NULL AND secret IS NOT NULL LIMIT 1"), &[])
        .await?;
    Ok(found.is_some())
}

pub(super) async fn forget_secrets(tx: &mut Tx) -> Result<(), db::Error> {
    tx.run(sql!("UPDATE signing_key SET secret = NULL"), &[]).await?;
    Ok(())
}

/// An entry as it is stored, with the checkpoint signed right after it.
#[derive(Debug)]
pub(super) struct Stored {
    pub(super) seq: i64,
    pub(super) body: Vec<u8>,
    pub(super) checkpoint: Option<String>,
}

/// Partnerships that rows of a record name although they have no record.
pub(super) async fn strays(tx: &mut Tx) -> Result<Vec<Uuid>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT r.partnership FROM (SELECT partnership FROM record_entry
                                            UNION SELECT partnership FROM record_text
                                            UNION SELECT partnership FROM record_checkpoint) AS r
                 WHERE NOT EXISTS (SELECT 1 FROM record_head h WHERE h.partnership = r.partnership)
                 ORDER BY r.partnership"
            ),
            &[],
        )
        .await?;
    rows.iter().map(|row| Ok(row.get(0)?)).collect()
}

/// A text beside an entry as it is stored; no words once redacted.
#[derive(Debug)]
pub(super) struct StoredText {
    pub(super) hash: Hash,
    pub(super) words: Option<Text>,
}

/// Every partnership that has a record, in the order of ids that the export asks for.
pub(super) async fn partnerships(tx: &mut Tx) -> Result<Vec<Uuid>, Error> {
    let rows = tx.rows(sql!("SELECT partnership FROM record_head ORDER BY partnership"), &[]).await?;
    rows.iter().map(|row| Ok(row.get(0)?)).collect()
}

pub(super) async fn page(tx: &mut Tx, partnership: Uuid, from: i64, most: i64) -> Result<Vec<Stored>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT e.seq, e.body, c.note FROM record_entry e
                 LEFT JOIN record_checkpoint c ON c.partnership = e.partnership AND c.size = e.seq + 1
                 WHERE e.partnership = $1 AND e.seq >= $2 ORDER BY e.seq LIMIT $3"
            ),
            &args![partnership, from, most],
        )
        .await?;
    rows.iter()
        .map(|row| Ok(Stored { seq: row.get(0)?, body: row.get(1)?, checkpoint: row.get(2)? }))
        .collect()
}

pub(super) async fn texts(tx: &mut Tx, partnership: Uuid, seq: i64) -> Result<Vec<StoredText>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT hash, salt, content FROM record_text WHERE partnership = $1 AND seq = $2 ORDER BY place"
            ),
            &args![partnership, seq],
        )
        .await?;
    rows.iter().map(stored_text).collect()
}

fn stored_text(row: &Row) -> Result<StoredText, Error> {
    let salt: Option<Vec<u8>> = row.get(1)?;
    let content: Option<String> = row.get(2)?;
    let words = match (salt.map(<[u8; 32]>::try_from), content) {
        (Some(Ok(salt)), Some(content)) => Some(Text { salt, content }),
        _ => None,
    };
    Ok(StoredText { hash: hash_from(row.get(0)?)?, words })
}

fn hash_from(bytes: Vec<u8>) -> Result<Hash, Error> {
    Ok(Hash(bytes.try_into().map_err(|_| broken("a hash of the wrong length"))?))
}

/// The hashes of the first `size` entries, for a proof.
pub(super) async fn leaves(tx: &mut Tx, partnership: Uuid, size: i64) -> Result<Vec<Hash>, Error> {
    let rows = tx
        .rows(
            sql!("SELECT leaf FROM record_entry WHERE partnership = $1 AND seq < $2 ORDER BY seq"),
            &args![partnership, size],
        )
        .await?;
    rows.iter().map(|row| hash_from(row.get(0)?)).collect()
}

/// One entry, by its number from 1.
pub(super) async fn entry(tx: &mut Tx, partnership: Uuid, number: i64) -> Result<Option<Line>, Error> {
    Ok(lines(tx, partnership, number.saturating_add(1), 1)
        .await?
        .into_iter()
        .find(|line| line.number == number))
}

/// The number of the newest act of a kind.
pub(super) async fn newest_of(tx: &mut Tx, partnership: Uuid, kind: &str) -> Result<Option<i64>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT seq FROM record_entry WHERE partnership = $1 AND kind = $2 ORDER BY seq DESC LIMIT 1"
            ),
            &args![partnership, kind],
        )
        .await?;
    found.map(|row| Ok(row.get::<i64>(0)? + 1)).transpose()
}

/// The newest checkpoint and the size it covers.
pub(super) async fn newest_checkpoint(
    tx: &mut Tx,
    partnership: Uuid,
) -> Result<Option<(i64, String)>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT size, note FROM record_checkpoint WHERE partnership = $1 ORDER BY size DESC LIMIT 1"
            ),
            &args![partnership],
        )
        .await?;
    found.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

pub(super) async fn head_as_stored(tx: &mut Tx, partnership: Uuid) -> Result<Option<Vec<u8>>, Error> {
    let found =
        tx.row(sql!("SELECT head FROM record_head WHERE partnership = $1"), &args![partnership]).await?;
    found.map(|row| Ok(row.get(0)?)).transpose()
}

/// Every key this install has ever signed with.
pub(super) async fn public_keys(tx: &mut Tx) -> Result<Vec<PublicKey>, Error> {
    let rows = tx.rows(sql!("SELECT public FROM signing_key ORDER BY created_at"), &[]).await?;
    rows.iter()
        .map(|row| {
            let bytes: Vec<u8> = row.get(0)?;
            let bytes = bytes.try_into().map_err(|_| broken("a key of the wrong length"))?;
            PublicKey::from_bytes(bytes).map_err(broken)
        })
        .collect()
}
