//! What a partnership has agreed, on one page: what was promised, and by when it is looked at again.

use askama::Template;
use axum::extract::Path;
use db::Tx;
use uuid::Uuid;
use words::Words;

use crate::access::Seat;
use crate::error::Error;
use crate::prepare::commitment;
use crate::web::{Ask, Page, Reply, show};

/// One thing that was agreed, or is about to be.
pub(super) struct Agreed {
    pub(super) name: String,
    pub(super) meta: String,
    pub(super) link: String,
    /// The state's code for its chip, and its words.
    pub(super) chip: (&'static str, String),
}

/// Agreements of one kind.
pub(super) struct Section {
    pub(super) title: &'static str,
    /// What stands there while there is none.
    pub(super) none: &'static str,
    pub(super) page: String,
    pub(super) open: &'static str,
    pub(super) agreed: Vec<Agreed>,
}

#[derive(Template)]
#[template(path = "front/agreements.html")]
struct Agreements {
    page: Page,
    w: Words,
    sections: Vec<Section>,
}

/// The page.
pub(super) async fn agreements(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let sections = vec![promise(&mut tx, &w, &seat).await?];
    show(&Agreements { page: Page::new(&ask, w.agreements_title()).within(&seat).live(), sections, w })
}

async fn promise(tx: &mut Tx, w: &Words, seat: &Seat) -> Result<Section, Error> {
    use commitment::State::{Lapsed, Signed, Signing, Superseded, Withdrawn, Writing};
    let page = format!("/p/{}/commitment", seat.partnership().id);
    let zone = &seat.partnership().zone;
    let all = commitment::all_of(tx, seat.partnership().id).await?;
    let agreed = all
        .into_iter()
        .filter(|one| !matches!(one.state, Superseded | Withdrawn))
        .map(|one| {
            let since = w.date(one.since.civil(zone).date());
            let chip = match one.state {
                Writing => ("draft", w.commitment_state_writing()),
                Signing => ("waiting", w.commitment_state_signing()),
                Signed => ("active", w.commitment_state_signed()),
                Lapsed => ("paused", w.commitment_state_lapsed()),
                Superseded | Withdrawn => ("ended", w.commitment_state_withdrawn()),
            };
            Agreed {
                name: w.agreements_commitment().to_owned(),
                meta: match one.state {
                    Signed | Lapsed => w.agreements_renew(w.date(one.renew_on), since),
                    _ => w.agreements_since(since),
                },
                link: page.clone(),
                chip: (chip.0, chip.1.to_owned()),
            }
        })
        .collect();
    Ok(Section {
        title: w.agreements_promise(),
        none: w.agreements_promise_none(),
        open: w.agreements_promise_open(),
        page,
        agreed,
    })
}
