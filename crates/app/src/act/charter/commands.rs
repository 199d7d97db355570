//! What people do with a charter: write a version, and put it to the sides.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Deserialize;
use uuid::Uuid;
use words::{Lang, Words};

use super::{Authority, Charter, Fallback, No, OpenMeetings, Protocol, ROLES, document, store};
use crate::access::Seat;
use crate::act::team::{self, Team};
use crate::error::{Error, Gather};
use crate::people::acceptance::{self, Subject, commands::Put};
use crate::people::plain;
use crate::record::event;
use crate::site::Act;
use crate::text;

/// The longest answer to a question.
const MOST: usize = 4_000;

/// The seven questions as typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Write {
    /// The language it is written in.
    pub language: String,
    /// 1. What the team is for.
    pub purpose: String,
    /// 2. What it works on …
    pub in_scope: String,
    /// … and what it leaves to others.
    pub out_scope: String,
    /// 3. How far its word goes.
    pub authority: String,
    /// 4. Who sits …
    pub sits: String,
    /// … and how many of each side have to be there.
    pub quorum: String,
    /// 5. How its people treat each other, a line for each promise.
    pub norms: String,
    /// What stays in the room.
    pub private: String,
    /// 6. How it decides …
    pub protocol: String,
    /// … with which lowest number of fingers …
    pub lowest: String,
    /// … and what happens if it cannot.
    pub fallback: String,
    /// 7. When it meets …
    pub rhythm: String,
    /// … who hears about it …
    pub hears: String,
    /// … whether the law on open meetings reaches it …
    pub open_meetings: String,
    /// … and until when it works.
    pub ends_on: String,
}

/// A charter as read from a form.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) language: Lang,
    pub(super) texts: Vec<String>,
    pub(super) authority: Authority,
    pub(super) quorum: i64,
    pub(super) protocol: Protocol,
    pub(super) lowest: i64,
    pub(super) fallback: Fallback,
    pub(super) open_meetings: OpenMeetings,
    pub(super) ends_on: Date,
}

impl Write {
    /// Reads it, with everything that is wrong at once.
    pub(super) fn read(&self, today: Date) -> Result<Read, Error> {
        let mut no = Gather::default();
        let texts: Vec<Option<String>> = [
            ("purpose", &self.purpose),
            ("in_scope", &self.in_scope),
            ("out_scope", &self.out_scope),
            ("sits", &self.sits),
            ("norms", &self.norms),
            ("rhythm", &self.rhythm),
            ("hears", &self.hears),
            ("private", &self.private),
        ]
        .into_iter()
        .map(|(field, typed)| no.take(plain::text(field, typed, MOST)))
        .collect();
        let authority = no.take(Authority::from_code(&self.authority).ok_or(No::Unchosen("authority")));
        let number = |typed: &str, range: std::ops::RangeInclusive<i64>, wrong| {
            typed.trim().parse().ok().filter(|n| range.contains(n)).ok_or(wrong)
        };
        let quorum = no.take(number(&self.quorum, 1..=20, No::Quorum));
        let protocol = no.take(Protocol::from_code(&self.protocol).ok_or(No::Unchosen("protocol")));
        let lowest = no.take(number(&self.lowest, 1..=5, No::Lowest));
        let fallback = no.take(Fallback::from_code(&self.fallback).ok_or(No::Unchosen("fallback")));
        let open = OpenMeetings::from_code(&self.open_meetings).ok_or(No::Unchosen("open_meetings"));
        let open_meetings = no.take(open);
        let ends_on = no.take(end(&self.ends_on, today));
        no.done()?;
        let texts: Option<Vec<String>> = texts.into_iter().collect();
        let language = Lang::from_code(&self.language).unwrap_or(Lang::En);
        match (texts, authority, quorum, protocol, lowest, fallback, open_meetings, ends_on) {
            (
                Some(texts),
                Some(authority),
                Some(quorum),
                Some(protocol),
                Some(lowest),
                Some(fallback),
                Some(open_meetings),
                Some(ends_on),
            ) => Ok(Read {
                language,
                texts,
                authority,
                quorum,
                protocol,
                lowest,
                fallback,
                open_meetings,
                ends_on,
            }),
            _ => Err(Error::Unreadable),
        }
    }
}

fn end(typed: &str, today: Date) -> Result<Date, No> {
    let day: Date = typed.trim().parse().map_err(|_| No::EndPast)?;
    let last = today.checked_add(3.years()).map_err(|_| No::EndFar)?;
    if day <= today {
        Err(No::EndPast)
    } else if day > last {
        Err(No::EndFar)
    } else {
        Ok(day)
    }
}

async fn living(act: &mut Act, seat: &Seat, team: Uuid) -> Result<Team, Error> {
    let team = team::one(act, seat.partnership().id, team).await?;
    if team.lives() { Ok(team) } else { Err(No::Closed.into()) }
}

/// Saves a new version, made from version `seen` (0 for the first). A version that was being adopted is taken back;
/// one that stands goes on standing. Gives the new version's number.
pub async fn write(act: &mut Act, seat: &Seat, team: Uuid, seen: i64, input: &Write) -> Result<i64, Error> {
    let partnership = seat.partnership().id;
    let team = living(act, seat, team).await?;
    let today = act.now().civil(&seat.partnership().zone).date();
    let known = store::of_team(act, partnership, team.id).await?;
    let now = known.map_or(0, |(_, version)| version);
    if now != seen {
        return Err(Error::Stale { now });
    }
    let read = input.read(today)?;
    let version = now + 1;
    let id = match known {
        Some((id, _)) => {
            store::advance(act, id, version).await?;
            acceptance::edited(act, seat, id, version).await?;
            id
        }
        None => store::add(act, partnership, team.id).await?,
    };
    store::add_version(act, partnership, id, version, &read, seat.member()?.id).await?;
    for (role, body) in ROLES.iter().zip(&read.texts) {
        let draft = text::Draft::new(seat, id, role, body).in_language(read.language).version(version);
        text::keep(act, seat, &draft).await?;
    }
    event::leave(act, partnership, "charter.written", seat.actor().id(), Some(team.id)).await?;
    Ok(version)
}

/// Puts the newest version to the sides.
pub async fn ask(act: &mut Act, seat: &Seat, team: Uuid, input: &Put) -> Result<(), Error> {
    let partnership = seat.partnership().id;
    let team = living(act, seat, team).await?;
    let (id, version) = store::of_team(act, partnership, team.id).await?.ok_or(No::Nothing)?;
    let charter: Charter = store::version(act, partnership, id, version).await?;
    let words = document::plain(&seat.words(&Words::new(charter.language)), &team.name, &charter);
    let subject = Subject {
        kind: acceptance::Kind::Charter,
        about: id,
        version,
        title: &team.name,
        page: &format!("teams/{}/charter", team.id),
        language: charter.language,
        words: &words,
    };
    acceptance::ask(act, seat, &subject, input).await?;
    Ok(())
}
