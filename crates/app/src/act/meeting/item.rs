//! One item of an agenda, and the people of a meeting.

use uuid::Uuid;
use words::Words;

use crate::people::membership::Party;
use crate::site::Moment;

/// What an item is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// People are told something and may ask.
    Inform,
    /// People think together; nothing is agreed yet.
    Discuss,
    /// Each side says where it stands.
    Decide,
}

impl Purpose {
    /// Every purpose, the lightest first.
    pub const ALL: &[Self] = &[Self::Inform, Self::Discuss, Self::Decide];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Inform => "inform",
            Self::Discuss => "discuss",
            Self::Decide => "decide",
        }
    }

    /// The purpose of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|purpose| purpose.code() == code)
    }

    /// In a word.
    pub fn say(self, w: &Words) -> &'static str {
        match self {
            Self::Inform => w.meeting_purpose_inform(),
            Self::Discuss => w.meeting_purpose_discuss(),
            Self::Decide => w.meeting_purpose_decide(),
        }
    }

    /// What it asks of whoever sits there.
    pub fn asks(self, w: &Words) -> &'static str {
        match self {
            Self::Inform => w.meeting_asks_inform(),
            Self::Discuss => w.meeting_asks_discuss(),
            Self::Decide => w.meeting_asks_decide(),
        }
    }
}

/// Where an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// On the agenda.
    Planned,
    /// Talked about.
    Done,
    /// Time ran out before its turn.
    Left,
    /// Set aside for another day.
    Parked,
    /// Taken off.
    Off,
}

impl Standing {
    /// Every standing.
    pub const ALL: &[Self] = &[Self::Planned, Self::Done, Self::Left, Self::Parked, Self::Off];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Done => "done",
            Self::Left => "left",
            Self::Parked => "parked",
            Self::Off => "off",
        }
    }

    /// The standing of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|standing| standing.code() == code)
    }
}

/// An item.
#[derive(Debug, Clone)]
pub struct Item {
    /// Its id.
    pub id: Uuid,
    /// Its meeting.
    pub meeting: Uuid,
    /// Its place in the order.
    pub place: i64,
    /// What it is about.
    pub title: String,
    /// What it is for.
    pub purpose: Purpose,
    /// Who brings it: a seat.
    pub owner: Option<Uuid>,
    /// How many minutes it is given.
    pub minutes: i64,
    /// Where it stands.
    pub standing: Standing,
    /// Whether a later meeting took it up again.
    pub taken_up: bool,
    /// How long it was talked about, in microseconds.
    pub took: i64,
    /// The version of its notes; 0 while there are none.
    pub notes: i64,
    /// Its version, for edits.
    pub version: i64,
}

/// What was written about an item.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// What was said.
    pub notes: String,
    /// What came of it.
    pub outcome: String,
}

/// How somebody took part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Presence {
    /// In the room.
    Room,
    /// From afar.
    Remote,
    /// Said that they cannot come.
    Excused,
}

impl Presence {
    /// Every way.
    pub const ALL: &[Self] = &[Self::Room, Self::Remote, Self::Excused];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Room => "room",
            Self::Remote => "remote",
            Self::Excused => "excused",
        }
    }

    /// The way of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|presence| presence.code() == code)
    }

    /// In words.
    pub fn say(self, w: &Words) -> &'static str {
        match self {
            Self::Room => w.meeting_presence_room(),
            Self::Remote => w.meeting_presence_remote(),
            Self::Excused => w.meeting_presence_excused(),
        }
    }
}

/// Somebody who was asked to come, or came.
#[derive(Debug, Clone)]
pub struct Attendee {
    /// Their seat.
    pub member: Uuid,
    /// Their name.
    pub name: String,
    /// Their party; none for a neutral.
    pub party: Option<Uuid>,
    /// How they took part.
    pub presence: Option<Presence>,
    /// How often they spoke, while the meeting runs.
    pub spoke: i64,
}

impl Attendee {
    /// Whether they were there.
    pub fn came(&self) -> bool {
        matches!(self.presence, Some(Presence::Room | Presence::Remote))
    }
}

/// What a side said of the minutes.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The side.
    pub party: Uuid,
    /// Who spoke for it.
    pub by: String,
    /// Whether they are right.
    pub confirmed: bool,
    /// What is wrong with them.
    pub reason: Option<String>,
    /// When.
    pub at: Moment,
}

/// A look back.
#[derive(Debug, Clone)]
pub struct Look {
    /// Whose.
    pub member: Uuid,
    /// Their name.
    pub name: String,
    /// Whether the meeting kept to how people want to treat each other: `yes`, `partly`, `no`.
    pub norms: String,
    /// What went well.
    pub plus: String,
    /// What to change.
    pub delta: String,
}

/// Why somebody hears of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// They sit in the team that meets.
    Team,
    /// They have a seat in the partnership.
    Seat,
    /// They have a task in this meeting.
    Task,
}

impl Reason {
    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Team => "team",
            Self::Seat => "seat",
            Self::Task => "task",
        }
    }

    /// In words.
    pub fn say(self, w: &Words) -> &'static str {
        match self {
            Self::Team => w.meeting_reason_team(),
            Self::Seat => w.meeting_reason_seat(),
            Self::Task => w.meeting_reason_task(),
        }
    }
}

/// The must-agree parties whose word on the minutes counts.
pub fn counting(parties: &[Party]) -> impl Iterator<Item = &Party> {
    parties.iter().filter(|party| party.counts())
}
