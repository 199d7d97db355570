//! SHA-256 as RFC 6962 uses it: leaves and nodes carry different prefixes, so that neither can pass for the
//! other.

use data_encoding::{BASE64, HEXLOWER};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;

/// A SHA-256 value: a leaf, a node, a root, or the commitment to a text. Written as 64 lower-case hex digits
/// in entries and as base64 in checkpoints and proofs (as C2SP has it).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Hash(pub [u8; 32]);

/// What was given is not a hash in the form asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a SHA-256 value in its only accepted spelling")]
pub struct NotAHash;

impl Hash {
    /// Base64 with padding, 44 characters.
    pub fn to_base64(&self) -> String {
        BASE64.encode(&self.0)
    }

    /// Reads the one spelling [`Hash::to_base64`] writes.
    ///
    /// # Errors
    /// [`NotAHash`] when it is anything else.
    pub fn from_base64(text: &str) -> Result<Hash, NotAHash> {
        let bytes = BASE64.decode(text.as_bytes()).map_err(|_| NotAHash)?;
        bytes.try_into().map(Hash).map_err(|_| NotAHash)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&HEXLOWER.encode(&self.0))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Hash {
    type Err = NotAHash;

    fn from_str(text: &str) -> Result<Hash, NotAHash> {
        let bytes = HEXLOWER.decode(text.as_bytes()).map_err(|_| NotAHash)?;
        bytes.try_into().map(Hash).map_err(|_| NotAHash)
    }
}

impl Serialize for Hash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Hash, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// SHA-256 over the parts, one after the other.
pub fn sha256(parts: &[&[u8]]) -> Hash {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    Hash(hasher.finalize().into())
}

/// The hash of a leaf: SHA-256(0x00 ‖ bytes). RFC 6962 §2.1.
pub fn leaf(bytes: &[u8]) -> Hash {
    sha256(&[&[0x00], bytes])
}

/// The hash of a node: SHA-256(0x01 ‖ left ‖ right). RFC 6962 §2.1.
pub fn node(left: &Hash, right: &Hash) -> Hash {
    sha256(&[&[0x01], &left.0, &right.0])
}
