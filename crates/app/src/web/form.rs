//! One form: what was typed, what was wrong with it, and the keys that make it take effect once.
//! Whatever fails, the same values go back on the page.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use serde::de::DeserializeOwned;
use words::Words;

use super::ask::Ask;
use crate::error::{Error, Refusals};
use crate::site::Site;

/// The hidden field that makes a form take effect once.
pub const KEY: &str = "_key";
/// The hidden field of a form that showed who will hear.
pub const HEARD: &str = "_heard";
/// The hidden field with the version an edit was made from.
pub const VERSION: &str = "_version";

/// Fields whose values are never shown again, kept, or hashed into what is kept.
pub const SECRETS: &[&str] = &["code", "password"];

/// A key no other form has.
pub fn new_key(site: &Site) -> String {
    data_encoding::HEXLOWER.encode(&site.random::<16>())
}

/// What a form holds, whether just sent or about to be shown.
#[derive(Debug, Clone, Default)]
pub struct Form {
    key: String,
    heard: bool,
    version: Option<i64>,
    values: Vec<(String, String)>,
    errors: Vec<Wrong>,
}

/// One thing that was wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The field, or nothing when it concerns the whole form.
    pub field: Option<&'static str>,
    /// What to read.
    pub message: String,
}

impl Form {
    /// An empty form for a page: a new key, nothing typed.
    pub fn blank(ask: &Ask) -> Self {
        Self { key: new_key(&ask.site), ..Self::default() }
    }

    /// The same, made from this version of what it edits.
    pub fn of_version(mut self, version: i64) -> Self {
        self.version = Some(version);
        self
    }

    /// The same with a value filled in.
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.values.push((name.to_owned(), value.into()));
        self
    }

    /// The same with this value of a field instead of any other.
    pub fn set(mut self, name: &str, value: impl Into<String>) -> Self {
        self.values.retain(|(known, _)| known != name);
        self.with(name, value)
    }

    /// The first value of a field; empty if there is none.
    pub fn value(&self, name: &str) -> &str {
        self.values.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value)
    }

    /// Every value of a field: boxes that were ticked.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.values.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// All that was typed, with the names of the fields.
    pub fn typed(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether this choice of a field is taken.
    pub fn chose(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|v| v == value)
    }

    /// Whether the page it stands on showed who will hear.
    pub fn heard(&self) -> bool {
        self.heard
    }

    /// Whether it holds something that is never shown again.
    pub fn has_secret(&self) -> bool {
        self.values.iter().any(|(name, value)| SECRETS.contains(&name.as_str()) && !value.is_empty())
    }

    /// Every field and what stands in it.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.values
    }

    /// The key.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The version this edit was made from; a form without one is unreadable.
    pub fn version(&self) -> Result<i64, Error> {
        self.version.ok_or(Error::Unreadable)
    }

    /// The version for the hidden field, empty if there is none.
    pub fn version_text(&self) -> String {
        self.version.map(|v| v.to_string()).unwrap_or_default()
    }

    /// What was wrong with a field.
    pub fn error(&self, name: &str) -> Option<&str> {
        self.errors.iter().find(|w| w.field == Some(name)).map(|w| w.message.as_str())
    }

    /// All that was wrong, for the summary.
    pub fn errors(&self) -> &[Wrong] {
        &self.errors
    }

    /// Whether anything somebody typed stands in it still: a code or a password does not, and an empty form has nothing.
    pub fn keeps(&self) -> bool {
        self.values.iter().any(|(name, value)| name != "next" && !value.is_empty())
    }

    /// The same form with what the rules said, to be shown again with everything kept but secrets.
    pub fn refused(mut self, refusals: &Refusals, w: &Words) -> Self {
        self.values.retain(|(name, _)| !SECRETS.contains(&name.as_str()));
        self.errors = refusals.iter().map(|r| Wrong { field: r.field(), message: r.say(w) }).collect();
        self
    }

    /// The typed values as a command's input. Fields the form does not have read as empty or absent.
    pub fn input<T: DeserializeOwned>(&self) -> Result<T, Error> {
        let text = serde_urlencoded::to_string(&self.values).map_err(|_| Error::Unreadable)?;
        serde_urlencoded::from_str(&text).map_err(|_| Error::Unreadable)
    }

    /// A hash of what was typed, to tell "sent twice" from "changed and sent again". Secrets stay out: it
    /// is kept in the database, and is quick to try guesses against.
    pub fn fingerprint(&self) -> [u8; 32] {
        use sha2::{Digest, Sha256};
        let mut hash = Sha256::new();
        for (name, value) in self.values.iter().filter(|(name, _)| !SECRETS.contains(&name.as_str())) {
            for part in [name, value] {
                hash.update((part.len() as u64).to_be_bytes());
                hash.update(part.as_bytes());
            }
        }
        hash.finalize().into()
    }

    /// Reads what a browser sent.
    pub fn read(body: &[u8]) -> Result<Self, Error> {
        let pairs: Vec<(String, String)> =
            serde_urlencoded::from_bytes(body).map_err(|_| Error::Unreadable)?;
        let mut form = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                KEY => form.key = value,
                HEARD => form.heard = value == "yes",
                VERSION => form.version = value.parse().ok(),
                // Browsers send line ends as CR LF; texts are kept with LF alone.
                _ => form.values.push((name, value.replace("\r\n", "\n"))),
            }
        }
        if form.key.len() < 16 || form.key.len() > 64 {
            return Err(Error::Unreadable);
        }
        Ok(form)
    }
}

impl FromRequest<Site> for Form {
    type Rejection = Error;

    async fn from_request(request: Request, site: &Site) -> Result<Self, Error> {
        let body = Bytes::from_request(request, site).await.map_err(|_| Error::Unreadable)?;
        Self::read(&body)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_comes_back_whole() {
        let form = Form::read(b"_key=0123456789abcdef&_version=3&name=Ana+%26+B&day=mon&day=tue").unwrap();
        assert_eq!(form.value("name"), "Ana & B");
        assert!(form.chose("day", "tue") && !form.chose("day", "wed"));
        assert_eq!(form.version().unwrap(), 3);
    }

    #[test]
    fn a_form_without_its_key_is_refused() {
        assert!(matches!(Form::read(b"name=x"), Err(Error::Unreadable)));
    }

    #[test]
    fn fingerprints_differ_when_words_move_between_fields() {
        let one = Form::read(b"_key=0123456789abcdef&a=bc&d=").unwrap();
        let two = Form::read(b"_key=0123456789abcdef&a=b&d=c").unwrap();
        assert_ne!(one.fingerprint(), two.fingerprint());
    }
}
