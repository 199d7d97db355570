//! `concord demo`: a working product with the sample district inside, on SQLite.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;

use super::{block_on, exit, serve};
use crate::demo;
use crate::migrations;
use crate::settings::{Mode, Settings};
use crate::site::{Chance, Site};

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
    if !options.listen.ip().is_loopback() {
        eprintln!(
            "concord: {} can be reached by others, and whoever reaches the demo may sign in as anybody. Listen on \
             127.0.0.1, and let others see it through a tunnel of your own",
            options.listen
        );
        return Ok(exit::unreadable());
    }
    serve::log_to_stderr();
    let temporary = tempfile::tempdir().context("a temporary folder")?;
    let folder = options.data.as_deref().unwrap_or(temporary.path());
    let file = folder.join("concord.db");
    let url = format!("sqlite:{}", file.display());
    let settings = Settings {
        listen: options.listen,
        base_url: format!("http://{}", options.listen),
        ..Settings::local(Mode::Demo)
    };
    block_on(async {
        serve::make_folder(&url)?;
        if !file.exists() {
            fill(folder, &file, &settings).await.context("filling the sample district")?;
        }
        let db = db::Db::open(&url).await.context("opening the database")?;
        db.migrate(migrations::ALL).await.context("migrating")?;
        let clock = demo::clock(&db).await?;
        let site = Site::new(db, settings, clock, Chance::System);
        println!(
            "The sample district is at {}. Sign in as anybody at {}/demo/people",
            site.settings.base_url, site.settings.base_url
        );
        serve::until_stopped(site, None).await?;
        Ok(exit::WELL)
    })
}

/// Fills a file beside the one that is wanted, and gives it its name when it is whole: a demo that was
/// stopped in the middle begins again. It does not wait for the disk at every act, since nothing is lost
/// that cannot be made again.
async fn fill(folder: &Path, file: &Path, settings: &Settings) -> anyhow::Result<()> {
    let beside = folder.join("filling");
    if beside.exists() {
        std::fs::remove_dir_all(&beside)?;
    }
    std::fs::create_dir(&beside)?;
    let new = beside.join("concord.db");
    let options = db::Options { durable: false, ..db::Options::default() };
    let db = db::Db::open_with(&format!("sqlite:{}", new.display()), options).await?;
    db.migrate(migrations::ALL).await.context("migrating")?;
    demo::fill(&db, settings).await?;
    db.close().await;
    std::fs::File::open(&new)?.sync_all()?;
    std::fs::rename(&new, file)?;
    std::fs::remove_dir_all(&beside)?;
    Ok(())
}
