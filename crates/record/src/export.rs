//! The file a record travels in, `concord-record/1`: lines of UTF-8, written and read one at a time.

use crate::checkpoint::{Checkpoint, MAX_CHECKPOINT_BYTES};
use crate::entry::Entry;
use crate::hash::Hash;
use crate::text::Text;
use sha2::{Digest, Sha256};
use std::io::{self, Write};
use uuid::Uuid;

/// The first line of every file, without its line end.
pub const FIRST_LINE: &str = "concord-record/1";
/// The longest line, its end included: a text in which every byte is escaped, and its salt, fit in.
pub const MAX_LINE_BYTES: usize = 6_292_480;

/// One line of a file after the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    Partnership(Uuid),
    Entry(Vec<u8>),
    Text(Text),
    Redacted(Hash),
    Checkpoint(Checkpoint),
    End { partnerships: u64, digest: Hash },
}

impl Line {
    /// Reads a line without its end; `None` when it has not exactly the form of one of the six.
    pub(crate) fn read(line: &[u8]) -> Option<Line> {
        if let Some(entry) = line.strip_prefix(b"entry ") {
            return Some(Line::Entry(entry.to_vec()));
        }
        let (word, rest) = std::str::from_utf8(line).ok()?.split_once(' ')?;
        match word {
            "partnership" => {
                let id = Uuid::try_parse(rest).ok().filter(|id| id.to_string() == rest)?;
                Some(Line::Partnership(id))
            }
            "text" => Text::from_json(rest).map(Line::Text),
            "redacted" => rest.parse().ok().map(Line::Redacted),
            "checkpoint" => {
                let note: String = serde_json::from_str(rest).ok()?;
                let spelled = json_string(&note) == rest && note.len() <= MAX_CHECKPOINT_BYTES;
                spelled.then(|| note.parse().ok().map(Line::Checkpoint))?
            }
            "end" => {
                let (count, digest) = rest.split_once(' ')?;
                let partnerships: u64 = count.parse().ok()?;
                (partnerships.to_string() == count).then_some(())?;
                Some(Line::End { partnerships, digest: digest.parse().ok()? })
            }
            _ => None,
        }
    }
}

fn json_string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Writes a file line by line. The caller gives partnerships in ascending order of id, and for each: every
/// entry in order, after an entry the texts it is the first to name (in the order of [`Entry::commitments`]),
/// and each stored checkpoint after the last entry it covers; the last checkpoint covers all.
pub struct Writer<W: Write> {
    out: W,
    digest: Sha256,
    partnerships: u64,
}

impl<W: Write> Writer<W> {
    /// Begins a file.
    ///
    /// # Errors
    /// Those of `out`, here and below.
    pub fn new(out: W) -> io::Result<Writer<W>> {
        let mut writer = Writer { out, digest: Sha256::new(), partnerships: 0 };
        writer.line(FIRST_LINE.as_bytes())?;
        Ok(writer)
    }

    /// Begins a partnership's record.
    ///
    /// # Errors
    /// Those of the output.
    pub fn partnership(&mut self, id: Uuid) -> io::Result<()> {
        self.partnerships += 1;
        self.line(format!("partnership {id}").as_bytes())
    }

    /// Writes an entry, given its stored bytes: never spelled anew, so that what was stored is what is
    /// checked.
    ///
    /// # Errors
    /// Those of the output.
    pub fn entry(&mut self, body: &[u8]) -> io::Result<()> {
        self.line(&[b"entry ", body].concat())
    }

    /// Writes a text and its salt.
    ///
    /// # Errors
    /// Those of the output.
    pub fn text(&mut self, text: &Text) -> io::Result<()> {
        self.line(format!("text {}", text.to_json()).as_bytes())
    }

    /// Says that the text of this commitment was taken out.
    ///
    /// # Errors
    /// Those of the output.
    pub fn redacted(&mut self, text: &Hash) -> io::Result<()> {
        self.line(format!("redacted {text}").as_bytes())
    }

    /// Writes a stored checkpoint, given its text.
    ///
    /// # Errors
    /// Those of the output.
    pub fn checkpoint(&mut self, note: &str) -> io::Result<()> {
        self.line(format!("checkpoint {}", json_string(note)).as_bytes())
    }

    /// Ends the file and gives the output back.
    ///
    /// # Errors
    /// Those of the output.
    pub fn end(mut self) -> io::Result<W> {
        let digest = Hash(self.digest.clone().finalize().into());
        let partnerships = self.partnerships;
        self.line(format!("end {partnerships} {digest}").as_bytes())?;
        self.out.flush()?;
        Ok(self.out)
    }

    fn line(&mut self, line: &[u8]) -> io::Result<()> {
        for part in [line, b"\n"] {
            self.digest.update(part);
            self.out.write_all(part)?;
        }
        Ok(())
    }
}

/// Which commitments of an entry are new, that is, whose texts an export writes after it.
pub fn first_named(entry: &Entry, already: impl Fn(&Hash) -> bool) -> Vec<Hash> {
    let mut new: Vec<Hash> = Vec::new();
    for hash in entry.commitments() {
        if !new.contains(&hash) && !already(&hash) {
            new.push(hash);
        }
    }
    new
}
