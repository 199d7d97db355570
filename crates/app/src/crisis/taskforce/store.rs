//! The tables of a crisis, its groups, chairs and questions.

use db::{Row, Tx, args, sql};
use jiff::civil::Date;
use uuid::Uuid;
use words::Lang;

use super::{Chair, Crisis, Side, State};
use crate::crisis::Group;
use crate::crisis::playbook::{self, Code};
use crate::error::{Error, broken};
use crate::site::{Act, Moment};

pub(super) async fn add(act: &mut Act, partnership: Uuid, by: Uuid, new: &Crisis) -> Result<(), Error> {
    act.run(
        sql!(
            "INSERT INTO crisis (id, partnership, sharing, playbook, name, state, activated_by, activated_party,
                                 activated_at, confirm_by, ends_on, version)
             VALUES ($1, $2, 'partnership', $3, $4, $5, $6, $7, $8, $9, $10, 1)"
        ),
        &args![
            new.id,
            partnership,
            new.playbook.code(),
            &new.name,
            new.state.code(),
            by,
            new.activated_party,
            new.activated_at,
            new.confirm_by,
            new.ends_on.to_string()
        ],
    )
    .await?;
    Ok(())
}

/// The newest crisis of a partnership.
pub async fn newest(tx: &mut Tx, partnership: Uuid) -> Result<Option<Crisis>, Error> {
    Ok(list(tx, partnership, 1).await?.pop())
}

/// The crises of a partnership, newest first.
pub(super) async fn list(tx: &mut Tx, partnership: Uuid, most: i64) -> Result<Vec<Crisis>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT id, playbook, name, state, activated_party, activated_at, confirm_by, confirmed_party,
                        confirmed_at, ends_on, closing_party, closing_at, ended_at, version
                 FROM crisis WHERE partnership = $1 ORDER BY activated_at DESC LIMIT $2"
            ),
            &args![partnership, most],
        )
        .await?;
    rows.iter().map(from).collect()
}

/// One crisis of a partnership; [`Error::Unseen`] if it is not there.
pub async fn one(tx: &mut Tx, partnership: Uuid, id: Uuid) -> Result<Crisis, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT id, playbook, name, state, activated_party, activated_at, confirm_by, confirmed_party,
                        confirmed_at, ends_on, closing_party, closing_at, ended_at, version
                 FROM crisis WHERE partnership = $1 AND id = $2"
            ),
            &args![partnership, id],
        )
        .await?;
    from(&found.ok_or(Error::Unseen)?)
}

pub(super) async fn partnership_of(tx: &mut Tx, id: Uuid) -> Result<Option<Uuid>, Error> {
    let found = tx.row(sql!("SELECT partnership FROM crisis WHERE id = $1"), &args![id]).await?;
    found.map(|row| Ok(row.get(0)?)).transpose()
}

fn from(row: &Row) -> Result<Crisis, Error> {
    let (playbook, state): (String, String) = (row.get(1)?, row.get(3)?);
    let (confirmed, at): (Option<Uuid>, Option<Moment>) = (row.get(7)?, row.get(8)?);
    let (closing, asked): (Option<Uuid>, Option<Moment>) = (row.get(10)?, row.get(11)?);
    Ok(Crisis {
        id: row.get(0)?,
        playbook: Code::from_code(&playbook).ok_or_else(|| broken("an unknown playbook"))?,
        name: row.get(2)?,
        state: State::from_code(&state).ok_or_else(|| broken("an unknown state of a crisis"))?,
        activated_party: row.get(4)?,
        activated_at: row.get(5)?,
        confirm_by: row.get(6)?,
        confirmed: confirmed.zip(at),
        ends_on: row.get::<String>(9)?.parse().map_err(broken)?,
        closing: closing.zip(asked),
        ended_at: row.get(12)?,
        version: row.get(13)?,
    })
}

pub(super) async fn confirm(act: &mut Act, id: Uuid, party: Uuid) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "UPDATE crisis SET state = 'active', confirmed_party = $2, confirmed_at = $3, version = version + 1
             WHERE id = $1"
        ),
        &args![id, party, now],
    )
    .await?;
    Ok(())
}

pub(super) async fn keep(act: &mut Act, id: Uuid, day: Date) -> Result<(), Error> {
    act.run(
        sql!("UPDATE crisis SET ends_on = $2, version = version + 1 WHERE id = $1"),
        &args![id, day.to_string()],
    )
    .await?;
    Ok(())
}

pub(super) async fn closing(act: &mut Act, id: Uuid, party: Option<Uuid>) -> Result<(), Error> {
    let at = party.map(|_| act.now());
    act.run(
        sql!("UPDATE crisis SET closing_party = $2, closing_at = $3, version = version + 1 WHERE id = $1"),
        &args![id, party, at],
    )
    .await?;
    Ok(())
}

pub(super) async fn end(act: &mut Act, id: Uuid, state: State) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!("UPDATE crisis SET state = $2, ended_at = $3, version = version + 1 WHERE id = $1"),
        &args![id, state.code(), now],
    )
    .await?;
    Ok(())
}

pub(super) async fn add_group(
    act: &mut Act,
    partnership: Uuid,
    crisis: Uuid,
    group: Group,
    team: Uuid,
) -> Result<(), Error> {
    act.run(
        sql!("INSERT INTO crisis_group (crisis, partnership, grp, team) VALUES ($1, $2, $3, $4)"),
        &args![crisis, partnership, group.code(), team],
    )
    .await?;
    Ok(())
}

pub(super) async fn set_team(act: &mut Act, crisis: Uuid, team: Uuid) -> Result<(), Error> {
    act.run(sql!("UPDATE crisis SET team = $2 WHERE id = $1"), &args![crisis, team]).await?;
    Ok(())
}

/// The teams of a crisis: its groups, and at last the task force they report to.
pub(super) async fn teams(tx: &mut Tx, crisis: Uuid) -> Result<Vec<Uuid>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT team, 0 AS above FROM crisis_group WHERE crisis = $1 AND team IS NOT NULL
                 UNION ALL SELECT team, 1 FROM crisis WHERE id = $1 AND team IS NOT NULL ORDER BY above, team"
            ),
            &args![crisis],
        )
        .await?;
    rows.iter().map(|row| Ok(row.get(0)?)).collect()
}

/// The team that a group of a crisis is.
pub(super) async fn team_of(tx: &mut Tx, crisis: Uuid, group: Group) -> Result<Option<Uuid>, Error> {
    let found = tx
        .row(
            sql!("SELECT team FROM crisis_group WHERE crisis = $1 AND grp = $2"),
            &args![crisis, group.code()],
        )
        .await?;
    Ok(found.map(|row| row.get(0)).transpose()?.flatten())
}

/// Who leads the groups of a crisis. A chair is vacant once its seat has ended or its party has left.
pub async fn chairs(tx: &mut Tx, crisis: Uuid) -> Result<Vec<Chair>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT c.grp, c.side, c.party, c.member, p.name
                 FROM crisis_chair c JOIN member m ON m.id = c.member JOIN person p ON p.id = m.person
                 JOIN party y ON y.id = c.party
                 WHERE c.crisis = $1 AND c.ended_at IS NULL AND m.ended_at IS NULL AND y.withdrawn_at IS NULL
                 ORDER BY c.named_at"
            ),
            &args![crisis],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let (group, side): (String, String) = (row.get(0)?, row.get(1)?);
            Ok(Chair {
                group: Group::from_code(&group).ok_or_else(|| broken("an unknown group"))?,
                side: if side == "management" { Side::Management } else { Side::Labor },
                party: row.get(2)?,
                member: row.get(3)?,
                name: row.get(4)?,
            })
        })
        .collect()
}

/// A chair to fill.
pub(super) struct Seated {
    pub(super) group: Group,
    pub(super) side: Side,
    pub(super) party: Uuid,
    pub(super) member: Uuid,
    pub(super) named_by: Uuid,
}

/// Puts somebody in a chair, instead of whoever sat there.
pub(super) async fn seat(act: &mut Act, partnership: Uuid, crisis: Uuid, new: &Seated) -> Result<(), Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "UPDATE crisis_chair SET ended_at = $4 WHERE crisis = $1 AND grp = $2 AND side = $3 AND ended_at IS NULL"
        ),
        &args![crisis, new.group.code(), new.side.code(), now],
    )
    .await?;
    act.run(
        sql!(
            "INSERT INTO crisis_chair (id, partnership, crisis, grp, side, party, member, named_by, named_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        &args![
            id,
            partnership,
            crisis,
            new.group.code(),
            new.side.code(),
            new.party,
            new.member,
            new.named_by,
            now
        ],
    )
    .await?;
    Ok(())
}

/// A key question of a group, as it stands.
#[derive(Debug, Clone)]
pub struct Question {
    /// Its id.
    pub id: Uuid,
    /// Its group.
    pub group: Group,
    /// Its place in the playbook, if it comes from there.
    pub source: Option<i64>,
    /// The text that stands instead.
    pub own_text: Option<Uuid>,
    /// Its words.
    pub own: Option<String>,
    /// `open`, `answered`, `decided` or `revisit`.
    pub state: String,
    /// The text of the answer.
    pub answer_text: Option<Uuid>,
    /// What we know.
    pub answer: Option<String>,
    /// Who answers it.
    pub owner: String,
    /// The day to look again.
    pub revisit_on: Option<String>,
    /// Its version, for edits.
    pub version: i64,
}

impl Question {
    /// Its words: its own, or the playbook's in the reader's language.
    pub fn words(&self, playbook: Code, lang: Lang) -> Result<String, Error> {
        if let Some(own) = &self.own {
            return Ok(own.clone());
        }
        let place = self.source.and_then(|at| usize::try_from(at).ok());
        let book = playbook::of(playbook, lang)?;
        Ok(place.and_then(|at| book.questions(self.group).get(at)).cloned().unwrap_or_default())
    }
}

pub(super) async fn add_question(
    act: &mut Act,
    partnership: Uuid,
    crisis: Uuid,
    group: Group,
    (position, source, own): (i64, Option<i64>, Option<Uuid>),
) -> Result<(), Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO crisis_question (id, partnership, sharing, crisis, grp, position, source, own, state, owner,
                                          changed_at, version)
             VALUES ($1, $2, 'partnership', $3, $4, $5, $6, $7, 'open', '', $8, 1)"
        ),
        &args![id, partnership, crisis, group.code(), position, source, own, now],
    )
    .await?;
    Ok(())
}

/// The questions of a crisis, or of one group of it.
pub async fn questions(tx: &mut Tx, crisis: Uuid, group: Option<Group>) -> Result<Vec<Question>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT q.id, q.grp, q.source, q.own, o.body, q.state, q.answer, a.body, q.owner, q.revisit_on, q.version
                 FROM crisis_question q LEFT JOIN text o ON o.id = q.own LEFT JOIN text a ON a.id = q.answer
                 WHERE q.crisis = $1 AND (CAST($2 AS TEXT) IS NULL OR q.grp = $2) ORDER BY q.grp, q.position"
            ),
            &args![crisis, group.map(Group::code)],
        )
        .await?;
    rows.iter().map(question_from).collect()
}

pub(super) async fn question(tx: &mut Tx, crisis: Uuid, id: Uuid) -> Result<Question, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT q.id, q.grp, q.source, q.own, o.body, q.state, q.answer, a.body, q.owner, q.revisit_on, q.version
                 FROM crisis_question q LEFT JOIN text o ON o.id = q.own LEFT JOIN text a ON a.id = q.answer
                 WHERE q.crisis = $1 AND q.id = $2"
            ),
            &args![crisis, id],
        )
        .await?;
    question_from(&found.ok_or(Error::Unseen)?)
}

fn question_from(row: &Row) -> Result<Question, Error> {
    let group: String = row.get(1)?;
    Ok(Question {
        id: row.get(0)?,
        group: Group::from_code(&group).ok_or_else(|| broken("an unknown group"))?,
        source: row.get(2)?,
        own_text: row.get(3)?,
        own: row.get(4)?,
        state: row.get(5)?,
        answer_text: row.get(6)?,
        answer: row.get(7)?,
        owner: row.get(8)?,
        revisit_on: row.get(9)?,
        version: row.get(10)?,
    })
}

/// A question as it is from now on.
pub(super) struct Edited<'a> {
    pub(super) own: Option<Uuid>,
    pub(super) state: &'a str,
    pub(super) answer: Option<Uuid>,
    pub(super) owner: &'a str,
    pub(super) revisit_on: Option<Date>,
}

pub(super) async fn change_question(
    act: &mut Act,
    id: Uuid,
    by: Uuid,
    edited: &Edited<'_>,
) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "UPDATE crisis_question SET own = $2, state = $3, answer = $4, owner = $5, revisit_on = $6, changed_by = $7,
                                        changed_at = $8, version = version + 1
             WHERE id = $1"
        ),
        &args![
            id,
            edited.own,
            edited.state,
            edited.answer,
            edited.owner,
            edited.revisit_on.map(|day| day.to_string()),
            by,
            now
        ],
    )
    .await?;
    Ok(())
}

/// How many questions are no longer open, and how many there are, for each group.
pub(super) async fn progress(tx: &mut Tx, crisis: Uuid) -> Result<Vec<(String, i64, i64)>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT grp, CAST(SUM(CASE WHEN state = 'open' THEN 0 ELSE 1 END) AS BIGINT), COUNT(*)
                 FROM crisis_question WHERE crisis = $1 GROUP BY grp"
            ),
            &args![crisis],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).collect()
}
