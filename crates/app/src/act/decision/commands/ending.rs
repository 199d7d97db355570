//! Showing the answers, what they come to, and every other end.

use serde::Deserialize;
use uuid::Uuid;

use super::{asking, enter, held, keep};
use crate::access::Seat;
use crate::act::decision::rules::{TALK_DAYS, TEXT_MOST, shown_tally};
use crate::act::decision::{Decision, No, Reached, Seen, State, Whole, jobs, read, store, tell};
use crate::error::Error;
use crate::people::plain;
use crate::record::{self, Deed, Noted};
use crate::site::{Act, Moment};

/// Shows the answers, all at once: everybody who is counted has answered.
pub async fn reveal(act: &mut Act, seat: &Seat, id: Uuid) -> Result<State, Error> {
    let (whole, hand) = held(act, seat, id).await?;
    if !whole.may_show(&hand) {
        return Err(Error::Forbidden);
    }
    whole.may_reveal()?;
    settle(act, seat, whole).await
}

/// Shows the answers as they are and does what follows.
pub async fn settle(act: &mut Act, seat: &Seat, mut whole: Whole) -> Result<State, Error> {
    let reached = whole.reached();
    let (id, round) = (whole.decision.id, whole.decision.round);
    store::reveal_round(act, id, round, &reached).await?;
    if whole.decision.terms.seen == Seen::ByName {
        store::share_answers(act, id, round).await?;
    }
    let (answered, asked) = whole.count();
    let deed = Deed::new("decision.revealed")
        .about(id)
        .fact("round", round)
        .fact("answered", answered)
        .fact("asked", asked)
        .text("answers", whole.decision.language, as_text(&whole, &reached));
    record::note(act, seat, deed).await?;
    let decision = &mut whole.decision;
    let noted = if reached.passed() {
        pass(act, seat, decision).await?
    } else {
        let until = end_of_day(act, seat, TALK_DAYS);
        enter(act, decision, State::Revealed, Some(until)).await?;
        jobs::when_over(act, decision).await?;
        note(act, seat, decision, "decision.not_yet", &reached).await?
    };
    let state = decision.state;
    tell::outcome(act, seat, &whole, Some(&noted)).await?;
    Ok(state)
}

/// The midnight after so many days.
fn end_of_day(act: &Act, seat: &Seat, days: i64) -> Moment {
    let zone = &seat.partnership().zone;
    let day = act.now().plus((days + 1) * Moment::DAY).civil(zone).date();
    Moment::of_civil(day.at(0, 0, 0, 0), zone)
}

async fn pass(act: &mut Act, seat: &Seat, decision: &mut Decision) -> Result<Noted, Error> {
    let zone = &seat.partnership().zone;
    let over = decision.terms.ends_on.and_then(|day| day.tomorrow().ok());
    let until = over.map(|day| Moment::of_civil(day.at(0, 0, 0, 0), zone));
    enter(act, decision, State::Agreed, until).await?;
    if until.is_some() {
        jobs::when_over(act, decision).await?;
    }
    if let Some(day) = decision.terms.review_on {
        jobs::on_review(act, decision, Moment::of_civil(day.at(8, 0, 0, 0), zone)).await?;
    }
    let deed = Deed::new("decision.agreed")
        .about(decision.id)
        .fact("round", decision.round)
        .fact("level", decision.terms.level.code());
    record::note(act, seat, deed).await
}

async fn note(
    act: &mut Act,
    seat: &Seat,
    decision: &Decision,
    kind: &'static str,
    reached: &Reached,
) -> Result<Noted, Error> {
    let named = |verdict: &str| reached.with(verdict).join(" · ");
    let deed = Deed::new(kind)
        .about(decision.id)
        .fact("round", decision.round)
        .fact("result", &reached.decided)
        .fact("below", named("below"))
        .fact("silent", named("silent"))
        .fact("vacant", named("vacant"))
        .fact("aside", named("aside"));
    record::note(act, seat, deed).await
}

/// What was shown, as words for the record: no more than the page shows.
fn as_text(whole: &Whole, reached: &Reached) -> String {
    let mut lines = Vec::new();
    for side in &reached.sides {
        let verdict = side.verdict.as_deref().unwrap_or("advises");
        let counts: Vec<String> =
            shown_tally(&side.tally).iter().map(|(fingers, count)| format!("{fingers}: {count}")).collect();
        lines.push(match whole.decision.terms.seen {
            Seen::PassOrNot => format!("{} · {verdict}", side.name),
            Seen::ByParty | Seen::ByName => format!("{} · {verdict} · {}", side.name, counts.join(", ")),
        });
        if whole.decision.terms.seen == Seen::ByName {
            let own =
                whole.answerers_of(side.party).filter_map(|one| Some((one, whole.answer_of(one.member)?)));
            lines.extend(own.map(|(one, given)| match &given.witness {
                None => format!("  {}: {}", one.name, given.fist.fingers()),
                Some(witness) => format!("  {}: {} (on paper, {witness})", one.name, given.fist.fingers()),
            }));
        }
    }
    lines.join("\n")
}

/// Leaves it at that: not every side agreed, and what was said for that case holds.
pub async fn close(act: &mut Act, seat: &Seat, id: Uuid) -> Result<(), Error> {
    let (whole, hand) = held(act, seat, id).await?;
    if !whole.may_end(&hand) {
        return Err(Error::Forbidden);
    }
    leave_it(act, seat, whole).await
}

/// The date to change the question has passed.
pub async fn amend_over(act: &mut Act, seat: &Seat, whole: Whole) -> Result<(), Error> {
    leave_it(act, seat, whole).await
}

async fn leave_it(act: &mut Act, seat: &Seat, mut whole: Whole) -> Result<(), Error> {
    if whole.decision.state != State::Revealed {
        return Err(No::Settled.into());
    }
    let reached = whole.round().and_then(|round| round.outcome.clone()).ok_or(Error::Unseen)?;
    enter(act, &mut whole.decision, State::NotAgreed, None).await?;
    let noted = note(act, seat, &whole.decision, "decision.not_agreed", &reached).await?;
    tell::outcome(act, seat, &whole, Some(&noted)).await
}

/// Why a question is taken back.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct TakeBack {
    /// The reason; needed once people were asked.
    pub reason: String,
}

/// Takes it back: only the side that asked, with a reason once people were asked. Those who answered are told what
/// became of their answers.
pub async fn withdraw(act: &mut Act, seat: &Seat, id: Uuid, input: &TakeBack) -> Result<(), Error> {
    let (mut whole, hand) = held(act, seat, id).await?;
    if !whole.may_end(&hand) {
        return Err(Error::Forbidden);
    }
    let was = whole.decision.state;
    if !(was.is_under_way() || matches!(was, State::Draft | State::Parked | State::Frozen)) {
        return Err(No::Settled.into());
    }
    let nobody_asked = matches!(was, State::Draft | State::Parked);
    let reason = match nobody_asked {
        true => String::new(),
        false => plain::text("reason", &input.reason, TEXT_MOST)?,
    };
    enter(act, &mut whole.decision, State::Withdrawn, None).await?;
    let place = seat.partnership().id;
    if nobody_asked {
        // There is nothing that the record would have to explain.
        return record::event::leave(act, place, "decision.dropped", seat.actor().id(), Some(id)).await;
    }
    keep(act, seat, &whole.decision, "decision.reason", whole.decision.round, &reason).await?;
    let deed = Deed::new("decision.withdrawn")
        .about(id)
        .fact("round", whole.decision.round)
        .fact("answered", whole.count().0)
        .text("reason", seat.language(), &reason);
    let noted = record::note(act, seat, deed).await?;
    tell::withdrawn(act, seat, &whole, &noted, &reason).await
}

/// Freezes what is under way: nobody answers, nothing is shown, nothing is lost.
pub async fn freeze(act: &mut Act, seat: &Seat, mut whole: Whole) -> Result<(), Error> {
    enter(act, &mut whole.decision, State::Frozen, None).await?;
    let deed = Deed::new("decision.frozen").about(whole.decision.id).fact("round", whole.decision.round);
    record::note(act, seat, deed).await?;
    Ok(())
}

/// A party has left: what it was asked and is not settled freezes.
pub async fn party_withdrew(act: &mut Act, seat: &Seat, party: Uuid) -> Result<(), Error> {
    let place = seat.partnership().id;
    for id in store::in_states(act, place, State::Open, State::Revealed).await? {
        let whole = read::whole(act, place, id).await?;
        if whole.sides.iter().any(|side| side.party == party && side.must_agree) {
            freeze(act, seat, whole).await?;
        }
    }
    Ok(())
}

/// The day it ends on has come.
pub async fn ended(act: &mut Act, seat: &Seat, mut whole: Whole) -> Result<(), Error> {
    enter(act, &mut whole.decision, State::Ended, None).await?;
    let noted = record::note(act, seat, Deed::new("decision.ended").about(whole.decision.id)).await?;
    tell::outcome(act, seat, &whole, Some(&noted)).await
}

/// The day to look at it again has come.
pub async fn review(act: &mut Act, seat: &Seat, whole: &Whole) -> Result<(), Error> {
    tell::review(act, seat, whole).await
}

/// Writes the same question down once more, as a draft.
pub async fn again(act: &mut Act, seat: &Seat, id: Uuid) -> Result<Uuid, Error> {
    let place = seat.partnership().id;
    let whole = read::whole(act, place, id).await?;
    let before = whole.decision.clone();
    if before.state.is_under_way() || before.state == State::Draft {
        return Err(No::NotOpen.into());
    }
    let round = whole.round().ok_or(Error::Unseen)?.clone();
    let now = act.now();
    let mut terms = before.terms;
    terms.answer_on = end_of_day(act, seat, TALK_DAYS).plus(-1).civil(&seat.partnership().zone).date();
    let today = asking::today(act, seat);
    for day in [&mut terms.act_on, &mut terms.review_on, &mut terms.ends_on] {
        *day = day.filter(|day| *day > today);
    }
    let decision = Decision {
        id: act.id(),
        state: State::Draft,
        terms,
        language: seat.person()?.language,
        asked_by: seat.member()?.id,
        again_of: Some(id),
        round: 1,
        begun_at: now,
        since: now,
        until: None,
        version: 1,
        ..before
    };
    store::add(act, place, &decision).await?;
    asking::word(act, seat, &decision, &round.question, &round.effect).await?;
    record::event::leave(act, place, "decision.drafted", seat.actor().id(), Some(decision.id)).await?;
    Ok(decision.id)
}

/// What would change a low answer, or what somebody wants to stand beside the outcome.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Say {
    /// The words.
    pub body: String,
    /// `signed`, or `told`: somebody told it to whoever writes it down.
    pub how: String,
    /// `yes` to have it stand beside the outcome.
    pub kept: String,
}

/// Says it, signed, or writes it down for somebody who told it and did not want to sign.
pub async fn say(act: &mut Act, seat: &Seat, id: Uuid, input: &Say) -> Result<(), Error> {
    let (whole, hand) = held(act, seat, id).await?;
    let round = whole.round().filter(|round| round.outcome.is_some()).ok_or(No::NotOpen)?.number;
    let told = match input.how.as_str() {
        "" | "signed" => false,
        "told" => true,
        _ => return Err(No::Choose("how").into()),
    };
    if told && !whole.may_run(&hand) {
        return Err(Error::Forbidden);
    }
    if !told && whole.answer_of(hand.member).is_none() {
        return Err(No::NotAnswered.into());
    }
    let words = plain::text("body", &input.body, TEXT_MOST)?;
    let kept = input.kept == "yes";
    let said = i64::try_from(whole.words.len()).unwrap_or(i64::MAX).saturating_add(1);
    let body = keep(act, seat, &whole.decision, "decision.word", said, &words).await?;
    let new = store::NewWord {
        round,
        member: (!told).then_some(hand.member),
        told_to: told.then_some(hand.member),
        body,
        kept,
    };
    store::say(act, id, new).await?;
    let place = seat.partnership().id;
    if !kept {
        return record::event::leave(act, place, "decision.said", seat.actor().id(), Some(id)).await;
    }
    let kind = if told { "decision.dissent_told" } else { "decision.dissented" };
    let language = seat.person()?.language;
    let deed = Deed::new(kind).about(id).fact("round", round).text("words", language, words);
    record::note(act, seat, deed).await?;
    Ok(())
}
