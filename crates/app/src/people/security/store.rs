//! The table of the security log, and the install's own secret.

use db::{Tx, args, sql};
use uuid::Uuid;

use crate::error::{Error, broken};
use crate::site::{Act, Moment};

/// One line, as the operator sees it.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) at: Moment,
    pub(super) kind: String,
    pub(super) person: Option<String>,
    pub(super) place: String,
    pub(super) detail: String,
}

pub(super) async fn add(
    act: &mut Act,
    kind: &str,
    person: Option<Uuid>,
    place: &str,
    detail: &str,
) -> Result<(), Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO security_log (id, at, kind, person, address, detail)
             VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        &args![id, now, kind, person, place, detail],
    )
    .await?;
    Ok(())
}

/// The newest lines before a moment.
pub(super) async fn before(tx: &mut Tx, moment: Moment, most: i64) -> Result<Vec<Line>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT l.at, l.kind, p.name, l.address, l.detail
                 FROM security_log l LEFT JOIN person p ON p.id = l.person
                 WHERE l.at < $1 ORDER BY l.at DESC LIMIT $2"
            ),
            &args![moment, most],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Line {
                at: row.get(0)?,
                kind: row.get(1)?,
                person: row.get(2)?,
                place: row.get(3)?,
                detail: row.get(4)?,
            })
        })
        .collect()
}

pub(super) async fn purge(act: &mut Act, before: Moment) -> Result<u64, Error> {
    Ok(act.run(sql!("DELETE FROM security_log WHERE at < $1"), &args![before]).await?)
}

const SECRET: &str = "security.secret";

/// The install's secret, made the first time it is asked for. In the database, so that every node
/// makes the same hashes.
pub(super) async fn secret(act: &mut Act) -> Result<Vec<u8>, Error> {
    if let Some(secret) = read_secret(act).await? {
        return Ok(secret);
    }
    let fresh = data_encoding::HEXLOWER.encode(&act.site().random::<32>());
    act.run(
        sql!("INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING"),
        &args![SECRET, fresh],
    )
    .await?;
    read_secret(act).await?.ok_or_else(|| broken("the install's secret was not kept"))
}

async fn read_secret(tx: &mut Tx) -> Result<Option<Vec<u8>>, Error> {
    let found = tx.row(sql!("SELECT value FROM setting WHERE name = $1"), &args![SECRET]).await?;
    found
        .map(|row| data_encoding::HEXLOWER.decode(row.get::<String>(0)?.as_bytes()).map_err(broken))
        .transpose()
}
