//! The table of forms that took effect.

use db::{Tx, args, sql};

use crate::error::Error;
use crate::site::Moment;

/// A form that took effect before.
#[derive(Debug)]
pub(super) struct Done {
    pub(super) form: Vec<u8>,
    pub(super) location: String,
    pub(super) notice: String,
}

/// Whether the key was free and is now claimed.
pub(super) async fn claim(
    tx: &mut Tx,
    actor: &str,
    route: &str,
    key: &str,
    form: &[u8; 32],
    now: Moment,
) -> Result<bool, Error> {
    let claimed = tx
        .run(
            sql!(
                "INSERT INTO done (actor, route, form_key, form, location, notice, at)
                 VALUES ($1, $2, $3, $4, '', '', $5) ON CONFLICT (actor, route, form_key) DO NOTHING"
            ),
            &args![actor, route, key, form.to_vec(), now],
        )
        .await?;
    Ok(claimed == 1)
}

/// What the key led to.
pub(super) async fn done(tx: &mut Tx, actor: &str, route: &str, key: &str) -> Result<Option<Done>, Error> {
    let found = tx
        .row(
            sql!("SELECT form, location, notice FROM done WHERE actor = $1 AND route = $2 AND form_key = $3"),
            &args![actor, route, key],
        )
        .await?;
    found.map(|row| Ok(Done { form: row.get(0)?, location: row.get(1)?, notice: row.get(2)? })).transpose()
}

/// Writes down where the key led.
pub(super) async fn remember(
    tx: &mut Tx,
    actor: &str,
    route: &str,
    key: &str,
    form: &[u8; 32],
    location: &str,
    notice: &str,
) -> Result<(), Error> {
    tx.run_later(
        sql!(
            "UPDATE done SET form = $4, location = $5, notice = $6
             WHERE actor = $1 AND route = $2 AND form_key = $3"
        ),
        &args![actor, route, key, form.to_vec(), location, notice],
    )
    .await?;
    Ok(())
}

pub(super) async fn purge(tx: &mut Tx, before: Moment) -> Result<u64, Error> {
    Ok(tx.run(sql!("DELETE FROM done WHERE at < $1"), &args![before]).await?)
}
