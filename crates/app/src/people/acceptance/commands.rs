//! What leads do: put a version to the sides, answer for their own; and what an edit brings about.

use agreement::joint::{Answer, DAYS};
use serde::Deserialize;
use uuid::Uuid;
use words::Words;

use super::{Ask, Standing, Subject, settle, store};
use crate::access::Seat;
use crate::error::{Error, Refusal};
use crate::jobs;
use crate::people::{letters, membership, plain};
use crate::record::{self, Deed};
use crate::site::{Act, Moment};
use crate::text;

/// The longest reason for a no.
pub const REASON_MOST: usize = 2_000;

/// Why something cannot be put to the sides, or answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// One's own side has answered.
    Answered,
    /// It is with the sides already, in this version.
    Asked,
    /// Not a number of days that can be given.
    Days,
    /// Only one side sits here.
    OneSide,
    /// It was settled, or its date is over.
    Settled,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::Answered => w.acceptance_no_answered(),
            Self::Asked => w.acceptance_no_asked(),
            Self::Days => w.acceptance_no_days(),
            Self::OneSide => w.acceptance_no_one_side(),
            Self::Settled => w.acceptance_no_settled(),
        }
        .to_owned()
    }
}

/// How long the sides have.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Put {
    /// Days to answer.
    #[serde(default)]
    pub days: String,
}

/// Puts exactly this version to every must-agree party. Who asks does not answer by asking.
pub async fn ask(act: &mut Act, seat: &Seat, subject: &Subject<'_>, input: &Put) -> Result<Uuid, Error> {
    let days: i64 = input.days.trim().parse().ok().filter(|days| DAYS.contains(days)).ok_or(No::Days)?;
    let partnership = seat.partnership();
    let parties = membership::parties(act, partnership.id).await?;
    if parties.iter().filter(|p| p.counts()).count() < agreement::joint::FEWEST_PARTIES {
        return Err(No::OneSide.into());
    }
    if let Some(before) = store::newest(act, partnership.id, subject.about).await? {
        let stands = before.version == subject.version && before.standing == Standing::Agreed;
        if before.standing == Standing::Open || stands {
            return Err(No::Asked.into());
        }
    }
    let last = act.now().plus((days + 1) * Moment::DAY).civil(&partnership.zone).date();
    let answer_by = Moment::of_civil(last.at(0, 0, 0, 0), &partnership.zone);
    let id = store::add(act, partnership.id, subject, seat.member()?.id, answer_by).await?;
    jobs::at(act, settle::JOB.name, &id, answer_by).await?;
    let deed = Deed::new("acceptance.asked")
        .about(subject.about)
        .fact("kind", subject.kind.code())
        .fact("version", subject.version)
        .text("words", subject.language, subject.words);
    let noted = record::note(act, seat, deed).await?;
    let readers: Vec<_> = membership::leads(act, partnership.id)
        .await?
        .into_iter()
        .filter(|lead| parties.iter().any(|p| p.counts() && Some(p.id) == lead.party))
        .collect();
    let (zone, title, kind) = (partnership.zone.clone(), subject.title.to_owned(), subject.kind);
    letters::tell(act, seat, &readers, subject.page, Some(&noted), |w, p| {
        let day = w.date(answer_by.plus(-1).civil(&zone).date());
        (
            w.acceptance_letter_subject(&p.name),
            w.acceptance_letter_asked(day, super::web::what(w, kind, &title)),
        )
    })
    .await?;
    Ok(id)
}

/// An answer for one's own side.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Reply {
    /// `accept` or `refuse`.
    #[serde(default)]
    pub answer: String,
    /// The version that was read.
    #[serde(default)]
    pub read: String,
    /// Why not; asked for only with a no.
    #[serde(default)]
    pub reason: String,
}

/// Accepts or refuses for one's own party exactly the version that was read. The last yes settles it; the first no
/// ends it.
pub async fn answer(act: &mut Act, seat: &Seat, about: Uuid, input: &Reply) -> Result<Ask, Error> {
    let partnership = seat.partnership().id;
    let party = seat.party()?.clone();
    if !party.must_agree {
        return Err(Error::Forbidden);
    }
    let ask = store::newest(act, partnership, about).await?.ok_or(Error::Unseen)?;
    let read: i64 = input.read.parse().map_err(|_| Error::Unreadable)?;
    if read != ask.version {
        return Err(Error::Stale { now: ask.version });
    }
    if ask.said.iter().any(|said| said.party == party.id) {
        return Err(No::Answered.into());
    }
    if ask.standing != Standing::Open || act.now() >= ask.answer_by {
        return Err(No::Settled.into());
    }
    let (answer, kind) = match input.answer.as_str() {
        "accept" => (Answer::Confirmed, "acceptance.accepted"),
        "refuse" => (Answer::Refused, "acceptance.refused"),
        _ => return Err(Error::Unreadable),
    };
    let mut deed = Deed::new(kind)
        .about(about)
        .fact("kind", ask.kind.code())
        .fact("party", &party.name)
        .fact("version", ask.version);
    let mut reason = None;
    if answer == Answer::Refused {
        let why = plain::text("reason", &input.reason, REASON_MOST)?;
        let language = seat.person()?.language;
        let draft = text::Draft::new(seat, ask.id, "acceptance.reason", &why).in_language(language);
        reason = Some(text::keep(act, seat, &draft).await?);
        deed = deed.text("reason", language, why);
    }
    store::answer(act, partnership, ask.id, party.id, seat.member()?.id, answer, reason).await?;
    record::note(act, seat, deed).await?;
    let ask = store::newest(act, partnership, about).await?.ok_or(Error::Unseen)?;
    settle::now(act, seat, ask).await
}

/// It was changed, and is now in this version. A question that is open about an older one ends. What was agreed
/// stays in force until each side accepts a newer version, and the record says who changed it.
pub async fn edited(act: &mut Act, seat: &Seat, about: Uuid, version: i64) -> Result<(), Error> {
    stop(act, seat, about).await?;
    let Some(stands) = store::in_force(act, seat.partnership().id, about).await? else { return Ok(()) };
    let deed = Deed::new("acceptance.edited")
        .about(about)
        .fact("kind", stands.kind.code())
        .fact("stands", stands.version)
        .fact("version", version);
    record::note(act, seat, deed).await?;
    Ok(())
}

/// It is given up: what was asked or agreed about it is over.
pub async fn over(act: &mut Act, seat: &Seat, about: Uuid) -> Result<(), Error> {
    stop(act, seat, about).await?;
    if let Some(ask) = store::in_force(act, seat.partnership().id, about).await? {
        settle::end(act, seat, ask, Standing::Reopened).await?;
    }
    Ok(())
}

/// A question that is open about something is taken back; what was agreed stays.
pub async fn stop(act: &mut Act, seat: &Seat, about: Uuid) -> Result<(), Error> {
    let newest = store::newest(act, seat.partnership().id, about).await?;
    if let Some(ask) = newest.filter(|ask| ask.standing == Standing::Open) {
        settle::end(act, seat, ask, Standing::Reopened).await?;
    }
    Ok(())
}
