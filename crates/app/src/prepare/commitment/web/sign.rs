//! Signing: who signs for a party, the page with exactly the closed text, and a signature on paper.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use db::Tx;
use uuid::Uuid;
use words::Words;

use super::shown::{self, Shown};
use crate::access::Seat;
use crate::error::Error;
use crate::people::membership::SeatLine;
use crate::prepare::commitment::commands::{self, NameSigners};
use crate::prepare::commitment::{State, Whole, read, store};
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

#[derive(Template)]
#[template(path = "prepare/commitment/signers.html")]
struct SignersView {
    page: Page,
    w: Words,
    path: String,
    form: Form,
    party: String,
    leads: Vec<SeatLine>,
}

/// `GET …/commitment/signers`.
pub(super) async fn signers_page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    show(&signers_view(&ask, id, None).await?)
}

async fn signers_view(ask: &Ask, id: Uuid, typed: Option<Form>) -> Result<SignersView, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let party = seat.party()?.clone();
    let whole = read::open_whole(&mut tx, id).await?.ok_or(Error::Unseen)?;
    let named = || {
        whole
            .named_by(party.id)
            .fold(Form::blank(ask), |form, lead| form.with("signers", lead.id.to_string()))
    };
    Ok(SignersView {
        page: Page::new(ask, w.commitment_signers_title()).within(&seat),
        path: format!("/p/{id}/commitment"),
        form: typed.unwrap_or_else(named),
        leads: whole.leads_of(party.id).cloned().collect(),
        party: party.name,
        w,
    })
}

/// `POST …/commitment/signers`.
pub(super) async fn name_signers(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let signers = form.all("signers").map(str::parse).collect::<Result<Vec<Uuid>, _>>();
    let input = NameSigners { signers: signers.map_err(|_| Error::Unreadable)? };
    let outcome = commands::name_signers(&mut act, &seat, &input).await;
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, format!("/p/{id}/commitment"), w.commitment_done_named()).await,
        Err(form) => {
            drop(act);
            refused(&signers_view(&ask, id, Some(form)).await?)
        }
    }
}

#[derive(Template)]
#[template(path = "prepare/commitment/sign.html")]
struct SignView {
    page: Page,
    w: Words,
    path: String,
    to: String,
    form: Form,
    shown: Shown,
    says: String,
    own: String,
    button: String,
}

/// `GET …/commitment/sign`.
pub(super) async fn page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    show(&sign_view(&ask, id, Form::blank(&ask), false).await?)
}

/// `GET …/commitment/confirm`.
pub(super) async fn confirm_page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    show(&sign_view(&ask, id, Form::blank(&ask), true).await?)
}

/// The page to sign on: exactly the text that was closed, and nothing to press for whoever may not.
async fn sign_view(ask: &Ask, id: Uuid, form: Form, as_successor: bool) -> Result<SignView, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let (whole, says) = if as_successor {
        confirmable(&mut tx, &seat, &w).await?
    } else {
        signable(&mut tx, &seat, &w).await?
    };
    // Whoever has nothing to sign here is told so before they are asked who they are.
    ask.proved()?;
    let party = seat.party()?.name.clone();
    let shown = shown::of(&mut tx, &seat, &w, whole, ask.site.now()).await?;
    let title = if as_successor { w.commitment_confirm_title() } else { w.commitment_sign_title() };
    let path = format!("/p/{id}/commitment");
    Ok(SignView {
        page: Page::new(ask, title).within(&seat),
        to: if as_successor { format!("{path}/confirm") } else { format!("{path}/sign") },
        path,
        form: form.of_version(shown.whole.commitment.version),
        button: w.commitment_sign_button(party),
        own: seat.person()?.name.clone(),
        shown,
        says,
        w,
    })
}

async fn signable(tx: &mut Tx, seat: &Seat, w: &Words) -> Result<(Whole, String), Error> {
    let party = seat.party()?.clone();
    let all = store::all(tx, seat.partnership().id).await?;
    let signing = all.iter().find(|one| one.state == State::Signing);
    let signed = all.iter().find(|one| one.state == State::Signed && !party.must_agree);
    let found = read::whole(tx, seat.partnership().id, signing.or(signed)).await?;
    let whole = found.ok_or(Error::Forbidden)?;
    whole.may_sign(party.id, party.must_agree, seat.member()?.id)?;
    let says = if party.must_agree {
        w.commitment_sign_says(&party.name)
    } else {
        w.commitment_sign_says_advising(&party.name)
    };
    Ok((whole, says))
}

async fn confirmable(tx: &mut Tx, seat: &Seat, w: &Words) -> Result<(Whole, String), Error> {
    let party = seat.party()?.clone();
    let whole = read::standing_whole(tx, seat.partnership().id).await?.ok_or(Error::Forbidden)?;
    whole.may_confirm(party.id)?;
    Ok((whole, w.commitment_confirm_says(&party.name)))
}

/// `POST …/commitment/sign`.
pub(super) async fn sign(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    signed(ask, id, form, false).await
}

/// `POST …/commitment/confirm`.
pub(super) async fn confirm(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    signed(ask, id, form, true).await
}

async fn signed(ask: Ask, id: Uuid, form: Form, as_successor: bool) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    ask.proved()?;
    let w = seat.words(&ask.w);
    let (seen, input) = (form.version()?, form.input()?);
    let outcome = if as_successor {
        commands::confirm(&mut act, &seat, seen, &input).await
    } else {
        commands::sign(&mut act, &seat, seen, &input).await
    };
    match tried(outcome, &form, &w)? {
        Ok(done) => ask.done(act, &form, format!("/p/{id}/commitment"), said(&w, &done)).await,
        Err(form) => {
            drop(act);
            refused(&sign_view(&ask, id, form, as_successor).await?)
        }
    }
}

fn said(w: &Words, done: &commands::Outcome) -> String {
    let (code, number) = (&done.noted.code, done.noted.number);
    if done.completed {
        w.commitment_done_complete(code, number)
    } else {
        w.commitment_done_signed(code, number)
    }
}

#[derive(Template)]
#[template(path = "prepare/commitment/paper.html")]
struct PaperView {
    page: Page,
    w: Words,
    path: String,
    form: Form,
    party: String,
    signers: Vec<(String, String)>,
    witnesses: Vec<(String, String)>,
}

/// `GET …/commitment/paper`.
pub(super) async fn paper_page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    show(&paper_view(&ask, id, Form::blank(&ask)).await?)
}

async fn paper_view(ask: &Ask, id: Uuid, form: Form) -> Result<PaperView, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    ask.proved()?;
    let w = seat.words(&ask.w);
    let party = seat.party()?.clone();
    let whole = read::open_whole(&mut tx, id).await?.ok_or(Error::Forbidden)?;
    let may = |lead: &&SeatLine| whole.may_sign(party.id, party.must_agree, lead.id).is_ok();
    let others = whole.leads.iter().filter(|lead| lead.party != Some(party.id));
    let witness = |lead: &SeatLine| {
        let other = whole.parties.iter().find(|other| Some(other.id) == lead.party)?;
        other.withdrawn_at.is_none().then(|| (lead.id.to_string(), format!("{}, {}", lead.name, other.name)))
    };
    Ok(PaperView {
        page: Page::new(ask, w.commitment_paper_title()).within(&seat),
        path: format!("/p/{id}/commitment"),
        form: form.of_version(whole.commitment.version),
        signers: whole
            .leads_of(party.id)
            .filter(may)
            .map(|lead| (lead.id.to_string(), lead.name.clone()))
            .collect(),
        witnesses: others.filter_map(witness).collect(),
        party: party.name,
        w,
    })
}

/// `POST …/commitment/paper`.
pub(super) async fn sign_on_paper(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    ask.proved()?;
    let w = seat.words(&ask.w);
    let outcome = commands::sign_on_paper(&mut act, &seat, form.version()?, &form.input()?).await;
    match tried(outcome, &form, &w)? {
        Ok(done) => ask.done(act, &form, format!("/p/{id}/commitment"), said(&w, &done)).await,
        Err(form) => {
            drop(act);
            refused(&paper_view(&ask, id, form).await?)
        }
    }
}
