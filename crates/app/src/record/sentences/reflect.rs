//! Sentences for acts about what was learned, lessons, what is made to last, cycles.

use ::record::Entry;
use words::Words;

/// The act in one plain sentence, if it is one of these.
pub(super) fn of(_w: &Words, _entry: &Entry, _who: &str) -> Option<String> {
    None
}
