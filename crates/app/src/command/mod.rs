//! The command line. Every command says in its help what it is for, what it needs and what its exit
//! code means.

mod admin;
mod backup;
mod check;
mod demo;
mod export_record;
mod fsck;
mod migrate;
mod progress;
mod restore;
mod serve;
mod setup;
mod tls;
mod verify;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub use serve::told;
pub use setup::Setup;

/// Exit codes, the same for every command.
pub mod exit {
    use std::process::ExitCode;

    /// It was done; what was checked is sound.
    pub const WELL: ExitCode = ExitCode::SUCCESS;
    /// It was not done, or what was checked is not sound.
    pub fn badly() -> ExitCode {
        ExitCode::from(1)
    }
    /// It could not begin: a wrong option, a file that cannot be read.
    pub fn unreadable() -> ExitCode {
        ExitCode::from(2)
    }
}

const AFTER: &str = "\
Settings come from, in this order: options on the command line, CONCORD_… in the environment, the \
TOML file named by --config (or concord.toml beside the program's working folder), and the defaults.

Exit codes: 0 done and sound · 1 not done, or not sound · 2 could not begin (wrong option, unreadable file).";

/// The working home of a school partnership.
#[derive(Debug, Parser)]
#[command(name = "concord", version, about, after_long_help = AFTER, disable_help_subcommand = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Runs the web application (also when no command is named).
    ///
    /// Opens the database, brings its tables up to date (after a verified backup on SQLite) and listens.
    /// A plain listener on anything but this machine's own address is refused unless --insecure-http
    /// says that you know; give --tls-cert and --tls-key, or put a proxy before it with --trusted-proxy.
    Serve(serve::Options),
    /// Opens a working product with the sample district inside, to try things out.
    ///
    /// One click signs you in as anybody there; letters are shown on a page and never leave. Without
    /// --data everything is gone when it stops.
    Demo(demo::Options),
    /// Brings a database's tables up to date and says what it did.
    Migrate(migrate::Options),
    /// Writes everything into one file that restores on either engine.
    ///
    /// Runs beside a serving program. The file is written aside, synced, renamed and checked before it is
    /// called a backup. The signing key stays out unless --with-keys.
    Backup(backup::Options),
    /// Puts a backup into an empty database, on either engine.
    Restore(restore::Options),
    /// Checks a database: its tables, its references, and every record from the first entry to the last.
    Fsck(fsck::Options),
    /// Writes records into a file that anybody can check with `verify`.
    ExportRecord(export_record::Options),
    /// Checks a record file, anywhere, with no database and no network.
    ///
    /// Exit codes: 0 intact · 1 tampered · 2 unreadable. It says what it could not check: without a key
    /// from outside the file, a whole record made up with another key would pass; without something kept
    /// from an earlier day, a record cut short or rewritten with the real key would pass. Witnesses' signatures
    /// are checked for the witnesses whose keys are given with --witness; the others are named.
    Verify(verify::Options),
    /// What the operator may do: make places, import them, ask first leads, name who sees the operator's pages.
    Admin(admin::Options),
    /// The statistics of partnership over files: JSON out, a table with --human.
    ///
    /// Needs no database. Exit codes: 0 answered · 1 the data or the question are wrong · 2 the command line is.
    #[command(subcommand)]
    Evidence(evidence::command::Command),
    /// Looks at how this install is set up: files, address, mail, clock, disk, key.
    Check(check::Options),
}

/// Runs what the command line asks for.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let command = cli.command.unwrap_or_else(|| Command::Serve(serve::Options::default()));
    let outcome = match command {
        Command::Serve(options) => serve::run(options),
        Command::Demo(options) => demo::run(options),
        Command::Migrate(options) => migrate::run(options),
        Command::Backup(options) => backup::run(options),
        Command::Restore(options) => restore::run(options),
        Command::Fsck(options) => fsck::run(options),
        Command::ExportRecord(options) => export_record::run(options),
        Command::Verify(options) => verify::run(options),
        Command::Admin(options) => admin::run(options),
        Command::Evidence(question) => {
            question.run(&mut std::io::stdout().lock()).map(|()| exit::WELL).map_err(Into::into)
        }
        Command::Check(options) => check::run(options),
    };
    match outcome {
        Ok(code) => code,
        Err(error) => {
            eprintln!("concord: {error:#}");
            exit::badly()
        }
    }
}

/// The runtime every command that touches a database runs on.
pub(crate) fn block_on<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(work)
}
