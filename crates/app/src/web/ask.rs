//! One request, as a handler sees it: who asks, in which language, under which policy. It opens the
//! handler's transaction and finds the seat; there is no other way to do either.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::extract::FromRequestParts;
use axum::http::header::{ACCEPT_LANGUAGE, USER_AGENT};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, Uri};
use axum::response::Response;
use db::Tx;
use uuid::Uuid;
use words::{Lang, Words};

use super::form::Form;
use super::safety::Number;
use super::{again, cookies, hearing, reply};
use crate::access::{Actor, Person, Policy, Seat};
use crate::error::Error;
use crate::people::session;
use crate::site::{Act, Moment, Site};

/// The policy of the route, and whether the handler has honoured it yet.
#[derive(Debug, Clone)]
pub struct Asked {
    policy: Policy,
    honoured: Arc<AtomicBool>,
}

impl Asked {
    pub(super) fn new(policy: Policy) -> Self {
        Self { policy, honoured: Arc::default() }
    }

    pub(super) fn was_honoured(&self) -> bool {
        self.policy == Policy::Public || self.honoured.load(Ordering::Relaxed)
    }

    fn honour(&self) {
        self.honoured.store(true, Ordering::Relaxed);
    }
}

/// How long a proof of identity is good enough for a grave act.
pub const PROOF_LASTS: i64 = 10 * Moment::MINUTE;

/// One request.
#[derive(Debug, Clone)]
pub struct Ask {
    /// The house.
    pub site: Site,
    /// Who asks.
    pub actor: Actor,
    /// The words of their language.
    pub w: Words,
    /// The address it came to.
    pub uri: Uri,
    /// Where it came from, for limits and the security log.
    pub address: String,
    /// Its number, the same when the engine makes it run again: what is counted is counted once.
    pub request: Uuid,
    /// Its headers.
    pub headers: HeaderMap,
    method: Method,
    asked: Asked,
}

impl FromRequestParts<Site> for Ask {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Error> {
        let asked = parts.extensions.get::<Asked>().cloned().ok_or(Error::Unseen)?;
        let person = match cookies::session(&parts.headers, site) {
            None => None,
            Some(token) => session::recognise(site, &token).await?,
        };
        let language = cookies::language(&parts.headers)
            .or(person.as_ref().map(|p| p.language))
            .unwrap_or_else(|| preferred(&parts.headers));
        let ask = Self {
            site: site.clone(),
            actor: person.map_or(Actor::Guest, |p| Actor::Person(Box::new(p))),
            w: Words::new(language),
            uri: parts.uri.clone(),
            address: super::address::of(parts, site),
            request: parts.extensions.get::<Number>().map_or_else(Uuid::nil, |number| number.0),
            headers: parts.headers.clone(),
            method: parts.method.clone(),
            asked,
        };
        ask.check()?;
        Ok(ask)
    }
}

fn preferred(headers: &HeaderMap) -> Lang {
    Lang::negotiate(headers.get(ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or(""))
}

impl Ask {
    /// What can be said before the database is asked.
    fn check(&self) -> Result<(), Error> {
        match self.asked.policy {
            Policy::Public | Policy::Link => self.asked.honour(),
            Policy::Demo if self.site.settings.demo() => self.asked.honour(),
            Policy::Demo => return Err(Error::Unseen),
            Policy::SignedIn => {
                self.person()?;
                self.asked.honour();
            }
            Policy::Operator if self.person()?.operator => self.asked.honour(),
            Policy::Operator => return Err(Error::Unseen),
            Policy::Seat(_) => {
                self.person()?;
            }
        }
        Ok(())
    }

    /// The person who asks, where one must be signed in.
    pub fn person(&self) -> Result<&Person, Error> {
        self.actor.person().ok_or(Error::SignIn)
    }

    /// The person, if they proved who they are within the last ten minutes.
    pub fn proved(&self) -> Result<&Person, Error> {
        let person = self.person()?;
        if person.proved_at.plus(PROOF_LASTS) < self.site.now() {
            return Err(Error::ProveAgain);
        }
        Ok(person)
    }

    /// A consistent look at the database.
    pub async fn look(&self) -> Result<Tx, Error> {
        self.site.look().await
    }

    /// The seat this route's policy asks for, for reading.
    pub async fn seat(&self, tx: &mut Tx, partnership: Uuid) -> Result<Seat, Error> {
        let Policy::Seat(right) = self.asked.policy else { return Err(Error::Forbidden) };
        let seat = Seat::ask(tx, &self.actor, partnership, right).await?;
        self.asked.honour();
        Ok(seat)
    }

    /// Begins an act: one writing transaction, in which the same form takes effect once.
    pub async fn begin(&self, form: &Form) -> Result<Act, Error> {
        again::once(self.site.act().await?, &self.actor, self.uri.path(), form).await
    }

    /// Begins an act at a partnership, with the seat this route's policy asks for.
    pub async fn begin_at(&self, partnership: Uuid, form: &Form) -> Result<(Act, Seat), Error> {
        let Policy::Seat(right) = self.asked.policy else { return Err(Error::Forbidden) };
        let mut act = self.site.act().await?;
        let seat = Seat::ask_to_act(&mut act, &self.actor, partnership, right).await?;
        self.asked.honour();
        let act = again::once(act, &self.actor, self.uri.path(), form).await?;
        Ok((act, seat))
    }

    /// The same for an act that writes only rows of its own, such as one answer among many: it does not
    /// take the partnership's row, so that many may do it in the same second.
    pub async fn begin_apart(&self, partnership: Uuid, form: &Form) -> Result<(Act, Seat), Error> {
        let mut act = self.site.act().await?;
        let seat = self.seat(&mut act, partnership).await?;
        let act = again::once(act, &self.actor, self.uri.path(), form).await?;
        Ok((act, seat))
    }

    /// Ends an act: it lasts, and the person is sent on with a sentence that says what was done. If letters go to more
    /// than one person, they read first who will hear; the act then lasts when they go on.
    pub async fn done(
        &self,
        mut act: Act,
        form: &Form,
        location: impl Into<String>,
        notice: impl Into<String>,
    ) -> Result<Response, Error> {
        if let Some(sheet) = hearing::before(self, &act, form)? {
            return Ok(sheet);
        }
        let (location, notice) = (location.into(), notice.into());
        again::remember(&mut act, &self.actor, self.uri.path(), form, &location, &notice).await?;
        act.commit().await?;
        Ok(reply::see_other(&location, &notice))
    }

    /// The device's own name for itself, cut to what a list of devices shows.
    pub fn device(&self) -> String {
        let agent = self.headers.get(USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or("");
        agent.chars().take(200).collect()
    }

    /// Whether this is a page being read rather than an act.
    pub fn reading(&self) -> bool {
        self.method == Method::GET || self.method == Method::HEAD
    }

    /// Path and query, as a link back to this page.
    pub fn here(&self) -> &str {
        self.uri.path_and_query().map_or("/", |path| path.as_str())
    }
}
