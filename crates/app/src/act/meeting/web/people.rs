//! Who is there, for whoever runs the meeting: one list of names in one form, on a page of its own, so that the page that
//! runs the meeting stays small however many sit here. And who spoke.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;
use words::Words;

use super::room::Room;
use super::{Which, hold};
use crate::access::Seat;
use crate::act::meeting::commands;
use crate::error::Error;
use crate::people::membership::SeatLine;
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

#[derive(Template)]
#[template(path = "act/meeting/people.html")]
struct View {
    page: Page,
    w: Words,
    r: Room,
    form: Form,
}

impl View {
    /// The names of some people, by side: the sides in the order of the alphabet.
    fn by_side<'a>(&self, some: Vec<&'a SeatLine>) -> Vec<(String, Vec<&'a SeatLine>)> {
        let mut sides: std::collections::BTreeMap<String, Vec<&SeatLine>> = std::collections::BTreeMap::new();
        for one in some {
            sides.entry(self.r.party(&one.party).to_owned()).or_default().push(one);
        }
        sides.into_iter().collect()
    }

    fn ticked(&self, seat: &SeatLine) -> bool {
        self.form.chose("seat", &seat.id.to_string())
    }
}

async fn view(ask: &Ask, seat: &Seat, which: Which, form: Form) -> Result<View, Error> {
    let mut tx = ask.look().await?;
    let w = seat.words(&ask.w);
    let r = Room::read(&mut tx, seat, w, which.meeting, ask.site.now()).await?;
    if !r.runs {
        return Err(Error::Forbidden);
    }
    Ok(View { page: Page::new(ask, w.meeting_people_title()).within(seat), r, form, w })
}

/// `GET …/people`.
pub(super) async fn page(ask: Ask, Path(which): Path<Which>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    drop(tx);
    show(&view(&ask, &seat, which, Form::blank(&ask)).await?)
}

/// The seats whose names were ticked. What no page of ours sends is unreadable.
fn seats(form: &Form) -> Result<Vec<Uuid>, Error> {
    form.all("seat").map(|id| id.parse().map_err(|_| Error::Unreadable)).collect()
}

/// `POST …/people`.
pub(super) async fn mark(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let some = seats(&form)?;
    match tried(commands::mark(&mut act, &seat, which.meeting, &some, &form.input()?).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, which.path("/run"), w.meeting_done_marked(some.len())).await,
        Err(form) => {
            drop(act);
            refused(&view(&ask, &seat, which, form).await?)
        }
    }
}

/// `POST …/people/spoke`.
pub(super) async fn spoke(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let one = form.value("seat").parse().ok();
    match tried(commands::spoke(&mut act, &seat, which.meeting, one).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, which.path("/run#turns"), "").await,
        Err(form) => {
            drop(act);
            hold::again(&ask, &seat, which, form).await
        }
    }
}
