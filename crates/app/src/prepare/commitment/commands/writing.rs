//! Writing together: beginning, saving versions, and a translation beside the text.

use serde::Deserialize;
use uuid::Uuid;
use words::Lang;

use super::{deed, open, same_version};
use crate::access::{Right, Seat};
use crate::error::{Error, Gather};
use crate::prepare::commitment::{Commitment, No, State, merge, read, renewal, sample, store};
use crate::record;
use crate::site::Act;
use crate::text;

/// About twenty pages: nobody signs more than they can read.
const LONGEST: usize = 40_000;

/// What a new commitment starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Start {
    /// Our sample text.
    Sample,
    /// An empty page.
    Blank,
    /// The text that stands: a renewal.
    Earlier,
}

/// Begins a commitment, or the renewal of the one that stands.
#[derive(Debug, Deserialize)]
pub struct Begin {
    /// What it starts from.
    pub start: Start,
    /// The language that governs: `en`, `es`.
    pub language: String,
}

/// Begins a commitment and gives its id. Where one stands, the new one names it as the one it renews; only a lead of a
/// must-agree party begins that.
pub async fn begin(act: &mut Act, seat: &Seat, input: &Begin) -> Result<Uuid, Error> {
    let member = seat.member()?.id;
    let all = store::all(act, seat.partnership().id).await?;
    if read::open(&all).is_some() {
        return Err(No::OneIsOpen.into());
    }
    let renewed = read::standing(&all).cloned();
    // A renewal asks something of every side that must agree: a lead of one of them begins it.
    if renewed.is_some() && !seat.could(Right::FreezeCommitment) {
        return Err(Error::Forbidden);
    }
    let language = Lang::from_code(&input.language).unwrap_or(Lang::En);
    let body = match (input.start, &renewed) {
        (Start::Earlier, Some(earlier)) => read::version(act, earlier.id, earlier.version).await?.1,
        (Start::Sample | Start::Earlier, _) => sample::text(language).to_owned(),
        (Start::Blank, _) => String::new(),
    };
    let now = act.now();
    let commitment = Commitment {
        id: act.id(),
        state: State::Writing,
        renews: renewed.map(|earlier| earlier.id),
        language,
        version: 1,
        renew_on: renewal::usual(now.civil(&seat.partnership().zone).date()),
        begun_at: now,
        since: now,
        sign_by: None,
        text_hash: None,
        signed_at: None,
        lapse: None,
        reminded: None,
    };
    store::add(act, seat.partnership().id, &commitment).await?;
    keep_version(act, seat, &commitment, member, body.trim()).await?;
    let kind = if commitment.renews.is_some() { "commitment.renewal_begun" } else { "commitment.begun" };
    record::note(act, seat, deed(kind, &commitment)).await?;
    Ok(commitment.id)
}

/// An edit of the text.
#[derive(Debug, Deserialize)]
pub struct Write {
    /// The whole text, in light Markdown.
    #[serde(default)]
    pub body: String,
    /// The renewal date, `2027-09-01`.
    #[serde(default)]
    pub renew_on: String,
}

/// Saves a version made from version `seen`, and gives its number; none if nothing changed. A stale
/// edit saves nothing: the page for merging keeps every word of both.
pub async fn write(act: &mut Act, seat: &Seat, seen: i64, input: &Write) -> Result<Option<i64>, Error> {
    let member = seat.member()?.id;
    let mut commitment = open(act, seat, No::NotWriting).await?.commitment;
    if commitment.state != State::Writing {
        return Err(No::NotWriting.into());
    }
    let today = act.now().civil(&seat.partnership().zone).date();
    let mut gather = Gather::default();
    let body = gather.take(read_body(&input.body));
    let renew_on = gather.take(renewal::read(&input.renew_on, today));
    gather.done()?;
    let (Some(body), Some(renew_on)) = (body, renew_on) else { return Err(Error::Unreadable) };
    same_version(&commitment, seen)?;
    let (_, before) = read::version(act, commitment.id, commitment.version).await?;
    if before == body && commitment.renew_on == renew_on {
        return Ok(None);
    }
    commitment.version += 1;
    commitment.renew_on = renew_on;
    store::save(act, &commitment).await?;
    keep_version(act, seat, &commitment, member, body).await?;
    let (partnership, person) = (seat.partnership().id, seat.actor().id());
    record::event::leave(act, partnership, "commitment.written", person, Some(commitment.id)).await?;
    Ok(Some(commitment.version))
}

fn read_body(written: &str) -> Result<&str, No> {
    let body = written.trim();
    if body.is_empty() {
        Err(No::EmptyText)
    } else if body.chars().count() > LONGEST {
        Err(No::TooLong)
    } else if merge::is_unsettled(body) {
        Err(No::NotMerged)
    } else {
        Ok(body)
    }
}

async fn keep_version(
    act: &mut Act,
    seat: &Seat,
    commitment: &Commitment,
    member: Uuid,
    body: &str,
) -> Result<(), Error> {
    let draft = text::Draft::new(seat, commitment.id, "commitment.body", body)
        .in_language(commitment.language)
        .version(commitment.version);
    let text = text::keep(act, seat, &draft).await?;
    store::add_version(act, commitment, text, member).await
}

/// The commitment at hand: the open one, or else the one that stands.
async fn current(act: &mut Act, seat: &Seat) -> Result<Commitment, Error> {
    let all = store::all(act, seat.partnership().id).await?;
    read::current(&all).cloned().ok_or(Error::Unseen)
}

/// A translation of the newest version, to help people read it.
#[derive(Debug, Deserialize)]
pub struct Translate {
    /// The language it is in.
    pub language: String,
    /// The whole translation.
    #[serde(default)]
    pub body: String,
}

/// Puts a translation beside the newest version. It never governs, and is unreviewed until somebody
/// else has read it.
pub async fn translate(act: &mut Act, seat: &Seat, input: &Translate) -> Result<(), Error> {
    let person = seat.person()?.id;
    let commitment = &current(act, seat).await?;
    let language = Lang::from_code(&input.language).filter(|lang| *lang != commitment.language);
    let mut gather = Gather::default();
    let language = gather.take(language.ok_or(No::OwnLanguage));
    let body = gather.take(read_body(&input.body));
    gather.done()?;
    let (Some(language), Some(body)) = (language, body) else { return Err(Error::Unreadable) };
    let (version, _) = read::version(act, commitment.id, commitment.version).await?;
    text::translate(act, version.text, language, body, version.number, person).await?;
    let deed = deed("commitment.translated", commitment).fact("language", language.code());
    record::note(act, seat, deed.text("translation", language, body)).await?;
    Ok(())
}

/// Says that a translation was read by somebody who did not make it.
#[derive(Debug, Deserialize)]
pub struct Review {
    /// The language of the translation.
    pub language: String,
}

/// Marks the translation of the newest version as reviewed.
pub async fn review(act: &mut Act, seat: &Seat, input: &Review) -> Result<(), Error> {
    let person = seat.person()?.id;
    let commitment = &current(act, seat).await?;
    let language = Lang::from_code(&input.language).ok_or(Error::Unreadable)?;
    let (version, _) = read::version(act, commitment.id, commitment.version).await?;
    if !text::review(act, version.text, language, person).await? {
        return Err(No::NothingToReview.into());
    }
    let deed = deed("commitment.translation_reviewed", commitment).fact("language", language.code());
    record::note(act, seat, deed).await?;
    Ok(())
}
