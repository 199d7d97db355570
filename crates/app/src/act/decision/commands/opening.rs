//! Opening a question: from here on the wording, the rule, who is asked and who will see which answer
//! are fixed. Changing it after the answers were shown opens the next round.

use serde::Deserialize;
use uuid::Uuid;

use super::asking::{answer_day, today};
use super::{enter, held, keep};
use crate::access::Seat;
use crate::act::decision::rules::{QUESTION_MOST, TEXT_MOST};
use crate::act::decision::store::Wording;
use crate::act::decision::{Boundary, Decision, No, State, Whole, jobs, read, store, tell};
use crate::error::{Error, Gather};
use crate::people::plain;
use crate::record::{self, Deed};
use crate::site::{Act, Moment};

/// Opens a draft for answers, or parks it when it belongs to bargaining.
pub async fn open(act: &mut Act, seat: &Seat, id: Uuid, seen: i64) -> Result<State, Error> {
    let (mut whole, hand) = held(act, seat, id).await?;
    if !whole.may_run(&hand) {
        return Err(Error::Forbidden);
    }
    if whole.decision.state != State::Draft {
        return Err(No::NotDraft.into());
    }
    if whole.decision.version != seen {
        return Err(No::Changed.into());
    }
    if whole.decision.terms.boundary != Boundary::Clear {
        park(act, seat, &mut whole.decision).await?;
        return Ok(State::Parked);
    }
    let answer_by = last_moment(act, seat, &whole.decision)?;
    ask(act, seat, &whole.decision).await?;
    open_round(act, seat, &mut whole.decision, answer_by).await?;
    whole = read::whole(act, seat.partnership().id, id).await?;
    let noted = note_opened(act, seat, &whole, "decision.opened").await?;
    tell::asked(act, seat, &whole, &noted).await?;
    Ok(State::Open)
}

/// The end of the last day to answer, if that day has not passed.
fn last_moment(act: &Act, seat: &Seat, decision: &Decision) -> Result<Moment, No> {
    let day = answer_day(&decision.terms.answer_on.to_string(), today(act, seat))?;
    let next = day.tomorrow().map_err(|_| No::AnswerDay)?;
    Ok(Moment::of_civil(next.at(0, 0, 0, 0), &seat.partnership().zone))
}

async fn park(act: &mut Act, seat: &Seat, decision: &mut Decision) -> Result<(), Error> {
    enter(act, decision, State::Parked, None).await?;
    let deed = Deed::new("decision.parked").about(decision.id).fact("why", decision.terms.boundary.code());
    record::note(act, seat, deed).await?;
    Ok(())
}

/// Fixes the sides and who may answer.
async fn ask(act: &mut Act, seat: &Seat, decision: &Decision) -> Result<(), Error> {
    let mut asked = 0;
    for (party, lines) in read::to_ask(act, seat.partnership().id, decision).await? {
        store::add_side(act, decision.id, party.id, party.must_agree).await?;
        for line in lines {
            store::add_answerer(act, decision.id, line.id, party.id).await?;
            asked += usize::from(party.must_agree);
        }
    }
    if asked == 0 { Err(No::Nobody.into()) } else { Ok(()) }
}

async fn open_round(
    act: &mut Act,
    seat: &Seat,
    decision: &mut Decision,
    answer_by: Moment,
) -> Result<(), Error> {
    enter(act, decision, State::Open, Some(answer_by)).await?;
    store::open_round(act, decision.id, decision.round, answer_by).await?;
    jobs::when_over(act, decision).await?;
    let place = seat.partnership().id;
    act.wake(place);
    Ok(())
}

async fn note_opened(
    act: &mut Act,
    seat: &Seat,
    whole: &Whole,
    kind: &'static str,
) -> Result<record::Noted, Error> {
    let (decision, terms) = (&whole.decision, &whole.decision.terms);
    let round = whole.round().ok_or(Error::Unseen)?;
    let mut deed = Deed::new(kind)
        .about(decision.id)
        .fact("round", decision.round)
        .fact("asked", whole.count().1)
        .fact("level", terms.level.code())
        .fact("threshold", terms.threshold)
        .fact("share", terms.share.map_or_else(|| "all".to_owned(), |share| share.to_string()))
        .fact("enough", terms.enough.code())
        .fact("seen", terms.seen.code())
        .fact("fallback", terms.fallback.code())
        .fact("answer_on", terms.answer_on)
        .text("question", decision.language, &round.question)
        .text("effect", decision.language, &round.effect);
    if let Some(change) = &round.change {
        deed = deed.text("change", decision.language, change);
    }
    record::note(act, seat, deed).await
}

/// A changed question.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Amend {
    /// The question, as it is asked now.
    pub question: String,
    /// What happens if it passes.
    pub effect: String,
    /// What was changed, and why.
    pub change: String,
    /// The last day to answer.
    pub answer_on: String,
}

/// Changes the question and asks the same people again, by the same rule.
pub async fn amend(act: &mut Act, seat: &Seat, id: Uuid, seen: i64, input: &Amend) -> Result<(), Error> {
    let (mut whole, hand) = held(act, seat, id).await?;
    if !whole.may_reword(&hand) {
        return Err(Error::Forbidden);
    }
    whole.may_amend()?;
    if whole.decision.version != seen {
        return Err(No::Changed.into());
    }
    let mut no = Gather::default();
    let question = no.take(plain::text("question", &input.question, QUESTION_MOST));
    let effect = no.take(plain::text("effect", &input.effect, TEXT_MOST));
    let change = no.take(plain::text("change", &input.change, TEXT_MOST));
    let answer_on = no.take(answer_day(&input.answer_on, today(act, seat)));
    let before = whole.round().ok_or(Error::Unseen)?;
    if question.as_ref() == Some(&before.question) && effect.as_ref() == Some(&before.effect) {
        no.refuse(No::Same);
    }
    no.done()?;
    let (Some(question), Some(effect), Some(change), Some(answer_on)) = (question, effect, change, answer_on)
    else {
        return Err(Error::Unreadable);
    };
    let decision = &mut whole.decision;
    decision.round += 1;
    decision.terms.answer_on = answer_on;
    let version = decision.version + 1;
    let wording = Wording {
        question: keep(act, seat, decision, "decision.question", version, &question.replace('\n', " "))
            .await?,
        effect: keep(act, seat, decision, "decision.effect", version, &effect).await?,
        change: Some(keep(act, seat, decision, "decision.change", version, &change).await?),
    };
    store::word(act, id, decision.round, wording).await?;
    let answer_by = last_moment(act, seat, decision)?;
    open_round(act, seat, decision, answer_by).await?;
    let whole = read::whole(act, seat.partnership().id, id).await?;
    let noted = note_opened(act, seat, &whole, "decision.amended").await?;
    tell::asked(act, seat, &whole, &noted).await
}
