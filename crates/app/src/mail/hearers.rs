//! Who will hear of something by mail, and why: shown on the form before it is sent, whenever it goes to
//! more than one person.

/// Somebody who will get a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hearer {
    /// Their name.
    pub name: String,
    /// Why they are told, in the reader's words.
    pub why: String,
}
