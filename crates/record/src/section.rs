//! One partnership's part of a record file, checked as its lines go by.

use crate::checkpoint::{Checkpoint, Signed, partnership_of};
use crate::entry::{Entry, KEY_ROTATED, OPENED, TEXT_REDACTED};
use crate::export::{Line, first_named};
use crate::frontier::Frontier;
use crate::hash::{Hash, leaf};
use crate::key::PublicKey;
use crate::report::{Finding, MAX_FINDINGS, PartnershipReport, Problem, Unchecked};
use crate::watch::Watch;
use std::collections::{HashMap, VecDeque};
use uuid::Uuid;

/// What became of a commitment's text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Here,
    TakenOut,
    Explained,
}

/// What comparisons with printed lines that named no partnership gave: it counts only if the file has no other.
#[derive(Default)]
pub(crate) struct Loose {
    pub(crate) findings: Vec<Finding>,
    pub(crate) unchecked: Vec<Unchecked>,
}

/// What is known of a partnership's record up to the line last read.
pub(crate) struct Section {
    report: PartnershipReport,
    frontier: Frontier,
    /// The `seq` the next entry should have; follows the entries' own numbers, so that one gap is one finding.
    next_seq: u64,
    last_at: u64,
    /// The keys in the order in which they came into use; the last is the present one.
    keys: Vec<PublicKey>,
    /// The new key, between the entry that names it and the checkpoint both keys sign.
    rotating: Option<PublicKey>,
    /// Commitments of the last entry whose texts should come next.
    awaited: VecDeque<Hash>,
    texts: HashMap<Hash, Fate>,
    /// The last checkpoint's size, and the last whose root agreed.
    signed: u64,
    sound: u64,
    root_differs: bool,
    watches: Vec<Watch>,
    loose: Loose,
}

impl Section {
    pub(crate) fn new(partnership: Uuid, watches: Vec<Watch>) -> Section {
        let frontier = Frontier::new();
        let report = PartnershipReport {
            partnership,
            origin: None,
            size: 0,
            root: frontier.root(),
            checkpoints: 0,
            witnesses: Vec::new(),
            findings: Vec::new(),
            more_findings: 0,
            unchecked: Vec::new(),
        };
        Section {
            report,
            frontier,
            next_seq: 0,
            last_at: 0,
            keys: Vec::new(),
            rotating: None,
            awaited: VecDeque::new(),
            texts: HashMap::new(),
            signed: 0,
            sound: 0,
            root_differs: false,
            watches,
            loose: Loose::default(),
        }
    }

    pub(crate) fn find(&mut self, line: u64, problem: Problem) {
        if self.report.findings.len() < MAX_FINDINGS {
            self.report.findings.push(Finding { line, problem });
        } else {
            self.report.more_findings += 1;
        }
    }

    pub(crate) fn take(&mut self, at: u64, line: Line) {
        match line {
            Line::Entry(body) => self.entry(at, &body),
            Line::Text(text) => self.text(at, text.hash(), Fate::Here),
            Line::Redacted(hash) => self.text(at, hash, Fate::TakenOut),
            Line::Checkpoint(checkpoint) => self.checkpoint(at, &checkpoint),
            Line::Partnership(_) | Line::End { .. } => self.find(at, Problem::Misplaced),
        }
    }

    fn entry(&mut self, at: u64, body: &[u8]) {
        self.nothing_awaited(at);
        if let Some(key) = self.rotating.take() {
            let number = self.number();
            self.keys.push(key);
            self.find(at, Problem::RotationUnsigned { number });
        }
        // The bytes as they stand go into the tree, readable or not: the signed roots judge them.
        self.frontier.append(leaf(body));
        match Entry::from_bytes(body) {
            Ok(entry) => self.read_entry(at, &entry),
            Err(why) => {
                let number = self.next_seq + 1;
                self.next_seq = number;
                self.find(at, Problem::BadEntry { number, why: why.to_string() });
            }
        }
        self.compare_watches(at);
    }

    /// The record number of the last entry.
    fn number(&self) -> u64 {
        self.next_seq
    }

    fn read_entry(&mut self, at: u64, entry: &Entry) {
        let number = entry.seq + 1;
        if entry.seq != self.next_seq {
            self.find(at, Problem::WrongNumber { expected: self.next_seq + 1, found: number });
        }
        self.next_seq = number;
        if entry.partnership != self.report.partnership {
            self.find(at, Problem::OtherPartnership { number, found: entry.partnership });
        }
        if entry.at < self.last_at {
            self.find(at, Problem::TimeRunsBack { number });
        }
        self.last_at = entry.at;
        match (self.frontier.size(), entry.kind.as_str()) {
            (1, _) => self.opening(at, entry),
            (_, OPENED) => self.find(at, Problem::OpenedAgain { number }),
            (_, KEY_ROTATED) => self.rotation(at, entry),
            (_, TEXT_REDACTED) => self.redaction(at, entry),
            _ => {}
        }
        self.awaited = first_named(entry, |hash| self.texts.contains_key(hash)).into();
    }

    fn opening(&mut self, at: u64, entry: &Entry) {
        let origin = entry.facts.get("origin").cloned().unwrap_or_default();
        let names_us = partnership_of(&origin) == Some(self.report.partnership);
        let key = named_key(entry, "key", &origin);
        if entry.kind != OPENED || !names_us || key.is_none() {
            self.find(at, Problem::BadOpening);
        }
        self.report.origin = Some(origin);
        self.keys.extend(key);
    }

    fn rotation(&mut self, at: u64, entry: &Entry) {
        let origin = self.report.origin.clone().unwrap_or_default();
        match named_key(entry, "new_key", &origin) {
            Some(key) if self.keys.last() != Some(&key) => self.rotating = Some(key),
            _ => self.find(at, Problem::BadRotation { number: entry.seq + 1 }),
        }
    }

    fn redaction(&mut self, at: u64, entry: &Entry) {
        let number = entry.seq + 1;
        let reason = entry.facts.get("reason").is_some_and(|reason| !reason.is_empty());
        let approved = |(key, person): (&String, &String)| {
            key.strip_prefix("approved_by.").is_some_and(|party| !party.is_empty() && !person.is_empty())
        };
        if !reason || !entry.facts.iter().any(approved) {
            self.find(at, Problem::RedactedUnapproved { number });
        }
        let named = entry.facts.get("text").and_then(|text| text.parse::<Hash>().ok());
        match named.and_then(|hash| self.texts.get_mut(&hash)) {
            None => self.find(at, Problem::RedactedUnknown { number }),
            Some(Fate::Here) => self.find(at, Problem::RedactedStillThere { number }),
            Some(fate) => *fate = Fate::Explained,
        }
    }

    fn text(&mut self, at: u64, hash: Hash, fate: Fate) {
        let number = self.number();
        let Some(place) = self.awaited.iter().position(|awaited| *awaited == hash) else {
            match self.awaited.pop_front() {
                None => self.find(at, Problem::TextUnnamed),
                Some(expected) => {
                    self.texts.insert(expected, fate);
                    self.find(at, Problem::TextDiffers { number, expected });
                }
            }
            return;
        };
        for expected in self.awaited.drain(..place).collect::<Vec<_>>() {
            self.texts.insert(expected, Fate::Here);
            self.find(at, Problem::TextMissing { number, expected });
        }
        self.awaited.pop_front();
        self.texts.insert(hash, fate);
    }

    fn nothing_awaited(&mut self, at: u64) {
        let number = self.number();
        for expected in std::mem::take(&mut self.awaited) {
            self.texts.insert(expected, Fate::Here);
            self.find(at, Problem::TextMissing { number, expected });
        }
    }

    fn checkpoint(&mut self, at: u64, checkpoint: &Checkpoint) {
        self.nothing_awaited(at);
        self.report.checkpoints += 1;
        let expected = self.report.origin.clone().unwrap_or_default();
        if checkpoint.origin != expected {
            return self.find(at, Problem::WrongOrigin { expected, found: checkpoint.origin.clone() });
        }
        let (size, present) = (checkpoint.size, self.frontier.size());
        if size != present {
            return self.find(at, Problem::CheckpointMisplaced { expected: present, found: size });
        }
        if size == self.signed {
            self.find(at, Problem::CheckpointRepeated { size });
        }
        self.signed = size;
        // After the first root that differs all later ones do: one finding tells where.
        if checkpoint.root == self.frontier.root() {
            self.sound = size;
        } else if !self.root_differs {
            self.root_differs = true;
            self.find(at, Problem::RootDiffers { size, sound: self.sound });
        }
        self.check_signatures(at, checkpoint);
        for witness in checkpoint.witnesses() {
            if !self.report.witnesses.iter().any(|seen| seen == witness) && self.report.witnesses.len() < 100
            {
                self.report.witnesses.push(witness.to_owned());
            }
        }
    }

    /// The present key must have signed, and at a rotation the new one too.
    fn check_signatures(&mut self, at: u64, checkpoint: &Checkpoint) {
        let size = checkpoint.size;
        let new = self.rotating.take();
        for key in self.keys.last().copied().into_iter().chain(new) {
            match checkpoint.signed_by(&key) {
                Signed::Valid => {}
                Signed::Forged => self.find(at, Problem::BadSignature { size }),
                Signed::Absent => self.find(at, Problem::NoSignature { size }),
            }
        }
        self.keys.extend(new);
    }

    fn compare_watches(&mut self, line: u64) {
        let size = self.frontier.size();
        if !self.watches.iter().any(|watch| watch.size == size) {
            return;
        }
        let root = self.frontier.root();
        let watches = std::mem::take(&mut self.watches);
        for watch in watches.iter().filter(|watch| watch.size == size) {
            self.judge(line, watch, watch.compare(&root));
        }
        self.watches = watches;
    }

    fn judge(&mut self, line: u64, watch: &Watch, problem: Option<Problem>) {
        match (problem, watch.partnership) {
            (Some(problem), Some(_)) => self.find(line, problem),
            (Some(problem), None) => self.loose.findings.push(Finding { line, problem }),
            (None, _) => {}
        }
    }

    /// Judges what only the end shows, and gives the report and, apart, what counts only in a file of one.
    pub(crate) fn close(mut self, at: u64, given: &[PublicKey]) -> (PartnershipReport, Loose) {
        self.nothing_awaited(at);
        let size = self.frontier.size();
        self.report.size = size;
        self.report.root = self.frontier.root();
        if size == 0 {
            self.find(at, Problem::NoEntries);
        }
        if self.rotating.is_some() {
            let number = self.number();
            self.find(at, Problem::RotationUnsigned { number });
        }
        if self.signed != size {
            self.find(at, Problem::Unsigned { signed: self.signed, size });
        }
        self.close_texts(at);
        self.close_keys(at, given);
        self.close_watches(at, given);
        (self.report, self.loose)
    }

    fn close_texts(&mut self, at: u64) {
        let with =
            |fate: Fate| self.texts.iter().filter(move |(_, now)| **now == fate).map(|(hash, _)| *hash);
        let mut silent: Vec<Hash> = with(Fate::TakenOut).collect();
        let explained = with(Fate::Explained).count() as u64;
        silent.sort();
        silent.into_iter().for_each(|hash| self.find(at, Problem::RedactedSilently(hash)));
        if explained > 0 {
            self.report.unchecked.push(Unchecked::Redacted(explained));
        }
    }

    fn close_keys(&mut self, at: u64, given: &[PublicKey]) {
        if let Some(present) = self.keys.last().copied()
            && !given.is_empty()
            && !self.keys.iter().any(|key| given.contains(key))
        {
            self.find(at, Problem::UnknownKey(present.to_string()));
        }
        if !self.report.witnesses.is_empty() {
            self.report.unchecked.push(Unchecked::Witnesses);
        }
    }

    fn close_watches(&mut self, at: u64, given: &[PublicKey]) {
        let (size, origin) = (self.frontier.size(), self.report.origin.clone());
        let watches = std::mem::take(&mut self.watches);
        let keys: Vec<PublicKey> = self.keys.iter().chain(given).copied().collect();
        for watch in &watches {
            self.judge(at, watch, watch.compare_end(size, origin.as_deref()));
            let named = watch.partnership.is_some();
            let unchecked = if named { &mut self.report.unchecked } else { &mut self.loose.unchecked };
            unchecked.extend(watch.limits(&keys));
        }
    }
}

/// The key a fact of this name holds, spelled as a C2SP verifier key under the record's origin.
fn named_key(entry: &Entry, fact: &str, origin: &str) -> Option<PublicKey> {
    let text = entry.facts.get(fact)?;
    text.parse().ok().filter(|key: &PublicKey| key.named(origin) == *text)
}
