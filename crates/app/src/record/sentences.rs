//! What each kind of act reads as in the list of acts. One line a kind; the facts are those its
//! command notes. Names stand beside the record, so that they can be taken out: `who` is given.

use ::record::Entry;
use words::Words;

/// The act in one plain sentence.
pub fn of(w: &Words, entry: &Entry, who: &str) -> String {
    let fact = |name: &str| entry.facts.get(name).map_or("", String::as_str).to_owned();
    match entry.kind.as_str() {
        "record.opened" => w.record_record_opened().to_owned(),
        "key.rotated" => w.record_key_rotated().to_owned(),
        "text.redacted" => w.record_text_redacted(fact("reason")),
        // A kind from a newer program: its own name says more than nothing.
        other => format!("{other} ({who})"),
    }
}
