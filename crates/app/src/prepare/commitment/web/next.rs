//! The one next thing for whoever reads the page: what others wait for first, then what is theirs to do
//! or not.

use words::Words;

use super::shown::Shown;
use crate::access::{Right, Seat, SeatParty};
use crate::prepare::commitment::{State, Whole, renewal};

/// A thing to do, with its button.
pub(super) struct Next {
    pub(super) title: &'static str,
    pub(super) says: String,
    pub(super) button: &'static str,
    /// The last part of its path.
    pub(super) to: &'static str,
    /// Whether pressing it acts, rather than leads to a page.
    pub(super) acts: bool,
    /// About how many minutes it takes.
    pub(super) minutes: i64,
    /// Whether others wait for it.
    pub(super) waits: bool,
}

/// Who reads, and what there is to read.
pub(super) struct Reader<'a> {
    pub(super) seat: &'a Seat,
    pub(super) w: &'a Words,
    pub(super) standing: Option<&'a Shown>,
    pub(super) open: Option<&'a Shown>,
}

impl Reader<'_> {
    /// The most pressing one.
    pub(super) fn next(&self) -> Option<Next> {
        self.signs()
            .or_else(|| self.confirms())
            .or_else(|| self.names())
            .or_else(|| self.advises())
            .or_else(|| self.freezes())
            .or_else(|| self.writes())
            .or_else(|| self.supports())
    }

    /// The party a lead may sign for.
    fn party(&self) -> Option<&SeatParty> {
        self.seat.party().ok().filter(|_| self.seat.could(Right::SignCommitment))
    }

    fn open(&self) -> Option<&Whole> {
        self.open.map(|shown| &shown.whole)
    }

    fn signs(&self) -> Option<Next> {
        let (party, member) = (self.party()?, self.seat.member().ok()?.id);
        let may = party.must_agree && self.open()?.may_sign(party.id, true, member).is_ok();
        may.then(|| Next {
            title: self.w.commitment_next_sign(),
            says: self.w.commitment_next_sign_says(&party.name),
            button: self.w.commitment_next_sign_button(),
            to: "sign",
            acts: false,
            minutes: 5,
            waits: true,
        })
    }

    fn confirms(&self) -> Option<Next> {
        let (party, whole) = (self.party()?, &self.standing?.whole);
        let may = whole.commitment.state == State::Lapsed && whole.may_confirm(party.id).is_ok();
        may.then(|| Next {
            title: self.w.commitment_next_confirm(),
            says: self.w.commitment_next_confirm_says(&party.name),
            button: self.w.commitment_next_confirm_button(),
            to: "confirm",
            acts: false,
            minutes: 5,
            waits: true,
        })
    }

    fn names(&self) -> Option<Next> {
        let party = self.party()?;
        let unnamed = self.open()?.unnamed().iter().any(|one| one.id == party.id);
        unnamed.then(|| Next {
            title: self.w.commitment_next_name(),
            says: self.w.commitment_next_name_says(&party.name),
            button: self.w.commitment_next_name_button(),
            to: "signers",
            acts: false,
            minutes: 1,
            waits: true,
        })
    }

    fn advises(&self) -> Option<Next> {
        let (party, member) = (self.party()?, self.seat.member().ok()?.id);
        let may = !party.must_agree && self.open()?.may_sign(party.id, false, member).is_ok();
        may.then(|| Next {
            title: self.w.commitment_next_advise(),
            says: self.w.commitment_next_advise_says(&party.name),
            button: self.w.commitment_next_sign_button(),
            to: "sign",
            acts: false,
            minutes: 5,
            waits: false,
        })
    }

    fn freezes(&self) -> Option<Next> {
        let may = self.seat.could(Right::FreezeCommitment) && self.open()?.may_freeze().is_ok();
        may.then(|| Next {
            title: self.w.commitment_next_freeze(),
            says: self.w.commitment_next_freeze_says(renewal::SIGNING_DAYS),
            button: self.w.commitment_next_freeze_button(),
            to: "freeze",
            acts: false,
            minutes: 1,
            waits: true,
        })
    }

    fn writes(&self) -> Option<Next> {
        let writing = self.open()?.commitment.state == State::Writing;
        (writing && self.seat.could(Right::WriteCommitment)).then(|| Next {
            title: self.w.commitment_next_write(),
            says: self.w.commitment_next_write_says().to_owned(),
            button: self.w.commitment_next_write_button(),
            to: "write",
            acts: false,
            minutes: 10,
            waits: false,
        })
    }

    /// Whoever has not signed may add their name to the one that stands and is not due.
    fn supports(&self) -> Option<Next> {
        let (standing, member) = (self.standing?, self.seat.member().ok()?.id);
        let named = standing.supports || standing.whole.signature_of(member).is_some();
        let may = standing.state == "active" && !named && self.seat.could(Right::SupportCommitment);
        may.then(|| Next {
            title: self.w.commitment_next_support(),
            says: self.w.commitment_next_support_says().to_owned(),
            button: self.w.commitment_next_support_button(),
            to: "support",
            acts: true,
            minutes: 1,
            waits: false,
        })
    }
}
