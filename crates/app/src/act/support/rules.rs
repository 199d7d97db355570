//! When the step of support is done, pure.

use uuid::Uuid;

use super::{Kind, State};

/// A need as this rule sees it.
pub(super) type Asked = (Option<Uuid>, Kind, State);

/// Whether every leadership team has said what it needs, or that it needs nothing, and each need that still stands has
/// somebody who provides it. Without a leadership team nobody has said anything.
pub(super) fn done(leading: &[Uuid], asked: &[Asked]) -> bool {
    let standing = || asked.iter().filter(|(_, _, state)| *state != State::Closed);
    let said = |team: &Uuid| standing().any(|(of, _, _)| of.as_ref() == Some(team));
    let provided =
        |(_, kind, state): &Asked| *kind == Kind::Nothing || matches!(state, State::Agreed | State::Given);
    let of_leading = |(of, _, _): &&Asked| of.is_some_and(|team| leading.contains(&team));
    !leading.is_empty() && leading.iter().all(said) && standing().filter(of_leading).all(provided)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn support_is_planned_when_each_leadership_team_spoke_and_each_need_has_a_giver() {
        let (one, two, other) = (Uuid::from_u128(1), Uuid::from_u128(2), Uuid::from_u128(3));
        let need = |team, state| (Some(team), Kind::Training, state);
        let nothing = |team| (Some(team), Kind::Nothing, State::Open);
        let table: &[(&str, &[Uuid], &[Asked], bool)] = &[
            ("no leadership team", &[], &[], false),
            ("nobody spoke", &[one], &[], false),
            ("it needs nothing", &[one], &[nothing(one)], true),
            ("a need nobody meets", &[one], &[need(one, State::Open)], false),
            ("an offer is not yet a yes", &[one], &[need(one, State::Offered)], false),
            ("an offer was taken", &[one], &[need(one, State::Agreed)], true),
            ("the help was given", &[one], &[need(one, State::Given)], true),
            ("one of two spoke", &[one, two], &[nothing(one)], false),
            ("both spoke", &[one, two], &[nothing(one), need(two, State::Given)], true),
            ("one need of two is met", &[one], &[need(one, State::Agreed), need(one, State::Open)], false),
            ("a closed need says nothing", &[one], &[need(one, State::Closed)], false),
            ("a closed need stands in nobody's way", &[one], &[need(one, State::Closed), nothing(one)], true),
            (
                "a committee's need does not hold it up",
                &[one],
                &[nothing(one), need(other, State::Open)],
                true,
            ),
            ("a need of the whole is no team's word", &[one], &[(None, Kind::Money, State::Agreed)], false),
        ];
        for (what, leading, asked, expected) in table {
            assert_eq!(done(leading, asked), *expected, "{what}");
        }
    }
}
