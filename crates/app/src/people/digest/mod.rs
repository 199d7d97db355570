//! The digest: one letter with what waits and what changed, on the days a person chose, in their own
//! language. It never comes empty, leaves out what they asked to leave out, and holds nothing its reader
//! may not see: it is gathered from their own seats.

mod commands;
mod gather;
mod jobs;
mod letter;
mod store;
#[cfg(test)]
mod tests;
mod web;

use jiff::civil::{Date, DateTime};
use words::Words;

use crate::error::Refusal;

pub use jobs::JOB;
pub use web::routes;

/// When somebody gets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Monday first.
    pub days: [bool; 7],
    /// The hour from which it may come, 0 to 23.
    pub hour: i8,
    /// No letter from this hour on …
    pub quiet_from: i8,
    /// … until this one. The same hour twice: no quiet hours.
    pub quiet_until: i8,
}

impl Default for Plan {
    /// Monday and Thursday at seven: two letters a week at most, and none in the night.
    fn default() -> Self {
        Self {
            days: [true, false, false, true, false, false, false],
            hour: 7,
            quiet_from: 20,
            quiet_until: 7,
        }
    }
}

impl Plan {
    /// Whether the letter of today is due now, on the reader's own clock, when it was last looked at on
    /// that day. A server that was away in the morning sends it later in the day, outside the quiet hours.
    pub fn due(&self, now: DateTime, looked: Option<Date>) -> bool {
        let weekday = usize::try_from(now.date().weekday().to_monday_zero_offset()).unwrap_or(0);
        self.days.get(weekday).copied().unwrap_or(false)
            && now.hour() >= self.hour
            && !self.quiet(now.hour())
            && looked.is_none_or(|day| day < now.date())
    }

    /// Whether an hour is one of the quiet ones.
    pub fn quiet(&self, hour: i8) -> bool {
        if self.quiet_from <= self.quiet_until {
            (self.quiet_from..self.quiet_until).contains(&hour)
        } else {
            hour >= self.quiet_from || hour < self.quiet_until
        }
    }

    /// Whether any day is chosen.
    pub fn on(&self) -> bool {
        self.days.contains(&true)
    }

    /// The days as they stand in the table: `1001000`.
    pub fn days_code(&self) -> String {
        self.days.iter().map(|day| if *day { '1' } else { '0' }).collect()
    }

    /// The days of a word in the table.
    pub fn days_from(code: &str) -> [bool; 7] {
        let mut days = [false; 7];
        for (day, letter) in days.iter_mut().zip(code.chars()) {
            *day = letter == '1';
        }
        days
    }
}

/// What a change or a thing that waits is about; each can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// Meetings and their minutes.
    Meetings,
    /// Questions that are decided, actions that follow.
    Decisions,
    /// Case, partners, goals, the commitment, readiness.
    Prepare,
    /// Teams, charters, projects, support.
    Teams,
    /// What worked, lessons, cycles.
    Reflect,
    /// A crisis.
    Crisis,
    /// Who sits where, and what is shared by all.
    People,
}

impl Topic {
    /// Every topic, in the order of the letter.
    pub const ALL: &[Self] = &[
        Self::Meetings,
        Self::Decisions,
        Self::Prepare,
        Self::Teams,
        Self::Reflect,
        Self::Crisis,
        Self::People,
    ];

    /// The word in the table and in the form.
    pub fn code(self) -> &'static str {
        match self {
            Self::Meetings => "meetings",
            Self::Decisions => "decisions",
            Self::Prepare => "prepare",
            Self::Teams => "teams",
            Self::Reflect => "reflect",
            Self::Crisis => "crisis",
            Self::People => "people",
        }
    }

    /// The topic of an event's kind, or of a page's name.
    pub fn of(kind: &str) -> Self {
        let first = kind.split(['.', '/']).next().unwrap_or_default();
        match first {
            "meeting" | "meetings" | "minutes" | "agenda" | "item" => Self::Meetings,
            "decision" | "decisions" | "action" | "actions" => Self::Decisions,
            "case" | "partner" | "partners" | "goal" | "goals" | "interest" | "commitment" | "readiness" => {
                Self::Prepare
            }
            "team" | "teams" | "charter" | "project" | "projects" | "brief" | "support" => Self::Teams,
            "catalogue" | "lesson" | "lessons" | "lasting" | "cycle" | "library" => Self::Reflect,
            "crisis" | "playbook" | "taskforce" | "situation" => Self::Crisis,
            _ => Self::People,
        }
    }

    /// What it is called.
    pub fn say(self, w: &Words) -> &'static str {
        match self {
            Self::Meetings => w.digest_topic_meetings(),
            Self::Decisions => w.digest_topic_decisions(),
            Self::Prepare => w.digest_topic_prepare(),
            Self::Teams => w.digest_topic_teams(),
            Self::Reflect => w.digest_topic_reflect(),
            Self::Crisis => w.digest_topic_crisis(),
            Self::People => w.digest_topic_people(),
        }
    }
}

/// Why a plan cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// The hour is none, or lies in the quiet hours.
    HourQuiet,
    /// Somebody changed it in another window.
    HourWrong,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::HourQuiet => w.digest_no_hour_quiet(),
            Self::HourWrong => w.digest_no_hour_wrong(),
        }
        .to_owned()
    }

    fn field(&self) -> Option<&'static str> {
        Some("hour")
    }
}

#[cfg(test)]
mod rules {
    use jiff::civil::datetime;

    use super::*;

    #[test]
    fn a_letter_is_due_once_on_a_chosen_day_from_its_hour_on_and_never_in_the_quiet_hours() {
        let plan = Plan::default();
        let monday = |hour| datetime(2026, 9, 7, hour, 30, 0, 0);
        let day = |now: DateTime| Some(now.date());
        for (now, looked, due, why) in [
            (monday(6), None, false, "too early"),
            (monday(7), None, true, "its hour"),
            (monday(7), day(monday(7)), false, "looked at today"),
            (monday(15), None, true, "the server was away in the morning"),
            (monday(20), None, false, "quiet"),
            (monday(23), None, false, "quiet"),
            (datetime(2026, 9, 8, 9, 0, 0, 0), None, false, "a Tuesday"),
            (datetime(2026, 9, 10, 9, 0, 0, 0), day(monday(7)), true, "Thursday"),
        ] {
            assert_eq!(plan.due(now, looked), due, "{why}");
        }
        let off = Plan { days: [false; 7], ..Plan::default() };
        assert!(!off.on() && !off.due(monday(9), None));
    }

    #[test]
    fn quiet_hours_may_go_round_midnight_or_not_or_not_be() {
        let quiet = |quiet_from, quiet_until| Plan { quiet_from, quiet_until, ..Plan::default() };
        assert!(quiet(20, 7).quiet(3) && quiet(20, 7).quiet(20) && !quiet(20, 7).quiet(7));
        assert!(quiet(9, 12).quiet(11) && !quiet(9, 12).quiet(12) && !quiet(9, 12).quiet(8));
        assert!((0..24).all(|hour| !quiet(8, 8).quiet(hour)));
    }

    #[test]
    fn days_and_topics_read_back() {
        let plan = Plan::default();
        assert_eq!(Plan::days_from(&plan.days_code()), plan.days);
        assert_eq!(Topic::of("commitment.signed"), Topic::Prepare);
        assert_eq!(Topic::of("meetings/7"), Topic::Meetings);
        assert_eq!(Topic::of("seat.taken"), Topic::People);
    }
}
