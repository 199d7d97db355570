//! The tables of joint acts and their answers.

use agreement::joint::Answer;
use db::{Row, Tx, args, sql};
use uuid::Uuid;

use super::{JointAct, Proposal, Said, State, silence_code};
use crate::error::{Error, broken};
use crate::site::{Act, Moment};

pub(super) async fn add(
    act: &mut Act,
    partnership: Uuid,
    proposal: &Proposal,
    by: Uuid,
    party: Uuid,
    answer_by: Moment,
) -> Result<Uuid, Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO joint_act (id, partnership, kind, args, proposed_by, party, proposed_at, answer_by,
                                    on_silence, state, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', 1)"
        ),
        &args![
            id,
            partnership,
            proposal.kind().code(),
            serde_json::to_string(proposal).map_err(broken)?,
            by,
            party,
            now,
            answer_by,
            silence_code(proposal.on_silence())
        ],
    )
    .await?;
    Ok(id)
}

/// The joint acts of a partnership, newest first: those that are open, or those that are settled.
pub(super) async fn list(
    tx: &mut Tx,
    partnership: Uuid,
    open: bool,
    most: i64,
) -> Result<Vec<JointAct>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT j.id, j.args, j.party, p.name, j.proposed_at, j.answer_by, j.state, j.ended_at, j.proposed_by
                 FROM joint_act j JOIN member m ON m.id = j.proposed_by JOIN person p ON p.id = m.person
                 WHERE j.partnership = $1 AND (j.state = 'open') = $2
                 ORDER BY j.proposed_at DESC LIMIT $3"
            ),
            &args![partnership, open, most],
        )
        .await?;
    let mut acts = Vec::new();
    for row in &rows {
        let mut one = from(row)?;
        one.answers = answers(tx, one.id).await?;
        acts.push(one);
    }
    Ok(acts)
}

/// The open joint acts of a partnership.
pub async fn open_of(tx: &mut Tx, partnership: Uuid) -> Result<Vec<JointAct>, Error> {
    list(tx, partnership, true, 100).await
}

/// Every joint act of a partnership, the open ones first.
pub async fn all_of(tx: &mut Tx, partnership: Uuid) -> Result<Vec<JointAct>, Error> {
    let mut all = open_of(tx, partnership).await?;
    all.extend(list(tx, partnership, false, i64::MAX).await?);
    Ok(all)
}

pub(super) async fn one(tx: &mut Tx, partnership: Uuid, id: Uuid) -> Result<JointAct, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT j.id, j.args, j.party, p.name, j.proposed_at, j.answer_by, j.state, j.ended_at, j.proposed_by
                 FROM joint_act j JOIN member m ON m.id = j.proposed_by JOIN person p ON p.id = m.person
                 WHERE j.partnership = $1 AND j.id = $2"
            ),
            &args![partnership, id],
        )
        .await?;
    let mut one = from(&found.ok_or(Error::Unseen)?)?;
    one.answers = answers(tx, id).await?;
    Ok(one)
}

/// The partnership of a joint act.
pub(super) async fn partnership_of(tx: &mut Tx, id: Uuid) -> Result<Option<Uuid>, Error> {
    let found = tx.row(sql!("SELECT partnership FROM joint_act WHERE id = $1"), &args![id]).await?;
    found.map(|row| Ok(row.get(0)?)).transpose()
}

fn from(row: &Row) -> Result<JointAct, Error> {
    let args: String = row.get(1)?;
    let state: String = row.get(6)?;
    Ok(JointAct {
        id: row.get(0)?,
        proposal: serde_json::from_str(&args).map_err(broken)?,
        party: row.get(2)?,
        proposed_by: row.get(3)?,
        proposed_at: row.get(4)?,
        answer_by: row.get(5)?,
        state: State::from_code(&state).ok_or_else(|| broken("an unknown state of a joint act"))?,
        ended_at: row.get(7)?,
        member: row.get(8)?,
        answers: Vec::new(),
    })
}

async fn answers(tx: &mut Tx, id: Uuid) -> Result<Vec<Said>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT a.party, p.name, a.answer, t.body, a.at
                 FROM joint_answer a JOIN member m ON m.id = a.member JOIN person p ON p.id = m.person
                 LEFT JOIN text t ON t.id = a.reason
                 WHERE a.joint_act = $1 ORDER BY a.at"
            ),
            &args![id],
        )
        .await?;
    rows.iter().map(|row| said_from(row, "confirmed")).collect()
}

/// Who said yes for which party: whoever proposed it, and whoever confirmed.
pub(super) async fn approved(act: &mut Act, id: Uuid) -> Result<Vec<(Uuid, Uuid)>, Error> {
    let rows = act
        .rows(
            sql!(
                "SELECT j.party, m.person FROM joint_act j JOIN member m ON m.id = j.proposed_by WHERE j.id = $1
                 UNION ALL
                 SELECT a.party, m.person FROM joint_answer a JOIN member m ON m.id = a.member
                 WHERE a.joint_act = $1 AND a.answer = 'confirmed'"
            ),
            &args![id],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// A party's answer from its party, speaker, word, reason and moment; `yes` is the word that confirms.
pub(in crate::people) fn said_from(row: &Row, yes: &str) -> Result<Said, Error> {
    let answer: String = row.get(2)?;
    Ok(Said {
        party: row.get(0)?,
        by: row.get(1)?,
        answer: if answer == yes { Answer::Confirmed } else { Answer::Refused },
        reason: row.get(3)?,
        at: row.get(4)?,
    })
}

pub(super) async fn answer(
    act: &mut Act,
    id: Uuid,
    party: Uuid,
    member: Uuid,
    answer: Answer,
    reason: Option<Uuid>,
) -> Result<(), Error> {
    let now = act.now();
    let word = match answer {
        Answer::Confirmed => "confirmed",
        Answer::Refused => "refused",
    };
    act.run(
        sql!(
            "INSERT INTO joint_answer (joint_act, party, member, answer, reason, at, partnership, sharing)
             VALUES ($1, $2, $3, $4, $5, $6, (SELECT partnership FROM joint_act WHERE id = $1),
                     (SELECT sharing FROM joint_act WHERE id = $1))"
        ),
        &args![id, party, member, word, reason, now],
    )
    .await?;
    Ok(())
}

pub(super) async fn end(act: &mut Act, id: Uuid, state: State) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!("UPDATE joint_act SET state = $2, ended_at = $3, version = version + 1 WHERE id = $1"),
        &args![id, state.code(), now],
    )
    .await?;
    Ok(())
}
