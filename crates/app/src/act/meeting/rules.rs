//! The rules of a meeting: whose turn it is to run it, what fits into its time, where its minutes stand.

use uuid::Uuid;

use super::item::{Item, Standing};

/// Whose turn it is to run the meeting: of the parties here, the one that ran none for the longest time.
/// `ran` holds the parties that ran the meetings before, the latest first; `parties` is in the order of the
/// alphabet, which settles the rest.
pub fn turn(ran: &[Uuid], parties: &[Uuid]) -> Option<Uuid> {
    let rest = |party: &Uuid| ran.iter().position(|one| one == party).unwrap_or(usize::MAX);
    // The first of equals wins, so the order of the alphabet stands.
    parties.iter().rev().copied().max_by_key(rest)
}

/// How the minutes of an agenda fill its slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fill {
    /// What the items ask for together.
    pub asked: i64,
    /// What the slot gives.
    pub given: i64,
}

impl Fill {
    /// The minutes of what is on the agenda.
    pub fn of(items: &[Item], given: i64) -> Self {
        let on = |item: &&Item| matches!(item.standing, Standing::Planned | Standing::Done);
        Self { asked: items.iter().filter(on).map(|item| item.minutes).sum(), given }
    }

    /// How many minutes too many; none when it fits.
    pub fn over(self) -> Option<i64> {
        Some(self.asked - self.given).filter(|over| *over > 0)
    }
}

/// How much time an item has left, in whole minutes rounded up; below zero once it is over.
pub fn minutes_left(minutes: i64, spent: i64) -> i64 {
    const MINUTE: i64 = crate::site::Moment::MINUTE;
    let left = minutes * MINUTE - spent;
    if left >= 0 { (left + MINUTE - 1) / MINUTE } else { left / MINUTE - i64::from(left % MINUTE != 0) }
}

/// Where the minutes of a meeting stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Minutes {
    /// These parties have still to answer, and there is time.
    Waiting(Vec<Uuid>),
    /// Every must-agree party said that they are right.
    Approved,
    /// The date came first.
    Unconfirmed {
        /// Who said nothing.
        silent: Vec<Uuid>,
        /// Who said that something is wrong.
        objected: Vec<Uuid>,
    },
}

/// Where the minutes stand: `answers` holds each party's last word. Silence is never a yes.
pub fn minutes(parties: &[Uuid], answers: &[(Uuid, bool)], over: bool) -> Minutes {
    let said = |party: &Uuid| answers.iter().rev().find(|(one, _)| one == party).map(|(_, yes)| *yes);
    let of = |wanted: Option<bool>| -> Vec<Uuid> {
        parties.iter().copied().filter(|party| said(party) == wanted).collect()
    };
    let (silent, objected) = (of(None), of(Some(false)));
    if !parties.is_empty() && silent.is_empty() && objected.is_empty() {
        return Minutes::Approved;
    }
    if over {
        return Minutes::Unconfirmed { silent, objected };
    }
    Minutes::Waiting(silent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::act::meeting::item::Purpose;

    fn id(n: u128) -> Uuid {
        Uuid::from_u128(n)
    }

    #[test]
    fn the_turn_goes_to_whoever_rested_longest() {
        let (a, b, c) = (id(1), id(2), id(3));
        let table: &[(&[Uuid], &[Uuid], Option<Uuid>)] = &[
            (&[], &[], None),
            (&[], &[a, b], Some(a)),
            (&[a], &[a, b], Some(b)),
            (&[b, a], &[a, b], Some(a)),
            (&[a, a, b], &[a, b], Some(b)),
            (&[b, a], &[a, b, c], Some(c)),
            (&[c, b, a], &[a, b, c], Some(a)),
            // A party that has left is passed over.
            (&[b, c], &[b], Some(b)),
        ];
        for (ran, parties, expected) in table {
            assert_eq!(turn(ran, parties), *expected, "{ran:?}");
        }
    }

    fn item(minutes: i64, standing: Standing) -> Item {
        Item {
            id: id(9),
            meeting: id(8),
            place: 1,
            title: String::new(),
            purpose: Purpose::Inform,
            owner: None,
            minutes,
            standing,
            taken_up: false,
            took: 0,
            notes: 0,
            version: 1,
        }
    }

    #[test]
    fn what_was_parked_takes_no_time() {
        let items = [item(30, Standing::Planned), item(20, Standing::Done), item(60, Standing::Parked)];
        assert_eq!(Fill::of(&items, 50).over(), None);
        assert_eq!(Fill::of(&items, 45).over(), Some(5));
    }

    #[test]
    fn time_left_is_told_in_whole_minutes() {
        const SECOND: i64 = crate::site::Moment::SECOND;
        for (spent, left) in [(0, 5), (1, 5), (60, 4), (61, 4), (299, 1), (300, 0), (301, -1), (361, -2)] {
            assert_eq!(minutes_left(5, spent * SECOND), left, "{spent}");
        }
    }

    #[test]
    fn minutes_are_confirmed_by_each_side_or_by_nobody() {
        let (a, b) = (id(1), id(2));
        let both = [a, b];
        assert_eq!(minutes(&both, &[], false), Minutes::Waiting(vec![a, b]));
        assert_eq!(minutes(&both, &[(a, true)], false), Minutes::Waiting(vec![b]));
        assert_eq!(minutes(&both, &[(a, true), (b, true)], false), Minutes::Approved);
        assert_eq!(minutes(&both, &[(a, true), (b, true)], true), Minutes::Approved);
        let silent = Minutes::Unconfirmed { silent: vec![b], objected: vec![] };
        assert_eq!(minutes(&both, &[(a, true)], true), silent);
        let objected = Minutes::Unconfirmed { silent: vec![], objected: vec![b] };
        assert_eq!(minutes(&both, &[(a, true), (b, false)], true), objected);
        // An objection waits for nobody's answer, and is no yes.
        assert_eq!(minutes(&both, &[(a, true), (b, false)], false), Minutes::Waiting(vec![]));
        // Who is alone in their must is not thereby agreed with.
        assert_eq!(minutes(&[], &[], true), Minutes::Unconfirmed { silent: vec![], objected: vec![] });
    }
}
