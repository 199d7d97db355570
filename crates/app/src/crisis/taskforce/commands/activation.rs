//! Activating a crisis, confirming it, and ending it: by two sides, by a date, or because nobody confirmed.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Deserialize;
use uuid::Uuid;
use words::Words;

use crate::access::{Partnership, Seat};
use crate::act::team::{self, Kind};
use crate::crisis::playbook::{self, Code};
use crate::crisis::taskforce::rules::{self, Closing};
use crate::crisis::taskforce::{CONFIRM_WITHIN, Crisis, No, State, USUAL_DAYS, jobs, store};
use crate::crisis::{Group, sheet};
use crate::error::{Error, Gather};
use crate::people::{letters, membership, plain};
use crate::record::{self, Deed, Noted};
use crate::site::{Act, Moment};

/// What a lead gives to activate: a playbook and a name.
#[derive(Debug, Clone, Deserialize)]
pub struct Activate {
    /// The playbook's code.
    #[serde(default)]
    pub playbook: String,
    /// What to call it.
    #[serde(default)]
    pub name: String,
}

/// Activates a crisis for one's own side. Groups, questions and the sheet stand at once; another side has
/// a day to confirm, and without its word it ends.
pub async fn activate(act: &mut Act, seat: &Seat, input: &Activate) -> Result<Uuid, Error> {
    let (place, party) = (seat.partnership().clone(), seat.party()?.clone());
    let mut no = Gather::default();
    let code = no.take(Code::from_code(&input.playbook).ok_or(No::Playbook));
    let name = no.take(plain::name("name", &input.name));
    if store::newest(act, place.id).await?.is_some_and(|one| one.lives()) {
        no.refuse(No::OneGoesOn);
    }
    no.done()?;
    let (Some(code), Some(name)) = (code, name) else { return Err(Error::Unreadable) };
    let today = act.now().civil(&place.zone).date();
    let ends_on = today.checked_add(USUAL_DAYS.days()).unwrap_or(today);
    let crisis = Crisis {
        id: act.id(),
        playbook: code,
        name,
        state: State::Provisional,
        activated_party: party.id,
        activated_at: act.now(),
        confirm_by: act.now().plus(CONFIRM_WITHIN),
        confirmed: None,
        ends_on,
        closing: None,
        ended_at: None,
        version: 1,
    };
    store::add(act, place.id, seat.member()?.id, &crisis).await?;
    let book = playbook::of(code, seat.person()?.language)?;
    let force = found(act, seat, Kind::TaskForce, &crisis.name, None).await?;
    store::set_team(act, crisis.id, force).await?;
    let w = Words::new(seat.person()?.language);
    for group in Group::ALL {
        let called = format!("{} · {}", group.say(&w), crisis.name);
        let team = found(act, seat, Kind::WorkingGroup, &called, Some(force)).await?;
        store::add_group(act, place.id, crisis.id, *group, team).await?;
        for source in (0_i64..).take(book.questions(*group).len()) {
            store::add_question(act, place.id, crisis.id, *group, (source, Some(source), None)).await?;
        }
    }
    sheet::begin(act, seat, crisis.id, code).await?;
    jobs::when_unconfirmed(act, crisis.id, crisis.confirm_by).await?;
    jobs::when_over(act, crisis.id, after(ends_on, &place.zone)).await?;
    let language = seat.person()?.language;
    let deed = Deed::new("crisis.activated")
        .about(crisis.id)
        .fact("party", &party.name)
        .fact("playbook", code.code())
        .text("name", language, &crisis.name);
    let noted = record::note(act, seat, deed).await?;
    let until = crisis.confirm_by.civil(&place.zone);
    tell(act, seat, &noted, |w, _| w.crisis_letter_activated(&crisis.name, &party.name, w.date_time(until)))
        .await?;
    Ok(crisis.id)
}

/// A team for the task force or one of its groups. The chairs are taken when each side names its co-lead.
async fn found(
    act: &mut Act,
    seat: &Seat,
    kind: Kind,
    name: &str,
    reports_to: Option<Uuid>,
) -> Result<Uuid, Error> {
    let new = team::NewTeam { kind, name: name.to_owned(), reports_to, site: None, co_chairs: Vec::new() };
    team::found(act, seat, new).await
}

/// Closes the teams of a crisis, the groups before the task force they report to.
async fn close_teams(act: &mut Act, seat: &Seat, crisis: &Crisis) -> Result<(), Error> {
    for id in store::teams(act, crisis.id).await? {
        let open = team::all(act, seat.partnership().id).await?;
        if open.iter().any(|one| one.id == id && one.lives()) {
            team::close_now(act, seat, id, &crisis.name).await?;
        }
    }
    Ok(())
}

/// The first instant after a day is over.
fn after(day: Date, zone: &str) -> Moment {
    Moment::of_civil(day.tomorrow().unwrap_or(day).at(0, 0, 0, 0), zone)
}

async fn tell(
    act: &mut Act,
    seat: &Seat,
    noted: &Noted,
    say: impl Fn(&Words, &Partnership) -> String,
) -> Result<(), Error> {
    let leads = membership::leads(act, seat.partnership().id).await?;
    letters::tell(act, seat, &leads, "crisis", Some(noted), |w, p| {
        (w.crisis_letter_subject(&p.name), say(w, p))
    })
    .await
}

/// Confirms it for another side: from now on two sides stand behind it.
pub async fn confirm(act: &mut Act, seat: &Seat, id: Uuid) -> Result<(), Error> {
    let crisis = store::one(act, seat.partnership().id, id).await?;
    let party = seat.party()?.clone();
    crisis.may_confirm(party.id)?;
    store::confirm(act, id, party.id).await?;
    let deed = Deed::new("crisis.confirmed").about(id).fact("party", &party.name);
    let noted = record::note(act, seat, deed).await?;
    tell(act, seat, &noted, |w, _| w.crisis_letter_confirmed(&crisis.name, &party.name)).await
}

/// Takes back what one's own side activated by mistake.
pub async fn take_back(act: &mut Act, seat: &Seat, id: Uuid) -> Result<(), Error> {
    let crisis = store::one(act, seat.partnership().id, id).await?;
    crisis.may_take_back(seat.party()?.id)?;
    store::end(act, id, State::TakenBack).await?;
    close_teams(act, seat, &crisis).await?;
    let deed = Deed::new("crisis.taken_back").about(id).fact("party", &seat.party()?.name);
    let noted = record::note(act, seat, deed).await?;
    tell(act, seat, &noted, |w, _| w.crisis_letter_taken_back(&crisis.name)).await
}

/// The day to confirm is over: without a second side's word it ends.
pub async fn unconfirmed(act: &mut Act, seat: &Seat, id: Uuid) -> Result<(), Error> {
    let crisis = store::one(act, seat.partnership().id, id).await?;
    if crisis.state != State::Provisional || act.now() < crisis.confirm_by {
        return Ok(());
    }
    store::end(act, id, State::Lapsed).await?;
    close_teams(act, seat, &crisis).await?;
    let parties = membership::parties(act, seat.partnership().id).await?;
    let silent = parties.iter().filter(|p| p.counts() && p.id != crisis.activated_party);
    let silent: Vec<&str> = silent.map(|p| p.name.as_str()).collect();
    let deed = Deed::new("crisis.not_confirmed").about(id).fact("silent", silent.join(" · "));
    let noted = record::note(act, seat, deed).await?;
    tell(act, seat, &noted, |w, _| w.crisis_letter_lapsed(&crisis.name)).await
}

/// A new last day.
#[derive(Debug, Clone, Deserialize)]
pub struct Until {
    /// The day.
    #[serde(default)]
    pub ends_on: String,
}

/// Sets another last day.
pub async fn keep(act: &mut Act, seat: &Seat, id: Uuid, version: i64, input: &Until) -> Result<(), Error> {
    let place = seat.partnership().clone();
    let crisis = store::one(act, place.id, id).await?;
    crisis.must_live()?;
    if crisis.version != version {
        return Err(Error::Stale { now: crisis.version });
    }
    let day = rules::day("ends_on", &input.ends_on, act.now().civil(&place.zone).date())?;
    store::keep(act, id, day).await?;
    jobs::when_over(act, id, after(day, &place.zone)).await?;
    let deed = Deed::new("crisis.kept").about(id).fact("until", day).fact("party", &seat.party()?.name);
    record::note(act, seat, deed).await?;
    Ok(())
}

/// Asks the other sides to stand it down, or agrees to it. Says whether it is over now.
pub async fn stand_down(act: &mut Act, seat: &Seat, id: Uuid) -> Result<bool, Error> {
    let crisis = store::one(act, seat.partnership().id, id).await?;
    let party = seat.party()?.clone();
    match crisis.stand_down(party.id)? {
        Closing::Asks => {
            store::closing(act, id, Some(party.id)).await?;
            let deed = Deed::new("crisis.stand_down_asked").about(id).fact("party", &party.name);
            let noted = record::note(act, seat, deed).await?;
            let w_day = crisis.ends_on;
            tell(act, seat, &noted, |w, _| w.crisis_letter_asked(w.date(w_day), &crisis.name, &party.name))
                .await?;
            Ok(false)
        }
        Closing::Ends => {
            over(act, seat, &crisis, Deed::new("crisis.stood_down").fact("party", &party.name)).await?;
            Ok(true)
        }
    }
}

/// Another side asked to stand down, and this one would go on for now.
pub async fn go_on(act: &mut Act, seat: &Seat, id: Uuid) -> Result<(), Error> {
    let crisis = store::one(act, seat.partnership().id, id).await?;
    if crisis.closing.is_none() {
        return Err(No::GoesOn.into());
    }
    store::closing(act, id, None).await?;
    let deed = Deed::new("crisis.goes_on").about(id).fact("party", &seat.party()?.name);
    record::note(act, seat, deed).await?;
    Ok(())
}

/// Its last day is over.
pub async fn date_came(act: &mut Act, seat: &Seat, id: Uuid) -> Result<(), Error> {
    let crisis = store::one(act, seat.partnership().id, id).await?;
    if !crisis.lives() || act.now() < after(crisis.ends_on, &seat.partnership().zone) {
        return Ok(());
    }
    over(act, seat, &crisis, Deed::new("crisis.ended_by_date").fact("day", crisis.ends_on)).await
}

async fn over(act: &mut Act, seat: &Seat, crisis: &Crisis, deed: Deed) -> Result<(), Error> {
    store::end(act, crisis.id, State::StoodDown).await?;
    close_teams(act, seat, crisis).await?;
    let noted = record::note(act, seat, deed.about(crisis.id)).await?;
    tell(act, seat, &noted, |w, _| w.crisis_letter_over(&crisis.name)).await
}
