//! The one page to print: who, what both see, the concern, the meeting, who brings what.

use askama::Template;
use axum::extract::Path;
use uuid::Uuid;
use words::Words;

use super::{Meeting, meeting, picked};
use crate::error::Error;
use crate::people::membership;
use crate::prepare::firsthour::{State, counted, store};
use crate::prepare::readiness;
use crate::record;
use crate::web::{Ask, Page, Reply, show};

#[derive(Template)]
#[template(path = "prepare/firsthour/print.html")]
struct Print {
    page: Page,
    w: Words,
    path: String,
    name: String,
    site: String,
    /// Each must-agree party with its leads.
    who: Vec<(String, Vec<String>)>,
    agreed: Vec<String>,
    apart: Vec<String>,
    concern: String,
    meeting: Option<Meeting>,
    made: String,
}

/// `GET …/first-hour/print`.
pub(super) async fn page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let hour = store::newest(&mut tx, id).await?.filter(|hour| hour.state != State::Ended);
    let hour = hour.ok_or(Error::Unseen)?;
    let parties = membership::parties(&mut tx, id).await?;
    let leads = membership::leads(&mut tx, id).await?;
    let mut who: Vec<(String, Vec<String>)> = counted(&parties)
        .into_iter()
        .filter_map(|party| parties.iter().find(|one| one.id == party))
        .map(|party| {
            let of = leads.iter().filter(|lead| lead.party == Some(party.id));
            let line = |lead: &membership::SeatLine| match lead.job_title.as_str() {
                "" => lead.name.clone(),
                job => format!("{}, {job}", lead.name),
            };
            (party.name.clone(), of.map(line).collect())
        })
        .collect();
    who.sort();
    let round = readiness::shown(&mut tx, id, hour.round).await?;
    let picture = round.as_ref().and_then(readiness::Round::picture);
    let own = seat.membership().and_then(|m| m.party.as_ref()).map(|party| party.id);
    let table = readiness::Table::of(&parties);
    let item = |item| readiness::item_words(&w, item, &table);
    let said = |one| readiness::level_words(&w, one);
    let zone = &seat.partnership().zone;
    show(&Print {
        path: format!("/p/{id}/first-hour"),
        name: seat.partnership().name.clone(),
        site: seat.partnership().site_name.clone(),
        who,
        agreed: picture.as_ref().map_or_else(Vec::new, |one| {
            one.agreed().into_iter().map(|at| format!("{} {}.", item(at), said(one.lowest(at)))).collect()
        }),
        apart: picture.as_ref().map_or_else(Vec::new, |one| one.widest().into_iter().map(item).collect()),
        concern: picked(&w, &hour),
        meeting: hour.meeting().map(|one| meeting(&w, one, own, &parties)),
        made: w.date(ask.site.now().civil(zone).date()),
        page: Page::new(&ask, w.firsthour_print_title())
            .within(&seat)
            .marked(record::mark_of(&mut tx, hour.id).await?),
        w,
    })
}
