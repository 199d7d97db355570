//! The tables of decisions.

#[path = "list/store.rs"]
mod list;

use agreement::fist::Fist;
use db::{Row, Tx, args, sql};
use uuid::Uuid;
use words::Lang;

use super::{Answerer, Decision, Given, Reached, Round, Side, State, Word};
use crate::error::{Error, broken};
use crate::site::{Act, Moment};
use crate::text::Sharing;

pub(super) use list::*;

/// A new draft.
pub(super) async fn add(act: &mut Act, partnership: Uuid, one: &Decision) -> Result<(), Error> {
    let terms = serde_json::to_string(&one.terms).map_err(broken)?;
    act.run(
        sql!(
            "INSERT INTO decision (id, partnership, sharing, team, meeting, item, state, terms, language, asked_by,
                                   again_of, round, begun_at, since, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
        ),
        &args![
            one.id,
            partnership,
            Sharing::Partnership.code(),
            one.team,
            one.meeting,
            one.item,
            one.state.code(),
            terms,
            one.language.code(),
            one.asked_by,
            one.again_of,
            one.round,
            one.begun_at,
            one.since,
            one.version
        ],
    )
    .await?;
    Ok(())
}

/// Writes down where a decision stands now; whoever read an older version learns of it.
pub(super) async fn save(act: &mut Act, one: &Decision) -> Result<(), Error> {
    let terms = serde_json::to_string(&one.terms).map_err(broken)?;
    act.run(
        sql!(
            "UPDATE decision SET team = $2, state = $3, terms = $4, round = $5, since = $6, until = $7,
                    version = version + 1
             WHERE id = $1"
        ),
        &args![one.id, one.team, one.state.code(), terms, one.round, one.since, one.until],
    )
    .await?;
    Ok(())
}

/// Waits until nobody else is changing this decision or answering it.
pub(super) async fn hold(act: &mut Act, id: Uuid) -> Result<(), Error> {
    act.row(sql!("SELECT id FROM decision WHERE id = $1 FOR UPDATE"), &args![id]).await?;
    Ok(())
}

/// Keeps the decision as it is while answers are added. Many may hold it so at once.
pub(super) async fn hold_open(act: &mut Act, id: Uuid) -> Result<(), Error> {
    act.row(sql!("SELECT id FROM decision WHERE id = $1 FOR SHARE"), &args![id]).await?;
    Ok(())
}

pub(super) async fn one(tx: &mut Tx, partnership: Uuid, id: Uuid) -> Result<Decision, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT d.id, d.team, d.meeting, d.item, d.state, d.terms, d.language, d.asked_by, m.party, p.name,
                        d.again_of, d.round, d.begun_at, d.since, d.until, d.version
                 FROM decision d JOIN member m ON m.id = d.asked_by JOIN person p ON p.id = m.person
                 WHERE d.partnership = $1 AND d.id = $2"
            ),
            &args![partnership, id],
        )
        .await?;
    decision_from(&found.ok_or(Error::Unseen)?)
}

fn state_from(code: &str) -> Result<State, Error> {
    State::from_code(code).ok_or_else(|| broken("an unknown state of a decision"))
}

fn decision_from(row: &Row) -> Result<Decision, Error> {
    let (state, terms, language): (String, String, String) = (row.get(4)?, row.get(5)?, row.get(6)?);
    Ok(Decision {
        id: row.get(0)?,
        team: row.get(1)?,
        meeting: row.get(2)?,
        item: row.get(3)?,
        state: state_from(&state)?,
        terms: serde_json::from_str(&terms).map_err(broken)?,
        language: Lang::from_code(&language).unwrap_or(Lang::En),
        asked_by: row.get(7)?,
        asking_party: row.get(8)?,
        asker: row.get(9)?,
        again_of: row.get(10)?,
        round: row.get(11)?,
        begun_at: row.get(12)?,
        since: row.get(13)?,
        until: row.get(14)?,
        version: row.get(15)?,
    })
}

/// The partnership of a decision.
pub(super) async fn partnership_of(tx: &mut Tx, id: Uuid) -> Result<Option<Uuid>, Error> {
    let found = tx.row(sql!("SELECT partnership FROM decision WHERE id = $1"), &args![id]).await?;
    found.map(|row| Ok(row.get(0)?)).transpose()
}

/// The ids of decisions in these two states.
pub(super) async fn in_states(
    tx: &mut Tx,
    partnership: Uuid,
    one: State,
    other: State,
) -> Result<Vec<Uuid>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT id FROM decision WHERE partnership = $1 AND state IN ($2, $3) ORDER BY begun_at, id"
            ),
            &args![partnership, one.code(), other.code()],
        )
        .await?;
    rows.iter().map(|row| Ok(row.get(0)?)).collect()
}

/// The texts of a round.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wording {
    pub(super) question: Uuid,
    pub(super) effect: Uuid,
    pub(super) change: Option<Uuid>,
}

/// Begins a round with its wording, or gives the round of a draft another.
pub(super) async fn word(act: &mut Act, decision: Uuid, round: i64, wording: Wording) -> Result<(), Error> {
    act.run(
        sql!(
            "INSERT INTO decision_round (decision, round, question, effect, change, partnership, sharing)
             VALUES ($1, $2, $3, $4, $5, (SELECT partnership FROM decision WHERE id = $1),
                     (SELECT sharing FROM decision WHERE id = $1))
             ON CONFLICT (decision, round) DO UPDATE SET question = excluded.question, effect = excluded.effect"
        ),
        &args![decision, round, wording.question, wording.effect, wording.change],
    )
    .await?;
    Ok(())
}

pub(super) async fn open_round(
    act: &mut Act,
    decision: Uuid,
    round: i64,
    answer_by: Moment,
) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!("UPDATE decision_round SET opened_at = $3, answer_by = $4 WHERE decision = $1 AND round = $2"),
        &args![decision, round, now, answer_by],
    )
    .await?;
    Ok(())
}

pub(super) async fn reveal_round(
    act: &mut Act,
    decision: Uuid,
    round: i64,
    reached: &Reached,
) -> Result<(), Error> {
    let now = act.now();
    let reached = serde_json::to_string(reached).map_err(broken)?;
    act.run(
        sql!("UPDATE decision_round SET revealed_at = $3, outcome = $4 WHERE decision = $1 AND round = $2"),
        &args![decision, round, now, reached],
    )
    .await?;
    Ok(())
}

/// From now on everybody may read whose answer it was.
pub(super) async fn share_answers(act: &mut Act, decision: Uuid, round: i64) -> Result<(), Error> {
    act.run(
        sql!("UPDATE decision_answer SET sharing = $3 WHERE decision = $1 AND round = $2"),
        &args![decision, round, Sharing::Partnership.code()],
    )
    .await?;
    Ok(())
}

pub(super) async fn rounds(tx: &mut Tx, decision: Uuid) -> Result<Vec<Round>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT r.round, q.body, e.body, c.body, r.outcome
                 FROM decision_round r JOIN text q ON q.id = r.question JOIN text e ON e.id = r.effect
                 LEFT JOIN text c ON c.id = r.change
                 WHERE r.decision = $1 ORDER BY r.round"
            ),
            &args![decision],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let outcome: Option<String> = row.get(4)?;
            Ok(Round {
                number: row.get(0)?,
                question: row.get(1)?,
                effect: row.get(2)?,
                change: row.get(3)?,
                outcome: outcome.map(|json| serde_json::from_str(&json).map_err(broken)).transpose()?,
            })
        })
        .collect()
}

pub(super) async fn add_side(
    act: &mut Act,
    decision: Uuid,
    party: Uuid,
    must_agree: bool,
) -> Result<(), Error> {
    act.run(
        sql!(
            "INSERT INTO decision_side (decision, party, must_agree, partnership, sharing)
             VALUES ($1, $2, $3, (SELECT partnership FROM decision WHERE id = $1),
                     (SELECT sharing FROM decision WHERE id = $1))"
        ),
        &args![decision, party, must_agree],
    )
    .await?;
    Ok(())
}

pub(super) async fn set_aside(act: &mut Act, decision: Uuid, party: Uuid, by: Uuid) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!("UPDATE decision_side SET aside_by = $3, aside_at = $4 WHERE decision = $1 AND party = $2"),
        &args![decision, party, by, now],
    )
    .await?;
    Ok(())
}

pub(super) async fn sides(tx: &mut Tx, decision: Uuid) -> Result<Vec<Side>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT s.party, y.name, s.must_agree, p.name, s.aside_at
                 FROM decision_side s JOIN party y ON y.id = s.party
                 LEFT JOIN member m ON m.id = s.aside_by LEFT JOIN person p ON p.id = m.person
                 WHERE s.decision = $1 ORDER BY y.name"
            ),
            &args![decision],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let (by, at): (Option<String>, Option<Moment>) = (row.get(3)?, row.get(4)?);
            Ok(Side { party: row.get(0)?, name: row.get(1)?, must_agree: row.get(2)?, aside: by.zip(at) })
        })
        .collect()
}

pub(super) async fn add_answerer(
    act: &mut Act,
    decision: Uuid,
    member: Uuid,
    party: Uuid,
) -> Result<(), Error> {
    act.run(
        sql!(
            "INSERT INTO decision_answerer (decision, member, party, partnership, sharing)
             VALUES ($1, $2, $3, (SELECT partnership FROM decision WHERE id = $1),
                     (SELECT sharing FROM decision WHERE id = $1))"
        ),
        &args![decision, member, party],
    )
    .await?;
    Ok(())
}

pub(super) async fn answerers(tx: &mut Tx, decision: Uuid) -> Result<Vec<Answerer>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT a.member, p.name, a.party, m.ended_at IS NULL
                 FROM decision_answerer a JOIN member m ON m.id = a.member JOIN person p ON p.id = m.person
                 WHERE a.decision = $1 ORDER BY p.name, a.member"
            ),
            &args![decision],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Answerer { member: row.get(0)?, name: row.get(1)?, party: row.get(2)?, sits: row.get(3)? })
        })
        .collect()
}

/// The one who wants to answer, if they are asked. Reads their own row alone, so that many at once do
/// not meet.
pub(super) async fn answerer(tx: &mut Tx, decision: Uuid, member: Uuid) -> Result<Option<Answerer>, Error> {
    let found = tx
        .row(
            sql!("SELECT member, party FROM decision_answerer WHERE decision = $1 AND member = $2"),
            &args![decision, member],
        )
        .await?;
    found
        .map(|row| Ok(Answerer { member: row.get(0)?, name: String::new(), party: row.get(1)?, sits: true }))
        .transpose()
}

/// An answer, in the place of an earlier one of the same round.
pub(super) async fn answer(
    act: &mut Act,
    partnership: Uuid,
    decision: &Decision,
    member: Uuid,
    fist: Fist,
    paper: Option<(Uuid, Uuid)>,
) -> Result<(), Error> {
    let now = act.now();
    let (entered_by, witness) = paper.unzip();
    act.run(
        sql!(
            "INSERT INTO decision_answer (decision, round, member, partnership, sharing, fingers, at, entered_by,
                                          witness)
             VALUES ($1, $2, $3, $4, $9, $5, $6, $7, $8)
             ON CONFLICT (decision, round, member) DO UPDATE SET fingers = excluded.fingers, at = excluded.at,
                entered_by = excluded.entered_by, witness = excluded.witness"
        ),
        &args![
            decision.id,
            decision.round,
            member,
            partnership,
            i64::from(fist.fingers()),
            now,
            entered_by,
            witness,
            Sharing::Own.code()
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn answers(tx: &mut Tx, decision: Uuid) -> Result<Vec<Given>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT a.round, a.member, a.fingers, p.name
                 FROM decision_answer a LEFT JOIN member m ON m.id = a.witness LEFT JOIN person p ON p.id = m.person
                 WHERE a.decision = $1 ORDER BY a.round, a.member"
            ),
            &args![decision],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let fingers: i64 = row.get(2)?;
            let fist = u8::try_from(fingers).ok().and_then(Fist::new);
            Ok(Given {
                round: row.get(0)?,
                member: row.get(1)?,
                fist: fist.ok_or_else(|| broken("an answer that no hand can give"))?,
                witness: row.get(3)?,
            })
        })
        .collect()
}

pub(super) async fn answers_given(tx: &mut Tx, partnership: Uuid) -> Result<i64, Error> {
    let found = tx
        .row(sql!("SELECT COUNT(*) FROM decision_answer WHERE partnership = $1"), &args![partnership])
        .await?;
    found.map_or(Ok(0), |row| Ok(row.get(0)?))
}

/// A new thing that was said.
#[derive(Debug, Clone, Copy)]
pub(super) struct NewWord {
    pub(super) round: i64,
    pub(super) member: Option<Uuid>,
    pub(super) told_to: Option<Uuid>,
    pub(super) body: Uuid,
    pub(super) kept: bool,
}

pub(super) async fn say(act: &mut Act, decision: Uuid, new: NewWord) -> Result<(), Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO decision_word (id, decision, round, member, told_to, body, kept, at, partnership,
                                        sharing)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, (SELECT partnership FROM text WHERE id = $6),
                     (SELECT sharing FROM text WHERE id = $6))"
        ),
        &args![id, decision, new.round, new.member, new.told_to, new.body, new.kept, now],
    )
    .await?;
    Ok(())
}

pub(super) async fn words(tx: &mut Tx, decision: Uuid) -> Result<Vec<Word>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT d.round, p.name, y.name, o.name, t.body, d.kept
                 FROM decision_word d JOIN text t ON t.id = d.body
                 LEFT JOIN member m ON m.id = d.member LEFT JOIN person p ON p.id = m.person
                 LEFT JOIN member n ON n.id = d.told_to LEFT JOIN person o ON o.id = n.person
                 LEFT JOIN party y ON y.id = COALESCE(m.party, n.party)
                 WHERE d.decision = $1 AND t.redacted_at IS NULL AND t.withdrawn_at IS NULL
                 ORDER BY d.at, d.id"
            ),
            &args![decision],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Word {
                round: row.get(0)?,
                by: row.get(1)?,
                party: row.get(2)?,
                told_to: row.get(3)?,
                body: row.get(4)?,
                kept: row.get(5)?,
            })
        })
        .collect()
}
