//! The third step: what each side cares about, from the moment it shares it; what all must-agree sides share; and one
//! to three goals for students that each of them accepts.

pub mod commands;
mod store;
#[cfg(test)]
mod tests;
mod web;

use db::Tx;
use uuid::Uuid;
use words::Words;

use crate::error::{Error, Refusal};
use crate::people::acceptance;
use crate::reflect::cycle;

pub use store::{goals as all, interests};
pub use web::routes;

/// So many goals in one cycle: more are none.
pub const MOST: usize = 3;
/// The longest text of an interest, of why, and of how we would know.
pub const TEXT_MOST: usize = 1_500;

/// What a party shared.
#[derive(Debug, Clone)]
pub struct Interest {
    /// Its id.
    pub id: Uuid,
    /// Whose.
    pub party: Uuid,
    /// In their words.
    pub body: String,
    /// The parties that say it is theirs as well.
    pub marked: Vec<Uuid>,
}

impl Interest {
    /// Whether every one of these parties shares it: its own is among those who do.
    pub fn is_shared(&self, must_agree: &[Uuid]) -> bool {
        !must_agree.is_empty()
            && must_agree.iter().all(|party| *party == self.party || self.marked.contains(party))
    }
}

/// A goal as it stands.
#[derive(Debug, Clone)]
pub struct Goal {
    /// Its id.
    pub id: Uuid,
    /// The cycle it was written in.
    pub cycle: i64,
    /// What we want for students, in one line.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// How we would know.
    pub know: String,
    /// Grows with each change.
    pub version: i64,
    /// Whether it was given up.
    pub dropped: bool,
}

impl Goal {
    /// The words each side accepts.
    pub fn words(&self) -> String {
        format!("{}\n\n{}\n\n{}", self.title, self.why, self.know)
    }
}

/// How a goal can be given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// No side's yes stands: the side that proposed it takes it back.
    TakeBack,
    /// A side has said yes to it: each must-agree side has to agree to give it up.
    Together,
}

impl Way {
    /// By whether a yes of any side stands.
    pub fn of(has_yes: bool) -> Self {
        if has_yes { Self::Together } else { Self::TakeBack }
    }

    /// Whether the other sides are asked.
    pub fn is_together(self) -> bool {
        self == Self::Together
    }

    /// The word in a form.
    pub fn code(self) -> &'static str {
        match self {
            Self::TakeBack => "take-back",
            Self::Together => "together",
        }
    }

    /// Whether a lead may begin it: to take a goal back, a lead of the side that proposed it, or of any must-agree side
    /// if it came from no side; to give it up together, a lead of any must-agree side.
    pub fn is_open_to(self, own: Uuid, must_agree: bool, proposer: Option<Uuid>) -> bool {
        match (self, proposer) {
            (Self::TakeBack, Some(proposer)) => own == proposer,
            (Self::TakeBack, None) | (Self::Together, _) => must_agree,
        }
    }
}

/// Why something cannot be shared or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// Three goals stand in this cycle.
    Enough,
    /// It was given up.
    Dropped,
    /// A side answered meanwhile: it is given up in another way now than the page said.
    OtherWay,
    /// The sides are asked about giving it up already.
    Asked,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::Enough => w.goals_no_enough(),
            Self::Dropped => w.goals_no_dropped(),
            Self::OtherWay => w.goals_no_other_way(),
            Self::Asked => w.goals_no_asked(),
        }
        .to_owned()
    }
}

/// The goals that stand in a cycle: written in it or carried into it, and not given up.
pub async fn of_cycle(tx: &mut Tx, partnership: Uuid, cycle: i64) -> Result<Vec<Goal>, Error> {
    let carried = cycle::carried_into(tx, partnership, cycle).await?;
    let all = store::goals(tx, partnership).await?;
    let stands = |goal: &Goal| !goal.dropped && (goal.cycle == cycle || carried.contains(&goal.id));
    Ok(all.into_iter().filter(stands).collect())
}

/// Whether something was begun, and whether this cycle has its goals: each of them accepted by each must-agree party, and
/// none that waits for an answer.
pub async fn progress(tx: &mut Tx, partnership: Uuid) -> Result<(bool, bool), Error> {
    let current = cycle::current(tx, partnership).await?;
    let goals = of_cycle(tx, partnership, current).await?;
    if goals.is_empty() {
        return Ok((!interests(tx, partnership).await?.is_empty(), false));
    }
    for goal in &goals {
        if !acceptance::is_settled(tx, partnership, goal.id).await? {
            return Ok((true, false));
        }
    }
    Ok((true, true))
}

#[cfg(test)]
mod rules {
    use super::*;

    #[test]
    fn a_goal_that_any_side_accepted_is_given_up_by_all_and_another_by_its_own_side() {
        use Way::{TakeBack, Together};
        let [own, other] = [1_u128, 2].map(Uuid::from_u128);
        assert_eq!((Way::of(true), Way::of(false)), (Together, TakeBack));
        for (way, must_agree, proposer, may) in [
            (TakeBack, true, Some(own), true),
            (TakeBack, false, Some(own), true),
            (TakeBack, true, Some(other), false),
            (TakeBack, true, None, true),
            (TakeBack, false, None, false),
            (Together, true, Some(other), true),
            (Together, true, None, true),
            (Together, false, Some(own), false),
        ] {
            assert_eq!(way.is_open_to(own, must_agree, proposer), may, "{way:?} {must_agree} {proposer:?}");
        }
    }

    #[test]
    fn an_interest_is_shared_when_each_must_agree_party_says_so() {
        let [own, two, three] = [1_u128, 2, 3].map(Uuid::from_u128);
        let table: &[(&[Uuid], &[Uuid], bool)] = &[
            (&[], &[], false),
            (&[own], &[], true),
            (&[own, two], &[], false),
            (&[own, two], &[two], true),
            (&[own, two, three], &[two], false),
            (&[two, three], &[two, three], true),
            (&[two, three], &[three], false),
        ];
        for (must_agree, marked, shared) in table {
            let marked = marked.to_vec();
            let one = Interest { id: own, party: own, body: String::new(), marked };
            assert_eq!(one.is_shared(must_agree), *shared, "{must_agree:?} by {:?}", one.marked);
        }
    }
}
