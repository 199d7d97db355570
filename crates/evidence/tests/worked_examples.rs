//! The worked examples of `docs/evidence.md`: every command in it is run, and every number it prints is compared to the
//! last digit shown.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its own data has failed")]

use serde_json::Value;
use std::path::Path;

/// A command line, and what the page says comes of it: `place value`.
struct Example {
    line: usize,
    words: Vec<String>,
    told: Vec<(String, String)>,
}

/// Splits as a shell does, as far as the page needs it.
fn words(text: &str) -> Vec<String> {
    let (mut out, mut word, mut quoted) = (Vec::new(), String::new(), false);
    for c in text.chars().chain([' ']) {
        match c {
            '\'' => quoted = !quoted,
            ' ' if !quoted => {
                if !word.is_empty() {
                    out.push(std::mem::take(&mut word));
                }
            }
            c => word.push(c),
        }
    }
    out
}

fn examples(page: &str) -> Vec<Example> {
    let mut out: Vec<Example> = Vec::new();
    let (mut inside, mut command) = (false, String::new());
    for (at, line) in page.lines().enumerate() {
        if line.starts_with("```") {
            // Rust between such marks is run as a test of its own.
            inside = line == "```text";
        } else if inside {
            if let Some(begin) = line.strip_prefix("$ concord evidence ") {
                command = begin.to_owned();
            } else if command.ends_with('\\') {
                command = format!("{} {}", command.trim_end_matches('\\'), line.trim());
            } else if let Some((place, value)) = line.trim().split_once(' ')
                && let Some(last) = out.last_mut()
            {
                last.told.push((place.to_owned(), value.trim().to_owned()));
            }
            if !command.is_empty() && !command.ends_with('\\') {
                out.push(Example { line: at + 1, words: words(&command), told: Vec::new() });
                command.clear();
            }
        }
    }
    out
}

/// `coef.2` of an answer: keys and places from 0, parted by points.
fn look_up<'a>(answer: &'a Value, place: &str) -> Option<&'a Value> {
    place.split('.').try_fold(answer, |value, key| match value {
        Value::Array(cells) => cells.get(key.parse::<usize>().ok()?),
        other => other.get(key),
    })
}

fn is_told(found: &Value, told: &str) -> bool {
    match found {
        Value::Number(x) => {
            let Ok(shown) = told.parse::<f64>() else { return false };
            let decimals = told.split_once('.').map_or(0, |(_, d)| d.split('e').next().unwrap_or(d).len());
            let exponent = told.split_once('e').map_or(0, |(_, e)| e.parse::<i32>().unwrap_or(0));
            let half = 0.5 * 10_f64.powi(exponent - decimals as i32);
            (x.as_f64().unwrap() - shown).abs() <= half * (1.0 + 1e-9)
        }
        Value::String(text) => text == told,
        other => {
            let shown = other.to_string();
            shown == told
        }
    }
}

#[test]
fn every_example_prints_what_the_page_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(root.join("../../docs/evidence.md")).unwrap();
    let (mut commands, mut numbers) = (std::collections::BTreeSet::new(), 0);
    for Example { line, words, told } in examples(&page) {
        commands.insert(words[0].clone());
        assert!(!told.is_empty(), "docs/evidence.md, line {line}: the example tells nothing");
        let data = |word: &String| {
            let path = root.join("tests/data").join(word);
            let names_data = word.ends_with(".csv") || word == "district";
            if names_data { path.display().to_string() } else { word.clone() }
        };
        let args: Vec<String> =
            std::iter::once("evidence".to_owned()).chain(words.iter().map(data)).collect();
        let (mut out, mut why) = (Vec::new(), Vec::new());
        let code = evidence::command::run(&args, &mut out, &mut why);
        assert_eq!(code, 0, "docs/evidence.md, line {line}: {}", String::from_utf8_lossy(&why));
        let answer: Value = serde_json::from_slice(&out).unwrap();
        for (place, told) in told {
            let found = look_up(&answer, &place);
            assert!(
                found.is_some_and(|f| is_told(f, &told)),
                "docs/evidence.md, line {line}: {place} is {found:?}, the page says {told}"
            );
            numbers += 1;
        }
    }
    let all =
        ["agreement", "glm", "mediate", "mixed", "national", "network", "pool", "rake", "regress", "scales"];
    assert!(all.iter().all(|c| commands.contains(*c)), "examples of {commands:?} alone");
    assert!(numbers >= 60, "only {numbers} numbers are shown");
}

#[test]
fn a_number_is_held_to_its_last_digit() {
    for (found, told, right) in [
        (0.9981, "0.998", true),
        (0.9987, "0.998", false),
        (-1.5e-7, "-1.5e-7", true),
        (-1.56e-7, "-1.5e-7", false),
        (420.0, "420", true),
        (0.123, "word", false),
    ] {
        assert_eq!(is_told(&found.into(), told), right, "{found} as {told}");
    }
    assert_eq!(words("a 'b c' --d"), ["a", "b c", "--d"]);
}
