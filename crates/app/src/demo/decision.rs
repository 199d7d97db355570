//! The lines of the script that decide. The story names each question; the player remembers its id.

use anyhow::{Context, bail};

use super::player::{Player, told};
use super::script::Line;
use crate::access::{Right, Seat};
use crate::act::decision::commands;
use crate::site::Act;

/// The right each of these steps asks for.
pub(super) fn right(line: &Line) -> Right {
    match line.kind.as_deref() {
        Some("answer") => Right::AnswerDecision,
        Some("aside") => Right::StandAside,
        _ => Right::WriteDecision,
    }
}

/// Plays one of these lines.
pub(super) async fn play(
    player: &mut Player<'_>,
    act: &mut Act,
    seat: &Seat,
    line: &Line,
) -> anyhow::Result<()> {
    let name = line.decision.clone().context("a decision's name")?;
    let kind = line.kind.as_deref().context("a step of a decision")?;
    if kind == "draft" {
        let input = player.fields(act, line).await?;
        let id = commands::draft(act, seat, &input).await.map_err(told)?;
        player.decisions.insert(name, id);
        return Ok(());
    }
    let id = *player.decisions.get(&name).with_context(|| format!("nobody has asked {name}"))?;
    let place = seat.partnership().id;
    let seen = commands::version(act, place, id).await.map_err(told)?;
    match kind {
        "open" => drop(commands::open(act, seat, id, seen).await.map_err(told)?),
        "answer" => {
            let input = player.fields(act, line).await?;
            commands::answer(act, seat, id, seen, &input).await.map_err(told)?;
        }
        "aside" => commands::stand_aside(act, seat, id).await.map_err(told)?,
        "reveal" => drop(commands::reveal(act, seat, id).await.map_err(told)?),
        "amend" => {
            let input = player.fields(act, line).await?;
            commands::amend(act, seat, id, seen, &input).await.map_err(told)?;
        }
        "close" => commands::close(act, seat, id).await.map_err(told)?,
        "say" => {
            let input = player.fields(act, line).await?;
            commands::say(act, seat, id, &input).await.map_err(told)?;
        }
        other => bail!("{other} is no step of a decision"),
    }
    Ok(())
}
