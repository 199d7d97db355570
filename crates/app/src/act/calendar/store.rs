//! The table of calendar feeds, and what one shows.

use db::{Tx, args, sql};
use uuid::Uuid;

use super::Event;
use crate::error::{Error, broken};
use crate::site::{Act, Moment};

pub(super) async fn put(act: &mut Act, person: Uuid, secret: &[u8]) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO calendar_feed (person, secret, begun_at) VALUES ($1, $2, $3)
             ON CONFLICT (person) DO UPDATE SET secret = excluded.secret, begun_at = excluded.begun_at"
        ),
        &args![person, secret.to_vec(), now],
    )
    .await?;
    Ok(())
}

pub(super) async fn remove(act: &mut Act, person: Uuid) -> Result<(), Error> {
    act.run(sql!("DELETE FROM calendar_feed WHERE person = $1"), &args![person]).await?;
    Ok(())
}

/// Since when a person has a feed.
pub(super) async fn of_person(tx: &mut Tx, person: Uuid) -> Result<Option<Moment>, Error> {
    let found = tx.row(sql!("SELECT begun_at FROM calendar_feed WHERE person = $1"), &args![person]).await?;
    found.map(|row| Ok(row.get(0)?)).transpose()
}

/// Whose feed this is: person and name.
pub(super) async fn by_secret(tx: &mut Tx, secret: &[u8]) -> Result<Option<(Uuid, String)>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT f.person, p.name FROM calendar_feed f JOIN person p ON p.id = f.person
                 WHERE f.secret = $1"
            ),
            &args![secret.to_vec()],
        )
        .await?;
    found.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

/// The meetings that people were told of, where this person has a living seat now: those of the whole partnership,
/// and those of a team to which they were asked.
pub(super) async fn events(tx: &mut Tx, person: Uuid, from: Moment, base: &str) -> Result<Vec<Event>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT x.id, x.title, q.name, x.place, x.starts, x.minutes, x.zone, x.sequence, x.state,
                        COALESCE(x.invited_at, x.planned_at), x.partnership
                 FROM member m JOIN meeting x ON x.partnership = m.partnership
                 JOIN partnership q ON q.id = m.partnership
                 WHERE m.person = $1 AND m.ended_at IS NULL AND x.invited_at IS NOT NULL AND x.starts_at >= $2
                   AND (x.team IS NULL OR EXISTS (SELECT 1 FROM meeting_person a
                                                  WHERE a.meeting = x.id AND a.member = m.id))
                 ORDER BY x.starts_at, x.id"
            ),
            &args![person, from],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let (id, partnership): (Uuid, Uuid) = (row.get(0)?, row.get(10)?);
            let (title, name): (String, String) = (row.get(1)?, row.get(2)?);
            let (starts, state): (String, String) = (row.get(4)?, row.get(8)?);
            Ok(Event {
                uid: format!("{id}@concord"),
                title: format!("{title} · {name}"),
                place: row.get(3)?,
                link: format!("{base}/p/{partnership}/meetings/{id}"),
                starts: starts.parse().map_err(broken)?,
                minutes: row.get(5)?,
                zone: row.get(6)?,
                sequence: row.get(7)?,
                off: state == "cancelled",
                told_at: row.get(9)?,
            })
        })
        .collect()
}
