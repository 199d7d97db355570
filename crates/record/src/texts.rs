//! Which texts of a partnership have been named, stand in the file, or were taken out, and whether that was
//! lawful.

use crate::entry::Entry;
use crate::export::first_named;
use crate::hash::Hash;
use crate::report::Problem;
use std::collections::{HashMap, VecDeque};

/// What became of a commitment's text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Here,
    TakenOut,
    Explained,
}

/// The texts of one partnership up to the line last read. `number` is the record number of the last entry.
#[derive(Default)]
pub(crate) struct Texts {
    /// Commitments of the last entry whose texts should come next.
    awaited: VecDeque<Hash>,
    fates: HashMap<Hash, Fate>,
}

impl Texts {
    /// After an entry, the texts it is the first to name should follow.
    pub(crate) fn expect(&mut self, entry: &Entry) {
        self.awaited = first_named(entry, |hash| self.fates.contains_key(hash)).into();
    }

    /// A text stands here.
    pub(crate) fn here(&mut self, number: u64, hash: Hash) -> Vec<Problem> {
        self.arrive(number, hash, Fate::Here)
    }

    /// A text is said to have been taken out.
    pub(crate) fn taken_out(&mut self, number: u64, hash: Hash) -> Vec<Problem> {
        self.arrive(number, hash, Fate::TakenOut)
    }

    fn arrive(&mut self, number: u64, hash: Hash, fate: Fate) -> Vec<Problem> {
        let Some(place) = self.awaited.iter().position(|awaited| *awaited == hash) else {
            return vec![self.strange(number, fate)];
        };
        let skipped: VecDeque<Hash> = self.awaited.drain(..place).collect();
        self.awaited.pop_front();
        self.fates.insert(hash, fate);
        self.missing(number, skipped)
    }

    /// A text nobody awaits: taken for the next awaited one, changed, if there is one.
    fn strange(&mut self, number: u64, fate: Fate) -> Problem {
        match self.awaited.pop_front() {
            None => Problem::TextUnnamed,
            Some(expected) => {
                self.fates.insert(expected, fate);
                Problem::TextDiffers { number, expected }
            }
        }
    }

    /// No more texts follow the last entry: what is still awaited is missing.
    pub(crate) fn none_awaited(&mut self, number: u64) -> Vec<Problem> {
        let awaited = std::mem::take(&mut self.awaited);
        self.missing(number, awaited)
    }

    fn missing(&mut self, number: u64, hashes: VecDeque<Hash>) -> Vec<Problem> {
        self.fates.extend(hashes.iter().map(|hash| (*hash, Fate::Here)));
        hashes.into_iter().map(|expected| Problem::TextMissing { number, expected }).collect()
    }

    /// An entry says why a text was taken out.
    pub(crate) fn explain(&mut self, entry: &Entry) -> Vec<Problem> {
        let number = entry.seq + 1;
        let mut problems = Vec::new();
        if !is_approved(entry) {
            problems.push(Problem::RedactedUnapproved { number });
        }
        let named = entry.facts.get("text").and_then(|text| text.parse::<Hash>().ok());
        match named.and_then(|hash| self.fates.get_mut(&hash)) {
            None => problems.push(Problem::RedactedUnknown { number }),
            Some(Fate::Here) => problems.push(Problem::RedactedStillThere { number }),
            Some(fate) => *fate = Fate::Explained,
        }
        problems
    }

    /// At the end: texts taken out without a word, and how many were taken out lawfully.
    pub(crate) fn close(&self) -> (Vec<Problem>, u64) {
        let with =
            |fate: Fate| self.fates.iter().filter(move |(_, now)| **now == fate).map(|(hash, _)| *hash);
        let mut silent: Vec<Hash> = with(Fate::TakenOut).collect();
        silent.sort();
        (silent.into_iter().map(Problem::RedactedSilently).collect(), with(Fate::Explained).count() as u64)
    }
}

/// Whether a redaction gives a reason and names at least one person who approved it for a party.
fn is_approved(entry: &Entry) -> bool {
    let by_party = |(key, person): (&String, &String)| {
        key.strip_prefix("approved_by.").is_some_and(|party| !party.is_empty() && !person.is_empty())
    };
    entry.facts.get("reason").is_some_and(|reason| !reason.is_empty()) && entry.facts.iter().any(by_party)
}
