//! What the operator does with sites: make one, or a whole state from a file. People who begin a
//! partnership may name a place that is not listed; that is theirs (`people/partnership`).

use uuid::Uuid;
use words::Lang;

use super::{Kind, No, nces, store};
use crate::access::Operator;
use crate::error::Error;
use crate::site::Act;

/// A site to make.
#[derive(Debug, Clone)]
pub struct NewSite {
    /// The site above; none for a state.
    pub parent: Option<Uuid>,
    /// What kind of place.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// The state's postal code.
    pub state: Option<String>,
    /// LEAID or NCESSCH.
    pub nces_id: Option<String>,
    /// The state's own code for it. Never an NCES id.
    pub local_id: Option<String>,
    /// IANA zone.
    pub time_zone: String,
    /// The language its pages begin in.
    pub language: Lang,
}

/// Makes a site.
pub async fn create(act: &mut Act, _by: &Operator, new: NewSite) -> Result<Uuid, Error> {
    let mut new = new;
    new.name = new.name.split_whitespace().collect::<Vec<_>>().join(" ");
    if new.name.is_empty() {
        return Err(No::NameMissing.into());
    }
    if jiff::tz::TimeZone::get(&new.time_zone).is_err() {
        return Err(No::ZoneUnknown.into());
    }
    let above = match new.parent {
        Some(parent) => Some(store::by_id(act, parent).await?.ok_or(No::Misplaced)?),
        None => None,
    };
    if !new.kind.under(above.as_ref().map(|above| above.kind)) {
        return Err(No::Misplaced.into());
    }
    if new.state.is_none() {
        new.state = above.as_ref().and_then(|above| above.state.clone());
    }
    if let Some(text) = &new.nces_id {
        let state = new.state.as_deref().unwrap_or("");
        let district = above.as_ref().and_then(|above| above.nces_id.as_deref());
        let read = nces::read(text, new.kind, state, district).map_err(No::NcesWrong)?;
        if store::by_nces(act, &read.digits).await?.is_some() {
            return Err(No::NcesTaken.into());
        }
        new.nces_id = Some(read.digits);
    }
    if store::by_name(act, new.parent, new.kind, &new.name).await?.is_some() {
        return Err(No::NameTaken.into());
    }
    store::add(act, &new).await
}
