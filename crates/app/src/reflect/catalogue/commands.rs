//! What people do with the catalogue: add to it, change or take back what their party added, second
//! what another party added, and answer the key questions.

use serde::Deserialize;
use uuid::Uuid;

use super::{Catalogue, Entry, Evidence, Kind, No, QUESTIONS, Side, rules, store};
use crate::access::Seat;
use crate::error::{Error, Gather};
use crate::people::joint::{self, Proposal};
use crate::people::plain;
use crate::record::{self, Deed, event};
use crate::reflect::cycle;
use crate::site::Act;
use crate::text;

/// The longest entry or answer.
pub const LONGEST: usize = 2_000;

/// An entry as it is typed.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Write {
    /// `success` or `challenge`.
    #[serde(default)]
    pub kind: String,
    /// `content` or `process`.
    #[serde(default)]
    pub side: String,
    /// Its words.
    #[serde(default)]
    pub body: String,
    /// One proof a line.
    #[serde(default)]
    pub evidence: String,
    /// Short words with commas.
    #[serde(default)]
    pub tags: String,
}

struct Read {
    kind: Kind,
    side: Side,
    body: String,
    evidence: Vec<Evidence>,
    tags: Vec<String>,
}

/// The partnership's own address, as its links begin.
pub fn home(act: &Act, seat: &Seat) -> String {
    format!("{}/p/{}", act.site().settings.base_url, seat.partnership().id)
}

async fn read(act: &mut Act, seat: &Seat, input: &Write) -> Result<Read, Error> {
    let newest = store::newest_act(act, seat.partnership().id).await?;
    let mut no = Gather::default();
    let kind = no.take(Kind::from_code(&input.kind).ok_or(No::Kind));
    let side = no.take(Side::from_code(&input.side).ok_or(No::Side));
    let body = no.take(plain::text("body", &input.body, LONGEST));
    let evidence = no.take(rules::evidence(&input.evidence, &home(act, seat)));
    let tags = no.take(rules::tags(&input.tags));
    for one in evidence.iter().flatten() {
        if let Evidence::Record(number) = one
            && *number > newest
        {
            no.refuse(No::UnknownAct(*number));
        }
    }
    no.done()?;
    match (kind, side, body, evidence, tags) {
        (Some(kind), Some(side), Some(body), Some(evidence), Some(tags)) => {
            Ok(Read { kind, side, body, evidence, tags })
        }
        _ => Err(Error::Unreadable),
    }
}

/// The catalogue of the cycle under way; begun when somebody first writes in it.
pub(super) async fn present(act: &mut Act, seat: &Seat) -> Result<Catalogue, Error> {
    let id = seat.partnership().id;
    let cycle = cycle::current(act, id).await?;
    match store::of_cycle(act, id, cycle).await? {
        Some(catalogue) => Ok(catalogue),
        None => store::begin(act, id, cycle).await,
    }
}

async fn keep(
    act: &mut Act,
    seat: &Seat,
    about: Uuid,
    role: &'static str,
    version: i64,
    body: &str,
) -> Result<(), Error> {
    let draft = text::Draft::new(seat, about, role, body).version(version);
    text::keep(act, seat, &draft).await.map(drop)
}

/// Adds an entry and gives its id.
pub async fn add(act: &mut Act, seat: &Seat, input: &Write) -> Result<Uuid, Error> {
    let read = read(act, seat, input).await?;
    let (partnership, member) = (seat.partnership().id, seat.member()?.id);
    let catalogue = present(act, seat).await?;
    let id = store::add(act, partnership, catalogue.id, read.kind, read.side, &read.tags, member).await?;
    keep(act, seat, id, "catalogue.entry", 1, &read.body).await?;
    store::put_evidence(act, id, &read.evidence).await?;
    changed(act, seat, &catalogue, "catalogue.added", id).await?;
    Ok(id)
}

async fn changed(
    act: &mut Act,
    seat: &Seat,
    catalogue: &Catalogue,
    kind: &str,
    about: Uuid,
) -> Result<(), Error> {
    store::changed(act, catalogue.id).await?;
    // What was being agreed to is no longer what stands.
    let this = |proposal: &Proposal| matches!(proposal, Proposal::AgreeCatalogue { catalogue: of, .. } if *of == catalogue.id);
    joint::commands::overtaken(act, seat, this).await?;
    event::leave(act, seat.partnership().id, kind, seat.actor().id(), Some(about)).await
}

/// An entry of the cycle under way; [`Error::Unseen`] if it is not here.
async fn standing(act: &mut Act, seat: &Seat, id: Uuid) -> Result<(Catalogue, Entry), Error> {
    let partnership = seat.partnership().id;
    let of = store::cycle_of(act, partnership, id).await?;
    let catalogue = present(act, seat).await?;
    if of != catalogue.cycle {
        return Err(No::Closed.into());
    }
    let entries = store::entries_of(act, partnership, of).await?;
    let entry = entries.into_iter().find(|entry| entry.id == id).ok_or(Error::Unseen)?;
    Ok((catalogue, entry))
}

/// Whether this seat's party added the entry.
pub fn is_own(seat: &Seat, entry: &Entry) -> bool {
    let own = seat.membership().and_then(|m| m.party.as_ref()).map(|party| party.id);
    own == entry.party.as_ref().map(|(id, _)| *id)
}

/// Changes an entry from version `seen`.
pub async fn edit(act: &mut Act, seat: &Seat, id: Uuid, seen: i64, input: &Write) -> Result<(), Error> {
    let (catalogue, entry) = standing(act, seat, id).await?;
    if !is_own(seat, &entry) {
        return Err(Error::Forbidden);
    }
    let read = read(act, seat, input).await?;
    if entry.version != seen {
        return Err(Error::Stale { now: entry.version });
    }
    store::edit(act, id, read.kind, read.side, &read.tags).await?;
    keep(act, seat, id, "catalogue.entry", entry.version + 1, &read.body).await?;
    store::put_evidence(act, id, &read.evidence).await?;
    changed(act, seat, &catalogue, "catalogue.changed", id).await
}

/// Takes an entry back.
pub async fn take_back(act: &mut Act, seat: &Seat, id: Uuid) -> Result<(), Error> {
    let (catalogue, entry) = standing(act, seat, id).await?;
    if !is_own(seat, &entry) {
        return Err(Error::Forbidden);
    }
    store::take_back(act, id).await?;
    changed(act, seat, &catalogue, "catalogue.taken_back", id).await
}

/// Seconds an entry of another party, for one's own. What each side agreed to stays as it was.
pub async fn second(act: &mut Act, seat: &Seat, id: Uuid) -> Result<(), Error> {
    let (_, entry) = standing(act, seat, id).await?;
    let party = seat.party()?.id;
    if is_own(seat, &entry) {
        return Err(No::OwnEntry.into());
    }
    if entry.seconds.iter().any(|(by, _)| *by == party) {
        return Err(No::Seconded.into());
    }
    store::second(act, id, party, seat.member()?.id).await?;
    event::leave(act, seat.partnership().id, "catalogue.seconded", seat.actor().id(), Some(id)).await
}

/// Answers to the key questions, in the team's own words; each may stay empty.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Answer {
    /// Did we do what we set out to do?
    pub done: String,
    /// What do the measures say?
    pub measures: String,
    /// Was it open, did everybody have a voice?
    pub open: String,
    /// Was it safe to speak?
    pub safe: String,
    /// How did we keep track and adjust?
    pub adjust: String,
    /// What did others hear?
    pub heard: String,
}

impl Answer {
    /// Field and value, in the order of [`QUESTIONS`].
    pub fn fields(&self) -> [(&'static str, &str); 6] {
        [
            ("done", &self.done),
            ("measures", &self.measures),
            ("open", &self.open),
            ("safe", &self.safe),
            ("adjust", &self.adjust),
            ("heard", &self.heard),
        ]
    }
}

/// Saves the answers, made from version `seen` of them.
pub async fn answer(act: &mut Act, seat: &Seat, seen: i64, input: &Answer) -> Result<(), Error> {
    let mut no = Gather::default();
    let mut bodies = Vec::new();
    for ((field, typed), role) in input.fields().into_iter().zip(QUESTIONS) {
        if !typed.trim().is_empty() {
            bodies.push((role, no.take(plain::text(field, typed, LONGEST))));
        }
    }
    no.done()?;
    let catalogue = present(act, seat).await?;
    if catalogue.answers != seen {
        return Err(Error::Stale { now: catalogue.answers });
    }
    for (role, body) in bodies {
        keep(act, seat, catalogue.id, role, seen + 1, body.as_deref().unwrap_or_default()).await?;
    }
    store::answered(act, catalogue.id, seen + 1).await?;
    changed(act, seat, &catalogue, "catalogue.answered", catalogue.id).await
}

/// Asks the other sides to agree to the catalogue of the cycle under way, in version `seen`.
pub async fn ask_sides(act: &mut Act, seat: &Seat, seen: i64, input: &Days) -> Result<Uuid, Error> {
    let catalogue = present(act, seat).await?;
    if catalogue.version != seen {
        return Err(Error::Stale { now: catalogue.version });
    }
    if catalogue.is_agreed() {
        return Err(No::Agreed.into());
    }
    if store::entries_of(act, seat.partnership().id, catalogue.cycle).await?.is_empty() {
        return Err(No::Empty.into());
    }
    let (cycle, version) = (catalogue.cycle, catalogue.version);
    let proposal = Proposal::AgreeCatalogue { catalogue: catalogue.id, cycle, version };
    joint::commands::propose_this(act, seat, proposal, &input.days).await
}

/// How long the other sides have.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Days {
    /// Three to sixty.
    #[serde(default)]
    pub days: String,
}

/// Each side has agreed to this version. One that was changed since is not agreed to.
pub(crate) async fn agreed(
    act: &mut Act,
    seat: &Seat,
    id: Uuid,
    cycle: i64,
    version: i64,
) -> Result<(), Error> {
    let found = store::of_cycle(act, seat.partnership().id, cycle).await?;
    match found.filter(|catalogue| catalogue.id == id && catalogue.version == version) {
        Some(_) => {
            store::agreed(act, id, version).await?;
            let deed = Deed::new("catalogue.agreed").about(id).fact("cycle", cycle).fact("version", version);
            record::note(act, seat, deed).await.map(drop)
        }
        None => Ok(()),
    }
}
