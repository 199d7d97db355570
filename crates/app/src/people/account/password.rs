//! Passwords at rest: argon2id with 19 MiB, two passes and one lane (the OWASP Password Storage Cheat
//! Sheet's setting), two at a time, so that a storm of sign-ins cannot take the machine's memory.

use std::sync::LazyLock;
use std::time::Duration;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::{Semaphore, SemaphorePermit};
use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, broken};
use crate::site::Site;

/// How many are worked on at once.
static ROOM: Semaphore = Semaphore::const_new(2);
/// How long one waits for its turn before the house says that it is busy.
const PATIENCE: Duration = Duration::from_secs(5);

/// What is looked at when there is no hash to look at, so that it takes as long.
static NOBODY: LazyLock<String> =
    LazyLock::new(|| hash("nobody has this password", b"sixteen bytes of").unwrap_or_default());

/// Whether a password fits a hash. Without a hash it takes as long, and never fits.
pub async fn fits(typed: &str, hash: Option<String>) -> Result<bool, Error> {
    let typed = plain(typed);
    in_turn(move || {
        let nobody: &str = &NOBODY;
        let sound = hasher().verify_password(typed.as_bytes(), hash.as_deref().unwrap_or(nobody)).is_ok();
        sound && hash.is_some()
    })
    .await
}

/// The hash under which a new password is kept.
pub async fn hashed(site: &Site, password: &str) -> Result<String, Error> {
    let (password, salt) = (plain(password), site.random::<16>());
    in_turn(move || hash(&password, &salt)).await?
}

/// A new hash for a password that was found right, if the old one was made with other settings.
pub async fn renewed(site: &Site, password: &str, old: Option<&str>) -> Result<Option<String>, Error> {
    match old {
        Some(old) if !is_current(old) => Ok(Some(hashed(site, password).await?)),
        _ => Ok(None),
    }
}

fn hasher() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::DEFAULT)
}

fn hash(password: &str, salt: &[u8]) -> Result<String, Error> {
    hasher().hash_password_with_salt(password.as_bytes(), salt).map(|hash| hash.to_string()).map_err(broken)
}

fn is_current(hash: &str) -> bool {
    let Ok(hash) = PasswordHash::new(hash) else { return false };
    let Ok(params) = Params::try_from(&hash) else { return false };
    let now = Params::DEFAULT;
    hash.algorithm == Algorithm::Argon2id.ident()
        && (params.m_cost(), params.t_cost(), params.p_cost()) == (now.m_cost(), now.t_cost(), now.p_cost())
}

/// The same letters however a keyboard wrote them ("ñ" has two spellings): NFKC, as NIST SP 800-63B asks.
fn plain(password: &str) -> String {
    password.nfkc().collect()
}

/// Waits for a turn, then works aside. The turn is held until the work is over, even when nobody
/// waits for it any longer.
async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
    let turn: SemaphorePermit<'static> = match tokio::time::timeout(PATIENCE, ROOM.acquire()).await {
        Ok(turn) => turn.map_err(broken)?,
        Err(_) => return Err(Error::Busy),
    };
    let done = tokio::task::spawn_blocking(move || {
        let done = work();
        drop(turn);
        done
    });
    done.await.map_err(broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_fits_its_own_hash_however_it_was_spelled() {
        let kept = hash(&plain("contraseña de ana"), b"sixteen bytes of").unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(fits("contraseña de ana", Some(kept.clone())).await.unwrap());
        assert!(fits("contrasen\u{303}a de ana", Some(kept.clone())).await.unwrap());
        assert!(!fits("contrasena de ana", Some(kept)).await.unwrap());
        assert!(!fits("nobody has this password", None).await.unwrap());
    }

    #[test]
    fn a_hash_of_older_settings_is_made_anew() {
        let older =
            Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8 * 1024, 1, 1, None).unwrap());
        let older = older.hash_password_with_salt(b"anything", b"sixteen bytes of").unwrap().to_string();
        assert!(!is_current(&older));
        assert!(is_current(&NOBODY));
        assert!(!is_current("not a hash"));
    }
}
