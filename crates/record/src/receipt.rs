//! A receipt: one entry, the proof that it stands in the record, and the checkpoint the proof leads to,
//! checkable offline. It is a C2SP `tlog-proof` whose extra data are the entry's bytes.

use crate::checkpoint::{Checkpoint, Signed};
use crate::draft::Recorded;
use crate::entry::Entry;
use crate::hash::{Hash, leaf};
use crate::key::PublicKey;
use crate::proof;
use data_encoding::BASE64;
use std::fmt;
use std::str::FromStr;

const FIRST_LINE: &str = "c2sp.org/tlog-proof@v1";
/// The longest a receipt may be, in bytes.
pub const MAX_RECEIPT_BYTES: usize = 131_072;

/// An entry with the proof of its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The entry.
    pub entry: Entry,
    /// Sibling hashes from the leaf up.
    pub path: Vec<Hash>,
    /// The signed root they lead to.
    pub checkpoint: Checkpoint,
}

/// What is wrong with a receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadReceipt {
    /// The text is not a receipt in its one accepted spelling.
    #[error("this text is not a receipt")]
    Unreadable,
    /// The proof does not lead from the entry to the checkpoint.
    #[error("the entry is not in the record this checkpoint speaks of")]
    NotIncluded,
    /// The checkpoint is of another partnership's record.
    #[error("entry and checkpoint are of different partnerships")]
    OtherPartnership,
    /// No signature by the given key.
    #[error("the checkpoint is not signed by this key")]
    NotSigned,
}

impl Receipt {
    /// The receipt of an entry, given the hashes of all leaves up to `checkpoint.size`.
    ///
    /// # Errors
    /// [`BadReceipt::NotIncluded`] when the leaves do not make the checkpoint's tree with this entry in it.
    pub fn new(entry: Entry, leaves: &[Hash], checkpoint: Checkpoint) -> Result<Receipt, BadReceipt> {
        let path = proof::inclusion(entry.seq, leaves).ok_or(BadReceipt::NotIncluded)?;
        let receipt = Receipt { entry, path, checkpoint };
        receipt.check_proof()?;
        Ok(receipt)
    }

    /// Checks proof, partnership and signature, with nothing but the receipt and the record's key.
    ///
    /// # Errors
    /// [`BadReceipt`] says what does not hold.
    pub fn verify(&self, key: &PublicKey) -> Result<(), BadReceipt> {
        self.check_proof()?;
        match self.checkpoint.signed_by(key) {
            Signed::Valid => Ok(()),
            Signed::Forged | Signed::Absent => Err(BadReceipt::NotSigned),
        }
    }

    /// Everything [`Receipt::verify`] checks but the signature.
    pub(crate) fn check_proof(&self) -> Result<(), BadReceipt> {
        if self.checkpoint.partnership() != Some(self.entry.partnership) {
            return Err(BadReceipt::OtherPartnership);
        }
        let leaf = leaf(&self.entry.to_bytes());
        let Checkpoint { size, root, .. } = &self.checkpoint;
        let included = proof::verify_inclusion(&leaf, self.entry.seq, *size, &self.path, root);
        if included { Ok(()) } else { Err(BadReceipt::NotIncluded) }
    }
}

impl Recorded {
    /// The receipt right after recording: the checkpoint covers exactly the record up to this entry, `leaves`
    /// all leaf hashes up to and with it.
    ///
    /// # Errors
    /// As [`Receipt::new`].
    pub fn receipt(&self, leaves: &[Hash], checkpoint: Checkpoint) -> Result<Receipt, BadReceipt> {
        Receipt::new(self.entry.clone(), leaves, checkpoint)
    }
}

impl fmt::Display for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{FIRST_LINE}\nextra {}", BASE64.encode(&self.entry.to_bytes()))?;
        writeln!(f, "index {}", self.entry.seq)?;
        for hash in &self.path {
            writeln!(f, "{}", hash.to_base64())?;
        }
        write!(f, "\n{}", self.checkpoint)
    }
}

impl FromStr for Receipt {
    type Err = BadReceipt;

    fn from_str(text: &str) -> Result<Receipt, BadReceipt> {
        read(text).filter(|receipt| receipt.to_string() == text).ok_or(BadReceipt::Unreadable)
    }
}

/// Reads a receipt, leaving it to the caller to compare its spelling.
fn read(text: &str) -> Option<Receipt> {
    let (proof, checkpoint) = (text.len() <= MAX_RECEIPT_BYTES).then_some(text)?.split_once("\n\n")?;
    let mut lines = proof.split('\n');
    if lines.next()? != FIRST_LINE {
        return None;
    }
    let entry = BASE64.decode(lines.next()?.strip_prefix("extra ")?.as_bytes()).ok()?;
    // The index is the entry's own number: the spelling check catches any other.
    lines.next()?.strip_prefix("index ")?;
    let path = lines.map(|line| Hash::from_base64(line).ok()).collect::<Option<Vec<_>>>()?;
    Some(Receipt { entry: Entry::from_bytes(&entry).ok()?, path, checkpoint: checkpoint.parse().ok()? })
}
