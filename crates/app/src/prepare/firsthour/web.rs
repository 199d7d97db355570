//! The pages of the first half hour: one that goes along with the two leaders, and one to print.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;
use words::Words;

use super::commands::{self, concern_words};
use super::rules;
use super::{Hour, Proposed, State, counted, store};
use crate::access::{Policy, Right, Seat};
use crate::error::Error;
use crate::people::membership::{self, Party};
use crate::people::partnership::State as Standing;
use crate::prepare::readiness::{self, Item, Round};
use crate::record;
use crate::site::{Act, Moment};
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

mod print;

const SEE: Policy = Policy::Seat(Right::See);
const LEAD: Policy = Policy::Seat(Right::FirstHour);

/// How many of the six are offered as concerns.
const OFFERED: usize = 5;

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/p/{partnership}/first-hour", SEE, show_page)
        .get("/p/{partnership}/first-hour/print", SEE, print::page)
        .post("/p/{partnership}/first-hour/name", LEAD, name)
        .post("/p/{partnership}/first-hour/pick", LEAD, pick)
        .post("/p/{partnership}/first-hour/meeting", LEAD, propose)
        .post("/p/{partnership}/first-hour/answer", LEAD, answer)
}

/// Which part the two leaders are at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Six,
    Name,
    Pick,
    Meet,
    Done,
}

/// Who has done their part and who has not.
struct Line {
    state: &'static str,
    party: String,
    says: String,
}

/// A meeting in words.
struct Meeting {
    when: String,
    place: String,
    by: String,
    until: String,
    yes: Vec<String>,
    /// Whether this reader's answer is awaited.
    mine: bool,
    agreed: bool,
}

#[derive(Template)]
#[template(path = "prepare/firsthour/show.html")]
struct View {
    page: Page,
    w: Words,
    path: String,
    form: Form,
    part: Part,
    lead: bool,
    draft: bool,
    ended: bool,
    offered: Vec<(&'static str, String)>,
    named: bool,
    choices: Vec<(String, String, String)>,
    lines: Vec<Line>,
    until: String,
    concern: String,
    /// What else was named, with who named it.
    rest: Vec<(String, String)>,
    meeting: Option<Meeting>,
    /// The planned meeting, once it is set.
    agenda: Option<Uuid>,
    declined: bool,
}

impl View {
    /// Which of the four parts it is, for the reader.
    fn number(&self) -> i64 {
        match self.part {
            Part::Six => 1,
            Part::Name | Part::Pick => 2,
            Part::Meet => 3,
            Part::Done => 4,
        }
    }
}

async fn show_page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    show(&view(&ask, id, Form::blank(&ask)).await?)
}

fn part(round: Option<&Round>, hour: Option<&Hour>) -> Part {
    match (round, hour) {
        (_, Some(hour)) if hour.state == State::Done => Part::Done,
        (None, _) => Part::Six,
        (_, Some(hour)) if hour.state == State::Open && hour.concern.is_some() => Part::Meet,
        (_, Some(hour)) if hour.state == State::Open && hour.named_at.is_some() => Part::Pick,
        _ => Part::Name,
    }
}

async fn view(ask: &Ask, id: Uuid, form: Form) -> Result<View, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let round = readiness::latest_shown(&mut tx, id).await?;
    let newest = store::newest(&mut tx, id).await?;
    let parties = membership::parties(&mut tx, id).await?;
    let part = part(round.as_ref(), newest.as_ref());
    let ended = newest.as_ref().is_some_and(|hour| hour.state == State::Ended);
    let hour = newest.filter(|hour| hour.state != State::Ended);
    let own = seat.membership().and_then(|m| m.party.as_ref()).map(|party| party.id);
    let zone = seat.partnership().zone.clone();
    let mine = hour.as_ref().map_or_else(Vec::new, |hour| {
        hour.concerns.iter().filter(|one| Some(one.party) == own).collect::<Vec<_>>()
    });
    let form = match part {
        Part::Name if form.errors().is_empty() => mine.iter().fold(form, |form, one| match one.item {
            Some(item) => form.with(item.code(), "yes"),
            None => form.with("words", one.words.clone().unwrap_or_default()),
        }),
        Part::Pick => {
            let before =
                hour.as_ref().and_then(|hour| hour.picks.iter().find(|pick| Some(pick.party) == own));
            before.into_iter().fold(form, |form, pick| form.with("concern", pick.concern.to_string()))
        }
        _ => form,
    };
    let mark = match &hour {
        Some(hour) => record::mark_of(&mut tx, hour.id).await?,
        None => None,
    };
    let lines = match (&hour, part) {
        (Some(hour), Part::Name | Part::Pick) => lines(&w, hour, part, &parties),
        _ => Vec::new(),
    };
    Ok(View {
        page: Page::new(ask, w.firsthour_title()).within(&seat).marked(mark).live(),
        path: format!("/p/{id}/first-hour"),
        part,
        lead: seat.could(Right::FirstHour),
        draft: seat.partnership().state == Standing::Draft,
        ended,
        offered: offered(&w, round.as_ref()),
        named: !mine.is_empty(),
        choices: hour.as_ref().map_or_else(Vec::new, |hour| choices(&w, hour, &parties)),
        lines,
        until: hour.as_ref().map_or_else(String::new, |hour| last_day(&w, hour.answer_by, &zone)),
        concern: hour.as_ref().map_or_else(String::new, |hour| picked(&w, hour)),
        rest: hour.as_ref().map_or_else(Vec::new, |hour| rest(&w, hour, &parties)),
        meeting: hour.as_ref().and_then(|hour| hour.meeting()).map(|one| meeting(&w, one, own, &parties)),
        agenda: hour.as_ref().and_then(|hour| hour.meeting()).and_then(|one| one.meeting),
        declined: hour.as_ref().is_some_and(|hour| {
            hour.meeting().is_none() && hour.meetings.first().is_some_and(|one| one.state != "replaced")
        }),
        form,
        w,
    })
}

fn last_day(w: &Words, at: Moment, zone: &str) -> String {
    w.date(at.plus(-1).civil(zone).date())
}

/// The picked concern in words.
fn picked(w: &Words, hour: &Hour) -> String {
    let concern = hour.concern.and_then(|id| hour.named(id));
    concern.map_or_else(String::new, |concern| concern_words(w, concern))
}

/// The items to choose concerns from: the widest gaps and what all miss, else all six.
fn offered(w: &Words, round: Option<&Round>) -> Vec<(&'static str, String)> {
    let found = round.and_then(Round::picture).map_or_else(Vec::new, |picture| picture.concerns(OFFERED));
    let items = if found.is_empty() { Item::ALL.to_vec() } else { found };
    items.into_iter().map(|item| (item.code(), readiness::topic(w, item))).collect()
}

fn party_name(parties: &[Party], id: Uuid) -> &str {
    parties.iter().find(|party| party.id == id).map_or("", |party| party.name.as_str())
}

/// What can be picked, once everybody may see what was named.
fn choices(w: &Words, hour: &Hour, parties: &[Party]) -> Vec<(String, String, String)> {
    if hour.named_at.is_none() {
        return Vec::new();
    }
    let says = |choice: rules::Choice| {
        let mut by: Vec<&str> = choice.by.iter().map(|party| party_name(parties, *party)).collect();
        by.sort_unstable();
        let words = hour.named(choice.concern).map_or_else(String::new, |one| concern_words(w, one));
        (choice.concern.to_string(), words, w.firsthour_named_by(w.list(&by)))
    };
    rules::choices(&hour.concerns).into_iter().map(says).collect()
}

/// What was named beside the concern that was picked: it can be next, and whoever named it finds it again.
fn rest(w: &Words, hour: &Hour, parties: &[Party]) -> Vec<(String, String)> {
    let Some(picked) = hour.concern.map(|id| id.to_string()) else { return Vec::new() };
    let all = choices(w, hour, parties).into_iter();
    all.filter(|(id, _, _)| *id != picked).map(|(_, words, by)| (words, by)).collect()
}

fn lines(w: &Words, hour: &Hour, part: Part, parties: &[Party]) -> Vec<Line> {
    let mut lines: Vec<Line> = counted(parties)
        .into_iter()
        .map(|party| {
            let pick = hour.picks.iter().find(|pick| pick.party == party);
            let (state, says) = match (part, pick) {
                (Part::Pick, Some(pick)) => {
                    let words =
                        hour.named(pick.concern).map_or_else(String::new, |one| concern_words(w, one));
                    ("done", w.firsthour_has_picked(&pick.name, words))
                }
                (Part::Pick, None) => ("waiting", w.firsthour_picks().to_owned()),
                _ if hour.has_named(party) => ("done", w.firsthour_has_named().to_owned()),
                _ => ("waiting", w.firsthour_names().to_owned()),
            };
            Line { state, party: party_name(parties, party).to_owned(), says }
        })
        .collect();
    lines.sort_by(|one, other| one.party.cmp(&other.party));
    lines
}

fn meeting(w: &Words, one: &Proposed, own: Option<Uuid>, parties: &[Party]) -> Meeting {
    let yes = |yes: &super::Yes| match yes.brings.as_str() {
        "" => w.firsthour_says_yes(&yes.name, party_name(parties, yes.party)),
        brings => w.firsthour_brings(party_name(parties, yes.party), brings),
    };
    Meeting {
        when: format!("{}, {}", w.weekday_date(one.starts.date()), w.time(one.starts.time())),
        place: one.place.clone(),
        by: w.firsthour_proposed_by(&one.name, party_name(parties, one.party)),
        until: last_day(w, one.answer_by, &one.zone),
        yes: one.yes.iter().map(yes).collect(),
        mine: one.state == "open" && one.yes.iter().all(|yes| Some(yes.party) != own),
        agreed: one.state == "agreed",
    }
}

async fn name(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let outcome = commands::name(&mut act, &seat, &form.input()?).await;
    answered(&ask, id, act, &seat, form, outcome, Words::firsthour_done_named).await
}

async fn pick(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let outcome = commands::pick(&mut act, &seat, &form.input()?).await;
    answered(&ask, id, act, &seat, form, outcome, Words::firsthour_done_picked).await
}

async fn propose(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let outcome = commands::propose(&mut act, &seat, &form.input()?).await;
    answered(&ask, id, act, &seat, form, outcome, Words::firsthour_done_proposed).await
}

async fn answer(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let outcome = commands::answer(&mut act, &seat, &form.input()?).await;
    answered(&ask, id, act, &seat, form, outcome, Words::firsthour_done_answered).await
}

/// On to the page with a sentence, or the page again with what the rule said.
async fn answered(
    ask: &Ask,
    id: Uuid,
    act: Act,
    seat: &Seat,
    form: Form,
    outcome: Result<(), Error>,
    done: fn(&Words) -> &'static str,
) -> Result<Response, Error> {
    let w = seat.words(&ask.w);
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, format!("/p/{id}/first-hour"), done(&w)).await,
        Err(form) => {
            drop(act);
            refused(&view(ask, id, form).await?)
        }
    }
}
