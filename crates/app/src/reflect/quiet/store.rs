//! The tables of silences and answers.

use db::{Tx, args, sql};
use uuid::Uuid;

use super::{Answer, Question};
use crate::error::Error;
use crate::site::{Act, Moment};

/// The active partnerships whose silence began before this moment, see [`since`], and who were not asked about it.
pub(super) async fn silences(tx: &mut Tx, before: Moment) -> Result<Vec<Uuid>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT p.id FROM partnership p
                 WHERE p.state = 'active'
                 AND (SELECT max(s.at) FROM (
                        SELECT p.active_at AS at
                        UNION ALL SELECT m.begun_at FROM meeting m WHERE m.partnership = p.id
                        UNION ALL SELECT j.ended_at FROM joint_act j
                            WHERE j.partnership = p.id AND j.kind = 'resume' AND j.state = 'passed') s) <= $1
                 AND NOT EXISTS (SELECT 1 FROM quiet q WHERE q.partnership = p.id AND q.since =
                    (SELECT max(s.at) FROM (
                        SELECT p.active_at AS at
                        UNION ALL SELECT m.begun_at FROM meeting m WHERE m.partnership = p.id
                        UNION ALL SELECT j.ended_at FROM joint_act j
                            WHERE j.partnership = p.id AND j.kind = 'resume' AND j.state = 'passed') s))
                 ORDER BY p.id"
            ),
            &args![before],
        )
        .await?;
    rows.iter().map(|row| Ok(row.get(0)?)).collect()
}

/// Since when a partnership has not met: its last meeting that was held, its beginning, or the day on which it went on
/// after a rest, whichever came last. A rest is no silence.
pub(super) async fn since(tx: &mut Tx, partnership: Uuid) -> Result<Option<Moment>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT (SELECT max(s.at) FROM (
                        SELECT p.active_at AS at
                        UNION ALL SELECT m.begun_at FROM meeting m WHERE m.partnership = p.id
                        UNION ALL SELECT j.ended_at FROM joint_act j
                            WHERE j.partnership = p.id AND j.kind = 'resume' AND j.state = 'passed') s)
                 FROM partnership p WHERE p.id = $1"
            ),
            &args![partnership],
        )
        .await?;
    Ok(found.map(|row| row.get(0)).transpose()?.flatten())
}

/// Keeps a question and gives its id; none if this silence was asked about before.
pub(super) async fn ask(act: &mut Act, partnership: Uuid, since: Moment) -> Result<Option<Uuid>, Error> {
    let (id, now) = (act.id(), act.now());
    let added = act
        .run(
            sql!(
                "INSERT INTO quiet (id, partnership, sharing, since, asked_at)
                 VALUES ($1, $2, 'partnership', $3, $4) ON CONFLICT (partnership, since) DO NOTHING"
            ),
            &args![id, partnership, since, now],
        )
        .await?;
    Ok((added == 1).then_some(id))
}

/// The question about the silence that still lasts, if it was asked.
pub(super) async fn standing(tx: &mut Tx, partnership: Uuid) -> Result<Option<Question>, Error> {
    let Some(since) = since(tx, partnership).await? else { return Ok(None) };
    let found = tx
        .row(
            sql!("SELECT id, asked_at FROM quiet WHERE partnership = $1 AND since = $2"),
            &args![partnership, since],
        )
        .await?;
    found.map(|row| Ok(Question { id: row.get(0)?, since, asked_at: row.get(1)? })).transpose()
}

pub(super) async fn answers(tx: &mut Tx, question: Uuid) -> Result<Vec<(Uuid, String)>, Error> {
    let rows =
        tx.rows(sql!("SELECT party, answer FROM quiet_answer WHERE quiet = $1"), &args![question]).await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

pub(super) async fn answer(
    act: &mut Act,
    question: Uuid,
    party: Uuid,
    member: Uuid,
    answer: Answer,
) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO quiet_answer (quiet, party, member, answer, at, partnership, sharing)
             VALUES ($1, $2, $3, $4, $5, (SELECT partnership FROM quiet WHERE id = $1),
                     (SELECT sharing FROM quiet WHERE id = $1))
             ON CONFLICT (quiet, party) DO UPDATE SET member = excluded.member, answer = excluded.answer,
                at = excluded.at"
        ),
        &args![question, party, member, answer.code(), now],
    )
    .await?;
    Ok(())
}
