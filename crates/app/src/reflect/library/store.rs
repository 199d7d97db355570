//! What everybody may read of lessons: only what is published, and only texts that are public.

use db::{Row, Tx, args, sql};
use uuid::Uuid;
use words::Lang;

use crate::error::Error;
use crate::reflect::lesson::Parts;
use crate::site::Moment;

/// A lesson as everybody sees it.
#[derive(Debug)]
pub(super) struct Shelved {
    pub(super) id: Uuid,
    pub(super) partnership: String,
    pub(super) place: String,
    pub(super) zone: String,
    pub(super) version: i64,
    pub(super) language: Lang,
    pub(super) published_at: Option<Moment>,
    pub(super) record: Option<(i64, String)>,
    pub(super) taken_back_at: Option<Moment>,
    pub(super) parts: Parts,
    /// Whether the words are a translation that somebody else has read.
    pub(super) translated: bool,
}

impl Shelved {
    pub(super) fn is_public(&self) -> bool {
        self.taken_back_at.is_none()
    }
}

fn shelved(row: &Row) -> Result<Shelved, Error> {
    let number: Option<i64> = row.get(7)?;
    Ok(Shelved {
        id: row.get(0)?,
        partnership: row.get(1)?,
        place: row.get(2)?,
        zone: row.get(3)?,
        version: row.get(4)?,
        language: Lang::from_code(&row.get::<String>(5)?).unwrap_or(Lang::En),
        published_at: row.get(6)?,
        record: number.zip(row.get(8)?),
        taken_back_at: row.get(9)?,
        parts: Parts::default(),
        translated: false,
    })
}

/// Everything on the shelf, newest first.
pub(super) async fn all(tx: &mut Tx, language: Lang) -> Result<Vec<Shelved>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT l.id, p.name, s.name, p.time_zone, l.version, l.language, l.published_at, l.record_number,
                        l.record_code, l.taken_back_at
                 FROM lesson l JOIN partnership p ON p.id = l.partnership JOIN site s ON s.id = p.site
                 WHERE l.state = 'published' AND l.sharing = 'public' ORDER BY l.published_at DESC LIMIT 200"
            ),
            &args![],
        )
        .await?;
    let mut shelf = Vec::new();
    for row in &rows {
        let mut one = shelved(row)?;
        fill(tx, &mut one, language).await?;
        shelf.push(one);
    }
    Ok(shelf)
}

/// One lesson, or the place where one stood that was taken back. [`Error::Unseen`] if it never was public.
pub(super) async fn one(tx: &mut Tx, id: Uuid, language: Lang) -> Result<Shelved, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT l.id, p.name, s.name, p.time_zone, l.version, l.language, l.published_at, l.record_number,
                        l.record_code, l.taken_back_at
                 FROM lesson l JOIN partnership p ON p.id = l.partnership JOIN site s ON s.id = p.site
                 WHERE l.id = $1 AND (l.state = 'published' AND l.sharing = 'public' OR l.state = 'taken-back')"
            ),
            &args![id],
        )
        .await?;
    let mut one = shelved(&found.ok_or(Error::Unseen)?)?;
    if one.is_public() {
        fill(tx, &mut one, language).await?;
    }
    Ok(one)
}

/// The words: in the reader's language where somebody else than its maker has read the translation.
async fn fill(tx: &mut Tx, one: &mut Shelved, language: Lang) -> Result<(), Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT t.role, t.body, r.body FROM text t
                 LEFT JOIN text_translation r ON r.text = t.id AND r.language = $3 AND r.of_version = t.version
                    AND r.reviewed_at IS NOT NULL
                 WHERE t.about = $1 AND t.version = $2 AND t.sharing = 'public' AND t.role LIKE 'lesson.%'
                 AND t.withdrawn_at IS NULL AND t.redacted_at IS NULL"
            ),
            &args![one.id, one.version, language.code()],
        )
        .await?;
    let translated: Vec<Option<String>> = rows.iter().map(|row| row.get(2)).collect::<Result<_, _>>()?;
    // Half a translation would mix two languages in one lesson.
    one.translated = language != one.language && !rows.is_empty() && translated.iter().all(Option::is_some);
    for (row, other) in rows.iter().zip(translated) {
        let own: String = row.get(1)?;
        let words = if one.translated { other.unwrap_or_default() } else { own };
        one.parts.put(&row.get::<String>(0)?, words);
    }
    Ok(())
}

/// The active partnerships where this person leads a must-agree party, other than the lesson's own.
pub(super) async fn could_take_up(
    tx: &mut Tx,
    person: Uuid,
    lesson: Uuid,
) -> Result<Vec<(Uuid, String)>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT p.id, p.name FROM member m JOIN partnership p ON p.id = m.partnership
                 JOIN party y ON y.id = m.party
                 WHERE m.person = $1 AND m.ended_at IS NULL AND m.lead AND y.must_agree
                 AND y.withdrawn_at IS NULL AND p.state = 'active'
                 AND NOT EXISTS (SELECT 1 FROM lesson l WHERE l.partnership = p.id AND (l.id = $2 OR l.copy_of = $2))
                 ORDER BY p.name"
            ),
            &args![person, lesson],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}
