//! What a party does with its own people, and what everybody may do with their own seat.

use serde::Deserialize;
use uuid::Uuid;

use super::rules::{self, EndReason, No};
use super::store::{self, Changes};
use super::{NewSeat, Role, SeatLine, recovery};
use crate::access::Seat;
use crate::error::{Error, Gather};
use crate::people::partnership::State;
use crate::people::{letters, partnership, plain};
use crate::prepare::commitment;
use crate::record::{self, Deed};
use crate::site::Act;

/// The seat an invitation offers.
#[derive(Debug, Clone)]
pub struct TakeSeat {
    /// The party; none for a neutral seat.
    pub party: Option<Uuid>,
    /// What they will do.
    pub role: Role,
    /// Whether they will lead the party.
    pub lead: bool,
    /// Their job, in their own words.
    pub job_title: String,
    /// The seat of whoever asked them.
    pub appointed_by: Option<Uuid>,
    /// The last day of their term.
    pub term_ends: Option<jiff::civil::Date>,
}

/// Takes a seat that was offered. `newcomer` is a seat made after the link was proved. Gives the id of
/// the new chair; the leads are told of a new lead.
pub async fn take_seat(act: &mut Act, newcomer: &Seat, input: TakeSeat) -> Result<Uuid, Error> {
    let person = newcomer.person()?.clone();
    let partnership = newcomer.partnership().id;
    may_sit(act, newcomer, person.id, &input).await?;
    let chair = NewSeat {
        person: person.id,
        party: input.party,
        role: input.role,
        lead: input.lead,
        job_title: &input.job_title,
        appointed_by: input.appointed_by,
        term_ends: input.term_ends,
        alternate_for: None,
    };
    let member = store::sit(act, partnership, &chair).await?;
    let party = party_name(act, partnership, input.party).await?;
    let deed = Deed::new("seat.taken")
        .about(member)
        .fact("lead", input.lead)
        .fact("party", &party)
        .fact("role", input.role.code());
    let noted = record::note(act, newcomer, deed).await?;
    if newcomer.partnership().state == State::Draft {
        partnership::commands::ready_to_meet(act, newcomer).await?;
    }
    if input.lead {
        let leads = super::leads(act, partnership).await?;
        letters::tell(act, newcomer, &leads, "people", Some(&noted), |w, p| {
            let subject = w.people_letter_lead_subject(&party, &p.name);
            (subject, w.people_letter_lead_body(&person.name, &party))
        })
        .await?;
    }
    Ok(member)
}

async fn may_sit(act: &mut Act, newcomer: &Seat, person: Uuid, input: &TakeSeat) -> Result<(), Error> {
    let partnership = newcomer.partnership();
    let mut no = Gather::default();
    if partnership.state == State::Ended {
        no.refuse(No::Ended);
    }
    if store::seat_of_person(act, partnership.id, person).await? {
        no.refuse(No::SitsAlready);
    }
    if let Some(party) = input.party {
        let party = super::party(act, partnership.id, party).await?;
        if party.withdrawn_at.is_some() {
            no.refuse(No::PartyGone);
        }
        let seats = super::seats(act, partnership.id).await?;
        if input.lead {
            no.take(rules::one_more_lead(seats.iter().filter(|line| line.party == Some(party.id))));
            no.take(rules::role(input.role.code(), true));
        }
    }
    no.done()
}

async fn party_name(act: &mut Act, partnership: Uuid, party: Option<Uuid>) -> Result<String, Error> {
    match party {
        Some(id) => Ok(super::party(act, partnership, id).await?.name),
        None => Ok(String::new()),
    }
}

/// A living seat of the party this lead leads; another party's may be seen but not ruled.
pub(super) async fn own(tx: &mut db::Tx, seat: &Seat, member: Uuid) -> Result<SeatLine, Error> {
    let line = store::seat_of(tx, seat.partnership().id, member).await?.ok_or(Error::Unseen)?;
    if line.party == Some(seat.party()?.id) { Ok(line) } else { Err(Error::Forbidden) }
}

/// What can be changed of a seat.
#[derive(Debug, Clone, Deserialize)]
pub struct Change {
    /// What they do.
    #[serde(default)]
    pub role: String,
    /// Their job, in their own words.
    #[serde(default)]
    pub job_title: String,
    /// The last day of their term; empty for none.
    #[serde(default)]
    pub term_ends: String,
    /// The seat they stand in for; empty for none.
    #[serde(default)]
    pub alternate_for: String,
}

/// Changes a seat of one's own party.
pub async fn change(
    act: &mut Act,
    seat: &Seat,
    member: Uuid,
    input: &Change,
    version: i64,
) -> Result<(), Error> {
    let line = own(act, seat, member).await?;
    if line.version != version {
        return Err(Error::Stale { now: line.version });
    }
    let today = act.now().civil(&seat.partnership().zone).date();
    let mut no = Gather::default();
    let role = no.take(rules::role(&input.role, line.lead));
    let job_title = no.take(plain::short("job_title", &input.job_title));
    let term_ends = no.take(rules::term(&input.term_ends, today));
    let alternate_for = match (role, input.alternate_for.parse::<Uuid>()) {
        (Some(Role::Alternate), Ok(other)) if other != member && own(act, seat, other).await.is_ok() => {
            Some(other)
        }
        (Some(Role::Alternate), Ok(_)) => no.take(Err::<Uuid, _>(No::Elsewhere)),
        _ => None,
    };
    no.done()?;
    let (Some(role), Some(job_title), Some(term_ends)) = (role, job_title, term_ends) else {
        return Err(Error::Unreadable);
    };
    store::change(act, member, &Changes { role, job_title: &job_title, term_ends, alternate_for }).await?;
    let deed = Deed::new("seat.changed")
        .about(member)
        .fact("party", &seat.party()?.name)
        .fact("role", role.code())
        .fact("until", term_ends.map(|day| day.to_string()).unwrap_or_default())
        .text("person", line.language, &line.name);
    record::note(act, seat, deed).await?;
    Ok(())
}

/// Ends a seat of one's own party. Its holder can do and read nothing here from now on.
pub async fn end(act: &mut Act, seat: &Seat, member: Uuid) -> Result<(), Error> {
    let line = own(act, seat, member).await?;
    close(act, seat, &line, EndReason::Ended).await
}

/// Leaves: ends one's own seat.
pub async fn leave(act: &mut Act, seat: &Seat) -> Result<(), Error> {
    let line = store::seat_of(act, seat.partnership().id, seat.member()?.id).await?.ok_or(Error::Unseen)?;
    close(act, seat, &line, EndReason::Left).await
}

/// Ends a neutral seat, as the must-agree parties agreed together.
pub(in crate::people) async fn end_neutral(act: &mut Act, seat: &Seat, member: Uuid) -> Result<(), Error> {
    match store::seat_of(act, seat.partnership().id, member).await? {
        Some(line) if line.party.is_none() => close(act, seat, &line, EndReason::Ended).await,
        // They left by themselves while the others were answering.
        _ => Ok(()),
    }
}

/// Ends a seat, for whatever reason: recorded, everybody who leads is told, and so is its holder.
pub(super) async fn close(act: &mut Act, seat: &Seat, line: &SeatLine, why: EndReason) -> Result<(), Error> {
    let partnership = seat.partnership().id;
    let by = seat.membership().map(|m| m.id);
    store::end(act, line.id, by, why).await?;
    let party = party_name(act, partnership, line.party).await?;
    let deed = Deed::new("seat.ended").about(line.id).fact("party", &party).fact("reason", why.code()).text(
        "person",
        line.language,
        &line.name,
    );
    let noted = record::note(act, seat, deed).await?;
    let mut readers = super::leads(act, partnership).await?;
    readers.push(line.clone());
    letters::tell(act, seat, &readers, "people", Some(&noted), |w, p| {
        (w.people_letter_ended_subject(&p.name), w.people_letter_ended_body(&line.name, &party))
    })
    .await?;
    commitment::seat_ended(act, seat, line).await?;
    match line.party {
        Some(party) => recovery::after_end(act, seat, party).await,
        None => Ok(()),
    }
}

/// Names a second lead of one's own party.
pub async fn name_lead(act: &mut Act, seat: &Seat, member: Uuid) -> Result<(), Error> {
    let line = own(act, seat, member).await?;
    let seats = super::seats(act, seat.partnership().id).await?;
    rules::one_more_lead(seats.iter().filter(|other| other.party == line.party))?;
    give_lead(act, seat, &line).await
}

/// Hands one's own lead over to another seat of the party; one stays as a member.
pub async fn hand_over(act: &mut Act, seat: &Seat, member: Uuid) -> Result<(), Error> {
    let line = own(act, seat, member).await?;
    let me = seat.member()?.id;
    if line.lead || member == me {
        return Err(No::HasLead.into());
    }
    let mine = own(act, seat, me).await?;
    store::set_lead(act, me, false).await?;
    give_lead(act, seat, &line).await?;
    // Who signed in an office and hands it over leaves a signature for the successor to confirm.
    commitment::seat_ended(act, seat, &mine).await
}

async fn give_lead(act: &mut Act, seat: &Seat, line: &SeatLine) -> Result<(), Error> {
    rules::role(line.role.code(), true)?;
    store::set_lead(act, line.id, true).await?;
    let party = seat.party()?.name.clone();
    let deed = Deed::new("lead.named").about(line.id).fact("party", &party).text(
        "person",
        line.language,
        &line.name,
    );
    let noted = record::note(act, seat, deed).await?;
    if seat.partnership().state == State::Draft {
        partnership::commands::ready_to_meet(act, seat).await?;
    }
    let leads = super::leads(act, seat.partnership().id).await?;
    letters::tell(act, seat, &leads, "people", Some(&noted), |w, p| {
        (w.people_letter_lead_subject(&party, &p.name), w.people_letter_lead_body(&line.name, &party))
    })
    .await
}

/// Who speaks for the party when it has nobody left.
#[derive(Debug, Clone, Deserialize)]
pub struct Successor {
    /// Their name.
    #[serde(default)]
    pub name: String,
    /// Their address: kept for that day only, shown to the party's own leads only.
    #[serde(default)]
    pub email: String,
}

/// Names the successor contact of one's own party, and tells them.
pub async fn set_successor(act: &mut Act, seat: &Seat, input: &Successor, version: i64) -> Result<(), Error> {
    let party = super::party(act, seat.partnership().id, seat.party()?.id).await?;
    if party.version != version {
        return Err(Error::Stale { now: party.version });
    }
    let mut no = Gather::default();
    let name = no.take(plain::name("name", &input.name));
    let email = no.take(plain::address("email", &input.email));
    no.done()?;
    let (Some(name), Some(email)) = (name, email) else { return Err(Error::Unreadable) };
    store::set_successor(act, party.id, &name, &email).await?;
    let language = seat.person()?.language;
    let deed = Deed::new("successor.named")
        .about(party.id)
        .fact("party", &party.name)
        .text("person", language, &name);
    record::note(act, seat, deed).await?;
    let w = seat.words(&words::Words::new(language));
    let place = &seat.partnership().name;
    let letter = crate::mail::Letter {
        to_address: email,
        to_name: name.clone(),
        language,
        subject: w.people_letter_successor_subject(place),
        body: format!(
            "{}\n\n{}\n",
            w.people_letter_successor_body(&name, &party.name, place),
            w.letter_foot()
        ),
        partnership: Some(seat.partnership().id),
        secret: false,
    };
    crate::mail::post(act, &letter).await
}
