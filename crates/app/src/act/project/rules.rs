//! The rules of scoring, pure: when scores are opened, and which differences come first.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::{Score, Test};

/// One test with what each side gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Difference {
    pub(super) test: Test,
    pub(super) lowest: i64,
    pub(super) highest: i64,
    pub(super) scores: Vec<Score>,
}

impl Difference {
    pub(super) fn spread(&self) -> i64 {
        self.highest - self.lowest
    }
}

/// The tests that were scored, the largest difference between two sides first; among equals the one with the lowest
/// score, then in the order of the tests. An average is nowhere: it would hide the side that says no.
pub(super) fn differences(scores: &[Score]) -> Vec<Difference> {
    let mut all: Vec<Difference> = Test::ALL
        .into_iter()
        .filter_map(|test| {
            let of: Vec<Score> = scores.iter().filter(|score| score.test == test).cloned().collect();
            let lowest = of.iter().map(|score| score.score).min()?;
            let highest = of.iter().map(|score| score.score).max()?;
            Some(Difference { test, lowest, highest, scores: of })
        })
        .collect();
    all.sort_by_key(|one| (-one.spread(), one.lowest, one.test));
    all
}

/// The must-agree parties that have not scored all five tests.
pub(super) fn missing(must_agree: &[Uuid], scores: &[Score]) -> Vec<Uuid> {
    let whole = |party: &Uuid| {
        let tests: BTreeSet<Test> =
            scores.iter().filter(|score| score.party == *party).map(|score| score.test).collect();
        tests.len() == Test::ALL.len()
    };
    must_agree.iter().copied().filter(|party| !whole(party)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn score(party: u128, test: Test, score: i64) -> Score {
        Score { party: Uuid::from_u128(party), test, score, why: String::new() }
    }

    fn order(scores: &[Score]) -> Vec<Test> {
        differences(scores).into_iter().map(|one| one.test).collect()
    }

    #[test]
    fn the_largest_difference_comes_first_and_among_equals_the_lowest_score() {
        use Test::{Control, Gentle, Local, Meaning, Reach};
        let table: &[(&str, Vec<Score>, Vec<Test>)] = &[
            ("nothing scored", vec![], vec![]),
            (
                "one far apart",
                vec![score(1, Reach, 5), score(2, Reach, 4), score(1, Local, 1), score(2, Local, 5)],
                vec![Local, Reach],
            ),
            (
                "both low is more pressing than both high",
                vec![score(1, Reach, 5), score(2, Reach, 5), score(1, Gentle, 1), score(2, Gentle, 1)],
                vec![Gentle, Reach],
            ),
            (
                "all alike keep the order of the tests",
                Test::ALL.into_iter().rev().map(|test| score(1, test, 3)).collect(),
                vec![Reach, Meaning, Control, Local, Gentle],
            ),
            (
                "three sides: the outer two count",
                vec![
                    score(1, Control, 2),
                    score(2, Control, 3),
                    score(3, Control, 5),
                    score(1, Meaning, 2),
                    score(2, Meaning, 4),
                    score(3, Meaning, 4),
                ],
                vec![Control, Meaning],
            ),
        ];
        for (what, scores, expected) in table {
            assert_eq!(&order(scores), expected, "{what}");
        }
    }

    #[test]
    fn a_side_that_left_out_one_test_is_still_waited_for() {
        let both = [Uuid::from_u128(1), Uuid::from_u128(2)];
        let mut scores: Vec<Score> = Test::ALL.into_iter().map(|test| score(1, test, 3)).collect();
        scores.extend(Test::ALL.into_iter().skip(1).map(|test| score(2, test, 3)));
        assert_eq!(missing(&both, &scores), [both[1]]);
        scores.push(score(2, Test::Reach, 1));
        assert!(missing(&both, &scores).is_empty());
        assert_eq!(missing(&both, &[]), both);
    }

    proptest! {
        /// Who scored first changes nothing in what is shown first.
        #[test]
        fn the_order_of_the_answers_never_matters(
            given in prop::collection::vec((1_u128..5, 0_usize..5, 1_i64..6), 0..20),
            turn in 0_usize..20,
        ) {
            let mut scores: Vec<Score> =
                given.into_iter().map(|(party, test, points)| score(party, Test::ALL[test], points)).collect();
            let before = order(&scores);
            if !scores.is_empty() {
                let at = turn % scores.len();
                scores.rotate_left(at);
            }
            prop_assert_eq!(order(&scores), before);
        }
    }
}
