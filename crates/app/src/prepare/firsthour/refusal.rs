//! Why something of the first half hour is not taken.

use words::Words;

use crate::error::Refusal;

/// A rule's no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// The six questions come first.
    SixFirst,
    /// Nothing was named.
    NothingNamed,
    /// More than three.
    TooMany,
    /// Each side has named: now one is picked.
    Named,
    /// Not each side has named yet.
    NotNamed,
    /// Nothing was chosen.
    NothingPicked,
    /// One is picked.
    Picked,
    /// A concern comes first.
    ConcernFirst,
    /// Not a day.
    Day,
    /// Not a time.
    Time,
    /// In the past.
    Past,
    /// There is no meeting to answer.
    NothingProposed,
    /// One's own proposal.
    Own,
    /// It is set.
    Set,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::SixFirst => w.firsthour_no_six_first(),
            Self::NothingNamed => w.firsthour_no_nothing_named(),
            Self::TooMany => w.firsthour_no_too_many(),
            Self::Named => w.firsthour_no_named(),
            Self::NotNamed => w.firsthour_no_not_named(),
            Self::NothingPicked => w.firsthour_no_nothing_picked(),
            Self::Picked => w.firsthour_no_picked(),
            Self::ConcernFirst => w.firsthour_no_concern_first(),
            Self::Day => w.firsthour_no_day(),
            Self::Time => w.firsthour_no_time(),
            Self::Past => w.firsthour_no_past(),
            Self::NothingProposed => w.firsthour_no_no_meeting(),
            Self::Own => w.firsthour_no_own(),
            Self::Set => w.firsthour_no_set(),
        }
        .to_owned()
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NothingNamed | Self::TooMany => Some("concerns"),
            Self::NothingPicked => Some("concern"),
            Self::Day | Self::Past => Some("day"),
            Self::Time => Some("time"),
            _ => None,
        }
    }
}
