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
    ended: bool,
}

impl<'a> Blocks<'a> {
    pub(super) fn new(stream: Box<dyn Read + Send + 'a>, size: usize) -> Self {
        Self { stream, spare: Vec::new(), rest: Vec::new(), offset: 0, size, ended: false }
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
            if let Some(end) = last_record_end(&bytes) {
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

/// Where the last whole record ends, if one does. The bytes start at the start of a record.
fn last_record_end(bytes: &[u8]) -> Option<usize> {
    if !bytes.contains(&b'"') {
        return bytes.iter().rposition(|&b| b == b'\n').map(|at| at + 1);
    }
    let (mut end, mut quoted, mut fresh) = (None, false, true);
    for (at, &byte) in bytes.iter().enumerate() {
        if quoted {
            // A doubled quote closes and opens again: the same to us.
            quoted = byte != b'"';
            fresh = !quoted;
        } else {
            match byte {
                b'"' if fresh => quoted = true,
                b'\n' => {
                    end = Some(at + 1);
                    fresh = true;
                }
                b',' | b';' | b'\t' => fresh = true,
                _ => fresh = false,
            }
        }
    }
    end
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
