//! What can be proposed, and what must be true for it to be done.

use agreement::joint::{DAYS, FEWEST_PARTIES, OnSilence};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use words::Words;

use crate::error::Refusal;
use crate::people::membership::{Party, PartyKind, Role};
use crate::people::partnership::State;

/// What is proposed. Kept as JSON beside its kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Proposal {
    /// A new party.
    AddParty {
        /// What kind of constituency.
        party_kind: PartyKind,
        /// Its name.
        name: String,
        /// Whether it must agree.
        must_agree: bool,
    },
    /// An advising party must agree from now on, or the other way.
    MustAgree {
        /// Which.
        party: Uuid,
        /// From now on.
        must_agree: bool,
    },
    /// A new name for the partnership.
    Rename {
        /// The name.
        name: String,
    },
    /// Other words for the two sides.
    Terms {
        /// What the employees' organization is called.
        union: String,
        /// What the head is called.
        head: String,
    },
    /// Another time zone for its dates.
    Zone {
        /// IANA name.
        zone: String,
    },
    /// Somebody in no party, appointed together.
    Neutral {
        /// Their name.
        name: String,
        /// Their address.
        email: String,
        /// What they do.
        role: Role,
    },
    /// The end of a neutral seat.
    EndNeutral {
        /// The seat.
        member: Uuid,
    },
    /// A page that everybody may read: the name, the parties, how many support it.
    OpenPage,
    /// The end of that page.
    ClosePage,
    /// A rest.
    Pause,
    /// The end of a rest.
    Resume,
    /// The end of the partnership.
    Close,
    /// A party that had left comes back.
    Return,
    /// Each side agrees to what a cycle's catalogue says.
    AgreeCatalogue {
        /// Which.
        catalogue: Uuid,
        /// Of which cycle.
        cycle: i64,
        /// In which version.
        version: i64,
    },
    /// A lesson is published to everybody.
    PublishLesson {
        /// Which.
        lesson: Uuid,
        /// In which version.
        version: i64,
        /// Its title.
        title: String,
    },
    /// A way of working that was proposed is adopted.
    AdoptStructure {
        /// Which.
        lasting: Uuid,
        /// In which version.
        version: i64,
        /// What it is called.
        name: String,
        /// The document it stands in.
        document: String,
        /// The day that document bears.
        day: String,
    },
    /// A shared goal that a side accepted is given up.
    GiveUpGoal {
        /// Which.
        goal: Uuid,
        /// What it says.
        title: String,
    },
    /// The end of a cycle, and the beginning of the next.
    CloseCycle {
        /// Which.
        cycle: i64,
        /// How many things go on into the next.
        carried: i64,
        /// How many stay behind.
        #[serde(default)]
        left: i64,
    },
    /// A partnership at a site above may see phase, step and kinds of open need.
    ShareUp {
        /// Which.
        receiver: Uuid,
        /// What it is called.
        name: String,
    },
    /// Everybody may see phase, step and kinds of open need, on the pages of the places above.
    ShowAll,
    /// Words of the record are taken out for good, because the law asks for it.
    Redact {
        /// The number of the entry they stand beside.
        number: i64,
        /// The commitment to them, in hex.
        hash: String,
        /// Why.
        why: String,
    },
}

/// The kinds of proposal, in the order they are offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// See [`Proposal::AddParty`].
    AddParty,
    /// See [`Proposal::MustAgree`].
    MustAgree,
    /// See [`Proposal::Rename`].
    Rename,
    /// See [`Proposal::Terms`].
    Terms,
    /// See [`Proposal::Zone`].
    Zone,
    /// See [`Proposal::Neutral`].
    Neutral,
    /// See [`Proposal::EndNeutral`].
    EndNeutral,
    /// See [`Proposal::OpenPage`].
    OpenPage,
    /// See [`Proposal::ClosePage`].
    ClosePage,
    /// See [`Proposal::Pause`].
    Pause,
    /// See [`Proposal::Resume`].
    Resume,
    /// See [`Proposal::Close`].
    Close,
    /// See [`Proposal::Return`].
    Return,
    /// See [`Proposal::AgreeCatalogue`].
    AgreeCatalogue,
    /// See [`Proposal::PublishLesson`].
    PublishLesson,
    /// See [`Proposal::AdoptStructure`].
    AdoptStructure,
    /// See [`Proposal::GiveUpGoal`].
    GiveUpGoal,
    /// See [`Proposal::CloseCycle`].
    CloseCycle,
    /// See [`Proposal::ShareUp`].
    ShareUp,
    /// See [`Proposal::ShowAll`].
    ShowAll,
    /// See [`Proposal::Redact`].
    Redact,
}

impl Kind {
    /// Every kind.
    pub const ALL: &[Self] = &[
        Self::AddParty,
        Self::MustAgree,
        Self::Rename,
        Self::Terms,
        Self::Zone,
        Self::Neutral,
        Self::EndNeutral,
        Self::OpenPage,
        Self::ClosePage,
        Self::Pause,
        Self::Resume,
        Self::Close,
        Self::Return,
        Self::AgreeCatalogue,
        Self::PublishLesson,
        Self::AdoptStructure,
        Self::GiveUpGoal,
        Self::CloseCycle,
        Self::ShareUp,
        Self::ShowAll,
        Self::Redact,
    ];

    /// The word in the table and in paths.
    pub fn code(self) -> &'static str {
        match self {
            Self::AddParty => "add-party",
            Self::MustAgree => "must-agree",
            Self::Rename => "rename",
            Self::Terms => "terms",
            Self::Zone => "zone",
            Self::Neutral => "neutral",
            Self::EndNeutral => "end-neutral",
            Self::OpenPage => "open-page",
            Self::ClosePage => "close-page",
            Self::Pause => "pause",
            Self::Resume => "resume",
            Self::Close => "close",
            Self::Return => "return",
            Self::AgreeCatalogue => "agree-catalogue",
            Self::PublishLesson => "publish-lesson",
            Self::AdoptStructure => "adopt-structure",
            Self::GiveUpGoal => "give-up-goal",
            Self::CloseCycle => "close-cycle",
            Self::ShareUp => "share-up",
            Self::ShowAll => "show-all",
            Self::Redact => "redact",
        }
    }

    /// The kind of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }

    /// Whether it is proposed on a page of its own, beside what it is about, and not from the list.
    pub fn has_own_page(self) -> bool {
        matches!(
            self,
            Self::Return
                | Self::AgreeCatalogue
                | Self::PublishLesson
                | Self::AdoptStructure
                | Self::GiveUpGoal
                | Self::CloseCycle
                | Self::ShareUp
                | Self::ShowAll
                | Self::Redact
        )
    }

    /// Whether the sentence that the others will read is shown and confirmed before they are told.
    pub fn asks_first(self) -> bool {
        self == Self::MustAgree
    }

    /// Whether it makes sense in this state.
    pub fn fits(self, state: State) -> bool {
        match self {
            Self::Pause
            | Self::AgreeCatalogue
            | Self::PublishLesson
            | Self::AdoptStructure
            | Self::GiveUpGoal
            | Self::CloseCycle
            | Self::ShareUp
            | Self::ShowAll => state == State::Active,
            Self::Resume => state == State::Paused,
            _ => matches!(state, State::Active | State::Paused),
        }
    }
}

/// Why something cannot be proposed or done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// Not one of the choices.
    Choose(&'static str),
    /// Fewer or more days than a proposal may have.
    Days,
    /// A party of this name is here.
    SameName,
    /// It is so already.
    AlreadySo,
    /// Two must-agree parties have to stay.
    TooFew,
    /// Not in this state of the partnership.
    State,
    /// The same thing stands proposed already.
    Proposed,
    /// It is settled.
    Settled,
    /// This party has answered.
    Answered,
    /// A party does not answer its own proposal.
    OwnProposal,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::Choose(_) => w.start_no_choice().to_owned(),
            Self::Days => w.joint_no_days(*DAYS.end(), *DAYS.start()),
            Self::SameName => w.joint_no_same_name().to_owned(),
            Self::AlreadySo => w.joint_no_already_so().to_owned(),
            Self::TooFew => w.joint_no_too_few().to_owned(),
            Self::State => w.joint_no_state().to_owned(),
            Self::Proposed => w.joint_no_proposed().to_owned(),
            Self::Settled => w.joint_no_settled().to_owned(),
            Self::Answered => w.joint_no_answered().to_owned(),
            Self::OwnProposal => w.joint_no_own_proposal().to_owned(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Choose(field) => Some(field),
            Self::Days => Some("days"),
            Self::SameName => Some("name"),
            _ => None,
        }
    }
}

impl Proposal {
    /// Its kind.
    pub fn kind(&self) -> Kind {
        match self {
            Self::AddParty { .. } => Kind::AddParty,
            Self::MustAgree { .. } => Kind::MustAgree,
            Self::Rename { .. } => Kind::Rename,
            Self::Terms { .. } => Kind::Terms,
            Self::Zone { .. } => Kind::Zone,
            Self::Neutral { .. } => Kind::Neutral,
            Self::EndNeutral { .. } => Kind::EndNeutral,
            Self::OpenPage => Kind::OpenPage,
            Self::ClosePage => Kind::ClosePage,
            Self::Pause => Kind::Pause,
            Self::Resume => Kind::Resume,
            Self::Close => Kind::Close,
            Self::Return => Kind::Return,
            Self::AgreeCatalogue { .. } => Kind::AgreeCatalogue,
            Self::PublishLesson { .. } => Kind::PublishLesson,
            Self::AdoptStructure { .. } => Kind::AdoptStructure,
            Self::GiveUpGoal { .. } => Kind::GiveUpGoal,
            Self::CloseCycle { .. } => Kind::CloseCycle,
            Self::ShareUp { .. } => Kind::ShareUp,
            Self::ShowAll => Kind::ShowAll,
            Self::Redact { .. } => Kind::Redact,
        }
    }

    /// What happens on silence: nothing changes, but for closing the partnership or a cycle of it.
    pub fn on_silence(&self) -> OnSilence {
        match self {
            Self::Close | Self::CloseCycle { .. } => OnSilence::ClosesByOneSide,
            _ => OnSilence::Lapses,
        }
    }

    /// Whether it could be done as things stand. Asked when it is proposed and again when it is done.
    pub fn possible(&self, state: State, parties: &[Party]) -> Result<(), No> {
        if !self.kind().fits(state) {
            return Err(No::State);
        }
        match self {
            Self::AddParty { name, .. } => {
                let taken = parties.iter().any(|p| p.name.to_lowercase() == name.to_lowercase());
                if taken { Err(No::SameName) } else { Ok(()) }
            }
            Self::MustAgree { party, must_agree } => {
                let found = parties.iter().find(|p| p.id == *party && p.withdrawn_at.is_none());
                let found = found.ok_or(No::Choose("party"))?;
                let left = parties.iter().filter(|p| p.counts() && p.id != *party).count();
                match () {
                    () if found.must_agree == *must_agree => Err(No::AlreadySo),
                    () if !must_agree && left < FEWEST_PARTIES => Err(No::TooFew),
                    () => Ok(()),
                }
            }
            // Words of all never go by the word of one side.
            Self::Resume | Self::Redact { .. } => {
                let here = parties.iter().filter(|p| p.counts()).count();
                if here < FEWEST_PARTIES { Err(No::TooFew) } else { Ok(()) }
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::form::Propose;
    use super::*;
    use crate::site::Moment;

    fn party(id: u128, must_agree: bool) -> Party {
        Party {
            id: Uuid::from_u128(id),
            kind: PartyKind::Labor,
            name: format!("Party {id}"),
            must_agree,
            joined_at: Some(Moment(0)),
            withdrawn_at: None,
            successor: None,
            version: 1,
        }
    }

    #[test]
    fn a_partnership_keeps_two_must_agree_parties() {
        let two = [party(1, true), party(2, true), party(3, false)];
        let step_down = |id| Proposal::MustAgree { party: Uuid::from_u128(id), must_agree: false };
        assert_eq!(step_down(1).possible(State::Active, &two), Err(No::TooFew));
        assert_eq!(step_down(3).possible(State::Active, &two), Err(No::AlreadySo));
        let three = [party(1, true), party(2, true), party(3, true)];
        assert_eq!(step_down(1).possible(State::Active, &three), Ok(()));
        assert_eq!(Proposal::Resume.possible(State::Paused, &two[1..]), Err(No::TooFew));
        assert_eq!(Proposal::Resume.possible(State::Active, &two), Err(No::State));
    }

    #[test]
    fn only_closing_can_be_done_by_one_side() {
        for proposal in [Proposal::Pause, Proposal::Resume, Proposal::Return] {
            assert_eq!(proposal.on_silence(), OnSilence::Lapses);
        }
        assert_eq!(Proposal::Close.on_silence(), OnSilence::ClosesByOneSide);
        let cycle = Proposal::CloseCycle { cycle: 1, carried: 0, left: 0 };
        assert_eq!(cycle.on_silence(), OnSilence::ClosesByOneSide);
        let lesson = Proposal::PublishLesson { lesson: Uuid::nil(), version: 1, title: String::new() };
        assert_eq!(lesson.on_silence(), OnSilence::Lapses);
    }

    #[test]
    fn a_proposal_has_three_to_sixty_days() {
        for (days, good) in
            [("2", false), ("3", true), ("14", true), ("60", true), ("61", false), ("x", false)]
        {
            let form = Propose { days: days.into(), ..Propose::default() };
            assert_eq!(form.read(Kind::Pause).is_ok(), good, "{days} days");
        }
    }

    #[test]
    fn a_proposal_comes_back_from_the_table_as_it_went() {
        let all = [
            Proposal::AddParty { party_kind: PartyKind::Family, name: "Families".into(), must_agree: false },
            Proposal::Neutral {
                name: "Kim".into(),
                email: "kim@example.org".into(),
                role: Role::Facilitator,
            },
            Proposal::Close,
            Proposal::CloseCycle { cycle: 2, carried: 3, left: 1 },
        ];
        for proposal in all {
            let text = serde_json::to_string(&proposal).unwrap();
            assert_eq!(serde_json::from_str::<Proposal>(&text).unwrap(), proposal);
        }
        let older = r#"{"kind":"close-cycle","cycle":2,"carried":3}"#;
        let read = Proposal::CloseCycle { cycle: 2, carried: 3, left: 0 };
        assert_eq!(
            serde_json::from_str::<Proposal>(older).unwrap(),
            read,
            "one from before things were left"
        );
    }
}
