//! Parses a block of whole records into chunks of columns.

use super::super::Reading;
use super::split::Block;
use crate::error::{Error, Result};
use std::borrow::Cow;
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
    Real(Vec<f64>),
    Text { codes: Vec<u32>, levels: Vec<String> },
}

/// A parsed block.
pub(super) struct Parsed {
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

struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
    separator: u8,
}

impl<'a> Cursor<'a> {
    /// The next cell, and whether another follows in this record.
    #[inline]
    fn cell(&mut self) -> std::result::Result<(Cow<'a, [u8]>, bool), &'static str> {
        if self.bytes.get(self.at) == Some(&b'"') {
            return self.quoted();
        }
        let start = self.at;
        let mut end = start;
        while end < self.bytes.len() && self.bytes[end] != self.separator && self.bytes[end] != b'\n' {
            end += 1;
        }
        let more = self.bytes.get(end) == Some(&self.separator);
        self.at = (end + 1).min(self.bytes.len());
        let mut cell = &self.bytes[start..end];
        if !more && cell.last() == Some(&b'\r') {
            cell = &cell[..cell.len() - 1];
        }
        Ok((Cow::Borrowed(cell), more))
    }

    /// A whole number of up to nine digits and whether another cell follows, the common case in one pass; nothing
    /// where the cell is anything else.
    #[inline]
    fn whole_number(&mut self) -> Option<(i32, bool)> {
        if let Some(eight) = self.bytes.get(self.at..).and_then(|rest| rest.first_chunk())
            && let Some((x, length)) = digits(u64::from_le_bytes(*eight))
            && let Some(&end) = self.bytes.get(self.at + length)
            && (end == self.separator || end == b'\n')
        {
            self.at += length + 1;
            return Some((x, end == self.separator));
        }
        self.long_or_negative()
    }

    fn long_or_negative(&mut self) -> Option<(i32, bool)> {
        let rest = &self.bytes[self.at..];
        let negative = rest.first() == Some(&b'-');
        let digits = &rest[usize::from(negative)..];
        let (mut x, mut length) = (0_i32, 0);
        for &byte in digits.iter().take(10) {
            let digit = byte.wrapping_sub(b'0');
            if digit > 9 {
                let more = byte == self.separator;
                if length == 0 || !(more || byte == b'\n') {
                    return None;
                }
                self.at += usize::from(negative) + length + 1;
                return Some((if negative { -x } else { x }, more));
            }
            if length == 9 {
                return None;
            }
            x = x * 10 + i32::from(digit);
            length += 1;
        }
        None
    }

    #[cold]
    fn quoted(&mut self) -> std::result::Result<(Cow<'a, [u8]>, bool), &'static str> {
        let start = self.at + 1;
        let mut at = start;
        let mut owned: Option<Vec<u8>> = None;
        let mut copied = start;
        loop {
            let Some(next) = self.bytes[at..].iter().position(|&b| b == b'"') else {
                return Err("a quote is opened and never closed");
            };
            at += next;
            if self.bytes.get(at + 1) != Some(&b'"') {
                break;
            }
            owned.get_or_insert_default().extend_from_slice(&self.bytes[copied..=at]);
            at += 2;
            copied = at;
        }
        let cell = match owned {
            None => Cow::Borrowed(&self.bytes[start..at]),
            Some(mut text) => {
                text.extend_from_slice(&self.bytes[copied..at]);
                Cow::Owned(text)
            }
        };
        at += 1;
        if self.bytes.get(at) == Some(&b'\r') {
            at += 1;
        }
        let more = match self.bytes.get(at) {
            Some(&b) if b == self.separator => true,
            Some(b'\n') | None => false,
            Some(_) => return Err("text after a closing quote; double a quote that belongs to the text"),
        };
        self.at = (at + 1).min(self.bytes.len());
        Ok((cell, more))
    }
}

/// The number that one to seven leading digits of eight bytes make, and how many they are. All bytes are looked at
/// together: cells of one column differ in length, and a loop over them would be guessed wrongly each time.
#[inline]
fn digits(bytes: u64) -> Option<(i32, usize)> {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let values = bytes ^ (EACH * 0x30);
    // The high bit of every byte that is no digit; above the first such byte carries may set more.
    let other = (values.wrapping_add(EACH * 0x76) | values) & (EACH * 0x80);
    let length = (other.trailing_zeros() / 8) as usize;
    if length == 0 || length == 8 {
        return None;
    }
    // The digits go to the end and zeros before them; then pairs, fours and all are joined.
    let one = values << (64 - 8 * length);
    let two = one.wrapping_mul(10).wrapping_add(one >> 8);
    let low = (two & 0x0000_00ff_0000_00ff).wrapping_mul(0x000f_4240_0000_0064);
    let high = ((two >> 16) & 0x0000_00ff_0000_00ff).wrapping_mul(0x0000_2710_0000_0001);
    Some(((low.wrapping_add(high) >> 32) as i32, length))
}

/// What a column was found to hold so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Kind {
    #[default]
    Small,
    Whole,
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
            (true, Kind::Real) => Builder::Real(Vec::with_capacity(guess)),
        })
        .collect();
    let mut cursor = Cursor { bytes: &block.bytes, at: 0, separator: layout.separator };
    let mut rows = 0;
    while cursor.at < block.bytes.len() {
        if matches!(block.bytes[cursor.at..], [b'\n', ..] | [b'\r', b'\n', ..]) {
            cursor.at += if block.bytes[cursor.at] == b'\n' { 1 } else { 2 };
            continue;
        }
        let start = cursor.at;
        let trouble = |column: usize, what: String| {
            Stop::Trouble(Trouble { offset: block.offset + start as u64, column, what })
        };
        for (column, builder) in builders.iter_mut().enumerate() {
            let cell_start = cursor.at;
            if builder.is_whole()
                && let Some((x, more)) = cursor.whole_number()
                && more == (column + 1 < width)
            {
                builder.push_number(Number::Whole(x));
                continue;
            }
            cursor.at = cell_start;
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
    Ok(Parsed { rows, chunks: builders.into_iter().map(Builder::into_chunk).collect() })
}

enum Builder {
    Skipped,
    Small(Vec<i8>),
    Whole(Vec<i32>),
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
        matches!(self, Self::Small(_) | Self::Whole(_))
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
            Self::Whole(v) => Self::Real(realised(&v)),
            other => other,
        };
    }

    fn into_chunk(self) -> Chunk {
        match self {
            Self::Skipped => Chunk::Skipped,
            Self::Small(v) => Chunk::Small(v),
            Self::Whole(v) => Chunk::Whole(v),
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
