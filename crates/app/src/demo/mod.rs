//! The sample district: everything in it was done through the product's own commands, by people who
//! are plainly invented, at hours and with chances that are the same every time.

mod commitment;
mod meeting;
mod player;
#[cfg(test)]
mod sample;
mod script;
mod store;
mod teams;
#[cfg(test)]
mod tests;
mod verbs;
mod web;

use std::collections::BTreeMap;

use anyhow::Context;
use db::Db;
use uuid::Uuid;

use crate::features;
use crate::record::keys;
use crate::settings::Settings;
use crate::site::{Chance, Clock, Moment, Site};
use player::{Player, told};

pub use web::routes;

/// The host every record of the sample is named after, wherever the demo listens.
const HOST: &str = "sample.concord.example";
/// 2025-08-18 14:00 UTC: the sample's first school year begins.
const FIRST_DAY: Moment = Moment(1_755_525_600_000_000);
/// The hour at which the story ends and the visitor comes in.
const TODAY: jiff::civil::DateTime = jiff::civil::datetime(2026, 10, 16, 9, 0, 0, 0);
/// The zone of the sample's places.
const ZONE: &str = "America/Denver";
/// The sample's chances. Changing it changes every id, code and link of the sample.
const SEED: u64 = 20_200_701;

/// Fills an empty database. What it writes is the same each time, to the byte.
pub async fn fill(db: &Db, settings: &Settings) -> anyhow::Result<()> {
    play(db, settings).await.map(drop)
}

/// Plays the script, and gives the partnerships by the names the stories give them.
async fn play(db: &Db, settings: &Settings) -> anyhow::Result<BTreeMap<String, Uuid>> {
    let site = Site::new(db.clone(), settings.clone(), Clock::set_to(FIRST_DAY), Chance::seeded(SEED));
    keys::ensure(&site, HOST).await.map_err(told)?;
    features::begin_regular_jobs(&site).await.map_err(told)?;
    let script = script::read()?;
    let mut player = Player::begin(site, &script).await.context("the places")?;
    for line in &script.lines {
        player.play(line).await?;
    }
    player.wait_until(Moment::of_civil(TODAY, ZONE)).await?;
    Ok(player.partnerships)
}

/// The clock of a filled demo: it goes on from the day the story ends, whatever the year outside, so
/// that what waits for somebody still waits when a visitor comes.
pub async fn clock(db: &Db) -> anyhow::Result<Clock> {
    let mut tx = db.write().await?;
    let shift = match store::shift(&mut tx).await? {
        Some(shift) => shift,
        None => {
            let shift = Clock::System.until(Moment::of_civil(TODAY, ZONE));
            store::keep_shift(&mut tx, shift).await?;
            shift
        }
    };
    tx.commit().await?;
    Ok(Clock::Shifted(shift))
}
