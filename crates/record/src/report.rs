//! What verification found, and what it could not look at, in plain words.

use crate::code::Code;
use crate::hash::Hash;
use std::fmt;
use uuid::Uuid;

/// The most findings kept for one partnership; the rest are counted.
pub const MAX_FINDINGS: usize = 100;

/// The whole outcome of checking a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Why the file could not be read as a record at all, if so.
    pub unreadable: Option<Unreadable>,
    /// One for each partnership in the file, in its order.
    pub partnerships: Vec<PartnershipReport>,
    /// What is wrong with the file outside any one partnership.
    pub findings: Vec<Finding>,
    /// What could not be checked about the file as a whole.
    pub unchecked: Vec<Unchecked>,
}

/// The outcome for one partnership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartnershipReport {
    /// Which.
    pub partnership: Uuid,
    /// The record's name in its checkpoints, if its first entry could be read.
    pub origin: Option<String>,
    /// How many entries.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
    /// How many stored checkpoints.
    pub checkpoints: u64,
    /// Names of witnesses under checkpoints whose keys were not given: their signatures are carried, not
    /// checked.
    pub witnesses: Vec<String>,
    /// The witnesses whose keys were given and who signed: what each signed.
    pub cosigned: Vec<Witnessed>,
    /// What is wrong, at most [`MAX_FINDINGS`].
    pub findings: Vec<Finding>,
    /// How many more findings there were.
    pub more_findings: u64,
    /// What could not be checked.
    pub unchecked: Vec<Unchecked>,
}

/// What a witness whose key was given has truly signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witnessed {
    /// Its name.
    pub name: String,
    /// How many of the checkpoints, in the file and of those kept from an earlier day.
    pub checkpoints: u64,
    /// How many entries the largest of them covers.
    pub size: u64,
    /// When it says it signed that one: seconds since 1970-01-01T00:00:00Z.
    pub time: u64,
}

impl Witnessed {
    pub(crate) fn nothing(name: &str) -> Witnessed {
        Witnessed { name: name.to_owned(), checkpoints: 0, size: 0, time: 0 }
    }

    pub(crate) fn saw(&mut self, size: u64, time: u64) {
        self.checkpoints += 1;
        (self.size, self.time) = (self.size, self.time).max((size, time));
    }
}

impl fmt::Display for Witnessed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Witnessed { name, checkpoints, size, time } = self;
        write!(
            f,
            "witness {name}: signed {checkpoints} of the checkpoints, the largest over {size} entries, at {time} \
             seconds since 1970"
        )
    }
}

/// The three outcomes, with the exit code each has on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing wrong in what could be checked: 0.
    Intact,
    /// The file contradicts itself, its signatures, or what was kept from earlier: 1.
    Tampered,
    /// Not a record this program can read: 2.
    Unreadable,
}

impl Verdict {
    /// 0 intact, 1 tampered, 2 unreadable.
    pub fn exit_code(self) -> u8 {
        match self {
            Verdict::Intact => 0,
            Verdict::Tampered => 1,
            Verdict::Unreadable => 2,
        }
    }
}

impl Report {
    /// The one word for all of it.
    pub fn verdict(&self) -> Verdict {
        let sound = self.findings.is_empty() && self.partnerships.iter().all(PartnershipReport::is_intact);
        match (&self.unreadable, sound) {
            (Some(_), _) => Verdict::Unreadable,
            (None, true) => Verdict::Intact,
            (None, false) => Verdict::Tampered,
        }
    }

    /// Every finding, of the file and of each partnership.
    pub fn all_findings(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().chain(self.partnerships.iter().flat_map(|one| &one.findings))
    }
}

/// What a person at a terminal reads: each partnership, what is wrong, what was not checked, and the verdict
/// last.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for one in &self.partnerships {
            writeln!(f, "{one}")?;
        }
        write_list(f, "", &self.findings)?;
        write_list(f, "not checked: ", &self.unchecked)?;
        match (&self.unreadable, self.verdict()) {
            (Some(why), _) => write!(f, "Unreadable: {why}."),
            (None, Verdict::Intact) => write!(f, "Intact: everything that could be checked holds."),
            (None, _) => write!(f, "Tampered or damaged: see the lines above."),
        }
    }
}

impl fmt::Display for PartnershipReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = if self.is_intact() { "intact" } else { "tampered or damaged" };
        let name = self.origin.as_deref().unwrap_or_default();
        writeln!(f, "Partnership {} ({name}): {state}", self.partnership)?;
        writeln!(f, "  entries: {}, checkpoints: {}, code: {}", self.size, self.checkpoints, self.code())?;
        write_list(f, "  ", &self.cosigned)?;
        write_list(f, "  ", &self.findings)?;
        if self.more_findings > 0 {
            writeln!(f, "  and {} more", self.more_findings)?;
        }
        write_list(f, "  not checked: ", &self.unchecked)
    }
}

fn write_list(f: &mut fmt::Formatter<'_>, before: &str, list: &[impl fmt::Display]) -> fmt::Result {
    list.iter().try_for_each(|one| writeln!(f, "{before}{one}"))
}

impl PartnershipReport {
    /// Whether nothing is wrong with this partnership's record.
    pub fn is_intact(&self) -> bool {
        self.findings.is_empty()
    }

    /// The code of the last entry.
    pub fn code(&self) -> Code {
        Code::of(&self.root)
    }
}

/// Why a file cannot be read as a record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Reading itself failed.
    #[error("the file could not be read: {0}")]
    Io(String),
    /// The first line is not that of a record.
    #[error(
        "this is not a record file of a version this program knows (its first line is not concord-record/1)"
    )]
    NotARecord,
    /// There is no partnership in it.
    #[error("the file holds no partnership's record")]
    Empty,
}

/// Something wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The line of the file, from 1; the last line for what is missing at the end.
    pub line: u64,
    /// What is wrong.
    pub problem: Problem,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.problem)
    }
}

/// What can be wrong. `number` is the record number people see (the entry's `seq` + 1); `size` a count of
/// entries.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "each variant's message says what it means, its fields are named in it")]
pub enum Problem {
    // the file
    #[error("this line has none of the forms a record file allows")]
    BadLine,
    #[error("this line is longer than the format allows; nothing after it was read")]
    LineTooLong,
    #[error("this line stands where the format has no place for it")]
    Misplaced,
    #[error("the file is cut short: its last line is missing or unfinished")]
    CutOff,
    #[error("there is more after the last line")]
    Trailing,
    #[error("the last line counts {said} partnerships, the file has {found}")]
    WrongCount { said: u64, found: u64 },
    #[error("the file's bytes are not the ones it was written with")]
    WrongDigest,
    #[error("partnership {0} stands twice, or partnerships are out of order")]
    PartnershipOrder(Uuid),

    // entries
    #[error("record no. {number} cannot be read: {why}")]
    BadEntry { number: u64, why: String },
    #[error("the entry here says it is record no. {found}; record no. {expected} should stand here")]
    WrongNumber { expected: u64, found: u64 },
    #[error("record no. {number} belongs to partnership {found}")]
    OtherPartnership { number: u64, found: Uuid },
    #[error("record no. {number} is dated before the one above it")]
    TimeRunsBack { number: u64 },
    #[error(
        "the record does not begin with its opening entry, or the opening names no origin and key we can use"
    )]
    BadOpening,
    #[error("record no. {number} opens the record a second time")]
    OpenedAgain { number: u64 },
    #[error("record no. {number} hands over to a new key we cannot read, or to the same key")]
    BadRotation { number: u64 },
    #[error("record no. {number} hands over to a new key, but no checkpoint of that moment follows it")]
    RotationUnsigned { number: u64 },
    #[error("the record has no entries")]
    NoEntries,

    // texts
    #[error("the text here is not the one record no. {number} was made with (its hash is not {expected})")]
    TextDiffers { number: u64, expected: Hash },
    #[error("a text of record no. {number} is missing (hash {expected})")]
    TextMissing { number: u64, expected: Hash },
    #[error("no entry names the text that stands here")]
    TextUnnamed,
    #[error("the text with hash {0} was taken out, and no entry says why")]
    RedactedSilently(Hash),
    #[error("record no. {number} says that a text was taken out, but gives no reason or nobody's approval")]
    RedactedUnapproved { number: u64 },
    #[error(
        "record no. {number} says that a text was taken out, but names none that was in the record before it"
    )]
    RedactedUnknown { number: u64 },
    #[error("record no. {number} says that a text was taken out, but it still stands in the file")]
    RedactedStillThere { number: u64 },

    // checkpoints
    #[error("the checkpoint here speaks of {found}, not of this record ({expected})")]
    WrongOrigin { expected: String, found: String },
    #[error("the checkpoint here covers {found} entries and stands after {expected}")]
    CheckpointMisplaced { expected: u64, found: u64 },
    #[error("the checkpoint over {size} entries is repeated")]
    CheckpointRepeated { size: u64 },
    #[error(
        "the first {size} entries are not the ones that were signed; up to {sound} entries they are, so the \
         change lies between"
    )]
    RootDiffers { size: u64, sound: u64 },
    #[error("the signature under the checkpoint over {size} entries is forged or damaged")]
    BadSignature { size: u64 },
    #[error("the checkpoint over {size} entries lacks the signature of the record's key")]
    NoSignature { size: u64 },
    #[error(
        "the signature of the witness {witness} under the checkpoint over {size} entries is forged or damaged"
    )]
    BadCosignature { size: u64, witness: String },
    #[error("only the first {signed} of {size} entries are signed")]
    Unsigned { signed: u64, size: u64 },
    #[error("the record is signed with a key you did not give: {0}")]
    UnknownKey(String),

    // what was kept from earlier
    #[error(
        "the record was rewritten: what you kept from an earlier day says otherwise about the first {size} entries"
    )]
    Rewritten { size: u64 },
    #[error(
        "the record was cut short: what you kept from an earlier day knows {known} entries, the file has {size}"
    )]
    CutShort { known: u64, size: u64 },
    #[error(
        "partnership {0} is not in the file. Either its record was taken out, or what you kept belongs to another"
    )]
    PartnershipMissing(Uuid),
    #[error("what you kept names the record {found}; the file calls it {expected}")]
    OtherRecord { expected: String, found: String },
}

/// What could not be checked, and what therefore stays possible.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unchecked {
    /// No key came from outside the file.
    #[error(
        "no key was given: the file's own key was used, so a whole record made up with another key would pass. \
         Give the key you know with --key"
    )]
    NoKey,
    /// The present key was not given, only one before it.
    #[error(
        "the record's present key was not given; an older one you gave handed over to it. If the older key was ever \
         stolen, give the present one"
    )]
    OnlyAnOldKey,
    /// Nothing from an earlier day was given.
    #[error(
        "nothing from an earlier day was given: a record cut short, rolled back, or rewritten by whoever holds \
         the key would pass. Give a checkpoint, a receipt, or a printed number and code with --checkpoint"
    )]
    NoEarlier,
    /// Texts that were lawfully taken out.
    #[error("texts taken out lawfully: {0}. That they were there is proved, what they said is not")]
    Redacted(u64),
    /// Signatures of witnesses whose keys were not given.
    #[error("the signatures of these witnesses: {}. Give the key each publishes with --witness", .0.join(", "))]
    Witnesses(Vec<String>),
    /// A witness whose key was given signed nothing here.
    #[error("whether the witness {witness} has seen this record: it signed none of the checkpoints")]
    NoCosignature {
        /// Its name.
        witness: String,
    },
    /// Only a short code was given.
    #[error(
        "only a code of {bits} bits was compared, up to record no. {number}: enough against a mistake, not against somebody \
         with the key and time to search for a match. A receipt or checkpoint leaves no such room"
    )]
    OnlyACode {
        /// The record number on the page.
        number: u64,
        /// How many bits the code holds.
        bits: usize,
    },
    /// A checkpoint from earlier bears no signature by a key of this record.
    #[error("the earlier checkpoint over {size} entries is signed by no key of this record or given by you")]
    EarlierUnsigned {
        /// How many entries it covers.
        size: u64,
    },
    /// A receipt that does not hold together by itself.
    #[error("the receipt for record no. {number} does not hold together by itself and was not used")]
    BadReceipt {
        /// The record number it is for.
        number: u64,
    },
    /// A checkpoint of some other log.
    #[error("the earlier checkpoint of {origin} names no partnership and was not used")]
    ForeignCheckpoint {
        /// Its origin.
        origin: String,
    },
    /// A number and code without a partnership, and a file with several.
    #[error(
        "number {number} and its code name no partnership, and the file has several: put the id before them"
    )]
    WhichPartnership {
        /// The record number on the page.
        number: u64,
    },
}
