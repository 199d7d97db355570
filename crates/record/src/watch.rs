//! Holding a record against what was kept from an earlier day, as its entries go by.

use crate::checkpoint::{Checkpoint, Signed};
use crate::code::CopiedCode;
use crate::earlier::Earlier;
use crate::hash::Hash;
use crate::key::PublicKey;
use crate::report::{Problem, Unchecked};
use crate::witness::{Cosigned, WitnessKey};
use uuid::Uuid;

/// One thing kept from earlier: what the tree must look like when it has `size` leaves.
#[derive(Clone, Debug)]
pub(crate) struct Watch {
    /// Whose record; `None` for a printed line that did not say.
    pub(crate) partnership: Option<Uuid>,
    pub(crate) size: u64,
    want: Want,
}

#[derive(Clone, Debug)]
enum Want {
    Signed(Checkpoint),
    Code(CopiedCode),
}

impl Watch {
    /// What `earlier` asks for; things that cannot be used are named in `unchecked`.
    pub(crate) fn all(earlier: &[Earlier], unchecked: &mut Vec<Unchecked>) -> Vec<Watch> {
        let signed = |checkpoint: &Checkpoint| match checkpoint.partnership() {
            Some(id) => Ok(Watch {
                partnership: Some(id),
                size: checkpoint.size,
                want: Want::Signed(checkpoint.clone()),
            }),
            None => Err(Unchecked::ForeignCheckpoint { origin: checkpoint.origin.clone() }),
        };
        let mut watches = Vec::new();
        for one in earlier {
            let watch = match one {
                Earlier::Checkpoint(checkpoint) => signed(checkpoint),
                Earlier::Receipt(receipt) if receipt.check_proof().is_err() => {
                    Err(Unchecked::BadReceipt { number: receipt.entry.seq + 1 })
                }
                Earlier::Receipt(receipt) => signed(&receipt.checkpoint),
                Earlier::Printed(printed) => Ok(Watch {
                    partnership: printed.partnership,
                    size: printed.number,
                    want: Want::Code(printed.code.clone()),
                }),
            };
            match watch {
                Ok(watch) => watches.push(watch),
                Err(why) => unchecked.push(why),
            }
        }
        watches
    }

    /// What is wrong when the tree of this watch's size has this root.
    pub(crate) fn compare(&self, root: &Hash) -> Option<Problem> {
        let agrees = match &self.want {
            Want::Signed(checkpoint) => checkpoint.root == *root,
            Want::Code(code) => code.matches(root),
        };
        (!agrees).then_some(Problem::Rewritten { size: self.size })
    }

    /// What is wrong when the record ends with `size` entries under the name `origin`.
    pub(crate) fn compare_end(&self, size: u64, origin: Option<&str>) -> Option<Problem> {
        match (&self.want, origin) {
            (Want::Signed(checkpoint), Some(expected)) if checkpoint.origin != expected => {
                Some(Problem::OtherRecord { expected: expected.to_owned(), found: checkpoint.origin.clone() })
            }
            _ => (self.size > size).then_some(Problem::CutShort { known: self.size, size }),
        }
    }

    /// The checkpoint that was kept, if it was one.
    pub(crate) fn checkpoint(&self) -> Option<&Checkpoint> {
        match &self.want {
            Want::Signed(checkpoint) => Some(checkpoint),
            Want::Code(_) => None,
        }
    }

    /// How far this comparison reaches, when it agrees.
    pub(crate) fn limits(&self, keys: &[PublicKey], witnesses: &[WitnessKey]) -> Option<Unchecked> {
        match &self.want {
            Want::Code(code) => Some(Unchecked::OnlyACode { number: self.size, bits: code.bits() }),
            Want::Signed(checkpoint) => {
                let signed = keys.iter().any(|key| checkpoint.signed_by(key) == Signed::Valid);
                let seen = |one: &WitnessKey| matches!(one.signed(checkpoint), Cosigned::At(_));
                (!signed && !witnesses.iter().any(seen))
                    .then_some(Unchecked::EarlierUnsigned { size: self.size })
            }
        }
    }
}
