//! When a commitment's rule says no: one variant for each reason, each with words that say what to do.

use words::Words;

use crate::error::Refusal;

/// Why something about a commitment did not happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum No {
    /// One is being written or signed already.
    OneIsOpen,
    /// The text is not open for writing.
    NotWriting,
    /// There is no text.
    EmptyText,
    /// The text is longer than a person would sign.
    TooLong,
    /// Two versions of a paragraph still stand side by side after a merge.
    NotMerged,
    /// The renewal date is no date.
    RenewalUnreadable,
    /// The renewal date is not ahead.
    RenewalPast,
    /// The renewal date is more than five years ahead.
    RenewalTooFar,
    /// A party names one or two of its own leads.
    OneOrTwoLeads,
    /// Somebody who signed cannot be taken off the list.
    HasSigned(String),
    /// These parties have not named who signs for them.
    NobodyNamed(Vec<String>),
    /// A commitment needs at least two must-agree parties.
    OneParty,
    /// The text is not open for signing.
    NotSigning,
    /// Signatures stand: opening the text needs a reason, which is kept.
    ReasonNeeded,
    /// Their party did not name them to sign.
    NotNamed,
    /// They have signed.
    SignedAlready,
    /// A signature needs a name.
    NameNeeded,
    /// The name that was typed is not the signer's own, which is this.
    NameDiffers(String),
    /// Pick somebody of one's own party who was named and has not signed.
    WrongSigner,
    /// A paper signature needs a witness of another party.
    WrongWitness,
    /// The day on the paper cannot be read, is ahead, or is before the text was closed.
    PaperDay,
    /// No commitment stands that could be renewed.
    NothingToRenew,
    /// Nobody's successor is awaited for their party.
    NothingToConfirm,
    /// Names are added to a commitment that stands.
    NothingToSupport,
    /// The language of the text itself.
    OwnLanguage,
    /// There is no translation to review, or it is one's own, or it was reviewed.
    NothingToReview,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::OneIsOpen => w.commitment_no_one_is_open().into(),
            Self::NotWriting => w.commitment_no_not_writing().into(),
            Self::EmptyText => w.commitment_no_text().into(),
            Self::TooLong => w.commitment_no_too_long().into(),
            Self::NotMerged => w.commitment_no_not_merged(super::merge::MARK),
            Self::RenewalUnreadable => w.commitment_no_renewal_unreadable().into(),
            Self::RenewalPast => w.commitment_no_renewal_past().into(),
            Self::RenewalTooFar => w.commitment_no_renewal_too_far().into(),
            Self::OneOrTwoLeads => w.commitment_no_one_or_two_leads().into(),
            Self::HasSigned(name) => w.commitment_no_has_signed(name),
            Self::NobodyNamed(parties) => w.commitment_no_nobody_named(parties.join(", ")),
            Self::OneParty => w.commitment_no_one_party().into(),
            Self::NotSigning => w.commitment_no_not_signing().into(),
            Self::ReasonNeeded => w.commitment_no_reason_needed().into(),
            Self::NotNamed => w.commitment_no_not_named().into(),
            Self::SignedAlready => w.commitment_no_signed_already().into(),
            Self::NameNeeded => w.commitment_no_name_needed().into(),
            Self::NameDiffers(own) => w.commitment_no_name_differs(own),
            Self::WrongSigner => w.commitment_no_paper_signer().into(),
            Self::WrongWitness => w.commitment_no_witness().into(),
            Self::PaperDay => w.commitment_no_paper_day().into(),
            Self::NothingToRenew => w.commitment_no_nothing_to_renew().into(),
            Self::NothingToConfirm => w.commitment_no_nothing_to_confirm().into(),
            Self::NothingToSupport => w.commitment_no_nothing_to_support().into(),
            Self::OwnLanguage => w.commitment_no_own_language().into(),
            Self::NothingToReview => w.commitment_no_nothing_to_review().into(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::EmptyText | Self::TooLong | Self::NotMerged => Some("body"),
            Self::RenewalUnreadable | Self::RenewalPast | Self::RenewalTooFar => Some("renew_on"),
            Self::ReasonNeeded => Some("reason"),
            Self::NameNeeded | Self::NameDiffers(_) => Some("name"),
            Self::WrongSigner => Some("signer"),
            Self::WrongWitness => Some("witness"),
            Self::PaperDay => Some("signed_on"),
            Self::OwnLanguage => Some("language"),
            Self::OneOrTwoLeads | Self::HasSigned(_) => Some("signers"),
            _ => None,
        }
    }
}
