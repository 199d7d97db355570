//! The agenda: whoever has a voice puts something on it; whoever runs the meeting orders it.

use serde::Deserialize;
use uuid::Uuid;

use super::{changed, may_run, run_by};
use crate::access::Seat;
use crate::act::meeting::item::{Item, Purpose, Standing};
use crate::act::meeting::{No, State, store};
use crate::error::{Error, Gather};
use crate::people::{membership, plain};
use crate::site::Act;

/// An item as it is typed.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct PutOn {
    /// What it is about.
    #[serde(default)]
    pub title: String,
    /// `inform`, `discuss` or `decide`.
    #[serde(default)]
    pub purpose: String,
    /// Who brings it: a seat's id, or nobody yet.
    #[serde(default)]
    pub owner: String,
    /// For how many minutes.
    #[serde(default)]
    pub minutes: String,
}

struct Fresh {
    title: String,
    purpose: Purpose,
    owner: Option<Uuid>,
    minutes: i64,
}

async fn read(act: &mut Act, partnership: Uuid, input: &PutOn) -> Result<Fresh, Error> {
    let mut gather = Gather::default();
    let title = gather.take(plain::name("title", &input.title));
    let purpose = gather.take(Purpose::from_code(&input.purpose).ok_or(No::Purpose));
    let minutes: Option<i64> = input.minutes.trim().parse().ok();
    let minutes = gather.take(minutes.filter(|m| (1..=240).contains(m)).ok_or(No::ItemMinutes));
    let owner = match input.owner.trim() {
        "" => None,
        id => {
            let id = id.parse().unwrap_or_default();
            if membership::seat_of(act, partnership, id).await?.is_none() {
                gather.refuse(No::Person);
            }
            Some(id)
        }
    };
    gather.done()?;
    let (Some(title), Some(purpose), Some(minutes)) = (title, purpose, minutes) else {
        return Err(Error::Unreadable);
    };
    Ok(Fresh { title, purpose, owner, minutes })
}

/// Puts an item on the agenda, also while the meeting runs.
pub async fn put_on(act: &mut Act, seat: &Seat, meeting: Uuid, input: &PutOn) -> Result<Uuid, Error> {
    let place = seat.partnership().id;
    let by = seat.member()?.id;
    let one = store::one(act, place, meeting).await?;
    if !one.state.ahead() && one.state != State::Running {
        return Err(No::NotNow.into());
    }
    let fresh = read(act, place, input).await?;
    let new = store::NewItem {
        title: &fresh.title,
        purpose: fresh.purpose,
        owner: fresh.owner,
        minutes: fresh.minutes,
        from_item: None,
        by,
    };
    let id = store::add_item(act, place, meeting, &new).await?;
    changed(act, seat, "meeting.item", meeting).await?;
    Ok(id)
}

/// Changes what an item says. From an older version it is refused as stale.
pub async fn change_item(
    act: &mut Act,
    seat: &Seat,
    meeting: Uuid,
    item: Uuid,
    input: &PutOn,
    version: i64,
) -> Result<(), Error> {
    let one = run_by(act, seat, meeting).await?;
    let mut item = store::item(act, meeting, item).await?;
    if one.state.over() || one.locked() {
        return Err(No::NotNow.into());
    }
    if item.version != version {
        return Err(Error::Stale { now: item.version });
    }
    let fresh = read(act, seat.partnership().id, input).await?;
    item.title = fresh.title;
    item.purpose = fresh.purpose;
    item.owner = fresh.owner;
    item.minutes = fresh.minutes;
    store::save_item(act, &item).await?;
    changed(act, seat, "meeting.item", meeting).await
}

/// Where an item goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum To {
    /// One place earlier.
    Up,
    /// One place later.
    Down,
    /// Aside, for another day.
    Park,
    /// Back on the agenda.
    Back,
    /// Off it.
    Off,
}

/// A move of an item.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Shift {
    /// Where to.
    #[serde(default)]
    pub to: Option<To>,
}

/// Moves an item in the order, aside or off.
pub async fn shift(act: &mut Act, seat: &Seat, meeting: Uuid, item: Uuid, input: Shift) -> Result<(), Error> {
    let one = run_by(act, seat, meeting).await?;
    if !one.state.ahead() && one.state != State::Running {
        return Err(No::NotNow.into());
    }
    let mut items = store::items(act, meeting).await?;
    let at = items.iter().position(|one| one.id == item).ok_or(Error::Unseen)?;
    if one.item == Some(item) {
        return Err(No::Under.into());
    }
    let to = input.to.ok_or(Error::Unreadable)?;
    match to {
        To::Up if at > 0 => items.swap(at - 1, at),
        To::Down if at + 1 < items.len() => items.swap(at, at + 1),
        To::Up | To::Down => {}
        To::Park => stand(&mut items, at, Standing::Parked),
        To::Back => stand(&mut items, at, Standing::Planned),
        To::Off => stand(&mut items, at, Standing::Off),
    }
    for (place, mut item) in (1_i64..).zip(items) {
        if item.place != place || matches!(to, To::Park | To::Back | To::Off) {
            item.place = place;
            store::save_item(act, &item).await?;
        }
    }
    changed(act, seat, "meeting.item", meeting).await
}

fn stand(items: &mut [Item], at: usize, standing: Standing) {
    if let Some(item) = items.get_mut(at)
        && item.standing != Standing::Done
    {
        item.standing = standing;
    }
}

/// Takes up what an earlier meeting left over or set aside.
pub async fn take_up(act: &mut Act, seat: &Seat, meeting: Uuid, item: Uuid) -> Result<(), Error> {
    let place = seat.partnership().id;
    let by = seat.member()?.id;
    let one = store::one(act, place, meeting).await?;
    if !may_run(act, seat, one.team, Some(&one)).await? {
        return Err(Error::Forbidden);
    }
    if !one.state.ahead() && one.state != State::Running {
        return Err(No::NotNow.into());
    }
    let waiting = store::waiting_items(act, place, one.team).await?;
    let old = waiting.into_iter().find(|old| old.id == item).ok_or(Error::Unseen)?;
    take(act, place, meeting, by, old).await?;
    changed(act, seat, "meeting.item", meeting).await
}

/// Puts a copy of an old item on an agenda; the old one stays in its own minutes.
pub(super) async fn take(
    act: &mut Act,
    partnership: Uuid,
    meeting: Uuid,
    by: Uuid,
    mut old: Item,
) -> Result<(), Error> {
    let owner = match old.owner {
        Some(owner) => membership::seat_of(act, partnership, owner).await?.map(|seat| seat.id),
        None => None,
    };
    let new = store::NewItem {
        title: &old.title,
        purpose: old.purpose,
        owner,
        minutes: old.minutes,
        from_item: Some(old.id),
        by,
    };
    store::add_item(act, partnership, meeting, &new).await?;
    old.taken_up = true;
    store::save_item(act, &old).await
}
