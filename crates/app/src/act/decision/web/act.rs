//! The buttons of a decision's page: each is one act and leads back to the page.

use axum::extract::Path;
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;

use super::show;
use crate::act::decision::{State, commands};
use crate::error::Error;
use crate::web::{Ask, Form, tried};

/// Which decision, in the path.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(super) struct Which {
    pub(super) partnership: Uuid,
    pub(super) decision: Uuid,
}

impl Which {
    pub(super) fn path(self) -> String {
        format!("/p/{}/decisions/{}", self.partnership, self.decision)
    }
}

/// One button: the command, and the sentence that says it was done.
macro_rules! button {
    ($(#[$about:meta])* $name:ident, |$act:ident, $seat:ident, $which:ident, $form:ident, $w:ident| $run:expr, $said:expr) => {
        $(#[$about])*
        pub(super) async fn $name(ask: Ask, Path($which): Path<Which>, $form: Form) -> Result<Response, Error> {
            let (mut $act, $seat) = ask.begin_at($which.partnership, &$form).await?;
            let $w = $seat.words(&ask.w);
            let outcome = $run.await;
            match tried(outcome, &$form, &$w)? {
                Ok(()) => ask.done($act, &$form, $which.path(), $said).await,
                Err(form) => {
                    drop($act);
                    show::again(&ask, $which, form).await
                }
            }
        }
    };
}

button!(
    /// `POST …/aside`.
    stand_aside,
    |act, seat, which, form, w| commands::stand_aside(&mut act, &seat, which.decision),
    w.decision_done_aside()
);
button!(
    /// `POST …/close`.
    close,
    |act, seat, which, form, w| commands::close(&mut act, &seat, which.decision),
    w.decision_done_closed()
);
button!(
    /// `POST …/say`.
    say,
    |act, seat, which, form, w| commands::say(&mut act, &seat, which.decision, &form.input()?),
    w.decision_done_said()
);

/// `POST …/open`.
pub(super) async fn open(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::open(&mut act, &seat, which.decision, form.version()?).await;
    match tried(outcome, &form, &w)? {
        Ok(state) => {
            let said = if state == State::Open { w.decision_done_opened() } else { w.decision_done_parked() };
            ask.done(act, &form, which.path(), said).await
        }
        Err(form) => {
            drop(act);
            show::again(&ask, which, form).await
        }
    }
}

/// `POST …/answer`. Many may answer in the same second: the partnership's row is not taken.
pub(super) async fn answer(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_apart(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let seen = form.version()?;
    let outcome = commands::answer(&mut act, &seat, which.decision, seen, &form.input()?).await;
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, which.path(), w.decision_done_answered()).await,
        Err(form) => {
            drop(act);
            show::again(&ask, which, form).await
        }
    }
}

/// `POST …/again`.
pub(super) async fn again(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::again(&mut act, &seat, which.decision).await;
    match tried(outcome, &form, &w)? {
        Ok(id) => {
            let to = format!("/p/{}/decisions/{id}/edit", which.partnership);
            ask.done(act, &form, to, w.decision_done_again()).await
        }
        Err(form) => {
            drop(act);
            show::again(&ask, which, form).await
        }
    }
}
