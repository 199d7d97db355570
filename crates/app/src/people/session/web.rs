//! The doors: signing in (address, then code or password), a name for those who are new, proving
//! again who one is, and signing out.

use askama::Template;
use axum::extract::Query;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;
use serde::Deserialize;
use words::{Lang, Words};

use super::code::Purpose;
use super::commands::{self, Entered, Join};
use super::{Visitor, token};
use crate::access::Policy;
use crate::error::Error;
use crate::people::{account, invitation};
use crate::web::error::way_back;
use crate::web::house::own_path;
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, cookies, refused, reply, show, tried};

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/sign-in", Policy::Public, sign_in)
        .post("/sign-in", Policy::Public, ask_or_enter)
        .get("/sign-in/code", Policy::Public, code)
        .post("/sign-in/code", Policy::Public, enter_code)
        .get("/sign-in/join", Policy::Public, join)
        .post("/sign-in/join", Policy::Public, make_account)
        .get("/prove", Policy::SignedIn, prove)
        .post("/prove", Policy::SignedIn, ask_or_prove)
        .get("/prove/code", Policy::SignedIn, prove_code)
        .post("/prove/code", Policy::SignedIn, enter_prove_code)
        .post("/sign-out", Policy::SignedIn, sign_out)
}

/// Where somebody wanted to go.
#[derive(Debug, Default, Deserialize)]
struct Onward {
    #[serde(default)]
    next: String,
}

impl Onward {
    fn path(&self) -> &str {
        own_path(&self.next).unwrap_or("/home")
    }

    /// An empty form that remembers the way.
    fn form(&self, ask: &Ask) -> Form {
        Form::blank(ask).with("next", self.path())
    }
}

/// Where a form wants to go next.
fn onward(form: &Form) -> &str {
    own_path(form.value("next")).unwrap_or("/home")
}

/// The browser's own token, made now if it holds none.
fn browser(ask: &Ask) -> String {
    cookies::browser(&ask.headers, &ask.site).unwrap_or_else(|| token(&ask.site))
}

/// Who stands at the door with this form.
pub fn visitor(ask: &Ask, form: &Form) -> Visitor {
    Visitor {
        browser: browser(ask),
        form_key: form.key().to_owned(),
        from: ask.address.clone(),
        device: ask.device(),
        held: ask.actor.person().map(|person| person.session),
        request: ask.request,
    }
}

/// Gives the browser its token with an answer, so that a form it sends later is known as its own.
pub fn with_browser(ask: &Ask, browser: &str, mut response: Response) -> Response {
    if let Some(cookie) = cookies::set_browser(&ask.site, browser) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

/// On to a page, with a session.
pub fn let_in(ask: &Ask, token: &str, to: &str, notice: &str) -> Response {
    let mut response = reply::see_other(to, notice);
    if let Some(cookie) = cookies::set_session(&ask.site, Some(token)) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

#[derive(Template)]
#[template(path = "people/session/sign_in.html")]
struct SignIn {
    page: Page,
    w: Words,
    form: Form,
    /// Why the reader stands here, if they were on their way somewhere.
    why: Option<String>,
}

async fn sign_in_page(ask: &Ask, form: Form) -> Result<SignIn, Error> {
    let (w, next) = (ask.w, onward(&form).to_owned());
    let arrival = invitation::arrival(&mut ask.look().await?, &next).await?;
    let why = match &arrival {
        Some(arrival) => Some(w.session_why_invited(&arrival.place)),
        None if next.starts_with("/start") => Some(w.session_why_start().to_owned()),
        None if next.starts_with("/p/") => Some(w.session_why_page().to_owned()),
        None => None,
    };
    let known = arrival.and_then(|arrival| arrival.email).filter(|_| form.value("email").is_empty());
    let form = match known {
        Some(email) if form.errors().is_empty() => form.set("email", email),
        _ => form,
    };
    Ok(SignIn { page: Page::new(ask, w.session_title()), w, form, why })
}

async fn sign_in(ask: Ask, Query(onward): Query<Onward>) -> Reply {
    if ask.actor.person().is_some() {
        return Ok(reply::see_other(onward.path(), ""));
    }
    // Who comes back for another code, or to correct the address, finds it as this browser typed it.
    let held = cookies::browser(&ask.headers, &ask.site).unwrap_or_default();
    let typed = commands::sent_to(&mut ask.look().await?, &held, Purpose::SignIn).await?;
    let form = onward.form(&ask).with("email", typed.unwrap_or_default());
    let page = show(&sign_in_page(&ask, form).await?)?;
    Ok(with_browser(&ask, &browser(&ask), page))
}

/// One form, two buttons: "e-mail me a code", or a password.
async fn ask_or_enter(ask: Ask, form: Form) -> Reply {
    let visitor = visitor(&ask, &form);
    let outcome = if form.value("way") == "password" {
        by_password(&ask, &visitor, &form).await
    } else {
        ask_code(&ask, &visitor, &form).await
    };
    match tried(outcome, &form, &ask.w)? {
        Ok(response) => Ok(response),
        Err(form) => refused(&sign_in_page(&ask, form).await?),
    }
}

async fn by_password(ask: &Ask, visitor: &Visitor, form: &Form) -> Reply {
    let email = account::address(form.value("email"))?;
    let token = commands::by_password(&ask.site, visitor, &email, form.value("password")).await?;
    Ok(let_in(ask, &token, onward(form), ""))
}

async fn ask_code(ask: &Ask, visitor: &Visitor, form: &Form) -> Reply {
    let email = account::address(form.value("email"))?;
    send_code(ask, visitor, form, &email, Purpose::SignIn).await
}

/// Sends a code and leads to the page that asks for it. The way onward is taken from the form each
/// time and not remembered: it may hold the secret of an invitation's link.
async fn send_code(ask: &Ask, visitor: &Visitor, form: &Form, email: &str, purpose: Purpose) -> Reply {
    let (page, _) = doors(purpose);
    match ask.begin(form).await {
        Ok(mut act) => {
            commands::send_code(&mut act, visitor, email, purpose, &ask.w).await?;
            ask.done(act, form, page, "").await?;
        }
        // This very form has sent it.
        Err(Error::Already { .. }) => {}
        Err(error) => return Err(error),
    }
    let response = reply::see_other(&way_back(page, onward(form)), "");
    Ok(with_browser(ask, &visitor.browser, response))
}

/// Where a code is typed, and where another one is asked for.
fn doors(purpose: Purpose) -> (&'static str, &'static str) {
    match purpose {
        Purpose::Prove => ("/prove/code", "/prove"),
        _ => ("/sign-in/code", "/sign-in"),
    }
}

#[derive(Template)]
#[template(path = "people/session/code.html")]
pub(in crate::people) struct Code {
    page: Page,
    w: Words,
    form: Form,
    /// Where the letter went; none if this browser asked for no code.
    email: Option<String>,
    door: Door,
}

/// Where the code of a letter is typed.
pub(in crate::people) struct Door {
    pub(in crate::people) title: &'static str,
    /// Where the form goes.
    pub(in crate::people) action: &'static str,
    /// Where to ask for another letter.
    pub(in crate::people) again: String,
    /// What its button says.
    pub(in crate::people) button: &'static str,
}

/// The page that asks for the code of the letter this browser asked for.
pub(in crate::people) async fn code_page(
    ask: &Ask,
    form: Form,
    purpose: Purpose,
    door: Door,
) -> Result<Code, Error> {
    let browser = cookies::browser(&ask.headers, &ask.site).unwrap_or_default();
    let email = commands::sent_to(&mut ask.look().await?, &browser, purpose).await?;
    Ok(Code { page: Page::new(ask, door.title), w: ask.w, form, email, door })
}

async fn own_code_page(ask: &Ask, form: Form, purpose: Purpose) -> Result<Code, Error> {
    let (action, again) = doors(purpose);
    let again = way_back(again, onward(&form));
    let (title, button) = (ask.w.session_code_title(), ask.w.session_enter_code());
    code_page(ask, form, purpose, Door { title, action, again, button }).await
}

async fn code(ask: Ask, Query(onward): Query<Onward>) -> Reply {
    let form = onward.form(&ask);
    show(&own_code_page(&ask, form, Purpose::SignIn).await?)
}

async fn enter_code(ask: Ask, form: Form) -> Reply {
    let outcome = commands::enter_code(&ask.site, &visitor(&ask, &form), form.value("code")).await;
    match tried(outcome, &form, &ask.w)? {
        Ok(Entered::In(token)) => Ok(let_in(&ask, &token, onward(&form), "")),
        Ok(Entered::New) => Ok(reply::see_other(&way_back("/sign-in/join", onward(&form)), "")),
        Err(form) => refused(&own_code_page(&ask, form, Purpose::SignIn).await?),
    }
}

#[derive(Template)]
#[template(path = "people/session/join.html")]
struct JoinPage {
    page: Page,
    w: Words,
    form: Form,
    email: String,
    languages: Vec<(&'static str, &'static str)>,
}

/// The languages to choose from.
pub fn languages() -> Vec<(&'static str, &'static str)> {
    Lang::ALL.iter().map(|lang| (lang.code(), lang.native_name())).collect()
}

/// The page that asks for a name; nothing for a browser that proved no address.
async fn join_page(ask: &Ask, form: Form) -> Result<Option<JoinPage>, Error> {
    let browser = cookies::browser(&ask.headers, &ask.site).unwrap_or_default();
    let waits = commands::waits_for_a_name(&mut ask.look().await?, ask.site.now(), &browser).await?;
    let page = Page::new(ask, ask.w.session_join_title());
    Ok(waits.map(|email| JoinPage { page, w: ask.w, form, email, languages: languages() }))
}

async fn join(ask: Ask, Query(onward): Query<Onward>) -> Reply {
    let arrival = invitation::arrival(&mut ask.look().await?, onward.path()).await?;
    let name = arrival.map(|arrival| arrival.name).unwrap_or_default();
    let form = onward.form(&ask).with("language", ask.w.lang().code()).with("name", name);
    match join_page(&ask, form).await? {
        Some(page) => show(&page),
        None => Ok(reply::see_other(&way_back("/sign-in", onward.path()), "")),
    }
}

async fn make_account(ask: Ask, form: Form) -> Reply {
    let input: Join = form.input()?;
    let outcome = commands::join(&ask.site, &visitor(&ask, &form), &input).await;
    match tried(outcome, &form, &ask.w)? {
        Ok(token) => Ok(let_in(&ask, &token, onward(&form), ask.w.session_joined())),
        Err(form) => match join_page(&ask, form).await? {
            Some(page) => refused(&page),
            None => Err(Error::SignIn),
        },
    }
}

#[derive(Template)]
#[template(path = "people/session/prove.html")]
struct Prove {
    page: Page,
    w: Words,
    form: Form,
    email: String,
    has_password: bool,
}

async fn prove_page(ask: &Ask, form: Form) -> Result<Prove, Error> {
    let email = ask.person()?.email.clone();
    let known = account::known(&mut ask.look().await?, &email).await?;
    let has_password = known.is_some_and(|known| known.password_hash.is_some());
    Ok(Prove { page: Page::new(ask, ask.w.session_prove_title()), w: ask.w, form, email, has_password })
}

async fn prove(ask: Ask, Query(onward): Query<Onward>) -> Reply {
    let page = show(&prove_page(&ask, onward.form(&ask)).await?)?;
    Ok(with_browser(&ask, &browser(&ask), page))
}

async fn ask_or_prove(ask: Ask, form: Form) -> Reply {
    let visitor = visitor(&ask, &form);
    let outcome = if form.value("way") == "password" {
        prove_by_password(&ask, &visitor, &form).await
    } else {
        ask_prove_code(&ask, &visitor, &form).await
    };
    match tried(outcome, &form, &ask.w)? {
        Ok(response) => Ok(response),
        Err(form) => refused(&prove_page(&ask, form).await?),
    }
}

async fn prove_by_password(ask: &Ask, visitor: &Visitor, form: &Form) -> Reply {
    let typed = form.value("password");
    let token = commands::prove_by_password(&ask.site, visitor, ask.person()?, typed).await?;
    Ok(let_in(ask, &token, onward(form), ""))
}

async fn ask_prove_code(ask: &Ask, visitor: &Visitor, form: &Form) -> Reply {
    send_code(ask, visitor, form, &ask.person()?.email, Purpose::Prove).await
}

async fn prove_code(ask: Ask, Query(onward): Query<Onward>) -> Reply {
    let form = onward.form(&ask);
    show(&own_code_page(&ask, form, Purpose::Prove).await?)
}

async fn enter_prove_code(ask: Ask, form: Form) -> Reply {
    let typed = form.value("code");
    let outcome = commands::prove_by_code(&ask.site, &visitor(&ask, &form), ask.person()?, typed).await;
    match tried(outcome, &form, &ask.w)? {
        Ok(token) => Ok(let_in(&ask, &token, onward(&form), "")),
        Err(form) => refused(&own_code_page(&ask, form, Purpose::Prove).await?),
    }
}

/// Ends the session and asks the browser to forget what it keeps of these pages.
async fn sign_out(ask: Ask, _form: Form) -> Reply {
    let mut act = ask.site.act().await?;
    commands::sign_out(&mut act, ask.person()?, &ask.address).await?;
    act.commit().await?;
    let mut response = reply::see_other("/", ask.w.session_left());
    let headers = response.headers_mut();
    headers.insert(
        HeaderName::from_static("clear-site-data"),
        HeaderValue::from_static("\"cache\", \"storage\""),
    );
    if let Some(cookie) = cookies::set_session(&ask.site, None) {
        headers.append(SET_COOKIE, cookie);
    }
    Ok(with_browser(&ask, &token(&ask.site), response))
}
