//! Reads a record file line by line and checks everything that can be checked, keeping in memory only hashes.

use crate::earlier::Earlier;
use crate::export::{FIRST_LINE, Line, MAX_LINE_BYTES};
use crate::hash::Hash;
use crate::key::PublicKey;
use crate::report::{Finding, MAX_FINDINGS, Problem, Report, Unchecked, Unreadable};
use crate::section::{Loose, Section};
use crate::watch::Watch;
use crate::witness::WitnessKey;
use sha2::{Digest, Sha256};
use std::io::{BufRead, Read};
use uuid::Uuid;

/// What is known from outside the file. Each part may be empty, and the report then says what could not be
/// seen.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// Public keys known from elsewhere.
    pub keys: &'a [PublicKey],
    /// Witnesses whose signatures are to be checked.
    pub witnesses: &'a [WitnessKey],
    /// What was kept from an earlier day.
    pub earlier: &'a [Earlier],
}

/// Checks a record file with the keys and the things from an earlier day that are given, and no witnesses:
/// see [`verify_knowing`].
pub fn verify(input: impl BufRead, keys: &[PublicKey], earlier: &[Earlier]) -> Report {
    verify_knowing(input, Known { keys, earlier, ..Known::default() })
}

/// Checks a record file. Memory holds the longest line, a hash for each text of one partnership and a report
/// for each partnership: never entries or words.
pub fn verify_knowing(input: impl BufRead, known: Known<'_>) -> Report {
    let mut reading = Reading::new(input, known);
    if let Err(why) = reading.run() {
        reading.report.unreadable = Some(why);
    }
    reading.finish()
}

struct Reading<'a, R> {
    input: R,
    known: Known<'a>,
    watches: Vec<Watch>,
    report: Report,
    section: Option<Section>,
    loose: Loose,
    digest: Sha256,
    line: u64,
    last: Option<Uuid>,
}

/// One line as it came, without its end, or why there is none.
enum Next {
    Line(Vec<u8>),
    Unfinished,
    TooLong,
    Nothing,
}

impl<'a, R: BufRead> Reading<'a, R> {
    fn new(input: R, known: Known<'a>) -> Reading<'a, R> {
        let mut report = Report::default();
        let watches = Watch::all(known.earlier, &mut report.unchecked);
        if known.keys.is_empty() {
            report.unchecked.push(Unchecked::NoKey);
        }
        Reading {
            input,
            known,
            watches,
            report,
            section: None,
            loose: Loose::default(),
            digest: Sha256::new(),
            line: 0,
            last: None,
        }
    }

    fn run(&mut self) -> Result<(), Unreadable> {
        match self.next()? {
            Next::Line(line) if line == FIRST_LINE.as_bytes() => self.count_in(&line),
            _ => return Err(Unreadable::NotARecord),
        }
        loop {
            let line = match self.next()? {
                Next::Line(line) => line,
                Next::TooLong => return self.stop(Problem::LineTooLong),
                Next::Unfinished | Next::Nothing => return self.stop(Problem::CutOff),
            };
            match Line::read(&line) {
                Some(Line::End { partnerships, digest }) => return self.end(partnerships, digest),
                read => self.take(read),
            }
            self.count_in(&line);
        }
    }

    fn next(&mut self) -> Result<Next, Unreadable> {
        let mut line = Vec::new();
        let mut limited = self.input.by_ref().take(MAX_LINE_BYTES as u64);
        limited.read_until(b'\n', &mut line).map_err(|error| Unreadable::Io(error.to_string()))?;
        self.line += 1;
        Ok(match line.pop() {
            Some(b'\n') => Next::Line(line),
            Some(_) if line.len() + 1 == MAX_LINE_BYTES => Next::TooLong,
            Some(_) => Next::Unfinished,
            None => Next::Nothing,
        })
    }

    fn count_in(&mut self, line: &[u8]) {
        self.digest.update(line);
        self.digest.update(b"\n");
    }

    fn take(&mut self, line: Option<Line>) {
        if let Some(Line::Partnership(id)) = line {
            return self.begin(id);
        }
        match (line, &mut self.section) {
            (Some(line), Some(section)) => section.take(self.line, line),
            (Some(_), None) => self.find(Problem::Misplaced),
            (None, Some(section)) => section.find(self.line, Problem::BadLine),
            (None, None) => self.find(Problem::BadLine),
        }
    }

    fn begin(&mut self, id: Uuid) {
        self.close_section();
        if self.last.is_some_and(|last| last >= id) {
            self.find(Problem::PartnershipOrder(id));
        }
        self.last = Some(id);
        let concerned = |watch: &&Watch| watch.partnership.is_none_or(|named| named == id);
        let watches = self.watches.iter().filter(concerned).cloned().collect();
        self.section = Some(Section::new(id, watches, self.known.witnesses));
    }

    fn close_section(&mut self) {
        if let Some(section) = self.section.take() {
            let (report, loose) = section.close(self.line, self.known.keys);
            self.report.partnerships.push(report);
            self.loose.findings.extend(loose.findings);
            self.loose.unchecked.extend(loose.unchecked);
        }
    }

    fn end(&mut self, partnerships: u64, digest: Hash) -> Result<(), Unreadable> {
        self.close_section();
        let found = self.report.partnerships.len() as u64;
        if partnerships != found {
            self.find(Problem::WrongCount { said: partnerships, found });
        }
        if digest != Hash(self.digest.clone().finalize().into()) {
            self.find(Problem::WrongDigest);
        }
        match self.next()? {
            Next::Nothing => Ok(()),
            Next::Line(_) | Next::Unfinished | Next::TooLong => self.stop(Problem::Trailing),
        }
    }

    /// Notes why reading ends here; what was read before is still judged.
    fn stop(&mut self, problem: Problem) -> Result<(), Unreadable> {
        self.find(problem);
        Ok(())
    }

    fn find(&mut self, problem: Problem) {
        if self.report.findings.len() < MAX_FINDINGS {
            self.report.findings.push(Finding { line: self.line, problem });
        }
    }

    fn finish(mut self) -> Report {
        self.close_section();
        if self.report.unreadable.is_none() && self.report.partnerships.is_empty() {
            self.report.unreadable = Some(Unreadable::Empty);
        }
        self.place_the_unplaced();
        self.name_the_unwatched();
        self.miss_partnerships();
        self.report
    }

    /// A printed line that names no partnership speaks of the only one in the file, or of none.
    fn place_the_unplaced(&mut self) {
        if let [only] = self.report.partnerships.as_mut_slice() {
            only.findings.append(&mut self.loose.findings);
            only.unchecked.append(&mut self.loose.unchecked);
            let placed = self.watches.iter_mut().filter(|watch| watch.partnership.is_none());
            placed.for_each(|watch| watch.partnership = Some(only.partnership));
        }
        let unplaced = self.watches.iter().filter(|watch| watch.partnership.is_none());
        let which = unplaced.map(|watch| Unchecked::WhichPartnership { number: watch.size });
        self.report.unchecked.extend(which);
    }

    fn name_the_unwatched(&mut self) {
        for one in &mut self.report.partnerships {
            if !self.watches.iter().any(|watch| watch.partnership == Some(one.partnership)) {
                one.unchecked.push(Unchecked::NoEarlier);
            }
        }
    }

    fn miss_partnerships(&mut self) {
        let present: Vec<Uuid> = self.report.partnerships.iter().map(|one| one.partnership).collect();
        let mut missing: Vec<Uuid> = self.watches.iter().filter_map(|watch| watch.partnership).collect();
        missing.retain(|named| !present.contains(named));
        missing.sort();
        missing.dedup();
        missing.into_iter().for_each(|id| self.find(Problem::PartnershipMissing(id)));
    }
}
