//! A sheet: what stands on it is changed line by line, and each side accepts it as a whole, in one version.

mod store;

use db::Tx;
use uuid::Uuid;
use words::Words;

use crate::access::Seat;
use crate::error::Error;
use crate::people::acceptance;
use crate::record::event;
use crate::site::Act;
use crate::web::Confirm;

pub use store::of;

/// Which sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The case statement.
    Case,
    /// The partner map.
    Map,
}

impl Kind {
    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Map => "map",
        }
    }
}

/// What to take off a sheet, from its page's link.
#[derive(Debug, serde::Deserialize)]
pub struct Off {
    /// A line's id; none where the link was cut.
    pub id: Option<Uuid>,
}

/// A sheet that somebody began.
#[derive(Debug, Clone, Copy)]
pub struct Sheet {
    /// Its id.
    pub id: Uuid,
    /// Grows with each change.
    pub version: i64,
}

/// Something on the sheet changed: the next version. The one each side agreed to stays in force until this one is agreed.
pub async fn touch(act: &mut Act, seat: &Seat, kind: Kind) -> Result<Sheet, Error> {
    let partnership = seat.partnership().id;
    let sheet = match of(act, partnership, kind).await? {
        Some(sheet) => store::grow(act, sheet).await?,
        None => store::begin(act, partnership, kind).await?,
    };
    acceptance::edited(act, seat, sheet.id, sheet.version).await?;
    event::leave(act, partnership, kind.code(), seat.actor().id(), Some(sheet.id)).await?;
    Ok(sheet)
}

/// The page that asks before something is taken off a sheet says what follows for what the sides agreed.
pub async fn removal(
    tx: &mut Tx,
    seat: &Seat,
    w: &Words,
    kind: Kind,
    ask: Confirm,
) -> Result<Confirm, Error> {
    let place = seat.partnership().id;
    let Some(sheet) = of(tx, place, kind).await? else { return Err(Error::Unseen) };
    let state = acceptance::state(tx, place, sheet.id, sheet.version).await?;
    let mut ask = ask;
    if state.is_open() {
        ask = ask.says(w.acceptance_remove_ends());
    }
    Ok(match state.stands {
        Some(_) => ask
            .says(w.acceptance_remove_stands())
            .says(w.acceptance_remove_next())
            .says(w.acceptance_remove_named()),
        None => ask.says(w.acceptance_remove_open()),
    })
}

/// Whether the sheet was begun, and whether a version that each side accepted is in force while none waits for an answer.
pub async fn progress(tx: &mut Tx, partnership: Uuid, kind: Kind) -> Result<(bool, bool), Error> {
    match of(tx, partnership, kind).await? {
        None => Ok((false, false)),
        Some(sheet) => Ok((true, acceptance::is_settled(tx, partnership, sheet.id).await?)),
    }
}
