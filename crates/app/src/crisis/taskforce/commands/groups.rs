//! The five groups: each side names its own co-lead; co-leads and leads work through the questions.

use serde::Deserialize;
use uuid::Uuid;

use crate::access::Seat;
use crate::act::team::{self, commands::Join};
use crate::crisis::Group;
use crate::crisis::taskforce::store::{Edited, Seated};
use crate::crisis::taskforce::{No, Side, for_group, rules, store};
use crate::error::{Error, Gather};
use crate::people::membership::{self, Role};
use crate::people::plain;
use crate::record::{self, Deed, event};
use crate::site::Act;
use crate::text;

/// The longest question or answer.
const MOST: usize = 1_000;

/// Whom a party names.
#[derive(Debug, Clone, Deserialize)]
pub struct Name {
    /// The seat.
    #[serde(default)]
    pub member: String,
}

/// Names the co-lead of one's own side in a group. Another party of the same side keeps a chair it holds.
pub async fn name(act: &mut Act, seat: &Seat, id: Uuid, group: Group, input: &Name) -> Result<(), Error> {
    let partnership = seat.partnership().id;
    store::one(act, partnership, id).await?.must_live()?;
    let party = membership::party(act, partnership, seat.party()?.id).await?;
    let side = Side::of(party.kind).ok_or(No::Chairless)?;
    let chairs = store::chairs(act, id).await?;
    let held = chairs.iter().find(|chair| chair.group == group && chair.side == side);
    if held.is_some_and(|chair| chair.party != party.id) {
        return Err(No::Held.into());
    }
    let member: Uuid = input.member.parse().map_err(|_| No::Person)?;
    let line = membership::seat_of(act, partnership, member).await?;
    let line = line.filter(|line| line.party == Some(party.id) && line.role != Role::Observer);
    let line = line.ok_or(No::Person)?;
    let named_by = seat.member()?.id;
    let new = Seated { group, side, party: party.id, member: line.id, named_by };
    store::seat(act, partnership, id, &new).await?;
    if let Some(team) = store::team_of(act, id, group).await? {
        let chair = line.id.to_string();
        team::commands::join(act, seat, team, &Join { member: vec![chair.clone()], chair }).await?;
    }
    let deed = Deed::new("crisis.co_lead_named")
        .about(id)
        .fact("group", group.code())
        .fact("party", &party.name)
        .text("name", line.language, &line.name);
    record::note(act, seat, deed).await?;
    Ok(())
}

/// A question of one's own.
#[derive(Debug, Clone, Deserialize)]
pub struct Ask {
    /// The question.
    #[serde(default)]
    pub question: String,
}

/// Adds a question to a group.
pub async fn add(act: &mut Act, seat: &Seat, id: Uuid, group: Group, input: &Ask) -> Result<(), Error> {
    for_group(act, seat, id, group).await?;
    let body = plain::text("question", &input.question, MOST)?;
    let partnership = seat.partnership().id;
    let place = i64::try_from(store::questions(act, id, Some(group)).await?.len()).unwrap_or(i64::MAX);
    let own = text::say(act, seat, id, "crisis.question", &body).await?;
    store::add_question(act, partnership, id, group, (place, None, Some(own))).await?;
    event::leave(act, partnership, "crisis.question_added", seat.actor().id(), Some(id)).await
}

/// How a question stands now.
#[derive(Debug, Clone, Deserialize)]
pub struct Change {
    /// Its words.
    #[serde(default)]
    pub question: String,
    /// `open`, `answered`, `decided` or `revisit`.
    #[serde(default)]
    pub state: String,
    /// What we know.
    #[serde(default)]
    pub answer: String,
    /// Who answers it.
    #[serde(default)]
    pub owner: String,
    /// The day to look again.
    #[serde(default)]
    pub revisit_on: String,
}

/// The states of a question.
pub const STATES: &[&str] = &["open", "answered", "decided", "revisit"];

/// Changes a question: its words, its answer, who answers it, when to look again.
pub async fn change(
    act: &mut Act,
    seat: &Seat,
    id: Uuid,
    question: Uuid,
    version: i64,
    input: &Change,
) -> Result<Group, Error> {
    let language = seat.person()?.language;
    let crisis = store::one(act, seat.partnership().id, id).await?;
    let stands = store::question(act, id, question).await?;
    for_group(act, seat, id, stands.group).await?;
    if stands.version != version {
        return Err(Error::Stale { now: stands.version });
    }
    let today = act.now().civil(&seat.partnership().zone).date();
    let mut no = Gather::default();
    let words = no.take(plain::text("question", &input.question, MOST));
    let owner = no.take(plain::short("owner", &input.owner));
    if !STATES.contains(&input.state.as_str()) {
        no.refuse(No::Choose("state"));
    }
    let answer = input.answer.trim();
    let answer = if answer.is_empty() { None } else { no.take(plain::text("answer", answer, MOST)) };
    if matches!(input.state.as_str(), "answered" | "decided")
        && answer.is_none()
        && input.answer.trim().is_empty()
    {
        no.refuse(No::Answer);
    }
    let revisit_on = match input.state.as_str() {
        "revisit" => no.take(rules::day("revisit_on", &input.revisit_on, today)),
        _ => None,
    };
    no.done()?;
    let words = words.unwrap_or_default();
    let own = if words == stands.words(crisis.playbook, language)? {
        stands.own_text
    } else {
        Some(text::say(act, seat, question, "crisis.question", &words).await?)
    };
    let answer = match answer {
        Some(body) if stands.answer.as_deref() == Some(body.as_str()) => stands.answer_text,
        Some(body) => Some(text::say(act, seat, question, "crisis.answer", &body).await?),
        None => None,
    };
    let owner = owner.unwrap_or_default();
    let edited = Edited { own, state: &input.state, answer, owner: &owner, revisit_on };
    store::change_question(act, question, seat.member()?.id, &edited).await?;
    event::leave(act, seat.partnership().id, "crisis.question_changed", seat.actor().id(), Some(id)).await?;
    Ok(stands.group)
}
