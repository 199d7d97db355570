//! The lines of the script that write, sign and keep a commitment. The player remembers the text as its
//! writers see it, so that an edit is a passage found and another put in its place.

use anyhow::{Context, bail};
use words::Lang;

use super::player::{Draft, Player, told};
use super::script::{Line, Passage, Verb};
use crate::access::{Right, Seat};
use crate::prepare::commitment::commands::{self, Begin, Start, Translate, Write};
use crate::prepare::commitment::sample;
use crate::site::Act;

/// The right each of these commands asks for.
pub(super) fn right(verb: Verb) -> Right {
    match verb {
        Verb::Begin | Verb::Write | Verb::Translate | Verb::Review => Right::WriteCommitment,
        Verb::NameSigners | Verb::Freeze => Right::FreezeCommitment,
        Verb::Support => Right::SupportCommitment,
        _ => Right::SignCommitment,
    }
}

/// Plays one of these lines.
pub(super) async fn play(
    player: &mut Player<'_>,
    act: &mut Act,
    seat: &Seat,
    line: &Line,
) -> anyhow::Result<()> {
    let seen = player.drafts.get(&line.partnership).map_or(0, |draft| draft.version);
    match line.verb {
        Verb::Begin => begin(player, act, seat, line).await?,
        Verb::Write => write(player, act, seat, line).await?,
        Verb::NameSigners => {
            let input = player.fields(act, line).await?;
            commands::name_signers(act, seat, &input).await.map_err(told)?;
        }
        Verb::Freeze => commands::freeze(act, seat, seen).await.map_err(told)?,
        Verb::Sign => {
            let input = player.fields(act, line).await?;
            commands::sign(act, seat, seen, &input).await.map_err(told)?;
        }
        Verb::SignOnPaper => {
            let input = player.fields(act, line).await?;
            commands::sign_on_paper(act, seat, seen, &input).await.map_err(told)?;
        }
        Verb::Confirm => {
            let input = player.fields(act, line).await?;
            commands::confirm(act, seat, seen, &input).await.map_err(told)?;
        }
        Verb::Support => drop(commands::support(act, seat).await.map_err(told)?),
        Verb::Translate => {
            let Translate { language, .. } = player.fields(act, line).await?;
            let source = sample::text(Lang::from_code(&language).context("a language")?);
            let input = Translate { language, body: edited(source, &line.passages())? };
            commands::translate(act, seat, &input).await.map_err(told)?;
        }
        Verb::Review => {
            let input = player.fields(act, line).await?;
            commands::review(act, seat, &input).await.map_err(told)?;
        }
        other => bail!("{other:?} is not played at a seat"),
    }
    Ok(())
}

async fn begin(player: &mut Player<'_>, act: &mut Act, seat: &Seat, line: &Line) -> anyhow::Result<()> {
    let input: Begin = player.fields(act, line).await?;
    commands::begin(act, seat, &input).await.map_err(told)?;
    let before = player.drafts.get(&line.partnership).cloned().unwrap_or_default();
    let body = match input.start {
        Start::Earlier => before.body,
        Start::Sample => {
            sample::text(Lang::from_code(&input.language).context("a language")?).trim().to_owned()
        }
        Start::Blank => String::new(),
    };
    player.drafts.insert(line.partnership.clone(), Draft { body, version: 1, ..before });
    Ok(())
}

async fn write(player: &mut Player<'_>, act: &mut Act, seat: &Seat, line: &Line) -> anyhow::Result<()> {
    let draft = player.drafts.get_mut(&line.partnership).context("no commitment is being written")?;
    draft.body = edited(&draft.body, &line.passages())?;
    if let Some(day) = &line.renew_on {
        draft.renew_on.clone_from(day);
    }
    let input = Write { body: draft.body.clone(), renew_on: draft.renew_on.clone() };
    let saved = commands::write(act, seat, draft.version, &input).await.map_err(told)?;
    draft.version = saved.context("nothing was changed")?;
    Ok(())
}

/// A text with passages put in the place of others, each of which must be there.
fn edited(text: &str, passages: &[Passage]) -> anyhow::Result<String> {
    let mut text = text.trim().to_owned();
    for Passage { find, put } in passages {
        if !text.contains(find.as_str()) {
            bail!("the text does not say {find:?}");
        }
        text = text.replacen(find.as_str(), put.trim(), 1);
    }
    Ok(text)
}

#[cfg(test)]
mod rules {
    use super::*;

    #[test]
    fn a_passage_that_is_not_there_is_an_error_and_not_a_silence() {
        let passage = |find: &str| Passage { find: find.into(), put: "\nb".into() };
        assert_eq!(edited("a c", &[passage("a")]).unwrap(), "b c");
        assert!(edited("a c", &[passage("x")]).is_err());
    }
}
