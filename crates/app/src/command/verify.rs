//! `concord verify FILE`: checks a record file anywhere, with no database and no network.

use std::fs::File;
use std::io::BufReader;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;
use record::{Earlier, Known, PartnershipReport, PublicKey, Report, Verdict, WitnessKey, Witnessed};

use super::exit;

/// Options of `verify`.
#[derive(Debug, Args)]
pub struct Options {
    /// The record file, as `export-record` or a partnership's export page wrote it.
    file: PathBuf,
    /// The install's public key, as its record page shows it. May be repeated.
    #[arg(long, value_name = "PUB")]
    key: Vec<PublicKey>,
    /// Something kept from an earlier day: a file with a checkpoint or receipt, or "NUMBER CODE" from a
    /// printed page or letter. May be repeated.
    #[arg(long, value_name = "EARLIER")]
    checkpoint: Vec<String>,
    /// A witness's key as the witness publishes it, NAME+ID+BASE64 (C2SP tlog-cosignature, Ed25519). Its
    /// signatures under the checkpoints are checked: a wrong one is a finding, and witnesses without a key are
    /// named as not checked. May be repeated.
    #[arg(long, value_name = "NAME+KEY")]
    witness: Vec<WitnessKey>,
}

pub(super) fn run(options: Options) -> anyhow::Result<ExitCode> {
    let file = match File::open(&options.file) {
        Ok(file) => file,
        Err(error) => {
            eprintln!("concord: {} cannot be opened: {error}", options.file.display());
            return Ok(exit::unreadable());
        }
    };
    let mut earlier = Vec::new();
    for given in &options.checkpoint {
        match kept(given) {
            Ok(one) => earlier.push(one),
            Err(error) => {
                eprintln!("concord: --checkpoint {given}: {error:#}");
                return Ok(exit::unreadable());
            }
        }
    }
    let known = Known { keys: &options.key, witnesses: &options.witness, earlier: &earlier };
    let report = record::verify_knowing(BufReader::new(file), known);
    print(&report);
    Ok(match report.verdict() {
        Verdict::Intact => exit::WELL,
        Verdict::Tampered => exit::badly(),
        Verdict::Unreadable => exit::unreadable(),
    })
}

/// A file's content, or the words themselves.
fn kept(given: &str) -> anyhow::Result<Earlier> {
    let text = match std::fs::read_to_string(given) {
        Ok(text) => text,
        Err(_) => given.to_owned(),
    };
    text.parse::<Earlier>().context("not something that was kept from a record")
}

fn print(report: &Report) {
    if let Some(why) = &report.unreadable {
        println!("UNREADABLE: {why}");
    }
    for finding in &report.findings {
        println!("WRONG: {finding}");
    }
    for one in &report.partnerships {
        partnership(one);
    }
    for unchecked in &report.unchecked {
        println!("not checked: {unchecked}");
    }
    println!(
        "{}",
        match report.verdict() {
            Verdict::Intact => "Intact, in all that could be checked.",
            Verdict::Tampered => "Not intact.",
            Verdict::Unreadable => "This is not a record file that can be read.",
        }
    );
}

fn partnership(one: &PartnershipReport) {
    let name = one.origin.clone().unwrap_or_else(|| one.partnership.to_string());
    println!("{name}: {} entries, {} checkpoints", one.size, one.checkpoints);
    for witness in &one.cosigned {
        println!("  {}", seen(witness));
    }
    for finding in &one.findings {
        println!("  WRONG: {finding}");
    }
    if one.more_findings > 0 {
        println!("  and {} more", one.more_findings);
    }
    for unchecked in &one.unchecked {
        println!("  not checked: {unchecked}");
    }
}

/// What a witness has signed, with its hour as a date.
fn seen(witness: &Witnessed) -> String {
    let Witnessed { name, checkpoints, size, time } = witness;
    let when = i64::try_from(*time).ok().and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
    let when = when.map_or_else(|| format!("{time} seconds after 1970"), |at| at.to_string());
    format!(
        "witness {name}: checked. It signed {checkpoints} checkpoints, the largest over {size} entries, at {when}"
    )
}
