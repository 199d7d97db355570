//! What every page of a crisis shares: which one, where it stands, who reads it, and the way around it.

use db::Tx;
use jiff::civil::Date;
use serde::Deserialize;
use uuid::Uuid;
use words::Words;

use crate::access::Seat;
use crate::crisis::Group;
use crate::crisis::taskforce::{Crisis, State, may_work, store};
use crate::error::Error;
use crate::people::membership::{self, Party};
use crate::site::Moment;
use crate::web::Ask;

/// The path of a page in a crisis.
#[derive(Debug, Clone, Deserialize)]
pub struct At {
    /// The partnership.
    pub partnership: Uuid,
    /// The crisis.
    pub crisis: Uuid,
    /// A group, by its code.
    #[serde(default)]
    pub group: String,
    /// Whatever else the path names.
    #[serde(
        default,
        alias = "question",
        alias = "logged",
        alias = "row",
        alias = "notice",
        alias = "concern"
    )]
    pub one: Uuid,
}

impl At {
    /// The group that the path names.
    pub fn group(&self) -> Result<Group, Error> {
        Group::from_code(&self.group).ok_or(Error::Unseen)
    }

    /// The path of a page of this crisis.
    pub fn path(&self, page: &str) -> String {
        format!("/p/{}/crisis/{}{page}", self.partnership, self.crisis)
    }
}

/// See the module.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The crisis.
    pub crisis: Crisis,
    /// The path of its page.
    pub path: String,
    /// The parties of the partnership.
    pub parties: Vec<Party>,
    /// Whether the reader may act in it now.
    pub works: bool,
    /// The partnership's zone.
    pub zone: String,
    /// The hour.
    pub now: Moment,
    /// Today, on the partnership's own clock.
    pub today: Date,
}

impl Frame {
    /// The frame of a crisis for the holder of a seat.
    pub async fn of(ask: &Ask, tx: &mut Tx, seat: &Seat, crisis: Uuid) -> Result<Self, Error> {
        let place = seat.partnership();
        let crisis = store::one(tx, place.id, crisis).await?;
        Self::around(ask, tx, seat, crisis).await
    }

    /// The same for a crisis that was read before.
    pub async fn around(ask: &Ask, tx: &mut Tx, seat: &Seat, crisis: Crisis) -> Result<Self, Error> {
        let (place, now) = (seat.partnership(), ask.site.now());
        Ok(Self {
            path: format!("/p/{}/crisis/{}", place.id, crisis.id),
            parties: membership::parties(tx, place.id).await?,
            works: may_work(tx, seat, &crisis).await?,
            zone: place.zone.clone(),
            today: now.civil(&place.zone).date(),
            now,
            crisis,
        })
    }

    /// A party's name.
    pub fn party(&self, id: &Uuid) -> &str {
        self.parties.iter().find(|p| p.id == *id).map_or("", |p| p.name.as_str())
    }

    /// An instant in words.
    pub fn at(&self, w: &Words, at: &Moment) -> String {
        w.date_time(at.civil(&self.zone))
    }

    /// The day on which it ended, if it did.
    pub fn ended(&self, w: &Words) -> Option<String> {
        self.crisis.ended_at.map(|at| w.date(at.civil(&self.zone).date()))
    }

    /// The chip's colour.
    pub fn chip(&self) -> &'static str {
        match self.crisis.state {
            State::Provisional => "waiting",
            State::Active => "active",
            _ => "ended",
        }
    }

    /// The chip's words.
    pub fn state(&self, w: &Words) -> &'static str {
        state(w, self.crisis.state)
    }

    /// The other pages of the crisis.
    pub fn ways(&self, w: &Words) -> Vec<(String, &'static str)> {
        let mut all = vec![
            (String::new(), w.crisis_way_overview()),
            ("/decisions".to_owned(), w.crisis_way_decisions()),
            ("/sheet".to_owned(), w.crisis_way_sheet()),
            ("/situation".to_owned(), w.crisis_way_situation()),
            ("/concerns".to_owned(), w.crisis_way_concerns()),
        ];
        if !self.crisis.lives() {
            all.push(("/after".to_owned(), w.crisis_way_after()));
        }
        all.into_iter().map(|(page, name)| (format!("{}{page}", self.path), name)).collect()
    }
}

/// A state in words.
pub(super) fn state(w: &Words, state: State) -> &'static str {
    match state {
        State::Provisional => w.crisis_state_provisional(),
        State::Active => w.crisis_state_active(),
        State::StoodDown => w.crisis_state_stood_down(),
        State::Lapsed => w.crisis_state_lapsed(),
        State::TakenBack => w.crisis_state_taken_back(),
    }
}
