//! `concord fsck`: is everything in the database whole? Tables, references, and every record from its
//! first entry to its last.

use std::process::ExitCode;

use anyhow::Context;
use clap::Args;
use db::Db;

use super::setup::DATABASE;
use super::{block_on, exit, progress};
use crate::record;

/// Options of `fsck`.
#[derive(Debug, Args)]
pub struct Options {
    /// The database.
    #[arg(long, env = "CONCORD_DATABASE", default_value = DATABASE, hide_env_values = true)]
    database: String,
}

pub(super) fn run(options: Options) -> anyhow::Result<ExitCode> {
    block_on(async {
        let db = Db::open(&options.database).await.context("opening the database")?;
        let bar = progress::counting("checking");
        let findings = examine(&db, |what| bar.set_message(what.to_owned())).await?;
        bar.finish_and_clear();
        db.close().await;
        if findings.is_empty() {
            println!("Sound: tables, references and records.");
            return Ok(exit::WELL);
        }
        for finding in &findings {
            println!("{finding}");
        }
        println!("{} findings. Nothing was changed.", findings.len());
        Ok(exit::badly())
    })
}

/// All that is not whole, in words; empty when everything is.
pub(super) async fn examine(db: &Db, mut now_at: impl FnMut(&str)) -> anyhow::Result<Vec<String>> {
    now_at("the engine's own check");
    let mut findings = db.examine().await?;
    now_at("records");
    findings.extend(record::check::of_database(db).await?);
    Ok(findings)
}
