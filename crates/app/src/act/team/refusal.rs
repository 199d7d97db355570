//! Why something about a team cannot be done.

use words::Words;

use crate::error::Refusal;

/// A rule's no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// No kind was chosen.
    KindMissing,
    /// Another living team has this name.
    NameTaken,
    /// It would report to itself, straight or in a circle.
    Circle,
    /// The team it would report to is not there or has ended.
    ParentGone,
    /// The place is neither the partnership's nor below it.
    SiteElsewhere,
    /// Somebody chosen does not sit in the partnership.
    NotAMember,
    /// Somebody chosen sits for another party.
    NotYours,
    /// Two people share the chair already.
    TwoChairs,
    /// The other co-chair is of the same party.
    SameParty,
    /// A co-chair sits for a party.
    NeutralChair,
    /// Somebody in no party is put out by all sides together, never by one.
    NeutralTogether,
    /// Nobody was chosen.
    Nobody,
    /// Teams that still work report to it.
    HasTeams,
    /// It has ended.
    Closed,
    /// The date cannot be read.
    Date,
    /// There is no team to put to the sides.
    TeamsMissing,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::KindMissing => w.team_no_kind_missing(),
            Self::NameTaken => w.team_no_name_taken(),
            Self::Circle => w.team_no_circle(),
            Self::ParentGone => w.team_no_parent_gone(),
            Self::SiteElsewhere => w.team_no_site_elsewhere(),
            Self::NotAMember => w.team_no_not_a_member(),
            Self::NotYours => w.team_no_not_yours(),
            Self::TwoChairs => w.team_no_two_chairs(),
            Self::SameParty => w.team_no_same_party(),
            Self::NeutralChair => w.team_no_neutral_chair(),
            Self::NeutralTogether => w.team_no_neutral_together(),
            Self::Nobody => w.team_no_nobody(),
            Self::HasTeams => w.team_no_has_teams(),
            Self::Closed => w.team_no_closed(),
            Self::Date => w.team_no_date(),
            Self::TeamsMissing => w.team_none(),
        }
        .to_owned()
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::KindMissing => Some("kind"),
            Self::NameTaken => Some("name"),
            Self::Circle | Self::ParentGone => Some("reports_to"),
            Self::SiteElsewhere => Some("site"),
            Self::NotAMember | Self::NotYours | Self::Nobody => Some("member"),
            Self::TwoChairs | Self::SameParty | Self::NeutralChair => Some("chair"),
            Self::Date => Some("closed_on"),
            Self::HasTeams | Self::Closed | Self::NeutralTogether | Self::TeamsMissing => None,
        }
    }
}
