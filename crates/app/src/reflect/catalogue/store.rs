//! The tables of the catalogue.

use db::{Row, Tx, args, sql};
use uuid::Uuid;
use words::Lang;

use super::{Catalogue, Entry, Evidence, Kind, QUESTIONS, Side};
use crate::error::{Error, broken};
use crate::site::Act;

/// The catalogue of a cycle, if anybody began it.
pub async fn of_cycle(tx: &mut Tx, partnership: Uuid, cycle: i64) -> Result<Option<Catalogue>, Error> {
    let found = tx
        .row(
            sql!("SELECT id, cycle, version, answers, agreed_version, agreed_at FROM catalogue WHERE partnership = $1 AND cycle = $2"),
            &args![partnership, cycle],
        )
        .await?;
    found.map(|row| catalogue(&row)).transpose()
}

fn catalogue(row: &Row) -> Result<Catalogue, Error> {
    let agreed: Option<i64> = row.get(4)?;
    Ok(Catalogue {
        id: row.get(0)?,
        cycle: row.get(1)?,
        version: row.get(2)?,
        answers: row.get(3)?,
        agreed: agreed.zip(row.get(5)?),
    })
}

/// The cycles that have a catalogue, the newest first.
pub(super) async fn cycles(tx: &mut Tx, partnership: Uuid) -> Result<Vec<i64>, Error> {
    let rows = tx
        .rows(
            sql!("SELECT cycle FROM catalogue WHERE partnership = $1 ORDER BY cycle DESC"),
            &args![partnership],
        )
        .await?;
    rows.iter().map(|row| Ok(row.get(0)?)).collect()
}

pub(super) async fn begin(act: &mut Act, partnership: Uuid, cycle: i64) -> Result<Catalogue, Error> {
    let id = act.id();
    act.run(
        sql!(
            "INSERT INTO catalogue (id, partnership, sharing, cycle, version, answers)
             VALUES ($1, $2, 'partnership', $3, 1, 0)"
        ),
        &args![id, partnership, cycle],
    )
    .await?;
    Ok(Catalogue { id, cycle, version: 1, answers: 0, agreed: None })
}

/// Something in it changed: what was agreed to was another version.
pub(super) async fn changed(act: &mut Act, catalogue: Uuid) -> Result<(), Error> {
    act.run(sql!("UPDATE catalogue SET version = version + 1 WHERE id = $1"), &args![catalogue]).await?;
    Ok(())
}

/// Each side agreed to this version.
pub(super) async fn agreed(act: &mut Act, catalogue: Uuid, version: i64) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!("UPDATE catalogue SET agreed_version = $2, agreed_at = $3 WHERE id = $1"),
        &args![catalogue, version, now],
    )
    .await?;
    Ok(())
}

pub(super) async fn answered(act: &mut Act, catalogue: Uuid, answers: i64) -> Result<(), Error> {
    act.run(sql!("UPDATE catalogue SET answers = $2 WHERE id = $1"), &args![catalogue, answers]).await?;
    Ok(())
}

/// What was answered to each key question, in their order; empty where nobody wrote.
pub(super) async fn answers(tx: &mut Tx, catalogue: &Catalogue) -> Result<Vec<String>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT role, body FROM text WHERE about = $1 AND version = $2 AND role LIKE 'catalogue.q-%'
                 AND withdrawn_at IS NULL"
            ),
            &args![catalogue.id, catalogue.answers],
        )
        .await?;
    let mut answers = vec![String::new(); QUESTIONS.len()];
    for row in &rows {
        let role: String = row.get(0)?;
        if let Some(place) = QUESTIONS.iter().position(|question| *question == role)
            && let Some(answer) = answers.get_mut(place)
        {
            *answer = row.get(1)?;
        }
    }
    Ok(answers)
}

pub(super) async fn add(
    act: &mut Act,
    partnership: Uuid,
    catalogue: Uuid,
    kind: Kind,
    side: Side,
    tags: &[String],
    member: Uuid,
) -> Result<Uuid, Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO catalogue_entry (id, partnership, sharing, catalogue, kind, side, tags, member, added_at, version)
             VALUES ($1, $2, 'partnership', $3, $4, $5, $6, $7, $8, 1)"
        ),
        &args![id, partnership, catalogue, kind.code(), side.code(), tags.join(","), member, now],
    )
    .await?;
    Ok(id)
}

pub(super) async fn edit(
    act: &mut Act,
    entry: Uuid,
    kind: Kind,
    side: Side,
    tags: &[String],
) -> Result<(), Error> {
    act.run(
        sql!(
            "UPDATE catalogue_entry SET kind = $2, side = $3, tags = $4, version = version + 1 WHERE id = $1"
        ),
        &args![entry, kind.code(), side.code(), tags.join(",")],
    )
    .await?;
    Ok(())
}

pub(super) async fn take_back(act: &mut Act, entry: Uuid) -> Result<(), Error> {
    let now = act.now();
    act.run(sql!("UPDATE catalogue_entry SET withdrawn_at = $2 WHERE id = $1"), &args![entry, now]).await?;
    act.run(
        sql!("UPDATE text SET withdrawn_at = $2 WHERE about = $1 AND role = 'catalogue.entry'"),
        &args![entry, now],
    )
    .await?;
    Ok(())
}

pub(super) async fn put_evidence(act: &mut Act, entry: Uuid, all: &[Evidence]) -> Result<(), Error> {
    act.run(sql!("DELETE FROM catalogue_evidence WHERE entry = $1"), &args![entry]).await?;
    for (at, one) in all.iter().enumerate() {
        let position = i64::try_from(at).unwrap_or(i64::MAX);
        act.run(
            sql!(
                "INSERT INTO catalogue_evidence (entry, position, kind, target, partnership, sharing)
                 VALUES ($1, $2, $3, $4, (SELECT partnership FROM catalogue_entry WHERE id = $1),
                         (SELECT sharing FROM catalogue_entry WHERE id = $1))"
            ),
            &args![entry, position, one.code(), one.target()],
        )
        .await?;
    }
    Ok(())
}

pub(super) async fn second(act: &mut Act, entry: Uuid, party: Uuid, member: Uuid) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO catalogue_second (entry, party, member, at, partnership, sharing)
             VALUES ($1, $2, $3, $4, (SELECT partnership FROM catalogue_entry WHERE id = $1),
                     (SELECT sharing FROM catalogue_entry WHERE id = $1))"
        ),
        &args![entry, party, member, now],
    )
    .await?;
    Ok(())
}

/// The entries of a cycle that stand, oldest first.
pub async fn entries_of(tx: &mut Tx, partnership: Uuid, cycle: i64) -> Result<Vec<Entry>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT e.id, e.kind, e.side, e.tags, p.name, y.id, y.name, e.added_at, t.body, t.language, e.version
                 FROM catalogue_entry e JOIN catalogue c ON c.id = e.catalogue
                 JOIN member m ON m.id = e.member JOIN person p ON p.id = m.person
                 LEFT JOIN party y ON y.id = m.party
                 JOIN text t ON t.about = e.id AND t.role = 'catalogue.entry' AND t.version = e.version
                 WHERE e.partnership = $1 AND c.cycle = $2 AND e.withdrawn_at IS NULL
                 ORDER BY e.added_at, e.id"
            ),
            &args![partnership, cycle],
        )
        .await?;
    let mut entries = rows.iter().map(entry).collect::<Result<Vec<_>, _>>()?;
    let rows = tx
        .rows(
            sql!(
                "SELECT v.entry, v.kind, v.target FROM catalogue_evidence v
                 JOIN catalogue_entry e ON e.id = v.entry JOIN catalogue c ON c.id = e.catalogue
                 WHERE e.partnership = $1 AND c.cycle = $2 ORDER BY v.entry, v.position"
            ),
            &args![partnership, cycle],
        )
        .await?;
    for row in &rows {
        let (of, kind, target): (Uuid, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        if let Some(entry) = entries.iter_mut().find(|entry| entry.id == of) {
            entry.evidence.extend(Evidence::from_parts(&kind, &target));
        }
    }
    let rows = tx
        .rows(
            sql!(
                "SELECT s.entry, y.id, y.name FROM catalogue_second s JOIN party y ON y.id = s.party
                 JOIN catalogue_entry e ON e.id = s.entry JOIN catalogue c ON c.id = e.catalogue
                 WHERE e.partnership = $1 AND c.cycle = $2 ORDER BY y.name"
            ),
            &args![partnership, cycle],
        )
        .await?;
    for row in &rows {
        let of: Uuid = row.get(0)?;
        if let Some(entry) = entries.iter_mut().find(|entry| entry.id == of) {
            entry.seconds.push((row.get(1)?, row.get(2)?));
        }
    }
    Ok(entries)
}

fn entry(row: &Row) -> Result<Entry, Error> {
    let (kind, side, tags, language): (String, String, String, String) =
        (row.get(1)?, row.get(2)?, row.get(3)?, row.get(9)?);
    let party: Option<Uuid> = row.get(5)?;
    Ok(Entry {
        id: row.get(0)?,
        kind: Kind::from_code(&kind).ok_or_else(|| broken("an unknown kind of entry"))?,
        side: Side::from_code(&side).ok_or_else(|| broken("an unknown side of an entry"))?,
        tags: tags.split(',').filter(|tag| !tag.is_empty()).map(str::to_owned).collect(),
        by: row.get(4)?,
        party: party.zip(row.get(6)?),
        at: row.get(7)?,
        body: row.get(8)?,
        language: Lang::from_code(&language).unwrap_or(Lang::En),
        version: row.get(10)?,
        evidence: Vec::new(),
        seconds: Vec::new(),
    })
}

/// The cycle of an entry that stands in this partnership.
pub(super) async fn cycle_of(tx: &mut Tx, partnership: Uuid, entry: Uuid) -> Result<i64, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT c.cycle FROM catalogue_entry e JOIN catalogue c ON c.id = e.catalogue
                 WHERE e.partnership = $1 AND e.id = $2 AND e.withdrawn_at IS NULL"
            ),
            &args![partnership, entry],
        )
        .await?;
    Ok(found.ok_or(Error::Unseen)?.get(0)?)
}

/// The words of an entry of this partnership.
pub async fn entry_body(tx: &mut Tx, partnership: Uuid, entry: Uuid) -> Result<Option<String>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT t.body FROM catalogue_entry e
                 JOIN text t ON t.about = e.id AND t.role = 'catalogue.entry' AND t.version = e.version
                 WHERE e.partnership = $1 AND e.id = $2 AND e.withdrawn_at IS NULL"
            ),
            &args![partnership, entry],
        )
        .await?;
    found.map(|row| Ok(row.get(0)?)).transpose()
}

/// How many entries of each kind and side stand in a cycle.
pub async fn count(tx: &mut Tx, partnership: Uuid, cycle: i64) -> Result<Vec<(Kind, Side, i64)>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT e.kind, e.side, count(*) FROM catalogue_entry e JOIN catalogue c ON c.id = e.catalogue
                 WHERE e.partnership = $1 AND c.cycle = $2 AND e.withdrawn_at IS NULL GROUP BY e.kind, e.side"
            ),
            &args![partnership, cycle],
        )
        .await?;
    let mut counts = Vec::new();
    for row in &rows {
        let (kind, side): (String, String) = (row.get(0)?, row.get(1)?);
        if let Some((kind, side)) = Kind::from_code(&kind).zip(Side::from_code(&side)) {
            counts.push((kind, side, row.get(2)?));
        }
    }
    Ok(counts)
}

/// The number of the newest act in the record.
pub(super) async fn newest_act(tx: &mut Tx, partnership: Uuid) -> Result<i64, Error> {
    let lines = crate::record::lines(tx, partnership, i64::MAX, 1).await?;
    Ok(lines.first().map_or(0, |line| line.number))
}
