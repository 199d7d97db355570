//! Who may do what with a decision, and what its answers come to. Pure: it looks at the whole decision
//! and at the seat's own id, party and role.

use std::collections::BTreeMap;

use agreement::decision::{self as rule, Answer, Decided, Rule, Verdict};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Answerer, Given, No, Round, Side, State, Whole, Word};
use crate::error::Error;
use crate::site::Moment;

/// How many days people may change a question that did not pass, before it is left at that.
pub const TALK_DAYS: i64 = 7;
/// The longest a question may wait for answers, in days.
pub const LONGEST_DAYS: i64 = 60;
/// The longest question, in characters.
pub const QUESTION_MOST: usize = 300;
/// The longest text beside it.
pub const TEXT_MOST: usize = 4_000;
/// How often a question may be changed and asked again.
pub const MOST_ROUNDS: i64 = 9;

/// What a round came to, kept with it: later changes of seats do not touch it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reached {
    /// `agreed`, `not-agreed`, `not-decided` or `nobodys`.
    pub decided: String,
    /// How many were asked.
    pub asked: usize,
    /// Each party and its reason.
    pub sides: Vec<SideReached>,
}

/// One party in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SideReached {
    /// Which.
    pub party: Uuid,
    /// Its name then.
    pub name: String,
    /// `agrees`, `below`, `too-few`, `silent`, `vacant`, `aside`; none for a party that advises.
    pub verdict: Option<String>,
    /// How many were needed, where too few answered.
    pub needed: usize,
    /// How many may answer.
    pub may_answer: usize,
    /// How many showed no finger, one, … five.
    pub tally: [usize; 6],
}

impl Reached {
    /// Whether it passed.
    pub fn passed(&self) -> bool {
        self.decided == "agreed"
    }

    /// The parties with this verdict, by name.
    pub fn with(&self, verdict: &str) -> Vec<&str> {
        let named = self.sides.iter().filter(|side| side.verdict.as_deref() == Some(verdict));
        named.map(|side| side.name.as_str()).collect()
    }
}

/// Whoever asks to do something, as the rules see them.
#[derive(Debug, Clone, Copy)]
pub struct Hand {
    /// Their seat.
    pub member: Uuid,
    /// Their party; none for a neutral.
    pub party: Option<Uuid>,
    /// Whether they lead their party.
    pub lead: bool,
    /// Whether they share the chair of the team that asks.
    pub chairs: bool,
}

impl Whole {
    /// The wording at hand.
    pub fn round(&self) -> Option<&Round> {
        self.rounds.iter().find(|round| round.number == self.decision.round)
    }

    /// Those of a party who may answer now.
    pub fn answerers_of(&self, party: Uuid) -> impl Iterator<Item = &Answerer> {
        self.answerers.iter().filter(move |one| one.party == party && one.sits)
    }

    /// Whether a seat is asked.
    pub fn asks(&self, member: Uuid) -> bool {
        self.answerers.iter().any(|one| one.member == member && one.sits)
    }

    /// The answers of this round that count: given by seats that are still sat in.
    pub fn given(&self) -> Vec<&Given> {
        let round = self.decision.round;
        self.answers.iter().filter(|one| one.round == round && self.asks(one.member)).collect()
    }

    /// What a seat answered in the round at hand.
    pub fn answer_of(&self, member: Uuid) -> Option<&Given> {
        self.answers.iter().find(|one| one.round == self.decision.round && one.member == member)
    }

    fn judged(&self) -> (Vec<rule::Side<Uuid>>, Vec<Answer<Uuid>>) {
        let sides = self.sides.iter().map(|side| rule::Side {
            party: side.party,
            must_agree: side.must_agree,
            may_answer: self.answerers_of(side.party).count(),
            stands_aside: side.aside.is_some(),
        });
        let party: BTreeMap<Uuid, Uuid> = self.answerers.iter().map(|one| (one.member, one.party)).collect();
        let answers = self
            .given()
            .into_iter()
            .filter_map(|given| Some(Answer { party: Some(*party.get(&given.member)?), fist: given.fist }));
        (sides.collect(), answers.collect())
    }

    /// Whether everybody who is counted has answered.
    pub fn all_answered(&self) -> bool {
        let (sides, answers) = self.judged();
        Rule::all_answered(&sides, &answers)
    }

    /// How many of those who are asked have answered, and how many are asked.
    pub fn count(&self) -> (usize, usize) {
        (self.given().len(), self.answerers.iter().filter(|one| one.sits).count())
    }

    /// What the answers come to now.
    pub fn reached(&self) -> Reached {
        let (sides, answers) = self.judged();
        let outcome = self.decision.terms.rule().outcome(&sides, &answers);
        let name = |party: Uuid| self.sides.iter().find(|side| side.party == party).map(|side| &side.name);
        let mut reached: Vec<SideReached> = outcome
            .parties
            .iter()
            .map(|one| SideReached {
                party: one.party,
                name: name(one.party).cloned().unwrap_or_default(),
                verdict: one.verdict.map(|verdict| verdict_code(verdict).to_owned()),
                needed: if let Some(Verdict::TooFew { needed }) = one.verdict { needed } else { 0 },
                may_answer: one.may_answer,
                tally: one.tally.0,
            })
            .collect();
        reached.sort_by(|a, b| a.name.cmp(&b.name));
        Reached { decided: code(outcome.decided).to_owned(), asked: self.count().1, sides: reached }
    }

    /// Whether this hand may open, show, change or end the question: who asked, leads, co-chairs of its
    /// team, and those in no party.
    pub fn may_run(&self, hand: &Hand) -> bool {
        hand.lead || hand.chairs || hand.party.is_none() || hand.member == self.decision.asked_by
    }

    /// Whether this hand may show the answers before the last day: whoever asked, a lead of the side that asked, and those
    /// in no party. A side that was only asked cannot end it.
    pub fn may_show(&self, hand: &Hand) -> bool {
        let asks = hand.party == self.decision.asking_party;
        hand.party.is_none() || (asks && (hand.lead || hand.member == self.decision.asked_by))
    }

    /// Whether this hand may change the question and ask again: who may run it, but for a side that is asked for advice
    /// only.
    pub fn may_reword(&self, hand: &Hand) -> bool {
        let advises = self.sides.iter().any(|side| Some(side.party) == hand.party && !side.must_agree);
        let asks = hand.party == self.decision.asking_party;
        self.may_run(hand) && (!advises || asks)
    }

    /// Whether this hand may take it back or leave it at that: the side that asked, and nobody else.
    pub fn may_end(&self, hand: &Hand) -> bool {
        self.may_run(hand) && hand.party == self.decision.asking_party
    }

    /// Whether a seat may answer now, having read this version.
    pub fn may_answer(&self, member: Uuid, seen: i64, now: Moment) -> Result<(), Error> {
        if !self.asks(member) {
            return Err(Error::Forbidden);
        }
        let late = self.decision.until.is_some_and(|until| now >= until);
        if self.decision.state != State::Open || late {
            return Err(No::NotOpen.into());
        }
        if self.decision.version != seen { Err(No::Changed.into()) } else { Ok(()) }
    }

    /// Whether the answers may be shown now: everybody who is counted has answered.
    pub fn may_reveal(&self) -> Result<(), No> {
        if self.decision.state != State::Open {
            return Err(No::NotOpen);
        }
        if self.all_answered() { Ok(()) } else { Err(No::NotAll) }
    }

    /// Whether it may be changed and asked again.
    pub fn may_amend(&self) -> Result<(), No> {
        match self.decision.state {
            State::Revealed if self.decision.round >= MOST_ROUNDS => Err(No::Rounds),
            State::Revealed => Ok(()),
            _ => Err(No::Settled),
        }
    }

    /// The side of a must-agree party that is asked and has not stood aside.
    pub fn side_to_stand_aside(&self, party: Uuid) -> Result<&Side, No> {
        if self.decision.state != State::Open {
            return Err(No::NotOpen);
        }
        let side = self.sides.iter().find(|side| side.party == party && side.must_agree);
        side.filter(|side| side.aside.is_none()).ok_or(No::Aside)
    }

    /// Whether a seat answered below the threshold in the round at hand.
    pub fn answered_low(&self, member: Uuid) -> bool {
        let least = self.decision.terms.rule().threshold.least();
        self.answer_of(member).is_some_and(|given| given.fist < least)
    }

    /// Whether a seat has said already, signed, what would change its answer of this round.
    pub fn spoke_up(&self, member: Uuid) -> bool {
        let name = self.answerers.iter().find(|one| one.member == member).map(|one| one.name.as_str());
        let signed = |said: &Word| said.round == self.decision.round && said.by.as_deref() == name;
        name.is_some() && self.words.iter().any(signed)
    }

    /// Must-agree parties that are asked and have one person, whose answer others could read as theirs.
    pub fn parties_of_one(&self) -> Vec<&str> {
        let alone = self.sides.iter().filter(|side| self.answerers_of(side.party).count() == 1);
        alone.map(|side| side.name.as_str()).collect()
    }
}

fn code(decided: Decided) -> &'static str {
    match decided {
        Decided::Agreed => "agreed",
        Decided::NotAgreed => "not-agreed",
        Decided::NotDecided => "not-decided",
        Decided::NobodysQuestion => "nobodys",
    }
}

fn verdict_code(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agrees => "agrees",
        Verdict::Below => "below",
        Verdict::TooFew { .. } => "too-few",
        Verdict::Silent => "silent",
        Verdict::Vacant => "vacant",
        Verdict::StandsAside => "aside",
    }
}

/// The answers of a party from the fist up, without those that nobody gave.
pub fn shown_tally(tally: &[usize; 6]) -> Vec<(usize, usize)> {
    tally.iter().copied().enumerate().filter(|(_, count)| *count > 0).collect()
}
