//! The tables of parties and seats.

use db::{Row, Tx, args, sql};
use uuid::Uuid;
use words::Lang;

use super::recovery::Recovery;
use super::rules::EndReason;
use super::{NewSeat, Party, PartyKind, Role, SeatLine};
use crate::error::{Error, broken};
use crate::site::{Act, Moment};

/// Every party a partnership has named, also those that withdrew, by name: no order of rank.
pub async fn parties(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Party>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT id, kind, name, must_agree, joined_at, withdrawn_at, successor_name, successor_email, version
                 FROM party WHERE partnership = $1 ORDER BY name"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter().map(party_from).collect()
}

fn party_from(row: &Row) -> Result<Party, Error> {
    let kind: String = row.get(1)?;
    let name: Option<String> = row.get(6)?;
    let email: Option<String> = row.get(7)?;
    Ok(Party {
        id: row.get(0)?,
        kind: PartyKind::from_code(&kind).ok_or_else(|| broken("an unknown kind of party"))?,
        name: row.get(2)?,
        must_agree: row.get(3)?,
        joined_at: row.get(4)?,
        withdrawn_at: row.get(5)?,
        successor: name.zip(email),
        version: row.get(8)?,
    })
}

/// Names a new party. Its name must be free in this partnership: `party_name_key` says so.
pub async fn add_party(
    act: &mut Act,
    partnership: Uuid,
    kind: PartyKind,
    name: &str,
    must_agree: bool,
) -> Result<Uuid, Error> {
    let id = act.id();
    act.run(
        sql!(
            "INSERT INTO party (id, partnership, kind, name, must_agree, position, version)
             VALUES ($1, $2, $3, $4, $5, 0, 1)"
        ),
        &args![id, partnership, kind.code(), name, must_agree],
    )
    .await?;
    Ok(id)
}

/// Every living seat of a partnership, leads first within their party, then by name.
pub async fn seats(tx: &mut Tx, partnership: Uuid) -> Result<Vec<SeatLine>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT m.id, m.person, p.name, p.email, p.language, m.party, m.role, m.lead, m.job_title,
                        m.term_ends, m.alternate_for, m.appointed_at, m.version
                 FROM member m JOIN person p ON p.id = m.person
                 WHERE m.partnership = $1 AND m.ended_at IS NULL
                 ORDER BY CASE WHEN m.lead THEN 0 ELSE 1 END, p.name"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter().map(seat_from).collect()
}

/// The living seats that lead a party, by name.
pub async fn leads(tx: &mut Tx, partnership: Uuid) -> Result<Vec<SeatLine>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT m.id, m.person, p.name, p.email, p.language, m.party, m.role, m.lead, m.job_title,
                        m.term_ends, m.alternate_for, m.appointed_at, m.version
                 FROM member m JOIN person p ON p.id = m.person
                 WHERE m.partnership = $1 AND m.lead AND m.ended_at IS NULL ORDER BY p.name"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter().map(seat_from).collect()
}

/// One living seat.
pub async fn seat_of(tx: &mut Tx, partnership: Uuid, member: Uuid) -> Result<Option<SeatLine>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT m.id, m.person, p.name, p.email, p.language, m.party, m.role, m.lead, m.job_title,
                        m.term_ends, m.alternate_for, m.appointed_at, m.version
                 FROM member m JOIN person p ON p.id = m.person
                 WHERE m.partnership = $1 AND m.id = $2 AND m.ended_at IS NULL"
            ),
            &args![partnership, member],
        )
        .await?;
    found.as_ref().map(seat_from).transpose()
}

fn seat_from(row: &Row) -> Result<SeatLine, Error> {
    let role: String = row.get(6)?;
    let term: Option<String> = row.get(9)?;
    Ok(SeatLine {
        id: row.get(0)?,
        person: row.get(1)?,
        name: row.get(2)?,
        email: row.get(3)?,
        language: Lang::from_code(&row.get::<String>(4)?).unwrap_or(Lang::En),
        party: row.get(5)?,
        role: Role::from_code(&role).ok_or_else(|| broken("an unknown role"))?,
        lead: row.get(7)?,
        job_title: row.get(8)?,
        term_ends: term.map(|day| day.parse().map_err(broken)).transpose()?,
        alternate_for: row.get(10)?,
        appointed_at: row.get(11)?,
        version: row.get(12)?,
    })
}

/// Gives somebody a seat, and marks their party as joined. A person holds one seat at a time in a
/// partnership: `member_one_seat_key` says so.
pub async fn sit(act: &mut Act, partnership: Uuid, seat: &NewSeat<'_>) -> Result<Uuid, Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO member (id, partnership, party, person, role, lead, job_title, alternate_for, appointed_by,
                                 appointed_at, term_ends, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)"
        ),
        &args![
            id,
            partnership,
            seat.party,
            seat.person,
            seat.role.code(),
            seat.lead,
            seat.job_title,
            seat.alternate_for,
            seat.appointed_by,
            now,
            seat.term_ends.map(|day| day.to_string())
        ],
    )
    .await?;
    if let (Some(party), true) = (seat.party, seat.lead) {
        act.run(
            sql!("UPDATE party SET joined_at = COALESCE(joined_at, $2) WHERE id = $1"),
            &args![party, now],
        )
        .await?;
    }
    Ok(id)
}

/// Gives a party its kind and name.
pub async fn describe_party(act: &mut Act, party: Uuid, kind: PartyKind, name: &str) -> Result<(), Error> {
    act.run(
        sql!("UPDATE party SET kind = $2, name = $3, version = version + 1 WHERE id = $1"),
        &args![party, kind.code(), name],
    )
    .await?;
    Ok(())
}

/// Says whether a party must agree.
pub async fn set_must_agree(act: &mut Act, party: Uuid, must_agree: bool) -> Result<(), Error> {
    act.run(
        sql!("UPDATE party SET must_agree = $2, version = version + 1 WHERE id = $1"),
        &args![party, must_agree],
    )
    .await?;
    Ok(())
}

/// A party leaves; its people keep their chairs to read from.
pub async fn set_withdrawn(act: &mut Act, party: Uuid) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!("UPDATE party SET withdrawn_at = $2, version = version + 1 WHERE id = $1"),
        &args![party, now],
    )
    .await?;
    Ok(())
}

/// A party that had left is back.
pub async fn set_returned(act: &mut Act, party: Uuid) -> Result<(), Error> {
    act.run(sql!("UPDATE party SET withdrawn_at = NULL, version = version + 1 WHERE id = $1"), &args![party])
        .await?;
    Ok(())
}

pub(super) async fn set_successor(act: &mut Act, party: Uuid, name: &str, email: &str) -> Result<(), Error> {
    act.run(
        sql!(
            "UPDATE party SET successor_name = $2, successor_email = $3, version = version + 1 WHERE id = $1"
        ),
        &args![party, name, email],
    )
    .await?;
    Ok(())
}

/// The living seat a person holds in a partnership.
pub(super) async fn seat_of_person(tx: &mut Tx, partnership: Uuid, person: Uuid) -> Result<bool, Error> {
    let found = tx
        .row(
            sql!("SELECT id FROM member WHERE partnership = $1 AND person = $2 AND ended_at IS NULL"),
            &args![partnership, person],
        )
        .await?;
    Ok(found.is_some())
}

/// What can be changed of a seat.
pub(super) struct Changes<'a> {
    pub(super) role: Role,
    pub(super) job_title: &'a str,
    pub(super) term_ends: Option<jiff::civil::Date>,
    pub(super) alternate_for: Option<Uuid>,
}

pub(super) async fn change(act: &mut Act, member: Uuid, to: &Changes<'_>) -> Result<(), Error> {
    act.run(
        sql!(
            "UPDATE member SET role = $2, job_title = $3, term_ends = $4, alternate_for = $5,
                               version = version + 1
             WHERE id = $1"
        ),
        &args![
            member,
            to.role.code(),
            to.job_title,
            to.term_ends.map(|day| day.to_string()),
            to.alternate_for
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn set_lead(act: &mut Act, member: Uuid, lead: bool) -> Result<(), Error> {
    act.run(sql!("UPDATE member SET lead = $2, version = version + 1 WHERE id = $1"), &args![member, lead])
        .await?;
    Ok(())
}

pub(super) async fn end(act: &mut Act, member: Uuid, by: Option<Uuid>, why: EndReason) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "UPDATE member SET ended_at = $2, ended_by = $3, end_reason = $4, version = version + 1
             WHERE id = $1"
        ),
        &args![member, now, by, why.code()],
    )
    .await?;
    Ok(())
}

/// Seats whose term ends on this day or before: partnership, seat, last day, zone.
pub(super) async fn terms_until(
    tx: &mut Tx,
    day: jiff::civil::Date,
) -> Result<Vec<(Uuid, Uuid, jiff::civil::Date, String)>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT m.partnership, m.id, m.term_ends, p.time_zone
                 FROM member m JOIN partnership p ON p.id = m.partnership
                 WHERE m.ended_at IS NULL AND m.term_ends <= $1 ORDER BY m.id"
            ),
            &args![day.to_string()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok((row.get(0)?, row.get(1)?, row.get::<String>(2)?.parse().map_err(broken)?, row.get(3)?))
        })
        .collect()
}

/// The open recovery for which this holds, if there is one.
async fn the_recovery(tx: &mut Tx, which: db::Sql, id: Uuid) -> Result<Option<Recovery>, Error> {
    tx.row(which, &args![id]).await?.as_ref().map(recovery_from).transpose()
}

macro_rules! open_recovery_by {
    ($column:literal) => {
        sql!(concat!(
            "SELECT id, partnership, party, member, proposed_at, takes_at FROM recovery WHERE ",
            $column,
            " = $1 AND state = 'open'"
        ))
    };
}

/// The open recovery of a party, if there is one.
pub(super) async fn open_recovery(tx: &mut Tx, party: Uuid) -> Result<Option<Recovery>, Error> {
    the_recovery(tx, open_recovery_by!("party"), party).await
}

/// One recovery, while it is open.
pub(super) async fn recovery(tx: &mut Tx, id: Uuid) -> Result<Option<Recovery>, Error> {
    the_recovery(tx, open_recovery_by!("id"), id).await
}

fn recovery_from(row: &Row) -> Result<Recovery, Error> {
    Ok(Recovery {
        id: row.get(0)?,
        partnership: row.get(1)?,
        party: row.get(2)?,
        member: row.get(3)?,
        proposed_at: row.get(4)?,
        takes_at: row.get(5)?,
    })
}

pub(super) async fn add_recovery(
    act: &mut Act,
    partnership: Uuid,
    party: Uuid,
    member: Option<Uuid>,
    by: Option<Uuid>,
    takes_at: Moment,
) -> Result<Uuid, Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO recovery (id, partnership, party, member, proposed_by, proposed_at, takes_at, state)
             VALUES ($1, $2, $3, $4, $5, $6, $7, 'open')"
        ),
        &args![id, partnership, party, member, by, now, takes_at],
    )
    .await?;
    Ok(id)
}

pub(super) async fn end_recovery(act: &mut Act, id: Uuid, state: &str) -> Result<(), Error> {
    let now = act.now();
    act.run(sql!("UPDATE recovery SET state = $2, ended_at = $3 WHERE id = $1"), &args![id, state, now])
        .await?;
    Ok(())
}
