//! The tables of cycles and of what goes on from one into the next.

use db::{Tx, args, sql};
use uuid::Uuid;

use super::{Carried, Cycle, Kind};
use crate::error::{Error, broken};
use crate::site::{Act, Moment};

pub(super) async fn current(tx: &mut Tx, partnership: Uuid) -> Result<i64, Error> {
    let found =
        tx.row(sql!("SELECT max(number) FROM cycle WHERE partnership = $1"), &args![partnership]).await?;
    let newest: Option<i64> = found.map(|row| row.get(0)).transpose()?.flatten();
    Ok(newest.unwrap_or(1))
}

/// When the partnership became active, or else when it was begun: the first cycle's beginning.
async fn beginning(tx: &mut Tx, partnership: Uuid) -> Result<Moment, Error> {
    let found = tx
        .row(sql!("SELECT active_at, begun_at FROM partnership WHERE id = $1"), &args![partnership])
        .await?
        .ok_or(Error::Unseen)?;
    let active: Option<Moment> = found.get(0)?;
    Ok(active.unwrap_or(found.get(1)?))
}

/// Every cycle, the first one first. The last is under way.
pub(super) async fn all(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Cycle>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT number, begun_at, closed_at, closed_how FROM cycle WHERE partnership = $1 ORDER BY number"
            ),
            &args![partnership],
        )
        .await?;
    let mut all = Vec::new();
    for row in &rows {
        let (closed_at, how): (Option<Moment>, Option<String>) = (row.get(2)?, row.get(3)?);
        let closed = closed_at.map(|at| (at, how.as_deref() == Some("agreed")));
        all.push(Cycle { number: row.get(0)?, begun_at: row.get(1)?, closed });
    }
    if all.is_empty() {
        all.push(Cycle { number: 1, begun_at: beginning(tx, partnership).await?, closed: None });
    }
    Ok(all)
}

/// Closes a cycle and begins the next.
pub(super) async fn close(act: &mut Act, partnership: Uuid, number: i64, agreed: bool) -> Result<(), Error> {
    let now = act.now();
    let how = if agreed { "agreed" } else { "one-side" };
    let begun = match all(act, partnership).await?.into_iter().find(|one| one.number == number) {
        Some(one) => one.begun_at,
        None => return Err(broken("a cycle that is not there is closed")),
    };
    act.run(
        sql!(
            "INSERT INTO cycle (partnership, number, sharing, begun_at, closed_at, closed_how)
             VALUES ($1, $2, 'partnership', $3, $4, $5)
             ON CONFLICT (partnership, number) DO UPDATE SET closed_at = excluded.closed_at,
                closed_how = excluded.closed_how"
        ),
        &args![partnership, number, begun, now, how],
    )
    .await?;
    act.run(
        sql!("INSERT INTO cycle (partnership, number, sharing, begun_at) VALUES ($1, $2, 'partnership', $3)"),
        &args![partnership, number + 1, now],
    )
    .await?;
    Ok(())
}

/// Forgets what was chosen before: the newest choice holds.
pub(super) async fn choose_anew(act: &mut Act, partnership: Uuid, cycle: i64) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "UPDATE text SET withdrawn_at = $3 WHERE id IN
             (SELECT text FROM cycle_carry WHERE partnership = $1 AND cycle = $2)"
        ),
        &args![partnership, cycle, now],
    )
    .await?;
    act.run(
        sql!("DELETE FROM cycle_carry WHERE partnership = $1 AND cycle = $2"),
        &args![partnership, cycle],
    )
    .await?;
    Ok(())
}

/// One thing that was chosen.
pub(super) struct Chosen {
    pub(super) id: Uuid,
    pub(super) kind: Kind,
    pub(super) about: Option<Uuid>,
    pub(super) text: Uuid,
    pub(super) member: Uuid,
}

pub(super) async fn carry(act: &mut Act, partnership: Uuid, cycle: i64, new: &Chosen) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO cycle_carry (id, partnership, sharing, cycle, kind, about, text, member, at)
             VALUES ($1, $2, 'partnership', $3, $4, $5, $6, $7, $8)"
        ),
        &args![new.id, partnership, cycle, new.kind.code(), new.about, new.text, new.member, now],
    )
    .await?;
    Ok(())
}

/// What was chosen to go on from a cycle into the next.
pub(super) async fn carried(tx: &mut Tx, partnership: Uuid, cycle: i64) -> Result<Vec<Carried>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT c.kind, t.body FROM cycle_carry c JOIN text t ON t.id = c.text
                 WHERE c.partnership = $1 AND c.cycle = $2 AND t.withdrawn_at IS NULL ORDER BY c.kind, c.at, c.id"
            ),
            &args![partnership, cycle],
        )
        .await?;
    let mut carried = Vec::new();
    for row in &rows {
        let kind: String = row.get(0)?;
        if let Some(kind) = Kind::from_code(&kind) {
            carried.push(Carried { kind, words: row.get(1)? });
        }
    }
    Ok(carried)
}

/// The actions that are still open.
pub(super) async fn open_actions(tx: &mut Tx, partnership: Uuid) -> Result<Vec<(Uuid, String)>, Error> {
    let rows = tx
        .rows(
            sql!("SELECT id, what FROM action WHERE partnership = $1 AND state = 'open' ORDER BY due, id"),
            &args![partnership],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}
