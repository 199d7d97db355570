//! Checks every record in a database as a stranger would: writes the export and verifies it, then
//! compares what stands in the tables beside it.

use std::io::{BufReader, BufWriter, Seek};

use ::record::{Head, PublicKey, Verdict};
use db::Db;

use super::{export, store};
use crate::command::told as command_error;

/// What is wrong, in words; nothing when every record is whole.
pub async fn of_database(db: &Db) -> anyhow::Result<Vec<String>> {
    let mut tx = db.read().await?;
    let strays = store::strays(&mut tx).await.map_err(command_error)?;
    let mut findings: Vec<String> =
        strays.iter().map(|one| format!("rows of a record of {one}, which has none")).collect();
    // A new install has no partnership yet, and a file without one is no record file.
    if store::partnerships(&mut tx).await.map_err(command_error)?.is_empty() {
        return Ok(findings);
    }
    let mut file = tempfile::tempfile()?;
    export::write(&mut tx, None, BufWriter::new(&mut file)).await.map_err(command_error)?;
    file.rewind()?;
    let keys: Vec<PublicKey> = store::public_keys(&mut tx).await.map_err(command_error)?;
    let report = ::record::verify(BufReader::new(&file), &keys, &[]);
    if report.verdict() != Verdict::Intact {
        findings.extend(report.findings.iter().map(ToString::to_string));
        for one in &report.partnerships {
            findings.extend(one.findings.iter().map(|f| format!("record of {}: {f}", one.partnership)));
        }
        findings.extend(report.unreadable.iter().map(ToString::to_string));
    }
    for one in &report.partnerships {
        let head = store::head_as_stored(&mut tx, one.partnership).await.map_err(command_error)?;
        match head.as_deref().map(Head::from_bytes) {
            Some(Ok(head)) if head.size() == one.size && head.root() == one.root => {}
            _ => findings.push(format!("record of {}: its head does not match its entries", one.partnership)),
        }
    }
    Ok(findings)
}
