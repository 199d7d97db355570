//! Changing a question that did not pass, and asking again.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use words::Words;

use super::act::Which;
use super::shown;
use crate::act::decision::rules::TALK_DAYS;
use crate::act::decision::{Whole, commands, read};
use crate::error::Error;
use crate::site::Moment;
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

#[derive(Template)]
#[template(path = "act/decision/amend.html")]
struct View {
    page: Page,
    w: Words,
    path: String,
    form: Form,
    came: String,
    /// What was said of the answers, and who said it.
    said: Vec<(String, String)>,
    /// Whose question it is, where the reader's side did not ask it.
    other: Option<String>,
}

async fn view(ask: &Ask, which: Which, typed: Option<Form>) -> Result<View, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    let w = seat.words(&ask.w);
    let whole: Whole = read::whole(&mut tx, which.partnership, which.decision).await?;
    let hand = read::hand(&mut tx, &seat, &whole.decision).await?;
    if !whole.may_reword(&hand) {
        return Err(Error::Forbidden);
    }
    let round = whole.round().ok_or(Error::Unseen)?;
    let day = ask.site.now().plus(TALK_DAYS * Moment::DAY).civil(&seat.partnership().zone).date();
    let blank = || {
        Form::blank(ask)
            .with("question", round.question.clone())
            .with("effect", round.effect.clone())
            .with("answer_on", day.to_string())
    };
    Ok(View {
        page: Page::new(ask, w.decision_amend_title()).within(&seat),
        path: which.path(),
        form: typed.unwrap_or_else(blank).of_version(whole.decision.version),
        came: round.outcome.as_ref().map(|reached| shown::sentence(&w, reached)).unwrap_or_default(),
        said: whole
            .words
            .iter()
            .filter(|word| word.round == round.number)
            .map(|word| (word.body.clone(), shown::by(&w, word)))
            .collect(),
        other: (hand.party != whole.decision.asking_party).then(|| whole.decision.asker.clone()),
        w,
    })
}

/// `GET …/amend`.
pub(super) async fn amend_page(ask: Ask, Path(which): Path<Which>) -> Reply {
    show(&view(&ask, which, None).await?)
}

/// `POST …/amend`.
pub(super) async fn amend(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::amend(&mut act, &seat, which.decision, form.version()?, &form.input()?).await;
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, which.path(), w.decision_done_amended()).await,
        Err(form) => {
            drop(act);
            refused(&view(&ask, which, Some(form)).await?)
        }
    }
}
