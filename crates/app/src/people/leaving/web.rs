//! The pages to take one's party out and to take an export away.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;
use words::Words;

use super::{commands, export};
use crate::access::{Policy, Right};
use crate::error::Error;
use crate::people::membership;
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, reply, show};

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/p/{partnership}/withdraw", Policy::Seat(Right::Withdraw), ask_first)
        .post("/p/{partnership}/withdraw", Policy::Seat(Right::Withdraw), withdraw)
        .get("/p/{partnership}/export", Policy::Seat(Right::Export), offer)
        .get("/p/{partnership}/export/file", Policy::Seat(Right::Export), file)
}

#[derive(Template)]
#[template(path = "people/leaving/withdraw.html")]
struct Withdraw {
    page: Page,
    w: Words,
    party: String,
    pauses: bool,
    draft: bool,
    form: Form,
}

async fn ask_first(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    // Asked before the page, so that nobody reads the warning twice.
    ask.proved()?;
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let party = seat.party()?.clone();
    let parties = membership::parties(&mut tx, id).await?;
    let left = parties.iter().filter(|p| p.counts() && p.id != party.id).count();
    let w = seat.words(&ask.w);
    show(&Withdraw {
        page: Page::new(&ask, w.leaving_title(&party.name)).within(&seat),
        party: party.name,
        pauses: left < agreement::joint::FEWEST_PARTIES,
        draft: seat.partnership().state == crate::people::partnership::State::Draft,
        form: Form::blank(&ask),
        w,
    })
}

async fn withdraw(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    ask.proved()?;
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    commands::withdraw(&mut act, &seat).await?;
    let notice = seat.words(&ask.w).leaving_done(&seat.party()?.name);
    ask.done(act, &form, format!("/p/{id}/export"), notice).await
}

#[derive(Template)]
#[template(path = "people/leaving/export.html")]
struct Offer {
    page: Page,
    w: Words,
}

async fn offer(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    show(&Offer { page: Page::new(&ask, w.leaving_export_title()).within(&seat), w })
}

async fn file(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let now = ask.site.now();
    let bytes = export::of(&mut tx, &seat, &seat.words(&ask.w), now).await?;
    let day = now.civil(&seat.partnership().zone).date();
    Ok(reply::file(&format!("concord-{}-{day}.zip", seat.partnership().name), "application/zip", bytes))
}
