//! Words that stand in private things, and who may ever see them.

use super::world::{lead_of, party_of};

/// Who may see a private word.
#[derive(Debug, Clone, Copy)]
pub(super) enum Seen {
    /// Nobody at all: a secret.
    Nobody,
    /// These callers.
    By(&'static [char]),
    /// Its own person.
    Own(char),
    /// Whoever sits in the partnership in question.
    Seats,
    /// Whoever sits for the party it belongs to.
    PartyOf(&'static str),
    /// The lead of the party it belongs to.
    LeadOf(&'static str),
}

impl Seen {
    fn by(self, caller: char) -> bool {
        match self {
            Self::Nobody => false,
            Self::By(some) => some.contains(&caller),
            Self::Own(letter) => letter == caller,
            Self::Seats => "nLloMGfwk".contains(caller),
            Self::PartyOf(kind) => "nLloMGfwk".contains(caller) && party_of(caller) == kind,
            Self::LeadOf(kind) => lead_of(kind) == caller,
        }
    }
}

/// A word in a private thing.
#[derive(Debug, Clone)]
pub(super) struct Canary {
    /// What it stands in.
    pub(super) what: String,
    pub(super) word: String,
    pub(super) seen: Seen,
}

/// What a link opens to whoever holds it.
const BEHIND_A_LINK: &[&str] = &["name of", "message of", "who ", "link of", "name added"];

/// The private things that an answer shows although this caller may not see them. What stands in the path
/// that was asked for is no leak, and neither is what a link opens to whoever holds it.
pub(super) fn leaks<'a>(canaries: &'a [Canary], text: &str, path: &str, caller: char) -> Vec<&'a Canary> {
    let linked = path.starts_with("/i/") || path.starts_with("/name/");
    let opened = |canary: &Canary| linked && BEHIND_A_LINK.iter().any(|what| canary.what.starts_with(what));
    canaries
        .iter()
        .filter(|c| !c.seen.by(caller) && text.contains(&c.word) && !path.contains(&c.word) && !opened(c))
        .collect()
}

/// Whether a letter to this address may tell this: who is invited, and who speaks for a party that has nobody
/// left, are told where, by whom and in which name.
pub(super) fn written_to(canaries: &[Canary], address: &str, told: &Canary) -> bool {
    let outside =
        |c: &&Canary| c.what.contains(" invited at ") || c.what.starts_with("e-mail of the successor");
    let outsider = canaries.iter().filter(outside).any(|c| address.contains(&c.word));
    outsider
        && (told.what.starts_with("successor of")
            || BEHIND_A_LINK.iter().any(|what| told.what.starts_with(what)))
}
