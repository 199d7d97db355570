//! `concord migrate`: brings a database's tables up to date. On SQLite a verified backup is taken first.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;
use db::{Db, Engine};
use tracing::info;

use super::setup::DATABASE;
use super::{backup, block_on, exit, serve};
use crate::migrations;

/// Options of `migrate`.
#[derive(Debug, Args)]
pub struct Options {
    /// The database.
    #[arg(long, env = "CONCORD_DATABASE", default_value = DATABASE, hide_env_values = true)]
    database: String,
}

pub(super) fn run(options: Options) -> anyhow::Result<ExitCode> {
    serve::log_to_stderr();
    block_on(async {
        serve::make_folder(&options.database)?;
        let db = Db::open(&options.database).await.context("opening the database")?;
        let ran = bring_up_to_date(&db, &options.database).await?;
        println!("{ran} migrations ran; the tables are up to date.");
        db.close().await;
        Ok(exit::WELL)
    })
}

/// Runs what is pending and gives how many that were. A newer schema is refused: an older program
/// would write what the newer one does not expect.
pub(super) async fn bring_up_to_date(db: &Db, url: &str) -> anyhow::Result<usize> {
    let pending = db.pending(migrations::ALL).await.context("looking at the schema")?;
    if pending.is_empty() {
        return Ok(0);
    }
    if db.engine() == Engine::Sqlite && db.schema_version().await?.is_some() {
        let file = beside(url);
        backup::write(db, &file, true, |_, _| {}).await.context("the backup before the migration")?;
        info!("kept a verified backup at {}", file.display());
    }
    db.migrate(migrations::ALL).await.context("migrating")?;
    Ok(pending.len())
}

fn beside(url: &str) -> PathBuf {
    let path = url.strip_prefix("sqlite:").unwrap_or("concord.db");
    let stamp = jiff::Timestamp::now().strftime("%Y%m%d-%H%M%S").to_string();
    PathBuf::from(format!("{path}.before-migration-{stamp}"))
}
