//! The looks at what was agreed and at what is asked now.

use db::{Tx, args, sql};
use uuid::Uuid;

use super::Agreement;
use crate::act::decision::Line;
use crate::act::decision::store::line_from;
use crate::error::{Error, broken};

/// What was agreed by decision and what has ended since, the newest first. For whoever has a seat in its partnership.
pub async fn agreements(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Agreement>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT d.id, t.body, d.state, d.since, d.until, d.round, e.body, d.terms,
                        COALESCE(r.revealed_at, d.since)
                 FROM decision d JOIN decision_round r ON r.decision = d.id AND r.round = d.round
                 JOIN text t ON t.id = r.question JOIN text e ON e.id = r.effect
                 WHERE d.partnership = $1 AND d.state IN ('agreed', 'ended')
                 ORDER BY COALESCE(r.revealed_at, d.since) DESC, d.id"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let terms: String = row.get(7)?;
            Ok(Agreement {
                line: line_from(row)?,
                effect: row.get(6)?,
                terms: serde_json::from_str(&terms).map_err(broken)?,
                agreed_at: row.get(8)?,
            })
        })
        .collect()
}

/// The questions that are open now, or are being changed for another round. For whoever has a seat in the partnership.
pub async fn under_way(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Line>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT d.id, t.body, d.state, d.since, d.until, d.round
                 FROM decision d JOIN decision_round r ON r.decision = d.id AND r.round = d.round
                 JOIN text t ON t.id = r.question
                 WHERE d.partnership = $1 AND d.state IN ('open', 'revealed') ORDER BY d.until, d.id"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter().map(line_from).collect()
}
