//! The growing end of one record: everything an application keeps, in one row, to append the next entry and
//! sign the next checkpoint.

use crate::checkpoint::{Checkpoint, partnership_of};
use crate::code::Code;
use crate::draft::{Draft, Recorded};
use crate::entry::{
    Actor, ENTRY_VERSION, Entry, KEY_ROTATED, MAX_ENTRY_BYTES, NotAnEntry, OPENED, TEXT_REDACTED,
};
use crate::frontier::Frontier;
use crate::hash::{Hash, leaf};
use crate::key::{PublicKey, SecretKey};
use serde::{Deserialize, Serialize};
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

    /// Records that a text was lawfully taken out: which, why, and who approved (party id, person id). The
    /// caller removes words and salt in the same transaction.
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

    /// Hands the record to a new key: an entry naming it, and a checkpoint right after it that both keys
    /// sign. That checkpoint must be stored with the entry.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checkpoint::{Signed, origin_of};
    use crate::entry::ActorKind;

    const JOB: Actor = Actor { id: None, kind: ActorKind::Job, name: None, party: None };

    fn opened() -> (Head, SecretKey) {
        let key = SecretKey::from_seed([1; 32]);
        let id = Uuid::from_u128(7);
        let (head, _) = Head::open(id, &origin_of("h.example", id), &key.public(), 1_000, JOB).unwrap();
        (head, key)
    }

    #[test]
    fn an_entry_never_predates_the_one_before_it() {
        let (mut head, _) = opened();
        let recorded = head.append(Draft::new(999, "member.seated", JOB)).unwrap();
        assert_eq!((recorded.entry.at, recorded.number()), (1_000, 2));
        assert_eq!(head.append(Draft::new(1_001, "member.seated", JOB)).unwrap().entry.at, 1_001);
    }

    #[test]
    fn a_refused_act_leaves_the_head_as_it_was() {
        let (mut head, key) = opened();
        let before = head.clone();
        let long = "x".repeat(1_001);
        for draft in [
            Draft::new(2_000, "Not A Kind", JOB),
            Draft::new(2_000, OPENED, JOB),
            Draft::new(2_000, KEY_ROTATED, JOB),
            Draft::new(2_000, TEXT_REDACTED, JOB),
            Draft::new(2_000, "a", JOB).fact("note", "two\nlines"),
            Draft::new(2_000, "a", JOB).fact("note", &long),
            Draft::new(2_000, "a", JOB).fact("", "x"),
            Draft::new(u64::MAX, "a", JOB),
            (0..65).fold(Draft::new(2_000, "a", JOB), |draft, n| draft.fact(&n.to_string(), "x")),
            (0..64)
                .fold(Draft::new(2_000, "a", JOB), |draft, n| draft.fact(&n.to_string(), &"é\"".repeat(333))),
        ] {
            let refused = head.append(draft.clone());
            assert!(refused.is_err(), "{draft:?}");
            assert_eq!(head, before);
        }
        assert_eq!(head.redact(2_000, JOB, Hash([1; 32]), "law", &[]), Err(Refusal::Unapproved));
        assert_eq!(head.redact(2_000, JOB, Hash([1; 32]), "", &[("p", "q")]), Err(Refusal::Unapproved));
        assert_eq!(head.rotate(2_000, JOB, &key, &key), Err(Refusal::WrongKey));
        assert_eq!(head, before);
    }

    #[test]
    fn after_a_rotation_only_the_new_key_signs() {
        let (mut head, old) = opened();
        let new = SecretKey::from_seed([2; 32]);
        let (_, checkpoint) = head.rotate(2_000, JOB, &old, &new).unwrap();
        assert_eq!([&old, &new].map(|key| checkpoint.signed_by(&key.public())), [Signed::Valid; 2]);
        assert_eq!(head.checkpoint(&old), Err(Refusal::WrongKey));
        assert_eq!(head.checkpoint(&new).unwrap().signed_by(&new.public()), Signed::Valid);
    }

    #[test]
    fn a_stored_head_goes_on_where_it_was() {
        let (mut head, _) = opened();
        let mut stored = Head::from_bytes(&head.to_bytes()).unwrap();
        let draft = Draft::new(5_000, "member.seated", JOB);
        assert_eq!(stored.append(draft.clone()), head.append(draft));
        assert_eq!(stored, head);
        assert!(matches!(Head::from_bytes(b"{}"), Err(Refusal::Unreadable(_))));
    }

    #[test]
    fn a_record_opens_only_under_its_own_name() {
        let key = SecretKey::from_seed([1; 32]).public();
        let id = Uuid::from_u128(7);
        for origin in ["", "h.example", &origin_of("h.example", Uuid::from_u128(8)), &origin_of("H x", id)] {
            assert_eq!(Head::open(id, origin, &key, 0, JOB).map(drop), Err(Refusal::Origin), "{origin}");
        }
    }
}
