//! The date that a half hour, or the meeting proposed in it, waits for.

use uuid::Uuid;

use super::{commands, store};
use crate::access::{Actor, Right, Seat};
use crate::error::Error;
use crate::jobs::{self, Kind};
use crate::site::{Act, Moment, Site};

const OVER: &str = "firsthour";

/// The kinds of job of a half hour.
pub const ALL: &[Kind] = &[Kind { name: OVER, run: |site, args| Box::pin(over(site, args)), every: None }];

/// Asks to be woken when a date has come.
pub(super) async fn when_over(act: &mut Act, hour: Uuid, at: Moment) -> Result<(), Error> {
    jobs::at(act, OVER, &hour, at).await
}

async fn over(site: Site, args: String) -> Result<(), Error> {
    let id: Uuid = jobs::args(&args)?;
    let mut act = site.act().await?;
    if let Some(partnership) = store::partnership_of(&mut act, id).await? {
        let seat = Seat::of_house(&mut act, Actor::Job(OVER), partnership, Right::See).await?;
        commands::over(&mut act, &seat, id).await?;
    }
    act.commit().await
}
