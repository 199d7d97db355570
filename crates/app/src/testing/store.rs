//! The two rows that a story's partnership stands on, without the acts that lead to it.

use db::{args, sql};
use uuid::Uuid;

use crate::error::Error;
use crate::site::Act;

/// A district and an active partnership there, begun by this person.
pub(super) async fn partnership(act: &mut Act, name: &str, begun_by: Uuid) -> Result<Uuid, Error> {
    let (site, id, now) = (act.id(), act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO site (id, kind, name, time_zone, language, created_at, version)
             VALUES ($1, 'district', $2, 'America/Los_Angeles', 'en', $3, 1)"
        ),
        &args![site, name, now],
    )
    .await?;
    act.run(
        sql!(
            "INSERT INTO partnership (id, site, name, state, union_term, head_term, time_zone, language, begun_by,
                                      begun_at, active_at, public_page, version)
             VALUES ($1, $2, $3, 'active', 'association', 'superintendent', 'America/Los_Angeles', 'en', $4, $5, $5,
                     FALSE, 1)"
        ),
        &args![id, site, name, begun_by, now],
    )
    .await?;
    Ok(id)
}

/// Opens the next cycle of a partnership, as closing the one before it does.
#[cfg(test)]
pub(super) async fn next_cycle(act: &mut Act, partnership: Uuid) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO cycle (partnership, number, sharing, begun_at)
             SELECT CAST($1 AS UUID), COALESCE(max(number), 1) + 1, 'partnership', CAST($2 AS BIGINT)
             FROM cycle WHERE partnership = $1"
        ),
        &args![partnership, now],
    )
    .await?;
    Ok(())
}

/// Puts the place of one partnership above the place of another, and opens its public page.
pub(super) async fn put_above(act: &mut Act, above: Uuid, below: Uuid) -> Result<(), Error> {
    act.run(
        sql!(
            "UPDATE site SET parent = (SELECT site FROM partnership WHERE id = $1)
             WHERE id = (SELECT site FROM partnership WHERE id = $2)"
        ),
        &args![above, below],
    )
    .await?;
    act.run(sql!("UPDATE partnership SET public_page = TRUE WHERE id = $1"), &args![above]).await?;
    Ok(())
}

/// Makes the place of a partnership the state with this code.
#[cfg(test)]
pub(super) async fn make_state(act: &mut Act, partnership: Uuid, code: &str) -> Result<Uuid, Error> {
    let row = act.row(sql!("SELECT site FROM partnership WHERE id = $1"), &args![partnership]).await?;
    let site: Uuid = row.ok_or(Error::Unseen)?.get(0)?;
    act.run(sql!("UPDATE site SET kind = 'state', state_code = $2 WHERE id = $1"), &args![site, code])
        .await?;
    Ok(site)
}
