//! The days of a commitment: the longest it may run, the reminders before its renewal date, and what
//! the date brings about when nothing is done.

use jiff::ToSpan;
use jiff::civil::Date;

use super::refusal::No;

/// People have three weeks to sign; a board that meets twice a month meets once in them.
pub const SIGNING_DAYS: i64 = 21;
/// A successor has two months to confirm: time for a board to seat one and for them to read.
pub const SUCCESSOR_DAYS: i64 = 60;
/// After the renewal date it stands for so long, and then lapses.
pub const GRACE_DAYS: i32 = 30;
/// No promise here runs for longer without being looked at again.
pub const LONGEST_YEARS: i32 = 5;

/// What happens around the renewal date, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// A reminder sixty days before.
    Sixty,
    /// A reminder fourteen days before.
    Fourteen,
    /// The date itself: it is due for renewal.
    Due,
    /// Thirty days after: it lapses.
    Lapse,
}

impl Step {
    /// Every step in its order.
    pub const ALL: &[Self] = &[Self::Sixty, Self::Fourteen, Self::Due, Self::Lapse];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Sixty => "sixty",
            Self::Fourteen => "fourteen",
            Self::Due => "due",
            Self::Lapse => "lapse",
        }
    }

    /// The step of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|step| step.code() == code)
    }

    /// The day of this step. A day beyond the calendar reads as the renewal date.
    pub fn day(self, renew_on: Date) -> Date {
        let days = match self {
            Self::Sixty => -60,
            Self::Fourteen => -14,
            Self::Due => 0,
            Self::Lapse => GRACE_DAYS,
        };
        renew_on.checked_add(days.days()).unwrap_or(renew_on)
    }
}

/// The renewal date offered when nobody chose one: a year from today.
pub fn usual(today: Date) -> Date {
    today.checked_add(1.year()).unwrap_or(today)
}

/// Reads a renewal date: after today, and within five years.
pub fn read(written: &str, today: Date) -> Result<Date, No> {
    let day: Date = written.trim().parse().map_err(|_| No::RenewalUnreadable)?;
    let last = today.checked_add(LONGEST_YEARS.years()).unwrap_or(today);
    if day <= today {
        Err(No::RenewalPast)
    } else if day > last {
        Err(No::RenewalTooFar)
    } else {
        Ok(day)
    }
}

/// Whether the renewal date has come and it is still in its last thirty days.
pub fn is_due(renew_on: Date, today: Date) -> bool {
    today >= renew_on && today < Step::Lapse.day(renew_on)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_renewal_date_is_ahead_and_within_five_years() {
        let today = date(2026, 9, 1);
        assert_eq!(read(" 2027-09-01 ", today), Ok(date(2027, 9, 1)));
        assert_eq!(read("2031-09-01", today), Ok(date(2031, 9, 1)));
        assert_eq!(read("2026-09-01", today), Err(No::RenewalPast));
        assert_eq!(read("2031-09-02", today), Err(No::RenewalTooFar));
        for bad in ["", "soon", "2026-13-01", "09/01/2027"] {
            assert_eq!(read(bad, today), Err(No::RenewalUnreadable), "{bad:?}");
        }
    }

    #[test]
    fn steps_come_in_their_order_and_the_last_is_thirty_days_after() {
        let renew_on = date(2027, 3, 1);
        let days: Vec<Date> = Step::ALL.iter().map(|step| step.day(renew_on)).collect();
        assert_eq!(days, [date(2026, 12, 31), date(2027, 2, 15), renew_on, date(2027, 3, 31)]);
        assert!(Step::Sixty < Step::Fourteen && Step::Due < Step::Lapse);
    }

    #[test]
    fn it_is_due_from_the_date_until_it_lapses() {
        let renew_on = date(2027, 3, 1);
        for (today, due) in [(28, false), (29, true), (58, true), (59, false)] {
            let today = date(2027, 2, 1).checked_add((today - 1).days()).unwrap();
            assert_eq!(is_due(renew_on, today), due, "{today}");
        }
        assert_eq!(usual(date(2028, 2, 29)), date(2029, 2, 28));
    }
}
