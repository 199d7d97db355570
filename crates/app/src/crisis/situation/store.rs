//! The tables of notices and of the sides that stand behind them.

use db::{Row, Tx, args, sql};
use jiff::civil::DateTime;
use uuid::Uuid;
use words::Lang;

use super::{Notice, PARTS, Translated};
use crate::error::{Error, broken};
use crate::site::Act;
use crate::text;

pub(super) struct New {
    pub(super) id: Uuid,
    pub(super) crisis: Uuid,
    pub(super) language: Lang,
    pub(super) texts: [Uuid; 3],
    pub(super) next_by: DateTime,
    pub(super) by: Uuid,
    pub(super) party: Uuid,
}

pub(super) async fn add(act: &mut Act, partnership: Uuid, new: &New) -> Result<(), Error> {
    let now = act.now();
    let [known, unknown, ask] = new.texts;
    act.run(
        sql!(
            "INSERT INTO crisis_notice (id, partnership, sharing, crisis, language, known, unknown, ask, next_by,
                                        made_by, party, at)
             VALUES ($1, $2, 'public', $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        ),
        &args![
            new.id,
            partnership,
            new.crisis,
            new.language.code(),
            known,
            unknown,
            ask,
            new.next_by.to_string(),
            new.by,
            new.party,
            now
        ],
    )
    .await?;
    Ok(())
}

/// The notices of a crisis, newest first.
pub async fn list(tx: &mut Tx, crisis: Uuid) -> Result<Vec<Notice>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT n.id, n.language, n.known, n.unknown, n.ask, k.body, u.body, a.body, n.next_by, n.party, n.at
                 FROM crisis_notice n JOIN text k ON k.id = n.known JOIN text u ON u.id = n.unknown
                 JOIN text a ON a.id = n.ask
                 WHERE n.crisis = $1 AND n.sharing = 'public' ORDER BY n.at DESC"
            ),
            &args![crisis],
        )
        .await?;
    let mut all = Vec::new();
    for row in &rows {
        let mut notice = from(row)?;
        notice.behind = behind(tx, notice.id).await?;
        notice.translation = translation(tx, &notice).await?;
        all.push(notice);
    }
    Ok(all)
}

fn from(row: &Row) -> Result<Notice, Error> {
    let language: String = row.get(1)?;
    Ok(Notice {
        id: row.get(0)?,
        language: Lang::from_code(&language).ok_or_else(|| broken("an unknown language"))?,
        texts: [row.get(2)?, row.get(3)?, row.get(4)?],
        words: [row.get(5)?, row.get(6)?, row.get(7)?],
        next_by: row.get::<String>(8)?.parse().map_err(broken)?,
        party: row.get(9)?,
        at: row.get(10)?,
        behind: Vec::new(),
        translation: None,
    })
}

async fn behind(tx: &mut Tx, notice: Uuid) -> Result<Vec<Uuid>, Error> {
    let rows = tx
        .rows(sql!("SELECT party FROM crisis_notice_word WHERE notice = $1 ORDER BY at"), &args![notice])
        .await?;
    rows.iter().map(|row| Ok(row.get(0)?)).collect()
}

async fn translation(tx: &mut Tx, notice: &Notice) -> Result<Option<Translated>, Error> {
    let language = notice.other();
    let (mut words, mut reviewed, mut made_by) = (Vec::new(), true, None);
    for role in PARTS {
        let Some(part) = text::translation(tx, notice.id, role, language).await? else { return Ok(None) };
        words.push(part.body);
        reviewed &= part.reviewed.is_some();
        made_by = part.made_by;
    }
    let Ok(words) = <[String; 3]>::try_from(words) else { return Ok(None) };
    Ok(Some(Translated { language, words, made_by, reviewed }))
}

pub(super) async fn one(tx: &mut Tx, crisis: Uuid, id: Uuid) -> Result<Notice, Error> {
    list(tx, crisis).await?.into_iter().find(|one| one.id == id).ok_or(Error::Unseen)
}

/// The crisis of a partnership that told the public something last: what the public page shows.
pub async fn newest(tx: &mut Tx, partnership: Uuid) -> Result<Option<Uuid>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT crisis FROM crisis_notice WHERE partnership = $1 AND sharing = 'public'
                 ORDER BY at DESC LIMIT 1"
            ),
            &args![partnership],
        )
        .await?;
    found.map(|row| Ok(row.get(0)?)).transpose()
}

/// The crises in which the public was told something, the latest first.
pub(super) async fn told(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Uuid>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT crisis, max(at) FROM crisis_notice WHERE partnership = $1 AND sharing = 'public'
                 GROUP BY crisis ORDER BY max(at) DESC"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter().map(|row| Ok(row.get(0)?)).collect()
}

/// What the public page may say of the place itself: its name and its zone.
pub(super) async fn place(tx: &mut Tx, partnership: Uuid) -> Result<Option<(String, String)>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT s.name, p.time_zone FROM partnership p JOIN site s ON s.id = p.site WHERE p.id = $1"
            ),
            &args![partnership],
        )
        .await?;
    found.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

pub(super) async fn stand_behind(act: &mut Act, id: Uuid, party: Uuid, member: Uuid) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO crisis_notice_word (notice, party, member, at, partnership, sharing)
             VALUES ($1, $2, $3, $4, (SELECT partnership FROM crisis_notice WHERE id = $1),
                     (SELECT sharing FROM crisis_notice WHERE id = $1))"
        ),
        &args![id, party, member, now],
    )
    .await?;
    Ok(())
}
