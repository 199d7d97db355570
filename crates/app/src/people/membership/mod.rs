//! Parties and the people who sit for them.

/// What somebody does in a partnership.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Takes part with a voice.
    Member,
    /// Shares the chair of a team with somebody of another party.
    CoChair,
    /// Runs the meeting; neutral when in no party.
    Facilitator,
    /// Writes the notes.
    Recorder,
    /// Watches, without a voice.
    Observer,
    /// Sits when the one they stand in for is away.
    Alternate,
}

impl Role {
    /// Every role.
    pub const ALL: &[Self] =
        &[Self::Member, Self::CoChair, Self::Facilitator, Self::Recorder, Self::Observer, Self::Alternate];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::CoChair => "co-chair",
            Self::Facilitator => "facilitator",
            Self::Recorder => "recorder",
            Self::Observer => "observer",
            Self::Alternate => "alternate",
        }
    }

    /// The role of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|role| role.code() == code)
    }
}

/// What kind of constituency a party is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartyKind {
    /// People who live and work near the schools.
    Community,
    /// Parents and others who raise the students.
    Family,
    /// The school board.
    Governance,
    /// The employees' organization: one party for each local.
    Labor,
    /// Superintendent, principals, central office.
    Management,
    /// Students.
    Student,
}

impl PartyKind {
    /// Every kind, in the order of the alphabet: none comes first by rank.
    pub const ALL: &[Self] =
        &[Self::Community, Self::Family, Self::Governance, Self::Labor, Self::Management, Self::Student];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Community => "community",
            Self::Family => "family",
            Self::Governance => "governance",
            Self::Labor => "labor",
            Self::Management => "management",
            Self::Student => "student",
        }
    }

    /// The kind of a word in the table.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }
}
