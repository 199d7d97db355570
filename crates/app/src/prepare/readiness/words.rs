//! The items, levels, questions and reasons in words.

use ::words::Words;

use super::Statement;
use super::rules::{Item, Level, Reason, Talk};
use crate::people::membership::{Party, PartyKind};
use evidence::suppression::ShownShare;

/// Who sits at the table, as far as the items speak of it: with two unions each is named, and with more than two
/// sides nothing is said of "both".
#[derive(Debug, Clone, Default)]
pub struct Table {
    unions: Vec<String>,
    sides: usize,
}

impl Table {
    /// The table of these parties.
    pub fn of(parties: &[Party]) -> Self {
        let here = || parties.iter().filter(|party| party.counts());
        let mut unions: Vec<String> =
            here().filter(|party| party.kind == PartyKind::Labor).map(|party| party.name.clone()).collect();
        unions.sort_by_key(|name| name.to_lowercase());
        Self { unions, sides: here().count() }
    }
}

/// An item as a short sentence.
pub fn item_words(w: &Words, item: Item, table: &Table) -> String {
    let each = table.unions.len() > 1;
    match item {
        Item::Leaders if each => w.readiness_item_leaders_each(w.list(&table.unions)),
        Item::Cabinet if each => w.readiness_item_cabinet_each(w.list(&table.unions)),
        Item::News if table.sides > 2 => w.readiness_item_news_each().to_owned(),
        Item::Leaders => w.readiness_item_leaders(),
        Item::Cabinet => w.readiness_item_cabinet(),
        Item::Buildings => w.readiness_item_buildings().to_owned(),
        Item::Training => w.readiness_item_training().to_owned(),
        Item::News => w.readiness_item_news().to_owned(),
        Item::Written => w.readiness_item_written().to_owned(),
    }
}

/// An item as a thing to talk about: it says nothing of how it stands.
pub fn topic(w: &Words, item: Item) -> String {
    match item {
        Item::Leaders => w.readiness_topic_leaders(),
        Item::Cabinet => w.readiness_topic_cabinet(),
        Item::Buildings => w.readiness_topic_buildings().to_owned(),
        Item::Training => w.readiness_topic_training().to_owned(),
        Item::News => w.readiness_topic_news().to_owned(),
        Item::Written => w.readiness_topic_written().to_owned(),
    }
}

/// An item in two or three words.
pub(super) fn short(w: &Words, item: Item) -> &'static str {
    match item {
        Item::Leaders => w.readiness_short_leaders(),
        Item::Cabinet => w.readiness_short_cabinet(),
        Item::Buildings => w.readiness_short_buildings(),
        Item::Training => w.readiness_short_training(),
        Item::News => w.readiness_short_news(),
        Item::Written => w.readiness_short_written(),
    }
}

/// A level.
pub fn level(w: &Words, level: Level) -> &'static str {
    match level {
        Level::Absent => w.readiness_level_absent(),
        Level::Discussed => w.readiness_level_discussed(),
        Level::Developed => w.readiness_level_developed(),
        Level::Implemented => w.readiness_level_implemented(),
    }
}

/// A concrete question about an item.
pub fn question(w: &Words, item: Item, talk: Talk) -> String {
    match (talk, item) {
        (Talk::There, _) => w.readiness_ask_there().to_owned(),
        (Talk::Differ, Item::Leaders) => w.readiness_ask_leaders_differ().to_owned(),
        (Talk::Differ, Item::Cabinet) => w.readiness_ask_cabinet_differ(),
        (Talk::Differ, Item::Buildings) => w.readiness_ask_buildings_differ().to_owned(),
        (Talk::Differ, Item::Training) => w.readiness_ask_training_differ().to_owned(),
        (Talk::Differ, Item::News) => w.readiness_ask_news_differ().to_owned(),
        (Talk::Differ, Item::Written) => w.readiness_ask_written_differ().to_owned(),
        (Talk::Missing, Item::Leaders) => w.readiness_ask_leaders_missing().to_owned(),
        (Talk::Missing, Item::Cabinet) => w.readiness_ask_cabinet_missing(),
        (Talk::Missing, Item::Buildings) => w.readiness_ask_buildings_missing().to_owned(),
        (Talk::Missing, Item::Training) => w.readiness_ask_training_missing().to_owned(),
        (Talk::Missing, Item::News) => w.readiness_ask_news_missing().to_owned(),
        (Talk::Missing, Item::Written) => w.readiness_ask_written_missing().to_owned(),
    }
}

/// Why a step is suggested.
pub(super) fn reason(w: &Words, reason: Reason) -> &'static str {
    match reason {
        Reason::SeenApart => w.readiness_why_seen_apart(),
        Reason::LeadersApart => w.readiness_why_leaders_apart(),
        Reason::NoRooms => w.readiness_why_no_rooms(),
        Reason::NoNews => w.readiness_why_no_news(),
        Reason::NoTraining => w.readiness_why_no_training(),
        Reason::NotWritten => w.readiness_why_not_written(),
        Reason::UnderWay => w.readiness_why_under_way(),
        Reason::AllThere => w.readiness_why_all_there(),
    }
}

/// A statement as lines, for the record.
pub(super) fn statement(w: &Words, one: &Statement, table: &Table) -> String {
    let mut lines = format!("{} ({})", one.party_name, one.name);
    for item in Item::ALL {
        lines += &format!("\n{} {}", item_words(w, item, table), level(w, one.answers.of(item)));
    }
    lines
}

/// A share as it may be told.
pub(super) fn share(w: &Words, share: ShownShare) -> String {
    match share {
        ShownShare::TooFew => w.readiness_share_too_few().to_owned(),
        ShownShare::Percent(p) => w.readiness_share_percent(i64::from(p)),
        ShownShare::Between(low, high) => w.readiness_share_between(i64::from(high), i64::from(low)),
        ShownShare::AtMost(p) => w.readiness_share_at_most(i64::from(p)),
        ShownShare::AtLeast(p) => w.readiness_share_at_least(i64::from(p)),
    }
}

#[cfg(test)]
mod tests {
    use ::words::Lang;

    use super::*;

    #[test]
    fn with_two_unions_each_is_named_and_with_three_sides_nobody_says_both() {
        let w = Words::new(Lang::En);
        let one = Table { unions: vec!["Elk Teachers".into()], sides: 2 };
        assert!(item_words(&w, Item::Leaders, &one).contains("the president of the association"));
        assert!(item_words(&w, Item::News, &one).contains("both names"));
        let two = Table { unions: vec!["Elk Staff".into(), "Elk Teachers".into()], sides: 3 };
        for item in [Item::Leaders, Item::Cabinet] {
            assert!(item_words(&w, item, &two).contains("Elk Staff and Elk Teachers"), "{item:?}");
        }
        assert!(!item_words(&w, Item::News, &two).contains("both"));
    }
}
