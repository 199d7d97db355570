//! Terms that are over: the seat ends by itself on the day after its last, in the partnership's own zone.

use super::rules::EndReason;
use super::{commands, store};
use crate::access::{Actor, Right, Seat};
use crate::error::{Error, broken};
use crate::jobs;
use crate::site::{Moment, Site};

/// The job that looks every hour, because midnight comes at another hour in each zone.
pub const JOB: jobs::Kind =
    jobs::Kind { name: "terms", run: |site, _| Box::pin(run(site)), every: Some(Moment::HOUR) };

async fn run(site: Site) -> Result<(), Error> {
    let now = site.now();
    // East of Greenwich it may be tomorrow already.
    let latest = now.civil("UTC").date().tomorrow().map_err(broken)?;
    let over: Vec<_> = store::terms_until(&mut site.look().await?, latest).await?;
    for (partnership, member, last, zone) in over {
        if now.civil(&zone).date() <= last {
            continue;
        }
        // One act for each seat: one that fails keeps no other waiting.
        let mut act = site.act().await?;
        let seat = Seat::of_house(&mut act, Actor::Job(JOB.name), partnership, Right::RuleParty).await?;
        if let Some(line) = store::seat_of(&mut act, partnership, member).await?
            && line.term_ends == Some(last)
        {
            commands::close(&mut act, &seat, &line, EndReason::Term).await?;
            act.commit().await?;
        }
    }
    Ok(())
}
