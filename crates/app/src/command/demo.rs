//! `concord demo`: a working product with the sample district inside, on SQLite.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;

use super::{block_on, exit, serve};
use crate::demo;
use crate::migrations;
use crate::settings::{Mode, Settings};
use crate::site::{Chance, Clock, Site};

/// Options of `demo`.
#[derive(Debug, Args)]
pub struct Options {
    /// Where to listen: this machine alone, since anybody who reaches it may sign in as anybody.
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDR")]
    listen: SocketAddr,
    /// Keep concord.db in this folder. Without it, a temporary folder goes when the demo stops.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

pub(super) fn run(options: Options) -> anyhow::Result<ExitCode> {
    serve::log_to_stderr();
    let temporary = tempfile::tempdir().context("a temporary folder")?;
    let folder = options.data.as_deref().unwrap_or(temporary.path());
    let url = format!("sqlite:{}", folder.join("concord.db").display());
    let settings = Settings {
        listen: options.listen,
        base_url: format!("http://{}", options.listen),
        ..Settings::local(Mode::Demo)
    };
    block_on(async {
        serve::make_folder(&url)?;
        let db = db::Db::open(&url).await.context("opening the database")?;
        let fresh = db.schema_version().await?.is_none();
        db.migrate(migrations::ALL).await.context("migrating")?;
        if fresh {
            demo::fill(&db, &settings).await.context("filling the sample district")?;
        }
        let site = Site::new(db, settings, Clock::System, Chance::System);
        println!(
            "The sample district is at {}. Sign in as anybody at {}/demo/people",
            site.settings.base_url, site.settings.base_url
        );
        serve::until_stopped(site, None).await?;
        Ok(exit::WELL)
    })
}
