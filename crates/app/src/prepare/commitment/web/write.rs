//! Writing: beginning, the page to write on, the page to merge on, and the translation.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;
use words::{Lang, Words};

use super::show;
use crate::error::Error;
use crate::prepare::commitment::commands::{self, Write};
use crate::prepare::commitment::merge::{self, Merged, Names, Stretch};
use crate::prepare::commitment::{Version, read, store};
use crate::web::{Ask, Form, Page, Reply, refused, reply, show as page_of, tried};

/// `POST …/commitment/begin`.
pub(super) async fn begin(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::begin(&mut act, &seat, &form.input()?).await;
    match tried(outcome, &form, &w)? {
        Ok(_) => ask.done(act, &form, format!("/p/{id}/commitment/write"), w.commitment_done_begun()).await,
        Err(form) => {
            drop(act);
            show::again(&ask, id, form).await
        }
    }
}

#[derive(Template)]
#[template(path = "prepare/commitment/write.html")]
struct View {
    page: Page,
    w: Words,
    path: String,
    form: Form,
    keep: String,
    by: String,
}

/// `GET …/commitment/write`.
pub(super) async fn page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    page_of(&view(&ask, id, None).await?)
}

async fn view(ask: &Ask, id: Uuid, typed: Option<Form>) -> Result<View, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let open = read::open_whole(&mut tx, id).await?.ok_or(Error::Unseen)?.commitment;
    let (version, body) = read::version(&mut tx, open.id, open.version).await?;
    let blank = || {
        let form = Form::blank(ask).of_version(open.version);
        form.with("body", body).with("renew_on", open.renew_on.to_string())
    };
    Ok(View {
        page: Page::new(ask, w.commitment_write_title()).within(&seat),
        path: format!("/p/{id}/commitment"),
        form: typed.unwrap_or_else(blank),
        keep: format!("commitment-{}-{}", open.id, open.version),
        by: saved_by(&w, &seat.partnership().zone, &version),
        w,
    })
}

/// "Version 4, saved by Ana Reyes (Riverside Educators) on November 24, 2026, 3:05 PM".
pub(super) fn saved_by(w: &Words, zone: &str, version: &Version) -> String {
    let at = w.date_time(version.at.civil(zone));
    let party = version.party.as_deref().unwrap_or(w.commitment_neutral());
    w.commitment_saved_by(at, &version.by, version.number, party)
}

/// `POST …/commitment/write`.
pub(super) async fn save(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let seen = form.version()?;
    let outcome = commands::write(&mut act, &seat, seen, &form.input()?).await;
    if matches!(outcome, Err(Error::Stale { .. })) {
        drop(act);
        return merge_page(&ask, id, form, seen).await;
    }
    match tried(outcome, &form, &w)? {
        Ok(saved) => {
            let said = match saved {
                Some(number) => w.commitment_done_saved(number),
                None => w.commitment_done_unchanged().to_owned(),
            };
            ask.done(act, &form, format!("/p/{id}/commitment"), said).await
        }
        Err(form) => {
            drop(act);
            refused(&view(&ask, id, Some(form)).await?)
        }
    }
}

#[derive(Template)]
#[template(path = "prepare/commitment/merge.html")]
struct MergeView {
    page: Page,
    w: Words,
    path: String,
    form: Form,
    base: String,
    base_number: i64,
    by: String,
    theirs: Vec<Stretch>,
    yours: Vec<Stretch>,
    conflicts: usize,
    other_date: Option<String>,
}

impl MergeView {
    /// How to settle what both changed; nothing where there is nothing to settle.
    fn hint(&self) -> &'static str {
        if self.conflicts == 0 { "" } else { self.w.commitment_merge_body_hint() }
    }
}

/// Somebody saved first: both edits beside what they began from, and a draft with both in it. It
/// answers 409, and its form is made from what stands now.
async fn merge_page(ask: &Ask, id: Uuid, form: Form, seen: i64) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let open = read::open_whole(&mut tx, id).await?.ok_or(Error::Unseen)?.commitment;
    let typed: Write = form.input()?;
    let (base, base_text) = read::version(&mut tx, open.id, seen).await?;
    let (newest, their_text) = read::version(&mut tx, open.id, open.version).await?;
    let yours = typed.body.trim();
    let theirs_name = w.commitment_merge_mark_theirs(&newest.by);
    let names = Names {
        theirs: &theirs_name,
        yours: w.commitment_merge_mark_yours(),
        end: w.commitment_merge_mark_end(),
    };
    let Merged { text, conflicts } = merge::merge(&base_text, &their_text, yours, names);
    let (date, other_date) = dates(&typed.renew_on, &base.renew_on.to_string(), &newest.renew_on.to_string());
    let merged = Form::blank(ask).of_version(open.version).with("body", text).with("renew_on", date);
    let view = MergeView {
        page: Page::new(ask, w.commitment_merge_title()).within(&seat),
        path: format!("/p/{id}/commitment"),
        form: merged,
        by: saved_by(&w, &seat.partnership().zone, &newest),
        theirs: merge::changes(&base_text, &their_text),
        yours: merge::changes(&base_text, yours),
        base: base_text,
        base_number: base.number,
        conflicts,
        other_date,
        w,
    };
    reply::page(StatusCode::CONFLICT, &view)
}

/// The renewal date to keep, and theirs if both changed it in different ways.
fn dates(yours: &str, base: &str, theirs: &str) -> (String, Option<String>) {
    if yours == base {
        (theirs.to_owned(), None)
    } else if theirs == base || theirs == yours {
        (yours.to_owned(), None)
    } else {
        (yours.to_owned(), Some(theirs.to_owned()))
    }
}

#[derive(Template)]
#[template(path = "prepare/commitment/translation.html")]
struct TranslationView {
    page: Page,
    w: Words,
    path: String,
    form: Form,
    text: String,
    language: Lang,
    languages: Vec<(&'static str, &'static str)>,
}

/// `GET …/commitment/translation`.
pub(super) async fn translation_page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    page_of(&translation_view(&ask, id, Form::blank(&ask)).await?)
}

async fn translation_view(ask: &Ask, id: Uuid, form: Form) -> Result<TranslationView, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let all = store::all(&mut tx, id).await?;
    let current = read::current(&all).ok_or(Error::Unseen)?;
    let (_, text) = read::version(&mut tx, current.id, current.version).await?;
    let others = Lang::ALL.iter().filter(|lang| **lang != current.language);
    Ok(TranslationView {
        page: Page::new(ask, w.commitment_translation_title()).within(&seat),
        path: format!("/p/{id}/commitment"),
        form,
        text,
        language: current.language,
        languages: others.map(|lang| (lang.code(), lang.native_name())).collect(),
        w,
    })
}

/// `POST …/commitment/translation`.
pub(super) async fn translate(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::translate(&mut act, &seat, &form.input()?).await;
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, format!("/p/{id}/commitment"), w.commitment_done_translated()).await,
        Err(form) => {
            drop(act);
            refused(&translation_view(&ask, id, form).await?)
        }
    }
}

/// `POST …/commitment/translation/review`.
pub(super) async fn review(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::review(&mut act, &seat, &form.input()?).await;
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, format!("/p/{id}/commitment"), w.commitment_done_reviewed()).await,
        Err(form) => {
            drop(act);
            show::again(&ask, id, form).await
        }
    }
}

#[cfg(test)]
mod tests {
    use super::dates;

    #[test]
    fn of_two_dates_the_changed_one_is_kept_and_two_changes_are_both_shown() {
        assert_eq!(dates("a", "a", "b"), ("b".into(), None));
        assert_eq!(dates("b", "a", "a"), ("b".into(), None));
        assert_eq!(dates("b", "a", "b"), ("b".into(), None));
        assert_eq!(dates("b", "a", "c"), ("b".into(), Some("c".into())));
    }
}
