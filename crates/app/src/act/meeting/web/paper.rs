//! The agenda and the minutes on paper.

use askama::Template;
use axum::extract::Path;
use words::Words;

use super::Which;
use super::room::Room;
use crate::record;
use crate::web::{Ask, Page, Reply, show};

#[derive(Template)]
#[template(path = "act/meeting/print.html")]
struct View {
    page: Page,
    w: Words,
    r: Room,
    place: String,
}

/// `GET …/print`.
pub(super) async fn page(ask: Ask, Path(which): Path<Which>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    let w = seat.words(&ask.w);
    let r = Room::read(&mut tx, &seat, w, which.meeting, ask.site.now()).await?;
    let mark = record::mark_of(&mut tx, which.meeting).await?;
    show(&View {
        page: Page::new(&ask, r.meeting.title.clone()).within(&seat).marked(mark),
        place: seat.partnership().name.clone(),
        r,
        w,
    })
}
