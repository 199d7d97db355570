//! The lines of the script about a crisis: `do = "crisis"`, with the command as its `kind`. A question and a
//! signal are named by their place, from 1; a decision, a notice or a concern is the newest that stands.

use anyhow::{Context, bail};
use uuid::Uuid;

use super::player::{Player, told};
use super::script::Line;
use crate::access::{Right, Seat};
use crate::crisis::taskforce::{self, commands as forces};
use crate::crisis::{Group, after, concern, log, sheet, situation};
use crate::site::Act;

/// The right the command of a line asks for.
pub(super) fn right(line: &Line) -> Right {
    match line.kind.as_deref() {
        Some("activate" | "confirm" | "co-lead" | "keep" | "stand-down" | "go-on") => Right::ActivateCrisis,
        _ => Right::WorkCrisis,
    }
}

/// Plays one of these lines.
pub(super) async fn play(player: &Player<'_>, act: &mut Act, seat: &Seat, line: &Line) -> anyhow::Result<()> {
    let kind = line.kind.as_deref().context("which command of a crisis?")?;
    if kind == "activate" {
        let input = player.fields(act, line).await?;
        forces::activate(act, seat, &input).await.map_err(told)?;
        return Ok(());
    }
    let newest = taskforce::newest(act, seat.partnership().id).await.map_err(told)?;
    let crisis = newest.context("no crisis goes on")?.id;
    match kind {
        "confirm" => forces::confirm(act, seat, crisis).await,
        "stand-down" => forces::stand_down(act, seat, crisis).await.map(drop),
        "go-on" => forces::go_on(act, seat, crisis).await,
        "co-lead" => {
            let input = player.fields(act, line).await?;
            forces::name(act, seat, crisis, group(line)?, &input).await
        }
        "question" => {
            let all = taskforce::questions(act, crisis, Some(group(line)?)).await.map_err(told)?;
            let one = all.get(place(line)?).context("no such question")?.clone();
            let language = seat.person().map_err(told)?.language;
            let code = taskforce::one(act, seat.partnership().id, crisis).await.map_err(told)?.playbook;
            let mut input: forces::Change = player.fields(act, line).await?;
            if input.question.is_empty() {
                input.question = one.words(code, language).map_err(told)?;
            }
            forces::change(act, seat, crisis, one.id, one.version, &input).await.map(drop)
        }
        "read" => {
            let all = sheet::list(act, crisis).await.map_err(told)?;
            let one = all.get(place(line)?).context("no such signal")?.id;
            let input = player.fields(act, line).await?;
            sheet::commands::read(act, seat, crisis, one, &input).await
        }
        "decide" => {
            let input = player.fields(act, line).await?;
            log::commands::decide(act, seat, crisis, &input).await.map(drop)
        }
        "word" => {
            let input = player.fields(act, line).await?;
            let one = decision(act, crisis).await?;
            log::commands::say(act, seat, crisis, one.0, &input).await
        }
        "until" => {
            let input = player.fields(act, line).await?;
            let (one, version) = decision(act, crisis).await?;
            log::commands::until(act, seat, crisis, one, version, &input).await
        }
        "publish" => {
            let input = player.fields(act, line).await?;
            situation::commands::publish(act, seat, crisis, &input).await
        }
        "behind" => {
            let one = notice(act, crisis).await?;
            situation::commands::stand_behind(act, seat, crisis, one).await
        }
        "review" => {
            let one = notice(act, crisis).await?;
            situation::commands::review(act, seat, crisis, one).await
        }
        "raise" => {
            let input = player.fields(act, line).await?;
            concern::commands::raise(act, seat, crisis, &input).await
        }
        "reply" => {
            let all = concern::list(act, crisis, None).await.map_err(told)?;
            let one = all.first().context("no concern waits")?.id;
            let input = player.fields(act, line).await?;
            concern::commands::answer(act, seat, crisis, one, &input).await
        }
        "look-back" => {
            let input = player.fields(act, line).await?;
            after::commands::add(act, seat, crisis, &input).await
        }
        other => bail!("a crisis knows no {other}"),
    }
    .map_err(told)
}

fn group(line: &Line) -> anyhow::Result<Group> {
    let code = line.with.get("group").and_then(toml::Value::as_str).unwrap_or("");
    Group::from_code(code).context("which group?")
}

/// A place from 1, as the story counts.
fn place(line: &Line) -> anyhow::Result<usize> {
    let number = line.with.get("number").and_then(toml::Value::as_integer).context("which number?")?;
    usize::try_from(number - 1).context("numbers begin at 1")
}

async fn decision(act: &mut Act, crisis: Uuid) -> anyhow::Result<(Uuid, i64)> {
    let all = log::list(act, crisis).await.map_err(told)?;
    let newest = all.iter().find(|one| one.ended_at.is_none()).context("nothing is decided")?;
    Ok((newest.id, newest.version))
}

async fn notice(act: &mut Act, crisis: Uuid) -> anyhow::Result<Uuid> {
    let all = situation::list(act, crisis).await.map_err(told)?;
    Ok(all.first().context("nothing was published")?.id)
}
