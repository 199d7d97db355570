//! Who will hear, before anything is sent; and calling a meeting off.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use words::Words;

use super::{Which, show};
use crate::access::Seat;
use crate::act::meeting::hearers;
use crate::act::meeting::rules::Fill;
use crate::act::meeting::{Meeting, State, commands, store};
use crate::error::Error;
use crate::mail::Hearer;
use crate::web::{Ask, Form, Page, Reply, tried};

#[derive(Template)]
#[template(path = "act/meeting/invite.html")]
struct View {
    page: Page,
    w: Words,
    path: String,
    meeting: Meeting,
    when: String,
    hearers: Vec<Hearer>,
    /// Whether people have been told of it before.
    again: bool,
    /// That its agenda asks for more time than it has.
    over: Option<String>,
    form: Form,
}

impl View {
    /// Those who will hear, by why: the reason of most first.
    fn by_reason(&self) -> Vec<(&str, Vec<&str>)> {
        let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
        for one in &self.hearers {
            let (reason, name) = (one.why.as_str(), one.name.as_str());
            match groups.iter_mut().find(|(known, _)| *known == reason) {
                Some((_, names)) => names.push(name),
                None => groups.push((reason, vec![name])),
            }
        }
        groups.sort_by_key(|(_, names)| std::cmp::Reverse(names.len()));
        groups
    }
}

async fn view(ask: &Ask, seat: &Seat, which: Which, form: Form) -> Result<View, Error> {
    let mut tx = ask.look().await?;
    let w = seat.words(&ask.w);
    let meeting = store::one(&mut tx, which.partnership, which.meeting).await?;
    if !commands::runs(&mut tx, seat, &meeting).await? {
        return Err(Error::Forbidden);
    }
    let fill = Fill::of(&store::items(&mut tx, which.meeting).await?, meeting.minutes);
    Ok(View {
        page: Page::new(ask, w.meeting_invite_title()).within(seat),
        path: which.path(""),
        when: w.meeting_when(
            w.weekday_date(meeting.starts.date()),
            meeting.minutes,
            w.time(meeting.starts.time()),
        ),
        hearers: hearers::of(&mut tx, which.partnership, &meeting)
            .await?
            .into_iter()
            .map(|one| Hearer { why: one.reason.say(&w).to_owned(), name: one.seat.name })
            .collect(),
        again: meeting.state != State::Draft,
        over: fill
            .over()
            .map(|over| format!("{} {}", w.meeting_total(fill.asked, fill.given), w.meeting_too_long(over))),
        meeting,
        form,
        w,
    })
}

/// `GET …/invite`.
pub(super) async fn page(ask: Ask, Path(which): Path<Which>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    drop(tx);
    crate::web::show(&view(&ask, &seat, which, Form::blank(&ask)).await?)
}

/// `POST …/invite`.
pub(super) async fn invite(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::invite(&mut act, &seat, which.meeting).await, &form, &w)? {
        Ok(people) => ask.done(act, &form, which.path(""), w.meeting_done_invited(people)).await,
        Err(form) => {
            drop(act);
            show::again(&ask, &seat, which, form).await
        }
    }
}

/// `POST …/call-off`.
pub(super) async fn call_off(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::call_off(&mut act, &seat, which.meeting, &form.input()?).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, which.path(""), w.meeting_done_off()).await,
        Err(form) => {
            drop(act);
            show::again(&ask, &seat, which, form).await
        }
    }
}
