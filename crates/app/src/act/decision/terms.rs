//! What is fixed before anybody answers: at which level it decides, by which rule, who will see whose
//! answer, who is asked, and what happens afterwards. Kept as JSON beside the decision.

use agreement::decision::{Quorum, Rule, Threshold};
use agreement::fist::Fist;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::act::charter;

/// A closed list of words that a form and the table know.
macro_rules! choices {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $code)] $variant),+
        }

        impl $name {
            /// Every choice, in the order it is offered.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word in a form and in the table.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The choice of a word.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}

choices!(
    /// What an agreement here can do.
    Level {
        /// It is settled here.
        Decides = "decides",
        /// It goes as a recommendation to whoever settles it.
        Recommends = "recommends",
        /// It is advice.
        Advises = "advises",
        /// It only tells where people stand.
        Informs = "informs",
    }
);

choices!(
    /// Who will see whose answer.
    Seen {
        /// Everybody in the partnership, each answer with its name.
        ByName = "name",
        /// Everybody, how many of each party gave which answer.
        ByParty = "party",
        /// Everybody, only whether each party is at its threshold.
        PassOrNot = "pass",
    }
);

choices!(
    /// How many of each side must have answered.
    Enough {
        /// One.
        One = "one",
        /// Half of them.
        Half = "half",
        /// Everybody.
        Everybody = "all",
    }
);

choices!(
    /// What happens if not every side agrees.
    Fallback {
        /// It goes up, after the employees' organizations were heard.
        Refer = "refer",
        /// It is dropped.
        Drop = "drop",
        /// It is asked again on a day.
        Again = "again",
    }
);

choices!(
    /// Whether the question belongs to bargaining.
    Boundary {
        /// None of these.
        Clear = "none",
        /// Pay, hours, or another subject that must be bargained.
        Subject = "subject",
        /// The words of a contract.
        Contract = "contract",
        /// One person's grievance.
        Grievance = "grievance",
    }
);

choices!(
    /// Who is asked.
    Who {
        /// Everybody who sits for a party with a voice.
        Everybody = "everybody",
        /// The leads of each party.
        Leads = "leads",
        /// The members of the team; a side with nobody there is asked through its leads.
        Team = "team",
    }
);

/// What the charter of a team sets for the questions that the team asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preset {
    /// How far its word goes.
    pub level: Level,
    /// What happens if it cannot agree.
    pub fallback: Fallback,
}

impl Preset {
    /// By what the charter says.
    pub fn of(authority: charter::Authority, fallback: charter::Fallback) -> Self {
        use charter::{Authority, Fallback as Cannot};
        Self {
            level: match authority {
                Authority::Informs => Level::Informs,
                Authority::Advises => Level::Advises,
                Authority::Recommends => Level::Recommends,
                Authority::Decides => Level::Decides,
            },
            fallback: match fallback {
                Cannot::ReferUp => Fallback::Refer,
                Cannot::Again => Fallback::Again,
                Cannot::Drop => Fallback::Drop,
            },
        }
    }
}

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// What an agreement here can do.
    pub level: Level,
    /// How many fingers count as support, 1 to 5.
    pub threshold: u8,
    /// The share of each side that must support it, in a hundred; none if all must.
    pub share: Option<u8>,
    /// How many of each side must have answered.
    pub enough: Enough,
    /// The partnership's own words for no finger up to five.
    pub labels: Option<[String; 6]>,
    /// Who will see whose answer.
    pub seen: Seen,
    /// Whether it belongs to bargaining.
    pub boundary: Boundary,
    /// What happens if not every side agrees.
    pub fallback: Fallback,
    /// The day on which it is asked again.
    #[serde(with = "day")]
    pub fallback_on: Option<Date>,
    /// Who is asked.
    pub who: Who,
    /// The last day to answer.
    #[serde(with = "last_day")]
    pub answer_on: Date,
    /// The seat of whoever carries it out.
    pub act_by: Option<Uuid>,
    /// By when they do.
    #[serde(with = "day")]
    pub act_on: Option<Date>,
    /// The day to look at it again.
    #[serde(with = "day")]
    pub review_on: Option<Date>,
    /// The day it ends on.
    #[serde(with = "day")]
    pub ends_on: Option<Date>,
}

impl Terms {
    /// The rule that judges the answers.
    pub fn rule(&self) -> Rule {
        let least = Fist::new(self.threshold).unwrap_or(Fist::USUAL_THRESHOLD);
        Rule {
            threshold: match self.share {
                None => Threshold::All(least),
                Some(percent) => Threshold::Share { percent, at_least: least },
            },
            quorum: match self.enough {
                Enough::One => Quorum::AtLeast(1),
                Enough::Half => Quorum::Share(50),
                Enough::Everybody => Quorum::Share(100),
            },
        }
    }
}

/// A day that may be missing, as it is written: `2026-10-16`.
mod day {
    use jiff::civil::Date;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(day: &Option<Date>, to: S) -> Result<S::Ok, S::Error> {
        day.map(|day| day.to_string()).serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
        let text = Option::<String>::deserialize(from)?;
        text.map(|text| text.parse().map_err(serde::de::Error::custom)).transpose()
    }
}

/// The same for a day that is always there.
mod last_day {
    use jiff::civil::Date;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(day: &Date, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&day.to_string())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod preset {
    use super::*;
    use crate::act::charter::{Authority, Fallback as Cannot};

    #[test]
    fn a_charter_gives_a_question_its_level_and_what_follows_a_no() {
        for (authority, level) in [
            (Authority::Informs, Level::Informs),
            (Authority::Advises, Level::Advises),
            (Authority::Recommends, Level::Recommends),
            (Authority::Decides, Level::Decides),
        ] {
            for (cannot, fallback) in [
                (Cannot::ReferUp, Fallback::Refer),
                (Cannot::Again, Fallback::Again),
                (Cannot::Drop, Fallback::Drop),
            ] {
                assert_eq!(Preset::of(authority, cannot), Preset { level, fallback });
            }
        }
    }
}
