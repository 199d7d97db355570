//! The tables of decisions and of other sides' words on them.

use db::{Row, Tx, args, sql};
use jiff::civil::Date;
use uuid::Uuid;

use super::{Decision, Stance, Word};
use crate::crisis::Group;
use crate::error::{Error, broken};
use crate::site::Act;

pub(super) struct New<'a> {
    pub(super) id: Uuid,
    pub(super) group: Option<Group>,
    pub(super) body: Uuid,
    pub(super) changes_on: Uuid,
    pub(super) owner: &'a str,
    pub(super) expires_on: Date,
    pub(super) stance: Option<Stance>,
    pub(super) by: Uuid,
    pub(super) party: Uuid,
}

pub(super) async fn add(act: &mut Act, partnership: Uuid, crisis: Uuid, new: &New<'_>) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO crisis_decision (id, partnership, sharing, crisis, grp, body, changes_on, owner, expires_on,
                                          stance, made_by, made_party, made_at, version)
             VALUES ($1, $2, 'partnership', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)"
        ),
        &args![
            new.id,
            partnership,
            crisis,
            new.group.map(Group::code),
            new.body,
            new.changes_on,
            new.owner,
            new.expires_on.to_string(),
            new.stance.map(Stance::code),
            new.by,
            new.party,
            now
        ],
    )
    .await?;
    Ok(())
}

/// The decisions of a crisis, newest first.
pub async fn list(tx: &mut Tx, crisis: Uuid) -> Result<Vec<Decision>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT d.id, d.grp, b.body, c.body, d.owner, d.expires_on, d.stance, p.name, d.made_party, d.made_at,
                        d.ended_at, d.version
                 FROM crisis_decision d JOIN text b ON b.id = d.body JOIN text c ON c.id = d.changes_on
                 JOIN member m ON m.id = d.made_by JOIN person p ON p.id = m.person
                 WHERE d.crisis = $1 ORDER BY d.made_at DESC"
            ),
            &args![crisis],
        )
        .await?;
    let mut all = rows.iter().map(from).collect::<Result<Vec<Decision>, Error>>()?;
    for (decision, word) in words(tx, crisis).await? {
        if let Some(one) = all.iter_mut().find(|one| one.id == decision) {
            one.words.push(word);
        }
    }
    Ok(all)
}

/// One decision of a crisis; [`Error::Unseen`] if it is not there.
pub async fn one(tx: &mut Tx, crisis: Uuid, id: Uuid) -> Result<Decision, Error> {
    list(tx, crisis).await?.into_iter().find(|one| one.id == id).ok_or(Error::Unseen)
}

fn from(row: &Row) -> Result<Decision, Error> {
    let (group, stance): (Option<String>, Option<String>) = (row.get(1)?, row.get(6)?);
    Ok(Decision {
        id: row.get(0)?,
        group: group.as_deref().and_then(Group::from_code),
        body: row.get(2)?,
        changes_on: row.get(3)?,
        owner: row.get(4)?,
        expires_on: row.get::<String>(5)?.parse().map_err(broken)?,
        stance: stance.as_deref().and_then(Stance::from_code),
        made_by: row.get(7)?,
        made_party: row.get(8)?,
        made_at: row.get(9)?,
        ended_at: row.get(10)?,
        version: row.get(11)?,
        words: Vec::new(),
    })
}

async fn words(tx: &mut Tx, crisis: Uuid) -> Result<Vec<(Uuid, Word)>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT w.decision, w.party, p.name, w.word, t.body, w.at
                 FROM crisis_word w JOIN crisis_decision d ON d.id = w.decision
                 JOIN member m ON m.id = w.member JOIN person p ON p.id = m.person
                 LEFT JOIN text t ON t.id = w.reason
                 WHERE d.crisis = $1 ORDER BY w.at"
            ),
            &args![crisis],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let word: String = row.get(3)?;
            let said = Word {
                party: row.get(1)?,
                by: row.get(2)?,
                agrees: word == "agrees",
                reason: row.get(4)?,
                at: row.get(5)?,
            };
            Ok((row.get(0)?, said))
        })
        .collect()
}

pub(super) async fn say(
    act: &mut Act,
    id: Uuid,
    party: Uuid,
    member: Uuid,
    agrees: bool,
    reason: Option<Uuid>,
) -> Result<(), Error> {
    let now = act.now();
    let word = if agrees { "agrees" } else { "objects" };
    act.run(
        sql!(
            "INSERT INTO crisis_word (decision, party, member, word, reason, at, partnership, sharing)
             VALUES ($1, $2, $3, $4, $5, $6, (SELECT partnership FROM crisis_decision WHERE id = $1),
                     (SELECT sharing FROM crisis_decision WHERE id = $1))"
        ),
        &args![id, party, member, word, reason, now],
    )
    .await?;
    Ok(())
}

pub(super) async fn keep(act: &mut Act, id: Uuid, last: Date) -> Result<(), Error> {
    act.run(
        sql!("UPDATE crisis_decision SET expires_on = $2, version = version + 1 WHERE id = $1"),
        &args![id, last.to_string()],
    )
    .await?;
    Ok(())
}

pub(super) async fn end(act: &mut Act, id: Uuid) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!("UPDATE crisis_decision SET ended_at = $2, version = version + 1 WHERE id = $1"),
        &args![id, now],
    )
    .await?;
    Ok(())
}
