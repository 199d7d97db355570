//! A tamper-evident record of formal acts: entries, Merkle tree, signed checkpoints, receipts, export and
//! verification. No I/O of its own, no clock, no randomness: the caller gives instants, salts and seeds.
//!
//! `docs/record-format.md` is the format's definition; this crate is one reading of it and
//! `docs/verify_record.py` another. An application appends with [`Head`], writes files with [`export::Writer`] and
//! checks them with [`verify`].

mod checkpoint;
mod code;
mod earlier;
mod entry;
mod frontier;
mod hash;
mod head;
mod key;
mod receipt;
mod report;
mod section;
mod text;
mod verify;
mod watch;

pub mod export;
pub mod proof;

pub use checkpoint::{Checkpoint, NotACheckpoint, SignatureLine, Signed, origin_of};
pub use code::{Code, CopiedCode, NotACode};
pub use earlier::{Earlier, NotEarlier, Printed};
pub use entry::{
    Actor, ActorKind, Entry, KEY_ROTATED, MAX_INSTANT, NotAnEntry, OPENED, TEXT_REDACTED, TextRef,
};
pub use frontier::Frontier;
pub use hash::{Hash, NotAHash, leaf};
pub use head::{Draft, Head, Recorded, Refusal};
pub use key::{NotAKey, PublicKey, SecretKey};
pub use receipt::{BadReceipt, Receipt};
pub use report::{Finding, PartnershipReport, Problem, Report, Unchecked, Unreadable, Verdict};
pub use text::{MAX_TEXT_BYTES, Text};
pub use verify::verify;
