//! The lists of decisions: of a partnership, of a meeting, and who asked each.

use std::collections::BTreeMap;

use db::{Row, Tx, args, sql};
use uuid::Uuid;
use words::Lang;

use crate::act::decision::Line;
use crate::act::decision::store::state_from;
use crate::error::Error;

/// Every decision of a partnership, newest first.
pub(in crate::act::decision) async fn list(
    tx: &mut Tx,
    partnership: Uuid,
    most: i64,
) -> Result<Vec<Line>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT d.id, t.body, d.state, d.since, d.until, d.round
                 FROM decision d JOIN decision_round r ON r.decision = d.id AND r.round = d.round
                 JOIN text t ON t.id = r.question
                 WHERE d.partnership = $1 ORDER BY d.since DESC, d.id LIMIT $2"
            ),
            &args![partnership, most],
        )
        .await?;
    rows.iter().map(line_from).collect()
}

/// Who asked each question of a partnership, and in which language.
pub(in crate::act::decision) async fn askers(
    tx: &mut Tx,
    partnership: Uuid,
) -> Result<BTreeMap<Uuid, (String, Lang)>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT d.id, p.name, d.language
                 FROM decision d JOIN member m ON m.id = d.asked_by JOIN person p ON p.id = m.person
                 WHERE d.partnership = $1"
            ),
            &args![partnership],
        )
        .await?;
    let one = |row: &Row| {
        let language: String = row.get(2)?;
        Ok((row.get(0)?, (row.get(1)?, Lang::from_code(&language).unwrap_or(Lang::En))))
    };
    rows.iter().map(one).collect()
}

pub(in crate::act::decision) async fn of_meeting(
    tx: &mut Tx,
    partnership: Uuid,
    meeting: Uuid,
) -> Result<Vec<Line>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT d.id, t.body, d.state, d.since, d.until, d.round
                 FROM decision d JOIN decision_round r ON r.decision = d.id AND r.round = d.round
                 JOIN text t ON t.id = r.question
                 WHERE d.partnership = $1 AND d.meeting = $2 ORDER BY d.begun_at, d.id"
            ),
            &args![partnership, meeting],
        )
        .await?;
    rows.iter().map(line_from).collect()
}

/// The first six columns as a line.
pub(in crate::act::decision) fn line_from(row: &Row) -> Result<Line, Error> {
    let state: String = row.get(2)?;
    Ok(Line {
        id: row.get(0)?,
        question: row.get(1)?,
        state: state_from(&state)?,
        since: row.get(3)?,
        until: row.get(4)?,
        round: row.get(5)?,
    })
}
