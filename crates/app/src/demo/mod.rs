//! The sample district: everything in it was done through the product's own commands, by people who
//! are plainly invented, at hours and with chances that are the same every time.

mod commitment;
mod player;
mod script;
mod store;
#[cfg(test)]
mod tests;
mod verbs;
mod web;

use anyhow::Context;
use db::Db;

use crate::features;
use crate::record::keys;
use crate::settings::Settings;
use crate::site::{Chance, Clock, Moment, Site};
use player::{Player, moment_of, told};

pub use web::routes;

/// The host every record of the sample is named after, wherever the demo listens.
const HOST: &str = "sample.concord.example";
/// 2025-08-18 14:00 UTC: the sample's first school year begins.
const FIRST_DAY: Moment = Moment(1_755_525_600_000_000);
/// The hour at which the story ends and the visitor comes in.
const TODAY: jiff::civil::DateTime = jiff::civil::datetime(2026, 10, 16, 9, 0, 0, 0);
/// The sample's chances. Changing it changes every id, code and link of the sample.
const SEED: u64 = 20_200_701;

/// Fills an empty database. What it writes is the same each time, to the byte.
pub async fn fill(db: &Db, settings: &Settings) -> anyhow::Result<()> {
    let site = Site::new(db.clone(), settings.clone(), Clock::set_to(FIRST_DAY), Chance::seeded(SEED));
    keys::ensure(&site, HOST).await.map_err(told)?;
    features::begin_regular_jobs(&site).await.map_err(told)?;
    let script = script::read()?;
    let mut player = Player::begin(site, &script).await.context("the places")?;
    for line in &script.lines {
        player.play(line).await?;
    }
    player.wait_until(moment_of(TODAY, &script.zone)?).await
}
