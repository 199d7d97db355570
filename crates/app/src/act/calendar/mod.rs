//! Meetings in people's own calendars: an invitation with the letter, and a feed of one's own whose address is
//! a secret that can be renewed and ended.

mod commands;
mod ics;
mod store;
#[cfg(test)]
mod tests;
mod web;
mod zone;

use crate::act::meeting::{Meeting, State};
use crate::site::Moment;

pub use ics::invitation;
pub use web::routes;
pub use zone::named as zone_named;

/// The secret of a new feed of this person's, for stories that begin with one.
#[cfg(test)]
pub async fn secret_of(
    act: &mut crate::site::Act,
    person: uuid::Uuid,
) -> Result<String, crate::error::Error> {
    commands::renew(act, person).await
}

/// What a calendar is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Here is what is planned.
    Publish,
    /// Please come.
    Request,
    /// It does not take place.
    Cancel,
}

/// Somebody in an invitation.
#[derive(Debug, Clone)]
pub struct Person {
    /// Their name.
    pub name: String,
    /// Their mail address, perhaps in angle brackets after a name.
    pub address: String,
}

/// A meeting as a calendar sees it.
#[derive(Debug, Clone)]
pub struct Event {
    /// The same for all that is told of one meeting.
    pub uid: String,
    /// What it is called.
    pub title: String,
    /// Where it is held.
    pub place: String,
    /// Its page.
    pub link: String,
    /// The wall clock on which it begins.
    pub starts: jiff::civil::DateTime,
    /// How long it takes.
    pub minutes: i64,
    /// The zone of that clock.
    pub zone: String,
    /// How often calendars were told of a change.
    pub sequence: i64,
    /// Whether it was called off.
    pub off: bool,
    /// When it was last told.
    pub told_at: Moment,
}

impl Event {
    /// A meeting of a partnership of this name.
    pub fn of_meeting(meeting: &Meeting, partnership: &str, link: &str, off: bool) -> Self {
        Self {
            uid: format!("{}@concord", meeting.id),
            title: format!("{} · {partnership}", meeting.title),
            place: meeting.place.clone(),
            link: link.to_owned(),
            starts: meeting.starts,
            minutes: meeting.minutes,
            zone: meeting.zone.clone(),
            sequence: meeting.sequence,
            off: off || meeting.state == State::Cancelled,
            told_at: meeting.invited_at.unwrap_or(meeting.planned_at),
        }
    }
}
