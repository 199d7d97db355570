//! What a verifier says of witnesses: those whose keys it was given are checked, the others are named.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod common;

use common::{Log, file, key, partnership, record, steps};
use record::{Earlier, Known, Problem, Report, Unchecked, Verdict, WitnessKey, verify_knowing};

const NAMES: [&str; 3] = ["county.example/witness", "library.example/w1", "press.example"];
const NOON: u64 = 1_790_000_000;

fn witness(n: usize) -> WitnessKey {
    WitnessKey::new(NAMES[n], key(70 + n as u64).public()).unwrap()
}

/// A record whose every checkpoint the first witness signed, and the last one the second too.
fn witnessed() -> Log {
    let mut log = record(partnership(0), &steps(3, 12), 4, 0);
    let size = log.size();
    for (covered, checkpoint) in &mut log.checkpoints {
        checkpoint.cosign(NAMES[0], &key(70), NOON + covered).unwrap();
    }
    log.checkpoints.get_mut(&size).unwrap().cosign(NAMES[1], &key(71), NOON).unwrap();
    log
}

fn seen_by(log: &Log, witnesses: &[WitnessKey], earlier: &[Earlier]) -> Report {
    verify_knowing(&file(std::slice::from_ref(log))[..], Known { keys: &[log.key()], witnesses, earlier })
}

#[test]
fn a_witness_whose_key_is_given_is_checked_and_one_whose_key_is_not_is_named() {
    let log = witnessed();
    let report = seen_by(&log, &[witness(0)], &[]);
    assert_eq!(report.verdict(), Verdict::Intact);
    let one = &report.partnerships[0];
    let [seen] = &one.cosigned[..] else { panic!("{:?}", one.cosigned) };
    assert_eq!((seen.name.as_str(), seen.checkpoints), (NAMES[0], log.checkpoints.len() as u64));
    assert_eq!((seen.size, seen.time), (log.size(), NOON + log.size()));
    assert_eq!(one.witnesses, [NAMES[1]]);
    assert!(one.unchecked.contains(&Unchecked::Witnesses(vec![NAMES[1].to_owned()])));

    let one = &seen_by(&log, &[witness(0), witness(1)], &[]).partnerships[0];
    assert_eq!((one.cosigned.len(), one.witnesses.len()), (2, 0));
    assert!(!one.unchecked.iter().any(|unchecked| matches!(unchecked, Unchecked::Witnesses(_))));
}

#[test]
fn a_witness_who_signed_nothing_is_said_to_have_seen_nothing() {
    let report = seen_by(&witnessed(), &[witness(2)], &[]);
    assert_eq!(report.verdict(), Verdict::Intact);
    let one = &report.partnerships[0];
    assert!(one.cosigned.is_empty());
    assert!(one.unchecked.contains(&Unchecked::NoCosignature { witness: NAMES[2].to_owned() }));
}

#[test]
fn a_wrong_cosignature_is_a_finding_for_whoever_gave_its_key_and_for_nobody_else() {
    let mut log = witnessed();
    let size = log.size();
    let line = log.checkpoints.get_mut(&size).unwrap().signatures.iter_mut().find(|s| s.name == NAMES[1]);
    line.unwrap().signature[40] ^= 1;
    let report = seen_by(&log, &[witness(0), witness(1)], &[]);
    assert_eq!(report.verdict(), Verdict::Tampered);
    assert_eq!(report.verdict().exit_code(), 1);
    let problems: Vec<&Problem> = report.all_findings().map(|finding| &finding.problem).collect();
    assert_eq!(problems, [&Problem::BadCosignature { size, witness: NAMES[1].to_owned() }]);
    assert_eq!(seen_by(&log, &[witness(0)], &[]).verdict(), Verdict::Intact);
}

#[test]
fn a_cosignature_taken_from_another_checkpoint_is_wrong() {
    let mut log = witnessed();
    let (size, first) = (log.size(), *log.checkpoints.keys().min().unwrap());
    let of_first = log.checkpoints[&first].signatures.iter().find(|s| s.name == NAMES[0]).unwrap().clone();
    let last = log.checkpoints.get_mut(&size).unwrap();
    *last.signatures.iter_mut().find(|s| s.name == NAMES[0]).unwrap() = of_first;
    assert_eq!(seen_by(&log, &[witness(0)], &[]).verdict(), Verdict::Tampered);
}

#[test]
fn a_name_with_another_key_is_not_the_witness() {
    let mut log = record(partnership(0), &steps(3, 6), 4, 0);
    let size = log.size();
    log.checkpoints.get_mut(&size).unwrap().cosign(NAMES[0], &key(99), NOON).unwrap();
    let one = &seen_by(&log, &[witness(0)], &[]).partnerships[0];
    assert!(one.is_intact() && one.cosigned.is_empty());
    assert_eq!(one.witnesses, [NAMES[0]], "its line is carried, and named as not checked");
}

#[test]
fn a_checkpoint_kept_from_an_earlier_day_may_be_signed_by_a_witness_alone() {
    let log = record(partnership(0), &steps(3, 12), 4, 0);
    let (first, checkpoint) = log.checkpoints.iter().min_by_key(|(size, _)| **size).unwrap();
    let mut kept = checkpoint.clone();
    kept.signatures.clear();
    kept.cosign(NAMES[0], &key(70), NOON).unwrap();
    let unsigned = Unchecked::EarlierUnsigned { size: *first };
    let earlier = [Earlier::Checkpoint(kept.clone())];
    assert!(seen_by(&log, &[], &earlier).partnerships[0].unchecked.contains(&unsigned));
    let report = seen_by(&log, &[witness(0)], &earlier);
    assert_eq!(report.verdict(), Verdict::Intact);
    assert!(!report.partnerships[0].unchecked.contains(&unsigned));
    assert_eq!(report.partnerships[0].cosigned[0].size, *first);
    kept.signatures[0].signature[20] ^= 1;
    let report = seen_by(&log, &[witness(0)], &[Earlier::Checkpoint(kept)]);
    assert_eq!(report.verdict(), Verdict::Tampered);
}

#[test]
fn history_rewritten_with_the_real_key_does_not_carry_the_witness_with_it() {
    let real = witnessed();
    let mut rewritten = record(partnership(0), &steps(4, 12), 4, 0);
    let (size, last) = (rewritten.size(), real.last_checkpoint());
    let line = last.signatures.iter().find(|line| line.name == NAMES[0]).unwrap().clone();
    rewritten.checkpoints.get_mut(&size).unwrap().signatures.push(line);
    assert_eq!(seen_by(&rewritten, &[], &[]).verdict(), Verdict::Intact, "whoever holds the key can do this");
    assert_eq!(seen_by(&rewritten, &[witness(0)], &[]).verdict(), Verdict::Tampered);
}

#[test]
fn the_report_says_whom_it_checked_in_plain_words() {
    let said = seen_by(&witnessed(), &[witness(0), witness(2)], &[]).to_string();
    assert!(said.contains(&format!("witness {}: signed", NAMES[0])), "{said}");
    assert!(
        said.contains(&format!("not checked: the signatures of these witnesses: {}", NAMES[1])),
        "{said}"
    );
    assert!(said.contains(&format!("not checked: whether the witness {} has seen", NAMES[2])), "{said}");
}
