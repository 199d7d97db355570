//! The operator's page of jobs: those laid aside first, each with its last error and a button to try
//! again. It names kinds and errors, never what a job carries.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;
use words::Words;

use super::store::{self, Listed};
use crate::access::Policy;
use crate::error::Error;
use crate::people::security::{self, Happened};
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, show};

/// See the module.
pub fn routes() -> Routes {
    Routes::new().get("/operator/jobs", Policy::Operator, list).post(
        "/operator/jobs/{job}/again",
        Policy::Operator,
        again,
    )
}

#[derive(Template)]
#[template(path = "jobs/list.html")]
struct List {
    page: Page,
    w: Words,
    jobs: Vec<Listed>,
    form: Form,
}

impl List {
    fn time(&self, job: &Listed) -> String {
        self.w.date_time(job.run_at.civil("UTC"))
    }
}

async fn list(ask: Ask) -> Reply {
    let jobs = store::list(&mut ask.look().await?, 200).await?;
    let page = Page::new(&ask, ask.w.jobs_title());
    show(&List { page, w: ask.w, jobs, form: Form::blank(&ask) })
}

async fn again(ask: Ask, Path(job): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let mut act = ask.begin(&form).await?;
    let now = act.now();
    if !store::revive(&mut act, job, now).await? {
        return Err(Error::Unseen);
    }
    let operator = ask.person()?.id;
    security::note(&mut act, Happened::Operator("job-again"), Some(operator), &ask.address).await?;
    ask.done(act, &form, "/operator/jobs", ask.w.jobs_revived()).await
}
