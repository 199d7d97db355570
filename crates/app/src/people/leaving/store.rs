//! The texts a seat may read, for its export.

use db::{Tx, args, sql};
use uuid::Uuid;

use crate::error::Error;
use crate::site::Moment;

/// A text as it leaves in an export.
#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Written {
    pub(super) role: String,
    pub(super) about: Uuid,
    pub(super) version: i64,
    pub(super) language: String,
    pub(super) author: Option<String>,
    pub(super) written_at: Moment,
    pub(super) body: String,
}

/// Every text this seat may read: what the partnership or everybody may, and what is its own.
pub(super) async fn texts(tx: &mut Tx, partnership: Uuid, person: Uuid) -> Result<Vec<Written>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT t.role, t.about, t.version, t.language, p.name, t.written_at, t.body
                 FROM text t LEFT JOIN person p ON p.id = t.author
                 WHERE t.partnership = $1 AND t.withdrawn_at IS NULL AND t.redacted_at IS NULL
                   AND (t.sharing IN ('partnership', 'shared-up', 'public') OR (t.sharing IN ('own', 'team') AND t.author = $2))
                 ORDER BY t.role, t.about, t.version, t.written_at, t.id"
            ),
            &args![partnership, person],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Written {
                role: row.get(0)?,
                about: row.get(1)?,
                version: row.get(2)?,
                language: row.get(3)?,
                author: row.get(4)?,
                written_at: row.get(5)?,
                body: row.get(6)?,
            })
        })
        .collect()
}
