//! Sentences for acts about meetings and actions.

use ::record::Entry;
use words::Words;

/// The act in one plain sentence, if it is one of these.
pub(super) fn of(w: &Words, entry: &Entry, who: &str) -> Option<String> {
    let fact = |name: &str| entry.facts.get(name).map_or("", String::as_str).to_owned();
    let day = |name: &str| fact(name).parse().map_or_else(|_| fact(name), |day| w.date(day));
    let meeting = fact("meeting");
    Some(match entry.kind.as_str() {
        "action.added" => w.action_record_added(day("due"), who),
        "action.done" => w.action_record_done(who),
        "action.dropped" => w.action_record_dropped(who),
        "action.moved" => w.action_record_moved(day("due"), who),
        "meeting.called" => w.meeting_record_called(day("day"), meeting, who),
        "meeting.called_off" => w.meeting_record_off(meeting, who),
        "meeting.held" => w.meeting_record_held(day("day"), meeting, fact("present")),
        "meeting.minutes_approved" => w.meeting_record_approved(meeting),
        "meeting.minutes_asked" => w.meeting_record_asked(meeting, who),
        "meeting.minutes_confirmed" => w.meeting_record_confirmed(meeting, fact("party"), who),
        "meeting.minutes_objected" => w.meeting_record_objected(meeting, fact("party"), who),
        "meeting.minutes_unconfirmed" => w.meeting_record_unconfirmed(meeting, fact("without")),
        "meeting.moved" => w.meeting_record_moved(day("day"), meeting, who),
        _ => return None,
    })
}
