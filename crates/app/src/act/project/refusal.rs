//! Why something about a project cannot be done.

use words::Words;

use crate::error::Refusal;

/// A rule's no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// The days to score are none that can be given.
    Days,
    /// A test has no score from 1 to 5.
    Score(&'static str),
    /// Scoring is over, or the project was dropped.
    NotScoring,
    /// Scores are still closed, or the project was dropped.
    NotOpen,
    /// A day cannot be read.
    Day(&'static str),
    /// The measure's day comes before the beginning.
    Backwards,
    /// The owner has no seat here.
    Owner,
    /// There is no plan to put to the sides.
    PlanMissing,
    /// The team has ended.
    Closed,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::Days => w.project_no_days(),
            Self::Score(_) => w.project_no_score(),
            Self::NotScoring => w.project_no_not_scoring(),
            Self::NotOpen => w.project_no_not_open(),
            Self::Day(_) => w.project_no_day(),
            Self::Backwards => w.project_no_backwards(),
            Self::Owner => w.project_no_owner(),
            Self::PlanMissing => w.project_no_plan(),
            Self::Closed => w.team_no_closed(),
        }
        .to_owned()
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Days => Some("days"),
            Self::Score(field) | Self::Day(field) => Some(field),
            Self::Backwards => Some("measure_by"),
            Self::Owner => Some("owner"),
            Self::NotScoring | Self::NotOpen | Self::PlanMissing | Self::Closed => None,
        }
    }
}
