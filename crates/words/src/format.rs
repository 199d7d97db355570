//! Dates, times, numbers, lists and plurals as each language writes them, by CLDR's data.

use std::sync::OnceLock;

use icu::datetime::fieldsets::{T, YMD, YMDE};
use icu::datetime::input::{Date, Time};
use icu::datetime::{DateTimeFormatter, NoCalendarFormatter};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::list::ListFormatter;
use icu::list::options::{ListFormatterOptions, ListLength};
use icu::locale::{Locale, locale};
use icu::plurals::PluralRules;
use jiff::civil;

use super::{Lang, Plural, Words};

/// The formatters of one language. Making one reads tables; using one does not.
struct Formatters {
    date: DateTimeFormatter<YMD>,
    weekday: DateTimeFormatter<YMDE>,
    time: NoCalendarFormatter<T>,
    number: DecimalFormatter,
    list: ListFormatter,
    plural: PluralRules,
}

#[expect(clippy::expect_used, reason = "the data of our own languages is compiled in")]
fn make(locale: &Locale) -> Formatters {
    let wide = ListFormatterOptions::default().with_length(ListLength::Wide);
    Formatters {
        date: DateTimeFormatter::try_new(locale.into(), YMD::long()).expect("compiled in"),
        weekday: DateTimeFormatter::try_new(locale.into(), YMDE::long()).expect("compiled in"),
        time: NoCalendarFormatter::try_new(locale.into(), T::hm()).expect("compiled in"),
        number: DecimalFormatter::try_new(locale.into(), Default::default()).expect("compiled in"),
        list: ListFormatter::try_new_and(locale.into(), wide).expect("compiled in"),
        plural: PluralRules::try_new_cardinal(locale.into()).expect("compiled in"),
    }
}

fn of(lang: Lang) -> &'static Formatters {
    static EN: OnceLock<Formatters> = OnceLock::new();
    static ES: OnceLock<Formatters> = OnceLock::new();
    match lang {
        Lang::En => EN.get_or_init(|| make(&locale!("en-US"))),
        Lang::Es => ES.get_or_init(|| make(&locale!("es-US"))),
    }
}

fn day(date: civil::Date) -> Option<Date<icu::calendar::Iso>> {
    let month = u8::try_from(date.month()).ok()?;
    let day = u8::try_from(date.day()).ok()?;
    Date::try_new_iso(date.year().into(), month, day).ok()
}

fn clock(time: civil::Time) -> Option<Time> {
    let part = |number: i8| u8::try_from(number).ok();
    Time::try_new(part(time.hour())?, part(time.minute())?, part(time.second())?, 0).ok()
}

impl Words {
    /// "November 24, 2026".
    pub fn date(&self, date: civil::Date) -> String {
        day(date).map_or_else(|| date.to_string(), |day| of(self.lang()).date.format(&day).to_string())
    }

    /// "Tuesday, November 24, 2026".
    pub fn weekday_date(&self, date: civil::Date) -> String {
        day(date).map_or_else(|| date.to_string(), |day| of(self.lang()).weekday.format(&day).to_string())
    }

    /// "3:05 PM". A plain space before PM: a no-break space is read aloud by nobody and breaks searching.
    pub fn time(&self, time: civil::Time) -> String {
        let shown = clock(time).map(|time| of(self.lang()).time.format(&time).to_string());
        shown.unwrap_or_else(|| time.to_string()).replace(['\u{202f}', '\u{a0}'], " ")
    }

    /// "November 24, 2026, 3:05 PM".
    pub fn date_time(&self, at: civil::DateTime) -> String {
        format!("{}, {}", self.date(at.date()), self.time(at.time()))
    }

    /// "1,234".
    pub fn number(&self, number: i64) -> String {
        of(self.lang()).number.format(&Decimal::from(number)).to_string()
    }

    /// "A, B, and C".
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        of(self.lang()).list.format(items.iter().map(AsRef::as_ref)).to_string()
    }

    /// The plural category of a number.
    pub(crate) fn plural(&self, number: i64) -> Plural {
        of(self.lang()).plural.category_for(number)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn each_language_writes_dates_numbers_and_lists_its_own_way() {
        let (en, es) = (Words::new(Lang::En), Words::new(Lang::Es));
        let at = date(2026, 11, 24).at(15, 5, 0, 0);
        assert_eq!(en.date_time(at), "November 24, 2026, 3:05 PM");
        assert_eq!(es.date(at.date()), "24 de noviembre de 2026");
        assert_eq!(en.weekday_date(at.date()), "Tuesday, November 24, 2026");
        assert_eq!(en.number(12_345), "12,345");
        assert_eq!(en.list(&["A", "B", "C"]), "A, B, and C");
        assert_eq!(es.list(&["Ana", "Inés"]), "Ana e Inés");
    }

    #[test]
    fn one_try_and_two_tries() {
        let (en, es) = (Words::new(Lang::En), Words::new(Lang::Es));
        assert_eq!(en.jobs_tries(1_i64), "1 try");
        assert_eq!(en.jobs_tries(2_000_i64), "2,000 tries");
        assert_eq!(es.jobs_tries(1_i64), "1 intento");
    }
}
