//! The one page of a crisis: where it stands, who leads each group, what is decided, and how it ends.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use db::Tx;
use uuid::Uuid;
use words::Words;

use super::frame::{At, Frame};
use crate::access::{Right, Seat};
use crate::crisis::log::{self, Stance, Standing};
use crate::crisis::playbook::{self, Playbook};
use crate::crisis::sheet::{self, Says, overall};
use crate::crisis::taskforce::{Chair, Side, State, commands, leads, store};
use crate::crisis::{Group, concern, situation};
use crate::error::Error;
use crate::people::membership;
use crate::site::Act;
use crate::web::{Ask, Confirm, Form, Page, Reply, refused, show, tried};

/// A group as the page shows it.
struct Line {
    code: &'static str,
    name: &'static str,
    chairs: Vec<(&'static str, Option<String>)>,
    worked_on: i64,
    all: i64,
}

#[derive(Template)]
#[template(path = "crisis/taskforce/show.html")]
struct View {
    page: Page,
    w: Words,
    frame: Frame,
    form: Form,
    groups: Vec<Line>,
    book: &'static Playbook,
    says: String,
    holds: usize,
    expired: usize,
    /// How many decisions were written down.
    written: usize,
    /// The groups in which the reader could name a co-lead and nobody sits for their side.
    vacant: Vec<(&'static str, &'static str)>,
    told: Option<String>,
    silent: Vec<String>,
    may: May,
}

/// What the reader could do about the crisis as a whole.
#[derive(Default)]
struct May {
    confirm: bool,
    take_back: bool,
    keep: bool,
    ask_to_end: bool,
    end: bool,
}

impl View {
    fn moves(&self) -> [(&'static str, &'static [String]); 3] {
        let w = &self.w;
        [
            (w.playbook_first_hour(), self.book.first_hour.as_slice()),
            (w.playbook_first_day(), self.book.first_day.as_slice()),
            (w.playbook_first_week(), self.book.first_week.as_slice()),
        ]
    }

    fn begun(&self) -> String {
        let crisis = &self.frame.crisis;
        self.w.crisis_begun(
            self.frame.at(&self.w, &crisis.activated_at),
            self.frame.party(&crisis.activated_party),
        )
    }

    fn confirmed(&self) -> Option<String> {
        let (party, at) = self.frame.crisis.confirmed?;
        Some(self.w.crisis_confirmed(self.frame.at(&self.w, &at), self.frame.party(&party)))
    }

    fn until(&self) -> String {
        self.frame.at(&self.w, &self.frame.crisis.confirm_by)
    }

    fn last_day(&self) -> String {
        self.w.date(self.frame.crisis.ends_on)
    }

    fn asked(&self) -> Option<String> {
        let (party, at) = self.frame.crisis.closing?;
        let day = self.last_day();
        Some(self.w.crisis_closing_asked(self.frame.at(&self.w, &at), day, self.frame.party(&party)))
    }

    fn ended(&self) -> Option<String> {
        self.frame.crisis.ended_at.map(|at| self.frame.at(&self.w, &at))
    }

    fn is(&self, state: &str) -> bool {
        self.frame.crisis.state.code() == state
    }
}

/// What the sheet says, in words.
pub(super) fn say(w: &Words, says: Says) -> &'static str {
    match says {
        Says::Stance(Stance::Open) => w.crisis_says_open(),
        Says::Stance(Stance::Limit) => w.crisis_says_limit(),
        Says::Stance(Stance::Close) => w.crisis_says_close(),
        Says::Unknown => w.crisis_says_unknown(),
    }
}

fn lines(w: &Words, chairs: &[Chair], progress: &[(String, i64, i64)]) -> Vec<Line> {
    let side = |side: Side| match side {
        Side::Management => w.crisis_side_management(),
        Side::Labor => w.crisis_side_labor(),
    };
    let held = |group: Group, at: Side| {
        chairs.iter().find(|c| c.group == group && c.side == at).map(|c| c.name.clone())
    };
    let line = |group: &Group| {
        let found = progress.iter().find(|(code, ..)| code == group.code());
        let (worked_on, all) = found.map_or((0, 0), |(_, worked_on, all)| (*worked_on, *all));
        let chairs = Side::ALL.iter().map(|at| (side(*at), held(*group, *at))).collect();
        Line { code: group.code(), name: group.say(w), chairs, worked_on, all }
    };
    Group::ALL.iter().map(line).collect()
}

fn may(seat: &Seat, frame: &Frame) -> May {
    let Some(own) = seat.membership().and_then(|m| m.party.as_ref()).map(|p| p.id) else {
        return May::default();
    };
    if !seat.could(Right::ActivateCrisis) || !frame.crisis.lives() {
        return May::default();
    }
    let crisis = &frame.crisis;
    let waits = crisis.state == State::Provisional;
    let asked = crisis.closing.map(|(party, _)| party);
    May {
        confirm: waits && crisis.activated_party != own,
        take_back: waits && crisis.activated_party == own,
        keep: true,
        ask_to_end: !waits && asked.is_none(),
        end: !waits && asked.is_some_and(|party| party != own),
    }
}

async fn view(ask: &Ask, id: Uuid, crisis: Uuid, form: Form) -> Result<View, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let frame = Frame::of(ask, &mut tx, &seat, crisis).await?;
    let chairs = store::chairs(&mut tx, crisis).await?;
    let progress = store::progress(&mut tx, crisis).await?;
    let rows: Vec<Says> = sheet::list(&mut tx, crisis).await?.iter().map(|row| row.says(frame.now)).collect();
    let decisions = log::list(&mut tx, crisis).await?;
    let count = |standing| decisions.iter().filter(|one| one.standing(frame.today) == standing).count();
    let told = situation::list(&mut tx, crisis).await?.into_iter().next();
    let silent = frame.parties.iter().filter(|p| p.counts() && p.id != frame.crisis.activated_party);
    Ok(View {
        page: Page::new(ask, frame.crisis.name.clone()).within(&seat).live(),
        form: form.of_version(frame.crisis.version).with("ends_on", frame.crisis.ends_on.to_string()),
        groups: lines(&w, &chairs, &progress),
        book: playbook::of(frame.crisis.playbook, w.lang())?,
        says: say(&w, overall(&rows)).to_owned(),
        holds: count(Standing::Holds),
        written: decisions.len(),
        vacant: vacant(&mut tx, &seat, &w, &frame, &chairs).await?,
        expired: count(Standing::Expired),
        told: told.map(|notice| frame.at(&w, &notice.at)),
        silent: silent.map(|p| p.name.clone()).collect(),
        may: may(&seat, &frame),
        frame,
        w,
    })
}

/// The groups without a co-lead of the reader's side, for a lead who may name one.
async fn vacant(
    tx: &mut Tx,
    seat: &Seat,
    w: &Words,
    frame: &Frame,
    chairs: &[Chair],
) -> Result<Vec<(&'static str, &'static str)>, Error> {
    let Ok(own) = seat.party() else { return Ok(Vec::new()) };
    if !leads(seat) || !frame.crisis.lives() {
        return Ok(Vec::new());
    }
    let party = membership::party(tx, seat.partnership().id, own.id).await?;
    let Some(side) = Side::of(party.kind) else { return Ok(Vec::new()) };
    let held = |group: &Group| chairs.iter().any(|c| c.group == *group && c.side == side);
    Ok(Group::ALL.iter().filter(|group| !held(group)).map(|group| (group.code(), group.say(w))).collect())
}

/// `GET …/stand-down`. What is still open is read before it ends.
pub(super) async fn ask_stand_down(ask: Ask, Path(at): Path<At>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, at.partnership).await?;
    let w = seat.words(&ask.w);
    let frame = Frame::of(&ask, &mut tx, &seat, at.crisis).await?;
    let may = may(&seat, &frame);
    let (title, button) = match may.end {
        true => (w.crisis_stand_down_confirm(), w.crisis_stand_down_agree()),
        false => (w.crisis_stand_down_ask(), w.crisis_stand_down()),
    };
    let page = Page::new(&ask, title).within(&seat);
    let confirm = Confirm::new(page, w, Form::blank(&ask), at.path("/stand-down"), at.path(""))
        .about(&frame.crisis.name);
    let mut confirm =
        confirm.says(if may.end { w.crisis_stand_down_now() } else { w.crisis_stand_down_waits() });
    let unanswered =
        concern::list(&mut tx, at.crisis, None).await?.iter().filter(|one| one.answer.is_none()).count();
    if unanswered > 0 {
        confirm = confirm.says(w.crisis_open_concerns(unanswered));
    }
    for one in log::list(&mut tx, at.crisis).await? {
        if one.standing(frame.today) == Standing::Holds {
            confirm = confirm.says(w.crisis_open_decision(one.body, w.date(one.expires_on)));
        }
    }
    show(&confirm.button(button))
}

/// The page, wherever it is shown.
pub(super) async fn page(ask: &Ask, id: Uuid, crisis: Uuid) -> Reply {
    show(&view(ask, id, crisis, Form::blank(ask)).await?)
}

/// `GET …/crisis/{crisis}`.
pub(super) async fn show_page(ask: Ask, Path(at): Path<At>) -> Reply {
    page(&ask, at.partnership, at.crisis).await
}

async fn answered(
    ask: &Ask,
    at: &At,
    form: Form,
    (act, seat): (Act, Seat),
    outcome: Result<&'static str, Error>,
) -> Result<Response, Error> {
    match tried(outcome, &form, &seat.words(&ask.w))? {
        Ok(said) => ask.done(act, &form, at.path(""), said).await,
        Err(form) => {
            drop(act);
            refused(&view(ask, at.partnership, at.crisis, form).await?)
        }
    }
}

/// `POST …/confirm`.
pub(super) async fn confirm(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let said = seat.words(&ask.w).crisis_done_confirmed();
    let outcome = commands::confirm(&mut act, &seat, at.crisis).await.map(|()| said);
    answered(&ask, &at, form, (act, seat), outcome).await
}

/// `POST …/take-back`.
pub(super) async fn take_back(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let said = seat.words(&ask.w).crisis_done_taken_back();
    let outcome = commands::take_back(&mut act, &seat, at.crisis).await.map(|()| said);
    answered(&ask, &at, form, (act, seat), outcome).await
}

/// `POST …/keep`.
pub(super) async fn keep(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let said = seat.words(&ask.w).crisis_done_kept();
    let outcome = commands::keep(&mut act, &seat, at.crisis, form.version()?, &form.input()?).await;
    answered(&ask, &at, form, (act, seat), outcome.map(|()| said)).await
}

/// `POST …/stand-down`.
pub(super) async fn stand_down(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let say = |over| if over { w.crisis_done_over() } else { w.crisis_done_asked() };
    let outcome = commands::stand_down(&mut act, &seat, at.crisis).await.map(say);
    answered(&ask, &at, form, (act, seat), outcome).await
}

/// `POST …/go-on`.
pub(super) async fn go_on(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let said = seat.words(&ask.w).crisis_done_goes_on();
    let outcome = commands::go_on(&mut act, &seat, at.crisis).await.map(|()| said);
    answered(&ask, &at, form, (act, seat), outcome).await
}
