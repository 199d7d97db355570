//! The looks at what was agreed and at what is asked now.

use db::{Tx, args, sql};
use uuid::Uuid;

use super::{Agreement, Marked};
use crate::act::decision::store::line_from;
use crate::act::decision::{Line, Terms};
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

/// The settled questions that are marked to come back and were not asked once more yet: which, its wording and how it is
/// marked. For whoever has a seat in the partnership.
pub async fn marked(tx: &mut Tx, partnership: Uuid) -> Result<Vec<(Uuid, String, Marked)>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT d.id, t.body, d.state, d.since, d.until, d.round, d.terms
                 FROM decision d JOIN decision_round r ON r.decision = d.id AND r.round = d.round
                 JOIN text t ON t.id = r.question
                 WHERE d.partnership = $1 AND d.state IN ('agreed', 'not-agreed')
                 AND NOT EXISTS (SELECT 1 FROM decision n WHERE n.again_of = d.id AND n.state <> 'withdrawn')
                 ORDER BY d.begun_at, d.id"
            ),
            &args![partnership],
        )
        .await?;
    let mut found = Vec::new();
    for row in &rows {
        let (line, terms): (Line, String) = (line_from(row)?, row.get(6)?);
        let terms: Terms = serde_json::from_str(&terms).map_err(broken)?;
        if let Some(marked) = Marked::of(line.state, &terms) {
            found.push((line.id, line.question, marked));
        }
    }
    Ok(found)
}
