//! Records the real key has signed although the format forbids them: only its rules can refuse these.

use super::{Log, key, partnership, record, with_new_digest};
use record::{Checkpoint, Entry, Frontier, KEY_ROTATED, TEXT_REDACTED, Text, export, leaf};
use std::collections::BTreeMap;

/// A true record and forbidden ones like it: class, what is wrong, file.
pub struct Forbidden {
    pub fine: Vec<u8>,
    pub mutants: Vec<(&'static str, String, Vec<u8>)>,
}

pub fn lines(file: &[u8]) -> Vec<Vec<u8>> {
    file.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect()
}

pub fn forbidden(seed: u64) -> Forbidden {
    let (log, entries) = plain_log(seed);
    let place = 1 + (seed as usize) % 6;
    let mut mutants = Vec::new();
    for (what, changed) in out_of_order(&entries, place) {
        mutants.push((
            "forbidden order or content",
            what.to_owned(),
            signed_anyway(&log, &bodies(&changed), &[]),
        ));
    }
    for spelling in respelled(&entries[place]) {
        let mut bodies = bodies(&entries);
        bodies[place] = spelling.clone().into_bytes();
        mutants.push(("entry spelled otherwise", spelling, signed_anyway(&log, &bodies, &[])));
    }
    for (what, mutant) in wrongly_redacted(&log, &entries) {
        mutants.push(("redaction without its due", what, mutant));
    }
    Forbidden { fine: signed_anyway(&log, &bodies(&entries), &[]), mutants }
}

/// A file over any bodies at all, signed at its end; `texts` stand after the second entry.
fn signed_anyway(log: &Log, bodies: &[Vec<u8>], texts: &[Text]) -> Vec<u8> {
    let mut out = export::Writer::new(Vec::new()).unwrap();
    out.partnership(log.head.partnership()).unwrap();
    let mut frontier = Frontier::new();
    for (n, body) in bodies.iter().enumerate() {
        out.entry(body).unwrap();
        frontier.append(leaf(body));
        if n == 1 {
            texts.iter().for_each(|text| out.text(text).unwrap());
        }
    }
    let mut checkpoint = Checkpoint::unsigned(log.head.origin(), frontier.size(), frontier.root());
    checkpoint.sign(&key(0));
    out.checkpoint(&checkpoint.to_string()).unwrap();
    out.end().unwrap()
}

/// A record of eight plain entries without texts.
fn plain_log(seed: u64) -> (Log, Vec<Entry>) {
    let bare = record(partnership(0), &[], 1, 0);
    let mut entries: Vec<Entry> = bare.recorded.iter().map(|recorded| recorded.entry.clone()).collect();
    for n in 1..8 {
        let mut entry = entries[0].clone();
        entry.seq = n;
        entry.at += n * (seed + 1);
        entry.kind = "member.seated".to_owned();
        entry.facts = BTreeMap::from([("seat".to_owned(), format!("{seed}-{n}"))]);
        entries.push(entry);
    }
    (bare, entries)
}

fn bodies(entries: &[Entry]) -> Vec<Vec<u8>> {
    entries.iter().map(Entry::to_bytes).collect()
}

type Change<'a> = (&'static str, &'a dyn Fn(&mut Vec<Entry>));

fn out_of_order(entries: &[Entry], place: usize) -> Vec<(&'static str, Vec<Entry>)> {
    let changes: [Change; 12] = [
        ("gap", &|entries| drop(entries.remove(place))),
        ("repeat", &|entries| entries.insert(place, entries[place].clone())),
        ("swap", &|entries| entries.swap(place, place + 1)),
        ("time runs back", &|entries| entries[place].at -= 1_000_000),
        ("another partnership", &|entries| entries[place].partnership = partnership(9)),
        ("opened again", &|entries| entries[place].kind = entries[0].kind.clone()),
        ("no opening", &|entries| entries[0].kind = "member.seated".to_owned()),
        ("another origin", &|entries| drop(entries[0].facts.insert("origin".into(), "elsewhere".into()))),
        ("no key", &|entries| drop(entries[0].facts.remove("key"))),
        ("version", &|entries| entries[place].v = 2),
        ("rotation to nothing", &|entries| entries[place].kind = KEY_ROTATED.to_owned()),
        ("redaction of nothing", &|entries| entries[place].kind = TEXT_REDACTED.to_owned()),
    ];
    let apply = |(what, change): Change| {
        let mut changed = entries.to_vec();
        change(&mut changed);
        (what, changed)
    };
    changes.into_iter().map(apply).collect()
}

/// The same entry in other letters, and entries with fields no rule allows.
fn respelled(entry: &Entry) -> Vec<String> {
    let old = String::from_utf8(entry.to_bytes()).unwrap();
    let spellings = vec![
        old.replace(",\"at\"", ", \"at\""),
        old.replace("\"v\":1", "\"v\":1.0"),
        old.replace("\"v\":1", "\"v\":true"),
        old.replace("\"v\":1", "\"v\":1,\"w\":2"),
        old.replace("\"kind\":\"m", "\"kind\":\"\\u006d"),
        old.replace("{\"actor\"", "{\"v\":1,\"actor\"").replace(",\"v\":1}", "}"),
        old.replace("\"texts\":[]", "\"texts\":[],\"subject\":null"),
        old.replace("\"seat\":\"", "\"seat\":\"\u{85}"),
        old.replace("\"seat\":\"", "\"seat\":\"\\ud800"),
        old.replace("\"seat\":\"", "\"seat\":\"\\n"),
        old.replace("\"seat\":", "\"sé\":"),
        old.replace("member.seated", "member..seated"),
        old.replace("\"job\"", "\"robot\""),
        old.replace("-7000-", "-7G00-"),
    ];
    assert!(spellings.iter().all(|new| *new != old));
    spellings
}

/// Redactions without approval, without reason, or of a text that still stands there.
fn wrongly_redacted(log: &Log, entries: &[Entry]) -> Vec<(String, Vec<u8>)> {
    let text = Text { salt: [9; 32], content: "words".to_owned() };
    let facts = |without: &str| {
        let all =
            [("text", text.hash().to_string()), ("reason", "law".into()), ("approved_by.x", "y".into())];
        all.into_iter()
            .filter(|(key, _)| *key != without)
            .map(|(key, value)| (key.to_owned(), value))
            .collect()
    };
    let mut mutants = Vec::new();
    for without in ["text", "reason", "approved_by.x", "nothing: the text still stands there"] {
        let mut changed = entries.to_vec();
        changed[1].texts = vec![text.named("body", "en")];
        changed[3].kind = TEXT_REDACTED.to_owned();
        changed[3].facts = facts(without);
        let there = signed_anyway(log, &bodies(&changed), std::slice::from_ref(&text));
        if !without.starts_with("nothing") {
            let mut lines = lines(&there);
            let place = lines.iter().position(|line| line.starts_with(b"text ")).unwrap();
            lines[place] = format!("redacted {}\n", text.hash()).into_bytes();
            mutants.push((format!("taken out without {without}"), with_new_digest(&lines.concat())));
        }
        mutants.push((format!("still there, without {without}"), there));
    }
    mutants
}
