//! What co-leads and leads do with the public page: publish, stand behind, translate, say that a translation
//! was read.

use jiff::civil::DateTime;
use serde::Deserialize;
use uuid::Uuid;
use words::Lang;

use super::{PARTS, other, store};
use crate::access::Seat;
use crate::crisis::taskforce::{No, for_task_force};
use crate::error::{Error, Gather};
use crate::people::{letters, membership, plain};
use crate::record::{self, Deed, event};
use crate::site::{Act, Moment};
use crate::text::{self, Sharing};

/// The longest part of a notice.
const MOST: usize = 1_500;
/// The furthest the next notice may be promised, in microseconds.
const FURTHEST: i64 = 14 * Moment::DAY;

/// A notice to publish.
#[derive(Debug, Clone, Deserialize)]
pub struct Publish {
    /// The language of the first three.
    #[serde(default)]
    pub language: String,
    /// What we know.
    #[serde(default)]
    pub known: String,
    /// What we do not know yet.
    #[serde(default)]
    pub unknown: String,
    /// What we ask of families.
    #[serde(default)]
    pub ask: String,
    /// The same in the other language.
    #[serde(default)]
    pub known_other: String,
    /// The same in the other language.
    #[serde(default)]
    pub unknown_other: String,
    /// The same in the other language.
    #[serde(default)]
    pub ask_other: String,
    /// The local hour by which the next one comes.
    #[serde(default)]
    pub next_by: String,
}

/// Publishes a notice for one's own side, at once.
pub async fn publish(act: &mut Act, seat: &Seat, crisis: Uuid, input: &Publish) -> Result<(), Error> {
    for_task_force(act, seat, crisis).await?;
    let zone = seat.partnership().zone.clone();
    let mut no = Gather::default();
    let language = no.take(Lang::from_code(&input.language).ok_or(No::Choose("language")));
    let known = no.take(plain::text("known", &input.known, MOST));
    let unknown = no.take(plain::text("unknown", &input.unknown, MOST));
    let ask = no.take(plain::text("ask", &input.ask, MOST));
    let next_by = no.take(hour(&input.next_by, act.now(), &zone));
    let others = [&input.known_other, &input.unknown_other, &input.ask_other];
    let translated = others.iter().any(|part| !part.trim().is_empty());
    let fields = ["known_other", "unknown_other", "ask_other"];
    let mut translation = Vec::new();
    if translated {
        for (field, part) in fields.into_iter().zip(others) {
            translation.extend(no.take(plain::text(field, part, MOST)));
        }
    }
    no.done()?;
    let (Some(language), Some(known), Some(unknown), Some(ask), Some(next_by)) =
        (language, known, unknown, ask, next_by)
    else {
        return Err(Error::Unreadable);
    };
    let id = act.id();
    let mut texts = [Uuid::nil(); 3];
    for ((slot, role), body) in texts.iter_mut().zip(PARTS).zip([&known, &unknown, &ask]) {
        let draft = text::Draft::new(seat, id, role, body).in_language(language).shared(Sharing::Public);
        *slot = text::keep(act, seat, &draft).await?;
    }
    let (member, party) = (seat.member()?.id, seat.party()?.clone());
    let new = store::New { id, crisis, language, texts, next_by, by: member, party: party.id };
    store::add(act, seat.partnership().id, &new).await?;
    for (text, body) in texts.iter().zip(&translation) {
        text::translate(act, *text, other(language), body, 1, seat.person()?.id).await?;
    }
    let deed =
        Deed::new("crisis.published").about(id).fact("party", &party.name).text("known", language, known);
    let noted = record::note(act, seat, deed).await?;
    let leads = membership::leads(act, seat.partnership().id).await?;
    let leads: Vec<_> = leads.into_iter().filter(|lead| lead.party != Some(party.id)).collect();
    let page = format!("crisis/{crisis}/situation");
    letters::tell(act, seat, &leads, &page, Some(&noted), |w, p| {
        (w.situation_letter_subject(&p.name), w.situation_letter_body(&party.name))
    })
    .await
}

/// An hour on the partnership's own clock: ahead, and within two weeks.
fn hour(given: &str, now: Moment, zone: &str) -> Result<DateTime, No> {
    let at: DateTime = given.trim().parse().map_err(|_| No::Hour)?;
    let moment = Moment::of_civil(at, zone);
    if moment <= now || moment > now.plus(FURTHEST) { Err(No::Hour) } else { Ok(at) }
}

/// One's own side stands behind what another published.
pub async fn stand_behind(act: &mut Act, seat: &Seat, crisis: Uuid, id: Uuid) -> Result<(), Error> {
    let notice = store::one(act, crisis, id).await?;
    for_task_force(act, seat, crisis).await?;
    let party = seat.party()?.clone();
    if notice.party == party.id || notice.behind.contains(&party.id) {
        return Err(No::Said.into());
    }
    store::stand_behind(act, id, party.id, seat.member()?.id).await?;
    record::note(act, seat, Deed::new("crisis.stands_behind").about(id).fact("party", &party.name)).await?;
    Ok(())
}

/// The same notice in the other language.
#[derive(Debug, Clone, Deserialize)]
pub struct Translate {
    /// What we know.
    #[serde(default)]
    pub known_other: String,
    /// What we do not know yet.
    #[serde(default)]
    pub unknown_other: String,
    /// What we ask.
    #[serde(default)]
    pub ask_other: String,
}

/// Puts a translation beside a notice, or a better one. It is unread by another again.
pub async fn translate(
    act: &mut Act,
    seat: &Seat,
    crisis: Uuid,
    id: Uuid,
    input: &Translate,
) -> Result<(), Error> {
    let notice = store::one(act, crisis, id).await?;
    for_task_force(act, seat, crisis).await?;
    let mut no = Gather::default();
    let parts = [
        no.take(plain::text("known_other", &input.known_other, MOST)),
        no.take(plain::text("unknown_other", &input.unknown_other, MOST)),
        no.take(plain::text("ask_other", &input.ask_other, MOST)),
    ];
    no.done()?;
    for (text, body) in notice.texts.iter().zip(parts.iter().flatten()) {
        text::translate(act, *text, notice.other(), body, 1, seat.person()?.id).await?;
    }
    event::leave(act, seat.partnership().id, "crisis.translated", seat.actor().id(), Some(id)).await
}

/// Says that a translation made by somebody else says the same.
pub async fn review(act: &mut Act, seat: &Seat, crisis: Uuid, id: Uuid) -> Result<(), Error> {
    let notice = store::one(act, crisis, id).await?;
    for_task_force(act, seat, crisis).await?;
    for text in notice.texts {
        if !text::review(act, text, notice.other(), seat.person()?.id).await? {
            return Err(No::Said.into());
        }
    }
    event::leave(act, seat.partnership().id, "crisis.translation_read", seat.actor().id(), Some(id)).await
}
