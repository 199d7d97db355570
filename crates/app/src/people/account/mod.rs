//! A person's account: their name, language, mail address and password.

pub mod commands;
mod letters;
pub mod password;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod web;

use words::Words;

use crate::error::Refusal;
use crate::people::plain;

pub use store::{create, known, replace_hash};
pub use web::routes;

/// The longest name, in characters.
const LONGEST_NAME: usize = 80;

/// Why something about an account was refused.
#[expect(
    clippy::enum_variant_names,
    reason = "each is named after what was found, as in every other list of refusals"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum No {
    /// There is no name, or nothing but spaces.
    NoName,
    /// The name is too long, or holds line ends and the like.
    NotAName,
    /// No language was chosen.
    NoLanguage,
    /// This is not a mail address.
    NotAnAddress,
    /// The new address is the old one.
    SameAddress,
    /// The new address has an account of its own.
    AddressTaken,
    /// The password has fewer than fifteen characters.
    PasswordShort,
    /// The password is longer than two hundred characters.
    PasswordLong,
    /// Most of the password is among the first things somebody would try.
    PasswordEasy,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::NoName => w.account_no_name(),
            Self::NotAName => w.account_not_a_name(),
            Self::NoLanguage => w.account_no_language(),
            Self::NotAnAddress => w.account_not_an_address(),
            Self::SameAddress => w.account_same_address(),
            Self::AddressTaken => w.account_address_taken(),
            Self::PasswordShort => w.account_password_short(),
            Self::PasswordLong => w.account_password_long(),
            Self::PasswordEasy => w.account_password_easy(),
        }
        .to_owned()
    }

    fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::NoName | Self::NotAName => "name",
            Self::NoLanguage => "language",
            Self::NotAnAddress | Self::SameAddress => "email",
            // Found out when the code is entered, so that nobody learns it who does not read the mail.
            Self::AddressTaken => "code",
            Self::PasswordShort | Self::PasswordLong | Self::PasswordEasy => "password",
        })
    }
}

/// A name as it is kept: one line, single spaces.
pub fn name(typed: &str) -> Result<String, No> {
    if typed.trim().chars().any(char::is_control) {
        return Err(No::NotAName);
    }
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        0 => Err(No::NoName),
        1..=LONGEST_NAME => Ok(name),
        _ => Err(No::NotAName),
    }
}

/// A mail address as it is kept and compared: in lower case.
pub fn address(typed: &str) -> Result<String, No> {
    let address = typed.trim().to_lowercase();
    if plain::is_address(&address) { Ok(address) } else { Err(No::NotAnAddress) }
}
