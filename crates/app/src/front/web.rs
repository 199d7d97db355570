//! The front door, help, and where the source is.

use askama::Template;
use axum::response::{IntoResponse, Redirect};
use words::Words;

use super::path::Phase;
use super::{agreements, everywhere, guide, home, public, todo, tools};
use crate::access::{Policy, Right};
use crate::features;
use crate::web::routes::Routes;
use crate::web::{Ask, Page, Reply, show};

const SEE: Policy = Policy::Seat(Right::See);

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/", Policy::Public, front)
        .get("/source", Policy::Public, source)
        .get("/help", Policy::Public, help)
        .get("/home", Policy::SignedIn, everywhere::page)
        .get("/todo", Policy::SignedIn, todo::everywhere)
        .get("/p/{partnership}", SEE, home::home)
        .get("/p/{partnership}/agreements", SEE, agreements::agreements)
        .get("/p/{partnership}/todo", SEE, todo::here)
        .get("/p/{partnership}/tools", SEE, tools::tools)
        .and(public::routes())
        .and(guide::routes())
}

#[derive(Template)]
#[template(path = "front/front.html")]
struct Front {
    page: Page,
    w: Words,
    phases: Vec<(Phase, &'static str, &'static str)>,
    playbooks: bool,
    library: bool,
}

async fn front(ask: Ask) -> Reply {
    let w = ask.w;
    let phases = Phase::ALL.map(|phase| (phase, phase.say(&w).0, phase.say(&w).1)).to_vec();
    let (playbooks, library) = (features::has_page("/playbooks"), features::has_page("/library"));
    show(&Front { page: Page::new(&ask, w.front_title()), phases, playbooks, library, w })
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
#[template(path = "front/help.html")]
struct Help {
    page: Page,
    w: Words,
    contact: String,
}

/// What helps when something is lost, and whom to write to.
async fn help(ask: Ask) -> Reply {
    let contact = ask.site.settings.contact.clone();
    show(&Help { page: Page::new(&ask, ask.w.help_title()), w: ask.w, contact })
}
