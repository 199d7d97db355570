//! Words that stand in private things, and who may ever see them.

use std::collections::HashSet;

use super::world::{lead_of, party_of};

/// How nearly every word begins, and how long it then is: one look at a text finds them all, where a look for each
/// took most of the sweep's time.
pub(super) const PREFIX: &str = "kanary";
/// See [`PREFIX`].
const LENGTH: usize = PREFIX.len() + 12;

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
    let stand = standing(canaries, text);
    let linked = path.starts_with("/i/") || path.starts_with("/name/");
    let opened = |canary: &Canary| linked && BEHIND_A_LINK.iter().any(|what| canary.what.starts_with(what));
    stand.into_iter().filter(|c| !c.seen.by(caller) && !path.contains(&c.word) && !opened(c)).collect()
}

/// Those whose word stands in a text.
pub(super) fn standing<'a>(canaries: &'a [Canary], text: &str) -> Vec<&'a Canary> {
    let found: HashSet<&str> =
        text.match_indices(PREFIX).filter_map(|(at, _)| text.get(at..at + LENGTH)).collect();
    let alike = |word: &str| word.len() == LENGTH && word.starts_with(PREFIX);
    let stands = |word: &str| if alike(word) { found.contains(word) } else { text.contains(word) };
    canaries.iter().filter(|canary| stands(&canary.word)).collect()
}

#[test]
fn every_word_that_stands_in_a_text_is_found() {
    let canary = |word: &str| Canary { what: "a thing".into(), word: word.into(), seen: Seen::Nobody };
    let all = [canary("kanary0123456789ab"), canary("kanaryffffffffffff"), canary("Zm9vYmFy-token")];
    let found = |text: &str| standing(&all, text).iter().map(|c| c.word.as_str()).collect::<Vec<_>>();
    assert_eq!(found("a kanarykanary0123456789ab, and more"), ["kanary0123456789ab"]);
    assert_eq!(found("x=Zm9vYmFy-token&kanaryffffffffffff"), ["kanaryffffffffffff", "Zm9vYmFy-token"]);
    assert_eq!(found("kanary0123456789a"), Vec::<&str>::new());
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
