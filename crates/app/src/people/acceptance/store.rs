//! The tables of what was put to the sides and what they said.

use agreement::joint::Answer;
use db::{Row, Tx, args, sql};
use uuid::Uuid;

use super::{Ask, Kind, Said, Standing, Subject};
use crate::error::{Error, broken};
use crate::people::joint::said_from;
use crate::site::{Act, Moment};
use crate::text::Sharing;

pub(super) async fn add(
    act: &mut Act,
    partnership: Uuid,
    subject: &Subject<'_>,
    by: Uuid,
    answer_by: Moment,
) -> Result<Uuid, Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO acceptance_ask (id, partnership, sharing, kind, about, version, title, page, asked_by,
                                         asked_at, answer_by, state)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'open')"
        ),
        &args![
            id,
            partnership,
            Sharing::Partnership.code(),
            subject.kind.code(),
            subject.about,
            subject.version,
            subject.title,
            subject.page,
            by,
            now,
            answer_by
        ],
    )
    .await?;
    Ok(id)
}

/// The newest ask about something.
pub(super) async fn newest(tx: &mut Tx, partnership: Uuid, about: Uuid) -> Result<Option<Ask>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT a.id, a.kind, a.about, a.version, a.title, a.page, p.name, a.asked_at, a.answer_by, a.state,
                        a.ended_at
                 FROM acceptance_ask a JOIN member m ON m.id = a.asked_by JOIN person p ON p.id = m.person
                 WHERE a.partnership = $1 AND a.about = $2 ORDER BY a.asked_at DESC, a.id DESC LIMIT 1"
            ),
            &args![partnership, about],
        )
        .await?;
    let Some(row) = found else { return Ok(None) };
    let mut ask = from(&row)?;
    ask.said = said(tx, ask.id).await?;
    Ok(Some(ask))
}

/// What waits for an answer in a partnership, the nearest date first.
pub async fn open(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Ask>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT a.id, a.kind, a.about, a.version, a.title, a.page, p.name, a.asked_at, a.answer_by, a.state,
                        a.ended_at
                 FROM acceptance_ask a JOIN member m ON m.id = a.asked_by JOIN person p ON p.id = m.person
                 WHERE a.partnership = $1 AND a.state = 'open' ORDER BY a.answer_by, a.id"
            ),
            &args![partnership],
        )
        .await?;
    let mut all = Vec::new();
    for row in &rows {
        let mut ask = from(row)?;
        ask.said = said(tx, ask.id).await?;
        all.push(ask);
    }
    Ok(all)
}

/// The partnership and the subject of an ask.
pub(super) async fn place_of(tx: &mut Tx, id: Uuid) -> Result<Option<(Uuid, Uuid)>, Error> {
    let found =
        tx.row(sql!("SELECT partnership, about FROM acceptance_ask WHERE id = $1"), &args![id]).await?;
    found.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

/// The version that each must-agree party accepted last and that was not given up since: it is in force.
pub async fn agreed_version(tx: &mut Tx, partnership: Uuid, about: Uuid) -> Result<Option<i64>, Error> {
    Ok(in_force(tx, partnership, about).await?.map(|ask| ask.version))
}

/// The ask about the version that is in force.
pub(super) async fn in_force(tx: &mut Tx, partnership: Uuid, about: Uuid) -> Result<Option<Ask>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT a.id, a.kind, a.about, a.version, a.title, a.page, p.name, a.asked_at, a.answer_by, a.state,
                        a.ended_at
                 FROM acceptance_ask a JOIN member m ON m.id = a.asked_by JOIN person p ON p.id = m.person
                 WHERE a.partnership = $1 AND a.about = $2 AND a.state = 'agreed'
                 ORDER BY a.asked_at DESC, a.id DESC LIMIT 1"
            ),
            &args![partnership, about],
        )
        .await?;
    let Some(row) = found else { return Ok(None) };
    let mut ask = from(&row)?;
    ask.said = said(tx, ask.id).await?;
    Ok(Some(ask))
}

/// What each must-agree party accepted and was not opened again since.
#[derive(Debug, Clone)]
pub struct Agreed {
    /// What kind of thing.
    pub kind: Kind,
    /// Which.
    pub about: Uuid,
    /// Its name then.
    pub title: String,
    /// Its page, below the partnership's.
    pub page: String,
    /// When the last of them accepted.
    pub at: Moment,
}

/// All that each must-agree party accepted, each thing once and in the version that stands, the newest first.
pub async fn agreed(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Agreed>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT kind, about, title, page, COALESCE(ended_at, asked_at) FROM acceptance_ask
                 WHERE partnership = $1 AND state = 'agreed' ORDER BY asked_at DESC, id DESC"
            ),
            &args![partnership],
        )
        .await?;
    let mut all: Vec<Agreed> = Vec::new();
    for row in &rows {
        let (kind, about): (String, Uuid) = (row.get(0)?, row.get(1)?);
        if all.iter().all(|one| one.about != about) {
            let kind = Kind::from_code(&kind).ok_or_else(|| broken("an unknown kind of acceptance"))?;
            all.push(Agreed { kind, about, title: row.get(2)?, page: row.get(3)?, at: row.get(4)? });
        }
    }
    all.sort_by_key(|one| std::cmp::Reverse(one.at));
    Ok(all)
}

fn from(row: &Row) -> Result<Ask, Error> {
    let (kind, standing): (String, String) = (row.get(1)?, row.get(9)?);
    Ok(Ask {
        id: row.get(0)?,
        kind: Kind::from_code(&kind).ok_or_else(|| broken("an unknown kind of acceptance"))?,
        about: row.get(2)?,
        version: row.get(3)?,
        title: row.get(4)?,
        page: row.get(5)?,
        asked_by: row.get(6)?,
        asked_at: row.get(7)?,
        answer_by: row.get(8)?,
        standing: Standing::from_code(&standing)
            .ok_or_else(|| broken("an unknown state of an acceptance"))?,
        ended_at: row.get(10)?,
        said: Vec::new(),
    })
}

async fn said(tx: &mut Tx, ask: Uuid) -> Result<Vec<Said>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT a.party, p.name, a.answer, t.body, a.at
                 FROM acceptance a JOIN member m ON m.id = a.member JOIN person p ON p.id = m.person
                 LEFT JOIN text t ON t.id = a.reason AND t.withdrawn_at IS NULL
                 WHERE a.ask = $1 ORDER BY a.at, a.party"
            ),
            &args![ask],
        )
        .await?;
    rows.iter().map(|row| said_from(row, "accepted")).collect()
}

pub(super) async fn answer(
    act: &mut Act,
    partnership: Uuid,
    ask: Uuid,
    party: Uuid,
    member: Uuid,
    answer: Answer,
    reason: Option<Uuid>,
) -> Result<(), Error> {
    let now = act.now();
    let word = match answer {
        Answer::Confirmed => "accepted",
        Answer::Refused => "refused",
    };
    act.run(
        sql!(
            "INSERT INTO acceptance (ask, partnership, sharing, party, member, answer, reason, at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        &args![ask, partnership, Sharing::Partnership.code(), party, member, word, reason, now],
    )
    .await?;
    Ok(())
}

pub(super) async fn end(act: &mut Act, ask: Uuid, standing: Standing) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!("UPDATE acceptance_ask SET state = $2, ended_at = $3 WHERE id = $1"),
        &args![ask, standing.code(), now],
    )
    .await?;
    Ok(())
}
