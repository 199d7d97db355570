//! Putting the tree of teams to the sides, and what a change of it undoes.

use words::Words;

use super::{Structure, outline, store};
use crate::access::Seat;
use crate::act::team::{self, No};
use crate::error::Error;
use crate::people::acceptance::{self, Subject, commands::Put};
use crate::site::Act;

/// Puts the tree as it is now to the sides.
pub async fn ask(act: &mut Act, seat: &Seat, input: &Put) -> Result<(), Error> {
    let partnership = seat.partnership().id;
    let teams = team::list(act, partnership).await?;
    if teams.is_empty() {
        return Err(No::TeamsMissing.into());
    }
    let (id, version) = match store::of(act, partnership).await? {
        None => (store::add(act, partnership).await?, 1),
        Some(known) => {
            store::put(act, known.id, known.next()).await?;
            (known.id, known.next())
        }
    };
    let language = seat.language();
    let words = outline(&seat.words(&Words::new(language)), &teams);
    let subject = Subject {
        kind: acceptance::Kind::Structure,
        about: id,
        version,
        title: "",
        page: "teams",
        language,
        words: &words,
    };
    acceptance::ask(act, seat, &subject, input).await?;
    Ok(())
}

/// The tree has changed: what is open about it is taken back, and what was accepted no longer covers it.
pub(in crate::act::team) async fn changed(act: &mut Act, seat: &Seat) -> Result<(), Error> {
    let partnership = seat.partnership().id;
    let Some(Structure { id, .. }) = store::of(act, partnership).await? else { return Ok(()) };
    store::changed(act, id).await?;
    acceptance::stop(act, seat, id).await
}
