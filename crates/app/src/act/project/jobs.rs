//! What a date brings about: the scores are opened on the last day, with whoever did not score named.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{commands, store};
use crate::access::{Actor, Right, Seat};
use crate::error::Error;
use crate::jobs::{self, Kind};
use crate::site::{Act, Moment, Site};

const SCORING: &str = "project-scoring";

/// The kinds of job projects bring.
pub const ALL: &[Kind] = &[Kind { name: SCORING, run: |site, args| Box::pin(run(site, args)), every: None }];

#[derive(Debug, Serialize, Deserialize)]
struct Wait {
    project: Uuid,
    until: Moment,
}

/// Asks to be woken when the time to score is over.
pub(super) async fn when_scoring_is_over(act: &mut Act, project: Uuid, until: Moment) -> Result<(), Error> {
    jobs::at(act, SCORING, &Wait { project, until }, until).await
}

async fn run(site: Site, args: String) -> Result<(), Error> {
    let wait: Wait = jobs::args(&args)?;
    let mut act = site.act().await?;
    if let Some((partnership, until)) = store::scoring(&mut act, wait.project).await?
        && until == Some(wait.until)
    {
        let seat = Seat::of_house(&mut act, Actor::Job(SCORING), partnership, Right::See).await?;
        let project = store::one(&mut act, partnership, wait.project).await?;
        commands::open(&mut act, &seat, &project).await?;
    }
    act.commit().await
}
