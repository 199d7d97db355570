//! The list of actions, by who does them, late ones first; and the forms that take one on and settle it.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use db::Tx;
use uuid::Uuid;
use words::Words;

use super::{Action, Age, State, age, commands, store};
use crate::access::{Policy, Right, Seat};
use crate::error::Error;
use crate::people::membership;
use crate::reflect::cycle;
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

const SEE: Policy = Policy::Seat(Right::See);
const MEET: Policy = Policy::Seat(Right::Meet);

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/p/{partnership}/actions", SEE, page)
        .post("/p/{partnership}/actions", MEET, take_on)
        .get("/p/{partnership}/actions/{action}", SEE, one)
        .post("/p/{partnership}/actions/{action}", MEET, settle)
}

#[derive(Template)]
#[template(path = "act/action/list.html")]
struct List {
    page: Page,
    w: Words,
    path: String,
    /// Who has open actions, and which; whoever is late first.
    open: Vec<(String, Vec<Action>)>,
    settled: Vec<Action>,
    seats: Vec<(String, String)>,
    takes_part: bool,
    today: jiff::civil::Date,
    zone: String,
    form: Form,
}

fn age_words(w: &Words, action: &Action, today: jiff::civil::Date) -> (&'static str, String) {
    match (action.state, age(action.due, today)) {
        (State::Done, _) => ("done", w.action_state_done().to_owned()),
        (State::Dropped, _) => ("ended", w.action_state_dropped().to_owned()),
        (State::Open, Age::Late(days)) => ("due", w.action_late(days)),
        (State::Open, Age::Today) => ("due", w.action_today().to_owned()),
        (State::Open, Age::Ahead(days)) => ("waiting", w.action_ahead(days)),
    }
}

impl List {
    async fn new(ask: &Ask, tx: &mut Tx, seat: &Seat, form: Form) -> Result<Self, Error> {
        let w = seat.words(&ask.w);
        let place = seat.partnership();
        let (open, mut settled): (Vec<_>, Vec<_>) =
            store::all(tx, place.id).await?.into_iter().partition(|action| action.state == State::Open);
        settled.sort_by_key(|action| std::cmp::Reverse(action.settled_at));
        let mut by_owner: Vec<(String, Vec<Action>)> = Vec::new();
        // By date already: so whoever has the latest comes first.
        for action in open {
            match by_owner.iter_mut().find(|(name, _)| *name == action.name) {
                Some((_, own)) => own.push(action),
                None => by_owner.push((action.name.clone(), vec![action])),
            }
        }
        let mut seats: Vec<(String, String)> = membership::seats(tx, place.id)
            .await?
            .into_iter()
            .map(|line| (line.id.to_string(), line.name))
            .collect();
        seats.sort_by(|a, b| a.1.cmp(&b.1));
        let mut page = Page::new(ask, w.action_title()).within(seat);
        page.live = Some(format!("/p/{}/live", place.id));
        Ok(Self {
            page,
            path: format!("/p/{}/actions", place.id),
            open: by_owner,
            settled,
            seats,
            takes_part: seat.could(Right::Meet),
            today: ask.site.now().civil(&place.zone).date(),
            zone: place.zone.clone(),
            form,
            w,
        })
    }

    fn age(&self, action: &Action) -> (&'static str, String) {
        age_words(&self.w, action, self.today)
    }

    fn due(&self, action: &Action) -> String {
        self.w.action_due_on(self.w.date(action.due))
    }

    fn taken(&self, action: &Action) -> String {
        self.w.action_taken_on(self.w.date(action.added_at.civil(&self.zone).date()))
    }
}

/// What an action would be for.
#[derive(Debug, Default, serde::Deserialize)]
struct For {
    decision: Option<Uuid>,
}

/// `GET …/actions`.
async fn page(ask: Ask, Path(id): Path<Uuid>, Query(for_): Query<For>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let form = Form::blank(&ask).with("decision", for_.decision.map(|id| id.to_string()).unwrap_or_default());
    show(&List::new(&ask, &mut tx, &seat, form).await?)
}

/// `POST …/actions`.
async fn take_on(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::take_on(&mut act, &seat, &form.input()?).await, &form, &w)? {
        Ok(_) => ask.done(act, &form, format!("/p/{id}/actions"), w.action_done_taken()).await,
        Err(form) => {
            drop(act);
            let mut tx = ask.look().await?;
            refused(&List::new(&ask, &mut tx, &seat, form).await?)
        }
    }
}

#[derive(Debug, Clone, Copy, serde::Deserialize)]
struct Which {
    partnership: Uuid,
    action: Uuid,
}

#[derive(Template)]
#[template(path = "act/action/one.html")]
struct One {
    page: Page,
    w: Words,
    path: String,
    action: Action,
    age: (&'static str, String),
    taken: String,
    due: String,
    may_settle: bool,
    meeting: Option<String>,
    decision: Option<String>,
    history: Vec<cycle::Passage>,
    form: Form,
}

impl One {
    fn ways(&self) -> Vec<(&'static str, &'static str, &'static str)> {
        let w = &self.w;
        vec![
            ("done", w.action_state_done(), ""),
            ("moved", w.action_move(), w.action_move_means()),
            ("dropped", w.action_drop(), w.action_drop_means()),
        ]
    }
}

async fn one_view(ask: &Ask, tx: &mut Tx, seat: &Seat, which: Which, form: Form) -> Result<One, Error> {
    let w = seat.words(&ask.w);
    let place = seat.partnership();
    let action = store::one(tx, place.id, which.action).await?;
    let today = ask.site.now().civil(&place.zone).date();
    let base = format!("/p/{}", place.id);
    Ok(One {
        page: Page::new(ask, w.action_one_title()).within(seat),
        path: format!("{base}/actions"),
        age: age_words(&w, &action, today),
        taken: w.action_taken_on(w.date(action.added_at.civil(&place.zone).date())),
        due: w.action_by(w.date(action.due), &action.name),
        may_settle: seat.could(Right::Meet)
            && action.state == State::Open
            && commands::may_settle(seat, &action),
        meeting: action.meeting.map(|meeting| match action.item {
            Some(item) => format!("{base}/meetings/{meeting}#item-{item}"),
            None => format!("{base}/meetings/{meeting}"),
        }),
        decision: action.decision.map(|decision| format!("{base}/decisions/{decision}")),
        history: cycle::history(tx, &w, place.id, action.id).await?,
        form: form.of_version(action.version),
        action,
        w,
    })
}

/// `GET …/actions/{action}`.
async fn one(ask: Ask, Path(which): Path<Which>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    show(&one_view(&ask, &mut tx, &seat, which, Form::blank(&ask)).await?)
}

/// `POST …/actions/{action}`.
async fn settle(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::settle(&mut act, &seat, which.action, &form.input()?, form.version()?).await;
    match tried(outcome, &form, &w)? {
        Ok(()) => {
            let to = format!("/p/{}/actions", which.partnership);
            ask.done(act, &form, to, w.action_done_settled()).await
        }
        Err(form) => {
            drop(act);
            let mut tx = ask.look().await?;
            refused(&one_view(&ask, &mut tx, &seat, which, form).await?)
        }
    }
}
