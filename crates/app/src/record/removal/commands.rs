//! Proposing that a text goes, and taking it out once each side has agreed.

use ::record::Hash;
use serde::Deserialize;
use uuid::Uuid;
use words::{Lang, Words};

use super::{Beside, No, WHY_MOST, beside, in_the_way, is_about, store};
use crate::access::Seat;
use crate::error::{Error, Gather, broken};
use crate::people::joint::{self, Proposal};
use crate::people::plain;
use crate::site::Act;
use crate::{mail, record, text};

/// A proposal to take a text out.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Remove {
    /// Why: it stands in the record for good.
    pub why: String,
    /// How many days the others have.
    pub days: String,
}

/// Proposes to the other sides that a text goes.
pub async fn propose(
    act: &mut Act,
    seat: &Seat,
    number: i64,
    place: i64,
    input: &Remove,
) -> Result<Uuid, Error> {
    let here = seat.partnership().id;
    let one = chosen(beside(act, here, number).await?, place)?;
    let mut no = Gather::default();
    let why = no.take(plain::text("why", &input.why, WHY_MOST)).map(|why| one_line(&why)).unwrap_or_default();
    if repeats(&why, one.words.as_deref().unwrap_or_default()) {
        no.refuse(No::Repeats);
    }
    no.take(joint::days_of(&input.days));
    no.done()?;
    let hash = one.hash.to_string();
    if let Some(no) = in_the_way(act, here, &hash).await? {
        return Err(no.into());
    }
    if joint::open_of(act, here).await?.iter().any(|open| is_about(&open.proposal, &one.hash)) {
        return Err(joint::No::Proposed.into());
    }
    let proposal = Proposal::Redact { number, hash, why };
    joint::commands::propose_this(act, seat, proposal, &input.days).await
}

/// The text in this place, if it could go.
pub(super) fn chosen(texts: Vec<Beside>, place: i64) -> Result<Beside, Error> {
    texts.into_iter().find(|one| one.place == place && one.may_go()).ok_or(Error::Unseen)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a reason holds the words that are to go. A word or two may well stand in both.
fn repeats(why: &str, words: &str) -> bool {
    let words = one_line(words).to_lowercase();
    words.split(' ').count() > 2 && why.to_lowercase().contains(&words)
}

/// Takes a text out after each side has said yes: the same words go from every place of this record, each with an entry
/// of its own, and from what else this partnership keeps.
pub(crate) async fn carry_out(
    act: &mut Act,
    seat: &Seat,
    hash: &str,
    why: &str,
    approved: &[(Uuid, Uuid)],
) -> Result<(), Error> {
    let here = seat.partnership().id;
    let hash: Hash = hash.parse().map_err(broken)?;
    let Some(words) = store::words_of(act, here, &hash).await? else { return Ok(()) };
    for one in store::alike(act, here, &words).await? {
        record::redact(act, seat, &one, why, approved).await?;
        store::clear(act, here, &one).await?;
    }
    let instead = |language: Lang| Words::new(language).removal_instead().to_owned();
    store::clear_short(act, here, &words, &instead(seat.language())).await?;
    text::remove(act, here, &words, &instead).await?;
    mail::remove(act, here, &words, &instead).await
}

#[cfg(test)]
mod tests {
    use super::repeats;

    #[test]
    fn a_reason_does_not_say_again_what_is_to_go() {
        assert!(repeats("It says that Kim was ill in May.", "Kim  was ill\nin May"));
        assert!(!repeats("It names a person's illness.", "Kim was ill in May"));
        assert!(!repeats("The county asked for it, no less.", "No"));
        assert!(!repeats("", ""));
    }
}
