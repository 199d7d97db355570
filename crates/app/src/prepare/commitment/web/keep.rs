//! What people keep: the versions with what changed in each, the printed document, the exact text.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use db::Tx;
use uuid::Uuid;
use words::Words;

use super::shown::{self, Shown};
use super::write::saved_by;
use crate::access::Seat;
use crate::error::Error;
use crate::prepare::commitment::merge::{self, Stretch};
use crate::prepare::commitment::{Commitment, read, store};
use crate::record;
use crate::text::markdown;
use crate::web::{Ask, Page, Reply, reply, show};

/// A commitment of this partnership, by its id.
async fn one(tx: &mut Tx, seat: &Seat, commitment: Uuid) -> Result<Commitment, Error> {
    let all = store::all(tx, seat.partnership().id).await?;
    all.into_iter().find(|one| one.id == commitment).ok_or(Error::Unseen)
}

#[derive(Template)]
#[template(path = "prepare/commitment/versions.html")]
struct VersionsView {
    page: Page,
    w: Words,
    path: String,
    versions: Vec<(i64, String)>,
    commitment: Uuid,
}

/// `GET …/commitment/versions/{commitment}`.
pub(super) async fn versions(ask: Ask, Path((id, commitment)): Path<(Uuid, Uuid)>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let commitment = one(&mut tx, &seat, commitment).await?.id;
    let zone = &seat.partnership().zone;
    let found = store::versions(&mut tx, commitment).await?;
    show(&VersionsView {
        page: Page::new(&ask, w.commitment_versions_title()).within(&seat),
        path: format!("/p/{id}/commitment"),
        versions: found.iter().map(|version| (version.number, saved_by(&w, zone, version))).collect(),
        commitment,
        w,
    })
}

#[derive(Template)]
#[template(path = "prepare/commitment/version.html")]
struct VersionView {
    page: Page,
    w: Words,
    path: String,
    commitment: Uuid,
    by: String,
    renew_on: String,
    /// What changed since the version before; none in the first.
    changes: Option<Vec<Stretch>>,
    html: String,
}

/// `GET …/commitment/versions/{commitment}/{version}`.
pub(super) async fn version(ask: Ask, Path((id, commitment, number)): Path<(Uuid, Uuid, i64)>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let commitment = one(&mut tx, &seat, commitment).await?.id;
    let (version, body) = read::version(&mut tx, commitment, number).await?;
    let changes = if number > 1 {
        let (_, before) = read::version(&mut tx, commitment, number - 1).await?;
        Some(merge::changes(&before, &body))
    } else {
        None
    };
    show(&VersionView {
        page: Page::new(&ask, w.commitment_version_title(number)).within(&seat),
        path: format!("/p/{id}/commitment"),
        by: saved_by(&w, &seat.partnership().zone, &version),
        renew_on: w.date(version.renew_on),
        html: markdown(&body),
        commitment,
        changes,
        w,
    })
}

#[derive(Template)]
#[template(path = "prepare/commitment/print.html")]
struct PrintView {
    page: Page,
    w: Words,
    path: String,
    place: String,
    printed: String,
    shown: Shown,
}

/// `GET …/commitment/print`: the one that stands, or else the one at hand.
pub(super) async fn print(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let all = store::all(&mut tx, id).await?;
    let found = read::standing(&all).or_else(|| read::open(&all)).cloned().ok_or(Error::Unseen)?;
    printed(&ask, tx, &seat, found).await
}

/// `GET …/commitment/print/{commitment}`: any of them, also one that is over.
pub(super) async fn print_one(ask: Ask, Path((id, commitment)): Path<(Uuid, Uuid)>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let found = one(&mut tx, &seat, commitment).await?;
    printed(&ask, tx, &seat, found).await
}

async fn printed(ask: &Ask, mut tx: Tx, seat: &Seat, commitment: Commitment) -> Reply {
    let (w, now, place) = (seat.words(&ask.w), ask.site.now(), seat.partnership());
    let mark = record::mark_of(&mut tx, commitment.id).await?;
    let whole = store::whole(&mut tx, place.id, commitment).await?;
    let shown = shown::of(&mut tx, seat, &w, whole, now).await?;
    show(&PrintView {
        page: Page::new(ask, w.commitment_title()).within(seat).marked(mark),
        path: format!("/p/{}/commitment", place.id),
        place: place.name.clone(),
        printed: w.date(now.civil(&place.zone).date()),
        shown,
        w,
    })
}

/// `GET …/commitment/text/{commitment}`: the exact text, byte for byte what its hash is of.
pub(super) async fn text_file(
    ask: Ask,
    Path((id, commitment)): Path<(Uuid, Uuid)>,
) -> Result<Response, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let found = one(&mut tx, &seat, commitment).await?;
    let (_, body) = read::version(&mut tx, found.id, found.version).await?;
    let name = format!("commitment-version-{}.md", found.version);
    Ok(reply::file(&name, "text/plain; charset=utf-8", body.into_bytes()))
}
