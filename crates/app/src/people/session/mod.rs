//! Being signed in: opaque sessions, hashed at rest, that end after an hour without use or a day in
//! all, and that their owner can see and revoke.

mod store;

use db::Tx;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::access::Person;
use crate::error::Error;
use crate::site::{Act, Moment};

/// A session ends after so long without use.
pub const IDLE: i64 = Moment::HOUR;
/// And after so long in all.
pub const WHOLE: i64 = Moment::DAY;

/// Tokens and codes are kept only as this.
pub fn hashed(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

/// A new unguessable token of 256 bits.
pub fn token(site: &crate::site::Site) -> String {
    data_encoding::BASE64URL_NOPAD.encode(&site.random::<32>())
}

/// The person a session token belongs to, while it lasts.
pub async fn person_of(tx: &mut Tx, token: &str, now: Moment) -> Result<Option<Person>, Error> {
    store::person(tx, &hashed(token), now).await
}

/// Begins a session and gives its token, which is shown to the browser once and kept nowhere.
pub async fn begin(act: &mut Act, person: Uuid, device: &str, proved_by: &str) -> Result<String, Error> {
    let token = token(act.site());
    store::add(act, person, &hashed(&token), device, proved_by).await?;
    Ok(token)
}
