//! What the groups do with the sheet: set its numbers, add a row, read a signal.

use serde::Deserialize;
use uuid::Uuid;

use super::{rules, store};
use crate::access::Seat;
use crate::crisis::Group;
use crate::crisis::playbook::{self, Code};
use crate::crisis::taskforce::{No, for_group, for_task_force};
use crate::error::{Error, Gather};
use crate::people::plain;
use crate::record::event;
use crate::site::Act;

/// Copies the playbook's rows into a new crisis.
pub async fn begin(act: &mut Act, seat: &Seat, crisis: Uuid, code: Code) -> Result<(), Error> {
    let book = playbook::of(code, seat.person()?.language)?;
    for (position, signal) in (0_i64..).zip(&book.signals) {
        let new = store::Row {
            group: Group::from_code(&signal.group).unwrap_or(Group::Operations),
            source: Some(position),
            name: &signal.name,
            comes_from: &signal.source,
            unit: &signal.unit,
            lower: signal.worse == "lower",
            limit_at: signal.limit,
            close_at: signal.close,
        };
        store::add(act, seat.partnership().id, crisis, position, &new).await?;
    }
    Ok(())
}

/// A row as it should be.
#[derive(Debug, Clone, Deserialize)]
pub struct Set {
    /// The group that reads it.
    #[serde(default)]
    pub group: String,
    /// What is looked at.
    #[serde(default)]
    pub name: String,
    /// Where the number comes from.
    #[serde(default)]
    pub comes_from: String,
    /// What it counts.
    #[serde(default)]
    pub unit: String,
    /// `higher` or `lower`.
    #[serde(default)]
    pub worse: String,
    /// From here on we limit.
    #[serde(default)]
    pub limit_at: String,
    /// From here on we close.
    #[serde(default)]
    pub close_at: String,
}

struct Good {
    group: Group,
    name: String,
    comes_from: String,
    unit: String,
    lower: bool,
    limit_at: i64,
    close_at: i64,
}

impl Set {
    fn read(&self) -> Result<Good, Error> {
        let mut no = Gather::default();
        let group = no.take(Group::from_code(&self.group).ok_or(No::Choose("group")));
        let name = no.take(plain::name("name", &self.name));
        let comes_from = no.take(plain::short("comes_from", &self.comes_from));
        let unit = no.take(plain::short("unit", &self.unit));
        let lower = no.take(match self.worse.as_str() {
            "lower" => Ok(true),
            "higher" => Ok(false),
            _ => Err(No::Choose("worse")),
        });
        let limit_at = no.take(number("limit_at", &self.limit_at));
        let close_at = no.take(number("close_at", &self.close_at));
        if let (Some(lower), Some(limit_at), Some(close_at)) = (lower, limit_at, close_at)
            && !rules::in_order(lower, limit_at, close_at)
        {
            no.refuse(No::Order);
        }
        no.done()?;
        let (Some(group), Some(name), Some(lower), Some(limit_at), Some(close_at)) =
            (group, name, lower, limit_at, close_at)
        else {
            return Err(Error::Unreadable);
        };
        let (comes_from, unit) = (comes_from.unwrap_or_default(), unit.unwrap_or_default());
        Ok(Good { group, name, comes_from, unit, lower, limit_at, close_at })
    }
}

fn number(field: &'static str, given: &str) -> Result<i64, No> {
    let value: i64 = given.trim().parse().map_err(|_| No::Number(field))?;
    if value.abs() > 1_000_000 { Err(No::Number(field)) } else { Ok(value) }
}

fn row<'a>(good: &'a Good, source: Option<i64>) -> store::Row<'a> {
    store::Row {
        group: good.group,
        source,
        name: &good.name,
        comes_from: &good.comes_from,
        unit: &good.unit,
        lower: good.lower,
        limit_at: good.limit_at,
        close_at: good.close_at,
    }
}

/// Adds a row.
pub async fn add(act: &mut Act, seat: &Seat, crisis: Uuid, input: &Set) -> Result<(), Error> {
    for_task_force(act, seat, crisis).await?;
    let good = input.read()?;
    let position = i64::try_from(store::list(act, crisis).await?.len()).unwrap_or(i64::MAX);
    store::add(act, seat.partnership().id, crisis, position, &row(&good, None)).await?;
    event::leave(act, seat.partnership().id, "crisis.sheet_changed", seat.actor().id(), Some(crisis)).await
}

/// Changes a row's words and numbers.
pub async fn change(
    act: &mut Act,
    seat: &Seat,
    crisis: Uuid,
    id: Uuid,
    version: i64,
    input: &Set,
) -> Result<(), Error> {
    let stands = store::one(act, crisis, id).await?;
    let whole = for_task_force(act, seat, crisis).await?;
    if stands.version != version {
        return Err(Error::Stale { now: stands.version });
    }
    let good = input.read()?;
    // As long as only numbers change, the words stay the playbook's, in each reader's language.
    let shown = stands.clone().read_in(whole.playbook, seat.person()?.language);
    let same = shown.name == good.name && shown.comes_from == good.comes_from && shown.unit == good.unit;
    store::change(act, id, &row(&good, stands.source.filter(|_| same))).await?;
    event::leave(act, seat.partnership().id, "crisis.sheet_changed", seat.actor().id(), Some(crisis)).await
}

/// A reading.
#[derive(Debug, Clone, Deserialize)]
pub struct Reading {
    /// The number.
    #[serde(default)]
    pub reading: String,
}

/// Writes down what a signal shows now.
pub async fn read(act: &mut Act, seat: &Seat, crisis: Uuid, id: Uuid, input: &Reading) -> Result<(), Error> {
    let stands = store::one(act, crisis, id).await?;
    for_group(act, seat, crisis, stands.group).await?;
    let value = number("reading", &input.reading)?;
    store::read(act, id, value, seat.member()?.id).await?;
    event::leave(act, seat.partnership().id, "crisis.signal_read", seat.actor().id(), Some(crisis)).await
}
