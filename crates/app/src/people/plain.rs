//! The short things people type about themselves and each other: names, addresses, a sentence. One
//! rule for each, whatever the form.

use unicode_normalization::UnicodeNormalization;
use words::Words;

use crate::error::Refusal;

/// The longest name of a person, a party or a place.
pub const NAME_MOST: usize = 120;

/// What is wrong with something typed, and in which field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotPlain {
    /// Nothing was typed.
    Empty(&'static str),
    /// More characters than this.
    TooLong(&'static str, usize),
    /// Not an address that mail can be sent to.
    Address(&'static str),
}

impl Refusal for NotPlain {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::Empty(_) => w.plain_empty().to_owned(),
            Self::TooLong(_, most) => w.plain_too_long(i64::try_from(*most).unwrap_or(i64::MAX)),
            Self::Address(_) => w.plain_address().to_owned(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Empty(field) | Self::TooLong(field, _) | Self::Address(field) => Some(field),
        }
    }
}

/// A name: one line, not empty, with single spaces.
pub fn name(field: &'static str, given: &str) -> Result<String, NotPlain> {
    let name = short(field, given)?;
    if name.is_empty() { Err(NotPlain::Empty(field)) } else { Ok(name) }
}

/// One line that may be empty.
pub fn short(field: &'static str, given: &str) -> Result<String, NotPlain> {
    let words: Vec<&str> = given.split(|c: char| c.is_whitespace() || c.is_control()).collect();
    let line = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if line.chars().count() > NAME_MOST { Err(NotPlain::TooLong(field, NAME_MOST)) } else { Ok(line) }
}

/// A name as it is compared: single spaces, without capitals and accents.
pub fn folded(name: &str) -> String {
    let line = name.split_whitespace().collect::<Vec<_>>().join(" ");
    line.nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect::<String>().to_lowercase()
}

/// A text of several lines, not empty, of at most so many characters.
pub fn text(field: &'static str, given: &str, most: usize) -> Result<String, NotPlain> {
    let kept: String = given.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    let text = kept.trim().to_owned();
    if text.is_empty() {
        return Err(NotPlain::Empty(field));
    }
    if text.chars().count() > most { Err(NotPlain::TooLong(field, most)) } else { Ok(text) }
}

/// A mail address, in lower case.
pub fn address(field: &'static str, given: &str) -> Result<String, NotPlain> {
    let address = given.trim().to_lowercase();
    if address.is_empty() {
        return Err(NotPlain::Empty(field));
    }
    if is_address(&address) { Ok(address) } else { Err(NotPlain::Address(field)) }
}

/// Whether a letter could be sent there: of a length that mail knows, and at a host with a dot in its name, since "ana@b" is
/// always a slip.
pub fn is_address(address: &str) -> bool {
    address.len() <= 254 && address.parse::<lettre::Address>().is_ok_and(|read| read.domain().contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_one_line() {
        assert_eq!(name("n", "  Ana \r\n  Ruiz\t"), Ok("Ana Ruiz".into()));
        assert_eq!(name("n", " \n "), Err(NotPlain::Empty("n")));
        assert_eq!(name("n", &"ñ".repeat(NAME_MOST)), Ok("ñ".repeat(NAME_MOST)));
        assert_eq!(name("n", &"ñ".repeat(NAME_MOST + 1)), Err(NotPlain::TooLong("n", NAME_MOST)));
    }

    #[test]
    fn addresses_cannot_smuggle_anything() {
        assert_eq!(address("e", " Ana@Example.ORG "), Ok("ana@example.org".into()));
        for bad in
            ["ana", "ana@", "@example.org", "a@b", "a b@example.org", "a@example.org\nBcc: b@example.org"]
        {
            assert_eq!(address("e", bad), Err(NotPlain::Address("e")), "{bad:?}");
        }
        assert_eq!(address("e", " "), Err(NotPlain::Empty("e")));
    }
}
