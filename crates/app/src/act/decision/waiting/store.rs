//! The one look at what is open or shown, for one seat.

use db::{Tx, args, sql};
use uuid::Uuid;

use crate::act::decision::Line;
use crate::act::decision::store::line_from;
use crate::error::Error;

/// A decision that waits, as a seat sees it: whether the seat is asked and has answered.
#[derive(Debug)]
pub(super) struct Wait {
    pub(super) line: Line,
    pub(super) asked: bool,
    pub(super) answered: bool,
    pub(super) asker: Uuid,
    pub(super) left: i64,
}

/// What is open or shown in a partnership, for one seat.
pub(super) async fn waits(tx: &mut Tx, partnership: Uuid, member: Uuid) -> Result<Vec<Wait>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT d.id, t.body, d.state, d.since, d.until, d.round,
                        EXISTS (SELECT 1 FROM decision_answerer a WHERE a.decision = d.id AND a.member = $2),
                        EXISTS (SELECT 1 FROM decision_answer g
                                WHERE g.decision = d.id AND g.round = d.round AND g.member = $2),
                        d.asked_by,
                        (SELECT COUNT(*) FROM decision_answerer a
                         JOIN decision_side s ON s.decision = a.decision AND s.party = a.party
                         JOIN member m ON m.id = a.member
                         LEFT JOIN decision_answer g ON g.decision = a.decision AND g.member = a.member
                              AND g.round = d.round
                         WHERE a.decision = d.id AND s.must_agree AND s.aside_at IS NULL AND m.ended_at IS NULL
                           AND g.member IS NULL)
                 FROM decision d JOIN decision_round r ON r.decision = d.id AND r.round = d.round
                 JOIN text t ON t.id = r.question
                 WHERE d.partnership = $1 AND d.state IN ('open', 'revealed') ORDER BY d.until, d.id"
            ),
            &args![partnership, member],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Wait {
                line: line_from(row)?,
                asked: row.get(6)?,
                answered: row.get(7)?,
                asker: row.get(8)?,
                left: row.get(9)?,
            })
        })
        .collect()
}
