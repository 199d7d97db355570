//! When letters come and what they leave out; and the page behind the link that stops them, which needs
//! no account.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use words::Words;

use super::commands::{self, Keep};
use super::{Topic, store};
use crate::access::{Policy, Right, Seat};
use crate::error::Error;
use crate::record;
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, refused, reply, show, tried};

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/account/digest", Policy::SignedIn, settings)
        .post("/account/digest", Policy::SignedIn, keep)
        .get("/digest/off/{link}", Policy::Link, ask_off)
        .post("/digest/off/{link}", Policy::Link, off)
}

/// A box of the form: its value, its words, what it means.
type Choice = (String, String);

#[derive(Template)]
#[template(path = "people/digest/settings.html")]
struct Settings {
    page: Page,
    w: Words,
    form: Form,
    zone: String,
    days: Vec<Choice>,
    hours: Vec<Choice>,
    topics: Vec<Choice>,
    things: Vec<Choice>,
}

async fn view(ask: &Ask, typed: Option<Form>) -> Result<Settings, Error> {
    let w = ask.w;
    let person = ask.person()?;
    let mut tx = ask.look().await?;
    let reader = store::one(&mut tx, person.id).await?;
    let left_out = store::left_out(&mut tx, person.id).await?;
    let form = typed.unwrap_or_else(|| {
        let mut form = Form::blank(ask)
            .of_version(reader.version)
            .with("hour", reader.plan.hour.to_string())
            .with("quiet_from", reader.plan.quiet_from.to_string())
            .with("quiet_until", reader.plan.quiet_until.to_string());
        for (day, _) in reader.plan.days.iter().enumerate().filter(|(_, chosen)| **chosen) {
            form = form.with("day", day.to_string());
        }
        left_out.iter().fold(form, |form, what| form.with("without", what.clone()))
    });
    Ok(Settings {
        page: Page::new(ask, w.digest_title()),
        form,
        zone: crate::act::calendar::zone_named(&w, &reader.zone),
        days: days(&w),
        hours: (0..24).map(|hour: i8| (hour.to_string(), w.time(jiff::civil::time(hour, 0, 0, 0)))).collect(),
        topics: Topic::ALL.iter().map(|t| (t.code().to_owned(), t.say(&w).to_owned())).collect(),
        things: things(ask, &mut tx, &left_out).await?,
        w,
    })
}

fn days(w: &Words) -> Vec<Choice> {
    let names = [
        w.digest_monday(),
        w.digest_tuesday(),
        w.digest_wednesday(),
        w.digest_thursday(),
        w.digest_friday(),
        w.digest_saturday(),
        w.digest_sunday(),
    ];
    names.iter().enumerate().map(|(day, name)| (day.to_string(), (*name).to_owned())).collect()
}

/// The things that changed last, each once, and those that are left out already.
async fn things(ask: &Ask, tx: &mut db::Tx, left_out: &[String]) -> Result<Vec<Choice>, Error> {
    let mut things: Vec<Choice> = Vec::new();
    for partnership in store::places(tx, ask.person()?.id).await? {
        let seat = Seat::ask(tx, &ask.actor, partnership, Right::See).await?;
        let acts = record::newest(&ask.site, tx, &seat, &seat.words(&ask.w)).await?;
        let mut shown = 0;
        for act in acts.iter().cloned() {
            let Some(about) = act.about else { continue };
            let out = left_out.contains(&about);
            if (shown < 8 || out) && !things.iter().any(|(known, _)| *known == about) {
                shown += 1;
                things.push((about, act.sentence));
            }
        }
    }
    for what in left_out.iter().filter(|what| what.parse::<uuid::Uuid>().is_ok()) {
        if !things.iter().any(|(known, _)| known == what) {
            things.push((what.clone(), ask.w.digest_thing_older().to_owned()));
        }
    }
    Ok(things)
}

async fn settings(ask: Ask) -> Reply {
    show(&view(&ask, None).await?)
}

async fn keep(ask: Ask, form: Form) -> Result<Response, Error> {
    let input: Keep = form.input()?;
    let days: Vec<String> = form.all("day").map(str::to_owned).collect();
    let without: Vec<String> = form.all("without").map(str::to_owned).collect();
    let mut act = ask.begin(&form).await?;
    let outcome = commands::keep(&mut act, ask.person()?, &input, &days, &without, form.version()?).await;
    match tried(outcome, &form, &ask.w)? {
        Ok(()) => ask.done(act, &form, "/account/digest", ask.w.digest_saved()).await,
        Err(form) => {
            drop(act);
            refused(&view(&ask, Some(form)).await?)
        }
    }
}

#[derive(Template)]
#[template(path = "people/digest/off.html")]
struct Off {
    page: Page,
    w: Words,
    link: String,
    on: bool,
}

async fn ask_off(ask: Ask, Path(link): Path<String>) -> Reply {
    let (_, on) = store::by_link(&mut ask.look().await?, &link).await?.ok_or(Error::Unseen)?;
    show(&Off { page: Page::new(&ask, ask.w.digest_off_title()), w: ask.w, link, on })
}

/// Takes no form: a mail program posts here by itself (RFC 8058), and doing it twice changes nothing.
async fn off(ask: Ask, Path(link): Path<String>) -> Result<Response, Error> {
    let mut act = ask.site.act().await?;
    commands::off(&mut act, &ask.actor, &link).await?;
    act.commit().await?;
    Ok(reply::see_other(&format!("/digest/off/{link}"), ""))
}
