//! Which of the product's commands each word of the script calls, and with which right. A command that
//! says no stops the filling: the sample holds nothing that the product would not have allowed.

use anyhow::{Context, bail};
use words::Lang;

use super::player::{Player, told};
use super::script::{Line, Verb};
use super::{commitment, decision, meeting, prepare, readiness, reflect, teams};
use crate::access::{Actor, Right, Seat};
use crate::people::invitation::commands::{self as invitations, Invite};
use crate::people::invitation::pledge;
use crate::people::joint::{self, commands as joints};
use crate::people::leaving;
use crate::people::membership::{self, commands as members, recovery};
use crate::people::partnership::commands as partnerships;
use crate::site::Act;

/// The right a line's command asks for, as its page does.
pub(super) fn right(line: &Line) -> Right {
    if let Some(right) = readiness::right(line.verb) {
        return right;
    }
    match line.verb {
        Verb::Edit => Right::EditDraft,
        Verb::Hear => Right::Introduce,
        Verb::Invite => Right::Invite,
        Verb::Seat | Verb::Successor => Right::RuleParty,
        Verb::Leave => Right::Leave,
        Verb::ProposeLead => Right::ProposeLead,
        Verb::Withdraw => Right::Withdraw,
        Verb::Propose if line.kind.as_deref() == Some(joint::Kind::Return.code()) => Right::ProposeReturn,
        Verb::Propose => Right::ProposeJoint,
        Verb::Answer => Right::AnswerJoint,
        Verb::Meeting => meeting::right(line),
        Verb::Decide => decision::right(line),
        Verb::Prepare => prepare::right(line),
        Verb::Crisis => super::crisis::right(line),
        other => {
            let known = teams::right(other).or_else(|| reflect::right(other));
            known.unwrap_or_else(|| commitment::right(other))
        }
    }
}

/// Begins a partnership.
pub(super) async fn start(player: &mut Player<'_>, line: &Line, actor: &Actor) -> anyhow::Result<()> {
    let mut act = player.site.act().await.map_err(told)?;
    let input = player.fields(&mut act, line).await?;
    let id = partnerships::start(&mut act, actor, &input).await.map_err(told)?;
    act.commit().await.map_err(told)?;
    player.partnerships.insert(line.partnership.clone(), id);
    Ok(())
}

/// Answers an invitation through the link in its letter.
pub(super) async fn answer_invitation(
    player: &Player<'_>,
    line: &Line,
    handle: &str,
    actor: &Actor,
) -> anyhow::Result<()> {
    let token = player.link_of(handle).await?;
    let field = |name: &str| line.with.get(name).and_then(toml::Value::as_str).unwrap_or("");
    let mut act = player.site.act().await.map_err(told)?;
    match line.verb {
        Verb::Accept => {
            let job_title = &player.somebody(handle)?.job_title;
            invitations::accept(&mut act, actor, &token, job_title).await.map(drop)
        }
        Verb::Later => invitations::consider(&mut act, actor, &token).await,
        Verb::Decline => invitations::decline(&mut act, actor, &token).await,
        Verb::Question => {
            invitations::question(&mut act, actor, &token, field("question"), field("reply_to")).await
        }
        other => bail!("{other:?} does not answer an invitation"),
    }
    .map_err(told)?;
    act.commit().await.map_err(told)
}

/// What somebody without an account does: add their name.
pub(super) async fn by_a_stranger(player: &Player<'_>, line: &Line) -> anyhow::Result<()> {
    if line.verb != Verb::Pledge {
        bail!("nobody acts on {}", line.on);
    }
    let language = Lang::from_code(line.reads.as_deref().unwrap_or("en")).unwrap_or(Lang::En);
    let mut act = player.site.act().await.map_err(told)?;
    let input = player.fields(&mut act, line).await?;
    let partnership = player.partnership(line)?;
    pledge::add(&mut act, &Actor::Guest, partnership, input, language).await.map_err(told)?;
    act.commit().await.map_err(told)
}

/// What somebody does at their seat.
pub(super) async fn at_a_seat(player: &mut Player<'_>, line: &Line, actor: &Actor) -> anyhow::Result<()> {
    let (mut act, seat) = player.act_at(line, actor).await?;
    if line.verb == Verb::Meeting {
        return meeting::play(player, act, &seat, line).await;
    }
    match line.verb {
        Verb::Edit => {
            let input = player.fields(&mut act, line).await?;
            let version = seat.partnership().version;
            partnerships::edit(&mut act, &seat, &input, version).await.map_err(told)?;
        }
        Verb::Hear => hear(player, &mut act, &seat, line).await?,
        Verb::Invite => invite(player, &mut act, &seat, line).await?,
        Verb::Seat => change_seats(player, &mut act, &seat, line).await?,
        Verb::Successor => {
            let input = player.fields(&mut act, line).await?;
            let own = seat.party().map_err(told)?.id;
            let party = membership::party(&mut act, seat.partnership().id, own).await.map_err(told)?;
            members::set_successor(&mut act, &seat, &input, party.version).await.map_err(told)?;
        }
        Verb::Leave => members::leave(&mut act, &seat).await.map_err(told)?,
        Verb::ProposeLead => {
            let input = player.fields(&mut act, line).await?;
            recovery::propose(&mut act, &seat, &input).await.map_err(told)?;
        }
        Verb::Withdraw => leaving::commands::withdraw(&mut act, &seat).await.map_err(told)?,
        Verb::Propose => {
            let kind = line.kind.as_deref().and_then(joint::Kind::from_code).context("no such joint act")?;
            let input = player.fields(&mut act, line).await?;
            joints::propose(&mut act, &seat, kind, &input).await.map_err(told)?;
        }
        Verb::Answer => answer(player, &mut act, &seat, line).await?,
        verb if readiness::right(verb).is_some() => readiness::play(player, &mut act, &seat, line).await?,
        Verb::Decide => decision::play(player, &mut act, &seat, line).await?,
        Verb::Prepare => prepare::play(player, &mut act, &seat, line).await?,
        Verb::Crisis => super::crisis::play(player, &mut act, &seat, line).await?,
        verb if reflect::right(verb).is_some() => reflect::play(player, &mut act, &seat, line).await?,
        verb if teams::right(verb).is_some() => teams::play(player, &mut act, &seat, line).await?,
        _ => commitment::play(player, &mut act, &seat, line).await?,
    }
    act.commit().await.map_err(told)
}

/// Types what was heard: the other leader's code, or something else when it was misheard.
async fn hear(player: &Player<'_>, act: &mut Act, seat: &Seat, line: &Line) -> anyhow::Result<()> {
    let code = match &line.from {
        Some(other) => {
            let member = player.seat(act, line, other).await?.id;
            partnerships::code_of(act, seat.partnership().id, member).await.map_err(told)?
        }
        None => line.with.get("code").and_then(toml::Value::as_str).map(str::to_owned),
    };
    let input = partnerships::Hear { code: code.context("there is no code to read aloud yet")? };
    partnerships::hear(act, seat, &input).await.map_err(told)?;
    Ok(())
}

async fn invite(player: &Player<'_>, act: &mut Act, seat: &Seat, line: &Line) -> anyhow::Result<()> {
    for handle in &line.whom {
        let who = player.somebody(handle)?;
        let asked: Invite = player.fields(act, line).await?;
        let asked = Invite {
            name: who.name.clone(),
            email: who.email(),
            language: who.language.code().to_owned(),
            ..asked
        };
        invitations::invite(act, seat, asked).await.map_err(told)?;
    }
    Ok(())
}

async fn change_seats(player: &Player<'_>, act: &mut Act, seat: &Seat, line: &Line) -> anyhow::Result<()> {
    for handle in &line.whom {
        let input = player.fields(act, line).await?;
        let chair = player.seat(act, line, handle).await?;
        members::change(act, seat, chair.id, &input, chair.version).await.map_err(told)?;
    }
    Ok(())
}

/// Answers the newest joint act that waits for the seat's party.
async fn answer(player: &Player<'_>, act: &mut Act, seat: &Seat, line: &Line) -> anyhow::Result<()> {
    let partnership = seat.partnership().id;
    let own = seat.party().map_err(told)?.id;
    let parties = membership::parties(act, partnership).await.map_err(told)?;
    let now = act.now();
    let open = joint::open_of(act, partnership).await.map_err(told)?;
    let waiting = open.into_iter().filter(|one| one.awaits(own, &parties, now));
    let newest = waiting.max_by_key(|one| one.proposed_at).context("no joint act waits for this party")?;
    let input = player.fields(act, line).await?;
    joints::answer(act, seat, newest.id, &input).await.map_err(told)?;
    Ok(())
}
