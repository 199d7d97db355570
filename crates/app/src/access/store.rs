//! The two looks at the database that a seat is made from.

use db::{Row, Tx, args, sql};
use uuid::Uuid;

use super::seat::{Membership, Partnership, SeatParty};
use crate::error::{Error, broken};
use crate::people::membership::Role;
use crate::people::partnership::{State, terms_from};

/// The partnership and the living chair a person holds there, in one query.
pub(super) async fn seat(
    tx: &mut Tx,
    partnership: Uuid,
    person: Uuid,
) -> Result<Option<(Partnership, Membership)>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT p.id, s.name, p.name, p.state, p.union_term, p.head_term, p.time_zone, p.version,
                        m.id, m.role, m.lead, m.party, y.name, y.must_agree, y.withdrawn_at,
                        EXISTS (SELECT 1 FROM member l WHERE l.party = y.id AND l.lead AND l.ended_at IS NULL)
                 FROM partnership p
                 JOIN site s ON s.id = p.site
                 JOIN member m ON m.partnership = p.id AND m.person = $2 AND m.ended_at IS NULL
                 LEFT JOIN party y ON y.id = m.party
                 WHERE p.id = $1"
            ),
            &args![partnership, person],
        )
        .await?;
    found.map(|row| Ok((partnership_from(&row)?, membership_from(&row)?))).transpose()
}

/// The partnership alone.
pub(super) async fn partnership(tx: &mut Tx, id: Uuid) -> Result<Option<Partnership>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT p.id, s.name, p.name, p.state, p.union_term, p.head_term, p.time_zone, p.version
                 FROM partnership p JOIN site s ON s.id = p.site WHERE p.id = $1"
            ),
            &args![id],
        )
        .await?;
    found.map(|row| partnership_from(&row)).transpose()
}

/// Takes the partnership's row, so that its acts happen one after the other. What is asked next is asked once it is
/// taken, in the same message.
pub(super) async fn lock(tx: &mut Tx, id: Uuid) -> Result<(), Error> {
    Ok(tx.run_later(sql!("SELECT id FROM partnership WHERE id = $1 FOR UPDATE"), &args![id]).await?)
}

fn partnership_from(row: &Row) -> Result<Partnership, Error> {
    let state: String = row.get(3)?;
    Ok(Partnership {
        id: row.get(0)?,
        site_name: row.get(1)?,
        name: row.get(2)?,
        state: State::from_code(&state).ok_or_else(|| broken("an unknown partnership state"))?,
        terms: terms_from(&row.get::<String>(4)?, &row.get::<String>(5)?),
        zone: row.get(6)?,
        version: row.get(7)?,
    })
}

fn membership_from(row: &Row) -> Result<Membership, Error> {
    let role: String = row.get(9)?;
    let party = match row.get::<Option<Uuid>>(11)? {
        None => None,
        Some(id) => Some(SeatParty {
            id,
            name: row.get(12)?,
            must_agree: row.get(13)?,
            withdrawn: row.get::<Option<i64>>(14)?.is_some(),
            has_lead: row.get(15)?,
        }),
    };
    Ok(Membership {
        id: row.get(8)?,
        party,
        role: Role::from_code(&role).ok_or_else(|| broken("an unknown role"))?,
        lead: row.get(10)?,
    })
}
