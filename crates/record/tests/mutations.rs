//! Thousands of changes to record files, by accident, by a careful forger, and by the holder of the real key.
//! None may pass unseen, except where the format says that only something kept from earlier can show it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod common;

use common::forge::{self, lines};
use common::{Chance, Log, file, key, logs, partnership, record, steps, with_new_digest};
use record::{Checkpoint, Earlier, Entry, PublicKey, Text, Unchecked, Verdict, verify};
use std::collections::BTreeMap;

/// Counts what was tried and keeps what passed unseen.
#[derive(Default)]
struct Tally {
    tried: BTreeMap<&'static str, usize>,
    unseen: Vec<String>,
}

impl Tally {
    fn must_see(&mut self, class: &'static str, clean: &[u8], mutant: &[u8], keys: &[PublicKey], why: &str) {
        if mutant == clean {
            return;
        }
        self.count(class, mutant, keys, &[], why);
    }

    fn count(
        &mut self,
        class: &'static str,
        mutant: &[u8],
        keys: &[PublicKey],
        earlier: &[Earlier],
        why: &str,
    ) {
        *self.tried.entry(class).or_default() += 1;
        if verify(mutant, keys, earlier).verdict() == Verdict::Intact {
            self.unseen.push(format!("{class}: {why}"));
        }
    }

    fn settle(self, at_least: usize) -> usize {
        let total = self.tried.values().sum();
        eprintln!("{total} mutations: {:#?}", self.tried);
        assert!(self.unseen.is_empty(), "{} passed unseen: {:#?}", self.unseen.len(), self.unseen);
        assert!(total >= at_least, "only {total} mutations were tried");
        assert!(self.tried.values().all(|tried| *tried >= 10), "a class was hardly tried");
        total
    }
}

/// Whether line `n` is a checkpoint that is neither the last of its record nor the one of a rotation: taking
/// such a one away, with the digest made anew, changes nothing the record says (docs/record-format.md says
/// so).
fn is_spare_checkpoint(lines: &[Vec<u8>], n: usize) -> bool {
    let goes_on = lines[n + 1..].first().is_some_and(|next| next.starts_with(b"entry "));
    let rotation = String::from_utf8_lossy(&lines[n]).matches("— ").count() > 1;
    lines[n].starts_with(b"checkpoint ") && goes_on && !rotation
}

#[test]
fn no_change_to_bytes_or_lines_passes_unseen() {
    let mut tally = Tally::default();
    for seed in 0..6 {
        let clean = file(&logs(seed, 14));
        let foreign = lines(&file(&logs(seed + 50, 14)));
        let mut chance = Chance(seed + 99);
        for _ in 0..24 {
            flip_a_bit(&mut tally, &clean, &mut chance);
            touch_a_byte(&mut tally, &clean, &mut chance);
            move_lines(&mut tally, &clean, &foreign, &mut chance);
        }
        change_line_ends(&mut tally, &clean);
    }
    tally.settle(2_000);
}

fn flip_a_bit(tally: &mut Tally, clean: &[u8], chance: &mut Chance) {
    let mut mutant = clean.to_vec();
    let (place, bit) = (chance.below(clean.len()), chance.below(8));
    mutant[place] ^= 1 << bit;
    let why = format!("bit {bit} of byte {place}");
    tally.must_see("bit flipped", clean, &mutant, &[], &why);
    let body = lines(clean).iter().rev().skip(1).map(Vec::len).sum::<usize>();
    if place < body && mutant[place] != b'\n' && clean[place] != b'\n' {
        tally.must_see("bit flipped, digest anew", clean, &with_new_digest(&mutant), &[], &why);
    }
}

fn touch_a_byte(tally: &mut Tally, clean: &[u8], chance: &mut Chance) {
    let place = chance.below(clean.len());
    let why = format!("at byte {place}");
    let mut removed = clean.to_vec();
    removed.remove(place);
    tally.must_see("byte removed", clean, &removed, &[], &why);
    let mut added = clean.to_vec();
    added.insert(place, [b' ', b'\n', b'\r', b'\t', b'0', b'"', 0, 0xff][chance.below(8)]);
    tally.must_see("byte added", clean, &added, &[], &why);
    tally.must_see("cut short", clean, &clean[..place], &[], &why);
}

fn move_lines(tally: &mut Tally, clean: &[u8], foreign: &[Vec<u8>], chance: &mut Chance) {
    let old = lines(clean);
    // The last line is the digest's: it is made anew below, or touched as bytes above.
    let (a, b) = (chance.below(old.len() - 1), chance.below(old.len() - 1));
    let mut try_both = |class: &'static str, careful: &'static str, mutant: Vec<Vec<u8>>, spare: bool| {
        let (mutant, why) = (mutant.concat(), format!("lines {} and {}", a + 1, b + 1));
        tally.must_see(class, clean, &mutant, &[], &why);
        if !spare {
            tally.must_see(careful, clean, &with_new_digest(&mutant), &[], &why);
        }
    };
    let mut dropped = old.clone();
    dropped.remove(a);
    try_both("line dropped", "line dropped, digest anew", dropped, is_spare_checkpoint(&old, a));
    let mut doubled = old.clone();
    doubled.insert(b, old[a].clone());
    try_both("line doubled", "line doubled, digest anew", doubled, false);
    let mut swapped = old.clone();
    swapped.swap(a, b);
    try_both("lines swapped", "lines swapped, digest anew", swapped, false);
    let mut inserted = old.clone();
    inserted.insert(a + 1, foreign[chance.below(foreign.len() - 1)].clone());
    try_both("foreign line added", "foreign line added, digest anew", inserted, false);
    let mut replaced = old.clone();
    replaced[a] = foreign[chance.below(foreign.len() - 1)].clone();
    try_both("line replaced", "line replaced, digest anew", replaced, false);
}

fn change_line_ends(tally: &mut Tally, clean: &[u8]) {
    let text = String::from_utf8(clean.to_vec()).unwrap();
    for mutant in [
        text.replace('\n', "\r\n"),
        text.replace("}\nentry", "}\t\nentry"),
        text.replace('\n', "\n\n"),
        text.replace('\n', " \n"),
        format!("\u{feff}{text}"),
        format!("{text}\n"),
        format!("{text} "),
        text.trim_end().to_owned(),
        text.replace("entry {", "entry  {"),
        text.replace("\",\"", "\", \""),
        text.replacen("entry {\"", "entry {\n\"", 1),
    ] {
        tally.must_see("white space", clean, mutant.as_bytes(), &[], "line ends and blanks");
        let keeps_its_lines = lines(clean).len() == lines(mutant.as_bytes()).len();
        if keeps_its_lines && mutant.ends_with('\n') {
            let careful = with_new_digest(mutant.as_bytes());
            tally.must_see("white space, digest anew", clean, &careful, &[], "line ends and blanks");
        }
    }
}

/// Replaces one line by what `change` makes of it, digest anew.
fn with_line(clean: &[u8], n: usize, line: String) -> Vec<u8> {
    let mut lines = lines(clean);
    lines[n] = format!("{line}\n").into_bytes();
    with_new_digest(&lines.concat())
}

fn entry_at(line: &[u8]) -> Option<Entry> {
    Entry::from_bytes(line.strip_prefix(b"entry ")?.strip_suffix(b"\n")?).ok()
}

#[test]
fn no_well_spelled_change_to_an_entry_or_a_text_passes_unseen() {
    let mut tally = Tally::default();
    for seed in 0..8 {
        let clean = file(&logs(seed, 10));
        for (n, line) in lines(&clean).iter().enumerate() {
            let Some(entry) = entry_at(line) else { continue };
            for (what, changed) in changed_entries(&entry) {
                let mutant =
                    with_line(&clean, n, format!("entry {}", String::from_utf8(changed.to_bytes()).unwrap()));
                tally.must_see("entry altered and spelled anew", &clean, &mutant, &[], what);
            }
            alter_text_and_its_hash(&mut tally, &clean, n, &entry);
        }
        for (n, line) in lines(&clean).iter().enumerate() {
            let line = String::from_utf8_lossy(line);
            if let Some(json) = line.strip_prefix("text ") {
                let hash = hash_of(json);
                let mutant = with_line(&clean, n, format!("redacted {hash}"));
                tally.must_see("text taken out silently", &clean, &mutant, &[], &hash);
            }
        }
    }
    tally.settle(500);
}

fn changed_entries(entry: &Entry) -> Vec<(&'static str, Entry)> {
    let change = |what, change: fn(&mut Entry)| {
        let mut entry = entry.clone();
        change(&mut entry);
        (what, entry)
    };
    vec![
        change("instant", |entry| entry.at += 1),
        change("kind", |entry| entry.kind.push('x')),
        change("actor", |entry| entry.actor.id = Some("person-9".to_owned())),
        change("party", |entry| entry.actor.party = None),
        change("fact", |entry| drop(entry.facts.insert("version".to_owned(), "99".to_owned()))),
        change("subject", |entry| entry.subject = Some("another".to_owned())),
        change("number", |entry| entry.seq += 1),
        change("texts", |entry| drop(entry.texts.pop())),
    ]
}

fn hash_of(json: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(json).unwrap();
    let salt = data_encoding::HEXLOWER.decode(value["salt"].as_str().unwrap().as_bytes()).unwrap();
    let text =
        Text { salt: salt.try_into().unwrap(), content: value["content"].as_str().unwrap().to_owned() };
    text.hash().to_string()
}

/// Other words, and the entry's commitment made to fit them: only the tree tells.
fn alter_text_and_its_hash(tally: &mut Tally, clean: &[u8], n: usize, entry: &Entry) {
    let Some(old) = entry.texts.first() else { return };
    let new = Text { salt: [7; 32], content: "We promise nothing.".to_owned() };
    let json = format!("{{\"content\":\"We promise nothing.\",\"salt\":\"{}\"}}", "07".repeat(32));
    let mut lines = lines(clean);
    let spelled = String::from_utf8(entry.to_bytes()).unwrap();
    lines[n] =
        format!("entry {}\n", spelled.replace(&old.hash.to_string(), &new.hash().to_string())).into_bytes();
    let place = lines.iter().position(|line| {
        let line = String::from_utf8_lossy(line);
        line.strip_prefix("text ").is_some_and(|json| hash_of(json) == old.hash.to_string())
    });
    if let Some(place) = place {
        lines[place] = format!("text {json}\n").into_bytes();
        let mutant = with_new_digest(&lines.concat());
        tally.must_see("text and its hash altered", clean, &mutant, &[], "other words");
    }
}

#[test]
fn no_change_to_a_checkpoint_passes_unseen() {
    let mut tally = Tally::default();
    for seed in 0..10 {
        let clean = file(&logs(seed, 12));
        for (n, line) in lines(&clean).iter().enumerate() {
            let line = String::from_utf8_lossy(line);
            let Some(json) = line.strip_prefix("checkpoint ") else { continue };
            let old: Checkpoint = serde_json::from_str::<String>(json).unwrap().parse().unwrap();
            for (what, changed) in changed_checkpoints(&old) {
                let json = serde_json::Value::from(changed.to_string()).to_string();
                let mutant = with_line(&clean, n, format!("checkpoint {json}"));
                tally.must_see("checkpoint changed", &clean, &mutant, &[], what);
            }
        }
    }
    tally.settle(300);
}

fn changed_checkpoints(old: &Checkpoint) -> Vec<(&'static str, Checkpoint)> {
    let mut changed = Vec::new();
    let mut change = |what, change: &dyn Fn(&mut Checkpoint)| {
        let mut checkpoint = old.clone();
        change(&mut checkpoint);
        changed.push((what, checkpoint));
    };
    change("size", &|checkpoint| checkpoint.size += 1);
    change("root", &|checkpoint| checkpoint.root.0[31] ^= 1);
    change("origin", &|checkpoint| checkpoint.origin = checkpoint.origin.replace("partners.", "elsewhere."));
    change("signature", &|checkpoint| checkpoint.signatures[0].signature[40] ^= 1);
    change("signature gone, a witness in its place", &|checkpoint| {
        checkpoint.signatures[0].name = "witness.example.org".to_owned();
    });
    change("key id", &|checkpoint| checkpoint.signatures[0].key_id[0] ^= 1);
    change("another key", &|checkpoint| {
        checkpoint.signatures.clear();
        checkpoint.sign(&key(777));
    });
    change("signature twice", &|checkpoint| {
        let again = checkpoint.signatures[0].clone();
        checkpoint.signatures.push(again);
    });
    change("other root, another key", &|checkpoint| {
        checkpoint.signatures.clear();
        checkpoint.root.0[0] ^= 1;
        checkpoint.sign(&key(778));
    });
    changed
}

#[test]
fn the_real_key_cannot_sign_what_the_format_forbids() {
    let mut tally = Tally::default();
    for seed in 0..12 {
        let forbidden = forge::forbidden(seed);
        assert_eq!(verify(&forbidden.fine[..], &[key(0).public()], &[]).verdict(), Verdict::Intact);
        for (class, what, mutant) in &forbidden.mutants {
            tally.must_see(class, &forbidden.fine, mutant, &[], what);
        }
    }
    tally.settle(200);
}

/// The three forms in which somebody may have kept how things stood after `number` entries, each by itself.
fn kept(log: &Log, number: u64) -> Vec<Vec<Earlier>> {
    let code = log.recorded[number as usize - 1].code;
    let id = log.head.partnership();
    let mut kept: Vec<Vec<Earlier>> = [format!("{id} {number} {code}"), format!("{number} {}", code.short())]
        .map(|line| vec![line.parse().unwrap()])
        .to_vec();
    kept.push(vec![Earlier::Receipt(Box::new(log.receipt(number as usize - 1)))]);
    if let Some(checkpoint) = log.checkpoints.get(&number) {
        kept.push(vec![checkpoint.to_string().parse().unwrap()]);
    }
    kept
}

#[test]
fn what_the_real_key_can_rewrite_is_seen_by_whoever_kept_anything() {
    let mut tally = Tally::default();
    let mut chance = Chance(5);
    for seed in 0..40 {
        let steps = steps(seed, 16);
        let real = record(partnership(0), &steps, 3, 0);
        let keys = [real.key(), key(0).public()];
        let number = 2 + chance.below(real.recorded.len() - 2) as u64;

        let mut changed = steps.clone();
        let place = chance.below(number as usize - 1);
        changed.remove(place);
        changed.extend(
            common::steps(seed + 500, 4).into_iter().filter(|step| matches!(step, common::Step::Act { .. })),
        );
        let changed = without_orphaned_redactions(changed);
        let rewritten = file(&[record(partnership(0), &changed, 3, 0)]);
        let short = file(&[record(partnership(0), &steps[..place], 2, 0)]);
        for earlier in kept(&real, number) {
            tally.count("rewritten with the real key", &rewritten, &keys, &earlier, "rewrite");
            tally.count("cut short and signed anew", &short, &keys[1..], &earlier, "truncation");
        }
        for (class, mutant) in [("rewrite", &rewritten), ("truncation", &short)] {
            let report = verify(&mutant[..], &[], &[]);
            assert_eq!(
                report.verdict(),
                Verdict::Intact,
                "{class}: {:?}",
                report.all_findings().collect::<Vec<_>>()
            );
            assert!(
                report.partnerships[0].unchecked.contains(&Unchecked::NoEarlier),
                "the report must say so"
            );
        }
    }
    tally.settle(240);
}

fn without_orphaned_redactions(steps: Vec<common::Step>) -> Vec<common::Step> {
    let mut present = Vec::new();
    let mut kept = Vec::new();
    for step in steps {
        match &step {
            common::Step::Act { draft, .. } => present.extend(draft.texts.iter().map(|text| text.hash)),
            common::Step::Redact { text } if !present.contains(&text.hash()) => continue,
            _ => {}
        }
        kept.push(step);
    }
    kept
}

#[test]
fn an_old_backup_put_back_is_seen_by_whoever_kept_anything_newer() {
    let mut tally = Tally::default();
    for seed in 0..20 {
        let steps = steps(seed, 14);
        let today = record(partnership(0), &steps, 2, 0);
        let backup = file(&[record(partnership(0), &steps[..7], 2, 0)]);
        assert_eq!(verify(&backup[..], &[], &[]).verdict(), Verdict::Intact, "by itself it is a true record");
        for number in 9..today.size() {
            for earlier in kept(&today, number) {
                tally.count("rolled back", &backup, &[], &earlier, "an old backup");
            }
        }
    }
    tally.settle(200);
}

#[test]
fn a_record_made_up_with_another_key_is_seen_by_whoever_knows_the_key_or_kept_anything() {
    let mut tally = Tally::default();
    for seed in 0..20 {
        let steps = steps(seed, 9);
        let real = record(partnership(0), &steps, 2, 0);
        let made_up = file(&[record(partnership(0), &steps, 2, 300)]);
        assert_eq!(verify(&made_up[..], &[], &[]).unchecked, [Unchecked::NoKey]);
        tally.count("another key", &made_up, &[key(0).public()], &[], "the key is known");
        for earlier in kept(&real, 4) {
            tally.count("another key, something kept", &made_up, &[], &earlier, "something was kept");
        }
    }
    tally.settle(60);
}

#[test]
fn a_partnership_taken_out_of_the_file_is_missed() {
    let mut tally = Tally::default();
    for seed in 0..30 {
        let logs = logs(3 * seed + 2, 6);
        let gone = (seed % 3) as usize;
        let mut left = logs.clone();
        left.remove(gone);
        for earlier in kept(&logs[gone], 3).into_iter().filter(|kept| !is_unnamed(kept)) {
            tally.count("partnership taken out", &file(&left), &[], &earlier, "something was kept");
        }
        let lines = lines(&file(&logs));
        let id = format!("partnership {}\n", logs[gone].head.partnership());
        let start = lines.iter().position(|line| *line == id.as_bytes()).unwrap();
        let rest = &lines[start + 1..];
        let length =
            rest.iter().position(|line| line.starts_with(b"partnership ") || line.starts_with(b"end "));
        let mutant = [&lines[..start], &rest[length.unwrap()..]].concat().concat();
        tally.count(
            "partnership taken out, count left",
            &with_new_digest(&mutant),
            &[],
            &[],
            "the count tells",
        );
    }
    tally.settle(60);
}

fn is_unnamed(kept: &[Earlier]) -> bool {
    matches!(kept, [Earlier::Printed(printed)] if printed.partnership.is_none())
}

#[test]
fn a_checkpoint_taken_away_hides_nothing_and_the_digest_tells_unless_made_anew() {
    let log = record(partnership(0), &steps(3, 12), 2, 0);
    let mut fewer = log.clone();
    let spare = *log.checkpoints.keys().filter(|size| **size != log.size()).min().unwrap();
    fewer.checkpoints.remove(&spare);
    let report = verify(&file(&[fewer])[..], &[key(0).public()], &[]);
    assert_eq!(report.verdict(), Verdict::Intact);
    assert_eq!(report.partnerships[0].root, log.head.root());
}

#[test]
fn witnesses_are_shown_and_never_taken_for_the_records_own_key() {
    let mut log = record(partnership(0), &[], 1, 0);
    let mut checkpoint = log.last_checkpoint().clone();
    let mut line = checkpoint.signatures[0].clone();
    line.name = "witness.example.org".to_owned();
    checkpoint.signatures.push(line);
    log.checkpoints.insert(1, checkpoint.clone());
    let report = verify(&file(&[log.clone()])[..], &[], &[]);
    assert_eq!(report.verdict(), Verdict::Intact);
    assert_eq!(report.partnerships[0].witnesses, ["witness.example.org"]);
    assert!(
        report.partnerships[0]
            .unchecked
            .contains(&Unchecked::Witnesses(vec!["witness.example.org".to_owned()]))
    );
    checkpoint.signatures.remove(0);
    log.checkpoints.insert(1, checkpoint);
    assert_eq!(verify(&file(&[log])[..], &[], &[]).verdict(), Verdict::Tampered);
}
