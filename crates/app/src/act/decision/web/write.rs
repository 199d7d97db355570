//! The page to write a question on: a new one, or a draft that is changed.

use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use db::Tx;
use serde::Deserialize;
use uuid::Uuid;
use words::Words;

use super::act::Which;
use super::shown::{self, Choice};
use crate::access::Seat;
use crate::act::charter;
use crate::act::decision::commands::{self, Write};
use crate::act::decision::rules::TALK_DAYS;
use crate::act::decision::terms::Preset;
use crate::act::decision::{Enough, Fallback, Whole, read};
use crate::act::{meeting, team};
use crate::error::Error;
use crate::people::membership::{self, Role};
use crate::site::Moment;
use crate::web::{Ask, Form, Page, Reply, refused, reply, show, tried};

#[derive(Template)]
#[template(path = "act/decision/write.html")]
struct View {
    page: Page,
    w: Words,
    action: String,
    back: String,
    form: Form,
    teams: Vec<(String, String)>,
    people: Vec<(String, String)>,
    /// What the charter of the team that asks says, where one is in force.
    charter: Option<String>,
    /// What stands now, where somebody else saved first.
    stands: Option<(String, String)>,
}

impl View {
    fn boundaries(&self) -> Vec<Choice> {
        shown::boundaries(&self.w)
    }

    fn seens(&self) -> Vec<Choice> {
        shown::seens(&self.w)
    }

    fn whos(&self) -> Vec<Choice> {
        shown::whos(&self.w, !self.teams.is_empty())
    }

    fn levels(&self) -> Vec<Choice> {
        shown::levels(&self.w)
    }

    fn enoughs(&self) -> Vec<(&'static str, &'static str)> {
        shown::enoughs(&self.w)
    }

    fn fallbacks(&self) -> Vec<Choice> {
        shown::fallbacks(&self.w)
    }

    fn rules(&self) -> Vec<Choice> {
        vec![
            ("all", self.w.decision_rule_form_all(), self.w.decision_rule_form_all_means()),
            ("share", self.w.decision_rule_form_share(), ""),
        ]
    }

    fn thresholds(&self) -> Vec<(String, String)> {
        (1..=5_u8).map(|n| (n.to_string(), self.w.decision_threshold(i64::from(n)))).collect()
    }

    fn labels(&self) -> [(&'static str, &'static str); 6] {
        let w = &self.w;
        [
            ("label_5", w.decision_fist_5()),
            ("label_4", w.decision_fist_4()),
            ("label_3", w.decision_fist_3()),
            ("label_2", w.decision_fist_2()),
            ("label_1", w.decision_fist_1()),
            ("label_0", w.decision_fist_0()),
        ]
    }

    /// The rule as the form has it now, in words: what is read before anything is saved.
    fn rule_now(&self) -> String {
        let value = |name: &str| self.form.value(name).trim().to_owned();
        let least = value("threshold").parse().unwrap_or(3);
        let share = value("share").trim_end_matches('%').trim().parse().ok();
        let share = share.filter(|_| value("rule") == "share");
        let word = match value(&format!("label_{least}")) {
            own if own.is_empty() => shown::our_word(&self.w, least).to_owned(),
            own => own,
        };
        let enough = Enough::from_code(&value("enough")).unwrap_or(Enough::Half);
        shown::rule_of(&self.w, least, share.map(|share| (share, word)), enough)
    }

    /// Whether something in the fold was refused or chosen.
    fn more(&self) -> bool {
        const FOLDED: &[&str] = &[
            "level",
            "enough",
            "fallback",
            "fallback_on",
            "review_on",
            "ends_on",
            "label_0",
            "label_1",
            "label_2",
            "label_3",
            "label_4",
            "label_5",
        ];
        self.charter.is_some() || FOLDED.iter().any(|name| self.form.error(name).is_some())
    }
}

/// Where a new question comes from.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct From {
    team: String,
    meeting: String,
    item: String,
}

async fn view(ask: &Ask, tx: &mut Tx, seat: &Seat, which: Option<Which>, form: Form) -> Result<View, Error> {
    let w = seat.words(&ask.w);
    let id = seat.partnership().id;
    let list = format!("/p/{id}/decisions");
    let (action, back, title) = match which {
        Some(which) => (format!("{}/edit", which.path()), which.path(), w.decision_edit_title()),
        None => (format!("{list}/new"), list, w.decision_new_title()),
    };
    let whole = [(String::new(), w.decision_no_team_choice().to_owned())];
    let teams: Vec<_> = team::list(tx, id).await?.into_iter().map(|t| (t.id.to_string(), t.name)).collect();
    let nobody = [(String::new(), w.decision_nobody_yet().to_owned())];
    let seats = membership::seats(tx, id).await?;
    let people = seats.into_iter().filter(|line| line.role != Role::Observer);
    let charter = preset(tx, id, &w, form.value("team")).await?.map(|(_, says)| says);
    let team = form.value("team").to_owned();
    Ok(View {
        page: Page::new(ask, title).within(seat),
        charter,
        action,
        back,
        form: form.set("rules_of", team),
        teams: if teams.is_empty() { teams } else { whole.into_iter().chain(teams).collect() },
        people: nobody.into_iter().chain(people.map(|line| (line.id.to_string(), line.name))).collect(),
        stands: None,
        w,
    })
}

/// A blank form with what is usual.
fn blank(ask: &Ask, seat: &Seat) -> Form {
    let day = ask.site.now().plus(TALK_DAYS * Moment::DAY).civil(&seat.partnership().zone).date();
    Form::blank(ask)
        .with("answer_on", day.to_string())
        .with("level", "decides")
        .with("threshold", "3")
        .with("rule", "all")
        .with("enough", "half")
        .with("fallback", "drop")
        .with("who", "everybody")
}

/// What the charter that is in force for a team sets for its questions, and how that is explained.
async fn preset(
    tx: &mut Tx,
    partnership: Uuid,
    w: &Words,
    team: &str,
) -> Result<Option<(Preset, String)>, Error> {
    let Ok(team) = team.parse::<Uuid>() else { return Ok(None) };
    let team = team::one(tx, partnership, team).await?;
    let Some(charter) = charter::of_team(tx, partnership, team.id).await? else { return Ok(None) };
    let says = w.decision_charter_says(charter.authority.say(w), charter.fallback.say(w), &team.name);
    Ok(Some((Preset::of(charter.authority, charter.fallback), says)))
}

/// The form with what the charter sets; a day to ask again is a week after the answers, where none was given.
fn with_preset(form: Form, preset: Preset, zone: &str, now: Moment) -> Form {
    let again = now.plus(2 * TALK_DAYS * Moment::DAY).civil(zone).date();
    let form = form.set("level", preset.level.code()).set("fallback", preset.fallback.code());
    match preset.fallback {
        Fallback::Again if form.value("fallback_on").is_empty() => form.set("fallback_on", again.to_string()),
        _ => form,
    }
}

/// Whether a form says the same already.
fn is_in(preset: Preset, form: &Form) -> bool {
    form.value("level") == preset.level.code() && form.value("fallback") == preset.fallback.code()
}

/// A team was chosen on the form itself, and its charter sets something else than the form says: the form again, with
/// that chosen and explained, before anything is saved.
async fn explained(ask: &Ask, id: Uuid, which: Option<Which>, form: &Form) -> Result<Option<View>, Error> {
    if form.value("team") == form.value("rules_of") {
        return Ok(None);
    }
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let place = seat.partnership();
    let found = preset(&mut tx, place.id, &seat.words(&ask.w), form.value("team")).await?;
    let Some((preset, _)) = found.filter(|(preset, _)| !is_in(*preset, form)) else { return Ok(None) };
    let form = with_preset(form.clone(), preset, &place.zone, ask.site.now());
    Ok(Some(view(ask, &mut tx, &seat, which, form).await?))
}

/// `GET …/decisions/new?team=&meeting=&item=`.
pub(super) async fn new_page(ask: Ask, Path(id): Path<Uuid>, Query(from): Query<From>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let mut form = blank(&ask, &seat);
    for (name, value) in [("team", &from.team), ("meeting", &from.meeting), ("item", &from.item)] {
        if value.parse::<Uuid>().is_ok() {
            form = form.with(name, value.clone());
        }
    }
    if let Ok(meeting) = from.meeting.parse() {
        let (team, title) = meeting::asked_in(&mut tx, id, meeting, from.item.parse().ok()).await?;
        if let Some(team) = team {
            form = form.set("team", team.to_string());
        }
        form = form.with("question", title);
    }
    let place = seat.partnership();
    if let Some((preset, _)) = preset(&mut tx, id, &seat.words(&ask.w), form.value("team")).await? {
        form = with_preset(form, preset, &place.zone, ask.site.now());
    }
    show(&view(&ask, &mut tx, &seat, None, form).await?)
}

/// `POST …/decisions/new`.
pub(super) async fn new(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    if let Some(view) = explained(&ask, id, None, &form).await? {
        return show(&view);
    }
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::draft(&mut act, &seat, &form.input::<Write>()?).await, &form, &w)? {
        Ok(made) => {
            ask.done(act, &form, format!("/p/{id}/decisions/{made}"), w.decision_done_drafted()).await
        }
        Err(form) => {
            drop(act);
            let mut tx = ask.look().await?;
            refused(&view(&ask, &mut tx, &seat, None, form).await?)
        }
    }
}

/// The form of what stands.
fn filled(ask: &Ask, whole: &Whole) -> Result<Form, Error> {
    let (decision, terms) = (&whole.decision, &whole.decision.terms);
    let round = whole.round().ok_or(Error::Unseen)?;
    let id = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let mut form = Form::blank(ask)
        .of_version(decision.version)
        .with("question", round.question.clone())
        .with("effect", round.effect.clone())
        .with("team", id(decision.team))
        .with("rules_of", id(decision.team))
        .with("level", terms.level.code())
        .with("threshold", terms.threshold.to_string())
        .with("rule", if terms.share.is_some() { "share" } else { "all" })
        .with("share", terms.share.map(|share| share.to_string()).unwrap_or_default())
        .with("enough", terms.enough.code())
        .with("seen", terms.seen.code())
        .with("boundary", terms.boundary.code())
        .with("fallback", terms.fallback.code())
        .with("fallback_on", day(terms.fallback_on))
        .with("who", terms.who.code())
        .with("answer_on", terms.answer_on.to_string())
        .with("act_by", id(terms.act_by))
        .with("act_on", day(terms.act_on))
        .with("review_on", day(terms.review_on))
        .with("ends_on", day(terms.ends_on));
    for (at, label) in terms.labels.iter().flatten().enumerate() {
        form = form.with(&format!("label_{at}"), label.clone());
    }
    Ok(form)
}

/// `GET …/edit`.
pub(super) async fn edit_page(ask: Ask, Path(which): Path<Which>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, which.partnership).await?;
    let whole = read::whole(&mut tx, which.partnership, which.decision).await?;
    let form = filled(&ask, &whole)?;
    show(&view(&ask, &mut tx, &seat, Some(which), form).await?)
}

/// `POST …/edit`.
pub(super) async fn edit(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    if let Some(view) = explained(&ask, which.partnership, Some(which), &form).await? {
        return show(&view);
    }
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let input: Write = form.input()?;
    let outcome = commands::redraft(&mut act, &seat, which.decision, form.version()?, &input).await;
    if let Err(Error::Stale { now }) = outcome {
        drop(act);
        return stale(&ask, &seat, which, form, now).await;
    }
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, which.path(), w.decision_done_drafted()).await,
        Err(form) => {
            drop(act);
            let mut tx = ask.look().await?;
            refused(&view(&ask, &mut tx, &seat, Some(which), form).await?)
        }
    }
}

/// Somebody saved first: what stands now, above what was typed; sending again puts the typed in its place.
async fn stale(ask: &Ask, seat: &Seat, which: Which, form: Form, now: i64) -> Reply {
    let mut tx = ask.look().await?;
    let whole = read::whole(&mut tx, which.partnership, which.decision).await?;
    let round = whole.round().ok_or(Error::Unseen)?;
    let stands = Some((round.question.clone(), round.effect.clone()));
    let view = View { stands, ..view(ask, &mut tx, seat, Some(which), form.of_version(now)).await? };
    reply::page(StatusCode::CONFLICT, &view)
}
