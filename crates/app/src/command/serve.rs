//! `concord serve`: opens the database, brings it up to date, and listens until told to stop.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tokio_rustls::TlsAcceptor;
use tracing::info;

use super::{Setup, block_on, exit, migrate, tls};
use crate::jobs::Worker;
use crate::settings::Settings;
use crate::site::{Chance, Clock, Site};
use crate::web::{figures, server};
use crate::{features, record};

/// Options of `serve`.
#[derive(Debug, Default, Args)]
pub struct Options {
    #[command(flatten)]
    setup: Setup,
}

pub(super) fn run(options: Options) -> anyhow::Result<ExitCode> {
    log_to_stderr();
    let (setup, settings, tls) = match ready(options.setup) {
        Ok(ready) => ready,
        Err(error) => {
            eprintln!("concord: {error:#}");
            return Ok(exit::unreadable());
        }
    };
    block_on(async {
        make_folder(setup.database())?;
        let db = open_alone(setup.database()).await?;
        migrate::bring_up_to_date(&db, setup.database()).await?;
        let site = Site::new(db, settings, Clock::System, Chance::System);
        until_stopped(site, tls).await?;
        Ok(exit::WELL)
    })
}

/// All that is read before anything is opened or written: what is wrong here, a person set up wrongly.
fn ready(setup: Setup) -> anyhow::Result<(Setup, Settings, Option<TlsAcceptor>)> {
    let setup = setup.complete()?;
    let settings = setup.settings()?;
    let tls = tls::acceptor(&setup)?;
    Ok((setup, settings, tls))
}

/// Serves a site that stands ready, until SIGTERM or SIGINT.
pub(super) async fn until_stopped(site: Site, tls: Option<TlsAcceptor>) -> anyhow::Result<()> {
    record::keys::ensure(&site, site.settings.authority()).await.map_err(told)?;
    features::begin_regular_jobs(&site).await.map_err(told)?;
    figures::begin(&site)?;
    let listener = TcpListener::bind(site.settings.listen)
        .await
        .with_context(|| format!("listening on {}", site.settings.listen))?;
    let (stop, stopped) = watch::channel(false);
    let worker = tokio::spawn(Worker::new(site.clone()).run(stopped.clone()));
    let watcher = tokio::spawn(record::event::watch(site.clone(), stopped.clone()));
    let mut term = signal(SignalKind::terminate())?;
    tokio::spawn(async move {
        tokio::select! {
            _ = term.recv() => {}
            _ = tokio::signal::ctrl_c() => {}
        }
        info!("stopping: requests in hand are finished first");
        let _ = stop.send(true);
    });
    info!("Concord is at {}", site.settings.base_url);
    server::serve(site.clone(), listener, tls, stopped).await?;
    let _ = tokio::join!(worker, watcher);
    site.db.close().await;
    Ok(())
}

/// Opens the database for serving: a SQLite file has one serving program.
async fn open_alone(url: &str) -> anyhow::Result<db::Db> {
    let options = db::Options { alone: true, ..db::Options::default() };
    db::Db::open_with(url, options).await.context("opening the database")
}

/// An error of the house on the command line.
pub fn told(error: crate::error::Error) -> anyhow::Error {
    match error {
        crate::error::Error::Broken(cause) => cause,
        other => anyhow::anyhow!("{other:?}"),
    }
}

/// The folder of a SQLite file, readable by its owner alone.
pub(super) fn make_folder(database: &str) -> anyhow::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    let Some(path) = database.strip_prefix("sqlite:") else { return Ok(()) };
    let Some(folder) = Path::new(path).parent().filter(|f| !f.as_os_str().is_empty()) else { return Ok(()) };
    if !folder.exists() {
        std::fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder)
            .with_context(|| format!("making the folder {}", folder.display()))?;
    }
    Ok(())
}

/// One line a thing, on stderr; `CONCORD_LOG=debug` says more.
pub(super) fn log_to_stderr() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("CONCORD_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).try_init();
}
