//! The page on which a side answers, and the piece of page that shows who said what, for whatever can be accepted.

use agreement::joint::{Answer, USUAL_DAYS};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use db::Tx;
use uuid::Uuid;
use words::Words;

use super::{Ask as Put, Kind, Said, Standing, State, commands, store};
use crate::access::{Policy, Right, Seat};
use crate::error::Error;
use crate::people::membership;
use crate::record;
use crate::site::Moment;
use crate::text::markdown;
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

const SEE: Policy = Policy::Seat(Right::See);
const ANSWER: Policy = Policy::Seat(Right::AnswerJoint);

/// How many days a side may be given, in the order they are offered.
const DAYS: [i64; 4] = [7, USUAL_DAYS, 21, 30];

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/p/{partnership}/acceptance/{about}", SEE, page)
        .post("/p/{partnership}/acceptance/{about}", ANSWER, answer)
        .get("/p/{partnership}/acceptance/{about}/agreed", SEE, agreed)
}

/// What is put to the sides, in words.
pub fn what(w: &Words, kind: Kind, title: &str) -> String {
    match kind {
        Kind::Case => w.acceptance_what_case().to_owned(),
        Kind::Charter => w.acceptance_what_charter(title),
        Kind::Goal => w.acceptance_what_goal(title),
        Kind::Map => w.acceptance_what_map().to_owned(),
        Kind::Project => w.project_what_accepted(title),
        Kind::Structure => w.team_what_accepted().to_owned(),
    }
}

/// Where it stands, in one sentence.
pub(super) fn standing_words(w: &Words, standing: Standing) -> &'static str {
    match standing {
        Standing::Open => w.acceptance_standing_open(),
        Standing::Agreed => w.acceptance_standing_agreed(),
        Standing::Refused => w.acceptance_standing_refused(),
        Standing::Lapsed => w.acceptance_standing_lapsed(),
        Standing::Reopened => w.acceptance_standing_reopened(),
    }
}

/// What a page needs to show `people/acceptance/_acceptance.html`, under the name `acceptance`.
#[derive(Debug)]
pub struct Shown {
    /// Where it stands.
    pub state: State,
    w: Words,
    zone: String,
    /// Where an answer is sent.
    pub answer_at: String,
    /// Where the form that puts it to the sides is sent; empty for who may not.
    pub ask_at: String,
    /// The version that was put.
    pub version: i64,
    /// What it is about.
    pub about: Uuid,
    /// Whether the reader may answer now.
    pub may_answer: bool,
    /// What was wrong with the reason.
    pub error: Option<String>,
}

/// What to show of this version to the holder of this seat. `ask_at` is where the feature takes the form that
/// puts it to the sides.
pub async fn shown(
    tx: &mut Tx,
    seat: &Seat,
    w: &Words,
    (about, version): (Uuid, i64),
    ask_at: String,
    now: Moment,
) -> Result<Shown, Error> {
    let place = seat.partnership();
    let state = super::state(tx, place.id, about, version).await?;
    let parties = membership::parties(tx, place.id).await?;
    let own = seat.membership().and_then(|m| m.party.as_ref()).map(|p| p.id);
    let awaited = |ask: &Put| own.is_some_and(|own| ask.awaits(own, &parties, now));
    let may_answer = seat.could(Right::AnswerJoint) && state.ask.as_ref().is_some_and(awaited);
    let settled = state.is_open() || state.is_agreed();
    let sides = parties.iter().filter(|p| p.counts()).count();
    let may_ask = seat.could(Right::ProposeJoint) && !settled && sides >= agreement::joint::FEWEST_PARTIES;
    Ok(Shown {
        w: *w,
        zone: place.zone.clone(),
        answer_at: format!("/p/{}/acceptance/{about}", place.id),
        ask_at: if may_ask { ask_at } else { String::new() },
        version,
        about,
        may_answer,
        error: None,
        state,
    })
}

impl Shown {
    fn day(&self, at: Moment) -> String {
        self.w.date(at.civil(&self.zone).date())
    }

    /// The chip's state, for its colour.
    pub fn chip(&self) -> &'static str {
        match self.state.ask.as_ref().map(|ask| ask.standing) {
            Some(Standing::Agreed) => "done",
            Some(Standing::Open) => "waiting",
            Some(Standing::Refused) => "declined",
            Some(Standing::Lapsed) => "asleep",
            Some(Standing::Reopened) | None => "draft",
        }
    }

    /// Where it stands, in words.
    pub fn says(&self) -> &'static str {
        match self.state.ask.as_ref().map(|ask| ask.standing) {
            Some(standing) => standing_words(&self.w, standing),
            None => self.w.acceptance_standing_none(),
        }
    }

    /// Which version stands while this one is being written, and where to read it.
    pub fn stands(&self) -> Option<(String, String)> {
        let (agreed, at) = self.state.stands_before(self.version)?;
        let says = self.w.acceptance_stands(agreed, self.version, self.day(at));
        Some((says, format!("{}/agreed", self.answer_at)))
    }

    /// Who asked, when, and what happens without an answer.
    pub fn asked(&self) -> Option<String> {
        let ask = self.state.ask.as_ref()?;
        let (on, person) = (self.day(ask.asked_at), ask.asked_by.as_str());
        Some(match ask.standing {
            Standing::Open => {
                let last = self.day(ask.answer_by.plus(-1));
                format!("{} {}", self.w.acceptance_asked(on, person), self.w.acceptance_silence(last))
            }
            _ => self.w.acceptance_asked(on, person),
        })
    }

    /// Each party's line: the state of its mark, its name, what it says, and why not.
    pub fn lines(&self) -> Vec<(&'static str, &str, String, Option<&str>)> {
        let w = &self.w;
        let line = |said: &Said| match said.answer {
            Answer::Confirmed => ("done", w.acceptance_accepted(&said.by, self.day(said.at))),
            Answer::Refused => ("silent", w.acceptance_refused(&said.by, self.day(said.at))),
        };
        let mut lines = Vec::new();
        for stand in &self.state.parties {
            let name = stand.name.as_str();
            match (&stand.said, &self.state.ask) {
                (Some(said), _) => {
                    let (mark, says) = line(said);
                    lines.push((mark, name, says, said.reason.as_deref()));
                }
                (None, _) if stand.vacant => {
                    lines.push(("waiting", name, w.acceptance_vacant().to_owned(), None));
                }
                (None, Some(ask)) if ask.standing == Standing::Open => {
                    lines.push(("waiting", name, w.acceptance_awaited(self.day(ask.asked_at)), None));
                }
                (None, _) => lines.push(("waiting", name, w.acceptance_unasked().to_owned(), None)),
            }
        }
        lines
    }

    /// The days to choose from, and which is usual.
    pub fn days(&self) -> Vec<(i64, bool)> {
        DAYS.iter().map(|days| (*days, *days == USUAL_DAYS)).collect()
    }
}

#[derive(Template)]
#[template(path = "people/acceptance/answer.html")]
struct View {
    page: Page,
    w: Words,
    what: String,
    back: String,
    acceptance: Shown,
    form: Form,
}

async fn view(ask: &Ask, id: Uuid, about: Uuid, form: Form) -> Result<View, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let put = store::newest(&mut tx, id, about).await?.ok_or(Error::Unseen)?;
    let now = ask.site.now();
    let mut acceptance = shown(&mut tx, &seat, &w, (about, put.version), String::new(), now).await?;
    acceptance.error = form.error("reason").map(str::to_owned);
    let mark = record::mark_of(&mut tx, about).await?;
    Ok(View {
        page: Page::new(ask, w.acceptance_title()).within(&seat).marked(mark),
        what: what(&w, put.kind, &put.title),
        back: format!("/p/{id}/{}", put.page),
        acceptance,
        form,
        w,
    })
}

async fn page(ask: Ask, Path((id, about)): Path<(Uuid, Uuid)>) -> Reply {
    show(&view(&ask, id, about, Form::blank(&ask)).await?)
}

#[derive(Template)]
#[template(path = "people/acceptance/agreed.html")]
struct AgreedView {
    page: Page,
    w: Words,
    what: String,
    back: String,
    says: String,
    /// The words each side accepted; none if they were taken out.
    words: Option<String>,
    acceptance: Shown,
}

/// What each side agreed to, as it was then: it is in force also while a newer version is written.
async fn agreed(ask: Ask, Path((id, about)): Path<(Uuid, Uuid)>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let Some(put) = store::in_force(&mut tx, id, about).await? else {
        drop(tx);
        return show(&view(&ask, id, about, Form::blank(&ask)).await?);
    };
    let words = record::words_of(&mut tx, about, "acceptance.asked", put.asked_at, "words").await?;
    let now = ask.site.now();
    let mut acceptance = shown(&mut tx, &seat, &w, (about, put.version), String::new(), now).await?;
    acceptance.state.parties = super::stands_of(&mut tx, id, &put).await?;
    acceptance.state.ask = Some(put.clone());
    acceptance.may_answer = false;
    let on = acceptance.day(put.ended_at.unwrap_or(put.asked_at));
    show(&AgreedView {
        page: Page::new(&ask, w.acceptance_agreed_title()).within(&seat),
        what: what(&w, put.kind, &put.title),
        back: format!("/p/{id}/{}", put.page),
        says: w.acceptance_agreed_says(on, put.version),
        // Each line stays a line of its own.
        words: words.map(|words| markdown(&words.replace('\n', "  \n"))),
        acceptance,
        w,
    })
}

async fn answer(ask: Ask, Path((id, about)): Path<(Uuid, Uuid)>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::answer(&mut act, &seat, about, &form.input()?).await, &form, &w)? {
        Ok(put) => {
            let notice = match put.standing {
                Standing::Open => w.acceptance_done(),
                settled => standing_words(&w, settled),
            };
            ask.done(act, &form, format!("/p/{id}/{}", put.page), notice).await
        }
        Err(form) => {
            drop(act);
            refused(&view(&ask, id, about, form).await?)
        }
    }
}
