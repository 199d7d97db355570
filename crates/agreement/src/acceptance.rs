//! One version of something is put to every must-agree party, and is agreed when each of them has accepted exactly
//! that version. Nobody's asking counts as an answer, one refusal is enough, and silence is never a yes.

use std::collections::BTreeSet;

use crate::joint::{Answer, FEWEST_PARTIES, Given};

/// What was asked, as the rules see it. Times are whole numbers that grow; only their order matters.
#[derive(Debug, Clone)]
pub struct Asked<P> {
    /// The parties that must agree now. One without a lead is among them and is silent.
    pub parties: BTreeSet<P>,
    /// An answer counts if it was given before this time.
    pub answer_by: i64,
}

/// Where it stands. Parties are listed in their own order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome<P> {
    /// These parties have still to answer.
    Waiting {
        /// Who is awaited.
        on: Vec<P>,
    },
    /// Each accepted.
    Agreed,
    /// At least one refused.
    Refused {
        /// Who refused.
        by: Vec<P>,
    },
    /// The date came before every answer did: it is not agreed.
    Lapsed {
        /// Who stayed silent.
        silent: Vec<P>,
    },
    /// Fewer than two parties are left: there is nobody to agree with.
    Void,
}

impl<P: Copy + Ord> Asked<P> {
    /// Where it stands at `now`, given these answers. Answers of parties that are not asked and answers given too
    /// late do not count.
    pub fn outcome(&self, answers: &[Given<P>], now: i64) -> Outcome<P> {
        if self.parties.len() < FEWEST_PARTIES {
            return Outcome::Void;
        }
        let said = |party: P, answer: Answer| {
            answers.iter().any(|a| a.party == party && a.answer == answer && a.at < self.answer_by)
        };
        let all = || self.parties.iter().copied();
        let by: Vec<P> = all().filter(|party| said(*party, Answer::Refused)).collect();
        if !by.is_empty() {
            return Outcome::Refused { by };
        }
        let silent: Vec<P> = all().filter(|party| !said(*party, Answer::Confirmed)).collect();
        match (silent.is_empty(), now < self.answer_by) {
            (true, _) => Outcome::Agreed,
            (false, true) => Outcome::Waiting { on: silent },
            (false, false) => Outcome::Lapsed { silent },
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const DATE: i64 = 100;

    fn asked(parties: u8) -> Asked<u8> {
        Asked { parties: (0..parties).collect(), answer_by: DATE }
    }

    fn yes(parties: &[u8]) -> Vec<Given<u8>> {
        parties.iter().map(|party| Given { party: *party, answer: Answer::Confirmed, at: 1 }).collect()
    }

    #[test]
    fn each_party_counts_and_none_for_another() {
        use Outcome::{Agreed, Lapsed, Void, Waiting};
        let table: &[(u8, &[u8], i64, Outcome<u8>)] = &[
            (0, &[], 1, Void),
            (1, &[0], 1, Void),
            (2, &[], 1, Waiting { on: vec![0, 1] }),
            (2, &[0], 99, Waiting { on: vec![1] }),
            (2, &[0], 100, Lapsed { silent: vec![1] }),
            (2, &[0, 1], 1, Agreed),
            (2, &[0, 7], 1, Waiting { on: vec![1] }),
            (3, &[0, 1], 1, Waiting { on: vec![2] }),
            (3, &[0, 1, 2], 500, Agreed),
        ];
        for (parties, accepted, now, expected) in table {
            let stands = asked(*parties).outcome(&yes(accepted), *now);
            assert_eq!(&stands, expected, "{parties} parties, accepted by {accepted:?}, at {now}");
        }
    }

    #[test]
    fn one_refusal_is_enough() {
        let mut answers = yes(&[0, 1]);
        answers.push(Given { party: 2, answer: Answer::Refused, at: 2 });
        assert_eq!(asked(3).outcome(&answers, 3), Outcome::Refused { by: vec![2] });
    }

    #[test]
    fn an_answer_on_the_date_comes_too_late() {
        let late = [
            Given { party: 0, answer: Answer::Confirmed, at: 1 },
            Given { party: 1, answer: Answer::Confirmed, at: DATE },
        ];
        assert_eq!(asked(2).outcome(&late, DATE), Outcome::Lapsed { silent: vec![1] });
    }

    proptest! {
        #[test]
        fn agreed_means_that_every_party_said_yes_in_time(
            parties in 0_u8..5,
            answers in prop::collection::vec((0_u8..6, any::<bool>(), 0_i64..200), 0..8),
            now in 0_i64..200,
        ) {
            let given: Vec<Given<u8>> = answers
                .iter()
                .map(|(party, yes, at)| Given {
                    party: *party,
                    answer: if *yes { Answer::Confirmed } else { Answer::Refused },
                    at: *at,
                })
                .collect();
            if asked(parties).outcome(&given, now) == Outcome::Agreed {
                prop_assert!(parties >= 2);
                for party in 0..parties {
                    let said = |yes: bool| answers.iter().any(|a| a.0 == party && a.1 == yes && a.2 < DATE);
                    prop_assert!(said(true) && !said(false), "party {party} of {parties}: {answers:?}");
                }
            }
        }
    }
}
