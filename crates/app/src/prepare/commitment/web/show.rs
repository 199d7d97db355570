//! The one page: what stands, what waits, and the next button for whoever reads it.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;
use words::Words;

use super::begin::{self, Starts};
use super::next::{Next, Reader};
use super::shown::{self, Shown};
use super::write::saved_by;
use crate::access::{Right, Seat};
use crate::error::Error;
use crate::people::membership;
use crate::prepare::commitment::merge::{self, Stretch};
use crate::prepare::commitment::{Commitment, No, State, commands, read, renewal, store};
use crate::record;
use crate::site::Moment;
use crate::web::{Ask, Confirm, Form, Page, Reply, refused, show, tried};

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
    /// How the last one ended, where none stands and none is written.
    ended: Option<(Uuid, String)>,
    /// What a renewal changes in the text that stands, word by word.
    changes: Vec<Stretch>,
    next: Option<Next>,
    may_begin: bool,
    may_renew: bool,
    /// The sides that have not said they read the text that is being written.
    unread: Vec<String>,
    may_look: bool,
    may: May,
}

/// What else this reader could do, for the small buttons.
struct May {
    write: bool,
    freeze: bool,
    sign: bool,
    /// Whether somebody here reads another language than that of the text, so that a translation helps.
    translate: bool,
}

impl View {
    fn starts(&self) -> Starts {
        begin::starts(&self.w, false)
    }

    fn languages(&self) -> Vec<(&'static str, &'static str)> {
        begin::languages()
    }

    fn renews(&self) -> bool {
        false
    }

    /// Whether something else on the page is more pressing than to begin.
    fn is_second(&self) -> bool {
        self.next.is_some()
    }

    fn shown(&self) -> impl Iterator<Item = &Shown> {
        self.standing.iter().chain(&self.open)
    }

    /// Whether the one that stands is not due yet: its renewal may begin, and nobody waits for it.
    fn is_early(&self) -> bool {
        self.standing.as_ref().is_some_and(|shown| shown.state == "active")
    }

    /// What is said at the top of a text in a language that is not the reader's.
    fn foreign(&self, shown: &Shown) -> Option<String> {
        let (text, own) = (shown.whole.commitment.language, self.w.lang());
        let has = shown.translation.as_ref().is_some_and(|translation| translation.language == own);
        (text != own).then(|| match has {
            true => self.w.commitment_foreign_translated(text.native_name(), own.native_name()),
            false => self.w.commitment_foreign_alone(text.native_name(), own.native_name()),
        })
    }

    /// Whether a translation is the one its reader needs: it then stands open.
    fn is_own(&self, language: &words::Lang) -> bool {
        *language == self.w.lang()
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
    let changes = match (&standing, &open) {
        (Some(old), Some(new)) => changes(&mut tx, &old.whole.commitment, &new.whole.commitment).await?,
        _ => Vec::new(),
    };
    let unread = match &open {
        Some(shown) => read::unread(&mut tx, &shown.whole).await?,
        None => Vec::new(),
    };
    let own = seat.party().ok().map(|party| party.id);
    let about = open.as_ref().or(standing.as_ref()).map(|shown| shown.whole.commitment.id);
    let language = open.as_ref().or(standing.as_ref()).map(|shown| shown.whole.commitment.language);
    let translate = match language.filter(|_| seat.could(Right::WriteCommitment)) {
        Some(language) => membership::reads_other(&mut tx, id, language).await?,
        None => false,
    };
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
        next: Reader { seat: &seat, w: &w, standing: standing.as_ref(), open: open.as_ref() }.next(),
        may_begin: open.is_none() && standing.is_none() && seat.could(Right::WriteCommitment),
        may_renew: open.is_none() && standing.is_some() && seat.could(Right::FreezeCommitment),
        may_look: seat.could(Right::FreezeCommitment)
            && own.is_some_and(|own| unread.iter().any(|(id, _)| *id == own)),
        unread: unread.into_iter().map(|(_, name)| name).collect(),
        may: May {
            write: seat.could(Right::WriteCommitment),
            freeze: seat.could(Right::FreezeCommitment),
            sign: seat.could(Right::SignCommitment),
            translate,
        },
        earlier: earlier(&w, &seat, &all),
        ended: all.iter().find(|one| one.state == State::Withdrawn).map(|one| {
            let day = w.date(one.since.civil(&seat.partnership().zone).date());
            (one.id, w.commitment_stands_withdrawn(day))
        }),
        changes,
        page,
        standing,
        open,
        w,
    })
}

/// What is different in the newer text; nothing while it is still the same.
async fn changes(tx: &mut db::Tx, old: &Commitment, new: &Commitment) -> Result<Vec<Stretch>, Error> {
    let (_, before) = read::version(tx, old.id, old.version).await?;
    let (_, now) = read::version(tx, new.id, new.version).await?;
    Ok(if before == now { Vec::new() } else { merge::changes(&before, &now) })
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

/// `GET …/commitment/freeze`: what closing the text means, before anybody's days begin.
pub(super) async fn ask_freeze(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let (w, zone) = (seat.words(&ask.w), &seat.partnership().zone);
    let whole = read::open_whole(&mut tx, id).await?.ok_or_else(|| Error::refuse(No::NotWriting))?;
    whole.may_freeze()?;
    let commitment = &whole.commitment;
    let (version, _) = read::version(&mut tx, commitment.id, commitment.version).await?;
    let unread: Vec<String> =
        read::unread(&mut tx, &whole).await?.into_iter().map(|(_, name)| name).collect();
    let until = ask.site.now().plus(renewal::SIGNING_DAYS * Moment::DAY).civil(zone).date();
    let page = Page::new(&ask, w.commitment_freeze_title()).within(&seat);
    let path = format!("/p/{id}/commitment");
    let form = Form::blank(&ask).of_version(commitment.version);
    let confirm = Confirm::new(page, w, form, format!("{path}/freeze"), path)
        .about(saved_by(&w, zone, &version))
        .says(match unread.is_empty() {
            true => w.commitment_read_by_all(commitment.version),
            false => w.commitment_unread(w.list(&unread), commitment.version),
        })
        .says(w.commitment_freeze_days(renewal::SIGNING_DAYS, w.date(until)))
        .says(w.commitment_freeze_back())
        .button(w.commitment_next_freeze_button());
    show(&confirm)
}

/// `POST …/commitment/looked`.
pub(super) async fn looked(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::looked(&mut act, &seat, form.version()?).await;
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, format!("/p/{id}/commitment"), w.commitment_done_looked()).await,
        Err(form) => {
            drop(act);
            refused(&view(&ask, id, form).await?)
        }
    }
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
