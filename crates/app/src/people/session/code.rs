//! The code in the letter: eight letters and digits that are never taken for one another, good for ten
//! minutes, five tries and one use, and only in the browser that asked for it.

use subtle::ConstantTimeEq;
use uuid::Uuid;

use super::No;
use crate::site::{Moment, Site};

/// How long a code is good.
pub const LASTS: i64 = 10 * Moment::MINUTE;
/// How long a proved address waits for a name.
pub const JOIN_LASTS: i64 = 30 * Moment::MINUTE;
/// How often one code may be tried.
pub const TRIES: i64 = 5;
/// Neither 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, nor U and V.
const ALPHABET: &[u8; 23] = b"ACDEFGHJKMNPQRTWXY34679";
const LENGTH: usize = 8;

/// What a code is for. One for one purpose is no good for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Signing in, or making an account.
    SignIn,
    /// The address is proved; a name is still missing.
    Join,
    /// Proving again who one is.
    Prove,
    /// Proving a new mail address.
    Email,
}

impl Purpose {
    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::Join => "join",
            Self::Prove => "prove",
            Self::Email => "email",
        }
    }

    /// The purpose of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::SignIn, Self::Join, Self::Prove, Self::Email].into_iter().find(|p| p.code() == code)
    }
}

/// A code that a browser asked for.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Its id.
    pub id: Uuid,
    /// The address it was sent to.
    pub email: String,
    /// What it is for.
    pub purpose: Purpose,
    /// The hash of the browser's token and the code.
    pub hash: [u8; 32],
    /// When it was asked for; for a proved address, when it was proved.
    pub asked_at: Moment,
    /// How often it was tried.
    pub tries: i64,
    /// Whether it was used.
    pub used: bool,
}

impl Asked {
    /// Whether this address was proved here and still waits for a name.
    pub fn waits_for_a_name(&self, now: Moment) -> bool {
        self.purpose == Purpose::Join && !self.used && now < self.asked_at.plus(JOIN_LASTS)
    }

    /// Whether the code with this hash is right, now.
    pub fn judge(&self, hash: &[u8; 32], now: Moment) -> Result<(), No> {
        if self.used {
            Err(No::CodeUsed)
        } else if self.asked_at.plus(LASTS) <= now {
            Err(No::CodeOver)
        } else if self.tries >= TRIES {
            Err(No::CodeTried)
        } else if bool::from(self.hash.ct_eq(hash)) {
            Ok(())
        } else {
            Err(No::CodeWrong { left: TRIES - self.tries - 1 })
        }
    }
}

/// A new code.
pub fn make(site: &Site) -> String {
    let mut code = String::with_capacity(LENGTH);
    // Bytes above the last whole multiple are thrown away, so that each letter is as likely.
    let fair = 256 - 256 % ALPHABET.len();
    while code.len() < LENGTH {
        let letters = site.random::<16>().into_iter().map(usize::from).filter(|byte| *byte < fair);
        code.extend(
            letters.take(LENGTH - code.len()).map(|byte| char::from(ALPHABET[byte % ALPHABET.len()])),
        );
    }
    code
}

/// As it is written in the letter: two groups of four.
pub fn shown(code: &str) -> String {
    let (one, two) = code.split_at(LENGTH / 2);
    format!("{one}-{two}")
}

/// What was typed, without the hyphen, spaces and small letters people type.
pub fn typed(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).take(64).collect()
}

/// The hash under which a code is kept. The browser's token is part of it and kept nowhere, so who
/// reads the table can neither use nor guess a code.
pub fn hash(browser: &str, code: &str) -> [u8; 32] {
    super::hashed(&format!("{browser}\n{code}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Moment = Moment(1_000 * Moment::DAY);

    fn asked() -> Asked {
        Asked {
            id: Uuid::nil(),
            email: "ana@example.org".into(),
            purpose: Purpose::SignIn,
            hash: hash("this browser", "ACDE4679"),
            asked_at: NOON,
            tries: 0,
            used: false,
        }
    }

    #[test]
    fn a_code_is_good_once_for_ten_minutes_in_one_browser_and_five_tries() {
        let right = hash("this browser", "ACDE4679");
        let other = hash("another browser", "ACDE4679");
        let (soon, late) = (NOON.plus(Moment::MINUTE), NOON.plus(LASTS));
        let used = Asked { used: true, ..asked() };
        let tired = Asked { tries: TRIES, ..asked() };
        let table = [
            (&asked(), &right, soon, Ok(())),
            (&asked(), &right, late.plus(-1), Ok(())),
            (&asked(), &right, late, Err(No::CodeOver)),
            (&asked(), &other, soon, Err(No::CodeWrong { left: 4 })),
            (&Asked { tries: 4, ..asked() }, &other, soon, Err(No::CodeWrong { left: 0 })),
            (&tired, &right, soon, Err(No::CodeTried)),
            (&used, &right, soon, Err(No::CodeUsed)),
        ];
        for (asked, hash, now, expected) in table {
            assert_eq!(asked.judge(hash, now), expected, "{asked:?}");
        }
    }

    #[test]
    fn people_type_codes_as_they_like() {
        for text in ["ACDE-4679", "acde4679", " acde 4679 ", "ACDE–4679"] {
            assert_eq!(typed(text), "ACDE4679");
        }
        assert_eq!(typed(&shown("ACDE4679")), "ACDE4679");
    }

    #[test]
    fn no_two_letters_of_a_code_look_alike() {
        for pair in ["0O", "1I", "1L", "IL", "2Z", "5S", "8B", "UV"] {
            let both = pair.bytes().all(|letter| ALPHABET.contains(&letter));
            assert!(!both, "{pair} are taken for one another");
        }
    }
}
