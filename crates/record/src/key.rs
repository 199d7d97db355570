//! Ed25519 keys of a record, written as C2SP verifier keys ("name+id+base64").

use crate::hash::sha256;
use data_encoding::{BASE64, HEXLOWER};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// C2SP's number for plain Ed25519 signatures in a signed note.
const ED25519: u8 = 0x01;

/// The public half: who holds it can check, not sign.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

/// The secret half, made from a 32-byte seed the caller drew. It is never printed.
#[derive(Clone)]
pub struct SecretKey(SigningKey);

/// What was given is not a public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an Ed25519 public key (name+id+base64, or 32 bytes in base64)")]
pub struct NotAKey;

impl SecretKey {
    /// The key grown from `seed` (RFC 8032 §5.1.5). The seed must come from a cryptographic source.
    pub fn from_seed(seed: [u8; 32]) -> SecretKey {
        SecretKey(SigningKey::from_bytes(&seed))
    }

    /// The seed, to be stored where only the server reads.
    pub fn to_seed(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// The public half.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    pub(crate) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecretKey(of {})", self.public())
    }
}

impl PublicKey {
    /// From its 32 bytes.
    ///
    /// # Errors
    /// [`NotAKey`] when they are no point of the curve, or one of the few weak ones under which anything
    /// verifies.
    pub fn from_bytes(bytes: [u8; 32]) -> Result<PublicKey, NotAKey> {
        let key = VerifyingKey::from_bytes(&bytes).map_err(|_| NotAKey)?;
        // A second spelling of the same point would let one key have two names.
        if key.is_weak() || key.to_edwards().compress().to_bytes() != bytes {
            return Err(NotAKey);
        }
        Ok(PublicKey(key))
    }

    /// Its 32 bytes.
    pub fn to_bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// The key's id under a name: SHA-256(name ‖ 0x0A ‖ 0x01 ‖ key), first four bytes (C2SP signed-note).
    pub fn id(&self, name: &str) -> [u8; 4] {
        let hash = sha256(&[name.as_bytes(), b"\n", &[ED25519], &self.to_bytes()]).0;
        [hash[0], hash[1], hash[2], hash[3]]
    }

    /// The key under a name, as C2SP writes verifier keys: `name+id+base64(0x01 ‖ key)`.
    pub fn named(&self, name: &str) -> String {
        let mut typed = vec![ED25519];
        typed.extend(self.to_bytes());
        format!("{name}+{}+{}", HEXLOWER.encode(&self.id(name)), BASE64.encode(&typed))
    }

    pub(crate) fn verifies(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        self.0.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
    }

    fn from_named(text: &str) -> Option<PublicKey> {
        // The base64 part may itself hold a plus sign: the first two divide.
        let mut parts = text.splitn(3, '+');
        let (name, id, key) = (parts.next()?, parts.next()?, parts.next()?);
        let typed = BASE64.decode(key.as_bytes()).ok()?;
        let (kind, bytes) = typed.split_first()?;
        let key = PublicKey::from_bytes(bytes.try_into().ok()?).ok()?;
        (*kind == ED25519 && id == HEXLOWER.encode(&key.id(name))).then_some(key)
    }
}

/// The bare key in base64.
impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&BASE64.encode(&self.to_bytes()))
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({self})")
    }
}

impl FromStr for PublicKey {
    type Err = NotAKey;

    /// Reads `name+id+base64` under any name, or the bare 32 bytes in base64.
    fn from_str(text: &str) -> Result<PublicKey, NotAKey> {
        let bare = || PublicKey::from_bytes(BASE64.decode(text.as_bytes()).ok()?.try_into().ok()?).ok();
        PublicKey::from_named(text).or_else(bare).ok_or(NotAKey)
    }
}

impl Serialize for PublicKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PublicKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<PublicKey, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The public key of Go's checksum database, as Go ships it: a C2SP verifier key we did not make.
    const SUMDB: &str = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";

    #[test]
    fn a_verifier_key_from_elsewhere_is_read_and_written_alike() {
        let key: PublicKey = SUMDB.parse().unwrap();
        assert_eq!(key.named("sum.golang.org"), SUMDB);
        assert_eq!(key.to_string().parse(), Ok(key));
        assert_ne!(key.id("sum.golang.org"), key.id("sum.golang.com"));
    }

    /// Key, text and signature of the example in Go's documentation of signed notes
    /// (golang.org/x/mod/sumdb/note).
    #[test]
    fn a_signed_note_made_by_go_verifies() {
        let named = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        let line =
            "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";
        let text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        let key: PublicKey = named.parse().unwrap();
        let bytes = BASE64.decode(line.as_bytes()).unwrap();
        let (id, signature) = bytes.split_first_chunk::<4>().unwrap();
        assert_eq!(*id, key.id("PeterNeumann"));
        let signature = signature.try_into().unwrap();
        assert!(key.verifies(text.as_bytes(), signature));
        assert!(!key.verifies(text.trim_end().as_bytes(), signature));
    }

    #[test]
    fn a_key_with_a_wrong_id_or_under_which_anything_verifies_is_refused() {
        assert_eq!(SUMDB.replace("033de0ae", "033de0af").parse::<PublicKey>(), Err(NotAKey));
        assert_eq!(SUMDB.replace("+Ac4", "+Bc4").parse::<PublicKey>(), Err(NotAKey));
        let identity: [u8; 32] = std::array::from_fn(|place| u8::from(place == 0));
        assert_eq!(PublicKey::from_bytes(identity), Err(NotAKey));
        assert_eq!(PublicKey::from_bytes([0; 32]), Err(NotAKey));
        // y = p + 1: the identity again, spelled another way.
        let mut unreduced = [0xff; 32];
        (unreduced[0], unreduced[31]) = (0xee, 0x7f);
        assert_eq!(PublicKey::from_bytes(unreduced), Err(NotAKey));
    }

    #[test]
    fn a_secret_key_keeps_its_seed_to_itself() {
        let key = SecretKey::from_seed([7; 32]);
        assert_eq!(SecretKey::from_seed(key.to_seed()).public(), key.public());
        let shown = format!("{key:?}");
        assert!(shown.contains(&key.public().to_string()) && !shown.contains("7, 7"), "{shown}");
    }
}
