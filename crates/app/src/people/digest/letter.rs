//! The letter itself: plain text, one paragraph for each partnership, what waits before what changed.

use words::Words;

use super::gather::Place;
use super::store::Reader;
use crate::mail::Letter;
use crate::site::Moment;

/// So many lines under one topic; the rest is counted.
const LINES: usize = 6;

/// The letter, if there is anything to tell.
pub(super) fn write(reader: &Reader, places: &[Place], base: &str, link: &str) -> Option<Letter> {
    if !places.iter().any(|place| place.news) {
        return None;
    }
    let w = Words::new(reader.language);
    let waits: usize = places.iter().map(|place| place.waits.len()).sum();
    let told: Vec<&Place> =
        places.iter().filter(|place| !place.waits.is_empty() || !place.changes.is_empty()).collect();
    let mut body: String = told.iter().map(|place| paragraph(&w, place, base)).collect();
    body += &w.digest_foot(format!("{base}/account/digest"), format!("{base}/digest/off/{link}"));
    body.push('\n');
    let names = w.list(&told.iter().map(|place| place.name.clone()).collect::<Vec<_>>());
    Some(Letter {
        to_address: reader.email.clone(),
        to_name: reader.name.clone(),
        language: reader.language,
        subject: if waits > 0 { w.digest_subject_waits(waits, names) } else { w.digest_subject(names) },
        body,
        partnership: None,
        secret: false,
    })
}

fn paragraph(w: &Words, place: &Place, base: &str) -> String {
    let mut text = format!("{}\n{}\n\n", place.name, "=".repeat(place.name.chars().count().min(60)));
    if !place.waits.is_empty() {
        text += &format!("{}\n", w.digest_waits());
        for one in &place.waits {
            let day = |at: Moment| w.date(at.plus(-1).civil(&place.zone).date());
            let until = one.until.map_or_else(String::new, |at| format!(" ({})", w.todo_until(day(at))));
            text +=
                &format!("- {}{until}, {}\n  {base}{}\n", one.what, w.common_minutes(one.minutes), one.link);
        }
        text.push('\n');
    }
    if !place.changes.is_empty() {
        text += &format!("{}\n", w.digest_changed());
        for (topic, said) in &place.changes {
            text += &format!("{}:\n", topic.say(w));
            for sentence in said.iter().take(LINES) {
                text += &format!("- {sentence}\n");
            }
            if let Some(more) = said.len().checked_sub(LINES).filter(|more| *more > 0) {
                text += &format!("- {}\n", w.digest_more(more));
            }
        }
        text += &format!("{base}/p/{}\n\n", place.id);
    }
    text
}
