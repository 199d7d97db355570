//! What a party may do with its own seats, and why a rule says no.

use words::Words;

use super::{Role, SeatLine};
use crate::error::Refusal;

/// How many leads a party has at most.
pub const LEADS_MOST: usize = 2;

/// Why a seat ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndReason {
    /// A lead of the same party ended it.
    Ended,
    /// Whoever sat there left.
    Left,
    /// Its term was over.
    Term,
}

impl EndReason {
    /// The word in the table and in the record.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ended => "ended",
            Self::Left => "left",
            Self::Term => "term",
        }
    }
}

/// Why something cannot be done with a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// The party has as many leads as it may have.
    LeadsMost,
    /// This person sits in the partnership already.
    SitsAlready,
    /// The party has left.
    PartyGone,
    /// The partnership has ended.
    Ended,
    /// No such role, or not one for this seat.
    Role,
    /// A day that is not one, or is past.
    Term,
    /// Somebody who does not sit for this party.
    Elsewhere,
    /// A lead has to have a voice.
    ObserverLeads,
    /// The party has a lead.
    HasLead,
    /// A proposal stands already.
    Proposed,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::LeadsMost => w.people_no_more_leads(),
            Self::SitsAlready => w.people_no_sits_already(),
            Self::PartyGone => w.people_no_party_gone(),
            Self::Ended => w.people_no_ended(),
            Self::Role => w.people_no_role(),
            Self::Term => w.people_no_term(),
            Self::Elsewhere => w.people_no_elsewhere(),
            Self::ObserverLeads => w.people_no_observer_leads(),
            Self::HasLead => w.people_no_has_lead(),
            Self::Proposed => w.people_no_proposed(),
        }
        .to_owned()
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Role | Self::ObserverLeads => Some("role"),
            Self::Term => Some("term_ends"),
            Self::Elsewhere => Some("alternate_for"),
            _ => None,
        }
    }
}

/// Whether one more of these seats may lead.
pub fn one_more_lead<'a>(seats: impl IntoIterator<Item = &'a SeatLine>) -> Result<(), No> {
    let leads = seats.into_iter().filter(|line| line.lead).count();
    if leads >= LEADS_MOST { Err(No::LeadsMost) } else { Ok(()) }
}

/// The role a seat may have: a lead always has a voice.
pub fn role(given: &str, lead: bool) -> Result<Role, No> {
    match Role::from_code(given) {
        None => Err(No::Role),
        Some(Role::Observer) if lead => Err(No::ObserverLeads),
        Some(role) => Ok(role),
    }
}

/// The last day of a term, which may be open.
pub fn term(given: &str, today: jiff::civil::Date) -> Result<Option<jiff::civil::Date>, No> {
    if given.trim().is_empty() {
        return Ok(None);
    }
    match given.trim().parse::<jiff::civil::Date>() {
        Ok(day) if day >= today && day.year() < 2200 => Ok(Some(day)),
        _ => Err(No::Term),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lead_has_a_voice() {
        assert_eq!(role("observer", true), Err(No::ObserverLeads));
        assert_eq!(role("observer", false), Ok(Role::Observer));
        assert_eq!(role("king", false), Err(No::Role));
    }

    #[test]
    fn a_term_is_open_or_ends_on_a_day_to_come() {
        let today = jiff::civil::date(2026, 9, 1);
        let table: &[(&str, Result<Option<jiff::civil::Date>, No>)] = &[
            ("", Ok(None)),
            (" ", Ok(None)),
            ("2026-09-01", Ok(Some(today))),
            ("2026-08-31", Err(No::Term)),
            ("2026-02-30", Err(No::Term)),
            ("9/1/2027", Err(No::Term)),
            ("2999-01-01", Err(No::Term)),
        ];
        for (given, expected) in table {
            assert_eq!(&term(given, today), expected, "{given:?}");
        }
    }
}
