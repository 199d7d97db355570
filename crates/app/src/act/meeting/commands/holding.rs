//! Holding a meeting: it begins, goes from item to item, and closes. Who is there, who spoke, and a look back.

use serde::Deserialize;
use uuid::Uuid;

use super::{changed, deed, run_by};
use crate::access::Seat;
use crate::act::meeting::item::{Item, Presence, Standing};
use crate::act::meeting::{Meeting, No, State, store};
use crate::error::{Error, Gather};
use crate::people::{membership, plain};
use crate::record;
use crate::site::Act;
use crate::text::{self, Retention};

/// The longest word of a look back.
const LOOK_MOST: usize = 500;

/// Begins the meeting with its first item. Whoever begins it is there.
pub async fn begin(act: &mut Act, seat: &Seat, id: Uuid) -> Result<(), Error> {
    let mut meeting = run_by(act, seat, id).await?;
    if !meeting.state.ahead() {
        return Err(No::NotNow.into());
    }
    let items = store::items(act, id).await?;
    let first = items.iter().find(|item| item.standing == Standing::Planned);
    meeting.item = Some(first.ok_or(No::EmptyAgenda)?.id);
    meeting.item_since = Some(act.now());
    meeting.state = State::Running;
    meeting.begun_at = Some(act.now());
    store::save(act, &meeting).await?;
    let here = seat.member()?.id;
    if !store::people(act, id).await?.iter().any(|one| one.member == here && one.came()) {
        store::present(act, seat.partnership().id, id, here, Presence::Room).await?;
    }
    changed(act, seat, "meeting.begun", id).await
}

/// Says of a meeting whose day has passed that it was held, though nobody opened it here: its notes can then be written.
pub async fn held(act: &mut Act, seat: &Seat, id: Uuid) -> Result<(), Error> {
    let mut meeting = run_by(act, seat, id).await?;
    if !meeting.is_past(act.now()) {
        return Err(No::NotNow.into());
    }
    for mut item in store::items(act, id).await? {
        if item.standing == Standing::Planned {
            item.standing = Standing::Done;
            store::save_item(act, &item).await?;
        }
    }
    meeting.state = State::Closed;
    meeting.begun_at = Some(meeting.starts_at());
    meeting.closed_at = Some(act.now());
    store::save(act, &meeting).await?;
    note_held(act, seat, &meeting).await
}

/// The record's line of a meeting that was held.
async fn note_held(act: &mut Act, seat: &Seat, meeting: &Meeting) -> Result<(), Error> {
    let came = store::people(act, meeting.id).await?.iter().filter(|one| one.came()).count();
    let day = meeting.starts.date();
    record::note(act, seat, deed("meeting.held", meeting).fact("day", day).fact("present", came)).await?;
    Ok(())
}

/// The item to go to: the next one, or one that was picked.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct GoTo {
    /// Its id; empty for the next.
    #[serde(default)]
    pub item: String,
}

/// Ends the item that is talked about and goes on. The same form sent twice goes on once; a stale one, made
/// while another item was talked about, is refused.
pub async fn go_to(act: &mut Act, seat: &Seat, id: Uuid, input: &GoTo, version: i64) -> Result<(), Error> {
    let mut meeting = run_by(act, seat, id).await?;
    if meeting.state != State::Running {
        return Err(No::NotNow.into());
    }
    if meeting.version != version {
        return Err(No::NotNow.into());
    }
    let mut items = store::items(act, id).await?;
    settle(act, &meeting, &mut items).await?;
    let next = match input.item.trim() {
        "" => items.iter().find(|item| item.standing == Standing::Planned).map(|item| item.id),
        picked => {
            let picked = picked.parse().ok();
            Some(items.iter().find(|item| Some(item.id) == picked).ok_or(Error::Unseen)?.id)
        }
    };
    if let Some(item) = items.iter_mut().find(|item| Some(item.id) == next)
        && item.standing == Standing::Parked
    {
        item.standing = Standing::Planned;
        store::save_item(act, item).await?;
    }
    meeting.item = next;
    meeting.item_since = next.map(|_| act.now());
    store::save(act, &meeting).await?;
    changed(act, seat, "meeting.item", id).await
}

/// The item that was talked about is done, and keeps how long it took.
async fn settle(act: &mut Act, meeting: &Meeting, items: &mut [Item]) -> Result<(), Error> {
    let (now, since) = (act.now(), meeting.item_since);
    if let Some(item) = items.iter_mut().find(|item| Some(item.id) == meeting.item) {
        item.took += since.map_or(0, |since| now.0 - since.0);
        item.standing = Standing::Done;
        store::save_item(act, item).await?;
    }
    Ok(())
}

/// Closes the meeting. What was not talked about is left over for the next one; who spoke is forgotten.
pub async fn close(act: &mut Act, seat: &Seat, id: Uuid) -> Result<(), Error> {
    let mut meeting = run_by(act, seat, id).await?;
    if meeting.state != State::Running {
        return Err(No::NotNow.into());
    }
    let mut items = store::items(act, id).await?;
    settle(act, &meeting, &mut items).await?;
    for item in items.iter_mut().filter(|item| item.standing == Standing::Planned) {
        item.standing = Standing::Left;
        store::save_item(act, item).await?;
    }
    meeting.item = None;
    meeting.item_since = None;
    meeting.state = State::Closed;
    meeting.closed_at = Some(act.now());
    store::save(act, &meeting).await?;
    store::forget_turns(act, id).await?;
    note_held(act, seat, &meeting).await
}

/// How somebody says that they are there.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Present {
    /// `room`, `remote` or `excused`.
    #[serde(default)]
    pub how: String,
    /// The code that is shown in the room.
    #[serde(default)]
    pub code: String,
}

/// Says for oneself: I am in the room (with its code), I take part from afar, or I cannot come.
pub async fn present(act: &mut Act, seat: &Seat, id: Uuid, input: &Present) -> Result<(), Error> {
    let meeting = store::one(act, seat.partnership().id, id).await?;
    let how = Presence::from_code(&input.how).ok_or(No::Choice("how"))?;
    let possible = match how {
        Presence::Excused => meeting.state.ahead() || meeting.state == State::Running,
        Presence::Room | Presence::Remote => meeting.state == State::Running,
    };
    if !possible {
        return Err(No::NotNow.into());
    }
    if how == Presence::Room && !input.code.trim().eq_ignore_ascii_case(&meeting.room_code) {
        return Err(No::Code.into());
    }
    store::present(act, seat.partnership().id, id, seat.member()?.id, how).await?;
    changed(act, seat, "meeting.present", id).await
}

/// Whoever runs the meeting says how some people take part.
pub async fn mark(
    act: &mut Act,
    seat: &Seat,
    id: Uuid,
    members: &[Uuid],
    input: &Present,
) -> Result<(), Error> {
    let meeting = run_by(act, seat, id).await?;
    if meeting.locked() {
        return Err(No::NotNow.into());
    }
    let how = Presence::from_code(&input.how).ok_or(No::Choice("how"))?;
    if members.is_empty() {
        return Err(No::Nobody.into());
    }
    let here: Vec<Uuid> =
        membership::seats(act, seat.partnership().id).await?.into_iter().map(|one| one.id).collect();
    for member in members {
        if !here.contains(member) {
            return Err(Error::Unseen);
        }
        store::present(act, seat.partnership().id, id, *member, how).await?;
    }
    changed(act, seat, "meeting.present", id).await
}

/// Counts a turn of somebody. It stays in this meeting and is forgotten when it closes.
pub async fn spoke(act: &mut Act, seat: &Seat, id: Uuid, member: Option<Uuid>) -> Result<(), Error> {
    let meeting = run_by(act, seat, id).await?;
    if meeting.state != State::Running {
        return Err(No::NotNow.into());
    }
    let member = member.ok_or(No::Nobody)?;
    if !store::people(act, id).await?.iter().any(|one| one.member == member) {
        membership::seat_of(act, seat.partnership().id, member).await?.ok_or(Error::Unseen)?;
        store::present(act, seat.partnership().id, id, member, Presence::Room).await?;
    }
    store::spoke(act, id, member).await?;
    changed(act, seat, "meeting.spoke", id).await
}

/// A look back as it is typed.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct LookBack {
    /// `yes`, `partly` or `no`.
    #[serde(default)]
    pub norms: String,
    /// What went well.
    #[serde(default)]
    pub plus: String,
    /// What to change.
    #[serde(default)]
    pub delta: String,
}

/// Looks back, with one's name.
pub async fn look_back(act: &mut Act, seat: &Seat, id: Uuid, input: &LookBack) -> Result<(), Error> {
    let meeting = store::one(act, seat.partnership().id, id).await?;
    if meeting.state != State::Running && !meeting.state.over() {
        return Err(No::NotNow.into());
    }
    let mut gather = Gather::default();
    let norms = ["yes", "partly", "no"].into_iter().find(|one| *one == input.norms);
    let norms = gather.take(norms.ok_or(No::Choice("norms")));
    let mut read = |field, words: &str| match words.trim() {
        "" => None,
        words => gather.take(plain::text(field, words, LOOK_MOST)),
    };
    let (plus, delta) = (read("plus", &input.plus), read("delta", &input.delta));
    gather.done()?;
    let plus = keep(act, seat, id, "meeting.plus", plus).await?;
    let delta = keep(act, seat, id, "meeting.delta", delta).await?;
    let member = seat.member()?.id;
    let norms = norms.unwrap_or("partly");
    store::look(act, seat.partnership().id, id, member, norms, (plus, delta)).await?;
    changed(act, seat, "meeting.look", id).await
}

async fn keep(
    act: &mut Act,
    seat: &Seat,
    about: Uuid,
    role: &'static str,
    body: Option<String>,
) -> Result<Option<Uuid>, Error> {
    let Some(body) = body else { return Ok(None) };
    let draft = text::Draft::new(seat, about, role, &body).kept(Retention::Working);
    text::keep(act, seat, &draft).await.map(Some)
}
