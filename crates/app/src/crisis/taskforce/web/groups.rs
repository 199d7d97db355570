//! A group's page, with its co-leads and questions, and the page on which a question is worked on.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use words::Words;

use super::frame::{At, Frame};
use crate::access::{Right, Seat};
use crate::crisis::Group;
use crate::crisis::taskforce::store::Question;
use crate::crisis::taskforce::{Side, commands, store, works_in};
use crate::error::Error;
use crate::people::membership::{self, Role};
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

/// A chair as the page shows it.
struct Sits {
    side: &'static str,
    name: Option<String>,
    party: String,
}

/// A question as the page shows it.
struct Asked {
    question: Question,
    words: String,
    state: String,
}

#[derive(Template)]
#[template(path = "crisis/taskforce/group.html")]
struct View {
    page: Page,
    w: Words,
    frame: Frame,
    form: Form,
    code: &'static str,
    chairs: Vec<Sits>,
    questions: Vec<Asked>,
    works: bool,
    people: Vec<(String, String)>,
}

fn state(w: &Words, code: &str) -> &'static str {
    match code {
        "answered" => w.crisis_question_answered(),
        "decided" => w.crisis_question_decided(),
        "revisit" => w.crisis_question_revisit(),
        _ => w.crisis_question_open(),
    }
}

fn chip(code: &str) -> &'static str {
    match code {
        "answered" | "decided" => "done",
        "revisit" => "due",
        _ => "waiting",
    }
}

impl View {
    fn chip(&self, asked: &Asked) -> &'static str {
        chip(&asked.question.state)
    }

    fn day(&self, day: &str) -> String {
        day.parse().map_or_else(|_| day.to_owned(), |day| self.w.date(day))
    }
}

/// Whom the reader could name for their own side, if it has a chair here.
async fn people(tx: &mut db::Tx, seat: &Seat) -> Result<Vec<(String, String)>, Error> {
    let Ok(own) = seat.party() else { return Ok(Vec::new()) };
    let place = seat.partnership().id;
    let party = membership::party(tx, place, own.id).await?;
    if !seat.could(Right::ActivateCrisis) || Side::of(party.kind).is_none() {
        return Ok(Vec::new());
    }
    let seats = membership::seats(tx, place).await?;
    let mine = seats.into_iter().filter(|line| line.party == Some(own.id) && line.role != Role::Observer);
    Ok(mine.map(|line| (line.id.to_string(), line.name)).collect())
}

async fn view(ask: &Ask, at: &At, form: Form) -> Result<View, Error> {
    let group = at.group()?;
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, at.partnership).await?;
    let w = seat.words(&ask.w);
    let frame = Frame::of(ask, &mut tx, &seat, at.crisis).await?;
    let chairs = store::chairs(&mut tx, at.crisis).await?;
    let sits = |side: &Side| {
        let found = chairs.iter().find(|c| c.group == group && c.side == *side);
        Sits {
            side: match side {
                Side::Management => w.crisis_side_management(),
                Side::Labor => w.crisis_side_labor(),
            },
            name: found.map(|c| c.name.clone()),
            party: found.map_or_else(String::new, |c| frame.party(&c.party).to_owned()),
        }
    };
    let mut questions = Vec::new();
    for question in store::questions(&mut tx, at.crisis, Some(group)).await? {
        let words = question.words(frame.crisis.playbook, w.lang())?;
        questions.push(Asked { words, state: state(&w, &question.state).to_owned(), question });
    }
    let works = frame.works && works_in(&mut tx, &seat, at.crisis, group).await?;
    let people = if frame.crisis.lives() { people(&mut tx, &seat).await? } else { Vec::new() };
    Ok(View {
        page: Page::new(ask, group.say(&w)).within(&seat),
        code: group.code(),
        chairs: Side::ALL.iter().map(sits).collect(),
        form,
        questions,
        works,
        people,
        frame,
        w,
    })
}

/// `GET …/groups/{group}`.
pub(super) async fn group_page(ask: Ask, Path(at): Path<At>) -> Reply {
    show(&view(&ask, &at, Form::blank(&ask)).await?)
}

/// `POST …/co-lead`.
pub(super) async fn name(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let group = at.group()?;
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::name(&mut act, &seat, at.crisis, group, &form.input()?).await, &form, &w)? {
        Ok(()) => {
            let back = at.path(&format!("/groups/{}", group.code()));
            ask.done(act, &form, back, w.crisis_done_named()).await
        }
        Err(form) => {
            drop(act);
            refused(&view(&ask, &at, form).await?)
        }
    }
}

/// `POST …/question`.
pub(super) async fn add(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let group = at.group()?;
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::add(&mut act, &seat, at.crisis, group, &form.input()?).await, &form, &w)? {
        Ok(()) => {
            let back = at.path(&format!("/groups/{}", group.code()));
            ask.done(act, &form, back, w.crisis_done_question()).await
        }
        Err(form) => {
            drop(act);
            refused(&view(&ask, &at, form).await?)
        }
    }
}

#[derive(Template)]
#[template(path = "crisis/taskforce/question.html")]
struct Edit {
    page: Page,
    w: Words,
    frame: Frame,
    form: Form,
    group: Group,
    at: At,
}

impl Edit {
    fn states(&self) -> Vec<(&'static str, &'static str, &'static str)> {
        commands::STATES.iter().map(|code| (*code, state(&self.w, code), "")).collect()
    }
}

async fn edit(ask: &Ask, at: &At, sent: Option<Form>) -> Result<Edit, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, at.partnership).await?;
    let w = seat.words(&ask.w);
    let frame = Frame::of(ask, &mut tx, &seat, at.crisis).await?;
    let stands = store::question(&mut tx, at.crisis, at.one).await?;
    if !works_in(&mut tx, &seat, at.crisis, stands.group).await? {
        return Err(Error::Forbidden);
    }
    let form = match sent {
        Some(form) => form,
        None => Form::blank(ask)
            .of_version(stands.version)
            .with("question", stands.words(frame.crisis.playbook, w.lang())?)
            .with("state", stands.state.clone())
            .with("answer", stands.answer.clone().unwrap_or_default())
            .with("owner", stands.owner.clone())
            .with("revisit_on", stands.revisit_on.clone().unwrap_or_default()),
    };
    let page = Page::new(ask, w.crisis_question_title()).within(&seat);
    Ok(Edit { page, frame, form, group: stands.group, at: at.clone(), w })
}

/// `GET …/questions/{question}`.
pub(super) async fn question_page(ask: Ask, Path(at): Path<At>) -> Reply {
    show(&edit(&ask, &at, None).await?)
}

/// `POST …/questions/{question}`.
pub(super) async fn change(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let input = form.input()?;
    let outcome = commands::change(&mut act, &seat, at.crisis, at.one, form.version()?, &input).await;
    match tried(outcome, &form, &w)? {
        Ok(group) => {
            let back = at.path(&format!("/groups/{}", group.code()));
            ask.done(act, &form, back, w.crisis_done_changed()).await
        }
        Err(form) => {
            drop(act);
            refused(&edit(&ask, &at, Some(form)).await?)
        }
    }
}
