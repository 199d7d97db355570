//! What can go wrong with somebody's data, told so that they can mend it: what, where, and what to do.

use std::io;

/// An error in the data or in what was asked of it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file cannot be opened or read.
    #[error("{file}: cannot be read: {source}")]
    Unreadable {
        /// The file as it was named.
        file: String,
        /// Why.
        source: io::Error,
    },
    /// The file is not in the form its name says.
    #[error("{file}: {what}")]
    Form {
        /// The file as it was named.
        file: String,
        /// What is wrong, and what to do.
        what: String,
    },
    /// One place in a file is wrong.
    #[error("{file}, line {line}, column {column}: {what}")]
    Cell {
        /// The file as it was named.
        file: String,
        /// The line, from 1, the header counted.
        line: u64,
        /// The column's name, or its number where it has none.
        column: String,
        /// What is wrong, and what to do.
        what: String,
    },
    /// A formula cannot be read.
    #[error("formula, character {at}: {what}")]
    Formula {
        /// The character, from 1.
        at: usize,
        /// What is wrong.
        what: String,
    },
    /// The question cannot be answered with these data.
    #[error("{0}")]
    Question(String),
}

impl Error {
    /// A question these data cannot answer.
    pub fn question(what: impl Into<String>) -> Self {
        Self::Question(what.into())
    }
}

/// A result with this crate's error.
pub type Result<T> = std::result::Result<T, Error>;
