//! A sheet: what stands on it is changed line by line, and each side accepts it as a whole, in one version.

mod store;

use db::Tx;
use uuid::Uuid;

use crate::access::Seat;
use crate::error::Error;
use crate::people::acceptance;
use crate::record::event;
use crate::site::Act;

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

/// A sheet that somebody began.
#[derive(Debug, Clone, Copy)]
pub struct Sheet {
    /// Its id.
    pub id: Uuid,
    /// Grows with each change.
    pub version: i64,
}

/// Something on the sheet changed: the next version, open again if it was with the sides or agreed.
pub async fn touch(act: &mut Act, seat: &Seat, kind: Kind) -> Result<Sheet, Error> {
    let partnership = seat.partnership().id;
    let sheet = match of(act, partnership, kind).await? {
        Some(sheet) => store::grow(act, sheet).await?,
        None => store::begin(act, partnership, kind).await?,
    };
    acceptance::reopen(act, seat, sheet.id).await?;
    event::leave(act, partnership, kind.code(), seat.actor().id(), Some(sheet.id)).await?;
    Ok(sheet)
}

/// Whether the sheet was begun, and whether each side accepted it as it stands.
pub async fn progress(tx: &mut Tx, partnership: Uuid, kind: Kind) -> Result<(bool, bool), Error> {
    match of(tx, partnership, kind).await? {
        None => Ok((false, false)),
        Some(sheet) => Ok((true, acceptance::is_agreed(tx, partnership, sheet.id, sheet.version).await?)),
    }
}
