//! Shares of small groups are told in bins, the wider the fewer people there are.

use super::{Shown, Threshold, shown};
use std::fmt;

/// What a reader may see of a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShownShare {
    /// Too few people.
    TooFew,
    /// Whole percent.
    Percent(u8),
    /// Somewhere between these, ends included.
    Between(u8, u8),
    /// At most this.
    AtMost(u8),
    /// At least this.
    AtLeast(u8),
}

/// The width of a bin for a group of `n` (after NCES 2011-603, which widens ranges as groups get smaller).
const fn width(n: u64) -> u64 {
    match n {
        0..=19 => 20,
        20..=39 => 10,
        40..=199 => 5,
        _ => 1,
    }
}

/// The share of `x` in `n` as it may be shown: never below the threshold, in bins of 20, 10 or 5 points under 200
/// people, and never nearer to nobody or everybody than 5 %.
#[must_use]
pub fn shown_share(x: u64, n: u64, threshold: Threshold) -> ShownShare {
    if shown(n, threshold) == Shown::TooFew {
        return ShownShare::TooFew;
    }
    let width = width(n);
    let percent = (200 * x.min(n) + n) / (2 * n);
    let edge = width.max(5);
    // Compared as whole numbers of people, so that a rounded share never crosses its bin.
    if 100 * x < edge * n {
        ShownShare::AtMost(edge as u8)
    } else if 100 * x >= (100 - edge) * n {
        ShownShare::AtLeast((100 - edge) as u8)
    } else if width == 1 {
        ShownShare::Percent(percent as u8)
    } else {
        let low = (100 * x / n / width * width).min(100 - width);
        ShownShare::Between(low as u8, (low + width) as u8)
    }
}

impl fmt::Display for ShownShare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooFew => write!(f, "{}", Shown::TooFew),
            Self::Percent(p) => write!(f, "{p} %"),
            Self::Between(low, high) => write!(f, "{low}–{high} %"),
            Self::AtMost(p) => write!(f, "≤ {p} %"),
            Self::AtLeast(p) => write!(f, "≥ {p} %"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bins_widen_as_groups_get_smaller() {
        for (x, n, told) in [
            (2, 4, "not shown to protect privacy"),
            (0, 12, "≤ 20 %"),
            (6, 12, "40–60 %"),
            (12, 12, "≥ 80 %"),
            (11, 30, "30–40 %"),
            (30, 30, "≥ 90 %"),
            (33, 100, "30–35 %"),
            (1, 100, "≤ 5 %"),
            (137, 400, "34 %"),
            (399, 400, "≥ 95 %"),
        ] {
            assert_eq!(shown_share(x, n, Threshold::STAFF).to_string(), told, "{x} of {n}");
        }
    }

    #[test]
    fn no_bin_of_a_small_group_holds_fewer_than_two_possible_counts() {
        for n in 10..200 {
            for x in 0..=n {
                let told = shown_share(x, n, Threshold::FAMILIES_AND_STUDENTS);
                let alike =
                    (0..=n).filter(|&y| shown_share(y, n, Threshold::FAMILIES_AND_STUDENTS) == told).count();
                assert!(alike >= 2, "{x} of {n} is told as {told}, which only {alike} count fits");
            }
        }
    }
}
