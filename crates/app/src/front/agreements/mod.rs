//! What a partnership has agreed, on one page: the promise, the goals, how teams work, what was decided, what lasts,
//! what is shared, and what waits for a side just now. Each line has its number in the record.

mod sections;
#[cfg(test)]
mod tests;
mod waits;

use askama::Template;
use axum::extract::Path;
use uuid::Uuid;
use words::Words;

use super::{standing, steps};
use crate::site::Moment;
use crate::web::page::RecordMark;
use crate::web::{Ask, Page, Reply, show};

/// One thing that was agreed.
struct Agreed {
    /// By when lines are put in order, the newest first.
    at: Moment,
    name: String,
    /// What it comes to, in one sentence, as people wrote it.
    says: Option<String>,
    meta: Vec<String>,
    link: String,
    /// The state's code for its chip, and its words.
    chip: Option<(&'static str, String)>,
    mark: Option<RecordMark>,
}

/// Agreements of one kind.
struct Section {
    title: &'static str,
    /// What will stand there while there is none.
    none: &'static str,
    page: String,
    open: &'static str,
    agreed: Vec<Agreed>,
}

/// Something that waits for a side.
struct Waits {
    what: String,
    link: String,
    /// Whose answer is awaited, since when and until when.
    meta: Vec<String>,
    /// What happens without an answer.
    silence: Option<String>,
    until: Option<Moment>,
}

/// The step to take while nothing is agreed.
struct Next {
    name: &'static str,
    to: String,
}

#[derive(Template)]
#[template(path = "front/agreements.html")]
struct Agreements {
    page: Page,
    w: Words,
    place: String,
    /// The day, for a printed sheet.
    printed: String,
    sections: Vec<Section>,
    waits: Vec<Waits>,
    next: Option<Next>,
}

impl Agreements {
    fn is_empty(&self) -> bool {
        self.sections.iter().all(|section| section.agreed.is_empty())
    }

    fn full(&self) -> impl Iterator<Item = &Section> {
        self.sections.iter().filter(|section| !section.agreed.is_empty())
    }

    fn missing(&self) -> Vec<&Section> {
        self.sections.iter().filter(|section| section.agreed.is_empty() && !section.none.is_empty()).collect()
    }
}

/// The page.
pub(super) async fn agreements(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let now = ask.site.now();
    let sections = sections::all(&mut tx, &w, &seat, now).await?;
    let waits = waits::all(&mut tx, &w, &seat, now).await?;
    let step = standing::of(&ask.site, &mut tx, id).await?.at_hand();
    let next = step.map(|step| Next {
        name: step.name(&w),
        to: steps::page(step)
            .map_or_else(|| format!("/guide/{}", step.code()), |page| format!("/p/{id}/{page}")),
    });
    show(&Agreements {
        page: Page::new(&ask, w.agreements_title()).within(&seat).live(),
        place: seat.partnership().name.clone(),
        printed: w.date(now.civil(&seat.partnership().zone).date()),
        sections,
        waits,
        next,
        w,
    })
}
