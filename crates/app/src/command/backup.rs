//! `concord backup FILE`: everything in one file that restores on either engine. The file is itself a
//! SQLite database, so that it can be opened and read in twenty years with any tool.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail, ensure};
use clap::Args;
use db::Db;

use super::setup::DATABASE;
use super::{block_on, exit, fsck, progress};
use crate::migrations;

/// Options of `backup`.
#[derive(Debug, Args)]
pub struct Options {
    /// The file to write. It must not exist.
    file: PathBuf,
    /// The database.
    #[arg(long, env = "CONCORD_DATABASE", default_value = DATABASE, hide_env_values = true)]
    database: String,
    /// Put the record's signing key in as well. Whoever has it can sign in this install's name.
    #[arg(long)]
    with_keys: bool,
}

/// What is never in a backup: who is signed in, codes on their way, and what limits count.
const LEFT_OUT: &[&str] = &["session", "sign_in_code", "attempt"];

pub(super) fn run(options: Options) -> anyhow::Result<ExitCode> {
    block_on(async {
        let db = Db::open(&options.database).await.context("opening the database")?;
        let bar = progress::counting("backing up");
        let rows = write(&db, &options.file, options.with_keys, |table, rows| {
            bar.set_message(table.to_owned());
            bar.inc(rows);
        })
        .await?;
        bar.finish_and_clear();
        println!(
            "{} holds {rows} rows; tables, references and records were checked.",
            options.file.display()
        );
        if !options.with_keys {
            println!("The signing key is not in it: keep one backup made --with-keys in a safe place.");
        }
        db.close().await;
        Ok(exit::WELL)
    })
}

/// Writes a backup and checks it. Nothing stands under the file's name until it has passed.
pub(super) async fn write(
    db: &Db,
    file: &Path,
    with_keys: bool,
    progress: impl FnMut(&str, u64),
) -> anyhow::Result<u64> {
    if file.exists() {
        bail!("{} exists; a backup never writes over a file", file.display());
    }
    let aside = file.with_extension("unfinished");
    let _ = std::fs::remove_file(&aside);
    let rows = fill(db, &aside, with_keys, progress).await;
    let rows = match rows {
        Ok(rows) => rows,
        Err(error) => {
            let _ = std::fs::remove_file(&aside);
            return Err(error);
        }
    };
    std::fs::File::open(&aside)?.sync_all()?;
    std::fs::rename(&aside, file)?;
    if let Some(folder) = file.parent().filter(|f| !f.as_os_str().is_empty()) {
        std::fs::File::open(folder)?.sync_all()?;
    }
    Ok(rows)
}

async fn fill(
    db: &Db,
    aside: &Path,
    with_keys: bool,
    progress: impl FnMut(&str, u64),
) -> anyhow::Result<u64> {
    let url = format!("sqlite:{}", aside.display());
    let copy = Db::open(&url).await?;
    copy.migrate(migrations::up_to(db.schema_version().await?.as_deref())).await?;
    let copied = db.copy_into(&copy, LEFT_OUT, progress).await?;
    if !with_keys {
        crate::record::keys::forget(&copy).await?;
    }
    let findings = fsck::examine(&copy, |_| {}).await?;
    ensure!(findings.is_empty(), "the copy is not sound: {}", findings.join("; "));
    copy.close().await;
    Ok(copied.iter().map(|(_, rows)| rows).sum())
}
