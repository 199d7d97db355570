//! `concord restore FILE`: puts a backup into an empty database, on either engine.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, ensure};
use clap::Args;
use db::Db;

use super::setup::DATABASE;
use super::{block_on, exit, fsck, progress, serve};
use crate::migrations;

/// Options of `restore`.
#[derive(Debug, Args)]
pub struct Options {
    /// The backup.
    file: PathBuf,
    /// The database to fill. It must be empty: a restore never mixes two installs.
    #[arg(long, env = "CONCORD_DATABASE", default_value = DATABASE, hide_env_values = true)]
    database: String,
}

pub(super) fn run(options: Options) -> anyhow::Result<ExitCode> {
    if !options.file.is_file() {
        eprintln!("concord: {} is not a file", options.file.display());
        return Ok(exit::unreadable());
    }
    block_on(async {
        let backup =
            Db::open(&format!("sqlite:{}", options.file.display())).await.context("opening the backup")?;
        serve::make_folder(&options.database)?;
        let db = Db::open(&options.database).await.context("opening the database")?;
        ensure!(
            db.schema_version().await?.is_none(),
            "the database is not empty; a restore never mixes two installs"
        );
        db.migrate(migrations::up_to(backup.schema_version().await?.as_deref())).await?;
        let bar = progress::counting("restoring");
        let copied = backup
            .copy_into(&db, &[], |table, rows| {
                bar.set_message(table.to_owned());
                bar.inc(rows);
            })
            .await?;
        bar.finish_and_clear();
        db.migrate(migrations::ALL).await.context("bringing it up to date")?;
        let findings = fsck::examine(&db, |_| {}).await?;
        ensure!(findings.is_empty(), "restored, but not sound: {}", findings.join("; "));
        let rows: u64 = copied.iter().map(|(_, rows)| rows).sum();
        println!("{rows} rows restored and checked. People sign in anew; nothing else is lost.");
        if !crate::record::keys::there(&db).await? {
            println!(
                "The backup holds no signing key: its records can be read and checked, but not go on, and `serve` will not \
                 start. Put the key back with `concord admin import-key FILE`, or restore a backup made --with-keys."
            );
        }
        db.close().await;
        Ok(exit::WELL)
    })
}
