//! Minutes: each side is asked to confirm them until a date; who stays silent has confirmed nothing.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{changed, deed, run_by};
use crate::access::{Actor, Right, Seat};
use crate::act::meeting::item::counting;
use crate::act::meeting::rules::{self, Minutes};
use crate::act::meeting::{Meeting, No, State, store};
use crate::error::{Error, broken};
use crate::jobs;
use crate::people::membership::Party;
use crate::people::{letters, membership, plain};
use crate::record;
use crate::site::{Act, Moment};
use crate::text;

/// The job that settles minutes at their date.
pub const JOB: &str = "meeting-minutes";
/// The longest objection.
const REASON_MOST: usize = 2_000;

/// What waits for the sides until a date.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Wait {
    /// The meeting.
    pub meeting: Uuid,
    /// The date, which also tells one wait from a later one.
    pub until: Moment,
}

/// For how long the sides are asked.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct AskFor {
    /// Days.
    #[serde(default)]
    pub days: String,
}

/// Asks each must-agree party to confirm the minutes.
pub async fn ask_to_confirm(act: &mut Act, seat: &Seat, id: Uuid, input: &AskFor) -> Result<(), Error> {
    let mut meeting = run_by(act, seat, id).await?;
    if meeting.state != State::Closed || meeting.confirm_by.is_some() {
        return Err(No::NotNow.into());
    }
    let days: Option<i64> = input.days.trim().parse().ok();
    let days = days.filter(|days| (3..=30).contains(days)).ok_or(No::Days)?;
    let until = end_of_day(act, &seat.partnership().zone, days)?;
    meeting.confirm_by = Some(until);
    store::save(act, &meeting).await?;
    jobs::at(act, JOB, &Wait { meeting: id, until }, until).await?;
    let noted = record::note(act, seat, deed("meeting.minutes_asked", &meeting)).await?;
    let parties = membership::parties(act, seat.partnership().id).await?;
    let readers: Vec<_> = membership::leads(act, seat.partnership().id)
        .await?
        .into_iter()
        .filter(|lead| counting(&parties).any(|party| lead.party == Some(party.id)))
        .collect();
    let zone = seat.partnership().zone.clone();
    let title = meeting.title.clone();
    letters::tell(act, seat, &readers, &format!("meetings/{id}"), Some(&noted), |w, p| {
        let day = w.date(until.plus(-1).civil(&zone).date());
        (w.meeting_letter_minutes_subject(&title, &p.name), w.meeting_letter_minutes_body(&day, &title))
    })
    .await
}

/// The end of the day so many days from now.
fn end_of_day(act: &Act, zone: &str, days: i64) -> Result<Moment, Error> {
    let last = act.now().plus(days * Moment::DAY).civil(zone).date();
    Ok(Moment::of_civil(last.tomorrow().map_err(broken)?.at(0, 0, 0, 0), zone))
}

/// What a side says.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Say {
    /// `confirm` or `object`.
    #[serde(default)]
    pub answer: String,
    /// What is wrong.
    #[serde(default)]
    pub reason: String,
}

/// Confirms the minutes for one's own party, or says what is wrong with them.
pub async fn answer(act: &mut Act, seat: &Seat, id: Uuid, input: &Say) -> Result<(), Error> {
    let place = seat.partnership().id;
    let meeting = store::one(act, place, id).await?;
    let party = seat.party()?.clone();
    if meeting.state != State::Closed || meeting.confirm_by.is_none_or(|until| until <= act.now()) {
        return Err(No::NotNow.into());
    }
    let confirmed = match input.answer.as_str() {
        "confirm" => true,
        "object" => false,
        _ => return Err(No::Choice("answer").into()),
    };
    let answers = store::answers(act, id).await?;
    if answers.iter().any(|said| said.party == party.id && said.confirmed == confirmed) {
        return Err(No::Answered.into());
    }
    let kind = if confirmed { "meeting.minutes_confirmed" } else { "meeting.minutes_objected" };
    let mut deed = deed(kind, &meeting).fact("party", &party.name);
    let mut reason = None;
    if !confirmed {
        let why = plain::text("reason", &input.reason, REASON_MOST)?;
        let language = seat.person()?.language;
        let draft = text::Draft::new(seat, id, "meeting.objection", &why).in_language(language);
        reason = Some(text::keep(act, seat, &draft).await?);
        deed = deed.text("reason", language, why);
    }
    store::answer(act, place, id, party.id, seat.member()?.id, confirmed, reason).await?;
    record::note(act, seat, deed).await?;
    settle(act, seat, meeting).await
}

/// Looks where the minutes stand now, and locks them once they are settled.
async fn settle(act: &mut Act, seat: &Seat, mut meeting: Meeting) -> Result<(), Error> {
    let parties = membership::parties(act, seat.partnership().id).await?;
    let needed: Vec<Uuid> = counting(&parties).map(|party| party.id).collect();
    let said: Vec<(Uuid, bool)> =
        store::answers(act, meeting.id).await?.iter().map(|one| (one.party, one.confirmed)).collect();
    let over = meeting.confirm_by.is_some_and(|until| until <= act.now());
    let (state, kind, without) = match rules::minutes(&needed, &said, over) {
        Minutes::Waiting(_) => return changed(act, seat, "meeting.minutes", meeting.id).await,
        Minutes::Approved => (State::Approved, "meeting.minutes_approved", Vec::new()),
        Minutes::Unconfirmed { silent, objected } => {
            (State::Unconfirmed, "meeting.minutes_unconfirmed", [silent, objected].concat())
        }
    };
    meeting.state = state;
    store::save(act, &meeting).await?;
    let names: Vec<&str> = named(&parties, &without);
    record::note(act, seat, deed(kind, &meeting).fact("without", names.join(" · "))).await?;
    Ok(())
}

fn named<'a>(parties: &'a [Party], some: &[Uuid]) -> Vec<&'a str> {
    parties.iter().filter(|party| some.contains(&party.id)).map(|party| party.name.as_str()).collect()
}

/// The date has come.
pub async fn over(act: &mut Act, wait: &Wait) -> Result<(), Error> {
    let Some(partnership) = store::partnership_of(act, wait.meeting).await? else { return Ok(()) };
    let seat = Seat::of_house(act, Actor::Job(JOB), partnership, Right::ConfirmMinutes).await?;
    let meeting = store::one(act, partnership, wait.meeting).await?;
    if meeting.state == State::Closed && meeting.confirm_by == Some(wait.until) {
        settle(act, &seat, meeting).await?;
    }
    Ok(())
}
