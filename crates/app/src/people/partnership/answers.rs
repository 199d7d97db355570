//! The five answers a partnership begins with: where, who we are, who they are, why now, and what we
//! call the two sides. They can be changed by either leader while the partnership is a draft.

use serde::Deserialize;
use uuid::Uuid;
use words::{Head, Terms, Union, Words};

use super::places::{KINDS, Place, STATES};
use crate::error::{Error, Gather, Refusal};
use crate::people::membership::PartyKind;
use crate::people::plain::{self, NotPlain};

/// The longest answer to "why now".
pub const WHY_MOST: usize = 600;

/// The choice "our place is not listed".
pub const UNLISTED: &str = "unlisted";

/// The form of a beginning.
#[derive(Debug, Clone, Deserialize)]
pub struct Start {
    /// A site's id, or `unlisted`.
    #[serde(default)]
    pub site: String,
    /// What an unlisted place is.
    #[serde(default)]
    pub place_kind: String,
    /// Its name.
    #[serde(default)]
    pub place_name: String,
    /// Its state.
    #[serde(default)]
    pub place_state: String,
    /// What kind of party begins.
    #[serde(default)]
    pub own_kind: String,
    /// Its name.
    #[serde(default)]
    pub own_name: String,
    /// The job of the one who begins.
    #[serde(default)]
    pub own_title: String,
    /// What kind of party is asked.
    #[serde(default)]
    pub other_kind: String,
    /// Its name.
    #[serde(default)]
    pub other_name: String,
    /// Who is asked for it.
    #[serde(default)]
    pub person_name: String,
    /// Where to.
    #[serde(default)]
    pub person_email: String,
    /// Why now, in a sentence.
    #[serde(default)]
    pub why: String,
    /// What the employees' organization is called.
    #[serde(default)]
    pub union_term: String,
    /// What the head is called.
    #[serde(default)]
    pub head_term: String,
}

/// The form of an edit of a draft.
#[derive(Debug, Clone, Deserialize)]
pub struct Edit {
    /// The partnership's name.
    #[serde(default)]
    pub name: String,
    /// The first party, by name.
    pub one: Uuid,
    /// Its kind.
    #[serde(default)]
    pub one_kind: String,
    /// Its name.
    #[serde(default)]
    pub one_name: String,
    /// The second party.
    pub two: Uuid,
    /// Its kind.
    #[serde(default)]
    pub two_kind: String,
    /// Its name.
    #[serde(default)]
    pub two_name: String,
    /// Why now.
    #[serde(default)]
    pub why: String,
    /// What the employees' organization is called.
    #[serde(default)]
    pub union_term: String,
    /// What the head is called.
    #[serde(default)]
    pub head_term: String,
}

/// A beginning that keeps the rules.
#[derive(Debug)]
pub struct Plan {
    /// Where.
    pub place: Place,
    /// Who begins: kind and name of the party.
    pub own: (PartyKind, String),
    /// The job of the one who begins.
    pub own_title: String,
    /// Who is asked: kind and name of the party.
    pub other: (PartyKind, String),
    /// The person who is asked: name and address.
    pub person: (String, String),
    /// Why now.
    pub why: String,
    /// What the two sides are called.
    pub terms: Terms,
}

/// An edit that keeps the rules.
#[derive(Debug)]
pub struct Changed {
    /// The partnership's name.
    pub name: String,
    /// Both parties: id, kind, name.
    pub parties: [(Uuid, PartyKind, String); 2],
    /// Why now.
    pub why: String,
    /// What the two sides are called.
    pub terms: Terms,
}

/// Why an answer cannot stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// Nothing was chosen from a list, or something that is not on it.
    Choose(&'static str),
    /// Both parties have one name.
    SameName(&'static str),
    /// Somebody asks themself.
    Yourself,
    /// The place is not there, or is not a place for a partnership.
    Place,
    /// This person has as many drafts as one may have.
    TooManyDrafts,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::Choose(_) => w.start_no_choice(),
            Self::SameName(_) => w.start_no_same_name(),
            Self::Yourself => w.start_no_yourself(),
            Self::Place => w.start_no_place(),
            Self::TooManyDrafts => w.start_no_more_drafts(),
        }
        .to_owned()
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Choose(field) | Self::SameName(field) => Some(field),
            Self::Yourself => Some("person_email"),
            Self::Place => Some("site"),
            Self::TooManyDrafts => None,
        }
    }
}

/// What the employees' organization is called.
pub fn union_of(field: &'static str, given: &str) -> Result<Union, No> {
    Union::ALL.iter().copied().find(|union| union.code() == given).ok_or(No::Choose(field))
}

/// What the head is called.
pub fn head_of(field: &'static str, given: &str) -> Result<Head, No> {
    Head::ALL.iter().copied().find(|head| head.code() == given).ok_or(No::Choose(field))
}

/// The choice of a closed list.
fn one_of(list: &[&'static str], field: &'static str, given: &str) -> Result<&'static str, No> {
    list.iter().copied().find(|code| *code == given).ok_or(No::Choose(field))
}

fn kind(field: &'static str, given: &str) -> Result<PartyKind, No> {
    PartyKind::from_code(given).ok_or(No::Choose(field))
}

fn differ(field: &'static str, one: &str, two: &str) -> Result<(), No> {
    if one.to_lowercase() == two.to_lowercase() { Err(No::SameName(field)) } else { Ok(()) }
}

impl Start {
    /// The beginning, if every answer can stand; `own_email` is the address of who begins.
    pub fn plan(&self, own_email: &str) -> Result<Plan, Error> {
        let mut no = Gather::default();
        let place = self.place(&mut no);
        let own_kind = no.take(kind("own_kind", &self.own_kind));
        let own_name = no.take(plain::name("own_name", &self.own_name));
        let own_title = no.take(plain::short("own_title", &self.own_title));
        let other_kind = no.take(kind("other_kind", &self.other_kind));
        let other_name = no.take(plain::name("other_name", &self.other_name));
        if let (Some(own), Some(other)) = (&own_name, &other_name) {
            no.take(differ("other_name", own, other));
        }
        let person_name = no.take(plain::name("person_name", &self.person_name));
        let email = no.take(plain::address("person_email", &self.person_email));
        if email.as_deref() == Some(own_email) {
            no.refuse(No::Yourself);
        }
        let why = no.take(why(&self.why));
        let union = no.take(union_of("union_term", &self.union_term));
        let head = no.take(head_of("head_term", &self.head_term));
        no.done()?;
        let plan = || {
            Some(Plan {
                place: place?,
                own: (own_kind?, own_name?),
                own_title: own_title?,
                other: (other_kind?, other_name?),
                person: (person_name?, email?),
                why: why?,
                terms: Terms { union: union?, head: head? },
            })
        };
        plan().ok_or(Error::Unreadable)
    }

    fn place(&self, no: &mut Gather) -> Option<Place> {
        if let Ok(id) = self.site.parse() {
            return Some(Place::Listed(id));
        }
        let kind = no.take(one_of(KINDS, "place_kind", &self.place_kind));
        let name = no.take(plain::name("place_name", &self.place_name));
        let state = STATES.iter().map(|(code, ..)| *code).find(|code| *code == self.place_state);
        let state = no.take(state.ok_or(No::Choose("place_state")));
        Some(Place::Typed { kind: kind?, name: name?, state: state? })
    }
}

impl Edit {
    /// The edit, if every answer can stand.
    pub fn changed(&self) -> Result<Changed, Error> {
        let mut no = Gather::default();
        let name = no.take(plain::name("name", &self.name));
        let one_kind = no.take(kind("one_kind", &self.one_kind));
        let one_name = no.take(plain::name("one_name", &self.one_name));
        let two_kind = no.take(kind("two_kind", &self.two_kind));
        let two_name = no.take(plain::name("two_name", &self.two_name));
        if let (Some(one), Some(two)) = (&one_name, &two_name) {
            no.take(differ("two_name", one, two));
        }
        let why = no.take(why(&self.why));
        let union = no.take(union_of("union_term", &self.union_term));
        let head = no.take(head_of("head_term", &self.head_term));
        no.done()?;
        let changed = || {
            Some(Changed {
                name: name?,
                parties: [(self.one, one_kind?, one_name?), (self.two, two_kind?, two_name?)],
                why: why?,
                terms: Terms { union: union?, head: head? },
            })
        };
        changed().ok_or(Error::Unreadable)
    }
}

fn why(given: &str) -> Result<String, NotPlain> {
    plain::text("why", given, WHY_MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole() -> Start {
        Start {
            site: UNLISTED.into(),
            place_kind: "district".into(),
            place_name: "Alder Valley Schools".into(),
            place_state: "OR".into(),
            own_kind: "labor".into(),
            own_name: "Alder Valley Education Association".into(),
            own_title: "President".into(),
            other_kind: "management".into(),
            other_name: "Alder Valley Administration".into(),
            person_name: "Ruth Okafor".into(),
            person_email: " Ruth@Example.org ".into(),
            why: "Half of our new teachers leave within three years.".into(),
            union_term: "association".into(),
            head_term: "superintendent".into(),
        }
    }

    fn fields(outcome: Result<Plan, Error>) -> Vec<Option<&'static str>> {
        match outcome {
            Err(Error::Refused(no)) => no.iter().map(|r| r.field()).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn five_good_answers_make_a_plan() {
        let plan = whole().plan("ana@example.org").unwrap();
        assert_eq!(plan.person.1, "ruth@example.org");
        assert_eq!(
            plan.place,
            Place::Typed { kind: "district", name: "Alder Valley Schools".into(), state: "OR" }
        );
    }

    #[test]
    fn each_bad_answer_is_named_and_all_at_once() {
        type Spoil = fn(&mut Start);
        let table: &[(Spoil, &str)] = &[
            (|s| s.place_state = "XX".into(), "place_state"),
            (|s| s.place_name = "  ".into(), "place_name"),
            (|s| s.own_kind = "guild".into(), "own_kind"),
            (|s| s.other_name = s.own_name.to_uppercase(), "other_name"),
            (|s| s.person_email = "ana@example.org".into(), "person_email"),
            (|s| s.person_email = "ruth at example".into(), "person_email"),
            (|s| s.why = "x".repeat(WHY_MOST + 1), "why"),
            (|s| s.union_term = "gang".into(), "union_term"),
        ];
        let mut all = whole();
        for (spoil, field) in table {
            let mut one = whole();
            spoil(&mut one);
            assert_eq!(fields(one.plan("ana@example.org")), vec![Some(*field)]);
            spoil(&mut all);
        }
        assert!(fields(all.plan("ana@example.org")).len() >= 7);
    }
}
