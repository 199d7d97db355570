//! The key that signs this install's records. It is made once, when the database is new, and lives in
//! the database so that every node signs as one.

use ::record::SecretKey;

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

/// The present key. A database that was restored without its keys has none until the operator makes one.
pub async fn present(act: &mut Act) -> Result<Key, Error> {
    store::key(act).await?.ok_or_else(|| broken("this install has no signing key: run `concord check`"))
}

/// Makes the first key if there is none. `host` names the install in every record, for good.
pub async fn ensure(site: &Site, host: &str) -> Result<(), Error> {
    let mut act = site.act().await?;
    if store::key(&mut act).await?.is_none() {
        let secret = SecretKey::from_seed(site.random());
        store::add_key(&mut act, &secret, host).await?;
    }
    act.commit().await
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
