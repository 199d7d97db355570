//! One side's export: a page to read or print, the same as data, and the joint record with its proofs.
//!
//! Who sits where is in it by name, because every seat reads that on the people page. Nobody's address
//! is, and no membership of any organization: dues membership is stored nowhere.

use std::io::{Cursor, Write};

use askama::Template;
use db::Tx;
use serde::Serialize;
use words::Words;
use zip::write::SimpleFileOptions;

use super::store::{self, Written};
use crate::access::Seat;
use crate::error::{Error, broken};
use crate::people::joint::{self, JointAct};
use crate::people::membership::{self, Party, SeatLine};
use crate::record;
use crate::site::Moment;

#[derive(Debug, Serialize)]
struct Data<'a> {
    format: &'static str,
    made_at: Moment,
    partnership: Facts<'a>,
    parties: Vec<PartyFacts<'a>>,
    seats: Vec<SeatFacts<'a>>,
    joint_acts: Vec<ActFacts<'a>>,
    texts: &'a [Written],
}

#[derive(Debug, Serialize)]
struct Facts<'a> {
    id: uuid::Uuid,
    name: &'a str,
    site: &'a str,
    state: &'static str,
    zone: &'a str,
}

#[derive(Debug, Serialize)]
struct PartyFacts<'a> {
    id: uuid::Uuid,
    kind: &'static str,
    name: &'a str,
    must_agree: bool,
    joined_at: Option<Moment>,
    withdrawn_at: Option<Moment>,
}

#[derive(Debug, Serialize)]
struct SeatFacts<'a> {
    id: uuid::Uuid,
    name: &'a str,
    party: Option<uuid::Uuid>,
    role: &'static str,
    lead: bool,
    job_title: &'a str,
    term_ends: Option<String>,
    appointed_at: Moment,
}

#[derive(Debug, Serialize)]
struct ActFacts<'a> {
    id: uuid::Uuid,
    kind: &'static str,
    party: uuid::Uuid,
    proposed_by: &'a str,
    proposed_at: Moment,
    answer_by: Moment,
    state: &'static str,
    answers: Vec<AnswerFacts<'a>>,
}

#[derive(Debug, Serialize)]
struct AnswerFacts<'a> {
    party: uuid::Uuid,
    by: &'a str,
    confirmed: bool,
    reason: Option<&'a str>,
    at: Moment,
}

#[derive(Template)]
#[template(path = "people/leaving/file.html")]
struct Readable<'a> {
    w: &'a Words,
    name: &'a str,
    site: &'a str,
    made: String,
    parties: &'a [Party],
    seats: &'a [SeatLine],
    acts: Vec<String>,
    texts: &'a [Written],
    record: Vec<record::Line>,
    zone: &'a str,
}

impl Readable<'_> {
    fn day(&self, at: &Moment) -> String {
        self.w.date_time(at.civil(self.zone))
    }

    fn of<'s>(&'s self, party: &Party) -> impl Iterator<Item = &'s SeatLine> {
        let id = party.id;
        self.seats.iter().filter(move |line| line.party == Some(id))
    }
}

/// The export as a zip file's bytes.
pub(super) async fn of(tx: &mut Tx, seat: &Seat, w: &Words, now: Moment) -> Result<Vec<u8>, Error> {
    let id = seat.partnership().id;
    let parties = membership::parties(tx, id).await?;
    let seats = membership::seats(tx, id).await?;
    let acts = joint::all_of(tx, id).await?;
    let texts = store::texts(tx, id, seat.person()?.id).await?;
    let mut proofs = Vec::new();
    record::export::write(tx, Some(id), &mut proofs).await?;
    let lines = record::lines(tx, id, i64::MAX, i64::from(u16::MAX)).await?;
    let data = data(seat, now, &parties, &seats, &acts, &texts);
    let partnership = seat.partnership();
    let page = Readable {
        w,
        name: &partnership.name,
        site: &partnership.site_name,
        made: w.date_time(now.civil(&partnership.zone)),
        acts: acts.iter().map(|one| joint::sentence(w, &one.proposal, &parties)).collect(),
        parties: &parties,
        seats: &seats,
        texts: &texts,
        record: lines,
        zone: &partnership.zone,
    };
    let files = [
        ("index.html", page.render().map_err(broken)?.into_bytes()),
        ("style.css", include_bytes!("file.css").to_vec()),
        ("partnership.json", serde_json::to_vec_pretty(&data).map_err(broken)?),
        ("record.concord", proofs),
    ];
    zipped(&files).map_err(broken)
}

fn zipped(files: &[(&str, Vec<u8>)]) -> Result<Vec<u8>, zip::result::ZipError> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    // No times in it: the same content is the same file.
    let options = SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    for (name, bytes) in files {
        zip.start_file(*name, options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn data<'a>(
    seat: &'a Seat,
    made_at: Moment,
    parties: &'a [Party],
    seats: &'a [SeatLine],
    acts: &'a [JointAct],
    texts: &'a [Written],
) -> Data<'a> {
    let partnership = seat.partnership();
    Data {
        format: "concord-partnership-1",
        made_at,
        partnership: Facts {
            id: partnership.id,
            name: &partnership.name,
            site: &partnership.site_name,
            state: partnership.state.code(),
            zone: &partnership.zone,
        },
        parties: parties.iter().map(party_facts).collect(),
        seats: seats.iter().map(seat_facts).collect(),
        joint_acts: acts.iter().map(act_facts).collect(),
        texts,
    }
}

fn party_facts(party: &Party) -> PartyFacts<'_> {
    PartyFacts {
        id: party.id,
        kind: party.kind.code(),
        name: &party.name,
        must_agree: party.must_agree,
        joined_at: party.joined_at,
        withdrawn_at: party.withdrawn_at,
    }
}

fn seat_facts(line: &SeatLine) -> SeatFacts<'_> {
    SeatFacts {
        id: line.id,
        name: &line.name,
        party: line.party,
        role: line.role.code(),
        lead: line.lead,
        job_title: &line.job_title,
        term_ends: line.term_ends.map(|day| day.to_string()),
        appointed_at: line.appointed_at,
    }
}

fn act_facts(one: &JointAct) -> ActFacts<'_> {
    ActFacts {
        id: one.id,
        kind: one.proposal.kind().code(),
        party: one.party,
        proposed_by: &one.proposed_by,
        proposed_at: one.proposed_at,
        answer_by: one.answer_by,
        state: one.state.code(),
        answers: one
            .answers
            .iter()
            .map(|said| AnswerFacts {
                party: said.party,
                by: &said.by,
                confirmed: said.answer == agreement::joint::Answer::Confirmed,
                reason: said.reason.as_deref(),
                at: said.at,
            })
            .collect(),
    }
}
