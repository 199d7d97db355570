//! What people do with the case: put numbers and studies on it, say who does what, answer the key questions, and put it
//! to each side. Each change makes a new version.

use serde::Deserialize;
use uuid::Uuid;
use words::Words;

use super::numbers::{self, Typed};
use super::{AREAS, Known, Measure, No, QUESTIONS, ROWS_MOST, STUDIES, TEXT_MOST, WHO, store};
use crate::access::Seat;
use crate::error::{Error, Gather};
use crate::people::acceptance::{self, commands::Put};
use crate::people::plain;
use crate::prepare::sheet::{self, Kind};
use crate::site::Act;
use crate::text;

/// Adds one number.
pub async fn add_number(act: &mut Act, seat: &Seat, input: &Typed) -> Result<(), Error> {
    let mut gather = Gather::default();
    match input.read() {
        Ok(measure) => return add(act, seat, &[measure]).await,
        Err(wrong) => wrong.into_iter().for_each(|(field, why)| gather.refuse(No::Field(field, why))),
    }
    gather.done()
}

async fn add(act: &mut Act, seat: &Seat, all: &[Measure]) -> Result<(), Error> {
    let id = seat.partnership().id;
    if store::measures(act, id).await?.len() + all.len() > ROWS_MOST {
        return Err(No::TooMany.into());
    }
    for one in all {
        store::add_measure(act, id, seat.member()?.id, one).await?;
    }
    sheet::touch(act, seat, Kind::Case).await.map(drop)
}

/// Numbers as a file has them.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct File {
    /// The file's text, with its first line of names.
    #[serde(default)]
    pub csv: String,
}

impl File {
    /// The numbers, or every place that is wrong.
    pub fn read(&self) -> Result<Vec<Measure>, Error> {
        let mut gather = Gather::default();
        match numbers::of_file(&self.csv) {
            Ok(all) => return Ok(all),
            Err(wrong) => wrong.into_iter().for_each(|no| gather.refuse(no)),
        }
        gather.done()?;
        Ok(Vec::new())
    }
}

/// Adds all numbers of a file, or none.
pub async fn add_file(act: &mut Act, seat: &Seat, input: &File) -> Result<(), Error> {
    let all = input.read()?;
    add(act, seat, &all).await
}

/// What to take off the sheet.
#[derive(Debug, Clone, Deserialize)]
pub struct Remove {
    /// A number or a study.
    pub id: Uuid,
}

/// Takes a number or a study off the sheet.
pub async fn remove(act: &mut Act, seat: &Seat, input: &Remove) -> Result<(), Error> {
    let place = seat.partnership().id;
    if !store::remove_measure(act, place, input.id).await?
        && !store::remove_study(act, place, input.id).await?
    {
        return Err(Error::Unseen);
    }
    sheet::touch(act, seat, Kind::Case).await.map(drop)
}

/// Which of our studies stand on the sheet: these and no others.
pub async fn choose_studies(act: &mut Act, seat: &Seat, chosen: &[String]) -> Result<(), Error> {
    let id = seat.partnership().id;
    let stand = store::studies(act, id).await?;
    for Known { code, .. } in STUDIES {
        let now = stand.iter().find(|study| study.code.as_deref() == Some(*code));
        match (chosen.iter().any(|one| one == code), now) {
            (true, None) => {
                let new = act.id();
                store::add_study(act, new, id, seat.member()?.id, Some(code), None).await?;
            }
            (false, Some(study)) => {
                store::remove_study(act, id, study.id).await?;
            }
            _ => {}
        }
    }
    sheet::touch(act, seat, Kind::Case).await.map(drop)
}

/// A study of one's own.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct OwnStudy {
    /// Where to find it.
    #[serde(default)]
    pub citation: String,
    /// What it found, and its limits.
    #[serde(default)]
    pub finding: String,
}

/// Adds a study that a side knows, with where to find it.
pub async fn add_study(act: &mut Act, seat: &Seat, input: &OwnStudy) -> Result<(), Error> {
    let mut gather = Gather::default();
    let citation = gather.take(plain::text("citation", &input.citation, TEXT_MOST));
    let finding = gather.take(plain::text("finding", &input.finding, TEXT_MOST));
    gather.done()?;
    let (Some(citation), Some(finding)) = (citation, finding) else { return Err(Error::Unreadable) };
    let id = act.id();
    let citation = text::say(act, seat, id, "case.citation", &citation).await?;
    let finding = text::say(act, seat, id, "case.finding", &finding).await?;
    let place = seat.partnership().id;
    store::add_study(act, id, place, seat.member()?.id, None, Some((citation, finding))).await?;
    sheet::touch(act, seat, Kind::Case).await.map(drop)
}

/// Who does one thing today.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Role {
    /// An area, or the name of one of their own.
    #[serde(default)]
    pub area: String,
    /// Who does it.
    #[serde(default)]
    pub who: String,
}

/// Says who does one thing today.
pub async fn set_role(act: &mut Act, seat: &Seat, input: &Role) -> Result<(), Error> {
    let mut gather = Gather::default();
    let area = gather.take(plain::name("area", &input.area));
    if !WHO.contains(&input.who.as_str()) {
        gather.refuse(No::Choice("who"));
    }
    gather.done()?;
    let area = area.ok_or(Error::Unreadable)?;
    let place = AREAS.iter().position(|one| *one == area).unwrap_or(AREAS.len());
    let place = i64::try_from(place).unwrap_or(i64::MAX);
    store::set_role(act, seat.partnership().id, &area, place, &input.who).await?;
    sheet::touch(act, seat, Kind::Case).await.map(drop)
}

/// An own answer to a key question.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Answer {
    /// Which question.
    #[serde(default)]
    pub question: String,
    /// The answer.
    #[serde(default)]
    pub answer: String,
}

/// Answers a key question, from the version of the sheet that was read.
pub async fn answer(act: &mut Act, seat: &Seat, read: i64, input: &Answer) -> Result<(), Error> {
    let mut gather = Gather::default();
    if !QUESTIONS.contains(&input.question.as_str()) {
        gather.refuse(No::Choice("question"));
    }
    let body = gather.take(plain::text("answer", &input.answer, TEXT_MOST));
    gather.done()?;
    let body = body.ok_or(Error::Unreadable)?;
    let place = seat.partnership().id;
    let stands = sheet::of(act, place, Kind::Case).await?.map_or(0, |sheet| sheet.version);
    if stands != read {
        return Err(Error::Stale { now: stands });
    }
    let sheet = sheet::touch(act, seat, Kind::Case).await?;
    let text =
        text::keep(act, seat, &text::Draft::new(seat, sheet.id, "case.answer", &body).version(sheet.version))
            .await?;
    store::set_answer(act, place, &input.question, text).await
}

/// Puts the case to each must-agree party, as it stands.
pub async fn ask(act: &mut Act, seat: &Seat, input: &Put) -> Result<(), Error> {
    let place = seat.partnership().id;
    let sheet = sheet::of(act, place, Kind::Case).await?.ok_or(No::Blank)?;
    let language = seat.person()?.language;
    let w = seat.words(&Words::new(language));
    let mut lines = Vec::new();
    for one in store::measures(act, place).await? {
        lines.push(format!("{} {}: {} {} ({})", one.name, one.period, one.value, one.unit, one.source));
    }
    for study in store::studies(act, place).await? {
        lines.push(match &study.code {
            Some(code) => {
                let (found, limits) = super::finding(&w, code);
                format!("{found} {limits}")
            }
            None => format!("{} ({})", study.finding, study.citation),
        });
    }
    for (area, who) in store::roles(act, place).await? {
        lines.push(format!("{}: {}", super::area(&w, &area), super::who(&w, &who)));
    }
    for (question, answer) in store::answers(act, place).await? {
        lines.push(format!("{} {answer}", super::question(&w, &question)));
    }
    let words = lines.join("\n");
    let subject = acceptance::Subject {
        kind: acceptance::Kind::Case,
        about: sheet.id,
        version: sheet.version,
        title: "",
        page: "case",
        language,
        words: &words,
    };
    acceptance::ask(act, seat, &subject, input).await.map(drop)
}
