//! The tables of agenda items and of what was written about them.

use std::collections::BTreeMap;

use db::{Row, Tx, args, sql};
use uuid::Uuid;

use crate::act::meeting::item::{Item, Purpose, Standing, Written};
use crate::error::{Error, broken};
use crate::site::Act;

/// A new item.
#[derive(Debug)]
pub(in crate::act::meeting) struct NewItem<'a> {
    pub title: &'a str,
    pub purpose: Purpose,
    pub owner: Option<Uuid>,
    pub minutes: i64,
    pub from_item: Option<Uuid>,
    pub by: Uuid,
}

pub(in crate::act::meeting) async fn add_item(
    act: &mut Act,
    partnership: Uuid,
    meeting: Uuid,
    new: &NewItem<'_>,
) -> Result<Uuid, Error> {
    let id = act.id();
    act.run(
        sql!(
            "INSERT INTO meeting_item (id, meeting, partnership, sharing, place, title, purpose, owner, minutes, state,
                                       from_item, taken_up, proposed_by, took, notes, version)
             VALUES ($1, $2, $3, 'partnership',
                     (SELECT COALESCE(max(place), 0) + 1 FROM meeting_item WHERE meeting = $2),
                     $4, $5, $6, $7, 'planned', $8, FALSE, $9, 0, 0, 1)"
        ),
        &args![
            id,
            meeting,
            partnership,
            new.title,
            new.purpose.code(),
            new.owner,
            new.minutes,
            new.from_item,
            new.by
        ],
    )
    .await?;
    Ok(id)
}

fn from(row: &Row) -> Result<Item, Error> {
    let (purpose, standing): (String, String) = (row.get(4)?, row.get(7)?);
    Ok(Item {
        id: row.get(0)?,
        meeting: row.get(1)?,
        place: row.get(2)?,
        title: row.get(3)?,
        purpose: Purpose::from_code(&purpose).ok_or_else(|| broken("an unknown purpose"))?,
        owner: row.get(5)?,
        minutes: row.get(6)?,
        standing: Standing::from_code(&standing).ok_or_else(|| broken("an unknown state of an item"))?,
        taken_up: row.get(8)?,
        took: row.get(9)?,
        notes: row.get(10)?,
        version: row.get(11)?,
    })
}

/// The items of a meeting in their order.
pub(in crate::act::meeting) async fn items(tx: &mut Tx, meeting: Uuid) -> Result<Vec<Item>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT id, meeting, place, title, purpose, owner, minutes, state, taken_up, took, notes, version
                 FROM meeting_item WHERE meeting = $1 AND state <> 'off' ORDER BY place, id"
            ),
            &args![meeting],
        )
        .await?;
    rows.iter().map(from).collect()
}

/// One item of a meeting.
pub(in crate::act::meeting) async fn item(tx: &mut Tx, meeting: Uuid, id: Uuid) -> Result<Item, Error> {
    items(tx, meeting).await?.into_iter().find(|item| item.id == id).ok_or(Error::Unseen)
}

/// What was left over or parked in meetings of this team and has not been taken up again.
pub(in crate::act::meeting) async fn waiting_items(
    tx: &mut Tx,
    partnership: Uuid,
    team: Option<Uuid>,
) -> Result<Vec<Item>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT i.id, i.meeting, i.place, i.title, i.purpose, i.owner, i.minutes, i.state, i.taken_up, i.took,
                        i.notes, i.version, m.team
                 FROM meeting_item i JOIN meeting m ON m.id = i.meeting
                 WHERE i.partnership = $1 AND i.state IN ('left', 'parked') AND NOT i.taken_up
                 ORDER BY m.starts_at, i.place"
            ),
            &args![partnership],
        )
        .await?;
    let mut waiting = Vec::new();
    for row in &rows {
        let its: Option<Uuid> = row.get(12)?;
        if its == team {
            waiting.push(from(row)?);
        }
    }
    Ok(waiting)
}

/// Writes down what of an item can change.
pub(in crate::act::meeting) async fn save_item(act: &mut Act, item: &Item) -> Result<(), Error> {
    act.run(
        sql!(
            "UPDATE meeting_item SET place = $2, title = $3, purpose = $4, owner = $5, minutes = $6, state = $7,
                    taken_up = $8, took = $9, notes = $10, version = version + 1
             WHERE id = $1"
        ),
        &args![
            item.id,
            item.place,
            &item.title,
            item.purpose.code(),
            item.owner,
            item.minutes,
            item.standing.code(),
            item.taken_up,
            item.took,
            item.notes
        ],
    )
    .await?;
    Ok(())
}

/// What was written about an item in one version.
pub(in crate::act::meeting) async fn written(
    tx: &mut Tx,
    item: Uuid,
    version: i64,
) -> Result<Written, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT role, body FROM text
                 WHERE about = $1 AND version = $2 AND role IN ('meeting.notes', 'meeting.outcome')
                   AND withdrawn_at IS NULL"
            ),
            &args![item, version],
        )
        .await?;
    let mut written = Written::default();
    for row in &rows {
        put(&mut written, row, 0)?;
    }
    Ok(written)
}

fn put(written: &mut Written, row: &Row, at: usize) -> Result<(), Error> {
    let (role, body): (String, String) = (row.get(at)?, row.get(at + 1)?);
    if role == "meeting.notes" {
        written.notes = body;
    } else {
        written.outcome = body;
    }
    Ok(())
}

/// What stands written about each item of a meeting.
pub(in crate::act::meeting) async fn all_written(
    tx: &mut Tx,
    meeting: Uuid,
) -> Result<BTreeMap<Uuid, Written>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT t.about, t.role, t.body FROM text t JOIN meeting_item i ON i.id = t.about AND i.notes = t.version
                 WHERE i.meeting = $1 AND t.role IN ('meeting.notes', 'meeting.outcome') AND t.withdrawn_at IS NULL"
            ),
            &args![meeting],
        )
        .await?;
    let mut all: BTreeMap<Uuid, Written> = BTreeMap::new();
    for row in &rows {
        put(all.entry(row.get(0)?).or_default(), row, 1)?;
    }
    Ok(all)
}
