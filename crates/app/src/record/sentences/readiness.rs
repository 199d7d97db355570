//! Sentences for acts about where the parties see themselves.

use ::record::Entry;
use words::Words;

/// The act in one plain sentence, if it is one of these.
pub(super) fn of(w: &Words, entry: &Entry, who: &str) -> Option<String> {
    let fact = |name: &str| entry.facts.get(name).map_or("", String::as_str).to_owned();
    Some(match entry.kind.as_str() {
        "readiness.stated" => w.readiness_record_stated(fact("party"), who),
        "readiness.restated" => w.readiness_record_restated(fact("party"), who),
        "readiness.stated_later" => w.readiness_record_stated_later(fact("party"), who),
        "readiness.revealed" if fact("without").is_empty() => w.readiness_record_revealed().to_owned(),
        "readiness.revealed" => w.readiness_record_revealed_without(fact("without")),
        "readiness.would_show" => w.readiness_record_would_show(fact("party"), who),
        "readiness.late" => w.readiness_record_late(fact("silent")),
        "readiness.closed" => w.readiness_record_closed().to_owned(),
        "readiness.members_asked" => w.readiness_record_members_asked(fact("party"), who),
        "readiness.members_counted" => w.readiness_record_members_counted(fact("party"), fact("shown")),
        _ => return None,
    })
}
