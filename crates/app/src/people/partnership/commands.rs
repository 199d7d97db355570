//! What people do with a draft: begin it, change it, wake it, and come to know each other.

use serde::Deserialize;
use uuid::Uuid;
use words::Lang;

use super::answers::{Changed, Edit, No, Plan, Start};
use super::introduction::{self, Heard, NotTheirs};
use super::{State, sleep, store};
use crate::access::{Actor, Operator, Right, Seat};
use crate::error::Error;
use crate::mail::{self, Letter};
use crate::people::invitation::commands::{Invite, invite};
use crate::people::membership::{self, NewSeat, Role};
use crate::people::{letters, plain};
use crate::record::{self, Deed, event};
use crate::site::Act;
use crate::text;

/// How many drafts one person may keep awake: each sends a letter to somebody who did not ask for it.
const DRAFTS_MOST: i64 = 5;

/// Begins a partnership: a draft with two must-agree parties, its beginner's seat, and an invitation to
/// the counterpart. Gives its id.
pub async fn start(act: &mut Act, actor: &Actor, input: &Start) -> Result<Uuid, Error> {
    let person = actor.person().ok_or(Error::SignIn)?.clone();
    let plan = input.plan(&person.email)?;
    if store::drafts_of(act, person.id).await? >= DRAFTS_MOST {
        return Err(No::TooManyDrafts.into());
    }
    let ground = store::ground(act, &plan.place, person.language).await?.ok_or(No::Place)?;
    let new = store::New {
        ground: &ground,
        name: &ground.name,
        terms: &plan.terms,
        language: person.language,
        begun_by: person.id,
    };
    let id = store::add(act, &new).await?;
    let own = membership::add_party(act, id, plan.own.0, &plan.own.1, true).await?;
    let other = membership::add_party(act, id, plan.other.0, &plan.other.1, true).await?;
    let chair = NewSeat {
        person: person.id,
        party: Some(own),
        role: Role::Member,
        lead: true,
        job_title: &plan.own_title,
        appointed_by: None,
        term_ends: None,
        alternate_for: None,
    };
    membership::sit(act, id, &chair).await?;
    let seat = Seat::ask(act, actor, id, Right::Invite).await?;
    keep_reason(act, &seat, person.language, &plan.why).await?;
    record::note(act, &seat, Deed::new("partnership.begun").about(id).fact("site", &ground.name)).await?;
    sleep::plan(act, id).await?;
    invite(act, &seat, asked(&plan, other, person.language)).await?;
    Ok(id)
}

fn asked(plan: &Plan, party: Uuid, language: Lang) -> Invite {
    Invite {
        party: party.to_string(),
        role: Role::Member.code().to_owned(),
        lead: "yes".to_owned(),
        name: plan.person.0.clone(),
        email: plan.person.1.clone(),
        message: plan.why.clone(),
        language: language.code().to_owned(),
    }
}

async fn keep_reason(act: &mut Act, seat: &Seat, language: Lang, why: &str) -> Result<(), Error> {
    let partnership = seat.partnership();
    let draft = text::Draft::new(seat, partnership.id, "partnership.why", why)
        .in_language(language)
        .version(partnership.version);
    let kept = text::keep(act, seat, &draft).await?;
    store::set_reason(act, partnership.id, kept).await
}

/// Changes a draft's answers. Both leaders may change all of them; what they had confirmed of each other
/// is asked again, so that nobody begins on words they have not seen.
pub async fn edit(act: &mut Act, seat: &Seat, input: &Edit, version: i64) -> Result<(), Error> {
    let changed = input.changed()?;
    let partnership = seat.partnership();
    if partnership.version != version {
        return Err(Error::Stale { now: partnership.version });
    }
    describe_both(act, partnership.id, &changed).await?;
    store::rename(act, partnership.id, &changed.name).await?;
    store::set_terms(act, partnership.id, &changed.terms).await?;
    keep_reason(act, seat, seat.person()?.language, &changed.why).await?;
    store::unhear(act, partnership.id).await?;
    awake(act, seat).await?;
    event::leave(act, partnership.id, "draft.changed", seat.actor().id(), None).await
}

/// Gives both parties their kinds and names. The two names may have been exchanged and a name stands
/// once, so both are set aside first.
async fn describe_both(act: &mut Act, partnership: Uuid, changed: &Changed) -> Result<(), Error> {
    let parties = membership::parties(act, partnership).await?;
    let known = |id: Uuid| parties.iter().any(|p| p.id == id);
    let [one, two] = &changed.parties;
    if one.0 == two.0 || !known(one.0) || !known(two.0) {
        return Err(Error::Unseen);
    }
    for (id, kind, _) in &changed.parties {
        membership::describe_party(act, *id, *kind, &id.to_string()).await?;
    }
    for (id, kind, name) in &changed.parties {
        membership::describe_party(act, *id, *kind, name).await?;
    }
    Ok(())
}

/// Wakes a sleeping draft; its reminders begin anew.
pub async fn wake(act: &mut Act, seat: &Seat) -> Result<(), Error> {
    awake(act, seat).await
}

async fn awake(act: &mut Act, seat: &Seat) -> Result<(), Error> {
    let id = seat.partnership().id;
    if store::wake(act, id).await? {
        sleep::plan(act, id).await?;
        event::leave(act, id, "draft.woken", seat.actor().id(), None).await?;
    }
    Ok(())
}

/// The code a leader typed.
#[derive(Debug, Clone, Deserialize)]
pub struct Hear {
    /// As it was heard.
    #[serde(default)]
    pub code: String,
}

/// What became of a typed code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Introduction {
    /// It was right; the other leader has still to type this one's.
    Known,
    /// It was right and the last one: the partnership is active.
    Begun,
    /// It was wrong. The act must still be committed, because the try counts.
    Wrong(NotTheirs),
}

/// Takes the code that the other leader read aloud. When every must-agree party has heard another, the
/// partnership is active.
pub async fn hear(act: &mut Act, seat: &Seat, input: &Hear) -> Result<Introduction, Error> {
    let (id, now) = (seat.partnership().id, act.now());
    ready_to_meet(act, seat).await?;
    let leads = store::introductions(act, id).await?;
    let me =
        leads.iter().find(|l| Some(l.member) == seat.membership().map(|m| m.id)).ok_or(Error::Forbidden)?;
    match introduction::hear(me, &leads, &input.code, now) {
        Heard::Rest { wait } => Err(Error::TooMany { wait }),
        Heard::Nobody { left } => {
            store::tried(act, me.member, introduction::standing_tries(me, now) + 1).await?;
            Ok(Introduction::Wrong(NotTheirs::Nobody { left }))
        }
        Heard::Own => Ok(Introduction::Wrong(NotTheirs::Own)),
        Heard::From(other) => {
            store::heard(act, me.member, other).await?;
            awake(act, seat).await?;
            event::leave(act, id, "leader.heard", seat.actor().id(), None).await?;
            begin_if_known(act, seat).await
        }
    }
}

/// The code that the lead in this seat reads aloud, once there is somebody to read it to.
pub async fn code_of(tx: &mut db::Tx, partnership: Uuid, member: Uuid) -> Result<Option<String>, Error> {
    let leads = store::introductions(tx, partnership).await?;
    Ok(leads.into_iter().find(|lead| lead.member == member).map(|lead| lead.code))
}

/// Gives every lead of a draft a code once two must-agree parties have one. False while one is awaited.
pub async fn ready_to_meet(act: &mut Act, seat: &Seat) -> Result<bool, Error> {
    let partnership = seat.partnership().id;
    let parties = membership::parties(act, partnership).await?;
    let counting: Vec<Uuid> = parties.iter().filter(|p| p.counts()).map(|p| p.id).collect();
    let leads = membership::leads(act, partnership).await?;
    let seated = counting.iter().filter(|party| leads.iter().any(|l| l.party == Some(**party))).count();
    if seated < agreement::joint::FEWEST_PARTIES {
        return Ok(false);
    }
    for lead in leads.iter().filter(|l| l.party.is_some_and(|party| counting.contains(&party))) {
        let code = introduction::code(act.site());
        store::give_code(act, partnership, lead.id, &code).await?;
    }
    Ok(true)
}

async fn begin_if_known(act: &mut Act, seat: &Seat) -> Result<Introduction, Error> {
    let id = seat.partnership().id;
    let parties = membership::parties(act, id).await?;
    let required: Vec<Uuid> =
        parties.iter().filter(|p| p.must_agree && p.withdrawn_at.is_none()).map(|p| p.id).collect();
    let leads = store::introductions(act, id).await?;
    if !introduction::all_know_each_other(&required, &leads) {
        return Ok(Introduction::Known);
    }
    store::set_state(act, id, State::Active).await?;
    let names: Vec<String> =
        parties.iter().filter(|p| required.contains(&p.id)).map(|p| p.name.clone()).collect();
    let why = store::draft(act, id).await?.why;
    let deed = Deed::new("partnership.active").about(id).fact("parties", names.join(" · ")).text(
        "why",
        seat.person()?.language,
        why,
    );
    let noted = record::note(act, seat, deed).await?;
    let leads = membership::leads(act, id).await?;
    letters::tell(act, seat, &leads, "people", Some(&noted), |w, p| {
        (w.introduce_letter_subject(&p.name), w.introduce_letter_body(&p.name))
    })
    .await?;
    Ok(Introduction::Begun)
}

/// Whom the operator asks to begin a partnership, and where.
#[derive(Debug, Clone, Deserialize)]
pub struct AskToBegin {
    /// The site's id.
    pub site: Uuid,
    /// Who is asked.
    pub name: String,
    /// Where to.
    pub email: String,
    /// The language of the letter.
    pub language: String,
}

/// The operator asks a leader to begin a partnership at a site. It is only a letter: the leader begins
/// it, names the parties and sits by their own act, so the operator can never seat anybody.
pub async fn operator_invites_lead(act: &mut Act, _by: &Operator, input: &AskToBegin) -> Result<(), Error> {
    let name = plain::name("name", &input.name)?;
    let email = plain::address("email", &input.email)?;
    let language = Lang::from_code(&input.language).ok_or(No::Choose("language"))?;
    let ground = store::listed(act, input.site).await?.ok_or(No::Place)?;
    let w = words::Words::new(language);
    let (place, link) = (&ground.name, format!("{}/start?site={}", act.site().settings.base_url, ground.id));
    let letter = Letter {
        to_address: email,
        to_name: name.clone(),
        language,
        subject: w.start_letter_subject(place),
        body: format!("{}\n\n{link}\n\n{}\n", w.start_letter_body(&name, place), w.letter_foot()),
        partnership: None,
        secret: false,
    };
    mail::post(act, &letter).await
}

/// What waits for a leader of this draft, if anything does.
pub(in crate::people) async fn awaits(tx: &mut db::Tx, seat: &Seat) -> Result<bool, Error> {
    let Some(me) = seat.membership() else { return Ok(false) };
    let leads = store::introductions(tx, seat.partnership().id).await?;
    Ok(leads.iter().any(|lead| lead.member == me.id && lead.heard.is_none()))
}
