//! An act on its way into the record: what an application gives, and what it gets back to store and show.

use crate::code::Code;
use crate::entry::{Actor, Entry, TextRef};
use crate::hash::Hash;
use std::collections::BTreeMap;

/// An act before it has its place in the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// When, in microseconds since 1970 UTC. If the clock ran back, the entry takes the instant of the one
    /// before.
    pub at: u64,
    /// What kind of act, such as `commitment.signed`.
    pub kind: String,
    /// Who did it.
    pub actor: Actor,
    /// Whose act it is, when entered for them.
    pub on_behalf_of: Option<Actor>,
    /// Who witnessed that.
    pub witnessed_by: Option<Actor>,
    /// The id of what it is about.
    pub subject: Option<String>,
    /// Short facts every member may read.
    pub facts: BTreeMap<String, String>,
    /// The texts it concerns.
    pub texts: Vec<TextRef>,
}

impl Draft {
    /// An act with nothing but its time, kind and actor.
    pub fn new(at: u64, kind: &str, actor: Actor) -> Draft {
        Draft {
            at,
            kind: kind.to_owned(),
            actor,
            on_behalf_of: None,
            witnessed_by: None,
            subject: None,
            facts: BTreeMap::new(),
            texts: Vec::new(),
        }
    }

    /// Adds a fact.
    #[must_use]
    pub fn fact(mut self, key: &str, value: &str) -> Draft {
        self.facts.insert(key.to_owned(), value.to_owned());
        self
    }
}

/// What one appended entry leaves to be stored and shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The entry.
    pub entry: Entry,
    /// Its canonical bytes.
    pub body: Vec<u8>,
    /// Its leaf hash.
    pub leaf: Hash,
    /// The root right after it.
    pub root: Hash,
    /// The code to print beside its number.
    pub code: Code,
}

impl Recorded {
    /// The number people see: the first entry is record no. 1.
    pub fn number(&self) -> u64 {
        self.entry.seq + 1
    }
}
