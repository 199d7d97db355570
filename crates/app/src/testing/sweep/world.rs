//! The sweep's world: a district with its county, a school and a sister district, one partnership in each
//! state, everybody who could knock, and a unique word in every private thing.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use uuid::Uuid;
use words::Lang;

use super::canary::{Canary, PREFIX, Seen};
use super::learned;
use super::store::{self, NewInvitation, NewMember, NewParty};
use crate::access::{Actor, Right, Seat};
use crate::act::calendar;
use crate::people::{account, session};
use crate::record::{self, Deed};
use crate::site::{Act, Site};

/// What one partnership holds.
#[derive(Debug, Clone, Default)]
pub(super) struct Held {
    pub(super) id: Uuid,
    /// The party of each kind.
    pub(super) parties: BTreeMap<&'static str, Uuid>,
    /// The seat of each caller, by letter.
    pub(super) seats: BTreeMap<char, Uuid>,
    /// An open invitation of each party, and its link.
    pub(super) invitations: BTreeMap<&'static str, (Uuid, String)>,
    /// The link of a name that was added.
    pub(super) pledge: String,
    pub(super) joint_act: Uuid,
    pub(super) accepted: Uuid,
    pub(super) goal: Uuid,
    pub(super) recovery: Uuid,
    pub(super) commitment: Uuid,
    pub(super) decision: Uuid,
    pub(super) round: Uuid,
    pub(super) crisis: super::crisis::Crisis,
    pub(super) team: Uuid,
    pub(super) meeting: Uuid,
    pub(super) item: Uuid,
    pub(super) action: Uuid,
    /// What its people work on, by name.
    pub(super) work: BTreeMap<&'static str, Uuid>,
    /// Labor's entry in the catalogue.
    pub(super) entry: Uuid,
    pub(super) lesson: Uuid,
    pub(super) lasting: Uuid,
    pub(super) agreement: Uuid,
    /// The place in that team of labor's and of management's lead.
    pub(super) places: BTreeMap<&'static str, Uuid>,
}

impl Held {
    /// A place in its team: this party's, or labor's.
    pub(super) fn place(&self, party: &str) -> Uuid {
        self.places.get(party).or_else(|| self.places.get("labor")).copied().unwrap_or_default()
    }
}

/// See the module.
#[derive(Debug, Clone, Default)]
pub(super) struct World {
    /// Who knocks: person and session token by letter. Nobody has neither.
    pub(super) people: BTreeMap<char, (Uuid, String)>,
    /// The partnership everything is about, by its state.
    pub(super) here: BTreeMap<&'static str, Held>,
    /// A partnership of other people, whose ids are "foreign" here.
    pub(super) elsewhere: Held,
    pub(super) job: Uuid,
    /// The state, whose page everybody may open, and a place where nobody agreed to be shown.
    pub(super) state: Uuid,
    pub(super) quiet_place: Uuid,
    pub(super) device: BTreeMap<char, Uuid>,
    /// The secret of each caller's calendar feed.
    pub(super) feeds: BTreeMap<char, String>,
    pub(super) canaries: Vec<Canary>,
}

/// The partnership that everybody may see on the page of its state.
const SHOWN: &str = "shown to all";

/// Parties at the partnership in question: kind, must agree, has withdrawn.
const PARTIES: &[(&str, bool, bool)] = &[
    ("labor", true, false),
    ("management", true, false),
    ("governance", false, false),
    ("family", false, false),
    ("student", false, true),
    ("community", false, false),
];

/// Seats there: letter, party, role, lead.
const SEATS: &[(char, Option<&str>, &str, bool)] = &[
    ('n', None, "facilitator", false),
    ('L', Some("labor"), "member", true),
    ('l', Some("labor"), "member", false),
    ('o', Some("labor"), "observer", false),
    ('M', Some("management"), "member", true),
    ('G', Some("governance"), "member", true),
    ('f', Some("family"), "member", false),
    ('w', Some("student"), "member", true),
    ('k', Some("community"), "member", false),
];

/// The party a caller sits for, or labor.
pub(super) fn party_of(letter: char) -> &'static str {
    SEATS.iter().find(|seat| seat.0 == letter).and_then(|seat| seat.1).unwrap_or("labor")
}

impl World {
    /// Fills an empty database.
    pub(super) async fn make(site: &Site) -> Self {
        record::keys::ensure(site, "127.0.0.1").await.expect("keys");
        let mut act = site.act().await.expect("an act");
        let mut world = Self::default();
        world.people(&mut act).await;
        let state = store::site(&mut act, None, "state", "Illinois").await;
        let county = store::site(&mut act, Some(state), "county", "Lake County").await;
        let district = store::site(&mut act, Some(county), "district", "Riverside").await;
        let sister = store::site(&mut act, Some(county), "district", "Hillside").await;
        let school = store::site(&mut act, Some(district), "school", "Elm Street").await;
        for (_, state) in super::expected::STATES {
            let held = world.partnership(&mut act, district, state, SEATS).await;
            world.here.insert(state, held);
        }
        let one = |letter| [(letter, Some("labor"), "member", true)];
        world.partnership(&mut act, county, "county", &one('U')).await;
        world.partnership(&mut act, school, "school", &one('D')).await;
        world.partnership(&mut act, sister, "sister", &one('S')).await;
        world.elsewhere = world.partnership(&mut act, sister, "elsewhere", &one('e')).await;
        (world.state, world.quiet_place) = (state, school);
        // One that agreed to be shown to everybody: its name is no secret, all else in it is.
        let shown = world.partnership(&mut act, sister, SHOWN, &one('S')).await;
        learned::shown(&mut act, shown.id).await;
        // A partner group with a public page: its name is no secret.
        let lead = world.people[&'U'].0;
        let above = store::partnership(&mut act, state, "State partner group", "active", lead).await;
        let mut sharers: Vec<&mut Held> = world.here.values_mut().collect();
        sharers.push(&mut world.elsewhere);
        for held in sharers {
            held.agreement = learned::agreement(&mut act, held.id, above).await;
        }
        let (inside, error) =
            (world.canary("job-args", Seen::Nobody), world.canary("job-error", Seen::By(&['p'])));
        world.job = store::dead_job(&mut act, &format!("{{\"x\":\"{inside}\"}}"), &error).await;
        act.commit().await.expect("a commit");
        world
    }

    /// A new word that only these may ever see.
    pub(super) fn canary(&mut self, what: &str, seen: Seen) -> String {
        let sum = Sha256::digest(format!("{what} {}", self.canaries.len()));
        let word = format!("{PREFIX}{}", data_encoding::HEXLOWER.encode(sum.get(..6).unwrap_or_default()));
        self.canaries.push(Canary { what: what.to_owned(), word: word.clone(), seen });
        word
    }

    async fn people(&mut self, act: &mut Act) {
        for (letter, who) in super::expected::CALLERS.iter().skip(1) {
            let address = self.canary(&format!("e-mail of: {who}"), Seen::Own(*letter));
            let person = account::create(act, &format!("{address}@example.org"), who, Lang::En)
                .await
                .expect("a person");
            let token = session::begin(act, person, "a browser", "test").await.expect("a session");
            self.canaries.push(Canary {
                what: format!("session of: {who}"),
                word: token.clone(),
                seen: Seen::Nobody,
            });
            self.device.insert(*letter, store::session(act, person).await);
            self.feeds.insert(*letter, calendar::secret_of(act, person).await.expect("a feed"));
            self.people.insert(*letter, (person, token));
        }
        let (operator, _) = self.people[&'p'].clone();
        store::operator(act, operator).await;
    }

    async fn partnership(
        &mut self,
        act: &mut Act,
        site: Uuid,
        tag: &str,
        seats: &[(char, Option<&str>, &str, bool)],
    ) -> Held {
        let here = super::expected::STATES.iter().any(|(_, state)| *state == tag);
        let seen = if here { Seen::Seats } else { Seen::By(&['U', 'D', 'S', 'e']) };
        let state = if here { tag } else { "active" };
        let name = match tag {
            SHOWN => tag.to_owned(),
            _ => self.canary(&format!("name of {tag}"), seen),
        };
        let by = self.people[&seats[seats.len() - 1].0].0;
        let mut held = Held { id: store::partnership(act, site, &name, state, by).await, ..Held::default() };
        for (kind, must_agree, withdrawn) in PARTIES {
            let speaks = self.canary(&format!("successor of {kind} at {tag}"), seen);
            let successor =
                self.canary(&format!("e-mail of the successor of {kind} at {tag}"), Seen::PartyOf(kind));
            let name = format!("{kind} at {tag}");
            let new = NewParty {
                kind,
                name: &name,
                must_agree: *must_agree,
                withdrawn: *withdrawn,
                successor: (&speaks, &successor),
            };
            held.parties.insert(kind, store::party(act, held.id, &new).await);
        }
        for (letter, party, role, lead) in seats {
            let job_title = self.canary(&format!("job title at {tag}"), seen);
            let new = NewMember {
                party: party.map(|kind| held.parties[kind]),
                person: self.people[letter].0,
                role,
                lead: *lead,
                job_title: &job_title,
                ended: false,
            };
            held.seats.insert(*letter, store::member(act, held.id, &new).await);
        }
        self.gone(act, &held, here).await;
        self.asked(act, &mut held, tag).await;
        self.agreed(act, &mut held, tag, seen).await;
        self.readiness(act, &mut held, tag, seen).await;
        self.crisis(act, &mut held, tag, seen).await;
        self.teams(act, &mut held, site, tag, seen).await;
        self.meetings(act, &mut held, tag, seen).await;
        self.work(act, &mut held, tag, seen).await;
        self.learned(act, &mut held, tag, seen).await;
        let seat = Seat::of_newcomer(act, &Actor::Operator, held.id, Right::See).await.expect("a seat");
        let text = self.canary(&format!("text in the record of {tag}"), seen);
        let deed = Deed::new("partnership.begun").text("words", Lang::En, text);
        record::note(act, &seat, deed).await.expect("a record");
        held
    }

    /// The families' lead, who does not knock, and somebody who sat here before.
    async fn gone(&mut self, act: &mut Act, held: &Held, here: bool) {
        if !here {
            return;
        }
        let address = self.canary("e-mail of the families' lead", Seen::Own('f'));
        let email = format!("{address}@example.org");
        let lead = account::create(act, &email, "Leads the families", Lang::En).await.expect("a person");
        let new = NewMember {
            party: Some(held.parties["family"]),
            person: lead,
            role: "member",
            lead: true,
            job_title: "",
            ended: false,
        };
        store::member(act, held.id, &new).await;
        let job_title = self.canary("job title of one who left", Seen::Seats);
        let new = NewMember {
            party: Some(held.parties["labor"]),
            person: self.people[&'x'].0,
            role: "member",
            lead: true,
            job_title: &job_title,
            ended: true,
        };
        store::member(act, held.id, &new).await;
    }

    /// Invitations of each party with a lead, and a name that was added.
    async fn asked(&mut self, act: &mut Act, held: &mut Held, tag: &str) {
        let by = *held.seats.values().next().expect("a seat");
        for kind in ["labor", "management", "governance"] {
            let name = self.canary(&format!("who {kind} invited to {tag}"), Seen::By(&['L', 'M', 'G']));
            let email = self.canary(&format!("e-mail {kind} invited at {tag}"), Seen::LeadOf(kind));
            let message = self.canary(&format!("message of {kind} at {tag}"), Seen::LeadOf(kind));
            let token = self.canary(&format!("link of {kind} at {tag}"), Seen::LeadOf(kind));
            let hash = session::hashed(&token);
            let new = NewInvitation {
                party: held.parties[kind],
                name: &name,
                email: &email,
                message: &message,
                asked_by: held.seats.get(&lead_of(kind)).copied().unwrap_or(by),
                token_hash: hash,
            };
            held.invitations.insert(kind, (store::invitation(act, held.id, &new).await, token));
        }
        let name = self.canary(&format!("name added at {tag}"), Seen::Nobody);
        held.pledge = self.canary(&format!("link of a name at {tag}"), Seen::Nobody);
        store::pledge(act, held.id, &name, session::hashed(&held.pledge)).await;
    }
}

impl World {
    /// What waits to be agreed: a joint act, a lead for a party without one, a commitment, two codes.
    async fn agreed(&mut self, act: &mut Act, held: &mut Held, tag: &str, seen: Seen) {
        let by = held.seats.get(&'L').or(held.seats.values().next()).copied().expect("a seat");
        let name = self.canary(&format!("a new name proposed at {tag}"), seen);
        held.joint_act = store::joint_act(act, held.id, held.parties["labor"], by, &name).await;
        let title = self.canary(&format!("a goal put to the sides at {tag}"), seen);
        held.accepted = store::acceptance(act, held.id, by, &title).await;
        let title = self.canary(&format!("a shared goal at {tag}"), seen);
        let why = self.canary(&format!("why a goal matters at {tag}"), seen);
        held.goal = store::goal(act, held.id, &title, &why).await;
        let measure = self.canary(&format!("a number of the case at {tag}"), seen);
        store::measure(act, held.id, by, &measure).await;
        let group = self.canary(&format!("a group on the map at {tag}"), seen);
        store::partner_group(act, held.id, &group).await;
        let interest = self.canary(&format!("a shared interest at {tag}"), seen);
        store::interest(act, held.id, held.parties["labor"], by, &interest).await;
        let member = held.seats.get(&'k').copied();
        held.recovery = store::recovery(act, held.id, held.parties["community"], member).await;
        let body = self.canary(&format!("draft of the commitment at {tag}"), seen);
        let state = if tag == "active" { "signing" } else { "writing" };
        held.commitment = store::commitment(act, held.id, by, &body, state).await;
        if tag == "active" {
            let body = self.canary("commitment that stands", seen);
            store::commitment(act, held.id, by, &body, "signed").await;
        }
        let question = self.canary(&format!("question for decision at {tag}"), seen);
        let effect = self.canary(&format!("what a decision brings at {tag}"), seen);
        let said = self.canary(&format!("what somebody said of a decision at {tag}"), seen);
        let voiced = |letter: &char| !['n', 'o', 'w'].contains(letter);
        let asked: Vec<(Uuid, Uuid)> = held
            .seats
            .iter()
            .filter(|(letter, _)| voiced(letter))
            .map(|(letter, seat)| (*seat, held.parties[party_of(*letter)]))
            .collect();
        held.decision = super::decision::open(act, held.id, by, &asked, [&question, &effect, &said]).await;
        for (letter, kind) in [('L', "labor"), ('M', "management")] {
            if let Some(seat) = held.seats.get(&letter) {
                let code = self.canary(&format!("code of {kind} at {tag}"), Seen::LeadOf(kind));
                store::introduction(act, held.id, *seat, &code).await;
            }
        }
    }
}

impl World {
    /// What people wrote about teams: an inventory, a charter, a project that is still scored, a need and an offer.
    async fn work(&mut self, act: &mut Act, held: &mut Held, tag: &str, seen: Seen) {
        let by = held.seats.get(&'L').or(held.seats.values().next()).copied().expect("a seat");
        let mut word = |what: &str, seen| self.canary(&format!("{what} at {tag}"), seen);
        let (does, sits) = (word("what a committee does", seen), word("who sits in it", seen));
        held.work.insert("entry", store::inventory(act, held.id, by, &does, &sits).await);
        let purpose = word("purpose of a charter", seen);
        store::charter(act, held.id, held.team, by, &purpose).await;
        let brief = word("brief of a project", seen);
        let project = store::project(act, held.id, by, &brief).await;
        let mine = Seen::LeadOf("labor");
        let why = word("closed score of labor", mine);
        store::score(act, held.id, project, held.parties["labor"], by, &why).await;
        held.work.insert("project", project);
        let (need, offer) = (word("need of a team", seen), word("offer to it", seen));
        let (need, offer) = store::need(act, held.id, by, &need, &offer).await;
        held.work.insert("need", need);
        held.work.insert("offer", offer);
    }

    /// Where the parties said they stand, with the name of whoever said it.
    async fn readiness(&mut self, act: &mut Act, held: &mut Held, tag: &str, seen: Seen) {
        let by = held.seats.values().next().copied().expect("a seat");
        let name = self.canary(&format!("who spoke for labor at {tag}"), seen);
        let other = self.canary(&format!("who spoke for management at {tag}"), seen);
        let said =
            [(held.parties["labor"], by, name.as_str()), (held.parties["management"], by, other.as_str())];
        held.round = super::readiness::store::round(act, held.id, &said).await;
        // What labor named is sealed where the half hour is under way; elsewhere both have named it.
        let sealed = tag == "active";
        let who = if sealed { Seen::PartyOf("labor") } else { seen };
        let words = self.canary(&format!("what labor is concerned about at {tag}"), who);
        super::readiness::store::half_hour(
            act,
            held.id,
            held.round,
            held.parties["labor"],
            by,
            &words,
            sealed,
        )
        .await;
    }

    /// A team in which labor and management have a place each.
    async fn teams(&mut self, act: &mut Act, held: &mut Held, site: Uuid, tag: &str, seen: Seen) {
        let name = self.canary(&format!("name of a team at {tag}"), seen);
        held.team = store::team(act, held.id, site, &name).await;
        for (letter, kind) in [('L', "labor"), ('M', "management")] {
            let any = held.seats.values().next().filter(|_| kind == "labor");
            if let Some(seat) = held.seats.get(&letter).or(any).copied() {
                let place = store::team_seat(act, held.id, held.team, held.parties[kind], seat).await;
                held.places.insert(kind, place);
            }
        }
    }
}

impl World {
    /// A meeting that is being held, an item with notes and what came of it, and something taken on by labor's lead.
    async fn meetings(&mut self, act: &mut Act, held: &mut Held, tag: &str, seen: Seen) {
        let by = held.seats.get(&'L').or(held.seats.values().next()).copied().expect("a seat");
        let title = self.canary(&format!("title of a meeting at {tag}"), seen);
        let item = self.canary(&format!("item of a meeting at {tag}"), seen);
        let notes = self.canary(&format!("notes of a meeting at {tag}"), seen);
        let outcome = self.canary(&format!("outcome of a meeting at {tag}"), seen);
        let what = self.canary(&format!("what was taken on at {tag}"), seen);
        let words = [title, item, notes, outcome, what];
        (held.meeting, held.item, held.action) = store::meeting(act, held.id, by, &words).await;
    }
}

/// The caller who leads this party.
pub(super) fn lead_of(kind: &str) -> char {
    SEATS.iter().find(|seat| seat.3 && seat.1 == Some(kind)).map_or('L', |seat| seat.0)
}
