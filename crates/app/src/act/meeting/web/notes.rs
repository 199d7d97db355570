//! The page on which the notes of one item are written, and on which two edits are made one.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use words::Words;

use super::WhichItem;
use super::room::Room;
use crate::access::Seat;
use crate::act::meeting::item::{Item, Written};
use crate::act::meeting::{commands, store};
use crate::error::Error;
use crate::text::merge::{self, Names};
use crate::web::{Ask, Form, Page, Reply, refused, reply, tried};

#[derive(Template)]
#[template(path = "act/meeting/notes.html")]
struct View {
    page: Page,
    w: Words,
    r: Room,
    item: Item,
    /// What somebody else and this writer wrote in the same place.
    clash: Option<(Written, Written)>,
    form: Form,
}

impl View {
    /// The two texts that met, each under whose it is.
    fn both(&self) -> Vec<(&'static str, &Written)> {
        let (w, clash) = (&self.w, self.clash.as_ref());
        let named =
            |(theirs, mine)| vec![(w.meeting_merge_theirs(), theirs), (w.meeting_merge_yours(), mine)];
        clash.map(|(theirs, mine)| named((theirs, mine))).unwrap_or_default()
    }
}

async fn view(ask: &Ask, seat: &Seat, which: WhichItem, typed: Option<Form>) -> Result<View, Error> {
    let mut tx = ask.look().await?;
    let w = seat.words(&ask.w);
    let r = Room::read(&mut tx, seat, w, which.meeting, ask.site.now()).await?;
    let item = r.items.iter().find(|item| item.id == which.item).cloned().ok_or(Error::Unseen)?;
    let form = typed.unwrap_or_else(|| {
        Form::blank(ask)
            .of_version(item.notes)
            .with("notes", r.notes(&item))
            .with("outcome", r.outcome(&item))
    });
    Ok(View {
        page: Page::new(ask, w.meeting_notes_title(&item.title)).within(seat),
        w,
        r,
        item,
        clash: None,
        form,
    })
}

/// `GET …/items/{item}/notes`.
pub(super) async fn page(ask: Ask, Path(which): Path<WhichItem>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    drop(tx);
    crate::web::show(&view(&ask, &seat, which, None).await?)
}

/// `POST …/items/{item}/notes`.
pub(super) async fn write(ask: Ask, Path(which): Path<WhichItem>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let (input, version) = (form.input()?, form.version()?);
    let outcome = commands::write(&mut act, &seat, which.meeting, which.item, &input, version).await;
    if let Err(Error::Stale { now }) = outcome {
        drop(act);
        return clash(&ask, &seat, which, &form, (version, now)).await;
    }
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, which.meeting().path(""), w.meeting_done_notes()).await,
        Err(form) => {
            drop(act);
            refused(&view(&ask, &seat, which, Some(form)).await?)
        }
    }
}

/// Somebody else changed the same words: both texts are shown, and both stand in the fields, between marked lines.
async fn clash(ask: &Ask, seat: &Seat, which: WhichItem, form: &Form, versions: (i64, i64)) -> Reply {
    let w = seat.words(&ask.w);
    let mut tx = ask.look().await?;
    let base = store::written(&mut tx, which.item, versions.0).await?;
    let theirs = store::written(&mut tx, which.item, versions.1).await?;
    drop(tx);
    let names = Names {
        theirs: w.meeting_merge_theirs(),
        yours: w.meeting_merge_yours(),
        end: w.meeting_merge_end(),
    };
    let both =
        |base: &str, theirs: &str, mine: &str| merge::merge(base, theirs, mine, names).text.trim().to_owned();
    let merged = Form::blank(ask)
        .of_version(versions.1)
        .with("notes", both(&base.notes, &theirs.notes, form.value("notes")))
        .with("outcome", both(&base.outcome, &theirs.outcome, form.value("outcome")));
    let mut view = view(ask, seat, which, Some(merged)).await?;
    let mine = Written { notes: form.value("notes").into(), outcome: form.value("outcome").into() };
    view.clash = Some((theirs, mine));
    reply::page(StatusCode::CONFLICT, &view)
}
