//! Clean records raise no alarm, whatever is in them and whatever true thing from earlier they are held
//! against.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod common;

use common::{Chance, file, logs};
use record::{Earlier, Printed, Report, Unchecked, Verdict, verify};

fn assert_intact(report: &Report, what: &str) {
    let findings: Vec<String> = report.all_findings().map(ToString::to_string).collect();
    assert_eq!(report.verdict(), Verdict::Intact, "{what}: {findings:#?}");
}

#[test]
fn clean_files_are_intact_with_and_without_keys() {
    let (mut redactions, mut rotations) = (0, 0);
    for seed in 0..60 {
        let logs = logs(seed, 5 + seed as usize);
        let bytes = file(&logs);
        assert_intact(&verify(&bytes[..], &[], &[]), &format!("seed {seed}, no key"));
        let first: Vec<_> = (0..3).map(|n| common::key(10 * n).public()).collect();
        assert_intact(&verify(&bytes[..], &first, &[]), &format!("seed {seed}, first keys"));
        let last: Vec<_> = logs.iter().map(|log| log.key()).collect();
        let report = verify(&bytes[..], &last, &[]);
        assert_intact(&report, &format!("seed {seed}, last keys"));
        redactions += report.partnerships.iter().filter(|one| has_redactions(one)).count();
        rotations += last.iter().zip(&first).filter(|(last, first)| last != first).count();
        let counted: Vec<_> = report.partnerships.iter().map(|one| (one.size, one.root)).collect();
        assert_eq!(counted, logs.iter().map(|log| (log.size(), log.head.root())).collect::<Vec<_>>());
    }
    assert!(redactions > 20 && rotations > 20, "{redactions} redacted, {rotations} rotated");
}

fn has_redactions(one: &record::PartnershipReport) -> bool {
    one.unchecked.iter().any(|unchecked| matches!(unchecked, Unchecked::Redacted(_)))
}

#[test]
fn a_grown_record_agrees_with_everything_kept_from_its_past() {
    let mut chance = Chance(7);
    for seed in 0..20 {
        let logs = logs(seed, 20);
        let bytes = file(&logs);
        for log in &logs {
            let number = 1 + chance.below(log.recorded.len());
            let code = log.recorded[number - 1].code;
            let named = format!("{} {number} {code}", log.head.partnership());
            let mut earlier: Vec<Earlier> = vec![named.parse().unwrap()];
            earlier.extend(log.checkpoints.values().cloned().map(Earlier::Checkpoint));
            earlier.push(log.receipt(number - 1).to_string().parse().unwrap());
            let report = verify(&bytes[..], &[], &earlier);
            assert_intact(&report, &format!("seed {seed}"));
            let one =
                &report.partnerships.iter().find(|one| one.partnership == log.head.partnership()).unwrap();
            assert!(!one.unchecked.contains(&Unchecked::NoEarlier));
            assert!(one.unchecked.contains(&Unchecked::OnlyACode { number: number as u64, bits: 40 }));
        }
    }
}

#[test]
fn a_printed_line_without_partnership_is_used_only_where_it_can_mean_one_record() {
    let logs = logs(2, 12);
    assert_eq!(logs.len(), 3);
    let wrong = Printed { partnership: None, number: 5, code: "0000".parse().unwrap() };
    let earlier = [Earlier::Printed(wrong)];
    let report = verify(&file(&logs[..1])[..], &[], &earlier);
    assert_eq!(report.verdict(), Verdict::Tampered);
    let report = verify(&file(&logs)[..], &[], &earlier);
    assert_intact(&report, "three partnerships");
    assert!(report.unchecked.contains(&Unchecked::WhichPartnership { number: 5 }));
    assert!(report.partnerships.iter().all(|one| one.unchecked.contains(&Unchecked::NoEarlier)));
}

#[test]
fn the_report_says_what_nobody_could_have_seen() {
    let logs = logs(0, 10);
    let report = verify(&file(&logs)[..], &[], &[]);
    assert!(report.unchecked.contains(&Unchecked::NoKey));
    assert!(report.partnerships[0].unchecked.contains(&Unchecked::NoEarlier));
    let report =
        verify(&file(&logs)[..], &[logs[0].key()], &[Earlier::Checkpoint(logs[0].last_checkpoint().clone())]);
    assert_eq!(report.unchecked, []);
    assert!(
        report.partnerships[0].unchecked.iter().all(|unchecked| matches!(unchecked, Unchecked::Redacted(_)))
    );
}

#[test]
fn what_is_no_record_is_unreadable_rather_than_tampered() {
    for bytes in [
        &b""[..],
        b"\n",
        b"concord-record/2\n",
        b"concord-record/1",
        b"\xff\xfe",
        b"concord-record/1\nend 0 x\n",
    ] {
        assert_eq!(verify(bytes, &[], &[]).verdict(), Verdict::Unreadable, "{bytes:?}");
    }
}
