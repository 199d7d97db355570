//! One decision where each side must agree: it passes only when every must-agree party is at or above
//! its own threshold. No party is outvoted, silence is never a yes, and nobody who advises or sits in
//! no party is counted. The rule is fixed before anybody answers.
//!
//! ```text
//! a party  stands aside      said so: it neither agrees nor stops the others
//!          is vacant         nobody of it may answer: never counted as a yes
//!          is silent         nobody of it answered
//!          is too few        fewer of it answered than the question asks for
//!          is below          answered, and under its threshold
//!          agrees            answered, at or above its threshold
//! ```

#[cfg(test)]
mod cases;
#[cfg(test)]
mod properties;

use std::collections::BTreeMap;

use crate::fist::Fist;

/// When a party is at its threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Threshold {
    /// Each of its answers is at least this. One low answer is enough to talk again.
    All(Fist),
    /// At least so many in a hundred of its answers are at least this.
    Share {
        /// From 1 to 100.
        percent: u8,
        /// What counts as support.
        at_least: Fist,
    },
}

/// How many of a party's people must have answered before its answers say anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Quorum {
    /// So many, or everybody where a party has fewer. Zero asks for one.
    AtLeast(usize),
    /// So many in a hundred, rounded up, and never fewer than one.
    Share(u8),
}

/// The rule of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rule {
    /// The threshold of each party.
    pub threshold: Threshold,
    /// The quorum of each party.
    pub quorum: Quorum,
}

/// A party that is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side<P> {
    /// Which.
    pub party: P,
    /// Whether nothing is agreed without it. An advising party is heard and not counted.
    pub must_agree: bool,
    /// How many of its people may answer now. None: its seat is vacant.
    pub may_answer: usize,
    /// Whether it said "not ours, we stand aside" on this question.
    pub stands_aside: bool,
}

/// One person's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer<P> {
    /// For whom they sit; none for a neutral, whose answer is never counted.
    pub party: Option<P>,
    /// What they show.
    pub fist: Fist,
}

/// Where one must-agree party stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// At or above its threshold.
    Agrees,
    /// Below its threshold.
    Below,
    /// Fewer answered than the question asks for.
    TooFew {
        /// How many were needed.
        needed: usize,
    },
    /// Nobody answered.
    Silent,
    /// Nobody sits for it who could answer.
    Vacant,
    /// It said that the question is not its own.
    StandsAside,
}

/// How many of a party showed how many fingers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally(pub [usize; 6]);

impl Tally {
    /// How many answered.
    pub fn answered(&self) -> usize {
        self.0.iter().sum()
    }

    /// How many showed at least this.
    pub fn at_least(&self, fist: Fist) -> usize {
        self.0.iter().skip(usize::from(fist.fingers())).sum()
    }

    fn add(&mut self, fist: Fist) {
        if let Some(count) = self.0.get_mut(usize::from(fist.fingers())) {
            *count += 1;
        }
    }
}

/// One party in the outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing<P> {
    /// Which.
    pub party: P,
    /// Where it stands; none for an advising party, for which nothing waits.
    pub verdict: Option<Verdict>,
    /// How many may answer.
    pub may_answer: usize,
    /// Its answers.
    pub tally: Tally,
}

/// What came of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Decided {
    /// Each must-agree party that did not stand aside agrees, and at least one does.
    Agreed,
    /// At least one must-agree party answered and is below its threshold.
    NotAgreed,
    /// Nobody said no, but a side is vacant, silent, or answered in too small a number.
    NotDecided,
    /// Every must-agree party stood aside, or there is none: nobody takes the question as its own.
    NobodysQuestion,
}

/// A round's outcome. Parties stand in their own order, never in the order of answering.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome<P> {
    /// What came of it.
    pub decided: Decided,
    /// Each party that was asked, with its reason.
    pub parties: Vec<Standing<P>>,
    /// How many neutral answers were given. Nothing counts them.
    pub neutral: usize,
}

impl Quorum {
    /// How many of a party with so many people must answer: never fewer than one.
    pub fn of(self, may_answer: usize) -> usize {
        let needed = match self {
            Self::AtLeast(some) => some.min(may_answer),
            Self::Share(percent) => (may_answer * usize::from(percent)).div_ceil(100),
        };
        needed.max(1)
    }
}

impl Threshold {
    /// Whether these answers are at or above it. No answers are never enough.
    pub fn is_met(self, tally: &Tally) -> bool {
        let answered = tally.answered();
        let supports = match self {
            Self::All(least) => tally.at_least(least) == answered,
            Self::Share { percent, at_least } => {
                tally.at_least(at_least) * 100 >= answered * usize::from(percent.max(1))
            }
        };
        answered > 0 && supports
    }

    /// What counts as support.
    pub fn least(self) -> Fist {
        match self {
            Self::All(least) | Self::Share { at_least: least, .. } => least,
        }
    }
}

impl Rule {
    /// What came of these answers. Answers for a party that is not asked do not count.
    pub fn outcome<P: Copy + Ord>(&self, sides: &[Side<P>], answers: &[Answer<P>]) -> Outcome<P> {
        let mut tallies: BTreeMap<P, Tally> = BTreeMap::new();
        for answer in answers {
            if let Some(party) = answer.party {
                tallies.entry(party).or_default().add(answer.fist);
            }
        }
        let asked: BTreeMap<P, &Side<P>> = sides.iter().map(|side| (side.party, side)).collect();
        let parties: Vec<Standing<P>> = asked
            .values()
            .map(|side| {
                let tally = tallies.get(&side.party).copied().unwrap_or_default();
                let verdict = side.must_agree.then(|| self.verdict(side, &tally));
                Standing { party: side.party, verdict, may_answer: side.may_answer, tally }
            })
            .collect();
        let neutral = answers.iter().filter(|answer| answer.party.is_none()).count();
        Outcome { decided: decided(&parties), parties, neutral }
    }

    /// Whether everybody whose answer could change the outcome has given it: the must-agree parties'
    /// people, but for those of a party that stands aside. Nothing waits for those who advise.
    pub fn all_answered<P: Copy + Ord>(sides: &[Side<P>], answers: &[Answer<P>]) -> bool {
        let waited_for = sides.iter().filter(|side| side.must_agree && !side.stands_aside);
        let given = |party: P| answers.iter().filter(|answer| answer.party == Some(party)).count();
        let mut any = false;
        for side in waited_for {
            any |= side.may_answer > 0;
            if given(side.party) < side.may_answer {
                return false;
            }
        }
        any
    }

    fn verdict<P>(&self, side: &Side<P>, tally: &Tally) -> Verdict {
        let answered = tally.answered();
        if side.stands_aside {
            return Verdict::StandsAside;
        }
        if side.may_answer == 0 {
            return Verdict::Vacant;
        }
        let needed = self.quorum.of(side.may_answer);
        match answered {
            0 => Verdict::Silent,
            few if few < needed => Verdict::TooFew { needed },
            _ if self.threshold.is_met(tally) => Verdict::Agrees,
            _ => Verdict::Below,
        }
    }
}

fn decided<P>(parties: &[Standing<P>]) -> Decided {
    let verdicts: Vec<Verdict> = parties.iter().filter_map(|one| one.verdict).collect();
    if verdicts.contains(&Verdict::Below) {
        return Decided::NotAgreed;
    }
    let open =
        |verdict: &Verdict| matches!(verdict, Verdict::TooFew { .. } | Verdict::Silent | Verdict::Vacant);
    if verdicts.iter().any(open) {
        return Decided::NotDecided;
    }
    if verdicts.contains(&Verdict::Agrees) { Decided::Agreed } else { Decided::NobodysQuestion }
}
