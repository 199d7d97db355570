//! What people do with teams: found one, seat their own people, confirm who was asked, change it, close it.

use jiff::civil::Date;
use serde::Deserialize;
use uuid::Uuid;

use super::store::{self, Chair, Fresh};
use super::{Kind, No, Team, TeamSeat, jobs, rules, structure};
use crate::access::Seat;
use crate::error::{Error, Gather};
use crate::people::membership::{self, SeatLine};
use crate::people::{letters, plain};
use crate::record::{self, Deed};
use crate::site::{Act, Moment};
use crate::text;

/// How long a party has to confirm somebody of its own whom another side put forward.
const ASKED_FOR: i64 = 14 * Moment::DAY;
/// The longest reason for closing a team.
const REASON_MOST: usize = 2_000;

/// What a team is made from.
#[derive(Debug, Clone)]
pub struct NewTeam {
    /// What kind it is.
    pub kind: Kind,
    /// What it is called.
    pub name: String,
    /// The team it reports to.
    pub reports_to: Option<Uuid>,
    /// The place it belongs to; the partnership's own if none is named.
    pub site: Option<Uuid>,
    /// Who shares the chair, by their seats in the partnership: two at most, of different parties. Those of the
    /// founder's own party sit at once; for another party they are asked.
    pub co_chairs: Vec<Uuid>,
}

/// Founds a team and gives its id.
pub async fn found(act: &mut Act, seat: &Seat, new: NewTeam) -> Result<Uuid, Error> {
    let partnership = seat.partnership().id;
    let mut no = Gather::default();
    let name = no.take(plain::name("name", &new.name));
    let teams = store::all(act, partnership).await?;
    if let Some(parent) = new.reports_to {
        no.take(rules::may_report(&teams, None, parent));
    }
    if name.as_ref().is_some_and(|name| taken(&teams, name, None)) {
        no.refuse(No::NameTaken);
    }
    let site = no.take(site_of(act, partnership, new.site).await?);
    let members = membership::seats(act, partnership).await?;
    let mut chairs: Vec<&SeatLine> = Vec::new();
    for member in &new.co_chairs {
        let line = no.take(members.iter().find(|line| line.id == *member).ok_or(No::NotAMember));
        if line.is_some_and(|line| line.party.is_none()) {
            no.refuse(No::NeutralChair);
        }
        if line.is_some_and(|line| chairs.iter().any(|other| other.party == line.party)) {
            no.refuse(No::SameParty);
        }
        chairs.extend(line);
    }
    if chairs.len() > 2 {
        no.refuse(No::TwoChairs);
    }
    no.done()?;
    let (Some(name), Some(site)) = (name, site) else { return Err(Error::Unreadable) };
    let by = seat.membership().map(|m| m.id);
    let fresh = Fresh { kind: new.kind, name: &name, reports_to: new.reports_to, site, by };
    let id = store::add(act, partnership, &fresh).await?;
    record::note(
        act,
        seat,
        Deed::new("team.founded").about(id).fact("kind", new.kind.code()).fact("team", &name),
    )
    .await?;
    if structure::lasts(new.kind) {
        structure::commands::changed(act, seat).await?;
    }
    for line in chairs {
        put(act, seat, id, &name, line, true).await?;
    }
    Ok(id)
}

fn taken(teams: &[Team], name: &str, but: Option<Uuid>) -> bool {
    teams.iter().any(|team| team.lives() && Some(team.id) != but && team.name == name)
}

async fn site_of(act: &mut Act, partnership: Uuid, wanted: Option<Uuid>) -> Result<Result<Uuid, No>, Error> {
    let sites = store::sites(act, partnership).await?;
    let found = match wanted {
        None => sites.first(),
        Some(id) => sites.iter().find(|(site, _)| *site == id),
    };
    Ok(found.map(|(id, _)| *id).ok_or(No::SiteElsewhere))
}

/// Puts somebody into a team: at once where their own party does it or they sit for none, else their party is
/// asked.
async fn put(
    act: &mut Act,
    seat: &Seat,
    team: Uuid,
    name: &str,
    line: &SeatLine,
    chair: bool,
) -> Result<(), Error> {
    let partnership = seat.partnership().id;
    let own = seat.membership().and_then(|m| m.party.as_ref()).map(|p| p.id);
    let asked = line.party.is_some() && line.party != own;
    let until = act.now().plus(ASKED_FOR);
    let by = seat.membership().map(|m| m.id);
    let new = Chair { member: line.id, party: line.party, chair, asked: asked.then_some((by, until)) };
    let id = store::sit(act, partnership, team, &new).await?;
    let party = party_name(act, partnership, line.party).await?;
    let kind = if asked { "team.asked" } else { "team.seated" };
    let deed = Deed::new(kind)
        .about(team)
        .fact("team", name)
        .fact("party", &party)
        .fact("chair", chair)
        .text("person", line.language, line.name.clone());
    let noted = record::note(act, seat, deed).await?;
    if !asked {
        return Ok(());
    }
    jobs::when_asking_is_over(act, id, until).await?;
    let leads = membership::leads(act, partnership).await?;
    let leads: Vec<SeatLine> = leads.into_iter().filter(|lead| lead.party == line.party).collect();
    let (zone, team_name, who) = (seat.partnership().zone.clone(), name.to_owned(), line.name.clone());
    letters::tell(act, seat, &leads, &format!("teams/{team}"), Some(&noted), |w, p| {
        let day = w.date(until.plus(-1).civil(&zone).date());
        (w.team_letter_asked_subject(&p.name), w.team_letter_asked_body(day, &who, &team_name))
    })
    .await
}

async fn party_name(act: &mut Act, partnership: Uuid, party: Option<Uuid>) -> Result<String, Error> {
    let Some(party) = party else { return Ok(String::new()) };
    Ok(membership::party(act, partnership, party).await?.name)
}

/// The form to found a team.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Found {
    /// What kind.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// The team it reports to, or nothing.
    pub reports_to: String,
    /// The place, or nothing for the partnership's own.
    pub site: String,
    /// Who of one's own party shares the chair, or nobody yet.
    pub chair: String,
}

/// Founds a team from what a lead typed.
pub async fn begin(act: &mut Act, seat: &Seat, input: &Found) -> Result<Uuid, Error> {
    let Some(kind) = Kind::from_code(&input.kind) else {
        let mut no = Gather::default();
        no.refuse(No::KindMissing);
        no.take(plain::name("name", &input.name));
        no.done()?;
        return Err(Error::Unreadable);
    };
    let chair = chosen(&input.chair)?;
    if let Some(chair) = chair {
        own(act, seat, chair).await?;
    }
    let new = NewTeam {
        kind,
        name: input.name.clone(),
        reports_to: chosen(&input.reports_to)?,
        site: chosen(&input.site)?,
        co_chairs: chair.into_iter().collect(),
    };
    found(act, seat, new).await
}

/// An id that was chosen, or none.
fn chosen(typed: &str) -> Result<Option<Uuid>, Error> {
    if typed.is_empty() { Ok(None) } else { typed.parse().map(Some).map_err(|_| Error::Unreadable) }
}

/// Somebody of one's own party.
async fn own(act: &mut Act, seat: &Seat, member: Uuid) -> Result<SeatLine, Error> {
    let line = membership::seat_of(act, seat.partnership().id, member).await?.ok_or(No::NotAMember)?;
    if line.party != Some(seat.party()?.id) {
        return Err(No::NotYours.into());
    }
    Ok(line)
}

/// Who of one's own party, or of no party, joins a team, and who of one's own shares its chair.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Join {
    /// The seats of those who join.
    pub member: Vec<String>,
    /// Who of one's own party shares the chair from now on; empty for no change.
    pub chair: String,
}

/// Seats people of one's own party.
pub async fn join(act: &mut Act, seat: &Seat, team: Uuid, input: &Join) -> Result<(), Error> {
    let partnership = seat.partnership().id;
    let team = living(act, partnership, team).await?;
    let own_party = seat.party()?.id;
    let chair = chosen(&input.chair)?;
    let mut members = Vec::new();
    for typed in &input.member {
        members.extend(chosen(typed)?);
    }
    members.extend(chair.filter(|chair| !members.contains(chair)));
    if members.is_empty() {
        return Err(No::Nobody.into());
    }
    let known = membership::seats(act, partnership).await?;
    let mut lines = Vec::new();
    for member in members {
        let line = known.iter().find(|line| line.id == member).ok_or(No::NotAMember)?;
        if line.party.is_some_and(|party| party != own_party) {
            return Err(No::NotYours.into());
        }
        lines.push(line);
    }
    if let Some(chair) = chair {
        pass_chair(act, &team, own_party, lines.iter().copied().find(|line| line.id == chair)).await?;
    }
    let seats = store::seats(act, team.id).await?;
    for line in lines {
        let takes_chair = chair == Some(line.id);
        match seats.iter().find(|place| place.member == line.id) {
            Some(place) => {
                if !place.sits() {
                    confirm(act, seat, team.id, place.id).await?;
                }
                if takes_chair && !place.chair {
                    store::set_chair(act, place.id, true).await?;
                    note_seat(act, seat, &team, place, "team.chair").await?;
                }
            }
            None => put(act, seat, team.id, &team.name, line, takes_chair).await?,
        }
    }
    Ok(())
}

/// Makes room in the chair: whoever of the party shares it now keeps their place and gives the chair on.
async fn pass_chair(act: &mut Act, team: &Team, own: Uuid, taker: Option<&SeatLine>) -> Result<(), Error> {
    let taker = taker.ok_or(No::NotAMember)?;
    let mut seats = store::seats(act, team.id).await?;
    for place in seats.iter_mut().filter(|place| place.chair && place.party == Some(own)) {
        if place.member != taker.id {
            store::set_chair(act, place.id, false).await?;
        }
        place.chair = false;
    }
    Ok(rules::may_chair(&seats, taker.party)?)
}

async fn living(act: &mut Act, partnership: Uuid, team: Uuid) -> Result<Team, Error> {
    let team = store::one(act, partnership, team).await?;
    if team.lives() { Ok(team) } else { Err(No::Closed.into()) }
}

/// A place that one's own party may dispose of: its own people's, or a neutral's.
async fn ours(act: &mut Act, seat: &Seat, team: Uuid, place: Uuid) -> Result<TeamSeat, Error> {
    let place = store::seat_by_id(act, team, place).await?;
    let own = seat.party()?.id;
    if place.party.is_none_or(|party| party == own) { Ok(place) } else { Err(Error::Forbidden) }
}

async fn note_seat(
    act: &mut Act,
    seat: &Seat,
    team: &Team,
    place: &TeamSeat,
    kind: &'static str,
) -> Result<(), Error> {
    let party = party_name(act, seat.partnership().id, place.party).await?;
    let language = seat.language();
    let deed = Deed::new(kind).about(team.id).fact("team", &team.name).fact("party", party).text(
        "person",
        language,
        place.name.clone(),
    );
    record::note(act, seat, deed).await?;
    Ok(())
}

/// Confirms somebody of one's own party whom another side put forward.
pub async fn confirm(act: &mut Act, seat: &Seat, team: Uuid, place: Uuid) -> Result<(), Error> {
    let team = store::one(act, seat.partnership().id, team).await?;
    let place = ours(act, seat, team.id, place).await?;
    if !team.lives() {
        return Err(No::Closed.into());
    }
    if place.sits() {
        return Ok(());
    }
    store::confirm(act, place.id).await?;
    note_seat(act, seat, &team, &place, "team.confirmed").await
}

/// Ends a place of one's own party, or says no to one that was asked for. Somebody in no party serves all sides, so no side
/// puts them out alone: that is a joint act.
pub async fn leave(act: &mut Act, seat: &Seat, team: Uuid, place: Uuid) -> Result<(), Error> {
    let team = store::one(act, seat.partnership().id, team).await?;
    let place = ours(act, seat, team.id, place).await?;
    if place.is_neutral_and_sits() {
        return Err(No::NeutralTogether.into());
    }
    let (why, kind) =
        if place.sits() { ("ended", "team.seat_ended") } else { ("refused", "team.seat_refused") };
    store::end(act, place.id, why).await?;
    note_seat(act, seat, &team, &place, kind).await
}

/// Nobody of the party answered in time: the place is not taken. Silence is never a yes.
pub(super) async fn asking_over(act: &mut Act, seat: &Seat, team: Uuid, place: Uuid) -> Result<(), Error> {
    let team = store::one(act, seat.partnership().id, team).await?;
    let Ok(place) = store::seat_by_id(act, team.id, place).await else { return Ok(()) };
    store::end(act, place.id, "silence").await?;
    note_seat(act, seat, &team, &place, "team.seat_lapsed").await
}

/// What can be changed of a team.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Change {
    /// Its name.
    pub name: String,
    /// The team it reports to, or nothing.
    pub reports_to: String,
    /// The place, or nothing for the partnership's own.
    pub site: String,
}

/// Changes a team's name, head or place.
pub async fn change(
    act: &mut Act,
    seat: &Seat,
    team: Uuid,
    input: &Change,
    version: i64,
) -> Result<(), Error> {
    let partnership = seat.partnership().id;
    let team = living(act, partnership, team).await?;
    if team.version != version {
        return Err(Error::Stale { now: team.version });
    }
    let teams = store::all(act, partnership).await?;
    let parent = chosen(&input.reports_to)?;
    let mut no = Gather::default();
    let name = no.take(plain::name("name", &input.name));
    if name.as_ref().is_some_and(|name| taken(&teams, name, Some(team.id))) {
        no.refuse(No::NameTaken);
    }
    if let Some(parent) = parent {
        no.take(rules::may_report(&teams, Some(team.id), parent));
    }
    let site = no.take(site_of(act, partnership, chosen(&input.site)?).await?);
    no.done()?;
    let (Some(name), Some(site)) = (name, site) else { return Err(Error::Unreadable) };
    store::change(act, team.id, &name, parent, site).await?;
    record::note(act, seat, Deed::new("team.changed").about(team.id).fact("team", &name)).await?;
    structure::commands::changed(act, seat).await
}

/// When a team ends, and why.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Close {
    /// The day it ended; today if nothing is typed.
    pub closed_on: String,
    /// Why.
    pub reason: String,
}

/// Closes a team that no living team reports to.
pub async fn close(act: &mut Act, seat: &Seat, team: Uuid, input: &Close) -> Result<(), Error> {
    let partnership = seat.partnership();
    let team = living(act, partnership.id, team).await?;
    let today = act.now().civil(&partnership.zone).date();
    let mut no = Gather::default();
    let on: Option<Date> = match input.closed_on.trim() {
        "" => Some(today),
        typed => no.take(typed.parse().ok().filter(|day| *day <= today).ok_or(No::Date)),
    };
    let reason = no.take(plain::text("reason", &input.reason, REASON_MOST));
    let teams = store::list(act, partnership.id).await?;
    if teams.iter().any(|other| other.reports_to == Some(team.id)) {
        no.refuse(No::HasTeams);
    }
    no.done()?;
    let (Some(on), Some(reason)) = (on, reason) else { return Err(Error::Unreadable) };
    end(act, seat, &team, on, &reason).await
}

/// Closes a team today, as a command of another feature decided: a task force stands down.
pub async fn close_now(act: &mut Act, seat: &Seat, team: Uuid, reason: &str) -> Result<(), Error> {
    let partnership = seat.partnership();
    let team = living(act, partnership.id, team).await?;
    let today = act.now().civil(&partnership.zone).date();
    end(act, seat, &team, today, reason).await
}

async fn end(act: &mut Act, seat: &Seat, team: &Team, on: Date, reason: &str) -> Result<(), Error> {
    let language = seat.language();
    let draft = text::Draft::new(seat, team.id, "team.close", reason).in_language(language);
    let text = text::keep(act, seat, &draft).await?;
    store::close(act, team.id, on, text).await?;
    let deed = Deed::new("team.closed").about(team.id).fact("team", &team.name).fact("day", on).text(
        "reason",
        language,
        reason.to_owned(),
    );
    record::note(act, seat, deed).await?;
    if structure::lasts(team.kind) { structure::commands::changed(act, seat).await } else { Ok(()) }
}
