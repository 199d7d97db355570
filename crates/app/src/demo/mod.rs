//! The sample district: everything in it was done through the product's own commands, by people who
//! are plainly invented, at hours and with chances that are the same every time.

mod store;
#[cfg(test)]
mod tests;
mod web;

use db::Db;

use crate::record::keys;
use crate::settings::Settings;
use crate::site::{Chance, Clock, Moment, Site};

pub use web::routes;

/// The host every record of the sample is named after, wherever the demo listens.
const HOST: &str = "sample.concord.example";
/// 2025-08-18 14:00 UTC: the sample's first school year begins.
const FIRST_DAY: Moment = Moment(1_755_525_600_000_000);

/// Fills an empty database.
pub async fn fill(db: &Db, settings: &Settings) -> anyhow::Result<()> {
    let site = Site::new(db.clone(), settings.clone(), Clock::set_to(FIRST_DAY), Chance::seeded(20_200_701));
    keys::ensure(&site, HOST).await.map_err(|error| anyhow::anyhow!("{error:?}"))?;
    Ok(())
}
