//! The invitation's two sides: the page of the party that asks, and the page of the one who is asked.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;
use words::{Lang, Words};

use super::commands::{self, Invite};
use super::{Invitation, State, store};
use crate::access::{Actor, Policy, Right, Seat};
use crate::error::{Error, Refusals};
use crate::people::membership::{self, Party, Role};
use crate::people::partnership;
use crate::people::session::hashed;
use crate::text;
use crate::web::error::way_back;
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, refused, reply, show};

const ASKS: Policy = Policy::Seat(Right::Invite);

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/p/{partnership}/invite", ASKS, list)
        .post("/p/{partnership}/invite", ASKS, invite)
        .post("/p/{partnership}/invite/{invitation}/slip", ASKS, make_slip)
        .get("/p/{partnership}/invite/slip/{token}", ASKS, slip)
        .post("/p/{partnership}/invite/{invitation}/wake", ASKS, wake)
        .post("/p/{partnership}/invite/{invitation}/withdraw", ASKS, withdraw)
        .get("/i/{token}", Policy::Link, open)
        .post("/i/{token}/yes", Policy::Link, yes)
        .post("/i/{token}/later", Policy::Link, later)
        .post("/i/{token}/no", Policy::Link, no)
        .post("/i/{token}/question", Policy::Link, question)
        .get("/i/{token}/thanks", Policy::Link, thanks)
}

/// One invitation as the asking party sees it.
struct Row {
    invitation: Invitation,
    party: String,
    state: &'static str,
    since: String,
    until: Option<String>,
    mine: bool,
}

#[derive(Template)]
#[template(path = "people/invitation/list.html")]
struct List {
    page: Page,
    w: Words,
    form: Form,
    rows: Vec<Row>,
    /// The other sides, each with how many it asked and how many joined: never who.
    others: Vec<(String, String)>,
    parties: Vec<Party>,
    roles: Vec<(&'static str, &'static str)>,
}

impl List {
    fn party_options(&self) -> Vec<(String, String)> {
        self.parties.iter().map(|party| (party.id.to_string(), party.name.clone())).collect()
    }

    fn language_options(&self) -> Vec<(&'static str, &'static str)> {
        Lang::ALL.iter().map(|lang| (lang.code(), lang.native_name())).collect()
    }
}

async fn list(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    show(&view(&ask, id, Form::blank(&ask).with("language", ask.w.lang().code())).await?)
}

async fn view(ask: &Ask, id: Uuid, form: Form) -> Result<List, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let parties = membership::parties(&mut tx, id).await?;
    let own = seat.party()?.id;
    let seats = membership::seats(&mut tx, id).await?;
    let all = store::of_partnership(&mut tx, id).await?;
    let (ours, theirs): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| is_of(one, own, &seats));
    let rows = ours.into_iter().map(|invitation| row(&w, &seat, &parties, own, invitation)).collect();
    let others = others(&w, &parties, &theirs);
    let may: Vec<Party> = parties
        .into_iter()
        .filter(|party| party.withdrawn_at.is_none() && (party.id == own || party.joined_at.is_none()))
        .collect();
    let form = if form.value("party").is_empty() { form.with("party", own.to_string()) } else { form };
    Ok(List {
        page: Page::new(ask, w.invitation_title()).within(&seat),
        form,
        rows,
        others,
        parties: may,
        roles: Role::ALL.iter().map(|role| (role.code(), role_name(&w, *role))).collect(),
        w,
    })
}

/// Whether an invitation is one's own side's: to it, or asked by somebody who sits for it.
fn is_of(one: &Invitation, own: Uuid, seats: &[membership::SeatLine]) -> bool {
    let asker = seats.iter().find(|line| Some(line.id) == one.asked_by);
    one.party == Some(own) || asker.is_some_and(|line| line.party == Some(own))
}

/// What a side may know of the others' asking: how many were asked, and how many sit here now.
fn others(w: &Words, parties: &[Party], theirs: &[Invitation]) -> Vec<(String, String)> {
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let of = |party: &Party| {
        let asked: Vec<_> = theirs.iter().filter(|one| one.party == Some(party.id)).collect();
        let joined = asked.iter().filter(|one| one.state == State::Accepted).count();
        (!asked.is_empty())
            .then(|| (party.name.clone(), w.invitation_others_says(count(asked.len()), count(joined))))
    };
    parties.iter().filter_map(of).collect()
}

fn row(w: &Words, seat: &Seat, parties: &[Party], own: Uuid, invitation: Invitation) -> Row {
    let zone = &seat.partnership().zone;
    let day = |moment: crate::site::Moment| w.date(moment.civil(zone).date());
    Row {
        party: parties
            .iter()
            .find(|p| Some(p.id) == invitation.party)
            .map_or(String::new(), |p| p.name.clone()),
        state: invitation.state.say(w),
        since: day(invitation.asked_at),
        until: (invitation.state.open() && invitation.state != State::Asleep)
            .then(|| day(invitation.sleeps_at)),
        mine: invitation.party == Some(own)
            || parties.iter().any(|p| Some(p.id) == invitation.party && p.joined_at.is_none()),
        invitation,
    }
}

/// What a role is called.
pub fn role_name(w: &Words, role: Role) -> &'static str {
    match role {
        Role::Member => w.invitation_role_member(),
        Role::CoChair => w.invitation_role_co_chair(),
        Role::Facilitator => w.invitation_role_facilitator(),
        Role::Recorder => w.invitation_role_recorder(),
        Role::Observer => w.invitation_role_observer(),
        Role::Alternate => w.invitation_role_alternate(),
    }
}

async fn invite(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let input: Invite = form.input()?;
    match commands::invite(&mut act, &seat, input).await {
        Ok(asked) => {
            let by_mail = !form.value("email").trim().is_empty();
            let w = seat.words(&ask.w);
            let (to, said) = if by_mail {
                (format!("/p/{id}/invite"), w.invitation_done_mailed(form.value("name")))
            } else {
                (format!("/p/{id}/invite/slip/{}", asked.token), w.invitation_done_slip().to_owned())
            };
            ask.done(act, &form, to, said).await
        }
        Err(Error::Refused(no)) => {
            drop(act);
            let form = form.refused(&no, &seat.words(&ask.w));
            refused(&view(&ask, id, form).await?)
        }
        Err(error) => Err(error),
    }
}

async fn make_slip(
    ask: Ask,
    Path((id, invitation)): Path<(Uuid, Uuid)>,
    form: Form,
) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let token = commands::slip(&mut act, &seat, invitation).await?;
    ask.done(act, &form, format!("/p/{id}/invite/slip/{token}"), "").await
}

#[derive(Template)]
#[template(path = "people/invitation/slip.html")]
struct Slip {
    page: Page,
    w: Words,
    invitation: Invitation,
    asker: String,
    party: String,
    place: String,
    link: String,
    picture: String,
    until: String,
}

async fn slip(ask: Ask, Path((id, token)): Path<(Uuid, String)>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let found = store::by_link(&mut tx, &hashed(&token)).await?.filter(|i| i.partnership == id);
    let invitation = found.ok_or(Error::Unseen)?;
    commands::asked_by_own(&mut tx, &seat, &invitation).await?;
    // The slip speaks the language of the one who is asked.
    let w = seat.words(&Words::new(invitation.language));
    let parties = membership::parties(&mut tx, id).await?;
    let link = format!("{}/i/{token}", ask.site.settings.base_url);
    show(&Slip {
        page: Page::new(&ask, w.invitation_slip_title()).within(&seat),
        asker: seat.person()?.name.clone(),
        party: parties
            .iter()
            .find(|p| Some(p.id) == invitation.party)
            .map_or(String::new(), |p| p.name.clone()),
        place: seat.partnership().name.clone(),
        picture: picture(&link)?,
        until: w.date(invitation.sleeps_at.civil(&seat.partnership().zone).date()),
        link,
        invitation,
        w,
    })
}

/// The link as a square that a phone reads.
fn picture(link: &str) -> Result<String, Error> {
    let code = qrcode::QrCode::new(link.as_bytes()).map_err(crate::error::broken)?;
    let svg =
        code.render::<qrcode::render::svg::Color<'_>>().min_dimensions(200, 200).quiet_zone(true).build();
    // The XML line belongs to a file of its own, not inside a page.
    Ok(svg.split_once("?>").map_or(svg.clone(), |(_, rest)| rest.to_owned()))
}

async fn wake(ask: Ask, Path((id, invitation)): Path<(Uuid, Uuid)>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    commands::wake(&mut act, &seat, invitation).await?;
    ask.done(act, &form, format!("/p/{id}/invite"), ask.w.invitation_done_woken()).await
}

async fn withdraw(
    ask: Ask,
    Path((id, invitation)): Path<(Uuid, Uuid)>,
    form: Form,
) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    commands::withdraw(&mut act, &seat, invitation).await?;
    ask.done(act, &form, format!("/p/{id}/invite"), ask.w.invitation_done_withdrawn()).await
}

#[derive(Template)]
#[template(path = "people/invitation/open.html")]
struct Open {
    page: Page,
    w: Words,
    form: Form,
    token: String,
    invitation: Invitation,
    partnership: String,
    place: String,
    party: String,
    asker: Option<(String, String)>,
    message: Option<String>,
    others: Vec<String>,
    open: bool,
    /// What is said once it is closed, and the way on for whoever said yes.
    closed: String,
    onward: Option<(String, &'static str)>,
    until: String,
    signed_in: bool,
    sign_in: String,
}

async fn open(ask: Ask, Path(token): Path<String>) -> Reply {
    let form = Form::blank(&ask);
    show(&invitation(&ask, token, form).await?)
}

async fn invitation(ask: &Ask, token: String, form: Form) -> Result<Open, Error> {
    let mut tx = ask.look().await?;
    let found = store::by_link(&mut tx, &hashed(&token)).await?.ok_or(Error::Unseen)?;
    let seat = Seat::of_link_holder(&mut tx, &ask.actor, found.partnership).await?;
    let w = seat.words(&ask.w);
    let parties = membership::parties(&mut tx, found.partnership).await?;
    let seats = membership::seats(&mut tx, found.partnership).await?;
    let asker = seats.iter().find(|line| Some(line.id) == found.asked_by);
    let message = match found.message {
        Some(id) => text::read(&mut tx, id).await?.filter(|text| !text.redacted).map(|text| text.body),
        None => None,
    };
    let named = |id: Option<Uuid>| {
        parties.iter().find(|p| Some(p.id) == id).map_or(String::new(), |p| p.name.clone())
    };
    Ok(Open {
        page: Page::new(ask, w.invitation_open_title(&seat.partnership().name)),
        partnership: seat.partnership().name.clone(),
        place: seat.partnership().site_name.clone(),
        party: named(found.party),
        asker: asker.map(|line| (line.name.clone(), named(line.party))),
        others: parties
            .iter()
            .filter(|p| p.withdrawn_at.is_none() && Some(p.id) != found.party)
            .filter(|p| asker.is_none_or(|line| line.party != Some(p.id)))
            .map(|p| p.name.clone())
            .collect(),
        message,
        open: found.state.open(),
        closed: match found.state {
            State::Accepted => w.invitation_open_joined(&seat.partnership().name),
            state => w.invitation_open_closed(state.say(&w)),
        },
        onward: match found.state {
            State::Accepted => onward(ask, &mut tx, &w, found.partnership).await,
            _ => None,
        },
        until: w.date(found.sleeps_at.civil(&seat.partnership().zone).date()),
        signed_in: ask.actor.person().is_some(),
        sign_in: way_back("/sign-in", &format!("/i/{token}")),
        invitation: found,
        form,
        token,
        w,
    })
}

/// Where somebody goes who opens the letter of an invitation that was answered with yes.
async fn onward(ask: &Ask, tx: &mut db::Tx, w: &Words, partnership: Uuid) -> Option<(String, &'static str)> {
    let home = format!("/p/{partnership}");
    if ask.actor.person().is_none() {
        return Some((way_back("/sign-in", &home), w.common_sign_in()));
    }
    Seat::ask(tx, &ask.actor, partnership, Right::See).await.ok().map(|_| (home, w.invitation_open_go()))
}

/// What the doors need to know of the invitation somebody comes from.
#[derive(Debug)]
pub struct Arrival {
    /// Where they were asked to.
    pub place: String,
    /// Under which name.
    pub name: String,
    /// At which address; none for a slip.
    pub email: Option<String>,
}

/// The open invitation that an address of this program leads to. The link is the right.
pub async fn arrival(tx: &mut db::Tx, path: &str) -> Result<Option<Arrival>, Error> {
    let Some(token) = path.strip_prefix("/i/").filter(|token| !token.contains('/')) else { return Ok(None) };
    let Some(found) = store::by_link(tx, &hashed(token)).await?.filter(|one| one.state.open()) else {
        return Ok(None);
    };
    let seat = Seat::of_link_holder(tx, &Actor::Guest, found.partnership).await?;
    Ok(Some(Arrival { place: seat.partnership().name.clone(), name: found.name, email: found.email }))
}

/// The fields of the answers.
#[derive(Debug, Deserialize)]
struct Answer {
    #[serde(default)]
    job_title: String,
    #[serde(default)]
    question: String,
    #[serde(default)]
    email: String,
}

async fn yes(ask: Ask, Path(token): Path<String>, form: Form) -> Result<Response, Error> {
    let mut act = ask.begin(&form).await?;
    let answer: Answer = form.input()?;
    match commands::accept(&mut act, &ask.actor, &token, &answer.job_title).await {
        Ok(partnership) => {
            // Two leaders of a draft begin with the six questions; everybody else at home.
            let to = match partnership::state_of(&mut act, partnership).await? {
                partnership::State::Draft => format!("/p/{partnership}/readiness"),
                _ => format!("/p/{partnership}"),
            };
            ask.done(act, &form, to, ask.w.invitation_done_yes()).await
        }
        Err(Error::Refused(no)) => {
            drop(act);
            again(&ask, token, form, &no).await
        }
        // The yes waits on the page until the account stands.
        Err(Error::SignIn) => Ok(reply::see_other(&way_back("/sign-in", &format!("/i/{token}")), "")),
        Err(error) => Err(error),
    }
}

async fn again(ask: &Ask, token: String, form: Form, no: &Refusals) -> Result<Response, Error> {
    let form = form.refused(no, &ask.w);
    refused(&invitation(ask, token, form).await?)
}

async fn later(ask: Ask, Path(token): Path<String>, form: Form) -> Result<Response, Error> {
    let mut act = ask.begin(&form).await?;
    commands::consider(&mut act, &ask.actor, &token).await?;
    ask.done(act, &form, format!("/i/{token}/thanks"), ask.w.invitation_done_later()).await
}

async fn no(ask: Ask, Path(token): Path<String>, form: Form) -> Result<Response, Error> {
    let mut act = ask.begin(&form).await?;
    commands::decline(&mut act, &ask.actor, &token).await?;
    ask.done(act, &form, format!("/i/{token}/thanks"), ask.w.invitation_done_no()).await
}

async fn question(ask: Ask, Path(token): Path<String>, form: Form) -> Result<Response, Error> {
    let mut act = ask.begin(&form).await?;
    let answer: Answer = form.input()?;
    match commands::question(&mut act, &ask.actor, &token, &answer.question, &answer.email).await {
        Ok(()) => ask.done(act, &form, format!("/i/{token}/thanks"), ask.w.invitation_done_question()).await,
        Err(Error::Refused(no)) => {
            drop(act);
            again(&ask, token, form, &no).await
        }
        Err(error) => Err(error),
    }
}

#[derive(Template)]
#[template(path = "people/invitation/thanks.html")]
struct Thanks {
    page: Page,
    w: Words,
    token: String,
    /// What the one who asked was told, and what can still be changed.
    says: &'static str,
}

async fn thanks(ask: Ask, Path(token): Path<String>) -> Reply {
    let mut tx = ask.look().await?;
    let found = store::by_link(&mut tx, &hashed(&token)).await?.ok_or(Error::Unseen)?;
    let page = Page::new(&ask, ask.w.invitation_thanks_title());
    let says = match found.state {
        State::Declined => ask.w.invitation_thanks_no(),
        State::Considering => ask.w.invitation_thanks_later(),
        _ => ask.w.invitation_thanks_question(),
    };
    show(&Thanks { page, token, says, w: ask.w })
}
