//! The page of joint acts: what waits for whom, what was settled, and the forms to propose and answer.

use agreement::joint::{OnSilence, Outcome, USUAL_DAYS};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;
use words::{Terms, Words};

use super::commands;
use super::follows::follows;
use super::form::{NEUTRAL_ROLES, Propose};
use super::{JointAct, Kind, Proposal, Said, State, store};
use crate::access::{Policy, Right, Seat};
use crate::error::Error;
use crate::mail::Hearer;
use crate::people::invitation::role_name;
use crate::people::membership::{self, Party, SeatLine};
use crate::people::partnership::{self, Choices, head_choices, kind_choices, places, union_choices};
use crate::site::Moment;
use crate::web::routes::Routes;
use crate::web::{Ask, Confirm, Form, Page, Reply, refused, show, tried};

const SEE: Policy = Policy::Seat(Right::See);
const PROPOSE: Policy = Policy::Seat(Right::ProposeJoint);
const ANSWER: Policy = Policy::Seat(Right::AnswerJoint);
const RETURN: Policy = Policy::Seat(Right::ProposeReturn);

/// How many settled acts are not folded.
const UNFOLDED: usize = 5;
/// How many settled acts the page shows.
const SETTLED: i64 = 50;

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/p/{partnership}/joint", SEE, list)
        .get("/p/{partnership}/joint/new/{kind}", PROPOSE, new)
        .post("/p/{partnership}/joint/new/{kind}", PROPOSE, propose)
        .post("/p/{partnership}/joint/{act}/answer", ANSWER, answer)
        .post("/p/{partnership}/joint/{act}/withdraw", PROPOSE, withdraw)
        .get("/p/{partnership}/return", RETURN, return_page)
        .post("/p/{partnership}/return", RETURN, ask_to_return)
}

/// What is proposed, in one sentence.
pub fn sentence(w: &Words, proposal: &Proposal, parties: &[Party]) -> String {
    let name_of = |id: &Uuid| parties.iter().find(|p| p.id == *id).map_or("", |p| p.name.as_str());
    match proposal {
        Proposal::AddParty { name, must_agree: true, .. } => w.joint_add_must_agree(name),
        Proposal::AddParty { name, must_agree: false, .. } => w.joint_add_advising(name),
        Proposal::MustAgree { party, must_agree: true } => w.joint_must_agree(name_of(party)),
        Proposal::MustAgree { party, must_agree: false } => w.joint_advise(name_of(party)),
        Proposal::Rename { name } => w.joint_rename(name),
        Proposal::Terms { union, head } => {
            let w = w.with_terms(Terms::from_codes(union, head));
            w.joint_terms(w.term_head(), w.term_union())
        }
        Proposal::Zone { zone } => w.joint_zone(zone),
        Proposal::Neutral { name, role, .. } => w.joint_neutral(name, role_name(w, *role)),
        Proposal::EndNeutral { .. } => w.joint_end_neutral().to_owned(),
        Proposal::OpenPage => w.joint_open_page().to_owned(),
        Proposal::ClosePage => w.joint_close_page().to_owned(),
        Proposal::Pause => w.joint_pause().to_owned(),
        Proposal::Resume => w.joint_resume().to_owned(),
        Proposal::Close => w.joint_close().to_owned(),
        Proposal::Return => w.joint_return().to_owned(),
        Proposal::AgreeCatalogue { cycle, .. } => w.joint_agree_catalogue(*cycle),
        Proposal::PublishLesson { title, .. } => w.joint_publish_lesson(title),
        Proposal::AdoptStructure { name, document, .. } => w.joint_adopt_structure(document, name),
        Proposal::GiveUpGoal { title, .. } => w.joint_give_up_goal(title),
        Proposal::CloseCycle { cycle, carried, left } => w.joint_close_cycle(*carried, *cycle, *left),
        Proposal::ShareUp { name, .. } => w.joint_share_up(name),
        Proposal::ShowAll => w.joint_show_all().to_owned(),
        Proposal::Redact { number, why, .. } => w.joint_redact(*number, why),
    }
}

/// What an act proposes: a side that asks to come back is the one that proposed it, and is named.
pub fn sentence_of(w: &Words, one: &JointAct, parties: &[Party]) -> String {
    match (&one.proposal, parties.iter().find(|party| party.id == one.party)) {
        (Proposal::Return, Some(party)) => w.joint_return_of(&party.name),
        _ => sentence(w, &one.proposal, parties),
    }
}

/// The page that shows what is proposed, below the partnership's own.
pub(super) fn about(proposal: &Proposal) -> Option<String> {
    match proposal {
        Proposal::AgreeCatalogue { cycle, .. } => Some(format!("catalogue?cycle={cycle}")),
        Proposal::PublishLesson { lesson, .. } => Some(format!("lessons/{lesson}")),
        Proposal::AdoptStructure { .. } => Some("lasting".to_owned()),
        Proposal::GiveUpGoal { goal, .. } => Some(format!("goals#goal-{goal}")),
        Proposal::CloseCycle { .. } => Some("cycle#list".to_owned()),
        Proposal::ShareUp { .. } | Proposal::ShowAll => Some("sharing".to_owned()),
        Proposal::Redact { number, .. } => Some(format!("record/{number}")),
        _ => None,
    }
}

/// The outcome on silence in words.
pub fn on_silence(w: &Words, on_silence: OnSilence) -> &'static str {
    match on_silence {
        OnSilence::Lapses => w.joint_silence_lapses(),
        OnSilence::ClosesByOneSide => w.joint_silence_closes(),
    }
}

/// A state in words.
pub(super) fn state_words(w: &Words, state: State) -> &'static str {
    match state {
        State::Open => w.joint_state_open(),
        State::Passed => w.joint_state_passed(),
        State::Refused => w.joint_state_refused(),
        State::Lapsed => w.joint_state_lapsed(),
        State::Withdrawn => w.joint_state_withdrawn(),
        State::BySilence => w.joint_state_by_silence(),
    }
}

#[derive(Template)]
#[template(path = "people/joint/list.html")]
struct List {
    page: Page,
    w: Words,
    open: Vec<JointAct>,
    settled: Vec<JointAct>,
    parties: Vec<Party>,
    kinds: Vec<(&'static str, &'static str)>,
    own: Option<Uuid>,
    may_answer: bool,
    zone: String,
    now: Moment,
    /// The act whose answer was refused: its form alone shows what was wrong.
    wrong: Option<Uuid>,
    form: Form,
}

impl List {
    async fn new(
        ask: &Ask,
        tx: &mut db::Tx,
        seat: &Seat,
        wrong: Option<Uuid>,
        form: Form,
    ) -> Result<Self, Error> {
        let w = seat.words(&ask.w);
        let partnership = seat.partnership();
        let public = partnership::is_public(tx, partnership.id).await?;
        // A page is opened where none is open, and closed where one is.
        let needed = |kind: &Kind| match kind {
            Kind::OpenPage => !public,
            Kind::ClosePage => public,
            _ => true,
        };
        let offered = |kind: &&Kind| !kind.has_own_page() && kind.fits(partnership.state) && needed(kind);
        let kinds: Vec<_> = match seat.could(Right::ProposeJoint) {
            true => Kind::ALL.iter().filter(offered).map(|kind| (kind.code(), kind.name(&w))).collect(),
            false => Vec::new(),
        };
        Ok(Self {
            page: Page::new(ask, w.joint_title()).within(seat),
            open: store::open_of(tx, partnership.id).await?,
            settled: store::list(tx, partnership.id, false, SETTLED).await?,
            parties: membership::parties(tx, partnership.id).await?,
            kinds,
            own: seat.membership().and_then(|m| m.party.as_ref()).map(|p| p.id),
            may_answer: seat.could(Right::AnswerJoint),
            zone: partnership.zone.clone(),
            now: ask.site.now(),
            wrong,
            form,
            w,
        })
    }

    fn what(&self, one: &JointAct) -> String {
        sentence_of(&self.w, one, &self.parties)
    }

    /// The newest of what was settled; the rest is folded.
    fn newest(&self) -> &[JointAct] {
        self.settled.get(..UNFOLDED).unwrap_or(&self.settled)
    }

    fn earlier(&self) -> &[JointAct] {
        self.settled.get(UNFOLDED..).unwrap_or_default()
    }

    fn about(&self, one: &JointAct) -> Option<String> {
        about(&one.proposal)
    }

    fn silence(&self, one: &JointAct) -> &'static str {
        on_silence(&self.w, one.proposal.on_silence())
    }

    fn party(&self, id: &Uuid) -> &str {
        self.parties.iter().find(|p| p.id == *id).map_or("", |p| p.name.as_str())
    }

    fn day(&self, at: &Moment) -> String {
        self.w.date(at.civil(&self.zone).date())
    }

    /// The last whole day on which an answer counts.
    fn last_day(&self, one: &JointAct) -> String {
        self.day(&one.answer_by.plus(-1))
    }

    fn said(&self, said: &Said) -> String {
        match said.answer {
            agreement::joint::Answer::Confirmed => self.w.joint_confirmed(&said.by, self.day(&said.at)),
            agreement::joint::Answer::Refused => self.w.joint_refused(&said.by, self.day(&said.at)),
        }
    }

    fn awaited(&self, one: &JointAct) -> Vec<&str> {
        match one.outcome(&self.parties, self.now) {
            Outcome::Waiting { on, .. } => {
                self.parties.iter().filter(|p| on.contains(&p.id)).map(|p| p.name.as_str()).collect()
            }
            _ => Vec::new(),
        }
    }

    fn answerable(&self, one: &JointAct) -> bool {
        self.may_answer && self.own.is_some_and(|own| one.awaits(own, &self.parties, self.now))
    }

    fn mine(&self, one: &JointAct) -> bool {
        self.may_answer && self.own == Some(one.party)
    }

    fn state(&self, one: &JointAct) -> &'static str {
        state_words(&self.w, one.state)
    }

    /// The id of the field for a reason: the plain one where the summary of errors leads.
    fn field(&self, one: &JointAct) -> String {
        if self.wrong == Some(one.id) { "reason".to_owned() } else { format!("reason-{}", one.id) }
    }

    fn error<'s>(&'s self, one: &JointAct) -> Option<&'s str> {
        if self.wrong == Some(one.id) { self.form.error("reason") } else { None }
    }
}

async fn list(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    show(&List::new(&ask, &mut tx, &seat, None, Form::blank(&ask)).await?)
}

#[derive(Template)]
#[template(path = "people/joint/new.html")]
struct New {
    page: Page,
    w: Words,
    kind: Kind,
    action: String,
    answering: Vec<String>,
    hearers: Vec<Hearer>,
    silence: &'static str,
    follows: Vec<&'static str>,
    party_kinds: Choices,
    parties: Choices,
    unions: Choices,
    heads: Choices,
    zones: Choices,
    roles: Choices,
    neutral: Choices,
    form: Form,
}

impl New {
    async fn new(ask: &Ask, tx: &mut db::Tx, seat: &Seat, kind: Kind, form: Form) -> Result<Self, Error> {
        let w = seat.words(&ask.w);
        let partnership = seat.partnership();
        let parties = membership::parties(tx, partnership.id).await?;
        let own = seat.party()?.id;
        let seats = membership::seats(tx, partnership.id).await?;
        let here = parties.iter().filter(|p| p.withdrawn_at.is_none());
        let leads = membership::leads(tx, partnership.id).await?;
        let silence = match kind {
            Kind::Close => OnSilence::ClosesByOneSide,
            _ => OnSilence::Lapses,
        };
        Ok(Self {
            page: Page::new(ask, kind.name(&w)).within(seat),
            kind,
            action: match kind {
                Kind::Return => format!("/p/{}/return", partnership.id),
                _ => format!("/p/{}/joint/new/{}", partnership.id, kind.code()),
            },
            answering: answering(&parties, own),
            hearers: hearers(&w, &parties, own, &leads),
            silence: on_silence(&w, silence),
            follows: follows(&w, kind),
            party_kinds: kind_choices(&w),
            parties: here.map(|p| (p.id.to_string(), standing(&w, p))).collect(),
            unions: union_choices(&w),
            heads: head_choices(&w),
            zones: zones(&partnership.zone),
            roles: NEUTRAL_ROLES
                .iter()
                .map(|r| (r.code().to_owned(), role_name(&w, *r).to_owned()))
                .collect(),
            neutral: seats
                .into_iter()
                .filter(|line| line.party.is_none())
                .map(|line| (line.id.to_string(), line.name))
                .collect(),
            form,
            w,
        })
    }

    /// The two standings a party can have, neither chosen beforehand.
    fn standings(&self) -> [(&'static str, &'static str, &'static str); 2] {
        let w = &self.w;
        [
            ("yes", w.joint_standing_must(), w.joint_standing_must_means()),
            ("no", w.joint_standing_advises(), w.joint_standing_advises_means()),
        ]
    }

    fn is(&self, code: &str) -> bool {
        self.kind.code() == code
    }
}

/// Whom a proposal of one's own side goes to.
#[derive(Debug)]
pub struct Asked {
    /// The parties that answer.
    pub parties: Vec<String>,
    /// Their leads, who get a letter.
    pub hearers: Vec<Hearer>,
}

/// Whom a proposal of this seat's party would go to, for a form on a page of its own.
pub async fn asked(tx: &mut db::Tx, seat: &Seat, w: &Words) -> Result<Asked, Error> {
    let (place, own) = (seat.partnership().id, seat.party()?.id);
    let parties = membership::parties(tx, place).await?;
    let leads = membership::leads(tx, place).await?;
    Ok(Asked { hearers: hearers(w, &parties, own, &leads), parties: answering(&parties, own) })
}

/// The names of the parties that answer.
fn answering(parties: &[Party], own: Uuid) -> Vec<String> {
    parties.iter().filter(|p| p.counts() && p.id != own).map(|p| p.name.clone()).collect()
}

/// A party with what it is today.
fn standing(w: &Words, party: &Party) -> String {
    match party.must_agree {
        true => w.joint_party_must(&party.name),
        false => w.joint_party_advises(&party.name),
    }
}

/// The leads who are asked for an answer: each gets a letter.
fn hearers(w: &Words, parties: &[Party], own: Uuid, leads: &[SeatLine]) -> Vec<Hearer> {
    let answers = |id: Option<Uuid>| parties.iter().find(|p| p.counts() && Some(p.id) == id && p.id != own);
    let told = leads.iter().filter_map(|lead| answers(lead.party).map(|party| (lead, party)));
    told.map(|(lead, party)| Hearer { name: lead.name.clone(), why: w.hearers_leads(&party.name) }).collect()
}

/// The zones of the states, and the one that stands.
fn zones(standing: &str) -> Choices {
    let mut zones: Vec<&str> = places::STATES.iter().map(|(_, _, zone)| *zone).chain([standing]).collect();
    zones.sort_unstable();
    zones.dedup();
    zones.into_iter().map(|zone| (zone.to_owned(), zone.replace('_', " "))).collect()
}

fn blank(ask: &Ask, seat: &Seat) -> Form {
    Form::blank(ask).with("days", USUAL_DAYS.to_string()).with("zone", seat.partnership().zone.clone())
}

fn known(kind: &str) -> Result<Kind, Error> {
    Kind::from_code(kind).filter(|kind| !kind.has_own_page()).ok_or(Error::Unseen)
}

async fn new(ask: Ask, Path((id, kind)): Path<(Uuid, String)>) -> Reply {
    let kind = known(&kind)?;
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let form = blank(&ask, &seat);
    show(&New::new(&ask, &mut tx, &seat, kind, form).await?)
}

async fn propose(ask: Ask, Path((id, kind)): Path<(Uuid, String)>, form: Form) -> Result<Response, Error> {
    proposed(&ask, id, known(&kind)?, form).await
}

async fn proposed(ask: &Ask, id: Uuid, kind: Kind, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let input: Propose = form.input()?;
    if kind.asks_first() && input.sure != "yes" {
        let outcome = commands::preview(&mut act, &seat, kind, &input).await;
        drop(act);
        let mut tx = ask.look().await?;
        return match tried(outcome, &form, &w)? {
            Ok(proposal) => show(&sure(ask, &mut tx, &seat, &proposal, &input).await?),
            Err(form) => refused(&New::new(ask, &mut tx, &seat, kind, form).await?),
        };
    }
    match tried(commands::propose(&mut act, &seat, kind, &input).await, &form, &w)? {
        Ok(_) => ask.done(act, &form, format!("/p/{id}/joint"), w.joint_proposed()).await,
        Err(form) => {
            drop(act);
            let mut tx = ask.look().await?;
            refused(&New::new(ask, &mut tx, &seat, kind, form).await?)
        }
    }
}

/// The sentence that goes to the others, before it goes.
async fn sure(
    ask: &Ask,
    tx: &mut db::Tx,
    seat: &Seat,
    proposal: &Proposal,
    input: &Propose,
) -> Result<Confirm, Error> {
    let (w, place) = (seat.words(&ask.w), seat.partnership());
    let (kind, own) = (proposal.kind(), seat.party()?.id);
    let parties = membership::parties(tx, place.id).await?;
    let told = hearers(&w, &parties, own, &membership::leads(tx, place.id).await?);
    let names: Vec<String> = told.into_iter().map(|hearer| hearer.name).collect();
    let people = names.len();
    let page = Page::new(ask, w.joint_sure_title()).within(seat);
    let new = format!("/p/{}/joint/new/{}", place.id, kind.code());
    let confirm = Confirm::new(page, w, Form::blank(ask), new.clone(), new)
        .about(sentence(&w, proposal, &parties))
        .with("party", input.party.clone())
        .with("must_agree", input.must_agree.clone())
        .with("days", input.days.clone())
        .with("sure", "yes")
        .button(w.joint_propose_button());
    let confirm = match names.is_empty() {
        true => confirm.says(w.joint_nobody_else()),
        false => confirm
            .says(w.joint_sure_told(w.list(&names), people))
            .says(on_silence(&w, proposal.on_silence())),
    };
    Ok(confirm.says(w.joint_sure_back()))
}

async fn return_page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let form = blank(&ask, &seat);
    show(&New::new(&ask, &mut tx, &seat, Kind::Return, form).await?)
}

async fn ask_to_return(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    proposed(&ask, id, Kind::Return, form).await
}

#[derive(Deserialize)]
struct Which {
    partnership: Uuid,
    act: Uuid,
}

async fn answer(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::answer(&mut act, &seat, which.act, &form.input()?).await;
    match tried(outcome, &form, &w)? {
        Ok(state) => {
            let notice = match state {
                State::Open => w.joint_answered(),
                settled => state_words(&w, settled),
            };
            ask.done(act, &form, format!("/p/{}/joint", which.partnership), notice).await
        }
        Err(form) => {
            drop(act);
            let mut tx = ask.look().await?;
            refused(&List::new(&ask, &mut tx, &seat, Some(which.act), form).await?)
        }
    }
}

async fn withdraw(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    commands::withdraw(&mut act, &seat, which.act).await?;
    let notice = seat.words(&ask.w).joint_taken_back().to_owned();
    ask.done(act, &form, format!("/p/{}/joint", which.partnership), notice).await
}
