//! A party that has no lead. Its members propose one of themselves; with no members left, its
//! successor contact is asked. Either way everybody has seven days' notice. The operator seats nobody.

use serde::Deserialize;
use uuid::Uuid;
use words::Lang;

use super::rules::No;
use super::{Party, Role, SeatLine, rules, store};
use crate::access::{Actor, Right, Seat};
use crate::error::Error;
use crate::jobs;
use crate::people::invitation;
use crate::people::invitation::commands::{For, Offer};
use crate::people::letters;
use crate::record::{self, Deed};
use crate::site::{Act, Moment, Site};

/// The days of notice.
pub const NOTICE_DAYS: i64 = 7;

/// The job that ends a notice.
pub const JOB: jobs::Kind =
    jobs::Kind { name: "recovery", run: |site, args| Box::pin(settle(site, args)), every: None };

/// A notice that runs: somebody is proposed, or the successor contact will be asked.
#[derive(Debug, Clone)]
pub struct Recovery {
    /// Its id.
    pub id: Uuid,
    /// Where.
    pub partnership: Uuid,
    /// The party without a lead.
    pub party: Uuid,
    /// The seat that is proposed; none when the successor contact will be asked.
    pub member: Option<Uuid>,
    /// Since when.
    pub proposed_at: Moment,
    /// When it takes effect.
    pub takes_at: Moment,
}

/// Whom the members propose.
#[derive(Debug, Clone, Deserialize)]
pub struct Propose {
    /// The seat of one of themselves.
    pub member: Uuid,
}

/// Proposes one of a leaderless party's own members as its lead.
pub async fn propose(act: &mut Act, seat: &Seat, input: &Propose) -> Result<(), Error> {
    let line = super::commands::own(act, seat, input.member).await?;
    let party = seat.party()?.clone();
    if party.has_lead {
        return Err(No::HasLead.into());
    }
    if store::open_recovery(act, party.id).await?.is_some() {
        return Err(No::Proposed.into());
    }
    rules::role(line.role.code(), true)?;
    let by = seat.member()?.id;
    let deed = Deed::new("lead.proposed").about(line.id).fact("party", &party.name).text(
        "person",
        line.language,
        &line.name,
    );
    begin(act, seat, party.id, Some((line.id, by)), deed).await
}

/// Writes the notice down, records it, plans its end and tells everybody who has to know.
async fn begin(
    act: &mut Act,
    seat: &Seat,
    party: Uuid,
    member: Option<(Uuid, Uuid)>,
    deed: Deed,
) -> Result<(), Error> {
    let partnership = seat.partnership().id;
    let takes_at = act.now().plus(NOTICE_DAYS * Moment::DAY);
    let id = store::add_recovery(act, partnership, party, member.map(|m| m.0), member.map(|m| m.1), takes_at)
        .await?;
    jobs::at(act, JOB.name, &id, takes_at).await?;
    let noted = record::note(act, seat, deed).await?;
    let party = super::party(act, partnership, party).await?;
    let readers = concerned(act, partnership, &party).await?;
    let zone = seat.partnership().zone.clone();
    letters::tell(act, seat, &readers, "people", Some(&noted), |w, p| {
        let day = w.date(takes_at.civil(&zone).date());
        let body = match member {
            Some(_) => w.people_letter_proposed_body(&day, &party.name),
            None => w.people_letter_empty_body(&day, &party.name),
        };
        (w.people_letter_proposed_subject(&party.name, &p.name), body)
    })
    .await?;
    tell_successor(act, seat, &party, takes_at).await
}

/// Every lead, and the party's own members.
async fn concerned(act: &mut Act, partnership: Uuid, party: &Party) -> Result<Vec<SeatLine>, Error> {
    let seats = super::seats(act, partnership).await?;
    Ok(seats.into_iter().filter(|line| line.lead || line.party == Some(party.id)).collect())
}

async fn tell_successor(act: &mut Act, seat: &Seat, party: &Party, takes_at: Moment) -> Result<(), Error> {
    let Some((name, email)) = &party.successor else { return Ok(()) };
    // They have no account and so no language of their own: the letter speaks both.
    let place = &seat.partnership().name;
    let day = takes_at.civil(&seat.partnership().zone).date();
    let both: Vec<String> = Lang::ALL
        .iter()
        .map(|lang| seat.words(&words::Words::new(*lang)))
        .map(|w| w.people_letter_notice_body(w.date(day), name, &party.name, place))
        .collect();
    let w = seat.words(&words::Words::new(Lang::En));
    let letter = crate::mail::Letter {
        to_address: email.clone(),
        to_name: name.clone(),
        language: Lang::En,
        subject: w.people_letter_proposed_subject(&party.name, place),
        body: both.join("\n\n"),
        partnership: Some(seat.partnership().id),
        secret: false,
    };
    crate::mail::post(act, &letter).await
}

/// Objects: one voice of the same party is enough, and the party proposes anew.
pub async fn object(act: &mut Act, seat: &Seat, id: Uuid) -> Result<(), Error> {
    let open = store::recovery(act, id).await?.ok_or(Error::Unseen)?;
    let party = seat.party()?.clone();
    if open.party != party.id {
        return Err(Error::Unseen);
    }
    store::end_recovery(act, id, "objected").await?;
    let noted =
        record::note(act, seat, Deed::new("lead.objected").about(id).fact("party", &party.name)).await?;
    let party = super::party(act, seat.partnership().id, party.id).await?;
    let readers = concerned(act, seat.partnership().id, &party).await?;
    letters::tell(act, seat, &readers, "people", Some(&noted), |w, p| {
        (w.people_letter_proposed_subject(&party.name, &p.name), w.people_letter_objected_body(&party.name))
    })
    .await
}

/// After a seat has ended: a party with nobody left gives notice that its successor contact will be asked.
pub(super) async fn after_end(act: &mut Act, seat: &Seat, party: Uuid) -> Result<(), Error> {
    let partnership = seat.partnership().id;
    let party = super::party(act, partnership, party).await?;
    let seats = super::seats(act, partnership).await?;
    let empty = !seats.iter().any(|line| line.party == Some(party.id));
    if !empty || party.withdrawn_at.is_some() || party.successor.is_none() {
        return Ok(());
    }
    if let Some(open) = store::open_recovery(act, party.id).await? {
        store::end_recovery(act, open.id, "void").await?;
    }
    let deed = Deed::new("party.empty").about(party.id).fact("party", &party.name);
    begin(act, seat, party.id, None, deed).await
}

async fn settle(site: Site, args: String) -> Result<(), Error> {
    let id: Uuid = jobs::args(&args)?;
    let mut act = site.act().await?;
    let Some(open) = store::recovery(&mut act, id).await? else { return Ok(()) };
    let seat = Seat::of_house(&mut act, Actor::Job(JOB.name), open.partnership, Right::ProposeLead).await?;
    let party = super::party(&mut act, open.partnership, open.party).await?;
    let seats = super::seats(&mut act, open.partnership).await?;
    let own: Vec<&SeatLine> = seats.iter().filter(|line| line.party == Some(party.id)).collect();
    let led = own.iter().any(|line| line.lead) || party.withdrawn_at.is_some();
    let proposed = own.iter().find(|line| Some(line.id) == open.member);
    let state = match (led, open.member, proposed) {
        (false, Some(_), Some(line)) => {
            take(&mut act, &seat, line, &party).await?;
            "taken"
        }
        (false, None, _) if own.is_empty() => {
            ask_successor(&mut act, &seat, &party).await?;
            "asked"
        }
        // Somebody leads by now, or the proposed one has gone.
        _ => "void",
    };
    store::end_recovery(&mut act, id, state).await?;
    act.commit().await
}

async fn take(act: &mut Act, seat: &Seat, line: &SeatLine, party: &Party) -> Result<(), Error> {
    store::set_lead(act, line.id, true).await?;
    let deed = Deed::new("lead.recovered").about(line.id).fact("party", &party.name).text(
        "person",
        line.language,
        &line.name,
    );
    let noted = record::note(act, seat, deed).await?;
    let readers = concerned(act, seat.partnership().id, party).await?;
    letters::tell(act, seat, &readers, "people", Some(&noted), |w, p| {
        (
            w.people_letter_lead_subject(&party.name, &p.name),
            w.people_letter_lead_body(&line.name, &party.name),
        )
    })
    .await
}

async fn ask_successor(act: &mut Act, seat: &Seat, party: &Party) -> Result<(), Error> {
    let Some((name, email)) = party.successor.clone() else { return Ok(()) };
    record::note(act, seat, Deed::new("successor.asked").about(party.id).fact("party", &party.name)).await?;
    let w = seat.words(&words::Words::new(Lang::En));
    let offer = Offer {
        party: Some(For { id: party.id, name: party.name.clone() }),
        role: Role::Member,
        lead: true,
        name,
        email: Some(email),
        message: w.people_successor_message(&party.name, &seat.partnership().name),
        language: Lang::En,
    };
    invitation::commands::offer(act, seat, offer).await?;
    Ok(())
}
