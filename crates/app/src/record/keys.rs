//! The key that signs this install's records. It is made once, when the database is new, and lives in
//! the database so that every node signs as one.

use std::sync::{Mutex, PoisonError};

use ::record::SecretKey;
use data_encoding::HEXLOWER;

use super::store;
use db::Db;

use crate::error::{Error, broken};
use crate::site::{Act, Site};

/// The present key and the host every record of this install is named after.
#[derive(Debug)]
pub struct Key {
    pub(super) secret: SecretKey,
    pub(super) host: String,
}

/// The key that was last grown from its seed: growing one costs as much as a signature. The seed itself is read anew for
/// each act, so that a key that another node has changed is seen at once.
#[derive(Debug, Default)]
pub struct Grown(Mutex<Option<([u8; 32], SecretKey)>>);

impl Grown {
    pub(super) fn of_seed(&self, seed: [u8; 32]) -> SecretKey {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &*last {
            Some((of, key)) if *of == seed => key.clone(),
            _ => last.insert((seed, SecretKey::from_seed(seed))).1.clone(),
        }
    }
}

/// The present key. A database that was restored without its keys has none until the operator makes one.
pub async fn present(act: &mut Act) -> Result<Key, Error> {
    store::key(act).await?.ok_or_else(|| broken("this install has no signing key: run `concord check`"))
}

/// Makes the first key if there never was one. `host` names the install in every record, for good. A
/// database that was restored without its key is refused: another key could not continue its records.
pub async fn ensure(site: &Site, host: &str) -> Result<(), Error> {
    let mut act = site.act().await?;
    if store::key(&mut act).await?.is_none() {
        if store::was_keyed(&mut act).await? {
            return Err(broken(
                "this database was restored without its signing key, so no act could be recorded. Put the key \
                 back with `concord admin import-key FILE`, or restore a backup made --with-keys",
            ));
        }
        let secret = SecretKey::from_seed(site.random());
        store::add_key(&mut act, &secret, host).await?;
    }
    act.commit().await
}

/// The secret half in letters, to be kept in a safe place.
pub async fn export(site: &Site) -> Result<String, Error> {
    let mut act = site.act().await?;
    let key = present(&mut act).await?;
    Ok(HEXLOWER.encode(&key.secret.to_seed()))
}

/// Puts the secret half back into a database that was restored without it. False if it is not the key
/// this install signs with.
pub async fn import(site: &Site, letters: &str) -> Result<bool, Error> {
    let seed = HEXLOWER.decode(letters.trim().as_bytes()).ok().and_then(|bytes| bytes.try_into().ok());
    let Some(seed) = seed else { return Ok(false) };
    let mut act = site.act().await?;
    let put_back = store::put_back(&mut act, &SecretKey::from_seed(seed)).await?;
    act.commit().await?;
    Ok(put_back)
}

/// Whether a database holds a key to sign with.
pub async fn there(db: &Db) -> Result<bool, db::Error> {
    store::has_key(&mut db.read().await?).await
}

/// Takes the secret halves out of a copy: a backup without `--with-keys`.
pub async fn forget(copy: &Db) -> Result<(), db::Error> {
    let mut tx = copy.write().await?;
    store::forget_secrets(&mut tx).await?;
    tx.commit().await
}
