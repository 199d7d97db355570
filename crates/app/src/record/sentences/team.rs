//! Sentences for acts about teams, charters, projects and support.

use ::record::Entry;
use words::Words;

/// The act in one plain sentence, if it is one of these.
pub(super) fn of(w: &Words, entry: &Entry, who: &str) -> Option<String> {
    let fact = |name: &str| entry.facts.get(name).map_or("", String::as_str).to_owned();
    let (project, silent) = (fact("project"), fact("silent"));
    let (team, party) = (fact("team"), fact("party"));
    Some(match entry.kind.as_str() {
        "project.dropped" => w.project_record_dropped(project, who),
        "project.revealed" if silent.is_empty() => w.project_record_revealed(project),
        "project.revealed" => w.project_record_revealed_silent(project, silent),
        "support.agreed" => w.support_record_agreed(fact("need"), who),
        "support.given" => w.support_record_given(fact("need"), who),
        "team.asked" => w.team_record_asked(party, team, who),
        "team.chair" => w.team_record_chair(party, team, who),
        "team.changed" => w.team_record_changed(team, who),
        "team.closed" => w.team_record_closed(team, who),
        "team.confirmed" => w.team_record_confirmed(party, team, who),
        "team.founded" => w.team_record_founded(team, who),
        "team.seat_ended" if party.is_empty() => w.team_record_seat_ended_neutral(team, who),
        "team.seat_ended" => w.team_record_seat_ended(party, team, who),
        "team.seat_lapsed" => w.team_record_seat_lapsed(party, team),
        "team.seat_refused" => w.team_record_seat_refused(party, team, who),
        "team.seated" if party.is_empty() => w.team_record_seated_neutral(team, who),
        "team.seated" => w.team_record_seated(party, team, who),
        _ => return None,
    })
}
