//! The tables of needs and offers.

use db::{Row, Tx, args, sql};
use uuid::Uuid;

use super::{Kind, Need, Offer, State, rules};
use crate::error::{Error, broken};
use crate::reflect::cycle;
use crate::site::Act;

fn need(row: &Row) -> Result<Need, Error> {
    let text = |column: usize| -> Result<String, Error> {
        Ok(row.get::<Option<String>>(column)?.unwrap_or_default())
    };
    Ok(Need {
        id: row.get(0)?,
        team: row.get(1)?,
        team_name: row.get(2)?,
        cycle: row.get(3)?,
        kind: Kind::from_code(&row.get::<String>(4)?).ok_or_else(|| broken("an unknown kind of support"))?,
        name: row.get(5)?,
        about: text(6)?,
        cost: text(7)?,
        need_by: row.get::<Option<String>>(8)?.map(|day| day.parse()).transpose().map_err(broken)?,
        state: State::from_code(&row.get::<String>(9)?).ok_or_else(|| broken("an unknown state"))?,
        asked_by: (row.get(10)?, row.get(11)?, row.get(12)?),
        asked_at: row.get(13)?,
        rating: row.get(14)?,
        helped: text(15)?,
    })
}

/// Every need of a partnership, the newest cycle first.
pub async fn needs(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Need>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT n.id, n.team, t.name, n.cycle, n.kind, n.name, a.body, n.cost, n.need_by, n.state, n.asked_by,
                        p.name, m.party, n.asked_at, n.rating, h.body
                 FROM support_need n JOIN member m ON m.id = n.asked_by JOIN person p ON p.id = m.person
                 LEFT JOIN team t ON t.id = n.team LEFT JOIN text a ON a.id = n.about
                 LEFT JOIN text h ON h.about = n.id AND h.role = 'support.helped'
                 WHERE n.partnership = $1 ORDER BY n.cycle DESC, n.asked_at DESC, n.id DESC"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter().map(need).collect()
}

pub(super) async fn one(tx: &mut Tx, partnership: Uuid, id: Uuid) -> Result<Need, Error> {
    needs(tx, partnership).await?.into_iter().find(|need| need.id == id).ok_or(Error::Unseen)
}

/// What a need is made from.
pub(super) struct Fresh<'a> {
    pub(super) id: Uuid,
    pub(super) team: Option<Uuid>,
    pub(super) cycle: i64,
    pub(super) kind: Kind,
    pub(super) name: &'a str,
    pub(super) about: Option<Uuid>,
    pub(super) cost: &'a str,
    pub(super) need_by: Option<jiff::civil::Date>,
    pub(super) member: Uuid,
}

pub(super) async fn add(act: &mut Act, partnership: Uuid, new: &Fresh<'_>) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO support_need (id, partnership, sharing, team, cycle, kind, name, about, cost, need_by, state,
                                       asked_by, asked_at, version)
             VALUES ($1, $2, 'partnership', $3, $4, $5, $6, $7, $8, $9, 'open', $10, $11, 1)"
        ),
        &args![
            new.id,
            partnership,
            new.team,
            new.cycle,
            new.kind.code(),
            new.name,
            new.about,
            new.cost,
            new.need_by.map(|day| day.to_string()),
            new.member,
            now
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn set(act: &mut Act, id: Uuid, state: State) -> Result<(), Error> {
    act.run(
        sql!("UPDATE support_need SET state = $2, version = version + 1 WHERE id = $1"),
        &args![id, state.code()],
    )
    .await?;
    Ok(())
}

pub(super) async fn rate(act: &mut Act, id: Uuid, rating: i64) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!("UPDATE support_need SET rating = $2, rated_at = $3, version = version + 1 WHERE id = $1"),
        &args![id, rating, now],
    )
    .await?;
    Ok(())
}

/// Every offer to the needs of a partnership, the oldest first.
pub(super) async fn offers(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Offer>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT o.id, o.need, o.provider, t.body, p.name, o.member, o.state, o.at
                 FROM support_offer o JOIN text t ON t.id = o.says JOIN member m ON m.id = o.member
                 JOIN person p ON p.id = m.person WHERE o.partnership = $1 ORDER BY o.at, o.id"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Offer {
                id: row.get(0)?,
                need: row.get(1)?,
                provider: row.get(2)?,
                says: row.get(3)?,
                by: row.get(4)?,
                member: row.get(5)?,
                state: row.get(6)?,
                at: row.get(7)?,
            })
        })
        .collect()
}

pub(super) async fn offer(
    act: &mut Act,
    partnership: Uuid,
    (id, need, member): (Uuid, Uuid, Uuid),
    provider: &str,
    says: Uuid,
) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO support_offer (id, partnership, sharing, need, provider, says, member, state, at)
             VALUES ($1, $2, 'partnership', $3, $4, $5, $6, 'open', $7)"
        ),
        &args![id, partnership, need, provider, says, member, now],
    )
    .await?;
    Ok(())
}

pub(super) async fn settle_offer(act: &mut Act, id: Uuid, state: &str) -> Result<(), Error> {
    let now = act.now();
    act.run(sql!("UPDATE support_offer SET state = $2, ended_at = $3 WHERE id = $1"), &args![id, state, now])
        .await?;
    Ok(())
}

/// Whether anything was asked for in this cycle, and whether the step is done.
pub async fn progress(tx: &mut Tx, partnership: Uuid) -> Result<(bool, bool), Error> {
    let cycle = cycle::current(tx, partnership).await?;
    let rows = tx
        .rows(
            sql!(
                "SELECT id, CAST(NULL AS TEXT), CAST(NULL AS TEXT) FROM team
                 WHERE partnership = $1 AND closed_on IS NULL
                   AND kind IN ('state-group', 'district-leadership', 'school-leadership')
                 UNION ALL
                 SELECT team, kind, state FROM support_need WHERE partnership = $1
                   AND (cycle = $2 OR id IN (SELECT about FROM cycle_carry
                        WHERE partnership = $1 AND cycle = $3 AND kind = 'need' AND choice = 'carry'))"
            ),
            &args![partnership, cycle, cycle - 1],
        )
        .await?;
    let (mut leading, mut asked) = (Vec::new(), Vec::new());
    for row in &rows {
        let (team, kind, state): (Option<Uuid>, Option<String>, Option<String>) =
            (row.get(0)?, row.get(1)?, row.get(2)?);
        match (kind, state, team) {
            (Some(kind), Some(state), team) => {
                let kind = Kind::from_code(&kind).ok_or_else(|| broken("an unknown kind of support"))?;
                let state = State::from_code(&state).ok_or_else(|| broken("an unknown state"))?;
                asked.push((team, kind, state));
            }
            (_, _, Some(team)) => leading.push(team),
            _ => {}
        }
    }
    Ok((!asked.is_empty(), rules::done(&leading, &asked)))
}
