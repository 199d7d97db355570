//! Sentences for acts about what was learned, lessons, what is made to last, cycles.

use ::record::Entry;
use words::Words;

/// The act in one plain sentence, if it is one of these.
pub(super) fn of(w: &Words, entry: &Entry, who: &str) -> Option<String> {
    let fact = |name: &str| entry.facts.get(name).map_or("", String::as_str).to_owned();
    // A closing from before things were left behind does not say how many.
    let left = || entry.facts.get("left").map_or("0", String::as_str).to_owned();
    Some(match entry.kind.as_str() {
        "catalogue.agreed" => w.cycle_record_agreed(fact("cycle")),
        "cycle.begun" => w.cycle_record_begun(fact("cycle")),
        "cycle.closed" if fact("how") == "agreed" => {
            w.cycle_record_closed_agreed(fact("carried"), fact("cycle"), left())
        }
        "cycle.closed" => w.cycle_record_closed_one_side(fact("carried"), fact("cycle"), left()),
        "lasting.moved" => w.lasting_record_moved(fact("day"), fact("state"), who),
        "lesson.adopted" => w.lesson_record_adopted(fact("code"), fact("from"), fact("number"), who),
        "lesson.published" => w.lesson_record_published().to_owned(),
        "lesson.taken_back" => w.lesson_record_taken_back(fact("party"), who),
        "quiet.answered" => w.cycle_record_quiet_answered(fact("answer"), fact("party"), who),
        "quiet.asked" => w.cycle_record_quiet_asked().to_owned(),
        "sharing.agreed" => w.network_record_agreed(fact("with")),
        "sharing.opened" => w.network_record_opened().to_owned(),
        "sharing.shut" => w.network_record_shut(fact("party"), who),
        "sharing.ended" => w.network_record_ended(fact("party"), who, fact("with")),
        _ => return None,
    })
}
