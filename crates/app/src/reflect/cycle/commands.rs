//! Closing a cycle: what goes on is chosen, the closing is proposed, and when each side has confirmed it
//! or its date has passed, the next cycle begins.

use uuid::Uuid;

use super::carry::{Candidate, Reason, candidates};
use super::{Carried, Kind, No, current, store};
use crate::access::Seat;
use crate::act::{action, support};
use crate::error::{Error, Gather};
use crate::people::joint::{self, Proposal};
use crate::people::plain::{self, NotPlain};
use crate::record::{self, Deed};
use crate::site::Act;
use crate::text;

/// The longest line of what people carry in their own words, and the most lines.
const OWN_LONGEST: usize = 300;
const OWN_MOST: usize = 20;

/// A closing as it is proposed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Close {
    /// What goes on: `goal:ID`, `action:ID`.
    pub carry: Vec<String>,
    /// What stays behind, called in the same way. Everything on the list is in one of the two.
    pub leave: Vec<String>,
    /// What else goes on, one thing a line.
    pub own: String,
    /// How many days the others have.
    pub days: String,
}

/// Proposes to close the cycle under way.
pub async fn propose(act: &mut Act, seat: &Seat, input: &Close) -> Result<Uuid, Error> {
    let partnership = seat.partnership().id;
    let cycle = current(act, partnership).await?;
    let mut no = Gather::default();
    if joint::open_of(act, partnership).await?.iter().any(|one| is_about(&one.proposal)) {
        no.refuse(No::Proposed);
    }
    let known = candidates(act, partnership).await?;
    let mut chosen = Vec::new();
    for (codes, goes_on) in [(&input.carry, true), (&input.leave, false)] {
        for code in codes {
            match known.iter().find(|one| one.code() == *code) {
                Some(one) => chosen.push((one.clone(), goes_on)),
                None => no.refuse(No::Gone),
            }
        }
    }
    let said = |one: &Candidate| input.carry.contains(&one.code()) != input.leave.contains(&one.code());
    if !known.iter().all(said) {
        no.refuse(No::Undecided);
    }
    let mut own = Vec::new();
    for line in input.own.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(line) = no.take(plain::text("own", line, OWN_LONGEST)) {
            own.push(line);
        }
    }
    if input.own.lines().count() > OWN_MOST {
        no.refuse(NotPlain::TooLong("own", OWN_MOST * OWN_LONGEST));
    }
    no.done()?;
    store::choose_anew(act, partnership, cycle).await?;
    for (one, goes_on) in &chosen {
        keep(act, seat, cycle, one, *goes_on).await?;
    }
    for line in own {
        let one = Candidate { kind: Kind::Own, id: act.id(), words: line, why: Reason::Own, day: None };
        keep(act, seat, cycle, &one, true).await?;
    }
    let all = store::chosen(act, partnership, cycle).await?;
    let (carried, left) = (count(&all, true), count(&all, false));
    let proposal = Proposal::CloseCycle { cycle, carried, left };
    joint::commands::propose_this(act, seat, proposal, &input.days).await
}

/// Whether a proposal closes a cycle.
pub(super) fn is_about(proposal: &Proposal) -> bool {
    matches!(proposal, Proposal::CloseCycle { .. })
}

fn count(all: &[Carried], goes_on: bool) -> i64 {
    i64::try_from(all.iter().filter(|one| one.goes_on == goes_on).count()).unwrap_or(i64::MAX)
}

async fn keep(act: &mut Act, seat: &Seat, cycle: i64, one: &Candidate, goes_on: bool) -> Result<(), Error> {
    let id = act.id();
    let draft = text::Draft::new(seat, id, "cycle.carried", &one.words);
    let text = text::keep(act, seat, &draft).await?;
    let chosen = store::Chosen { id, one, goes_on, text, member: seat.member()?.id };
    store::choose(act, seat.partnership().id, cycle, &chosen).await
}

/// Closes a cycle, agreed or by one side, and begins the next. One that was closed meanwhile stays so.
pub(crate) async fn close(act: &mut Act, seat: &Seat, cycle: i64, agreed: bool) -> Result<(), Error> {
    let partnership = seat.partnership().id;
    if current(act, partnership).await? != cycle {
        return Ok(());
    }
    store::close(act, partnership, cycle, agreed).await?;
    let all = store::chosen(act, partnership, cycle).await?;
    let how = if agreed { "agreed" } else { "one-side" };
    let mut deed = Deed::new("cycle.closed")
        .fact("cycle", cycle)
        .fact("how", how)
        .fact("carried", count(&all, true))
        .fact("left", count(&all, false));
    for one in all.iter().filter(|one| !one.goes_on) {
        put_to_rest(act, seat, one).await?;
        deed = deed.text("left", one.language, one.words.clone());
    }
    record::note(act, seat, deed).await?;
    record::note(act, seat, Deed::new("cycle.begun").fact("cycle", cycle + 1)).await.map(drop)
}

/// What stays behind waits for nobody any more. It keeps its page, which tells in which cycle it was left; what
/// was settled meanwhile stays as it is.
async fn put_to_rest(act: &mut Act, seat: &Seat, one: &Carried) -> Result<(), Error> {
    let Some(id) = one.about else { return Ok(()) };
    match one.kind {
        Kind::Action => action::commands::leave(act, seat, id, one.member).await,
        Kind::Need => support::commands::leave(act, seat, id).await,
        _ => Ok(()),
    }
}
