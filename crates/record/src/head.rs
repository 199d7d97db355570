//! The growing end of one record: everything an application keeps, in one row, to append the next entry and sign
//! the next checkpoint.

use crate::checkpoint::{Checkpoint, partnership_of};
use crate::code::Code;
use crate::entry::{
    Actor, ENTRY_VERSION, Entry, KEY_ROTATED, MAX_ENTRY_BYTES, NotAnEntry, OPENED, TEXT_REDACTED, TextRef,
};
use crate::frontier::Frontier;
use crate::hash::{Hash, leaf};
use crate::key::{PublicKey, SecretKey};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The end of a record. Read it under a lock, append, write it back, all in the act's own transaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    partnership: Uuid,
    origin: String,
    key: PublicKey,
    last_at: u64,
    frontier: Frontier,
}

/// An act before it has its place in the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// When, in microseconds since 1970 UTC. If the clock ran back, the entry takes the instant of the one before.
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

/// Why nothing was recorded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The act breaks a rule of the format.
    #[error(transparent)]
    Entry(#[from] NotAnEntry),
    /// The origin is not `host/partnership/uuid` with this partnership's id.
    #[error("the origin does not name this partnership")]
    Origin,
    /// This kind of entry is made by a function of its own.
    #[error("entries of the kind {0} are made by their own function")]
    ReservedKind(String),
    /// The key is not the one this record is signed with now.
    #[error("this is not the key the record is signed with now")]
    WrongKey,
    /// A redaction without a reason or without anybody's approval.
    #[error("a redaction needs a reason and at least one approval")]
    Unapproved,
    /// The stored head cannot be read.
    #[error("the stored end of the record cannot be read: {0}")]
    Unreadable(String),
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

impl Head {
    /// Opens a record: its first entry fixes the origin for good and names the first signing key.
    ///
    /// # Errors
    /// [`Refusal::Origin`] when the origin does not name the partnership; [`Refusal::Entry`] on a bad actor.
    pub fn open(
        partnership: Uuid,
        origin: &str,
        key: &PublicKey,
        at: u64,
        actor: Actor,
    ) -> Result<(Head, Recorded), Refusal> {
        if partnership_of(origin) != Some(partnership) {
            return Err(Refusal::Origin);
        }
        let mut head =
            Head { partnership, origin: origin.to_owned(), key: *key, last_at: 0, frontier: Frontier::new() };
        let draft = Draft::new(at, OPENED, actor).fact("key", &key.named(origin)).fact("origin", origin);
        let recorded = head.push(draft)?;
        Ok((head, recorded))
    }

    /// Appends an act. On a refusal the head is as it was.
    ///
    /// # Errors
    /// [`Refusal`] says which rule the act breaks.
    pub fn append(&mut self, draft: Draft) -> Result<Recorded, Refusal> {
        match draft.kind.as_str() {
            OPENED | KEY_ROTATED | TEXT_REDACTED => Err(Refusal::ReservedKind(draft.kind)),
            _ => self.push(draft),
        }
    }

    /// Records that a text was lawfully taken out: which, why, and who approved (party id, person id). The caller
    /// removes words and salt in the same transaction.
    ///
    /// # Errors
    /// [`Refusal::Unapproved`] without a reason or an approval.
    pub fn redact(
        &mut self,
        at: u64,
        actor: Actor,
        text: Hash,
        reason: &str,
        approvals: &[(&str, &str)],
    ) -> Result<Recorded, Refusal> {
        if reason.is_empty() || approvals.is_empty() {
            return Err(Refusal::Unapproved);
        }
        let draft =
            Draft::new(at, TEXT_REDACTED, actor).fact("text", &text.to_string()).fact("reason", reason);
        let approved = |draft: Draft, (party, person): &(&str, &str)| {
            draft.fact(&format!("approved_by.{party}"), person)
        };
        self.push(approvals.iter().fold(draft, approved))
    }

    /// Hands the record to a new key: an entry naming it, and a checkpoint right after it that both keys sign. That
    /// checkpoint must be stored with the entry.
    ///
    /// # Errors
    /// [`Refusal::WrongKey`] when `old` is not the present key, or `new` is the same.
    pub fn rotate(
        &mut self,
        at: u64,
        actor: Actor,
        old: &SecretKey,
        new: &SecretKey,
    ) -> Result<(Recorded, Checkpoint), Refusal> {
        if old.public() != self.key || new.public() == self.key {
            return Err(Refusal::WrongKey);
        }
        let draft = Draft::new(at, KEY_ROTATED, actor).fact("new_key", &new.public().named(&self.origin));
        let recorded = self.push(draft)?;
        let mut checkpoint = self.checkpoint(old)?;
        checkpoint.sign(new);
        self.key = new.public();
        Ok((recorded, checkpoint))
    }

    /// Signs where the record stands now. Every transaction that appends should end with one.
    ///
    /// # Errors
    /// [`Refusal::WrongKey`] when `key` is not the present key.
    pub fn checkpoint(&self, key: &SecretKey) -> Result<Checkpoint, Refusal> {
        if key.public() != self.key {
            return Err(Refusal::WrongKey);
        }
        let mut checkpoint = Checkpoint::unsigned(&self.origin, self.size(), self.root());
        checkpoint.sign(key);
        Ok(checkpoint)
    }

    fn push(&mut self, draft: Draft) -> Result<Recorded, Refusal> {
        let entry = Entry {
            actor: draft.actor,
            at: draft.at.max(self.last_at),
            facts: draft.facts,
            kind: draft.kind,
            on_behalf_of: draft.on_behalf_of,
            partnership: self.partnership,
            seq: self.size(),
            subject: draft.subject,
            texts: draft.texts,
            v: ENTRY_VERSION,
            witnessed_by: draft.witnessed_by,
        };
        entry.check()?;
        let body = entry.to_bytes();
        if body.len() > MAX_ENTRY_BYTES {
            return Err(NotAnEntry::Field { field: "entry", rule: "is longer than 65,536 bytes" }.into());
        }
        let leaf = leaf(&body);
        self.frontier.append(leaf);
        self.last_at = entry.at;
        let root = self.root();
        Ok(Recorded { entry, body, leaf, root, code: Code::of(&root) })
    }

    /// The partnership whose record this is.
    pub fn partnership(&self) -> Uuid {
        self.partnership
    }

    /// The record's unchanging name.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The key the record is signed with now.
    pub fn key(&self) -> PublicKey {
        self.key
    }

    /// How many entries there are.
    pub fn size(&self) -> u64 {
        self.frontier.size()
    }

    /// The root over them.
    pub fn root(&self) -> Hash {
        self.frontier.root()
    }

    /// The head as bytes, for the application's row.
    pub fn to_bytes(&self) -> Vec<u8> {
        #[expect(clippy::expect_used, reason = "strings and whole numbers always have JSON")]
        serde_json::to_vec(self).expect("a head has JSON")
    }

    /// Reads back what [`Head::to_bytes`] wrote.
    ///
    /// # Errors
    /// [`Refusal::Unreadable`] when the bytes are something else.
    pub fn from_bytes(bytes: &[u8]) -> Result<Head, Refusal> {
        serde_json::from_slice(bytes).map_err(|error| Refusal::Unreadable(error.to_string()))
    }
}
