//! Sentences for acts about a crisis.

use ::record::Entry;
use words::Words;

/// The act in one plain sentence, if it is one of these.
pub(super) fn of(w: &Words, entry: &Entry, who: &str) -> Option<String> {
    let fact = |name: &str| entry.facts.get(name).map_or("", String::as_str).to_owned();
    let party = fact("party");
    Some(match entry.kind.as_str() {
        "crisis.activated" => w.crisis_record_activated(party, playbook(w, &fact("playbook")), who),
        "crisis.confirmed" => w.crisis_record_confirmed(party, who),
        "crisis.taken_back" => w.crisis_record_taken_back(party, who),
        "crisis.not_confirmed" => w.crisis_record_not_confirmed(fact("silent")),
        "crisis.kept" => w.crisis_record_kept(day(w, &fact("until")), who),
        "crisis.stand_down_asked" => w.crisis_record_asked(party, who),
        "crisis.stood_down" => w.crisis_record_stood_down(party, who),
        "crisis.goes_on" => w.crisis_record_goes_on(party, who),
        "crisis.ended_by_date" => w.crisis_record_ended_by_date(day(w, &fact("day"))),
        "crisis.co_lead_named" => w.crisis_record_co_lead(party, who),
        "crisis.decided" => w.crisis_record_decided(party, day(w, &fact("until")), who),
        "crisis.decision_joined" => w.crisis_record_joined(party, who),
        "crisis.decision_objected" => w.crisis_record_objected(party, who),
        "crisis.decision_kept" => w.crisis_record_decision_kept(day(w, &fact("until")), who),
        "crisis.decision_ended" => w.crisis_record_decision_ended(who),
        "crisis.published" => w.crisis_record_published(party, who),
        "crisis.stands_behind" => w.crisis_record_behind(party, who),
        "crisis.looked_back" => w.crisis_record_looked_back(party, who),
        _ => return None,
    })
}

/// A playbook's name in the reader's language.
fn playbook(w: &Words, code: &str) -> String {
    use crate::crisis::playbook::{Code, of};
    let title = Code::from_code(code).and_then(|code| of(code, w.lang()).ok()).map(|book| book.title.clone());
    title.unwrap_or_else(|| code.to_owned())
}

fn day(w: &Words, day: &str) -> String {
    day.parse().map_or_else(|_| day.to_owned(), |day| w.date(day))
}
