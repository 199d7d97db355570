//! Fluent files in, typed words out. `build/` turns `locales/` into one method for each message of
//! [`Words`]; a message that does not exist, or lacks an argument, does not compile. Arguments stand in
//! the order of the alphabet.

mod format;
mod lang;
mod terms;

use std::fmt::{Display, Write};

pub use lang::Lang;
pub use terms::{Head, Terms, Union};

use icu::plurals::PluralCategory as Plural;

/// The words of one language, with the terms a partnership chose. Cheap to clone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    lang: Lang,
    terms: Terms,
}

impl Words {
    /// The words of a language, with the usual terms.
    pub fn new(lang: Lang) -> Self {
        Self { lang, terms: Terms::default() }
    }

    /// The same language with other terms.
    pub fn with_terms(&self, terms: Terms) -> Self {
        Self { terms, ..*self }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }
}

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// A whole number as an argument of a message, by value or by reference as templates give it.
pub trait Number {
    /// The number.
    fn number(self) -> i64;
}

macro_rules! numbers {
    ($($kind:ty),*) => {$(
        impl Number for $kind {
            fn number(self) -> i64 {
                i64::try_from(self).unwrap_or(i64::MAX)
            }
        }
        impl Number for &$kind {
            fn number(self) -> i64 {
                i64::try_from(*self).unwrap_or(i64::MAX)
            }
        }
    )*};
}
numbers!(i64, i32, u32, u64, usize);

/// Adds a shown value to a sentence.
fn push(out: &mut String, value: &impl Display) {
    // Writing to a string does not fail.
    let _ = write!(out, "{value}");
}
