//! How often something may be tried: strict for one account, loose for one network address, since a
//! whole district may stand behind one. The rule is pure; the tally is a row.

use uuid::Uuid;

use super::store;
use crate::error::Error;
use crate::people::security::{self, Happened};
use crate::site::{Act, Moment};

/// One thing that is limited.
#[derive(Debug)]
pub struct Limit {
    /// Its name, for the security log.
    pub name: &'static str,
    /// How it is limited.
    pub rule: Rule,
}

/// How tries are limited.
#[derive(Debug, Clone, Copy)]
pub enum Rule {
    /// So many within so many microseconds.
    Within(i64, i64),
    /// After every so many tries a pause, twice as long as the one before. A day without a try
    /// forgets them.
    Pauses(i64),
}

/// Wrong passwords for one account.
pub const PASSWORD: Limit = Limit { name: "password", rule: Rule::Pauses(5) };
/// Letters with a code to one address, asked for from one place.
pub const LETTERS: Limit = Limit { name: "letters", rule: Rule::Within(5, WINDOW) };
/// Letters with a code to one address, from everywhere: nobody's mailbox is flooded.
pub const ALL_LETTERS: Limit = Limit { name: "all-letters", rule: Rule::Within(20, WINDOW) };
/// Tries of any kind from one network address.
pub const PLACE: Limit = Limit { name: "place", rule: Rule::Within(300, WINDOW) };

const WINDOW: i64 = 15 * Moment::MINUTE;
const FIRST_PAUSE: i64 = 15 * Moment::MINUTE;
const LONGEST_PAUSE: i64 = 4 * Moment::HOUR;
/// After so long without a try a tally is forgotten and may be purged.
pub const FORGOTTEN: i64 = Moment::DAY;

/// Tries so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// How many.
    pub tries: i64,
    /// The first of them.
    pub since: Moment,
    /// The last of them.
    pub last: Moment,
}

impl Rule {
    /// The tally after one more try, or the microseconds until one may be made.
    pub fn next(self, tally: Tally, now: Moment) -> Result<Tally, i64> {
        let fresh = Tally { tries: 1, since: now, last: now };
        let more = Tally { tries: tally.tries + 1, last: now, ..tally };
        let until = match self {
            Self::Within(_, within) if tally.tries == 0 || tally.since.plus(within) <= now => {
                return Ok(fresh);
            }
            Self::Pauses(_) if tally.tries == 0 || tally.last.plus(FORGOTTEN) <= now => return Ok(fresh),
            Self::Within(most, _) if tally.tries < most => return Ok(more),
            Self::Within(_, within) => tally.since.plus(within),
            Self::Pauses(every) if tally.tries % every != 0 => return Ok(more),
            Self::Pauses(every) => tally.last.plus(pause(tally.tries / every)),
        };
        if until <= now { Ok(more) } else { Err(until.0 - now.0) }
    }

    /// Whether this tally is the one that reaches the limit.
    fn is_reached_by(self, tally: Tally) -> bool {
        match self {
            Self::Within(most, _) => tally.tries == most,
            Self::Pauses(every) => tally.tries % every == 0,
        }
    }
}

/// The `round`-th pause, from 1.
fn pause(round: i64) -> i64 {
    (FIRST_PAUSE << (round - 1).clamp(0, 10)).min(LONGEST_PAUSE)
}

/// Counts one try, or refuses it. `request` names the request, so that one which the engine makes
/// run twice counts once. The count lasts only if the act is committed: a caller whose work lies
/// outside the transaction commits first.
pub async fn count(act: &mut Act, limit: &Limit, of: &str, from: &str, request: Uuid) -> Result<(), Error> {
    let bucket = bucket(limit, of);
    let (tally, last_request) = store::tally(act, &bucket).await?;
    if last_request == request {
        return Ok(());
    }
    match limit.rule.next(tally, act.now()) {
        Ok(next) => {
            store::count(act, &bucket, next, request).await?;
            if limit.rule.is_reached_by(next) {
                security::note(act, Happened::LimitReached(limit.name), None, from).await?;
            }
            Ok(())
        }
        Err(wait) => Err(Error::TooMany { wait: (wait + Moment::SECOND - 1) / Moment::SECOND }),
    }
}

/// Forgets all tries: they ended well.
pub async fn forget(act: &mut Act, limit: &Limit, of: &str) -> Result<(), Error> {
    store::forget(act, &bucket(limit, of)).await
}

/// Takes one try back: it ended well, and the others of the same place are not touched by it.
pub async fn take_back(act: &mut Act, limit: &Limit, of: &str) -> Result<(), Error> {
    store::take_back(act, &bucket(limit, of)).await
}

/// The name of a tally: a hash, so that the table lists no addresses.
fn bucket(limit: &Limit, of: &str) -> String {
    data_encoding::HEXLOWER.encode(&super::hashed(&format!("{}\n{of}", limit.name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Moment = Moment(1_000 * Moment::DAY);
    const NONE: Tally = Tally { tries: 0, since: Moment(0), last: Moment(0) };

    /// Tries again and again from noon, `apart` microseconds apart; which of them were let through.
    fn tries(rule: Rule, apart: i64, number: usize) -> Vec<bool> {
        let mut tally = NONE;
        (0..number)
            .map(|n| match rule.next(tally, NOON.plus(apart * n as i64)) {
                Ok(next) => {
                    tally = next;
                    true
                }
                Err(wait) => {
                    assert!(wait > 0);
                    false
                }
            })
            .collect()
    }

    #[test]
    fn a_window_lets_so_many_through_and_then_opens_again() {
        let passed = tries(Rule::Within(3, 10 * Moment::MINUTE), Moment::MINUTE, 14);
        let expected =
            [true, true, true, false, false, false, false, false, false, false, true, true, true, false];
        assert_eq!(passed, expected);
    }

    #[test]
    fn every_fifth_wrong_try_is_followed_by_a_pause_that_doubles() {
        let mut tally = NONE;
        let mut now = NOON;
        let mut pauses = Vec::new();
        for _ in 0..35 {
            if let Err(wait) = PASSWORD.rule.next(tally, now) {
                pauses.push(wait / Moment::MINUTE);
                now = now.plus(wait);
            }
            tally = PASSWORD.rule.next(tally, now).expect("after the pause a try is let through");
        }
        assert_eq!(pauses, [15, 30, 60, 120, 240, 240]);
    }

    #[test]
    fn a_day_without_a_try_forgets_them() {
        let tally = Tally { tries: 25, since: NOON, last: NOON };
        assert!(PASSWORD.rule.next(tally, NOON.plus(Moment::HOUR)).is_err());
        let after = PASSWORD.rule.next(tally, NOON.plus(FORGOTTEN)).expect("let through");
        assert_eq!(after.tries, 1);
    }

    #[test]
    fn guessing_a_password_for_a_day_gives_few_tries() {
        let passed = tries(PASSWORD.rule, Moment::MINUTE, 24 * 60);
        assert!(passed.iter().filter(|let_through| **let_through).count() <= 50);
    }

    #[test]
    fn a_district_behind_one_address_is_not_locked_out() {
        assert!(tries(PLACE.rule, Moment::SECOND, 300).into_iter().all(|let_through| let_through));
    }
}
