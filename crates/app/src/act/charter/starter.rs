//! The starter charter: good answers to the seven questions for each kind of team, to be changed at will.

use jiff::civil::Date;
use words::Words;

use super::{Authority, Fallback, OpenMeetings, Protocol};
use crate::act::team::Kind;

/// The starter of a kind of team, as the values of the form's fields.
pub(super) fn starter(w: &Words, kind: Kind, today: Date) -> Vec<(&'static str, String)> {
    let norms =
        [w.charter_norm_1(), w.charter_norm_2(), w.charter_norm_3(), w.charter_norm_4(), w.charter_norm_5()];
    let (purpose, within, without, rhythm) = match kind {
        Kind::StateGroup | Kind::DistrictLeadership | Kind::SchoolLeadership => (
            w.charter_start_lead_purpose(),
            w.charter_start_lead_in(),
            w.charter_start_lead_out(),
            w.charter_start_lead_rhythm(),
        ),
        Kind::Committee => (
            w.charter_start_work_purpose(),
            w.charter_start_work_in(),
            w.charter_start_work_out(),
            w.charter_start_work_rhythm(),
        ),
        Kind::TaskForce | Kind::WorkingGroup => (
            w.charter_start_crisis_purpose(),
            w.charter_start_crisis_in(),
            w.charter_start_crisis_out(),
            w.charter_start_crisis_rhythm(),
        ),
    };
    let authority = if kind.leads() { Authority::Decides } else { Authority::Recommends };
    let fallback = if kind.leads() { Fallback::Again } else { Fallback::ReferUp };
    vec![
        ("purpose", purpose.to_owned()),
        ("in_scope", within.to_owned()),
        ("out_scope", without.to_owned()),
        ("authority", authority.code().to_owned()),
        ("sits", w.charter_start_sits().to_owned()),
        ("quorum", "1".to_owned()),
        ("norms", norms.join("\n")),
        ("private", w.charter_start_private().to_owned()),
        ("protocol", Protocol::FistToFive.code().to_owned()),
        ("lowest", "3".to_owned()),
        ("fallback", fallback.code().to_owned()),
        ("rhythm", rhythm.to_owned()),
        ("hears", w.charter_start_hears().to_owned()),
        ("open_meetings", OpenMeetings::Ask.code().to_owned()),
        ("ends_on", end_of_year(today).to_string()),
    ]
}

/// The last day of the school year that is under way, or of the next one from March on.
pub(super) fn end_of_year(today: Date) -> Date {
    let year = if today.month() >= 3 { today.year() + 1 } else { today.year() };
    jiff::civil::date(year, 6, 30)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use words::Lang;

    use super::*;
    use crate::act::charter::commands::Write;

    #[test]
    fn a_year_ends_in_the_june_that_leaves_time_to_work() {
        for (today, end) in [
            (date(2026, 9, 1), date(2027, 6, 30)),
            (date(2027, 1, 15), date(2027, 6, 30)),
            (date(2027, 3, 1), date(2028, 6, 30)),
        ] {
            assert_eq!(end_of_year(today), end, "{today}");
        }
    }

    #[test]
    fn every_starter_can_be_kept_as_it_is_in_every_language() {
        let today = date(2026, 9, 1);
        for lang in Lang::ALL {
            for kind in Kind::ALL {
                let fields = starter(&Words::new(*lang), *kind, today);
                let text = serde_urlencoded::to_string(&fields).unwrap();
                let write: Write = serde_urlencoded::from_str(&text).unwrap();
                assert!(write.read(today).is_ok(), "{kind:?} {lang:?}");
            }
        }
    }
}
