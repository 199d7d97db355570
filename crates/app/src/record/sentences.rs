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
        "joint.closed-by-one-side" => w.record_joint_closed_by_one_side(fact("silent")),
        "joint.confirmed" => w.record_joint_confirmed(fact("party"), who),
        "joint.ended-by-refusal" => w.record_joint_ended_by_refusal().to_owned(),
        "joint.lapsed" => w.record_joint_lapsed().to_owned(),
        "joint.passed" => w.record_joint_passed().to_owned(),
        "joint.proposed" => w.record_joint_proposed(fact("party"), who),
        "joint.refused" => w.record_joint_refused(fact("party"), who),
        "joint.withdrawn" => w.record_joint_withdrawn().to_owned(),
        "lead.named" => w.record_lead_named(fact("party"), who),
        "lead.objected" => w.record_lead_objected(fact("party"), who),
        "lead.proposed" => w.record_lead_proposed(fact("party"), who),
        "lead.recovered" => w.record_lead_recovered(fact("party")),
        "partnership.active" => w.record_partnership_active(fact("parties")),
        "partnership.begun" => w.record_partnership_begun(fact("site"), who),
        "partnership.ended" => w.record_partnership_ended().to_owned(),
        "partnership.paused" => w.record_partnership_paused().to_owned(),
        "party.empty" => w.record_party_empty(fact("party")),
        "party.withdrew" => w.record_party_withdrew(fact("party"), who),
        "seat.changed" => w.record_seat_changed(fact("party"), who),
        "seat.ended" => w.record_seat_ended(&fact("reason"), who),
        "seat.taken" => w.record_seat_taken(&fact("lead"), fact("party"), who),
        "successor.asked" => w.record_successor_asked(fact("party")),
        "successor.named" => w.record_successor_named(fact("party"), who),
        "text.redacted" => w.record_text_redacted(fact("reason")),
        // A kind from a newer program: its own name says more than nothing.
        other => format!("{other} ({who})"),
    }
}
