//! The table of lessons, and their texts.

use db::{Row, Tx, args, sql};
use uuid::Uuid;
use words::Lang;

use super::{Lesson, Parts, Source, State, TakenUp};
use crate::error::{Error, broken};
use crate::record::Noted;
use crate::site::Act;

/// A lesson to be.
pub(super) struct New {
    pub(super) cycle: i64,
    pub(super) state: State,
    pub(super) language: Lang,
    pub(super) entry: Option<Uuid>,
    pub(super) member: Uuid,
    pub(super) copy_of: Option<(Uuid, i64)>,
    pub(super) named: bool,
}

pub(super) async fn add(act: &mut Act, partnership: Uuid, new: &New) -> Result<Uuid, Error> {
    let (id, now) = (act.id(), act.now());
    let (copy_of, copy_version) = new.copy_of.unzip();
    act.run(
        sql!(
            "INSERT INTO lesson (id, partnership, sharing, cycle, state, language, version, entry, member, begun_at,
                                 copy_of, copy_version, named)
             VALUES ($1, $2, 'partnership', $3, $4, $5, 1, $6, $7, $8, $9, $10, $11)"
        ),
        &args![
            id,
            partnership,
            new.cycle,
            new.state.code(),
            new.language.code(),
            new.entry,
            new.member,
            now,
            copy_of,
            copy_version,
            new.named
        ],
    )
    .await?;
    Ok(id)
}

/// The lessons of the partnership `$1` for which this also holds.
macro_rules! lessons {
    ($and:literal) => {
        sql!(concat!(
            "SELECT l.id, l.cycle, l.state, l.language, l.version, p.name, l.begun_at,
                    l.published_at, l.record_number, l.record_code, l.taken_back_at, l.copy_of, l.copy_version
             FROM lesson l JOIN member m ON m.id = l.member JOIN person p ON p.id = m.person
             WHERE l.partnership = $1 ",
            $and
        ))
    };
}

/// The lessons of a partnership, newest first.
pub async fn all(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Lesson>, Error> {
    let rows = tx.rows(lessons!("ORDER BY l.begun_at DESC, l.id DESC"), &args![partnership]).await?;
    with_parts(tx, &rows).await
}

pub(super) async fn one(tx: &mut Tx, partnership: Uuid, id: Uuid) -> Result<Lesson, Error> {
    let rows = tx.rows(lessons!("AND l.id = $2"), &args![partnership, id]).await?;
    with_parts(tx, &rows).await?.pop().ok_or(Error::Unseen)
}

async fn with_parts(tx: &mut Tx, rows: &[Row]) -> Result<Vec<Lesson>, Error> {
    let mut lessons = Vec::new();
    for row in rows {
        let mut one = lesson(row)?;
        one.parts = parts(tx, one.id, one.version).await?;
        lessons.push(one);
    }
    Ok(lessons)
}

fn lesson(row: &Row) -> Result<Lesson, Error> {
    let (state, language): (String, String) = (row.get(2)?, row.get(3)?);
    let (number, copy_of): (Option<i64>, Option<Uuid>) = (row.get(8)?, row.get(11)?);
    Ok(Lesson {
        id: row.get(0)?,
        cycle: row.get(1)?,
        state: State::from_code(&state).ok_or_else(|| broken("an unknown state of a lesson"))?,
        language: Lang::from_code(&language).unwrap_or(Lang::En),
        version: row.get(4)?,
        by: row.get(5)?,
        begun_at: row.get(6)?,
        published_at: row.get(7)?,
        record: number.zip(row.get(9)?),
        taken_back_at: row.get(10)?,
        copy_of: copy_of.zip(row.get(12)?),
        parts: Parts::default(),
    })
}

/// The words of a version.
pub(super) async fn parts(tx: &mut Tx, lesson: Uuid, version: i64) -> Result<Parts, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT role, body FROM text WHERE about = $1 AND version = $2 AND role LIKE 'lesson.%'
                 AND withdrawn_at IS NULL"
            ),
            &args![lesson, version],
        )
        .await?;
    let mut parts = Parts::default();
    for row in &rows {
        parts.put(&row.get::<String>(0)?, row.get(1)?);
    }
    Ok(parts)
}

/// The ids of the texts of a version, by role.
pub(super) async fn texts(tx: &mut Tx, lesson: Uuid, version: i64) -> Result<Vec<(String, Uuid)>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT role, id FROM text WHERE about = $1 AND version = $2 AND role LIKE 'lesson.%'
                 AND withdrawn_at IS NULL ORDER BY role"
            ),
            &args![lesson, version],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

pub(super) async fn new_version(act: &mut Act, lesson: Uuid) -> Result<(), Error> {
    act.run(sql!("UPDATE lesson SET version = version + 1 WHERE id = $1"), &args![lesson]).await?;
    Ok(())
}

pub(super) async fn publish(act: &mut Act, lesson: &Lesson, noted: &Noted) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "UPDATE lesson SET state = 'published', sharing = 'public', published_at = $2, record_number = $3,
                               record_code = $4, taken_back_at = NULL WHERE id = $1"
        ),
        &args![lesson.id, now, noted.number, noted.code.as_str()],
    )
    .await?;
    act.run(
        sql!("UPDATE text SET sharing = 'public' WHERE about = $1 AND version = $2 AND role LIKE 'lesson.%'"),
        &args![lesson.id, lesson.version],
    )
    .await?;
    Ok(())
}

pub(super) async fn take_back(act: &mut Act, lesson: Uuid) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "UPDATE lesson SET state = 'taken-back', sharing = 'partnership', taken_back_at = $2 WHERE id = $1"
        ),
        &args![lesson, now],
    )
    .await?;
    act.run(
        sql!("UPDATE text SET sharing = 'partnership' WHERE about = $1 AND role LIKE 'lesson.%'"),
        &args![lesson],
    )
    .await?;
    Ok(())
}

/// The names of everybody who sits or sat here.
pub(super) async fn names(tx: &mut Tx, partnership: Uuid) -> Result<Vec<String>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT DISTINCT p.name FROM member m JOIN person p ON p.id = m.person
                 WHERE m.partnership = $1 ORDER BY p.name"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter().map(|row| Ok(row.get(0)?)).collect()
}

/// The partnership of a lesson that everybody may read now; none if it is not public.
pub(super) async fn public_in(tx: &mut Tx, lesson: Uuid) -> Result<Option<Uuid>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT partnership FROM lesson WHERE id = $1 AND state = 'published' AND sharing = 'public'"
            ),
            &args![lesson],
        )
        .await?;
    found.map(|row| Ok(row.get(0)?)).transpose()
}

pub(super) async fn has_copy(tx: &mut Tx, partnership: Uuid, of: Uuid) -> Result<bool, Error> {
    let found = tx
        .row(
            sql!("SELECT count(*) FROM lesson WHERE partnership = $1 AND copy_of = $2"),
            &args![partnership, of],
        )
        .await?;
    Ok(found.map(|row| row.get::<i64>(0)).transpose()?.unwrap_or(0) > 0)
}

/// Where a copy comes from. What it shows was public when it was taken up.
pub(super) async fn source(tx: &mut Tx, lesson: Uuid) -> Result<Option<Source>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT p.name, l.record_number, l.record_code, l.state, l.taken_back_at
                 FROM lesson l JOIN partnership p ON p.id = l.partnership WHERE l.id = $1"
            ),
            &args![lesson],
        )
        .await?;
    found
        .map(|row| {
            let number: Option<i64> = row.get(1)?;
            Ok(Source {
                partnership: row.get(0)?,
                record: number.zip(row.get(2)?),
                is_public: row.get::<String>(3)? == State::Published.code(),
                taken_back_at: row.get(4)?,
            })
        })
        .transpose()
}

/// Who has taken a lesson up.
pub(in crate::reflect) async fn taken_up(tx: &mut Tx, lesson: Uuid) -> Result<TakenUp, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT p.name, l.named FROM lesson l JOIN partnership p ON p.id = l.partnership
                 WHERE l.copy_of = $1 ORDER BY p.name"
            ),
            &args![lesson],
        )
        .await?;
    let mut taken_up = TakenUp { count: i64::try_from(rows.len()).unwrap_or(i64::MAX), named: Vec::new() };
    for row in &rows {
        if row.get(1)? {
            taken_up.named.push(row.get(0)?);
        }
    }
    Ok(taken_up)
}

/// How many lessons written in this cycle are public.
pub async fn published_in(tx: &mut Tx, partnership: Uuid, cycle: i64) -> Result<i64, Error> {
    let found = tx
        .row(
            sql!("SELECT count(*) FROM lesson WHERE partnership = $1 AND cycle = $2 AND state = 'published'"),
            &args![partnership, cycle],
        )
        .await?;
    Ok(found.map(|row| row.get(0)).transpose()?.unwrap_or(0))
}
