//! One formal act as the record keeps it, and its one spelling in bytes.
//!
//! The bytes are RFC 8785 JSON of a fixed shape; anything spelled otherwise is refused, so that an entry has
//! exactly one leaf hash.

use crate::hash::Hash;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The version of the entry's shape, written into each.
pub const ENTRY_VERSION: u32 = 1;
/// The longest an entry may be, in bytes.
pub const MAX_ENTRY_BYTES: usize = 65_536;
/// The latest instant an entry can carry: 2⁵³ − 1 µs, the year 2255 (the largest whole number RFC 8785 keeps
/// exact).
pub const MAX_INSTANT: u64 = (1 << 53) - 1;
/// The most facts, and the most texts, one entry may hold.
pub const MAX_ITEMS: usize = 64;

/// The kind of the first entry of every record.
pub const OPENED: &str = "record.opened";
/// The kind of an entry that hands the record over to a new signing key.
pub const KEY_ROTATED: &str = "key.rotated";
/// The kind of an entry that says why a text was lawfully taken out, and who approved.
pub const TEXT_REDACTED: &str = "text.redacted";

/// Who did it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    /// The person's id in the install; none for a guest or a job.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// In what standing they acted.
    pub kind: ActorKind,
    /// The commitment to their display name at that time (see [`crate::Text`]).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Hash>,
    /// The party they acted for; none for neutral seats and for whoever is in no party.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
}

/// In what standing somebody acted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ActorKind {
    /// Somebody without an account.
    Guest,
    /// The program itself, at a set time.
    Job,
    /// A member of the partnership.
    Member,
    /// Whoever runs the install.
    Operator,
}

/// A text the act concerns: what part it plays, in which language, and the commitment to its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextRef {
    /// SHA-256(salt ‖ words); see [`crate::Text::hash`].
    pub hash: Hash,
    /// A language tag (BCP 47) such as `en` or `es`.
    pub lang: String,
    /// What part it plays, such as `body` or `title`.
    pub role: String,
}

/// One formal act in its place in the record. The fields stand in the order of their bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Who did it.
    pub actor: Actor,
    /// When it was recorded: microseconds since 1970-01-01T00:00:00Z, never before the entry before it.
    pub at: u64,
    /// Short facts every member may read; never a person's private words.
    pub facts: BTreeMap<String, String>,
    /// What kind of act, such as `commitment.signed`.
    pub kind: String,
    /// Whose act it is, when somebody else entered it for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<Actor>,
    /// The partnership whose record this is.
    pub partnership: Uuid,
    /// Its place, from 0; on screen "record no." `seq + 1`.
    pub seq: u64,
    /// The id of what the act is about, if it is about one thing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The texts it concerns.
    pub texts: Vec<TextRef>,
    /// [`ENTRY_VERSION`].
    pub v: u32,
    /// Who witnessed it, when it was entered on somebody's behalf.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub witnessed_by: Option<Actor>,
}

/// Why bytes are not an entry, or an act cannot become one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAnEntry {
    /// The bytes are not JSON of an entry's shape.
    #[error("not an entry: {0}")]
    Shape(String),
    /// The same entry has another spelling, which is the right one.
    #[error("the entry is not in its one canonical spelling")]
    Spelling,
    /// A field breaks a rule of the format.
    #[error("the field {field} {rule}")]
    Field {
        /// The field's name.
        field: &'static str,
        /// What it should have been.
        rule: &'static str,
    },
}

impl Entry {
    /// The entry's bytes: RFC 8785 JSON without a line end.
    pub fn to_bytes(&self) -> Vec<u8> {
        #[expect(clippy::expect_used, reason = "strings, whole numbers and string keys always have JSON")]
        serde_json::to_vec(self).expect("an entry has JSON")
    }

    /// Reads an entry from its one spelling.
    ///
    /// # Errors
    /// [`NotAnEntry`] when the shape, a field or the spelling is wrong.
    pub fn from_bytes(bytes: &[u8]) -> Result<Entry, NotAnEntry> {
        if bytes.len() > MAX_ENTRY_BYTES {
            return Err(NotAnEntry::Field { field: "entry", rule: "is longer than 65,536 bytes" });
        }
        let entry: Entry =
            serde_json::from_slice(bytes).map_err(|error| NotAnEntry::Shape(error.to_string()))?;
        entry.check()?;
        if entry.to_bytes() != bytes {
            return Err(NotAnEntry::Spelling);
        }
        Ok(entry)
    }

    /// The commitments the entry makes, in the order in which their texts follow it in an export: the names
    /// of actor, `on_behalf_of` and `witnessed_by`, then its texts.
    pub fn commitments(&self) -> impl Iterator<Item = Hash> + '_ {
        let people = [Some(&self.actor), self.on_behalf_of.as_ref(), self.witnessed_by.as_ref()];
        let names = people.into_iter().flatten().filter_map(|person| person.name);
        names.chain(self.texts.iter().map(|text| text.hash))
    }

    /// Checks every field against the format's rules.
    pub(crate) fn check(&self) -> Result<(), NotAnEntry> {
        let refuse = |field, rule| Err(NotAnEntry::Field { field, rule });
        if self.v != ENTRY_VERSION {
            return refuse("v", "is a version this program does not know");
        }
        if self.at > MAX_INSTANT {
            return refuse("at", "is later than the format can say");
        }
        if self.seq > MAX_INSTANT {
            return refuse("seq", "is larger than the format can say");
        }
        if !is_dotted_word(&self.kind) {
            return refuse("kind", "is not lower-case words joined by dots");
        }
        if self.facts.len() > MAX_ITEMS || self.texts.len() > MAX_ITEMS {
            return refuse("facts or texts", "has more than 64 items");
        }
        if !self.facts.iter().all(|(key, value)| is_fact_key(key) && is_fact_value(value)) {
            return refuse("facts", "has a key or value outside the allowed letters and lengths");
        }
        if !self.texts.iter().all(|text| is_dotted_word(&text.role) && is_language(&text.lang)) {
            return refuse("texts", "has a role or language outside the allowed letters and lengths");
        }
        let people = [Some(&self.actor), self.on_behalf_of.as_ref(), self.witnessed_by.as_ref()];
        let ids = people.into_iter().flatten().flat_map(|person| [&person.id, &person.party]);
        if !ids.chain([&self.subject]).flatten().all(|id| is_id(id)) {
            return refuse("id, party or subject", "is not 1 to 100 of A-Z a-z 0-9 . _ : -");
        }
        Ok(())
    }
}

/// `commitment.signed`: words of a-z, 0-9 and _, joined by dots, each beginning with a letter; at most 64
/// bytes.
fn is_dotted_word(text: &str) -> bool {
    let word = |word: &str| {
        word.starts_with(|first: char| first.is_ascii_lowercase())
            && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
    };
    text.len() <= 64 && text.split('.').all(word)
}

fn is_fact_key(key: &str) -> bool {
    (1..=160).contains(&key.len()) && key.bytes().all(is_id_byte)
}

fn is_fact_value(value: &str) -> bool {
    value.len() <= 1_000 && !value.chars().any(char::is_control)
}

fn is_language(tag: &str) -> bool {
    (2..=35).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

fn is_id(id: &str) -> bool {
    (1..=100).contains(&id.len()) && id.bytes().all(is_id_byte)
}

fn is_id_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b':' | b'-')
}
