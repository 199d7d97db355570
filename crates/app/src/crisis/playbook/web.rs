//! The playbooks' pages, for anybody: the list, each one to read and print, and each as one file to keep.

use askama::Template;
use axum::extract::Path;
use words::Words;

use super::file::{self, Body};
use super::{Code, Playbook, of};
use crate::access::Policy;
use crate::error::Error;
use crate::web::routes::Routes;
use crate::web::{Ask, Page, Reply, reply, show};

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/playbooks", Policy::Public, list)
        .get("/playbooks/{playbook}", Policy::Public, one)
        .get("/playbooks/{playbook}/file", Policy::Public, keep)
}

#[derive(Template)]
#[template(path = "crisis/playbook/list.html")]
struct List {
    page: Page,
    w: Words,
    books: Vec<(&'static str, &'static Playbook)>,
}

async fn list(ask: Ask) -> Reply {
    let mut books = Vec::new();
    for code in Code::ALL {
        books.push((code.code(), of(*code, ask.w.lang())?));
    }
    show(&List { page: Page::new(&ask, ask.w.playbook_title()), w: ask.w, books })
}

#[derive(Template)]
#[template(path = "crisis/playbook/show.html")]
struct One {
    page: Page,
    w: Words,
    code: &'static str,
    body: String,
}

fn known(code: &str) -> Result<Code, Error> {
    Code::from_code(code).ok_or(Error::Unseen)
}

async fn one(ask: Ask, Path(code): Path<String>) -> Reply {
    let code = known(&code)?;
    let body = Body::new(code, ask.w)?;
    let page = Page::new(&ask, body.book.title.clone());
    let body = body.render().map_err(crate::error::broken)?;
    show(&One { page, w: ask.w, code: code.code(), body })
}

async fn keep(ask: Ask, Path(code): Path<String>) -> Reply {
    let code = known(&code)?;
    let name = format!("{}-{}.html", ask.w.playbook_file(), code.code());
    Ok(reply::file(&name, "text/html; charset=utf-8", file::page(code, ask.w)?))
}
