//! The tables of meetings.

#[path = "items/store.rs"]
mod items;
#[path = "people/store.rs"]
mod people;

use db::{Row, Tx, args, sql};
use uuid::Uuid;

use super::commands::Planned;
use super::{Meeting, State};
use crate::error::{Error, broken};
use crate::site::{Act, Moment};

pub(super) use items::*;
pub(super) use people::*;

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

/// One meeting; [`Error::Unseen`] if it is not there.
pub(super) async fn one(tx: &mut Tx, partnership: Uuid, id: Uuid) -> Result<Meeting, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT id, team, title, state, starts, zone, minutes, place, room_code, facilitator, recorder,
                        timekeeper, planned_at, invited_at, begun_at, closed_at, confirm_by, item, item_since, sequence,
                        version
                 FROM meeting WHERE partnership = $1 AND id = $2"
            ),
            &args![partnership, id],
        )
        .await?;
    from(&found.ok_or(Error::Unseen)?)
}

/// The meetings that are being held, and those whose minutes wait to be confirmed.
pub(super) async fn pressing(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Meeting>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT id, team, title, state, starts, zone, minutes, place, room_code, facilitator, recorder,
                        timekeeper, planned_at, invited_at, begun_at, closed_at, confirm_by, item, item_since, sequence,
                        version
                 FROM meeting WHERE partnership = $1
                   AND (state = 'running' OR (state = 'closed' AND confirm_by IS NOT NULL))"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter().map(from).collect()
}

/// The partnership of a meeting.
pub(super) async fn partnership_of(tx: &mut Tx, id: Uuid) -> Result<Option<Uuid>, Error> {
    let found = tx.row(sql!("SELECT partnership FROM meeting WHERE id = $1"), &args![id]).await?;
    found.map(|row| Ok(row.get(0)?)).transpose()
}

/// The parties whose people ran the meetings that were held, the latest first.
pub(super) async fn ran(tx: &mut Tx, partnership: Uuid, team: Option<Uuid>) -> Result<Vec<Uuid>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT p.party, m.team FROM meeting m JOIN member p ON p.id = m.facilitator
                 WHERE m.partnership = $1 AND m.begun_at IS NOT NULL AND p.party IS NOT NULL
                 ORDER BY m.starts_at DESC"
            ),
            &args![partnership],
        )
        .await?;
    let mut ran = Vec::new();
    for row in &rows {
        let its: Option<Uuid> = row.get(1)?;
        if its == team {
            ran.push(row.get(0)?);
        }
    }
    Ok(ran)
}

/// Writes down what of a meeting can change; its version grows by one.
pub(super) async fn save(act: &mut Act, meeting: &Meeting) -> Result<(), Error> {
    let now = act.now();
    let settled = matches!(meeting.state, State::Approved | State::Unconfirmed).then_some(now);
    let cancelled = (meeting.state == State::Cancelled).then_some(now);
    act.run(
        sql!(
            "UPDATE meeting SET title = $2, state = $3, starts = $4, starts_at = $5, minutes = $6, place = $7,
                    facilitator = $8, recorder = $9, timekeeper = $10, invited_at = $11, begun_at = $12,
                    closed_at = $13, confirm_by = $14, item = $15, item_since = $16, sequence = $17,
                    settled_at = $18, cancelled_at = $19, version = version + 1
             WHERE id = $1"
        ),
        &args![
            meeting.id,
            &meeting.title,
            meeting.state.code(),
            meeting.starts.to_string(),
            meeting.starts_at(),
            meeting.minutes,
            &meeting.place,
            meeting.facilitator,
            meeting.recorder,
            meeting.timekeeper,
            meeting.invited_at,
            meeting.begun_at,
            meeting.closed_at,
            meeting.confirm_by,
            meeting.item,
            meeting.item_since,
            meeting.sequence,
            settled,
            cancelled
        ],
    )
    .await?;
    Ok(())
}
