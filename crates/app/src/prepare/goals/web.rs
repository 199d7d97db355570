//! The page of interests and goals, the form kept in one browser, the sheet to print, and the form of a goal.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;
use words::Words;

use super::{Goal, Interest, MOST, Way, commands, store};
use crate::access::{Policy, Right, Seat};
use crate::error::Error;
use crate::people::acceptance::{self, Shown};
use crate::people::joint::{self, Pending};
use crate::people::membership::{self, Party};
use crate::reflect::cycle;
use crate::text::markdown;
use crate::web::routes::Routes;
use crate::web::{Ask, Confirm, Form, Page, Reply, refused, reply, show, tried};

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
        .get("/p/{partnership}/goals/{goal}/drop", WRITE, ask_give_up)
        .post("/p/{partnership}/goals/{goal}/drop", WRITE, give_up)
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
    goals: Vec<(Goal, Shown, Ending, Vec<cycle::Passage>)>,
    earlier: Vec<Stands>,
    may_write: bool,
    may_share: bool,
    may_add: bool,
}

/// How a goal may be given up by the reader, and the question about it that is open.
struct Ending {
    way: Option<Way>,
    pending: Option<(Pending, String)>,
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
        if over {
            earlier.push((goal, shown, history));
            continue;
        }
        let about = |proposal: &joint::Proposal| commands::is_about(proposal, goal.id);
        let pending = match joint::pending(&mut tx, &seat, &w, now, about).await? {
            Some(one) => Some((one, store::reason(&mut tx, id, goal.id).await?.unwrap_or_default())),
            None => None,
        };
        let way = if pending.is_some() { None } else { commands::way(&mut tx, &seat, &goal).await? };
        goals.push((goal, shown, Ending { way, pending }, history));
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

/// The page that says what giving a goal up means, as things stand.
async fn give_up_view(ask: &Ask, which: &Which, form: Form) -> Result<Confirm, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    let w = seat.words(&ask.w);
    let goal = store::goal(&mut tx, which.partnership, which.goal).await?;
    let way = commands::way(&mut tx, &seat, &goal).await?.ok_or(Error::Forbidden)?;
    let title = match way {
        Way::TakeBack => w.goals_take_back_title(),
        Way::Together => w.goals_give_up_title(),
    };
    let goals = format!("/p/{}/goals", which.partnership);
    let to = format!("{goals}/{}/drop", goal.id);
    let page = Page::new(ask, title).within(&seat);
    let confirm = Confirm::new(page, w, form, to, goals).about(goal.title).with("way", way.code());
    Ok(match way {
        Way::TakeBack => confirm
            .says(w.goals_take_back_open())
            .says(w.goals_take_back_ends())
            .says(w.goals_take_back_seen())
            .button(w.goals_to_drop()),
        Way::Together => confirm
            .says(w.goals_give_up_yes())
            .says(w.goals_give_up_asked())
            .says(w.goals_give_up_stands())
            .reason(w.goals_give_up_reason())
            .days()
            .button(w.goals_give_up_button()),
    })
}

async fn ask_give_up(ask: Ask, Path(which): Path<Which>) -> Reply {
    show(&give_up_view(&ask, &which, Form::blank(&ask)).await?)
}

async fn give_up(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::give_up(&mut act, &seat, which.goal, &form.input()?).await, &form, &w)? {
        Ok(way) => {
            let said = match way {
                Way::TakeBack => w.goals_done_taken_back(),
                Way::Together => w.goals_done_asked_give_up(),
            };
            ask.done(act, &form, format!("/p/{}/goals", which.partnership), said).await
        }
        Err(form) => {
            drop(act);
            refused(&give_up_view(&ask, &which, form).await?)
        }
    }
}
