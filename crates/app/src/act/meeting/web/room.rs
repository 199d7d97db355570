//! Everything a page of one meeting shows, read once, with the sentences that more than one page says.

mod people;

use std::collections::BTreeMap;

use db::Tx;
use evidence::suppression::{ShownShare, Threshold, shown_share};
use uuid::Uuid;
use words::Words;

use crate::access::{Right, Seat};
use crate::act::action::{self, Action};
use crate::act::meeting::item::{Answer, Attendee, Item, Look, Purpose, Standing, Written, counting};
use crate::act::meeting::rules::{Fill, minutes_left};
use crate::act::meeting::{Meeting, State, commands, hearers, store};
use crate::act::{calendar, charter, decision, team};
use crate::error::Error;
use crate::people::membership::{self, Party, SeatLine};
use crate::site::Moment;

/// See the module.
pub(super) struct Room {
    pub(super) w: Words,
    pub(super) now: Moment,
    /// `/p/ID/meetings/M`.
    pub(super) path: String,
    /// `/p/ID`.
    pub(super) base: String,
    pub(super) meeting: Meeting,
    pub(super) items: Vec<Item>,
    pub(super) written: BTreeMap<Uuid, Written>,
    pub(super) people: Vec<Attendee>,
    pub(super) answers: Vec<Answer>,
    pub(super) looks: Vec<Look>,
    /// The seats of those who are asked to it: its team and whoever has a task in it, or everybody.
    pub(super) asked_seats: Vec<Uuid>,
    pub(super) actions: Vec<Action>,
    pub(super) decisions: Vec<decision::Line>,
    /// Those of them that this reader has still to answer.
    pub(super) to_answer: Vec<decision::Line>,
    /// What earlier meetings left over or set aside.
    pub(super) earlier: Vec<Item>,
    pub(super) parties: Vec<Party>,
    pub(super) seats: Vec<SeatLine>,
    pub(super) team: Option<String>,
    /// How its team agreed to work together: the norms of the charter that stands.
    pub(super) norms: Vec<String>,
    /// Whether this reader may run it, and take part.
    pub(super) runs: bool,
    pub(super) takes_part: bool,
    pub(super) me: Option<Uuid>,
    pub(super) own_party: Option<Uuid>,
    pub(super) may_confirm: bool,
}

impl Room {
    pub(super) async fn read(
        tx: &mut Tx,
        seat: &Seat,
        w: Words,
        id: Uuid,
        now: Moment,
    ) -> Result<Self, Error> {
        let place = seat.partnership().id;
        let meeting = store::one(tx, place, id).await?;
        let team = match meeting.team {
            Some(team) => {
                team::all(tx, place).await?.into_iter().find(|one| one.id == team).map(|one| one.name)
            }
            None => None,
        };
        let decisions = decision::of_meeting(tx, place, id).await?;
        let charter = match meeting.team {
            Some(team) => charter::of_team(tx, place, team).await?,
            None => None,
        };
        Ok(Self {
            norms: charter.iter().flat_map(charter::Charter::norms).map(str::to_owned).collect(),
            now,
            path: format!("/p/{place}/meetings/{id}"),
            base: format!("/p/{place}"),
            items: store::items(tx, id).await?,
            written: store::all_written(tx, id).await?,
            people: store::people(tx, id).await?,
            answers: store::answers(tx, id).await?,
            looks: store::looks(tx, id).await?,
            asked_seats: hearers::of(tx, place, &meeting).await?.iter().map(|one| one.seat.id).collect(),
            actions: action::of_meeting(tx, place, id).await?,
            to_answer: to_answer(tx, seat, &decisions, now).await?,
            decisions,
            earlier: store::waiting_items(tx, place, meeting.team).await?,
            parties: membership::parties(tx, place).await?,
            seats: membership::seats(tx, place).await?,
            team,
            runs: commands::runs(tx, seat, &meeting).await?,
            takes_part: seat.could(Right::Meet),
            me: seat.membership().map(|m| m.id),
            own_party: seat.membership().and_then(|m| m.party.as_ref()).map(|p| p.id),
            may_confirm: seat.could(Right::ConfirmMinutes),
            meeting,
            w,
        })
    }

    pub(super) fn when(&self) -> String {
        let (w, m) = (&self.w, &self.meeting);
        w.meeting_when(w.weekday_date(m.starts.date()), m.minutes, w.time(m.starts.time()))
    }

    /// The clock its hours are on, as people name it.
    pub(super) fn zone(&self) -> String {
        calendar::zone_named(&self.w, &self.meeting.zone)
    }

    pub(super) fn who(&self) -> &str {
        self.team.as_deref().unwrap_or(self.w.meeting_everybody())
    }

    /// The page of the charter they stand in.
    pub(super) fn charter(&self) -> String {
        self.meeting.team.map(|team| format!("{}/teams/{team}/charter", self.base)).unwrap_or_default()
    }

    pub(super) fn name(&self, seat: &Option<Uuid>) -> &str {
        let Some(id) = seat else { return "" };
        let sits = self.seats.iter().find(|one| one.id == *id).map(|one| one.name.as_str());
        sits.or(self.people.iter().find(|one| one.member == *id).map(|one| one.name.as_str())).unwrap_or("")
    }

    pub(super) fn mine(&self, seat: &Option<Uuid>) -> bool {
        seat.is_some() && *seat == self.me
    }

    pub(super) fn current(&self) -> Option<&Item> {
        self.items.iter().find(|item| Some(item.id) == self.meeting.item)
    }

    pub(super) fn next(&self) -> Option<&Item> {
        self.on().find(|item| item.standing == Standing::Planned && Some(item.id) != self.meeting.item)
    }

    /// What is on the agenda.
    pub(super) fn on(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.standing != Standing::Parked)
    }

    pub(super) fn parked(&self) -> Vec<&Item> {
        self.items.iter().filter(|item| item.standing == Standing::Parked).collect()
    }

    pub(super) fn number(&self, item: &Item) -> usize {
        self.on().position(|one| one.id == item.id).map_or(0, |at| at + 1)
    }

    pub(super) fn count(&self) -> usize {
        self.on().count()
    }

    pub(super) fn fill(&self) -> Fill {
        Fill::of(&self.items, self.meeting.minutes)
    }

    /// Microseconds spent on what is talked about now.
    fn spent(&self, item: &Item) -> i64 {
        item.took + self.meeting.item_since.map_or(0, |since| self.now.0 - since.0)
    }

    pub(super) fn left(&self, item: &Item) -> i64 {
        minutes_left(item.minutes, self.spent(item))
    }

    /// For the clock on the page.
    pub(super) fn seconds_left(&self, item: &Item) -> i64 {
        item.minutes * 60 - self.spent(item) / Moment::SECOND
    }

    pub(super) fn left_words(&self, item: &Item) -> String {
        let left = self.left(item);
        if left < 0 { self.w.meeting_over_by(-left) } else { self.w.meeting_left(left) }
    }

    pub(super) fn is_over(&self, item: &Item) -> bool {
        self.left(item) < 0
    }

    pub(super) fn until(&self) -> String {
        let at = self.meeting.ends_at().civil(&self.meeting.zone);
        self.w.meeting_until(self.w.time(at.time()))
    }

    /// Minutes behind the agenda, counting what is planned up to now.
    pub(super) fn behind(&self) -> Option<String> {
        let begun = self.meeting.begun_at?;
        let held = (self.now.0 - begun.0) / Moment::MINUTE;
        let planned: i64 = self
            .on()
            .filter(|item| item.standing == Standing::Done || Some(item.id) == self.meeting.item)
            .map(|item| item.minutes)
            .sum();
        let behind = held - planned;
        (behind > 0).then(|| self.w.meeting_behind(behind))
    }

    pub(super) fn too_long(&self) -> Option<String> {
        self.fill().over().map(|over| self.w.meeting_too_long(over))
    }

    pub(super) fn does(&self, action: &Action) -> bool {
        Some(action.owner) == self.me
    }

    /// Whether it is more than an hour until it is to begin.
    pub(super) fn is_early(&self) -> bool {
        self.now.plus(Moment::HOUR) < self.meeting.starts_at()
    }

    /// Whether its day is over and nobody opened it.
    pub(super) fn is_past(&self) -> bool {
        self.meeting.is_past(self.now)
    }

    /// What would be lost sight of if it were closed now.
    pub(super) fn unfinished(&self) -> Vec<String> {
        // What is on the table now has been talked about.
        let now = self.current().map(|item| item.id);
        let to_come = |item: &&Item| item.standing == Standing::Planned && Some(item.id) != now;
        let left = self.on().filter(to_come).count();
        let bare = self.on().filter(|item| self.outcome(item).is_empty()).count();
        let mut says = Vec::new();
        if left > 0 {
            says.push(self.w.meeting_close_left(left));
        }
        if bare > 0 {
            says.push(self.w.meeting_close_bare(bare));
        }
        if self.came().is_empty() {
            says.push(self.w.meeting_turns_none().to_owned());
        }
        says
    }

    pub(super) fn notes(&self, item: &Item) -> &str {
        self.written.get(&item.id).map_or("", |written| written.notes.as_str())
    }

    pub(super) fn outcome(&self, item: &Item) -> &str {
        self.written.get(&item.id).map_or("", |written| written.outcome.as_str())
    }

    /// How a question that was asked here stands.
    pub(super) fn stands(&self, line: &decision::Line) -> (&'static str, &'static str) {
        decision::standing(&self.w, line)
    }

    pub(super) fn agreed(&self) -> Vec<&Item> {
        self.items.iter().filter(|item| !self.outcome(item).is_empty()).collect()
    }

    pub(super) fn item_state(&self, item: &Item) -> (&'static str, &'static str) {
        let w = &self.w;
        let bare = item.purpose == Purpose::Decide && self.outcome(item).is_empty() && !self.meeting.locked();
        match item.standing {
            _ if Some(item.id) == self.meeting.item => ("active", w.meeting_item_now()),
            Standing::Done if bare => ("waiting", w.meeting_item_bare()),
            Standing::Done => ("done", w.meeting_item_done()),
            Standing::Left => ("waiting", w.meeting_item_left()),
            Standing::Parked => ("asleep", w.meeting_item_parked()),
            Standing::Planned | Standing::Off => ("draft", w.meeting_item_planned()),
        }
    }

    /// What whoever runs it can say now.
    pub(super) fn say_this(&self) -> Vec<&'static str> {
        let w = &self.w;
        let Some(item) = self.current() else { return vec![w.meeting_say_end(), w.meeting_say_end_round()] };
        let mut say = Vec::new();
        if self.number(item) == 1 && self.spent(item) < 2 * Moment::MINUTE {
            say.push(w.meeting_say_open());
        }
        if self.is_over(item) {
            let ended = self.now > self.meeting.ends_at();
            say.push(if ended { w.meeting_say_past_end() } else { w.meeting_say_over() });
            return say;
        }
        say.push(match item.purpose {
            Purpose::Inform => w.meeting_say_inform(),
            Purpose::Discuss => w.meeting_say_discuss(),
            Purpose::Decide => w.meeting_say_decide(),
        });
        if self.left(item) * 2 <= item.minutes {
            say.push(match item.purpose {
                Purpose::Inform => w.meeting_say_inform_half(),
                Purpose::Discuss => w.meeting_say_discuss_half(),
                Purpose::Decide => w.meeting_say_decide_half(),
            });
        }
        say
    }

    pub(super) fn purposes(&self) -> Vec<(String, String, String)> {
        Purpose::ALL
            .iter()
            .map(|one| (one.code().to_owned(), one.say(&self.w).to_owned(), one.asks(&self.w).to_owned()))
            .collect()
    }

    pub(super) fn due(&self, action: &Action) -> String {
        self.w.action_by(self.w.date(action.due), &action.name)
    }

    pub(super) fn decide_link(&self, item: &Item) -> Option<String> {
        let wanted = item.purpose == Purpose::Decide && self.runs && !self.meeting.locked();
        wanted.then(|| format!("{}/decisions/new?meeting={}&item={}", self.base, self.meeting.id, item.id))
    }

    pub(super) fn day(&self, at: &Moment) -> String {
        self.w.date(at.civil(&self.meeting.zone).date())
    }

    /// Each must-agree party and what it said of the minutes.
    pub(super) fn words_of_sides(&self) -> Vec<(&'static str, &str, String)> {
        let w = &self.w;
        let last = self.meeting.confirm_by.map(|until| self.day(&until.plus(-1))).unwrap_or_default();
        counting(&self.parties)
            .map(|party| {
                let said = self.answers.iter().find(|one| one.party == party.id);
                let (state, words) = match said {
                    Some(one) if one.confirmed => ("done", w.meeting_confirmed(&one.by, self.day(&one.at))),
                    Some(one) => {
                        let reason = one.reason.as_deref().unwrap_or("");
                        ("silent", w.meeting_objected(self.day(&one.at), &one.by, reason))
                    }
                    None if self.meeting.state == State::Closed => ("waiting", w.meeting_awaited(&last)),
                    None => ("silent", w.meeting_silent().to_owned()),
                };
                (state, party.name.as_str(), words)
            })
            .collect()
    }

    /// Whether this reader's word on the minutes is awaited.
    pub(super) fn asked(&self) -> bool {
        self.meeting.state == State::Closed
            && self.meeting.confirm_by.is_some_and(|until| until > self.now)
            && self.may_confirm
            && !self.answers.iter().any(|one| Some(one.party) == self.own_party && one.confirmed)
    }

    pub(super) fn running(&self) -> bool {
        self.meeting.state == State::Running
    }

    pub(super) fn ahead(&self) -> bool {
        self.meeting.state.ahead()
    }

    pub(super) fn over(&self) -> bool {
        self.meeting.state.over()
    }

    /// Who has a task on the day: nobody, where nobody is named.
    pub(super) fn tasks(&self) -> Vec<(&'static str, &str)> {
        let (w, m) = (&self.w, &self.meeting);
        let all = [
            (w.meeting_facilitator(), &m.facilitator),
            (w.meeting_recorder(), &m.recorder),
            (w.meeting_timekeeper(), &m.timekeeper),
        ];
        all.into_iter()
            .map(|(task, seat)| (task, self.name(seat)))
            .filter(|(_, name)| !name.is_empty())
            .collect()
    }

    /// Who hears that it does not take place.
    pub(super) fn call_off_hint(&self) -> &'static str {
        if self.is_past() { "" } else { self.w.meeting_call_off_hint() }
    }

    pub(super) fn draft(&self) -> bool {
        self.meeting.state == State::Draft
    }

    pub(super) fn closed(&self) -> bool {
        self.meeting.state == State::Closed
    }

    pub(super) fn looked(&self) -> Option<&Look> {
        self.looks.iter().find(|one| Some(one.member) == self.me)
    }

    /// Which share said that people treated one another as they want to: without names, roughly, from ten answers on, and
    /// once nobody can answer any more, so that no answer can be worked out from the next.
    pub(super) fn norms_said(&self) -> Option<String> {
        let yes = self.looks.iter().filter(|one| one.norms == "yes").count();
        let share = shown_share(yes as u64, self.looks.len() as u64, Threshold::FAMILIES_AND_STUDENTS);
        (self.meeting.locked() && share != ShownShare::TooFew)
            .then(|| self.w.meeting_look_share(share.to_string()))
    }

    /// Whose words of a look back stand there to be read.
    pub(super) fn worded(&self) -> impl Iterator<Item = &Look> {
        self.looks.iter().filter(|look| !look.plus.is_empty() || !look.delta.is_empty())
    }

    pub(super) fn html(&self, text: &str) -> String {
        crate::text::markdown(text)
    }
}

/// Of the questions asked in a meeting, those that whoever holds this seat has still to answer.
async fn to_answer(
    tx: &mut Tx,
    seat: &Seat,
    asked_here: &[decision::Line],
    now: Moment,
) -> Result<Vec<decision::Line>, Error> {
    let mut open = decision::to_answer(tx, seat, now).await?;
    open.retain(|line| asked_here.iter().any(|here| here.id == line.id));
    Ok(open)
}
