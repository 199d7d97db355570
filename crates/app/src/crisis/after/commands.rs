//! Adding a line to what a crisis taught.

use serde::Deserialize;
use uuid::Uuid;

use super::{Kind, store};
use crate::access::Seat;
use crate::crisis::taskforce::{self, No};
use crate::error::{Error, Gather};
use crate::people::plain;
use crate::record::{self, Deed};
use crate::reflect::catalogue::{self, Side, commands::Write};
use crate::site::Act;
use crate::text;

/// The longest line.
const MOST: usize = 1_000;

/// A line.
#[derive(Debug, Clone, Deserialize)]
pub struct Add {
    /// `worked`, `not` or `stays`.
    #[serde(default)]
    pub kind: String,
    /// Its words.
    #[serde(default)]
    pub line: String,
}

/// Adds a line for one's own side, once the crisis is over. It is an entry of the cycle's catalogue from then on: about how
/// people worked together, since that is what a crisis puts to the test.
pub async fn add(act: &mut Act, seat: &Seat, crisis: Uuid, input: &Add) -> Result<(), Error> {
    let whole = taskforce::one(act, seat.partnership().id, crisis).await?;
    let mut no = Gather::default();
    let kind = no.take(Kind::from_code(&input.kind).ok_or(No::Choose("kind")));
    let body = no.take(plain::text("line", &input.line, MOST));
    if whole.lives() {
        no.refuse(No::GoesOn);
    }
    no.done()?;
    let (Some(kind), Some(body)) = (kind, body) else { return Err(Error::Unreadable) };
    let id = act.id();
    let language = seat.person()?.language;
    let draft = text::Draft::new(seat, id, "crisis.lesson", &body).in_language(language);
    let text = text::keep(act, seat, &draft).await?;
    let (party, member) = (seat.party()?.clone(), seat.member()?.id);
    store::add(act, seat.partnership().id, crisis, &store::New { id, kind, text, party: party.id, member })
        .await?;
    let entry = Write {
        kind: if kind == Kind::NotWorked { catalogue::Kind::Challenge } else { catalogue::Kind::Success }
            .code()
            .to_owned(),
        side: Side::Process.code().to_owned(),
        body: body.clone(),
        tags: words::Words::new(language).crisis_title().to_lowercase(),
        ..Write::default()
    };
    let deed = Deed::new("crisis.looked_back")
        .about(crisis)
        .fact("party", &party.name)
        .fact("kind", kind.code())
        .text("line", language, body);
    record::note(act, seat, deed).await?;
    catalogue::commands::add(act, seat, &entry).await.map(drop)
}
