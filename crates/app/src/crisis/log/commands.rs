//! What co-leads and leads do with the log: decide, add their side's word, keep a decision longer or end it.

use serde::Deserialize;
use uuid::Uuid;

use super::{Decision, Stance, store};
use crate::access::Seat;
use crate::crisis::Group;
use crate::crisis::taskforce::{No, day, for_group, for_task_force};
use crate::error::{Error, Gather};
use crate::people::plain;
use crate::record::{self, Deed};
use crate::site::Act;
use crate::text;

/// The longest decision.
const MOST: usize = 1_000;

/// A decision to write down.
#[derive(Debug, Clone, Deserialize)]
pub struct Decide {
    /// The group's code; empty for the task force.
    #[serde(default)]
    pub group: String,
    /// What was decided.
    #[serde(default)]
    pub body: String,
    /// Who carries it out.
    #[serde(default)]
    pub owner: String,
    /// Its last day.
    #[serde(default)]
    pub expires_on: String,
    /// What would change it sooner.
    #[serde(default)]
    pub changes_on: String,
    /// `open`, `limit`, `close`, or nothing.
    #[serde(default)]
    pub stance: String,
}

/// Writes a decision down. It holds at once.
pub async fn decide(act: &mut Act, seat: &Seat, crisis: Uuid, input: &Decide) -> Result<Uuid, Error> {
    let group = Group::from_code(&input.group);
    match group {
        Some(group) => for_group(act, seat, crisis, group).await?,
        None => for_task_force(act, seat, crisis).await?,
    };
    let today = act.now().civil(&seat.partnership().zone).date();
    let mut no = Gather::default();
    if group.is_none() && !input.group.is_empty() {
        no.refuse(No::Choose("group"));
    }
    let body = no.take(plain::text("body", &input.body, MOST));
    let owner = no.take(plain::name("owner", &input.owner));
    let expires_on = no.take(day("expires_on", &input.expires_on, today));
    let changes_on = no.take(plain::text("changes_on", &input.changes_on, MOST));
    let stance = Stance::from_code(&input.stance);
    if stance.is_none() && !input.stance.is_empty() {
        no.refuse(No::Choose("stance"));
    }
    no.done()?;
    let (Some(body), Some(owner), Some(expires_on), Some(changes_on)) = (body, owner, expires_on, changes_on)
    else {
        return Err(Error::Unreadable);
    };
    let id = act.id();
    let new = store::New {
        id,
        group,
        body: text::say(act, seat, id, "crisis.decision", &body).await?,
        changes_on: text::say(act, seat, id, "crisis.trigger", &changes_on).await?,
        owner: &owner,
        expires_on,
        stance,
        by: seat.member()?.id,
        party: seat.party()?.id,
    };
    store::add(act, seat.partnership().id, crisis, &new).await?;
    let deed = Deed::new("crisis.decided")
        .about(id)
        .fact("party", &seat.party()?.name)
        .fact("until", expires_on)
        .text("decision", seat.person()?.language, body);
    record::note(act, seat, deed).await?;
    Ok(id)
}

async fn living(act: &mut Act, seat: &Seat, crisis: Uuid, id: Uuid) -> Result<Decision, Error> {
    let decision = store::one(act, crisis, id).await?;
    for_task_force(act, seat, crisis).await?;
    if decision.ended_at.is_some() { Err(No::Over.into()) } else { Ok(decision) }
}

/// Another side's word.
#[derive(Debug, Clone, Deserialize)]
pub struct Say {
    /// `agree` or `object`.
    #[serde(default)]
    pub word: String,
    /// Why not.
    #[serde(default)]
    pub reason: String,
}

/// Adds one's own side's word to a decision that another wrote down.
pub async fn say(act: &mut Act, seat: &Seat, crisis: Uuid, id: Uuid, input: &Say) -> Result<(), Error> {
    let decision = living(act, seat, crisis, id).await?;
    let party = seat.party()?.clone();
    if decision.made_party == party.id || decision.words.iter().any(|word| word.party == party.id) {
        return Err(No::Said.into());
    }
    let agrees = match input.word.as_str() {
        "agree" => true,
        "object" => false,
        _ => return Err(No::Choose("word").into()),
    };
    let mut deed = Deed::new(if agrees { "crisis.decision_joined" } else { "crisis.decision_objected" })
        .about(id)
        .fact("party", &party.name);
    let mut reason = None;
    if !agrees {
        let why = plain::text("reason", &input.reason, MOST).map_err(|_| No::Reason)?;
        reason = Some(text::say(act, seat, id, "crisis.objection", &why).await?);
        deed = deed.text("reason", seat.person()?.language, why);
    }
    store::say(act, id, party.id, seat.member()?.id, agrees, reason).await?;
    record::note(act, seat, deed).await?;
    Ok(())
}

/// What becomes of a decision.
#[derive(Debug, Clone, Deserialize)]
pub struct Until {
    /// `keep` or `end`.
    #[serde(default)]
    pub what: String,
    /// Its new last day.
    #[serde(default)]
    pub expires_on: String,
}

/// Keeps a decision until another day, or ends it.
pub async fn until(
    act: &mut Act,
    seat: &Seat,
    crisis: Uuid,
    id: Uuid,
    version: i64,
    input: &Until,
) -> Result<(), Error> {
    let decision = living(act, seat, crisis, id).await?;
    if decision.version != version {
        return Err(Error::Stale { now: decision.version });
    }
    let party = seat.party()?.name.clone();
    if input.what == "end" {
        store::end(act, id).await?;
        record::note(act, seat, Deed::new("crisis.decision_ended").about(id).fact("party", party)).await?;
        return Ok(());
    }
    let today = act.now().civil(&seat.partnership().zone).date();
    let last = day("expires_on", &input.expires_on, today)?;
    store::keep(act, id, last).await?;
    let deed = Deed::new("crisis.decision_kept").about(id).fact("party", party).fact("until", last);
    record::note(act, seat, deed).await?;
    Ok(())
}
