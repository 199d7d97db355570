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

    /// The parties that must sign and are not among those that have looked at the text as it stands.
    pub fn unread(&self, looked: &[Uuid]) -> Vec<&Party> {
        let mut unread: Vec<&Party> = self.needed().filter(|party| !looked.contains(&party.id)).collect();
        unread.sort_by_key(|party| party.name.to_lowercase());
        unread
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
        if self.vacated().iter().any(|vacated| vacated.id == party) {
            Ok(())
        } else {
            Err(No::NothingToConfirm)
        }
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
mod tests {
    use super::*;
    use crate::people::membership::{PartyKind, Role};
    use crate::prepare::commitment::Commitment;
    use crate::site::Moment;
    use jiff::civil::date;
    use proptest::prelude::*;
    use words::Lang;

    fn id(number: u128) -> Uuid {
        Uuid::from_u128(number)
    }

    /// Party `p` has the leads `10 * p + 1` and `10 * p + 2`.
    fn party(number: u128, must_agree: bool) -> Party {
        Party {
            id: id(number),
            kind: PartyKind::Labor,
            name: format!("Party {number}"),
            must_agree,
            joined_at: Some(Moment(0)),
            withdrawn_at: None,
            successor: None,
            version: 1,
        }
    }

    fn lead(party: u128, number: u128) -> SeatLine {
        SeatLine {
            id: id(10 * party + number),
            person: id(1000 * party + number),
            name: format!("Lead {party}.{number}"),
            email: String::new(),
            language: Lang::En,
            party: Some(id(party)),
            role: Role::Member,
            lead: true,
            job_title: String::new(),
            term_ends: None,
            alternate_for: None,
            appointed_at: Moment(0),
            version: 1,
        }
    }

    fn whole(state: State, must_agree: u128) -> Whole {
        let commitment = Commitment {
            id: id(1_000_000),
            state,
            renews: None,
            language: Lang::En,
            version: 1,
            renew_on: date(2027, 9, 1),
            begun_at: Moment(0),
            since: Moment(0),
            sign_by: None,
            text_hash: None,
            signed_at: Some(Moment(50)),
            lapse: None,
            reminded: None,
        };
        let parties = (1..=must_agree).map(|number| party(number, true)).chain([party(9, false)]);
        let leads = (1..=must_agree).chain([9]).flat_map(|p| [lead(p, 1), lead(p, 2)]);
        Whole {
            commitment,
            parties: parties.collect(),
            leads: leads.collect(),
            named: (1..=must_agree).map(|p| id(10 * p + 1)).collect(),
            signatures: Vec::new(),
        }
    }

    fn sign(whole: &mut Whole, member: u128, standing: Standing, at: i64) {
        whole.signatures.push(Signature {
            id: id(5000 + whole.signatures.len() as u128),
            party: id(member / 10),
            party_name: String::new(),
            member: id(member),
            name: format!("Lead {member}"),
            job_title: String::new(),
            standing,
            at: Moment(at),
            paper: None,
            ended: None,
        });
    }

    #[test]
    fn the_text_is_closed_only_once_each_must_agree_party_named_who_signs() {
        let mut two = whole(State::Writing, 2);
        assert_eq!(two.may_freeze(), Ok(()));
        two.named = vec![id(11)];
        assert_eq!(two.may_freeze(), Err(No::NobodyNamed(vec!["Party 2".into()])));
        // Being named and no longer a lead is not being named.
        two.named = vec![id(11), id(29)];
        assert_eq!(two.may_freeze(), Err(No::NobodyNamed(vec!["Party 2".into()])));
        assert_eq!(whole(State::Writing, 1).may_freeze(), Err(No::OneParty));
        assert_eq!(whole(State::Signing, 2).may_freeze(), Err(No::NotWriting));
    }

    #[test]
    fn a_side_that_has_not_looked_at_the_text_is_named() {
        let two = whole(State::Writing, 2);
        for (looked, unread) in
            [(vec![], vec![1, 2]), (vec![1], vec![2]), (vec![2, 9], vec![1]), (vec![1, 2], vec![])]
        {
            let looked: Vec<Uuid> = looked.into_iter().map(id).collect();
            let found: Vec<Uuid> = two.unread(&looked).iter().map(|party| party.id).collect();
            assert_eq!(found, unread.into_iter().map(id).collect::<Vec<_>>(), "{looked:?}");
        }
    }

    #[test]
    fn a_party_names_one_or_two_of_its_own_leads() {
        let mut two = whole(State::Writing, 2);
        for (members, answer) in [
            (vec![11], Ok(())),
            (vec![11, 12], Ok(())),
            (vec![], Err(No::OneOrTwoLeads)),
            (vec![21], Err(No::OneOrTwoLeads)),
            (vec![11, 21], Err(No::OneOrTwoLeads)),
        ] {
            let members: Vec<Uuid> = members.into_iter().map(id).collect();
            assert_eq!(two.may_name(id(1), &members), answer, "{members:?}");
        }
        two.commitment.state = State::Signing;
        sign(&mut two, 11, Standing::MustAgree, 1);
        assert_eq!(two.may_name(id(1), &[id(12)]), Err(No::HasSigned("Lead 11".into())));
        assert_eq!(two.may_name(id(1), &[id(11), id(12)]), Ok(()));
        two.commitment.state = State::Signed;
        assert_eq!(two.may_name(id(1), &[id(11)]), Err(No::NotSigning));
    }

    #[test]
    fn who_signs_as_what() {
        let mut two = whole(State::Signing, 2);
        assert_eq!(two.may_sign(id(1), true, id(11)), Ok(Standing::MustAgree));
        assert_eq!(two.may_sign(id(1), true, id(12)), Err(No::NotNamed));
        assert_eq!(two.may_sign(id(9), false, id(91)), Ok(Standing::Advising));
        sign(&mut two, 11, Standing::MustAgree, 1);
        assert_eq!(two.may_sign(id(1), true, id(11)), Err(No::SignedAlready));
        for (state, advising) in [
            (State::Writing, false),
            (State::Signed, true),
            (State::Lapsed, false),
            (State::Superseded, false),
        ] {
            two.commitment.state = state;
            assert_eq!(two.may_sign(id(2), true, id(21)), Err(No::NotSigning), "{state:?}");
            assert_eq!(two.may_sign(id(9), false, id(91)).is_ok(), advising, "{state:?}");
        }
    }

    #[test]
    fn a_party_whose_signer_left_waits_for_one_successor() {
        let mut two = whole(State::Lapsed, 2);
        two.commitment.lapse = Some(Lapse::LeftOffice);
        sign(&mut two, 11, Standing::MustAgree, 10);
        sign(&mut two, 21, Standing::MustAgree, 20);
        assert!(two.vacated().is_empty());
        two.signatures[0].ended = Some((Moment(60), Ended::LeftOffice));
        assert_eq!(two.vacated().len(), 1);
        assert_eq!(two.may_confirm(id(1)), Ok(()));
        assert_eq!(two.may_confirm(id(2)), Err(No::NothingToConfirm));
        sign(&mut two, 12, Standing::Successor, 70);
        assert!(two.vacated().is_empty());
        // The successor leaves as well: it waits again.
        two.signatures[2].ended = Some((Moment(80), Ended::LeftOffice));
        assert_eq!(two.vacated().len(), 1);
        // Once the renewal date has passed, a successor's word is too late.
        two.commitment.lapse = Some(Lapse::RenewalPassed);
        assert!(two.vacated().is_empty());
    }

    #[test]
    fn somebody_who_left_before_it_was_signed_is_nobodys_predecessor() {
        let mut two = whole(State::Signed, 2);
        sign(&mut two, 11, Standing::MustAgree, 10);
        two.signatures[0].ended = Some((Moment(40), Ended::LeftOffice));
        assert!(two.vacated().is_empty());
    }

    #[test]
    fn it_outlives_a_party_only_between_two_that_signed() {
        for (parties, outlives) in [(2, false), (3, true)] {
            let mut all = whole(State::Signed, parties);
            (1..=parties).for_each(|p| sign(&mut all, 10 * p + 1, Standing::MustAgree, 1));
            assert!(all.is_shared());
            all.parties[0].withdrawn_at = Some(Moment(60));
            assert_eq!(all.is_shared(), outlives, "{parties} parties");
        }
    }

    proptest! {
        #[test]
        fn it_is_complete_exactly_when_everybody_named_has_signed_in_any_order(
            parties in 2_u128..5,
            order in prop::collection::vec(any::<prop::sample::Index>(), 0..12),
        ) {
            let mut all = whole(State::Signing, parties);
            for turn in order {
                let p = turn.index(parties as usize) as u128 + 1;
                if all.may_sign(id(p), true, id(10 * p + 1)).is_ok() {
                    sign(&mut all, 10 * p + 1, Standing::MustAgree, 1);
                }
                let signed = all.signatures.iter().filter(|s| s.stands()).count() as u128;
                prop_assert_eq!(all.is_complete(), signed == parties);
                prop_assert_eq!(all.missing().len() as u128, parties - signed);
            }
        }

        #[test]
        fn advising_parties_neither_complete_nor_block_it(advising in any::<bool>(), last in any::<bool>()) {
            let mut two = whole(State::Signing, 2);
            if advising {
                sign(&mut two, 91, Standing::Advising, 1);
            }
            sign(&mut two, 11, Standing::MustAgree, 2);
            if last {
                sign(&mut two, 21, Standing::MustAgree, 3);
            }
            prop_assert_eq!(two.is_complete(), last);
        }
    }
}
