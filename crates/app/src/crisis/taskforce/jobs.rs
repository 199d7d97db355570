//! What dates bring about: the end of the day in which another side may confirm, and the last day.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{commands, store};
use crate::access::{Actor, Right, Seat};
use crate::error::Error;
use crate::jobs::{self, Kind};
use crate::site::{Act, Moment, Site};

const CONFIRM: &str = "crisis-confirm";
const LAST_DAY: &str = "crisis-last-day";

/// The kinds of job a crisis brings.
pub const ALL: &[Kind] = &[
    Kind { name: CONFIRM, run: |site, args| Box::pin(confirm(site, args)), every: None },
    Kind { name: LAST_DAY, run: |site, args| Box::pin(last_day(site, args)), every: None },
];

#[derive(Debug, Serialize, Deserialize)]
struct Of {
    crisis: Uuid,
}

pub(super) async fn when_unconfirmed(act: &mut Act, crisis: Uuid, at: Moment) -> Result<(), Error> {
    jobs::at(act, CONFIRM, &Of { crisis }, at).await
}

pub(super) async fn when_over(act: &mut Act, crisis: Uuid, at: Moment) -> Result<(), Error> {
    jobs::at(act, LAST_DAY, &Of { crisis }, at).await
}

async fn confirm(site: Site, args: String) -> Result<(), Error> {
    let Of { crisis } = jobs::args(&args)?;
    let mut act = site.act().await?;
    if let Some(seat) = house(&mut act, CONFIRM, crisis).await? {
        commands::unconfirmed(&mut act, &seat, crisis).await?;
    }
    act.commit().await
}

async fn last_day(site: Site, args: String) -> Result<(), Error> {
    let Of { crisis } = jobs::args(&args)?;
    let mut act = site.act().await?;
    if let Some(seat) = house(&mut act, LAST_DAY, crisis).await? {
        commands::date_came(&mut act, &seat, crisis).await?;
    }
    act.commit().await
}

async fn house(act: &mut Act, kind: &'static str, crisis: Uuid) -> Result<Option<Seat>, Error> {
    match store::partnership_of(act, crisis).await? {
        Some(partnership) => Ok(Some(Seat::of_house(act, Actor::Job(kind), partnership, Right::See).await?)),
        None => Ok(None),
    }
}
