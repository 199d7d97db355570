//! Why a statement or an answer is not taken.

use words::Words;

use super::rules::Item;
use crate::error::Refusal;

/// A rule's no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// An item has no answer.
    Missing(Item),
    /// The statements have been shown: they stand until the next round.
    Shown,
    /// The round still waits: nothing may be shown without the silent party yet.
    NotYet,
    /// The party has said nothing that it could show.
    NothingSaid,
    /// Members can be asked only once the statements are shown, in an active partnership.
    NotShown,
    /// The party has asked its members before in this round.
    AskedBefore,
    /// Nobody asks the members of this party now.
    NotAsked,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::Missing(_) => w.readiness_no_missing(),
            Self::Shown => w.readiness_no_shown(),
            Self::NotYet => w.readiness_no_not_yet(),
            Self::NothingSaid => w.readiness_no_nothing_said(),
            Self::NotShown => w.readiness_no_not_shown(),
            Self::AskedBefore => w.readiness_no_asked_before(),
            Self::NotAsked => w.readiness_no_not_asked(),
        }
        .to_owned()
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Missing(item) => Some(item.code()),
            _ => None,
        }
    }
}
