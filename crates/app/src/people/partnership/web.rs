//! The pages of a beginning: the five answers, the draft with what comes next, and the code that two
//! leaders read to each other.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;
use words::{Head, Terms, Union, Words};

use super::answers::{Edit, Start, UNLISTED};
use super::before;
use super::commands::{self, Hear, Introduction};
use super::introduction::{Introduced, aloud};
use super::places::{self, STATES};
use super::{Draft, State, store};
use crate::access::{Policy, Right, Seat};
use crate::error::Error;
use crate::mail::Hearer;
use crate::people::letters;
use crate::people::membership::{self, Party, PartyKind, SeatLine};
use crate::web::page::Page;
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Reply, refused, reply, show, tried};

const EDIT: Policy = Policy::Seat(Right::EditDraft);

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/start", Policy::Public, start_page)
        .post("/start", Policy::Public, start)
        .get("/p/{partnership}/draft", Policy::Seat(Right::See), draft_page)
        .get("/p/{partnership}/draft/edit", EDIT, edit_page)
        .post("/p/{partnership}/draft/edit", EDIT, edit)
        .post("/p/{partnership}/draft/wake", EDIT, wake)
        .post("/p/{partnership}/introduce", Policy::Seat(Right::Introduce), hear)
}

/// Pairs of value and words, for a list.
pub(in crate::people) type Choices = Vec<(String, String)>;

/// The choice of a union's word.
pub(in crate::people) fn union_choices(w: &Words) -> Choices {
    let words = |union| w.with_terms(Terms { union, ..Terms::default() }).term_union().to_owned();
    Union::ALL.iter().map(|union| (union.code().to_owned(), words(*union))).collect()
}

/// The choice of a head's word.
pub(in crate::people) fn head_choices(w: &Words) -> Choices {
    let words = |head| w.with_terms(Terms { head, ..Terms::default() }).term_head().to_owned();
    Head::ALL.iter().map(|head| (head.code().to_owned(), words(*head))).collect()
}

/// The kinds of party, with nothing chosen first.
pub(in crate::people) fn kind_choices(w: &Words) -> Choices {
    let mut choices = vec![(String::new(), w.start_choose().to_owned())];
    choices
        .extend(PartyKind::ALL.iter().map(|kind| (kind.code().to_owned(), kind_words(w, *kind).to_owned())));
    choices
}

/// A kind of party in words.
pub(in crate::people) fn kind_words(w: &Words, kind: PartyKind) -> &'static str {
    match kind {
        PartyKind::Community => w.party_kind_community(),
        PartyKind::Family => w.party_kind_family(),
        PartyKind::Governance => w.party_kind_governance(),
        PartyKind::Labor => w.party_kind_labor(),
        PartyKind::Management => w.party_kind_management(),
        PartyKind::Student => w.party_kind_student(),
    }
}

fn place_kinds(w: &Words) -> Choices {
    let words = |code: &str| match code {
        "charter" => w.start_place_charter(),
        "college" => w.start_place_college(),
        "county" => w.start_place_county(),
        "preschool" => w.start_place_preschool(),
        "school" => w.start_place_school(),
        _ => w.start_place_district(),
    };
    places::KINDS.iter().map(|code| ((*code).to_owned(), words(code).to_owned())).collect()
}

/// What was searched for, or the place a letter names.
#[derive(Debug, Default, Deserialize)]
struct Wanted {
    #[serde(default)]
    place: String,
    site: Option<Uuid>,
}

impl Wanted {
    fn is_blank(&self) -> bool {
        self.place.is_empty() && self.site.is_none()
    }
}

#[derive(Template)]
#[template(path = "people/partnership/start.html")]
struct StartPage {
    page: Page,
    w: Words,
    wanted: String,
    found: Vec<(String, String, String)>,
    kinds: Choices,
    place_kinds: Choices,
    states: Choices,
    unions: Choices,
    heads: Choices,
    /// Whether the reader has to sign in before the answers can be sent.
    stranger: bool,
    /// Whether the answers were given before signing in.
    given: bool,
    form: Form,
}

impl StartPage {
    async fn new(ask: &Ask, wanted: &str, site: Option<Uuid>, form: Form) -> Result<Self, Error> {
        let w = ask.w;
        let mut found: Vec<_> = places_for(ask, wanted, site)
            .await?
            .into_iter()
            .map(|(id, name)| (id, name, String::new()))
            .collect();
        if !found.is_empty() {
            let hint = w.start_unlisted_hint().to_owned();
            found.push((UNLISTED.to_owned(), w.start_unlisted().to_owned(), hint));
        }
        let mut states = vec![(String::new(), w.start_choose().to_owned())];
        states.extend(STATES.iter().map(|(code, name, _)| ((*code).to_owned(), (*name).to_owned())));
        Ok(Self {
            page: Page::new(ask, w.start_title()),
            wanted: wanted.to_owned(),
            found,
            kinds: kind_choices(&w),
            place_kinds: place_kinds(&w),
            states,
            unions: union_choices(&w),
            heads: head_choices(&w),
            stranger: ask.actor.person().is_none(),
            given: false,
            form,
            w,
        })
    }

    /// The five questions, as they are asked below.
    fn questions(&self) -> [&'static str; 5] {
        let w = &self.w;
        [
            w.start_place_legend(),
            w.start_own_legend(),
            w.start_other_legend(),
            w.start_why_legend(),
            w.start_terms_legend(),
        ]
    }
}

async fn places_for(ask: &Ask, wanted: &str, site: Option<Uuid>) -> Result<Choices, Error> {
    let mut tx = ask.look().await?;
    if let Some(site) = site {
        let named = store::listed(&mut tx, site).await?;
        return Ok(named.map(|ground| (ground.id.to_string(), ground.name)).into_iter().collect());
    }
    if wanted.trim().chars().count() < 3 {
        return Ok(Vec::new());
    }
    let found = store::places(&mut tx, wanted.trim(), 20).await?;
    Ok(found.into_iter().map(|place| (place.id.to_string(), place.name)).collect())
}

async fn start_page(ask: Ask, Query(wanted): Query<Wanted>) -> Reply {
    if let Some(answers) = before::kept(&ask.headers, &ask.site).filter(|_| wanted.is_blank()) {
        let form = answers.into_iter().fold(Form::blank(&ask), |form, (name, value)| form.with(&name, value));
        let (searched, site) = (form.value("searched").to_owned(), form.value("site").parse().ok());
        let site = site.filter(|_| searched.is_empty());
        let page = StartPage::new(&ask, &searched, site, form).await?;
        return show(&StartPage { given: !page.stranger, ..page });
    }
    let mut form = Form::blank(&ask)
        .with("place_kind", "district")
        .with("union_term", Union::default().code())
        .with("head_term", Head::default().code());
    if let Some(site) = wanted.site {
        form = form.with("site", site.to_string());
    }
    show(&StartPage::new(&ask, &wanted.place, wanted.site, form).await?)
}

async fn start(ask: Ask, form: Form) -> Result<Response, Error> {
    let input: Start = form.input()?;
    if ask.actor.person().is_none() {
        return match tried(before::keep(&ask, &form), &form, &ask.w)? {
            Ok(response) => Ok(response),
            Err(form) => again(&ask, &input, form).await,
        };
    }
    let mut act = ask.begin(&form).await?;
    match tried(commands::start(&mut act, &ask.actor, &input).await, &form, &ask.w)? {
        Ok(id) => {
            let said = ask.w.start_done(&input.person_name);
            let response = ask.done(act, &form, format!("/p/{id}/draft"), said).await?;
            Ok(before::forgotten(&ask.site, response))
        }
        Err(form) => {
            drop(act);
            again(&ask, &input, form).await
        }
    }
}

/// The page again, with what a rule said.
async fn again(ask: &Ask, input: &Start, form: Form) -> Reply {
    let (wanted, site) = (form.value("searched").to_owned(), input.site.parse().ok());
    let site = if wanted.is_empty() { site } else { None };
    refused(&StartPage::new(ask, &wanted, site, form).await?)
}

/// Where the two leaders stand with each other.
enum Meeting {
    /// The counterpart has not taken their seat.
    Alone,
    /// My code, and a field for theirs.
    Codes { mine: String },
    /// I have typed theirs; they have still to type mine.
    Heard { mine: String },
    /// Somebody who leads nothing looks on.
    Others,
}

#[derive(Template)]
#[template(path = "people/partnership/draft.html")]
struct DraftPage {
    page: Page,
    w: Words,
    site: String,
    parties: Vec<Party>,
    seats: Vec<SeatLine>,
    draft: Draft,
    meeting: Meeting,
    may_edit: bool,
    may_invite: bool,
    may_withdraw: bool,
    since: String,
    /// Whom the draft waits for, and until when.
    waits: Option<String>,
    /// Who gets a letter when the last code was heard.
    hearers: Vec<Hearer>,
    form: Form,
}

impl DraftPage {
    async fn new(ask: &Ask, tx: &mut db::Tx, seat: &Seat, form: Form) -> Result<Self, Error> {
        let w = seat.words(&ask.w);
        let partnership = seat.partnership();
        let draft = store::draft(tx, partnership.id).await?;
        let leads = store::introductions(tx, partnership.id).await?;
        Ok(Self {
            page: Page::new(ask, partnership.name.clone()).within(seat),
            site: partnership.site_name.clone(),
            parties: membership::parties(tx, partnership.id).await?,
            seats: membership::seats(tx, partnership.id).await?,
            meeting: meeting(seat, &leads),
            may_edit: seat.could(Right::EditDraft),
            may_invite: seat.could(Right::Invite),
            may_withdraw: seat.could(Right::Withdraw),
            hearers: letters::hearers(tx, seat, &w, |line| line.lead).await?,
            waits: super::waits(tx, seat, &w).await?,
            since: w.date(draft.begun_at.civil(&partnership.zone).date()),
            draft,
            form,
            w,
        })
    }

    fn kind(&self, party: &Party) -> &'static str {
        kind_words(&self.w, party.kind)
    }

    fn of<'s>(&'s self, party: &Party) -> impl Iterator<Item = &'s SeatLine> {
        let id = party.id;
        self.seats.iter().filter(move |line| line.party == Some(id))
    }
}

fn meeting(seat: &Seat, leads: &[Introduced]) -> Meeting {
    if !seat.could(Right::Introduce) {
        return Meeting::Others;
    }
    let me = seat.membership().and_then(|m| leads.iter().find(|lead| lead.member == m.id));
    match me {
        None => Meeting::Alone,
        Some(me) if me.heard.is_some() => Meeting::Heard { mine: aloud(&me.code) },
        Some(me) => Meeting::Codes { mine: aloud(&me.code) },
    }
}

async fn draft_page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    if seat.partnership().state != State::Draft {
        return Ok(reply::see_other(&format!("/p/{id}/people"), ""));
    }
    show(&DraftPage::new(&ask, &mut tx, &seat, Form::blank(&ask)).await?)
}

async fn hear(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let input: Hear = form.input()?;
    match commands::hear(&mut act, &seat, &input).await? {
        Introduction::Known => ask.done(act, &form, format!("/p/{id}/draft"), w.introduce_known()).await,
        Introduction::Begun => ask.done(act, &form, format!("/p/{id}"), w.introduce_begun()).await,
        Introduction::Wrong(no) => {
            // The try counts, so the act lasts although its answer is no.
            act.commit().await?;
            let Err(Error::Refused(said)) = Err::<(), Error>(no.into()) else {
                return Err(Error::Unreadable);
            };
            let mut tx = ask.look().await?;
            refused(&DraftPage::new(&ask, &mut tx, &seat, Form::blank(&ask).refused(&said, &w)).await?)
        }
    }
}

async fn wake(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    commands::wake(&mut act, &seat).await?;
    let notice = seat.words(&ask.w).draft_woken().to_owned();
    ask.done(act, &form, format!("/p/{id}/draft"), notice).await
}

#[derive(Template)]
#[template(path = "people/partnership/edit.html")]
struct EditPage {
    page: Page,
    w: Words,
    kinds: Choices,
    unions: Choices,
    heads: Choices,
    /// What stands now where it differs from what was typed: label and words.
    theirs: Vec<(String, String)>,
    form: Form,
}

impl EditPage {
    fn new(ask: &Ask, seat: &Seat, theirs: Vec<(String, String)>, form: Form) -> Self {
        let w = seat.words(&ask.w);
        Self {
            page: Page::new(ask, w.draft_edit_title()).within(seat),
            kinds: kind_choices(&w),
            unions: union_choices(&w),
            heads: head_choices(&w),
            theirs,
            form,
            w,
        }
    }
}

/// The draft as the edit form holds it.
async fn standing(tx: &mut db::Tx, seat: &Seat, blank: Form) -> Result<Form, Error> {
    let partnership = seat.partnership();
    let draft = store::draft(tx, partnership.id).await?;
    let parties = membership::parties(tx, partnership.id).await?;
    let mut form = blank
        .of_version(partnership.version)
        .with("name", partnership.name.clone())
        .with("why", draft.why)
        .with("union_term", draft.union_term)
        .with("head_term", draft.head_term);
    for (prefix, party) in ["one", "two"].iter().zip(&parties) {
        form = form
            .with(prefix, party.id.to_string())
            .with(&format!("{prefix}_kind"), party.kind.code())
            .with(&format!("{prefix}_name"), party.name.clone());
    }
    Ok(form)
}

async fn edit_page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let form = standing(&mut tx, &seat, Form::blank(&ask)).await?;
    show(&EditPage::new(&ask, &seat, Vec::new(), form))
}

async fn edit(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::edit(&mut act, &seat, &form.input::<Edit>()?, form.version()?).await;
    if matches!(outcome, Err(Error::Stale { .. })) {
        drop(act);
        return stale(&ask, &seat, form).await;
    }
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, format!("/p/{id}/draft"), w.draft_edited()).await,
        Err(form) => {
            drop(act);
            refused(&EditPage::new(&ask, &seat, Vec::new(), form))
        }
    }
}

/// Somebody else changed the draft meanwhile: both texts on one page, with what was typed in the fields.
async fn stale(ask: &Ask, seat: &Seat, typed: Form) -> Reply {
    let mut tx = ask.look().await?;
    let now = standing(&mut tx, seat, Form::blank(ask)).await?;
    let w = seat.words(&ask.w);
    let labels = [
        ("name", w.draft_name()),
        ("one_name", w.draft_one_name()),
        ("two_name", w.draft_two_name()),
        ("why", w.start_why()),
    ];
    let theirs = labels
        .iter()
        .filter(|(field, _)| now.value(field) != typed.value(field))
        .map(|(field, label)| ((*label).to_owned(), now.value(field).to_owned()))
        .collect();
    let version = seat.partnership().version;
    reply::page(
        axum::http::StatusCode::CONFLICT,
        &EditPage::new(ask, seat, theirs, typed.of_version(version)),
    )
}
