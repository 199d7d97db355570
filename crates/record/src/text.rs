//! Words that stand beside the record, bound to it by a salted hash, so that they can be lawfully taken out
//! while every proof stays whole.

use crate::entry::TextRef;
use crate::hash::{Hash, sha256};
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};

/// The longest a text may be, in bytes of UTF-8.
pub const MAX_TEXT_BYTES: usize = 1_048_576;

/// Words and their salt. Persons' names are texts too. The salt, 32 random bytes the caller draws, keeps
/// anybody who holds only the hash from guessing short words; when the text goes, so does the salt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// 32 random bytes.
    pub salt: [u8; 32],
    /// The words.
    pub content: String,
}

/// The JSON of a text in an export, in the order of its bytes.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Spelled {
    content: String,
    salt: String,
}

impl Text {
    /// The commitment: SHA-256(salt ‖ UTF-8 of the words). The salt's fixed length leaves one way to divide
    /// it.
    pub fn hash(&self) -> Hash {
        sha256(&[&self.salt, self.content.as_bytes()])
    }

    /// How an entry refers to this text.
    pub fn named(&self, role: &str, language: &str) -> TextRef {
        TextRef { hash: self.hash(), lang: language.to_owned(), role: role.to_owned() }
    }

    pub(crate) fn to_json(&self) -> String {
        let spelled = Spelled { content: self.content.clone(), salt: HEXLOWER.encode(&self.salt) };
        #[expect(clippy::expect_used, reason = "two strings always have JSON")]
        serde_json::to_string(&spelled).expect("a text has JSON")
    }

    /// Reads the one spelling [`Text::to_json`] writes; `None` for any other.
    pub(crate) fn from_json(json: &str) -> Option<Text> {
        let spelled: Spelled = serde_json::from_str(json).ok()?;
        let salt = HEXLOWER.decode(spelled.salt.as_bytes()).ok()?.try_into().ok()?;
        let text = Text { salt, content: spelled.content };
        (text.content.len() <= MAX_TEXT_BYTES && text.to_json() == json).then_some(text)
    }
}
