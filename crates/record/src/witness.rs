//! Witnesses: other people's programs that look at a record's checkpoints as they come, and put their own
//! signature under each that goes on from the one before. C2SP `tlog-cosignature`, the Ed25519 kind
//! (`cosignature/v1`).

use crate::checkpoint::{Checkpoint, SignatureLine};
use crate::hash::sha256;
use crate::key::{PublicKey, SecretKey};
use data_encoding::{BASE64, HEXLOWER};
use std::fmt;
use std::str::FromStr;

/// C2SP's number for timestamped Ed25519 cosignatures in a signed note.
const COSIGNATURE: u8 = 0x04;
/// The latest time a cosignature may bear.
const LATEST: u64 = i64::MAX as u64;

/// A witness known from elsewhere: its name and the key it signs with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WitnessKey {
    name: String,
    key: PublicKey,
}

/// What was given is not a witness's key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a witness's key (NAME+ID+BASE64 for Ed25519 cosignatures, as the witness publishes it)")]
pub struct NotAWitness;

/// Whether a witness signed a checkpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cosigned {
    /// It did, and says it was at this time: seconds since 1970-01-01T00:00:00Z.
    At(u64),
    /// A line claims so, and it is not true.
    Forged,
    /// No line claims so.
    Absent,
}

impl WitnessKey {
    /// The witness of this name that signs with this key.
    ///
    /// # Errors
    /// [`NotAWitness`] when the name cannot stand in a signature line.
    pub fn new(name: &str, key: PublicKey) -> Result<WitnessKey, NotAWitness> {
        let stands =
            !name.is_empty() && !name.contains(|letter: char| letter.is_whitespace() || letter == '+');
        stands.then(|| WitnessKey { name: name.to_owned(), key }).ok_or(NotAWitness)
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether this line claims to be its signature.
    pub(crate) fn is_under(&self, line: &SignatureLine) -> bool {
        line.name == self.name && line.key_id == self.id()
    }

    /// Whether it signed this checkpoint. A witness may sign one twice, at different times: then each of its
    /// lines must be true, and the latest counts.
    pub fn signed(&self, checkpoint: &Checkpoint) -> Cosigned {
        let body = checkpoint.body();
        let times = checkpoint.signatures.iter().filter(|line| self.is_under(line));
        times.map(|line| self.time(&body, line)).fold(Cosigned::Absent, |known, time| match (known, time) {
            (Cosigned::Forged, _) | (_, None) => Cosigned::Forged,
            (Cosigned::At(before), Some(now)) => Cosigned::At(before.max(now)),
            (Cosigned::Absent, Some(now)) => Cosigned::At(now),
        })
    }

    /// The time a line bears, if its signature is true: eight bytes of time, then the signature.
    fn time(&self, body: &str, line: &SignatureLine) -> Option<u64> {
        let (time, signature) = line.signature.split_first_chunk::<8>()?;
        let time = u64::from_be_bytes(*time);
        let signature = signature.try_into().ok()?;
        (time <= LATEST && self.key.verifies(said(body, time).as_bytes(), signature)).then_some(time)
    }

    fn id(&self) -> [u8; 4] {
        let hash = sha256(&[self.name.as_bytes(), b"\n", &[COSIGNATURE], &self.key.to_bytes()]).0;
        [hash[0], hash[1], hash[2], hash[3]]
    }
}

/// What a witness signs: that at this time this was the record's newest state it had seen.
fn said(body: &str, time: u64) -> String {
    format!("cosignature/v1\ntime {time}\n{body}")
}

impl Checkpoint {
    /// Adds a witness's signature. It must have seen that the record only grew since the checkpoint it signed
    /// last.
    ///
    /// # Errors
    /// [`NotAWitness`] when the name cannot stand in a signature line.
    pub fn cosign(&mut self, name: &str, key: &SecretKey, seconds: u64) -> Result<(), NotAWitness> {
        let witness = WitnessKey::new(name, key.public())?;
        let mut signature = seconds.to_be_bytes().to_vec();
        signature.extend(key.sign(said(&self.body(), seconds).as_bytes()));
        self.signatures.push(SignatureLine { name: witness.name.clone(), key_id: witness.id(), signature });
        Ok(())
    }
}

/// As a C2SP verifier key: `name+id+base64(0x04 ‖ key)`.
impl fmt::Display for WitnessKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut typed = vec![COSIGNATURE];
        typed.extend(self.key.to_bytes());
        write!(f, "{}+{}+{}", self.name, HEXLOWER.encode(&self.id()), BASE64.encode(&typed))
    }
}

impl FromStr for WitnessKey {
    type Err = NotAWitness;

    /// Reads the one spelling [`WitnessKey`] is written in.
    fn from_str(text: &str) -> Result<WitnessKey, NotAWitness> {
        // The base64 part may itself hold a plus sign: the first two divide.
        let mut parts = text.splitn(3, '+');
        let (Some(name), Some(_), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(NotAWitness);
        };
        let typed = BASE64.decode(key.as_bytes()).map_err(|_| NotAWitness)?;
        let bytes = typed.strip_prefix(&[COSIGNATURE]).and_then(|bytes| bytes.try_into().ok());
        let key = PublicKey::from_bytes(bytes.ok_or(NotAWitness)?).map_err(|_| NotAWitness)?;
        let witness = WitnessKey::new(name, key)?;
        if witness.to_string() == text { Ok(witness) } else { Err(NotAWitness) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A checkpoint of a public log that four public witnesses signed on one day in 2026, and the keys those
    /// witnesses publish: nothing in it was made by us.
    const SEEN: &str = "arche2025h1.staging.ct.transparency.dev\n1432088532\n\
        U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=\n\n\
        — transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==\n\
        — witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==\n\
        — remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==\n\
        — witness.stagemole.eu Z/euoAAAAABqEiEgw0i+7g2ENfDAWHmtRzCfKTHSDwYDJA2NmKeGi9Y8FtEyOUvVr+AJmIY/2TUFucgKi7lI7cUiOvKFYe/TmN9DAg==\n";
    const WITNESSES: [&str; 4] = [
        "transparency.dev/DEV:witness-little-garden+d8042a87+BCtusOxINQNUTN5Oj8HObRkh2yHf/MwYaGX4CPdiVEPM",
        "witness1.smartit.nu/witness1+a48c820f+BPSFWg9G6KPiO7QPryYO5Xq4oYJJ+kAvLKLSimDhoxMO",
        "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2",
        "witness.stagemole.eu+67f7aea0+BEqSG3yu9YrmcM3BHvQYTxwFj3uSWakQepafafpUqklv",
    ];
    /// 2026-05-23T21:50:24Z, which all four bear.
    const TIME: u64 = 1_779_573_024;

    fn made() -> (Checkpoint, SecretKey) {
        (
            Checkpoint::unsigned("h.example/partnership/x", 7, crate::hash::leaf(b"x")),
            SecretKey::from_seed([9; 32]),
        )
    }

    #[test]
    fn what_public_witnesses_signed_is_found_true() {
        let checkpoint: Checkpoint = SEEN.parse().unwrap();
        for written in WITNESSES {
            let witness: WitnessKey = written.parse().unwrap();
            assert_eq!(witness.to_string(), written);
            assert_eq!(witness.signed(&checkpoint), Cosigned::At(TIME), "{written}");
        }
    }

    #[test]
    fn a_public_witness_signed_no_other_checkpoint() {
        let whole: Checkpoint = SEEN.parse().unwrap();
        let witness: WitnessKey = WITNESSES[3].parse().unwrap();
        let mut others = [whole.clone(), whole.clone(), whole.clone()];
        others[0].size += 1;
        others[1].root = crate::hash::leaf(b"x");
        others[2].origin.push('x');
        for other in others {
            assert_eq!(witness.signed(&other), Cosigned::Forged);
        }
    }

    #[test]
    fn a_bit_changed_in_a_cosignature_is_seen_and_so_is_one_cut_short() {
        let (mut checkpoint, key) = made();
        checkpoint.cosign("w.example/one", &key, TIME).unwrap();
        let witness = WitnessKey::new("w.example/one", key.public()).unwrap();
        assert_eq!(witness.signed(&checkpoint), Cosigned::At(TIME));
        for place in 0..72 {
            let mut bent = checkpoint.clone();
            bent.signatures[0].signature[place] ^= 1;
            assert_eq!(witness.signed(&bent), Cosigned::Forged, "byte {place}");
        }
        for length in [1, 8, 64, 71] {
            let mut short = checkpoint.clone();
            short.signatures[0].signature.truncate(length);
            assert_eq!(witness.signed(&short), Cosigned::Forged, "{length} bytes");
        }
        checkpoint.signatures[0].signature.push(0);
        assert_eq!(witness.signed(&checkpoint), Cosigned::Forged, "73 bytes");
    }

    #[test]
    fn a_plain_signature_is_no_cosignature_and_the_name_and_the_key_must_both_be_the_witnesss() {
        let (mut checkpoint, key) = made();
        let witness = WitnessKey::new("w.example/one", key.public()).unwrap();
        checkpoint.sign(&key);
        assert_eq!(witness.signed(&checkpoint), Cosigned::Absent);
        checkpoint.signatures[0].name = "w.example/one".to_owned();
        checkpoint.signatures[0].key_id = witness.id();
        assert_eq!(witness.signed(&checkpoint), Cosigned::Forged);
        let (mut checkpoint, other) = (made().0, SecretKey::from_seed([8; 32]));
        checkpoint.cosign("w.example/one", &other, TIME).unwrap();
        checkpoint.cosign("w.example/two", &key, TIME).unwrap();
        assert_eq!(witness.signed(&checkpoint), Cosigned::Absent);
    }

    #[test]
    fn of_two_true_lines_the_later_counts_and_one_false_spoils_both() {
        let (mut checkpoint, key) = made();
        let witness = WitnessKey::new("w.example/one", key.public()).unwrap();
        checkpoint.cosign("w.example/one", &key, TIME + 5).unwrap();
        checkpoint.cosign("w.example/one", &key, TIME).unwrap();
        assert_eq!(witness.signed(&checkpoint), Cosigned::At(TIME + 5));
        checkpoint.signatures[1].signature[70] ^= 1;
        assert_eq!(witness.signed(&checkpoint), Cosigned::Forged);
    }

    #[test]
    fn a_time_past_what_can_be_written_is_refused() {
        let (mut checkpoint, key) = made();
        checkpoint.cosign("w.example/one", &key, LATEST + 1).unwrap();
        let witness = WitnessKey::new("w.example/one", key.public()).unwrap();
        assert_eq!(witness.signed(&checkpoint), Cosigned::Forged);
    }

    #[test]
    fn only_the_one_spelling_of_a_witnesss_key_is_read() {
        let good = WITNESSES[3];
        for bad in [
            "",
            "witness.stagemole.eu",
            &good.replace("67f7aea0", "67f7aea1"),
            &good.replace("67f7aea0", "67F7AEA0"),
            &good.replace("+BEqS", "+AUqS"),
            &good[..good.len() - 4],
            &format!(" {good}"),
            &format!("{good}="),
            // A key for plain signatures is not one for cosignatures.
            "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
        ] {
            assert_eq!(bad.parse::<WitnessKey>(), Err(NotAWitness), "{bad}");
        }
        assert_eq!(WitnessKey::new("a b", SecretKey::from_seed([1; 32]).public()), Err(NotAWitness));
    }
}
