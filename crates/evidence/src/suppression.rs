//! Small groups are never shown: one function decides whether a count may leave the house.
//!
//! Every table, chart and sentence that shows how many people did something asks [`shown`] first; a table that stands
//! beside others goes through a [`Ledger`], a share through [`shown_share`].

#[cfg(test)]
mod attack;
mod ledger;
mod share;

pub use ledger::Ledger;
pub use share::{ShownShare, shown_share};

use std::fmt;

/// The fewest people a shown group may have. Built only from the two floors below, and raised, never lowered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Threshold(u64);

impl Threshold {
    /// Staff groups: shown from 5 people.
    pub const STAFF: Self = Self(5);
    /// Families and students: shown from 10 people.
    pub const FAMILIES_AND_STUDENTS: Self = Self(10);

    /// The same threshold, or `people` where that is higher. A lower wish is ignored: a threshold only goes up.
    #[must_use]
    pub const fn raised_to(self, people: u64) -> Self {
        if people > self.0 { Self(people) } else { self }
    }

    /// The fewest people a shown group has.
    #[must_use]
    pub const fn people(self) -> u64 {
        self.0
    }
}

/// What a reader may see of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// The count itself: it is at or above the threshold.
    Count(u64),
    /// Too few people, nobody among them included: "none" can point at a person as surely as "one".
    TooFew,
}

impl Shown {
    /// The count, when it may be seen.
    #[must_use]
    pub const fn count(self) -> Option<u64> {
        match self {
            Self::Count(n) => Some(n),
            Self::TooFew => None,
        }
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(n) => write!(f, "{n}"),
            Self::TooFew => f.write_str("not shown to protect privacy"),
        }
    }
}

/// Whether a group of `n` people may be shown. This is the only place that compares a count with a threshold.
#[must_use]
pub const fn shown(n: u64, threshold: Threshold) -> Shown {
    if n >= threshold.people() { Shown::Count(n) } else { Shown::TooFew }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_shown_from_its_threshold_and_never_below() {
        for (threshold, floor) in [(Threshold::STAFF, 5), (Threshold::FAMILIES_AND_STUDENTS, 10)] {
            for n in 0..40 {
                let expected = if n < floor { Shown::TooFew } else { Shown::Count(n) };
                assert_eq!(shown(n, threshold), expected, "{n} people at {floor}");
            }
        }
    }

    #[test]
    fn a_threshold_goes_up_and_never_down() {
        assert_eq!(Threshold::STAFF.raised_to(12).people(), 12);
        assert_eq!(Threshold::STAFF.raised_to(1).people(), 5);
        assert_eq!(Threshold::FAMILIES_AND_STUDENTS.raised_to(5).people(), 10);
    }

    #[test]
    fn what_is_hidden_says_why() {
        assert_eq!(shown(4, Threshold::STAFF).to_string(), "not shown to protect privacy");
        assert_eq!(shown(5, Threshold::STAFF).to_string(), "5");
        assert_eq!(shown(4, Threshold::STAFF).count(), None);
    }
}
