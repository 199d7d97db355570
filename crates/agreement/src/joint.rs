//! Acts that one party proposes and every other must-agree party has to confirm: changing the shared
//! rules, adding a party, pausing, closing. Nothing waits forever and silence is never consent: each
//! proposal has a date and an outcome on silence that was stated when it was made.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// How many days a proposal may stay open.
pub const DAYS: RangeInclusive<i64> = 3..=60;

/// How many days it stays open unless its proposer says otherwise.
pub const USUAL_DAYS: i64 = 14;

/// A partnership is one of at least so many must-agree parties.
pub const FEWEST_PARTIES: usize = 2;

/// What one party said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// A lead confirmed it for their party.
    Confirmed,
    /// A lead refused it for their party.
    Refused,
}

/// What happens when the date comes and somebody has not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OnSilence {
    /// Nothing changes.
    Lapses,
    /// It is done all the same, and everybody reads that it was done by one side. Only for closing:
    /// nobody can be held in a partnership by another's silence.
    ClosesByOneSide,
}

/// A proposal, as the rules see it. Times are whole numbers that grow; only their order matters.
#[derive(Debug, Clone)]
pub struct Question<P> {
    /// The parties whose word is needed now, the proposer's own included. A party that has withdrawn is
    /// no longer here; a party without a lead is, and counts as silent until somebody speaks for it.
    pub parties: BTreeSet<P>,
    /// The party that proposed it: proposing is its answer.
    pub proposer: P,
    /// An answer counts if it was given before this time.
    pub answer_by: i64,
    /// What happens on silence.
    pub on_silence: OnSilence,
}

/// One party's answer and when it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given<P> {
    /// Whose answer it is.
    pub party: P,
    /// What it says.
    pub answer: Answer,
    /// When it was given.
    pub at: i64,
}

/// Where a proposal stands. Parties are listed in their own order, never in the order of answering.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome<P> {
    /// These parties have not answered, and may until then.
    Waiting {
        /// Who is awaited.
        on: Vec<P>,
        /// Until when.
        until: i64,
    },
    /// Every other must-agree party confirmed.
    Passed,
    /// At least one refused.
    Refused {
        /// Who refused.
        by: Vec<P>,
    },
    /// The date came before every answer did: nothing changes.
    Lapsed {
        /// Who stayed silent.
        silent: Vec<P>,
    },
    /// The date came and the stated outcome on silence holds: done by one side.
    BySilence {
        /// Who stayed silent.
        silent: Vec<P>,
    },
    /// The proposing party has left: there is nobody any more whose proposal it would be.
    Void,
}

impl<P: Copy + Ord> Question<P> {
    /// The parties that must answer: every must-agree party but the proposer's own.
    pub fn must_answer(&self) -> impl Iterator<Item = P> + '_ {
        self.parties.iter().copied().filter(|party| *party != self.proposer)
    }

    /// Where it stands at `now`, given these answers. Answers of parties that are not asked and answers
    /// given too late do not count.
    pub fn outcome(&self, answers: &[Given<P>], now: i64) -> Outcome<P> {
        if !self.parties.contains(&self.proposer) {
            return Outcome::Void;
        }
        let said = |party: P, answer: Answer| {
            answers.iter().any(|a| a.party == party && a.answer == answer && a.at < self.answer_by)
        };
        let refusing: Vec<P> = self.must_answer().filter(|p| said(*p, Answer::Refused)).collect();
        if !refusing.is_empty() {
            return Outcome::Refused { by: refusing };
        }
        let silent: Vec<P> = self.must_answer().filter(|p| !said(*p, Answer::Confirmed)).collect();
        match (silent.is_empty(), now < self.answer_by, self.on_silence) {
            (true, _, _) => Outcome::Passed,
            (false, true, _) => Outcome::Waiting { on: silent, until: self.answer_by },
            (false, false, OnSilence::Lapses) => Outcome::Lapsed { silent },
            (false, false, OnSilence::ClosesByOneSide) => Outcome::BySilence { silent },
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const DATE: i64 = 100;

    fn question(parties: u8, on_silence: OnSilence) -> Question<u8> {
        Question { parties: (0..parties).collect(), proposer: 0, answer_by: DATE, on_silence }
    }

    fn says(party: u8, answer: Answer) -> Given<u8> {
        Given { party, answer, at: 1 }
    }

    fn yes(parties: &[u8]) -> Vec<Given<u8>> {
        parties.iter().map(|p| says(*p, Answer::Confirmed)).collect()
    }

    /// How many parties, which of them confirmed, the outcome on silence, the hour, and what stands.
    type Case = (u8, &'static [u8], OnSilence, i64, Outcome<u8>);

    #[test]
    fn each_number_of_parties_with_one_silent() {
        use OnSilence::{ClosesByOneSide, Lapses};
        use Outcome::{BySilence, Lapsed, Passed, Waiting};
        let table: &[Case] = &[
            (1, &[], Lapses, 1, Passed),
            (2, &[1], Lapses, 1, Passed),
            (2, &[], Lapses, 99, Waiting { on: vec![1], until: DATE }),
            (2, &[], Lapses, 100, Lapsed { silent: vec![1] }),
            (2, &[], ClosesByOneSide, 99, Waiting { on: vec![1], until: DATE }),
            (2, &[], ClosesByOneSide, 100, BySilence { silent: vec![1] }),
            (3, &[1], Lapses, 1, Waiting { on: vec![2], until: DATE }),
            (3, &[2], Lapses, 100, Lapsed { silent: vec![1] }),
            (3, &[1, 2], Lapses, 1, Passed),
            (4, &[1, 3], Lapses, 100, Lapsed { silent: vec![2] }),
            (4, &[1, 3], ClosesByOneSide, 100, BySilence { silent: vec![2] }),
            (4, &[1, 2, 3], Lapses, 100, Passed),
        ];
        for (parties, confirmed, on_silence, now, expected) in table {
            let stands = question(*parties, *on_silence).outcome(&yes(confirmed), *now);
            assert_eq!(&stands, expected, "{parties} parties, confirmed by {confirmed:?}, at {now}");
        }
    }

    #[test]
    fn one_refusal_is_enough_even_to_close() {
        for on_silence in [OnSilence::Lapses, OnSilence::ClosesByOneSide] {
            let answers = [says(1, Answer::Confirmed), says(2, Answer::Refused)];
            let stands = question(3, on_silence).outcome(&answers, DATE);
            assert_eq!(stands, Outcome::Refused { by: vec![2] });
        }
    }

    #[test]
    fn a_party_that_withdrew_is_no_longer_asked_nor_heard() {
        let mut question = question(3, OnSilence::Lapses);
        question.parties.remove(&2);
        let answers = [says(1, Answer::Confirmed), says(2, Answer::Refused)];
        assert_eq!(question.outcome(&answers, 1), Outcome::Passed);
    }

    #[test]
    fn a_proposal_goes_with_the_party_that_made_it() {
        let mut question = question(3, OnSilence::Lapses);
        question.parties.remove(&0);
        assert_eq!(question.outcome(&yes(&[1, 2]), 1), Outcome::Void);
    }

    #[test]
    fn an_answer_after_the_date_comes_too_late() {
        let late = Given { party: 1, answer: Answer::Confirmed, at: DATE };
        let stands = question(2, OnSilence::Lapses).outcome(&[late], DATE);
        assert_eq!(stands, Outcome::Lapsed { silent: vec![1] });
    }

    prop_compose! {
        fn a_case()(
            parties in 1_u8..6,
            proposer in 0_u8..6,
            closing in any::<bool>(),
            answers in prop::collection::vec((0_u8..8, any::<bool>(), 0_i64..200), 0..8),
            now in 0_i64..200,
        ) -> (Question<u8>, Vec<Given<u8>>, i64) {
            let on_silence = if closing { OnSilence::ClosesByOneSide } else { OnSilence::Lapses };
            let mut question = question(parties, on_silence);
            question.proposer = proposer % parties;
            let mut answers: Vec<Given<u8>> = answers
                .into_iter()
                .map(|(party, yes, at)| {
                    Given { party, answer: if yes { Answer::Confirmed } else { Answer::Refused }, at }
                })
                .collect();
            // A party answers once.
            let mut heard = BTreeSet::new();
            answers.retain(|given| heard.insert(given.party));
            (question, answers, now)
        }
    }

    proptest! {
        #[test]
        fn the_order_of_answers_never_matters(
            (question, answers, now) in a_case(),
            turn in 0_usize..8,
        ) {
            let mut turned = answers.clone();
            turned.rotate_left(turn % answers.len().max(1));
            let mut back = answers.clone();
            back.reverse();
            prop_assert_eq!(question.outcome(&answers, now), question.outcome(&turned, now));
            prop_assert_eq!(question.outcome(&answers, now), question.outcome(&back, now));
        }

        #[test]
        fn silence_never_yields_consent((question, answers, now) in a_case()) {
            let confirmed = |party: u8| {
                answers.iter().any(|a| {
                    a.party == party && a.answer == Answer::Confirmed && a.at < question.answer_by
                })
            };
            let everybody = question.must_answer().all(confirmed);
            match question.outcome(&answers, now) {
                Outcome::Passed => prop_assert!(everybody),
                Outcome::BySilence { silent } => {
                    prop_assert_eq!(question.on_silence, OnSilence::ClosesByOneSide);
                    prop_assert!(now >= question.answer_by && !silent.is_empty());
                }
                _ => prop_assert!(!everybody || question.parties.is_empty()),
            }
        }

        #[test]
        fn nothing_waits_after_its_date((question, answers, _) in a_case()) {
            let stands = question.outcome(&answers, question.answer_by);
            let waits = matches!(stands, Outcome::Waiting { .. });
            prop_assert!(!waits);
        }

        #[test]
        fn the_proposers_own_party_is_never_awaited((question, answers, now) in a_case()) {
            let listed = match question.outcome(&answers, now) {
                Outcome::Waiting { on, .. } => on,
                Outcome::Lapsed { silent } | Outcome::BySilence { silent } => silent,
                Outcome::Refused { by } => by,
                Outcome::Passed | Outcome::Void => Vec::new(),
            };
            prop_assert!(!listed.contains(&question.proposer));
        }

        #[test]
        fn a_refusal_is_never_outvoted((question, mut answers, now) in a_case(), who in 0_u8..6) {
            let Some(party) = question.must_answer().nth(usize::from(who)) else { return Ok(()) };
            answers.retain(|a| a.party != party);
            answers.push(says(party, Answer::Refused));
            let refused = matches!(question.outcome(&answers, now), Outcome::Refused { .. });
            prop_assert!(refused);
        }
    }
}
