//! Which way a structure may move, and which moves need a word from each side.

use jiff::civil::Date;

use super::{No, State};

/// Where it goes next, if it goes deeper.
pub fn next(state: State) -> Option<State> {
    match state {
        State::Tested => Some(State::Proposed),
        State::Proposed => Some(State::Adopted),
        State::Adopted => Some(State::InForce),
        State::InForce | State::Ended => None,
    }
}

/// Whether it may go from one state to another: one step deeper, or to its end.
pub fn may_move(from: State, to: State) -> Result<(), No> {
    let ends = to == State::Ended && from != State::Ended;
    if next(from) == Some(to) || ends { Ok(()) } else { Err(No::Move) }
}

/// Whether each side has to agree before the move is made.
pub fn needs_each_side(to: State) -> bool {
    to == State::Adopted
}

/// Reads the day a document bears. It may lie ahead only for what is not in force yet: a policy can be
/// adopted today for next autumn, and nothing is in force before its day.
pub fn day(typed: &str, to: State, today: Date) -> Result<Date, No> {
    let day: Date = typed.trim().parse().map_err(|_| No::Day)?;
    match to {
        State::InForce | State::Ended | State::Tested if day > today => Err(No::DayAhead),
        _ if !(1990..=2100).contains(&day.year()) => Err(No::Day),
        _ => Ok(day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_goes_one_step_deeper_or_ends_and_nothing_else() {
        for from in State::ALL {
            for to in State::ALL {
                let allowed = matches!(
                    (from, to),
                    (State::Tested, State::Proposed)
                        | (State::Proposed, State::Adopted)
                        | (State::Adopted, State::InForce)
                ) || (to == State::Ended && from != State::Ended);
                assert_eq!(may_move(from, to).is_ok(), allowed, "{from:?} to {to:?}");
            }
        }
    }

    #[test]
    fn only_adopting_needs_each_side() {
        let needs: Vec<State> = State::ALL.into_iter().filter(|state| needs_each_side(*state)).collect();
        assert_eq!(needs, [State::Adopted]);
    }

    #[test]
    fn nothing_is_in_force_before_its_day() {
        let today = jiff::civil::date(2026, 10, 16);
        assert_eq!(day("2026-10-17", State::InForce, today), Err(No::DayAhead));
        assert_eq!(day("2026-10-16", State::InForce, today), Ok(today));
        assert!(day("2027-08-01", State::Adopted, today).is_ok());
        assert_eq!(day("next week", State::Proposed, today), Err(No::Day));
        assert_eq!(day("0026-10-16", State::Proposed, today), Err(No::Day));
    }
}
