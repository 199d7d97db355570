//! Signing in, and being signed in: opaque sessions, hashed at rest, that end after an hour without use
//! or a day in all, and that their owner can see and end.

pub mod code;
pub mod commands;
mod device;
mod letters;
pub mod limits;
mod store;
#[cfg(test)]
mod tests;
mod web;

use db::Tx;
use sha2::{Digest, Sha256};
use uuid::Uuid;
use words::Words;

use crate::access::Person;
use crate::error::{Error, Refusal};
use crate::people::security;
use crate::site::{Act, Moment, Site};

pub use device::Device;
pub(super) use web::{Code, Door, code_page};
pub use web::{languages, let_in, routes, visitor, with_browser};

/// A session ends after so long without use.
pub const IDLE: i64 = Moment::HOUR;
/// And after so long in all.
pub const WHOLE: i64 = Moment::DAY;
/// A session whose token was changed answers so long to the old one, for requests on their way.
pub const GRACE: i64 = Moment::MINUTE;
/// "Last used" is written down at most so often.
const SEEN_EVERY: i64 = Moment::MINUTE;

/// The browser that stands at the door.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// Its own token, from its cookie.
    pub browser: String,
    /// The key of the form it sent.
    pub form_key: String,
    /// The network address it came from.
    pub from: String,
    /// Its name for itself.
    pub device: String,
    /// The session it held until now.
    pub held: Option<Uuid>,
    /// The number of this request.
    pub request: Uuid,
}

/// Why somebody was not let in.
#[expect(
    clippy::enum_variant_names,
    reason = "each is named after what was found, as in every other list of refusals"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum No {
    /// This browser asked for no code.
    NoCodeAsked,
    /// The code is older than ten minutes.
    CodeOver,
    /// The code was used.
    CodeUsed,
    /// The code was tried five times.
    CodeTried,
    /// The code is wrong; so many tries are left.
    CodeWrong {
        /// Tries left.
        left: i64,
    },
    /// Address and password do not belong together: the same for an unknown address.
    NotTogether,
    /// The password is not this person's.
    WrongPassword,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::NoCodeAsked => w.session_no_code_asked().into(),
            Self::CodeOver => w.session_code_over().into(),
            Self::CodeUsed => w.session_code_used().into(),
            Self::CodeTried | Self::CodeWrong { left: 0 } => w.session_code_tried().into(),
            Self::CodeWrong { left } => w.session_code_wrong(*left),
            Self::NotTogether => w.session_not_together().into(),
            Self::WrongPassword => w.session_wrong_password().into(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NotTogether | Self::WrongPassword => Some("password"),
            _ => Some("code"),
        }
    }
}

/// Tokens are kept only as this. They are long enough that a fast hash gives nothing away.
pub fn hashed(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

/// A new unguessable token of 256 bits.
pub fn token(site: &Site) -> String {
    data_encoding::BASE64URL_NOPAD.encode(&site.random::<32>())
}

/// The person a session token belongs to, while it lasts. Writes down that it was used, aside, so that
/// no page waits for it.
pub async fn recognise(site: &Site, token: &str) -> Result<Option<Person>, Error> {
    let now = site.now();
    let Some((person, seen)) = store::person(site, &hashed(token), now).await? else {
        return Ok(None);
    };
    if seen.plus(SEEN_EVERY) <= now {
        let (site, session) = (site.clone(), person.session);
        tokio::spawn(async move {
            if let Err(error) = store_seen(&site, session, now).await {
                tracing::warn!(?error, "a session's last use was not written down");
            }
        });
    }
    Ok(Some(person))
}

async fn store_seen(site: &Site, session: Uuid, now: Moment) -> Result<(), Error> {
    let mut act = site.act().await?;
    store::seen(&mut act, session, now).await?;
    act.commit().await
}

/// Begins a session and gives its token, which is shown to the browser once and kept nowhere.
pub async fn begin(act: &mut Act, person: Uuid, device: &str, proved_by: &str) -> Result<String, Error> {
    let token = token(act.site());
    store::add(act, person, &hashed(&token), device, proved_by).await?;
    Ok(token)
}

/// Begins the session that this form of this browser asks for; the one the browser held before ends in
/// a minute. The same form sent again gives the same session.
async fn begin_for(act: &mut Act, visitor: &Visitor, person: Uuid, proved_by: &str) -> Result<String, Error> {
    let token = token_for(act, visitor, person).await?;
    store::add(act, person, &hashed(&token), &visitor.device, proved_by).await?;
    if let Some(held) = visitor.held {
        store::replace(act, held, &hashed(&token)).await?;
    }
    Ok(token)
}

/// The token of the session that this form of this browser asks for: made from the browser's own
/// token, the form's key and the install's secret, so that a form sent five times leaves one session
/// and all five answers hold it.
async fn token_for(act: &mut Act, visitor: &Visitor, person: Uuid) -> Result<String, Error> {
    let parts = ["session", &visitor.browser, &visitor.form_key, &person.to_string()];
    Ok(data_encoding::BASE64URL_NOPAD.encode(&security::keyed(act, &parts).await?))
}

/// The devices a person is signed in on, the one that asks first.
pub async fn devices(tx: &mut Tx, person: &Person, now: Moment) -> Result<Vec<Device>, Error> {
    store::devices(tx, person, now).await
}

/// Ends every session of a person but the one named: after a password or an address was changed, and
/// when somebody is taken off this install.
pub async fn end_others(act: &mut Act, person: Uuid, but: Option<Uuid>) -> Result<u64, Error> {
    store::end_others(act, person, but).await
}

/// Removes sessions and codes that are over, and tallies that are forgotten.
pub async fn purge(act: &mut Act) -> Result<(), Error> {
    let now = act.now();
    store::purge(act, now).await
}
