//! The forms that found a team and change it.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use db::Tx;
use uuid::Uuid;
use words::Words;

use super::one::Which;
use crate::access::Seat;
use crate::act::team::{Kind, Team, commands, rules, store};
use crate::error::Error;
use crate::people::membership;
use crate::web::{Ask, Form, Page, Reply, refused, reply, show, tried};

type Choices = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "act/team/write.html")]
struct View {
    page: Page,
    w: Words,
    action: String,
    back: String,
    /// The team that is changed; none while one is founded.
    team: Option<Team>,
    kinds: Vec<(String, String, String)>,
    heads: Choices,
    sites: Choices,
    chairs: Choices,
    /// What stands now, after somebody else changed it first.
    stale: Option<Team>,
    form: Form,
}

async fn view(
    ask: &Ask,
    tx: &mut Tx,
    seat: &Seat,
    team: Option<Team>,
    typed: Option<Form>,
) -> Result<View, Error> {
    let w = seat.words(&ask.w);
    let id = seat.partnership().id;
    let all = store::list(tx, id).await?;
    let under = |head: &&Team| rules::may_report(&all, team.as_ref().map(|t| t.id), head.id).is_ok();
    let heads = all.iter().filter(under).map(|head| (head.id.to_string(), head.name.clone()));
    let sites = store::sites(tx, id).await?;
    let own = seat.party()?.id;
    let members = membership::seats(tx, id).await?;
    let mine = members.into_iter().filter(|line| line.party == Some(own));
    let base = format!("/p/{id}/teams");
    let blank = || match &team {
        None => {
            let form = Form::blank(ask);
            match all.iter().find(|team| team.kind == Kind::DistrictLeadership) {
                Some(head) => form.with("reports_to", head.id.to_string()),
                None => form,
            }
        }
        Some(team) => Form::blank(ask)
            .of_version(team.version)
            .with("name", team.name.clone())
            .with("reports_to", team.reports_to.map(|id| id.to_string()).unwrap_or_default())
            .with("site", team.site.to_string()),
    };
    Ok(View {
        page: Page::new(ask, if team.is_some() { w.team_edit_title() } else { w.team_new_title() })
            .within(seat),
        action: team.as_ref().map_or(format!("{base}/new"), |team| format!("{base}/{}/edit", team.id)),
        back: team.as_ref().map_or(base.clone(), |team| format!("{base}/{}", team.id)),
        kinds: Kind::ALL
            .iter()
            .map(|kind| (kind.code().to_owned(), kind.say(&w).to_owned(), kind.means(&w).to_owned()))
            .collect(),
        heads: std::iter::once((String::new(), w.team_no_head().to_owned())).chain(heads).collect(),
        sites: sites.into_iter().map(|(id, name)| (id.to_string(), name)).collect(),
        chairs: std::iter::once((String::new(), w.team_chair_later().to_owned()))
            .chain(mine.map(|line| (line.id.to_string(), line.name)))
            .collect(),
        stale: None,
        form: typed.unwrap_or_else(blank),
        team,
        w,
    })
}

/// `GET …/teams/new`.
pub(super) async fn new_page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    show(&view(&ask, &mut tx, &seat, None, None).await?)
}

/// `POST …/teams/new`.
pub(super) async fn begin(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::begin(&mut act, &seat, &form.input()?).await, &form, &w)? {
        Ok(team) => ask.done(act, &form, format!("/p/{id}/teams/{team}"), w.team_done_founded()).await,
        Err(form) => {
            drop(act);
            let mut tx = ask.look().await?;
            refused(&view(&ask, &mut tx, &seat, None, Some(form)).await?)
        }
    }
}

/// `GET …/teams/{team}/edit`.
pub(super) async fn edit_page(ask: Ask, Path(which): Path<Which>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    let team = store::one(&mut tx, which.partnership, which.team).await?;
    show(&view(&ask, &mut tx, &seat, Some(team), None).await?)
}

/// `POST …/teams/{team}/edit`.
pub(super) async fn edit(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::change(&mut act, &seat, which.team, &form.input()?, form.version()?).await;
    if let Err(Error::Stale { now }) = outcome {
        drop(act);
        let mut tx = ask.look().await?;
        let team = store::one(&mut tx, which.partnership, which.team).await?;
        let form = form.of_version(now);
        let mut view = view(&ask, &mut tx, &seat, Some(team.clone()), Some(form)).await?;
        view.stale = Some(team);
        return reply::page(StatusCode::CONFLICT, &view);
    }
    match tried(outcome, &form, &w)? {
        Ok(()) => {
            let to = format!("/p/{}/teams/{}", which.partnership, which.team);
            ask.done(act, &form, to, w.team_done_changed()).await
        }
        Err(form) => {
            drop(act);
            let mut tx = ask.look().await?;
            let team = store::one(&mut tx, which.partnership, which.team).await?;
            refused(&view(&ask, &mut tx, &seat, Some(team), Some(form)).await?)
        }
    }
}
