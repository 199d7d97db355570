//! The tables of events: each partnership counts its own, without a gap.

use db::{Tx, args, sql};
use uuid::Uuid;

use crate::error::Error;
use crate::site::Act;
use crate::text::Sharing;

/// One more event, under the partnership's next number.
pub(super) async fn add(
    act: &mut Act,
    partnership: Uuid,
    kind: &str,
    actor: Option<Uuid>,
    about: Option<Uuid>,
    sharing: Sharing,
) -> Result<(), Error> {
    let now = act.now();
    act.run_later(
        sql!(
            "INSERT INTO event_head (partnership, last) VALUES ($1, 1)
             ON CONFLICT (partnership) DO UPDATE SET last = event_head.last + 1"
        ),
        &args![partnership],
    )
    .await?;
    act.run_later(
        sql!(
            "INSERT INTO event (partnership, seq, at, kind, actor, about, sharing)
             SELECT partnership, last, $2, $3, $4, $5, $6 FROM event_head WHERE partnership = $1"
        ),
        &args![partnership, now, kind, actor, about, sharing.code()],
    )
    .await?;
    Ok(())
}

/// The number of a partnership's newest event.
pub(super) async fn last(tx: &mut Tx, partnership: Uuid) -> Result<i64, Error> {
    let found =
        tx.row(sql!("SELECT last FROM event_head WHERE partnership = $1"), &args![partnership]).await?;
    found.map_or(Ok(0), |row| Ok(row.get(0)?))
}
