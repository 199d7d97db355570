//! What every page shares: its title, who reads it, where it stands, and the words around it.

use words::{Lang, Words};

use super::ask::Ask;
use super::cookies;
use crate::access::{Person, Right, Seat};
use crate::features;
use crate::people::partnership::State;

/// What the layout needs. Each page struct holds one as `page`, and its own words as `w`.
#[derive(Debug, Clone)]
pub struct Page {
    /// The words of the frame.
    pub w: Words,
    /// The page's own title.
    pub title: String,
    /// The reader's name, if signed in.
    pub reader: Option<String>,
    /// Whether the reader runs the install.
    pub operator: bool,
    /// The partnership it belongs to.
    pub place: Option<Place>,
    /// Path and query, for the language switch and for coming back after sign-in.
    pub here: String,
    /// What was just done.
    pub notice: Option<String>,
    /// The record's number and short code, for the foot of printed pages.
    pub record: Option<RecordMark>,
    /// Whether the demo's banner shows.
    pub demo: bool,
    /// The key of the sign-out form.
    pub key: String,
    /// Where changes of this page are told, if it is a live one.
    pub live: Option<String>,
    /// The form whose kept text the browser may now forget.
    pub kept: Option<String>,
}

/// The partnership a page belongs to.
#[derive(Debug, Clone)]
pub struct Place {
    /// Its path, `/p/ID`.
    pub path: String,
    /// Its name.
    pub name: String,
    /// Its state.
    pub state: State,
    /// Whether the reader leads a party, for the way to a crisis.
    pub leads: bool,
}

/// "Record no. 143 · code 7F3K".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordMark {
    /// The number, from 1.
    pub number: i64,
    /// The short code.
    pub code: String,
}

impl Page {
    /// A page for whoever asks.
    pub fn new(ask: &Ask, title: impl Into<String>) -> Self {
        let person = ask.actor.person();
        Self {
            w: ask.w,
            title: title.into(),
            reader: person.map(|p| p.name.clone()),
            operator: person.is_some_and(|p| p.operator),
            place: None,
            here: if ask.reading() { ask.here().to_owned() } else { "/".to_owned() },
            notice: cookies::notice(&ask.headers),
            record: None,
            demo: ask.site.settings.demo(),
            key: super::form::new_key(&ask.site),
            live: None,
            kept: None,
        }
    }

    /// A page for a reader we could not ask about: an error before or instead of a handler.
    pub fn bare(site: &crate::site::Site, w: Words, title: impl Into<String>, here: &str) -> Self {
        Self {
            w,
            title: title.into(),
            reader: None,
            operator: false,
            place: None,
            here: here.to_owned(),
            notice: None,
            record: None,
            demo: site.settings.demo(),
            key: super::form::new_key(site),
            live: None,
            kept: None,
        }
    }

    /// The same page, for a reader who was found after all.
    pub fn read_by(mut self, person: Option<&Person>) -> Self {
        self.reader = person.map(|person| person.name.clone());
        self.operator = person.is_some_and(|person| person.operator);
        self
    }

    /// The same page, in a partnership.
    pub fn within(mut self, seat: &Seat) -> Self {
        let partnership = seat.partnership();
        self.w = seat.words(&self.w);
        self.place = Some(Place {
            path: format!("/p/{}", partnership.id),
            name: partnership.name.clone(),
            state: partnership.state,
            leads: seat.could(Right::Withdraw),
        });
        self
    }

    /// The same page, with the record's mark at its foot.
    pub fn marked(mut self, mark: Option<RecordMark>) -> Self {
        self.record = mark;
        self
    }

    /// The path of the page's partnership, `/p/ID`; empty outside one.
    pub fn path(&self) -> &str {
        self.place.as_ref().map_or("", |place| place.path.as_str())
    }

    /// The same page, told of changes while it is open.
    pub fn live(mut self) -> Self {
        self.live = self.place.as_ref().map(|place| format!("{}/live", place.path));
        self
    }

    /// The menu: only what is there for this reader. What is used each week stands in it; the rest is behind
    /// "more tools", each with when to use it.
    pub fn menu(&self) -> Vec<(String, &'static str)> {
        let w = &self.w;
        let Some(place) = &self.place else {
            let home = ("/home".to_owned(), w.common_home());
            let mine = [home, ("/todo".to_owned(), w.common_todo())];
            let house = [
                ("/operator/jobs".to_owned(), w.jobs_title()),
                ("/operator/security".to_owned(), w.common_security()),
            ];
            return match (&self.reader, self.operator) {
                (None, _) => vec![("/guide".to_owned(), w.common_guide())],
                (Some(_), false) => mine.to_vec(),
                (Some(_), true) => [mine, house].concat(),
            };
        };
        let began = place.state != State::Draft;
        let items = [
            ("", w.common_home(), true),
            ("/people", w.common_people(), true),
            ("/meetings", w.common_meeting(), began && features::has_page("/p/{partnership}/meetings")),
            ("/agreements", w.common_agreements(), began),
            ("/todo", w.common_todo(), true),
            ("/tools", w.common_tools(), true),
            ("/crisis", w.common_crisis(), place.leads && features::has_page("/p/{partnership}/crisis")),
        ];
        let shown = items.into_iter().filter(|(_, _, shows)| *shows);
        shown.map(|(page, name, _)| (format!("{}{page}", place.path), name)).collect()
    }

    /// Whether the page is the one a menu item leads to.
    pub fn stands_at(&self, to: &str) -> bool {
        self.here.split('?').next() == Some(to)
    }

    /// The languages this page could also be read in.
    pub fn other_languages(&self) -> impl Iterator<Item = Lang> {
        let mine = self.w.lang();
        Lang::ALL.iter().copied().filter(move |lang| *lang != mine)
    }
}
