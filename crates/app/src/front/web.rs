//! The front door, the guide's first page, and the list of everywhere somebody sits.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use words::Words;

use super::path::{Guide, Phase, Step};
use super::store::{self, Mine};
use super::{agreements, home, public, todo, tools};
use crate::access::{Policy, Right};
use crate::error::Error;
use crate::web::routes::Routes;
use crate::web::{Ask, Page, Reply, show};

const SEE: Policy = Policy::Seat(Right::See);

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/", Policy::Public, front)
        .get("/how", Policy::Public, how)
        .get("/guide", Policy::Public, guide)
        .get("/guide/{step}", Policy::Public, step)
        .get("/source", Policy::Public, source)
        .get("/home", Policy::SignedIn, list)
        .get("/todo", Policy::SignedIn, todo::everywhere)
        .get("/p/{partnership}", SEE, home::home)
        .get("/p/{partnership}/agreements", SEE, agreements::agreements)
        .get("/p/{partnership}/todo", SEE, todo::here)
        .get("/p/{partnership}/tools", SEE, tools::tools)
        .and(public::routes())
}

#[derive(Template)]
#[template(path = "front/front.html")]
struct Front {
    page: Page,
    w: Words,
    phases: Vec<(Phase, &'static str, &'static str)>,
}

async fn front(ask: Ask) -> Reply {
    let w = ask.w;
    let phases = Phase::ALL.map(|phase| (phase, phase.say(&w).0, phase.say(&w).1)).to_vec();
    show(&Front { page: Page::new(&ask, w.front_title()), phases, w })
}

/// Where the guide was before.
async fn how() -> Redirect {
    Redirect::permanent("/guide")
}

#[derive(Template)]
#[template(path = "front/guide.html")]
struct All {
    page: Page,
    w: Words,
    phases: Vec<(Phase, &'static str, Steps)>,
}

type Steps = Vec<(Step, Guide)>;

async fn guide(ask: Ask) -> Reply {
    let w = ask.w;
    let guides = |phase: Phase| phase.steps().iter().map(|step| (*step, step.guide(&w))).collect();
    let phases = Phase::ALL.map(|phase| (phase, phase.say(&w).0, guides(phase))).to_vec();
    show(&All { page: Page::new(&ask, w.how_title()), phases, w })
}

#[derive(Template)]
#[template(path = "front/step.html")]
struct One {
    page: Page,
    w: Words,
    step: Guide,
}

async fn step(ask: Ask, Path(code): Path<String>) -> Reply {
    let step = Step::from_code(&code).ok_or(Error::Unseen)?.guide(&ask.w);
    show(&One { page: Page::new(&ask, step.name), w: ask.w, step })
}

#[derive(Template)]
#[template(path = "front/source.html")]
struct Source {
    page: Page,
    w: Words,
    version: &'static str,
}

/// Where the source of this very version is: the operator's link, or who must be asked for it.
async fn source(ask: Ask) -> Reply {
    let url = &ask.site.settings.source_url;
    if !url.is_empty() {
        return Ok(Redirect::to(url).into_response());
    }
    show(&Source {
        page: Page::new(&ask, ask.w.source_title()),
        w: ask.w,
        version: env!("CARGO_PKG_VERSION"),
    })
}

#[derive(Template)]
#[template(path = "front/list.html")]
struct List {
    page: Page,
    w: Words,
    mine: Vec<Mine>,
}

/// Everywhere its reader sits; with one seat, straight there.
async fn list(ask: Ask) -> Result<Response, Error> {
    let person = ask.person()?.id;
    let mine = store::of_person(&mut ask.look().await?, person).await?;
    if let [only] = mine.as_slice() {
        return Ok(Redirect::to(&format!("/p/{}", only.id)).into_response());
    }
    show(&List { page: Page::new(&ask, ask.w.home_title()), w: ask.w, mine })
}
