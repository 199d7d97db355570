//! The tables of interests and goals.

use std::collections::BTreeMap;

use db::{Tx, args, sql};
use uuid::Uuid;

use super::{Goal, Interest};
use crate::error::Error;
use crate::site::Act;
use crate::text::Sharing;

pub(super) async fn add_interest(
    act: &mut Act,
    id: Uuid,
    partnership: Uuid,
    party: Uuid,
    member: Uuid,
    text: Uuid,
) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO interest (id, partnership, sharing, party, member, text, shared_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        &args![id, partnership, Sharing::Partnership.code(), party, member, text, now],
    )
    .await?;
    Ok(())
}

/// What was shared, the first first.
pub async fn interests(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Interest>, Error> {
    let rows = tx
        .rows(
            sql!("SELECT interest, party FROM interest_mark WHERE partnership = $1 ORDER BY at, party"),
            &args![partnership],
        )
        .await?;
    let mut marks: BTreeMap<Uuid, Vec<Uuid>> = BTreeMap::new();
    for row in &rows {
        marks.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    let rows = tx
        .rows(
            sql!(
                "SELECT i.id, i.party, t.body FROM interest i JOIN text t ON t.id = i.text
                 WHERE i.partnership = $1 AND t.withdrawn_at IS NULL ORDER BY i.shared_at, i.id"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let id: Uuid = row.get(0)?;
            let marked = marks.remove(&id).unwrap_or_default();
            Ok(Interest { id, party: row.get(1)?, body: row.get(2)?, marked })
        })
        .collect()
}

pub(super) async fn mark(
    act: &mut Act,
    partnership: Uuid,
    interest: Uuid,
    party: Uuid,
    member: Uuid,
) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO interest_mark (interest, partnership, sharing, party, member, at)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (interest, party) DO NOTHING"
        ),
        &args![interest, partnership, Sharing::Partnership.code(), party, member, now],
    )
    .await?;
    Ok(())
}

pub(super) async fn unmark(
    act: &mut Act,
    partnership: Uuid,
    interest: Uuid,
    party: Uuid,
) -> Result<(), Error> {
    act.run(
        sql!("DELETE FROM interest_mark WHERE partnership = $1 AND interest = $2 AND party = $3"),
        &args![partnership, interest, party],
    )
    .await?;
    Ok(())
}

/// The goals of a partnership, the newest cycle first and then in the order they were begun.
pub async fn goals(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Goal>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT g.id, g.cycle, g.title, y.body, k.body, g.version, g.dropped_at IS NOT NULL
                 FROM goal g JOIN text y ON y.id = g.why JOIN text k ON k.id = g.know
                 WHERE g.partnership = $1 ORDER BY g.cycle DESC, g.begun_at, g.id"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Goal {
                id: row.get(0)?,
                cycle: row.get(1)?,
                title: row.get(2)?,
                why: row.get(3)?,
                know: row.get(4)?,
                version: row.get(5)?,
                dropped: row.get(6)?,
            })
        })
        .collect()
}

pub(super) async fn goal(tx: &mut Tx, partnership: Uuid, id: Uuid) -> Result<Goal, Error> {
    goals(tx, partnership).await?.into_iter().find(|goal| goal.id == id).ok_or(Error::Unseen)
}

pub(super) async fn add_goal(
    act: &mut Act,
    partnership: Uuid,
    goal: &Goal,
    why: Uuid,
    know: Uuid,
) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO goal (id, partnership, sharing, cycle, title, version, why, know, begun_at)
             VALUES ($1, $2, $3, $4, $5, 1, $6, $7, $8)"
        ),
        &args![goal.id, partnership, Sharing::Partnership.code(), goal.cycle, &goal.title, why, know, now],
    )
    .await?;
    Ok(())
}

pub(super) async fn change_goal(
    act: &mut Act,
    id: Uuid,
    title: &str,
    why: Uuid,
    know: Uuid,
) -> Result<(), Error> {
    act.run(
        sql!("UPDATE goal SET title = $2, why = $3, know = $4, version = version + 1 WHERE id = $1"),
        &args![id, title, why, know],
    )
    .await?;
    Ok(())
}

/// The side whose member wrote a goal first; none for somebody who is in no party.
pub(super) async fn proposer(tx: &mut Tx, partnership: Uuid, goal: Uuid) -> Result<Option<Uuid>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT party FROM text WHERE partnership = $1 AND about = $2 AND role = 'goal.why'
                 ORDER BY version, written_at, id LIMIT 1"
            ),
            &args![partnership, goal],
        )
        .await?;
    Ok(match found {
        Some(row) => row.get(0)?,
        None => None,
    })
}

/// Why a goal should be given up, as it was asked last.
pub(super) async fn reason(tx: &mut Tx, partnership: Uuid, goal: Uuid) -> Result<Option<String>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT body FROM text WHERE partnership = $1 AND about = $2 AND role = 'goal.give_up'
                 AND withdrawn_at IS NULL ORDER BY written_at DESC, id DESC LIMIT 1"
            ),
            &args![partnership, goal],
        )
        .await?;
    found.map(|row| Ok(row.get(0)?)).transpose()
}

pub(super) async fn drop_goal(act: &mut Act, id: Uuid) -> Result<(), Error> {
    let now = act.now();
    act.run(sql!("UPDATE goal SET dropped_at = $2 WHERE id = $1"), &args![id, now]).await?;
    Ok(())
}
