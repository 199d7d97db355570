//! The bytes of a Parquet file, and what may be wrong with them.

use crate::error::{Error, Result};
use bytes::Bytes;
use parquet::errors::ParquetError;
use parquet::file::reader::{ChunkReader, Length};
use std::fs::File;
use std::io::{BufReader, Read as _, Seek as _, SeekFrom};
use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};

/// A file that is opened anew for every read. Clones of one open file share its position, so that columns read at once
/// would move it under each other.
pub(super) struct Opened {
    path: PathBuf,
    length: u64,
}

impl Opened {
    pub(super) fn new(path: &Path, length: u64) -> Self {
        Self { path: path.to_owned(), length }
    }
}

impl Length for Opened {
    fn len(&self) -> u64 {
        self.length
    }
}

impl ChunkReader for Opened {
    type T = BufReader<File>;

    fn get_read(&self, start: u64) -> std::result::Result<Self::T, ParquetError> {
        let mut file = File::open(&self.path)?;
        file.seek(SeekFrom::Start(start))?;
        Ok(BufReader::new(file))
    }

    fn get_bytes(&self, start: u64, length: usize) -> std::result::Result<Bytes, ParquetError> {
        let mut file = File::open(&self.path)?;
        file.seek(SeekFrom::Start(start))?;
        let mut bytes = Vec::with_capacity(length);
        file.take(length as u64).read_to_end(&mut bytes)?;
        if bytes.len() != length {
            return Err(ParquetError::EOF(format!("expected {length} bytes, there are {}", bytes.len())));
        }
        Ok(bytes.into())
    }
}

/// What stands at the end of a file and tells of its columns may be so long.
const LONGEST_FOOTER: u32 = 64 << 20;

/// A description as long as millions of columns need is refused before it is read.
pub(super) fn refuse_long_footer(name: &str, file: &Opened) -> Result<()> {
    let Some(start) = file.length.checked_sub(8) else { return Ok(()) };
    let end = file.get_bytes(start, 8).map_err(|e| Error::Form { file: name.into(), what: e.to_string() })?;
    match end[..] {
        [a, b, c, d, b'P', b'A', b'R', b'1'] if u32::from_le_bytes([a, b, c, d]) > LONGEST_FOOTER => {
            Err(Error::Form {
                file: name.into(),
                what: format!(
                    "describes its columns in more than {} MB; give only those you need",
                    LONGEST_FOOTER >> 20
                ),
            })
        }
        _ => Ok(()),
    }
}

/// The reader of Parquet panics over some broken files; that is told like any other break.
pub(super) fn unbroken<T>(
    read: impl FnOnce() -> std::result::Result<T, ParquetError>,
) -> std::result::Result<T, ParquetError> {
    std::panic::catch_unwind(AssertUnwindSafe(read))
        .unwrap_or_else(|_| Err(ParquetError::General("the file is broken".into())))
}
