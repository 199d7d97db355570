//! Writes iCalendar (RFC 5545, and RFC 5546 for invitations). Written here rather than by a library, because the
//! zone's own rules have to stand in the file and come from the zone data that the whole program uses; the tests
//! read it back. `docs/decisions/calendar.md` says more.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};

use super::{Event, Method, Person};
use crate::site::Moment;

/// A letter's invitation, change or cancellation for one person.
pub fn invitation(event: &Event, method: Method, from: &Person, to: &Person, now: Moment) -> String {
    let mut file = begin(method, None);
    zones(&mut file, std::slice::from_ref(event));
    one(&mut file, event, now, Some((from, to)));
    end(file)
}

/// Everything in somebody's feed.
pub(super) fn feed(name: &str, events: &[Event]) -> String {
    let mut file = begin(Method::Publish, Some(name));
    zones(&mut file, events);
    for event in events {
        one(&mut file, event, event.told_at, None);
    }
    end(file)
}

fn begin(method: Method, name: Option<&str>) -> String {
    let mut file = String::new();
    line(&mut file, "BEGIN:VCALENDAR");
    line(&mut file, "VERSION:2.0");
    line(&mut file, "PRODID:-//Concord//Concord//EN");
    line(&mut file, "CALSCALE:GREGORIAN");
    let method = match method {
        Method::Publish => "PUBLISH",
        Method::Request => "REQUEST",
        Method::Cancel => "CANCEL",
    };
    line(&mut file, &format!("METHOD:{method}"));
    if let Some(name) = name {
        line(&mut file, &format!("X-WR-CALNAME:{}", text(name)));
        line(&mut file, "REFRESH-INTERVAL;VALUE=DURATION:PT2H");
    }
    file
}

fn end(mut file: String) -> String {
    line(&mut file, "END:VCALENDAR");
    file
}

fn one(file: &mut String, event: &Event, stamp: Moment, invited: Option<(&Person, &Person)>) {
    line(file, "BEGIN:VEVENT");
    line(file, &format!("UID:{}", event.uid));
    line(file, &format!("DTSTAMP:{}", utc(stamp.timestamp())));
    line(file, &format!("SEQUENCE:{}", event.sequence));
    line(file, &format!("DTSTART;TZID={}:{}", event.zone, local(event.starts)));
    line(file, &format!("DURATION:PT{}M", event.minutes));
    line(file, &format!("SUMMARY:{}", text(&event.title)));
    if !event.place.is_empty() {
        line(file, &format!("LOCATION:{}", text(&event.place)));
    }
    line(file, &format!("DESCRIPTION:{}", text(&event.link)));
    line(file, &format!("URL:{}", event.link));
    line(file, if event.off { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
    if let Some((from, to)) = invited {
        line(file, &format!("ORGANIZER;CN={}:mailto:{}", parameter(&from.name), bare(&from.address)));
        line(
            file,
            &format!(
                "ATTENDEE;CN={};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:{}",
                parameter(&to.name),
                bare(&to.address)
            ),
        );
    }
    line(file, "END:VEVENT");
}

/// The zones that the events use, each with the changes of its clock around them.
fn zones(file: &mut String, events: &[Event]) {
    let mut spans: BTreeMap<&str, (Moment, Moment)> = BTreeMap::new();
    for event in events {
        let at = Moment::of_civil(event.starts, &event.zone);
        let span = spans.entry(&event.zone).or_insert((at, at));
        *span = (span.0.min(at), span.1.max(at));
    }
    for (name, (first, last)) in spans {
        let Ok(zone) = TimeZone::get(name) else { continue };
        line(file, "BEGIN:VTIMEZONE");
        line(file, &format!("TZID:{name}"));
        // The change before the first event says what holds then; without one the clock never changed.
        let before = zone.preceding(first.timestamp()).next().map(|change| change.timestamp());
        let start = before.unwrap_or(Timestamp::UNIX_EPOCH);
        part(file, &zone, start);
        for change in zone.following(start).take_while(|change| change.timestamp() <= last.timestamp()) {
            part(file, &zone, change.timestamp());
        }
        line(file, "END:VTIMEZONE");
    }
}

/// What holds from a change of the clock on.
fn part(file: &mut String, zone: &TimeZone, change: Timestamp) {
    let earlier = change.checked_sub(jiff::Span::new().seconds(1)).unwrap_or(change);
    let (before, after) = (zone.to_offset(earlier), zone.to_offset_info(change));
    let kind = if after.dst().is_dst() { "DAYLIGHT" } else { "STANDARD" };
    line(file, &format!("BEGIN:{kind}"));
    line(file, &format!("DTSTART:{}", local(before.to_datetime(change))));
    line(file, &format!("TZOFFSETFROM:{}", offset(before)));
    line(file, &format!("TZOFFSETTO:{}", offset(after.offset())));
    line(file, &format!("TZNAME:{}", text(after.abbreviation())));
    line(file, &format!("END:{kind}"));
}

fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}

fn local(at: DateTime) -> String {
    at.strftime("%Y%m%dT%H%M%S").to_string()
}

fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// The address alone of `Name <address>`.
fn bare(address: &str) -> &str {
    let inner = address.rsplit_once('<').map_or(address, |(_, rest)| rest);
    inner.trim_end_matches('>').trim()
}

/// Words as a value: the marks of the format are set apart, and a line end is written as one.
fn text(words: &str) -> String {
    let mut out = String::new();
    for c in words.chars() {
        match c {
            '\\' | ';' | ',' => {
                let _ = write!(out, "\\{c}");
            }
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Words as a parameter: in quotes, which it cannot hold itself.
fn parameter(words: &str) -> String {
    let kept: String = words.chars().filter(|c| *c != '"' && !c.is_control()).collect();
    format!("\"{kept}\"")
}

/// A line of at most 75 bytes; what is longer goes on in the next after a space.
fn line(file: &mut String, content: &str) {
    let mut room = 75;
    for c in content.chars() {
        if c.len_utf8() > room {
            file.push_str("\r\n ");
            room = 74;
        }
        room -= c.len_utf8();
        file.push(c);
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn event(title: &str, starts: DateTime, zone: &str) -> Event {
        Event {
            uid: "1@concord".into(),
            title: title.into(),
            place: "Room 4; upstairs".into(),
            link: "https://concord.example/p/1/meetings/2".into(),
            starts,
            minutes: 90,
            zone: zone.into(),
            sequence: 0,
            off: false,
            told_at: Moment(0),
        }
    }

    /// Unfolds and splits into names with their values.
    fn read(file: &str) -> Vec<(String, String)> {
        assert!(file.ends_with("\r\n") && !file.replace("\r\n", "").contains(['\r', '\n']));
        assert!(file.split("\r\n").all(|line| line.len() <= 75), "a line is too long");
        file.replace("\r\n ", "")
            .lines()
            .map(|line| {
                line.split_once(':').map(|(a, b)| (a.to_owned(), b.to_owned())).expect("name and value")
            })
            .collect()
    }

    fn value<'a>(lines: &'a [(String, String)], name: &str) -> &'a str {
        lines.iter().find(|(one, _)| one.split(';').next() == Some(name)).map_or("", |(_, value)| value)
    }

    #[test]
    fn an_invitation_reads_back_whole() {
        let title = "October, with; marks \\ and a very long name that goes on and on: más allá de una línea, sí señor";
        let (from, to) = (
            Person { name: "Riverside".into(), address: "Concord <post@concord.example>".into() },
            Person { name: "Ana \"Anita\" Ruiz".into(), address: "ana@example.org".into() },
        );
        let event = event(title, date(2026, 10, 16).at(8, 30, 0, 0), "America/New_York");
        let lines = read(&invitation(&event, Method::Request, &from, &to, Moment(0)));
        assert_eq!(value(&lines, "METHOD"), "REQUEST");
        let unmarked = value(&lines, "SUMMARY").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\");
        assert_eq!(unmarked, title);
        assert_eq!(value(&lines, "LOCATION"), "Room 4\\; upstairs");
        let (name, when) = lines.iter().find(|(name, _)| name.starts_with("DTSTART;")).expect("a start");
        assert_eq!((name.as_str(), when.as_str()), ("DTSTART;TZID=America/New_York", "20261016T083000"));
        assert_eq!(value(&lines, "ORGANIZER"), "mailto:post@concord.example");
        assert!(lines.iter().any(|(name, _)| name.starts_with("ATTENDEE;CN=\"Ana Anita Ruiz\";")));
        // In October the clocks of New York are four hours behind, since the eighth of March.
        assert_eq!(value(&lines, "TZID"), "America/New_York");
        assert_eq!(value(&lines, "TZOFFSETFROM"), "-0500");
        assert_eq!(value(&lines, "TZOFFSETTO"), "-0400");
        assert!(lines.contains(&("DTSTART".into(), "20260308T020000".into())));
    }

    #[test]
    fn a_feed_over_the_change_of_the_clocks_says_both() {
        let events = [
            event("October", date(2026, 10, 16).at(8, 30, 0, 0), "America/Chicago"),
            event("November", date(2026, 11, 20).at(8, 30, 0, 0), "America/Chicago"),
        ];
        let lines = read(&feed("Ana", &events));
        let offsets: Vec<&str> =
            lines.iter().filter(|(name, _)| name == "TZOFFSETTO").map(|(_, value)| value.as_str()).collect();
        assert_eq!(offsets, ["-0500", "-0600"]);
        assert_eq!(lines.iter().filter(|(name, _)| name.starts_with("DTSTART;")).count(), 2);
        assert_eq!(lines.iter().filter(|line| line.1 == "VTIMEZONE").count(), 2, "one zone, begun and ended");
    }

    #[test]
    fn a_zone_that_never_changes_still_has_a_rule() {
        let lines = read(&feed("Ana", &[event("x", date(2026, 7, 1).at(9, 0, 0, 0), "UTC")]));
        assert_eq!(value(&lines, "TZOFFSETTO"), "+0000");
    }

    #[test]
    fn nothing_typed_becomes_a_line_of_its_own() {
        let lines = read(&feed(
            "x\r\nATTACH:http://evil.example",
            &[event("a\r\nBEGIN:VALARM", date(2026, 7, 1).at(9, 0, 0, 0), "UTC")],
        ));
        assert!(!lines.iter().any(|(name, value)| name == "ATTACH" || value == "VALARM"));
    }
}
