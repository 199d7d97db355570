//! Sentences for acts about where the parties see themselves.

use ::record::Entry;
use words::Words;

/// The act in one plain sentence, if it is one of these.
pub(super) fn of(_w: &Words, _entry: &Entry, _who: &str) -> Option<String> {
    None
}
