//! The pages of the lessons of one partnership.

use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;
use words::{Lang, Words};

use super::commands::{self, From};
use super::translation::{self, Translate};
use super::{Lesson, Parts, Source, State, TakenUp, store};
use crate::access::{Policy, Right, Seat};
use crate::error::Error;
use crate::people::joint::{self, Pending};
use crate::people::membership;
use crate::reflect::catalogue;
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, refused, reply, show, tried};

const SEE: Policy = Policy::Seat(Right::See);
const WRITE: Policy = Policy::Seat(Right::WriteReflection);
const STEER: Policy = Policy::Seat(Right::SteerReflection);

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/p/{partnership}/lessons", SEE, list)
        .get("/p/{partnership}/lessons/new", WRITE, new)
        .post("/p/{partnership}/lessons/new", WRITE, write)
        .post("/p/{partnership}/lessons/adopt", STEER, adopt)
        .get("/p/{partnership}/lessons/{lesson}", SEE, one)
        .get("/p/{partnership}/lessons/{lesson}/edit", WRITE, edit_page)
        .post("/p/{partnership}/lessons/{lesson}/edit", WRITE, edit)
        .post("/p/{partnership}/lessons/{lesson}/publish", STEER, publish)
        .post("/p/{partnership}/lessons/{lesson}/take-back", STEER, take_back)
        .get("/p/{partnership}/lessons/{lesson}/translation", WRITE, translation_page)
        .post("/p/{partnership}/lessons/{lesson}/translation", WRITE, translate)
        .post("/p/{partnership}/lessons/{lesson}/translation/review", WRITE, review)
}

/// A state in words, and how its chip looks.
fn state_words(w: &Words, state: State) -> (&'static str, &'static str) {
    match state {
        State::Writing => (w.lesson_state_writing(), "draft"),
        State::Published => (w.lesson_state_published(), "done"),
        State::TakenBack => (w.lesson_state_taken_back(), "ended"),
        State::Adopted => (w.lesson_state_adopted(), "accepted"),
    }
}

/// The parts under their headings.
pub(in crate::reflect) fn headed<'a>(w: &Words, parts: &'a Parts) -> [(&'static str, &'a str); 5] {
    [
        (w.lesson_place(), &parts.place),
        (w.lesson_tried(), &parts.tried),
        (w.lesson_happened(), &parts.happened),
        (w.lesson_differently(), &parts.differently),
        (w.lesson_whom(), &parts.whom),
    ]
}

#[derive(Template)]
#[template(path = "reflect/lesson/list.html")]
struct List {
    page: Page,
    w: Words,
    lessons: Vec<Lesson>,
    may_write: bool,
    zone: String,
}

impl List {
    fn state(&self, lesson: &Lesson) -> (&'static str, &'static str) {
        state_words(&self.w, lesson.state)
    }

    fn about(&self, lesson: &Lesson) -> String {
        let day = self.w.date(lesson.begun_at.civil(&self.zone).date());
        self.w.lesson_begun(lesson.cycle, day)
    }
}

async fn list(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let lessons = store::all(&mut tx, id).await?;
    show(&List {
        page: Page::new(&ask, w.lesson_title()).within(&seat),
        lessons,
        may_write: seat.could(Right::WriteReflection),
        zone: seat.partnership().zone.clone(),
        w,
    })
}

#[derive(Template)]
#[template(path = "reflect/lesson/edit.html")]
struct Edit {
    page: Page,
    w: Words,
    form: Form,
    action: String,
    back: String,
    lede: &'static str,
    /// Whether this is a translation: a language is asked for.
    translation: bool,
    languages: Vec<(&'static str, &'static str)>,
    /// What stands now, where somebody changed it meanwhile, or what is to be translated.
    beside: Vec<(&'static str, String)>,
    beside_says: &'static str,
}

impl Edit {
    fn new(ask: &Ask, seat: &Seat, lesson: Option<Uuid>, form: Form) -> Self {
        let w = seat.words(&ask.w);
        let path = format!("/p/{}/lessons", seat.partnership().id);
        let title = if lesson.is_some() { w.lesson_edit_title() } else { w.lesson_new_title() };
        Self {
            page: Page::new(ask, title).within(seat),
            action: lesson.map_or_else(|| format!("{path}/new"), |id| format!("{path}/{id}/edit")),
            back: lesson.map_or_else(|| path.clone(), |id| format!("{path}/{id}")),
            lede: w.lesson_new_lede(),
            translation: false,
            languages: Vec::new(),
            beside: Vec::new(),
            beside_says: w.lesson_stale(),
            form,
            w,
        }
    }

    fn of_translation(ask: &Ask, seat: &Seat, lesson: &Lesson, form: Form) -> Self {
        let w = seat.words(&ask.w);
        let others = Lang::ALL.iter().filter(|lang| **lang != lesson.language);
        let languages = others.map(|lang| (lang.code(), lang.native_name())).collect();
        let path = format!("/p/{}/lessons/{}", seat.partnership().id, lesson.id);
        Self {
            page: Page::new(ask, w.lesson_translate_title()).within(seat),
            action: format!("{path}/translation"),
            back: path,
            lede: w.lesson_translate_lede(),
            translation: true,
            languages,
            beside: beside(&w, &lesson.parts),
            beside_says: w.lesson_to_translate(),
            form,
            w,
        }
    }
}

fn beside(w: &Words, parts: &Parts) -> Vec<(&'static str, String)> {
    let title = (w.lesson_title_field(), parts.title.clone());
    let rest = headed(w, parts).map(|(heading, words)| (heading, words.to_owned()));
    [title].into_iter().chain(rest).collect()
}

fn filled(mut form: Form, parts: &Parts) -> Form {
    for (field, words) in parts.fields() {
        form = form.with(field, words);
    }
    form
}

async fn new(ask: Ask, Path(id): Path<Uuid>, Query(from): Query<From>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let mut form = Form::blank(&ask);
    if let Ok(entry) = from.entry.parse() {
        let body = catalogue::entry_body(&mut tx, id, entry).await?.ok_or(Error::Unseen)?;
        form = form.with("entry", from.entry).with("happened", body);
    }
    show(&Edit::new(&ask, &seat, None, form))
}

async fn write(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::write(&mut act, &seat, &form.input()?, &form.input()?).await;
    match tried(outcome, &form, &w)? {
        Ok(new) => ask.done(act, &form, format!("/p/{id}/lessons/{new}"), w.lesson_saved()).await,
        Err(form) => {
            drop(act);
            refused(&Edit::new(&ask, &seat, None, form))
        }
    }
}

#[derive(Clone, Copy, Deserialize)]
struct At {
    partnership: Uuid,
    lesson: Uuid,
}

impl At {
    fn page(self) -> String {
        format!("/p/{}/lessons/{}", self.partnership, self.lesson)
    }
}

/// A translation beside the lesson.
struct Beside {
    language: Lang,
    parts: Parts,
    is_read: bool,
    may_read: bool,
}

#[derive(Template)]
#[template(path = "reflect/lesson/one.html")]
struct One {
    page: Page,
    w: Words,
    form: Form,
    lesson: Lesson,
    source: Option<Source>,
    taken_up: TakenUp,
    pending: Option<Pending>,
    translations: Vec<Beside>,
    may_write: bool,
    may_steer: bool,
    /// Whether somebody here reads another language.
    wanted_elsewhere: bool,
    path: String,
    zone: String,
}

impl One {
    fn state(&self) -> (&'static str, &'static str) {
        state_words(&self.w, self.lesson.state)
    }

    fn day(&self, at: &Option<crate::site::Moment>) -> String {
        at.map(|at| self.w.date(at.civil(&self.zone).date())).unwrap_or_default()
    }

    fn begun(&self) -> String {
        self.day(&Some(self.lesson.begun_at))
    }

    fn headed(&self) -> [(&'static str, &str); 5] {
        headed(&self.w, &self.lesson.parts)
    }

    fn translated<'a>(&'a self, one: &'a Beside) -> [(&'static str, &'a str); 5] {
        headed(&Words::new(one.language), &one.parts)
    }

    fn is_open(&self) -> bool {
        matches!(self.lesson.state, State::Writing | State::TakenBack)
    }

    fn is_public(&self) -> bool {
        self.lesson.state == State::Published
    }

    fn may_publish(&self) -> bool {
        self.may_steer && self.is_open() && self.pending.is_none()
    }

    fn can_translate(&self) -> bool {
        self.may_write && self.lesson.state != State::Adopted && (self.wanted_elsewhere || self.is_public())
    }
}

async fn view(ask: &Ask, at: At, form: Form) -> Result<One, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, at.partnership).await?;
    let w = seat.words(&ask.w);
    let lesson = store::one(&mut tx, at.partnership, at.lesson).await?;
    let about = |proposal: &joint::Proposal| commands::is_about(proposal, at.lesson);
    let pending = joint::pending(&mut tx, &seat, &w, ask.site.now(), about).await?;
    let source = match lesson.copy_of {
        Some((of, _)) => store::source(&mut tx, of).await?,
        None => None,
    };
    let may_write = seat.could(Right::WriteReflection);
    let mut translations = Vec::new();
    for language in Lang::ALL.iter().copied().filter(|lang| *lang != lesson.language) {
        if let Some((parts, maker, is_read)) =
            translation::of(&mut tx, at.lesson, lesson.version, language).await?
        {
            let may_read = may_write && !is_read && maker != seat.actor().id();
            translations.push(Beside { language, parts, is_read, may_read });
        }
    }
    let mut form = form.of_version(lesson.version);
    if form.value("days").is_empty() {
        form = form.with("days", agreement::joint::USUAL_DAYS.to_string());
    }
    Ok(One {
        page: Page::new(ask, lesson.parts.title.clone()).within(&seat),
        taken_up: store::taken_up(&mut tx, at.lesson).await?,
        wanted_elsewhere: membership::reads_other(&mut tx, at.partnership, lesson.language).await?,
        may_write,
        may_steer: seat.could(Right::SteerReflection),
        path: at.page(),
        zone: seat.partnership().zone.clone(),
        form,
        lesson,
        source,
        pending,
        translations,
        w,
    })
}

async fn one(ask: Ask, Path(at): Path<At>) -> Reply {
    show(&view(&ask, at, Form::blank(&ask)).await?)
}

async fn edit_page(ask: Ask, Path(at): Path<At>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, at.partnership).await?;
    let lesson = store::one(&mut tx, at.partnership, at.lesson).await?;
    let form = filled(Form::blank(&ask).of_version(lesson.version), &lesson.parts);
    show(&Edit::new(&ask, &seat, Some(at.lesson), form))
}

async fn edit(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::edit(&mut act, &seat, at.lesson, form.version()?, &form.input()?).await;
    if let Err(Error::Stale { now }) = outcome {
        drop(act);
        let lesson = store::one(&mut ask.look().await?, at.partnership, at.lesson).await?;
        let mut view = Edit::new(&ask, &seat, Some(at.lesson), form.of_version(now));
        view.beside = beside(&w, &lesson.parts);
        return reply::page(StatusCode::CONFLICT, &view);
    }
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, at.page(), w.lesson_saved()).await,
        Err(form) => {
            drop(act);
            refused(&Edit::new(&ask, &seat, Some(at.lesson), form))
        }
    }
}

async fn publish(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::bring(&mut act, &seat, at.lesson, form.version()?, &form.input()?).await;
    match tried(outcome, &form, &w)? {
        Ok(_) => ask.done(act, &form, at.page(), w.joint_proposed()).await,
        Err(form) => {
            drop(act);
            refused(&view(&ask, at, form).await?)
        }
    }
}

async fn take_back(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::take_back(&mut act, &seat, at.lesson).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, at.page(), w.lesson_taken_back()).await,
        Err(form) => {
            drop(act);
            refused(&view(&ask, at, form).await?)
        }
    }
}

/// Taking up another's lesson. What is wrong is told on the page of one's own lessons.
async fn adopt(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::adopt(&mut act, &seat, &form.input()?).await, &form, &w)? {
        Ok(new) => ask.done(act, &form, format!("/p/{id}/lessons/{new}"), w.lesson_adopted()).await,
        Err(form) => {
            drop(act);
            let said = form.errors().iter().map(|wrong| wrong.message.clone()).collect();
            refused(&Refused { page: Page::new(&ask, w.lesson_title()).within(&seat), said, w })
        }
    }
}

#[derive(Template)]
#[template(path = "reflect/lesson/refused.html")]
struct Refused {
    page: Page,
    w: Words,
    said: Vec<String>,
}

async fn translation_page(ask: Ask, Path(at): Path<At>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, at.partnership).await?;
    let lesson = store::one(&mut tx, at.partnership, at.lesson).await?;
    let other = Lang::ALL.iter().copied().find(|lang| *lang != lesson.language).unwrap_or(Lang::Es);
    let stands = translation::of(&mut tx, at.lesson, lesson.version, other).await?;
    let mut form = Form::blank(&ask).with("language", other.code());
    if let Some((parts, _, _)) = stands {
        form = filled(form, &parts);
    }
    show(&Edit::of_translation(&ask, &seat, &lesson, form))
}

async fn translate(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = translation::translate(&mut act, &seat, at.lesson, &form.input()?, &form.input()?).await;
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, at.page(), w.lesson_translated()).await,
        Err(form) => {
            drop(act);
            let lesson = store::one(&mut ask.look().await?, at.partnership, at.lesson).await?;
            refused(&Edit::of_translation(&ask, &seat, &lesson, form))
        }
    }
}

async fn review(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let input: Translate = form.input()?;
    // Which lesson is asked first: nobody learns from the language whether it is there.
    store::one(&mut act, at.partnership, at.lesson).await?;
    let language = Lang::from_code(&input.language).ok_or(Error::Unreadable)?;
    match tried(translation::review(&mut act, &seat, at.lesson, language).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, at.page(), w.lesson_translation_read()).await,
        Err(form) => {
            drop(act);
            refused(&view(&ask, at, form).await?)
        }
    }
}
