//! Sends every route as every caller and compares the answer with the table. A world that an act has
//! changed is put back before the next request, so that no answer depends on the one before.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, header};
use tower::ServiceExt;
use uuid::Uuid;

use super::canary::{self, Canary, Seen};
use super::expected::{Answer, CALLERS, Line};
use super::world::{World, party_of};
use crate::site::Moment;
use crate::testing::Town;
use crate::web::routes::Route;

/// Whose object stands in the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// The partnership's, and of the caller's own party where it belongs to one.
    Own,
    /// The other party's, in the same partnership.
    OtherSide,
    /// Another partnership's.
    Foreign,
    /// Nobody's: it does not exist.
    Missing,
}

impl Whose {
    pub(super) const ALL: &[Self] = &[Self::Own, Self::OtherSide, Self::Foreign, Self::Missing];
}

/// The world, and a copy of it to go back to.
pub(super) struct Sweep {
    pub(super) world: World,
    town: Town,
    as_made: Arc<testdb::Place>,
    /// Every letter that was ever written, with its address.
    pub(super) letters: Vec<(String, String)>,
}

/// What came back.
pub(super) struct Got {
    answer: Option<Answer>,
    status: u16,
    changed: bool,
    leaks: Vec<String>,
}

impl Sweep {
    /// A world of its own, on SQLite.
    pub(super) async fn begin() -> Self {
        Self::begin_on(testdb::sqlite()).await
    }

    /// A world of its own in this place, which must be one that can be copied.
    pub(super) async fn begin_on(ground: testdb::Place) -> Self {
        let town = Town::on(ground).await;
        let world = World::make(&town.site).await;
        town.site.db.close().await;
        let as_made = town.ground();
        let fresh = town.on_copy_of(&as_made).await;
        Self { world, town: fresh, as_made, letters: Vec::new() }
    }

    /// Keeps every letter that stands in the outbox.
    pub(super) async fn collect_letters(&mut self) {
        for letter in self.town.letters().await {
            self.letters.push((letter.to_address, format!("{}\n{}", letter.subject, letter.body)));
        }
    }

    /// Letters with a private thing in them that is not their reader's.
    pub(super) fn letters_that_tell(&self) -> Vec<String> {
        let reader = |address: &str| {
            let own = |canary: &Canary| matches!(canary.seen, Seen::Own(_)) && address.contains(&canary.word);
            let named = self.world.canaries.iter().find(|canary| own(canary));
            named.map_or('a', |canary| if let Seen::Own(letter) = canary.seen { letter } else { 'a' })
        };
        let mut told = Vec::new();
        for (address, text) in &self.letters {
            let caller = reader(address);
            for canary in canary::leaks(&self.world.canaries, text, address, caller) {
                if canary::written_to(&self.world.canaries, address, canary) {
                    continue;
                }
                told.push(format!("a letter to {caller} at {address} tells {}", canary.what));
            }
        }
        told.sort();
        told.dedup();
        told
    }

    /// Whether the caller's own page opens.
    pub(super) async fn own_page_opens(&self, caller: char) -> bool {
        let home = format!("/p/{}", self.world.here["active"].id);
        let path = if caller == 'p' { "/operator/jobs" } else { &home };
        self.send(&Method::GET, path, caller).await.allowed()
    }

    /// The world as it was made.
    async fn put_back(&mut self) {
        self.collect_letters().await;
        self.town.site.db.close().await;
        self.town = self.town.on_copy_of(&self.as_made).await;
    }

    /// All that is wrong on this line of the table for this route, with ids of these kinds.
    pub(super) async fn line(&mut self, route: &Route, line: &Line, kinds: &[Whose]) -> Vec<String> {
        let mut wrong = Vec::new();
        let states = if line.states.is_empty() { vec!["active"] } else { line.states.clone() };
        for state in states {
            for ((letter, who), expected) in CALLERS.iter().zip(&line.answers) {
                for &whose in kinds {
                    let Some(path) = self.path(route.path, state, *letter, whose) else { continue };
                    if whose == Whose::OtherSide && !line.of_a_side {
                        continue;
                    }
                    let got = self.send(&route.method, &path, *letter).await;
                    if got.changed {
                        self.put_back().await;
                    }
                    let at = format!(
                        "{} {} [{state}] as {letter} ({who}), {whose:?} id",
                        route.method, route.path
                    );
                    if !fits(*expected, whose, &got) {
                        wrong.push(format!("{at}: expected {expected:?}, got {}", got.status));
                    }
                    wrong.extend(got.leaks.iter().map(|leak| format!("{at}: shows {leak}")));
                }
            }
        }
        wrong
    }

    /// Whether anything on this line is no longer as the table says; stops at the first.
    pub(super) async fn breaks(&mut self, route: &Route, line: &Line) -> bool {
        let states = if line.states.is_empty() { vec!["active"] } else { line.states.clone() };
        for state in states {
            for ((letter, _), expected) in CALLERS.iter().zip(&line.answers) {
                let Some(path) = self.path(route.path, state, *letter, Whose::Own) else { continue };
                let got = self.send(&route.method, &path, *letter).await;
                if got.changed {
                    self.put_back().await;
                }
                if !fits(*expected, Whose::Own, &got) {
                    return true;
                }
            }
        }
        false
    }

    /// One request. The form holds its key and nothing else.
    pub(super) async fn send(&self, method: &Method, path: &str, caller: char) -> Got {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "127.0.0.1:8080")
            .header("sec-fetch-site", "same-origin");
        if let Some((_, token)) = self.world.people.get(&caller) {
            request = request.header(header::COOKIE, format!("concord={token}"));
        }
        let key = Uuid::now_v7().simple();
        let form =
            if *method == Method::POST { format!("_key={key}&_version=1&_heard=yes") } else { String::new() };
        let request = request.body(Body::from(form)).expect("a request");
        let response = self.town.service().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let stream = parts.headers.get(header::CONTENT_TYPE).is_some_and(|v| v == "text/event-stream");
        let body = if stream { Vec::new().into() } else { to_bytes(body, usize::MAX).await.expect("a body") };
        let said = format!("{:?}\n{}", parts.headers, String::from_utf8_lossy(&body));
        let location = parts.headers.get(header::LOCATION).and_then(|v| v.to_str().ok()).unwrap_or("");
        let status = parts.status.as_u16();
        Got {
            answer: answer(status, location),
            status,
            changed: *method == Method::POST && matches!(status, 200..=399),
            leaks: canary::leaks(&self.world.canaries, &said, path, caller)
                .into_iter()
                .map(|canary| canary.what.clone())
                .collect(),
        }
    }

    /// The path with its ids; none where the path has no such id.
    pub(super) fn path(&self, pattern: &str, state: &str, caller: char, whose: Whose) -> Option<String> {
        let here = &self.world.here[state];
        let held = if whose == Whose::Foreign { &self.world.elsewhere } else { here };
        let own = party_of(caller);
        let party = match whose {
            Whose::OtherSide if own == "management" => "labor",
            Whose::OtherSide => "management",
            _ => own,
        };
        let invitation = held.invitations.get(party).or_else(|| held.invitations.get("labor"))?;
        let missing = whose == Whose::Missing;
        let id = |own: Uuid| if missing { Uuid::now_v7() } else { own }.to_string();
        let seat_letter = match (whose, party) {
            (Whose::Foreign, _) => 'e',
            (_, "management") => 'M',
            (_, "governance") => 'G',
            _ => 'l',
        };
        let (mut path, mut objects) = (pattern.to_owned(), 0);
        let mut put = |name: &str, value: String, is_object: bool| {
            if path.contains(name) {
                path = path.replace(name, &value);
                objects += usize::from(is_object);
            }
        };
        put("{partnership}", here.id.to_string(), false);
        put("{invitation}", id(invitation.0), true);
        if pattern.starts_with("/name/") {
            put("{token}", if missing { "no-such-link".into() } else { held.pledge.clone() }, true);
        }
        put("{token}", if missing { "no-such-link".into() } else { invitation.1.clone() }, true);
        put("{seat}", id(*held.seats.get(&seat_letter)?), true);
        put("{number}", if missing { "9999".into() } else { "2".into() }, whose == Whose::Missing);
        put("{text}", "0".into(), false);
        let place = if whose == Whose::Foreign { self.world.quiet_place } else { self.world.state };
        put("{site}", id(place), true);
        put("{about}", id(held.accepted), true);
        put("{goal}", id(held.goal), true);
        put("{act}", id(held.joint_act), true);
        put("{recovery}", id(held.recovery), true);
        put("{commitment}", id(held.commitment), true);
        put("{round}", id(held.round), true);
        put("{version}", "1".into(), false);
        put("{decision}", id(held.decision), true);
        put("{kind}", "rename".into(), false);
        put("{link}", "no-such-link".into(), false);
        put("{step}", if missing { "p9".into() } else { "p1".into() }, true);
        put("{job}", id(self.world.job), true);
        put("{team}", id(held.team), true);
        put("{crisis}", id(held.crisis.id), true);
        put("{group}", if missing { "none".into() } else { "health".into() }, true);
        put("{question}", id(held.crisis.question), true);
        put("{logged}", id(held.crisis.decision), true);
        put("{row}", id(held.crisis.signal), true);
        put("{notice}", id(held.crisis.notice), true);
        put("{concern}", id(held.crisis.concern), true);
        put("{entry}", id(held.work["entry"]), true);
        put("{project}", id(held.work["project"]), true);
        put("{need}", id(held.work["need"]), true);
        put("{offer}", id(held.work["offer"]), true);
        put("{learned}", id(held.entry), true);
        put("{lesson}", id(held.lesson), true);
        put("{lasting}", id(held.lasting), true);
        put("{agreement}", id(held.agreement), true);
        put("{place}", id(held.place(party)), true);
        put("{meeting}", id(held.meeting), true);
        put("{item}", id(held.item), true);
        put("{action}", id(held.action), true);
        let feed = match whose {
            Whose::Own => self.world.feeds.get(&caller).cloned(),
            Whose::OtherSide | Whose::Foreign => {
                self.world.feeds.get(if caller == 'S' { &'U' } else { &'S' }).cloned()
            }
            Whose::Missing => None,
        };
        put("{secret}", feed.unwrap_or_else(|| "no-such-secret".into()), true);
        let device = match (whose, caller) {
            (Whose::Foreign, 'S') => 'U',
            (Whose::Foreign, _) => 'S',
            _ => caller,
        };
        put("{session}", id(self.world.device.get(&device).copied().unwrap_or_default()), true);
        put("{person}", id(self.world.people[&'L'].0), true);
        if pattern.starts_with("/tools/") {
            put("{name}", if missing { "no-such-tool".into() } else { "agenda".into() }, true);
        }
        put(
            "{name}",
            if missing { "none.css".into() } else { assets::APP_CSS.replace("/assets/", "") },
            true,
        );
        put("{playbook}", if missing { "none".into() } else { "weather".into() }, true);
        put("{code}", if missing { "xx".into() } else { "es".into() }, true);
        assert!(!path.contains('{'), "the sweep knows what to put into {pattern}");
        // A link is its own proof wherever it was made; a job is the install's and nobody's.
        let whole = [
            "/i/",
            "/name/",
            "/operator/",
            "/assets/",
            "/calendar/",
            "/language/",
            "/demo/",
            "/digest/",
            "/guide/",
            "/playbooks/",
            "/tools/",
        ];
        let foreign_means_nothing =
            whose == Whose::Foreign && whole.iter().any(|start| pattern.starts_with(start));
        (whose == Whose::Own || (objects > 0 && !foreign_means_nothing)).then_some(path)
    }

    /// Ends a person's seats and sessions, as told.
    pub(super) async fn end(&mut self, caller: char, seats: bool) {
        let (person, _) = self.world.people[&caller].clone();
        let mut act = self.town.site.act().await.expect("an act");
        if seats {
            super::store::end_seats(&mut act, person).await;
        } else {
            super::store::end_sessions(&mut act, person).await;
        }
        act.commit().await.expect("a commit");
        self.town.pass(Moment::SECOND);
    }
}

impl Got {
    /// Whether anything was allowed.
    pub(super) fn allowed(&self) -> bool {
        self.answer == Some(Answer::Allowed)
    }
}

/// The answer as the table spells it; none when something broke.
fn answer(status: u16, location: &str) -> Option<Answer> {
    match status {
        401 => Some(Answer::SignIn),
        303 | 307 if location.starts_with("/sign-in?") => Some(Answer::SignIn),
        403 => Some(Answer::Forbidden),
        404 => Some(Answer::Unseen),
        200..=399 | 400 | 409 | 422 | 429 => Some(Answer::Allowed),
        _ => None,
    }
}

/// Whether the answer is the one of the table. An object that is somebody else's or nobody's turns
/// "allowed" into "not there"; the other side's turns it into either no.
fn fits(expected: Answer, whose: Whose, got: &Got) -> bool {
    let Some(answer) = got.answer else { return false };
    match (expected, whose) {
        (Answer::Allowed, Whose::Foreign | Whose::Missing) => answer == Answer::Unseen,
        // The object is looked for first: who may see the partnership learns nothing from either no.
        (Answer::Forbidden, Whose::Foreign | Whose::Missing) => {
            matches!(answer, Answer::Unseen | Answer::Forbidden)
        }
        (Answer::Allowed, Whose::OtherSide) => matches!(answer, Answer::Unseen | Answer::Forbidden),
        _ => answer == expected,
    }
}
