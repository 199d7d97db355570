//! `concord check`: is this install set up as it should be? Each line says what was looked at, how it
//! stands, and what to do when it does not.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;
use db::Db;

use super::{Setup, block_on, exit};
use crate::settings::{Post, Settings};
use crate::{migrations, record};

/// Options of `check`.
#[derive(Debug, Args)]
pub struct Options {
    #[command(flatten)]
    setup: Setup,
}

/// How a thing stands.
enum Stands {
    Well(String),
    Look(String),
    Badly(String),
}
use Stands::{Badly, Look, Well};

pub(super) fn run(options: Options) -> anyhow::Result<ExitCode> {
    let setup = options.setup.complete()?;
    let settings = match setup.settings() {
        Ok(settings) => settings,
        Err(error) => {
            println!("BAD   settings: {error:#}");
            return Ok(exit::badly());
        }
    };
    let mut lines = vec![("address", address(&settings)), ("mail", mail(&settings)), ("clock", clock())];
    if let Some(path) = setup.database().strip_prefix("sqlite:") {
        lines.push(("files", files(Path::new(path))));
        lines.push(("disk", disk(Path::new(path))));
    }
    lines.extend(block_on(async { Ok(database(setup.database()).await) })?);
    let mut bad = false;
    for (what, stands) in lines {
        let (mark, words) = match stands {
            Well(words) => ("ok   ", words),
            Look(words) => ("LOOK ", words),
            Badly(words) => ("BAD  ", words),
        };
        bad |= mark == "BAD  ";
        println!("{mark} {what}: {words}");
    }
    Ok(if bad { exit::badly() } else { exit::WELL })
}

fn address(settings: &Settings) -> Stands {
    if settings.secure() {
        Well(format!("people reach it at {}", settings.base_url))
    } else if settings.listen.ip().is_loopback() {
        Look(format!("{} is for this machine alone; give --base-url https://… for others", settings.base_url))
    } else {
        Badly(format!("{} is not encrypted: passwords and codes can be read on the way", settings.base_url))
    }
}

fn mail(settings: &Settings) -> Stands {
    match &settings.post {
        Post::Outbox => Look("no mail server: nobody can get a sign-in code. Give --mail".into()),
        Post::Smtp(url) => match lettre::AsyncSmtpTransport::<lettre::Tokio1Executor>::from_url(url) {
            Err(error) => Badly(format!("the mail address cannot be read: {error}")),
            Ok(_) if settings.mail_from.contains("localhost") => {
                Badly("letters would come from localhost and be refused. Give --mail-from".into())
            }
            Ok(_) => Well(format!("letters come from {}", settings.mail_from)),
        },
    }
}

/// A clock before this program was written is a machine whose battery is flat.
fn clock() -> Stands {
    let now = jiff::Timestamp::now();
    let year = jiff::tz::TimeZone::UTC.to_datetime(now).year();
    if (2026..2200).contains(&year) {
        Well(format!("it is {now}"))
    } else {
        Badly(format!("the machine says it is {now}; set its clock, every record carries it"))
    }
}

fn files(path: &Path) -> Stands {
    use std::os::unix::fs::PermissionsExt;
    match std::fs::metadata(path) {
        Err(_) => Look(format!("{} is not there yet; the first `serve` makes it", path.display())),
        Ok(metadata) if metadata.permissions().mode() & 0o077 != 0 => {
            Badly(format!("others on this machine can read it; run: chmod 600 {}", path.display()))
        }
        Ok(_) => Well(format!("{} is readable by its owner alone", path.display())),
    }
}

const SPARE: u64 = 200 * 1024 * 1024;

fn disk(path: &Path) -> Stands {
    let folder = path.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match rustix::fs::statvfs(folder) {
        Err(error) => Look(format!("the space left is not known: {error}")),
        Ok(stat) => {
            let free = stat.f_bavail.saturating_mul(stat.f_frsize);
            let words = format!("{} MiB are free", free / (1024 * 1024));
            if free < SPARE { Badly(format!("{words}; writes stop when none are")) } else { Well(words) }
        }
    }
}

async fn database(url: &str) -> Vec<(&'static str, Stands)> {
    let db = match Db::open(url).await.context("opening it") {
        Ok(db) => db,
        Err(error) => return vec![("database", Look(format!("{error:#}")))],
    };
    let schema = match db.pending(migrations::ALL).await {
        Ok([]) => Well("the tables are up to date".into()),
        Ok(pending) => Look(format!("{} migrations wait; `serve` runs them", pending.len())),
        Err(error) => Badly(error.to_string()),
    };
    let key = match record::keys::there(&db).await {
        Ok(true) => Well("records can be signed".into()),
        Ok(false) => Look("there is no signing key yet; the first `serve` makes it".into()),
        Err(_) => Look("not known until the tables are up to date".into()),
    };
    db.close().await;
    vec![("tables", schema), ("key", key)]
}
