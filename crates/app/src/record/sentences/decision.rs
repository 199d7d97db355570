//! Sentences for acts about decisions.

use ::record::Entry;
use words::Words;

/// The act in one plain sentence, if it is one of these.
pub(super) fn of(w: &Words, entry: &Entry, who: &str) -> Option<String> {
    let fact = |name: &str| entry.facts.get(name).map_or("", String::as_str).to_owned();
    let asked = || fact("asked").parse::<i64>().unwrap_or(0);
    let round = fact("round");
    Some(match entry.kind.as_str() {
        "decision.agreed" => w.decision_record_agreed().to_owned(),
        "decision.amended" => w.decision_record_amended(round, who),
        "decision.dissent_told" => w.decision_record_dissent_told(who),
        "decision.dissented" => w.decision_record_dissented(who),
        "decision.ended" => w.decision_record_ended().to_owned(),
        "decision.frozen" => w.decision_record_frozen().to_owned(),
        "decision.not_agreed" => w.decision_record_not_agreed().to_owned(),
        "decision.not_yet" => w.decision_record_not_yet(round),
        "decision.opened" => w.decision_record_opened(asked(), who),
        "decision.parked" => w.decision_record_parked(who),
        "decision.revealed" => w.decision_record_revealed(fact("answered"), asked().to_string(), round),
        "decision.stood_aside" => w.decision_record_stood_aside(fact("party"), who),
        "decision.withdrawn" => w.decision_record_withdrawn(who),
        _ => return None,
    })
}
