//! Everything the record reads has one spelling: reading what was written gives it back, and nothing else is
//! read.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod common;

use common::{key, partnership, record, steps};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use record::{
    Actor, ActorKind, BadReceipt, Checkpoint, Earlier, Entry, Hash, PublicKey, Receipt, TextRef, verify,
};
use uuid::Uuid;

fn hash() -> impl Strategy<Value = Hash> {
    any::<[u8; 32]>().prop_map(Hash)
}

fn person() -> impl Strategy<Value = Actor> {
    let kind = prop_oneof![
        Just(ActorKind::Guest),
        Just(ActorKind::Job),
        Just(ActorKind::Member),
        Just(ActorKind::Operator)
    ];
    (option::of("[A-Za-z0-9._:-]{1,100}"), kind, option::of(hash()), option::of("[a-z-]{1,20}"))
        .prop_map(|(id, kind, name, party)| Actor { id, kind, name, party })
}

fn text() -> impl Strategy<Value = TextRef> {
    (hash(), "[a-z]{2}(-[A-Z]{2})?", "[a-z]{1,10}").prop_map(|(hash, lang, role)| TextRef {
        hash,
        lang,
        role,
    })
}

fn entry() -> impl Strategy<Value = Entry> {
    let people = (person(), option::of(person()), option::of(person()));
    let numbers = (0..=record::MAX_INSTANT, 0..=record::MAX_INSTANT, any::<u128>());
    // \PC: any character but control and unassigned ones, so quotes, backslashes, every script and emoji.
    let facts = btree_map("[A-Za-z0-9._:-]{1,30}", "\\PC{0,60}", 0..6);
    let rest = ("[a-z]{1,9}(\\.[a-z_]{1,9}){0,2}", option::of("[a-z0-9-]{1,30}"), facts, vec(text(), 0..4));
    (people, numbers, rest).prop_filter_map("words begin with a letter", |(people, numbers, rest)| {
        let entry = Entry {
            actor: people.0,
            on_behalf_of: people.1,
            witnessed_by: people.2,
            at: numbers.0,
            seq: numbers.1,
            partnership: Uuid::from_u128(numbers.2),
            kind: rest.0,
            subject: rest.1,
            facts: rest.2,
            texts: rest.3,
            v: 1,
        };
        (!entry.kind.contains("._")).then_some(entry)
    })
}

proptest! {
    #[test]
    fn an_entry_read_back_is_the_entry_written(entry in entry()) {
        let bytes = entry.to_bytes();
        prop_assert_eq!(Entry::from_bytes(&bytes).unwrap(), entry);
        prop_assert!(!bytes.contains(&b'\n'));
    }

    #[test]
    fn one_byte_more_or_less_is_another_entry_or_none(entry in entry(), place: prop::sample::Index, byte: u8) {
        let bytes = entry.to_bytes();
        let mut more = bytes.clone();
        more.insert(place.index(bytes.len()), byte);
        prop_assert_ne!(Entry::from_bytes(&more).ok(), Some(entry.clone()));
        let mut less = bytes.clone();
        less.remove(place.index(bytes.len()));
        prop_assert_ne!(Entry::from_bytes(&less).ok(), Some(entry));
    }

    #[test]
    fn nothing_makes_a_reader_fall_over(bytes in vec(any::<u8>(), 0..400), text in "\\PC{0,200}") {
        let _ = Entry::from_bytes(&bytes);
        let _ = verify(&bytes[..], &[], &[]);
        let _ = verify(&[b"concord-record/1\n", text.as_bytes()].concat()[..], &[], &[]);
        let _ = (text.parse::<Checkpoint>(), text.parse::<Receipt>(), text.parse::<Earlier>(), text.parse::<PublicKey>());
    }
}

#[test]
fn a_receipt_proves_its_entry_offline_and_only_its_entry() {
    let log = record(partnership(0), &steps(4, 20), 3, 0);
    let mut others = 0;
    for index in 0..log.recorded.len() {
        let receipt = log.receipt(index);
        let text = receipt.to_string();
        assert_eq!(text.parse::<Receipt>().as_ref(), Ok(&receipt));
        assert_eq!(receipt.verify(&log.key()), Ok(()));
        assert_eq!(receipt.verify(&key(99).public()), Err(BadReceipt::NotSigned));
        let mut altered = receipt.clone();
        altered.entry.at += 1;
        assert_eq!(altered.verify(&log.key()), Err(BadReceipt::NotIncluded));
        let mut elsewhere = receipt.clone();
        elsewhere.entry.partnership = partnership(1);
        assert_eq!(elsewhere.verify(&log.key()), Err(BadReceipt::OtherPartnership));
        for place in (0..text.len()).step_by(37).filter(|place| text.is_ascii_at(*place)) {
            let mut bytes = text.clone().into_bytes();
            bytes[place] ^= 1;
            let read = String::from_utf8(bytes).unwrap().parse::<Receipt>();
            assert!(read.is_err() || read.unwrap().verify(&log.key()).is_err(), "byte {place}");
            others += 1;
        }
    }
    assert!(others > 400, "{others}");
}

trait AsciiAt {
    fn is_ascii_at(&self, place: usize) -> bool;
}

impl AsciiAt for String {
    fn is_ascii_at(&self, place: usize) -> bool {
        self.as_bytes()[place].is_ascii()
    }
}

#[test]
fn a_receipt_needs_leaves_that_make_the_checkpoints_tree() {
    let log = record(partnership(0), &steps(4, 9), 3, 0);
    let entry = log.recorded[2].entry.clone();
    let fewer = &log.leaves[..log.leaves.len() - 1];
    assert_eq!(Receipt::new(entry, fewer, log.last_checkpoint().clone()), Err(BadReceipt::NotIncluded));
}

#[test]
fn a_checkpoint_that_went_through_mail_is_still_understood_as_kept_from_earlier() {
    let log = record(partnership(0), &steps(1, 5), 2, 0);
    let mailed = format!("\r\n  {}\r\n", log.last_checkpoint().to_string().replace('\n', "\r\n"));
    assert_eq!(mailed.parse(), Ok(Earlier::Checkpoint(log.last_checkpoint().clone())));
    let mailed = log.receipt(1).to_string().trim_end().to_owned();
    assert_eq!(mailed.parse(), Ok(Earlier::Receipt(Box::new(log.receipt(1)))));
}
