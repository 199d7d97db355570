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
use crate::people::membership;
use crate::record;
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

/// A charter as a page shows it.
pub(super) struct Sheet {
    w: Words,
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
    /// What a newer version would change: the question, what stands, and what would stand.
    changed: Vec<(&'static str, String, String)>,
    /// Must-agree parties without anybody in the team, which by its own rule can then not meet.
    absent: Option<String>,
    over: bool,
    may_write: bool,
    form: Form,
}

/// What differs between two versions, question by question.
fn changed(w: &Words, before: &Charter, now: &Charter) -> Vec<(&'static str, String, String)> {
    let said = |one: &Charter| -> Vec<(&'static str, String)> {
        let text = |role| one.text(role).to_owned();
        vec![
            (w.charter_q1(), text("purpose")),
            (w.charter_in_scope(), text("in_scope")),
            (w.charter_out_scope(), text("out_scope")),
            (w.charter_q3(), one.authority.say(w).to_owned()),
            (w.charter_q4(), text("sits")),
            (w.charter_quorum(), one.quorum.to_string()),
            (w.charter_norms(), text("norms")),
            (w.charter_private(), text("private")),
            (w.charter_protocol(), one.protocol.say(w).to_owned()),
            (w.charter_lowest(), one.lowest.to_string()),
            (w.charter_fallback(), one.fallback.say(w).to_owned()),
            (w.charter_rhythm(), text("rhythm")),
            (w.charter_hears(), text("hears")),
            (w.charter_open(), one.open_meetings.say(w).to_owned()),
            (w.charter_ends_on(), w.date(one.ends_on)),
        ]
    };
    let pairs = said(before).into_iter().zip(said(now));
    pairs.filter(|(a, b)| a.1 != b.1).map(|((question, before), (_, now))| (question, before, now)).collect()
}

/// The must-agree parties that nobody in a team sits for.
async fn absent(tx: &mut Tx, w: &Words, partnership: Uuid, team: &Team) -> Result<Option<String>, Error> {
    let seats = team::seats(tx, team.id).await?;
    let parties = membership::parties(tx, partnership).await?;
    let sits = |party: Uuid| seats.iter().any(|seat| seat.sits() && seat.party == Some(party));
    let names: Vec<&str> =
        parties.iter().filter(|p| p.counts() && !sits(p.id)).map(|p| p.name.as_str()).collect();
    Ok((team.lives() && !names.is_empty()).then(|| w.list(&names)))
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
        let sheet = |charter| Sheet { w, charter, zone: zone.clone() };
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
    let newer = |(before, now): (&Sheet, &Sheet)| changed(&w, &before.charter, &now.charter);
    let absent = match standing.is_some() || open.is_some() {
        true => absent(tx, &w, id, &team).await?,
        false => None,
    };
    Ok(View {
        changed: standing.as_ref().zip(open.as_ref()).map(newer).unwrap_or_default(),
        absent,
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
        sheet: Sheet { w, charter: one, zone: zone.clone() },
        adopted,
        w,
    })
}
