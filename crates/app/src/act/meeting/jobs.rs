//! What a date brings about: the last day to confirm the minutes.

use super::commands::{self, MINUTES_JOB, Wait};
use crate::error::Error;
use crate::jobs::{self, Kind};
use crate::site::Site;

/// The kinds of job a meeting brings.
pub const ALL: &[Kind] =
    &[Kind { name: MINUTES_JOB, run: |site, args| Box::pin(minutes(site, args)), every: None }];

async fn minutes(site: Site, args: String) -> Result<(), Error> {
    let wait: Wait = jobs::args(&args)?;
    let mut act = site.act().await?;
    commands::over(&mut act, &wait).await?;
    act.commit().await
}
