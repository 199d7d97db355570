//! What dates bring about: the day a round waits for, and the day members' answers are counted.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{members, settle, store};
use crate::access::{Actor, Right, Seat};
use crate::error::Error;
use crate::jobs::{self, Kind};
use crate::people::membership;
use crate::record::{self, Deed};
use crate::site::{Act, Moment, Site};

const ROUND: &str = "readiness-round";
const MEMBERS: &str = "readiness-members";

/// The kinds of job of a round.
pub const ALL: &[Kind] = &[
    Kind { name: ROUND, run: |site, args| Box::pin(round(site, args)), every: None },
    Kind { name: MEMBERS, run: |site, args| Box::pin(count(site, args)), every: None },
];

#[derive(Debug, Serialize, Deserialize)]
struct Asked {
    round: Uuid,
    party: Uuid,
}

/// Asks to be woken when the date of a round has come.
pub(super) async fn when_over(act: &mut Act, round: Uuid, at: Moment) -> Result<(), Error> {
    jobs::at(act, ROUND, &round, at).await
}

/// Asks to be woken when a party's members have had their time.
pub(super) async fn when_members_are_over(
    act: &mut Act,
    round: Uuid,
    party: Uuid,
    at: Moment,
) -> Result<(), Error> {
    jobs::at(act, MEMBERS, &Asked { round, party }, at).await
}

async fn round(site: Site, args: String) -> Result<(), Error> {
    let id: Uuid = jobs::args(&args)?;
    let mut act = site.act().await?;
    if let Some(seat) = house(&mut act, ROUND, id).await? {
        settle::over(&mut act, &seat, id).await?;
    }
    act.commit().await
}

async fn count(site: Site, args: String) -> Result<(), Error> {
    let asked: Asked = jobs::args(&args)?;
    let mut act = site.act().await?;
    if let Some(seat) = house(&mut act, MEMBERS, asked.round).await? {
        let askings = store::askings(&mut act, asked.round).await?;
        let open = askings.into_iter().find(|one| one.party == asked.party && one.closed_at.is_none());
        if let Some(asking) = open.filter(|one| act.now() >= one.answer_by) {
            let party = membership::party(&mut act, seat.partnership().id, asked.party).await?;
            let answers = store::answers(&mut act, asked.round, asked.party).await?;
            let (people, shares) = members::count(&answers, members::threshold(party.kind)).unzip();
            store::freeze(&mut act, asked.round, asked.party, people, shares).await?;
            let deed = Deed::new("readiness.members_counted")
                .about(asked.round)
                .fact("party", &asking.party_name)
                .fact("shown", if people.is_some() { "yes" } else { "no" });
            record::note(&mut act, &seat, deed).await?;
        }
    }
    act.commit().await
}

async fn house(act: &mut Act, kind: &'static str, round: Uuid) -> Result<Option<Seat>, Error> {
    match store::partnership_of(act, round).await? {
        Some(partnership) => Ok(Some(Seat::of_house(act, Actor::Job(kind), partnership, Right::See).await?)),
        None => Ok(None),
    }
}
