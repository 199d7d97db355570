//! What a crisis waits for, from one person. Where none goes on and none was, one look at the database.

use db::Tx;
use uuid::Uuid;
use words::Words;

use super::{Crisis, Side, State, is_on, leads, store};
use crate::access::Seat;
use crate::crisis::log::{self, Standing};
use crate::crisis::{Group, after, concern, situation};
use crate::error::Error;
use crate::people::membership;
use crate::site::Moment;
use crate::web::Waiting;

/// How long after the end looking back still waits for a side.
const LOOK_BACK: i64 = 21 * Moment::DAY;

/// What waits for whoever holds this seat, the most pressing first. The newest crisis is the caller's to ask for: home
/// shows it as well.
pub async fn waiting_for(
    tx: &mut Tx,
    seat: &Seat,
    w: &Words,
    now: Moment,
    newest: Option<&Crisis>,
) -> Result<Vec<Waiting>, Error> {
    let Ok(party) = seat.party() else { return Ok(Vec::new()) };
    if party.withdrawn || !seat.could(crate::access::Right::WorkCrisis) {
        return Ok(Vec::new());
    }
    let Some(crisis) = newest else { return Ok(Vec::new()) };
    let mut waits = Waits { seat, w, crisis, now, all: Vec::new() };
    if crisis.lives() {
        waits.of_leads(tx, party.id).await?;
        if is_on(tx, seat, crisis.id).await? {
            waits.of_the_task_force(tx, party.id).await?;
        }
    } else if leads(seat) && crisis.state == State::StoodDown {
        waits.looking_back(tx, party.id).await?;
    }
    Ok(waits.all)
}

struct Waits<'a> {
    seat: &'a Seat,
    w: &'a Words,
    crisis: &'a Crisis,
    now: Moment,
    all: Vec<Waiting>,
}

impl Waits<'_> {
    fn add(&mut self, what: String, since: Moment, until: Option<Moment>, page: &str, minutes: i64) {
        let link = format!("/p/{}/crisis/{}{page}", self.seat.partnership().id, self.crisis.id);
        self.all.push(Waiting { going_on: false, what, since, until, link, minutes });
    }

    async fn of_leads(&mut self, tx: &mut Tx, own: Uuid) -> Result<(), Error> {
        if !leads(self.seat) {
            return Ok(());
        }
        let (w, crisis) = (self.w, self.crisis);
        if crisis.state == State::Provisional && crisis.activated_party != own {
            let what = w.crisis_wait_confirm(&crisis.name);
            self.add(what, crisis.activated_at, Some(crisis.confirm_by), "", 2);
        }
        if let Some((_, at)) = crisis.closing.filter(|(party, _)| *party != own) {
            let zone = &self.seat.partnership().zone;
            let last = Moment::of_civil(crisis.ends_on.at(23, 59, 0, 0), zone);
            self.add(w.crisis_wait_closing(&crisis.name), at, Some(last), "", 2);
        }
        let party = membership::party(tx, self.seat.partnership().id, own).await?;
        if let Some(side) = Side::of(party.kind) {
            let chairs = store::chairs(tx, crisis.id).await?;
            let held = |group: &Group| chairs.iter().any(|c| c.group == *group && c.side == side);
            let vacant: Vec<&Group> = Group::ALL.iter().filter(|group| !held(group)).collect();
            if let Some(first) = vacant.first() {
                let page = format!("/groups/{}", first.code());
                self.add(w.crisis_wait_chairs(vacant.len()), crisis.activated_at, None, &page, 2);
            }
        }
        Ok(())
    }

    async fn of_the_task_force(&mut self, tx: &mut Tx, own: Uuid) -> Result<(), Error> {
        let (w, crisis) = (self.w, self.crisis);
        let zone = self.seat.partnership().zone.clone();
        let today = self.now.civil(&zone).date();
        let chairs = store::chairs(tx, crisis.id).await?;
        let parties = membership::parties(tx, self.seat.partnership().id).await?;
        let decisions = log::list(tx, crisis.id).await?;
        let expired: Vec<_> =
            decisions.iter().filter(|one| one.standing(today) == Standing::Expired).collect();
        if let Some(first) = expired.first() {
            let since = Moment::of_civil(first.expires_on.at(23, 59, 0, 0), &zone);
            self.add(w.crisis_wait_expired(expired.len()), since, None, "/decisions", 3);
        }
        let mine = |one: &&log::Decision| {
            one.standing(today) == Standing::Holds && one.awaited(&chairs, &parties).contains(&own)
        };
        let unsaid: Vec<_> = decisions.iter().filter(mine).collect();
        if let Some(last) = unsaid.last() {
            let until = Moment::of_civil(last.expires_on.at(23, 59, 0, 0), &zone);
            self.add(w.crisis_wait_word(unsaid.len()), last.made_at, Some(until), "/decisions", 3);
        }
        let concerns = concern::list(tx, crisis.id, None).await?;
        let unseen: Vec<_> = concerns.iter().filter(|one| one.seen.is_none()).collect();
        if let Some(first) = unseen.first() {
            self.add(w.crisis_wait_concerns(unseen.len()), first.at, None, "/concerns", 3);
        }
        let notices = situation::list(tx, crisis.id).await?;
        if let Some(newest) = notices.first() {
            let promised = Moment::of_civil(newest.next_by, &zone);
            if promised < self.now {
                self.add(w.crisis_wait_notice().to_owned(), promised, None, "/situation", 5);
            }
        }
        self.questions(tx, today).await
    }

    async fn questions(&mut self, tx: &mut Tx, today: jiff::civil::Date) -> Result<(), Error> {
        let Some(member) = self.seat.membership() else { return Ok(()) };
        let chairs = store::chairs(tx, self.crisis.id).await?;
        for chair in chairs.iter().filter(|chair| chair.member == member.id) {
            let questions = store::questions(tx, self.crisis.id, Some(chair.group)).await?;
            let days = questions.iter().filter_map(|q| q.revisit_on.as_deref()?.parse().ok());
            let due: Vec<jiff::civil::Date> = days.filter(|day| *day <= today).collect();
            if let Some(first) = due.iter().min() {
                let since = Moment::of_civil(first.at(0, 0, 0, 0), &self.seat.partnership().zone);
                let page = format!("/groups/{}", chair.group.code());
                self.add(self.w.crisis_wait_revisit(due.len()), since, None, &page, 5);
            }
        }
        Ok(())
    }

    async fn looking_back(&mut self, tx: &mut Tx, own: Uuid) -> Result<(), Error> {
        let Some(ended) = self.crisis.ended_at.filter(|at| at.plus(LOOK_BACK) > self.now) else {
            return Ok(());
        };
        if after::list(tx, self.crisis.id).await?.iter().all(|line| line.party_id != own) {
            let what = self.w.crisis_wait_after(&self.crisis.name);
            self.add(what, ended, Some(ended.plus(LOOK_BACK)), "/after", 10);
        }
        Ok(())
    }
}
