//! The table of concerns.

use db::{Tx, args, sql};
use uuid::Uuid;

use super::Concern;
use crate::error::Error;
use crate::site::{Act, Moment};

pub(super) async fn add(
    act: &mut Act,
    partnership: Uuid,
    crisis: Uuid,
    id: Uuid,
    member: Uuid,
    body: Uuid,
) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO crisis_concern (id, partnership, sharing, crisis, member, body, at)
             VALUES ($1, $2, 'team', $3, $4, $5, $6)"
        ),
        &args![id, partnership, crisis, member, body, now],
    )
    .await?;
    Ok(())
}

/// The concerns of a crisis, those without an answer first. `only` gives one person's own.
pub async fn list(tx: &mut Tx, crisis: Uuid, only: Option<Uuid>) -> Result<Vec<Concern>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT c.id, p.name, b.body, c.at, sp.name, c.seen_at, a.body, ap.name, c.answered_at
                 FROM crisis_concern c JOIN member m ON m.id = c.member JOIN person p ON p.id = m.person
                 JOIN text b ON b.id = c.body
                 LEFT JOIN member s ON s.id = c.seen_by LEFT JOIN person sp ON sp.id = s.person
                 LEFT JOIN member n ON n.id = c.answered_by LEFT JOIN person ap ON ap.id = n.person
                 LEFT JOIN text a ON a.id = c.answer
                 WHERE c.crisis = $1 AND (CAST($2 AS UUID) IS NULL OR c.member = $2)
                 ORDER BY c.answered_at IS NOT NULL, c.at"
            ),
            &args![crisis, only],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let (seen_by, seen_at): (Option<String>, Option<Moment>) = (row.get(4)?, row.get(5)?);
            let (body, by, at): (Option<String>, Option<String>, Option<Moment>) =
                (row.get(6)?, row.get(7)?, row.get(8)?);
            Ok(Concern {
                id: row.get(0)?,
                by: row.get(1)?,
                body: row.get(2)?,
                at: row.get(3)?,
                seen: seen_by.zip(seen_at),
                answer: body.zip(by).zip(at).map(|((body, by), at)| (body, by, at)),
            })
        })
        .collect()
}

pub(super) async fn one(tx: &mut Tx, crisis: Uuid, id: Uuid) -> Result<Concern, Error> {
    list(tx, crisis, None).await?.into_iter().find(|one| one.id == id).ok_or(Error::Unseen)
}

pub(super) async fn seen(act: &mut Act, id: Uuid, member: Uuid) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!("UPDATE crisis_concern SET seen_by = $2, seen_at = $3 WHERE id = $1"),
        &args![id, member, now],
    )
    .await?;
    Ok(())
}

pub(super) async fn answer(act: &mut Act, id: Uuid, member: Uuid, text: Uuid) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!("UPDATE crisis_concern SET answered_by = $2, answered_at = $3, answer = $4 WHERE id = $1"),
        &args![id, member, now, text],
    )
    .await?;
    Ok(())
}
