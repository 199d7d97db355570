//! The people of the sample district, for the page that signs in as anybody.

use db::{Tx, args, sql};
use uuid::Uuid;

use crate::error::Error;

/// Somebody to sign in as, with the chair they hold, if any.
#[derive(Debug, Clone)]
pub(super) struct Somebody {
    pub(super) id: Uuid,
    pub(super) name: String,
    pub(super) partnership: Option<String>,
    pub(super) party: Option<String>,
    pub(super) job_title: String,
    pub(super) role: Option<String>,
    pub(super) lead: bool,
    pub(super) operator: bool,
}

/// Everybody, by partnership and party; those who sit nowhere come last.
pub(super) async fn everybody(tx: &mut Tx) -> Result<Vec<Somebody>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT q.id, q.name, p.name, y.name, m.job_title, m.role, m.lead, q.operator
                 FROM person q
                 LEFT JOIN member m ON m.person = q.id AND m.ended_at IS NULL
                 LEFT JOIN partnership p ON p.id = m.partnership
                 LEFT JOIN party y ON y.id = m.party
                 ORDER BY p.name NULLS LAST, y.name NULLS LAST, CASE WHEN m.lead THEN 0 ELSE 1 END, q.name"
            ),
            &args![],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Somebody {
                id: row.get(0)?,
                name: row.get(1)?,
                partnership: row.get(2)?,
                party: row.get(3)?,
                job_title: row.get::<Option<String>>(4)?.unwrap_or_default(),
                role: row.get(5)?,
                lead: row.get::<Option<bool>>(6)?.unwrap_or(false),
                operator: row.get(7)?,
            })
        })
        .collect()
}

/// Whether there is such a person.
pub(super) async fn is_here(tx: &mut Tx, person: Uuid) -> Result<bool, Error> {
    Ok(tx.row(sql!("SELECT id FROM person WHERE id = $1"), &args![person]).await?.is_some())
}

const SHIFT: &str = "demo.shift";

/// How far the demo's clock is from the machine's, once it has been opened.
pub(super) async fn shift(tx: &mut Tx) -> Result<Option<i64>, db::Error> {
    let found = tx.row(sql!("SELECT value FROM setting WHERE name = $1"), &args![SHIFT]).await?;
    Ok(found.map(|row| row.get::<String>(0)).transpose()?.and_then(|value| value.parse().ok()))
}

/// Keeps how far it is, so that a demo that is opened again goes on from where it was.
pub(super) async fn keep_shift(tx: &mut Tx, shift: i64) -> Result<(), db::Error> {
    tx.run(sql!("INSERT INTO setting (name, value) VALUES ($1, $2)"), &args![SHIFT, shift.to_string()])
        .await?;
    Ok(())
}
