//! The tables of actions.

use db::{Row, Tx, args, sql};
use jiff::civil::Date;
use uuid::Uuid;

use super::{Action, NewAction, State};
use crate::error::{Error, broken};
use crate::site::{Act, Moment};

pub(super) async fn add(act: &mut Act, partnership: Uuid, new: &NewAction, by: Uuid) -> Result<Uuid, Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO action (id, partnership, sharing, team, meeting, item, decision, what, owner, due, state,
                                 added_by, added_at, moved, version)
             VALUES ($1, $2, 'partnership', $3, $4, $5, $6, $7, $8, $9, 'open', $10, $11, 0, 1)"
        ),
        &args![
            id,
            partnership,
            new.team,
            new.meeting,
            new.item,
            new.decision,
            &new.what,
            new.owner,
            new.due.to_string(),
            by,
            now
        ],
    )
    .await?;
    Ok(id)
}

fn from(row: &Row) -> Result<Action, Error> {
    let (due, state): (String, String) = (row.get(8)?, row.get(9)?);
    Ok(Action {
        id: row.get(0)?,
        meeting: row.get(1)?,
        item: row.get(2)?,
        decision: row.get(3)?,
        what: row.get(4)?,
        owner: row.get(5)?,
        name: row.get(6)?,
        sits: row.get(7)?,
        due: due.parse().map_err(broken)?,
        state: State::from_code(&state).ok_or_else(|| broken("an unknown state of an action"))?,
        added_at: row.get(10)?,
        settled_at: row.get(11)?,
        moved: row.get(12)?,
        version: row.get(13)?,
        reason: row.get(14)?,
    })
}

/// The actions of a partnership, the nearest date first.
pub(super) async fn all(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Action>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT a.id, a.meeting, a.item, a.decision, a.what, a.owner, p.name, m.ended_at IS NULL, a.due, a.state,
                        a.added_at, a.settled_at, a.moved, a.version,
                        (SELECT t.body FROM action_change c JOIN text t ON t.id = c.reason
                         WHERE c.action = a.id AND t.withdrawn_at IS NULL ORDER BY c.at DESC LIMIT 1)
                 FROM action a JOIN member m ON m.id = a.owner JOIN person p ON p.id = m.person
                 WHERE a.partnership = $1 ORDER BY a.due, a.id"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter().map(from).collect()
}

/// One action; [`Error::Unseen`] if it is not there.
pub(super) async fn one(tx: &mut Tx, partnership: Uuid, id: Uuid) -> Result<Action, Error> {
    all(tx, partnership).await?.into_iter().find(|action| action.id == id).ok_or(Error::Unseen)
}

/// What was taken on in a meeting.
pub async fn of_meeting(tx: &mut Tx, partnership: Uuid, meeting: Uuid) -> Result<Vec<Action>, Error> {
    Ok(all(tx, partnership).await?.into_iter().filter(|action| action.meeting == Some(meeting)).collect())
}

/// What carries out a decision.
pub async fn of_decision(tx: &mut Tx, partnership: Uuid, decision: Uuid) -> Result<Vec<Action>, Error> {
    Ok(all(tx, partnership).await?.into_iter().filter(|action| action.decision == Some(decision)).collect())
}

/// How many actions of a team are open.
pub async fn open_of(tx: &mut Tx, partnership: Uuid, team: Option<Uuid>) -> Result<i64, Error> {
    let rows = tx
        .rows(sql!("SELECT team FROM action WHERE partnership = $1 AND state = 'open'"), &args![partnership])
        .await?;
    let mut open = 0;
    for row in &rows {
        let its: Option<Uuid> = row.get(0)?;
        open += i64::from(its == team);
    }
    Ok(open)
}

/// An open action of somebody's.
pub(super) struct Owned {
    pub(super) id: Uuid,
    pub(super) what: String,
    pub(super) due: Date,
    pub(super) since: Moment,
    /// Whether somebody else wrote it down for them.
    pub(super) given: bool,
}

/// The open actions of one seat.
pub(super) async fn open_of_owner(tx: &mut Tx, owner: Uuid) -> Result<Vec<Owned>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT id, what, due, added_at, added_by FROM action
                 WHERE owner = $1 AND state = 'open' ORDER BY due, id"
            ),
            &args![owner],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let (due, by): (String, Uuid) = (row.get(2)?, row.get(4)?);
            Ok(Owned {
                id: row.get(0)?,
                what: row.get(1)?,
                due: due.parse().map_err(broken)?,
                since: row.get(3)?,
                given: by != owner,
            })
        })
        .collect()
}

pub(super) async fn settle(act: &mut Act, id: Uuid, state: State, due: Date) -> Result<(), Error> {
    let now = act.now();
    let (settled, moved) = ((state != State::Open).then_some(now), i64::from(state == State::Open));
    act.run(
        sql!(
            "UPDATE action SET state = $2, due = $3, settled_at = $4, moved = moved + CAST($5 AS BIGINT),
                    version = version + 1
             WHERE id = $1"
        ),
        &args![id, state.code(), due.to_string(), settled, moved],
    )
    .await?;
    Ok(())
}

pub(super) async fn changed(
    act: &mut Act,
    partnership: Uuid,
    action: Uuid,
    what: &str,
    due: Date,
    reason: Option<Uuid>,
    member: Uuid,
) -> Result<(), Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO action_change (id, action, partnership, sharing, what, due, reason, member, at)
             VALUES ($1, $2, $3, 'partnership', $4, $5, $6, $7, $8)"
        ),
        &args![id, action, partnership, what, due.to_string(), reason, member, now],
    )
    .await?;
    Ok(())
}
