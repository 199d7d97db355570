//! One project: the brief, the five tests of each side, the differences, the plan, and the sides' word.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use db::Tx;
use serde::Deserialize;
use uuid::Uuid;
use words::Words;

use super::list::standing;
use crate::access::{Right, Seat};
use crate::act::project::{Project, State, Test, commands, rules, store};
use crate::error::Error;
use crate::people::acceptance::{self, Shown};
use crate::people::membership::{self, Party};
use crate::record;
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

/// One test with what each side gave, as the page shows it.
struct Row {
    test: &'static str,
    says: String,
    apart: bool,
    scores: Vec<(String, i64, String)>,
}

/// One test of the form.
struct Field {
    number: usize,
    score: &'static str,
    why: &'static str,
    question: &'static str,
}

#[derive(Template)]
#[template(path = "act/project/one.html")]
struct View {
    page: Page,
    w: Words,
    path: String,
    project: Project,
    texts: Vec<(String, String)>,
    state: &'static str,
    says: &'static str,
    rows: Vec<Row>,
    /// While it is scored: each must-agree party, and whether it has scored.
    sides: Vec<(String, bool)>,
    silent: Vec<String>,
    until: Option<String>,
    fields: Vec<Field>,
    may_score: bool,
    may_plan: bool,
    may_drop: bool,
    may_reflect: bool,
    acceptance: Option<Shown>,
    today: jiff::civil::Date,
    form: Form,
}

impl View {
    fn text(&self, role: &str) -> &str {
        self.texts.iter().find(|(known, _)| known == role).map_or("", |(_, body)| body.as_str())
    }

    /// The day on which the measure was to be taken, if it has passed.
    fn overdue(&self) -> Option<String> {
        let due = self.project.measure_by.filter(|_| self.project.state == State::Open)?;
        (due < self.today).then(|| self.w.date(due))
    }

    fn day(&self, day: &Option<jiff::civil::Date>) -> String {
        day.map(|day| self.w.date(day)).unwrap_or_default()
    }
}

fn row(w: &Words, one: rules::Difference, parties: &[Party]) -> Row {
    let name = |id: Uuid| parties.iter().find(|p| p.id == id).map_or("", |p| p.name.as_str()).to_owned();
    let spread = one.spread();
    Row {
        test: one.test.say(w),
        says: w.project_apart(one.highest, one.lowest, spread),
        apart: spread > 0,
        scores: one.scores.into_iter().map(|s| (name(s.party), s.score, s.why)).collect(),
    }
}

/// What the reader's own side scored already, back in the form.
fn own(mut form: Form, scores: &[crate::act::project::Score], party: Uuid) -> Form {
    for score in scores.iter().filter(|score| score.party == party) {
        let (field, why) = score.test.fields();
        form = form.with(field, score.score.to_string()).with(why, score.why.clone());
    }
    form
}

async fn view(
    ask: &Ask,
    tx: &mut Tx,
    seat: &Seat,
    project: Uuid,
    typed: Option<Form>,
) -> Result<View, Error> {
    let w = seat.words(&ask.w);
    let place = seat.partnership();
    let project = store::one(tx, place.id, project).await?;
    let parties = membership::parties(tx, place.id).await?;
    let all = store::scores(tx, project.id).await?;
    let agreed = acceptance::agreed_version(tx, place.id, project.id).await?.is_some();
    let (state, says) = standing(&w, project.state, agreed);
    let must: Vec<Uuid> = parties.iter().filter(|p| p.counts()).map(|p| p.id).collect();
    let missing = rules::missing(&must, &all);
    let scoring = project.state == State::Scoring;
    let own_party = seat.membership().and_then(|m| m.party.as_ref()).map(|p| p.id);
    let may_score = scoring && seat.could(Right::ShapeTeams);
    let form = match (typed, own_party) {
        (Some(form), _) => form,
        (None, Some(party)) if may_score => own(Form::blank(ask), &all, party),
        (None, _) => Form::blank(ask),
    };
    let path = format!("/p/{}/projects/{}", place.id, project.id);
    let shown = match project.state == State::Open && project.owner.is_some() {
        true => {
            let about = (project.id, project.version);
            Some(acceptance::shown(tx, seat, &w, about, format!("{path}/ask"), ask.site.now()).await?)
        }
        false => None,
    };
    let counting = parties.iter().filter(|p| p.counts());
    let until = project.score_by.map(|by| w.date(by.plus(-1).civil(&place.zone).date()));
    let mark = record::mark_of(tx, project.id).await?;
    Ok(View {
        page: Page::new(ask, project.name.clone()).within(seat).marked(mark),
        texts: store::texts(tx, project.id).await?,
        state,
        says,
        sides: counting.clone().map(|p| (p.name.clone(), !missing.contains(&p.id))).collect(),
        silent: counting.filter(|p| missing.contains(&p.id)).map(|p| p.name.clone()).collect(),
        // Closed scores do not even leave the store's caller: nothing of them is on the page.
        rows: match scoring {
            true => Vec::new(),
            false => rules::differences(&all).into_iter().map(|one| row(&w, one, &parties)).collect(),
        },
        until: until.filter(|_| scoring),
        fields: Test::ALL
            .into_iter()
            .enumerate()
            .map(|(at, test)| {
                let (score, why) = test.fields();
                Field { number: at + 1, score, why, question: test.say(&w) }
            })
            .collect(),
        may_score,
        may_plan: project.state == State::Open && seat.could(Right::WorkInTeams),
        may_reflect: seat.could(Right::WriteReflection),
        may_drop: project.state != State::Dropped && seat.could(Right::ShapeTeams),
        acceptance: shown,
        today: ask.site.now().civil(&place.zone).date(),
        path,
        project,
        form,
        w,
    })
}

#[derive(Deserialize)]
pub(super) struct Which {
    pub(super) partnership: Uuid,
    pub(super) project: Uuid,
}

/// `GET …/projects/{project}`.
pub(super) async fn page(ask: Ask, Path(which): Path<Which>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    show(&view(&ask, &mut tx, &seat, which.project, None).await?)
}

async fn again(ask: &Ask, seat: &Seat, project: Uuid, form: Form) -> Result<Response, Error> {
    let mut tx = ask.look().await?;
    refused(&view(ask, &mut tx, seat, project, Some(form)).await?)
}

fn back(which: &Which) -> String {
    format!("/p/{}/projects/{}", which.partnership, which.project)
}

/// `POST …/projects/{project}/score`.
pub(super) async fn score(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::score(&mut act, &seat, which.project, &form.input()?).await, &form, &w)? {
        Ok(opened) => {
            let said = if opened { w.project_done_open() } else { w.project_done_scored() };
            ask.done(act, &form, back(&which), said).await
        }
        Err(form) => {
            drop_act(act);
            again(&ask, &seat, which.project, form).await
        }
    }
}

/// `POST …/projects/{project}/ask`.
pub(super) async fn ask(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::ask(&mut act, &seat, which.project, &form.input()?).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, back(&which), w.project_done_asked()).await,
        Err(form) => {
            drop_act(act);
            again(&ask, &seat, which.project, form).await
        }
    }
}

/// `POST …/projects/{project}/drop`.
pub(super) async fn drop(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::drop(&mut act, &seat, which.project, &form.input()?).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, back(&which), w.project_done_dropped()).await,
        Err(form) => {
            drop_act(act);
            again(&ask, &seat, which.project, form).await
        }
    }
}

/// Ends an act without effect before its page is read; `drop` is a verb of projects here.
fn drop_act(act: crate::site::Act) {
    std::mem::drop(act);
}
