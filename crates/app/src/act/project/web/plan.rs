//! The plan of a project: goal, measure, owner, dates, and why it should work.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use db::Tx;
use uuid::Uuid;
use words::Words;

use super::one::Which;
use crate::access::Seat;
use crate::act::project::{Project, State, commands, store};
use crate::error::Error;
use crate::people::membership;
use crate::web::{Ask, Form, Page, Reply, refused, reply, show, tried};

#[derive(Template)]
#[template(path = "act/project/plan.html")]
struct View {
    page: Page,
    w: Words,
    path: String,
    owners: Vec<(String, String)>,
    /// What somebody else saved first: each field that differs.
    theirs: Vec<(&'static str, String)>,
    keep: String,
    form: Form,
}

fn fields(project: &Project, texts: &[(String, String)]) -> Vec<(&'static str, String)> {
    let text =
        |role: &str| texts.iter().find(|(known, _)| known == role).map_or("", |(_, body)| body.as_str());
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let value = |some: &Option<String>| some.clone().unwrap_or_default();
    vec![
        ("goal", text("project.goal").to_owned()),
        ("measure", value(&project.measure)),
        ("baseline", value(&project.baseline)),
        ("target", value(&project.target)),
        ("measure_by", day(project.measure_by)),
        ("owner", project.owner.as_ref().map(|(id, _)| id.to_string()).unwrap_or_default()),
        ("starts_on", day(project.starts_on)),
        ("theory", text("project.theory").to_owned()),
    ]
}

async fn view(ask: &Ask, tx: &mut Tx, seat: &Seat, id: Uuid, typed: Option<Form>) -> Result<View, Error> {
    let w = seat.words(&ask.w);
    let place = seat.partnership().id;
    let project = store::one(tx, place, id).await?;
    if project.state != State::Open {
        return Err(Error::Unseen);
    }
    let texts = store::texts(tx, project.id).await?;
    let blank = || {
        fields(&project, &texts)
            .into_iter()
            .fold(Form::blank(ask).of_version(project.version), |form, (name, value)| form.with(name, value))
    };
    let members = membership::seats(tx, place).await?;
    let members = members.into_iter().map(|line| (line.id.to_string(), line.name));
    Ok(View {
        page: Page::new(ask, w.project_plan_title(&project.name)).within(seat),
        path: format!("/p/{place}/projects/{}", project.id),
        owners: std::iter::once((String::new(), w.project_owner_none().to_owned())).chain(members).collect(),
        theirs: Vec::new(),
        keep: format!("project-{}-{}", project.id, project.version),
        form: typed.unwrap_or_else(blank),
        w,
    })
}

/// `GET …/projects/{project}/plan`.
pub(super) async fn page(ask: Ask, Path(which): Path<Which>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    show(&view(&ask, &mut tx, &seat, which.project, None).await?)
}

/// `POST …/projects/{project}/plan`.
pub(super) async fn save(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::plan(&mut act, &seat, which.project, &form.input()?, form.version()?).await;
    if let Err(Error::Stale { now }) = outcome {
        drop(act);
        return stale(&ask, &seat, &which, form, now).await;
    }
    match tried(outcome, &form, &w)? {
        Ok(()) => {
            let to = format!("/p/{}/projects/{}", which.partnership, which.project);
            ask.done(act, &form, to, w.project_done_planned()).await
        }
        Err(form) => {
            drop(act);
            let mut tx = ask.look().await?;
            let project = store::one(&mut tx, which.partnership, which.project).await?;
            if project.state != State::Open {
                return Err(Error::Stale { now: project.version });
            }
            refused(&view(&ask, &mut tx, &seat, which.project, Some(form)).await?)
        }
    }
}

async fn stale(ask: &Ask, seat: &Seat, which: &Which, form: Form, now: i64) -> Reply {
    let mut tx = ask.look().await?;
    let project = store::one(&mut tx, which.partnership, which.project).await?;
    if project.state != State::Open {
        return Err(Error::Stale { now });
    }
    let saved = fields(&project, &store::texts(&mut tx, project.id).await?);
    let typed = |name: &str| form.value(name).trim().to_owned();
    let differ: Vec<(&'static str, String)> =
        saved.into_iter().filter(|(name, value)| value.trim() != typed(name)).collect();
    let form = form.of_version(now);
    let mut view = view(ask, &mut tx, seat, which.project, Some(form)).await?;
    let w = view.w;
    let owner = project.owner.map(|(_, name)| name).unwrap_or_default();
    view.theirs = differ
        .into_iter()
        .map(|(name, value)| (label(&w, name), if name == "owner" { owner.clone() } else { value }))
        .collect();
    reply::page(StatusCode::CONFLICT, &view)
}

fn label(w: &Words, field: &str) -> &'static str {
    match field {
        "goal" => w.project_goal(),
        "measure" => w.project_measure(),
        "baseline" => w.project_baseline(),
        "target" => w.project_target(),
        "measure_by" => w.project_measure_by(),
        "owner" => w.project_owner(),
        "starts_on" => w.project_starts_on(),
        _ => w.project_theory(),
    }
}
