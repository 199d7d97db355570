//! Beginning: what a text can start from, and the page that says what a renewal asks of whom.

use askama::Template;
use axum::extract::Path;
use uuid::Uuid;
use words::{Lang, Words};

use crate::error::Error;
use crate::prepare::commitment::{No, read, store};
use crate::web::{Ask, Form, Page, Reply, show};

/// What a text can start from: value, words, what it means.
pub(super) type Starts = Vec<(&'static str, &'static str, &'static str)>;

pub(super) fn starts(w: &Words, renews: bool) -> Starts {
    let mut all = Vec::new();
    if renews {
        all.push(("earlier", w.commitment_start_earlier(), w.commitment_start_earlier_means()));
    }
    all.push(("sample", w.commitment_start_sample(), w.commitment_start_sample_means()));
    all.push(("blank", w.commitment_start_blank(), w.commitment_start_blank_means()));
    all
}

pub(super) fn languages() -> Vec<(&'static str, &'static str)> {
    Lang::ALL.iter().map(|lang| (lang.code(), lang.native_name())).collect()
}

#[derive(Template)]
#[template(path = "prepare/commitment/renew.html")]
struct View {
    page: Page,
    w: Words,
    path: String,
    form: Form,
    says: Vec<String>,
}

impl View {
    fn starts(&self) -> Starts {
        starts(&self.w, true)
    }

    fn languages(&self) -> Vec<(&'static str, &'static str)> {
        languages()
    }

    fn renews(&self) -> bool {
        true
    }

    fn is_second(&self) -> bool {
        false
    }
}

/// `GET …/commitment/renew`.
pub(super) async fn page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let all = store::all(&mut tx, id).await?;
    if read::open(&all).is_some() {
        return Err(Error::refuse(No::OneIsOpen));
    }
    let standing = read::standing(&all).ok_or_else(|| Error::refuse(No::NothingToRenew))?;
    let whole = store::whole(&mut tx, id, standing.clone()).await?;
    let sides: Vec<String> = whole.needed().map(|party| party.name.clone()).collect();
    let leads = whole.leads.iter().filter(|lead| whole.needed().any(|party| lead.party == Some(party.id)));
    let form = Form::blank(&ask).with("start", "earlier").with("language", w.lang().code());
    show(&View {
        page: Page::new(&ask, w.commitment_renew_title()).within(&seat),
        path: format!("/p/{id}/commitment"),
        says: vec![
            w.commitment_renew_stands(w.date(standing.renew_on)),
            w.commitment_renew_asks(leads.count(), w.list(&sides)),
            w.commitment_renew_writes().to_owned(),
            w.commitment_renew_named().to_owned(),
        ],
        form,
        w,
    })
}
