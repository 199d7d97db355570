//! Asking people to come: who will hear is shown first, then each gets one letter with an invitation for their
//! calendar. A change or a cancellation goes to the same people.

use serde::Deserialize;
use uuid::Uuid;

use super::{deed, run_by};
use crate::access::Seat;
use crate::act::calendar::{self, Event, Method};
use crate::act::meeting::hearers::{self, Hearer};
use crate::act::meeting::{Meeting, No, State, store};
use crate::error::Error;
use crate::mail::{self, Letter, ToOne};
use crate::people::plain;
use crate::record::{self, Noted};
use crate::site::Act;
use words::Words;

/// Tells everybody on the list; the meeting is open.
pub async fn invite(act: &mut Act, seat: &Seat, id: Uuid) -> Result<usize, Error> {
    let mut meeting = run_by(act, seat, id).await?;
    if meeting.state != State::Draft && meeting.state != State::Open {
        return Err(No::NotNow.into());
    }
    let again = meeting.state == State::Open;
    let readers = hearers::of(act, seat.partnership().id, &meeting).await?;
    meeting.state = State::Open;
    meeting.invited_at = Some(act.now());
    if again {
        meeting.sequence += 1;
    }
    store::save(act, &meeting).await?;
    for one in &readers {
        store::tell(act, seat.partnership().id, id, one.seat.id, one.reason).await?;
    }
    let kind = if again { "meeting.moved" } else { "meeting.called" };
    let deed = deed(kind, &meeting).fact("day", meeting.starts.date()).fact("people", readers.len());
    let noted = record::note(act, seat, deed).await?;
    letters(act, seat, &meeting, &readers, Method::Request, &noted).await?;
    Ok(readers.len())
}

/// Why a meeting does not take place.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct CallOff {
    /// In a sentence.
    #[serde(default)]
    pub reason: String,
}

/// Calls a meeting off. Whoever was told of it is told of this too.
pub async fn call_off(act: &mut Act, seat: &Seat, id: Uuid, input: &CallOff) -> Result<(), Error> {
    let mut meeting = run_by(act, seat, id).await?;
    if !meeting.state.ahead() {
        return Err(No::NotNow.into());
    }
    let why = plain::text("reason", &input.reason, 500)?;
    // Of a day that is over nobody needs to hear.
    let told = meeting.state == State::Open && !meeting.is_past(act.now());
    meeting.state = State::Cancelled;
    meeting.sequence += 1;
    store::save(act, &meeting).await?;
    let language = seat.person()?.language;
    let deed = deed("meeting.called_off", &meeting).fact("day", meeting.starts.date());
    let noted = record::note(act, seat, deed.text("reason", language, why)).await?;
    if told {
        let asked: Vec<Uuid> = store::people(act, id).await?.into_iter().map(|one| one.member).collect();
        let mut readers = hearers::of(act, seat.partnership().id, &meeting).await?;
        readers.retain(|one| asked.contains(&one.seat.id));
        letters(act, seat, &meeting, &readers, Method::Cancel, &noted).await?;
    }
    Ok(())
}

async fn letters(
    act: &mut Act,
    seat: &Seat,
    meeting: &Meeting,
    readers: &[Hearer],
    method: Method,
    noted: &Noted,
) -> Result<(), Error> {
    let place = seat.partnership().clone();
    let settings = act.site().settings.clone();
    let link = format!("{}/p/{}/meetings/{}", settings.base_url, place.id, meeting.id);
    let organizer = calendar::Person { name: place.name.clone(), address: settings.mail_from.clone() };
    let own = seat.actor().person().map(|person| seat.words(&Words::new(person.language)));
    let mut all = Vec::new();
    for one in readers {
        let w = seat.words(&Words::new(one.seat.language));
        let when = w.meeting_when(
            w.weekday_date(meeting.starts.date()),
            meeting.minutes,
            w.time(meeting.starts.time()),
        );
        let (subject, text) = match method {
            Method::Cancel => (
                w.meeting_letter_off_subject(&meeting.title, &place.name),
                w.meeting_letter_off_body(&meeting.title, when),
            ),
            _ => (
                w.meeting_letter_subject(&meeting.title, &place.name),
                w.meeting_letter_body(&meeting.title, &meeting.place, one.reason.say(&w), when),
            ),
        };
        let body = format!(
            "{text}\n\n{link}\n\n{}\n\n{}\n",
            w.record_mark(noted.code.clone(), noted.number),
            w.letter_foot()
        );
        let event = Event::of_meeting(meeting, &place.name, &link, method == Method::Cancel);
        let invited = calendar::Person { name: one.seat.name.clone(), address: one.seat.email.clone() };
        let file = calendar::invitation(&event, method, &organizer, &invited, act.now());
        let letter = Letter {
            to_address: one.seat.email.clone(),
            to_name: one.seat.name.clone(),
            language: one.seat.language,
            subject,
            body,
            partnership: Some(place.id),
            secret: false,
        };
        let why = own.as_ref().map_or("", |own| one.reason.say(own)).to_owned();
        all.push(ToOne { letter, calendar: Some(file), why });
    }
    mail::post_to_many(act, all).await
}
