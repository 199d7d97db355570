//! Parses a block of whole records into chunks of columns.

use super::super::{Reading, Runs};
use super::cursor::{Cursor, Recent};
use super::split::Block;
use crate::error::{Error, Result};
use std::collections::HashMap;

/// What the header says, and which columns are wanted.
pub(super) struct Layout {
    /// The wanted columns' names and the others', in file order.
    pub(super) names: Vec<String>,
    /// Whether each column is wanted.
    pub(super) wanted: Vec<bool>,
    separator: u8,
    na: Vec<Vec<u8>>,
}

/// What is wrong, at which byte of the file and in which column.
pub(super) struct Trouble {
    pub(super) offset: u64,
    pub(super) column: usize,
    pub(super) what: String,
}

/// One column's cells of one block.
pub(super) enum Chunk {
    Skipped,
    Small(Vec<i8>),
    Whole(Vec<i32>),
    Runs(Runs),
    Real(Vec<f64>),
    Text { codes: Vec<u32>, levels: Vec<String> },
}

/// A parsed block.
pub(super) struct Parsed {
    pub(super) bytes: usize,
    pub(super) rows: usize,
    pub(super) chunks: Vec<Chunk>,
}

impl Layout {
    /// Reads the header; gives the rest of the block back.
    pub(super) fn from_header(
        file: &str,
        first: &Block,
        reading: &Reading,
        most: usize,
    ) -> Result<(Self, Block)> {
        let form = |what: String| Error::Form { file: file.into(), what };
        let bytes = &first.bytes;
        let line_end = bytes.iter().position(|&b| b == b'\n').unwrap_or(bytes.len());
        let line = &bytes[..line_end];
        if line.iter().position(|&b| b == b'\r').is_some_and(|at| at + 1 < line.len()) {
            return Err(form(
                "lines end with a lone carriage return; save it with ordinary line ends".into(),
            ));
        }
        let separator = super::split::separator(bytes);
        let mut cursor = Cursor { bytes, at: 0, separator };
        let mut names: Vec<String> = Vec::new();
        loop {
            let (cell, more) = cursor.cell().map_err(|what| form(format!("header: {what}")))?;
            let name = std::str::from_utf8(&cell).map_err(|_| {
                form(format!("header, column {}: not UTF-8; save it as UTF-8", names.len() + 1))
            })?;
            names.push(name.trim().to_owned());
            if names.len() > most {
                return Err(form(format!("has more than {most} columns; give only those you need")));
            }
            if !more {
                break;
            }
        }
        let start = cursor.at;
        if count_cells(&bytes[start..], separator) == names.len() + 1 {
            names.insert(0, "row.names".into());
        }
        make_unique(&mut names);
        let wanted = names.iter().map(|n| reading.wants(n)).collect();
        let na = reading.na.iter().map(|s| s.trim().as_bytes().to_vec()).collect();
        let body = Block { bytes: bytes[start..].to_vec(), offset: first.offset + start as u64 };
        Ok((Self { names, wanted, separator, na }, body))
    }
}

/// The number of cells in the first record, 0 when there is none or it is broken.
fn count_cells(bytes: &[u8], separator: u8) -> usize {
    let mut cursor = Cursor { bytes, at: 0, separator };
    let mut count = 0;
    while cursor.at < bytes.len() {
        match cursor.cell() {
            Ok((_, true)) => count += 1,
            Ok((_, false)) => return count + 1,
            Err(_) => return 0,
        }
    }
    0
}

fn make_unique(names: &mut [String]) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for name in names {
        let times = seen.entry(name.clone()).or_insert(0);
        if *times > 0 {
            *name = format!("{name}.{times}");
        }
        *times += 1;
    }
}

/// What a column was found to hold so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Kind {
    #[default]
    Small,
    Whole,
    Runs,
    Real,
    Text,
}

/// Parses a block. `kinds` says what columns are known to hold, so that vectors need not be widened block by block.
pub(super) fn parse(block: &Block, layout: &Layout, kinds: &[Kind]) -> std::result::Result<Parsed, Trouble> {
    let mut kinds = kinds.to_vec();
    loop {
        match parse_as(block, layout, &kinds) {
            Ok(parsed) => return Ok(parsed),
            Err(Stop::Word(column)) => kinds[column] = Kind::Text,
            Err(Stop::Trouble(trouble)) => return Err(trouble),
        }
    }
}

enum Stop {
    /// A word in a column taken for numbers.
    Word(usize),
    Trouble(Trouble),
}

fn parse_as(block: &Block, layout: &Layout, kinds: &[Kind]) -> std::result::Result<Parsed, Stop> {
    let width = layout.names.len();
    let guess = block.bytes.len() / (2 * width).max(6) / 2;
    let mut builders: Vec<Builder> = (0..width)
        .map(|c| match (layout.wanted[c], kinds[c]) {
            (false, _) => Builder::Skipped,
            (true, Kind::Text) => Builder::Text(Interner::default()),
            (true, Kind::Small) => Builder::Small(Vec::with_capacity(guess)),
            (true, Kind::Whole) => Builder::Whole(Vec::with_capacity(guess)),
            (true, Kind::Runs) => Builder::Runs(Runs::default()),
            (true, Kind::Real) => Builder::Real(Vec::with_capacity(guess)),
        })
        .collect();
    let mut recent = vec![Recent::default(); width];
    let mut cursor = Cursor { bytes: &block.bytes, at: 0, separator: layout.separator };
    let mut rows = 0;
    let plain = builders.iter().all(Builder::is_whole);
    while cursor.at < block.bytes.len() {
        if plain {
            rows += plain_rows(&mut cursor, &mut recent, &mut builders);
        }
        if cursor.at == block.bytes.len() {
            break;
        }
        if matches!(block.bytes[cursor.at..], [b'\n', ..] | [b'\r', b'\n', ..]) {
            cursor.at += if block.bytes[cursor.at] == b'\n' { 1 } else { 2 };
            continue;
        }
        let start = cursor.at;
        let trouble = |column: usize, what: String| {
            Stop::Trouble(Trouble { offset: block.offset + start as u64, column, what })
        };
        for (column, (builder, recent)) in builders.iter_mut().zip(&mut recent).enumerate() {
            let end = if column + 1 < width { layout.separator } else { b'\n' };
            if builder.is_whole()
                && let Some(x) = cursor.whole_number(end, recent)
            {
                builder.push_number(Number::Whole(x));
                continue;
            }
            let (cell, more) = cursor.cell().map_err(|what| trouble(column, what.into()))?;
            if more == (column + 1 == width) {
                return Err(trouble(
                    column + 1,
                    if more {
                        format!("this row has more cells than the header's {width}")
                    } else {
                        let cells = if column == 0 { "cell" } else { "cells" };
                        format!("this row has {} {cells}, the header has {width}", column + 1)
                    },
                ));
            }
            match builder.push(&cell, &layout.na) {
                Ok(()) => {}
                Err(Refused::Word) => return Err(Stop::Word(column)),
                Err(Refused::NotUtf8) => {
                    return Err(trouble(column, "not UTF-8; save the file as UTF-8".into()));
                }
            }
        }
        rows += 1;
    }
    Ok(Parsed {
        bytes: block.bytes.len(),
        rows,
        chunks: builders.into_iter().map(Builder::into_chunk).collect(),
    })
}

/// Takes rows of short whole numbers, the common case of a long table, and stops before a row that holds anything else.
/// Gives the number of rows taken.
fn plain_rows(cursor: &mut Cursor, recent: &mut [Recent], builders: &mut [Builder]) -> usize {
    let width = builders.len();
    let mut row = vec![0; width];
    let mut rows = 0;
    loop {
        let mut at = cursor.at;
        for (column, (cell, recent)) in row.iter_mut().zip(recent.iter_mut()).enumerate() {
            let end = if column + 1 < width { cursor.separator } else { b'\n' };
            let Some((x, next)) = cursor.short_number(at, end, recent) else { return rows };
            *cell = x;
            at = next;
        }
        for (builder, &x) in builders.iter_mut().zip(&row) {
            match builder {
                Builder::Whole(v) => v.push(x),
                Builder::Runs(v) => v.push(x),
                Builder::Small(v) if x < 128 => v.push(x as i8),
                other => other.push_number(Number::Whole(x)),
            }
        }
        cursor.at = at;
        rows += 1;
    }
}

enum Builder {
    Skipped,
    Small(Vec<i8>),
    Whole(Vec<i32>),
    Runs(Runs),
    Real(Vec<f64>),
    Text(Interner),
}

#[derive(Default)]
struct Interner {
    codes: Vec<u32>,
    known: HashMap<Vec<u8>, u32>,
    levels: Vec<String>,
}

enum Refused {
    Word,
    NotUtf8,
}

enum Number {
    Missing,
    Whole(i32),
    Real(f64),
}

impl Builder {
    #[inline]
    fn is_whole(&self) -> bool {
        matches!(self, Self::Small(_) | Self::Whole(_) | Self::Runs(_))
    }

    #[inline]
    fn push(&mut self, cell: &[u8], na: &[Vec<u8>]) -> std::result::Result<(), Refused> {
        match self {
            Self::Skipped => Ok(()),
            Self::Text(interner) => interner.push(cell, na),
            _ => {
                let number = match whole(cell) {
                    Some(x) => Number::Whole(x),
                    None => other(cell, na)?,
                };
                self.push_number(number);
                Ok(())
            }
        }
    }

    #[inline]
    fn push_number(&mut self, number: Number) {
        match (&mut *self, number) {
            (Self::Small(v), Number::Whole(x)) if x.unsigned_abs() < 128 => v.push(x as i8),
            (Self::Small(v), Number::Missing) => v.push(i8::MIN),
            (Self::Whole(v), Number::Whole(x)) => v.push(x),
            (Self::Whole(v), Number::Missing) => v.push(i32::MIN),
            (Self::Runs(v), Number::Whole(x)) => v.push(x),
            (Self::Runs(v), Number::Missing) => v.push(i32::MIN),
            (Self::Real(v), Number::Whole(x)) => v.push(f64::from(x)),
            (Self::Real(v), Number::Real(x)) => v.push(x),
            (Self::Real(v), Number::Missing) => v.push(f64::NAN),
            (_, number) => {
                self.widen();
                self.push_number(number);
            }
        }
    }

    #[cold]
    fn widen(&mut self) {
        *self = match std::mem::replace(self, Self::Skipped) {
            Self::Small(v) => Self::Whole(widened(&v)),
            Self::Runs(v) => Self::Whole(v.iter().collect()),
            Self::Whole(v) => Self::Real(realised(&v)),
            other => other,
        };
    }

    fn into_chunk(self) -> Chunk {
        match self {
            Self::Skipped => Chunk::Skipped,
            Self::Small(v) => Chunk::Small(v),
            Self::Whole(v) => Chunk::Whole(v),
            Self::Runs(v) => Chunk::Runs(v),
            Self::Real(v) => Chunk::Real(v),
            Self::Text(t) => Chunk::Text { codes: t.codes, levels: t.levels },
        }
    }
}

pub(super) fn widened(v: &[i8]) -> Vec<i32> {
    v.iter().map(|&x| if x == i8::MIN { i32::MIN } else { i32::from(x) }).collect()
}

pub(super) fn realised(v: &[i32]) -> Vec<f64> {
    v.iter().map(|&x| if x == i32::MIN { f64::NAN } else { f64::from(x) }).collect()
}

/// A whole number of up to nine digits, the common case.
#[inline]
fn whole(cell: &[u8]) -> Option<i32> {
    let (negative, digits) = match cell {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    if digits.is_empty() || digits.len() > 9 {
        return None;
    }
    let mut x = 0_i32;
    for &d in digits {
        let d = d.wrapping_sub(b'0');
        if d > 9 {
            return None;
        }
        x = x * 10 + i32::from(d);
    }
    Some(if negative { -x } else { x })
}

fn other(cell: &[u8], na: &[Vec<u8>]) -> std::result::Result<Number, Refused> {
    let cell = cell.trim_ascii();
    if cell.is_empty() || na.iter().any(|n| n == cell) {
        return Ok(Number::Missing);
    }
    if let Some(x) = whole(cell) {
        return Ok(Number::Whole(x));
    }
    let text = std::str::from_utf8(cell).map_err(|_| Refused::Word)?;
    text.parse().map(Number::Real).map_err(|_| Refused::Word)
}

impl Interner {
    fn push(&mut self, cell: &[u8], na: &[Vec<u8>]) -> std::result::Result<(), Refused> {
        let trimmed = cell.trim_ascii();
        if trimmed.is_empty() || na.iter().any(|n| n == trimmed) {
            self.codes.push(u32::MAX);
            return Ok(());
        }
        let code = match self.known.get(cell) {
            Some(&code) => code,
            None => {
                let text = std::str::from_utf8(cell).map_err(|_| Refused::NotUtf8)?;
                let code = self.levels.len() as u32;
                self.levels.push(text.to_owned());
                self.known.insert(cell.to_vec(), code);
                code
            }
        };
        self.codes.push(code);
        Ok(())
    }
}
