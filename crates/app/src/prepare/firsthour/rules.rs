//! What the parties named, put together; and when one concern is picked. Pure.

use uuid::Uuid;

use super::{Concern, Pick};

/// A concern that can be picked, and who named it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The first row that says it.
    pub concern: Uuid,
    /// The parties that named it.
    pub by: Vec<Uuid>,
}

/// What can be picked: the same item, or the same words but for capitals and spaces, counts once. What more
/// parties named stands first; otherwise in the order in which it was named.
pub fn choices(concerns: &[Concern]) -> Vec<Choice> {
    let mut choices: Vec<(String, Choice)> = Vec::new();
    for one in concerns {
        let key = key(one);
        match choices.iter_mut().find(|(known, _)| *known == key) {
            Some((_, choice)) if !choice.by.contains(&one.party) => choice.by.push(one.party),
            Some(_) => {}
            None => choices.push((key, Choice { concern: one.id, by: vec![one.party] })),
        }
    }
    let mut choices: Vec<Choice> = choices.into_iter().map(|(_, choice)| choice).collect();
    choices.sort_by_key(|choice| std::cmp::Reverse(choice.by.len()));
    choices
}

fn key(one: &Concern) -> String {
    match (&one.item, &one.words) {
        (Some(item), _) => format!("item {}", item.code()),
        (None, words) => {
            let words = words.as_deref().unwrap_or_default().to_lowercase();
            format!("words {}", words.split_whitespace().collect::<Vec<_>>().join(" "))
        }
    }
}

/// The one concern that each of these parties named: then nobody need pick. None when there are several.
pub fn named_by_all(choices: &[Choice], parties: &[Uuid]) -> Option<Uuid> {
    let mut shared = choices.iter().filter(|choice| parties.iter().all(|party| choice.by.contains(party)));
    match (shared.next(), shared.next()) {
        (Some(only), None) if !parties.is_empty() => Some(only.concern),
        _ => None,
    }
}

/// The concern that each of these parties picked.
pub fn picked_by_all(picks: &[Pick], parties: &[Uuid]) -> Option<Uuid> {
    let of = |party: &Uuid| picks.iter().find(|pick| pick.party == *party).map(|pick| pick.concern);
    let first = of(parties.first()?)?;
    parties.iter().all(|party| of(party) == Some(first)).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prepare::readiness::Item;

    fn id(n: u128) -> Uuid {
        Uuid::from_u128(n)
    }

    fn item(n: u128, party: u128, item: Item) -> Concern {
        Concern { id: id(n), party: id(party), item: Some(item), words: None }
    }

    fn words(n: u128, party: u128, words: &str) -> Concern {
        Concern { id: id(n), party: id(party), item: None, words: Some(words.into()) }
    }

    fn pick(party: u128, concern: u128) -> Pick {
        Pick { party: id(party), concern: id(concern), name: String::new() }
    }

    #[test]
    fn the_same_item_and_the_same_words_count_once() {
        let all = [
            item(1, 1, Item::News),
            words(2, 1, "New teachers leave"),
            item(3, 2, Item::Training),
            words(4, 2, " new  Teachers LEAVE "),
            words(5, 2, "Buses run late"),
        ];
        let choices = choices(&all);
        assert_eq!(choices.len(), 4);
        assert_eq!(choices[0], Choice { concern: id(2), by: vec![id(1), id(2)] });
        assert_eq!(named_by_all(&choices, &[id(1), id(2)]), Some(id(2)));
        assert_eq!(named_by_all(&choices, &[id(1), id(2), id(3)]), None);
    }

    #[test]
    fn two_shared_concerns_are_left_to_the_people_to_pick_from() {
        let all = [
            item(1, 1, Item::News),
            item(2, 1, Item::Training),
            item(3, 2, Item::Training),
            item(4, 2, Item::News),
        ];
        assert_eq!(named_by_all(&choices(&all), &[id(1), id(2)]), None);
        assert_eq!(named_by_all(&choices(&[]), &[]), None);
    }

    #[test]
    fn one_is_picked_when_each_party_picked_it() {
        let two = [id(1), id(2)];
        let table = [
            (vec![], None),
            (vec![pick(1, 7)], None),
            (vec![pick(1, 7), pick(2, 8)], None),
            (vec![pick(2, 7), pick(1, 7)], Some(id(7))),
            (vec![pick(1, 7), pick(2, 7), pick(3, 8)], Some(id(7))),
        ];
        for (picks, picked) in table {
            assert_eq!(picked_by_all(&picks, &two), picked, "{picks:?}");
        }
        assert_eq!(picked_by_all(&[pick(1, 7)], &[]), None);
    }
}
