//! Ninety days without a meeting: each must-agree party's leads are asked whether to continue, to pause or
//! to end. Once for each silence. An answer is recorded; pausing and ending still go through a joint act;
//! no answer changes nothing.

pub mod commands;
mod jobs;
mod store;
#[cfg(test)]
mod tests;
mod web;

use db::Tx;
use uuid::Uuid;
use words::Words;

use crate::access::{Right, Seat};
use crate::error::Error;
use crate::people::membership;
use crate::site::Moment;
use crate::web::Waiting;

pub use jobs::JOB;
pub use web::routes;

/// How long a silence is asked about.
pub const SILENCE: i64 = 90 * Moment::DAY;

/// What a party can answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Go on.
    Continue,
    /// Rest, by a joint act.
    Pause,
    /// Close, by a joint act.
    End,
}

impl Answer {
    /// Every answer.
    pub const ALL: [Self; 3] = [Self::Continue, Self::Pause, Self::End];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Continue => "continue",
            Self::Pause => "pause",
            Self::End => "end",
        }
    }

    /// The answer of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// Where it is done, below the partnership's own path.
    pub fn leads_to(self) -> &'static str {
        match self {
            Self::Continue => "cycle",
            Self::Pause => "joint/new/pause",
            Self::End => "joint/new/close",
        }
    }
}

/// Whether a silence that began at `since` is long enough to ask about at `now`.
pub fn is_long(since: Moment, now: Moment) -> bool {
    now >= since.plus(SILENCE)
}

/// A question that stands, with the days in the partnership's zone.
#[derive(Debug)]
pub struct Question {
    /// Its id.
    pub id: Uuid,
    /// The last meeting, the beginning, or the day it went on after a rest.
    pub since: Moment,
    /// When it was asked.
    pub asked_at: Moment,
}

/// The question as a page shows it.
#[derive(Debug)]
pub struct Asked {
    /// The day of the last meeting.
    pub since: String,
    /// The day of the question.
    pub asked: String,
    /// Each must-agree party and what it answered.
    pub parties: Vec<(String, Option<String>)>,
    /// Whether the reader answers for a party.
    pub mine: bool,
}

/// The question that stands, if one does: asked about the silence that still lasts.
pub async fn asked(tx: &mut Tx, seat: &Seat, w: &Words) -> Result<Option<Asked>, Error> {
    let place = seat.partnership();
    let Some(question) = store::standing(tx, place.id).await? else { return Ok(None) };
    let answers = store::answers(tx, question.id).await?;
    let parties = membership::parties(tx, place.id).await?;
    let of = |id: Uuid| answers.iter().find(|(party, _)| *party == id).map(|(_, answer)| answer.clone());
    let day = |at: Moment| w.date(at.civil(&place.zone).date());
    Ok(Some(Asked {
        since: day(question.since),
        asked: day(question.asked_at),
        parties: parties.iter().filter(|p| p.counts()).map(|p| (p.name.clone(), of(p.id))).collect(),
        mine: seat.could(Right::SteerReflection),
    }))
}

/// The question, for a lead whose party has not answered it.
pub async fn waiting_for(tx: &mut Tx, seat: &Seat, w: &Words) -> Result<Vec<Waiting>, Error> {
    if !seat.could(Right::SteerReflection) {
        return Ok(Vec::new());
    }
    let (place, party) = (seat.partnership().id, seat.party()?.id);
    let Some(question) = store::standing(tx, place).await? else { return Ok(Vec::new()) };
    if store::answers(tx, question.id).await?.iter().any(|(by, _)| *by == party) {
        return Ok(Vec::new());
    }
    Ok(vec![Waiting {
        going_on: false,
        what: w.cycle_quiet_waiting().to_owned(),
        since: question.asked_at,
        until: None,
        link: format!("/p/{place}/cycle#quiet"),
        minutes: 1,
    }])
}

#[cfg(test)]
mod rules {
    use super::*;

    #[test]
    fn a_silence_is_long_from_its_ninetieth_day() {
        let since = Moment(1_788_274_800_000_000);
        assert!(!is_long(since, since.plus(90 * Moment::DAY - 1)));
        assert!(is_long(since, since.plus(90 * Moment::DAY)));
    }
}
