//! The tree of sites: nation > state > county > district > school, and what stands beside them:
//! preschool, charter school, college. Sites carry the ids others know them by; none is ever required.

pub mod commands;
pub mod import;

pub mod nces;
mod store;
#[cfg(test)]
mod tests;

use crate::error::Refusal;
use words::Words;

/// What kind of place a site is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, clap::ValueEnum)]
pub enum Kind {
    /// A state or territory.
    State,
    /// A county or regional office.
    County,
    /// A school district.
    District,
    /// A school.
    School,
    /// A preschool or early-learning centre.
    Preschool,
    /// A charter school that is its own local agency.
    Charter,
    /// A college or university.
    College,
}

impl Kind {
    /// Every kind.
    pub const ALL: &[Self] = &[
        Self::State,
        Self::County,
        Self::District,
        Self::School,
        Self::Preschool,
        Self::Charter,
        Self::College,
    ];

    /// The word in the table and in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::County => "county",
            Self::District => "district",
            Self::School => "school",
            Self::Preschool => "preschool",
            Self::Charter => "charter",
            Self::College => "college",
        }
    }

    /// The kind of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }

    /// Whether a site of this kind may stand under one of that kind.
    pub fn under(self, above: Option<Self>) -> bool {
        match (self, above) {
            (Self::State, None) => true,
            (_, None | Some(Self::School | Self::Preschool | Self::College)) => false,
            (Self::State, _) => false,
            (Self::County, Some(above)) => above == Self::State,
            (Self::District | Self::Charter | Self::College, Some(above)) => {
                matches!(above, Self::State | Self::County)
            }
            (Self::School | Self::Preschool, Some(above)) => above != Self::State || self == Self::Preschool,
        }
    }
}

/// Why a site cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum No {
    /// No name.
    NameMissing,
    /// The zone is not one of the IANA names.
    ZoneUnknown,
    /// A site of this kind cannot stand there.
    Misplaced,
    /// The id is not what NCES gives to this kind of place.
    NcesWrong(nces::Wrong),
    /// Another site has this id.
    NcesTaken,
    /// A site of this kind and name stands there already.
    NameTaken,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::NameMissing => w.site_no_name_missing().to_owned(),
            Self::ZoneUnknown => w.site_no_zone_unknown().to_owned(),
            Self::Misplaced => w.site_no_misplaced().to_owned(),
            Self::NcesWrong(wrong) => wrong.say(w),
            Self::NcesTaken => w.site_no_nces_taken().to_owned(),
            Self::NameTaken => w.site_no_name_taken().to_owned(),
        }
    }
}

#[cfg(test)]
mod rules {
    use super::*;

    #[test]
    fn a_school_stands_under_a_district_and_nothing_under_a_school() {
        assert!(Kind::School.under(Some(Kind::District)));
        assert!(Kind::District.under(Some(Kind::County)) && Kind::District.under(Some(Kind::State)));
        assert!(Kind::State.under(None));
        assert!(!Kind::School.under(Some(Kind::State)));
        for kind in Kind::ALL {
            assert!(!kind.under(Some(Kind::School)), "{kind:?}");
        }
    }
}
