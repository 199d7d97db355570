//! The invitation's two sides: the page of the party that asks, and the page of the one who is asked.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;
use words::{Lang, Words};

use super::commands::{self, Invite};
use super::{Invitation, State, store};
use crate::access::{Policy, Right, Seat};
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
    let view = view(&ask, id, Form::blank(&ask).with("language", ask.w.lang().code())).await?;
    show(&view)
}

async fn view(ask: &Ask, id: Uuid, form: Form) -> Result<List, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let parties = membership::parties(&mut tx, id).await?;
    let own = seat.party()?.id;
    let rows = store::of_partnership(&mut tx, id)
        .await?
        .into_iter()
        .map(|invitation| row(&w, &seat, &parties, own, invitation))
        .collect();
    let may: Vec<Party> = parties
        .into_iter()
        .filter(|party| party.withdrawn_at.is_none() && (party.id == own || party.joined_at.is_none()))
        .collect();
    Ok(List {
        page: Page::new(ask, w.invitation_title()).within(&seat),
        form,
        rows,
        parties: may,
        roles: Role::ALL.iter().map(|role| (role.code(), role_name(&w, *role))).collect(),
        w,
    })
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
    state: &'static str,
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
        others: parties.iter().filter(|p| p.withdrawn_at.is_none()).map(|p| p.name.clone()).collect(),
        message,
        open: found.state.open(),
        state: found.state.say(&w),
        until: w.date(found.sleeps_at.civil(&seat.partnership().zone).date()),
        signed_in: ask.actor.person().is_some(),
        sign_in: way_back("/sign-in", &format!("/i/{token}")),
        invitation: found,
        form,
        token,
        w,
    })
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
}

async fn thanks(ask: Ask, Path(token): Path<String>) -> Reply {
    let mut tx = ask.look().await?;
    store::by_link(&mut tx, &hashed(&token)).await?.ok_or(Error::Unseen)?;
    let page = Page::new(&ask, ask.w.invitation_thanks_title());
    show(&Thanks { page, token, w: ask.w })
}
