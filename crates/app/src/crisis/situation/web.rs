//! The pages of the situation: the public one, and the one inside from which it is written.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;
use words::{Lang, Words};

use super::{Notice, commands, other, store};
use crate::access::{Policy, Right, Seat};
use crate::crisis::playbook::{self, Playbook};
use crate::crisis::taskforce::{At, Crisis, Frame, is_on, living, one};
use crate::error::Error;
use crate::people::letters;
use crate::people::membership::{self, Party};
use crate::site::Moment;
use crate::web::routes::Routes;
use crate::web::{Ask, Confirm, Form, Page, Reply, refused, show, tried};

/// See the module.
pub fn routes() -> Routes {
    let work = Policy::Seat(Right::WorkCrisis);
    let see = Policy::Seat(Right::See);
    Routes::new()
        .get("/situation/{partnership}", Policy::Public, public)
        .get("/p/{partnership}/crisis/{crisis}/situation", see, inside)
        .post("/p/{partnership}/crisis/{crisis}/situation", work, publish)
        .get("/p/{partnership}/crisis/{crisis}/situation/{notice}", work, translation_page)
        .post("/p/{partnership}/crisis/{crisis}/situation/{notice}/behind", work, stand_behind)
        .post("/p/{partnership}/crisis/{crisis}/situation/{notice}/translate", work, translate)
        .post("/p/{partnership}/crisis/{crisis}/situation/{notice}/read", work, review)
}

/// A notice in the reader's language, as far as there is one.
struct Told {
    notice: Notice,
    parts: Vec<(&'static str, String)>,
    lang: Lang,
    unread: bool,
    other: Option<Vec<(&'static str, String)>>,
    other_lang: Lang,
    at: String,
    party: String,
    behind: Vec<String>,
}

fn named(w: &Words, words: &[String; 3]) -> Vec<(&'static str, String)> {
    let names = [w.situation_known(), w.situation_unknown(), w.situation_ask()];
    names.into_iter().zip(words.iter().cloned()).collect()
}

fn told(w: &Words, parties: &[Party], zone: &str, notice: Notice) -> Told {
    let name = |id: &Uuid| parties.iter().find(|p| p.id == *id).map_or(String::new(), |p| p.name.clone());
    let mine = w.lang();
    let (lang, words, unread) = match notice.read_in(mine) {
        Some((words, unread)) => (mine, words, unread),
        None => (notice.language, &notice.words, false),
    };
    let there = Words::new(other(lang));
    Told {
        // The names of the parts are ours, in the reader's language, also over words that are not translated yet.
        parts: named(w, words),
        lang,
        unread,
        other: notice.read_in(other(lang)).map(|(words, _)| named(&there, words)),
        other_lang: other(lang),
        at: w.date_time(notice.at.civil(zone)),
        party: name(&notice.party),
        behind: notice.behind.iter().map(name).collect(),
        notice,
    }
}

#[derive(Template)]
#[template(path = "crisis/situation/public.html")]
struct Public {
    page: Page,
    w: Words,
    place: String,
    crisis: Crisis,
    all: Vec<Told>,
    next: String,
    overdue: bool,
    over: Option<String>,
    /// Whether another crisis goes on of which nothing was told yet.
    begun: bool,
    /// What was told in earlier ones.
    earlier: Vec<(String, Vec<Told>)>,
}

impl Public {
    /// The other languages, each saying in its own words that the page can be read in it.
    fn languages(&self) -> Vec<(Lang, &'static str)> {
        self.page.other_languages().map(|lang| (lang, Words::new(lang).situation_read_here())).collect()
    }
}

/// `GET /situation/{partnership}`: what anybody reads. It says nothing of a partnership that never told the
/// public anything, not even that it is there.
async fn public(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let newest = store::newest(&mut tx, id).await?.ok_or(Error::Unseen)?;
    let (place, zone) = store::place(&mut tx, id).await?.ok_or(Error::Unseen)?;
    let crisis = one(&mut tx, id, newest).await?;
    let parties = membership::parties(&mut tx, id).await?;
    let notices = store::list(&mut tx, newest).await?;
    let w = ask.w;
    let next = notices.first().ok_or(Error::Unseen)?.next_by;
    let begun = !crisis.lives() && living(&mut tx, id).await?.is_some_and(|one| one.confirmed.is_some());
    let mut earlier = Vec::new();
    for before in store::told(&mut tx, id).await? {
        if before != newest {
            let some = store::list(&mut tx, before).await?.into_iter();
            let some = some.map(|notice| told(&w, &parties, &zone, notice)).collect();
            earlier.push((one(&mut tx, id, before).await?.name, some));
        }
    }
    let overdue = crisis.lives() && Moment::of_civil(next, &zone) < ask.site.now();
    show(&Public {
        page: Page::new(
            &ask,
            if crisis.lives() { w.situation_title(&place) } else { w.situation_past(&place) },
        ),
        over: crisis.ended_at.map(|at| w.date(at.civil(&zone).date())),
        all: notices.into_iter().map(|notice| told(&w, &parties, &zone, notice)).collect(),
        next: w.date_time(next),
        overdue,
        begun,
        earlier,
        place,
        crisis,
        w,
    })
}

/// "The same in Spanish".
fn in_other(w: &Words, lang: Lang) -> &'static str {
    match lang {
        Lang::En => w.situation_in_english(),
        Lang::Es => w.situation_in_spanish(),
    }
}

#[derive(Template)]
#[template(path = "crisis/situation/inside.html")]
struct Inside {
    page: Page,
    w: Words,
    frame: Frame,
    form: Form,
    all: Vec<Told>,
    book: &'static Playbook,
    own: Option<Uuid>,
    person: Option<Uuid>,
    public: String,
    overdue: Option<String>,
}

impl Inside {
    fn languages(&self) -> Vec<(&'static str, &'static str)> {
        Lang::ALL.iter().map(|lang| (lang.code(), lang.native_name())).collect()
    }

    fn other(&self) -> &'static str {
        in_other(&self.w, other(Lang::from_code(self.form.value("language")).unwrap_or(self.w.lang())))
    }

    fn may_stand_behind(&self, told: &Told) -> bool {
        let silent = |own: Uuid| told.notice.party != own && !told.notice.behind.contains(&own);
        self.frame.works && self.own.is_some_and(silent)
    }

    fn may_review(&self, told: &Told) -> bool {
        let unread = |t: &super::Translated| !t.reviewed && t.made_by != self.person;
        self.frame.works && told.notice.translation.as_ref().is_some_and(unread)
    }

    fn may_translate(&self, told: &Told) -> bool {
        self.frame.works && told.notice.translation.is_none()
    }
}

#[derive(Debug, Default, Deserialize)]
struct From {
    /// The place of a message in the playbook.
    message: Option<usize>,
}

async fn view(ask: &Ask, at: &At, from: Option<usize>, sent: Option<Form>) -> Result<Inside, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, at.partnership).await?;
    let w = seat.words(&ask.w);
    let frame = Frame::of(ask, &mut tx, &seat, at.crisis).await?;
    let (lang, code) = (w.lang(), frame.crisis.playbook);
    let book = playbook::of(code, lang)?;
    let mut form = sent.unwrap_or_else(|| Form::blank(ask).with("language", lang.code()));
    let both =
        from.and_then(|at| book.messages.get(at).zip(playbook::of(code, other(lang)).ok()?.messages.get(at)));
    if let Some((mine, theirs)) = both {
        let pairs = [
            ("known", &mine.known),
            ("unknown", &mine.unknown),
            ("ask", &mine.ask),
            ("known_other", &theirs.known),
            ("unknown_other", &theirs.unknown),
            ("ask_other", &theirs.ask),
        ];
        form = pairs.into_iter().fold(form, |form, (name, value)| form.with(name, value.clone()));
    }
    let notices = store::list(&mut tx, at.crisis).await?;
    let late =
        |notice: &&Notice| frame.crisis.lives() && Moment::of_civil(notice.next_by, &frame.zone) < frame.now;
    Ok(Inside {
        page: Page::new(ask, w.crisis_way_situation()).within(&seat),
        overdue: notices.first().filter(late).map(|notice| w.date_time(notice.next_by)),
        all: notices.into_iter().map(|notice| told(&w, &frame.parties, &frame.zone, notice)).collect(),
        own: seat.membership().and_then(|m| m.party.as_ref()).map(|p| p.id),
        person: seat.actor().id(),
        public: format!("/situation/{}", at.partnership),
        frame,
        form,
        book,
        w,
    })
}

async fn inside(ask: Ask, Path(at): Path<At>, Query(from): Query<From>) -> Reply {
    show(&view(&ask, &at, from.message, None).await?)
}

async fn publish(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::publish(&mut act, &seat, at.crisis, &form.input()?).await, &form, &w)? {
        // Families can read it at once, so whoever writes it reads it first as they will. Nothing lasts before.
        Ok(()) if form.value("read") != "yes" => {
            drop(act);
            show(&as_families_read(&ask, &seat, &at, &form).await?)
        }
        Ok(()) => ask.done(act, &form, at.path("/situation"), w.situation_done_published()).await,
        Err(form) => {
            drop(act);
            refused(&view(&ask, &at, None, Some(form)).await?)
        }
    }
}

/// The page before a message is public: its words, who will hear, and when the next one is promised.
async fn as_families_read(ask: &Ask, seat: &Seat, at: &At, form: &Form) -> Result<Confirm, Error> {
    let mut tx = ask.look().await?;
    let w = seat.words(&ask.w);
    let own = seat.party()?.id;
    let hearers = letters::hearers(&mut tx, seat, &w, |line| line.lead && line.party != Some(own)).await?;
    let names: Vec<String> = hearers.into_iter().map(|one| one.name).collect();
    let page = Page::new(ask, w.situation_publish_title()).within(seat);
    let mut confirm = Confirm::new(page, w, Form::blank(ask), at.path("/situation"), at.path("/situation"))
        .with("read", "yes");
    let parts =
        [("known", w.situation_known()), ("unknown", w.situation_unknown()), ("ask", w.situation_ask())];
    for (field, name) in parts {
        confirm = confirm.says(format!("{name}: {}", form.value(field)));
    }
    if form.value("known_other").trim().is_empty() {
        confirm = confirm.says(w.situation_publish_one_language());
    }
    if let Ok(next) = form.value("next_by").parse::<jiff::civil::DateTime>() {
        confirm = confirm.says(w.situation_next(w.date_time(next)));
    }
    confirm = confirm.says(w.situation_publish_all());
    if !names.is_empty() {
        confirm = confirm.says(w.situation_publish_letters(w.list(&names))).with("_heard", "yes");
    }
    for field in
        ["language", "known", "unknown", "ask", "known_other", "unknown_other", "ask_other", "next_by"]
    {
        confirm = confirm.with(field, form.value(field));
    }
    Ok(confirm.button(w.situation_publish()))
}

async fn stand_behind(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::stand_behind(&mut act, &seat, at.crisis, at.one).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, at.path("/situation"), w.situation_done_behind()).await,
        Err(form) => {
            drop(act);
            refused(&view(&ask, &at, None, Some(form)).await?)
        }
    }
}

#[derive(Template)]
#[template(path = "crisis/situation/translate.html")]
struct Translating {
    page: Page,
    w: Words,
    frame: Frame,
    form: Form,
    told: Told,
}

async fn translating(ask: &Ask, at: &At, form: Form) -> Result<Translating, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, at.partnership).await?;
    let w = seat.words(&ask.w);
    let frame = Frame::of(ask, &mut tx, &seat, at.crisis).await?;
    let notice = store::one(&mut tx, at.crisis, at.one).await?;
    if !is_on(&mut tx, &seat, at.crisis).await? {
        return Err(Error::Forbidden);
    }
    let page = Page::new(ask, in_other(&w, notice.other())).within(&seat);
    // Who translates reads the words that were written.
    let told = told(&Words::new(notice.language), &frame.parties, &frame.zone, notice);
    Ok(Translating { page, frame, form, told, w })
}

async fn translation_page(ask: Ask, Path(at): Path<At>) -> Reply {
    show(&translating(&ask, &at, Form::blank(&ask)).await?)
}

async fn translate(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::translate(&mut act, &seat, at.crisis, at.one, &form.input()?).await;
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, at.path("/situation"), w.situation_done_translated()).await,
        Err(form) => {
            drop(act);
            refused(&translating(&ask, &at, form).await?)
        }
    }
}

async fn review(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::review(&mut act, &seat, at.crisis, at.one).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, at.path("/situation"), w.situation_done_read()).await,
        Err(form) => {
            drop(act);
            refused(&view(&ask, &at, None, Some(form)).await?)
        }
    }
}
