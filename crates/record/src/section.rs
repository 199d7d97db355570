//! One partnership's part of a record file, checked as its lines go by.

use crate::checkpoint::{Checkpoint, SignatureLine, Signed, partnership_of};
use crate::entry::{Entry, KEY_ROTATED, OPENED, TEXT_REDACTED};
use crate::export::Line;
use crate::frontier::Frontier;
use crate::hash::leaf;
use crate::key::PublicKey;
use crate::report::{Finding, MAX_FINDINGS, PartnershipReport, Problem, Unchecked, Witnessed};
use crate::texts::Texts;
use crate::watch::Watch;
use crate::witness::{Cosigned, WitnessKey};
use uuid::Uuid;

/// What comparisons with printed lines that named no partnership gave: it counts only if the file has no
/// other.
#[derive(Default)]
pub(crate) struct Loose {
    pub(crate) findings: Vec<Finding>,
    pub(crate) unchecked: Vec<Unchecked>,
}

/// What is known of a partnership's record up to the line last read.
pub(crate) struct Section {
    report: PartnershipReport,
    frontier: Frontier,
    /// The `seq` the next entry should have, which is the record number of the last. It follows the entries'
    /// own numbers, so that one gap is one finding.
    next_seq: u64,
    last_at: u64,
    /// The keys in the order in which they came into use; the last is the present one.
    keys: Vec<PublicKey>,
    /// The new key, between the entry that names it and the checkpoint both keys sign.
    rotating: Option<PublicKey>,
    texts: Texts,
    /// The last checkpoint's size, and the last whose root agreed.
    signed: u64,
    sound: u64,
    root_differs: bool,
    watches: Vec<Watch>,
    /// The witnesses whose keys are known, beside what `report.cosigned` counts for each.
    witnesses: Vec<WitnessKey>,
    loose: Loose,
}

impl Section {
    pub(crate) fn new(partnership: Uuid, watches: Vec<Watch>, witnesses: &[WitnessKey]) -> Section {
        let frontier = Frontier::new();
        let report = PartnershipReport {
            partnership,
            origin: None,
            size: 0,
            root: frontier.root(),
            checkpoints: 0,
            witnesses: Vec::new(),
            cosigned: witnesses.iter().map(|witness| Witnessed::nothing(witness.name())).collect(),
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
            texts: Texts::default(),
            signed: 0,
            sound: 0,
            root_differs: false,
            watches,
            witnesses: witnesses.to_vec(),
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

    fn find_all(&mut self, line: u64, problems: impl IntoIterator<Item = Problem>) {
        problems.into_iter().for_each(|problem| self.find(line, problem));
    }

    pub(crate) fn take(&mut self, at: u64, line: Line) {
        match line {
            Line::Entry(body) => self.entry(at, &body),
            Line::Text(text) => {
                let problems = self.texts.here(self.next_seq, text.hash());
                self.find_all(at, problems);
            }
            Line::Redacted(hash) => {
                let problems = self.texts.taken_out(self.next_seq, hash);
                self.find_all(at, problems);
            }
            Line::Checkpoint(checkpoint) => self.checkpoint(at, &checkpoint),
            Line::Partnership(_) | Line::End { .. } => self.find(at, Problem::Misplaced),
        }
    }

    fn entry(&mut self, at: u64, body: &[u8]) {
        self.texts_are_complete(at);
        if let Some(key) = self.rotating.take() {
            self.keys.push(key);
            self.find(at, Problem::RotationUnsigned { number: self.next_seq });
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
            (_, TEXT_REDACTED) => {
                let problems = self.texts.explain(entry);
                self.find_all(at, problems);
            }
            _ => {}
        }
        self.texts.expect(entry);
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

    fn texts_are_complete(&mut self, at: u64) {
        let problems = self.texts.none_awaited(self.next_seq);
        self.find_all(at, problems);
    }

    fn checkpoint(&mut self, at: u64, checkpoint: &Checkpoint) {
        self.texts_are_complete(at);
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
        self.check_cosignatures(at, checkpoint);
    }

    /// What the witnesses we know signed must be true; the names of the others are kept.
    fn check_cosignatures(&mut self, at: u64, checkpoint: &Checkpoint) {
        for place in 0..self.witnesses.len() {
            match self.witnesses[place].signed(checkpoint) {
                Cosigned::At(time) => self.report.cosigned[place].saw(checkpoint.size, time),
                Cosigned::Forged => {
                    let witness = self.witnesses[place].name().to_owned();
                    self.find(at, Problem::BadCosignature { size: checkpoint.size, witness });
                }
                Cosigned::Absent => {}
            }
        }
        let known = |line: &SignatureLine| self.witnesses.iter().any(|witness| witness.is_under(line));
        for line in checkpoint.foreign_lines().filter(|line| !known(line)) {
            let seen = &mut self.report.witnesses;
            if !seen.contains(&line.name) && seen.len() < 100 {
                seen.push(line.name.clone());
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
        self.texts_are_complete(at);
        let size = self.frontier.size();
        self.report.size = size;
        self.report.root = self.frontier.root();
        if size == 0 {
            self.find(at, Problem::NoEntries);
        }
        if self.rotating.is_some() {
            self.find(at, Problem::RotationUnsigned { number: self.next_seq });
        }
        if self.signed != size {
            self.find(at, Problem::Unsigned { signed: self.signed, size });
        }
        let (silent, explained) = self.texts.close();
        self.find_all(at, silent);
        if explained > 0 {
            self.report.unchecked.push(Unchecked::Redacted(explained));
        }
        self.close_keys(at, given);
        self.close_watches(at, given);
        self.close_witnesses();
        (self.report, self.loose)
    }

    fn close_keys(&mut self, at: u64, given: &[PublicKey]) {
        match self.keys.last().copied() {
            Some(present) if !given.is_empty() && !given.contains(&present) => {
                if self.keys.iter().any(|key| given.contains(key)) {
                    self.report.unchecked.push(Unchecked::OnlyAnOldKey);
                } else {
                    self.find(at, Problem::UnknownKey(present.to_string()));
                }
            }
            _ => {}
        }
    }

    /// Names the witnesses that were not checked, and those that were and had signed nothing here.
    fn close_witnesses(&mut self) {
        if !self.report.witnesses.is_empty() {
            self.report.unchecked.push(Unchecked::Witnesses(self.report.witnesses.clone()));
        }
        let silent = self.report.cosigned.iter().filter(|one| one.checkpoints == 0);
        let names = silent.map(|one| Unchecked::NoCosignature { witness: one.name.clone() });
        self.report.unchecked.extend(names);
        self.report.cosigned.retain(|one| one.checkpoints > 0);
    }

    fn close_watches(&mut self, at: u64, given: &[PublicKey]) {
        let (size, origin) = (self.frontier.size(), self.report.origin.clone());
        let watches = std::mem::take(&mut self.watches);
        let keys: Vec<PublicKey> = self.keys.iter().chain(given).copied().collect();
        for watch in &watches {
            self.judge(at, watch, watch.compare_end(size, origin.as_deref()));
            if let Some(checkpoint) = watch.checkpoint() {
                self.check_cosignatures(at, checkpoint);
            }
            let named = watch.partnership.is_some();
            let unchecked = if named { &mut self.report.unchecked } else { &mut self.loose.unchecked };
            unchecked.extend(watch.limits(&keys, &self.witnesses));
        }
    }
}

/// The key a fact of this name holds, spelled as a C2SP verifier key under the record's origin.
fn named_key(entry: &Entry, fact: &str, origin: &str) -> Option<PublicKey> {
    let text = entry.facts.get(fact)?;
    text.parse().ok().filter(|key: &PublicKey| key.named(origin) == *text)
}
