//! Why something about a meeting cannot be done.

use words::Words;

use crate::error::Refusal;

/// A rule's no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum No {
    /// The day cannot be read.
    Day,
    /// The hour cannot be read.
    Time,
    /// It would begin in the past.
    Past,
    /// It is more than two years ahead.
    TooFar,
    /// Not between five minutes and ten hours.
    Minutes,
    /// The team is not there or has ended.
    Team,
    /// Somebody chosen does not sit here any more.
    Person,
    /// This is not possible in the state it is in.
    NotNow,
    /// It has nothing to talk about.
    EmptyAgenda,
    /// No purpose was chosen.
    Purpose,
    /// An item takes from one minute to four hours.
    ItemMinutes,
    /// The code is not the one in the room.
    Code,
    /// Two versions of a paragraph still stand side by side.
    NotMerged,
    /// Its side answered already.
    Answered,
    /// From three to thirty days.
    Days,
    /// No choice was made.
    Choice(&'static str),
    /// A line that cannot be read as who, what and by when.
    Line,
    /// No name was ticked.
    Nobody,
    /// An item that is talked about now cannot be moved away.
    Under,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::Day => w.meeting_no_day(),
            Self::Time => w.meeting_no_time(),
            Self::Past => w.meeting_no_past(),
            Self::TooFar => w.meeting_no_too_far(),
            Self::Minutes => w.meeting_no_minutes(),
            Self::Team => w.meeting_no_team(),
            Self::Person => w.meeting_no_person(),
            Self::NotNow => w.meeting_no_not_now(),
            Self::EmptyAgenda => w.meeting_no_items(),
            Self::Purpose => w.meeting_no_purpose(),
            Self::ItemMinutes => w.meeting_no_item_minutes(),
            Self::Code => w.meeting_no_code(),
            Self::NotMerged => w.meeting_no_not_merged(),
            Self::Answered => w.meeting_no_answered(),
            Self::Days => w.meeting_no_days(),
            Self::Choice(_) => w.meeting_no_choice(),
            Self::Line => w.meeting_no_line(),
            Self::Nobody => w.meeting_no_nobody(),
            Self::Under => w.meeting_no_under(),
        }
        .to_owned()
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Day | Self::Past | Self::TooFar => Some("day"),
            Self::Time => Some("time"),
            Self::Minutes | Self::ItemMinutes => Some("minutes"),
            Self::Team => Some("team"),
            Self::Person => Some("owner"),
            Self::Purpose => Some("purpose"),
            Self::Code => Some("code"),
            Self::NotMerged => Some("notes"),
            Self::Days => Some("days"),
            Self::Line => Some("line"),
            Self::Nobody => Some("seat"),
            Self::Choice(field) => Some(field),
            Self::NotNow | Self::EmptyAgenda | Self::Answered | Self::Under => None,
        }
    }
}
