//! What members say for themselves: one answer each, confidential. On the day a party's asking closes, what
//! may be shown is counted once and stays as it is, so that no later answer can be worked out from it.

use evidence::suppression::{Shown, ShownShare, Threshold, shown, shown_share};
use uuid::Uuid;

use super::rules::{Item, Own};
use crate::people::membership::PartyKind;
use crate::site::Moment;

/// Days that members have to answer.
pub const DAYS: i64 = 14;

/// That a party asked its members.
#[derive(Debug, Clone)]
pub struct Asking {
    /// Whose members.
    pub party: Uuid,
    /// Its name.
    pub party_name: String,
    /// The lead who asked.
    pub name: String,
    /// When.
    pub asked_at: Moment,
    /// Until when members may answer.
    pub answer_by: Moment,
    /// When it was counted.
    pub closed_at: Option<Moment>,
    /// How many answered, where that may be shown.
    pub people: Option<i64>,
    /// For each item, the share that sees it under way: as it was frozen.
    pub shares: String,
}

impl Asking {
    /// Whether members may answer now.
    pub fn is_open(&self, now: Moment) -> bool {
        self.closed_at.is_none() && now < self.answer_by
    }

    /// The frozen shares by item; empty where too few answered.
    pub fn by_item(&self) -> Vec<(Item, ShownShare)> {
        let shares = self.shares.split(' ').filter_map(read);
        Item::ALL.into_iter().zip(shares).collect()
    }
}

/// The fewest who must have answered for this kind of party.
pub fn threshold(kind: PartyKind) -> Threshold {
    match kind {
        PartyKind::Community | PartyKind::Family | PartyKind::Student => Threshold::FAMILIES_AND_STUDENTS,
        PartyKind::Governance | PartyKind::Labor | PartyKind::Management => Threshold::STAFF,
    }
}

/// What may be shown of these answers: how many people, and for each item the share of those who know that
/// sees it under way.
pub fn count(answers: &[Own], threshold: Threshold) -> Option<(i64, String)> {
    let Shown::Count(people) = shown(answers.len() as u64, threshold) else { return None };
    let share = |item: Item| {
        let known = answers.iter().filter_map(|own| own.of(item));
        let (all, under_way) =
            known.fold((0, 0), |(all, yes), level| (all + 1, yes + u64::from(level.is_under_way())));
        written(shown_share(under_way, all, threshold))
    };
    let shares = Item::ALL.map(share).join(" ");
    Some((i64::try_from(people).unwrap_or(i64::MAX), shares))
}

fn written(share: ShownShare) -> String {
    match share {
        ShownShare::TooFew => "-".to_owned(),
        ShownShare::Percent(p) => format!("={p}"),
        ShownShare::Between(low, high) => format!("{low}:{high}"),
        ShownShare::AtMost(p) => format!("<{p}"),
        ShownShare::AtLeast(p) => format!(">{p}"),
    }
}

fn read(text: &str) -> Option<ShownShare> {
    let number = |text: &str| text.parse().ok();
    Some(match (text.split_at_checked(1)?, text.split_once(':')) {
        (("-", _), _) => ShownShare::TooFew,
        (("=", p), _) => ShownShare::Percent(number(p)?),
        (("<", p), _) => ShownShare::AtMost(number(p)?),
        ((">", p), _) => ShownShare::AtLeast(number(p)?),
        (_, Some((low, high))) => ShownShare::Between(number(low)?, number(high)?),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(codes: &[&str]) -> Vec<Own> {
        codes.iter().map(|code| Own::from_code(code).expect(code)).collect()
    }

    #[test]
    fn four_people_show_nothing_and_five_show_shares_in_bins() {
        let four = own(&["333333", "333333", "000000", "111111"]);
        assert_eq!(count(&four, Threshold::STAFF), None);
        let five = own(&["333333", "333333", "000000", "111111", "2222--"]);
        let (people, shares) = count(&five, Threshold::STAFF).expect("five");
        assert_eq!(people, 5);
        // Three of five is sixty percent: a bin of twenty points. Of the last two items only four know.
        assert_eq!(shares, "60:80 60:80 60:80 60:80 - -");
        assert_eq!(count(&five, threshold(PartyKind::Family)), None);
    }

    #[test]
    fn nobody_and_everybody_are_never_said_exactly() {
        let none = own(&["000000"; 6]);
        assert_eq!(
            count(&none, Threshold::STAFF).map(|(_, shares)| shares),
            Some("<20 <20 <20 <20 <20 <20".into())
        );
        let all = own(&["333333"; 6]);
        assert_eq!(
            count(&all, Threshold::STAFF).map(|(_, shares)| shares),
            Some(">80 >80 >80 >80 >80 >80".into())
        );
    }

    #[test]
    fn what_is_frozen_is_read_back() {
        for share in [
            ShownShare::TooFew,
            ShownShare::Percent(41),
            ShownShare::Between(40, 60),
            ShownShare::AtMost(20),
            ShownShare::AtLeast(80),
        ] {
            assert_eq!(read(&written(share)), Some(share));
        }
    }
}
