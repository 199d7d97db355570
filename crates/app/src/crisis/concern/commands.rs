//! Raising a concern, and answering it.

use serde::Deserialize;
use uuid::Uuid;

use super::store;
use crate::access::Seat;
use crate::crisis::taskforce::{self, No, for_task_force};
use crate::error::Error;
use crate::people::plain;
use crate::record::event;
use crate::site::Act;
use crate::text::{self, Retention, Sharing};

/// The longest concern or answer.
const MOST: usize = 2_000;

async fn keep(
    act: &mut Act,
    seat: &Seat,
    about: Uuid,
    role: &'static str,
    body: &str,
) -> Result<Uuid, Error> {
    let draft = text::Draft::new(seat, about, role, body).shared(Sharing::Team).kept(Retention::Working);
    text::keep(act, seat, &draft).await
}

/// A concern.
#[derive(Debug, Clone, Deserialize)]
pub struct Raise {
    /// What worries them.
    #[serde(default)]
    pub concern: String,
}

/// Tells the task force what worries somebody.
pub async fn raise(act: &mut Act, seat: &Seat, crisis: Uuid, input: &Raise) -> Result<(), Error> {
    taskforce::one(act, seat.partnership().id, crisis).await?.must_live()?;
    let body = plain::text("concern", &input.concern, MOST)?;
    let id = act.id();
    let text = keep(act, seat, id, "crisis.concern", &body).await?;
    store::add(act, seat.partnership().id, crisis, id, seat.member()?.id, text).await?;
    event::leave(act, seat.partnership().id, "crisis.concern_raised", None, Some(crisis)).await
}

/// What the task force answers.
#[derive(Debug, Clone, Deserialize)]
pub struct Reply {
    /// The answer; nothing means only that it was seen.
    #[serde(default)]
    pub answer: String,
}

/// Marks a concern as seen, and answers it when an answer is given.
pub async fn answer(act: &mut Act, seat: &Seat, crisis: Uuid, id: Uuid, input: &Reply) -> Result<(), Error> {
    let concern = store::one(act, crisis, id).await?;
    for_task_force(act, seat, crisis).await?;
    if concern.answer.is_some() {
        return Err(No::Answered.into());
    }
    let member = seat.member()?.id;
    if concern.seen.is_none() {
        store::seen(act, id, member).await?;
    }
    if !input.answer.trim().is_empty() {
        let body = plain::text("answer", &input.answer, MOST)?;
        let text = keep(act, seat, id, "crisis.concern_answer", &body).await?;
        store::answer(act, id, member, text).await?;
    }
    event::leave(act, seat.partnership().id, "crisis.concern_answered", seat.actor().id(), Some(crisis)).await
}
