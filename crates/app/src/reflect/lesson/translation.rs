//! A lesson in another language. Everybody sees it once somebody else than its maker has read it.

use serde::Deserialize;
use words::Lang;

use super::commands::nobody_named;
use super::{No, Parts, commands, store};
use crate::access::Seat;
use crate::error::{Error, broken};
use crate::record::event;
use crate::site::Act;
use crate::text;

/// A translation as it is typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Translate {
    /// The language it is in.
    pub language: String,
    /// `yes` if the flagged words are nobody's name here.
    pub no_names: String,
}

/// Puts a translation beside the version that stands. It is unread until somebody else has read it.
pub async fn translate(
    act: &mut Act,
    seat: &Seat,
    id: uuid::Uuid,
    input: &Translate,
    parts: &Parts,
) -> Result<(), Error> {
    let lesson = store::one(act, seat.partnership().id, id).await?;
    let language = Lang::from_code(&input.language).filter(|lang| *lang != lesson.language);
    let language = language.ok_or(No::OwnLanguage)?;
    let parts = commands::read(parts)?;
    nobody_named(act, seat, &parts.whole(), &input.no_names).await?;
    let texts = store::texts(act, id, lesson.version).await?;
    let person = seat.person()?.id;
    for ((_, body), role) in parts.fields().into_iter().zip(super::ROLES) {
        let of = texts.iter().find(|(one, _)| one == role);
        let (_, of) = of.ok_or_else(|| broken("a lesson without one of its parts"))?;
        text::translate(act, *of, language, body, lesson.version, person).await?;
    }
    event::leave(act, seat.partnership().id, "lesson.translated", seat.actor().id(), Some(id)).await
}

/// Says that a translation was read by somebody who did not make it.
pub async fn review(act: &mut Act, seat: &Seat, id: uuid::Uuid, language: Lang) -> Result<(), Error> {
    let lesson = store::one(act, seat.partnership().id, id).await?;
    let person = seat.person()?.id;
    let mut read = false;
    for (_, of) in store::texts(act, id, lesson.version).await? {
        read |= text::review(act, of, language, person).await?;
    }
    if !read {
        return Err(No::NothingToReview.into());
    }
    event::leave(act, seat.partnership().id, "lesson.translation_read", seat.actor().id(), Some(id)).await
}

/// The translation into this language: its words, who made it, whether somebody else has read it.
pub(super) async fn of(
    tx: &mut db::Tx,
    id: uuid::Uuid,
    version: i64,
    language: Lang,
) -> Result<Option<(Parts, Option<uuid::Uuid>, bool)>, Error> {
    let (mut parts, mut maker, mut read) = (Parts::default(), None, true);
    for role in super::ROLES {
        let found = text::translation(tx, id, role, language).await?;
        let Some(found) = found.filter(|one| one.of_version == version) else { return Ok(None) };
        maker = found.made_by;
        read = read && found.reviewed.is_some();
        parts.put(role, found.body);
    }
    Ok(Some((parts, maker, read)))
}
