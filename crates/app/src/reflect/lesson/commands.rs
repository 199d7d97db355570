//! What people do with a lesson: write it, bring it before the sides, take it back, take up another's.

use serde::Deserialize;
use uuid::Uuid;

use super::{Lesson, No, Parts, ROLES, State, names, store};
use crate::access::Seat;
use crate::error::{Error, Gather};
use crate::people::joint::{self, Proposal};
use crate::people::plain;
use crate::record::{self, Deed, event};
use crate::reflect::{catalogue, cycle};
use crate::site::Act;
use crate::text;

/// The longest part of a lesson.
pub const LONGEST: usize = 3_000;

/// Reads the parts: title and place are one line each.
pub(super) fn read(input: &Parts) -> Result<Parts, Error> {
    let mut no = Gather::default();
    let mut parts = Parts::default();
    for ((field, typed), role) in input.fields().into_iter().zip(ROLES) {
        let words = match field {
            "title" | "place" => no.take(plain::name(field, typed)),
            _ => no.take(plain::text(field, typed, LONGEST)),
        };
        parts.put(role, words.unwrap_or_default());
    }
    no.done()?;
    Ok(parts)
}

async fn keep(
    act: &mut Act,
    seat: &Seat,
    lesson: Uuid,
    version: i64,
    language: words::Lang,
    parts: &Parts,
) -> Result<(), Error> {
    for ((_, body), role) in parts.fields().into_iter().zip(ROLES) {
        let draft = text::Draft::new(seat, lesson, role, body).in_language(language).version(version);
        text::keep(act, seat, &draft).await?;
    }
    Ok(())
}

/// What a new lesson comes from.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct From {
    /// An entry of the catalogue, or nothing.
    pub entry: String,
}

/// Begins a lesson and gives its id.
pub async fn write(act: &mut Act, seat: &Seat, from: &From, input: &Parts) -> Result<Uuid, Error> {
    let partnership = seat.partnership().id;
    let parts = read(input)?;
    let entry = from.entry.parse().ok();
    if let Some(entry) = entry {
        catalogue::entry_body(act, partnership, entry).await?.ok_or(Error::Unseen)?;
    }
    let language = seat.person()?.language;
    let new = store::New {
        cycle: cycle::current(act, partnership).await?,
        state: State::Writing,
        language,
        entry,
        member: seat.member()?.id,
        copy_of: None,
        named: false,
    };
    let id = store::add(act, partnership, &new).await?;
    keep(act, seat, id, 1, language, &parts).await?;
    event::leave(act, partnership, "lesson.begun", seat.actor().id(), Some(id)).await?;
    Ok(id)
}

/// A lesson of this partnership that may be written in.
async fn open(act: &mut Act, seat: &Seat, id: Uuid) -> Result<Lesson, Error> {
    let lesson = store::one(act, seat.partnership().id, id).await?;
    match lesson.state {
        State::Writing | State::TakenBack => Ok(lesson),
        State::Published | State::Adopted => Err(No::State.into()),
    }
}

/// Whether a proposal is about this lesson.
pub(super) fn is_about(proposal: &Proposal, id: Uuid) -> bool {
    matches!(proposal, Proposal::PublishLesson { lesson, .. } if *lesson == id)
}

/// Saves a version made from version `seen`. What the sides were looking at is overtaken.
pub async fn edit(act: &mut Act, seat: &Seat, id: Uuid, seen: i64, input: &Parts) -> Result<(), Error> {
    let lesson = open(act, seat, id).await?;
    let parts = read(input)?;
    if lesson.version != seen {
        return Err(Error::Stale { now: lesson.version });
    }
    if parts == lesson.parts {
        return Ok(());
    }
    joint::commands::overtaken(act, seat, |proposal| is_about(proposal, id)).await?;
    keep(act, seat, id, lesson.version + 1, lesson.language, &parts).await?;
    store::new_version(act, id).await?;
    event::leave(act, seat.partnership().id, "lesson.written", seat.actor().id(), Some(id)).await
}

/// Brings a lesson before the sides.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Bring {
    /// How many days the others have.
    pub days: String,
    /// `yes` if the flagged words are nobody's name here.
    pub no_names: String,
}

/// Proposes to publish version `seen`.
pub async fn bring(act: &mut Act, seat: &Seat, id: Uuid, seen: i64, input: &Bring) -> Result<Uuid, Error> {
    let lesson = open(act, seat, id).await?;
    if lesson.version != seen {
        return Err(Error::Stale { now: lesson.version });
    }
    nobody_named(act, seat, &lesson.parts.whole(), &input.no_names).await?;
    let open = joint::open_of(act, seat.partnership().id).await?;
    if open.iter().any(|one| is_about(&one.proposal, id)) {
        return Err(No::Pending.into());
    }
    let title = lesson.parts.title;
    let proposal = Proposal::PublishLesson { lesson: id, version: seen, title };
    joint::commands::propose_this(act, seat, proposal, &input.days).await
}

/// Refuses a text that names somebody who sits or sat here.
pub(super) async fn nobody_named(
    act: &mut Act,
    seat: &Seat,
    text: &str,
    confirmed: &str,
) -> Result<(), Error> {
    let people = store::names(act, seat.partnership().id).await?;
    let found = names::in_text(text, &people);
    let mut no = Gather::default();
    for name in found.whole {
        no.refuse(No::FullName(name));
    }
    if !found.parts.is_empty() && confirmed != "yes" {
        no.refuse(No::Flagged(found.parts));
    }
    no.done()
}

/// Each side agreed to this version: everybody may read it. One that was changed since is not published.
pub(crate) async fn publish(act: &mut Act, seat: &Seat, id: Uuid, version: i64) -> Result<(), Error> {
    let lesson = match open(act, seat, id).await {
        Ok(lesson) if lesson.version == version => lesson,
        Ok(_) | Err(Error::Refused(_)) => return Ok(()),
        Err(error) => return Err(error),
    };
    let deed = Deed::new("lesson.published").about(id).fact("version", version).text(
        "title",
        lesson.language,
        lesson.parts.title.clone(),
    );
    let noted = record::note(act, seat, deed).await?;
    store::publish(act, &lesson, &noted).await
}

/// Takes a published lesson back, for any one side alone and at once.
pub async fn take_back(act: &mut Act, seat: &Seat, id: Uuid) -> Result<(), Error> {
    let lesson = store::one(act, seat.partnership().id, id).await?;
    if lesson.state != State::Published {
        return Err(No::State.into());
    }
    store::take_back(act, id).await?;
    let deed = Deed::new("lesson.taken_back").about(id).fact("party", &seat.party()?.name).text(
        "title",
        lesson.language,
        lesson.parts.title,
    );
    record::note(act, seat, deed).await.map(drop)
}

/// Takes up a lesson from the library.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Adopt {
    /// The lesson.
    pub lesson: String,
    /// `yes` if this partnership may be named beside it.
    pub named: String,
}

/// Makes a copy of a public lesson here, and gives its id. The copy says where it comes from.
pub async fn adopt(act: &mut Act, seat: &Seat, input: &Adopt) -> Result<Uuid, Error> {
    let here = seat.partnership().id;
    let of: Uuid = input.lesson.parse().map_err(|_| Error::Unreadable)?;
    let from = store::public_in(act, of).await?.ok_or(No::NotPublic)?;
    if from == here {
        return Err(No::OwnLesson.into());
    }
    if store::has_copy(act, here, of).await? {
        return Err(No::TakenUp.into());
    }
    let lesson = store::one(act, from, of).await?;
    let source = store::source(act, of).await?.ok_or(Error::Unseen)?;
    let new = store::New {
        cycle: cycle::current(act, here).await?,
        state: State::Adopted,
        language: lesson.language,
        entry: None,
        member: seat.member()?.id,
        copy_of: Some((of, lesson.version)),
        named: input.named == "yes",
    };
    let id = store::add(act, here, &new).await?;
    keep(act, seat, id, 1, lesson.language, &lesson.parts).await?;
    let (number, code) = source.record.unwrap_or_default();
    let deed = Deed::new("lesson.adopted")
        .about(id)
        .fact("from", source.partnership)
        .fact("version", lesson.version)
        .fact("number", number)
        .fact("code", code)
        .text("title", lesson.language, lesson.parts.title);
    record::note(act, seat, deed).await?;
    Ok(id)
}
