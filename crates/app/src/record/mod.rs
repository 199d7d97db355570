//! What people's acts leave behind. A formal act is noted in the joint record of its partnership in
//! the act's own transaction, and leaves an event that feeds live pages, notifications and digests.
//! The tree, the codes and the signatures are the crate `record`; this is its place in the house.

pub mod check;
pub mod event;
pub mod export;
pub mod keys;
mod known;
mod places;
pub mod removal;
pub mod rotation;
mod sentences;
mod store;
mod web;

use ::record::{Actor as Doer, ActorKind, Draft, Hash, Head, Recorded, Refusal, Text, origin_of};
use uuid::Uuid;
use words::Lang;

use crate::access::{Actor, Seat};
use crate::error::{Error, broken};
use crate::site::Act;

pub use known::Known;
pub use store::{Line, agreements, lines, mark_of, words_of};
pub use web::{MOST_NEWEST, Newest, Shown, by_person, newest, routes, since};

/// A formal act, as the record keeps it.
#[derive(Debug, Clone, Default)]
pub struct Deed {
    kind: &'static str,
    about: Option<Uuid>,
    facts: Vec<(&'static str, String)>,
    texts: Vec<(&'static str, Lang, String)>,
    on_behalf_of: Option<String>,
    witnessed_by: Option<String>,
}

impl Deed {
    /// An act of this kind: `commitment.signed`. Each kind has a sentence in `record.ftl`.
    pub fn new(kind: &'static str) -> Self {
        Self { kind, ..Self::default() }
    }

    /// What it is about.
    pub fn about(mut self, id: Uuid) -> Self {
        self.about = Some(id);
        self
    }

    /// A short fact that every seat may read. Never what somebody wrote: that is a text.
    pub fn fact(mut self, name: &'static str, value: impl ToString) -> Self {
        self.facts.push((name, value.to_string()));
        self
    }

    /// What somebody wrote, or a person's name: committed to by a salted hash and kept beside the
    /// record, so that it can be lawfully taken out while every proof stays whole.
    pub fn text(mut self, role: &'static str, language: Lang, words: impl Into<String>) -> Self {
        self.texts.push((role, language, words.into()));
        self
    }

    /// Entered for somebody who gave it on paper or by voice, and who saw that.
    pub fn on_behalf_of(mut self, name: impl Into<String>, witness: impl Into<String>) -> Self {
        self.on_behalf_of = Some(name.into());
        self.witnessed_by = Some(witness.into());
        self
    }
}

/// Where an act stands in the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// Its number, from 1.
    pub number: i64,
    /// Its short code.
    pub code: String,
}

/// Notes a formal act: the record grows by one entry, a checkpoint is signed, an event is left.
pub async fn note(act: &mut Act, seat: &Seat, deed: Deed) -> Result<Noted, Error> {
    let mut texts = Vec::new();
    let draft = draft(act, seat, &deed, &mut texts)?;
    grow(act, seat, deed.about, &texts, |head| head.append(draft)).await
}

/// Notes that a text was lawfully taken out: which, why, and who approved for which party. The caller takes it out
/// in the same transaction.
async fn redact(
    act: &mut Act,
    seat: &Seat,
    text: &Hash,
    reason: &str,
    approved: &[(Uuid, Uuid)],
) -> Result<Noted, Error> {
    let mut texts = Vec::new();
    let (at, doer, reason) = (instant(act), doer(act, seat, &mut texts), plain(reason));
    let approved: Vec<(String, String)> =
        approved.iter().map(|(party, person)| (party.to_string(), person.to_string())).collect();
    let approved: Vec<(&str, &str)> =
        approved.iter().map(|(party, person)| (party.as_str(), person.as_str())).collect();
    grow(act, seat, None, &texts, |head| head.redact(at, doer, *text, &reason, &approved)).await
}

/// The record grows by what `add` puts at its end, a checkpoint is signed, an event is left.
async fn grow(
    act: &mut Act,
    seat: &Seat,
    about: Option<Uuid>,
    texts: &[store::Beside],
    add: impl FnOnce(&mut Head) -> Result<Recorded, Refusal>,
) -> Result<Noted, Error> {
    let partnership = seat.partnership().id;
    let (mut head, key) = match store::head_to_sign(act, partnership).await? {
        Some(both) => both,
        None => {
            let key = keys::present(act).await?;
            (open(act, partnership, &key).await?, key)
        }
    };
    let recorded = add(&mut head).map_err(|no| broken(format!("the record refused an act: {no}")))?;
    store::append(act, partnership, &recorded, about, texts).await?;
    let checkpoint = head.checkpoint(&key.secret).map_err(broken)?;
    store::save(act, &head, &checkpoint).await?;
    event::leave(act, partnership, &recorded.entry.kind, seat.actor().id(), about).await?;
    Ok(Noted { number: number(&recorded), code: recorded.code.short() })
}

fn number(recorded: &Recorded) -> i64 {
    i64::try_from(recorded.number()).unwrap_or(i64::MAX)
}

/// Every record begins with an entry that fixes its name and its first key.
async fn open(act: &mut Act, partnership: Uuid, key: &keys::Key) -> Result<Head, Error> {
    let origin = origin_of(&key.host, partnership);
    let job = Doer { id: None, kind: ActorKind::Job, name: None, party: None };
    let (head, first) = Head::open(partnership, &origin, &key.secret.public(), instant(act), job)
        .map_err(|no| broken(format!("a record could not be opened: {no}")))?;
    store::append(act, partnership, &first, None, &[]).await?;
    Ok(head)
}

fn instant(act: &Act) -> u64 {
    u64::try_from(act.now().0).unwrap_or(0)
}

fn draft(act: &Act, seat: &Seat, deed: &Deed, kept: &mut Vec<store::Beside>) -> Result<Draft, Error> {
    let mut draft = Draft::new(instant(act), deed.kind, doer(act, seat, kept));
    draft.subject = deed.about.map(|id| id.to_string());
    for (name, value) in &deed.facts {
        draft = draft.fact(name, &plain(value));
    }
    let by_name = |name: &String, kept: &mut Vec<store::Beside>| {
        Some(Doer {
            id: None,
            kind: ActorKind::Member,
            name: Some(beside(act, "name", Lang::En, name, kept)),
            party: None,
        })
    };
    draft.on_behalf_of = deed.on_behalf_of.as_ref().and_then(|name| by_name(name, kept));
    draft.witnessed_by = deed.witnessed_by.as_ref().and_then(|name| by_name(name, kept));
    for (role, language, words) in &deed.texts {
        let hash = beside(act, role, *language, words, kept);
        draft.texts.push(::record::TextRef {
            hash,
            lang: language.code().to_owned(),
            role: (*role).to_owned(),
        });
    }
    Ok(draft)
}

/// Facts hold no line ends and are at most a thousand bytes: a rule of the format.
fn plain(value: &str) -> String {
    let mut plain: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    while plain.len() > 1_000 {
        plain.pop();
    }
    plain
}

fn doer(act: &Act, seat: &Seat, kept: &mut Vec<store::Beside>) -> Doer {
    let party = seat.membership().and_then(|m| m.party.as_ref()).map(|p| p.id.to_string());
    match seat.actor() {
        Actor::Person(person) => Doer {
            id: Some(person.id.to_string()),
            kind: ActorKind::Member,
            name: Some(beside(act, "name", person.language, &person.name, kept)),
            party,
        },
        Actor::Guest => Doer { id: None, kind: ActorKind::Guest, name: None, party: None },
        Actor::Job(_) => Doer { id: None, kind: ActorKind::Job, name: None, party: None },
        Actor::Operator => Doer { id: None, kind: ActorKind::Operator, name: None, party: None },
    }
}

fn beside(
    act: &Act,
    role: &str,
    language: Lang,
    words: &str,
    kept: &mut Vec<store::Beside>,
) -> ::record::Hash {
    let text = Text { salt: act.site().random(), content: words.to_owned() };
    let hash = text.hash();
    kept.push(store::Beside { hash, role: role.to_owned(), language, text });
    hash
}
