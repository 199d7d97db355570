//! The lines of the script about teams, charters, projects and support. Things are called by their names: the fields
//! `team`, `project` and `need` of a line are names here, and ids in the product's forms.

use anyhow::{Context, bail};
use db::Tx;
use uuid::Uuid;
use words::{Lang, Words};

use super::player::{Player, told};
use super::script::{Line, Verb};
use crate::access::{Right, Seat};
use crate::act::{charter, project, support, team};
use crate::people::acceptance;
use crate::site::Act;

/// The right each of these commands asks for.
pub(super) fn right(verb: Verb) -> Option<Right> {
    Some(match verb {
        Verb::FoundTeam | Verb::JoinTeam | Verb::CloseTeam | Verb::ScoreProject | Verb::DropProject => {
            Right::ShapeTeams
        }
        Verb::NoteCommittee
        | Verb::WriteCharter
        | Verb::BeginProject
        | Verb::PlanProject
        | Verb::AskSupport
        | Verb::OfferSupport
        | Verb::TakeSupport
        | Verb::RateSupport => Right::WorkInTeams,
        Verb::AskSides => Right::ProposeJoint,
        Verb::SayForSide => Right::AnswerJoint,
        _ => return None,
    })
}

fn named<'l>(line: &'l Line, field: &str) -> &'l str {
    line.with.get(field).and_then(toml::Value::as_str).unwrap_or("")
}

/// The line with names turned into ids, and people into their seats.
async fn with_ids(player: &Player<'_>, act: &mut Act, seat: &Seat, line: &Line) -> anyhow::Result<Line> {
    let mut line = line.clone();
    let name = named(&line, "team").to_owned();
    if !name.is_empty() {
        let id = team_called(act, seat, &name).await?;
        line.with.insert("team".into(), toml::Value::String(id.to_string()));
    }
    for field in ["reports_to"] {
        let name = named(&line, field).to_owned();
        if !name.is_empty() {
            let id = team_called(act, seat, &name).await?;
            line.with.insert(field.into(), toml::Value::String(id.to_string()));
        }
    }
    let mut members = Vec::new();
    for handle in &line.whom {
        members.push(toml::Value::String(player.seat(act, &line, handle).await?.id.to_string()));
    }
    if !members.is_empty() {
        line.with.insert("member".into(), toml::Value::Array(members));
    }
    Ok(line)
}

async fn team_called(tx: &mut Tx, seat: &Seat, name: &str) -> anyhow::Result<Uuid> {
    let teams = team::list(tx, seat.partnership().id).await.map_err(told)?;
    let found = teams.iter().find(|team| team.name == name);
    found.map(|team| team.id).with_context(|| format!("no team is called {name}"))
}

async fn project_called(tx: &mut Tx, seat: &Seat, name: &str) -> anyhow::Result<project::Project> {
    let all = project::all(tx, seat.partnership().id).await.map_err(told)?;
    all.into_iter().find(|one| one.name == name).with_context(|| format!("no project is called {name}"))
}

async fn need_called(tx: &mut Tx, seat: &Seat, name: &str) -> anyhow::Result<Uuid> {
    let all = support::all(tx, seat.partnership().id).await.map_err(told)?;
    let found = all.iter().find(|one| one.name == name);
    found.map(|one| one.id).with_context(|| format!("nobody needs {name}"))
}

/// Plays one of these lines.
pub(super) async fn play(player: &Player<'_>, act: &mut Act, seat: &Seat, line: &Line) -> anyhow::Result<()> {
    let at = with_ids(player, act, seat, line).await?;
    let of_team = named(&at, "team").parse::<Uuid>();
    match line.verb {
        Verb::FoundTeam => {
            let input = player.fields(act, &at).await?;
            team::commands::begin(act, seat, &input).await.map(drop)
        }
        Verb::JoinTeam => {
            let input = player.fields(act, &at).await?;
            team::commands::join(act, seat, of_team?, &input).await
        }
        Verb::CloseTeam => {
            let input = player.fields(act, &at).await?;
            team::commands::close(act, seat, of_team?, &input).await
        }
        Verb::NoteCommittee => {
            let input = player.fields(act, &at).await?;
            team::inventory::commands::note(act, seat, &input).await.map(drop)
        }
        Verb::WriteCharter => return write_charter(player, act, seat, &at).await,
        Verb::BeginProject => {
            let input = player.fields(act, &at).await?;
            project::commands::begin(act, seat, &input).await.map(drop)
        }
        Verb::ScoreProject => {
            let one = project_called(act, seat, named(line, "project")).await?;
            let input = player.fields(act, &at).await?;
            project::commands::score(act, seat, one.id, &input).await.map(drop)
        }
        Verb::PlanProject => {
            let one = project_called(act, seat, named(line, "project")).await?;
            let input = player.fields(act, &at).await?;
            project::commands::plan(act, seat, one.id, &input, one.version).await
        }
        Verb::DropProject => {
            let one = project_called(act, seat, named(line, "project")).await?;
            let input = player.fields(act, &at).await?;
            project::commands::drop(act, seat, one.id, &input).await
        }
        Verb::AskSupport => {
            let input = player.fields(act, &at).await?;
            support::commands::ask(act, seat, &input).await.map(drop)
        }
        Verb::OfferSupport => {
            let need = need_called(act, seat, named(line, "need")).await?;
            let input = player.fields(act, &at).await?;
            support::commands::offer(act, seat, need, &input).await
        }
        Verb::TakeSupport => {
            let need = need_called(act, seat, named(line, "need")).await?;
            let offer = support::offer_open(act, seat.partnership().id, need).await.map_err(told)?;
            support::commands::accept(act, seat, need, offer.context("nobody offered")?).await
        }
        Verb::RateSupport => {
            let need = need_called(act, seat, named(line, "need")).await?;
            let input = player.fields(act, &at).await?;
            support::commands::rate(act, seat, need, &input).await
        }
        Verb::AskSides => return ask_sides(player, act, seat, &at).await,
        Verb::SayForSide => return say_for_side(act, seat, &at).await,
        other => bail!("{other:?} is not about teams"),
    }
    .map_err(told)
}

/// Saves a charter: the starter of its kind of team, or what stands, with the line's own answers in it.
async fn write_charter(player: &Player<'_>, act: &mut Act, seat: &Seat, line: &Line) -> anyhow::Result<()> {
    let id: Uuid = named(line, "team").parse()?;
    let team = team::one(act, seat.partnership().id, id).await.map_err(told)?;
    let language = seat.person().map_or(Lang::En, |person| person.language);
    let today = act.now().civil(&seat.partnership().zone).date();
    let w = seat.words(&Words::new(language));
    let known = charter::newest(act, seat.partnership().id, id).await.map_err(told)?;
    let standing = charter::as_typed(act, seat.partnership().id, &w, &team, today).await.map_err(told)?;
    let mut filled = line.clone();
    filled.with.entry("language").or_insert_with(|| toml::Value::String(language.code().into()));
    for (field, value) in standing {
        filled.with.entry(field).or_insert_with(|| toml::Value::String(value));
    }
    let input = player.fields(act, &filled).await?;
    let seen = known.map_or(0, |(_, version)| version);
    charter::commands::write(act, seat, id, seen, &input).await.map_err(told)?;
    Ok(())
}

/// Puts the tree, a team's charter or a project to the sides.
async fn ask_sides(player: &Player<'_>, act: &mut Act, seat: &Seat, line: &Line) -> anyhow::Result<()> {
    let input: acceptance::commands::Put = player.fields(act, line).await?;
    match line.kind.as_deref() {
        Some("tree") => team::structure::commands::ask(act, seat, &input).await,
        Some("charter") => charter::commands::ask(act, seat, named(line, "team").parse()?, &input).await,
        Some("project") => {
            let one = project_called(act, seat, named(line, "project")).await?;
            project::commands::ask(act, seat, one.id, &input).await
        }
        other => bail!("{other:?} is not put to the sides here"),
    }
    .map_err(told)
}

/// Says yes or no for one's own side.
async fn say_for_side(act: &mut Act, seat: &Seat, line: &Line) -> anyhow::Result<()> {
    let partnership = seat.partnership().id;
    let (about, version) = match line.kind.as_deref() {
        Some("tree") => team::structure::newest(act, partnership).await.map_err(told)?,
        Some("charter") => {
            charter::newest(act, partnership, named(line, "team").parse()?).await.map_err(told)?
        }
        Some("project") => {
            let one = project_called(act, seat, named(line, "project")).await?;
            Some((one.id, one.version))
        }
        other => bail!("{other:?} is not put to the sides here"),
    }
    .context("nothing was put to the sides")?;
    let reply = acceptance::commands::Reply {
        answer: named(line, "answer").to_owned(),
        read: version.to_string(),
        reason: named(line, "reason").to_owned(),
    };
    acceptance::commands::answer(act, seat, about, &reply).await.map_err(told)?;
    Ok(())
}
