//! A tamper-evident record of formal acts: entries, Merkle tree, signed checkpoints, receipts, export and
//! verification. No I/O of its own, no clock, no randomness: the caller gives instants, salts and seeds.
//!
//! `docs/record-format.md` is the format's definition; this crate is one reading of it and
//! `docs/verify_record.py` another. An application appends with [`Head`], writes files with
//! [`export::Writer`] and checks them with [`verify()`]:
//!
//! ```
//! use record::{Actor, ActorKind, Draft, Head, Receipt, SecretKey, Text, Verdict, export, origin_of, verify};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let key = SecretKey::from_seed([1; 32]); // drawn once, kept in a file
//! let id = "01980000-0000-7000-8000-000000000000".parse()?;
//! let job = Actor { id: None, kind: ActorKind::Job, name: None, party: None };
//! let (mut head, opened) = Head::open(id, &origin_of("concord.example.org", id), &key.public(), 1, job)?;
//!
//! // In an act's transaction: lock and read the head, append, store all of this, write the head back.
//! let name = Text { salt: [2; 32], content: "June Park".to_owned() }; // salts are drawn at random
//! let june = Actor {
//!     id: Some("person-1".to_owned()),
//!     kind: ActorKind::Member,
//!     name: Some(name.hash()),
//!     party: Some("teachers".to_owned()),
//! };
//! let signed = head.append(Draft::new(2, "commitment.signed", june).fact("version", "3"))?;
//! let checkpoint = head.checkpoint(&key)?;
//! println!("record no. {} · code {}", signed.number(), signed.code.short());
//! let receipt = Receipt::new(signed.entry, &[opened.leaf, signed.leaf], checkpoint.clone())?;
//! receipt.verify(&key.public())?;
//!
//! let mut file = export::Writer::new(Vec::new())?;
//! file.partnership(id)?;
//! file.entry(&opened.body)?;
//! file.entry(&signed.body)?;
//! file.text(&name)?;
//! file.checkpoint(&checkpoint.to_string())?;
//! assert_eq!(verify(&file.end()?[..], &[key.public()], &[]).verdict(), Verdict::Intact);
//! # Ok(())
//! # }
//! ```

mod checkpoint;
mod code;
mod draft;
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
mod texts;
mod verify;
mod watch;
mod witness;

pub mod export;
pub mod proof;

pub use checkpoint::{
    Checkpoint, MAX_CHECKPOINT_BYTES, MAX_SIGNATURES, NotACheckpoint, SignatureLine, Signed, origin_of,
};
pub use code::{Code, CopiedCode, NotACode};
pub use draft::{Draft, Recorded};
pub use earlier::{Earlier, NotEarlier, Printed};
pub use entry::{
    Actor, ActorKind, ENTRY_VERSION, Entry, KEY_ROTATED, MAX_ENTRY_BYTES, MAX_INSTANT, MAX_ITEMS, NotAnEntry,
    OPENED, TEXT_REDACTED, TextRef,
};
pub use frontier::Frontier;
pub use hash::{Hash, NotAHash, leaf};
pub use head::{Head, Refusal};
pub use key::{NotAKey, PublicKey, SecretKey};
pub use receipt::{BadReceipt, MAX_RECEIPT_BYTES, Receipt};
pub use report::{
    Finding, MAX_FINDINGS, PartnershipReport, Problem, Report, Unchecked, Unreadable, Verdict, Witnessed,
};
pub use text::{MAX_TEXT_BYTES, Text};
pub use verify::{Known, verify, verify_knowing};
pub use witness::{Cosigned, NotAWitness, WitnessKey};
