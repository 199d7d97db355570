//! Writes records out as files that anybody can check: one partnership's for its people, the whole
//! install's for the operator. The format is docs/record-format.md.

use std::io::Write;

use ::record::Entry;
use ::record::export::Writer;
use db::Tx;
use uuid::Uuid;

use super::store::{self, Stored};
use crate::error::{Error, broken};

/// How many entries are held in memory at a time.
const PAGE: i64 = 500;

/// Writes these partnerships' records, or every one's, and gives how many entries that were.
pub async fn write<W: Write>(tx: &mut Tx, only: Option<Uuid>, out: W) -> Result<u64, Error> {
    let mut writer = Writer::new(out).map_err(broken)?;
    let mut entries = 0;
    for partnership in store::partnerships(tx).await? {
        if only.is_none_or(|id| id == partnership) {
            entries += one(tx, partnership, &mut writer).await?;
        }
    }
    writer.end().map_err(broken)?;
    Ok(entries)
}

async fn one<W: Write>(tx: &mut Tx, partnership: Uuid, writer: &mut Writer<W>) -> Result<u64, Error> {
    writer.partnership(partnership).map_err(broken)?;
    let mut next = 0;
    loop {
        let page = store::page(tx, partnership, next, PAGE).await?;
        for stored in &page {
            entry(tx, partnership, stored, writer).await?;
        }
        next += i64::try_from(page.len()).map_err(broken)?;
        if page.is_empty() {
            return u64::try_from(next).map_err(broken);
        }
    }
}

/// The stored bytes are written as they are, also when they are wrong: finding that is the verifier's.
async fn entry<W: Write>(
    tx: &mut Tx,
    partnership: Uuid,
    stored: &Stored,
    writer: &mut Writer<W>,
) -> Result<(), Error> {
    writer.entry(&stored.body).map_err(broken)?;
    if let Ok(entry) = Entry::from_bytes(&stored.body) {
        let mut beside = store::texts(tx, partnership, stored.seq).await?;
        for hash in entry.commitments() {
            let Some(place) = beside.iter().position(|text| text.hash == hash) else { continue };
            let text = beside.remove(place);
            match text.words {
                Some(words) => writer.text(&words).map_err(broken)?,
                None => writer.redacted(&hash).map_err(broken)?,
            }
        }
    }
    if let Some(note) = &stored.checkpoint {
        writer.checkpoint(note).map_err(broken)?;
    }
    Ok(())
}
