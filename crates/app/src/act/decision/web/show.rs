//! The one page of a decision: the question and the answer to give, or what it came to.

use askama::Template;
use axum::extract::Path;
use uuid::Uuid;
use words::Words;

use super::act::Which;
use super::shown::{self, SideShown};
use crate::access::{Right, Seat};
use crate::act::action::{self, Action};
use crate::act::decision::rules::Hand;
use crate::act::decision::{Boundary, Fallback, Round, Seen, State, Whole, Word, read};
use crate::act::team;
use crate::error::Error;
use crate::mail::Hearer;
use crate::people::{letters, membership};
use crate::record;
use crate::reflect::cycle;
use crate::site::Moment;
use crate::web::{Ask, Form, Page, Reply, refused, show};

#[derive(Template)]
#[template(path = "act/decision/show.html")]
struct View {
    page: Page,
    w: Words,
    path: String,
    form: Form,
    whole: Whole,
    round: Round,
    zone: String,
    team: Option<String>,
    carries: Option<String>,
    may: May,
    mine: Option<u8>,
    late: bool,
    /// Whether this reader's side is asked for advice only.
    advises: bool,
    today: jiff::civil::Date,
    letters: usize,
    /// Who gets one of them.
    hearers: Vec<Hearer>,
    /// Why it was taken back.
    reason: Option<String>,
    /// What carries it out.
    actions: Vec<Action>,
    acts: bool,
    /// What became of it at the end of each cycle.
    history: Vec<cycle::Passage>,
}

/// What this reader could do here now.
#[derive(Debug, Default, Clone, Copy)]
struct May {
    edit: bool,
    open: bool,
    answer: bool,
    aside: bool,
    paper: bool,
    reveal: bool,
    amend: bool,
    end: bool,
    withdraw: bool,
    again: bool,
    say: bool,
    low: bool,
    told: bool,
}

impl May {
    fn of(seat: &Seat, whole: &Whole, hand: &Hand, now: Moment) -> Self {
        let state = whole.decision.state;
        let writes = seat.could(Right::WriteDecision);
        let runs = writes && whole.may_run(hand);
        let ends = writes && whole.may_end(hand);
        let shown = whole.round().is_some_and(|round| round.outcome.is_some());
        let asked = seat.could(Right::AnswerDecision);
        let own = hand.party.filter(|_| seat.could(Right::StandAside));
        Self {
            edit: writes && matches!(state, State::Draft | State::Parked),
            open: runs && state == State::Draft,
            answer: asked && whole.may_answer(hand.member, whole.decision.version, now).is_ok(),
            aside: own.is_some_and(|party| whole.side_to_stand_aside(party).is_ok()),
            paper: asked && hand.lead && state == State::Open,
            reveal: writes && whole.may_show(hand) && whole.may_reveal().is_ok(),
            amend: writes && whole.may_reword(hand) && whole.may_amend().is_ok(),
            end: ends && state == State::Revealed,
            withdraw: ends && matches!(state, State::Draft | State::Parked | State::Open | State::Frozen),
            again: writes && !state.is_under_way() && state != State::Draft && state != State::Parked,
            say: asked && shown && whole.answer_of(hand.member).is_some(),
            low: whole.answered_low(hand.member) && !whole.spoke_up(hand.member),
            told: runs && shown,
        }
    }
}

impl View {
    fn is(&self, code: &str) -> bool {
        self.whole.decision.state.code() == code
    }

    fn chip(&self) -> &'static str {
        shown::chip(self.whole.decision.state)
    }

    fn state(&self) -> &'static str {
        shown::state(&self.w, self.whole.decision.state)
    }

    fn day(&self, at: Moment) -> String {
        self.w.date(at.civil(&self.zone).date())
    }

    /// The last whole day of what waits.
    fn last_day(&self) -> String {
        self.whole.decision.until.map(|until| self.day(until.plus(-1))).unwrap_or_default()
    }

    fn since(&self) -> String {
        self.day(self.whole.decision.since)
    }

    fn mine(&self) -> Option<String> {
        self.mine.map(|fingers| self.w.decision_mine(i64::from(fingers)))
    }

    fn last_answer_day(&self) -> String {
        self.w.date(self.whole.decision.terms.answer_on)
    }

    fn asked_line(&self) -> String {
        let (asker, day) = (&self.whole.decision.asker, self.day(self.whole.decision.begun_at));
        match &self.team {
            _ if self.is("draft") || self.is("parked") => self.w.decision_drafted(asker, day),
            Some(team) => self.w.decision_asked_in(asker, day, team),
            None => self.w.decision_asked(asker, day),
        }
    }

    /// The language it is written in, where that is not the reader's.
    fn other_language(&self) -> Option<words::Lang> {
        Some(self.whole.decision.language).filter(|language| *language != self.w.lang())
    }

    /// Whether it went to whoever settles it, and nobody has said here who takes it up.
    fn left_open(&self) -> bool {
        let terms = &self.whole.decision.terms;
        self.is("not-agreed") && terms.fallback == Fallback::Refer && self.actions.is_empty()
    }

    /// Whether this reader's side asked it.
    fn asks(&self) -> bool {
        self.may.end || self.may.withdraw
    }

    fn seen(&self) -> &'static str {
        match self.round.outcome {
            Some(_) => shown::seen_now(&self.w, self.whole.decision.terms.seen),
            None => shown::seen(&self.w, self.whole.decision.terms.seen),
        }
    }

    /// Told first: with one person for a side, a count for the side is that person's answer.
    fn alone(&self) -> Option<String> {
        let alone = self.whole.parties_of_one();
        (self.whole.decision.terms.seen == Seen::ByParty && !alone.is_empty())
            .then(|| self.w.decision_seen_alone(self.w.list(&alone)))
    }

    fn rule(&self) -> String {
        shown::rule(&self.w, &self.whole.decision.terms)
    }

    fn level(&self) -> &'static str {
        shown::level(&self.w, self.whole.decision.terms.level)
    }

    fn fallback(&self) -> String {
        shown::fallback_at(&self.w, &self.whole.decision.terms, self.today)
    }

    fn scale(&self) -> Vec<(String, String, &'static str)> {
        shown::scale(&self.w, &self.whole.decision.terms)
    }

    /// Who does what by when, for the list of facts.
    fn facts(&self) -> Vec<(&'static str, String)> {
        let (w, terms) = (&self.w, &self.whole.decision.terms);
        let mut facts = Vec::new();
        if let Some(name) = &self.carries {
            facts.push((w.decision_fact_carries(), name.clone()));
        }
        let days = [
            (w.decision_fact_by(), terms.act_on),
            (w.decision_fact_review(), terms.review_on),
            (w.decision_fact_ends(), terms.ends_on),
        ];
        facts.extend(days.into_iter().filter_map(|(label, day)| Some((label, w.date(day?)))));
        facts
    }

    /// Who does an action, and by when.
    fn does(&self, action: &Action) -> String {
        self.w.decision_action_by(self.w.date(action.due), &action.name)
    }

    fn count(&self) -> String {
        let (given, asked) = self.whole.count();
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        self.w.decision_count(number(asked), number(given))
    }

    /// Each side that is asked: how many may answer, and whether it stands aside. Never who answered.
    fn waits(&self) -> Vec<(String, String, &'static str)> {
        let w = &self.w;
        let (given, asked) = self.whole.count();
        let say = |side: &crate::act::decision::Side| {
            let people = i64::try_from(self.whole.answerers_of(side.party).count()).unwrap_or(i64::MAX);
            match &side.aside {
                Some((by, at)) => (w.decision_side_aside(by, self.day(*at)), "done"),
                None if people == 0 => (w.decision_side_vacant().to_owned(), "silent"),
                // Once everybody has answered, that says nothing of anybody.
                None if given == asked => (w.decision_side_all().to_owned(), "done"),
                None if !side.must_agree => (w.decision_side_advises(people), "waiting"),
                None => (w.decision_side_asked(people), "waiting"),
            }
        };
        self.whole
            .sides
            .iter()
            .map(|side| {
                let (says, state) = say(side);
                (side.name.clone(), says, state)
            })
            .collect()
    }

    fn sides(&self, round: &Round) -> Vec<SideShown> {
        let reached = round.outcome.as_ref();
        reached.map(|reached| shown::sides(&self.w, &self.whole, round.number, reached)).unwrap_or_default()
    }

    fn came(&self, round: &Round) -> String {
        round.outcome.as_ref().map(|reached| shown::sentence(&self.w, reached)).unwrap_or_default()
    }

    fn earlier(&self) -> impl Iterator<Item = &Round> {
        self.whole.rounds.iter().filter(|round| round.number < self.whole.decision.round)
    }

    fn before(&self) -> Option<&Round> {
        self.earlier().last()
    }

    fn dissent(&self) -> Vec<&Word> {
        self.whole.words.iter().filter(|word| word.kept).collect()
    }

    fn said(&self, round: &i64) -> Vec<&Word> {
        self.whole.words.iter().filter(|word| !word.kept && word.round == *round).collect()
    }

    fn by(&self, word: &Word) -> String {
        shown::by(&self.w, word)
    }

    fn hows(&self) -> Vec<(&'static str, &'static str, &'static str)> {
        let w = &self.w;
        let mut hows = Vec::new();
        if self.may.say {
            hows.push(("signed", w.decision_how_signed(), ""));
        }
        if self.may.told {
            hows.push(("told", w.decision_how_told(), w.decision_how_told_means()));
        }
        hows
    }

    fn boundary(&self) -> &'static str {
        shown::boundary(&self.w, self.whole.decision.terms.boundary)
    }

    fn belongs_elsewhere(&self) -> bool {
        self.whole.decision.terms.boundary != Boundary::Clear
    }

    /// The form keeps what was chosen under this name until it is accepted.
    fn keep(&self) -> String {
        format!("decision-{}-{}", self.whole.decision.id, self.whole.decision.version)
    }
}

/// `GET …/decisions/{decision}`.
pub(super) async fn page(ask: Ask, Path(which): Path<Which>) -> Reply {
    show(&view(&ask, which, None).await?)
}

/// The page again, with what a rule said.
pub(super) async fn again(ask: &Ask, which: Which, form: Form) -> Reply {
    refused(&view(ask, which, Some(form)).await?)
}

async fn view(ask: &Ask, which: Which, typed: Option<Form>) -> Result<View, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    let (w, now) = (seat.words(&ask.w), ask.site.now());
    let whole = read::whole(&mut tx, which.partnership, which.decision).await?;
    let hand = read::hand(&mut tx, &seat, &whole.decision).await?;
    let may = May::of(&seat, &whole, &hand, now);
    let mine = whole.answer_of(hand.member).map(|given| given.fist.fingers());
    let form = match typed {
        Some(form) => form.of_version(whole.decision.version),
        None => {
            let form = Form::blank(ask).of_version(whole.decision.version);
            let form = form.with("how", if may.say { "signed" } else { "told" });
            mine.iter().fold(form, |form, fingers| form.with("fingers", fingers.to_string()))
        }
    };
    let carries = match whole.decision.terms.act_by {
        Some(member) => name_of(&mut tx, which.partnership, member).await?,
        None => None,
    };
    let team = match whole.decision.team {
        Some(id) => Some(team::one(&mut tx, which.partnership, id).await?.name),
        None => None,
    };
    let mark = record::mark_of(&mut tx, which.decision).await?;
    let round = whole.round().ok_or(Error::Unseen)?.clone();
    let title = round.question.clone();
    let history = cycle::history(&mut tx, &w, which.partnership, which.decision).await?;
    let asked = if may.open { asked_if_opened(&mut tx, &seat, &whole).await? } else { Vec::new() };
    let letters = asked.len();
    let since = whole.decision.since;
    let reason = match whole.decision.state {
        State::Withdrawn => {
            record::words_of(&mut tx, which.decision, "decision.withdrawn", since, "reason").await?
        }
        _ => None,
    };
    let hearers = match asked.is_empty() {
        true => Vec::new(),
        false => letters::hearers(&mut tx, &seat, &w, |line| asked.contains(&line.id)).await?,
    };
    Ok(View {
        reason,
        page: Page::new(ask, title).within(&seat).marked(mark).live(),
        path: which.path(),
        form,
        round,
        zone: seat.partnership().zone.clone(),
        team,
        carries,
        may,
        mine,
        late: whole.decision.state == State::Open && whole.decision.until.is_some_and(|until| now >= until),
        advises: whole.sides.iter().any(|side| Some(side.party) == hand.party && !side.must_agree),
        today: now.civil(&seat.partnership().zone).date(),
        letters,
        hearers,
        actions: action::of_decision(&mut tx, which.partnership, which.decision).await?,
        acts: seat.could(Right::Meet),
        history,
        whole,
        w,
    })
}

async fn name_of(tx: &mut db::Tx, partnership: Uuid, member: Uuid) -> Result<Option<String>, Error> {
    Ok(membership::seat_of(tx, partnership, member).await?.map(|line| line.name))
}

/// The seats that get a letter when it is opened.
async fn asked_if_opened(tx: &mut db::Tx, seat: &Seat, whole: &Whole) -> Result<Vec<Uuid>, Error> {
    let asked = read::to_ask(tx, seat.partnership().id, &whole.decision).await?;
    Ok(asked.iter().flat_map(|(_, lines)| lines.iter().map(|line| line.id)).collect())
}
