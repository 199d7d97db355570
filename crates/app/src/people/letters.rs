//! Letters to people of a partnership: each in the reader's own language, short, with one link, and
//! the record's number and code when it is about a formal act.

use db::Tx;
use uuid::Uuid;
use words::Words;

use crate::access::{Partnership, Seat};
use crate::error::Error;
use crate::mail::{self, Hearer, Letter, ToOne};
use crate::people::membership::{self, Party, SeatLine};
use crate::record::Noted;
use crate::site::Act;

/// Tells these people; `page` is the page of the partnership to look at, such as `people`. Whoever acts
/// is not written to about their own act.
pub async fn tell(
    act: &mut Act,
    seat: &Seat,
    readers: &[SeatLine],
    page: &str,
    noted: Option<&Noted>,
    write: impl Fn(&Words, &Partnership) -> (String, String),
) -> Result<(), Error> {
    let partnership = seat.partnership().clone();
    let link = format!("{}/p/{}/{page}", act.site().settings.base_url, partnership.id);
    let whys = whys(act, seat, readers).await?;
    let mut letters = Vec::new();
    for reader in readers.iter().filter(|reader| Some(reader.person) != seat.actor().id()) {
        let w = seat.words(&Words::new(reader.language));
        let (subject, text) = write(&w, &partnership);
        let body = body(&w, &text, &link, noted);
        let letter = Letter {
            to_address: reader.email.clone(),
            to_name: reader.name.clone(),
            language: reader.language,
            subject,
            body,
            partnership: Some(partnership.id),
            secret: false,
        };
        let why = whys.iter().find(|(id, _)| *id == reader.id).map(|(_, why)| why.clone());
        letters.push(ToOne { letter, calendar: None, why: why.unwrap_or_default() });
    }
    mail::post_to_many(act, letters).await
}

/// Why each of these seats is told, in the words of the person who acts. Nobody reads it when no person does.
async fn whys(act: &mut Act, seat: &Seat, readers: &[SeatLine]) -> Result<Vec<(Uuid, String)>, Error> {
    let Some(person) = seat.actor().person() else { return Ok(Vec::new()) };
    let w = seat.words(&Words::new(person.language));
    let parties = membership::parties(act, seat.partnership().id).await?;
    Ok(readers.iter().map(|line| (line.id, why(&w, &parties, line))).collect())
}

/// Why a seat is told: for whom it speaks.
pub fn why(w: &Words, parties: &[Party], line: &SeatLine) -> String {
    let party = parties.iter().find(|party| Some(party.id) == line.party);
    match party {
        Some(party) if line.lead => w.hearers_lead(&party.name),
        Some(party) => w.hearers_sits(&party.name),
        None => w.hearers_neutral().to_owned(),
    }
}

/// The seats that get such letters, for the sheet on a form that shows it by itself. Whoever acts is not among them.
pub async fn hearers(
    tx: &mut Tx,
    seat: &Seat,
    w: &Words,
    told: impl Fn(&SeatLine) -> bool,
) -> Result<Vec<Hearer>, Error> {
    let place = seat.partnership().id;
    let parties = membership::parties(tx, place).await?;
    let mut seats = membership::seats(tx, place).await?;
    seats.retain(|line| told(line) && Some(line.person) != seat.actor().id());
    seats.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(seats.iter().map(|line| Hearer { name: line.name.clone(), why: why(w, &parties, line) }).collect())
}

fn body(w: &Words, text: &str, link: &str, noted: Option<&Noted>) -> String {
    let mark = noted
        .map_or_else(String::new, |noted| format!("{}\n\n", w.record_mark(noted.code.clone(), noted.number)));
    format!("{text}\n\n{link}\n\n{mark}{}\n", w.letter_foot())
}
