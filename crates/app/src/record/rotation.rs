//! The install's key is changed: every record is handed to the new one, by an entry and a checkpoint that both
//! keys sign, so that whoever trusts the old key can follow. All of them or none.

use ::record::{Actor as Doer, ActorKind, SecretKey};

use super::{event, instant, keys, number, store};
use crate::access::Operator;
use crate::error::{Error, broken};
use crate::site::Act;

/// Makes a new key and hands every record to it. The old secret is wiped; its public half stays, for those who check.
/// Gives how many records were handed over.
///
/// # Errors
/// [`Error::Broken`] when this install has no key, or a record does not stand under it.
pub async fn rotate(act: &mut Act, _by: &Operator) -> Result<usize, Error> {
    // Whoever writes a record holds its partnership's row; with all of them taken, nobody signs with the old key meanwhile.
    store::lock_all(act).await?;
    let old = keys::present(act).await?;
    let new = SecretKey::from_seed(act.site().random());
    let records = store::partnerships(act).await?;
    for partnership in &records {
        let Some(mut head) = store::head(act, *partnership).await? else { continue };
        let operator = Doer { id: None, kind: ActorKind::Operator, name: None, party: None };
        let (recorded, checkpoint) =
            head.rotate(instant(act), operator, &old.secret, &new).map_err(broken)?;
        store::append(act, *partnership, &recorded, None, &[]).await?;
        store::save(act, &head, &checkpoint).await?;
        tracing::info!(%partnership, number = number(&recorded), "a record was handed to a new key");
        event::leave(act, *partnership, ::record::KEY_ROTATED, None, None).await?;
    }
    store::retire_key(act).await?;
    store::add_key(act, &new, &old.host).await?;
    Ok(records.len())
}
