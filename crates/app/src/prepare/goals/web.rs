//! The page of interests and goals, the form kept in one browser, the sheet to print, and the form of a goal.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;
use words::Words;

use super::{Goal, Interest, MOST, commands, store};
use crate::access::{Policy, Right, Seat};
use crate::error::Error;
use crate::people::acceptance::{self, Shown};
use crate::people::membership::{self, Party};
use crate::reflect::cycle;
use crate::text::markdown;
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, refused, reply, show, tried};

const SEE: Policy = Policy::Seat(Right::See);
const WRITE: Policy = Policy::Seat(Right::Prepare);
const MARK: Policy = Policy::Seat(Right::AnswerJoint);
const PUT: Policy = Policy::Seat(Right::ProposeJoint);

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/p/{partnership}/goals", SEE, page)
        .get("/p/{partnership}/goals/sheet", SEE, sheet)
        .get("/p/{partnership}/goals/interests", WRITE, interests)
        .post("/p/{partnership}/goals/interests", WRITE, share)
        .post("/p/{partnership}/goals/mark", MARK, mark)
        .get("/p/{partnership}/goals/new", WRITE, new)
        .post("/p/{partnership}/goals/new", WRITE, add)
        .get("/p/{partnership}/goals/{goal}", WRITE, edit)
        .post("/p/{partnership}/goals/{goal}", WRITE, change)
        .post("/p/{partnership}/goals/{goal}/ask", PUT, put)
        .post("/p/{partnership}/goals/{goal}/drop", PUT, give_up)
}

/// A goal, how the sides stand on it, and the cycles it came through.
type Stands = (Goal, Shown, Vec<cycle::Passage>);

#[derive(Template)]
#[template(path = "prepare/goals/show.html")]
struct View {
    page: Page,
    w: Words,
    form: Form,
    by_party: Vec<(String, Vec<Line>)>,
    shared: Vec<Line>,
    goals: Vec<Stands>,
    earlier: Vec<Stands>,
    may_write: bool,
    may_share: bool,
    may_add: bool,
}

/// An interest as one reader sees it.
struct Line {
    id: Uuid,
    body: String,
    party: String,
    others: Vec<String>,
    /// Whether the reader may say it is theirs as well; and whether they did.
    mine: Option<bool>,
}

impl View {
    fn html(&self, text: &str) -> String {
        markdown(text)
    }
}

fn line(one: &Interest, parties: &[Party], own: Option<Uuid>) -> Line {
    let name = |id: &Uuid| parties.iter().find(|p| p.id == *id).map_or("", |p| p.name.as_str()).to_owned();
    Line {
        id: one.id,
        body: one.body.clone(),
        party: name(&one.party),
        others: one.marked.iter().map(name).collect(),
        mine: own.filter(|own| *own != one.party).map(|own| one.marked.contains(&own)),
    }
}

async fn view(ask: &Ask, id: Uuid, form: Form) -> Result<View, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let (w, now) = (seat.words(&ask.w), ask.site.now());
    let mut parties = membership::parties(&mut tx, id).await?;
    parties.sort_by_key(|party| party.name.to_lowercase());
    let must_agree: Vec<Uuid> = parties.iter().filter(|p| p.counts()).map(|p| p.id).collect();
    let own = seat.could(Right::AnswerJoint).then(|| seat.party().ok().map(|p| p.id)).flatten();
    let all = store::interests(&mut tx, id).await?;
    let (shared, apart): (Vec<_>, Vec<_>) = all.iter().partition(|one| one.is_shared(&must_agree));
    let of = |party: &Party| {
        let lines: Vec<Line> =
            apart.iter().filter(|one| one.party == party.id).map(|one| line(one, &parties, own)).collect();
        (party.name.clone(), lines)
    };
    let by_party = parties.iter().map(of).filter(|(_, lines)| !lines.is_empty()).collect();
    let current = cycle::current(&mut tx, id).await?;
    let now_here = cycle::carried_into(&mut tx, id, current).await?;
    let (mut goals, mut earlier) = (Vec::new(), Vec::new());
    for goal in store::goals(&mut tx, id).await? {
        let carried = now_here.contains(&goal.id);
        let over = goal.dropped || !(goal.cycle == current || carried);
        let at = if goal.dropped { String::new() } else { format!("/p/{id}/goals/{}/ask", goal.id) };
        let shown = acceptance::shown(&mut tx, &seat, &w, (goal.id, goal.version), at, now).await?;
        let history = cycle::history(&mut tx, &w, id, goal.id).await?;
        if over { earlier.push((goal, shown, history)) } else { goals.push((goal, shown, history)) }
    }
    let mut page = Page::new(ask, w.goals_title()).within(&seat);
    page.live = Some(format!("/p/{id}/live"));
    Ok(View {
        page,
        by_party,
        shared: shared.into_iter().map(|one| line(one, &parties, own)).collect(),
        may_write: seat.could(Right::Prepare),
        may_share: seat.could(Right::Prepare) && seat.party().is_ok(),
        may_add: seat.could(Right::Prepare) && goals.len() < MOST,
        goals,
        earlier,
        form,
        w,
    })
}

async fn page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    show(&view(&ask, id, Form::blank(&ask)).await?)
}

#[derive(Template)]
#[template(path = "prepare/goals/sheet.html")]
struct SheetView {
    page: Page,
    w: Words,
    place: String,
}

impl SheetView {
    fn parts(&self) -> [(&'static str, &'static str); 4] {
        let w = &self.w;
        [
            (w.goals_sheet_care(), w.goals_sheet_care_hint()),
            (w.goals_sheet_why(), w.goals_sheet_why_hint()),
            (w.goals_sheet_worry(), w.goals_sheet_worry_hint()),
            (w.goals_sheet_tell(), w.goals_sheet_tell_hint()),
        ]
    }
}

async fn sheet(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let place = seat.partnership().name.clone();
    show(&SheetView { page: Page::new(&ask, w.goals_sheet_title()).within(&seat), place, w })
}

#[derive(Template)]
#[template(path = "prepare/goals/interests.html")]
struct InterestsView {
    page: Page,
    w: Words,
    form: Form,
}

fn interests_view(ask: &Ask, seat: &Seat, form: Form) -> InterestsView {
    let w = seat.words(&ask.w);
    InterestsView { page: Page::new(ask, w.goals_interests_title()).within(seat), form, w }
}

async fn interests(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    seat.party()?;
    show(&interests_view(&ask, &seat, Form::blank(&ask)))
}

async fn share(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::share(&mut act, &seat, &form.input()?).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, format!("/p/{id}/goals"), w.goals_done_shared()).await,
        Err(form) => {
            drop(act);
            refused(&interests_view(&ask, &seat, form))
        }
    }
}

async fn mark(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    commands::mark(&mut act, &seat, &form.input()?).await?;
    let said = seat.words(&ask.w).goals_done_marked();
    ask.done(act, &form, format!("/p/{id}/goals"), said).await
}

#[derive(Template)]
#[template(path = "prepare/goals/write.html")]
struct WriteView {
    page: Page,
    w: Words,
    form: Form,
    action: String,
    /// What somebody else saved meanwhile.
    theirs: Option<Goal>,
    /// Whether an edit opens something again.
    reopens: bool,
}

fn write_view(ask: &Ask, seat: &Seat, goal: Option<Uuid>, form: Form) -> WriteView {
    let w = seat.words(&ask.w);
    let id = seat.partnership().id;
    WriteView {
        page: Page::new(ask, if goal.is_some() { w.goals_edit_title() } else { w.goals_new_title() })
            .within(seat),
        action: goal.map_or_else(|| format!("/p/{id}/goals/new"), |goal| format!("/p/{id}/goals/{goal}")),
        theirs: None,
        reopens: goal.is_some(),
        form,
        w,
    }
}

async fn new(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    show(&write_view(&ask, &seat, None, Form::blank(&ask)))
}

async fn add(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::write(&mut act, &seat, None, &form.input()?).await, &form, &w)? {
        Ok(_) => ask.done(act, &form, format!("/p/{id}/goals"), w.goals_done_written()).await,
        Err(form) => {
            drop(act);
            refused(&write_view(&ask, &seat, None, form))
        }
    }
}

#[derive(Deserialize)]
struct Which {
    partnership: Uuid,
    goal: Uuid,
}

async fn edit(ask: Ask, Path(which): Path<Which>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    let goal = store::goal(&mut tx, which.partnership, which.goal).await?;
    let form = Form::blank(&ask)
        .of_version(goal.version)
        .with("title", goal.title)
        .with("why", goal.why)
        .with("know", goal.know);
    show(&write_view(&ask, &seat, Some(goal.id), form))
}

async fn change(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let stands = store::goal(&mut act, which.partnership, which.goal).await?;
    let from = Some((which.goal, form.version()?));
    let outcome = commands::write(&mut act, &seat, from, &form.input()?).await;
    if matches!(outcome, Err(Error::Stale { .. })) {
        drop(act);
        let mut view = write_view(&ask, &seat, Some(which.goal), form.of_version(stands.version));
        view.theirs = Some(stands);
        return reply::page(StatusCode::CONFLICT, &view);
    }
    match tried(outcome, &form, &w)? {
        Ok(_) => {
            ask.done(act, &form, format!("/p/{}/goals", which.partnership), w.goals_done_written()).await
        }
        Err(form) => {
            drop(act);
            refused(&write_view(&ask, &seat, Some(which.goal), form))
        }
    }
}

async fn put(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::ask(&mut act, &seat, which.goal, &form.input()?).await, &form, &w)? {
        Ok(()) => {
            ask.done(act, &form, format!("/p/{}/goals", which.partnership), w.acceptance_asked_done()).await
        }
        Err(form) => {
            drop(act);
            refused(&view(&ask, which.partnership, form).await?)
        }
    }
}

async fn give_up(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::give_up(&mut act, &seat, which.goal).await, &form, &w)? {
        Ok(()) => {
            ask.done(act, &form, format!("/p/{}/goals", which.partnership), w.goals_done_dropped()).await
        }
        Err(form) => {
            drop(act);
            refused(&view(&ask, which.partnership, form).await?)
        }
    }
}
