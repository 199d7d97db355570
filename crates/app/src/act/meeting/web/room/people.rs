//! The people of a meeting as its pages show them: who is asked, who is there, who has not spoken.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::Room;
use crate::act::meeting::item::{Attendee, Presence};
use crate::people::membership::SeatLine;

/// How many of those who are not marked as there are named. More say nothing to whoever reads the minutes.
const AWAY_NAMED: usize = 15;

impl Room {
    pub(in crate::act::meeting::web) fn party(&self, id: &Option<Uuid>) -> &str {
        let found = self.parties.iter().find(|party| Some(party.id) == *id);
        found.map_or(self.w.meeting_no_side(), |party| party.name.as_str())
    }

    /// Those who are asked to this meeting or came, or everybody else who sits here; whoever is not marked yet first.
    pub(in crate::act::meeting::web) fn expected(&self, asked: bool) -> Vec<&SeatLine> {
        let wanted = |seat: &&SeatLine| self.is_asked(seat.id) == asked;
        let mut some: Vec<&SeatLine> = self.seats.iter().filter(wanted).collect();
        some.sort_by(|a, b| (self.how(&a.id).is_some(), &a.name).cmp(&(self.how(&b.id).is_some(), &b.name)));
        some
    }

    fn is_asked(&self, seat: Uuid) -> bool {
        self.asked_seats.contains(&seat) || self.people.iter().any(|one| one.member == seat)
    }

    pub(in crate::act::meeting::web) fn asked_count(&self) -> usize {
        self.expected(true).len()
    }

    /// How somebody takes part, if it is known.
    pub(in crate::act::meeting::web) fn how(&self, seat: &Uuid) -> Option<&'static str> {
        let one = self.people.iter().find(|one| one.member == *seat)?;
        one.presence.map(|presence| presence.say(&self.w))
    }

    pub(in crate::act::meeting::web) fn presence(&self) -> Option<Presence> {
        self.people.iter().find(|one| Some(one.member) == self.me).and_then(|one| one.presence)
    }

    pub(in crate::act::meeting::web) fn came(&self) -> Vec<&Attendee> {
        self.people.iter().filter(|one| one.came()).collect()
    }

    pub(in crate::act::meeting::web) fn excused(&self) -> Vec<&Attendee> {
        self.people.iter().filter(|one| one.presence == Some(Presence::Excused)).collect()
    }

    pub(in crate::act::meeting::web) fn away(&self) -> Vec<&Attendee> {
        self.people.iter().filter(|one| one.presence.is_none()).collect()
    }

    /// How many were asked and are not marked, where they are too many to be named.
    pub(in crate::act::meeting::web) fn away_many(&self) -> Option<String> {
        let away = self.away().len();
        (away > AWAY_NAMED).then(|| self.w.meeting_away_many(away))
    }

    /// The sides of those who are there: those of whom most have not spoken first, then in the order of their names.
    pub(in crate::act::meeting::web) fn quiet_sides(&self) -> Vec<(String, Vec<&Attendee>)> {
        let mut sides = self.sides();
        let spoke = |people: &[&Attendee]| {
            people.iter().filter(|one| one.spoke > 0).count() * 100 / people.len().max(1)
        };
        sides.sort_by_key(|(_, people)| spoke(people));
        sides
    }

    /// Those who were there, by side: the sides in the order of their names.
    pub(in crate::act::meeting::web) fn sides(&self) -> Vec<(String, Vec<&Attendee>)> {
        let mut sides: BTreeMap<String, Vec<&Attendee>> = BTreeMap::new();
        for one in self.people.iter().filter(|one| one.came()) {
            sides.entry(self.party(&one.party).to_owned()).or_default().push(one);
        }
        sides.into_iter().collect()
    }

    /// Of a side: who has not spoken yet first.
    pub(in crate::act::meeting::web) fn quiet_first<'a>(&self, side: &[&'a Attendee]) -> Vec<&'a Attendee> {
        let mut side = side.to_vec();
        side.sort_by(|a, b| (a.spoke > 0, &a.name).cmp(&(b.spoke > 0, &b.name)));
        side
    }

    pub(in crate::act::meeting::web) fn quiet(&self, side: &[&Attendee]) -> String {
        let quiet = side.iter().filter(|one| one.spoke == 0).count();
        match (quiet, side.len()) {
            (0, _) => self.w.meeting_all_spoke().to_owned(),
            (quiet, all) if quiet == all => self.w.meeting_none_spoke().to_owned(),
            (quiet, _) => self.w.meeting_some_quiet(quiet),
        }
    }

    /// Everybody who may be named, with their side: those who are asked to this meeting first.
    pub(in crate::act::meeting::web) fn sitters(&self) -> Vec<(String, String)> {
        let named =
            |seat: &&SeatLine| (seat.id.to_string(), format!("{} · {}", seat.name, self.party(&seat.party)));
        let mut all: Vec<&SeatLine> = self.seats.iter().collect();
        all.sort_by_key(|seat| (!self.is_asked(seat.id), seat.name.clone()));
        all.iter().map(named).collect()
    }

    pub(in crate::act::meeting::web) fn owners(&self) -> Vec<(String, String)> {
        std::iter::once((String::new(), self.w.meeting_nobody_yet().to_owned()))
            .chain(self.sitters())
            .collect()
    }
}
