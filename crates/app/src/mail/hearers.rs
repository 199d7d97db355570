//! Who will hear of something by mail, and why: shown before it is sent, whenever it goes to more than one person. An
//! act notes each of them as it posts its letters; where a form's act ends (`web::ask`), the list is shown first if the
//! form did not show it.

/// Somebody who will get a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hearer {
    /// Their name.
    pub name: String,
    /// Why they are told, in the reader's words.
    pub why: String,
}
