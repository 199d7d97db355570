//! "Add my name": a supporter without an account. A name and how somebody is connected, no address;
//! the link that is shown once lets them take it back. Grown people only: no name of a minor is kept.

use db::Tx;
use serde::Deserialize;
use uuid::Uuid;
use words::{Lang, Words};

use super::store;
use crate::access::{Actor, Right, Seat};
use crate::error::{Error, Gather, Refusal};
use crate::people::session::limits::{self, Limit, Rule};
use crate::people::session::{hashed, token};
use crate::record::event;
use crate::site::{Act, Moment, Site};

/// How somebody is connected to the schools.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Connection {
    /// Raises a student.
    Family,
    /// Lives or works nearby.
    Neighbor,
    /// Works in the schools.
    Staff,
    /// Anything else.
    Other,
}

impl Connection {
    /// Every choice.
    pub const ALL: [Self; 4] = [Self::Family, Self::Neighbor, Self::Staff, Self::Other];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Family => "family",
            Self::Neighbor => "neighbor",
            Self::Staff => "staff",
            Self::Other => "other",
        }
    }

    /// What the choice says.
    pub fn say(self, w: &Words) -> &'static str {
        match self {
            Self::Family => w.pledge_family(),
            Self::Neighbor => w.pledge_neighbor(),
            Self::Staff => w.pledge_staff(),
            Self::Other => w.pledge_other(),
        }
    }
}

/// A name to add.
#[derive(Debug, Clone, Deserialize)]
pub struct Pledge {
    /// The name.
    #[serde(default)]
    pub name: String,
    /// How they are connected.
    #[serde(default)]
    pub connection: String,
    /// "I am 18 or older": any word but nothing.
    #[serde(default)]
    pub grown: String,
}

/// A name that was added.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The name.
    pub name: String,
    /// Where.
    pub partnership: Uuid,
    /// That partnership's name.
    pub partnership_name: String,
    /// Whether it was taken back.
    pub taken_back: bool,
}

/// Why a name cannot be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// No connection was chosen.
    ConnectionMissing,
    /// Only grown people.
    NotGrown,
    /// Their own name is missing.
    NameMissing,
    /// It is longer than a name.
    NameLong,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::ConnectionMissing => w.pledge_no_connection_missing(),
            Self::NotGrown => w.pledge_no_not_grown(),
            Self::NameMissing => w.pledge_no_name_missing(),
            Self::NameLong => w.pledge_no_name_long(),
        }
        .to_owned()
    }

    fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::ConnectionMissing => "connection",
            Self::NotGrown => "grown",
            Self::NameMissing | Self::NameLong => "name",
        })
    }
}

/// Names added from one network address: loose, since a whole school may sit behind one.
const NAMES: Limit = Limit { name: "names", rule: Rule::Within(200, Moment::HOUR) };

/// Refuses an address that adds names faster than a school could. Counted by itself, so that a refused
/// form counts too.
pub async fn limit(site: &Site, address: &str, request: Uuid) -> Result<(), Error> {
    let mut act = site.act().await?;
    limits::count(&mut act, &NAMES, address, address, request).await?;
    act.commit().await
}

/// Adds a name and gives the token that takes it back.
pub async fn add(
    act: &mut Act,
    actor: &Actor,
    partnership: Uuid,
    input: Pledge,
    language: Lang,
) -> Result<String, Error> {
    let mut gather = Gather::default();
    let name = gather.take(super::name_of(&input.name).map_err(|no| match no {
        super::No::NameLong => No::NameLong,
        _ => No::NameMissing,
    }));
    let connection = Connection::ALL.into_iter().find(|one| one.code() == input.connection);
    let connection = gather.take(connection.ok_or(No::ConnectionMissing));
    if input.grown.is_empty() {
        gather.refuse(No::NotGrown);
    }
    gather.done()?;
    let (Some(name), Some(connection)) = (name, connection) else { return Err(Error::Unreadable) };
    let seat = Seat::of_newcomer(act, actor, partnership, Right::See).await?;
    let token = token(act.site());
    store::add_pledge(act, partnership, &name, connection.code(), language, &hashed(&token)).await?;
    event::leave(act, seat.partnership().id, "pledge.added", None, None).await?;
    Ok(token)
}

/// Takes a name back: it is gone from every page at once.
pub async fn take_back(act: &mut Act, actor: &Actor, token: &str) -> Result<(), Error> {
    let kept = by_token(act, token).await?.ok_or(Error::Unseen)?;
    let seat = Seat::of_newcomer(act, actor, kept.partnership, Right::See).await?;
    store::take_back(act, &hashed(token)).await?;
    event::leave(act, seat.partnership().id, "pledge.taken_back", None, None).await
}

/// How many names stand.
pub async fn count(tx: &mut Tx, partnership: Uuid) -> Result<i64, Error> {
    store::count_pledges(tx, partnership).await
}

/// The name behind a link.
pub async fn by_token(tx: &mut Tx, token: &str) -> Result<Option<Kept>, Error> {
    store::pledge(tx, &hashed(token)).await
}
