//! The record's pages: the acts in plain words, each with its receipt, the whole as a file, and "does
//! my paper match?".

use std::sync::Arc;

use ::record::{Checkpoint, CopiedCode, Entry, Receipt};
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;
use words::{Lang, Words};

use super::known::Known;
use super::store::{self, Line, StoredText};
use super::{event, export, places, removal, sentences};
use crate::access::{Person, Policy, Right, Seat};
use crate::error::{Error, broken};
use crate::site::{Moment, Site};
use crate::text::hold;
use crate::web::routes::Routes;
use crate::web::{Ask, Page, Reply, reply, show};

const PAGE: i64 = 50;
/// How many acts count as new.
const NEWEST: i64 = 40;
const SEAT: Policy = Policy::Seat(Right::ReadRecord);

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/p/{partnership}/record", SEAT, list)
        .get("/p/{partnership}/record/file", SEAT, file)
        .get("/p/{partnership}/record/checkpoint", SEAT, checkpoint)
        .get("/p/{partnership}/record/{number}", SEAT, one)
        .get("/p/{partnership}/record/{number}/receipt", SEAT, receipt)
}

/// One act, in words.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Its number, from 1.
    pub number: i64,
    /// Its short code, as every page and letter prints it.
    pub code: String,
    /// When, in the partnership's zone.
    pub when: String,
    /// What happened.
    pub sentence: String,
    /// `seat.taken`.
    pub kind: String,
    /// What it is about.
    pub about: Option<String>,
    /// What that is called, where the record keeps words of it.
    pub title: Option<String>,
    /// The page where it stands today, below the partnership's own.
    pub place: Option<String>,
    /// The instant.
    pub at: Moment,
}

/// The newest acts of each partnership, in the words of each language.
pub type Newest = Known<(Uuid, Lang), Arc<[Shown]>>;

/// So many partnerships' newest acts are remembered, in each language: about ten megabytes.
pub const MOST_NEWEST: usize = 512;

/// The newest acts in words, at most forty: what home shows as "what changed". They are the same for every seat, and are
/// read from the record again only after another event.
pub async fn newest(site: &Site, tx: &mut db::Tx, seat: &Seat, w: &Words) -> Result<Arc<[Shown]>, Error> {
    let id = seat.partnership().id;
    let (key, last) = ((id, w.lang()), event::number(tx, id).await?);
    if let Some(known) = site.newest.at(&key, last) {
        return Ok(known);
    }
    let lines = store::lines(tx, id, i64::MAX, NEWEST).await?;
    let acts: Arc<[Shown]> = in_words(tx, seat, w, &lines).await?.into();
    site.newest.keep(key, last, Arc::clone(&acts));
    Ok(acts)
}

/// The acts since a moment in words, newest first: at most so many.
pub async fn since(
    tx: &mut db::Tx,
    seat: &Seat,
    w: &Words,
    since: Moment,
    most: i64,
) -> Result<Vec<Shown>, Error> {
    let lines = store::lines_since(tx, seat.partnership().id, since, most).await?;
    in_words(tx, seat, w, &lines).await
}

/// What one person did since a moment, newest first.
pub async fn by_person(
    tx: &mut db::Tx,
    seat: &Seat,
    w: &Words,
    person: &Person,
    since: Moment,
) -> Result<Vec<Shown>, Error> {
    let lines = store::lines_since(tx, seat.partnership().id, since, PAGE).await?;
    let id = person.id.to_string();
    let mut acts = Vec::new();
    for line in &lines {
        let entry = Entry::from_bytes(&line.body).map_err(broken)?;
        if entry.actor.id.as_ref() == Some(&id) {
            acts.push(said(seat, w, line, &entry, &person.name));
        }
    }
    Ok(acts)
}

/// Acts that stand one after the other, in words: their names are looked up at once.
async fn in_words(tx: &mut db::Tx, seat: &Seat, w: &Words, lines: &[Line]) -> Result<Vec<Shown>, Error> {
    let (Some(newest), Some(oldest)) = (lines.first(), lines.last()) else { return Ok(Vec::new()) };
    let names = store::names(tx, seat.partnership().id, oldest.number - 1, newest.number - 1).await?;
    let titles = places::titles(tx, seat.partnership().id, oldest.number - 1, newest.number - 1).await?;
    let mut acts = Vec::new();
    for line in lines {
        let entry = Entry::from_bytes(&line.body).map_err(broken)?;
        let who = name(w, &entry, &names);
        let mut act = said(seat, w, line, &entry, &who);
        act.title = act.about.as_ref().and_then(|about| titles.get(about).cloned());
        acts.push(act);
    }
    Ok(acts)
}

#[derive(Template)]
#[template(path = "record/list.html")]
struct List {
    page: Page,
    w: Words,
    acts: Vec<Shown>,
    older: Option<i64>,
    key: String,
    asked: Asked,
    matches: Option<bool>,
    held: Option<(String, Option<i64>)>,
}

/// What the list was asked for: older acts, or whether a paper matches.
#[derive(Debug, Default, Deserialize)]
struct Asked {
    before: Option<i64>,
    /// The number to begin at, as it was typed.
    #[serde(default)]
    upto: String,
    #[serde(default)]
    number: String,
    #[serde(default)]
    code: String,
}

async fn list(ask: Ask, Path(id): Path<Uuid>, Query(asked): Query<Asked>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let upto = asked.upto.trim().parse::<i64>().ok().map(|number| number.saturating_add(1).max(2));
    let lines = store::lines(&mut tx, id, asked.before.or(upto).unwrap_or(i64::MAX), PAGE).await?;
    let acts = in_words(&mut tx, &seat, &w, &lines).await?;
    let older = lines.last().map(|line| line.number).filter(|number| *number > 1);
    let matches = paper(&mut tx, id, &asked).await?;
    let keys = store::public_keys(&mut tx).await?;
    let page = Page::new(&ask, w.record_title()).within(&seat);
    show(&List {
        page,
        acts,
        older,
        key: keys.last().map(ToString::to_string).unwrap_or_default(),
        asked,
        matches,
        held: held(&mut tx, &seat, &w).await?,
        w,
    })
}

/// For leads: since when a legal hold lasts, and the number of the entry that says why.
async fn held(tx: &mut db::Tx, seat: &Seat, w: &Words) -> Result<Option<(String, Option<i64>)>, Error> {
    let here = seat.partnership();
    if !seat.membership().is_some_and(|own| own.lead) {
        return Ok(None);
    }
    let Some(since) = hold::since(tx, here.id).await? else { return Ok(None) };
    let number = store::newest_of(tx, here.id, "hold.placed").await?;
    Ok(Some((w.record_held(w.date(since.civil(&here.zone).date())), number)))
}

/// Whether number and code on somebody's paper are the record's own.
async fn paper(tx: &mut db::Tx, id: Uuid, asked: &Asked) -> Result<Option<bool>, Error> {
    if asked.number.trim().is_empty() && asked.code.trim().is_empty() {
        return Ok(None);
    }
    let (Ok(number), Ok(code)) = (asked.number.trim().parse::<i64>(), asked.code.parse::<CopiedCode>())
    else {
        return Ok(Some(false));
    };
    let entry = store::entry(tx, id, number).await?;
    let typed = code.to_string();
    Ok(Some(entry.is_some_and(|line| line.code.replace('-', "").starts_with(&typed))))
}

/// One act, with its code in full: this is the page to copy it from.
async fn shown(tx: &mut db::Tx, seat: &Seat, w: &Words, line: &Line) -> Result<Shown, Error> {
    let act = in_words(tx, seat, w, std::slice::from_ref(line)).await?.pop();
    Ok(Shown { code: line.code.clone(), ..act.ok_or_else(|| broken("an act without words"))? })
}

fn said(seat: &Seat, w: &Words, line: &Line, entry: &Entry, who: &str) -> Shown {
    Shown {
        number: line.number,
        code: short(&line.code),
        when: w.date_time(line.at.civil(&seat.partnership().zone)),
        sentence: sentences::of(w, entry, who),
        kind: line.kind.clone(),
        about: entry.subject.clone(),
        title: None,
        place: places::of(&line.kind, entry.subject.as_deref()),
        at: line.at,
    }
}

/// The first group of a code. One length wherever a code is quoted: the page of the act has it whole.
fn short(code: &str) -> String {
    code.split('-').next().unwrap_or(code).to_owned()
}

/// The name of whoever acted, unless it was lawfully taken out.
fn name(w: &Words, entry: &Entry, texts: &[StoredText]) -> String {
    let Some(hash) = entry.actor.name else { return w.record_by_the_house().to_owned() };
    let beside = texts.iter().find(|text| text.hash == hash).and_then(|text| text.words.as_ref());
    beside.map_or_else(|| w.record_name_taken_out().to_owned(), |text| text.content.clone())
}

#[derive(Template)]
#[template(path = "record/one.html")]
struct One {
    page: Page,
    w: Words,
    act: Shown,
    texts: Vec<removal::Shown>,
    out: Option<removal::Out>,
    entry: String,
}

async fn one(ask: Ask, Path((id, number)): Path<(Uuid, i64)>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let line = store::entry(&mut tx, id, number).await?.ok_or(Error::Unseen)?;
    let entry = Entry::from_bytes(&line.body).map_err(broken)?;
    let texts = removal::shown(&mut tx, &seat, &w, number, &entry, ask.site.now()).await?;
    let out = removal::out(&mut tx, &seat, &w, &entry).await?;
    let act = shown(&mut tx, &seat, &w, &line).await?;
    let page = Page::new(&ask, w.record_number(number)).within(&seat);
    show(&One { page, act, texts, out, entry: String::from_utf8_lossy(&line.body).into_owned(), w })
}

async fn receipt(ask: Ask, Path((id, number)): Path<(Uuid, i64)>) -> Result<Response, Error> {
    let mut tx = ask.look().await?;
    ask.seat(&mut tx, id).await?;
    let line = store::entry(&mut tx, id, number).await?.ok_or(Error::Unseen)?;
    let (size, note) = store::newest_checkpoint(&mut tx, id).await?.ok_or(Error::Unseen)?;
    let leaves = store::leaves(&mut tx, id, size).await?;
    let entry = Entry::from_bytes(&line.body).map_err(broken)?;
    let checkpoint: Checkpoint = note.parse().map_err(broken)?;
    let receipt = Receipt::new(entry, &leaves, checkpoint).map_err(broken)?;
    Ok(reply::file(
        &format!("record-{number}-receipt.txt"),
        "text/plain; charset=utf-8",
        receipt.to_string().into(),
    ))
}

async fn checkpoint(ask: Ask, Path(id): Path<Uuid>) -> Result<Response, Error> {
    let mut tx = ask.look().await?;
    ask.seat(&mut tx, id).await?;
    let (size, note) = store::newest_checkpoint(&mut tx, id).await?.ok_or(Error::Unseen)?;
    Ok(reply::file(&format!("record-checkpoint-{size}.txt"), "text/plain; charset=utf-8", note.into()))
}

async fn file(ask: Ask, Path(id): Path<Uuid>) -> Result<Response, Error> {
    let mut tx = ask.look().await?;
    ask.seat(&mut tx, id).await?;
    let mut bytes = Vec::new();
    export::write(&mut tx, Some(id), &mut bytes).await?;
    Ok(reply::file("record.concord", "text/plain; charset=utf-8", bytes))
}
