//! The daily look for partnerships that have not met for ninety days.

use super::{SILENCE, commands, store};
use crate::access::{Actor, Right, Seat};
use crate::error::Error;
use crate::jobs;
use crate::site::{Moment, Site};

/// The job. It always comes back.
pub const JOB: jobs::Kind =
    jobs::Kind { name: "quiet", run: |site, args| Box::pin(run(site, args)), every: Some(Moment::DAY) };

async fn run(site: Site, _: String) -> Result<(), Error> {
    let found = store::silences(&mut site.look().await?, site.now().plus(-SILENCE)).await?;
    for partnership in found {
        let mut act = site.act().await?;
        let seat = Seat::of_house(&mut act, Actor::Job(JOB.name), partnership, Right::See).await?;
        commands::ask(&mut act, &seat).await?;
        act.commit().await?;
    }
    Ok(())
}
