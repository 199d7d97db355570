//! What stands, what is being adopted, and the charter on paper.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use db::Tx;
use serde::Deserialize;
use uuid::Uuid;
use words::Words;

use crate::access::{Right, Seat};
use crate::act::charter::{Charter, Protocol, commands, store};
use crate::act::team::{self, Team};
use crate::error::Error;
use crate::people::acceptance::{self, Shown};
use crate::record;
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

/// A charter as a page shows it.
pub(super) struct Sheet {
    w: Words,
    team: String,
    charter: Charter,
    zone: String,
}

impl Sheet {
    fn saved(&self) -> String {
        let at = self.w.date_time(self.charter.at.civil(&self.zone));
        self.w.charter_version_by(at, &self.charter.by, self.charter.version)
    }

    fn quorum(&self) -> String {
        self.w.charter_quorum_says(self.charter.quorum)
    }

    fn decides(&self) -> String {
        match self.charter.protocol {
            Protocol::FistToFive => self.w.charter_lowest_says(self.charter.lowest),
            other => other.means(&self.w).to_owned(),
        }
    }

    fn ends(&self) -> String {
        self.w.charter_ends_says(self.w.date(self.charter.ends_on))
    }
}

#[derive(Template)]
#[template(path = "act/charter/show.html")]
struct View {
    page: Page,
    w: Words,
    path: String,
    team: Team,
    /// The version each side adopted last.
    standing: Option<Sheet>,
    /// A newer version that is not adopted.
    open: Option<Sheet>,
    /// Where the newest version stands with the sides.
    acceptance: Option<Shown>,
    versions: Vec<(i64, String)>,
    over: bool,
    may_write: bool,
    form: Form,
}

async fn view(ask: &Ask, tx: &mut Tx, seat: &Seat, team: Uuid, form: Form) -> Result<View, Error> {
    let w = seat.words(&ask.w);
    let id = seat.partnership().id;
    let team = team::one(tx, id, team).await?;
    let now = ask.site.now();
    let today = now.civil(&seat.partnership().zone).date();
    let path = format!("/p/{id}/teams/{}/charter", team.id);
    let zone = &seat.partnership().zone;
    let (mut standing, mut open, mut shown, mut versions, mut mark) = (None, None, None, Vec::new(), None);
    if let Some((charter, newest)) = store::of_team(tx, id, team.id).await? {
        let sheet = |charter| Sheet { w, team: team.name.clone(), charter, zone: zone.clone() };
        let agreed = acceptance::agreed_version(tx, id, charter).await?;
        if let Some(agreed) = agreed {
            standing = Some(sheet(store::version(tx, id, charter, agreed).await?));
        }
        if agreed != Some(newest) {
            open = Some(sheet(store::version(tx, id, charter, newest).await?));
        }
        let ask_at = if team.lives() { format!("{path}/ask") } else { String::new() };
        shown = Some(acceptance::shown(tx, seat, &w, (charter, newest), ask_at, now).await?);
        versions = store::versions(tx, charter)
            .await?
            .into_iter()
            .map(|(n, by, at)| (n, w.charter_version_by(w.date_time(at.civil(zone)), by, n)))
            .collect();
        mark = record::mark_of(tx, charter).await?;
    }
    Ok(View {
        page: Page::new(ask, w.charter_of(&team.name)).within(seat).marked(mark),
        over: standing.as_ref().is_some_and(|sheet| sheet.charter.ends_on < today),
        may_write: seat.could(Right::WorkInTeams) && team.lives(),
        path,
        team,
        standing,
        open,
        acceptance: shown,
        versions,
        form,
        w,
    })
}

#[derive(Deserialize)]
pub(super) struct Which {
    pub(super) partnership: Uuid,
    pub(super) team: Uuid,
}

/// `GET …/charter`.
pub(super) async fn page(ask: Ask, Path(which): Path<Which>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    show(&view(&ask, &mut tx, &seat, which.team, Form::blank(&ask)).await?)
}

/// `POST …/charter/ask`.
pub(super) async fn ask(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::ask(&mut act, &seat, which.team, &form.input()?).await, &form, &w)? {
        Ok(()) => {
            let to = format!("/p/{}/teams/{}/charter", which.partnership, which.team);
            ask.done(act, &form, to, w.charter_done_asked()).await
        }
        Err(form) => {
            drop(act);
            let mut tx = ask.look().await?;
            refused(&view(&ask, &mut tx, &seat, which.team, form).await?)
        }
    }
}

#[derive(Template)]
#[template(path = "act/charter/print.html")]
struct Print {
    page: Page,
    w: Words,
    sheet: Sheet,
    adopted: Vec<String>,
    back: String,
}

#[derive(Deserialize)]
pub(super) struct Version {
    partnership: Uuid,
    team: Uuid,
    version: i64,
}

/// `GET …/charter/print/{version}`.
pub(super) async fn print(ask: Ask, Path(which): Path<Version>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    let w = seat.words(&ask.w);
    let id = which.partnership;
    let team = team::one(&mut tx, id, which.team).await?;
    let (charter, _) = store::of_team(&mut tx, id, team.id).await?.ok_or(Error::Unseen)?;
    let one = store::version(&mut tx, id, charter, which.version).await?;
    let state = acceptance::state(&mut tx, id, charter, which.version).await?;
    let zone = &seat.partnership().zone;
    let agreed = state.parties.iter().filter(|_| state.is_agreed());
    let adopted = agreed
        .filter_map(|stand| Some((stand, stand.said.as_ref()?)))
        .map(|(stand, said)| w.charter_adopted_by(&said.by, w.date(said.at.civil(zone).date()), &stand.name))
        .collect();
    let mark = record::mark_of(&mut tx, charter).await?;
    show(&Print {
        page: Page::new(&ask, w.charter_of(&team.name)).within(&seat).marked(mark),
        back: format!("/p/{id}/teams/{}/charter", team.id),
        sheet: Sheet { w, team: team.name, charter: one, zone: zone.clone() },
        adopted,
        w,
    })
}
