//! The page on which a side proposes that a text goes, and what the record's own pages show of it.

use ::record::{Entry, TEXT_REDACTED};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use db::Tx;
use serde::Deserialize;
use uuid::Uuid;
use words::Words;

use super::{Gone, beside, commands, is_about, store};
use crate::access::{Policy, Right, Seat};
use crate::error::Error;
use crate::people::joint::{self, Asked, Pending};
use crate::people::membership;
use crate::text::hold;
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

const PROPOSE: Policy = Policy::Seat(Right::ProposeJoint);

/// See the module.
pub fn routes() -> Routes {
    Routes::new().get("/p/{partnership}/record/{number}/remove/{text}", PROPOSE, page).post(
        "/p/{partnership}/record/{number}/remove/{text}",
        PROPOSE,
        propose,
    )
}

/// A text beside an entry, as the entry's page shows it.
#[derive(Debug)]
pub struct Shown {
    /// Its place there.
    pub place: i64,
    /// The words, until they are taken out.
    pub words: Option<String>,
    /// How they went: the sentence and the number of the entry.
    pub gone: Option<(String, i64)>,
    /// What is proposed about it.
    pub pending: Option<Pending>,
    /// Whether the reader may propose that it goes.
    pub may_go: bool,
}

/// The texts an entry names, in its order.
pub async fn shown(
    tx: &mut Tx,
    seat: &Seat,
    w: &Words,
    number: i64,
    entry: &Entry,
    now: crate::site::Moment,
) -> Result<Vec<Shown>, Error> {
    let here = seat.partnership();
    let mut texts = beside(tx, here.id, number).await?;
    texts.retain(|text| entry.texts.iter().any(|named| named.hash == text.hash));
    let any_gone = texts.iter().any(|text| text.words.is_none());
    let gone = if any_gone { store::gone(tx, here.id).await? } else { Vec::new() };
    let may = seat.could(Right::ProposeJoint) && hold::since(tx, here.id).await?.is_none();
    let mut all = Vec::new();
    for text in texts {
        let pending = joint::pending(tx, seat, w, now, |proposal| is_about(proposal, &text.hash)).await?;
        let went = gone.iter().find(|gone| gone.hash == text.hash);
        all.push(Shown {
            may_go: may && pending.is_none() && text.may_go(),
            gone: went.map(|gone| (how(w, seat, gone), gone.number)),
            place: text.place,
            words: text.words,
            pending,
        });
    }
    Ok(all)
}

fn how(w: &Words, seat: &Seat, gone: &Gone) -> String {
    w.removal_gone(w.date(gone.at.civil(&seat.partnership().zone).date()), &gone.reason)
}

/// What an entry took out.
#[derive(Debug)]
pub struct Out {
    /// The number of the entry whose words went.
    pub number: i64,
    /// Who said yes, each with their side.
    pub approved: String,
}

/// What this entry took out, if it is one that did.
pub async fn out(tx: &mut Tx, seat: &Seat, w: &Words, entry: &Entry) -> Result<Option<Out>, Error> {
    if entry.kind != TEXT_REDACTED {
        return Ok(None);
    }
    let here = seat.partnership().id;
    let all = store::gone(tx, here).await?;
    let Some(one) = all.into_iter().find(|gone| gone.number == i64::try_from(entry.seq).unwrap_or(-1) + 1)
    else {
        return Ok(None);
    };
    let Some(number) = store::number_of(tx, here, &one.hash).await? else { return Ok(None) };
    let parties = membership::parties(tx, here).await?;
    let mut names = Vec::new();
    for (party, person) in &one.approved {
        let side = parties.iter().find(|p| p.id == *party).map_or("", |p| p.name.as_str());
        let name = store::name_of(tx, *person).await?.unwrap_or_default();
        names.push(w.removal_approved_by(&name, side));
    }
    Ok(Some(Out { number, approved: w.removal_approved(w.list(&names)) }))
}

#[derive(Template)]
#[template(path = "record/removal/remove.html")]
struct View {
    page: Page,
    w: Words,
    number: i64,
    place: i64,
    words: String,
    held: Option<String>,
    pending: Option<Pending>,
    asked: Asked,
    form: Form,
}

async fn view(ask: &Ask, at: &At, form: Form) -> Result<View, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, at.partnership).await?;
    let w = seat.words(&ask.w);
    let text = commands::chosen(beside(&mut tx, at.partnership, at.number).await?, at.text)?;
    let held = hold::since(&mut tx, at.partnership).await?;
    let zone = &seat.partnership().zone;
    let form = match form.value("days") {
        "" => form.with("days", agreement::joint::USUAL_DAYS.to_string()),
        _ => form,
    };
    Ok(View {
        page: Page::new(ask, w.removal_title()).within(&seat),
        number: at.number,
        place: at.text,
        held: held.map(|since| w.record_held(w.date(since.civil(zone).date()))),
        pending: joint::pending(&mut tx, &seat, &w, ask.site.now(), |p| is_about(p, &text.hash)).await?,
        words: text.words.unwrap_or_default(),
        asked: joint::asked(&mut tx, &seat, &w).await?,
        form,
        w,
    })
}

#[derive(Deserialize)]
struct At {
    partnership: Uuid,
    number: i64,
    text: i64,
}

async fn page(ask: Ask, Path(at): Path<At>) -> Reply {
    show(&view(&ask, &at, Form::blank(&ask)).await?)
}

async fn propose(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::propose(&mut act, &seat, at.number, at.text, &form.input()?).await, &form, &w)? {
        Ok(_) => {
            let back = format!("/p/{}/record/{}", at.partnership, at.number);
            ask.done(act, &form, back, w.joint_proposed()).await
        }
        Err(form) => {
            drop(act);
            refused(&view(&ask, &at, form).await?)
        }
    }
}
