//! Files and questions that nobody should have sent: each ends in a refusal that says where and what to do, or in an
//! answer whose unknown parts are null. Never a panic, a hang, or a number that means nothing.

#![allow(clippy::unwrap_used, reason = "a test that cannot write its own files has failed")]

mod questions;
mod tables;

use serde_json::Value;
use std::path::Path;
use std::time::{Duration, Instant};

/// What must come of it.
enum End {
    /// A refusal that holds these words.
    Refused(&'static [&'static str]),
    /// An answer with a null at these places.
    Null(&'static [&'static str]),
    /// An answer that says its columns tell yes from no without exception.
    Separated,
    /// An answer with these numbers.
    Is(&'static [(&'static str, f64)]),
}
use End::{Is, Null, Refused, Separated};

const PATIENCE: Duration = Duration::from_secs(30);

/// Runs a command over one file that stands for FILE in its arguments.
fn run(directory: &Path, data: &[u8], args: &[&str]) -> (u8, String, String) {
    let path = directory.join("data.csv");
    std::fs::write(&path, data).unwrap();
    let file = path.display().to_string();
    let args: Vec<String> =
        std::iter::once("evidence").chain(args.iter().copied()).map(|a| a.replace("FILE", &file)).collect();
    let (mut out, mut told) = (Vec::new(), Vec::new());
    let begun = Instant::now();
    let code = evidence::command::run(&args, &mut out, &mut told);
    assert!(begun.elapsed() < PATIENCE, "{args:?}: took {:?}", begun.elapsed());
    (code, String::from_utf8(out).unwrap(), String::from_utf8(told).unwrap())
}

/// What is wrong with how a case ended.
fn wrong(end: &End, code: u8, out: &str, told: &str) -> Option<String> {
    if let Refused(words) = end {
        let refused = code == 1 && told.starts_with("error: ");
        return (!refused || words.iter().any(|w| !told.contains(w)))
            .then(|| format!("{words:?} is not what was told: {code} {told}{out:.300}"));
    }
    let Ok(answer) = serde_json::from_str::<Value>(out) else { return Some(format!("{code}: {told}")) };
    let number = |place: &str| answer.pointer(place).and_then(Value::as_f64);
    match end {
        Null(places) => places
            .iter()
            .find(|p| answer.pointer(p) != Some(&Value::Null))
            .map(|p| format!("{p} is {:?}, not null", answer.pointer(p))),
        Is(places) => places
            .iter()
            .find(|(p, x)| !number(p).is_some_and(|found| (found - x).abs() <= 1e-9 * x.abs().max(1.0)))
            .map(|(p, x)| format!("{p} is {:?}, not {x}", answer.pointer(p))),
        Separated => (answer["separated"] != true).then(|| "is not told to be separated".into()),
        Refused(_) => None,
    }
}

fn each(cases: &[(&str, &[u8], &str, End)]) {
    let directory = tempfile::tempdir().unwrap();
    let mut failed = Vec::new();
    for (what, data, line, end) in cases {
        let args: Vec<&str> = line.split('^').collect();
        let (code, out, told) = run(directory.path(), data, &args);
        failed.extend(wrong(end, code, &out, &told).map(|why| format!("{what}: {why}")));
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

fn answered(what: &str, code: u8, out: &str, told: &str) -> Value {
    assert_eq!(code, 0, "{what}: {told}");
    serde_json::from_str(out).unwrap()
}

const OLS: &str = "regress^--data^FILE^--formula^y ~ x";
