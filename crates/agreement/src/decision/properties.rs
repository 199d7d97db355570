//! What holds of every decision, whatever the sides, the rule and the answers.

use proptest::prelude::*;

use super::{Answer, Decided, Outcome, Quorum, Rule, Side, Threshold, Verdict};
use crate::fist::Fist;

type Case = (Rule, Vec<Side<u8>>, Vec<Answer<u8>>);

fn a_fist() -> impl Strategy<Value = Fist> {
    prop::sample::select(Fist::ALL.to_vec())
}

fn a_rule() -> impl Strategy<Value = Rule> {
    let threshold = (any::<bool>(), 1_u8..=100, a_fist()).prop_map(|(all, percent, at_least)| {
        if all { Threshold::All(at_least) } else { Threshold::Share { percent, at_least } }
    });
    let quorum = (any::<bool>(), 0_u8..=100).prop_map(|(share, number)| {
        if share { Quorum::Share(number) } else { Quorum::AtLeast(usize::from(number) % 6) }
    });
    (threshold, quorum).prop_map(|(threshold, quorum)| Rule { threshold, quorum })
}

/// Up to five sides of up to five people, of whom any number answered, and some neutrals.
fn a_case() -> impl Strategy<Value = Case> {
    let side = (prop::bool::weighted(0.8), prop::bool::weighted(0.15), 0_usize..5);
    let sides = prop::collection::vec((side, prop::collection::vec(a_fist(), 0..5)), 1..6);
    (a_rule(), sides, prop::collection::vec(a_fist(), 0..3)).prop_map(|(rule, table, neutrals)| {
        let (mut sides, mut answers) = (Vec::new(), Vec::new());
        for (party, ((must_agree, stands_aside, may_answer), fists)) in (0_u8..).zip(table) {
            sides.push(Side { party, must_agree, may_answer, stands_aside });
            answers
                .extend(fists.into_iter().take(may_answer).map(|fist| Answer { party: Some(party), fist }));
        }
        answers.extend(neutrals.into_iter().map(|fist| Answer { party: None, fist }));
        (rule, sides, answers)
    })
}

fn verdict(outcome: &Outcome<u8>, party: u8) -> Option<Verdict> {
    outcome.parties.iter().find(|one| one.party == party).and_then(|one| one.verdict)
}

proptest! {
    #[test]
    fn the_order_of_answers_never_matters((rule, sides, answers) in a_case(), turn in 0_usize..24) {
        let (mut turned, mut back) = (answers.clone(), answers.clone());
        turned.rotate_left(turn % answers.len().max(1));
        back.reverse();
        prop_assert_eq!(rule.outcome(&sides, &answers), rule.outcome(&sides, &turned));
        prop_assert_eq!(rule.outcome(&sides, &answers), rule.outcome(&sides, &back));
    }

    #[test]
    fn the_order_of_the_sides_never_matters((rule, sides, answers) in a_case(), turn in 0_usize..5) {
        let mut turned = sides.clone();
        turned.rotate_left(turn % sides.len());
        prop_assert_eq!(rule.outcome(&sides, &answers), rule.outcome(&turned, &answers));
    }

    /// The parties are equal: what a party is called changes who is named, and nothing else.
    #[test]
    fn parties_that_change_places_change_only_names((rule, sides, answers) in a_case()) {
        let other = |party: u8| 9 - party;
        let swapped: Vec<Side<u8>> =
            sides.iter().map(|side| Side { party: other(side.party), ..side.clone() }).collect();
        let said: Vec<Answer<u8>> =
            answers.iter().map(|one| Answer { party: one.party.map(other), ..*one }).collect();
        let (was, is) = (rule.outcome(&sides, &answers), rule.outcome(&swapped, &said));
        prop_assert_eq!(was.decided, is.decided);
        for side in &sides {
            prop_assert_eq!(verdict(&was, side.party), verdict(&is, other(side.party)));
        }
    }

    #[test]
    fn a_more_supportive_answer_never_turns_pass_into_fail(
        (rule, sides, answers) in a_case(),
        which in any::<prop::sample::Index>(),
        more in a_fist(),
    ) {
        prop_assume!(!answers.is_empty());
        let mut warmer = answers.clone();
        let one = &mut warmer[which.index(answers.len())];
        one.fist = one.fist.max(more);
        let (was, is) = (rule.outcome(&sides, &answers).decided, rule.outcome(&sides, &warmer).decided);
        prop_assert!(was != Decided::Agreed || is == Decided::Agreed, "{was:?} became {is:?}");
        prop_assert!(was == Decided::NotAgreed || is != Decided::NotAgreed, "{was:?} became {is:?}");
    }

    #[test]
    fn no_must_agree_party_is_outvoted((rule, sides, answers) in a_case()) {
        let outcome = rule.outcome(&sides, &answers);
        for side in sides.iter().filter(|side| side.must_agree) {
            let stops = !matches!(verdict(&outcome, side.party), Some(Verdict::Agrees | Verdict::StandsAside));
            prop_assert!(!(stops && outcome.decided == Decided::Agreed), "party {} was outvoted", side.party);
        }
    }

    /// Whatever all the others say, a party whose every answer is a fist is not carried along.
    #[test]
    fn a_party_of_fists_always_stops_it((rule, mut sides, mut answers) in a_case(), people in 1_usize..5) {
        prop_assume!(rule.threshold.least().can_be_threshold());
        sides.push(Side { party: 8, must_agree: true, may_answer: people, stands_aside: false });
        answers.extend((0..people).map(|_| Answer { party: Some(8), fist: Fist::ALL[0] }));
        prop_assert_eq!(rule.outcome(&sides, &answers).decided, Decided::NotAgreed);
    }

    #[test]
    fn silence_and_an_empty_chair_are_never_a_yes((rule, mut sides, answers) in a_case(), people in 0_usize..5) {
        sides.push(Side { party: 8, must_agree: true, may_answer: people, stands_aside: false });
        let outcome = rule.outcome(&sides, &answers);
        let said = if people == 0 { Verdict::Vacant } else { Verdict::Silent };
        prop_assert_eq!(verdict(&outcome, 8), Some(said));
        prop_assert!(matches!(outcome.decided, Decided::NotAgreed | Decided::NotDecided));
    }

    #[test]
    fn advice_and_neutral_answers_change_nothing(
        (rule, mut sides, mut answers) in a_case(),
        advice in prop::collection::vec(a_fist(), 0..5),
        neutral in prop::collection::vec(a_fist(), 0..5),
    ) {
        let was = rule.outcome(&sides, &answers);
        sides.push(Side { party: 8, must_agree: false, may_answer: 5, stands_aside: false });
        answers.extend(advice.into_iter().map(|fist| Answer { party: Some(8), fist }));
        answers.extend(neutral.into_iter().map(|fist| Answer { party: None, fist }));
        let is = rule.outcome(&sides, &answers);
        prop_assert_eq!(was.decided, is.decided);
        prop_assert_eq!(&was.parties[..], &is.parties[..was.parties.len()]);
    }

    #[test]
    fn an_answer_for_a_party_that_is_not_asked_changes_nothing((rule, sides, mut answers) in a_case(), fist in a_fist()) {
        let was = rule.outcome(&sides, &answers);
        answers.push(Answer { party: Some(9), fist });
        prop_assert_eq!(was, rule.outcome(&sides, &answers));
    }

    #[test]
    fn who_stands_aside_neither_carries_nor_stops((rule, mut sides, mut answers) in a_case(), fists in prop::collection::vec(a_fist(), 0..4)) {
        let was = rule.outcome(&sides, &answers).decided;
        sides.push(Side { party: 8, must_agree: true, may_answer: 4, stands_aside: true });
        answers.extend(fists.into_iter().map(|fist| Answer { party: Some(8), fist }));
        prop_assert_eq!(was, rule.outcome(&sides, &answers).decided);
    }
}
