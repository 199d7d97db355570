//! The tables of the digest, and the looks at events it is gathered from.

use db::{Row, Tx, args, sql};
use jiff::civil::Date;
use uuid::Uuid;
use words::Lang;

use super::Plan;
use crate::error::{Error, broken};
use crate::site::{Act, Moment};

/// Somebody who may get a letter.
#[derive(Debug, Clone)]
pub(super) struct Reader {
    pub(super) person: Uuid,
    pub(super) email: String,
    pub(super) name: String,
    pub(super) language: Lang,
    /// The zone of their clock: that of the first partnership they sit in, by name.
    pub(super) zone: String,
    pub(super) plan: Plan,
    /// The day on which it was last looked whether there is something to tell.
    pub(super) looked: Option<Date>,
    /// When the last letter left.
    pub(super) sent_at: Option<Moment>,
    /// Lets whoever holds it turn the letters off, and nothing else: kept as it is, for every letter holds it.
    pub(super) link: Option<String>,
    pub(super) version: i64,
}

fn reader(row: &Row) -> Result<Reader, Error> {
    let plan = match row.get::<Option<String>>(5)? {
        None => Plan::default(),
        Some(days) => Plan {
            days: Plan::days_from(&days),
            hour: hour(row, 6)?,
            quiet_from: hour(row, 7)?,
            quiet_until: hour(row, 8)?,
        },
    };
    let looked: Option<String> = row.get(9)?;
    Ok(Reader {
        person: row.get(0)?,
        email: row.get(1)?,
        name: row.get(2)?,
        language: Lang::from_code(&row.get::<String>(3)?).unwrap_or(Lang::En),
        zone: row.get::<Option<String>>(4)?.unwrap_or_else(|| "UTC".to_owned()),
        plan,
        looked: looked.map(|day| day.parse().map_err(broken)).transpose()?,
        sent_at: row.get(10)?,
        link: row.get(11)?,
        version: row.get::<Option<i64>>(12)?.unwrap_or(0),
    })
}

fn hour(row: &Row, at: usize) -> Result<i8, Error> {
    let hour: i64 = row.get(at)?;
    i8::try_from(hour).map_err(broken)
}

/// Everybody who sits somewhere; of somebody who sits nowhere any more, nobody.
pub(super) async fn readers(tx: &mut Tx) -> Result<Vec<Reader>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT p.id, p.email, p.name, p.language, s.zone, d.days, d.hour, d.quiet_from, d.quiet_until,
                        d.looked_on, d.sent_at, d.link, d.version
                 FROM person p
                 JOIN (SELECT m.person, min(x.time_zone) AS zone FROM member m
                       JOIN partnership x ON x.id = m.partnership
                       WHERE m.ended_at IS NULL GROUP BY m.person) s ON s.person = p.id
                 LEFT JOIN digest d ON d.person = p.id
                 ORDER BY p.id"
            ),
            &[],
        )
        .await?;
    rows.iter().map(reader).collect()
}

/// One person with their plan, whether they sit somewhere or not.
pub(super) async fn one(tx: &mut Tx, person: Uuid) -> Result<Reader, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT p.id, p.email, p.name, p.language,
                        (SELECT min(x.time_zone) FROM member m JOIN partnership x ON x.id = m.partnership
                         WHERE m.person = p.id AND m.ended_at IS NULL),
                        d.days, d.hour, d.quiet_from, d.quiet_until, d.looked_on, d.sent_at, d.link, d.version
                 FROM person p LEFT JOIN digest d ON d.person = p.id WHERE p.id = $1"
            ),
            &args![person],
        )
        .await?;
    reader(&found.ok_or(Error::Unseen)?)
}

/// The person behind the link in a letter, and whether letters are on.
pub(super) async fn by_link(tx: &mut Tx, link: &str) -> Result<Option<(Uuid, bool)>, Error> {
    let found = tx.row(sql!("SELECT person, days FROM digest WHERE link = $1"), &args![link]).await?;
    found.map(|row| Ok((row.get(0)?, row.get::<String>(1)?.contains('1')))).transpose()
}

/// Makes sure that the person has a row and takes it, so that two nodes never tell the same thing twice.
pub(super) async fn take(act: &mut Act, person: Uuid, link: &str) -> Result<(), Error> {
    let plan = Plan::default();
    act.run(
        sql!(
            "INSERT INTO digest (person, days, hour, quiet_from, quiet_until, link, version)
             VALUES ($1, $2, $3, $4, $5, $6, 1) ON CONFLICT (person) DO NOTHING"
        ),
        &args![
            person,
            plan.days_code(),
            i64::from(plan.hour),
            i64::from(plan.quiet_from),
            i64::from(plan.quiet_until),
            link
        ],
    )
    .await?;
    act.row(sql!("SELECT person FROM digest WHERE person = $1 FOR UPDATE"), &args![person]).await?;
    Ok(())
}

/// Keeps a plan that was made from this version. False if it was changed in the meantime.
pub(super) async fn keep(act: &mut Act, person: Uuid, plan: &Plan, version: i64) -> Result<bool, Error> {
    let changed = act
        .run(
            sql!(
                "UPDATE digest SET days = $2, hour = $3, quiet_from = $4, quiet_until = $5, version = version + 1
                 WHERE person = $1 AND version = $6"
            ),
            &args![
                person,
                plan.days_code(),
                i64::from(plan.hour),
                i64::from(plan.quiet_from),
                i64::from(plan.quiet_until),
                version
            ],
        )
        .await?;
    Ok(changed == 1)
}

/// No letters from now on.
pub(super) async fn off(act: &mut Act, person: Uuid) -> Result<(), Error> {
    act.run(
        sql!("UPDATE digest SET days = '0000000', version = version + 1 WHERE person = $1"),
        &args![person],
    )
    .await?;
    Ok(())
}

/// It was looked at on this day, and perhaps a letter left.
pub(super) async fn looked(act: &mut Act, person: Uuid, day: Date, sent: bool) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "UPDATE digest SET looked_on = $2, sent_at = CASE WHEN $3 THEN CAST($4 AS BIGINT) ELSE sent_at END
             WHERE person = $1"
        ),
        &args![person, day.to_string(), sent, now],
    )
    .await?;
    Ok(())
}

/// The number of the last event a person was told of, by partnership.
pub(super) async fn told(tx: &mut Tx, person: Uuid, partnership: Uuid) -> Result<Option<i64>, Error> {
    let found = tx
        .row(
            sql!("SELECT seq FROM digest_told WHERE person = $1 AND partnership = $2"),
            &args![person, partnership],
        )
        .await?;
    found.map(|row| Ok(row.get(0)?)).transpose()
}

pub(super) async fn tell(act: &mut Act, person: Uuid, partnership: Uuid, seq: i64) -> Result<(), Error> {
    act.run(
        sql!(
            "INSERT INTO digest_told (person, partnership, seq) VALUES ($1, $2, $3)
             ON CONFLICT (person, partnership) DO UPDATE SET seq = excluded.seq"
        ),
        &args![person, partnership, seq],
    )
    .await?;
    Ok(())
}

/// A change, as the table of events has it.
#[derive(Debug)]
pub(super) struct Event {
    pub(super) at: Moment,
    pub(super) kind: String,
    pub(super) about: Option<Uuid>,
}

/// What others did after an event, or since a moment where nothing was told yet; oldest first. Only what
/// the whole partnership may know of.
pub(super) async fn events(
    tx: &mut Tx,
    partnership: Uuid,
    after: Option<i64>,
    since: Moment,
    not_by: Uuid,
) -> Result<Vec<Event>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT at, kind, about FROM event
                 WHERE partnership = $1 AND seq > $2 AND at >= $3 AND sharing = 'partnership'
                 AND (actor IS NULL OR actor <> $4) ORDER BY seq DESC LIMIT 400"
            ),
            &args![partnership, after.unwrap_or(0), since, not_by],
        )
        .await?;
    rows.iter().map(|row| Ok(Event { at: row.get(0)?, kind: row.get(1)?, about: row.get(2)? })).collect()
}

/// What a person leaves out: topics by their code, things by their id.
pub(super) async fn left_out(tx: &mut Tx, person: Uuid) -> Result<Vec<String>, Error> {
    let rows = tx
        .rows(sql!("SELECT what FROM digest_left_out WHERE person = $1 ORDER BY what"), &args![person])
        .await?;
    rows.iter().map(|row| Ok(row.get(0)?)).collect()
}

pub(super) async fn leave_out(act: &mut Act, person: Uuid, what: &[String]) -> Result<(), Error> {
    act.run(sql!("DELETE FROM digest_left_out WHERE person = $1"), &args![person]).await?;
    for one in what {
        act.run(
            sql!(
                "INSERT INTO digest_left_out (person, what) VALUES ($1, $2) ON CONFLICT (person, what) DO NOTHING"
            ),
            &args![person, one],
        )
        .await?;
    }
    Ok(())
}

/// Where somebody sits, by the partnership's name.
pub(super) async fn places(tx: &mut Tx, person: Uuid) -> Result<Vec<Uuid>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT p.id FROM member m JOIN partnership p ON p.id = m.partnership
                 WHERE m.person = $1 AND m.ended_at IS NULL ORDER BY p.name, p.id"
            ),
            &args![person],
        )
        .await?;
    rows.iter().map(|row| Ok(row.get(0)?)).collect()
}
