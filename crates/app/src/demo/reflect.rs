//! The lines of the script that look back: what was learned, lessons, what is made to last, cycles,
//! sharing. Things are called by words that stand in them.

use anyhow::{Context, bail};
use uuid::Uuid;
use words::Lang;

use super::player::{Player, told};
use super::script::{Line, Verb};
use crate::access::{Right, Seat};
use crate::network::sharing;
use crate::reflect::{catalogue, cycle, lasting, lesson, quiet};
use crate::site::Act;

/// The right each of these commands asks for; none for any other verb.
pub(super) fn right(verb: Verb) -> Option<Right> {
    match verb {
        Verb::CatalogueAdd
        | Verb::CatalogueAnswer
        | Verb::LessonWrite
        | Verb::LessonTranslate
        | Verb::LessonRead
        | Verb::LastingAdd => Some(Right::WriteReflection),
        Verb::CatalogueSecond => Some(Right::SecondReflection),
        Verb::CatalogueAgree
        | Verb::LessonPublish
        | Verb::LessonAdopt
        | Verb::LastingMove
        | Verb::CycleClose
        | Verb::Share
        | Verb::QuietAnswer => Some(Right::SteerReflection),
        _ => None,
    }
}

/// Plays one of these lines.
pub(super) async fn play(player: &Player<'_>, act: &mut Act, seat: &Seat, line: &Line) -> anyhow::Result<()> {
    let here = seat.partnership().id;
    match line.verb {
        Verb::CatalogueAdd => {
            let input = player.fields(act, line).await?;
            catalogue::commands::add(act, seat, &input).await.map_err(told)?;
        }
        Verb::CatalogueSecond => {
            let entry = entry(act, here, named(line)?).await?;
            catalogue::commands::second(act, seat, entry).await.map_err(told)?;
        }
        Verb::CatalogueAnswer => {
            let input = player.fields(act, line).await?;
            let seen = catalogue(act, here).await?.map_or(0, |found| found.answers);
            catalogue::commands::answer(act, seat, seen, &input).await.map_err(told)?;
        }
        Verb::CatalogueAgree => {
            let input = player.fields(act, line).await?;
            let found = catalogue(act, here).await?.context("nothing was written in this cycle")?;
            catalogue::commands::ask_sides(act, seat, found.version, &input).await.map_err(told)?;
        }
        Verb::LessonWrite => {
            let input = player.fields(act, line).await?;
            let from = lesson::commands::From::default();
            lesson::commands::write(act, seat, &from, &input).await.map_err(told)?;
        }
        Verb::LessonPublish => {
            let input = player.fields(act, line).await?;
            let one = titled(act, here, named(line)?).await?;
            lesson::commands::bring(act, seat, one.id, one.version, &input).await.map_err(told)?;
        }
        Verb::LessonTranslate => {
            let one = titled(act, here, named(line)?).await?;
            let language = line.reads.clone().context("a language")?;
            let input = lesson::translation::Translate { language, no_names: "yes".to_owned() };
            let parts = player.fields(act, line).await?;
            lesson::translation::translate(act, seat, one.id, &input, &parts).await.map_err(told)?;
        }
        Verb::LessonRead => {
            let one = titled(act, here, named(line)?).await?;
            let language = line.reads.as_deref().and_then(Lang::from_code).context("a language")?;
            lesson::translation::review(act, seat, one.id, language).await.map_err(told)?;
        }
        Verb::LessonAdopt => {
            let from = line.from.as_ref().context("a partnership that wrote it")?;
            let from = player.partnerships.get(from).copied().context("a partnership that has begun")?;
            let of = titled(act, from, named(line)?).await?;
            let mut input: lesson::commands::Adopt = player.fields(act, line).await?;
            input.lesson = of.id.to_string();
            lesson::commands::adopt(act, seat, &input).await.map_err(told)?;
        }
        Verb::LastingAdd => {
            let input = player.fields(act, line).await?;
            lasting::commands::add(act, seat, &input).await.map_err(told)?;
        }
        Verb::LastingMove => {
            let all = lasting::all(act, here).await.map_err(told)?;
            let name = named(line)?;
            let one = all.iter().find(|one| one.name.contains(name)).with_context(|| format!("no {name}"))?;
            let input = player.fields(act, line).await?;
            lasting::commands::make_move(act, seat, one.id, one.version, &input).await.map_err(told)?;
        }
        Verb::CycleClose => close(player, act, seat, line).await?,
        Verb::Share => {
            let mut input: sharing::commands::Share = player.fields(act, line).await?;
            if let Some(to) = &line.from {
                input.receiver = player.partnerships.get(to).context("a receiver")?.to_string();
            }
            sharing::commands::propose(act, seat, &input).await.map_err(told)?;
        }
        Verb::QuietAnswer => {
            let input = player.fields(act, line).await?;
            quiet::commands::answer(act, seat, &input).await.map_err(told)?;
        }
        other => bail!("{other:?} does not look back"),
    }
    Ok(())
}

fn named(line: &Line) -> anyhow::Result<&str> {
    line.find.as_deref().context("words that name it")
}

async fn catalogue(act: &mut Act, here: Uuid) -> anyhow::Result<Option<catalogue::Catalogue>> {
    let cycle = cycle::current(act, here).await.map_err(told)?;
    catalogue::of_cycle(act, here, cycle).await.map_err(told)
}

async fn entry(act: &mut Act, here: Uuid, words: &str) -> anyhow::Result<Uuid> {
    let cycle = cycle::current(act, here).await.map_err(told)?;
    let entries = catalogue::entries_of(act, here, cycle).await.map_err(told)?;
    let found = entries.iter().find(|entry| entry.body.contains(words));
    found.map(|entry| entry.id).with_context(|| format!("no entry says {words:?}"))
}

async fn titled(act: &mut Act, partnership: Uuid, words: &str) -> anyhow::Result<lesson::Lesson> {
    let all = lesson::all(act, partnership).await.map_err(told)?;
    let found = all.into_iter().find(|one| one.parts.title.contains(words));
    found.with_context(|| format!("no lesson is called {words:?}"))
}

/// Closes the cycle; what goes on and what is left is named by words that stand in it.
async fn close(player: &Player<'_>, act: &mut Act, seat: &Seat, line: &Line) -> anyhow::Result<()> {
    let mut input: cycle::commands::Close = player.fields(act, line).await?;
    let known = cycle::candidates(act, seat.partnership().id).await.map_err(told)?;
    for words in input.carry.iter_mut().chain(&mut input.leave) {
        let found = known.iter().find(|one| one.words.contains(words.as_str()));
        *words = found.with_context(|| format!("nothing that could go on says {words:?}"))?.code();
    }
    // What the script does not name: what was learned stays behind, what people work on goes on.
    for one in &known {
        let (code, learned) =
            (one.code(), matches!(one.kind, cycle::Kind::Challenge | cycle::Kind::Structure));
        if !input.carry.contains(&code) && !input.leave.contains(&code) {
            if learned { input.leave.push(code) } else { input.carry.push(code) }
        }
    }
    cycle::commands::propose(act, seat, &input).await.map_err(told)?;
    Ok(())
}
