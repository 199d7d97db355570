//! The tables of cycles and of what goes on from one into the next.

use std::collections::BTreeSet;

use db::{Tx, args, sql};
use uuid::Uuid;
use words::Lang;

use super::carry::{Candidate, Reason};
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
pub(super) struct Chosen<'a> {
    pub(super) id: Uuid,
    pub(super) one: &'a Candidate,
    pub(super) goes_on: bool,
    pub(super) text: Uuid,
    pub(super) member: Uuid,
}

/// Whether it goes on or stays behind, as the table says it.
const CARRY: &str = "carry";
const LEAVE: &str = "leave";

pub(super) async fn choose(
    act: &mut Act,
    partnership: Uuid,
    cycle: i64,
    new: &Chosen<'_>,
) -> Result<(), Error> {
    let now = act.now();
    let about = (new.one.kind != Kind::Own).then_some(new.one.id);
    let choice = if new.goes_on { CARRY } else { LEAVE };
    act.run(
        sql!(
            "INSERT INTO cycle_carry (id, partnership, sharing, cycle, kind, about, text, member, at, choice, why, why_day)
             VALUES ($1, $2, 'partnership', $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        ),
        &args![
            new.id,
            partnership,
            cycle,
            new.one.kind.code(),
            about,
            new.text,
            new.member,
            now,
            choice,
            new.one.why.code(),
            new.one.day.map(|day| day.to_string())
        ],
    )
    .await?;
    Ok(())
}

/// What was chosen when a cycle was to be closed, by kind: to go on into the next, or to stay behind.
pub(super) async fn chosen(tx: &mut Tx, partnership: Uuid, cycle: i64) -> Result<Vec<Carried>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT c.kind, c.about, t.body, t.language, c.choice, c.why, c.why_day, c.member
                 FROM cycle_carry c JOIN text t ON t.id = c.text
                 WHERE c.partnership = $1 AND c.cycle = $2 AND t.withdrawn_at IS NULL ORDER BY c.at, c.id"
            ),
            &args![partnership, cycle],
        )
        .await?;
    let mut all = Vec::new();
    for row in &rows {
        let (kind, language): (String, String) = (row.get(0)?, row.get(3)?);
        let (choice, why): (String, String) = (row.get(4)?, row.get(5)?);
        let day: Option<String> = row.get(6)?;
        if let Some(kind) = Kind::from_code(&kind) {
            all.push(Carried {
                kind,
                cycle,
                about: row.get(1)?,
                words: row.get(2)?,
                language: Lang::from_code(&language).unwrap_or(Lang::En),
                goes_on: choice == CARRY,
                why: Reason::from_code(&why),
                day: day.map(|day| day.parse()).transpose().map_err(broken)?,
                member: row.get(7)?,
            });
        }
    }
    all.sort_by_key(|one| Kind::ALL.iter().position(|kind| *kind == one.kind));
    Ok(all)
}

/// What the cycle before handed on to this one.
pub async fn carried_into(tx: &mut Tx, partnership: Uuid, cycle: i64) -> Result<BTreeSet<Uuid>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT about FROM cycle_carry
                 WHERE partnership = $1 AND cycle = $2 AND choice = $3 AND about IS NOT NULL"
            ),
            &args![partnership, cycle - 1, CARRY],
        )
        .await?;
    rows.iter().map(|row| Ok(row.get(0)?)).collect()
}

/// What was left behind at the end of a cycle.
pub(super) async fn left(tx: &mut Tx, partnership: Uuid) -> Result<BTreeSet<Uuid>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT c.about FROM cycle_carry c JOIN cycle y ON y.partnership = c.partnership AND y.number = c.cycle
                 WHERE c.partnership = $1 AND c.choice = $2 AND c.about IS NOT NULL AND y.closed_at IS NOT NULL"
            ),
            &args![partnership, LEAVE],
        )
        .await?;
    rows.iter().map(|row| Ok(row.get(0)?)).collect()
}

/// Whether this was left behind at the end of a cycle.
pub async fn was_left(tx: &mut Tx, partnership: Uuid, about: Uuid) -> Result<bool, Error> {
    Ok(left(tx, partnership).await?.contains(&about))
}

/// The closed cycles at whose end this was on the list, and whether it went on.
pub(super) async fn passages(tx: &mut Tx, partnership: Uuid, about: Uuid) -> Result<Vec<(i64, bool)>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT c.cycle, c.choice FROM cycle_carry c
                 JOIN cycle y ON y.partnership = c.partnership AND y.number = c.cycle
                 WHERE c.partnership = $1 AND c.about = $2 AND y.closed_at IS NOT NULL ORDER BY c.cycle"
            ),
            &args![partnership, about],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get::<String>(1)? == CARRY))).collect()
}
