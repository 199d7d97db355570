//! The two acts that end a question early, each with a page that says what follows: showing the answers to all, and
//! taking the question back.

use axum::extract::Path;
use axum::response::Response;

use super::act::Which;
use super::shown;
use crate::act::decision::{State, commands, read};
use crate::error::Error;
use crate::web::{Ask, Confirm, Form, Page, Reply, refused, show, tried};

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// `GET …/reveal`.
pub(super) async fn ask_reveal(ask: Ask, Path(which): Path<Which>) -> Reply {
    show(&reveal_view(&ask, which, Form::blank(&ask)).await?)
}

async fn reveal_view(ask: &Ask, which: Which, form: Form) -> Result<Confirm, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    let w = seat.words(&ask.w);
    let whole = read::whole(&mut tx, which.partnership, which.decision).await?;
    let hand = read::hand(&mut tx, &seat, &whole.decision).await?;
    if !whole.may_show(&hand) {
        return Err(Error::Forbidden);
    }
    let (answered, asked) = whole.count();
    let question = whole.round().map(|round| round.question.clone()).unwrap_or_default();
    let page = Page::new(ask, w.decision_reveal_confirm()).within(&seat);
    let confirm = Confirm::new(page, w, form, format!("{}/reveal", which.path()), which.path())
        .about(question)
        .says(w.decision_count(number(asked), number(answered)))
        .says(shown::seen(&w, whole.decision.terms.seen));
    // Before all have answered the button is refused, and the page says so beforehand.
    let confirm = match whole.may_reveal() {
        Ok(()) => confirm.says(w.decision_reveal_final(w.date(whole.decision.terms.answer_on))),
        Err(no) => confirm.says(crate::error::Refusal::say(&no, &w)),
    };
    Ok(confirm.button(w.decision_reveal_button()))
}

/// `POST …/reveal`.
pub(super) async fn reveal(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::reveal(&mut act, &seat, which.decision).await, &form, &w)? {
        Ok(_) => ask.done(act, &form, which.path(), w.decision_done_revealed()).await,
        Err(form) => {
            drop(act);
            refused(&reveal_view(&ask, which, form).await?)
        }
    }
}

/// `GET …/withdraw`.
pub(super) async fn ask_withdraw(ask: Ask, Path(which): Path<Which>) -> Reply {
    show(&withdraw_view(&ask, which, Form::blank(&ask)).await?)
}

async fn withdraw_view(ask: &Ask, which: Which, form: Form) -> Result<Confirm, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    let w = seat.words(&ask.w);
    let whole = read::whole(&mut tx, which.partnership, which.decision).await?;
    let hand = read::hand(&mut tx, &seat, &whole.decision).await?;
    if !whole.may_end(&hand) {
        return Err(Error::Forbidden);
    }
    let question = whole.round().map(|round| round.question.clone()).unwrap_or_default();
    let page = Page::new(ask, w.decision_withdraw_confirm()).within(&seat);
    let confirm = Confirm::new(page, w, form, format!("{}/withdraw", which.path()), which.path())
        .about(question)
        .button(w.decision_withdraw_button());
    if matches!(whole.decision.state, State::Draft | State::Parked) {
        return Ok(confirm.says(w.decision_withdraw_draft()));
    }
    let (answered, asked) = whole.count();
    let seen = whole.round().is_some_and(|round| round.outcome.is_some());
    Ok(confirm
        .says(w.decision_count(number(asked), number(answered)))
        .says(if seen { w.decision_withdraw_seen() } else { w.decision_withdraw_unseen() })
        .says(w.decision_withdraw_told())
        .says(w.decision_withdraw_final())
        .reason(w.decision_withdraw_reason()))
}

/// `POST …/withdraw`.
pub(super) async fn withdraw(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::withdraw(&mut act, &seat, which.decision, &form.input()?).await;
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, which.path(), w.decision_done_withdrawn()).await,
        Err(form) => {
            drop(act);
            refused(&withdraw_view(&ask, which, form).await?)
        }
    }
}
