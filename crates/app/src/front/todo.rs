//! Everything that waits for its reader, in one partnership or in all: until when, how long it takes,
//! and what happens without an answer. Below it stands what they did today.

use askama::Template;
use axum::extract::Path;
use db::Tx;
use uuid::Uuid;
use words::Words;

use super::store;
use crate::access::{Actor, Right, Seat};
use crate::error::Error;
use crate::record;
use crate::site::Moment;
use crate::web::{Ask, Page, Reply, Waiting, show};

/// One thing that waits, in words.
pub(super) struct Shown {
    pub(super) what: String,
    pub(super) link: String,
    pub(super) minutes: i64,
    pub(super) since: Option<String>,
    pub(super) until: Option<String>,
    /// Whether it is going on now, is late, or its date is today or tomorrow; with the word for it.
    pub(super) pressing: Option<(&'static str, &'static str)>,
    pub(super) silence: Option<&'static str>,
    /// Until when it goes on, for what is going on this minute.
    pub(super) going_on: Option<String>,
}

/// One thing that was done today.
struct Done {
    sentence: String,
    link: String,
}

/// What waits at one partnership.
struct Group {
    /// The name, where there are several.
    name: Option<String>,
    path: String,
    waits: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "front/todo.html")]
struct Todo {
    page: Page,
    w: Words,
    groups: Vec<Group>,
    done: Vec<Done>,
    everywhere: bool,
}

impl Todo {
    fn nothing(&self) -> bool {
        self.groups.iter().all(|group| group.waits.is_empty())
    }
}

/// A thing that waits, with its dates and what silence means in words.
pub(super) fn shown(w: &Words, seat: &Seat, one: Waiting, now: Moment) -> Shown {
    let zone = &seat.partnership().zone;
    let day = |moment: Moment| w.date(moment.civil(zone).date());
    Shown {
        // What has waited since before the clock began waits since nobody knows when.
        since: (one.since > Moment(0) && !one.going_on).then(|| day(one.since)),
        pressing: pressing(w, &one, now),
        going_on: one.going_on.then(|| going_on(w, one.until, zone, now)),
        until: one.until.filter(|_| !one.going_on).map(|until| day(until.plus(-1))),
        silence: silence(w, &one),
        what: one.what,
        link: one.link,
        minutes: one.minutes,
    }
}

/// How much it presses, by its date.
fn pressing(w: &Words, one: &Waiting, now: Moment) -> Option<(&'static str, &'static str)> {
    match one.until {
        _ if one.going_on => Some(("active", w.todo_now())),
        Some(until) if until <= now => Some(("due", w.todo_late())),
        Some(until) if until < now.plus(2 * Moment::DAY) => Some(("due", w.todo_soon())),
        _ => None,
    }
}

/// Until when a meeting goes on; past its end only that it does.
fn going_on(w: &Words, until: Option<Moment>, zone: &str, now: Moment) -> String {
    match until.filter(|until| *until > now) {
        Some(until) => w.todo_going_on(w.time(until.civil(zone).time())),
        None => w.todo_going_on_still().to_owned(),
    }
}

/// What happens when nobody answers, by the page where the answer is given. It is never taken as a yes.
fn silence(w: &Words, one: &Waiting) -> Option<&'static str> {
    let page = one.link.split('/').skip(3).collect::<Vec<_>>().join("/");
    let page = page.split(['?', '#']).next().unwrap_or_default();
    one.until?;
    // A meeting and a task ask for no yes.
    if one.going_on || page.starts_with("actions") {
        return None;
    }
    Some(match page {
        "joint" if one.link.contains("?silence=closes") => w.todo_silence_close(),
        "joint" => w.todo_silence_joint(),
        "commitment/sign" => w.todo_silence_sign(),
        "commitment/confirm" => w.todo_silence_confirm(),
        "commitment" => w.todo_silence_renew(),
        _ => w.todo_silence_other(),
    })
}

/// Midnight where the partnership is.
pub(super) fn today(seat: &Seat, now: Moment) -> Moment {
    let zone = &seat.partnership().zone;
    Moment::of_civil(now.civil(zone).date().at(0, 0, 0, 0), zone)
}

async fn group(
    tx: &mut Tx,
    seat: &Seat,
    w: &Words,
    now: Moment,
    named: bool,
) -> Result<(Group, Vec<Done>), Error> {
    let waits = super::waiting(tx, seat, w, now).await?;
    let path = format!("/p/{}", seat.partnership().id);
    let acts = record::by_person(tx, seat, w, seat.person()?, today(seat, now)).await?;
    let done = acts
        .into_iter()
        .map(|act| Done { sentence: act.sentence, link: format!("{path}/record/{}", act.number) })
        .collect();
    let group = Group {
        name: named.then(|| seat.partnership().name.clone()),
        path,
        waits: waits.into_iter().map(|one| shown(w, seat, one, now)).collect(),
    };
    Ok((group, done))
}

/// What waits at one partnership.
pub(super) async fn here(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let (group, done) = group(&mut tx, &seat, &w, ask.site.now(), false).await?;
    let page = Page::new(&ask, w.todo_title()).within(&seat).live();
    show(&Todo { page, w, groups: vec![group], done, everywhere: false })
}

/// What waits wherever its reader sits.
pub(super) async fn everywhere(ask: Ask) -> Reply {
    let mut tx = ask.look().await?;
    let (groups, done) = all(&ask, &mut tx).await?;
    let page = Page::new(&ask, ask.w.todo_title());
    show(&Todo { page, w: ask.w, groups, done, everywhere: true })
}

async fn all(ask: &Ask, tx: &mut Tx) -> Result<(Vec<Group>, Vec<Done>), Error> {
    let actor: &Actor = &ask.actor;
    let (mut groups, mut done) = (Vec::new(), Vec::new());
    for mine in store::of_person(tx, ask.person()?.id).await? {
        let seat = Seat::ask(tx, actor, mine.id, Right::See).await?;
        let (group, did) = group(tx, &seat, &seat.words(&ask.w), ask.site.now(), true).await?;
        groups.push(group);
        done.extend(did);
    }
    Ok((groups, done))
}
