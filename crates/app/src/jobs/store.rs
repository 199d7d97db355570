//! The table of jobs.

use db::{Tx, args, sql};
use uuid::Uuid;

use crate::error::Error;
use crate::site::{Act, Moment};

/// A job that was leased to this worker.
#[derive(Debug)]
pub(super) struct Leased {
    pub(super) id: Uuid,
    pub(super) kind: String,
    pub(super) args: String,
    pub(super) tries: i64,
}

/// A job for the operator's page.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) id: Uuid,
    pub(super) kind: String,
    pub(super) tries: i64,
    pub(super) run_at: Moment,
    pub(super) dead_at: Option<Moment>,
    pub(super) last_error: Option<String>,
}

pub(super) async fn add(
    act: &mut Act,
    kind: &str,
    job: &str,
    once_key: Option<&str>,
    run_at: Moment,
) -> Result<(), Error> {
    let (id, now) = (act.id(), act.now());
    act.run_later(
        sql!(
            "INSERT INTO job (id, kind, args, once_key, created_at, run_at, tries)
             VALUES ($1, $2, $3, $4, $5, $6, 0) ON CONFLICT (once_key) DO NOTHING"
        ),
        &args![id, kind, job, once_key, now, run_at],
    )
    .await?;
    Ok(())
}

pub(super) async fn any_due(tx: &mut Tx, now: Moment, kind: Option<&str>) -> Result<bool, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT 1 FROM job WHERE run_at <= $1 AND dead_at IS NULL AND kind = COALESCE($2, kind)
                 AND (leased_until IS NULL OR leased_until < $1) LIMIT 1"
            ),
            &args![now, kind],
        )
        .await?;
    Ok(found.is_some())
}

/// Leases the job that has waited longest, of this kind if one is named; two workers never get the same one.
pub(super) async fn lease(
    tx: &mut Tx,
    worker: &str,
    kind: Option<&str>,
    now: Moment,
    until: Moment,
) -> Result<Option<Leased>, Error> {
    let found = tx
        .row(
            sql!(
                "UPDATE job SET leased_until = $2, leased_by = $3, tries = tries + 1
                 WHERE id = (SELECT id FROM job WHERE run_at <= $1 AND dead_at IS NULL
                             AND kind = COALESCE($4, kind)
                             AND (leased_until IS NULL OR leased_until < $1)
                             ORDER BY run_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                 RETURNING id, kind, args, tries"
            ),
            &args![now, until, worker, kind],
        )
        .await?;
    found
        .map(|row| Ok(Leased { id: row.get(0)?, kind: row.get(1)?, args: row.get(2)?, tries: row.get(3)? }))
        .transpose()
}

/// Removes a job that is done, if this worker still holds it.
pub(super) async fn finish(tx: &mut Tx, id: Uuid, worker: &str) -> Result<(), Error> {
    tx.run(sql!("DELETE FROM job WHERE id = $1 AND leased_by = $2"), &args![id, worker]).await?;
    Ok(())
}

/// Puts a job back for later, or lays it aside.
pub(super) async fn put_back(
    tx: &mut Tx,
    id: Uuid,
    run_at: Moment,
    dead_at: Option<Moment>,
    error: &str,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "UPDATE job SET run_at = $2, dead_at = $3, last_error = $4, leased_until = NULL, leased_by = NULL
             WHERE id = $1"
        ),
        &args![id, run_at, dead_at, error],
    )
    .await?;
    Ok(())
}

/// The jobs laid aside first, then those that wait longest.
pub(super) async fn list(tx: &mut Tx, most: i64) -> Result<Vec<Listed>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT id, kind, tries, run_at, dead_at, last_error FROM job
                 ORDER BY CASE WHEN dead_at IS NULL THEN 1 ELSE 0 END, run_at LIMIT $1"
            ),
            &args![most],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Listed {
                id: row.get(0)?,
                kind: row.get(1)?,
                tries: row.get(2)?,
                run_at: row.get(3)?,
                dead_at: row.get(4)?,
                last_error: row.get(5)?,
            })
        })
        .collect()
}

/// Gives a job that was laid aside another ten tries. False if it is not there.
pub(super) async fn revive(tx: &mut Tx, id: Uuid, now: Moment) -> Result<bool, Error> {
    let changed = tx
        .run(
            sql!(
                "UPDATE job SET dead_at = NULL, tries = 0, run_at = $2 WHERE id = $1 AND dead_at IS NOT NULL"
            ),
            &args![id, now],
        )
        .await?;
    Ok(changed == 1)
}

/// The kinds and arguments of the jobs that wait, for tests.
#[cfg(test)]
pub(super) async fn waiting(tx: &mut Tx) -> Result<Vec<(String, String)>, Error> {
    let rows = tx.rows(sql!("SELECT kind, args FROM job ORDER BY created_at, id"), &args![]).await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}
