//! Taking on, doing, moving and dropping an action.

use jiff::civil::Date;
use serde::Deserialize;
use uuid::Uuid;

use super::{Action, NewAction, No, State, store};
use crate::access::Seat;
use crate::error::{Error, Gather};
use crate::people::{membership, plain};
use crate::record::{self, Deed};
use crate::site::Act;
use crate::text;

/// The longest action: one line.
const WHAT_MOST: usize = 200;
/// The longest reason.
const REASON_MOST: usize = 500;

/// An action as it is typed.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Typed {
    /// What is to be done.
    #[serde(default)]
    pub what: String,
    /// The seat of whoever does it.
    #[serde(default)]
    pub owner: String,
    /// `2026-10-30`.
    #[serde(default)]
    pub due: String,
    /// The item it came from; empty for none.
    #[serde(default)]
    pub item: String,
    /// The decision it carries out; empty for none.
    #[serde(default)]
    pub decision: String,
}

impl Typed {
    /// Reads it, or refuses all that is wrong at once.
    pub async fn read(&self, act: &mut Act, seat: &Seat) -> Result<(String, Uuid, Date), Error> {
        let place = seat.partnership();
        let mut gather = Gather::default();
        let what = gather.take(plain::text("what", &self.what.replace('\n', " "), WHAT_MOST));
        let owner: Uuid = self.owner.trim().parse().unwrap_or_default();
        let owner = match membership::seat_of(act, place.id, owner).await? {
            Some(line) => Some(line.id),
            None => gather.take(Err(No::Owner)),
        };
        let due = gather.take(day(&self.due, act.now().civil(&place.zone).date()));
        gather.done()?;
        match (what, owner, due) {
            (Some(what), Some(owner), Some(due)) => Ok((what, owner, due)),
            _ => Err(Error::Unreadable),
        }
    }
}

fn day(given: &str, today: Date) -> Result<Date, No> {
    let due: Date = given.trim().parse().map_err(|_| No::Due)?;
    if due < today { Err(No::Past) } else { Ok(due) }
}

/// Writes an action down. The caller has found that this seat may.
pub async fn add(act: &mut Act, seat: &Seat, new: NewAction) -> Result<Uuid, Error> {
    let id = store::add(act, seat.partnership().id, &new, seat.member()?.id).await?;
    let language = seat.person()?.language;
    let deed = Deed::new("action.added").about(id).fact("due", new.due).text("action", language, new.what);
    record::note(act, seat, deed).await?;
    Ok(id)
}

/// Takes on an action outside a meeting; [`Error::Unseen`] for a decision that is not here.
pub async fn take_on(act: &mut Act, seat: &Seat, input: &Typed) -> Result<Uuid, Error> {
    let decision: Option<Uuid> = input.decision.trim().parse().ok();
    if let Some(decision) = decision {
        crate::act::decision::commands::version(act, seat.partnership().id, decision).await?;
    }
    let (what, owner, due) = input.read(act, seat).await?;
    let new = NewAction { what, owner, due, team: None, meeting: None, item: None, decision };
    add(act, seat, new).await
}

/// What becomes of an action, as it is typed.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Settle {
    /// `done`, `dropped` or `moved`.
    #[serde(default)]
    pub to: String,
    /// The new date, when it is moved.
    #[serde(default)]
    pub due: String,
    /// Why it is moved or dropped.
    #[serde(default)]
    pub reason: String,
}

/// Whoever does it, or leads a party, or is neutral, says what becomes of it.
pub fn may_settle(seat: &Seat, action: &Action) -> bool {
    seat.membership().is_some_and(|m| m.id == action.owner || m.lead || m.party.is_none())
}

/// Settles or moves an action. From an older version it is refused as stale.
pub async fn settle(act: &mut Act, seat: &Seat, id: Uuid, input: &Settle, version: i64) -> Result<(), Error> {
    let place = seat.partnership();
    let action = store::one(act, place.id, id).await?;
    if !may_settle(seat, &action) {
        return Err(Error::Forbidden);
    }
    if action.state != State::Open {
        return Err(No::Settled.into());
    }
    if action.version != version {
        return Err(No::Settled.into());
    }
    let today = act.now().civil(&place.zone).date();
    let mut gather = Gather::default();
    let (state, kind, due) = match input.to.as_str() {
        "done" => (State::Done, "action.done", action.due),
        "dropped" => (State::Dropped, "action.dropped", action.due),
        "moved" => {
            let due = gather.take(day(&input.due, today));
            (State::Open, "action.moved", due.unwrap_or(action.due))
        }
        _ => return Err(No::Choice.into()),
    };
    let why = plain::text("reason", &input.reason, REASON_MOST).ok();
    if why.is_none() && state != State::Done || why.is_none() && kind == "action.moved" {
        gather.refuse(No::Reason);
    }
    gather.done()?;
    let language = seat.person()?.language;
    let mut deed = Deed::new(kind).about(id).fact("due", due).text("action", language, action.what);
    let mut reason = None;
    if let Some(why) = why {
        let draft =
            text::Draft::new(seat, id, "action.reason", &why).in_language(language).version(action.version);
        reason = Some(text::keep(act, seat, &draft).await?);
        deed = deed.text("reason", language, why);
    }
    store::settle(act, id, state, due).await?;
    store::changed(act, place.id, id, kind, due, reason, seat.member()?.id).await?;
    record::note(act, seat, deed).await?;
    Ok(())
}

/// An action is left behind at the end of a cycle, if it is still open: `member` is who chose so. Why stands with the
/// cycle.
pub async fn leave(act: &mut Act, seat: &Seat, id: Uuid, member: Uuid) -> Result<(), Error> {
    let partnership = seat.partnership().id;
    let action = store::one(act, partnership, id).await?;
    if action.state != State::Open {
        return Ok(());
    }
    store::settle(act, id, State::Dropped, action.due).await?;
    store::changed(act, partnership, id, "action.left", action.due, None, member).await
}
