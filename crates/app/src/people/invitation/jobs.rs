//! What a date brings about: an invitation that nobody answered goes to sleep.

use super::store;
use crate::error::Error;
use crate::jobs::Kind;
use crate::record::event;
use crate::site::{Moment, Site};

/// Looks every hour.
pub const SLEEP: Kind =
    Kind { name: "invitation-sleep", run: |site, _| Box::pin(sleep(site)), every: Some(Moment::HOUR) };

async fn sleep(site: Site) -> Result<(), Error> {
    let mut act = site.act().await?;
    for partnership in store::sleep(&mut act).await? {
        event::leave(&mut act, partnership, "invitation.slept", None, None).await?;
    }
    act.commit().await
}
