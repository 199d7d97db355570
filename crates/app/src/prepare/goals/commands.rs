//! What people do on the way to shared goals: share what their side cares about, say what is theirs as well, write a
//! goal, give one up, and put one to each side.

use db::Tx;
use serde::Deserialize;
use uuid::Uuid;

use super::{Goal, MOST, No, TEXT_MOST, Way, store};
use crate::access::{Right, Seat};
use crate::error::{Error, Gather};
use crate::people::acceptance::{self, commands::Put};
use crate::people::joint::{self, Proposal};
use crate::people::plain;
use crate::record::{self, Deed, event};
use crate::reflect::cycle;
use crate::site::Act;
use crate::text;

/// What a side shares.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Share {
    /// One interest for each line.
    #[serde(default)]
    pub interests: String,
}

/// Shares what one's own party cares about: one interest for each line, from now on for all to read.
pub async fn share(act: &mut Act, seat: &Seat, input: &Share) -> Result<(), Error> {
    let party = seat.party()?.id;
    let member = seat.member()?.id;
    let all = plain::text("interests", &input.interests, TEXT_MOST * MOST)?;
    for line in all.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let id = act.id();
        let body = plain::text("interests", line, TEXT_MOST)?;
        let text = text::say(act, seat, id, "goal.interest", &body).await?;
        store::add_interest(act, id, seat.partnership().id, party, member, text).await?;
    }
    event::leave(act, seat.partnership().id, "interest", seat.actor().id(), Some(party)).await
}

/// Whether an interest is one's own side's as well.
#[derive(Debug, Clone, Deserialize)]
pub struct Mark {
    /// Which.
    pub interest: Uuid,
    /// `yes`, or no longer.
    #[serde(default)]
    pub ours: String,
}

/// Says for one's own party that an interest is theirs as well, or no longer.
pub async fn mark(act: &mut Act, seat: &Seat, input: &Mark) -> Result<(), Error> {
    let partnership = seat.partnership().id;
    let party = seat.party()?.id;
    let known = store::interests(act, partnership).await?;
    if !known.iter().any(|one| one.id == input.interest) {
        return Err(Error::Unseen);
    }
    if input.ours == "yes" {
        store::mark(act, partnership, input.interest, party, seat.member()?.id).await?;
    } else {
        store::unmark(act, partnership, input.interest, party).await?;
    }
    event::leave(act, partnership, "interest", seat.actor().id(), Some(input.interest)).await
}

/// The form of a goal.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Write {
    /// What we want for students.
    #[serde(default)]
    pub title: String,
    /// Why.
    #[serde(default)]
    pub why: String,
    /// How we would know.
    #[serde(default)]
    pub know: String,
}

/// Writes a new goal, or a new version of one from the version that was read. What was agreed stands until the
/// sides agree to the new version.
pub async fn write(
    act: &mut Act,
    seat: &Seat,
    goal: Option<(Uuid, i64)>,
    input: &Write,
) -> Result<Uuid, Error> {
    let partnership = seat.partnership().id;
    let mut gather = Gather::default();
    let title = gather.take(plain::name("title", &input.title));
    let why = gather.take(plain::text("why", &input.why, TEXT_MOST));
    let know = gather.take(plain::text("know", &input.know, TEXT_MOST));
    let cycle = cycle::current(act, partnership).await?;
    let standing = super::of_cycle(act, partnership, cycle).await?.len();
    if goal.is_none() && standing >= MOST {
        gather.refuse(No::Enough);
    }
    gather.done()?;
    let (Some(title), Some(why), Some(know)) = (title, why, know) else { return Err(Error::Unreadable) };
    let Some((id, read)) = goal else {
        let goal = Goal { id: act.id(), cycle, title, why, know, version: 1, dropped: false };
        let why = text::say(act, seat, goal.id, "goal.why", &goal.why).await?;
        let know = text::say(act, seat, goal.id, "goal.know", &goal.know).await?;
        store::add_goal(act, partnership, &goal, why, know).await?;
        event::leave(act, partnership, "goal", seat.actor().id(), Some(goal.id)).await?;
        return Ok(goal.id);
    };
    let stands = store::goal(act, partnership, id).await?;
    if stands.dropped {
        return Err(No::Dropped.into());
    }
    if stands.version != read {
        return Err(Error::Stale { now: stands.version });
    }
    let why = text::keep(act, seat, &text::Draft::new(seat, id, "goal.why", &why).version(read + 1)).await?;
    let know =
        text::keep(act, seat, &text::Draft::new(seat, id, "goal.know", &know).version(read + 1)).await?;
    store::change_goal(act, id, &title, why, know).await?;
    acceptance::edited(act, seat, id, read + 1).await?;
    event::leave(act, partnership, "goal", seat.actor().id(), Some(id)).await?;
    Ok(id)
}

/// Puts a goal to each must-agree party, as it stands.
pub async fn ask(act: &mut Act, seat: &Seat, id: Uuid, input: &Put) -> Result<(), Error> {
    let goal = store::goal(act, seat.partnership().id, id).await?;
    if goal.dropped {
        return Err(No::Dropped.into());
    }
    let words = goal.words();
    let subject = acceptance::Subject {
        kind: acceptance::Kind::Goal,
        about: id,
        version: goal.version,
        title: &goal.title,
        page: "goals",
        language: seat.person()?.language,
        words: &words,
    };
    acceptance::ask(act, seat, &subject, input).await.map(drop)
}

/// A goal is to be given up.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct GiveUp {
    /// The way the page spoke of.
    pub way: String,
    /// Why, if the others are asked.
    pub reason: String,
    /// How many days they have.
    pub days: String,
}

/// How this goal can be given up, if the holder of this seat may begin that.
pub async fn way(tx: &mut Tx, seat: &Seat, goal: &Goal) -> Result<Option<Way>, Error> {
    let place = seat.partnership().id;
    let (Ok(member), Ok(party)) = (seat.member(), seat.party()) else { return Ok(None) };
    if goal.dropped || !member.lead || !seat.could(Right::Prepare) {
        return Ok(None);
    }
    let way = Way::of(acceptance::state(tx, place, goal.id, goal.version).await?.has_yes());
    let proposer = store::proposer(tx, place, goal.id).await?;
    Ok(way.is_open_to(party.id, party.must_agree, proposer).then_some(way))
}

/// Takes a goal back to which no side has said yes; or asks the other sides to give up one that a side has accepted.
pub async fn give_up(act: &mut Act, seat: &Seat, id: Uuid, input: &GiveUp) -> Result<Way, Error> {
    let place = seat.partnership().id;
    let goal = store::goal(act, place, id).await?;
    if goal.dropped {
        return Err(No::Dropped.into());
    }
    let way = way(act, seat, &goal).await?.ok_or(Error::Forbidden)?;
    if input.way != way.code() {
        return Err(No::OtherWay.into());
    }
    match way {
        Way::TakeBack => end(act, seat, &goal, "goal.taken_back").await?,
        Way::Together => {
            let reason = plain::text("reason", &input.reason, TEXT_MOST)?;
            if joint::open_of(act, place).await?.iter().any(|one| is_about(&one.proposal, id)) {
                return Err(No::Asked.into());
            }
            text::keep(act, seat, &text::Draft::new(seat, id, "goal.give_up", &reason)).await?;
            let proposal = Proposal::GiveUpGoal { goal: id, title: goal.title };
            joint::commands::propose_this(act, seat, proposal, &input.days).await?;
        }
    }
    Ok(way)
}

/// Whether a proposal is about giving up this goal.
pub(super) fn is_about(proposal: &Proposal, id: Uuid) -> bool {
    matches!(proposal, Proposal::GiveUpGoal { goal, .. } if *goal == id)
}

/// Each must-agree side agreed to give a goal up.
pub(crate) async fn given_up(act: &mut Act, seat: &Seat, id: Uuid) -> Result<(), Error> {
    let goal = store::goal(act, seat.partnership().id, id).await?;
    if goal.dropped { Ok(()) } else { end(act, seat, &goal, "goal.given_up_together").await }
}

async fn end(act: &mut Act, seat: &Seat, goal: &Goal, kind: &'static str) -> Result<(), Error> {
    store::drop_goal(act, goal.id).await?;
    acceptance::over(act, seat, goal.id).await?;
    let deed = Deed::new(kind).about(goal.id).fact("goal", &goal.title).fact("version", goal.version);
    record::note(act, seat, deed).await?;
    Ok(())
}
