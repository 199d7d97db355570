//! The items, levels, questions and reasons in words.

use ::words::Words;

use super::Statement;
use super::rules::{Item, Level, Reason, Talk};
use evidence::suppression::ShownShare;

/// An item as a short sentence.
pub fn item_words(w: &Words, item: Item) -> String {
    match item {
        Item::Leaders => w.readiness_item_leaders(),
        Item::Cabinet => w.readiness_item_cabinet(),
        Item::Buildings => w.readiness_item_buildings().to_owned(),
        Item::Training => w.readiness_item_training().to_owned(),
        Item::News => w.readiness_item_news().to_owned(),
        Item::Written => w.readiness_item_written().to_owned(),
    }
}

/// A level.
pub(super) fn level(w: &Words, level: Level) -> &'static str {
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
pub(super) fn statement(w: &Words, one: &Statement) -> String {
    let mut lines = format!("{} ({})", one.party_name, one.name);
    for item in Item::ALL {
        lines += &format!("\n{} {}", item_words(w, item), level(w, one.answers.of(item)));
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
