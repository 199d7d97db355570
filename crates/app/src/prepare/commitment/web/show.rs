//! The one page: what stands, what waits, and the next button for whoever reads it.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;
use words::{Lang, Words};

use super::shown::{self, Shown};
use crate::access::{Right, Seat};
use crate::error::Error;
use crate::prepare::commitment::{Commitment, State, commands, read, renewal, store};
use crate::record;
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

/// The one next thing for this reader.
struct Next {
    title: &'static str,
    says: String,
    button: String,
    to: String,
    /// Whether pressing it acts, rather than leads to a page.
    acts: bool,
    minutes: i64,
}

#[derive(Template)]
#[template(path = "prepare/commitment/show.html")]
struct View {
    page: Page,
    w: Words,
    path: String,
    form: Form,
    standing: Option<Shown>,
    open: Option<Shown>,
    earlier: Vec<(Uuid, String)>,
    next: Option<Next>,
    may_begin: bool,
    may: May,
}

/// What else this reader could do, for the small buttons.
struct May {
    write: bool,
    freeze: bool,
    sign: bool,
}

impl View {
    fn starts(&self) -> Vec<(&'static str, &'static str, &'static str)> {
        let (w, mut all) = (&self.w, Vec::new());
        if self.standing.is_some() {
            all.push(("earlier", w.commitment_start_earlier(), w.commitment_start_earlier_means()));
        }
        all.push(("sample", w.commitment_start_sample(), w.commitment_start_sample_means()));
        all.push(("blank", w.commitment_start_blank(), w.commitment_start_blank_means()));
        all
    }

    fn languages(&self) -> Vec<(&'static str, &'static str)> {
        Lang::ALL.iter().map(|lang| (lang.code(), lang.native_name())).collect()
    }

    fn shown(&self) -> impl Iterator<Item = &Shown> {
        self.standing.iter().chain(&self.open)
    }

    fn is_open(&self, shown: &Shown) -> bool {
        matches!(shown.whole.commitment.state, State::Writing | State::Signing)
    }
}

/// `GET …/commitment`.
pub(super) async fn show_page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    show(&view(&ask, id, Form::blank(&ask)).await?)
}

async fn view(ask: &Ask, id: Uuid, form: Form) -> Result<View, Error> {
    let mut tx = ask.look().await?;
    // The page is also shown after an act that only some may do: whoever may do it may see it.
    let seat = ask.seat(&mut tx, id).await?;
    let (w, now) = (seat.words(&ask.w), ask.site.now());
    let all = store::all(&mut tx, id).await?;
    let mut both = Vec::new();
    for one in [read::standing(&all), read::open(&all)] {
        both.push(match read::whole(&mut tx, id, one).await? {
            Some(whole) => Some(shown::of(&mut tx, &seat, &w, whole, now).await?),
            None => None,
        });
    }
    let (open, standing) = (both.pop().flatten(), both.pop().flatten());
    let about = open.as_ref().or(standing.as_ref()).map(|shown| shown.whole.commitment.id);
    let mark = match about {
        Some(about) => record::mark_of(&mut tx, about).await?,
        None => None,
    };
    let form = match &open {
        Some(open) => form.of_version(open.whole.commitment.version),
        None => form.with("start", if standing.is_some() { "earlier" } else { "sample" }),
    };
    let mut page = Page::new(ask, w.commitment_title()).within(&seat).marked(mark);
    page.live = Some(format!("/p/{id}/live"));
    Ok(View {
        path: format!("/p/{id}/commitment"),
        form: form.with("language", w.lang().code()),
        next: next(&seat, &w, standing.as_ref(), open.as_ref(), now),
        may_begin: open.is_none() && seat.could(Right::WriteCommitment),
        may: May {
            write: seat.could(Right::WriteCommitment),
            freeze: seat.could(Right::FreezeCommitment),
            sign: seat.could(Right::SignCommitment),
        },
        earlier: earlier(&w, &seat, &all),
        page,
        standing,
        open,
        w,
    })
}

fn earlier(w: &Words, seat: &Seat, all: &[Commitment]) -> Vec<(Uuid, String)> {
    let over = |one: &&Commitment| matches!(one.state, State::Superseded | State::Withdrawn);
    let zone = &seat.partnership().zone;
    let say = |one: &Commitment| {
        let day = w.date(one.signed_at.unwrap_or(one.begun_at).civil(zone).date());
        (one.id, w.commitment_earlier_of(day, one.version))
    };
    all.iter().filter(over).map(say).collect()
}

/// The first of the things that wait for this reader, the most pressing first.
fn next(
    seat: &Seat,
    w: &Words,
    standing: Option<&Shown>,
    open: Option<&Shown>,
    now: crate::site::Moment,
) -> Option<Next> {
    let member = seat.member().ok()?;
    let party = member.party.as_ref();
    let place = format!("/p/{}/commitment", seat.partnership().id);
    let link = |title, says: String, button: String, to: &str, minutes| {
        Some(Next { title, says, button, to: format!("{place}/{to}"), acts: false, minutes })
    };
    if let (Some(party), true) = (party, seat.could(Right::SignCommitment)) {
        let needs =
            |shown: &&Shown| party.must_agree && shown.whole.may_sign(party.id, true, member.id).is_ok();
        if open.filter(needs).is_some() {
            let button = w.commitment_next_sign_button().to_owned();
            return link(
                w.commitment_next_sign(),
                w.commitment_next_sign_says(&party.name),
                button,
                "sign",
                5,
            );
        }
        if standing.is_some_and(|shown| shown.state == "paused" && shown.whole.may_confirm(party.id).is_ok())
        {
            let says = w.commitment_next_confirm_says(&party.name);
            return link(
                w.commitment_next_confirm(),
                says,
                w.commitment_next_confirm_button().into(),
                "confirm",
                5,
            );
        }
        let unnamed = |shown: &&Shown| shown.whole.unnamed().iter().any(|one| one.id == party.id);
        if open.filter(unnamed).is_some() {
            let says = w.commitment_next_name_says(&party.name);
            return link(
                w.commitment_next_name(),
                says,
                w.commitment_next_name_button().into(),
                "signers",
                1,
            );
        }
        if !party.must_agree
            && open.is_some_and(|shown| shown.whole.may_sign(party.id, false, member.id).is_ok())
        {
            let says = w.commitment_next_advise_says(&party.name);
            return link(w.commitment_next_advise(), says, w.commitment_next_sign_button().into(), "sign", 5);
        }
    }
    if let Some(shown) = open.filter(|shown| shown.whole.commitment.state == State::Writing) {
        if seat.could(Right::FreezeCommitment) && shown.whole.may_freeze().is_ok() {
            return Some(Next {
                title: w.commitment_next_freeze(),
                says: w.commitment_next_freeze_says(renewal::SIGNING_DAYS),
                button: w.commitment_next_freeze_button().to_owned(),
                to: format!("{place}/freeze"),
                acts: true,
                minutes: 1,
            });
        }
        if seat.could(Right::WriteCommitment) {
            let button = w.commitment_next_write_button().to_owned();
            return link(
                w.commitment_next_write(),
                w.commitment_next_write_says().into(),
                button,
                "write",
                10,
            );
        }
    }
    supports(seat, w, standing, &place).filter(|_| !is_due(seat, standing, now))
}

fn is_due(seat: &Seat, standing: Option<&Shown>, now: crate::site::Moment) -> bool {
    let today = now.civil(&seat.partnership().zone).date();
    standing.is_some_and(|shown| renewal::is_due(shown.whole.commitment.renew_on, today))
}

/// Whoever has not signed may add their name to the one that stands.
fn supports(seat: &Seat, w: &Words, standing: Option<&Shown>, place: &str) -> Option<Next> {
    let member = seat.member().ok()?.id;
    let (whole, named) =
        (&standing?.whole, standing?.supports || standing?.whole.signature_of(member).is_some());
    (whole.commitment.state == State::Signed && !named && seat.could(Right::SupportCommitment)).then(|| {
        Next {
            title: w.commitment_next_support(),
            says: w.commitment_next_support_says().to_owned(),
            button: w.commitment_next_support_button().to_owned(),
            to: format!("{place}/support"),
            acts: true,
            minutes: 1,
        }
    })
}

/// `POST …/commitment/freeze`.
pub(super) async fn freeze(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::freeze(&mut act, &seat, form.version()?).await;
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, format!("/p/{id}/commitment"), w.commitment_done_frozen()).await,
        Err(form) => {
            drop(act);
            refused(&view(&ask, id, form).await?)
        }
    }
}

/// `POST …/commitment/reopen`.
pub(super) async fn reopen(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::reopen(&mut act, &seat, &form.input()?).await;
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, format!("/p/{id}/commitment"), w.commitment_done_reopened()).await,
        Err(form) => {
            drop(act);
            refused(&view(&ask, id, form).await?)
        }
    }
}

/// `POST …/commitment/support`.
pub(super) async fn support(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::support(&mut act, &seat).await;
    match tried(outcome, &form, &w)? {
        Ok(noted) => {
            let said = w.commitment_done_supported(&noted.code, noted.number);
            ask.done(act, &form, format!("/p/{id}/commitment"), said).await
        }
        Err(form) => {
            drop(act);
            refused(&view(&ask, id, form).await?)
        }
    }
}

/// The page again, with what a rule said, for a form of its own that was refused.
pub(super) async fn again(ask: &Ask, id: Uuid, form: Form) -> Reply {
    refused(&view(ask, id, form).await?)
}
