//! The tables of meetings.

use db::{Row, Tx, args, sql};
use uuid::Uuid;

use super::commands::Planned;
use super::{Meeting, State};
use crate::error::{Error, broken};
use crate::site::{Act, Moment};

pub(super) async fn add(
    act: &mut Act,
    partnership: Uuid,
    zone: &str,
    plan: &Planned,
    member: Uuid,
    code: &str,
) -> Result<Uuid, Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO meeting (id, partnership, sharing, team, title, state, starts, zone, starts_at, minutes, place,
                                  room_code, planned_by, planned_at, sequence, version)
             VALUES ($1, $2, 'partnership', $3, $4, 'draft', $5, $6, $7, $8, $9, $10, $11, $12, 0, 1)"
        ),
        &args![
            id,
            partnership,
            plan.team,
            &plan.title,
            plan.starts.to_string(),
            zone,
            Moment::of_civil(plan.starts, zone),
            plan.minutes,
            &plan.place,
            code,
            member,
            now
        ],
    )
    .await?;
    Ok(id)
}

/// Every meeting of a partnership, the latest first.
pub async fn all(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Meeting>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT id, team, title, state, starts, zone, minutes, place, room_code, facilitator, recorder,
                        timekeeper, planned_at, invited_at, begun_at, closed_at, confirm_by, item, item_since, sequence,
                        version
                 FROM meeting WHERE partnership = $1 ORDER BY starts_at DESC, id DESC"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter().map(from).collect()
}

fn from(row: &Row) -> Result<Meeting, Error> {
    let state: String = row.get(3)?;
    let starts: String = row.get(4)?;
    Ok(Meeting {
        id: row.get(0)?,
        team: row.get(1)?,
        title: row.get(2)?,
        state: State::from_code(&state).ok_or_else(|| broken("an unknown state of a meeting"))?,
        starts: starts.parse().map_err(broken)?,
        zone: row.get(5)?,
        minutes: row.get(6)?,
        place: row.get(7)?,
        room_code: row.get(8)?,
        facilitator: row.get(9)?,
        recorder: row.get(10)?,
        timekeeper: row.get(11)?,
        planned_at: row.get(12)?,
        invited_at: row.get(13)?,
        begun_at: row.get(14)?,
        closed_at: row.get(15)?,
        confirm_by: row.get(16)?,
        item: row.get(17)?,
        item_since: row.get(18)?,
        sequence: row.get(19)?,
        version: row.get(20)?,
    })
}
