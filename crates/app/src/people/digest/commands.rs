//! What a person does with their letters: choose when, leave things out, stop them.

use serde::Deserialize;
use uuid::Uuid;

use super::{No, Plan, Topic, store};
use crate::access::{Actor, Person};
use crate::error::Error;
use crate::site::Act;

/// A link that nobody can guess.
pub(super) fn new_link(act: &Act) -> String {
    data_encoding::BASE32_NOPAD.encode(&act.site().random::<20>()).to_lowercase()
}

/// The plan as a person types it.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Keep {
    /// The hour.
    #[serde(default)]
    pub hour: String,
    /// Quiet from.
    #[serde(default)]
    pub quiet_from: String,
    /// Quiet until.
    #[serde(default)]
    pub quiet_until: String,
}

fn hour(typed: &str) -> Result<i8, Error> {
    typed.parse().ok().filter(|hour| (0..24).contains(hour)).ok_or_else(|| No::HourWrong.into())
}

/// Keeps when the letters come and what they leave out: topics by their code, things by their id.
pub async fn keep(
    act: &mut Act,
    person: &Person,
    input: &Keep,
    days: &[String],
    left_out: &[String],
    version: i64,
) -> Result<(), Error> {
    let mut chosen = [false; 7];
    for (place, day) in chosen.iter_mut().enumerate() {
        *day = days.iter().any(|code| *code == place.to_string());
    }
    let plan = Plan {
        days: chosen,
        hour: hour(&input.hour)?,
        quiet_from: hour(&input.quiet_from)?,
        quiet_until: hour(&input.quiet_until)?,
    };
    if plan.on() && plan.quiet(plan.hour) {
        return Err(No::HourQuiet.into());
    }
    let known = |what: &&String| {
        Topic::ALL.iter().any(|topic| topic.code() == what.as_str()) || what.parse::<Uuid>().is_ok()
    };
    let left_out: Vec<String> = left_out.iter().filter(known).take(200).cloned().collect();
    let link = new_link(act);
    store::take(act, person.id, &link).await?;
    // Whoever had no row yet made the plan from what stands without one.
    let version = version.max(1);
    if !store::keep(act, person.id, &plan, version).await? {
        return Err(Error::Stale { now: store::one(act, person.id).await?.version });
    }
    store::leave_out(act, person.id, &left_out).await
}

/// Stops the letters for whoever holds the link of one of them, signed in or not.
pub async fn off(act: &mut Act, _by: &Actor, link: &str) -> Result<(), Error> {
    let (person, _) = store::by_link(act, link).await?.ok_or(Error::Unseen)?;
    store::off(act, person).await
}
