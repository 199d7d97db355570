//! The demo's own pages: sign in as anybody with one click, and read the letters that would have been
//! sent. Outside `concord demo` these routes do not exist.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;
use words::Words;

use super::store::{self, Somebody};
use crate::access::Policy;
use crate::error::Error;
use crate::mail;
use crate::people::session;
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, show};

/// So many people are suggested.
const MOST_FIRST: usize = 5;
/// As many letters as the page shows.
const LETTERS: i64 = 100;

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/demo/people", Policy::Demo, people)
        .post("/demo/people/{person}", Policy::Demo, sign_in)
        .get("/demo/mail", Policy::Demo, letters)
}

/// The people of one partnership.
struct Circle {
    name: Option<String>,
    parties: Vec<Side>,
}

impl Circle {
    fn size(&self) -> usize {
        self.parties.iter().map(|side| side.people.len()).sum()
    }
}

/// The people of one party.
struct Side {
    name: Option<String>,
    people: Vec<Somebody>,
}

#[derive(Template)]
#[template(path = "demo/people.html")]
struct People {
    page: Page,
    w: Words,
    form: Form,
    /// Whom to be first: a lead of each side of the largest partnership, and somebody who leads nothing.
    first: Vec<Somebody>,
    circles: Vec<Circle>,
}

impl People {
    /// One line of who they are.
    fn who(&self, somebody: &Somebody) -> String {
        let w = &self.w;
        let chair = match (somebody.role.as_deref(), somebody.lead) {
            (None, _) if somebody.operator => w.demo_operator().to_owned(),
            (None, _) => w.demo_nowhere().to_owned(),
            (Some(_), true) => w.demo_lead().to_owned(),
            (Some(role), false) => w.demo_role(role),
        };
        if somebody.job_title.is_empty() { chair } else { format!("{} · {chair}", somebody.job_title) }
    }
}

async fn people(ask: Ask) -> Reply {
    let everybody = store::everybody(&mut ask.look().await?).await?;
    let page = Page::new(&ask, ask.w.demo_people_title());
    let mut circles = circles(everybody);
    circles.sort_by_key(|circle| (circle.name.is_none(), std::cmp::Reverse(circle.size())));
    let first = circles.first().map(suggested).unwrap_or_default();
    show(&People { page, w: ask.w, form: Form::blank(&ask), first, circles })
}

/// A lead of each side and one member who leads nothing, at most five: other eyes each time.
fn suggested(circle: &Circle) -> Vec<Somebody> {
    let sides = || circle.parties.iter().filter(|side| side.name.is_some());
    let leads = sides().filter_map(|side| side.people.iter().find(|one| one.lead));
    let others = sides().filter_map(|side| side.people.iter().find(|one| !one.lead));
    leads.take(MOST_FIRST - 1).chain(others.take(1)).cloned().collect()
}

/// Groups people who come sorted by partnership and party.
fn circles(everybody: Vec<Somebody>) -> Vec<Circle> {
    let mut circles: Vec<Circle> = Vec::new();
    for somebody in everybody {
        if circles.last().is_none_or(|circle| circle.name != somebody.partnership) {
            circles.push(Circle { name: somebody.partnership.clone(), parties: Vec::new() });
        }
        let Some(circle) = circles.last_mut() else { continue };
        if circle.parties.last().is_none_or(|side| side.name != somebody.party) {
            circle.parties.push(Side { name: somebody.party.clone(), people: Vec::new() });
        }
        if let Some(side) = circle.parties.last_mut() {
            side.people.push(somebody);
        }
    }
    circles
}

async fn sign_in(ask: Ask, Path(person): Path<Uuid>, _form: Form) -> Result<Response, Error> {
    let mut act = ask.site.act().await?;
    if !store::is_here(&mut act, person).await? {
        return Err(Error::Unseen);
    }
    let token = session::begin(&mut act, person, &ask.device(), "demo").await?;
    act.commit().await?;
    Ok(session::let_in(&ask, &token, "/home", ""))
}

#[derive(Template)]
#[template(path = "demo/mail.html")]
struct Outbox {
    page: Page,
    w: Words,
    letters: Vec<mail::Kept>,
}

impl Outbox {
    /// On the clock of the sample district, as its pages are.
    fn time(&self, letter: &mail::Kept) -> String {
        self.w.date_time(letter.created_at.civil(super::ZONE))
    }
}

async fn letters(ask: Ask) -> Reply {
    let letters = mail::outbox(&ask.site, LETTERS).await?;
    show(&Outbox { page: Page::new(&ask, ask.w.demo_mail_title()), w: ask.w, letters })
}
