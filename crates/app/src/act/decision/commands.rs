//! What people do with a decision: write and open the question, answer it, show the answers, change it
//! and ask again, leave it at that.

mod answering;
mod asking;
mod ending;
mod opening;

pub use answering::{answer, answer_on_paper, stand_aside};
pub use asking::{Write, draft, redraft};
pub use ending::{
    again, amend_over, close, ended, freeze, party_withdrew, reveal, review, say, settle, withdraw,
};
pub use opening::{amend, open};

use super::rules::Hand;
use super::{Decision, State, Whole, read, store};
use crate::access::Seat;
use crate::error::Error;
use crate::site::Act;
use crate::text;
use db::Tx;
use uuid::Uuid;

/// The decision, held against everybody else, and the hand that wants to do something with it.
async fn held(act: &mut Act, seat: &Seat, id: Uuid) -> Result<(Whole, Hand), Error> {
    store::hold(act, id).await?;
    let whole = read::whole(act, seat.partnership().id, id).await?;
    let hand = read::hand(act, seat, &whole.decision).await?;
    Ok((whole, hand))
}

/// Puts it into a state that waits until then.
async fn enter(
    act: &mut Act,
    decision: &mut Decision,
    state: State,
    until: Option<crate::site::Moment>,
) -> Result<(), Error> {
    decision.state = state;
    decision.since = act.now();
    decision.until = until;
    store::save(act, decision).await?;
    decision.version += 1;
    Ok(())
}

/// Keeps a text about a decision.
async fn keep(
    act: &mut Act,
    seat: &Seat,
    decision: &Decision,
    role: &'static str,
    version: i64,
    body: &str,
) -> Result<Uuid, Error> {
    let language = seat.actor().person().map_or(decision.language, |person| person.language);
    let draft = text::Draft::new(seat, decision.id, role, body).in_language(language).version(version);
    text::keep(act, seat, &draft).await
}

/// The version that stands now, as a page opened this moment would hold it.
pub async fn version(tx: &mut Tx, partnership: Uuid, id: Uuid) -> Result<i64, Error> {
    Ok(store::one(tx, partnership, id).await?.version)
}
