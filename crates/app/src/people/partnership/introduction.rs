//! How two leaders know that each is who they say: each reads a short code aloud, in a room or on the
//! phone, and types the other's. No letter and no operator can do that for them.

use uuid::Uuid;
use words::Words;

use crate::error::Refusal;
use crate::site::{Moment, Site};

/// Letters and digits that nobody mixes up when they are read aloud.
const ALPHABET: &[u8] = b"ACDEFHJKMNPRTUVWXY34679";
/// Characters in a code: about 27 bits, against five tries in a quarter of an hour.
pub const LENGTH: usize = 6;
/// How many wrong codes a lead may type before a rest.
pub const TRIES: i64 = 5;
/// How long the rest is.
pub const REST: i64 = 15 * Moment::MINUTE;

/// A new code.
pub fn code(site: &Site) -> String {
    let mut code = String::with_capacity(LENGTH);
    while code.len() < LENGTH {
        // A byte past the last whole turn of the alphabet is thrown away, so that all are equally likely.
        let [byte] = site.random::<1>();
        let turns = 256 / ALPHABET.len() * ALPHABET.len();
        if usize::from(byte) < turns {
            code.push(char::from(ALPHABET[usize::from(byte) % ALPHABET.len()]));
        }
    }
    code
}

/// A typed code as it is kept: no spaces, no hyphens, capitals.
pub fn tidy(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

/// A code in two groups of three, as it is read aloud.
pub fn aloud(code: &str) -> String {
    match code.split_at_checked(LENGTH / 2) {
        Some((first, rest)) => format!("{first} {rest}"),
        None => code.to_owned(),
    }
}

/// One lead of a draft, as the rules see them.
#[derive(Debug, Clone)]
pub struct Introduced {
    /// Their seat.
    pub member: Uuid,
    /// The must-agree party they lead.
    pub party: Uuid,
    /// The code they read aloud.
    pub code: String,
    /// Wrong tries so far.
    pub tries: i64,
    /// When the last wrong try was.
    pub tried_at: Option<Moment>,
    /// Whose code they have heard and typed.
    pub heard: Option<Uuid>,
}

/// What typing a code came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// It is the code of this lead of another party.
    From(Uuid),
    /// It is the code that this lead reads aloud. It counts as no try.
    Own,
    /// It is nobody's; so many tries are left.
    Nobody {
        /// Tries left before a rest.
        left: i64,
    },
    /// Too many wrong tries: come back after so many seconds.
    Rest {
        /// Seconds to wait.
        wait: i64,
    },
}

/// Checks a typed code against the leads of the other parties.
pub fn hear(me: &Introduced, all: &[Introduced], typed: &str, now: Moment) -> Heard {
    let tries = standing_tries(me, now);
    if tries >= TRIES {
        let until = me.tried_at.map_or(now, |at| at.plus(REST));
        return Heard::Rest { wait: ((until.0 - now.0) / Moment::SECOND).max(1) };
    }
    let typed = tidy(typed);
    if same(&me.code, &typed) {
        return Heard::Own;
    }
    let found = all.iter().find(|other| other.party != me.party && same(&other.code, &typed));
    found.map_or(Heard::Nobody { left: TRIES - tries - 1 }, |other| Heard::From(other.member))
}

/// Wrong tries that still count: after a rest one begins anew.
pub fn standing_tries(me: &Introduced, now: Moment) -> i64 {
    if me.tried_at.is_some_and(|at| at.plus(REST) <= now) { 0 } else { me.tries }
}

fn same(one: &str, other: &str) -> bool {
    use subtle::ConstantTimeEq;
    one.as_bytes().ct_eq(other.as_bytes()).into()
}

/// Whether the partnership may begin: every must-agree party has a lead who has heard a lead of another.
pub fn all_know_each_other(parties: &[Uuid], leads: &[Introduced]) -> bool {
    let knows = |party: &Uuid| leads.iter().any(|lead| lead.party == *party && lead.heard.is_some());
    parties.len() >= agreement::joint::FEWEST_PARTIES && parties.iter().all(knows)
}

/// Why a code was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotTheirs {
    /// It is one's own.
    Own,
    /// It is nobody's.
    Nobody {
        /// Tries left before a rest.
        left: i64,
    },
}

impl Refusal for NotTheirs {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::Own => w.introduce_own_code().to_owned(),
            Self::Nobody { left } => w.introduce_no_code(*left),
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some("code")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lead(party: u128, member: u128, code: &str) -> Introduced {
        Introduced {
            member: Uuid::from_u128(member),
            party: Uuid::from_u128(party),
            code: code.into(),
            tries: 0,
            tried_at: None,
            heard: None,
        }
    }

    #[test]
    fn a_code_is_heard_from_the_other_party_only() {
        let (me, mine, theirs) = (lead(1, 1, "ACDEFH"), lead(1, 2, "JKMNPR"), lead(2, 3, "TUVWXY"));
        let all = [me.clone(), mine, theirs];
        let now = Moment(0);
        assert_eq!(hear(&me, &all, "tuv-wxy", now), Heard::From(Uuid::from_u128(3)));
        assert_eq!(hear(&me, &all, "acd efh", now), Heard::Own);
        for not_theirs in ["JKMNPR", "TUVWX", "TUVWXY7", ""] {
            assert_eq!(hear(&me, &all, not_theirs, now), Heard::Nobody { left: 4 }, "{not_theirs:?}");
        }
    }

    #[test]
    fn after_five_wrong_tries_even_the_right_code_rests() {
        let mut me = lead(1, 1, "ACDEFH");
        (me.tries, me.tried_at) = (TRIES, Some(Moment(0)));
        let all = [me.clone(), lead(2, 3, "TUVWXY")];
        assert_eq!(hear(&me, &all, "TUVWXY", Moment(0)), Heard::Rest { wait: 900 });
        assert_eq!(hear(&me, &all, "TUVWXY", Moment(REST)), Heard::From(Uuid::from_u128(3)));
    }

    #[test]
    fn one_side_alone_begins_nothing() {
        let (mut one, mut two) = (lead(1, 1, "A"), lead(2, 2, "B"));
        let parties = [one.party, two.party];
        assert!(!all_know_each_other(&parties, &[one.clone(), two.clone()]));
        one.heard = Some(two.member);
        assert!(!all_know_each_other(&parties, &[one.clone(), two.clone()]));
        two.heard = Some(one.member);
        assert!(all_know_each_other(&parties, &[one.clone(), two]));
        assert!(!all_know_each_other(&parties[..1], &[one]));
    }
}
