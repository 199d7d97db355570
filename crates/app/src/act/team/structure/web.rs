//! Where the tree stands with the sides: a piece of the teams' page, and the form that puts it to them.

use axum::extract::Path;
use axum::response::Response;
use db::Tx;
use uuid::Uuid;
use words::Words;

use super::{commands, of};
use crate::access::Seat;
use crate::act::team::web::list;
use crate::error::Error;
use crate::people::acceptance::{self, Shown};
use crate::site::Moment;
use crate::web::{Ask, Form, refused, tried};

/// Where the tree as it is now stands.
pub(in crate::act::team) async fn shown(
    tx: &mut Tx,
    seat: &Seat,
    w: &Words,
    now: Moment,
) -> Result<Shown, Error> {
    let id = seat.partnership().id;
    let (about, version) = match of(tx, id).await? {
        Some(known) => (known.id, known.next()),
        None => (Uuid::nil(), 1),
    };
    acceptance::shown(tx, seat, w, (about, version), format!("/p/{id}/teams/accept"), now).await
}

/// `POST …/teams/accept`.
pub(in crate::act::team) async fn ask(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::ask(&mut act, &seat, &form.input()?).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, format!("/p/{id}/teams"), w.team_done_asked()).await,
        Err(form) => {
            drop(act);
            let mut tx = ask.look().await?;
            refused(&list::View::new(&ask, &mut tx, &seat, form).await?)
        }
    }
}
