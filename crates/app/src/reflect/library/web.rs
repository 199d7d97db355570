//! The pages of the library, open to everybody.

use askama::Template;
use axum::extract::Path;
use uuid::Uuid;
use words::Words;

use super::store::{self, Shelved};
use crate::access::Policy;
use crate::reflect::lesson;
use crate::site::Moment;
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, show};

/// See the module.
pub fn routes() -> Routes {
    Routes::new().get("/library", Policy::Public, list).get("/library/{lesson}", Policy::Public, one)
}

#[derive(Template)]
#[template(path = "reflect/library/list.html")]
struct List {
    page: Page,
    w: Words,
    shelf: Vec<Shelved>,
}

impl List {
    fn from(&self, one: &Shelved) -> String {
        let day = one.published_at.map(|at| self.w.date(at.civil(&one.zone).date())).unwrap_or_default();
        self.w.library_from(day, &one.partnership)
    }
}

async fn list(ask: Ask) -> Reply {
    let shelf = store::all(&mut ask.look().await?, ask.w.lang()).await?;
    show(&List { page: Page::new(&ask, ask.w.library_title()), w: ask.w, shelf })
}

#[derive(Template)]
#[template(path = "reflect/library/one.html")]
struct One {
    page: Page,
    w: Words,
    form: Form,
    shelved: Shelved,
    count: i64,
    named: Vec<String>,
    mine: Vec<(Uuid, String)>,
}

impl One {
    fn day(&self, at: &Option<Moment>) -> String {
        at.map(|at| self.w.date(at.civil(&self.shelved.zone).date())).unwrap_or_default()
    }

    fn headed(&self) -> [(&'static str, &str); 5] {
        lesson::headed(&self.w, &self.shelved.parts)
    }

    /// The language the words are in.
    fn language(&self) -> &'static str {
        if self.shelved.translated { self.w.lang().code() } else { self.shelved.language.code() }
    }
}

async fn one(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let shelved = store::one(&mut tx, id, ask.w.lang()).await?;
    let lesson::TakenUp { count, named } = lesson::taken_up(&mut tx, id).await?;
    let mine = match ask.actor.person() {
        Some(person) if shelved.is_public() => store::could_take_up(&mut tx, person.id, id).await?,
        _ => Vec::new(),
    };
    let title = match shelved.is_public() {
        true => shelved.parts.title.clone(),
        false => ask.w.library_gone_title().to_owned(),
    };
    let (page, form) = (Page::new(&ask, title), Form::blank(&ask));
    show(&One { page, w: ask.w, form, shelved, count, named, mine })
}
