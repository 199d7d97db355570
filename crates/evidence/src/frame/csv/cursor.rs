//! Takes cell after cell from a block.

use std::borrow::Cow;

/// A place among the bytes of a block.
pub(super) struct Cursor<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
    pub(super) separator: u8,
}

/// A long number of a column and the bytes it was read from, up to its end: in sorted tables most cells are those of the
/// row before.
#[derive(Clone, Copy, Default)]
pub(super) struct Recent {
    word: u64,
    mask: u64,
    /// Bytes to go on by; 0 before there is any.
    step: usize,
    value: i32,
}

impl Recent {
    /// Shorter numbers are read as quickly as they are compared.
    const SHORTEST: usize = 3;
}

impl<'a> Cursor<'a> {
    /// The next cell, and whether another follows in this record.
    #[inline]
    pub(super) fn cell(&mut self) -> Result<(Cow<'a, [u8]>, bool), &'static str> {
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

    /// A whole number of up to nine digits that ends as told, the common case in one pass; nothing where the cell is
    /// anything else, and the cursor stays.
    #[inline]
    pub(super) fn whole_number(&mut self, end: u8, recent: &mut Recent) -> Option<i32> {
        if let Some((x, next)) = self.short_number(self.at, end, recent) {
            self.at = next;
            return Some(x);
        }
        self.long_or_negative(end)
    }

    /// A whole number of up to seven digits at a place, and where the next cell begins.
    #[inline(always)]
    pub(super) fn short_number(&self, at: usize, end: u8, recent: &mut Recent) -> Option<(i32, usize)> {
        let word = u64::from_le_bytes(*self.bytes.get(at..)?.first_chunk()?);
        if recent.step > 0 && (word ^ recent.word) & recent.mask == 0 {
            return Some((recent.value, at + recent.step));
        }
        // One and two digits are guessed at: what comes next need not wait for the sum.
        let [first, second] = [word as u8, (word >> 8) as u8].map(|byte| byte.wrapping_sub(b'0'));
        if first <= 9 && second == end.wrapping_sub(b'0') {
            return Some((i32::from(first), at + 2));
        }
        if first <= 9 && second <= 9 && (word >> 16) as u8 == end {
            return Some((i32::from(10 * first + second), at + 3));
        }
        let (x, length) = digits(word)?;
        if (word >> (8 * length)) as u8 != end {
            return None;
        }
        if length >= Recent::SHORTEST {
            *recent = Recent { word, mask: u64::MAX >> (56 - 8 * length), step: length + 1, value: x };
        }
        Some((x, at + length + 1))
    }

    fn long_or_negative(&mut self, end: u8) -> Option<i32> {
        let rest = &self.bytes[self.at..];
        let negative = rest.first() == Some(&b'-');
        let digits = &rest[usize::from(negative)..];
        let (mut x, mut length) = (0_i32, 0);
        for &byte in digits.iter().take(10) {
            let digit = byte.wrapping_sub(b'0');
            if digit > 9 {
                if length == 0 || byte != end {
                    return None;
                }
                self.at += usize::from(negative) + length + 1;
                return Some(if negative { -x } else { x });
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
    fn quoted(&mut self) -> Result<(Cow<'a, [u8]>, bool), &'static str> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<Option<i32>> {
        let mut recent = Recent::default();
        let mut cursor = Cursor { bytes: text.as_bytes(), at: 0, separator: b',' };
        let mut out = Vec::new();
        while cursor.at < text.len() {
            let found = cursor.whole_number(b',', &mut recent);
            out.push(found);
            if found.is_none() && cursor.cell().is_err() {
                break;
            }
        }
        out
    }

    #[test]
    fn a_number_that_comes_again_or_begins_alike_is_read_as_it_stands() {
        let text = "1234,1234,12345,1234,7,123,42,1234x,1234,7654321,7654321,12345678,123456789,-1234,,12345678901,-5,9,";
        let cells = text.trim_end_matches(',').split(',');
        let right: Vec<Option<i32>> = cells.map(|cell| cell.parse().ok()).collect();
        assert_eq!(numbers(text), right);
    }
}
