//! Sent twice, done once. A form's key is claimed at the start of its act and remembered with it, in
//! the same transaction; the same key with other text is an edit and goes through.

use crate::access::Actor;
use crate::error::Error;
use crate::site::{Act, Moment};
use crate::web::form::Form;
use crate::web::store;

/// Claims the form's key and gives the act back. Two copies that arrive together wait for each other
/// here; the second finds the first one's outcome and gets [`Error::Already`], but not before that
/// outcome is on the disk: what it saw may still have been waiting for it.
pub async fn once(mut act: Act, actor: &Actor, path: &str, form: &Form) -> Result<Act, Error> {
    let (actor, route, now) = (actor.key(), route(path), act.now());
    let print = form.fingerprint();
    if store::claim(&mut act, &actor, &route, form.key(), &print, now).await? {
        return Ok(act);
    }
    match store::done(&mut act, &actor, &route, form.key()).await? {
        Some(done) if done.form == print => {
            act.commit().await?;
            Err(Error::Already { location: done.location, notice: done.notice })
        }
        _ => Ok(act),
    }
}

/// Remembers where the form led, for the copy that may still come.
pub async fn remember(
    act: &mut Act,
    actor: &Actor,
    path: &str,
    form: &Form,
    location: &str,
    notice: &str,
) -> Result<(), Error> {
    store::remember(act, &actor.key(), &route(path), form.key(), &form.fingerprint(), location, notice).await
}

/// One form of a page may go to several paths, each its own act. A path may hold the secret of a link,
/// so it is kept as a hash.
fn route(path: &str) -> String {
    use sha2::{Digest, Sha256};
    data_encoding::HEXLOWER.encode(&Sha256::digest(path.as_bytes()))
}

/// Forgets forms that took effect longer than seven days ago: no copy of them comes any more.
pub async fn purge(act: &mut Act) -> Result<u64, Error> {
    let before = act.now().plus(-7 * Moment::DAY);
    store::purge(act, before).await
}
