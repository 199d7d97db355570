//! What dates bring about: the last day to sign, the last day to confirm, and the days around the
//! renewal date. A job that runs late or twice looks first whether its commitment still waits for it.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::renewal::Step;
use super::{Commitment, commands, store};
use crate::access::{Actor, Right, Seat};
use crate::error::Error;
use crate::jobs::{self, Kind};
use crate::site::{Act, Moment, Site};

const SIGNING: &str = "commitment-signing";
const SUCCESSION: &str = "commitment-succession";
const RENEWAL: &str = "commitment-renewal";

/// The kinds of job a commitment brings.
pub const ALL: &[Kind] = &[
    Kind { name: SIGNING, run: |site, args| Box::pin(signing(site, args)), every: None },
    Kind { name: SUCCESSION, run: |site, args| Box::pin(succession(site, args)), every: None },
    Kind { name: RENEWAL, run: |site, args| Box::pin(renewal(site, args)), every: None },
];

/// What waits for people until a date.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Silence {
    /// The commitment.
    pub commitment: Uuid,
    /// The date, which also tells one wait from a later one.
    pub sign_by: Moment,
}

#[derive(Debug, Serialize, Deserialize)]
struct Around {
    commitment: Uuid,
    step: Step,
}

/// Asks to be woken when the last day to sign is over.
pub(super) async fn when_signing_is_over(act: &mut Act, wait: &Silence) -> Result<(), Error> {
    jobs::at(act, SIGNING, wait, wait.sign_by).await
}

/// Asks to be woken when the last day to confirm as a successor is over.
pub(super) async fn when_succession_is_over(act: &mut Act, wait: &Silence) -> Result<(), Error> {
    jobs::at(act, SUCCESSION, wait, wait.sign_by).await
}

/// Asks to be woken on each day around the renewal date that is still ahead, at eight in the morning.
pub(super) async fn around_the_renewal_date(
    act: &mut Act,
    commitment: &Commitment,
    zone: &str,
) -> Result<(), Error> {
    let today = act.now().civil(zone).date();
    for step in Step::ALL {
        let day = step.day(commitment.renew_on);
        if day < today && *step < Step::Due {
            continue;
        }
        let at = Moment::of_civil(day.at(8, 0, 0, 0), zone);
        jobs::at(act, RENEWAL, &Around { commitment: commitment.id, step: *step }, at).await?;
    }
    Ok(())
}

async fn signing(site: Site, args: String) -> Result<(), Error> {
    let wait: Silence = jobs::args(&args)?;
    let mut act = site.act().await?;
    if let Some(seat) = house(&mut act, SIGNING, wait.commitment).await? {
        commands::signing_over(&mut act, &seat, &wait).await?;
    }
    act.commit().await
}

async fn succession(site: Site, args: String) -> Result<(), Error> {
    let wait: Silence = jobs::args(&args)?;
    let mut act = site.act().await?;
    if let Some(seat) = house(&mut act, SUCCESSION, wait.commitment).await? {
        commands::succession_over(&mut act, &seat, &wait).await?;
    }
    act.commit().await
}

async fn renewal(site: Site, args: String) -> Result<(), Error> {
    let around: Around = jobs::args(&args)?;
    let mut act = site.act().await?;
    if let Some(seat) = house(&mut act, RENEWAL, around.commitment).await? {
        commands::renewal_step(&mut act, &seat, around.commitment, around.step).await?;
    }
    act.commit().await
}

async fn house(act: &mut Act, kind: &'static str, commitment: Uuid) -> Result<Option<Seat>, Error> {
    match store::partnership_of(act, commitment).await? {
        Some(partnership) => Ok(Some(Seat::of_house(act, Actor::Job(kind), partnership, Right::See).await?)),
        None => Ok(None),
    }
}
