//! The tables of rounds, statements, askings and members' answers.

use db::{Row, Tx, args, sql};
use uuid::Uuid;

use super::members::Asking;
use super::rules::{Answers, Own};
use super::{Round, State, Statement};
use crate::access::{Membership, SeatParty};
use crate::error::{Error, broken};
use crate::site::{Act, Moment};
use crate::text::Sharing;

fn round(row: &Row) -> Result<Round, Error> {
    let state: String = row.get(3)?;
    Ok(Round {
        id: row.get(0)?,
        number: row.get(1)?,
        cycle: row.get(2)?,
        state: State::from_code(&state).ok_or_else(|| broken("an unknown state of a round"))?,
        begun_at: row.get(4)?,
        answer_by: row.get(5)?,
        revealed_at: row.get(6)?,
        statements: Vec::new(),
    })
}

/// Every round of a partnership, the newest first, with its statements.
pub(super) async fn all(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Round>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT id, number, cycle, state, begun_at, answer_by, revealed_at FROM readiness_round
                 WHERE partnership = $1 ORDER BY number DESC"
            ),
            &args![partnership],
        )
        .await?;
    let mut rounds = rows.iter().map(round).collect::<Result<Vec<Round>, Error>>()?;
    if rounds.is_empty() {
        return Ok(rounds);
    }
    let rows = tx
        .rows(
            sql!(
                "SELECT s.round, s.party, s.party_name, s.standing, s.name, s.levels, s.version, s.at, s.alone_at,
                        s.shown_at
                 FROM readiness_statement s JOIN readiness_round r ON r.id = s.round
                 WHERE r.partnership = $1 ORDER BY s.party_name"
            ),
            &args![partnership],
        )
        .await?;
    for row in &rows {
        let of: Uuid = row.get(0)?;
        if let Some(round) = rounds.iter_mut().find(|round| round.id == of) {
            round.statements.push(statement(row)?);
        }
    }
    Ok(rounds)
}

fn statement(row: &Row) -> Result<Statement, Error> {
    let (standing, levels): (String, String) = (row.get(3)?, row.get(5)?);
    Ok(Statement {
        party: row.get(1)?,
        party_name: row.get(2)?,
        must_agree: standing == MUST_AGREE,
        name: row.get(4)?,
        answers: Answers::from_code(&levels).ok_or_else(|| broken("an unreadable statement"))?,
        version: row.get(6)?,
        at: row.get(7)?,
        alone_at: row.get(8)?,
        shown_at: row.get(9)?,
    })
}

const MUST_AGREE: &str = "must-agree";
const ADVISING: &str = "advising";

/// The partnership of a round.
pub(super) async fn partnership_of(tx: &mut Tx, round: Uuid) -> Result<Option<Uuid>, Error> {
    let found = tx.row(sql!("SELECT partnership FROM readiness_round WHERE id = $1"), &args![round]).await?;
    Ok(found.map(|row| row.get(0)).transpose()?)
}

pub(super) async fn add(
    act: &mut Act,
    partnership: Uuid,
    number: i64,
    cycle: i64,
    answer_by: Moment,
) -> Result<Uuid, Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO readiness_round (id, partnership, sharing, number, cycle, state, begun_at, answer_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        &args![
            id,
            partnership,
            Sharing::Partnership.code(),
            number,
            cycle,
            State::Open.code(),
            now,
            answer_by
        ],
    )
    .await?;
    Ok(id)
}

pub(super) async fn set_state(
    act: &mut Act,
    round: Uuid,
    state: State,
    answer_by: Moment,
    revealed_at: Option<Moment>,
) -> Result<(), Error> {
    act.run(
        sql!("UPDATE readiness_round SET state = $2, answer_by = $3, revealed_at = $4 WHERE id = $1"),
        &args![round, state.code(), answer_by, revealed_at],
    )
    .await?;
    Ok(())
}

/// Keeps a party's statement, the first or a later version.
pub(super) async fn say(
    act: &mut Act,
    round: Uuid,
    party: &SeatParty,
    member: &Membership,
    name: &str,
    answers: &Answers,
) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO readiness_statement (round, party, party_name, standing, member, name, levels,
                                              version, at, partnership, sharing)
             VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8,
                     (SELECT partnership FROM readiness_round WHERE id = $1),
                     (SELECT sharing FROM readiness_round WHERE id = $1))
             ON CONFLICT (round, party) DO UPDATE SET member = excluded.member, name = excluded.name,
                levels = excluded.levels, at = excluded.at, party_name = excluded.party_name,
                standing = excluded.standing, alone_at = NULL, version = readiness_statement.version + 1"
        ),
        &args![
            round,
            party.id,
            party.name.clone(),
            if party.must_agree { MUST_AGREE } else { ADVISING },
            member.id,
            name,
            answers.code(),
            now
        ],
    )
    .await?;
    Ok(())
}

/// Notes that a party would show its statement without the silent one.
pub(super) async fn would_show(act: &mut Act, round: Uuid, party: Uuid) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!("UPDATE readiness_statement SET alone_at = $3 WHERE round = $1 AND party = $2"),
        &args![round, party, now],
    )
    .await?;
    Ok(())
}

/// Shows these parties' statements to everybody.
pub(super) async fn reveal(act: &mut Act, round: Uuid, parties: &[Uuid]) -> Result<(), Error> {
    let now = act.now();
    for party in parties {
        act.run(
            sql!(
                "UPDATE readiness_statement SET shown_at = $3
                 WHERE round = $1 AND party = $2 AND shown_at IS NULL"
            ),
            &args![round, party, now],
        )
        .await?;
    }
    Ok(())
}

/// What parties asked their own members in a round.
pub(super) async fn askings(tx: &mut Tx, round: Uuid) -> Result<Vec<Asking>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT a.party, y.name, a.name, a.asked_at, a.answer_by, a.closed_at, a.people, a.shares
                 FROM readiness_asking a JOIN party y ON y.id = a.party WHERE a.round = $1 ORDER BY y.name"
            ),
            &args![round],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Asking {
                party: row.get(0)?,
                party_name: row.get(1)?,
                name: row.get(2)?,
                asked_at: row.get(3)?,
                answer_by: row.get(4)?,
                closed_at: row.get(5)?,
                people: row.get(6)?,
                shares: row.get::<Option<String>>(7)?.unwrap_or_default(),
            })
        })
        .collect()
}

pub(super) async fn ask(
    act: &mut Act,
    round: Uuid,
    party: Uuid,
    name: &str,
    answer_by: Moment,
) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO readiness_asking (round, party, name, asked_at, answer_by, partnership, sharing)
             VALUES ($1, $2, $3, $4, $5, (SELECT partnership FROM readiness_round WHERE id = $1), 'party')"
        ),
        &args![round, party, name, now, answer_by],
    )
    .await?;
    Ok(())
}

/// A member's own answers so far.
pub(super) async fn own(tx: &mut Tx, round: Uuid, member: Uuid) -> Result<Option<Own>, Error> {
    let found = tx
        .row(
            sql!("SELECT levels FROM readiness_answer WHERE round = $1 AND member = $2"),
            &args![round, member],
        )
        .await?;
    let kept: Option<String> = found.map(|row| row.get(0)).transpose()?;
    Ok(kept.and_then(|levels| Own::from_code(&levels)))
}

pub(super) async fn answer(
    act: &mut Act,
    round: Uuid,
    member: Uuid,
    party: Uuid,
    own: &Own,
) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO readiness_answer (round, member, party, levels, at, partnership, sharing)
             VALUES ($1, $2, $3, $4, $5, (SELECT partnership FROM readiness_round WHERE id = $1), 'own')
             ON CONFLICT (round, member) DO UPDATE SET levels = excluded.levels, at = excluded.at"
        ),
        &args![round, member, party, own.code(), now],
    )
    .await?;
    Ok(())
}

/// Every answer a party's members gave. Only for freezing what may be shown.
pub(super) async fn answers(tx: &mut Tx, round: Uuid, party: Uuid) -> Result<Vec<Own>, Error> {
    let rows = tx
        .rows(
            sql!("SELECT levels FROM readiness_answer WHERE round = $1 AND party = $2"),
            &args![round, party],
        )
        .await?;
    let read = |row: &Row| Own::from_code(&row.get::<String>(0)?).ok_or_else(|| broken("unreadable answers"));
    rows.iter().map(read).collect()
}

/// Freezes what may be shown of a party's members.
pub(super) async fn freeze(
    act: &mut Act,
    round: Uuid,
    party: Uuid,
    people: Option<i64>,
    shares: Option<String>,
) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "UPDATE readiness_asking SET closed_at = $3, people = $4, shares = $5
             WHERE round = $1 AND party = $2 AND closed_at IS NULL"
        ),
        &args![round, party, now, people, shares],
    )
    .await?;
    Ok(())
}
