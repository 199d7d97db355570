//! The tables of what is to last, and its moves.

use std::collections::BTreeMap;

use db::{Tx, args, sql};
use jiff::civil::Date;
use uuid::Uuid;

use super::{Home, Lasting, Move, State};
use crate::error::{Error, broken};
use crate::site::Act;

pub(super) async fn add(
    act: &mut Act,
    partnership: Uuid,
    name: &str,
    home: Home,
    member: Uuid,
) -> Result<Uuid, Error> {
    let id = act.id();
    act.run(
        sql!(
            "INSERT INTO lasting (id, partnership, sharing, name, home, state, member, version)
             VALUES ($1, $2, 'partnership', $3, $4, 'tested', $5, 1)"
        ),
        &args![id, partnership, name, home.code(), member],
    )
    .await?;
    Ok(id)
}

/// One move of it, in a cycle, seen by a document of a day.
pub(super) async fn moved(
    act: &mut Act,
    lasting: Uuid,
    cycle: i64,
    state: State,
    document: &str,
    day: Date,
    member: Uuid,
) -> Result<(), Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO lasting_move (id, lasting, cycle, state, document, day, member, at, partnership,
                                       sharing)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, (SELECT partnership FROM lasting WHERE id = $2),
                     (SELECT sharing FROM lasting WHERE id = $2))"
        ),
        &args![id, lasting, cycle, state.code(), document, day.to_string(), member, now],
    )
    .await?;
    act.run(
        sql!("UPDATE lasting SET state = $2, version = version + 1 WHERE id = $1"),
        &args![lasting, state.code()],
    )
    .await?;
    Ok(())
}

/// All of a partnership, by name.
pub async fn all(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Lasting>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT id, name, home, state, version FROM lasting WHERE partnership = $1 ORDER BY name, id"
            ),
            &args![partnership],
        )
        .await?;
    let mut all = Vec::new();
    for row in &rows {
        all.push(Lasting {
            id: row.get(0)?,
            name: row.get(1)?,
            home: Home::from_code(&row.get::<String>(2)?).ok_or_else(|| broken("an unknown home"))?,
            state: state(&row.get::<String>(3)?)?,
            version: row.get(4)?,
            moves: Vec::new(),
        });
    }
    let rows = tx
        .rows(
            sql!(
                "SELECT v.lasting, v.cycle, v.state, v.document, v.day, p.name FROM lasting_move v
                 JOIN lasting l ON l.id = v.lasting JOIN member m ON m.id = v.member JOIN person p ON p.id = m.person
                 WHERE l.partnership = $1 ORDER BY v.at, v.id"
            ),
            &args![partnership],
        )
        .await?;
    let mut moves: BTreeMap<Uuid, Vec<Move>> = BTreeMap::new();
    for row in &rows {
        let day: String = row.get(4)?;
        moves.entry(row.get(0)?).or_default().push(Move {
            cycle: row.get(1)?,
            state: state(&row.get::<String>(2)?)?,
            document: row.get(3)?,
            day: day.parse().map_err(|_| broken("a move without a day"))?,
            by: row.get(5)?,
        });
    }
    for one in &mut all {
        one.moves = moves.remove(&one.id).unwrap_or_default();
    }
    Ok(all)
}

fn state(code: &str) -> Result<State, Error> {
    State::from_code(code).ok_or_else(|| broken("an unknown state of what is to last"))
}

pub(super) async fn one(tx: &mut Tx, partnership: Uuid, id: Uuid) -> Result<Lasting, Error> {
    all(tx, partnership).await?.into_iter().find(|one| one.id == id).ok_or(Error::Unseen)
}

/// How many moves were made in a cycle.
pub async fn moved_in(tx: &mut Tx, partnership: Uuid, cycle: i64) -> Result<i64, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT count(*) FROM lasting_move v JOIN lasting l ON l.id = v.lasting
                 WHERE l.partnership = $1 AND v.cycle = $2"
            ),
            &args![partnership, cycle],
        )
        .await?;
    Ok(found.map(|row| row.get(0)).transpose()?.unwrap_or(0))
}

/// Those that are not in force yet and have not ended: what the next cycle may take on.
pub async fn names_below_force(tx: &mut Tx, partnership: Uuid) -> Result<Vec<(Uuid, String)>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT id, name FROM lasting WHERE partnership = $1 AND state IN ('tested', 'proposed', 'adopted')
                 ORDER BY name, id"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// How many stood how deep when a cycle was over: the deepest move of each up to it.
pub async fn reached_by(
    tx: &mut Tx,
    partnership: Uuid,
    cycle: i64,
) -> Result<BTreeMap<&'static str, i64>, Error> {
    let mut reached = BTreeMap::new();
    for one in all(tx, partnership).await? {
        if let Some(last) = one.moves.iter().rfind(|m| m.cycle <= cycle) {
            *reached.entry(last.state.code()).or_insert(0) += 1;
        }
    }
    Ok(reached)
}
