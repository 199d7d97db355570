//! Reads an action from one line as it is said: "Ann: call the printer by Friday". Who, what and by when are
//! found apart; whatever is not plain is left for the person to say.

use jiff::civil::{Date, Weekday};
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

/// What a line was read as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// Whoever it may mean; exactly one when it is sure.
    pub owners: Vec<Uuid>,
    /// What is to be done.
    pub what: String,
    /// By when.
    pub due: Option<Date>,
}

impl Read {
    /// Whether nothing is left to ask.
    pub fn sure(&self) -> Option<(Uuid, Date)> {
        match (self.owners.as_slice(), self.due) {
            ([one], Some(due)) if !self.what.is_empty() => Some((*one, due)),
            _ => None,
        }
    }
}

/// The name a line begins with, as it was typed; empty where none stands before a colon or a dash.
pub fn who(line: &str) -> &str {
    match line.split_once([':', '\u{2013}', '\u{2014}']) {
        Some((name, _)) if name.split_whitespace().count() <= 4 => name.trim(),
        _ => "",
    }
}

/// Reads a line. `people` are those it may name; `me` is whoever wrote it; `today` is the day at the school.
pub fn read(line: &str, today: Date, me: Uuid, people: &[(Uuid, String)]) -> Read {
    let name = who(line);
    let rest = match line.split_once([':', '\u{2013}', '\u{2014}']) {
        Some((_, rest)) if !name.is_empty() => rest.trim(),
        _ => line.trim(),
    };
    let (owners, rest) =
        if name.is_empty() { leading(rest, me, people) } else { (named(name, me, people), rest) };
    let (what, due) = ending(rest, today);
    Read { owners, what, due }
}

/// Without accents and capitals.
fn plain(text: &str) -> String {
    text.nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect::<String>().to_lowercase()
}

/// Whom a name means: the whole name first, then one of its words, then how a name begins.
fn named(name: &str, me: Uuid, people: &[(Uuid, String)]) -> Vec<Uuid> {
    let name = plain(name);
    if ["i", "me", "yo"].contains(&name.as_str()) {
        return vec![me];
    }
    let whole: Vec<Uuid> = people.iter().filter(|(_, one)| plain(one) == name).map(|(id, _)| *id).collect();
    if !whole.is_empty() {
        return whole;
    }
    let word = |one: &str| plain(one).split_whitespace().any(|word| word == name);
    let by_word: Vec<Uuid> = people.iter().filter(|(_, one)| word(one)).map(|(id, _)| *id).collect();
    if !by_word.is_empty() {
        return by_word;
    }
    people.iter().filter(|(_, one)| plain(one).starts_with(&name)).map(|(id, _)| *id).collect()
}

/// A line that begins with a first name and no colon: "Ann calls the printer by Friday".
fn leading<'a>(line: &'a str, me: Uuid, people: &[(Uuid, String)]) -> (Vec<Uuid>, &'a str) {
    let Some((first, rest)) = line.split_once(char::is_whitespace) else { return (Vec::new(), line) };
    let owners = named(first, me, people);
    if owners.is_empty() { (owners, line) } else { (owners, rest.trim()) }
}

const BEFORE: &[&[&str]] = &[
    &["no", "later", "than"],
    &["a", "mas", "tardar", "el"],
    &["antes", "de", "fin"],
    &["antes", "del"],
    &["antes", "de"],
    &["para", "el"],
    &["hasta", "el"],
    &["by"],
    &["before"],
    &["until"],
    &["due"],
    &["on"],
    &["para"],
    &["hasta"],
    &["el"],
];

/// Takes the date off the end of a line, with the word before it.
fn ending(line: &str, today: Date) -> (String, Option<Date>) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let plains: Vec<String> =
        words.iter().map(|word| plain(word.trim_matches(|c: char| ".,;!()".contains(c)))).collect();
    for from in 0..plains.len() {
        let Some(tail) = plains.get(from..) else { continue };
        let Some(due) = date(tail, today) else { continue };
        let head = plains.get(..from).unwrap_or_default();
        let marker = BEFORE.iter().find(|marker| ends_with(head, marker)).map_or(0, |marker| marker.len());
        let what = words.get(..from.saturating_sub(marker)).unwrap_or_default().join(" ");
        return (what.trim_end_matches([',', ';', '.']).to_owned(), Some(due));
    }
    (words.join(" ").trim_end_matches('.').to_owned(), None)
}

fn ends_with(head: &[String], marker: &[&str]) -> bool {
    head.len() >= marker.len() && head.iter().rev().zip(marker.iter().rev()).all(|(one, word)| one == word)
}

/// The day that these words mean, if they mean one, seen from today.
fn date(words: &[String], today: Date) -> Option<Date> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["today" | "hoy"] => Some(today),
        ["tomorrow" | "manana"] => today.tomorrow().ok(),
        [one] => iso(one).or_else(|| slashed(one, today)).or_else(|| Some(following(weekday(one)?, today))),
        ["next" | "this" | "proximo", day] => Some(following(weekday(day)?, today)),
        [day, "proximo" | "que"] => Some(following(weekday(day)?, today)),
        ["end", "of", "month"] | ["end", "of", "the", "month"] | ["fin", "de", "mes"] => {
            Some(today.last_of_month())
        }
        ["in" | "en", count, unit] | ["dentro", "de", count, unit] => later(number(count)?, unit, today),
        [month, day] => of_month(month_number(month)?, day_number(day)?, today),
        [day, "de", month] => of_month(month_number(month)?, day_number(day)?, today),
        [month, day, year] => whole(year, month_number(month)?, day_number(day)?),
        [day, "de", month, "de", year] => whole(year, month_number(month)?, day_number(day)?),
        _ => None,
    }
}

fn iso(word: &str) -> Option<Date> {
    (word.len() == 10).then(|| word.parse().ok()).flatten()
}

/// `10/30`: a month and a day, as they are written in the United States. Where it could be read both ways it
/// is not read at all.
fn slashed(word: &str, today: Date) -> Option<Date> {
    let (first, second) = word.split_once('/')?;
    let (first, second): (i8, i8) = (first.parse().ok()?, second.parse().ok()?);
    match (first, second) {
        (month @ 1..=12, day @ 13..=31) | (day @ 13..=31, month @ 1..=12) => of_month(month, day, today),
        (same, other) if same == other => of_month(same, same, today),
        _ => None,
    }
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" | "mon" | "lunes" => Weekday::Monday,
        "tuesday" | "tue" | "tues" | "martes" => Weekday::Tuesday,
        "wednesday" | "wed" | "miercoles" => Weekday::Wednesday,
        "thursday" | "thu" | "thurs" | "jueves" => Weekday::Thursday,
        "friday" | "fri" | "viernes" => Weekday::Friday,
        "saturday" | "sat" | "sabado" => Weekday::Saturday,
        "sunday" | "sun" | "domingo" => Weekday::Sunday,
        _ => return None,
    })
}

/// The next such day after today.
fn following(day: Weekday, today: Date) -> Date {
    today.nth_weekday(1, day).unwrap_or(today)
}

fn number(word: &str) -> Option<i64> {
    let spelled = ["zero", "one", "two", "three", "four", "five", "six"].iter().position(|one| *one == word);
    let spanish =
        ["cero", "un", "dos", "tres", "cuatro", "cinco", "seis"].iter().position(|one| *one == word);
    let spelled = spelled.or(spanish).or((word == "a" || word == "una").then_some(1));
    spelled
        .and_then(|n| i64::try_from(n).ok())
        .or_else(|| word.parse().ok())
        .filter(|n| (1..=366).contains(n))
}

fn later(count: i64, unit: &str, today: Date) -> Option<Date> {
    let span = match unit {
        "day" | "days" | "dia" | "dias" => jiff::Span::new().try_days(count).ok()?,
        "week" | "weeks" | "semana" | "semanas" => jiff::Span::new().try_weeks(count).ok()?,
        "month" | "months" | "mes" | "meses" => jiff::Span::new().try_months(count).ok()?,
        _ => return None,
    };
    today.checked_add(span).ok()
}

const MONTHS: &[(&str, &str)] = &[
    ("january", "enero"),
    ("february", "febrero"),
    ("march", "marzo"),
    ("april", "abril"),
    ("may", "mayo"),
    ("june", "junio"),
    ("july", "julio"),
    ("august", "agosto"),
    ("september", "septiembre"),
    ("october", "octubre"),
    ("november", "noviembre"),
    ("december", "diciembre"),
];

/// A month by its name or its first three letters.
fn month_number(word: &str) -> Option<i8> {
    if word.len() < 3 {
        return None;
    }
    let at = MONTHS.iter().position(|(english, spanish)| {
        [english, spanish].iter().any(|name| **name == word || (word.len() <= 4 && name.starts_with(word)))
    })?;
    i8::try_from(at + 1).ok()
}

fn day_number(word: &str) -> Option<i8> {
    word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse().ok()
}

/// A day of a month in the year to come.
fn of_month(month: i8, day: i8, today: Date) -> Option<Date> {
    let this = Date::new(today.year(), month, day).ok();
    this.filter(|date| *date >= today).or_else(|| Date::new(today.year() + 1, month, day).ok())
}

fn whole(year: &str, month: i8, day: i8) -> Option<Date> {
    Date::new(year.parse().ok().filter(|y| (2000..2200).contains(y))?, month, day).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as on;
    use proptest::prelude::*;

    use super::*;

    fn people() -> Vec<(Uuid, String)> {
        ["Ann Lee", "Ben Cole", "Rosa Ortiz", "Rosa Pike", "Inés Álvarez", "Benita Cruz"]
            .iter()
            .zip(1_u128..)
            .map(|(name, n)| (Uuid::from_u128(n), (*name).to_owned()))
            .collect()
    }

    #[test]
    fn lines_are_read_as_they_are_said() {
        // A Friday.
        let today = on(2026, 10, 16);
        let friday = on(2026, 10, 23);
        #[rustfmt::skip]
        let table: &[(&str, &[u128], &str, Option<Date>)] = &[
            ("Ann: call the printer by Friday", &[1], "call the printer", Some(friday)),
            ("Ann: call the printer by friday.", &[1], "call the printer", Some(friday)),
            ("ann lee: call the printer before October 30", &[1], "call the printer", Some(on(2026, 10, 30))),
            ("Ben: send the list tomorrow", &[2], "send the list", Some(on(2026, 10, 17))),
            ("Ben: send the list on Monday", &[2], "send the list", Some(on(2026, 10, 19))),
            ("Ben send the list by next Tuesday", &[2], "send the list", Some(on(2026, 10, 20))),
            ("Cole: book the room in two weeks", &[2], "book the room", Some(on(2026, 10, 30))),
            ("Ben: book the room in 3 days", &[2], "book the room", Some(on(2026, 10, 19))),
            ("Ben: book it by 10/30", &[2], "book it", Some(on(2026, 10, 30))),
            ("Ben: book it by 30/10", &[2], "book it", Some(on(2026, 10, 30))),
            // Could be the third of April or the fourth of March.
            ("Ben: book it by 3/4", &[2], "book it by 3/4", None),
            ("Ben: book it by 2026-11-02", &[2], "book it", Some(on(2026, 11, 2))),
            ("Ben: book it no later than Nov 2nd", &[2], "book it", Some(on(2026, 11, 2))),
            ("Ben: plan it by January 12", &[2], "plan it", Some(on(2027, 1, 12))),
            ("Ben: plan it by January 12, 2028", &[2], "plan it", Some(on(2028, 1, 12))),
            ("Ben: close it by end of month", &[2], "close it", Some(on(2026, 10, 31))),
            ("I: write it up today", &[7], "write it up", Some(today)),
            ("Inés: llamar a la imprenta para el viernes", &[5], "llamar a la imprenta", Some(friday)),
            ("ines: llamar antes del 30 de octubre", &[5], "llamar", Some(on(2026, 10, 30))),
            ("Álvarez: enviar la lista mañana", &[5], "enviar la lista", Some(on(2026, 10, 17))),
            ("Inés: enviar la lista a más tardar el miércoles", &[5], "enviar la lista", Some(on(2026, 10, 21))),
            ("Inés: reservar dentro de dos semanas", &[5], "reservar", Some(on(2026, 10, 30))),
            ("yo: escribirlo hoy", &[7], "escribirlo", Some(today)),
            // Two people of one name: who is left to be said.
            ("Rosa: ask the board by Friday", &[3, 4], "ask the board", Some(friday)),
            ("Rosa Pike: ask the board by Friday", &[4], "ask the board", Some(friday)),
            // Nobody, or no day.
            ("Zoe: ask the board by Friday", &[], "ask the board", Some(friday)),
            ("Call the printer by Friday", &[], "Call the printer", Some(friday)),
            ("Ann: call the printer", &[1], "call the printer", None),
            ("Ann: read the report on May", &[1], "read the report on May", None),
            ("Ann:", &[1], "", None),
            ("", &[], "", None),
        ];
        for (line, owners, what, due) in table {
            let owners: Vec<Uuid> = owners.iter().copied().map(Uuid::from_u128).collect();
            let expected = Read { owners, what: (*what).to_owned(), due: *due };
            assert_eq!(read(line, today, Uuid::from_u128(7), &people()), expected, "{line:?}");
        }
    }

    #[test]
    fn only_what_is_plain_is_sure() {
        let today = on(2026, 10, 16);
        let sure = |line: &str| read(line, today, Uuid::from_u128(7), &people()).sure().is_some();
        assert!(sure("Ann: call the printer by Friday"));
        for line in ["Rosa: call by Friday", "Ann: call the printer", "Call by Friday", "Ann: by Friday", ""]
        {
            assert!(!sure(line), "{line}");
        }
    }

    proptest! {
        #[test]
        fn any_line_is_read_and_no_day_is_past(line in "\\PC{0,80}") {
            let today = on(2026, 10, 16);
            let read = read(&line, today, Uuid::from_u128(7), &people());
            let written = line.contains("20") || line.contains("21");
            prop_assert!(read.due.is_none_or(|due| due >= today || written));
        }
    }
}
