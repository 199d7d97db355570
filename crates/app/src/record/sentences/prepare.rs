//! Sentences for acts about what each side accepts: the case, the partner map, the shared goals.

use ::record::Entry;
use words::Words;

/// The act in one plain sentence, if it is one of these.
pub(super) fn of(w: &Words, entry: &Entry, who: &str) -> Option<String> {
    let fact = |name: &str| entry.facts.get(name).map_or("", String::as_str).to_owned();
    let (kind, party, version) = (fact("kind"), fact("party"), fact("version"));
    Some(match entry.kind.as_str() {
        "acceptance.accepted" => w.acceptance_record_accepted(kind, party, version, who),
        "acceptance.agreed" => w.acceptance_record_agreed(kind, version),
        "acceptance.asked" => w.acceptance_record_asked(kind, version, who),
        "acceptance.ended_by_refusal" => w.acceptance_record_ended(kind, version),
        "acceptance.edited" => w.acceptance_record_edited(kind, fact("stands"), version, who),
        "acceptance.lapsed" => w.acceptance_record_lapsed(kind, fact("silent"), version),
        "acceptance.refused" => w.acceptance_record_refused(kind, party, version, who),
        "goal.given_up" => w.goals_record_given_up(version, who),
        "goal.given_up_together" => w.goals_record_given_up_together(fact("goal")),
        "goal.taken_back" => w.goals_record_taken_back(fact("goal"), who),
        "acceptance.reopened" => w.acceptance_record_reopened(kind, version, who),
        _ => return None,
    })
}
