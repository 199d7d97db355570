//! The pages of the catalogue: the whole of a cycle, one entry's form, the key questions, and paper.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;
use words::Words;

use super::commands::{self, Answer, Write};
use super::{Catalogue, Entry, Evidence, Kind, Side, store};
use crate::access::{Policy, Right, Seat};
use crate::error::Error;
use crate::people::joint::{self, Pending, Proposal};
use crate::record::mark_of;
use crate::reflect::cycle;
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, refused, reply, show, tried};

const SEE: Policy = Policy::Seat(Right::See);
const WRITE: Policy = Policy::Seat(Right::WriteReflection);

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/p/{partnership}/catalogue", SEE, show_page)
        .get("/p/{partnership}/catalogue/print", SEE, print)
        .get("/p/{partnership}/catalogue/new", WRITE, new)
        .post("/p/{partnership}/catalogue/new", WRITE, add)
        .get("/p/{partnership}/catalogue/questions", WRITE, questions)
        .post("/p/{partnership}/catalogue/questions", WRITE, answer)
        .post("/p/{partnership}/catalogue/agree", Policy::Seat(Right::SteerReflection), agree)
        .get("/p/{partnership}/catalogue/{learned}", WRITE, entry_page)
        .post("/p/{partnership}/catalogue/{learned}", WRITE, edit)
        .post("/p/{partnership}/catalogue/{learned}/take-back", WRITE, take_back)
        .post("/p/{partnership}/catalogue/{learned}/second", Policy::Seat(Right::SecondReflection), second)
}

#[derive(Debug, Default, Deserialize)]
struct Which {
    cycle: Option<i64>,
}

/// What both the page and its print show.
struct Shown {
    catalogue: Option<Catalogue>,
    cycle: i64,
    is_now: bool,
    others: Vec<i64>,
    entries: Vec<Entry>,
    answers: Vec<String>,
}

impl Shown {
    async fn of(tx: &mut db::Tx, partnership: Uuid, asked: Option<i64>) -> Result<Self, Error> {
        let now = cycle::current(tx, partnership).await?;
        let cycle = asked.unwrap_or(now);
        if !(1..=now).contains(&cycle) {
            return Err(Error::Unseen);
        }
        let catalogue = store::of_cycle(tx, partnership, cycle).await?;
        let answers = match &catalogue {
            Some(catalogue) => store::answers(tx, catalogue).await?,
            None => Vec::new(),
        };
        let mut others = store::cycles(tx, partnership).await?;
        others.push(now);
        others.sort_unstable();
        others.dedup();
        others.retain(|one| *one != cycle);
        let entries = store::entries_of(tx, partnership, cycle).await?;
        Ok(Self { catalogue, cycle, is_now: cycle == now, others, entries, answers })
    }

    fn of_kind(&self, side: Side, kind: Kind) -> Vec<&Entry> {
        self.entries.iter().filter(|entry| entry.side == side && entry.kind == kind).collect()
    }

    fn answered(&self, w: &Words) -> Vec<(&'static str, &str)> {
        let asked = questions_in_words(w).into_iter().map(|(_, question)| question);
        asked.zip(self.answers.iter().map(String::as_str)).filter(|(_, said)| !said.is_empty()).collect()
    }
}

/// The key questions: field and words.
fn questions_in_words(w: &Words) -> [(&'static str, &'static str); 6] {
    [
        ("done", w.catalogue_question_done()),
        ("measures", w.catalogue_question_measures()),
        ("open", w.catalogue_question_open()),
        ("safe", w.catalogue_question_safe()),
        ("adjust", w.catalogue_question_adjust()),
        ("heard", w.catalogue_question_heard()),
    ]
}

fn side_words(w: &Words, side: Side) -> (&'static str, &'static str) {
    match side {
        Side::Content => (w.catalogue_content(), w.catalogue_content_what()),
        Side::Process => (w.catalogue_process(), w.catalogue_process_what()),
    }
}

fn kind_words(w: &Words, kind: Kind) -> &'static str {
    match kind {
        Kind::Success => w.catalogue_successes(),
        Kind::Challenge => w.catalogue_challenges(),
    }
}

/// A proof as a link or as words.
fn proof(w: &Words, path: &str, one: &Evidence) -> (Option<String>, String) {
    match one {
        Evidence::Record(number) => {
            (Some(format!("{path}/record/{number}")), w.catalogue_proof_record(*number))
        }
        Evidence::Page(page) => {
            let words = match page.split('/').next() {
                Some("decisions") => w.catalogue_proof_decision(),
                Some("meetings") => w.catalogue_proof_meeting(),
                _ => w.catalogue_proof_page(),
            };
            (Some(format!("{path}/{page}")), words.to_owned())
        }
        Evidence::Address(address) => (Some(address.clone()), address.clone()),
        Evidence::Measure(words) => (None, words.clone()),
    }
}

#[derive(Template)]
#[template(path = "reflect/catalogue/show.html")]
struct View {
    page: Page,
    w: Words,
    form: Form,
    shown: Shown,
    pending: Option<Pending>,
    agreed_on: Option<String>,
    own: Option<Uuid>,
    may_write: bool,
    may_second: bool,
    may_steer: bool,
    zone: String,
    /// What became of each challenge at the end of the cycle.
    passages: BTreeMap<Uuid, Vec<cycle::Passage>>,
    /// The challenges that the cycle before handed on.
    came: Vec<cycle::Came>,
}

impl View {
    /// What became of an entry at the end of the cycle.
    fn history(&self, entry: &Entry) -> &[cycle::Passage] {
        self.passages.get(&entry.id).map_or(&[], Vec::as_slice)
    }

    /// The language an entry is written in, where that is not the reader's.
    fn other_language(&self, entry: &Entry) -> Option<String> {
        (entry.language != self.w.lang()).then(|| self.w.catalogue_in_language(entry.language.native_name()))
    }

    fn day(&self, entry: &Entry) -> String {
        self.w.date(entry.at.civil(&self.zone).date())
    }

    fn by(&self, entry: &Entry) -> String {
        let day = self.day(entry);
        match &entry.party {
            Some((_, party)) => self.w.catalogue_by(day, party, &entry.by),
            None => self.w.catalogue_by_neutral(day, &entry.by),
        }
    }

    fn proof(&self, one: &Evidence) -> (Option<String>, String) {
        proof(&self.w, self.page.path(), one)
    }

    fn is_mine(&self, entry: &Entry) -> bool {
        self.may_write && self.shown.is_now && entry.party.as_ref().map(|(id, _)| *id) == self.own
    }

    fn can_second(&self, entry: &Entry) -> bool {
        let new = |own: Uuid| entry.seconds.iter().all(|(by, _)| *by != own);
        let others = entry.party.as_ref().map(|(id, _)| *id) != self.own;
        self.may_second && self.shown.is_now && others && self.own.is_some_and(new)
    }

    fn is_agreed(&self) -> bool {
        self.shown.catalogue.as_ref().is_some_and(Catalogue::is_agreed)
    }

    fn can_ask(&self) -> bool {
        self.may_steer
            && self.shown.is_now
            && self.pending.is_none()
            && !self.is_agreed()
            && !self.shown.entries.is_empty()
    }
}

async fn view(ask: &Ask, id: Uuid, cycle: Option<i64>, form: Form) -> Result<View, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let shown = Shown::of(&mut tx, id, cycle).await?;
    let zone = seat.partnership().zone.clone();
    let (mut pending, mut agreed_on, mut mark, mut form) = (None, None, None, form);
    if let Some(catalogue) = &shown.catalogue {
        let about = |proposal: &Proposal| matches!(proposal, Proposal::AgreeCatalogue { catalogue: of, .. } if *of == catalogue.id);
        pending = joint::pending(&mut tx, &seat, &w, ask.site.now(), about).await?;
        agreed_on = catalogue.agreed.map(|(_, at)| w.date(at.civil(&zone).date()));
        mark = mark_of(&mut tx, catalogue.id).await?;
        form = form.of_version(catalogue.version);
    }
    if form.value("days").is_empty() {
        form = form.with("days", agreement::joint::USUAL_DAYS.to_string());
    }
    let mut passages = BTreeMap::new();
    for entry in shown.entries.iter().filter(|entry| entry.kind == Kind::Challenge) {
        passages.insert(entry.id, cycle::history(&mut tx, &w, id, entry.id).await?);
    }
    Ok(View {
        passages,
        came: cycle::challenges_into(&mut tx, &w, id, shown.cycle).await?,
        page: Page::new(ask, w.catalogue_title(shown.cycle)).within(&seat).marked(mark).live(),
        form,
        pending,
        agreed_on,
        own: seat.membership().and_then(|m| m.party.as_ref()).map(|party| party.id),
        may_write: seat.could(Right::WriteReflection),
        may_second: seat.could(Right::SecondReflection),
        may_steer: seat.could(Right::SteerReflection),
        zone,
        shown,
        w,
    })
}

async fn show_page(ask: Ask, Path(id): Path<Uuid>, Query(which): Query<Which>) -> Reply {
    show(&view(&ask, id, which.cycle, Form::blank(&ask)).await?)
}

async fn agree(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::ask_sides(&mut act, &seat, form.version()?, &form.input()?).await;
    match tried(outcome, &form, &w)? {
        Ok(_) => ask.done(act, &form, format!("/p/{id}/catalogue"), w.joint_proposed()).await,
        Err(form) => {
            drop(act);
            refused(&view(&ask, id, None, form).await?)
        }
    }
}

#[derive(Template)]
#[template(path = "reflect/catalogue/print.html")]
struct Print {
    page: Page,
    w: Words,
    shown: Shown,
    agreed_on: Option<String>,
}

async fn print(ask: Ask, Path(id): Path<Uuid>, Query(which): Query<Which>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let shown = Shown::of(&mut tx, id, which.cycle).await?;
    let zone = &seat.partnership().zone;
    let (mut agreed_on, mut mark) = (None, None);
    if let Some(catalogue) = shown.catalogue.as_ref().filter(|one| one.is_agreed()) {
        agreed_on = catalogue.agreed.map(|(_, at)| w.date(at.civil(zone).date()));
        mark = mark_of(&mut tx, catalogue.id).await?;
    }
    let page = Page::new(&ask, w.catalogue_title(shown.cycle)).within(&seat).marked(mark);
    show(&Print { page, shown, agreed_on, w })
}

#[derive(Template)]
#[template(path = "reflect/catalogue/edit.html")]
struct Edit {
    page: Page,
    w: Words,
    form: Form,
    action: String,
    back: String,
    /// What stands now, where somebody changed it meanwhile.
    theirs: Option<String>,
}

impl Edit {
    fn new(ask: &Ask, seat: &Seat, entry: Option<Uuid>, form: Form, theirs: Option<String>) -> Self {
        let w = seat.words(&ask.w);
        let title = if entry.is_some() { w.catalogue_edit_title() } else { w.catalogue_new_title() };
        let back = format!("/p/{}/catalogue", seat.partnership().id);
        let action = entry.map_or_else(|| format!("{back}/new"), |entry| format!("{back}/{entry}"));
        Self { page: Page::new(ask, title).within(seat), form, action, back, theirs, w }
    }

    fn kinds(&self) -> Vec<(&'static str, &'static str, &'static str)> {
        vec![
            ("success", self.w.catalogue_success(), self.w.catalogue_success_means()),
            ("challenge", self.w.catalogue_challenge(), self.w.catalogue_challenge_means()),
        ]
    }

    fn sides(&self) -> Vec<(&'static str, &'static str, &'static str)> {
        let words = |side: Side| side_words(&self.w, side);
        Side::ALL.map(|side| (side.code(), words(side).0, words(side).1)).to_vec()
    }
}

async fn new(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    show(&Edit::new(&ask, &seat, None, Form::blank(&ask), None))
}

async fn add(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let input: Write = form.input()?;
    match tried(commands::add(&mut act, &seat, &input).await, &form, &w)? {
        Ok(_) => ask.done(act, &form, format!("/p/{id}/catalogue"), w.catalogue_added()).await,
        Err(form) => {
            drop(act);
            refused(&Edit::new(&ask, &seat, None, form, None))
        }
    }
}

#[derive(Deserialize)]
struct At {
    partnership: Uuid,
    #[serde(rename = "learned")]
    entry: Uuid,
}

async fn standing(tx: &mut db::Tx, partnership: Uuid, id: Uuid) -> Result<Entry, Error> {
    let cycle = store::cycle_of(tx, partnership, id).await?;
    let entries = store::entries_of(tx, partnership, cycle).await?;
    entries.into_iter().find(|entry| entry.id == id).ok_or(Error::Unseen)
}

async fn entry_page(ask: Ask, Path(at): Path<At>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, at.partnership).await?;
    let entry = standing(&mut tx, at.partnership, at.entry).await?;
    if !commands::is_own(&seat, &entry) {
        return Err(Error::Forbidden);
    }
    let home = format!("{}/p/{}", ask.site.settings.base_url, at.partnership);
    let lines: Vec<String> = entry.evidence.iter().map(|one| one.typed(&home)).collect();
    let form = Form::blank(&ask)
        .of_version(entry.version)
        .with("kind", entry.kind.code())
        .with("side", entry.side.code())
        .with("body", entry.body)
        .with("evidence", lines.join("\n"))
        .with("tags", entry.tags.join(", "));
    show(&Edit::new(&ask, &seat, Some(at.entry), form, None))
}

async fn edit(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let input: Write = form.input()?;
    let outcome = commands::edit(&mut act, &seat, at.entry, form.version()?, &input).await;
    if let Err(Error::Stale { now }) = outcome {
        drop(act);
        let entry = standing(&mut ask.look().await?, at.partnership, at.entry).await?;
        let view = Edit::new(&ask, &seat, Some(at.entry), form.of_version(now), Some(entry.body));
        return reply::page(StatusCode::CONFLICT, &view);
    }
    match tried(outcome, &form, &w)? {
        Ok(()) => {
            ask.done(act, &form, format!("/p/{}/catalogue", at.partnership), w.catalogue_changed()).await
        }
        Err(form) => {
            drop(act);
            refused(&Edit::new(&ask, &seat, Some(at.entry), form, None))
        }
    }
}

async fn take_back(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::take_back(&mut act, &seat, at.entry).await;
    finish(&ask, act, at.partnership, outcome, &form, &w, w.catalogue_taken_back()).await
}

async fn second(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::second(&mut act, &seat, at.entry).await;
    finish(&ask, act, at.partnership, outcome, &form, &w, w.catalogue_seconded()).await
}

async fn finish(
    ask: &Ask,
    act: crate::site::Act,
    id: Uuid,
    outcome: Result<(), Error>,
    form: &Form,
    w: &Words,
    said: &str,
) -> Result<Response, Error> {
    match tried(outcome, form, w)? {
        Ok(()) => ask.done(act, form, format!("/p/{id}/catalogue"), said).await,
        Err(form) => {
            drop(act);
            refused(&view(ask, id, None, form).await?)
        }
    }
}

#[derive(Template)]
#[template(path = "reflect/catalogue/questions.html")]
struct Questions {
    page: Page,
    w: Words,
    form: Form,
    /// What stands now, where somebody changed it meanwhile.
    theirs: Vec<(&'static str, String)>,
}

impl Questions {
    fn new(ask: &Ask, seat: &Seat, form: Form, theirs: Vec<(&'static str, String)>) -> Self {
        let w = seat.words(&ask.w);
        Self { page: Page::new(ask, w.catalogue_questions_title()).within(seat), form, theirs, w }
    }

    fn asked(&self) -> [(&'static str, &'static str); 6] {
        questions_in_words(&self.w)
    }
}

/// The answers as they stand, and their version.
async fn answered(tx: &mut db::Tx, id: Uuid) -> Result<(i64, Vec<String>), Error> {
    let cycle = cycle::current(tx, id).await?;
    match store::of_cycle(tx, id, cycle).await? {
        Some(catalogue) => Ok((catalogue.answers, store::answers(tx, &catalogue).await?)),
        None => Ok((0, Vec::new())),
    }
}

async fn questions(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let (version, answers) = answered(&mut tx, id).await?;
    let mut form = Form::blank(&ask).of_version(version);
    for ((field, _), said) in questions_in_words(&ask.w).into_iter().zip(answers) {
        form = form.with(field, said);
    }
    show(&Questions::new(&ask, &seat, form, Vec::new()))
}

async fn answer(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let input: Answer = form.input()?;
    let outcome = commands::answer(&mut act, &seat, form.version()?, &input).await;
    if let Err(Error::Stale { now }) = outcome {
        drop(act);
        let (_, stands) = answered(&mut ask.look().await?, id).await?;
        let differ = questions_in_words(&w).into_iter().zip(stands);
        let theirs = differ.filter(|((field, _), said)| form.value(field) != said.as_str());
        let theirs = theirs.map(|((_, question), said)| (question, said)).collect();
        let view = Questions::new(&ask, &seat, form.of_version(now), theirs);
        return reply::page(StatusCode::CONFLICT, &view);
    }
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, format!("/p/{id}/catalogue"), w.catalogue_answered()).await,
        Err(form) => {
            drop(act);
            refused(&Questions::new(&ask, &seat, form, Vec::new()))
        }
    }
}
