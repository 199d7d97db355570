//! The page: six questions while statements are awaited, the picture once they are shown, and what members say.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;
use words::Words;

use super::rules::{Item, Level};
use super::{Round, State, commands, settle, store, words as said};
use crate::access::{Policy, Right, Seat};
use crate::error::Error;
use crate::front;
use crate::people::membership::{self, Party};
use crate::record;
use crate::site::Moment;
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, refused, reply, show, tried};

mod asked;
mod reveal;

use asked::Members;
use reveal::Reveal;
use said::Table;

const SEE: Policy = Policy::Seat(Right::See);
const STATE: Policy = Policy::Seat(Right::StateReadiness);
const ANSWER: Policy = Policy::Seat(Right::AnswerReadiness);

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/p/{partnership}/readiness", SEE, show_page)
        .post("/p/{partnership}/readiness", STATE, state)
        .post("/p/{partnership}/readiness/show", STATE, show_without)
        .post("/p/{partnership}/readiness/members", STATE, ask_members)
        .get("/p/{partnership}/readiness/mine", ANSWER, mine_page)
        .post("/p/{partnership}/readiness/mine", ANSWER, answer)
        .get("/p/{partnership}/readiness/{round}", SEE, earlier)
}

/// Who has answered and who has not, with the dates.
struct Line {
    state: &'static str,
    party: String,
    says: String,
}

/// What the form for a statement or for one's own answers needs.
struct Questions {
    title: String,
    action: String,
    items: Vec<Question>,
    version: Option<i64>,
    button: String,
}

struct Question {
    code: &'static str,
    words: String,
    /// What another lead of the party has saved meanwhile.
    now: Option<String>,
    levels: Vec<(&'static str, &'static str)>,
}

#[derive(Template)]
#[template(path = "prepare/readiness/show.html")]
struct View {
    page: Page,
    w: Words,
    path: String,
    form: Form,
    stale: bool,
    advises: bool,
    closed: bool,
    questions: Option<Questions>,
    waiting: Vec<Line>,
    silence: Option<String>,
    may_show: bool,
    own: Vec<(String, &'static str)>,
    reveal: Option<Reveal>,
    members: Option<Members>,
    earlier: Vec<(Uuid, String)>,
}

async fn show_page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    show(&view(&ask, id, Form::blank(&ask), false).await?)
}

async fn view(ask: &Ask, id: Uuid, form: Form, stale: bool) -> Result<View, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let (w, now) = (seat.words(&ask.w), ask.site.now());
    let rounds = store::all(&mut tx, id).await?;
    let parties = membership::parties(&mut tx, id).await?;
    let table = Table::of(&parties);
    let round = settle::round_now(&mut tx, id).await?;
    let own = seat.membership().and_then(|m| m.party.as_ref());
    let said_by_own = round.as_ref().and_then(|round| own.and_then(|party| round.of(party.id)));
    let zone = seat.partnership().zone.clone();
    let waits = round.as_ref().filter(|round| round.state != State::Revealed);
    let may_state = seat.could(Right::StateReadiness) && said_by_own.is_none_or(|one| one.shown_at.is_none());
    let questions = own.filter(|_| may_state).map(|party| Questions {
        title: w.readiness_form_title(&party.name),
        action: format!("/p/{id}/readiness"),
        items: Item::ALL
            .map(|item| question(&w, item, said_by_own.filter(|_| stale).map(|s| s.answers.of(item)), &table))
            .into(),
        version: Some(said_by_own.map_or(0, |one| one.version)),
        button: match said_by_own {
            Some(_) => w.readiness_save_change().to_owned(),
            None => w.readiness_save(&party.name),
        },
    });
    let about = round.as_ref().or(rounds.first()).map(|round| round.id);
    let mark = match about {
        Some(about) => record::mark_of(&mut tx, about).await?,
        None => None,
    };
    let shown: Vec<&Round> = rounds.iter().filter(|one| one.state == State::Revealed).collect();
    let current = round.as_ref().filter(|round| round.state == State::Revealed);
    let reveal = match current {
        Some(round) => {
            let stand = front::stand(&ask.site, &mut tx, id).await?;
            reveal::of(&seat, &w, (round, before(&shown, round.number)), &parties, Some(&stand))
        }
        None => None,
    };
    let members = match current {
        Some(round) => asked::of(&mut tx, &seat, &w, (round, &table), now).await?,
        None => None,
    };
    // One form at a time: a side's late statement first, then one's own answers.
    let mine = members.as_ref().and_then(|members| members.mine.as_ref()).filter(|_| !may_state);
    let form = match (said_by_own, mine) {
        (Some(one), _) if may_state => {
            kept(form, &Item::ALL.map(|item| (item.code(), one.answers.of(item).code())))
        }
        (_, Some(mine)) => kept(form, &mine.chosen),
        _ => form,
    };
    let day = |at: Moment| w.date(at.civil(&zone).date());
    let last = |at: Moment| day(at.plus(-1));
    Ok(View {
        page: Page::new(ask, w.readiness_title()).within(&seat).marked(mark).live(),
        path: format!("/p/{id}/readiness"),
        stale,
        advises: own.is_some_and(|party| !party.must_agree),
        closed: round.is_none() && rounds.first().is_some_and(|one| one.state == State::Closed),
        waiting: waits.map_or_else(Vec::new, |round| lines(&w, round, &parties, &day, &last)),
        silence: waits.map(|round| match round.state {
            State::Late => w.readiness_silence_late(last(round.answer_by)),
            _ => w.readiness_silence(last(round.answer_by)),
        }),
        may_show: may_state
            && waits.is_some_and(|round| round.state == State::Late)
            && said_by_own.is_some_and(|one| one.alone_at.is_none()),
        own: match said_by_own.filter(|one| one.shown_at.is_none()) {
            Some(one) => Item::ALL
                .map(|item| (said::item_words(&w, item, &table), said::level(&w, one.answers.of(item))))
                .into(),
            None => Vec::new(),
        },
        earlier: shown
            .iter()
            .filter(|one| current.is_none_or(|now| now.id != one.id))
            .map(|one| {
                (one.id, w.readiness_earlier_of(one.cycle, day(one.revealed_at.unwrap_or(one.begun_at))))
            })
            .collect(),
        questions,
        reveal,
        members,
        form,
        w,
    })
}

/// The form with what was kept in the fields where nothing was typed.
fn kept(form: Form, chosen: &[(&'static str, &'static str)]) -> Form {
    chosen.iter().fold(form, |form, (item, level)| match form.value(item) {
        "" => form.with(item, *level),
        _ => form,
    })
}

/// The round shown before this one.
fn before<'r>(shown: &[&'r Round], number: i64) -> Option<&'r Round> {
    shown.iter().find(|one| one.number < number).copied()
}

fn question(w: &Words, item: Item, now: Option<Level>, table: &Table) -> Question {
    Question {
        code: item.code(),
        words: said::item_words(w, item, table),
        now: now.map(|level| w.readiness_stale_now(said::level(w, level))),
        levels: Level::ALL.map(|level| (level.code(), said::level(w, level))).into(),
    }
}

fn lines(
    w: &Words,
    round: &Round,
    parties: &[Party],
    day: &dyn Fn(Moment) -> String,
    last: &dyn Fn(Moment) -> String,
) -> Vec<Line> {
    let mut lines: Vec<Line> = round
        .statements
        .iter()
        .map(|one| Line {
            state: "done",
            party: one.party_name.clone(),
            says: match one.alone_at {
                Some(_) => w.readiness_would_show().to_owned(),
                None => w.readiness_said(&one.name, day(one.at)),
            },
        })
        .collect();
    let (since, until) = (day(round.begun_at), last(round.answer_by));
    lines.extend(round.silent(parties).into_iter().map(|party| Line {
        state: "waiting",
        party: party.name.clone(),
        says: match party.joined_at {
            Some(_) => w.readiness_awaited(&since, &until),
            None => w.readiness_not_here(&since, &until),
        },
    }));
    lines.sort_by(|one, other| one.party.cmp(&other.party));
    lines
}

async fn state(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::state(&mut act, &seat, &form.input()?, form.version()?).await;
    if matches!(outcome, Err(Error::Stale { .. })) {
        drop(act);
        return reply::page(StatusCode::CONFLICT, &view(&ask, id, form, true).await?);
    }
    match tried(outcome, &form, &w)? {
        Ok(true) => ask.done(act, &form, format!("/p/{id}/readiness"), w.readiness_done_shown()).await,
        Ok(false) => ask.done(act, &form, format!("/p/{id}/readiness"), w.readiness_done_first()).await,
        Err(form) => again(&ask, id, act, form).await,
    }
}

async fn show_without(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::show_without(&mut act, &seat).await, &form, &w)? {
        Ok(true) => ask.done(act, &form, format!("/p/{id}/readiness"), w.readiness_done_shown()).await,
        Ok(false) => ask.done(act, &form, format!("/p/{id}/readiness"), w.readiness_done_alone()).await,
        Err(form) => again(&ask, id, act, form).await,
    }
}

async fn ask_members(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::ask_members(&mut act, &seat).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, format!("/p/{id}/readiness"), w.readiness_members_done_asked()).await,
        Err(form) => again(&ask, id, act, form).await,
    }
}

#[derive(Template)]
#[template(path = "prepare/readiness/mine.html")]
struct MineView {
    page: Page,
    w: Words,
    path: String,
    form: Form,
    mine: Option<asked::Mine>,
}

/// One's own six questions and nothing else: what others answered is on the other page.
async fn mine_view(ask: &Ask, id: Uuid, form: Form) -> Result<MineView, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let (w, now) = (seat.words(&ask.w), ask.site.now());
    let shown = settle::round_now(&mut tx, id).await?.filter(|round| round.state == State::Revealed);
    let table = Table::of(&membership::parties(&mut tx, id).await?);
    let mine = match shown {
        Some(round) => {
            asked::of(&mut tx, &seat, &w, (&round, &table), now).await?.and_then(|members| members.mine)
        }
        None => None,
    };
    let form = match &mine {
        Some(mine) => kept(form, &mine.chosen),
        None => form,
    };
    Ok(MineView {
        page: Page::new(ask, w.readiness_mine_title()).within(&seat),
        path: format!("/p/{id}/readiness"),
        form,
        mine,
        w,
    })
}

async fn mine_page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    show(&mine_view(&ask, id, Form::blank(&ask)).await?)
}

async fn answer(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::answer(&mut act, &seat, &form.input()?).await, &form, &w)? {
        Ok(until) => {
            let day = w.date(until.plus(-1).civil(&seat.partnership().zone).date());
            ask.done(act, &form, format!("/p/{id}/readiness"), w.readiness_mine_done(day)).await
        }
        Err(form) => {
            drop(act);
            refused(&mine_view(&ask, id, form).await?)
        }
    }
}

async fn again(ask: &Ask, id: Uuid, act: crate::site::Act, form: Form) -> Reply {
    drop(act);
    refused(&view(ask, id, form, false).await?)
}

#[derive(Template)]
#[template(path = "prepare/readiness/earlier.html")]
struct Earlier {
    page: Page,
    w: Words,
    path: String,
    reveal: Reveal,
}

async fn earlier(ask: Ask, Path((id, round)): Path<(Uuid, Uuid)>) -> Reply {
    let mut tx = ask.look().await?;
    let seat: Seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let rounds = store::all(&mut tx, id).await?;
    let parties = membership::parties(&mut tx, id).await?;
    let shown: Vec<&Round> = rounds.iter().filter(|one| one.state == State::Revealed).collect();
    let one = shown.iter().find(|one| one.id == round).copied().ok_or(Error::Unseen)?;
    let reveal =
        reveal::of(&seat, &w, (one, before(&shown, one.number)), &parties, None).ok_or(Error::Unseen)?;
    let mark = record::mark_of(&mut tx, round).await?;
    let page = Page::new(&ask, w.readiness_title()).within(&seat).marked(mark);
    show(&Earlier { page, path: format!("/p/{id}/readiness"), reveal, w })
}
