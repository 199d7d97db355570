//! Cuts a stream of bytes into blocks that hold whole records.

use std::io::{self, Read};

/// A record may be this long and no longer.
pub(super) const LONGEST: usize = 64 << 20;

/// Why a stream cannot be cut.
pub(super) enum Split {
    Io(io::Error),
    /// The record starting at this byte is too long.
    TooLong(u64),
    /// A quote in the record starting at this byte never closes.
    OpenQuote(u64),
}

/// Whole records, and where they begin in the stream.
pub(super) struct Block {
    pub(super) bytes: Vec<u8>,
    pub(super) offset: u64,
}

/// The stream, cut.
pub(super) struct Blocks<'a> {
    stream: Box<dyn Read + Send + 'a>,
    spare: Vec<Vec<u8>>,
    rest: Vec<u8>,
    offset: u64,
    size: usize,
    separator: Option<u8>,
    ended: bool,
}

impl<'a> Blocks<'a> {
    pub(super) fn new(stream: Box<dyn Read + Send + 'a>, size: usize) -> Self {
        Self { stream, spare: Vec::new(), rest: Vec::new(), offset: 0, size, separator: None, ended: false }
    }

    /// Takes blocks back that are done with, to be filled again.
    pub(super) fn reuse(&mut self, done: Vec<Block>) {
        self.spare.extend(done.into_iter().map(|b| b.bytes));
    }

    /// Up to so many blocks.
    pub(super) fn next_blocks(&mut self, most: usize) -> Result<Vec<Block>, Split> {
        let mut out = Vec::with_capacity(most);
        while out.len() < most {
            match self.next_block()? {
                Some(block) => out.push(block),
                None => break,
            }
        }
        Ok(out)
    }

    /// The next block, its last byte a line end; `None` at the end of the stream.
    pub(super) fn next_block(&mut self) -> Result<Option<Block>, Split> {
        let mut bytes = self.spare.pop().unwrap_or_default();
        bytes.clear();
        bytes.reserve(self.rest.len() + self.size + 1);
        bytes.append(&mut self.rest);
        let mut records = Records::default();
        loop {
            if !self.ended {
                let got =
                    self.stream.by_ref().take(self.size as u64).read_to_end(&mut bytes).map_err(Split::Io)?;
                self.ended = got == 0;
            }
            if self.offset == 0 && bytes.starts_with(b"\xef\xbb\xbf") {
                bytes.drain(..3);
                self.offset = 3;
            }
            if self.ended && bytes.last().is_some_and(|&b| b != b'\n') {
                bytes.push(b'\n');
            }
            let separator = *self.separator.get_or_insert_with(|| separator(&bytes));
            records.look(&bytes, separator);
            if let Some(end) = records.end {
                self.rest = bytes.split_off(end);
                let block = Block { bytes, offset: self.offset };
                self.offset += block.bytes.len() as u64;
                return Ok(Some(block));
            }
            if bytes.is_empty() && self.ended {
                return Ok(None);
            }
            if self.ended {
                return Err(Split::OpenQuote(self.offset));
            }
            if bytes.len() > LONGEST {
                return Err(Split::TooLong(self.offset));
            }
        }
    }
}

/// What separates cells: the first of comma, tab and semicolon that the first line has.
pub(super) fn separator(bytes: &[u8]) -> u8 {
    let line = bytes.split(|&b| b == b'\n').next().unwrap_or(bytes);
    [b',', b'\t', b';'].into_iter().find(|s| line.contains(s)).unwrap_or(b',')
}

/// Where the last whole record ends so far. Each byte is looked at once, however long a record is.
#[derive(Default)]
struct Records {
    seen: usize,
    end: Option<usize>,
    /// A quote was met: from there on every byte counts.
    has_quotes: bool,
    quoted: bool,
    /// The next byte begins a cell.
    fresh: bool,
}

impl Records {
    /// Looks at what is new among the bytes, which start at the start of a record.
    fn look(&mut self, bytes: &[u8], separator: u8) {
        let from = std::mem::replace(&mut self.seen, bytes.len());
        let new = &bytes[from..];
        if !self.has_quotes && !has_quote(new) {
            self.end = new.iter().rposition(|&b| b == b'\n').map(|at| from + at + 1).or(self.end);
            return;
        }
        if !self.has_quotes {
            self.has_quotes = true;
            let before = from.checked_sub(1).map(|at| bytes[at]);
            self.fresh = before.is_none_or(|b| b == separator || b == b'\n');
        }
        for (at, &byte) in new.iter().enumerate() {
            if self.quoted {
                // A doubled quote closes and opens again: the same to us.
                self.quoted = byte != b'"';
                self.fresh = !self.quoted;
            } else if byte == b'\n' {
                self.end = Some(from + at + 1);
                self.fresh = true;
            } else if byte == b'"' && self.fresh {
                self.quoted = true;
            } else {
                self.fresh = byte == separator;
            }
        }
    }
}

/// Whether there is a quote among these bytes: most files have none, so that whole vectors are looked at.
fn has_quote(bytes: &[u8]) -> bool {
    bytes.chunks(1 << 12).any(|part| part.iter().fold(0, |found, &b| found | u8::from(b == b'"')) != 0)
}

/// What a file is that is not CSV at all.
pub(super) fn foreign(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"PAR1") {
        Some("this is Parquet; give it the extension .parquet")
    } else if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        Some("this is UTF-16; save it as UTF-8")
    } else if bytes.starts_with(b"PK\x03\x04") {
        Some("this is a spreadsheet or zip file; save it as CSV")
    } else if bytes.starts_with(b"\x1f\x8b") {
        Some("this is compressed; unpack it first")
    } else {
        None
    }
}

/// The line, from 1, of a byte in a stream.
pub(super) fn line_at(stream: impl Read, offset: u64) -> u64 {
    let mut line = 1;
    let mut stream = stream.take(offset);
    let mut buffer = vec![0; 1 << 16];
    while let Ok(n @ 1..) = stream.read(&mut buffer) {
        line += buffer[..n].iter().filter(|&&b| b == b'\n').count() as u64;
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &[u8], size: usize) -> Vec<Vec<u8>> {
        let mut blocks = Blocks::new(Box::new(text), size);
        let mut out = Vec::new();
        while let Ok(Some(block)) = blocks.next_block() {
            out.push(block.bytes);
        }
        out
    }

    #[test]
    fn blocks_of_any_size_hold_whole_records_and_join_to_the_file() {
        let records = ["a,b\n", "1,\"x\n, \"\"y\"\"\n\"\n", "2,;\"z\n", "3,\"\"\n", "\n", "4,\"q\"\"\"\n"];
        let text = records.concat();
        let ends: Vec<usize> = (1..=records.len()).map(|n| records[..n].concat().len()).collect();
        for size in 1..text.len() + 2 {
            let cut = blocks(text.as_bytes(), size);
            assert_eq!(cut.concat(), text.as_bytes(), "size {size}");
            for n in 1..=cut.len() {
                let end = cut[..n].concat().len();
                assert!(ends.contains(&end), "size {size}: a block ends within a record, at {end}");
            }
        }
    }
}
