//! A partnership whose people already sit, for stories that begin after the beginning.

use std::collections::BTreeMap;

use uuid::Uuid;
use words::Lang;

use super::{Browser, Town, store};
use crate::access::{Actor, Person, Right, Seat};
use crate::people::membership::{self, NewSeat, PartyKind, Role};

/// A party of a settled partnership: its name, whether it must agree, its leads and its other members.
pub type Seated<'a> = (&'a str, bool, &'a [&'a str], &'a [&'a str]);

/// See the module.
pub struct Settled {
    /// The partnership.
    pub id: Uuid,
    /// Its parties by name.
    pub parties: BTreeMap<String, Uuid>,
    /// The seats by the sitter's name.
    pub seats: BTreeMap<String, Uuid>,
    /// Each person's browser, by name.
    pub people: BTreeMap<String, Browser>,
}

impl Settled {
    /// A person's browser.
    pub fn browser(&self, name: &str) -> Browser {
        self.people.get(name).unwrap_or_else(|| panic!("{name} sits there")).clone()
    }

    /// A path in the partnership.
    pub fn path(&self, rest: &str) -> String {
        format!("/p/{}{rest}", self.id)
    }

    /// Somebody's seat with a right, to call a command as a page would.
    pub async fn seat(&self, town: &Town, name: &str, right: Right) -> Seat {
        let person = Person {
            id: town.person_id(name).await,
            name: name.to_owned(),
            email: String::new(),
            language: Lang::En,
            operator: false,
            session: Uuid::nil(),
            proved_at: town.site.now(),
        };
        let mut tx = town.site.look().await.expect("a look");
        Seat::ask(&mut tx, &Actor::Person(Box::new(person)), self.id, right).await.expect("the right")
    }
}

impl Town {
    /// The account of somebody who has one.
    pub async fn person_id(&self, name: &str) -> Uuid {
        self.person(name).await.0
    }

    /// An active partnership with these parties; whoever is called the same as before keeps their
    /// account.
    pub async fn settled(&self, parties: &[Seated<'_>]) -> Settled {
        let (first, _) = self.person(parties[0].2[0]).await;
        let mut act = self.site.act().await.expect("an act");
        let id = store::partnership(&mut act, "Riverside", first).await.expect("a partnership");
        act.commit().await.expect("a commit");
        let mut settled =
            Settled { id, parties: BTreeMap::new(), seats: BTreeMap::new(), people: BTreeMap::new() };
        for (name, must_agree, leads, members) in parties {
            let mut act = self.site.act().await.expect("an act");
            let kind = if *must_agree { PartyKind::Labor } else { PartyKind::Family };
            let party = membership::add_party(&mut act, id, kind, name, *must_agree).await.expect("a party");
            act.commit().await.expect("a commit");
            settled.parties.insert((*name).to_owned(), party);
            for (person, lead) in
                leads.iter().map(|name| (name, true)).chain(members.iter().map(|name| (name, false)))
            {
                self.seat(&mut settled, Some(party), person, lead).await;
            }
        }
        settled
    }

    /// The partnership goes on into its next cycle.
    #[cfg(test)]
    pub async fn next_cycle(&self, partnership: Uuid) {
        let mut act = self.site.act().await.expect("an act");
        store::next_cycle(&mut act, partnership).await.expect("a cycle");
        act.commit().await.expect("a commit");
    }

    /// Seats one more person; without a party, as a neutral.
    pub async fn seat(&self, settled: &mut Settled, party: Option<Uuid>, name: &str, lead: bool) {
        let (person, browser) = self.person(name).await;
        let seat = NewSeat {
            person,
            party,
            role: Role::Member,
            lead,
            job_title: "Chair",
            appointed_by: None,
            term_ends: None,
            alternate_for: None,
        };
        let mut act = self.site.act().await.expect("an act");
        let id = membership::sit(&mut act, settled.id, &seat).await.expect("a seat");
        act.commit().await.expect("a commit");
        settled.seats.insert(name.to_owned(), id);
        settled.people.insert(name.to_owned(), browser);
    }

    /// Puts one partnership's place above another's, and opens its public page.
    pub async fn put_above(&self, above: Uuid, below: Uuid) {
        let mut act = self.site.act().await.expect("an act");
        store::put_above(&mut act, above, below).await.expect("a place above");
        act.commit().await.expect("a commit");
    }

    /// Makes the place of a partnership the state with this code, and gives it.
    #[cfg(test)]
    pub async fn make_state(&self, partnership: Uuid, code: &str) -> Uuid {
        let mut act = self.site.act().await.expect("an act");
        let site = store::make_state(&mut act, partnership, code).await.expect("a state");
        act.commit().await.expect("a commit");
        site
    }
}
