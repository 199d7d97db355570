//! The seven questions, prefilled from the kind of team or from the version before.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use db::Tx;
use uuid::Uuid;
use words::Words;

use super::show::Which;
use crate::access::Seat;
use crate::act::charter::{Authority, Charter, Fallback, OpenMeetings, Protocol, as_typed, commands, store};
use crate::act::team;
use crate::error::Error;
use crate::web::{Ask, Form, Page, Reply, refused, reply, show, tried};

type Options = Vec<(String, String, String)>;

#[derive(Template)]
#[template(path = "act/charter/write.html")]
struct View {
    page: Page,
    w: Words,
    path: String,
    first: bool,
    adopted: bool,
    authorities: Options,
    protocols: Options,
    fallbacks: Options,
    open_meetings: Options,
    /// What somebody else saved first: each question that differs, with their answer.
    theirs: Vec<(&'static str, String)>,
    keep: String,
    form: Form,
}

macro_rules! options {
    ($w:expr, $kind:ident) => {
        $kind::ALL
            .iter()
            .map(|one| (one.code().to_owned(), one.say($w).to_owned(), one.means($w).to_owned()))
            .collect()
    };
}

/// The fields of the form for a charter that was saved.
pub(in crate::act::charter) fn fields(charter: &Charter) -> Vec<(&'static str, String)> {
    let text = |role: &'static str| (role, charter.text(role).to_owned());
    vec![
        ("language", charter.language.code().to_owned()),
        text("purpose"),
        text("in_scope"),
        text("out_scope"),
        ("authority", charter.authority.code().to_owned()),
        text("sits"),
        ("quorum", charter.quorum.to_string()),
        text("norms"),
        text("private"),
        ("protocol", charter.protocol.code().to_owned()),
        ("lowest", charter.lowest.to_string()),
        ("fallback", charter.fallback.code().to_owned()),
        text("rhythm"),
        text("hears"),
        ("open_meetings", charter.open_meetings.code().to_owned()),
        ("ends_on", charter.ends_on.to_string()),
    ]
}

async fn view(ask: &Ask, tx: &mut Tx, seat: &Seat, team: Uuid, typed: Option<Form>) -> Result<View, Error> {
    let w = seat.words(&ask.w);
    let id = seat.partnership().id;
    let team = team::one(tx, id, team).await?;
    if !team.lives() {
        return Err(Error::Unseen);
    }
    let known = store::of_team(tx, id, team.id).await?;
    let version = known.map_or(0, |(_, version)| version);
    let today = ask.site.now().civil(&seat.partnership().zone).date();
    let form = match typed {
        Some(form) => form,
        None => {
            let typed = as_typed(tx, id, &w, &team, today).await?;
            let form = filled(Form::blank(ask).of_version(version), typed);
            if known.is_none() { form.with("language", w.lang().code()) } else { form }
        }
    };
    let adopted = match known {
        Some((charter, _)) => crate::people::acceptance::agreed_version(tx, id, charter).await?.is_some(),
        None => false,
    };
    Ok(View {
        page: Page::new(ask, w.charter_write_title(&team.name)).within(seat),
        path: format!("/p/{id}/teams/{}/charter", team.id),
        first: known.is_none(),
        adopted,
        authorities: options!(&w, Authority),
        protocols: options!(&w, Protocol),
        fallbacks: options!(&w, Fallback),
        open_meetings: options!(&w, OpenMeetings),
        theirs: Vec::new(),
        keep: format!("charter-{}-{version}", team.id),
        form,
        w,
    })
}

fn filled(form: Form, fields: Vec<(&'static str, String)>) -> Form {
    fields.into_iter().fold(form, |form, (name, value)| form.with(name, value))
}

/// `GET …/charter/write`.
pub(super) async fn page(ask: Ask, Path(which): Path<Which>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    show(&view(&ask, &mut tx, &seat, which.team, None).await?)
}

/// `POST …/charter/write`.
pub(super) async fn save(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::write(&mut act, &seat, which.team, form.version()?, &form.input()?).await;
    if let Err(Error::Stale { now }) = outcome {
        drop(act);
        return stale(&ask, &seat, &which, form, now).await;
    }
    match tried(outcome, &form, &w)? {
        Ok(version) => {
            let to = format!("/p/{}/teams/{}/charter", which.partnership, which.team);
            ask.done(act, &form, to, w.charter_done_saved(version)).await
        }
        Err(form) => {
            drop(act);
            let mut tx = ask.look().await?;
            refused(&view(&ask, &mut tx, &seat, which.team, Some(form)).await?)
        }
    }
}

/// Somebody saved first: their answers stand beside what was typed, and nothing is lost.
async fn stale(ask: &Ask, seat: &Seat, which: &Which, form: Form, now: i64) -> Reply {
    let mut tx = ask.look().await?;
    let id = which.partnership;
    let (charter, _) = store::of_team(&mut tx, id, which.team).await?.ok_or(Error::Unseen)?;
    let saved = fields(&store::version(&mut tx, id, charter, now).await?);
    let typed = |name: &str| form.value(name).trim().to_owned();
    let differ: Vec<(&'static str, String)> =
        saved.into_iter().filter(|(name, value)| value.trim() != typed(name)).collect();
    let form = form.of_version(now);
    let mut view = view(ask, &mut tx, seat, which.team, Some(form)).await?;
    let w = view.w;
    view.theirs = differ.into_iter().filter_map(|(name, value)| Some((label(&w, name)?, value))).collect();
    reply::page(StatusCode::CONFLICT, &view)
}

fn label(w: &Words, field: &str) -> Option<&'static str> {
    Some(match field {
        "purpose" => w.charter_q1(),
        "in_scope" => w.charter_in_scope(),
        "out_scope" => w.charter_out_scope(),
        "authority" => w.charter_q3(),
        "sits" => w.charter_q4(),
        "quorum" => w.charter_quorum(),
        "norms" => w.charter_q5(),
        "private" => w.charter_private(),
        "protocol" => w.charter_q6(),
        "lowest" => w.charter_lowest(),
        "fallback" => w.charter_fallback(),
        "rhythm" => w.charter_q7(),
        "hears" => w.charter_hears(),
        "open_meetings" => w.charter_open(),
        "ends_on" => w.charter_ends_on(),
        _ => return None,
    })
}
