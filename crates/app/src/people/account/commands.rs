//! What people do with their account: change name and language, set a password or take it away, move to
//! another mail address.

use serde::Deserialize;
use words::{Lang, Words};

use super::{No, letters, password, rules, store};
use crate::access::{Operator, Person};
use crate::error::{Error, Gather};
use crate::mail;
use crate::people::security::{self, Happened};
use crate::people::session::code::Purpose;
use crate::people::session::{self, Visitor};
use crate::site::{Act, Site};

/// Name and language.
#[derive(Debug, Deserialize)]
pub struct Change {
    /// The name others read.
    #[serde(default)]
    pub name: String,
    /// The language they read.
    #[serde(default)]
    pub language: String,
}

/// Changes name and language; gives the language.
pub async fn change(act: &mut Act, person: &Person, input: &Change, version: i64) -> Result<Lang, Error> {
    let mut gather = Gather::default();
    let name = gather.take(super::name(&input.name));
    let language = gather.take(Lang::from_code(&input.language).ok_or(No::NoLanguage));
    gather.done()?;
    let (Some(name), Some(language)) = (name, language) else { return Err(Error::Unreadable) };
    if !store::change(act, person.id, &name, language, version).await? {
        return Err(Error::Stale { now: store::version(act, person.id).await? });
    }
    Ok(language)
}

/// Sets a password. All other devices are signed out, and a letter says so. Setting the one that
/// stands already changes nothing, so a form sent twice tells the person once.
pub async fn set_password(site: &Site, person: &Person, typed: &str, from: &str) -> Result<(), Error> {
    let mut tx = site.look().await?;
    let mut own = store::places(&mut tx, person.id).await?;
    let known = store::known(&mut tx, &person.email).await?.ok_or(Error::Again)?;
    drop(tx);
    own.extend([person.name.clone(), person.email.clone()]);
    rules::password(typed, &own)?;
    if known.password_hash.is_some() && password::fits(typed, known.password_hash.clone()).await? {
        return Ok(());
    }
    let new = password::hashed(site, typed).await?;
    let mut act = site.act().await?;
    store::replace_hash(&mut act, person.id, known.password_hash.as_deref(), Some(&new)).await?;
    session::end_others(&mut act, person.id, Some(person.session)).await?;
    security::note(&mut act, Happened::PasswordSet, Some(person.id), from).await?;
    let letter = letters::password_set(person.language, &person.email, &person.name, &here(site));
    mail::post(&mut act, &letter).await?;
    act.commit().await
}

/// Takes the password away: from now on the person signs in with a code.
pub async fn remove_password(act: &mut Act, person: &Person, from: &str) -> Result<(), Error> {
    let known = store::known(act, &person.email).await?.ok_or(Error::Again)?;
    if known.password_hash.is_none() {
        return Ok(());
    }
    store::replace_hash(act, person.id, known.password_hash.as_deref(), None).await?;
    security::note(act, Happened::PasswordRemoved, Some(person.id), from).await?;
    let link = here(act.site());
    let letter = letters::password_removed(person.language, &person.email, &person.name, &link);
    mail::post(act, &letter).await
}

/// Sends a code to a new address, whoever it belongs to: only who reads its mail goes on.
pub async fn ask_email(
    act: &mut Act,
    visitor: &Visitor,
    person: &Person,
    typed: &str,
    w: &Words,
) -> Result<(), Error> {
    let email = super::address(typed)?;
    if email == person.email {
        return Err(No::SameAddress.into());
    }
    session::commands::send_code(act, visitor, &email, Purpose::Email, w).await
}

/// Moves to the new address with the code that was sent there. The old address is told, and all other
/// devices are signed out.
pub async fn change_email(site: &Site, visitor: &Visitor, person: &Person, typed: &str) -> Result<(), Error> {
    let (mut act, email) = match session::commands::prove_address(site, visitor, typed).await {
        // The same form sent again: it has moved already.
        Err(Error::Refused(_)) if has_moved(site, visitor, person).await? => return Ok(()),
        proved => proved?,
    };
    store::change_email(&mut act, person.id, &email).await?;
    session::end_others(&mut act, person.id, Some(person.session)).await?;
    security::note(&mut act, Happened::EmailChanged, Some(person.id), &visitor.from).await?;
    let letter = letters::email_changed(person.language, &person.email, &person.name);
    mail::post(&mut act, &letter).await?;
    act.commit().await
}

/// Lets the person with this address see the operator's pages: only from the command line. False if
/// nobody has it.
pub async fn make_operator(act: &mut Act, _by: &Operator, email: &str) -> Result<bool, Error> {
    let Some(known) = store::known(act, email).await? else { return Ok(false) };
    security::note(act, Happened::Operator("make-operator"), Some(known.id), "").await?;
    store::make_operator(act, email).await
}

async fn has_moved(site: &Site, visitor: &Visitor, person: &Person) -> Result<bool, Error> {
    let mut tx = site.look().await?;
    let Some(email) = session::commands::sent_to(&mut tx, &visitor.browser, Purpose::Email).await? else {
        return Ok(false);
    };
    Ok(store::known(&mut tx, &email).await?.is_some_and(|known| known.id == person.id))
}

fn here(site: &Site) -> String {
    format!("{}/account", site.settings.base_url)
}
