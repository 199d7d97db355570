//! What each kind of act reads as in the list of acts. One line a kind; the facts are those its
//! command notes. Names stand beside the record, so that they can be taken out: `who` is given.

mod crisis;
mod decision;
mod meeting;
mod prepare;
mod readiness;
mod reflect;
mod team;

use ::record::Entry;
use words::Words;

use crate::people::joint::Kind;

/// The act in one plain sentence.
pub fn of(w: &Words, entry: &Entry, who: &str) -> String {
    let fact = |name: &str| entry.facts.get(name).map_or("", String::as_str).to_owned();
    match entry.kind.as_str() {
        "record.opened" => w.record_record_opened().to_owned(),
        "key.rotated" => w.record_key_rotated().to_owned(),
        kind if kind.starts_with("commitment.") => commitment(w, entry, who),
        "hold.placed" => w.record_hold_placed().to_owned(),
        "hold.released" => w.record_hold_released().to_owned(),
        "invitation.declined" => w.record_invitation_declined().to_owned(),
        "invitation.sent" => w.record_invitation_sent(fact("party"), who),
        "invitation.withdrawn" => w.record_invitation_withdrawn(who),
        kind if kind.starts_with("joint.") => joint(w, entry, who),
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
        "seat.ended" => w.record_seat_ended(fact("reason"), who),
        "seat.taken" => w.record_seat_taken(fact("lead"), fact("party"), who),
        "successor.asked" => w.record_successor_asked(fact("party")),
        "successor.named" => w.record_successor_named(fact("party"), who),
        "text.redacted" => w.record_text_redacted(fact("reason")),
        _ => of_a_feature(w, entry, who),
    }
}

fn of_a_feature(w: &Words, entry: &Entry, who: &str) -> String {
    let areas = [crisis::of, decision::of, meeting::of, prepare::of, readiness::of, reflect::of, team::of];
    areas
        .iter()
        .find_map(|area| area(w, entry, who))
        // A kind from a newer program: its own name says more than nothing.
        .unwrap_or_else(|| format!("{} ({who})", entry.kind))
}

/// A joint act by what would change: nobody can tell one yes from another without it.
fn joint(w: &Words, entry: &Entry, who: &str) -> String {
    let fact = |name: &str| entry.facts.get(name).map_or("", String::as_str).to_owned();
    let act = joint_act(w, &fact("act"));
    match entry.kind.as_str() {
        "joint.closed_by_one_side" => w.record_joint_closed_by_one_side(fact("silent")),
        "joint.confirmed" => w.record_joint_confirmed(act, fact("party"), who),
        "joint.ended_by_refusal" => w.record_joint_ended_by_refusal(act),
        "joint.lapsed" => w.record_joint_lapsed(act),
        "joint.passed" => w.record_joint_passed(act),
        "joint.proposed" => w.record_joint_proposed(act, fact("party"), who),
        "joint.refused" => w.record_joint_refused(act, fact("party"), who),
        "joint.withdrawn" => w.record_joint_withdrawn(act),
        other => format!("{other} ({who})"),
    }
}

fn joint_act(w: &Words, code: &str) -> String {
    Kind::from_code(code).map_or(code, |kind| kind.name(w)).to_owned()
}

fn commitment(w: &Words, entry: &Entry, who: &str) -> String {
    let fact = |name: &str| entry.facts.get(name).map_or("", String::as_str).to_owned();
    let (version, party) = (fact("version"), fact("party"));
    match entry.kind.as_str() {
        "commitment.begun" => w.record_commitment_begun(who),
        "commitment.renewal_begun" => w.record_commitment_renewal_begun(who),
        "commitment.translated" => w.record_commitment_translated(fact("language"), version, who),
        "commitment.translation_reviewed" => {
            w.record_commitment_translation_reviewed(fact("language"), version, who)
        }
        "commitment.signers_named" => w.record_commitment_signers_named(party, who),
        "commitment.frozen" => w.record_commitment_frozen(fact("renewal"), version, who),
        "commitment.reopened" => w.record_commitment_reopened(who),
        "commitment.changes_asked" => w.record_commitment_changes_asked(fact("voided"), who),
        "commitment.not_signed" => w.record_commitment_not_signed(version),
        "commitment.signed" if entry.on_behalf_of.is_some() => {
            w.record_commitment_signed_on_paper(fact("on"), party, who)
        }
        "commitment.signed" => w.record_commitment_signed(party, fact("standing"), version, who),
        "commitment.completed" => w.record_commitment_completed(fact("renewal"), version),
        "commitment.confirmed" => w.record_commitment_confirmed(party, who),
        "commitment.supported" => w.record_commitment_supported(party, who),
        "commitment.lapsed" => w.record_commitment_lapsed(party, fact("reason")),
        "commitment.not_confirmed" => w.record_commitment_not_confirmed().to_owned(),
        "commitment.renewed" => w.record_commitment_renewed(version),
        "commitment.party_withdrew" => w.record_commitment_party_withdrew(party, fact("state")),
        other => format!("{other} ({who})"),
    }
}
