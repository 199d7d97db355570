//! Why something did not happen. A [`Refusal`] is a rule saying no, in words the reader can act on;
//! everything else is one of a few causes that `web::error` knows how to answer.

use std::fmt;

use words::Words;

/// A rule's no. Each feature has its own enum; each variant has words in every language.
pub trait Refusal: fmt::Debug + Send + Sync + 'static {
    /// What the person reads, next to the field it belongs to.
    fn say(&self, w: &Words) -> String;

    /// The form field it belongs to, if it belongs to one.
    fn field(&self) -> Option<&'static str> {
        None
    }
}

/// All that a command refuses at once, so that a person mends a form in one go.
#[derive(Debug)]
pub struct Refusals(Vec<Box<dyn Refusal>>);

impl Refusals {
    /// Each no in the order of the form.
    pub fn iter(&self) -> impl Iterator<Item = &dyn Refusal> {
        self.0.iter().map(AsRef::as_ref)
    }
}

/// Gathers refusals while an input is read; [`Gather::done`] gives them all, or nothing.
#[derive(Debug, Default)]
pub struct Gather(Vec<Box<dyn Refusal>>);

impl Gather {
    /// Keeps the value, or the refusal and `None`.
    pub fn take<T, R: Refusal>(&mut self, outcome: Result<T, R>) -> Option<T> {
        match outcome {
            Ok(value) => Some(value),
            Err(refusal) => {
                self.refuse(refusal);
                None
            }
        }
    }

    /// Notes a refusal.
    pub fn refuse(&mut self, refusal: impl Refusal) {
        self.0.push(Box::new(refusal));
    }

    /// Nothing was refused, or all that was.
    pub fn done(self) -> Result<(), Error> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::Refused(Refusals(self.0))) }
    }
}

/// Why an act or a page did not happen.
#[derive(Debug)]
pub enum Error {
    /// Rules said no.
    Refused(Refusals),
    /// It does not exist, or the asker may not know that it does: the same answer.
    Unseen,
    /// The asker may see it but not do this.
    Forbidden,
    /// Nobody is signed in and somebody must be.
    SignIn,
    /// The act is grave and the person's last proof of identity is too old.
    ProveAgain,
    /// The page was made from an older version: both texts are shown.
    Stale {
        /// The version that stands now.
        now: i64,
    },
    /// Too many tries; come back after so many seconds.
    TooMany {
        /// Seconds to wait.
        wait: i64,
    },
    /// This very form has taken effect before.
    Already {
        /// Where its first sending led.
        location: String,
        /// What its first sending said.
        notice: String,
    },
    /// The request cannot be read.
    Unreadable,
    /// The request is larger than any form here.
    TooLarge,
    /// The request came from another site's page, or does not say where it came from.
    Foreign,
    /// The house is full or the database is away; come back soon.
    Busy,
    /// The disk is full: nothing was written.
    Full,
    /// The engine asks for the transaction to be run again.
    Again,
    /// Something broke that is not the person's fault.
    Broken(anyhow::Error),
}

impl Error {
    /// A single refusal.
    pub fn refuse(refusal: impl Refusal) -> Self {
        Self::Refused(Refusals(vec![Box::new(refusal)]))
    }
}

impl<R: Refusal> From<R> for Error {
    fn from(refusal: R) -> Self {
        Self::refuse(refusal)
    }
}

impl From<db::Error> for Error {
    fn from(error: db::Error) -> Self {
        if error.is_again() {
            Self::Again
        } else if error.is_full() {
            Self::Full
        } else if error.is_down() {
            Self::Busy
        } else {
            Self::Broken(error.into())
        }
    }
}

/// Wraps what should not happen, with the sentence that says what was being done.
pub fn broken(what: impl fmt::Display) -> Error {
    Error::Broken(anyhow::anyhow!("{what}"))
}
