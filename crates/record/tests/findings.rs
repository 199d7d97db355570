//! A finding names what happened and where, so that a person can go and look.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod common;

use common::forge::{forbidden, lines};
use common::{Log, file, key, partnership, record, steps, with_new_digest};
use record::{Checkpoint, Earlier, Problem, Report, verify};

/// The findings' variants, without their details.
fn names(report: &Report) -> Vec<String> {
    let name =
        |problem: &Problem| format!("{problem:?}").split([' ', '(']).next().unwrap_or_default().to_owned();
    report.all_findings().map(|finding| name(&finding.problem)).collect()
}

fn assert_found(bytes: &[u8], expected: &str, what: &str) {
    let found = names(&verify(bytes, &[], &[]));
    assert!(found.iter().any(|name| name == expected), "{what}: expected {expected}, found {found:?}");
}

#[test]
fn each_forbidden_thing_is_called_by_its_name() {
    let expected = [
        ("gap", "WrongNumber"),
        ("repeat", "WrongNumber"),
        ("swap", "WrongNumber"),
        ("time runs back", "TimeRunsBack"),
        ("another partnership", "OtherPartnership"),
        ("opened again", "OpenedAgain"),
        ("no opening", "BadOpening"),
        ("another origin", "BadOpening"),
        ("no key", "BadOpening"),
        ("version", "BadEntry"),
        ("rotation to nothing", "BadRotation"),
        ("redaction of nothing", "RedactedUnknown"),
        ("taken out without text", "RedactedSilently"),
        ("taken out without reason", "RedactedUnapproved"),
        ("taken out without approved_by.x", "RedactedUnapproved"),
        ("still there, without nothing: the text still stands there", "RedactedStillThere"),
    ];
    let forbidden = forbidden(3);
    for (what, name) in expected {
        let mutant = forbidden.mutants.iter().find(|(_, label, _)| label == what);
        assert_found(&mutant.unwrap().2, name, what);
    }
}

/// A record whose file has, among others, these lines: entry 2 with two texts, a checkpoint, a rotation.
fn example() -> (Log, Vec<Vec<u8>>) {
    let log = record(partnership(0), &steps(16, 14), 4, 0);
    let lines = lines(&file(std::slice::from_ref(&log)));
    (log, lines)
}

fn place(lines: &[Vec<u8>], start: &str) -> usize {
    lines.iter().position(|line| line.starts_with(start.as_bytes())).unwrap()
}

#[test]
fn each_change_to_lines_is_called_by_its_name() {
    let (_, old) = example();
    let text = place(&old, "text ");
    let checkpoint = place(&old, "checkpoint ");
    let last = old.len() - 1;
    let changed = |change: &dyn Fn(&mut Vec<Vec<u8>>)| {
        let mut lines = old.clone();
        change(&mut lines);
        lines
    };
    let rewrite = |n: usize, from: &'static str, to: &'static str| {
        changed(&move |lines| {
            lines[n] = String::from_utf8(lines[n].clone()).unwrap().replacen(from, to, 1).into_bytes()
        })
    };
    for (lines, expected) in [
        (changed(&|lines| drop(lines.remove(text))), "TextMissing"),
        (rewrite(text, "{\"content\":\"", "{\"content\":\"not "), "TextDiffers"),
        (changed(&|lines| lines.insert(text, lines[text].clone())), "TextUnnamed"),
        (changed(&|lines| lines.insert(checkpoint, lines[checkpoint].clone())), "CheckpointRepeated"),
        (changed(&|lines| lines.swap(checkpoint, checkpoint + 1)), "CheckpointMisplaced"),
        (rewrite(checkpoint, "partners", "partner"), "WrongOrigin"),
        (changed(&|lines| drop(lines.remove(last - 1))), "Unsigned"),
        (changed(&|lines| lines.insert(2, b"\n".to_vec())), "BadLine"),
        (changed(&|lines| lines.swap(1, 2)), "Misplaced"),
        (changed(&|lines| lines.truncate(2)), "NoEntries"),
        (changed(&|lines| lines.insert(1, lines[1].clone())), "PartnershipOrder"),
        (changed(&|lines| lines.truncate(last)), "CutOff"),
        (changed(&|lines| lines.push(b"more\n".to_vec())), "Trailing"),
    ] {
        let whole = lines.concat();
        let ends = lines.last().unwrap().starts_with(b"end ");
        assert_found(&if ends { with_new_digest(&whole) } else { whole.clone() }, expected, expected);
    }
    let end = String::from_utf8(old[last].clone()).unwrap();
    assert_found(
        &changed(&|lines| lines[last] = end.replace("end 1", "end 2").into_bytes()).concat(),
        "WrongCount",
        "",
    );
    let spare = changed(&|lines| drop(lines.remove(checkpoint))).concat();
    assert_found(&spare, "WrongDigest", "an old checkpoint taken out");
    let endless = [b"concord-record/1\n".to_vec(), b"partnership ".to_vec(), vec![b'0'; 6_292_480]].concat();
    assert_found(&endless, "LineTooLong", "a line without end");
}

#[test]
fn a_changed_entry_is_narrowed_down_to_the_stretch_between_two_checkpoints() {
    let (log, mut lines) = example();
    let mut sizes: Vec<u64> = log.checkpoints.keys().copied().collect();
    sizes.sort_unstable();
    let (sound, size) = (sizes[0], sizes[1]);
    let number = sound as usize + 1;
    let entry = (0..lines.len()).filter(|n| lines[*n].starts_with(b"entry ")).nth(number - 1).unwrap();
    let spelled = String::from_utf8(lines[entry].clone()).unwrap();
    lines[entry] =
        spelled.replace("\"seq\"", "\"subject\":\"x\",\"seq\"").replace("\"kind\":\"", "\"kind\":\"x").into();
    let report = verify(&with_new_digest(&lines.concat())[..], &[], &[]);
    let differs: Vec<_> =
        report.all_findings().filter(|f| matches!(f.problem, Problem::RootDiffers { .. })).collect();
    assert_eq!(differs.len(), 1, "the first tells where; the rest would only repeat it");
    assert_eq!(differs[0].problem, Problem::RootDiffers { size, sound });
}

#[test]
fn forged_and_missing_signatures_are_told_apart() {
    let log = record(partnership(0), &[], 1, 0);
    let with = |change: &dyn Fn(&mut Checkpoint)| {
        let mut log = log.clone();
        let mut checkpoint = log.last_checkpoint().clone();
        change(&mut checkpoint);
        log.checkpoints.insert(1, checkpoint);
        file(&[log])
    };
    assert_found(
        &with(&|checkpoint| checkpoint.signatures[0].signature[0] ^= 1),
        "BadSignature",
        "a bent signature",
    );
    let other_key = |checkpoint: &mut Checkpoint| {
        checkpoint.signatures.clear();
        checkpoint.sign(&key(5));
    };
    assert_found(&with(&other_key), "NoSignature", "another key's signature");
}

#[test]
fn a_rotation_without_the_checkpoint_both_keys_sign_is_refused() {
    let steps = [common::Step::Rotate, common::Step::Rotate];
    let mut log = record(partnership(0), &steps, 9, 0);
    assert_eq!(names(&verify(&file(&[log.clone()])[..], &[], &[])), [""; 0]);
    let mut one_signature = log.clone();
    one_signature.checkpoints.get_mut(&2).unwrap().signatures.truncate(1);
    assert_found(&file(&[one_signature]), "NoSignature", "the new key did not sign");
    log.checkpoints.remove(&2);
    assert_found(&file(&[log]), "RotationUnsigned", "no checkpoint at the rotation");
}

#[test]
fn the_report_reads_as_plain_words_with_the_verdict_last() {
    let log = record(partnership(0), &[common::Step::Rotate], 1, 0);
    let bytes = file(std::slice::from_ref(&log));
    let said = verify(&bytes[..], &[key(0).public()], &[]).to_string();
    assert!(said.contains(&format!("entries: 2, checkpoints: 1, code: {}", log.recorded[1].code)), "{said}");
    assert!(said.contains("not checked: the record's present key was not given"), "{said}");
    assert!(said.ends_with("Intact: everything that could be checked holds."), "{said}");
    let said = verify(&bytes[..bytes.len() - 9], &[], &[]).to_string();
    assert!(said.contains("line 6: the file is cut short"), "{said}");
    assert!(said.ends_with("Tampered or damaged: see the lines above."), "{said}");
    assert!(verify(&b"x"[..], &[], &[]).to_string().starts_with("not checked: no key was given"));
}

#[test]
fn what_was_kept_tells_a_rewrite_from_a_cut_and_from_a_missing_record() {
    let acts = steps(1, 9);
    let today = record(partnership(0), &acts, 3, 0);
    let kept = |log: &Log| [Earlier::Checkpoint(log.last_checkpoint().clone())];
    let against =
        |log: &Log, kept: &[Earlier]| names(&verify(&file(std::slice::from_ref(log))[..], &[], kept));
    let shorter = record(partnership(0), &acts[..4], 3, 0);
    assert_eq!(against(&shorter, &kept(&today)), ["CutShort"]);
    let rewritten = record(partnership(0), &steps(2, 9), 3, 0);
    assert_eq!(against(&rewritten, &kept(&shorter)), ["Rewritten"]);
    let another = record(partnership(1), &acts, 3, 0);
    assert_eq!(against(&another, &kept(&today)), ["PartnershipMissing"]);
    let mut renamed = today.last_checkpoint().clone();
    renamed.origin = renamed.origin.replace("partners.", "elsewhere.");
    assert_eq!(against(&today, &[Earlier::Checkpoint(renamed)]), ["OtherRecord"]);
    let report = verify(&file(&[today])[..], &[key(44).public()], &[]);
    assert_eq!(names(&report), ["UnknownKey"]);
}
