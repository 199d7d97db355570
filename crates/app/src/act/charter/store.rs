//! The tables of charters and their versions.

use db::{Tx, args, sql};
use jiff::civil::Date;
use uuid::Uuid;
use words::Lang;

use super::commands::Read;
use super::{Authority, Charter, Fallback, OpenMeetings, Protocol, ROLES};
use crate::error::{Error, broken};
use crate::site::{Act, Moment};

/// The charter of a team and its newest version.
pub async fn of_team(tx: &mut Tx, partnership: Uuid, team: Uuid) -> Result<Option<(Uuid, i64)>, Error> {
    let found = tx
        .row(
            sql!("SELECT id, version FROM charter WHERE partnership = $1 AND team = $2"),
            &args![partnership, team],
        )
        .await?;
    found.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

pub(super) async fn add(act: &mut Act, partnership: Uuid, team: Uuid) -> Result<Uuid, Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO charter (id, partnership, sharing, team, version, begun_at)
             VALUES ($1, $2, 'partnership', $3, 1, $4)"
        ),
        &args![id, partnership, team, now],
    )
    .await?;
    Ok(id)
}

pub(super) async fn advance(act: &mut Act, id: Uuid, version: i64) -> Result<(), Error> {
    act.run(sql!("UPDATE charter SET version = $2 WHERE id = $1"), &args![id, version]).await?;
    Ok(())
}

pub(super) async fn add_version(
    act: &mut Act,
    partnership: Uuid,
    id: Uuid,
    version: i64,
    read: &Read,
    member: Uuid,
) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO charter_version (charter, version, partnership, sharing, language, authority, quorum, protocol,
                                          lowest, fallback, open_meetings, ends_on, member, at)
             VALUES ($1, $2, $3, 'partnership', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
        ),
        &args![
            id,
            version,
            partnership,
            read.language.code(),
            read.authority.code(),
            read.quorum,
            read.protocol.code(),
            read.lowest,
            read.fallback.code(),
            read.open_meetings.code(),
            read.ends_on.to_string(),
            member,
            now
        ],
    )
    .await?;
    Ok(())
}

/// One version of a charter; [`Error::Unseen`] if it is not there.
pub(super) async fn version(tx: &mut Tx, partnership: Uuid, id: Uuid, number: i64) -> Result<Charter, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT v.language, v.authority, v.quorum, v.protocol, v.lowest, v.fallback, v.open_meetings,
                        v.ends_on, p.name, v.at
                 FROM charter_version v JOIN member m ON m.id = v.member JOIN person p ON p.id = m.person
                 WHERE v.partnership = $1 AND v.charter = $2 AND v.version = $3"
            ),
            &args![partnership, id, number],
        )
        .await?;
    let row = found.ok_or(Error::Unseen)?;
    let code = |column: usize| -> Result<String, Error> { Ok(row.get(column)?) };
    let unknown = || broken("an unknown word in a charter");
    Ok(Charter {
        version: number,
        language: Lang::from_code(&code(0)?).unwrap_or(Lang::En),
        texts: texts(tx, id, number).await?,
        authority: Authority::from_code(&code(1)?).ok_or_else(unknown)?,
        quorum: row.get(2)?,
        protocol: Protocol::from_code(&code(3)?).ok_or_else(unknown)?,
        lowest: row.get(4)?,
        fallback: Fallback::from_code(&code(5)?).ok_or_else(unknown)?,
        open_meetings: OpenMeetings::from_code(&code(6)?).ok_or_else(unknown)?,
        ends_on: code(7)?.parse().map_err(broken)?,
        by: row.get(8)?,
        at: row.get(9)?,
    })
}

async fn texts(tx: &mut Tx, id: Uuid, version: i64) -> Result<Vec<String>, Error> {
    let rows = tx
        .rows(
            sql!("SELECT role, body FROM text WHERE about = $1 AND version = $2 AND withdrawn_at IS NULL"),
            &args![id, version],
        )
        .await?;
    let mut known = Vec::new();
    for row in &rows {
        known.push((row.get::<String>(0)?, row.get::<String>(1)?));
    }
    let body = |role: &&str| known.iter().find(|(known, _)| known == role).map(|(_, body)| body.clone());
    Ok(ROLES.iter().map(|role| body(role).unwrap_or_default()).collect())
}

/// Each version: its number, who saved it and when, the newest first.
pub(super) async fn versions(tx: &mut Tx, id: Uuid) -> Result<Vec<(i64, String, Moment)>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT v.version, p.name, v.at FROM charter_version v JOIN member m ON m.id = v.member
                 JOIN person p ON p.id = m.person WHERE v.charter = $1 ORDER BY v.version DESC"
            ),
            &args![id],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).collect()
}

/// Whether a charter of a leadership team at the head of the tree was begun, and whether one was adopted.
pub async fn progress(tx: &mut Tx, partnership: Uuid) -> Result<(bool, bool), Error> {
    let found = tx
        .row(
            sql!(
                "SELECT COUNT(DISTINCT c.id), COUNT(DISTINCT a.about)
                 FROM charter c JOIN team t ON t.id = c.team
                 LEFT JOIN acceptance_ask a ON a.about = c.id AND a.state = 'agreed'
                 WHERE c.partnership = $1 AND t.closed_on IS NULL AND t.reports_to IS NULL
                   AND t.kind IN ('state-group', 'district-leadership', 'school-leadership')"
            ),
            &args![partnership],
        )
        .await?;
    let Some(row) = found else { return Ok((false, false)) };
    Ok((row.get::<i64>(0)? > 0, row.get::<i64>(1)? > 0))
}

/// The charter that stands for a living team.
#[derive(Debug, Clone)]
pub struct Adopted {
    /// The charter.
    pub id: Uuid,
    /// Its team.
    pub team: Uuid,
    /// The team's name.
    pub name: String,
    /// The day it ends.
    pub ends_on: Date,
    /// When the last side adopted it.
    pub at: Moment,
}

/// The charters that stand in a partnership, one for each team that adopted one, the newest first.
pub async fn adopted(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Adopted>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT c.id, t.id, t.name, v.ends_on, COALESCE(a.ended_at, a.asked_at)
                 FROM charter c JOIN team t ON t.id = c.team
                 JOIN acceptance_ask a ON a.about = c.id AND a.state = 'agreed'
                 JOIN charter_version v ON v.charter = c.id AND v.version = a.version
                 WHERE c.partnership = $1 AND t.closed_on IS NULL ORDER BY a.asked_at DESC, a.id DESC"
            ),
            &args![partnership],
        )
        .await?;
    let mut all: Vec<Adopted> = Vec::new();
    for row in &rows {
        let id = row.get(0)?;
        if all.iter().all(|one| one.id != id) {
            let ends_on: String = row.get(3)?;
            all.push(Adopted {
                id,
                team: row.get(1)?,
                name: row.get(2)?,
                ends_on: ends_on.parse().map_err(broken)?,
                at: row.get(4)?,
            });
        }
    }
    Ok(all)
}

/// A charter that stands and its last day.
pub(super) struct Ending {
    pub(super) team: Uuid,
    pub(super) team_name: String,
    pub(super) ends_on: String,
}

/// The adopted charters of a partnership's living teams that end by a day and have no newer version.
pub(super) async fn ending_by(tx: &mut Tx, partnership: Uuid, day: &str) -> Result<Vec<Ending>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT t.id, t.name, v.ends_on
                 FROM charter c JOIN team t ON t.id = c.team
                 JOIN charter_version v ON v.charter = c.id AND v.version = c.version
                 JOIN acceptance_ask a ON a.about = c.id AND a.version = c.version AND a.state = 'agreed'
                 WHERE c.partnership = $1 AND t.closed_on IS NULL AND v.ends_on <= $2
                 ORDER BY v.ends_on, t.name"
            ),
            &args![partnership, day],
        )
        .await?;
    rows.iter()
        .map(|row| Ok(Ending { team: row.get(0)?, team_name: row.get(1)?, ends_on: row.get(2)? }))
        .collect()
}
