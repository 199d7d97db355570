//! Who must sign, who may, and when it is enough. Pure: the same answer whatever the order in which
//! people signed, and silence is never a signature.

use uuid::Uuid;

use super::{Ended, Lapse, No, Signature, Standing, State, Whole};
use crate::people::membership::{Party, SeatLine};

/// As many leads as may sign for one party.
pub const MOST_SIGNERS: usize = 2;

impl Whole {
    /// The parties without whose signature nothing stands, by name.
    pub fn needed(&self) -> impl Iterator<Item = &Party> {
        self.parties.iter().filter(|party| party.counts())
    }

    /// The leads of a party.
    pub fn leads_of(&self, party: Uuid) -> impl Iterator<Item = &SeatLine> {
        self.leads.iter().filter(move |seat| seat.party == Some(party))
    }

    /// The leads whom a party named to sign. Whoever is no longer a lead no longer counts as named.
    pub fn named_by(&self, party: Uuid) -> impl Iterator<Item = &SeatLine> {
        self.leads_of(party).filter(|seat| self.named.contains(&seat.id))
    }

    /// The signature of a seat that stands.
    pub fn signature_of(&self, member: Uuid) -> Option<&Signature> {
        self.signatures.iter().find(|signature| signature.member == member && signature.stands())
    }

    /// The signatures of a party that stand.
    pub fn signed_by(&self, party: Uuid) -> impl Iterator<Item = &Signature> {
        self.signatures.iter().filter(move |signature| signature.party == party && signature.stands())
    }

    /// The needed parties that have not named who signs.
    pub fn unnamed(&self) -> Vec<&Party> {
        self.needed().filter(|party| self.named_by(party.id).next().is_none()).collect()
    }

    /// The leads who were named, are needed, and have not signed.
    pub fn missing(&self) -> Vec<&SeatLine> {
        self.needed()
            .flat_map(|party| self.named_by(party.id))
            .filter(|seat| self.signature_of(seat.id).is_none())
            .collect()
    }

    /// Whether every needed party's named leads have signed.
    pub fn is_complete(&self) -> bool {
        self.needed().count() >= 2 && self.unnamed().is_empty() && self.missing().is_empty()
    }

    /// Whether the text may be closed for signing.
    pub fn may_freeze(&self) -> Result<(), No> {
        if self.commitment.state != State::Writing {
            return Err(No::NotWriting);
        }
        if self.needed().count() < 2 {
            return Err(No::OneParty);
        }
        let unnamed = self.unnamed();
        if unnamed.is_empty() {
            Ok(())
        } else {
            Err(No::NobodyNamed(unnamed.iter().map(|party| party.name.clone()).collect()))
        }
    }

    /// Whether a party may name these of its leads to sign: one or two of its own, and everybody who
    /// has signed already.
    pub fn may_name(&self, party: Uuid, members: &[Uuid]) -> Result<(), No> {
        if !matches!(self.commitment.state, State::Writing | State::Signing) {
            return Err(No::NotSigning);
        }
        let own = members.iter().all(|member| self.leads_of(party).any(|lead| lead.id == *member));
        let count = members.iter().collect::<std::collections::HashSet<_>>().len();
        if !own || count == 0 || count > MOST_SIGNERS {
            return Err(No::OneOrTwoLeads);
        }
        match self.signed_by(party).find(|signature| !members.contains(&signature.member)) {
            Some(signed) => Err(No::HasSigned(signed.name.clone())),
            None => Ok(()),
        }
    }

    /// As what a lead of a party may sign now.
    pub fn may_sign(&self, party: Uuid, must_agree: bool, member: Uuid) -> Result<Standing, No> {
        let open = match self.commitment.state {
            State::Signing => true,
            State::Signed => !must_agree,
            _ => false,
        };
        if !open {
            return Err(No::NotSigning);
        }
        if self.signature_of(member).is_some() {
            return Err(No::SignedAlready);
        }
        if !must_agree {
            return Ok(Standing::Advising);
        }
        if self.named_by(party).any(|seat| seat.id == member) {
            Ok(Standing::MustAgree)
        } else {
            Err(No::NotNamed)
        }
    }

    /// Whether a lead of a party may confirm it as the successor of somebody who signed and left.
    pub fn may_confirm(&self, party: Uuid) -> Result<(), No> {
        if self.vacated().iter().any(|vacated| vacated.id == party) { Ok(()) } else { Err(No::NothingToConfirm) }
    }

    /// The needed parties whose signer left office after it was signed, and for which no successor
    /// has confirmed since.
    pub fn vacated(&self) -> Vec<&Party> {
        if self.commitment.lapse == Some(Lapse::RenewalPassed) {
            return Vec::new();
        }
        self.needed().filter(|party| self.is_vacated(party.id)).collect()
    }

    fn is_vacated(&self, party: Uuid) -> bool {
        let Some(signed_at) = self.commitment.signed_at else { return false };
        let left = self
            .signatures
            .iter()
            .filter(|signature| signature.party == party)
            .filter_map(|signature| signature.ended)
            .filter(|(at, why)| *why == Ended::LeftOffice && *at >= signed_at)
            .map(|(at, _)| at)
            .max();
        left.is_some_and(|left| {
            !self.signed_by(party).any(|s| s.standing == Standing::Successor && s.at > left)
        })
    }

    /// Whether two must-agree parties are in it by signature: less is no promise to each other.
    pub fn is_shared(&self) -> bool {
        let signed = |party: &&Party| self.signed_by(party.id).any(|s| s.standing != Standing::Advising);
        self.needed().filter(signed).count() >= 2
    }
}

#[cfg(test)]
mod tests;
