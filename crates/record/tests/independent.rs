//! The verifier written from docs/record-format.md alone, in another language, must come to the same verdict
//! as ours on clean, damaged and forged files.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod common;

use common::forge::forbidden;
use common::{Chance, file, key, logs, partnership, record, steps, with_new_digest};
use record::{Earlier, Known, PublicKey, Verdict, WitnessKey, verify_knowing};
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

fn script() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/verify_record.py")
}

/// Whether python3 runs here. Where everything must run (CI) it has to.
fn python_is_here() -> bool {
    let here = Command::new("python3").arg("--version").output().is_ok_and(|output| output.status.success());
    assert!(here || std::env::var_os("CI").is_none(), "CI needs python3 for the independent verifier");
    if !here {
        eprintln!("skipped: no python3 here to run docs/verify_record.py with");
    }
    here
}

/// Runs both verifiers and compares; counts verdicts, so that a test can see that all kinds came up.
struct Compared {
    folder: TempDir,
    verdicts: [usize; 3],
}

impl Compared {
    fn new() -> Compared {
        Compared { folder: tempfile::tempdir().unwrap(), verdicts: [0; 3] }
    }

    fn compare(&mut self, what: &str, bytes: &[u8], keys: &[PublicKey], earlier: &[String]) -> Verdict {
        self.compare_seen(what, bytes, keys, &[], earlier)
    }

    fn compare_seen(
        &mut self,
        what: &str,
        bytes: &[u8],
        keys: &[PublicKey],
        witnesses: &[WitnessKey],
        earlier: &[String],
    ) -> Verdict {
        let parsed: Vec<Earlier> = earlier.iter().map(|text| text.parse().unwrap()).collect();
        let ours = verify_knowing(bytes, Known { keys, witnesses, earlier: &parsed });
        let path = self.folder.path().join("record");
        std::fs::write(&path, bytes).unwrap();
        let mut command = Command::new("python3");
        command.arg(script()).arg(&path);
        for (n, key) in keys.iter().enumerate() {
            // Both spellings of a key must be understood.
            command.arg("--key").arg(if n % 2 == 0 {
                key.to_string()
            } else {
                key.named("somewhere.example")
            });
        }
        for witness in witnesses {
            command.arg("--witness").arg(witness.to_string());
        }
        for (n, text) in earlier.iter().enumerate() {
            let kept = self.folder.path().join(format!("kept-{n}"));
            std::fs::write(&kept, text).unwrap();
            command.arg("--earlier").arg(&kept);
        }
        let output = command.output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        let findings: Vec<String> = ours.all_findings().map(ToString::to_string).collect();
        let code = i32::from(ours.verdict().exit_code());
        let error = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{what}: ours {findings:#?}, theirs {said} {error}");
        self.verdicts[code as usize] += 1;
        ours.verdict()
    }
}

#[test]
fn both_verifiers_agree_on_clean_and_damaged_files() {
    if !python_is_here() {
        return;
    }
    let mut compared = Compared::new();
    let mut chance = Chance(42);
    for seed in 0..6 {
        let logs = logs(seed, 6);
        let clean = file(&logs);
        let keys: Vec<_> = logs.iter().map(|log| log.key()).collect();
        assert_eq!(compared.compare("clean", &clean, &keys, &[]), Verdict::Intact);
        for _ in 0..8 {
            let mut flipped = clean.clone();
            let place = chance.below(clean.len());
            flipped[place] ^= 1 << chance.below(8);
            compared.compare(&format!("seed {seed}, bit of byte {place}"), &flipped, &[], &[]);
            let (what, mutant) = with_lines_moved(&clean, &mut chance);
            compared.compare(&format!("seed {seed}, {what}"), &mutant, &[], &[]);
        }
    }
    for bytes in [&b""[..], b"concord-record/1\n", b"concord-record/9\nend 0 x\n", b"concord-record/1"] {
        assert_eq!(compared.compare("no record", bytes, &[], &[]), Verdict::Unreadable);
    }
    assert!(compared.verdicts[0] >= 6 && compared.verdicts[1] >= 80, "{:?}", compared.verdicts);
}

/// A line dropped, doubled or swapped, the digest made anew, so that the rules themselves must tell.
fn with_lines_moved(clean: &[u8], chance: &mut Chance) -> (String, Vec<u8>) {
    let mut lines: Vec<&[u8]> = clean.split_inclusive(|byte| *byte == b'\n').collect();
    let (a, b) = (1 + chance.below(lines.len() - 2), 1 + chance.below(lines.len() - 2));
    match chance.below(3) {
        0 => drop(lines.remove(a)),
        1 => lines.insert(b, lines[a]),
        _ => lines.swap(a, b),
    }
    (format!("lines {a} and {b}"), with_new_digest(&lines.concat()))
}

#[test]
fn both_verifiers_agree_about_what_was_kept_from_earlier() {
    if !python_is_here() {
        return;
    }
    let mut compared = Compared::new();
    for seed in 0..3 {
        let acts = steps(seed, 9);
        let real = record(partnership(0), &acts, 3, 0);
        let number = 8;
        let code = real.recorded[number - 1].code;
        let kept = [
            format!("{} {number} {code}", partnership(0)),
            format!("{number} {}", code.short().to_lowercase()),
            real.receipt(number - 1).to_string(),
            real.last_checkpoint().to_string(),
        ];
        let today = file(std::slice::from_ref(&real));
        let backup = file(&[record(partnership(0), &acts[..5], 3, 0)]);
        let made_up = file(&[record(partnership(0), &acts, 3, 500)]);
        let other = file(&[record(partnership(1), &acts, 3, 0)]);
        assert_eq!(
            compared.compare("all", &today, &[key(0).public(), key(9).public()], &kept),
            Verdict::Intact
        );
        assert_eq!(compared.compare("key", &made_up, &[key(0).public()], &[]), Verdict::Tampered);
        assert_eq!(compared.compare("no key", &made_up, &[], &[]), Verdict::Intact);
        for one in &kept {
            let one = std::slice::from_ref(one);
            assert_eq!(compared.compare("today", &today, &[], one), Verdict::Intact);
            assert_eq!(compared.compare("backup", &backup, &[], one), Verdict::Tampered);
            assert_eq!(compared.compare("made up", &made_up, &[], one), Verdict::Tampered);
            compared.compare("another partnership", &other, &[], one);
        }
    }
}

#[test]
fn both_verifiers_refuse_what_the_format_forbids_even_signed() {
    if !python_is_here() {
        return;
    }
    let mut compared = Compared::new();
    let forbidden = forbidden(0);
    assert_eq!(compared.compare("fine", &forbidden.fine, &[], &[]), Verdict::Intact);
    for (class, what, mutant) in &forbidden.mutants {
        let verdict = compared.compare(&format!("{class}: {what}"), mutant, &[], &[]);
        assert_eq!(verdict, Verdict::Tampered, "{class}: {what}");
    }
}

#[test]
fn both_verifiers_agree_about_witnesses() {
    if !python_is_here() {
        return;
    }
    let mut compared = Compared::new();
    let mut log = record(partnership(0), &steps(2, 8), 3, 0);
    let size = log.size();
    for checkpoint in log.checkpoints.values_mut() {
        checkpoint.cosign("county.example/witness", &key(70), 1_790_000_000).unwrap();
    }
    let witness = WitnessKey::new("county.example/witness", key(70).public()).unwrap();
    let other = WitnessKey::new("press.example", key(71).public()).unwrap();
    let given = [witness, other];
    let mut kept = log.last_checkpoint().clone();
    let seen = file(std::slice::from_ref(&log));
    assert_eq!(compared.compare_seen("seen", &seen, &[], &given, &[kept.to_string()]), Verdict::Intact);
    for byte in [0, 7, 8, 40, 71] {
        let mut bent = log.clone();
        bent.checkpoints.get_mut(&size).unwrap().signatures.last_mut().unwrap().signature[byte] ^= 1;
        let bent = file(&[bent]);
        assert_eq!(compared.compare_seen("bent", &bent, &[], &given, &[]), Verdict::Tampered, "byte {byte}");
        assert_eq!(compared.compare("bent, no key given", &bent, &[], &[]), Verdict::Intact);
    }
    kept.signatures.last_mut().unwrap().signature[40] ^= 1;
    let kept = [kept.to_string()];
    assert_eq!(compared.compare_seen("kept", &seen, &[], &given, &kept), Verdict::Tampered);
}
