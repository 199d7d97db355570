//! Closing a cycle: what goes on is chosen, the closing is proposed, and when each side has confirmed it
//! or its date has passed, the next cycle begins.

use uuid::Uuid;

use super::carry::candidates;
use super::{Kind, No, current, store};
use crate::access::Seat;
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
    /// What goes on: `challenge:ID`, `structure:ID`.
    pub carry: Vec<String>,
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
    for code in &input.carry {
        match known.iter().find(|one| one.code() == *code) {
            Some(one) => chosen.push((one.kind, Some(one.id), one.words.clone())),
            None => no.refuse(No::Gone),
        }
    }
    for line in input.own.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(line) = no.take(plain::text("own", line, OWN_LONGEST)) {
            chosen.push((Kind::Own, None, line));
        }
    }
    if input.own.lines().count() > OWN_MOST {
        no.refuse(NotPlain::TooLong("own", OWN_MOST * OWN_LONGEST));
    }
    no.done()?;
    store::choose_anew(act, partnership, cycle).await?;
    for (kind, about, words) in &chosen {
        keep(act, seat, cycle, *kind, *about, words).await?;
    }
    let carried = i64::try_from(chosen.len()).unwrap_or(i64::MAX);
    let proposal = Proposal::CloseCycle { cycle, carried };
    joint::commands::propose_this(act, seat, proposal, &input.days).await
}

/// Whether a proposal closes a cycle.
pub(super) fn is_about(proposal: &Proposal) -> bool {
    matches!(proposal, Proposal::CloseCycle { .. })
}

async fn keep(
    act: &mut Act,
    seat: &Seat,
    cycle: i64,
    kind: Kind,
    about: Option<Uuid>,
    words: &str,
) -> Result<(), Error> {
    let id = act.id();
    let draft = text::Draft::new(seat, id, "cycle.carried", words);
    let text = text::keep(act, seat, &draft).await?;
    let chosen = store::Chosen { id, kind, about, text, member: seat.member()?.id };
    store::carry(act, seat.partnership().id, cycle, &chosen).await
}

/// Closes a cycle, agreed or by one side, and begins the next. One that was closed meanwhile stays so.
pub(crate) async fn close(act: &mut Act, seat: &Seat, cycle: i64, agreed: bool) -> Result<(), Error> {
    let partnership = seat.partnership().id;
    if current(act, partnership).await? != cycle {
        return Ok(());
    }
    store::close(act, partnership, cycle, agreed).await?;
    let carried = store::carried(act, partnership, cycle).await?.len();
    let how = if agreed { "agreed" } else { "one-side" };
    let deed = Deed::new("cycle.closed").fact("cycle", cycle).fact("how", how).fact("carried", carried);
    record::note(act, seat, deed).await?;
    record::note(act, seat, Deed::new("cycle.begun").fact("cycle", cycle + 1)).await.map(drop)
}
