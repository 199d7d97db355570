//! The tables of the case.

use std::collections::BTreeMap;

use db::{Tx, args, sql};
use uuid::Uuid;

use super::{Measure, People, Study};
use crate::error::{Error, broken};
use crate::site::Act;
use crate::text::Sharing;

pub(super) async fn add_measure(
    act: &mut Act,
    partnership: Uuid,
    member: Uuid,
    one: &Measure,
) -> Result<(), Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO case_measure (id, partnership, sharing, name, period, value, unit, people, counted, source,
                                       note, added_by, added_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
        ),
        &args![
            id,
            partnership,
            Sharing::Partnership.code(),
            &one.name,
            &one.period,
            &one.value,
            &one.unit,
            one.people.code(),
            one.counted,
            &one.source,
            &one.note,
            member,
            now
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn measures(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Measure>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT id, name, period, value, unit, people, counted, source, note FROM case_measure
                 WHERE partnership = $1 ORDER BY name, period, id"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let people: String = row.get(5)?;
            Ok(Measure {
                id: row.get(0)?,
                name: row.get(1)?,
                period: row.get(2)?,
                value: row.get(3)?,
                unit: row.get(4)?,
                people: People::from_code(&people).ok_or_else(|| broken("a number about nobody"))?,
                counted: row.get(6)?,
                source: row.get(7)?,
                note: row.get(8)?,
            })
        })
        .collect()
}

/// False if it is not there.
pub(super) async fn remove_measure(act: &mut Act, partnership: Uuid, id: Uuid) -> Result<bool, Error> {
    let gone = act
        .run(sql!("DELETE FROM case_measure WHERE partnership = $1 AND id = $2"), &args![partnership, id])
        .await?;
    Ok(gone == 1)
}

pub(super) async fn studies(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Study>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT s.id, s.code, c.body, f.body FROM case_study s
                 LEFT JOIN text c ON c.id = s.citation LEFT JOIN text f ON f.id = s.finding
                 WHERE s.partnership = $1 ORDER BY s.added_at, s.id"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let (citation, finding): (Option<String>, Option<String>) = (row.get(2)?, row.get(3)?);
            Ok(Study {
                id: row.get(0)?,
                code: row.get(1)?,
                citation: citation.unwrap_or_default(),
                finding: finding.unwrap_or_default(),
            })
        })
        .collect()
}

pub(super) async fn add_study(
    act: &mut Act,
    id: Uuid,
    partnership: Uuid,
    member: Uuid,
    code: Option<&str>,
    own: Option<(Uuid, Uuid)>,
) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO case_study (id, partnership, sharing, code, citation, finding, added_by, added_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        &args![
            id,
            partnership,
            Sharing::Partnership.code(),
            code,
            own.map(|(citation, _)| citation),
            own.map(|(_, finding)| finding),
            member,
            now
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn remove_study(act: &mut Act, partnership: Uuid, id: Uuid) -> Result<bool, Error> {
    let gone = act
        .run(sql!("DELETE FROM case_study WHERE partnership = $1 AND id = $2"), &args![partnership, id])
        .await?;
    Ok(gone == 1)
}

/// Who does what, each area with its answer, in the order they were given.
pub(super) async fn roles(tx: &mut Tx, partnership: Uuid) -> Result<Vec<(String, String)>, Error> {
    let rows = tx
        .rows(
            sql!("SELECT area, who FROM case_role WHERE partnership = $1 ORDER BY place, area"),
            &args![partnership],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

pub(super) async fn set_role(
    act: &mut Act,
    partnership: Uuid,
    area: &str,
    place: i64,
    who: &str,
) -> Result<(), Error> {
    act.run(
        sql!(
            "INSERT INTO case_role (partnership, sharing, area, place, who) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (partnership, area) DO UPDATE SET who = excluded.who"
        ),
        &args![partnership, Sharing::Partnership.code(), area, place, who],
    )
    .await?;
    Ok(())
}

pub(super) async fn answers(tx: &mut Tx, partnership: Uuid) -> Result<BTreeMap<String, String>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT a.question, t.body FROM case_answer a JOIN text t ON t.id = a.text
                 WHERE a.partnership = $1 AND t.withdrawn_at IS NULL"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

pub(super) async fn set_answer(
    act: &mut Act,
    partnership: Uuid,
    question: &str,
    text: Uuid,
) -> Result<(), Error> {
    act.run(
        sql!(
            "INSERT INTO case_answer (partnership, sharing, question, text) VALUES ($1, $2, $3, $4)
             ON CONFLICT (partnership, question) DO UPDATE SET text = excluded.text"
        ),
        &args![partnership, Sharing::Partnership.code(), question, text],
    )
    .await?;
    Ok(())
}
