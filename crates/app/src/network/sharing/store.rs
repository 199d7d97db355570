//! The table of sharing agreements, and who stands above.

use db::{Row, Tx, args, sql};
use uuid::Uuid;

use super::{Agreement, Other};
use crate::error::Error;
use crate::site::Act;
use crate::text::Sharing;

/// The active partnerships at the sites above this one's that have a page everybody may read: nobody
/// learns of any other.
pub(super) async fn above(tx: &mut Tx, partnership: Uuid) -> Result<Vec<(Uuid, String)>, Error> {
    let mut found = Vec::new();
    let mut site = parent(
        tx,
        sql!("SELECT s.parent FROM partnership p JOIN site s ON s.id = p.site WHERE p.id = $1"),
        partnership,
    )
    .await?;
    while let Some(at) = site {
        let rows = tx
            .rows(
                sql!(
                    "SELECT id, name FROM partnership WHERE site = $1 AND state = 'active' AND public_page
                     ORDER BY name"
                ),
                &args![at],
            )
            .await?;
        for row in &rows {
            found.push((row.get(0)?, row.get(1)?));
        }
        site = parent(tx, sql!("SELECT parent FROM site WHERE id = $1"), at).await?;
    }
    Ok(found)
}

async fn parent(tx: &mut Tx, of: db::Sql, id: Uuid) -> Result<Option<Uuid>, Error> {
    Ok(tx.row(of, &args![id]).await?.map(|row| row.get(0)).transpose()?.flatten())
}

/// With a receiver, or with everybody.
pub(super) async fn add(act: &mut Act, partnership: Uuid, receiver: Option<Uuid>) -> Result<Uuid, Error> {
    let (id, now) = (act.id(), act.now());
    let level = if receiver.is_some() { Sharing::SharedUp } else { Sharing::Public };
    act.run(
        sql!(
            "INSERT INTO sharing_agreement (id, partnership, sharing, receiver, agreed_at)
             VALUES ($1, $2, $5, $3, $4)"
        ),
        &args![id, partnership, receiver, now, level.code()],
    )
    .await?;
    Ok(id)
}

pub(super) async fn end(act: &mut Act, agreement: Uuid, party: Uuid) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!("UPDATE sharing_agreement SET ended_at = $2, ended_by = $3 WHERE id = $1"),
        &args![agreement, now, party],
    )
    .await?;
    Ok(())
}

/// What this partnership shares, with whom: everybody first.
pub async fn given(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Agreement>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT a.id, a.partnership, p.name, s.name, a.agreed_at FROM sharing_agreement a
                 LEFT JOIN partnership p ON p.id = a.receiver LEFT JOIN site s ON s.id = p.site
                 WHERE a.partnership = $1 AND a.ended_at IS NULL ORDER BY a.sharing, p.name, a.id"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter().map(agreement).collect()
}

/// What is shared with this partnership, by those that are still at work.
pub(super) async fn received(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Agreement>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT a.id, a.partnership, p.name, s.name, a.agreed_at FROM sharing_agreement a
                 JOIN partnership p ON p.id = a.partnership JOIN site s ON s.id = p.site
                 WHERE a.receiver = $1 AND a.sharing = 'shared-up' AND a.ended_at IS NULL
                 AND p.state IN ('active', 'paused') ORDER BY p.name, a.id"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter().map(agreement).collect()
}

/// What partnerships that are still at work let everybody see.
pub async fn shown(tx: &mut Tx) -> Result<Vec<Agreement>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT a.id, a.partnership, p.name, s.name, a.agreed_at FROM sharing_agreement a
                 JOIN partnership p ON p.id = a.partnership JOIN site s ON s.id = p.site
                 WHERE a.sharing = 'public' AND a.ended_at IS NULL AND p.state IN ('active', 'paused')
                 ORDER BY p.name, a.id"
            ),
            &args![],
        )
        .await?;
    rows.iter().map(agreement).collect()
}

fn agreement(row: &Row) -> Result<Agreement, Error> {
    let (name, place): (Option<String>, Option<String>) = (row.get(2)?, row.get(3)?);
    let named = name.zip(place).map(|(name, place)| Other::Partnership { name, place });
    Ok(Agreement {
        id: row.get(0)?,
        sharer: row.get(1)?,
        other: named.unwrap_or(Other::Everybody),
        agreed_at: row.get(4)?,
    })
}
