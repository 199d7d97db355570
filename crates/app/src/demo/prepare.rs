//! The lines of the script about the case, the partner map and the shared goals. The kind of a line says which command;
//! groups, interests and goals are called by their words.

use anyhow::{Context, bail};
use uuid::Uuid;

use super::player::{Player, told};
use super::script::Line;
use crate::access::{Right, Seat};
use crate::people::acceptance::commands::{self as acceptances, Put, Reply};
use crate::prepare::case::commands as case;
use crate::prepare::goals::{self, commands as goal};
use crate::prepare::partners::{self, commands as map};
use crate::prepare::sheet;
use crate::site::Act;

/// The right each of these lines asks for.
pub(super) fn right(line: &Line) -> Right {
    match line.kind.as_deref() {
        Some("accept" | "refuse" | "mark") => Right::AnswerJoint,
        Some("case.ask" | "map.ask" | "goal.ask") => Right::ProposeJoint,
        _ => Right::Prepare,
    }
}

/// Plays one of these lines.
pub(super) async fn play(player: &Player<'_>, act: &mut Act, seat: &Seat, line: &Line) -> anyhow::Result<()> {
    let word = |name: &str| line.with.get(name).and_then(toml::Value::as_str).unwrap_or("").to_owned();
    let put = Put { days: "14".into() };
    match line.kind.as_deref().context("which command of the steps")? {
        "case.number" => {
            let input = player.fields(act, line).await?;
            case::add_number(act, seat, &input).await.map_err(told)?;
        }
        "case.file" => {
            let input = player.fields(act, line).await?;
            case::add_file(act, seat, &input).await.map_err(told)?;
        }
        "case.studies" => {
            let chosen: Vec<String> = word("studies").split_whitespace().map(str::to_owned).collect();
            case::choose_studies(act, seat, &chosen).await.map_err(told)?;
        }
        "case.role" => {
            let input = player.fields(act, line).await?;
            case::set_role(act, seat, &input).await.map_err(told)?;
        }
        "case.answer" => {
            let kind = sheet::Kind::Case;
            let read = sheet::of(act, seat.partnership().id, kind).await.map_err(told)?;
            let input = player.fields(act, line).await?;
            case::answer(act, seat, read.map_or(0, |s| s.version), &input).await.map_err(told)?;
        }
        "case.ask" => case::ask(act, seat, &put).await.map_err(told)?,
        "map.group" => {
            let input = player.fields(act, line).await?;
            map::add(act, seat, &input).await.map_err(told)?;
        }
        "map.tie" => {
            let groups = partners::groups(act, seat.partnership().id).await.map_err(told)?;
            let id = |name: String| {
                groups.iter().find(|g| g.name == name).map(|g| g.id.to_string()).unwrap_or_default()
            };
            let tie = map::SetTie { one: id(word("one")), two: id(word("two")), strength: word("strength") };
            map::set_tie(act, seat, &tie).await.map_err(told)?;
        }
        "map.ask" => map::ask(act, seat, &put).await.map_err(told)?,
        "interests" => {
            let input = player.fields(act, line).await?;
            goal::share(act, seat, &input).await.map_err(told)?;
        }
        "mark" => {
            let known = goals::interests(act, seat.partnership().id).await.map_err(told)?;
            let one = known.iter().find(|one| one.body == word("interest")).context("no such interest")?;
            let mark = goal::Mark { interest: one.id, ours: "yes".into() };
            goal::mark(act, seat, &mark).await.map_err(told)?;
        }
        "goal.write" => {
            let input = player.fields(act, line).await?;
            let from = match word("from") {
                none if none.is_empty() => None,
                title => Some(goal_of(act, seat, &title).await?),
            };
            goal::write(act, seat, from, &input).await.map_err(told)?;
        }
        "goal.ask" => {
            let (id, _) = goal_of(act, seat, &word("goal")).await?;
            goal::ask(act, seat, id, &put).await.map_err(told)?;
        }
        kind @ ("accept" | "refuse") => {
            let place = seat.partnership().id;
            let kept = match word("what").as_str() {
                "case" => sheet::of(act, place, sheet::Kind::Case).await.map_err(told)?,
                "map" => sheet::of(act, place, sheet::Kind::Map).await.map_err(told)?,
                _ => None,
            };
            let (about, version) = match kept {
                Some(sheet) => (sheet.id, sheet.version),
                None => goal_of(act, seat, &word("what")).await?,
            };
            let reply = Reply { answer: kind.into(), read: version.to_string(), reason: word("reason") };
            acceptances::answer(act, seat, about, &reply).await.map_err(told)?;
        }
        other => bail!("{other} is no command of the steps"),
    }
    Ok(())
}

/// A goal by its title, with the version that stands.
async fn goal_of(act: &mut Act, seat: &Seat, title: &str) -> anyhow::Result<(Uuid, i64)> {
    let all = goals::all(act, seat.partnership().id).await.map_err(told)?;
    let found = all.iter().rev().find(|goal| goal.title == title && !goal.dropped);
    found.map(|goal| (goal.id, goal.version)).with_context(|| format!("no goal is called {title}"))
}
