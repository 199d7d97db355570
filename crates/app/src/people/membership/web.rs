//! The page of parties and people, and the pages on which a party changes its own.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;
use words::Words;

use super::commands::{self, Change, Successor};
use super::recovery::{self, Propose, Recovery};
use super::{Party, Role, SeatLine, store};
use crate::access::{Policy, Right, Seat};
use crate::error::Error;
use crate::people::invitation::role_name;
use crate::people::partnership::{self, State};
use crate::web::routes::Routes;
use crate::web::{Ask, Confirm, Form, Page, Reply, refused, reply, show, tried};

const SEE: Policy = Policy::Seat(Right::See);
const RULE: Policy = Policy::Seat(Right::RuleParty);
const LEAVE: Policy = Policy::Seat(Right::Leave);
const PROPOSE: Policy = Policy::Seat(Right::ProposeLead);

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/p/{partnership}/people", SEE, list)
        .get("/p/{partnership}/people/{seat}", RULE, one)
        .post("/p/{partnership}/people/{seat}", RULE, change)
        .post("/p/{partnership}/people/{seat}/lead", RULE, name_lead)
        .post("/p/{partnership}/people/{seat}/hand-over", RULE, hand_over)
        .get("/p/{partnership}/people/{seat}/end", RULE, ask_end)
        .post("/p/{partnership}/people/{seat}/end", RULE, end)
        .get("/p/{partnership}/successor", RULE, successor_page)
        .post("/p/{partnership}/successor", RULE, successor)
        .get("/p/{partnership}/leave", LEAVE, leave_page)
        .post("/p/{partnership}/leave", LEAVE, leave)
        .post("/p/{partnership}/recovery", PROPOSE, propose)
        .post("/p/{partnership}/recovery/{recovery}/object", PROPOSE, object)
}

/// A party as the page shows it: every party in the same shape.
struct Card {
    party: Party,
    seats: Vec<SeatLine>,
    recovery: Option<Recovery>,
    /// Whether the reader leads it.
    mine: bool,
    /// Whether the reader sits for it and it has no lead.
    leaderless: bool,
}

impl Card {
    fn has_lead(&self) -> bool {
        self.seats.iter().any(|line| line.lead)
    }
}

#[derive(Template)]
#[template(path = "people/membership/list.html")]
struct List {
    page: Page,
    w: Words,
    cards: Vec<Card>,
    neutral: Vec<SeatLine>,
    all: Vec<SeatLine>,
    may_invite: bool,
    may_withdraw: bool,
    may_leave: bool,
    may_return: bool,
    draft: bool,
    zone: String,
    form: Form,
}

impl List {
    fn role(&self, line: &SeatLine) -> &'static str {
        role_name(&self.w, line.role)
    }

    fn kind(&self, card: &Card) -> &'static str {
        partnership::kind_words(&self.w, card.party.kind)
    }

    fn day(&self, at: &crate::site::Moment) -> String {
        self.w.date(at.civil(&self.zone).date())
    }

    fn until(&self, day: &jiff::civil::Date) -> String {
        self.w.people_until(self.w.date(*day))
    }

    /// Whom an alternate stands in for.
    fn stands_in(&self, line: &SeatLine) -> Option<&str> {
        let other = line.alternate_for?;
        self.all.iter().find(|seat| seat.id == other).map(|seat| seat.name.as_str())
    }

    fn proposed<'s>(&self, card: &'s Card) -> Option<&'s str> {
        let member = card.recovery.as_ref()?.member?;
        card.seats.iter().find(|line| line.id == member).map(|line| line.name.as_str())
    }
}

async fn list(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let all = super::seats(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let cards = cards(&mut tx, &seat, &all).await?;
    show(&List {
        page: Page::new(&ask, w.people_title()).within(&seat),
        cards,
        neutral: all.iter().filter(|line| line.party.is_none()).cloned().collect(),
        all,
        may_invite: seat.could(Right::Invite),
        may_withdraw: seat.could(Right::Withdraw),
        may_leave: seat.could(Right::Leave),
        may_return: seat.could(Right::ProposeReturn) && seat.membership().is_some_and(|m| m.lead),
        draft: seat.partnership().state == State::Draft,
        zone: seat.partnership().zone.clone(),
        form: Form::blank(&ask),
        w,
    })
}

async fn cards(tx: &mut db::Tx, seat: &Seat, all: &[SeatLine]) -> Result<Vec<Card>, Error> {
    let mine = seat.membership().and_then(|m| m.party.as_ref()).map(|p| p.id);
    let mut cards = Vec::new();
    for party in super::parties(tx, seat.partnership().id).await? {
        let own = mine == Some(party.id);
        cards.push(Card {
            seats: all.iter().filter(|line| line.party == Some(party.id)).cloned().collect(),
            recovery: store::open_recovery(tx, party.id).await?,
            mine: own && seat.could(Right::RuleParty),
            leaderless: own && seat.could(Right::ProposeLead),
            party,
        });
    }
    cards.sort_by_key(|card| card.party.name.to_lowercase());
    Ok(cards)
}

#[derive(Template)]
#[template(path = "people/membership/seat.html")]
struct One {
    page: Page,
    w: Words,
    line: SeatLine,
    roles: Vec<(String, String)>,
    others: Vec<(String, String)>,
    leads: usize,
    myself: bool,
    stale: bool,
    form: Form,
}

impl One {
    async fn new(ask: &Ask, tx: &mut db::Tx, seat: &Seat, line: SeatLine, form: Form) -> Result<Self, Error> {
        let w = seat.words(&ask.w);
        let seats = super::seats(tx, seat.partnership().id).await?;
        let own: Vec<&SeatLine> = seats.iter().filter(|other| other.party == line.party).collect();
        let mut others = vec![(String::new(), w.people_nobody().to_owned())];
        others.extend(own.iter().filter(|o| o.id != line.id).map(|o| (o.id.to_string(), o.name.clone())));
        Ok(Self {
            page: Page::new(ask, line.name.clone()).within(seat),
            roles: Role::ALL.iter().map(|r| (r.code().to_owned(), role_name(&w, *r).to_owned())).collect(),
            others,
            leads: own.iter().filter(|other| other.lead).count(),
            myself: seat.membership().is_some_and(|m| m.id == line.id),
            stale: false,
            line,
            form,
            w,
        })
    }
}

fn filled(blank: Form, line: &SeatLine) -> Form {
    blank
        .of_version(line.version)
        .with("role", line.role.code())
        .with("job_title", line.job_title.clone())
        .with("term_ends", line.term_ends.map(|day| day.to_string()).unwrap_or_default())
        .with("alternate_for", line.alternate_for.map(|id| id.to_string()).unwrap_or_default())
}

async fn one(ask: Ask, Path((id, member)): Path<(Uuid, Uuid)>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let line = commands::own(&mut tx, &seat, member).await?;
    let form = filled(Form::blank(&ask), &line);
    show(&One::new(&ask, &mut tx, &seat, line, form).await?)
}

async fn change(ask: Ask, Path((id, member)): Path<(Uuid, Uuid)>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::change(&mut act, &seat, member, &form.input::<Change>()?, form.version()?).await;
    if let Err(Error::Stale { now }) = outcome {
        let line = commands::own(&mut act, &seat, member).await?;
        let mut view = One::new(&ask, &mut act, &seat, line, form.of_version(now)).await?;
        view.stale = true;
        return reply::page(StatusCode::CONFLICT, &view);
    }
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, people(id), w.people_changed()).await,
        Err(form) => {
            let line = commands::own(&mut act, &seat, member).await?;
            refused(&One::new(&ask, &mut act, &seat, line, form).await?)
        }
    }
}

fn people(id: Uuid) -> String {
    format!("/p/{id}/people")
}

async fn name_lead(ask: Ask, Path((id, member)): Path<(Uuid, Uuid)>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    commands::name_lead(&mut act, &seat, member).await?;
    ask.done(act, &form, people(id), seat.words(&ask.w).people_lead_named()).await
}

async fn hand_over(ask: Ask, Path((id, member)): Path<(Uuid, Uuid)>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    commands::hand_over(&mut act, &seat, member).await?;
    ask.done(act, &form, people(id), seat.words(&ask.w).people_handed_over()).await
}

/// What ending a seat means, before it ends.
async fn ask_end(ask: Ask, Path((id, member)): Path<(Uuid, Uuid)>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let line = commands::own(&mut tx, &seat, member).await?;
    let page = Page::new(&ask, w.people_end_confirm()).within(&seat);
    let at = format!("{}/{member}", people(id));
    let confirm = Confirm::new(page, w, Form::blank(&ask), format!("{at}/end"), at)
        .about(line.name)
        .says(w.people_end_hint())
        .button(w.people_end());
    show(&if line.lead { confirm.says(w.people_end_lead()) } else { confirm })
}

async fn end(ask: Ask, Path((id, member)): Path<(Uuid, Uuid)>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    commands::end(&mut act, &seat, member).await?;
    ask.done(act, &form, people(id), seat.words(&ask.w).people_seat_ended()).await
}

#[derive(Template)]
#[template(path = "people/membership/successor.html")]
struct SuccessorPage {
    page: Page,
    w: Words,
    /// What stands now, if somebody changed it meanwhile.
    now: Option<(String, String)>,
    form: Form,
}

impl SuccessorPage {
    fn new(ask: &Ask, seat: &Seat, form: Form) -> Self {
        let w = seat.words(&ask.w);
        Self { page: Page::new(ask, w.successor_title()).within(seat), now: None, form, w }
    }
}

async fn successor_page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let party = super::party(&mut tx, id, seat.party()?.id).await?;
    let (name, email) = party.successor.unwrap_or_default();
    let form = Form::blank(&ask).of_version(party.version).with("name", name).with("email", email);
    show(&SuccessorPage::new(&ask, &seat, form))
}

async fn successor(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let outcome =
        commands::set_successor(&mut act, &seat, &form.input::<Successor>()?, form.version()?).await;
    if let Err(Error::Stale { now }) = outcome {
        let mut view = SuccessorPage::new(&ask, &seat, form.of_version(now));
        view.now = super::party(&mut act, id, seat.party()?.id).await?.successor;
        return reply::page(StatusCode::CONFLICT, &view);
    }
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, people(id), w.successor_done()).await,
        Err(form) => refused(&SuccessorPage::new(&ask, &seat, form)),
    }
}

#[derive(Template)]
#[template(path = "people/membership/leave.html")]
struct Leave {
    page: Page,
    w: Words,
    last_lead: bool,
    form: Form,
}

async fn leave_page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let me = seat.member()?;
    let party = me.party.as_ref().map(|p| p.id);
    let leads = super::leads(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    show(&Leave {
        page: Page::new(&ask, w.leave_title()).within(&seat),
        last_lead: me.lead && leads.iter().filter(|line| line.party == party).count() == 1,
        form: Form::blank(&ask),
        w,
    })
}

async fn leave(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    commands::leave(&mut act, &seat).await?;
    ask.done(act, &form, "/home", seat.words(&ask.w).leave_done(&seat.partnership().name)).await
}

async fn propose(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    recovery::propose(&mut act, &seat, &form.input::<Propose>()?).await?;
    ask.done(act, &form, people(id), seat.words(&ask.w).recovery_proposed()).await
}

#[derive(Deserialize)]
struct Which {
    partnership: Uuid,
    recovery: Uuid,
}

async fn object(ask: Ask, Path(which): Path<Which>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(which.partnership, &form).await?;
    recovery::object(&mut act, &seat, which.recovery).await?;
    ask.done(act, &form, people(which.partnership), seat.words(&ask.w).recovery_objected()).await
}
