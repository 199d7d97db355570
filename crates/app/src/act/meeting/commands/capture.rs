//! Taking an action from one line, as it is said in the room.

use serde::Deserialize;
use uuid::Uuid;

use crate::access::Seat;
use crate::act::action::{self, NewAction};
use crate::act::meeting::line::{self, Read};
use crate::act::meeting::{Meeting, No, State, store};
use crate::error::Error;
use crate::people::membership;
use crate::site::Act;

/// A line as it is typed.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Line {
    /// "Ann: call the printer by Friday".
    #[serde(default)]
    pub line: String,
    /// The item it came from; empty for none.
    #[serde(default)]
    pub item: String,
}

/// What became of a line.
#[derive(Debug)]
pub enum Caught {
    /// It was plain: the action stands.
    Taken,
    /// Something is left to say.
    Unsure(Read),
}

async fn meeting_of(act: &mut Act, seat: &Seat, id: Uuid) -> Result<Meeting, Error> {
    let meeting = store::one(act, seat.partnership().id, id).await?;
    if meeting.state != State::Running && meeting.state != State::Closed {
        return Err(No::NotNow.into());
    }
    Ok(meeting)
}

/// Takes a line down. Where who or when is not plain, nothing is written and what was read is given back.
pub async fn capture(act: &mut Act, seat: &Seat, id: Uuid, input: &Line) -> Result<Caught, Error> {
    let meeting = meeting_of(act, seat, id).await?;
    if input.line.trim().is_empty() {
        return Err(No::Line.into());
    }
    let today = act.now().civil(&seat.partnership().zone).date();
    let people: Vec<(Uuid, String)> =
        membership::seats(act, seat.partnership().id).await?.into_iter().map(|s| (s.id, s.name)).collect();
    let read = line::read(&input.line, today, seat.member()?.id, &people);
    let Some((owner, due)) = read.sure() else { return Ok(Caught::Unsure(read)) };
    let new = action::Typed {
        what: read.what,
        owner: owner.to_string(),
        due: due.to_string(),
        item: input.item.clone(),
        decision: String::new(),
    };
    take(act, seat, &meeting, &new).await?;
    Ok(Caught::Taken)
}

/// Takes an action on whose every part was said.
pub async fn take_on(act: &mut Act, seat: &Seat, id: Uuid, input: &action::Typed) -> Result<(), Error> {
    let meeting = meeting_of(act, seat, id).await?;
    take(act, seat, &meeting, input).await
}

async fn take(act: &mut Act, seat: &Seat, meeting: &Meeting, input: &action::Typed) -> Result<(), Error> {
    let (what, owner, due) = input.read(act, seat).await?;
    let item: Option<Uuid> = input.item.trim().parse().ok();
    if let Some(item) = item {
        store::item(act, meeting.id, item).await?;
    }
    let new =
        NewAction { what, owner, due, team: meeting.team, meeting: Some(meeting.id), item, decision: None };
    action::add(act, seat, new).await?;
    Ok(())
}
