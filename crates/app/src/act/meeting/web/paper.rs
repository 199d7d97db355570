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

impl View {
    /// Each task and who has it; nobody yet leaves a line to write on.
    fn tasks(&self) -> [(&'static str, &str); 3] {
        let (w, m) = (&self.w, &self.r.meeting);
        [
            (w.meeting_facilitator(), self.r.name(&m.facilitator)),
            (w.meeting_recorder(), self.r.name(&m.recorder)),
            (w.meeting_timekeeper(), self.r.name(&m.timekeeper)),
        ]
    }
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
