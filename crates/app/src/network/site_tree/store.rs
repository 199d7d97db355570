//! The table of sites.

use db::{Tx, args, sql};
use uuid::Uuid;

use super::Kind;
use super::commands::NewSite;
use crate::error::{Error, broken};
use crate::site::Act;

/// A site as its neighbours need it.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) id: Uuid,
    pub(super) kind: Kind,
    pub(super) state: Option<String>,
    pub(super) nces_id: Option<String>,
}

fn found(row: &db::Row) -> Result<Found, Error> {
    Ok(Found {
        id: row.get(0)?,
        kind: Kind::from_code(&row.get::<String>(1)?).ok_or_else(|| broken("an unknown kind of site"))?,
        state: row.get(2)?,
        nces_id: row.get(3)?,
    })
}

pub(super) async fn by_id(tx: &mut Tx, id: Uuid) -> Result<Option<Found>, Error> {
    let row =
        tx.row(sql!("SELECT id, kind, state_code, nces_id FROM site WHERE id = $1"), &args![id]).await?;
    row.as_ref().map(found).transpose()
}

/// The living site of this kind and name right under a parent.
pub(super) async fn by_name(
    tx: &mut Tx,
    parent: Option<Uuid>,
    kind: Kind,
    name: &str,
) -> Result<Option<Found>, Error> {
    let row = tx
        .row(
            sql!(
                "SELECT id, kind, state_code, nces_id FROM site
                 WHERE kind = $2 AND name = $3 AND retired_at IS NULL
                 AND (parent = $1 OR (parent IS NULL AND CAST($1 AS UUID) IS NULL))"
            ),
            &args![parent, kind.code(), name],
        )
        .await?;
    row.as_ref().map(found).transpose()
}

/// The site with this code of the state's own.
pub(super) async fn by_local_id(
    tx: &mut Tx,
    state: &str,
    kind: Kind,
    local: &str,
) -> Result<Option<Found>, Error> {
    let row = tx
        .row(
            sql!(
                "SELECT id, kind, state_code, nces_id FROM site
                 WHERE state_code = $1 AND kind = $2 AND local_id = $3 AND retired_at IS NULL"
            ),
            &args![state, kind.code(), local],
        )
        .await?;
    row.as_ref().map(found).transpose()
}

pub(super) async fn by_nces(tx: &mut Tx, nces: &str) -> Result<Option<Found>, Error> {
    let row = tx
        .row(sql!("SELECT id, kind, state_code, nces_id FROM site WHERE nces_id = $1"), &args![nces])
        .await?;
    row.as_ref().map(found).transpose()
}

pub(super) async fn add(act: &mut Act, new: &NewSite) -> Result<Uuid, Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO site (id, parent, kind, name, state_code, nces_id, local_id, time_zone, language, created_at, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)"
        ),
        &args![
            id,
            new.parent,
            new.kind.code(),
            &new.name,
            new.state.clone(),
            new.nces_id.clone(),
            new.local_id.clone(),
            &new.time_zone,
            new.language.code(),
            now
        ],
    )
    .await?;
    Ok(id)
}

#[cfg(test)]
pub(super) async fn count(tx: &mut Tx, kind: Kind) -> Result<i64, Error> {
    let row = tx.row(sql!("SELECT COUNT(*) FROM site WHERE kind = $1"), &args![kind.code()]).await?;
    row.map_or(Ok(0), |row| Ok(row.get(0)?))
}

#[cfg(test)]
pub(super) async fn with_nces(tx: &mut Tx) -> Result<i64, Error> {
    let row = tx.row(sql!("SELECT COUNT(*) FROM site WHERE nces_id IS NOT NULL"), &[]).await?;
    row.map_or(Ok(0), |row| Ok(row.get(0)?))
}
