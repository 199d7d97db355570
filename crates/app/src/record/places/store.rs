//! What the acts of the record are about.

use db::{Tx, args, sql};
use uuid::Uuid;

use crate::error::Error;

/// What the acts of these numbers are about, in the words the record itself keeps: a question, a task, what was put to each
/// side. The newest words stand last.
pub(super) async fn titles(
    tx: &mut Tx,
    partnership: Uuid,
    from: i64,
    to: i64,
) -> Result<Vec<(Uuid, String)>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT e.about, t.content FROM record_entry e
                 JOIN record_text t ON t.partnership = e.partnership AND t.seq = e.seq
                 WHERE e.partnership = $1 AND t.content IS NOT NULL
                   AND (t.role IN ('action', 'concern', 'decision', 'question', 'title')
                        OR (t.role = 'words' AND e.kind = 'acceptance.asked'))
                   AND e.about IN (SELECT about FROM record_entry
                                   WHERE partnership = $1 AND seq BETWEEN $2 AND $3)
                 ORDER BY e.seq"
            ),
            &args![partnership, from, to],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}
