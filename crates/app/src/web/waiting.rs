//! What waits for a person: one thing to do, where, since when and until when.

use crate::site::Moment;

/// One thing that waits for somebody.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// What to do, in the reader's words.
    pub what: String,
    /// Since when it waits.
    pub since: Moment,
    /// Until when it can be done, where there is a date.
    pub until: Option<Moment>,
    /// Where to do it.
    pub link: String,
    /// How many minutes it takes.
    pub minutes: i64,
    /// Whether it is going on this minute, until then: a meeting, not an answer. It comes before all else.
    pub going_on: bool,
}

impl Waiting {
    /// Makes things that wait at one address, from what to do, since when, until when and the minutes it takes.
    pub fn at(link: String) -> impl Fn(&str, Moment, Option<Moment>, i64) -> Self {
        move |what, since, until, minutes| Self {
            what: what.to_owned(),
            since,
            until,
            link: link.clone(),
            minutes,
            going_on: false,
        }
    }

    /// What sorts before all else that waits: what is going on now, then the nearest date, then the oldest.
    pub fn urgency(&self) -> (bool, bool, Option<Moment>, Moment) {
        (!self.going_on, self.until.is_none(), self.until, self.since)
    }
}
