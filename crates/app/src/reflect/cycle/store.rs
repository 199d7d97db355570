//! The table of cycles.

use db::{Tx, args, sql};
use uuid::Uuid;

use crate::error::Error;

pub(super) async fn current(tx: &mut Tx, partnership: Uuid) -> Result<i64, Error> {
    let found =
        tx.row(sql!("SELECT max(number) FROM cycle WHERE partnership = $1"), &args![partnership]).await?;
    let newest: Option<i64> = found.map(|row| row.get(0)).transpose()?.flatten();
    Ok(newest.unwrap_or(1))
}
