//! Letters. A letter is a row in the outbox, written in the act's own transaction, and a job that
//! sends it: so no letter leaves for an act that did not happen, and none is lost to a mail server
//! that was away.

mod hearers;
mod many;
mod sender;
mod store;
#[cfg(test)]
mod tests;

use uuid::Uuid;
use words::Lang;

use crate::error::{Error, broken};
use crate::jobs;
use crate::site::{Act, Moment, Site};

pub use hearers::Hearer;
pub use many::{SPREAD, ToOne, post_to_many};
pub use sender::Mailer;
pub use store::Kept;

/// The job that sends one letter.
pub const JOB: jobs::Kind =
    jobs::Kind { name: "mail", run: |site, args| Box::pin(send(site, args)), every: None };

/// A letter to one person.
#[derive(Debug, Clone)]
pub struct Letter {
    /// Where to.
    pub to_address: String,
    /// Whom to.
    pub to_name: String,
    /// The language it is in.
    pub language: Lang,
    /// One line.
    pub subject: String,
    /// Plain text: what a text-only reader needs is all there is.
    pub body: String,
    /// The partnership it concerns.
    pub partnership: Option<Uuid>,
    /// Whether it holds a code or a link that lets somebody in: then its body is wiped once sent.
    pub secret: bool,
}

/// Puts a letter in the outbox; it leaves once this act has been committed. News for several people go by
/// [`post_to_many`].
pub async fn post(act: &mut Act, letter: &Letter) -> Result<(), Error> {
    act.tells(&letter.to_address, Hearer { name: letter.to_name.clone(), why: letter.subject.clone() });
    let id = store::add(act, letter, None).await?;
    jobs::soon(act, JOB.name, &id).await
}

/// The same for a letter that comes again and again: mail programs offer this address for stopping it.
pub async fn post_with_way_out(act: &mut Act, letter: &Letter, way_out: &str) -> Result<(), Error> {
    let id = store::add(act, letter, None).await?;
    store::set_way_out(act, id, way_out).await?;
    jobs::soon(act, JOB.name, &id).await
}

/// The letters an outbox holds, newest first: for the demo's page and for tests.
pub async fn outbox(site: &Site, most: i64) -> Result<Vec<Kept>, Error> {
    store::list(&mut site.look().await?, most).await
}

/// Removes letters that were sent longer than thirty days ago.
pub async fn purge(act: &mut Act) -> Result<u64, Error> {
    let before = act.now().plus(-30 * Moment::DAY);
    store::purge(act, before).await
}

/// Takes these very words out of the letters of a partnership that are kept here, also those still to leave. An
/// invitation for a calendar that holds them goes.
pub async fn remove(
    act: &mut Act,
    partnership: Uuid,
    words: &str,
    instead: &impl Fn(Lang) -> String,
) -> Result<(), Error> {
    for mut letter in store::with_words(act, partnership, words).await? {
        let instead = instead(letter.language);
        letter.subject = without(&letter.subject, words, &instead);
        letter.body = without(&letter.body, words, &instead);
        letter.calendar = letter.calendar.filter(|calendar| !calendar_says(calendar, words));
        store::rewrite(act, &letter).await?;
    }
    Ok(())
}

/// The text with these words, where they stand whole, replaced.
fn without(text: &str, words: &str, instead: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once(words).filter(|_| !words.is_empty()) {
        let joined =
            before.chars().next_back().or_else(|| out.chars().next_back().filter(|_| before.is_empty()));
        let part_of_more = joined.is_some_and(char::is_alphanumeric)
            && words.starts_with(char::is_alphanumeric)
            || after.starts_with(char::is_alphanumeric) && words.ends_with(char::is_alphanumeric);
        out.push_str(before);
        out.push_str(if part_of_more { words } else { instead });
        rest = after;
    }
    out + rest
}

/// Whether an invitation (RFC 5545: folded lines, some characters escaped) holds these words.
fn calendar_says(calendar: &str, words: &str) -> bool {
    let escaped = words.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n");
    calendar.replace("\r\n ", "").contains(&escaped)
}

async fn send(site: Site, args: String) -> Result<(), Error> {
    let id: Uuid = jobs::args(&args)?;
    let mut tx = site.look().await?;
    let Some(kept) = store::unsent(&mut tx, id).await? else { return Ok(()) };
    let way_out = store::way_out(&mut tx, id).await?;
    drop(tx);
    sender::send(&site, &kept, way_out.as_deref())
        .await
        .map_err(|error| broken(format!("mail not sent: {error:#}")))?;
    let wipe = kept.secret && site.settings.post != crate::settings::Post::Outbox;
    let mut act = site.act().await?;
    store::sent(&mut act, id, wipe).await?;
    act.commit().await
}
