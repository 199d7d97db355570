//! The outbox.

use db::{Row, Tx, Value, args, sql};
use uuid::Uuid;
use words::Lang;

use super::Letter;
use crate::error::Error;
use crate::site::{Act, Moment};

/// A letter in the outbox.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Its id, and the stable part of its Message-ID.
    pub id: Uuid,
    /// Where to.
    pub to_address: String,
    /// Whom to.
    pub to_name: String,
    /// One line.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// Whether the body is wiped once sent.
    pub secret: bool,
    /// When it was written.
    pub created_at: Moment,
    /// An invitation for the reader's calendar.
    pub calendar: Option<String>,
}

pub(super) async fn add(act: &mut Act, letter: &Letter, calendar: Option<&str>) -> Result<Uuid, Error> {
    let (id, now) = (act.id(), act.now());
    act.run_later(
        sql!(
            "INSERT INTO mail (id, partnership, to_address, to_name, language, subject, body, secret, created_at, calendar)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        &columns(id, now, letter, calendar),
    )
    .await?;
    Ok(id)
}

/// What both ways of writing a letter down have in common, in the order of their columns.
fn columns(id: Uuid, now: Moment, letter: &Letter, calendar: Option<&str>) -> Vec<Value> {
    args![
        id,
        letter.partnership,
        &letter.to_address,
        &letter.to_name,
        letter.language.code(),
        &letter.subject,
        &letter.body,
        letter.secret,
        now,
        calendar
    ]
    .to_vec()
}

/// Writes one of many letters, unless one of this key was written before.
pub(super) async fn add_once(
    act: &mut Act,
    letter: &Letter,
    calendar: Option<&str>,
    key: &str,
) -> Result<Option<Uuid>, Error> {
    let (id, now) = (act.id(), act.now());
    let mut values = columns(id, now, letter, calendar);
    values.push(key.into());
    let added = act
        .run(
            sql!(
                "INSERT INTO mail (id, partnership, to_address, to_name, language, subject, body, secret, created_at,
                                   calendar, once_key)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (once_key) DO NOTHING"
            ),
            &values,
        )
        .await?;
    Ok((added == 1).then_some(id))
}

/// Where letters of this kind are stopped, as mail programs offer it.
pub(super) async fn set_way_out(act: &mut Act, id: Uuid, address: &str) -> Result<(), Error> {
    act.run(sql!("UPDATE mail SET unsubscribe = $2 WHERE id = $1"), &args![id, address]).await?;
    Ok(())
}

pub(super) async fn way_out(tx: &mut Tx, id: Uuid) -> Result<Option<String>, Error> {
    let found = tx.row(sql!("SELECT unsubscribe FROM mail WHERE id = $1"), &args![id]).await?;
    Ok(found.map(|row| row.get(0)).transpose()?.flatten())
}

fn kept(row: &Row) -> Result<Kept, Error> {
    Ok(Kept {
        id: row.get(0)?,
        to_address: row.get(1)?,
        to_name: row.get(2)?,
        subject: row.get(3)?,
        body: row.get(4)?,
        secret: row.get(5)?,
        created_at: row.get(6)?,
        calendar: row.get(7)?,
    })
}

pub(super) async fn unsent(tx: &mut Tx, id: Uuid) -> Result<Option<Kept>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT id, to_address, to_name, subject, body, secret, created_at, calendar FROM mail
                 WHERE id = $1 AND sent_at IS NULL"
            ),
            &args![id],
        )
        .await?;
    found.as_ref().map(kept).transpose()
}

/// A letter of which words may have to go.
#[derive(Debug)]
pub(super) struct Stored {
    id: Uuid,
    pub(super) language: Lang,
    pub(super) subject: String,
    pub(super) body: String,
    pub(super) calendar: Option<String>,
}

/// The letters of a partnership that hold these words, and those with something for a calendar.
pub(super) async fn with_words(act: &mut Act, partnership: Uuid, words: &str) -> Result<Vec<Stored>, Error> {
    let rows = act
        .rows(
            sql!(
                "SELECT id, language, subject, body, calendar FROM mail
                 WHERE partnership = $1 AND (replace(body, $2, '') <> body OR replace(subject, $2, '') <> subject
                                             OR calendar IS NOT NULL)"
            ),
            &args![partnership, words],
        )
        .await?;
    let read = |row: &Row| {
        Ok(Stored {
            id: row.get(0)?,
            language: Lang::from_code(&row.get::<String>(1)?).unwrap_or(Lang::En),
            subject: row.get(2)?,
            body: row.get(3)?,
            calendar: row.get(4)?,
        })
    };
    rows.iter().map(read).collect()
}

pub(super) async fn rewrite(act: &mut Act, letter: &Stored) -> Result<(), Error> {
    act.run(
        sql!("UPDATE mail SET subject = $2, body = $3, calendar = $4 WHERE id = $1"),
        &args![letter.id, &letter.subject, &letter.body, letter.calendar.clone()],
    )
    .await?;
    Ok(())
}

pub(super) async fn list(tx: &mut Tx, most: i64) -> Result<Vec<Kept>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT id, to_address, to_name, subject, body, secret, created_at, calendar FROM mail
                 ORDER BY created_at DESC LIMIT $1"
            ),
            &args![most],
        )
        .await?;
    rows.iter().map(kept).collect()
}

pub(super) async fn sent(act: &mut Act, id: Uuid, wipe: bool) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!("UPDATE mail SET sent_at = $2, body = CASE WHEN $3 THEN '' ELSE body END WHERE id = $1"),
        &args![id, now, wipe],
    )
    .await?;
    Ok(())
}

pub(super) async fn purge(act: &mut Act, before: Moment) -> Result<u64, Error> {
    Ok(act
        .run(
            sql!(
                "DELETE FROM mail WHERE sent_at < $1
                 AND NOT EXISTS (SELECT 1 FROM legal_hold h
                                 WHERE h.partnership = mail.partnership AND h.released_at IS NULL)"
            ),
            &args![before],
        )
        .await?)
}
