//! The form of a proposal, and how it is read.

use agreement::joint::DAYS;
use serde::Deserialize;

use super::proposal::{Kind, No, Proposal};
use crate::error::{Error, Gather};
use crate::people::membership::{PartyKind, Role};
use crate::people::partnership::answers::{head_of, union_of};
use crate::people::plain;

/// The form of a proposal: the fields of every kind, of which each uses its own.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Propose {
    /// The kind of the new party.
    #[serde(default)]
    pub party_kind: String,
    /// The name of a party, a person or the partnership.
    #[serde(default)]
    pub name: String,
    /// `yes` if it must agree; `no` if it advises.
    #[serde(default)]
    pub must_agree: String,
    /// The party that changes.
    #[serde(default)]
    pub party: String,
    /// What the employees' organization is called.
    #[serde(default)]
    pub union_term: String,
    /// What the head is called.
    #[serde(default)]
    pub head_term: String,
    /// IANA zone.
    #[serde(default)]
    pub zone: String,
    /// An address.
    #[serde(default)]
    pub email: String,
    /// What a neutral does.
    #[serde(default)]
    pub role: String,
    /// A neutral seat.
    #[serde(default)]
    pub member: String,
    /// How many days the others have.
    #[serde(default)]
    pub days: String,
    /// `yes` once the sentence that the others will read was seen.
    #[serde(default)]
    pub sure: String,
}

impl Propose {
    /// The proposal and its days, if every field can stand.
    pub fn read(&self, kind: Kind) -> Result<(Proposal, i64), Error> {
        let mut no = Gather::default();
        let proposal = self.proposal(kind, &mut no);
        let days = no.take(days_of(&self.days));
        no.done()?;
        proposal.zip(days).ok_or(Error::Unreadable)
    }

    fn proposal(&self, kind: Kind, no: &mut Gather) -> Option<Proposal> {
        let must_agree = self.must_agree == "yes";
        Some(match kind {
            Kind::AddParty => {
                let party_kind =
                    no.take(PartyKind::from_code(&self.party_kind).ok_or(No::Choose("party_kind")));
                let name = no.take(plain::name("name", &self.name));
                Proposal::AddParty { party_kind: party_kind?, name: name?, must_agree }
            }
            Kind::MustAgree => {
                let party = no.take(self.party.parse().map_err(|_| No::Choose("party")));
                // Neither standing is taken for granted: it is chosen, or it is not proposed.
                let chosen = match self.must_agree.as_str() {
                    "yes" => Ok(true),
                    "no" => Ok(false),
                    _ => Err(No::Choose("must_agree")),
                };
                let must_agree = no.take(chosen);
                Proposal::MustAgree { party: party?, must_agree: must_agree? }
            }
            Kind::Rename => Proposal::Rename { name: no.take(plain::name("name", &self.name))? },
            Kind::Terms => {
                let union = no.take(union_of("union_term", &self.union_term));
                let head = no.take(head_of("head_term", &self.head_term));
                Proposal::Terms { union: union?.code().to_owned(), head: head?.code().to_owned() }
            }
            Kind::Zone => {
                let known = jiff::tz::TimeZone::get(&self.zone).map(|_| self.zone.clone());
                Proposal::Zone { zone: no.take(known.map_err(|_| No::Choose("zone")))? }
            }
            Kind::Neutral => {
                let name = no.take(plain::name("name", &self.name));
                let email = no.take(plain::address("email", &self.email));
                let role = no.take(neutral_role(&self.role));
                Proposal::Neutral { name: name?, email: email?, role: role? }
            }
            Kind::EndNeutral => {
                let member = no.take(self.member.parse().map_err(|_| No::Choose("member")))?;
                Proposal::EndNeutral { member }
            }
            Kind::OpenPage => Proposal::OpenPage,
            Kind::ClosePage => Proposal::ClosePage,
            Kind::Pause => Proposal::Pause,
            Kind::Resume => Proposal::Resume,
            Kind::Close => Proposal::Close,
            Kind::Return => Proposal::Return,
            // These are proposed on their own pages, never by this form.
            Kind::AgreeCatalogue
            | Kind::PublishLesson
            | Kind::AdoptStructure
            | Kind::GiveUpGoal
            | Kind::CloseCycle
            | Kind::ShareUp
            | Kind::ShowAll
            | Kind::Redact => return None,
        })
    }
}

/// How many days the others have, if they are as many as a proposal may have.
pub fn days_of(typed: &str) -> Result<i64, No> {
    typed.trim().parse().ok().filter(|days| DAYS.contains(days)).ok_or(No::Days)
}

/// What somebody in no party can do.
pub const NEUTRAL_ROLES: &[Role] = &[Role::Facilitator, Role::Observer, Role::Recorder];

fn neutral_role(given: &str) -> Result<Role, No> {
    NEUTRAL_ROLES.iter().copied().find(|role| role.code() == given).ok_or(No::Choose("role"))
}
