//! The playbook as one file to keep: it needs no network, no account and no style sheet from elsewhere.

use askama::Template;
use words::{Lang, Words};

use super::{Code, Common, Message, Playbook, common, of};
use crate::crisis::Group;
use crate::error::{Error, broken};

/// The look of the file, for screen and paper. It stands inside the file, because nothing is with it.
const STYLE: &str = "body{font:12pt/1.5 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}\
h1,h2,h3{line-height:1.25;break-after:avoid}li{margin:.3rem 0}table{border-collapse:collapse;width:100%;font-size:.9em}\
th,td{border:1px solid #777;padding:.4rem;text-align:left;vertical-align:top}\
section{break-inside:avoid}.sheet{break-before:page}.write>div{border-bottom:1px solid #777;height:2.2rem}";

/// A playbook with all its words, for the page and for the file.
#[derive(Template)]
#[template(path = "crisis/playbook/_body.html")]
pub(super) struct Body {
    pub(super) w: Words,
    code: Code,
    pub(super) book: &'static Playbook,
    pub(super) common: &'static Common,
}

impl Body {
    /// The playbook in the reader's language.
    pub(super) fn new(code: Code, w: Words) -> Result<Self, Error> {
        Ok(Self { code, book: of(code, w.lang())?, common: common(w.lang())?, w })
    }

    fn groups(&self) -> Vec<(&'static str, &'static [String])> {
        Group::ALL.iter().map(|group| (group.say(&self.w), self.book.questions(*group))).collect()
    }

    fn moves(&self) -> [(&'static str, &'static [String]); 3] {
        let w = &self.w;
        [
            (w.playbook_first_hour(), self.book.first_hour.as_slice()),
            (w.playbook_first_day(), self.book.first_day.as_slice()),
            (w.playbook_first_week(), self.book.first_week.as_slice()),
        ]
    }

    /// The parts of the page, for a way to one's own group.
    fn contents(&self) -> Vec<(String, &'static str)> {
        let w = &self.w;
        let groups = (1..).zip(Group::ALL).map(|(at, group)| (format!("group-{at}"), group.say(w)));
        let rest = [
            ("signals", w.playbook_signals()),
            ("messages", w.playbook_messages()),
            ("sheets", w.playbook_sheets()),
        ];
        groups.chain(rest.map(|(at, name)| (at.to_owned(), name))).collect()
    }

    /// The same message in the other language: families of both read on paper.
    fn elsewhere(&self, at: &usize) -> Option<(Lang, &'static Message)> {
        let lang = Lang::ALL.iter().copied().find(|lang| *lang != self.w.lang())?;
        Some((lang, of(self.code, lang).ok()?.messages.get(*at)?))
    }

    /// The group that reads a signal.
    fn reader(&self, signal: &super::Signal) -> &'static str {
        Group::from_code(&signal.group).map_or("", |group| group.say(&self.w))
    }

    fn limit(&self, signal: &super::Signal) -> String {
        at(&self.w, &signal.worse, signal.limit, &signal.unit)
    }

    fn close(&self, signal: &super::Signal) -> String {
        at(&self.w, &signal.worse, signal.close, &signal.unit)
    }
}

/// "15 or more (of 100)".
pub fn at(w: &Words, worse: &str, value: i64, unit: &str) -> String {
    let unit = counted(unit);
    if worse == "lower" { w.playbook_or_less(unit, value) } else { w.playbook_or_more(unit, value) }
}

/// What a number counts, in brackets behind it; nothing where nothing was said.
pub fn counted(unit: &str) -> String {
    if unit.is_empty() { String::new() } else { format!(" ({unit})") }
}

/// The whole file.
pub(super) fn page(code: Code, w: Words) -> Result<Vec<u8>, Error> {
    let body = Body::new(code, w)?;
    let (lang, title) = (w.lang().code(), &body.book.title);
    let inside = body.render().map_err(broken)?;
    Ok(format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\"><title>{title} · Concord</title><style>{STYLE}</style></head>\n\
         <body><main>\n<h1>{title}</h1>\n{inside}\n</main></body>\n</html>\n"
    )
    .into_bytes())
}
