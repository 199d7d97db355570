//! What the sheet says: pure, from the readings and the numbers that people set.

use super::Signal;
use crate::crisis::log::Stance;
use crate::site::Moment;

/// A reading older than this no longer tells how things are.
pub const FRESH: i64 = 24 * Moment::HOUR;

/// What a row, or the whole sheet, says now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// The numbers say this.
    Stance(Stance),
    /// Nobody has read it within a day: it says nothing.
    Unknown,
}

impl Signal {
    /// What this row says at `now`.
    pub fn says(&self, now: Moment) -> Says {
        match &self.reading {
            Some((value, at, _)) if at.plus(FRESH) >= now => Says::Stance(self.stance(*value)),
            _ => Says::Unknown,
        }
    }

    fn stance(&self, value: i64) -> Stance {
        let reached = |mark: i64| if self.lower { value <= mark } else { value >= mark };
        match () {
            () if reached(self.close_at) => Stance::Close,
            () if reached(self.limit_at) => Stance::Limit,
            () => Stance::Open,
        }
    }
}

/// What the whole sheet says: the gravest row. A row nobody has read keeps it from saying "open" or "limit",
/// because what is not known may be worse; "close" needs one row alone.
pub fn overall(rows: &[Says]) -> Says {
    if rows.contains(&Says::Stance(Stance::Close)) {
        return Says::Stance(Stance::Close);
    }
    if rows.is_empty() || rows.contains(&Says::Unknown) {
        return Says::Unknown;
    }
    if rows.contains(&Says::Stance(Stance::Limit)) {
        return Says::Stance(Stance::Limit);
    }
    Says::Stance(Stance::Open)
}

/// Whether closing is worse than limiting.
pub(super) fn in_order(lower: bool, limit_at: i64, close_at: i64) -> bool {
    if lower { close_at < limit_at } else { close_at > limit_at }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::crisis::Group;

    fn signal(lower: bool, limit_at: i64, close_at: i64, reading: Option<i64>) -> Signal {
        Signal {
            id: Uuid::from_u128(1),
            group: Group::Health,
            source: None,
            name: String::new(),
            comes_from: String::new(),
            unit: String::new(),
            lower,
            limit_at,
            close_at,
            reading: reading.map(|value| (value, Moment(0), "Ana".into())),
            version: 1,
        }
    }

    #[test]
    fn each_reading_falls_on_the_right_side_of_the_numbers() {
        let (open, limit, close) =
            (Says::Stance(Stance::Open), Says::Stance(Stance::Limit), Says::Stance(Stance::Close));
        for (lower, limit_at, close_at, reading, says) in [
            (false, 15, 30, 14, open),
            (false, 15, 30, 15, limit),
            (false, 15, 30, 29, limit),
            (false, 15, 30, 30, close),
            (true, -10, -25, 5, open),
            (true, -10, -25, -9, open),
            (true, -10, -25, -10, limit),
            (true, -10, -25, -24, limit),
            (true, -10, -25, -25, close),
            (true, -10, -25, -40, close),
        ] {
            let row = signal(lower, limit_at, close_at, Some(reading));
            assert_eq!(row.says(Moment(0)), says, "{reading} with {limit_at} and {close_at}");
        }
    }

    #[test]
    fn a_reading_says_nothing_after_a_day() {
        let row = signal(false, 15, 30, Some(40));
        assert_eq!(row.says(Moment(FRESH)), Says::Stance(Stance::Close));
        assert_eq!(row.says(Moment(FRESH + 1)), Says::Unknown);
        assert_eq!(signal(false, 15, 30, None).says(Moment(0)), Says::Unknown);
    }

    #[test]
    fn the_gravest_row_speaks_and_what_is_not_known_is_never_open() {
        let (open, limit, close) =
            (Says::Stance(Stance::Open), Says::Stance(Stance::Limit), Says::Stance(Stance::Close));
        for (rows, says) in [
            (vec![], Says::Unknown),
            (vec![open, open], open),
            (vec![open, limit], limit),
            (vec![limit, close, open], close),
            (vec![open, Says::Unknown], Says::Unknown),
            (vec![limit, Says::Unknown], Says::Unknown),
            (vec![Says::Unknown, close], close),
        ] {
            assert_eq!(overall(&rows), says, "{rows:?}");
        }
    }

    proptest! {
        #[test]
        fn a_worse_reading_never_says_something_lighter(low in -50_i64..50, step in 1_i64..50, a in -200_i64..200, b in -200_i64..200) {
            let row = |value| signal(false, low, low + step, Some(value));
            let (better, worse) = (a.min(b), a.max(b));
            let grave = |value| match row(value).says(Moment(0)) { Says::Stance(s) => s, Says::Unknown => Stance::Open };
            prop_assert!(grave(better) <= grave(worse));
        }

        #[test]
        fn the_order_of_the_rows_never_matters(mut rows in proptest::collection::vec(0_u8..4, 0..6)) {
            let say = |codes: &[u8]| overall(&codes.iter().map(|code| match code {
                0 => Says::Stance(Stance::Open),
                1 => Says::Stance(Stance::Limit),
                2 => Says::Stance(Stance::Close),
                _ => Says::Unknown,
            }).collect::<Vec<_>>());
            let before = say(&rows);
            rows.reverse();
            prop_assert_eq!(before, say(&rows));
        }
    }
}
