//! The six items and the four levels, what a set of statements says together, and which step to begin
//! with. Pure.

use crate::front::Step;

/// One of the six items. The order is the order on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// The heads of both sides meet.
    Leaders,
    /// The union's leadership and the cabinet meet.
    Cabinet,
    /// In each school, representative and principal meet.
    Buildings,
    /// Training is planned and run together.
    Training,
    /// News goes out from both sides together.
    News,
    /// It is written into contract, memorandum or policy.
    Written,
}

impl Item {
    /// The six.
    pub const ALL: [Self; 6] =
        [Self::Leaders, Self::Cabinet, Self::Buildings, Self::Training, Self::News, Self::Written];

    /// The word in forms and tables.
    pub fn code(self) -> &'static str {
        match self {
            Self::Leaders => "leaders",
            Self::Cabinet => "cabinet",
            Self::Buildings => "buildings",
            Self::Training => "training",
            Self::News => "news",
            Self::Written => "written",
        }
    }
}

/// How far something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Does not exist.
    Absent,
    /// Being discussed.
    Discussed,
    /// Being developed.
    Developed,
    /// Implemented.
    Implemented,
}

impl Level {
    /// The four, from the first to the last.
    pub const ALL: [Self; 4] = [Self::Absent, Self::Discussed, Self::Developed, Self::Implemented];

    /// The word in forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Discussed => "discussed",
            Self::Developed => "developed",
            Self::Implemented => "implemented",
        }
    }

    /// The level of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }

    /// Its place on the scale, from 0.
    pub fn place(self) -> i64 {
        self as i64
    }

    /// Whether something is there already.
    pub fn is_under_way(self) -> bool {
        self >= Self::Developed
    }
}

/// A level for each item. `L` is [`Level`] in a party's statement; a member may also not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Six<L>(pub [L; 6]);

/// A party's statement.
pub type Answers = Six<Level>;
/// A member's own answers.
pub type Own = Six<Option<Level>>;

impl<L: Copy> Six<L> {
    /// The level of an item.
    pub fn of(&self, item: Item) -> L {
        self.0[item as usize]
    }
}

impl Answers {
    /// As it is kept: six signs.
    pub fn code(&self) -> String {
        Six(self.0.map(Some)).code()
    }

    /// Reads what was kept.
    pub fn from_code(code: &str) -> Option<Self> {
        let own = Own::from_code(code)?;
        let mut levels = [Level::Absent; 6];
        for (level, own) in levels.iter_mut().zip(own.0) {
            *level = own?;
        }
        Some(Six(levels))
    }
}

impl Own {
    /// As it is kept: six signs.
    pub fn code(&self) -> String {
        let sign = |level: &Option<Level>| match level {
            None => '-',
            Some(Level::Absent) => '0',
            Some(Level::Discussed) => '1',
            Some(Level::Developed) => '2',
            Some(Level::Implemented) => '3',
        };
        self.0.iter().map(sign).collect()
    }

    /// Reads what was kept.
    pub fn from_code(code: &str) -> Option<Self> {
        let mut levels = [None; 6];
        if code.chars().count() != levels.len() {
            return None;
        }
        for (level, sign) in levels.iter_mut().zip(code.chars()) {
            *level = match sign {
                '-' => None,
                '0' => Some(Level::Absent),
                '1' => Some(Level::Discussed),
                '2' => Some(Level::Developed),
                '3' => Some(Level::Implemented),
                _ => return None,
            };
        }
        Some(Six(levels))
    }
}

/// What to talk about on an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Talk {
    /// The sides see it differently.
    Differ,
    /// They agree that little or nothing is there.
    Missing,
    /// They agree that it is there or on its way.
    There,
}

/// What statements say together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Lowest and highest level of each item.
    range: [(Level, Level); 6],
}

impl Picture {
    /// The picture of these statements; none of fewer than two.
    pub fn of(answers: &[&Answers]) -> Option<Self> {
        if answers.len() < agreement::joint::FEWEST_PARTIES {
            return None;
        }
        let mut range = [(Level::Implemented, Level::Absent); 6];
        for item in Item::ALL {
            for one in answers {
                let (low, high) = &mut range[item as usize];
                *low = (*low).min(one.of(item));
                *high = (*high).max(one.of(item));
            }
        }
        Some(Self { range })
    }

    /// The lowest level anybody gave an item.
    pub fn lowest(&self, item: Item) -> Level {
        self.range[item as usize].0
    }

    /// How many places lie between the lowest and the highest answer.
    pub fn gap(&self, item: Item) -> i64 {
        let (low, high) = self.range[item as usize];
        high.place() - low.place()
    }

    /// The items on which all say the same.
    pub fn agreed(&self) -> Vec<Item> {
        Item::ALL.into_iter().filter(|item| self.gap(*item) == 0).collect()
    }

    /// The items with the widest gap: several when it is equally wide; none when all agree on all.
    pub fn widest(&self) -> Vec<Item> {
        let most = Item::ALL.into_iter().map(|item| self.gap(item)).max().unwrap_or(0);
        if most == 0 {
            return Vec::new();
        }
        Item::ALL.into_iter().filter(|item| self.gap(*item) == most).collect()
    }

    /// How to talk about an item.
    pub fn talk(&self, item: Item) -> Talk {
        if self.gap(item) > 0 {
            Talk::Differ
        } else if self.lowest(item).is_under_way() {
            Talk::There
        } else {
            Talk::Missing
        }
    }

    /// The items most worth a talk: the widest gaps first, then what all miss; at most so many.
    pub fn concerns(&self, most: usize) -> Vec<Item> {
        let mut items: Vec<Item> =
            Item::ALL.into_iter().filter(|item| self.talk(*item) != Talk::There).collect();
        items.sort_by_key(|item| (-self.gap(*item), self.lowest(*item), *item));
        items.truncate(most);
        items
    }

    /// The step to begin with, and why. Only a suggestion: no step is locked. The first line that fits counts;
    /// an item counts as low by the more careful of the answers.
    pub fn start(&self) -> (Step, Reason) {
        let low = |item: Item| !self.lowest(item).is_under_way();
        if Item::ALL.into_iter().any(|item| self.gap(item) >= 2) {
            (Step::P1, Reason::SeenApart)
        } else if low(Item::Leaders) {
            (Step::P2, Reason::LeadersApart)
        } else if low(Item::Cabinet) || low(Item::Buildings) {
            (Step::A1, Reason::NoRooms)
        } else if low(Item::News) {
            (Step::A3, Reason::NoNews)
        } else if low(Item::Training) {
            (Step::A4, Reason::NoTraining)
        } else if low(Item::Written) {
            (Step::P4, Reason::NotWritten)
        } else if Item::ALL.into_iter().any(|item| self.lowest(item) < Level::Implemented) {
            (Step::R2, Reason::UnderWay)
        } else {
            (Step::R1, Reason::AllThere)
        }
    }
}

/// Why a step is suggested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The sides see something two or more levels apart.
    SeenApart,
    /// The leaders do not meet on fixed dates.
    LeadersApart,
    /// Below the leaders there is no place to meet.
    NoRooms,
    /// Members and families hear from one side at a time.
    NoNews,
    /// Nobody learns together.
    NoTraining,
    /// It hangs on the people who are there now.
    NotWritten,
    /// All of it is on its way.
    UnderWay,
    /// All of it is there.
    AllThere,
}

/// How an item moved between two rounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    /// It is further.
    Up,
    /// It fell back.
    Down,
    /// As before.
    Same,
}

/// How a party's answer moved since the round before.
pub fn moved(before: Level, now: Level) -> Moved {
    match now.cmp(&before) {
        std::cmp::Ordering::Greater => Moved::Up,
        std::cmp::Ordering::Less => Moved::Down,
        std::cmp::Ordering::Equal => Moved::Same,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn answers(code: &str) -> Answers {
        Answers::from_code(code).expect(code)
    }

    fn picture(codes: &[&str]) -> Picture {
        let all: Vec<Answers> = codes.iter().map(|code| answers(code)).collect();
        Picture::of(&all.iter().collect::<Vec<_>>()).expect("two or more")
    }

    #[test]
    fn the_step_to_begin_with() {
        // leaders cabinet buildings training news written
        let table = [
            (["000000", "000000"], Step::P2, Reason::LeadersApart),
            (["111111", "111111"], Step::P2, Reason::LeadersApart),
            (["200000", "000000"], Step::P1, Reason::SeenApart),
            (["333333", "333331"], Step::P1, Reason::SeenApart),
            (["332222", "322222"], Step::R2, Reason::UnderWay),
            (["210000", "210000"], Step::A1, Reason::NoRooms),
            (["221000", "321000"], Step::A1, Reason::NoRooms),
            (["322100", "222100"], Step::A3, Reason::NoNews),
            (["222020", "222020"], Step::A4, Reason::NoTraining),
            (["222120", "222220"], Step::A4, Reason::NoTraining),
            (["333330", "222230"], Step::P4, Reason::NotWritten),
            (["333331", "333332"], Step::P4, Reason::NotWritten),
            (["333332", "333333"], Step::R2, Reason::UnderWay),
            (["333333", "333333"], Step::R1, Reason::AllThere),
        ];
        for (codes, step, reason) in table {
            assert_eq!(picture(&codes).start(), (step, reason), "{codes:?}");
        }
    }

    #[test]
    fn agreement_gaps_and_what_to_talk_about() {
        let one = picture(&["310200", "300220", "320200"]);
        assert_eq!(one.agreed(), [Item::Leaders, Item::Buildings, Item::Training, Item::Written]);
        assert_eq!(one.widest(), [Item::Cabinet, Item::News]);
        assert_eq!(one.talk(Item::Leaders), Talk::There);
        assert_eq!(one.talk(Item::Cabinet), Talk::Differ);
        assert_eq!(one.talk(Item::Buildings), Talk::Missing);
        assert_eq!(one.concerns(3), [Item::Cabinet, Item::News, Item::Buildings]);
        assert!(picture(&["222222", "222222"]).widest().is_empty());
    }

    #[test]
    fn one_statement_alone_makes_no_picture() {
        assert_eq!(Picture::of(&[&answers("000000")]), None);
    }

    #[test]
    fn a_party_cannot_leave_an_item_out_and_a_member_can() {
        assert_eq!(Answers::from_code("01-123"), None);
        assert_eq!(Own::from_code("01-123").map(|own| own.of(Item::Buildings)), Some(None));
        for wrong in ["", "01234", "0123012", "01230x", "4"] {
            assert_eq!(Own::from_code(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn the_order_of_the_parties_never_matters(codes in prop::collection::vec("[0-3]{6}", 2..5)) {
            let mut back = codes.clone();
            back.reverse();
            let (codes, back): (Vec<&str>, Vec<&str>) =
                (codes.iter().map(String::as_str).collect(), back.iter().map(String::as_str).collect());
            prop_assert_eq!(picture(&codes), picture(&back));
        }

        #[test]
        fn what_is_kept_is_read_back(code in "[0-3-]{6}") {
            prop_assert_eq!(Own::from_code(&code).map(|own| own.code()), Some(code));
        }

        #[test]
        fn an_item_is_agreed_or_has_a_gap_and_never_both(codes in prop::collection::vec("[0-3]{6}", 2..5)) {
            let one = picture(&codes.iter().map(String::as_str).collect::<Vec<_>>());
            for item in one.widest() {
                prop_assert!(!one.agreed().contains(&item));
            }
            prop_assert!(!one.agreed().is_empty() || !one.widest().is_empty());
        }
    }
}
