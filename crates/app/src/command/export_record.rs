//! `concord export-record FILE`: writes records into a file that anybody can check with `verify`.

use std::fs::File;
use std::io::BufWriter;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;
use db::Db;
use uuid::Uuid;

use super::setup::DATABASE;
use super::{block_on, exit, told};
use crate::record::export;

/// Options of `export-record`.
#[derive(Debug, Args)]
pub struct Options {
    /// The file to write.
    file: PathBuf,
    /// The database.
    #[arg(long, env = "CONCORD_DATABASE", default_value = DATABASE, hide_env_values = true)]
    database: String,
    /// Only this partnership's record.
    #[arg(long, value_name = "ID")]
    partnership: Option<Uuid>,
}

pub(super) fn run(options: Options) -> anyhow::Result<ExitCode> {
    block_on(async {
        let db = Db::open(&options.database).await.context("opening the database")?;
        let file =
            File::create_new(&options.file).with_context(|| format!("making {}", options.file.display()))?;
        let mut tx = db.read().await?;
        let entries =
            export::write(&mut tx, options.partnership, BufWriter::new(&file)).await.map_err(told)?;
        file.sync_all()?;
        drop(tx);
        db.close().await;
        println!("{} holds {entries} entries. Check it with: concord verify FILE", options.file.display());
        Ok(exit::WELL)
    })
}
