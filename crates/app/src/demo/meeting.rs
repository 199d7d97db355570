//! The lines of the script that call meetings, hold them and answer for their minutes.

use anyhow::{Context, bail};
use serde::Deserialize;
use uuid::Uuid;

use super::player::{Player, told};
use super::script::Line;
use crate::access::{Right, Seat};
use crate::act::meeting::{self, Plan, State, commands};
use crate::site::{Act, Moment};

/// A meeting that is called: its plan, its agenda, and who has a task.
#[derive(Debug, Deserialize)]
struct Call {
    title: String,
    day: String,
    time: String,
    minutes: i64,
    place: String,
    facilitator: String,
    items: Vec<Item>,
}

#[derive(Debug, Deserialize)]
struct Item {
    title: String,
    purpose: String,
    owner: String,
    minutes: i64,
}

/// A meeting that is held: who is there, and what is written about each item in turn.
#[derive(Debug, Deserialize)]
struct Hold {
    present: Vec<String>,
    #[serde(default)]
    notes: Vec<Said>,
    /// How many minutes after the last notes it closes; it goes on when there is none.
    closes: Option<i64>,
}

#[derive(Debug, Default, Deserialize)]
struct Said {
    #[serde(default)]
    notes: String,
    #[serde(default)]
    outcome: String,
    #[serde(default)]
    line: String,
    /// Minutes on this item.
    minutes: i64,
}

/// The right each of these commands asks for.
pub(super) fn right(line: &Line) -> Right {
    match line.kind.as_deref() {
        Some("confirm" | "object") => Right::ConfirmMinutes,
        _ => Right::Meet,
    }
}

/// A form's input from plain fields, as a browser would send them.
fn form<T: serde::de::DeserializeOwned>(fields: &[(&str, &str)]) -> anyhow::Result<T> {
    Ok(serde_urlencoded::from_str(&serde_urlencoded::to_string(fields)?)?)
}

/// The meeting that was called for the day of the line.
async fn todays(act: &mut Act, seat: &Seat, line: &Line) -> anyhow::Result<Uuid> {
    let all = meeting::all(act, seat.partnership().id).await.map_err(told)?;
    let found = all.iter().find(|one| one.state == State::Open && one.starts.date() == line.on.date());
    found.map(|one| one.id).context("no meeting was called for this day")
}

/// The newest meeting whose minutes wait for the sides.
async fn newest(act: &mut Act, seat: &Seat) -> anyhow::Result<Uuid> {
    let all = meeting::all(act, seat.partnership().id).await.map_err(told)?;
    let found = all.iter().find(|one| one.state == State::Closed);
    found.map(|one| one.id).context("no minutes wait")
}

/// Plays one of these lines.
pub(super) async fn play(player: &Player<'_>, mut act: Act, seat: &Seat, line: &Line) -> anyhow::Result<()> {
    match line.kind.as_deref() {
        Some("call") => call(player, &mut act, seat, line).await?,
        Some("hold") => return hold(player, act, seat, line).await,
        Some("confirm") => {
            let id = newest(&mut act, seat).await?;
            let yes = form(&[("answer", "confirm")])?;
            commands::answer(&mut act, seat, id, &yes).await.map_err(told)?;
        }
        Some("object") => {
            let id = newest(&mut act, seat).await?;
            let reason = line.with.get("reason").and_then(toml::Value::as_str).unwrap_or("");
            let no = form(&[("answer", "object"), ("reason", reason)])?;
            commands::answer(&mut act, seat, id, &no).await.map_err(told)?;
        }
        Some("settle") => {
            let field = |name: &str| line.with.get(name).and_then(toml::Value::as_str).unwrap_or("");
            let id = crate::act::action::named(&mut act, seat.partnership().id, field("what"))
                .await
                .map_err(told)?;
            let input = form(&[("to", field("to")), ("due", field("due")), ("reason", field("reason"))])?;
            crate::act::action::commands::settle(&mut act, seat, id.0, &input, id.1).await.map_err(told)?;
        }
        other => bail!("a meeting has no {other:?}"),
    }
    act.commit().await.map_err(told)
}

async fn call(player: &Player<'_>, act: &mut Act, seat: &Seat, line: &Line) -> anyhow::Result<()> {
    let it: Call = toml::Value::Table(line.with.clone()).try_into()?;
    let plan = Plan {
        title: it.title.clone(),
        team: String::new(),
        day: it.day.clone(),
        time: it.time.clone(),
        minutes: it.minutes.to_string(),
        place: it.place.clone(),
    };
    let id = commands::plan(act, seat, &plan).await.map_err(told)?;
    let facilitator = player.seat(act, line, &it.facilitator).await?.id.to_string();
    let minutes = it.minutes.to_string();
    let change = form(&[
        ("title", it.title.as_str()),
        ("day", &it.day),
        ("time", &it.time),
        ("minutes", &minutes),
        ("place", &it.place),
        ("facilitator", &facilitator),
    ])?;
    commands::change(act, seat, id, &change, 1).await.map_err(told)?;
    for item in &it.items {
        let owner = player.seat(act, line, &item.owner).await?.id.to_string();
        let minutes = item.minutes.to_string();
        let new = form(&[
            ("title", item.title.as_str()),
            ("purpose", &item.purpose),
            ("owner", &owner),
            ("minutes", &minutes),
        ])?;
        commands::put_on(act, seat, id, &new).await.map_err(told)?;
    }
    commands::invite(act, seat, id).await.map_err(told)?;
    Ok(())
}

/// Holds the newest meeting: each item takes its minutes on the clock of the story.
async fn hold(player: &Player<'_>, mut act: Act, seat: &Seat, line: &Line) -> anyhow::Result<()> {
    let it: Hold = toml::Value::Table(line.with.clone()).try_into()?;
    let id = todays(&mut act, seat, line).await?;
    commands::begin(&mut act, seat, id).await.map_err(told)?;
    for handle in &it.present {
        let member = player.seat(&mut act, line, handle).await?.id;
        let here = form(&[("how", "room")])?;
        commands::mark(&mut act, seat, id, &[member], &here).await.map_err(told)?;
    }
    act.commit().await.map_err(told)?;
    let last = it.notes.len();
    for (at, said) in (1_usize..).zip(&it.notes) {
        player.site.clock.move_to(player.site.now().plus(said.minutes * Moment::MINUTE));
        let mut act = player.site.act().await.map_err(told)?;
        let (item, version) = meeting::current(&mut act, seat.partnership().id, id).await.map_err(told)?;
        let item = item.context("more was written than there are items")?;
        let notes = form(&[("notes", said.notes.as_str()), ("outcome", &said.outcome)])?;
        commands::write(&mut act, seat, id, item, &notes, 0).await.map_err(told)?;
        if !said.line.is_empty() {
            let number = item.to_string();
            let taken = form(&[("line", said.line.as_str()), ("item", &number)])?;
            let caught = commands::capture(&mut act, seat, id, &taken).await.map_err(told)?;
            if !matches!(caught, commands::Caught::Taken) {
                bail!("not plain: {}", said.line);
            }
        }
        // The one that goes on stays at its last item.
        if at < last || it.closes.is_some() {
            commands::go_to(&mut act, seat, id, &form(&[])?, version).await.map_err(told)?;
        }
        act.commit().await.map_err(told)?;
    }
    let Some(minutes) = it.closes else { return Ok(()) };
    player.site.clock.move_to(player.site.now().plus(minutes * Moment::MINUTE));
    let mut act = player.site.act().await.map_err(told)?;
    commands::close(&mut act, seat, id).await.map_err(told)?;
    let week = form(&[("days", "7")])?;
    commands::ask_to_confirm(&mut act, seat, id, &week).await.map_err(told)?;
    act.commit().await.map_err(told)
}
