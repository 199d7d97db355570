//! The account's pages: who one is, the password, the mail address, and the devices one is signed in on.

use askama::Template;
use axum::extract::Path;
use axum::http::header::SET_COOKIE;
use uuid::Uuid;
use words::Words;

use super::commands::{self, Change};
use super::store;
use crate::access::Policy;
use crate::error::Error;
use crate::people::session::code::Purpose;
use crate::people::session::{self, Device, languages, visitor, with_browser};
use crate::site::Moment;
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, cookies, refused, reply, show, tried};

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/account", Policy::SignedIn, account)
        .post("/account", Policy::SignedIn, change)
        .get("/account/password", Policy::SignedIn, password)
        .post("/account/password", Policy::SignedIn, set_password)
        .post("/account/password/remove", Policy::SignedIn, remove_password)
        .get("/account/email", Policy::SignedIn, email)
        .post("/account/email", Policy::SignedIn, ask_email)
        .get("/account/email/code", Policy::SignedIn, email_code)
        .post("/account/email/code", Policy::SignedIn, change_email)
        .post("/account/devices/{session}/end", Policy::SignedIn, end_device)
        .post("/account/devices/end-others", Policy::SignedIn, end_others)
}

#[derive(Template)]
#[template(path = "people/account/account.html")]
struct Account {
    page: Page,
    w: Words,
    form: Form,
    keys: Form,
    email: String,
    has_password: bool,
    devices: Vec<Device>,
    now: Moment,
    languages: Vec<(&'static str, &'static str)>,
}

/// The page, with the form as it was typed, or as it stands.
async fn account_page(ask: &Ask, typed: Option<Form>) -> Result<Account, Error> {
    let person = ask.person()?;
    let now = ask.site.now();
    let mut tx = ask.look().await?;
    let known = store::known(&mut tx, &person.email).await?.ok_or(Error::Again)?;
    let devices = session::devices(&mut tx, person, now).await?;
    let form = typed.unwrap_or_else(|| {
        let language = known.language.code();
        Form::blank(ask).of_version(known.version).with("name", known.name).with("language", language)
    });
    Ok(Account {
        page: Page::new(ask, ask.w.account_title()),
        w: ask.w,
        form,
        keys: Form::blank(ask),
        email: known.email,
        has_password: known.password_hash.is_some(),
        devices,
        now,
        languages: languages(),
    })
}

async fn account(ask: Ask) -> Reply {
    show(&account_page(&ask, None).await?)
}

async fn change(ask: Ask, form: Form) -> Reply {
    let input: Change = form.input()?;
    let mut act = ask.begin(&form).await?;
    let outcome = commands::change(&mut act, ask.person()?, &input, form.version()?).await;
    match tried(outcome, &form, &ask.w)? {
        Ok(language) => {
            let saved = Words::new(language).account_saved();
            let mut response = ask.done(act, &form, "/account", saved).await?;
            if let Some(cookie) = cookies::set_language(language) {
                response.headers_mut().append(SET_COOKIE, cookie);
            }
            Ok(response)
        }
        Err(form) => {
            drop(act);
            refused(&account_page(&ask, Some(form)).await?)
        }
    }
}

#[derive(Template)]
#[template(path = "people/account/password.html")]
struct Password {
    page: Page,
    w: Words,
    form: Form,
    keys: Form,
    email: String,
    has_password: bool,
}

async fn password_page(ask: &Ask, form: Form) -> Result<Password, Error> {
    let email = ask.person()?.email.clone();
    let known = store::known(&mut ask.look().await?, &email).await?.ok_or(Error::Again)?;
    Ok(Password {
        page: Page::new(ask, ask.w.account_password_title()),
        w: ask.w,
        form,
        keys: Form::blank(ask),
        email,
        has_password: known.password_hash.is_some(),
    })
}

async fn password(ask: Ask) -> Reply {
    ask.proved()?;
    show(&password_page(&ask, Form::blank(&ask)).await?)
}

/// Not remembered as a form that took effect: what would be remembered is a hash of the password.
async fn set_password(ask: Ask, form: Form) -> Reply {
    let person = ask.proved()?;
    let outcome = commands::set_password(&ask.site, person, form.value("password"), &ask.address).await;
    match tried(outcome, &form, &ask.w)? {
        Ok(()) => Ok(reply::see_other("/account", ask.w.account_password_saved())),
        Err(form) => refused(&password_page(&ask, form).await?),
    }
}

async fn remove_password(ask: Ask, form: Form) -> Reply {
    let person = ask.proved()?;
    let mut act = ask.begin(&form).await?;
    commands::remove_password(&mut act, person, &ask.address).await?;
    ask.done(act, &form, "/account", ask.w.account_password_gone()).await
}

#[derive(Template)]
#[template(path = "people/account/email.html")]
struct Email {
    page: Page,
    w: Words,
    form: Form,
    email: String,
}

fn email_page(ask: &Ask, form: Form) -> Result<Email, Error> {
    let email = ask.person()?.email.clone();
    Ok(Email { page: Page::new(ask, ask.w.account_email_title()), w: ask.w, form, email })
}

async fn email(ask: Ask) -> Reply {
    ask.proved()?;
    let form = Form::blank(&ask);
    let visitor = visitor(&ask, &form);
    Ok(with_browser(&ask, &visitor.browser, show(&email_page(&ask, form)?)?))
}

async fn ask_email(ask: Ask, form: Form) -> Reply {
    let person = ask.proved()?;
    let visitor = visitor(&ask, &form);
    let mut act = ask.begin(&form).await?;
    let outcome = commands::ask_email(&mut act, &visitor, person, form.value("email"), &ask.w).await;
    match tried(outcome, &form, &ask.w)? {
        Ok(()) => {
            let response = ask.done(act, &form, "/account/email/code", "").await?;
            Ok(with_browser(&ask, &visitor.browser, response))
        }
        Err(form) => {
            drop(act);
            refused(&email_page(&ask, form)?)
        }
    }
}

async fn email_code_page(ask: &Ask, form: Form) -> Result<session::Code, Error> {
    let door = session::Door {
        title: ask.w.account_email_title(),
        action: "/account/email/code",
        again: "/account/email".into(),
        button: ask.w.account_email_save(),
    };
    session::code_page(ask, form, Purpose::Email, door).await
}

async fn email_code(ask: Ask) -> Reply {
    show(&email_code_page(&ask, Form::blank(&ask)).await?)
}

async fn change_email(ask: Ask, form: Form) -> Reply {
    let visitor = visitor(&ask, &form);
    let outcome = commands::change_email(&ask.site, &visitor, ask.person()?, form.value("code")).await;
    match tried(outcome, &form, &ask.w)? {
        Ok(()) => Ok(reply::see_other("/account", ask.w.account_email_saved())),
        Err(form) => refused(&email_code_page(&ask, form).await?),
    }
}

async fn end_device(ask: Ask, Path(session): Path<Uuid>, form: Form) -> Reply {
    let mut act = ask.begin(&form).await?;
    session::commands::end(&mut act, ask.person()?, session, &ask.address).await?;
    ask.done(act, &form, "/account", ask.w.account_device_ended()).await
}

async fn end_others(ask: Ask, form: Form) -> Reply {
    let mut act = ask.begin(&form).await?;
    session::commands::end_all_others(&mut act, ask.person()?, &ask.address).await?;
    ask.done(act, &form, "/account", ask.w.account_others_ended()).await
}
