//! The pure rules: who may confirm, and which dates are good.

use jiff::ToSpan;
use jiff::civil::Date;
use uuid::Uuid;

use super::{Crisis, No, State};

/// The furthest a date of a crisis may lie ahead, in days.
pub(super) const FURTHEST: i64 = 180;

impl Crisis {
    /// Another side confirms while it waits.
    pub(super) fn may_confirm(&self, party: Uuid) -> Result<(), No> {
        match self.state {
            State::Provisional if party == self.activated_party => Err(No::OwnSide),
            State::Provisional => Ok(()),
            State::Active => Err(No::Confirmed),
            _ => Err(No::Over),
        }
    }

    /// Whoever activated it takes it back, as long as nobody confirmed.
    pub(super) fn may_take_back(&self, party: Uuid) -> Result<(), No> {
        match self.state {
            State::Provisional if party != self.activated_party => Err(No::OwnSide),
            State::Provisional => Ok(()),
            State::Active => Err(No::Confirmed),
            _ => Err(No::Over),
        }
    }

    /// What pressing "stand down" does for this party: ask, or agree to what another asked.
    pub(super) fn stand_down(&self, party: Uuid) -> Result<Closing, No> {
        match (self.state, self.closing) {
            (State::Active, None) => Ok(Closing::Asks),
            (State::Active, Some((asked, _))) if asked == party => Err(No::OwnSide),
            (State::Active, Some(_)) => Ok(Closing::Ends),
            (State::Provisional, _) => Err(No::NotConfirmed),
            _ => Err(No::Over),
        }
    }
}

/// What an answer about standing down brings about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Closing {
    /// The others are asked.
    Asks,
    /// It is over.
    Ends,
}

/// A day that is today or ahead, and not too far.
pub fn day(field: &'static str, given: &str, today: Date) -> Result<Date, No> {
    let day: Date = given.trim().parse().map_err(|_| No::Date(field))?;
    let last = today.checked_add(FURTHEST.days()).unwrap_or(today);
    if day < today || day > last { Err(No::Date(field)) } else { Ok(day) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crisis::playbook::Code;
    use crate::site::Moment;

    fn crisis(state: State, closing: Option<u128>) -> Crisis {
        Crisis {
            id: Uuid::from_u128(9),
            playbook: Code::Blank,
            name: "A storm".into(),
            state,
            activated_party: Uuid::from_u128(1),
            activated_at: Moment(0),
            confirm_by: Moment(1),
            confirmed: None,
            ends_on: jiff::civil::date(2026, 2, 1),
            closing: closing.map(|party| (Uuid::from_u128(party), Moment(0))),
            ended_at: None,
            version: 1,
        }
    }

    #[test]
    fn only_another_side_confirms_and_only_once() {
        let (own, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let waits = crisis(State::Provisional, None);
        assert_eq!(waits.may_confirm(own), Err(No::OwnSide));
        assert_eq!(waits.may_confirm(other), Ok(()));
        assert_eq!(crisis(State::Active, None).may_confirm(other), Err(No::Confirmed));
        for over in [State::Lapsed, State::StoodDown, State::TakenBack] {
            assert_eq!(crisis(over, None).may_confirm(other), Err(No::Over), "{over:?}");
        }
    }

    #[test]
    fn only_the_side_that_began_it_takes_it_back_and_only_before_a_second_word() {
        let (own, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        assert_eq!(crisis(State::Provisional, None).may_take_back(own), Ok(()));
        assert_eq!(crisis(State::Provisional, None).may_take_back(other), Err(No::OwnSide));
        assert_eq!(crisis(State::Active, None).may_take_back(own), Err(No::Confirmed));
    }

    #[test]
    fn two_sides_are_needed_to_stand_down() {
        let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
        assert_eq!(crisis(State::Active, None).stand_down(one), Ok(Closing::Asks));
        assert_eq!(crisis(State::Active, Some(1)).stand_down(one), Err(No::OwnSide));
        assert_eq!(crisis(State::Active, Some(1)).stand_down(two), Ok(Closing::Ends));
        assert_eq!(crisis(State::Provisional, None).stand_down(one), Err(No::NotConfirmed));
        assert_eq!(crisis(State::StoodDown, None).stand_down(one), Err(No::Over));
    }

    #[test]
    fn days_are_ahead_and_not_too_far() {
        let today = jiff::civil::date(2026, 1, 20);
        for (given, good) in [
            ("2026-01-20", true),
            ("2026-01-19", false),
            (" 2026-07-19 ", true),
            ("2026-07-20", false),
            ("tomorrow", false),
            ("", false),
        ] {
            assert_eq!(day("x", given, today).is_ok(), good, "{given}");
        }
    }
}
