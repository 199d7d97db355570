//! One job a day that removes what has had its time. Each feature says what that is and removes its own.

use crate::error::Error;
use crate::jobs::Kind;
use crate::people::{security, session};
use crate::site::{Moment, Site};
use crate::{mail, text, web};

/// The job.
pub const JOB: Kind = Kind { name: "purge", run: |site, _| Box::pin(run(site)), every: Some(Moment::DAY) };

/// One transaction for each feature: a large one would keep the others waiting.
async fn run(site: Site) -> Result<(), Error> {
    let mut act = site.act().await?;
    session::purge(&mut act).await?;
    web::again::purge(&mut act).await?;
    act.commit().await?;
    let mut act = site.act().await?;
    security::purge(&mut act).await?;
    mail::purge(&mut act).await?;
    act.commit().await?;
    let mut act = site.act().await?;
    text::purge(&mut act).await?;
    act.commit().await
}
