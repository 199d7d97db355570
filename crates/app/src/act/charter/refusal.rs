//! Why something about a charter cannot be done.

use words::Words;

use crate::error::Refusal;

/// A rule's no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// A choice was not made.
    Unchosen(&'static str),
    /// The quorum is no number from 1 to 20.
    Quorum,
    /// The lowest number of fingers is none from 1 to 5.
    Lowest,
    /// The last day cannot be read or is not ahead.
    EndPast,
    /// The last day is more than three years ahead.
    EndFar,
    /// Nothing is written yet.
    Nothing,
    /// The team has ended.
    Closed,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::Unchosen(_) => w.charter_no_unchosen(),
            Self::Quorum => w.charter_no_quorum(),
            Self::Lowest => w.charter_no_lowest(),
            Self::EndPast => w.charter_no_end_past(),
            Self::EndFar => w.charter_no_end_far(),
            Self::Nothing => w.charter_no_nothing(),
            Self::Closed => w.team_no_closed(),
        }
        .to_owned()
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Unchosen(field) => Some(field),
            Self::Quorum => Some("quorum"),
            Self::Lowest => Some("lowest"),
            Self::EndPast | Self::EndFar => Some("ends_on"),
            Self::Nothing | Self::Closed => None,
        }
    }
}
