//! `concord admin …`: what the operator may do. They make places and ask first leads; they seat nobody and
//! read nothing.

use std::collections::HashMap;
use std::fs::File;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::{Args, Subcommand};
use uuid::Uuid;
use words::{Lang, Words};

use super::setup::DATABASE;
use super::{block_on, exit, told};
use crate::access::Operator;
use crate::error::Error;
use crate::network::site_tree::import::{self, Reading};
use crate::network::site_tree::{Kind, commands};
use crate::people::account;
use crate::people::partnership::commands::{AskToBegin, operator_invites_lead};
use crate::people::security::{self, Happened};
use crate::record;
use crate::settings::{Mode, Settings};
use crate::site::{Chance, Clock, Site};
use crate::text::hold;

/// Options of `admin`.
#[derive(Debug, Args)]
pub struct Options {
    /// The database.
    #[arg(long, env = "CONCORD_DATABASE", default_value = DATABASE, hide_env_values = true, global = true)]
    database: String,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Makes one place in the tree of sites and prints its id.
    CreateSite {
        /// What kind of place.
        #[arg(long, value_enum)]
        kind: Kind,
        /// Its name.
        #[arg(long)]
        name: String,
        /// The id of the place above; none for a state.
        #[arg(long, value_name = "ID")]
        under: Option<Uuid>,
        /// The state's postal code; that of the place above when nothing is said.
        #[arg(long)]
        state: Option<String>,
        /// Its federal id: LEAID (7 digits) or NCESSCH (12 digits). Never required.
        #[arg(long)]
        nces: Option<String>,
        /// Its IANA time zone.
        #[arg(long, value_name = "ZONE")]
        time_zone: String,
    },
    /// Makes many places from a CSV file.
    ///
    /// Columns by name, in any order: kind, name, state, county, district, nces_id, local_id, time_zone. Where
    /// the file calls them otherwise, say so with --columns. Nothing is written when anything is wrong.
    ImportSites {
        /// The file.
        file: PathBuf,
        /// What the file calls our columns: name=school,local_id=district.
        #[arg(long, value_name = "OURS=THEIRS,…", value_delimiter = ',')]
        columns: Vec<String>,
        /// What every row is, when the file does not say.
        #[arg(long, value_enum)]
        kind: Option<Kind>,
        /// Every row's state, when the file does not say.
        #[arg(long)]
        state: Option<String>,
        /// Every row's time zone, when the file does not say.
        #[arg(long, value_name = "ZONE", default_value = "America/New_York")]
        time_zone: String,
        /// Say what would happen and change nothing.
        #[arg(long)]
        dry_run: bool,
    },
    /// Asks a leader, by letter, to begin a partnership at a place. They begin it themselves, or not at all.
    InviteLead {
        /// The place's id.
        #[arg(long, value_name = "ID")]
        site: Uuid,
        /// Their name.
        #[arg(long)]
        name: String,
        /// Their address.
        #[arg(long)]
        email: String,
        /// The language of the letter: en or es.
        #[arg(long, default_value = "en")]
        language: String,
        /// The address people type, for the link in the letter.
        #[arg(long, env = "CONCORD_BASE_URL", value_name = "URL")]
        base_url: String,
    },
    /// Lets the person with this address see the pages about the running of this install.
    MakeOperator {
        /// Their address; they must have signed in once.
        email: String,
    },
    /// Writes the record's signing key into a file that only you can read. Whoever has it can sign in this
    /// install's name: keep it where you keep other keys, apart from the backups.
    ExportKey {
        /// The file to write. It must not exist.
        file: PathBuf,
    },
    /// Puts the signing key back into a database that was restored without it.
    ImportKey {
        /// The file that export-key wrote.
        file: PathBuf,
    },
    /// Makes a new signing key and hands every record to it. Do it when somebody may have seen the old one.
    ///
    /// Each record says so, under both keys, and stays checkable. Export the new key afterwards: the file of the
    /// old one opens nothing any more.
    RotateKey,
    /// Places a legal hold: while it lasts, nothing of the partnership is removed. Its record says so.
    Hold {
        /// The partnership's id, as in its pages' addresses.
        #[arg(long, value_name = "ID")]
        partnership: Uuid,
        /// Who asked for it and why, in a line. Every seat of the partnership can read it.
        #[arg(long)]
        reason: String,
    },
    /// Ends a legal hold. Its record says so.
    ReleaseHold {
        /// The partnership's id.
        #[arg(long, value_name = "ID")]
        partnership: Uuid,
    },
}

pub(super) fn run(options: Options) -> anyhow::Result<ExitCode> {
    block_on(async {
        let db = db::Db::open(&options.database).await.context("opening the database")?;
        let mut settings = Settings::local(Mode::Serve);
        if let Command::InviteLead { base_url, .. } = &options.command {
            settings.base_url = base_url.trim_end_matches('/').to_owned();
        }
        let site = Site::new(db, settings, Clock::System, Chance::System);
        let code = done(&site, options.command).await;
        site.db.close().await;
        code
    })
}

async fn done(site: &Site, command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::CreateSite { kind, name, under, state, nces, time_zone } => {
            let new = commands::NewSite {
                parent: under,
                kind,
                name,
                state,
                nces_id: nces,
                local_id: None,
                time_zone,
                language: Lang::En,
            };
            let mut act = site.act().await.map_err(told)?;
            let id = commands::create(&mut act, &Operator::at_the_command_line(), new).await.map_err(said)?;
            security::note(&mut act, Happened::Operator("create-site"), None, "").await.map_err(told)?;
            act.commit().await.map_err(told)?;
            println!("{id}");
            Ok(exit::WELL)
        }
        Command::ImportSites { file, columns, kind, state, time_zone, dry_run } => {
            let reading = Reading { columns: pairs(&columns)?, kind, state, time_zone };
            import_sites(site, &file, &reading, dry_run).await
        }
        Command::InviteLead { site: place, name, email, language, .. } => {
            let asked = AskToBegin { site: place, name, email, language };
            let mut act = site.act().await.map_err(told)?;
            operator_invites_lead(&mut act, &Operator::at_the_command_line(), &asked).await.map_err(said)?;
            security::note(&mut act, Happened::Operator("invite-lead"), None, "").await.map_err(told)?;
            act.commit().await.map_err(told)?;
            println!("A letter to {} waits in the outbox; the serving program sends it.", asked.email);
            Ok(exit::WELL)
        }
        Command::MakeOperator { email } => {
            let mut act = site.act().await.map_err(told)?;
            let address = email.trim().to_lowercase();
            if !account::commands::make_operator(&mut act, &Operator::at_the_command_line(), &address)
                .await
                .map_err(told)?
            {
                bail!("nobody with the address {email} has signed in here yet");
            }
            act.commit().await.map_err(told)?;
            println!("{email} now sees the pages under /operator.");
            Ok(exit::WELL)
        }
        Command::ExportKey { file } => {
            let key = record::keys::export(site).await.map_err(told)?;
            let mut out = std::fs::OpenOptions::new()
                .write(true)
                .create_new(true)
                .mode(0o600)
                .open(&file)
                .with_context(|| format!("making {}", file.display()))?;
            writeln!(out, "{key}")?;
            out.sync_all()?;
            println!("The key is in {}. Keep it apart from the backups.", file.display());
            Ok(exit::WELL)
        }
        Command::ImportKey { file } => {
            let letters =
                std::fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
            if !record::keys::import(site, &letters).await.map_err(told)? {
                bail!(
                    "this is not the key that the records in this database were signed with; nothing was changed"
                );
            }
            println!("The key is back: acts can be recorded again.");
            Ok(exit::WELL)
        }
        Command::RotateKey => {
            let mut act = site.act().await.map_err(told)?;
            let records =
                record::rotation::rotate(&mut act, &Operator::at_the_command_line()).await.map_err(told)?;
            security::note(&mut act, Happened::Operator("rotate-key"), None, "").await.map_err(told)?;
            act.commit().await.map_err(told)?;
            println!("Records handed to the new key: {records}. Keep it safe: concord admin export-key FILE");
            Ok(exit::WELL)
        }
        Command::Hold { partnership, reason } => {
            let mut act = site.act().await.map_err(told)?;
            hold::place(&mut act, &Operator::at_the_command_line(), partnership, &reason)
                .await
                .map_err(said)?;
            security::note(&mut act, Happened::Operator("hold"), None, "").await.map_err(told)?;
            act.commit().await.map_err(told)?;
            println!("Nothing of this partnership is removed until: concord admin release-hold");
            Ok(exit::WELL)
        }
        Command::ReleaseHold { partnership } => {
            let mut act = site.act().await.map_err(told)?;
            hold::release(&mut act, &Operator::at_the_command_line(), partnership).await.map_err(said)?;
            security::note(&mut act, Happened::Operator("release-hold"), None, "").await.map_err(told)?;
            act.commit().await.map_err(told)?;
            println!("The hold is over: what has had its time goes with the next nightly purge.");
            Ok(exit::WELL)
        }
    }
}

fn pairs(columns: &[String]) -> anyhow::Result<HashMap<String, String>> {
    let mut pairs = HashMap::new();
    for pair in columns {
        let (ours, theirs) = pair.split_once('=').with_context(|| format!("{pair:?} is not OURS=THEIRS"))?;
        if !import::COLUMNS.contains(&ours) {
            bail!("{ours:?} is not one of our columns: {}", import::COLUMNS.join(", "));
        }
        pairs.insert(ours.to_owned(), theirs.to_owned());
    }
    Ok(pairs)
}

async fn import_sites(
    site: &Site,
    file: &PathBuf,
    reading: &Reading,
    dry_run: bool,
) -> anyhow::Result<ExitCode> {
    let input = match File::open(file) {
        Ok(input) => input,
        Err(error) => {
            eprintln!("concord: {} cannot be opened: {error}", file.display());
            return Ok(exit::unreadable());
        }
    };
    let plan = import::read(input, reading);
    let mut act = site.act().await.map_err(told)?;
    let mut wrong = plan.wrong;
    let mut done = import::Done::default();
    if wrong.is_empty() {
        let by = Operator::at_the_command_line();
        (done, wrong) = import::write(&mut act, &by, &plan.rows).await.map_err(told)?;
    }
    if !wrong.is_empty() {
        for one in &wrong {
            println!("{}, line {}, column {}: {}", file.display(), one.line, one.column, one.what);
        }
        println!("{} things to correct. Nothing was changed.", wrong.len());
        return Ok(exit::badly());
    }
    let mut made: Vec<String> =
        done.made.iter().map(|(kind, count)| format!("{count} of kind {kind}")).collect();
    made.sort();
    let made = if made.is_empty() { "none".to_owned() } else { made.join(", ") };
    println!("{}: {made}. Known already: {}.", if dry_run { "Would make" } else { "Made" }, done.known);
    if plan.mended > 0 {
        println!("{} federal ids had lost their leading zero; it was put back.", plan.mended);
    }
    if !dry_run {
        security::note(&mut act, Happened::Operator("import-sites"), None, "").await.map_err(told)?;
        act.commit().await.map_err(told)?;
    }
    Ok(exit::WELL)
}

/// A rule's no on the command line.
fn said(error: Error) -> anyhow::Error {
    match error {
        Error::Refused(no) => {
            let w = Words::new(Lang::En);
            anyhow::anyhow!("{}", no.iter().map(|no| no.say(&w)).collect::<Vec<_>>().join(" "))
        }
        other => told(other),
    }
}
