//! Paper: the ballot to print, and entering what somebody answered on it.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use words::Words;

use super::act::Which;
use super::shown;
use crate::act::decision::{Round, Terms, commands, read};
use crate::error::Error;
use crate::people::membership;
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

#[derive(Template)]
#[template(path = "act/decision/ballot.html")]
struct Ballot {
    page: Page,
    w: Words,
    path: String,
    round: Round,
    terms: Terms,
}

impl Ballot {
    fn scale(&self) -> Vec<(String, String, &'static str)> {
        shown::scale(&self.w, &self.terms)
    }

    fn seen(&self) -> &'static str {
        shown::seen(&self.w, self.terms.seen)
    }

    fn rule(&self) -> String {
        shown::rule(&self.w, &self.terms)
    }

    fn until(&self) -> String {
        self.w.date(self.terms.answer_on)
    }
}

/// `GET …/ballot`.
pub(super) async fn ballot(ask: Ask, Path(which): Path<Which>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    let w = seat.words(&ask.w);
    let whole = read::whole(&mut tx, which.partnership, which.decision).await?;
    show(&Ballot {
        page: Page::new(&ask, w.decision_ballot_title()).within(&seat),
        path: which.path(),
        round: whole.round().ok_or(Error::Unseen)?.clone(),
        terms: whole.decision.terms,
        w,
    })
}

#[derive(Template)]
#[template(path = "act/decision/paper.html")]
struct View {
    page: Page,
    w: Words,
    path: String,
    form: Form,
    people: Vec<(String, String)>,
    witnesses: Vec<(String, String)>,
    terms: Terms,
    question: String,
}

impl View {
    fn scale(&self) -> Vec<(String, String, &'static str)> {
        shown::scale(&self.w, &self.terms)
    }
}

async fn view(ask: &Ask, which: Which, form: Form) -> Result<View, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    let w = seat.words(&ask.w);
    let whole = read::whole(&mut tx, which.partnership, which.decision).await?;
    let hand = read::hand(&mut tx, &seat, &whole.decision).await?;
    if !hand.lead {
        return Err(Error::Forbidden);
    }
    let own = seat.party()?.id;
    let seats = membership::seats(&mut tx, which.partnership).await?;
    let people = whole.answerers_of(own).map(|one| (one.member.to_string(), one.name.clone())).collect();
    let others = seats.into_iter().filter(|line| line.party != Some(own));
    Ok(View {
        page: Page::new(ask, w.decision_paper_title()).within(&seat),
        path: which.path(),
        form,
        people,
        witnesses: others.map(|line| (line.id.to_string(), line.name)).collect(),
        question: whole.round().map(|round| round.question.clone()).unwrap_or_default(),
        terms: whole.decision.terms,
        w,
    })
}

/// `GET …/paper`.
pub(super) async fn page(ask: Ask, Path(which): Path<Which>) -> Reply {
    show(&view(&ask, which, Form::blank(&ask)).await?)
}

/// `POST …/paper`.
pub(super) async fn enter(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::answer_on_paper(&mut act, &seat, which.decision, &form.input()?).await;
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, which.path(), w.decision_done_paper()).await,
        Err(form) => {
            drop(act);
            refused(&view(&ask, which, form).await?)
        }
    }
}
