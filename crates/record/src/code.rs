//! The short code printed beside a record number: the beginning of a root, in letters that survive being read
//! aloud.

use crate::hash::Hash;
use std::fmt;
use std::str::FromStr;

/// Crockford's base 32: no I, L, O or U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The first 40 bits of the root of the tree right after an entry: it stands for that entry and for all
/// before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Code([u8; 8]);

impl Code {
    /// The code of the entry that completed the tree with this root.
    pub fn of(root: &Hash) -> Code {
        let bits = root.0[..5].iter().fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
        Code(std::array::from_fn(|place| ALPHABET[(bits >> (35 - 5 * place) & 31) as usize]))
    }

    /// The first four characters, 20 bits: for a line of text ("7F3K").
    pub fn short(&self) -> String {
        self.text()[..4].to_owned()
    }

    fn text(&self) -> String {
        self.0.iter().map(|byte| char::from(*byte)).collect()
    }
}

/// Two groups of four, 40 bits: for receipts and QR codes ("7F3K-92MQ").
impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.text();
        write!(f, "{}-{}", &text[..4], &text[4..])
    }
}

/// A code as somebody copied it from paper: four to eight characters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CopiedCode(String);

/// What was typed is not a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a code has four to eight letters or digits, such as 7F3K or 7F3K-92MQ")]
pub struct NotACode;

impl CopiedCode {
    /// Whether the code is the beginning of this root's code.
    pub fn matches(&self, root: &Hash) -> bool {
        Code::of(root).text().starts_with(&self.0)
    }

    /// How many bits of the root the code holds: 20 for four characters, 40 for eight.
    pub fn bits(&self) -> usize {
        self.0.len() * 5
    }
}

impl fmt::Display for CopiedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for CopiedCode {
    type Err = NotACode;

    /// Forgives what a hand does: lower case, a hyphen or space between groups, O for 0, I or L for 1.
    fn from_str(typed: &str) -> Result<CopiedCode, NotACode> {
        let mut code = String::new();
        for letter in typed.chars().filter(|letter| !matches!(letter, '-' | ' ')) {
            let letter = match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            if !letter.is_ascii() || !ALPHABET.contains(&(letter as u8)) {
                return Err(NotACode);
            }
            code.push(letter);
        }
        if (4..=8).contains(&code.len()) { Ok(CopiedCode(code)) } else { Err(NotACode) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_the_first_forty_bits_in_crockfords_letters() {
        let mut root = [0xff; 32];
        root[..5].copy_from_slice(&[0x39, 0xe6, 0x09, 0x00, 0x1f]);
        assert_eq!(Code::of(&Hash(root)).to_string(), "77K0-J00Z");
        assert_eq!(Code::of(&Hash(root)).short(), "77K0");
    }

    #[test]
    fn a_hand_copied_code_is_understood_and_a_wrong_one_is_not() {
        let root = Hash([0x00; 32]);
        for typed in ["0000", "ooOO", "0000-0000", "0o0 0000"] {
            assert!(typed.parse::<CopiedCode>().unwrap().matches(&root), "{typed}");
        }
        assert!(!"0001".parse::<CopiedCode>().unwrap().matches(&root));
        assert!("l111".parse::<CopiedCode>().unwrap().matches(&Hash(
            [0x08, 0x42, 0x10, 0, 0].iter().chain(&[0; 27]).copied().collect::<Vec<_>>().try_into().unwrap()
        )));
        for typed in ["000", "UUUU", "000000000", "00ñ0", ""] {
            assert_eq!(typed.parse::<CopiedCode>(), Err(NotACode), "{typed}");
        }
    }
}
