//! The tables of the first half hour.

use db::{Row, Tx, args, sql};
use uuid::Uuid;

use super::{Concern, Hour, Named, Pick, Proposed, State, Yes};
use crate::error::{Error, broken};
use crate::prepare::readiness::Item;
use crate::site::{Act, Moment};
use crate::text::Sharing;

/// The newest half hour of a partnership, whole.
pub(super) async fn newest(tx: &mut Tx, partnership: Uuid) -> Result<Option<Hour>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT id, round, state, begun_at, answer_by, named_at, concern, picked_at FROM firsthour
                 WHERE partnership = $1 ORDER BY begun_at DESC, id DESC LIMIT 1"
            ),
            &args![partnership],
        )
        .await?;
    let Some(row) = found else { return Ok(None) };
    let (id, state): (Uuid, String) = (row.get(0)?, row.get(2)?);
    Ok(Some(Hour {
        id,
        round: row.get(1)?,
        state: State::from_code(&state).ok_or_else(|| broken("an unknown state of a half hour"))?,
        begun_at: row.get(3)?,
        answer_by: row.get(4)?,
        named_at: row.get(5)?,
        concern: row.get(6)?,
        picked_at: row.get(7)?,
        concerns: concerns(tx, id).await?,
        picks: picks(tx, id).await?,
        meetings: meetings(tx, id).await?,
    }))
}

async fn concerns(tx: &mut Tx, hour: Uuid) -> Result<Vec<Concern>, Error> {
    let rows = tx
        .rows(
            sql!("SELECT id, party, item, words FROM firsthour_concern WHERE firsthour = $1 ORDER BY at, id"),
            &args![hour],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let item: Option<String> = row.get(2)?;
            Ok(Concern {
                id: row.get(0)?,
                party: row.get(1)?,
                item: item.and_then(|code| Item::from_code(&code)),
                words: row.get(3)?,
            })
        })
        .collect()
}

async fn picks(tx: &mut Tx, hour: Uuid) -> Result<Vec<Pick>, Error> {
    let rows = tx
        .rows(
            sql!("SELECT party, concern, name FROM firsthour_pick WHERE firsthour = $1 ORDER BY at"),
            &args![hour],
        )
        .await?;
    rows.iter().map(|row| Ok(Pick { party: row.get(0)?, concern: row.get(1)?, name: row.get(2)? })).collect()
}

async fn meetings(tx: &mut Tx, hour: Uuid) -> Result<Vec<Proposed>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT id, party, name, starts, zone, place, at, answer_by, state, meeting
                 FROM firsthour_meeting
                 WHERE firsthour = $1 ORDER BY at DESC, id DESC"
            ),
            &args![hour],
        )
        .await?;
    let mut all = rows.iter().map(meeting).collect::<Result<Vec<Proposed>, Error>>()?;
    let rows = tx
        .rows(
            sql!(
                "SELECT y.meeting, y.party, y.name, y.brings FROM firsthour_yes y
                 JOIN firsthour_meeting m ON m.id = y.meeting WHERE m.firsthour = $1 ORDER BY y.at"
            ),
            &args![hour],
        )
        .await?;
    for row in &rows {
        let of: Uuid = row.get(0)?;
        if let Some(one) = all.iter_mut().find(|one| one.id == of) {
            one.yes.push(Yes { party: row.get(1)?, name: row.get(2)?, brings: row.get(3)? });
        }
    }
    Ok(all)
}

fn meeting(row: &Row) -> Result<Proposed, Error> {
    let starts: String = row.get(3)?;
    Ok(Proposed {
        id: row.get(0)?,
        party: row.get(1)?,
        name: row.get(2)?,
        starts: starts.parse().map_err(broken)?,
        zone: row.get(4)?,
        place: row.get(5)?,
        at: row.get(6)?,
        answer_by: row.get(7)?,
        state: row.get(8)?,
        meeting: row.get(9)?,
        yes: Vec::new(),
    })
}

/// The partnership of a half hour.
pub(super) async fn partnership_of(tx: &mut Tx, hour: Uuid) -> Result<Option<Uuid>, Error> {
    let found = tx.row(sql!("SELECT partnership FROM firsthour WHERE id = $1"), &args![hour]).await?;
    Ok(found.map(|row| row.get(0)).transpose()?)
}

pub(super) async fn add(
    act: &mut Act,
    partnership: Uuid,
    round: Uuid,
    answer_by: Moment,
) -> Result<Uuid, Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO firsthour (id, partnership, sharing, round, state, begun_at, answer_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        &args![id, partnership, Sharing::Partnership.code(), round, State::Open.code(), now, answer_by],
    )
    .await?;
    Ok(id)
}

/// Writes where a half hour stands.
pub(super) async fn save(act: &mut Act, hour: &Hour) -> Result<(), Error> {
    act.run(
        sql!(
            "UPDATE firsthour SET state = $2, answer_by = $3, named_at = $4, concern = $5, picked_at = $6
             WHERE id = $1"
        ),
        &args![hour.id, hour.state.code(), hour.answer_by, hour.named_at, hour.concern, hour.picked_at],
    )
    .await?;
    Ok(())
}

/// Takes what a party named, instead of what it named before.
pub(super) async fn name(
    act: &mut Act,
    hour: Uuid,
    party: Uuid,
    member: Uuid,
    named: &[Named],
) -> Result<(), Error> {
    act.run(sql!("DELETE FROM firsthour_concern WHERE firsthour = $1 AND party = $2"), &args![hour, party])
        .await?;
    let now = act.now();
    for (item, words) in named {
        let id = act.id();
        act.run(
            sql!(
                "INSERT INTO firsthour_concern (id, firsthour, party, member, item, words, at, partnership,
                                                sharing)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, (SELECT partnership FROM firsthour WHERE id = $2),
                         (SELECT sharing FROM firsthour WHERE id = $2))"
            ),
            &args![id, hour, party, member, item.map(Item::code), words.clone(), now],
        )
        .await?;
    }
    Ok(())
}

pub(super) async fn pick(
    act: &mut Act,
    hour: Uuid,
    party: Uuid,
    concern: Uuid,
    name: &str,
) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO firsthour_pick (firsthour, party, concern, name, at, partnership, sharing)
             VALUES ($1, $2, $3, $4, $5, (SELECT partnership FROM firsthour WHERE id = $1),
                     (SELECT sharing FROM firsthour WHERE id = $1))
             ON CONFLICT (firsthour, party) DO UPDATE SET concern = excluded.concern, name = excluded.name,
                at = excluded.at"
        ),
        &args![hour, party, concern, name, now],
    )
    .await?;
    Ok(())
}

/// Keeps a proposed meeting.
pub(super) async fn propose(act: &mut Act, hour: Uuid, one: &Proposed) -> Result<(), Error> {
    act.run(
        sql!(
            "INSERT INTO firsthour_meeting (id, firsthour, party, name, starts, zone, place, at, answer_by,
                                            state, partnership, sharing)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
                     (SELECT partnership FROM firsthour WHERE id = $2),
                     (SELECT sharing FROM firsthour WHERE id = $2))"
        ),
        &args![
            one.id,
            hour,
            one.party,
            one.name.clone(),
            one.starts.to_string(),
            one.zone.clone(),
            one.place.clone(),
            one.at,
            one.answer_by,
            one.state.clone()
        ],
    )
    .await?;
    Ok(())
}

/// Marks a proposal as agreed, with the meeting that was planned for it.
pub(super) async fn agree(act: &mut Act, proposed: Uuid, meeting: Uuid) -> Result<(), Error> {
    act.run(
        sql!("UPDATE firsthour_meeting SET state = 'agreed', meeting = $2 WHERE id = $1"),
        &args![proposed, meeting],
    )
    .await?;
    Ok(())
}

pub(super) async fn set_meeting(act: &mut Act, meeting: Uuid, state: &str) -> Result<(), Error> {
    act.run(sql!("UPDATE firsthour_meeting SET state = $2 WHERE id = $1"), &args![meeting, state]).await?;
    Ok(())
}

pub(super) async fn say_yes(
    act: &mut Act,
    meeting: Uuid,
    party: Uuid,
    name: &str,
    brings: &str,
) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO firsthour_yes (meeting, party, name, brings, at, partnership, sharing)
             VALUES ($1, $2, $3, $4, $5, (SELECT partnership FROM firsthour_meeting WHERE id = $1),
                     (SELECT sharing FROM firsthour_meeting WHERE id = $1))
             ON CONFLICT (meeting, party) DO UPDATE SET name = excluded.name, brings = excluded.brings,
                at = excluded.at"
        ),
        &args![meeting, party, name, brings, now],
    )
    .await?;
    Ok(())
}
