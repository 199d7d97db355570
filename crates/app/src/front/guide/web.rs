//! The pages of the guide, open to everybody, and the files that can be taken away.

use askama::Template;
use axum::extract::Path;
use axum::response::{Redirect, Response};
use words::Words;

use super::content::{self, Chapter, Tool};
use crate::access::Policy;
use crate::error::{Error, broken};
use crate::features;
use crate::front::path::Phase;
use crate::front::store;
use crate::web::routes::Routes;
use crate::web::{Ask, Page, Reply, reply, show};

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/how", Policy::Public, how)
        .get("/guide", Policy::Public, guide)
        .get("/guide/{step}", Policy::Public, chapter)
        .get("/guidebook", Policy::Public, book)
        .get("/guidebook/file", Policy::Public, book_file)
        .get("/tools/{name}", Policy::Public, tool)
        .get("/tools/{name}/file", Policy::Public, tool_file)
}

/// Where the guide stood before.
async fn how() -> Redirect {
    Redirect::permanent("/guide")
}

/// Chapters under a heading.
struct Shelf {
    anchor: &'static str,
    name: Option<&'static str>,
    chapters: Vec<&'static Chapter>,
}

#[derive(Template)]
#[template(path = "front/guide/all.html")]
struct All {
    page: Page,
    w: Words,
    shelves: Vec<Shelf>,
    tools: &'static [Tool],
}

async fn guide(ask: Ask) -> Reply {
    let w = ask.w;
    let page = Page::new(&ask, w.guide_title());
    show(&All { page, shelves: shelves(&w), tools: content::tools(w.lang()), w })
}

fn shelves(w: &Words) -> Vec<Shelf> {
    let chapters = content::chapters(w.lang());
    let of = |code: &str| chapters.iter().filter(|one| one.code == code).collect::<Vec<_>>();
    let phases = Phase::ALL.iter().map(|phase| Shelf {
        anchor: phase.anchor(),
        name: Some(phase.say(w).0),
        chapters: phase.steps().iter().flat_map(|step| of(step.code())).collect(),
    });
    let before = Shelf { anchor: "before", name: None, chapters: of("readiness") };
    let beside = Shelf { anchor: "crisis", name: Some(w.front_crisis_title()), chapters: of("crisis") };
    std::iter::once(before).chain(phases).chain([beside]).collect()
}

#[derive(Template)]
#[template(path = "front/guide/one.html")]
struct One {
    page: Page,
    w: Words,
    chapter: &'static Chapter,
    before: Option<&'static Chapter>,
    after: Option<&'static Chapter>,
    paper: Vec<&'static Tool>,
    /// Where the reader can do it: name and address.
    here: Vec<(String, String)>,
}

async fn chapter(ask: Ask, Path(code): Path<String>) -> Reply {
    let w = ask.w;
    let chapters = content::chapters(w.lang());
    let at = chapters.iter().position(|one| one.code == code).ok_or(Error::Unseen)?;
    let chapter = chapters.get(at).ok_or(Error::Unseen)?;
    let stands = features::has_page(&format!("/p/{{partnership}}/{}", chapter.page));
    let here = match ask.actor.person().filter(|_| stands) {
        None => Vec::new(),
        Some(person) => store::of_person(&mut ask.look().await?, person.id)
            .await?
            .into_iter()
            .map(|mine| (mine.name, format!("/p/{}/{}", mine.id, chapter.page)))
            .collect(),
    };
    show(&One {
        page: Page::new(&ask, chapter.title.clone()),
        w,
        before: at.checked_sub(1).and_then(|before| chapters.get(before)),
        after: chapters.get(at + 1),
        paper: content::tools(w.lang()).iter().filter(|tool| chapter.paper.contains(&tool.name)).collect(),
        chapter,
        here,
    })
}

#[derive(Template)]
#[template(path = "front/guide/book.html")]
struct Book {
    page: Page,
    w: Words,
    chapters: &'static [Chapter],
    tools: &'static [Tool],
}

async fn book(ask: Ask) -> Reply {
    let w = ask.w;
    let page = Page::new(&ask, w.guide_book());
    show(&Book { page, chapters: content::chapters(w.lang()), tools: content::tools(w.lang()), w })
}

#[derive(Template)]
#[template(path = "front/guide/tool.html")]
struct Sheet {
    page: Page,
    w: Words,
    tool: &'static Tool,
    steps: Vec<&'static Chapter>,
}

fn found(w: &Words, name: &str) -> Result<&'static Tool, Error> {
    content::tools(w.lang()).iter().find(|tool| tool.name == name).ok_or(Error::Unseen)
}

async fn tool(ask: Ask, Path(name): Path<String>) -> Reply {
    let w = ask.w;
    let tool = found(&w, &name)?;
    let steps = content::chapters(w.lang()).iter().filter(|one| tool.steps.contains(&one.code)).collect();
    show(&Sheet { page: Page::new(&ask, tool.title.clone()), w, tool, steps })
}

/// A file that needs nothing from the network.
#[derive(Template)]
#[template(path = "front/guide/file.html")]
struct File {
    w: Words,
    title: String,
    style: &'static str,
    chapters: &'static [Chapter],
    tools: &'static [Tool],
}

impl File {
    fn answer(&self, name: &str) -> Result<Response, Error> {
        let html = self.render().map_err(broken)?;
        let name = format!("concord-{name}-{}.html", self.w.lang().code());
        Ok(reply::file(&name, "text/html; charset=utf-8", html.into()))
    }
}

const STYLE: &str = include_str!("file.css");

async fn book_file(ask: Ask) -> Result<Response, Error> {
    let (w, lang) = (ask.w, ask.w.lang());
    let (chapters, tools) = (content::chapters(lang), content::tools(lang));
    File { title: w.guide_book().to_owned(), style: STYLE, chapters, tools, w }.answer("guidebook")
}

async fn tool_file(ask: Ask, Path(name): Path<String>) -> Result<Response, Error> {
    let w = ask.w;
    let tool = found(&w, &name)?;
    let tools = std::slice::from_ref(tool);
    File { title: tool.title.clone(), style: STYLE, chapters: &[], tools, w }.answer(&tool.name)
}
