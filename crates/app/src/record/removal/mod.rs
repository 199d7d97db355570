//! Taking a text out of the record for good, because the law asks for it. Each must-agree side says yes (`people/joint`);
//! then salt and words go, here and wherever else the same words stand, and every proof holds without them. An entry
//! says which text it was, why, and who approved. Nothing goes while a legal hold lasts, and no name of who did it.

pub mod commands;
mod store;
#[cfg(test)]
mod tests;
mod web;

use ::record::Hash;
use db::Tx;
use uuid::Uuid;
use words::Words;

use crate::error::{Error, Refusal};
use crate::people::joint::Proposal;
use crate::site::Moment;
use crate::text::hold;

pub use web::{Out, Shown, out, routes, shown};

/// The longest reason: with the longest letters it still fits into a fact of the record.
pub const WHY_MOST: usize = 240;

/// What the names of those who did something are called beside the record. They stay.
const NAME: &str = "name";

/// Why a text cannot be taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// A legal hold lasts.
    Held,
    /// It is gone already.
    Gone,
    /// The reason holds the very words that are to go: it would stay.
    Repeats,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::Held => w.removal_no_held(),
            Self::Gone => w.removal_no_gone(),
            Self::Repeats => w.removal_no_repeats(),
        }
        .to_owned()
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Repeats => Some("why"),
            Self::Held | Self::Gone => None,
        }
    }
}

/// A text beside an entry of the record.
#[derive(Debug, Clone)]
pub struct Beside {
    /// Its place there.
    pub place: i64,
    /// The commitment in the entry.
    pub hash: Hash,
    /// What it is there: `body`, `reason`.
    pub role: String,
    /// The words, until they are taken out.
    pub words: Option<String>,
}

impl Beside {
    /// Whether it could be taken out: it is here, and not the name of who did it.
    pub fn may_go(&self) -> bool {
        self.words.is_some() && self.role != NAME
    }
}

/// The entry by which a text went.
#[derive(Debug, Clone)]
struct Gone {
    /// Its number, from 1.
    number: i64,
    /// When.
    at: Moment,
    /// Why.
    reason: String,
    /// The commitment of the text it took out.
    hash: Hash,
    /// Who approved: party and person.
    approved: Vec<(Uuid, Uuid)>,
}

/// The texts beside an entry, by its number from 1.
pub async fn beside(tx: &mut Tx, partnership: Uuid, number: i64) -> Result<Vec<Beside>, Error> {
    store::beside(tx, partnership, number - 1).await
}

/// Whether a proposal is about taking out this text.
pub fn is_about(proposal: &Proposal, text: &Hash) -> bool {
    matches!(proposal, Proposal::Redact { hash, .. } if *hash == text.to_string())
}

/// What stands in the way of taking this text out now. Asked when it is proposed, at each yes, and when it is done.
pub async fn in_the_way(tx: &mut Tx, partnership: Uuid, hash: &str) -> Result<Option<No>, Error> {
    if hold::since(tx, partnership).await?.is_some() {
        return Ok(Some(No::Held));
    }
    let here = match hash.parse() {
        Ok(hash) => store::is_here(tx, partnership, &hash).await?,
        Err(_) => false,
    };
    Ok((!here).then_some(No::Gone))
}
