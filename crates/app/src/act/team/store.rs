//! The tables of teams and of who sits in them.

use db::{Row, Tx, args, sql};
use uuid::Uuid;

use super::{Kind, Team, TeamSeat};
use crate::error::{Error, broken};
use crate::site::{Act, Moment};

fn team(row: &Row) -> Result<Team, Error> {
    Ok(Team {
        id: row.get(0)?,
        kind: Kind::from_code(&row.get::<String>(1)?).ok_or_else(|| broken("an unknown kind of team"))?,
        name: row.get(2)?,
        reports_to: row.get(3)?,
        site: row.get(4)?,
        site_name: row.get(5)?,
        founded_at: row.get(6)?,
        closed_on: row.get::<Option<String>>(7)?.map(|day| day.parse()).transpose().map_err(broken)?,
        close_reason: row.get(8)?,
        version: row.get(9)?,
    })
}

/// Every team of a partnership, those that ended included, by name.
pub async fn all(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Team>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT t.id, t.kind, t.name, t.reports_to, t.site, s.name, t.founded_at, t.closed_on,
                        t.close_reason, t.version
                 FROM team t JOIN site s ON s.id = t.site WHERE t.partnership = $1 ORDER BY t.name, t.id"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter().map(team).collect()
}

/// The teams of a partnership that work, by name.
pub async fn list(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Team>, Error> {
    Ok(all(tx, partnership).await?.into_iter().filter(Team::lives).collect())
}

pub(super) async fn one(tx: &mut Tx, partnership: Uuid, id: Uuid) -> Result<Team, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT t.id, t.kind, t.name, t.reports_to, t.site, s.name, t.founded_at, t.closed_on,
                        t.close_reason, t.version
                 FROM team t JOIN site s ON s.id = t.site WHERE t.partnership = $1 AND t.id = $2"
            ),
            &args![partnership, id],
        )
        .await?;
    team(&found.ok_or(Error::Unseen)?)
}

/// What a team is made from.
pub(super) struct Fresh<'a> {
    pub(super) kind: Kind,
    pub(super) name: &'a str,
    pub(super) reports_to: Option<Uuid>,
    pub(super) site: Uuid,
    pub(super) by: Option<Uuid>,
}

pub(super) async fn add(act: &mut Act, partnership: Uuid, new: &Fresh<'_>) -> Result<Uuid, Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO team (id, partnership, sharing, kind, name, reports_to, site, founded_by, founded_at, version)
             VALUES ($1, $2, 'partnership', $3, $4, $5, $6, $7, $8, 1)"
        ),
        &args![id, partnership, new.kind.code(), new.name, new.reports_to, new.site, new.by, now],
    )
    .await?;
    Ok(id)
}

pub(super) async fn change(
    act: &mut Act,
    id: Uuid,
    name: &str,
    reports_to: Option<Uuid>,
    site: Uuid,
) -> Result<(), Error> {
    act.run(
        sql!("UPDATE team SET name = $2, reports_to = $3, site = $4, version = version + 1 WHERE id = $1"),
        &args![id, name, reports_to, site],
    )
    .await?;
    Ok(())
}

pub(super) async fn close(act: &mut Act, id: Uuid, on: jiff::civil::Date, reason: Uuid) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "UPDATE team SET closed_on = $2, closed_at = $3, close_reason = $4, version = version + 1
             WHERE id = $1"
        ),
        &args![id, on.to_string(), now, reason],
    )
    .await?;
    Ok(())
}

fn seat(row: &Row) -> Result<TeamSeat, Error> {
    Ok(TeamSeat {
        id: row.get(0)?,
        team: row.get(1)?,
        member: row.get(2)?,
        name: row.get(3)?,
        job_title: row.get(4)?,
        party: row.get(5)?,
        chair: row.get(6)?,
        seated_at: row.get(7)?,
        asked_until: row.get(8)?,
    })
}

/// Living seats for which this column has this value, by party and name.
macro_rules! living_seats_by {
    ($column:literal) => {
        sql!(concat!(
            "SELECT t.id, t.team, t.member, p.name, m.job_title, t.party, t.chair, t.seated_at, t.asked_until
             FROM team_seat t JOIN member m ON m.id = t.member JOIN person p ON p.id = m.person
             LEFT JOIN party y ON y.id = t.party
             WHERE t.",
            $column,
            " = $1 AND t.ended_at IS NULL AND m.ended_at IS NULL
             ORDER BY COALESCE(y.name, ''), t.chair DESC, p.name, t.id"
        ))
    };
}

/// The living seats of a team, by party and name.
pub async fn seats(tx: &mut Tx, team: Uuid) -> Result<Vec<TeamSeat>, Error> {
    tx.rows(living_seats_by!("team"), &args![team]).await?.iter().map(seat).collect()
}

/// The living seats of all teams of a partnership.
pub(super) async fn all_seats(tx: &mut Tx, partnership: Uuid) -> Result<Vec<TeamSeat>, Error> {
    tx.rows(living_seats_by!("partnership"), &args![partnership]).await?.iter().map(seat).collect()
}

/// A living seat by its id.
pub(super) async fn seat_by_id(tx: &mut Tx, team: Uuid, id: Uuid) -> Result<TeamSeat, Error> {
    seats(tx, team).await?.into_iter().find(|seat| seat.id == id).ok_or(Error::Unseen)
}

/// Somebody to put into a team.
pub(super) struct Chair {
    pub(super) member: Uuid,
    pub(super) party: Option<Uuid>,
    pub(super) chair: bool,
    /// Who asks their party, and until when; none where their own party seats them.
    pub(super) asked: Option<(Option<Uuid>, Moment)>,
}

pub(super) async fn sit(act: &mut Act, partnership: Uuid, team: Uuid, new: &Chair) -> Result<Uuid, Error> {
    let (id, now) = (act.id(), act.now());
    let (asked_by, asked_until) = match new.asked {
        Some((by, until)) => (by, Some(until)),
        None => (None, None),
    };
    act.run(
        sql!(
            "INSERT INTO team_seat (id, partnership, sharing, team, member, party, chair, asked_by, asked_until, seated_at)
             VALUES ($1, $2, 'partnership', $3, $4, $5, $6, $7, $8, $9)"
        ),
        &args![id, partnership, team, new.member, new.party, new.chair, asked_by, asked_until, now],
    )
    .await?;
    Ok(id)
}

pub(super) async fn confirm(act: &mut Act, seat: Uuid) -> Result<(), Error> {
    let now = act.now();
    act.run(sql!("UPDATE team_seat SET asked_until = NULL, seated_at = $2 WHERE id = $1"), &args![seat, now])
        .await?;
    Ok(())
}

pub(super) async fn set_chair(act: &mut Act, seat: Uuid, chair: bool) -> Result<(), Error> {
    act.run(sql!("UPDATE team_seat SET chair = $2 WHERE id = $1"), &args![seat, chair]).await?;
    Ok(())
}

pub(super) async fn end(act: &mut Act, seat: Uuid, why: &str) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!("UPDATE team_seat SET ended_at = $2, end_reason = $3 WHERE id = $1 AND ended_at IS NULL"),
        &args![seat, now, why],
    )
    .await?;
    Ok(())
}

/// The partnership and team of a seat that is still asked for.
pub(super) async fn asked(tx: &mut Tx, seat: Uuid) -> Result<Option<(Uuid, Uuid, Moment)>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT partnership, team, asked_until FROM team_seat
                 WHERE id = $1 AND ended_at IS NULL AND asked_until IS NOT NULL"
            ),
            &args![seat],
        )
        .await?;
    found.map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).transpose()
}

/// A place that waits for its party's word.
pub(super) struct Asked {
    pub(super) team: Uuid,
    pub(super) team_name: String,
    pub(super) name: String,
    pub(super) since: Moment,
    pub(super) until: Moment,
}

pub(super) async fn asked_of(tx: &mut Tx, partnership: Uuid, party: Uuid) -> Result<Vec<Asked>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT t.team, e.name, p.name, t.seated_at, t.asked_until
                 FROM team_seat t JOIN team e ON e.id = t.team JOIN member m ON m.id = t.member
                 JOIN person p ON p.id = m.person
                 WHERE t.partnership = $1 AND t.party = $2 AND t.asked_until IS NOT NULL AND t.ended_at IS NULL
                   AND m.ended_at IS NULL AND e.closed_on IS NULL
                 ORDER BY t.asked_until, t.id"
            ),
            &args![partnership, party],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Asked {
                team: row.get(0)?,
                team_name: row.get(1)?,
                name: row.get(2)?,
                since: row.get(3)?,
                until: row.get(4)?,
            })
        })
        .collect()
}

/// The place of a partnership and every place below it, with their names, the place itself first.
pub(super) async fn sites(tx: &mut Tx, partnership: Uuid) -> Result<Vec<(Uuid, String)>, Error> {
    let rows = tx
        .rows(
            sql!(
                "WITH RECURSIVE below (id, name, depth) AS (
                     SELECT s.id, s.name, 0 FROM site s JOIN partnership p ON p.site = s.id WHERE p.id = $1
                     UNION ALL
                     SELECT s.id, s.name, b.depth + 1 FROM site s JOIN below b ON s.parent = b.id
                     WHERE s.retired_at IS NULL
                 )
                 SELECT id, name FROM below ORDER BY depth, name, id LIMIT 500"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}
