//! The case on one page: what stands on it, the forms to add to it, and the page to print.

use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;
use words::Words;

use super::{AREAS, Known, Measure, People, QUESTIONS, STUDIES, Study, WHO, commands, known, store};
use crate::access::{Policy, Right};
use crate::error::Error;
use crate::people::acceptance::{self, Shown};
use crate::prepare::sheet::{self, Kind};
use crate::web::routes::Routes;
use crate::web::{Ask, Confirm, Form, Page, Reply, refused, reply, show, tried};

const SEE: Policy = Policy::Seat(Right::See);
const WRITE: Policy = Policy::Seat(Right::Prepare);
const PUT: Policy = Policy::Seat(Right::ProposeJoint);

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/p/{partnership}/case", SEE, page)
        .get("/p/{partnership}/case/print", SEE, print)
        .post("/p/{partnership}/case/number", WRITE, number)
        .post("/p/{partnership}/case/file", WRITE, file)
        .get("/p/{partnership}/case/remove", WRITE, ask_remove)
        .post("/p/{partnership}/case/remove", WRITE, remove)
        .post("/p/{partnership}/case/studies", WRITE, studies)
        .post("/p/{partnership}/case/study", WRITE, study)
        .post("/p/{partnership}/case/role", WRITE, role)
        .post("/p/{partnership}/case/answer", WRITE, answer)
        .post("/p/{partnership}/case/ask", PUT, put)
}

#[derive(Template)]
#[template(path = "prepare/case/show.html")]
struct View {
    page: Page,
    w: Words,
    form: Form,
    statement: Statement,
    version: i64,
    acceptance: Option<Shown>,
    may_write: bool,
    /// The numbers of a file that was read and not yet added.
    preview: Vec<Measure>,
}

/// What stands on the sheet, in words.
struct Statement {
    measures: Vec<Measure>,
    studies: Vec<Study>,
    roles: Vec<(String, String, bool)>,
    answers: Vec<(&'static str, &'static str, String)>,
}

impl Statement {
    async fn of(tx: &mut db::Tx, id: Uuid, w: &Words) -> Result<Self, Error> {
        let stand = store::roles(tx, id).await?;
        let usual = AREAS.iter().map(|area| {
            let found = stand.iter().find(|(one, _)| one == area);
            let who = found.map_or_else(|| w.case_who_unsaid().to_owned(), |(_, who)| super::who(w, who));
            (super::area(w, area), who, found.is_some())
        });
        let own = stand.iter().filter(|(area, _)| !AREAS.contains(&area.as_str()));
        let own = own.map(|(area, who)| (area.clone(), super::who(w, who), true));
        let mut given = store::answers(tx, id).await?;
        let answers = QUESTIONS
            .iter()
            .map(|code| (*code, super::question(w, code), given.remove(*code).unwrap_or_default()));
        Ok(Self {
            roles: usual.chain(own).collect(),
            answers: answers.collect(),
            measures: store::measures(tx, id).await?,
            studies: store::studies(tx, id).await?,
        })
    }

    /// Each study that was chosen.
    fn told<'s>(&'s self, w: &Words) -> Vec<Told<'s>> {
        let one = |study: &'s Study| match study.code.as_deref().and_then(known) {
            Some(ours) => {
                let (found, limits) = super::finding(w, ours.code);
                Told { id: study.id, cited: ours.cited, link: ours.link, found, limits, own: false }
            }
            None => Told {
                id: study.id,
                cited: &study.citation,
                link: None,
                found: &study.finding,
                limits: "",
                own: true,
            },
        };
        self.studies.iter().map(one).collect()
    }
}

/// A study as the sheet tells it.
struct Told<'s> {
    id: Uuid,
    cited: &'s str,
    /// Where to read it, if that could be checked.
    link: Option<&'static str>,
    found: &'s str,
    /// Empty for one of their own.
    limits: &'static str,
    own: bool,
}

impl View {
    /// Each study we know, what it found, its limits, and whether it was chosen.
    fn ours(&self) -> Vec<(&'static Known, &'static str, &'static str, bool)> {
        let stands = |code: &str| self.statement.studies.iter().any(|s| s.code.as_deref() == Some(code));
        STUDIES
            .iter()
            .map(|one| {
                let (found, limits) = super::finding(&self.w, one.code);
                (one, found, limits, stands(one.code))
            })
            .collect()
    }

    fn people(&self) -> Vec<(&'static str, &'static str)> {
        People::ALL.iter().map(|one| (one.code(), one.say(&self.w))).collect()
    }

    fn areas(&self) -> Vec<(&'static str, String)> {
        AREAS.iter().map(|area| (*area, super::area(&self.w, area))).collect()
    }

    fn who(&self) -> Vec<(&'static str, String)> {
        WHO.iter().map(|who| (*who, super::who(&self.w, who))).collect()
    }

    fn questions(&self) -> Vec<(&'static str, &'static str)> {
        QUESTIONS.iter().map(|code| (*code, super::question(&self.w, code))).collect()
    }
}

async fn view(ask: &Ask, id: Uuid, form: Form, preview: Vec<Measure>) -> Result<View, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let (w, now) = (seat.words(&ask.w), ask.site.now());
    let sheet = sheet::of(&mut tx, id, Kind::Case).await?;
    let acceptance = match sheet {
        Some(sheet) => {
            let at = format!("/p/{id}/case/ask");
            Some(acceptance::shown(&mut tx, &seat, &w, (sheet.id, sheet.version), at, now).await?)
        }
        None => None,
    };
    let mut page = Page::new(ask, w.case_title()).within(&seat);
    page.live = Some(format!("/p/{id}/live"));
    Ok(View {
        page,
        statement: Statement::of(&mut tx, id, &w).await?,
        version: sheet.map_or(0, |sheet| sheet.version),
        acceptance,
        may_write: seat.could(Right::Prepare),
        preview,
        form,
        w,
    })
}

async fn page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    show(&view(&ask, id, Form::blank(&ask), Vec::new()).await?)
}

#[derive(Template)]
#[template(path = "prepare/case/print.html")]
struct PrintView {
    page: Page,
    w: Words,
    place: String,
    printed: String,
    statement: Statement,
    version: i64,
    acceptance: Option<Shown>,
}

async fn print(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let view = view(&ask, id, Form::blank(&ask), Vec::new()).await?;
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let place = seat.partnership();
    show(&PrintView {
        printed: view.w.date(ask.site.now().civil(&place.zone).date()),
        place: place.name.clone(),
        page: view.page,
        w: view.w,
        statement: view.statement,
        version: view.version,
        acceptance: view.acceptance,
    })
}

/// Ends a form of this page: back to the sheet with a sentence, or the page again with what was wrong.
macro_rules! ends {
    ($ask:expr, $id:expr, $act:expr, $form:expr, $w:expr, $outcome:expr, $said:expr) => {
        match tried($outcome, &$form, &$w)? {
            Ok(()) => $ask.done($act, &$form, format!("/p/{}/case", $id), $said).await,
            Err(form) => {
                drop($act);
                refused(&view(&$ask, $id, form, Vec::new()).await?)
            }
        }
    };
}

async fn number(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::add_number(&mut act, &seat, &form.input()?).await;
    ends!(ask, id, act, form, w, outcome, w.case_done_number())
}

async fn file(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let input: commands::File = form.input()?;
    if form.value("step") == "add" {
        let outcome = commands::add_file(&mut act, &seat, &input).await;
        return ends!(ask, id, act, form, w, outcome, w.case_done_file());
    }
    drop(act);
    match tried(input.read(), &form, &w)? {
        Ok(preview) => show(&view(&ask, id, form, preview).await?),
        Err(form) => refused(&view(&ask, id, form, Vec::new()).await?),
    }
}

async fn ask_remove(ask: Ask, Path(id): Path<Uuid>, Query(off): Query<sheet::Off>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let measures = store::measures(&mut tx, id).await?;
    let number =
        measures.iter().find(|one| Some(one.id) == off.id).map(|one| format!("{} {}", one.name, one.period));
    let studies = store::studies(&mut tx, id).await?;
    let study = studies.into_iter().find(|one| Some(one.id) == off.id).map(|one| one.citation);
    // Somebody else has taken it off meanwhile: the page as it is.
    let Some((what, row)) = number.or(study).zip(off.id) else {
        drop(tx);
        return show(&view(&ask, id, Form::blank(&ask), Vec::new()).await?);
    };
    let page = Page::new(&ask, w.case_remove_confirm()).within(&seat);
    let at = format!("/p/{id}/case");
    let confirm = Confirm::new(page, w, Form::blank(&ask), format!("{at}/remove"), at)
        .about(what)
        .with("id", row.to_string())
        .button(w.case_remove_yes());
    show(&sheet::removal(&mut tx, &seat, &w, Kind::Case, confirm).await?)
}

async fn remove(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    commands::remove(&mut act, &seat, &form.input()?).await?;
    ask.done(act, &form, format!("/p/{id}/case"), w.case_done_removed()).await
}

async fn studies(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let chosen: Vec<String> = form.all("study").map(str::to_owned).collect();
    commands::choose_studies(&mut act, &seat, &chosen).await?;
    ask.done(act, &form, format!("/p/{id}/case"), w.case_done_studies()).await
}

async fn study(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::add_study(&mut act, &seat, &form.input()?).await;
    ends!(ask, id, act, form, w, outcome, w.case_done_studies())
}

async fn role(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let own = form.value("own").trim();
    let area = if own.is_empty() { form.value("area") } else { own }.to_owned();
    let input = commands::Role { area, who: form.value("who").to_owned() };
    let outcome = commands::set_role(&mut act, &seat, &input).await;
    ends!(ask, id, act, form, w, outcome, w.case_done_role())
}

async fn answer(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let read = form.value("read").parse().map_err(|_| Error::Unreadable)?;
    let outcome = commands::answer(&mut act, &seat, read, &form.input()?).await;
    // The page shows what stands now above the form, in which what was typed stands again.
    if matches!(outcome, Err(Error::Stale { .. })) {
        drop(act);
        return reply::page(StatusCode::CONFLICT, &view(&ask, id, form, Vec::new()).await?);
    }
    ends!(ask, id, act, form, w, outcome, w.case_done_answer())
}

async fn put(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::ask(&mut act, &seat, &form.input()?).await;
    ends!(ask, id, act, form, w, outcome, w.acceptance_asked_done())
}
