//! What the story says of the six questions and the first half hour.

use super::player::{Player, told};
use super::script::{Line, Verb};
use crate::access::{Right, Seat};
use crate::prepare::firsthour::commands as first;
use crate::prepare::readiness::commands as six;
use crate::reflect::cycle;
use crate::site::Act;

/// The right of these verbs; none for the others.
pub(super) fn right(verb: Verb) -> Option<Right> {
    match verb {
        Verb::Six | Verb::AskMembers => Some(Right::StateReadiness),
        Verb::SixMyself => Some(Right::AnswerReadiness),
        Verb::NameConcerns | Verb::FirstMeeting | Verb::FirstMeetingAnswer => Some(Right::FirstHour),
        _ => None,
    }
}

/// Plays a line of these verbs.
pub(super) async fn play(player: &Player<'_>, act: &mut Act, seat: &Seat, line: &Line) -> anyhow::Result<()> {
    let wanted = line.with.get("cycle").and_then(toml::Value::as_integer);
    let under_way = cycle::current(act, seat.partnership().id).await.map_err(told)?;
    if wanted.is_some_and(|cycle| cycle != under_way) {
        return Ok(());
    }
    match line.verb {
        Verb::Six => six::state(act, seat, &said(line), 0).await.map(drop),
        Verb::AskMembers => six::ask_members(act, seat).await,
        Verb::SixMyself => six::answer(act, seat, &said(line)).await.map(drop),
        Verb::NameConcerns => {
            let input = player.fields(act, line).await?;
            first::name(act, seat, &input).await
        }
        Verb::FirstMeeting => {
            let input = player.fields(act, line).await?;
            first::propose(act, seat, &input).await
        }
        _ => {
            let input = player.fields(act, line).await?;
            first::answer(act, seat, &input).await
        }
    }
    .map_err(told)
}

/// The six answers of a line.
fn said(line: &Line) -> six::Say {
    let levels = line.with.get("levels").and_then(toml::Value::as_str).unwrap_or_default();
    let word = |at: usize| {
        match levels.chars().nth(at) {
            Some('0') => "absent",
            Some('1') => "discussed",
            Some('2') => "developed",
            Some('3') => "implemented",
            Some('-') => "unknown",
            _ => "",
        }
        .to_owned()
    };
    six::Say {
        leaders: word(0),
        cabinet: word(1),
        buildings: word(2),
        training: word(3),
        news: word(4),
        written: word(5),
    }
}
