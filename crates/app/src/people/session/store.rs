//! The table of sessions.

use db::{Tx, args, sql};
use uuid::Uuid;
use words::Lang;

use super::{IDLE, WHOLE};
use crate::access::Person;
use crate::error::Error;
use crate::site::{Act, Moment};

pub(super) async fn person(tx: &mut Tx, hash: &[u8; 32], now: Moment) -> Result<Option<Person>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT p.id, p.name, p.email, p.language, p.operator, s.id, s.proved_at
                 FROM session s JOIN person p ON p.id = s.person
                 WHERE s.token_hash = $1 AND s.seen_at > $2 AND s.started_at > $3"
            ),
            &args![hash.to_vec(), now.plus(-IDLE), now.plus(-WHOLE)],
        )
        .await?;
    found
        .map(|row| {
            Ok(Person {
                id: row.get(0)?,
                name: row.get(1)?,
                email: row.get(2)?,
                language: Lang::from_code(&row.get::<String>(3)?).unwrap_or(Lang::En),
                operator: row.get(4)?,
                session: row.get(5)?,
                proved_at: row.get(6)?,
            })
        })
        .transpose()
}

pub(super) async fn add(
    act: &mut Act,
    person: Uuid,
    hash: &[u8; 32],
    device: &str,
    proved_by: &str,
) -> Result<(), Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO session (id, token_hash, person, device, started_at, seen_at, proved_at, proved_by)
             VALUES ($1, $2, $3, $4, $5, $5, $5, $6)"
        ),
        &args![id, hash.to_vec(), person, device, now, proved_by],
    )
    .await?;
    Ok(())
}
