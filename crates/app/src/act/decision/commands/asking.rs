//! Writing the question down. A draft claims nothing; anybody with a voice may write one and change it.

use agreement::fist::Fist;
use jiff::civil::Date;
use serde::Deserialize;
use uuid::Uuid;

use super::keep;
use crate::access::Seat;
use crate::act::decision::rules::{LONGEST_DAYS, QUESTION_MOST, TEXT_MOST};
use crate::act::decision::store::Wording;
use crate::act::decision::{Boundary, Decision, Enough, Fallback, Level, No, Seen, State, Terms, Who, store};
use crate::act::team;
use crate::error::{Error, Gather};
use crate::people::{membership, plain};
use crate::record;
use crate::site::Act;

/// The form of a question: fields as they are typed and chosen.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Write {
    /// The question.
    pub question: String,
    /// What happens if it passes.
    pub effect: String,
    /// The team that asks; empty for the whole partnership.
    pub team: String,
    /// The meeting it came up in.
    pub meeting: String,
    /// The agenda item it belongs to.
    pub item: String,
    /// See [`Level`].
    pub level: String,
    /// Fingers that count as support.
    pub threshold: String,
    /// `all`, or `share`.
    pub rule: String,
    /// The share of each side, in a hundred.
    pub share: String,
    /// See [`Enough`].
    pub enough: String,
    /// See [`Seen`].
    pub seen: String,
    /// See [`Boundary`].
    pub boundary: String,
    /// See [`Fallback`].
    pub fallback: String,
    /// The day on which it is asked again.
    pub fallback_on: String,
    /// See [`Who`].
    pub who: String,
    /// The last day to answer.
    pub answer_on: String,
    /// The seat of whoever carries it out.
    pub act_by: String,
    /// By when.
    pub act_on: String,
    /// When to look again.
    pub review_on: String,
    /// When it ends.
    pub ends_on: String,
    /// The partnership's own words for each answer.
    pub label_0: String,
    /// See above.
    pub label_1: String,
    /// See above.
    pub label_2: String,
    /// See above.
    pub label_3: String,
    /// See above.
    pub label_4: String,
    /// See above.
    pub label_5: String,
}

/// The form once every field can stand.
struct Read {
    question: String,
    effect: String,
    team: Option<Uuid>,
    terms: Terms,
}

/// A word of a closed list; the usual one where nothing was chosen.
fn chosen<T>(field: &'static str, given: &str, usual: T, from: fn(&str) -> Option<T>) -> Result<T, No> {
    if given.is_empty() { Ok(usual) } else { from(given).ok_or(No::Choose(field)) }
}

/// A day from today on, or none.
fn day(field: &'static str, given: &str, today: Date) -> Result<Option<Date>, No> {
    let given = given.trim();
    if given.is_empty() {
        return Ok(None);
    }
    given.parse().ok().filter(|day: &Date| *day >= today).map(Some).ok_or(No::Day(field))
}

fn id(field: &'static str, given: &str) -> Result<Option<Uuid>, No> {
    if given.is_empty() { Ok(None) } else { given.parse().map(Some).map_err(|_| No::Choose(field)) }
}

impl Write {
    fn read(&self, today: Date) -> Result<Read, Error> {
        let mut no = Gather::default();
        let question = no.take(plain::text("question", &self.question, QUESTION_MOST));
        let effect = no.take(plain::text("effect", &self.effect, TEXT_MOST));
        let team = no.take(id("team", &self.team));
        let boundary = no.take(Boundary::from_code(&self.boundary).ok_or(No::Choose("boundary")));
        let level = no.take(chosen("level", &self.level, Level::Decides, Level::from_code));
        let seen = no.take(Seen::from_code(&self.seen).ok_or(No::Choose("seen")));
        let who = no.take(chosen("who", &self.who, Who::Everybody, Who::from_code));
        let answer_on = no.take(answer_day(&self.answer_on, today));
        let threshold = no.take(self.threshold());
        let share = no.take(self.share());
        let enough = no.take(chosen("enough", &self.enough, Enough::Half, Enough::from_code));
        let fallback = no.take(chosen("fallback", &self.fallback, Fallback::Drop, Fallback::from_code));
        let fallback_on = no.take(day("fallback_on", &self.fallback_on, today));
        let act_by = no.take(id("act_by", &self.act_by));
        let act_on = no.take(day("act_on", &self.act_on, today));
        let review_on = no.take(day("review_on", &self.review_on, today));
        let ends_on = no.take(day("ends_on", &self.ends_on, today));
        let labels = no.take(self.labels());
        if fallback == Some(Fallback::Again) && fallback_on == Some(None) {
            no.refuse(No::AgainDay);
        }
        if who == Some(Who::Team) && team == Some(None) {
            no.refuse(No::Teamless);
        }
        no.done()?;
        // Nothing was refused, so everything is there.
        let read = || {
            Some(Read {
                question: question?.replace('\n', " "),
                effect: effect?,
                team: team?,
                terms: Terms {
                    level: level?,
                    threshold: threshold?,
                    share: share?,
                    enough: enough?,
                    labels: labels?,
                    seen: seen?,
                    boundary: boundary?,
                    fallback: fallback?,
                    fallback_on: fallback_on?.filter(|_| fallback == Some(Fallback::Again)),
                    who: who?,
                    answer_on: answer_on?,
                    act_by: act_by?,
                    act_on: act_on?,
                    review_on: review_on?,
                    ends_on: ends_on?,
                },
            })
        };
        read().ok_or(Error::Unreadable)
    }

    fn threshold(&self) -> Result<u8, No> {
        if self.threshold.is_empty() {
            return Ok(Fist::USUAL_THRESHOLD.fingers());
        }
        let fist = self.threshold.parse().ok().and_then(Fist::new).filter(|fist| fist.can_be_threshold());
        fist.map(Fist::fingers).ok_or(No::Choose("threshold"))
    }

    fn share(&self) -> Result<Option<u8>, No> {
        match self.rule.as_str() {
            "" | "all" => Ok(None),
            "share" => {
                let percent = self.share.trim().trim_end_matches('%').trim().parse().ok();
                percent.filter(|percent| (1..=100).contains(percent)).map(Some).ok_or(No::Share)
            }
            _ => Err(No::Choose("rule")),
        }
    }

    /// Six words of their own, or none where no field was filled in.
    fn labels(&self) -> Result<Option<[String; 6]>, plain::NotPlain> {
        let given = [
            ("label_0", &self.label_0),
            ("label_1", &self.label_1),
            ("label_2", &self.label_2),
            ("label_3", &self.label_3),
            ("label_4", &self.label_4),
            ("label_5", &self.label_5),
        ];
        if given.iter().all(|(_, text)| text.trim().is_empty()) {
            return Ok(None);
        }
        let mut labels: [String; 6] = Default::default();
        for (label, (field, text)) in labels.iter_mut().zip(given) {
            *label = plain::name(field, text)?;
        }
        Ok(Some(labels))
    }
}

/// The last day to answer: today at the earliest, sixty days ahead at the latest.
pub(super) fn answer_day(given: &str, today: Date) -> Result<Date, No> {
    let read: Date = given.trim().parse().map_err(|_| No::AnswerDay)?;
    let ahead = today.until(read).map(|span| i64::from(span.get_days())).unwrap_or(-1);
    if (0..=LONGEST_DAYS).contains(&ahead) { Ok(read) } else { Err(No::AnswerDay) }
}

/// Today, on the partnership's own calendar.
pub(super) fn today(act: &Act, seat: &Seat) -> Date {
    act.now().civil(&seat.partnership().zone).date()
}

async fn known(act: &mut Act, seat: &Seat, read: &Read) -> Result<(), Error> {
    let place = seat.partnership().id;
    if let Some(id) = read.team {
        team::one(act, place, id).await?;
    }
    if let Some(member) = read.terms.act_by {
        membership::seat_of(act, place, member).await?.ok_or(No::Choose("act_by"))?;
    }
    Ok(())
}

/// Writes a question down, to be opened later.
pub async fn draft(act: &mut Act, seat: &Seat, input: &Write) -> Result<Uuid, Error> {
    let read = input.read(today(act, seat))?;
    known(act, seat, &read).await?;
    let now = act.now();
    let decision = Decision {
        id: act.id(),
        team: read.team,
        meeting: id("meeting", &input.meeting)?,
        item: id("item", &input.item)?,
        state: State::Draft,
        terms: read.terms,
        language: seat.person()?.language,
        asked_by: seat.member()?.id,
        asking_party: None,
        asker: String::new(),
        again_of: None,
        round: 1,
        begun_at: now,
        since: now,
        until: None,
        version: 1,
    };
    let place = seat.partnership().id;
    store::add(act, place, &decision).await?;
    word(act, seat, &decision, &read.question, &read.effect).await?;
    record::event::leave(act, place, "decision.drafted", seat.actor().id(), Some(decision.id)).await?;
    Ok(decision.id)
}

/// Gives the round at hand its wording.
pub(super) async fn word(
    act: &mut Act,
    seat: &Seat,
    decision: &Decision,
    question: &str,
    effect: &str,
) -> Result<(), Error> {
    let version = decision.version;
    let wording = Wording {
        question: keep(act, seat, decision, "decision.question", version, question).await?,
        effect: keep(act, seat, decision, "decision.effect", version, effect).await?,
        change: None,
    };
    store::word(act, decision.id, decision.round, wording).await
}

/// Changes a draft. Whoever changed it from an older version reads what stands now beside their own.
pub async fn redraft(act: &mut Act, seat: &Seat, id: Uuid, seen: i64, input: &Write) -> Result<(), Error> {
    store::hold(act, id).await?;
    let place = seat.partnership().id;
    let mut decision = store::one(act, place, id).await?;
    if !matches!(decision.state, State::Draft | State::Parked) {
        return Err(No::NotDraft.into());
    }
    if decision.version != seen {
        return Err(Error::Stale { now: decision.version });
    }
    let read = input.read(today(act, seat))?;
    known(act, seat, &read).await?;
    decision.team = read.team;
    decision.terms = read.terms;
    decision.state = State::Draft;
    store::save(act, &decision).await?;
    decision.version += 1;
    word(act, seat, &decision, &read.question, &read.effect).await?;
    record::event::leave(act, place, "decision.drafted", seat.actor().id(), Some(id)).await
}
