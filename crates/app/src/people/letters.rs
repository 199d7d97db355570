//! Letters to people of a partnership: each in the reader's own language, short, with one link, and
//! the record's number and code when it is about a formal act.

use words::Words;

use crate::access::{Partnership, Seat};
use crate::error::Error;
use crate::mail::{self, Letter};
use crate::people::membership::SeatLine;
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
        mail::post(act, &letter).await?;
    }
    Ok(())
}

fn body(w: &Words, text: &str, link: &str, noted: Option<&Noted>) -> String {
    let mark = noted
        .map_or_else(String::new, |noted| format!("{}\n\n", w.record_mark(noted.code.clone(), noted.number)));
    format!("{text}\n\n{link}\n\n{mark}{}\n", w.letter_foot())
}
