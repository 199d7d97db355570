//! The page of the cycles: the one under way, what it took over, how it compares, and its closing.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;
use words::Words;

use super::carry::{self, Candidate};
use super::commands::{self, Close};
use super::{Carried, Cycle, Kind, store};
use crate::access::{Policy, Right, Seat};
use crate::error::Error;
use crate::people::joint::{self, Pending};
use crate::reflect::catalogue::{self, Kind as Entry, Side};
use crate::reflect::{lasting, lesson, quiet};
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

const STEER: Policy = Policy::Seat(Right::SteerReflection);

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/p/{partnership}/cycle", Policy::Seat(Right::See), show_page)
        .get("/p/{partnership}/cycle/close", STEER, close_page)
        .post("/p/{partnership}/cycle/close", STEER, close)
}

fn kind_words(w: &Words, kind: Kind) -> &'static str {
    match kind {
        Kind::Challenge => w.cycle_kind_challenge(),
        Kind::Structure => w.cycle_kind_structure(),
        Kind::Action => w.cycle_kind_action(),
        Kind::Goal => w.cycle_kind_goal(),
        Kind::Need => w.cycle_kind_need(),
        Kind::Decision => w.cycle_kind_decision(),
        Kind::Own => w.cycle_kind_own(),
    }
}

/// One line of the comparison: what is counted, and how many in each cycle.
type Compared = (&'static str, Vec<i64>);

#[derive(Template)]
#[template(path = "reflect/cycle/show.html")]
struct View {
    page: Page,
    w: Words,
    form: Form,
    cycles: Vec<Cycle>,
    now: i64,
    compared: Vec<Compared>,
    /// What each closed cycle handed on or left behind.
    chosen: Vec<(i64, Vec<Carried>)>,
    /// The list that the sides are asked about now.
    asked: Vec<Carried>,
    pending: Option<Pending>,
    quiet: Option<quiet::Asked>,
    may_steer: bool,
    /// Whether each side agreed to what was learned in the cycle under way.
    agreed: bool,
    /// How many things are unfinished: each is asked about when the cycle is closed.
    open: usize,
    zone: String,
}

impl View {
    fn span(&self, cycle: &Cycle) -> String {
        let day = |at: crate::site::Moment| self.w.date(at.civil(&self.zone).date());
        match cycle.closed {
            None => self.w.cycle_since(day(cycle.begun_at)),
            Some((at, true)) => self.w.cycle_closed_agreed(day(cycle.begun_at), day(at)),
            Some((at, false)) => self.w.cycle_closed_by_one_side(day(cycle.begun_at), day(at)),
        }
    }

    /// What it is and why it stood on the list.
    fn what(&self, one: &Carried) -> String {
        let kind = kind_words(&self.w, one.kind);
        let why = one.why.map(|why| why.say(&self.w, one.day)).unwrap_or_default();
        if why.is_empty() { kind.to_owned() } else { format!("{kind} · {why}") }
    }

    /// Its own page, for what has one.
    fn page_of(&self, one: &Carried) -> Option<String> {
        let (id, base) = (one.about?, self.page.path());
        Some(match one.kind {
            Kind::Goal => format!("{base}/goals"),
            Kind::Action => format!("{base}/actions/{id}"),
            Kind::Need => format!("{base}/support/{id}"),
            Kind::Decision => format!("{base}/decisions/{id}"),
            Kind::Challenge => format!("{base}/catalogue?cycle={}", one.cycle),
            Kind::Structure => format!("{base}/lasting"),
            Kind::Own => return None,
        })
    }

    /// Those of a list that go on, or those that stay behind.
    fn half<'a>(&self, all: &'a [Carried], goes_on: &bool) -> Vec<&'a Carried> {
        all.iter().filter(|one| one.goes_on == *goes_on).collect()
    }

    fn of_cycle(&self, number: &i64) -> &[Carried] {
        self.chosen.iter().find(|(cycle, _)| cycle == number).map_or(&[], |(_, all)| all.as_slice())
    }

    /// What the cycle before handed on to the one under way.
    fn taken_over(&self) -> Vec<&Carried> {
        self.half(self.of_cycle(&(self.now - 1)), &true)
    }

    fn answers(&self) -> [(&'static str, &'static str); 3] {
        let w = &self.w;
        [
            ("continue", w.cycle_quiet_continue()),
            ("pause", w.cycle_quiet_pause()),
            ("end", w.cycle_quiet_end()),
        ]
    }

    fn answered(&self, code: &str) -> &'static str {
        self.answers().into_iter().find(|(one, _)| *one == code).map_or("", |(_, says)| says)
    }
}

async fn show_page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let cycles = store::all(&mut tx, id).await?;
    let now = cycles.last().map_or(1, |cycle| cycle.number);
    let mut chosen = Vec::new();
    for cycle in cycles.iter().filter(|cycle| cycle.closed.is_some()) {
        chosen.push((cycle.number, store::chosen(&mut tx, id, cycle.number).await?));
    }
    let compared = compared(&mut tx, &w, id, &cycles).await?;
    let pending = joint::pending(&mut tx, &seat, &w, ask.site.now(), commands::is_about).await?;
    let asked = if pending.is_some() { store::chosen(&mut tx, id, now).await? } else { Vec::new() };
    show(&View {
        page: Page::new(&ask, w.cycle_number(now)).within(&seat).live(),
        form: Form::blank(&ask),
        quiet: quiet::asked(&mut tx, &seat, &w).await?,
        may_steer: seat.could(Right::SteerReflection),
        agreed: catalogue::of_cycle(&mut tx, id, now).await?.is_some_and(|one| one.is_agreed()),
        open: carry::candidates(&mut tx, id).await?.len(),
        zone: seat.partnership().zone.clone(),
        cycles,
        now,
        compared,
        chosen,
        asked,
        pending,
        w,
    })
}

/// The cycles beside each other: what was written, published, and moved.
async fn compared(tx: &mut db::Tx, w: &Words, id: Uuid, cycles: &[Cycle]) -> Result<Vec<Compared>, Error> {
    let entries = [
        (w.cycle_content_successes(), Entry::Success, Side::Content),
        (w.cycle_content_challenges(), Entry::Challenge, Side::Content),
        (w.cycle_process_successes(), Entry::Success, Side::Process),
        (w.cycle_process_challenges(), Entry::Challenge, Side::Process),
    ];
    let mut lines: Vec<Compared> = entries.iter().map(|(words, ..)| (*words, Vec::new())).collect();
    let (mut published, mut moves, mut in_force) = (Vec::new(), Vec::new(), Vec::new());
    for cycle in cycles {
        let counts = catalogue::count(tx, id, cycle.number).await?;
        for ((_, kind, side), line) in entries.iter().zip(&mut lines) {
            let found = counts.iter().find(|(k, s, _)| k == kind && s == side);
            line.1.push(found.map_or(0, |(_, _, count)| *count));
        }
        published.push(lesson::published_in(tx, id, cycle.number).await?);
        moves.push(lasting::moved_in(tx, id, cycle.number).await?);
        let reached = lasting::reached_by(tx, id, cycle.number).await?;
        in_force.push(reached.get(lasting::State::InForce.code()).copied().unwrap_or(0));
    }
    lines.push((w.cycle_lessons(), published));
    lines.push((w.cycle_moves(), moves));
    lines.push((w.cycle_in_force(), in_force));
    Ok(lines)
}

#[derive(Template)]
#[template(path = "reflect/cycle/close.html")]
struct ClosePage {
    page: Page,
    w: Words,
    form: Form,
    candidates: Vec<Candidate>,
    agreed: bool,
    silence: &'static str,
}

impl ClosePage {
    async fn new(ask: &Ask, tx: &mut db::Tx, seat: &Seat, form: Form) -> Result<Self, Error> {
        let w = seat.words(&ask.w);
        let id = seat.partnership().id;
        let cycle = super::current(tx, id).await?;
        let found = catalogue::of_cycle(tx, id, cycle).await?;
        Ok(Self {
            page: Page::new(ask, w.cycle_close_title(cycle)).within(seat),
            candidates: carry::candidates(tx, id).await?,
            agreed: found.is_some_and(|one| one.is_agreed()),
            silence: w.joint_silence_closes(),
            form,
            w,
        })
    }

    /// Why it stands on the list.
    fn why(&self, one: &Candidate) -> String {
        one.why.say(&self.w, one.day)
    }

    /// Whether nobody said what becomes of it, on a form that came back.
    fn undecided(&self, one: &Candidate) -> bool {
        !self.form.errors().is_empty() && self.form.value(&one.code()).is_empty()
    }

    fn kinds(&self) -> Vec<(&'static str, Vec<&Candidate>)> {
        let of = |kind: Kind| self.candidates.iter().filter(|one| one.kind == kind).collect::<Vec<_>>();
        let all = Kind::ALL.into_iter().map(|kind| (kind_words(&self.w, kind), of(kind)));
        all.filter(|(_, some)| !some.is_empty()).collect()
    }
}

async fn close_page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let form = Form::blank(&ask).with("days", agreement::joint::USUAL_DAYS.to_string());
    show(&ClosePage::new(&ask, &mut tx, &seat, form).await?)
}

async fn close(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let said = |choice: &str| {
        let items = form.all("item").filter(|code| form.chose(code, choice));
        items.map(str::to_owned).collect::<Vec<String>>()
    };
    let input = Close {
        carry: said("carry"),
        leave: said("leave"),
        own: form.value("own").to_owned(),
        days: form.value("days").to_owned(),
    };
    match tried(commands::propose(&mut act, &seat, &input).await, &form, &w)? {
        Ok(_) => ask.done(act, &form, format!("/p/{id}/cycle"), w.joint_proposed()).await,
        Err(form) => {
            drop(act);
            let mut tx = ask.look().await?;
            refused(&ClosePage::new(&ask, &mut tx, &seat, form).await?)
        }
    }
}
