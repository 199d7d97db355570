//! Where the thing an act is about stands today, and what it is called: an act without either tells its reader
//! that something was agreed, and not what.

mod store;

use std::collections::BTreeMap;

use db::Tx;
use uuid::Uuid;

use crate::error::Error;

/// So much of a long text is a title.
const LONGEST: usize = 120;

/// The page, below the partnership's own; none for acts whose thing has no page.
pub(super) fn of(kind: &str, about: Option<&str>) -> Option<String> {
    let (area, _) = kind.split_once('.')?;
    let own = |list: &str| about.map(|id| format!("{list}/{id}"));
    match area {
        "decision" => own("decisions"),
        "meeting" => own("meetings"),
        "team" => own("teams"),
        "joint" => about.map(|id| format!("joint#act-{id}")),
        "action" => Some("actions".to_owned()),
        "lead" | "party" | "seat" | "successor" => Some("people".to_owned()),
        "catalogue" | "commitment" | "crisis" | "cycle" | "lasting" | "readiness" | "support" => {
            Some(area.to_owned())
        }
        "goal" => Some("goals".to_owned()),
        "lesson" => Some("lessons".to_owned()),
        "project" => Some("projects".to_owned()),
        _ => None,
    }
}

/// What the acts of these entries are about is called, by the subject's id. An entry counts from 0.
pub(super) async fn titles(
    tx: &mut Tx,
    partnership: Uuid,
    from: i64,
    to: i64,
) -> Result<BTreeMap<String, String>, Error> {
    let all = store::titles(tx, partnership, from, to).await?;
    Ok(all.into_iter().map(|(about, words)| (about.to_string(), title(&words))).collect())
}

/// The first line of a text, cut at a word.
fn title(words: &str) -> String {
    let line = words.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let line = line.trim_start_matches(['#', ' ']);
    if line.chars().count() <= LONGEST {
        return line.to_owned();
    }
    let cut: String = line.chars().take(LONGEST).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(before, _)| before);
    format!("{whole}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_leads_where_its_thing_stands() {
        assert_eq!(of("decision.agreed", Some("7")).as_deref(), Some("decisions/7"));
        assert_eq!(of("joint.passed", Some("7")).as_deref(), Some("joint#act-7"));
        assert_eq!(of("commitment.signed", Some("7")).as_deref(), Some("commitment"));
        assert_eq!(of("seat.taken", None).as_deref(), Some("people"));
        assert_eq!(of("decision.agreed", None), None);
        assert_eq!(of("record.opened", None), None);
    }

    #[test]
    fn a_title_is_one_short_line() {
        assert_eq!(title("\n# Every child reads\n\nWhy: because"), "Every child reads");
        let long = title(&"word ".repeat(60));
        assert!(long.ends_with("word…") && long.chars().count() <= LONGEST + 1, "{long}");
    }
}
