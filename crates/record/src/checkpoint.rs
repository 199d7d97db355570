//! Checkpoints: a signed statement of how many entries a record has and what its root is. C2SP
//! `tlog-checkpoint` in a C2SP `signed-note`, so that witnesses and tools made for those can read them.

use crate::hash::Hash;
use crate::key::{PublicKey, SecretKey};
use data_encoding::BASE64;
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// The longest a checkpoint may be, in bytes, signatures included.
pub const MAX_CHECKPOINT_BYTES: usize = 16_384;
/// The most signature lines a checkpoint may carry.
pub const MAX_SIGNATURES: usize = 16;

/// Size and root of a record at some moment, with the signatures under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The record's unchanging name: `host/partnership/uuid`.
    pub origin: String,
    /// How many entries.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
    /// The signatures, the record's own and those of witnesses.
    pub signatures: Vec<SignatureLine>,
}

/// One signature line. Lines of names we do not know are carried along untouched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureLine {
    /// Whose key: the origin for the record's own, another name for a witness.
    pub name: String,
    /// The key's id under that name.
    pub key_id: [u8; 4],
    /// The signature's bytes; 64 for Ed25519.
    pub signature: Vec<u8>,
}

/// Whether a key signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signed {
    /// It did.
    Valid,
    /// A line claims so, and it is not true.
    Forged,
    /// No line claims so.
    Absent,
}

/// The text is not a checkpoint in its one accepted spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a checkpoint: three lines, an empty line, and one to sixteen signature lines")]
pub struct NotACheckpoint;

impl Checkpoint {
    /// A checkpoint nobody has signed yet.
    pub fn unsigned(origin: &str, size: u64, root: Hash) -> Checkpoint {
        Checkpoint { origin: origin.to_owned(), size, root, signatures: Vec::new() }
    }

    /// Adds the record's own signature.
    pub fn sign(&mut self, key: &SecretKey) {
        self.signatures.push(SignatureLine {
            name: self.origin.clone(),
            key_id: key.public().id(&self.origin),
            signature: key.sign(self.body().as_bytes()).to_vec(),
        });
    }

    /// The three lines that are signed, each with its line end.
    pub fn body(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, self.root.to_base64())
    }

    /// Whether `key` signed this as the record's own key.
    pub fn signed_by(&self, key: &PublicKey) -> Signed {
        let id = key.id(&self.origin);
        let mut lines = self.signatures.iter().filter(|line| line.name == self.origin && line.key_id == id);
        let Some(line) = lines.next() else { return Signed::Absent };
        let holds = |line: &SignatureLine| {
            line.signature
                .as_slice()
                .try_into()
                .is_ok_and(|bytes| key.verifies(self.body().as_bytes(), bytes))
        };
        if holds(line) && lines.next().is_none() { Signed::Valid } else { Signed::Forged }
    }

    /// Signature lines under other names than the record's: those of witnesses.
    pub(crate) fn foreign_lines(&self) -> impl Iterator<Item = &SignatureLine> {
        self.signatures.iter().filter(|line| line.name != self.origin)
    }

    /// The partnership the origin names, if it is an origin of ours.
    pub fn partnership(&self) -> Option<Uuid> {
        partnership_of(&self.origin)
    }
}

/// The origin of a partnership's record on the install with this host name.
pub fn origin_of(host: &str, partnership: Uuid) -> String {
    format!("{host}/partnership/{partnership}")
}

/// The partnership an origin names; `None` when it has not the form of [`origin_of`].
pub(crate) fn partnership_of(origin: &str) -> Option<Uuid> {
    let (host, id) = origin.split_once("/partnership/")?;
    let partnership = Uuid::try_parse(id).ok().filter(|uuid| uuid.to_string() == id)?;
    let host_byte = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'-' | b':');
    ((1..=255).contains(&host.len()) && host.bytes().all(host_byte)).then_some(partnership)
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.body())?;
        for line in &self.signatures {
            let mut bytes = line.key_id.to_vec();
            bytes.extend(&line.signature);
            writeln!(f, "— {} {}", line.name, BASE64.encode(&bytes))?;
        }
        Ok(())
    }
}

impl FromStr for Checkpoint {
    type Err = NotACheckpoint;

    fn from_str(text: &str) -> Result<Checkpoint, NotACheckpoint> {
        read(text).filter(|checkpoint| checkpoint.to_string() == text).ok_or(NotACheckpoint)
    }
}

/// Reads a checkpoint, leaving it to the caller to compare its spelling.
fn read(text: &str) -> Option<Checkpoint> {
    if text.len() > MAX_CHECKPOINT_BYTES || text.bytes().any(|byte| byte < b' ' && byte != b'\n') {
        return None;
    }
    let (body, lines) = text.split_once("\n\n")?;
    let mut body = body.split('\n');
    let (origin, size, root) = (body.next()?, body.next()?, body.next()?);
    if body.next().is_some() || origin.is_empty() {
        return None;
    }
    let signatures = lines.lines().map(read_signature).collect::<Option<Vec<_>>>()?;
    (1..=MAX_SIGNATURES).contains(&signatures.len()).then_some(())?;
    Some(Checkpoint {
        origin: origin.to_owned(),
        size: size.parse().ok()?,
        root: Hash::from_base64(root).ok()?,
        signatures,
    })
}

fn read_signature(line: &str) -> Option<SignatureLine> {
    let (name, encoded) = line.strip_prefix("— ")?.split_once(' ')?;
    let bytes = BASE64.decode(encoded.as_bytes()).ok()?;
    let (key_id, signature) = bytes.split_first_chunk::<4>()?;
    let named = !name.is_empty() && !name.contains(|letter: char| letter.is_whitespace() || letter == '+');
    (named && !signature.is_empty()).then(|| SignatureLine {
        name: name.to_owned(),
        key_id: *key_id,
        signature: signature.to_vec(),
    })
}
