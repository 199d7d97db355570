//! What people do at the door: ask for a code, enter it, make an account, give a password, prove
//! again who they are, sign out, end the session of another device.
//!
//! These commands own their transactions, because what they count must last even when what was tried
//! is refused. A wrong code is counted in the transaction that finds it wrong, and nobody learns the
//! answer before that has been committed; a password is counted before it is looked at.

use db::Tx;
use serde::Deserialize;
use uuid::Uuid;
use words::{Lang, Words};

use super::code::{self, Asked, Purpose};
use super::{No, Visitor, begin_for, hashed, letters, limits, store, token_for};
use crate::access::Person;
use crate::error::{Error, Gather};
use crate::mail;
use crate::people::account::{self, password};
use crate::people::security::{self, Happened};
use crate::site::{Act, Moment, Site};

/// Sends a code to an address, known here or not: the same row, the same letter, the same time.
pub async fn send_code(
    act: &mut Act,
    visitor: &Visitor,
    email: &str,
    purpose: Purpose,
    w: &Words,
) -> Result<(), Error> {
    let (from, request) = (&visitor.from, visitor.request);
    limits::count(act, &limits::PLACE, from, from, request).await?;
    limits::count(act, &limits::ALL_LETTERS, email, from, request).await?;
    limits::count(act, &limits::LETTERS, &format!("{email}\n{from}"), from, request).await?;
    let code = code::make(act.site());
    let kept = store::NewCode {
        email,
        purpose,
        browser_hash: hashed(&visitor.browser),
        code_hash: code::hash(&visitor.browser, &code),
    };
    store::add_code(act, &kept).await?;
    mail::post(act, &letters::with_code(w, email, &code, purpose)).await
}

/// The address this browser's newest code for a purpose went to, for the page that asks for it.
pub async fn sent_to(tx: &mut Tx, browser: &str, purpose: Purpose) -> Result<Option<String>, Error> {
    let asked = store::newest_code(tx, &hashed(browser), purpose, purpose).await?;
    Ok(asked.map(|asked| asked.email))
}

/// The address this browser proved, if it still waits for a name.
pub async fn waits_for_a_name(tx: &mut Tx, now: Moment, browser: &str) -> Result<Option<String>, Error> {
    let asked = store::newest_code(tx, &hashed(browser), Purpose::SignIn, Purpose::Join).await?;
    Ok(asked.filter(|asked| asked.waits_for_a_name(now)).map(|asked| asked.email))
}

/// Where a right code leads.
#[derive(Debug)]
pub enum Entered {
    /// Signed in: the session's token.
    In(String),
    /// The address is proved and new here: a name is missing.
    New,
}

/// Signs in with the code of a letter.
pub async fn enter_code(site: &Site, visitor: &Visitor, typed: &str) -> Result<Entered, Error> {
    let mut act = site.act().await?;
    let Some(asked) = newest(&mut act, visitor, Purpose::SignIn, Purpose::Join).await? else {
        return Err(No::NoCodeAsked.into());
    };
    if asked.waits_for_a_name(act.now()) {
        act.commit().await?;
        return Ok(Entered::New);
    }
    let known = account::known(&mut act, &asked.email).await?;
    if let Some(token) = in_already(&mut act, visitor, known.as_ref().map(|k| k.id)).await? {
        act.commit().await?;
        return Ok(Entered::In(token));
    }
    let mut act = judge(act, visitor, &asked, typed).await?;
    limits::take_back(&mut act, &limits::PLACE, &visitor.from).await?;
    let entered = match known {
        Some(person) => {
            store::used(&mut act, asked.id).await?;
            security::note(&mut act, Happened::SignedIn("code"), Some(person.id), &visitor.from).await?;
            Entered::In(begin_for(&mut act, visitor, person.id, "code").await?)
        }
        None => {
            store::waits_for_a_name(&mut act, asked.id).await?;
            Entered::New
        }
    };
    act.commit().await?;
    Ok(entered)
}

/// What a new person says of themselves.
#[derive(Debug, Deserialize)]
pub struct Join {
    /// Their name.
    #[serde(default)]
    pub name: String,
    /// The language they read.
    #[serde(default)]
    pub language: String,
}

/// Makes an account for an address that was proved, and signs in.
pub async fn join(site: &Site, visitor: &Visitor, input: &Join) -> Result<String, Error> {
    let mut gather = Gather::default();
    let name = gather.take(account::name(&input.name));
    let language = gather.take(Lang::from_code(&input.language).ok_or(account::No::NoLanguage));
    gather.done()?;
    let (Some(name), Some(language)) = (name, language) else { return Err(Error::Unreadable) };
    let mut act = site.act().await?;
    let asked = newest(&mut act, visitor, Purpose::SignIn, Purpose::Join).await?.ok_or(Error::SignIn)?;
    let known = account::known(&mut act, &asked.email).await?;
    if let Some(token) = in_already(&mut act, visitor, known.as_ref().map(|k| k.id)).await? {
        act.commit().await?;
        return Ok(token);
    }
    if !asked.waits_for_a_name(act.now()) {
        return Err(Error::SignIn);
    }
    store::used(&mut act, asked.id).await?;
    let person = match known {
        // Made in another browser meanwhile: the same mailbox, the same person.
        Some(person) => person.id,
        None => {
            let id = account::create(&mut act, &asked.email, &name, language).await?;
            security::note(&mut act, Happened::Joined, Some(id), &visitor.from).await?;
            id
        }
    };
    let token = begin_for(&mut act, visitor, person, "code").await?;
    act.commit().await?;
    Ok(token)
}

/// Signs in with address and password. An unknown address, and one without a password, take the same
/// time and get the same answer as a wrong one.
pub async fn by_password(site: &Site, visitor: &Visitor, email: &str, typed: &str) -> Result<String, Error> {
    count_password(site, visitor, email).await?;
    let known = account::known(&mut site.look().await?, email).await?;
    let hash = known.as_ref().and_then(|person| person.password_hash.clone());
    let fits = password::fits(typed, hash.clone()).await?;
    let Some(person) = known.filter(|_| fits) else {
        return refuse_password(site, visitor, email, None, No::NotTogether).await;
    };
    let renewed = password::renewed(site, typed, hash.as_deref()).await?;
    let mut act = site.act().await?;
    if let Some(renewed) = renewed {
        account::replace_hash(&mut act, person.id, hash.as_deref(), Some(&renewed)).await?;
    }
    let_in(&mut act, visitor, email).await?;
    security::note(&mut act, Happened::SignedIn("password"), Some(person.id), &visitor.from).await?;
    let token = begin_for(&mut act, visitor, person.id, "password").await?;
    act.commit().await?;
    Ok(token)
}

/// Proves again who one is, with the code of a letter. The session gets a new token.
pub async fn prove_by_code(
    site: &Site,
    visitor: &Visitor,
    person: &Person,
    typed: &str,
) -> Result<String, Error> {
    let mut act = site.act().await?;
    let asked = newest(&mut act, visitor, Purpose::Prove, Purpose::Prove).await?;
    let asked = asked.filter(|asked| asked.email == person.email).ok_or(No::NoCodeAsked)?;
    if let Some(token) = in_already(&mut act, visitor, Some(person.id)).await? {
        act.commit().await?;
        return Ok(token);
    }
    let mut act = judge(act, visitor, &asked, typed).await?;
    limits::take_back(&mut act, &limits::PLACE, &visitor.from).await?;
    store::used(&mut act, asked.id).await?;
    security::note(&mut act, Happened::Proved("code"), Some(person.id), &visitor.from).await?;
    let token = begin_for(&mut act, visitor, person.id, "code").await?;
    act.commit().await?;
    Ok(token)
}

/// Proves again who one is, with the password. The session gets a new token.
pub async fn prove_by_password(
    site: &Site,
    visitor: &Visitor,
    person: &Person,
    typed: &str,
) -> Result<String, Error> {
    count_password(site, visitor, &person.email).await?;
    let known = account::known(&mut site.look().await?, &person.email).await?;
    let hash = known.and_then(|known| known.password_hash);
    if !password::fits(typed, hash).await? {
        return refuse_password(site, visitor, &person.email, Some(person.id), No::WrongPassword).await;
    }
    let mut act = site.act().await?;
    let_in(&mut act, visitor, &person.email).await?;
    security::note(&mut act, Happened::Proved("password"), Some(person.id), &visitor.from).await?;
    let token = begin_for(&mut act, visitor, person.id, "password").await?;
    act.commit().await?;
    Ok(token)
}

/// Finds out whether the code for a new address is right, and gives the address. The act goes on.
pub async fn prove_address(site: &Site, visitor: &Visitor, typed: &str) -> Result<(Act, String), Error> {
    let mut act = site.act().await?;
    let asked = newest(&mut act, visitor, Purpose::Email, Purpose::Email).await?.ok_or(No::NoCodeAsked)?;
    let mut act = judge(act, visitor, &asked, typed).await?;
    store::used(&mut act, asked.id).await?;
    Ok((act, asked.email))
}

/// Signs this device out.
pub async fn sign_out(act: &mut Act, person: &Person, from: &str) -> Result<(), Error> {
    store::end(act, person.id, person.session).await?;
    security::note(act, Happened::SignedOut, Some(person.id), from).await
}

/// Ends the session of another device.
pub async fn end(act: &mut Act, person: &Person, session: Uuid, from: &str) -> Result<(), Error> {
    if !store::end(act, person.id, session).await? {
        return Err(Error::Unseen);
    }
    security::note(act, Happened::SessionEnded, Some(person.id), from).await
}

/// Ends the sessions of all other devices.
pub async fn end_all_others(act: &mut Act, person: &Person, from: &str) -> Result<(), Error> {
    store::end_others(act, person.id, Some(person.session)).await?;
    security::note(act, Happened::SessionEnded, Some(person.id), from).await
}

/// The newest code of this browser, with its row taken, as it stands then.
async fn newest(
    act: &mut Act,
    visitor: &Visitor,
    one: Purpose,
    other: Purpose,
) -> Result<Option<Asked>, Error> {
    let browser = hashed(&visitor.browser);
    let Some(asked) = store::newest_code(act, &browser, one, other).await? else { return Ok(None) };
    store::lock_code(act, asked.id).await?;
    store::newest_code(act, &browser, one, other).await
}

/// The token of a session that this very form began a moment ago. The caller commits before it
/// answers: what was seen here may still wait for the disk.
async fn in_already(act: &mut Act, visitor: &Visitor, person: Option<Uuid>) -> Result<Option<String>, Error> {
    let Some(person) = person else { return Ok(None) };
    let token = token_for(act, visitor, person).await?;
    Ok(store::lives(act, &hashed(&token)).await?.then_some(token))
}

/// Gives the act back if the code is right. A no is committed before it is answered: the try was
/// counted, and what it was decided on is on the disk.
async fn judge(mut act: Act, visitor: &Visitor, asked: &Asked, typed: &str) -> Result<Act, Error> {
    let hash = code::hash(&visitor.browser, &code::typed(typed));
    let Err(no) = asked.judge(&hash, act.now()) else { return Ok(act) };
    if matches!(no, No::CodeWrong { .. }) {
        store::tried(&mut act, asked.id).await?;
        security::note(&mut act, Happened::WrongCode(&asked.email), None, &visitor.from).await?;
    }
    act.commit().await?;
    Err(no.into())
}

/// Counts a password before it is looked at, so that many at once are counted too.
async fn count_password(site: &Site, visitor: &Visitor, email: &str) -> Result<(), Error> {
    let mut act = site.act().await?;
    let (from, request) = (&visitor.from, visitor.request);
    limits::count(&mut act, &limits::PLACE, from, from, request).await?;
    limits::count(&mut act, &limits::PASSWORD, email, from, request).await?;
    act.commit().await
}

/// The password was right: the wrong ones before it are forgotten.
async fn let_in(act: &mut Act, visitor: &Visitor, email: &str) -> Result<(), Error> {
    limits::take_back(act, &limits::PLACE, &visitor.from).await?;
    limits::forget(act, &limits::PASSWORD, email).await
}

async fn refuse_password(
    site: &Site,
    visitor: &Visitor,
    email: &str,
    person: Option<Uuid>,
    no: No,
) -> Result<String, Error> {
    let mut act = site.act().await?;
    security::note(&mut act, Happened::WrongPassword(email), person, &visitor.from).await?;
    act.commit().await?;
    Err(no.into())
}
