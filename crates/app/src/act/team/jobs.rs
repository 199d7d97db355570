//! What a date brings about: a place that was asked for and not confirmed in time is not taken.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{commands, store};
use crate::access::{Actor, Right, Seat};
use crate::error::Error;
use crate::jobs::{self, Kind};
use crate::site::{Act, Moment, Site};

const ASKED: &str = "team-asked";

/// The kinds of job teams bring.
pub const ALL: &[Kind] = &[Kind { name: ASKED, run: |site, args| Box::pin(asked(site, args)), every: None }];

#[derive(Debug, Serialize, Deserialize)]
struct Wait {
    place: Uuid,
    until: Moment,
}

/// Asks to be woken when the time to confirm a place is over.
pub(super) async fn when_asking_is_over(act: &mut Act, place: Uuid, until: Moment) -> Result<(), Error> {
    jobs::at(act, ASKED, &Wait { place, until }, until).await
}

async fn asked(site: Site, args: String) -> Result<(), Error> {
    let wait: Wait = jobs::args(&args)?;
    let mut act = site.act().await?;
    if let Some((partnership, team, until)) = store::asked(&mut act, wait.place).await?
        && until == wait.until
    {
        let seat = Seat::of_house(&mut act, Actor::Job(ASKED), partnership, Right::See).await?;
        commands::asking_over(&mut act, &seat, team, wait.place).await?;
    }
    act.commit().await
}
